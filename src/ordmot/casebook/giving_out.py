"""Giving a case out: what a dossier is made of, gathered from the store."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable

from ordmot.dossier import Material
from ordmot.flow import OwnCell, Store
from ordmot.ledger import Ledger, sha256_of

_LIBRARIES = ("numpy", "onnxruntime", "py3langid", "rapidfuzz", "tokenizers", "trafilatura")
"""The libraries whose version may change what is read."""


def gather(store: Store, ledger: Ledger, plan: str, language: str | None) -> Material:
    """Gather what a dossier is made of; `plan` is the version that compared the case."""
    return Material(
        ledger=ledger,
        original=store.original,
        language=language,
        custody=store.custody(),
        run=describe_versions(plan),
        own_cells=_by_row(store.own_cells()),
    )


def _by_row(cells: tuple[OwnCell, ...]) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Sort a person's own cells by the row they stand in."""
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for cell in cells:
        rows.setdefault((cell.sheet, cell.row), {})[cell.column] = cell.value
    return rows


def describe_versions(plan: str) -> Mapping[str, object]:
    """Name what the ledger was made with: program, Python, libraries, models."""
    return {
        "ordmot": plan,
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "models": _hash_models(),
    }


def _version(name: str) -> str | None:
    """Give the version of a library, None where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


@cache
def _hash_models() -> Mapping[str, str]:
    """Hash the models that came with the package, by file name."""
    return {name: sha256_of(data) for name, data in _models(resources.files("ordmot"), 3)}


def _models(folder: Traversable, depth: int) -> list[tuple[str, bytes]]:
    """Find the models in a folder and those below it."""
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and depth:
            found += _models(entry, depth - 1)
        elif entry.name.endswith(".onnx"):
            found.append((entry.name, entry.read_bytes()))
    return found
