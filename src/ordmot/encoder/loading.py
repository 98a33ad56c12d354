"""Where a model lies, what it consists of, and how it is loaded."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ordmot.encoder.windows import Scores, Whole
from ordmot.errors import ModelError

if TYPE_CHECKING:
    from ordmot.encoder.pieces import Tokenizer

VARIABLE = "ORDMOT_MODEL"
"""The environment variable that names the folder of a model of the user's own."""

READER, MATCHING, TOKENIZER, LABELS = (
    "reader.int8.onnx",
    "matching.int8.onnx",
    "tokenizer.json",
    "labels.json",
)
NONE = Path("none")
"""Named in place of a folder where the rules are to work alone."""

_SHIPPED = Path(__file__).with_name("model")
_FATAL = 4  # the level of onnxruntime's messages: its errors come as exceptions anyway
_SLOWER = ["SkipLayerNormFusion"]  # the joined operation takes ten times as long as its parts
_NEEDED = (READER, TOKENIZER, LABELS)
_ADVICE = (
    f"Name the folder of a whole model with --model or {VARIABLE}, or read with the rules alone: "
    "--model none."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of each head of the network, in the order of its scores."""

    roles: tuple[str, ...]
    name_types: tuple[str, ...]
    acts: tuple[str, ...]
    parts_of_speech: tuple[str, ...]
    relations: tuple[str, ...]


def find_model(folder: Path | None = None) -> Path | None:
    """Find the folder of the model: the one given, else the one named in ORDMOT_MODEL, else ours.

    None where `none` is named, and where nothing is and the package came without a model.
    ModelError where a folder is named and lacks a file of a model.
    """
    named = folder or _named()
    if named == NONE:
        return None
    if named is None:
        return _SHIPPED if (_SHIPPED / READER).is_file() else None
    for name in _NEEDED:
        if not (named / name).is_file():
            raise ModelError(f"There is no model in {named}: it has no file {name}. {_ADVICE}")
    return named


def _named() -> Path | None:
    """Give the folder that the environment names."""
    value = os.environ.get(VARIABLE)
    return Path(value).expanduser() if value else None


def version_of(folder: Path) -> str:
    """Name the reader of a folder by a short hash of what it consists of.

    A statement that the reader found carries this name, and a case is read anew when it changes.
    """
    digest = hashlib.sha256()
    for name in _NEEDED:
        digest.update(_hash_of(folder / name))
    weights = weights_of(folder / READER)
    if weights.is_file():
        digest.update(_hash_of(weights))
    return f"reader {digest.hexdigest()[:12]}"


def weights_of(graph: Path) -> Path:
    """Name the file beside a graph that holds its weights, which the system maps into memory.

    >>> weights_of(Path("model/reader.int8.onnx")).name
    'reader.int8.bin'
    """
    return graph.with_suffix(".bin")


def _hash_of(path: Path) -> bytes:
    """Hash a file."""
    try:
        status = path.stat()
        return _hash_as_of(path, status.st_size, status.st_mtime_ns)
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror}. {_ADVICE}") from error


@lru_cache(maxsize=8)
def _hash_as_of(path: Path, size: int, changed: int) -> bytes:  # noqa: ARG001 - part of the key
    """Hash a file, once as long as it stays the same."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


class Graph:
    """A loaded network; a call runs on one thread, and several may run side by side."""

    def __init__(self, path: Path) -> None:
        import onnxruntime

        _check(path)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL
        try:
            self._session = onnxruntime.InferenceSession(
                str(path),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=_SLOWER,
            )
        except Exception as error:  # the errors of onnxruntime have no other class in common
            raise _damaged(path, error) from error
        self._options = onnxruntime.RunOptions()
        self._options.only_execute_path_to_fetches = True
        self._inputs = [each.name for each in self._session.get_inputs()]
        self.outputs: list[str] = [each.name for each in self._session.get_outputs()]

    def run(self, ids: Whole, outputs: Sequence[str]) -> dict[str, Scores]:
        """Read the pieces of one window; only what the outputs need is computed."""
        row = ids[None]
        fed = {name: row if name == "ids" else np.ones_like(row) for name in self._inputs}
        values = self._session.run(list(outputs), fed, self._options)
        return {name: value[0] for name, value in zip(outputs, values, strict=True)}


def load_tokenizer(folder: Path) -> Tokenizer:
    """Load the tokenizer of a model; ModelError if it is damaged."""
    from tokenizers import Tokenizer as Loaded

    try:
        tokenizer: Tokenizer = Loaded.from_file(str(folder / TOKENIZER))
    except Exception as error:  # the library raises plain Exception
        raise _damaged(folder / TOKENIZER, error) from error
    return tokenizer


def load_labels(folder: Path) -> Labels:
    """Load the labels of a model; ModelError if they are damaged."""
    path = folder / LABELS
    stored = _stored(path)
    try:
        return Labels(**{name: tuple(stored[name]) for name in Labels.__dataclass_fields__})
    except (KeyError, TypeError) as error:
        raise _damaged(path, error) from error


def _check(graph: Path) -> None:
    """Raise ModelError where a graph or its weights are not what the model's labels say of them.

    The labels of a model may tell the hash of each file: one flipped bit would read otherwise, and
    say nothing.
    """
    labels = graph.with_name(LABELS)
    stated = _stored(labels).get("sha256", {}) if labels.is_file() else {}
    for path in (graph, weights_of(graph)):
        if path.name in stated and _hash_of(path).hex() != stated[path.name]:
            raise _damaged(path, ValueError(f"it is not the file that {LABELS} names"))


def _stored(labels: Path) -> dict[str, dict[str, str]]:
    """Read what the labels of a model say."""
    try:
        stored: dict[str, dict[str, str]] = json.loads(labels.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(labels, error) from error
    return stored


def _damaged(path: Path, error: Exception) -> ModelError:
    """Say that a file of a model cannot be used."""
    first = (str(error).splitlines() or [""])[0][:200]
    return ModelError(f"The model file {path} is damaged ({first}). {_ADVICE}")
