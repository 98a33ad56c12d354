"""The matcher: vectors of texts, near each other where the meaning is, in whatever language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from ordmot.encoder.loading import MATCHING, Graph, find_model, load_tokenizer
from ordmot.encoder.pieces import BEGIN, END
from ordmot.encoder.windows import Scores
from ordmot.errors import ModelError

SIZE = 384
"""Numbers in a vector."""

_PREFIX = "query: "  # what the backbone was trained to see before texts that are compared
_LONGEST = 254  # pieces of a text; what is beyond does not count


class Matcher:
    """The backbone as it came; it can be sent to another process, which loads it anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tokenizer = load_tokenizer(folder)
        self._graph = Graph(folder / MATCHING)

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        """Send the folder, not the network."""
        return _opened, (self.folder,)

    def vectors(self, texts: Sequence[str]) -> Scores:
        """Give a vector of length 1 for each text; their products say how near two texts are."""
        rows = [self._vector(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, SIZE), dtype=np.float32)

    def _vector(self, text: str) -> Scores:
        """Give the vector of one text."""
        pieces = self._tokenizer.encode(_PREFIX + text, add_special_tokens=False).ids[:_LONGEST]
        ids = np.array([BEGIN, *pieces, END], dtype=np.int64)
        return self._graph.run(ids, ["vectors"])["vectors"]


def open_matcher(folder: Path | None = None) -> Matcher | None:
    """Open the matcher of a folder, else of the one named in ORDMOT_MODEL, else the shipped one.

    None where nothing is named and the package came without a model. It is loaded once in a
    process. ModelError where a named model is missing, or any is damaged.
    """
    found = find_model(folder)
    if found is None:
        return None
    if not (found / MATCHING).is_file():
        raise ModelError(
            f"The model in {found} has no file {MATCHING}: export it anew, or name another model."
        )
    return _opened(found.resolve())


@lru_cache(maxsize=2)
def _opened(folder: Path) -> Matcher:
    """Load a matcher once."""
    return Matcher(folder)
