"""BagIt (RFC 8493): files with a list of their hashes, in a folder or in a ZIP file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from ordmot.errors import SettingsError
from ordmot.ledger import sha256_of

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_MANIFEST, _TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a ZIP file: what a ZIP file begins counting at."""


def make_bag(payload: Mapping[str, bytes], facts: Mapping[str, str]) -> dict[str, bytes]:
    """Make the files of a bag; `facts` are the lines of its `bag-info.txt`."""
    size = sum(len(data) for data in payload.values())
    lines = {**facts, "Payload-Oxum": f"{size}.{len(payload)}"}
    bag = {f"data/{name}": data for name, data in sorted(payload.items())}
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": "".join(f"{key}: {_one_line(lines[key])}\n" for key in lines).encode(),
        _MANIFEST: _list_hashes(bag),
    }
    return {**bag, **tags, _TAG_MANIFEST: _list_hashes(tags)}


def _one_line(value: str) -> str:
    """Keep a value from beginning a line of its own."""
    return " ".join(value.split())


def _list_hashes(files: Mapping[str, bytes]) -> bytes:
    """List the SHA-256 of files, whose names have no line break and no per cent sign."""
    return "".join(f"{sha256_of(data)}  {name}\n" for name, data in files.items()).encode()


def pack(files: Mapping[str, bytes], folder: str = "") -> bytes:
    """Pack files into a ZIP file: the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(f"{folder}{name}", _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Give the files of a ZIP file; SettingsError if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {i.filename: archive.read(i) for i in archive.infolist() if not i.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise SettingsError(f"The ZIP file is damaged ({error}). Take a fresh copy.") from error


def read_bag(path: Path) -> dict[str, bytes]:
    """Read the files of a bag from a folder or a ZIP file; SettingsError if it is no bag."""
    files = dict(_walk(path)) if path.is_dir() else _inside(unpack(path.read_bytes()))
    if "bagit.txt" not in files:
        raise SettingsError(f"{path} is not a bundle: it has no bagit.txt.")
    return files


def _walk(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give every file of a folder; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _inside(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Look into the one folder that a ZIP file may hold."""
    tops = {PurePosixPath(name).parts[0] for name in files}
    if "bagit.txt" in files or len(tops) != 1:
        return dict(files)
    (top,) = tops
    return {name.removeprefix(f"{top}/"): data for name, data in files.items()}


def check_bag(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Check a bag: name every file that is changed, missing or not listed, with what is wrong."""
    for manifest in (_MANIFEST, _TAG_MANIFEST):
        if manifest not in files:
            yield manifest, "The list of hashes is missing."
            continue
        yield from _check_list(files, manifest)
    listed = set(_listed(files.get(_MANIFEST, b"")))
    for name in files:
        if name.startswith("data/") and name not in listed:
            yield name, "The file is not in the list: it was added later."


def _check_list(files: Mapping[str, bytes], manifest: str) -> Iterator[tuple[str, str]]:
    """Check the files of one list."""
    for name, digest in _listed(files[manifest]).items():
        if name not in files:
            yield name, f"The file is missing; {manifest} lists it."
        elif sha256_of(files[name]) != digest:
            yield name, f"The file was changed: its SHA-256 is not that of {manifest}."


def _listed(manifest: bytes) -> dict[str, str]:
    """Read a list of hashes: the hash of each name."""
    lines = (line.split(None, 1) for line in manifest.decode("utf-8", "replace").split("\n"))
    return {unquote(line[1].lstrip("*")): line[0].lower() for line in lines if len(line) == 2}
