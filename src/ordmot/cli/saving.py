"""Writing what is given out: wholly or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from ordmot.dossier import unpack
from ordmot.errors import SettingsError


def save(path: Path, data: bytes) -> None:
    """Write a file; SettingsError if the system does not let it."""
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise _cannot(path, error) from error


def save_folder(path: Path, packed: bytes) -> None:
    """Write the files of a ZIP file into a new folder; SettingsError if there is one already."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise SettingsError(f"{path} is there already. Name a new folder, or remove it first.")
    draft = path.with_name(f".{path.name}.part")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        for name, data in unpack(packed).items():
            target = draft / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        if path.is_dir():
            path.rmdir()
        draft.replace(path)
    except OSError as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise _cannot(path, error) from error


def _cannot(path: Path, error: OSError) -> SettingsError:
    """Say why nothing was written."""
    return SettingsError(f"{path} cannot be written: {error.strerror}.")
