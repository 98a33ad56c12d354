"""Finding the files to read and loading them; whatever cannot be loaded gets a reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ordmot.errors import DocumentError
from ordmot.ledger import Metadata, Refusal, Source

SIDECAR = ".meta.toml"
"""Ending of the file that says what is known about the document beside it."""

LARGEST = 128 * 1024 * 1024
"""Bytes of the largest file that is read: a book has 2 MB, a year of a newspaper 100 MB.

SQLite takes values up to 1 GB, and JSON may write a character in six."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to read and the name it gets in the case; `problem` if it cannot even be looked at."""

    name: str
    path: Path
    problem: str | None = None


def find_files(paths: Iterable[Path], skipped: Iterable[Path] = ()) -> tuple[Found, ...]:
    """Find the files that paths name: files as they are, folders with all that is in them.

    Within a folder, hidden files, sidecars and `skipped` are left out; names are relative to it.
    """
    avoided = {path.absolute() for path in skipped}
    found: list[Found] = []
    for path in paths:
        if path.is_dir():
            found += [file for file in _walk(path) if file.path.absolute() not in avoided]
        else:
            found.append(Found(name=_printable(path.name or str(path)), path=path))
    return tuple(found)


def _walk(folder: Path) -> Iterator[Found]:
    """Find the files of a folder and those below it, by name."""
    problems: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=problems.append):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*files, *links]):
            if not name.startswith(".") and not name.endswith(SIDECAR):
                yield _found(folder, Path(here) / name)
    for problem in problems:
        yield _found(folder, Path(problem.filename), _why(problem))


def _found(folder: Path, path: Path, problem: str | None = None) -> Found:
    """Name a file of a folder."""
    return Found(name=_printable(path.relative_to(folder).as_posix()), path=path, problem=problem)


def _printable(name: str) -> str:
    """Make a file name that any program can write, whatever bytes the disk has for it."""
    return os.fsencode(name).decode("utf-8", "replace")


def load(found: Found, given: Metadata | None = None) -> Source | Refusal:
    """Load a file with its sidecar; `given` wins over the sidecar. A Refusal if it cannot be."""
    try:
        if found.problem:
            return _refusal(found, found.problem)
        problem = _unsuitable(found.path)
        if problem:
            return _refusal(found, problem)
        metadata = (given or Metadata()).fill(_sidecar(found.path))
        return Source(name=found.name, data=found.path.read_bytes(), metadata=metadata)
    except DocumentError as error:
        return _refusal(found, error.reason, error.advice)
    except (OSError, ValueError) as error:
        return _refusal(found, _why(error))


def _unsuitable(path: Path) -> str | None:
    """Say why a path is no file to read, None if it is one."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        return "It is a link to a folder, and links to folders are not followed"
    if not stat.S_ISREG(status.st_mode):
        return "It is not a file but a device or a pipe"
    if status.st_size > LARGEST:
        return f"It has {status.st_size / 1e6:,.0f} MB, more than the {LARGEST / 1e6:,.0f} MB read"
    return None


def metadata_of(stated: Mapping[str, str]) -> Metadata:
    """Make metadata of what a person typed; DocumentError where a date is none.

    >>> metadata_of({"title": "Ferja", "date": "17 May 2031"}).date
    '2031-05-17'
    """
    # Imported here and below: the readers take a while to load, and looking at a case needs none.
    from ordmot.documents.metadata import metadata_from

    return metadata_from(stated)


def _sidecar(path: Path) -> Metadata:
    """Read the sidecar of a document: `note.txt.meta.toml`, or else `note.meta.toml`."""
    for candidate in (path.with_name(path.name + SIDECAR), path.with_name(path.stem + SIDECAR)):
        if candidate.is_file():
            return _parsed(candidate)
    return Metadata()


def _parsed(sidecar: Path) -> Metadata:
    """Parse a sidecar, and name it in the reason where it is malformed."""
    from ordmot.documents import read_metadata

    try:
        return read_metadata(sidecar.read_bytes())
    except DocumentError as error:
        raise DocumentError(f"{sidecar.name}: {error.reason}", error.advice) from error


def _why(error: Exception) -> str:
    """Say in plain words why the system did not give the file."""
    if isinstance(error, FileNotFoundError):
        return "There is no such file"
    if isinstance(error, PermissionError):
        return "It may not be read: permission denied"
    if isinstance(error, OSError) and error.strerror:
        return f"The system cannot read it: {error.strerror}"
    return f"The system cannot read it: {error}"


def _refusal(
    found: Found, reason: str, advice: str = "Check the path and its permissions, and add it again."
) -> Refusal:
    """Make the refusal of a file whose bytes are not known."""
    return Refusal(name=found.name, sha256="", reason=reason, advice=advice)
