"""Scores of every piece of a text, from windows that slide over it.

Each piece is scored in the window where it has the most context. Every window is read by itself,
without padding, so that what is said of it does not hang on what is read beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ordmot.encoder.pieces import BEGIN, END

Scores = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int64]
Score = Callable[[Whole], Mapping[str, Scores]]
"""Score the pieces of one window, signs of beginning and end included: a row for each."""

WINDOW = 254  # pieces; training saw windows of this size and no larger
USUAL = 160  # pieces of a window: larger ones take more time per piece, smaller ones overlap more
BACK = 16  # pieces that a window looks back into the paragraph before
LEFT, RIGHT = 40, 24  # pieces of context on both sides where a paragraph is cut
POINTERS = ("links", "heads")


class Spread(Protocol):
    """What applies a function to windows, one after the other or side by side; `map` does."""

    def __call__(
        self, function: Callable[[Frame], dict[str, Scores]], frames: Iterable[Frame], /
    ) -> Iterator[dict[str, Scores]]:
        """Give the results in the order of the windows."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One window: it reads pieces start to end, and its scores count from core to stop."""

    start: int
    end: int
    core: int
    stop: int


Windowed = Callable[[Sequence[int]], Iterator[Frame]]
"""How a text is cut into windows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Scores of all pieces of a text.

    Pointers come as one matrix for each frame: a row for each piece from core to stop, a column
    for nothing and one for each piece from start to end.
    """

    labels: dict[str, Scores]
    pointers: dict[str, list[Scores]]
    frames: list[Frame]

    def frame_at(self, piece: int) -> int:
        """Find the number of the frame in which a piece counts."""
        return bisect_right(self.frames, piece, key=lambda frame: frame.core) - 1


def frames(ids: Sequence[int], usual: int = USUAL, back: int = BACK) -> Iterator[Frame]:
    """Cut a text into windows of whole paragraphs that look back a little.

    A cue and what it introduces mostly stand in one paragraph, which a cut through its middle would
    part. A paragraph that fits no window is read in several that overlap, with context on both
    sides of what each counts for.

    >>> [(f.start, f.end, f.core, f.stop) for f in frames([9] * 99 + [END] + [9] * 150 + [END])]
    [(0, 100, 0, 100), (84, 251, 100, 251)]
    """
    count = len(ids)
    ends = [place + 1 for place, id_ in enumerate(ids) if id_ == END and place + 1 < count]
    ends.append(count)
    core = 0
    while core < count:
        frame = _next_frame(core, ends, usual, back)
        yield frame
        core = frame.stop


def paragraphs(ids: Sequence[int]) -> Iterator[Frame]:
    """Cut a text into its paragraphs: what the one before says in another language is kept out.

    >>> [(f.start, f.stop) for f in paragraphs([9] * 9 + [END] + [9] * 5 + [END])]
    [(0, 10), (10, 16)]
    """
    return frames(ids, usual=0, back=0)


def _next_frame(core: int, ends: Sequence[int], usual: int, back: int) -> Frame:
    """Choose the window that counts from a piece on; `ends` are those of the paragraphs."""
    following = bisect_right(ends, core)
    is_cut = core > 0 and ends[following - 1] != core
    start = max(0, core - (LEFT if is_cut else back))
    stop = ends[max(following, bisect_right(ends, start + usual) - 1)]
    if not is_cut and stop - core <= WINDOW:
        start = max(start, stop - WINDOW)
    if stop - start <= WINDOW:
        return Frame(start=start, end=stop, core=core, stop=stop)
    cut = start + WINDOW - RIGHT
    if stop - cut < WINDOW // 2:  # two halves have more context than a whole window and a rest
        cut = min(cut, (core + stop) // 2)
    return Frame(start=start, end=min(stop, cut + RIGHT), core=core, stop=cut)


def score_pieces(
    ids: Sequence[int], score: Score, spread: Spread = map, windowed: Windowed = frames
) -> Sheet:
    """Score every piece of a text."""
    windows = list(windowed(ids))
    pieces = np.asarray(ids, dtype=np.int64)
    rows = list(spread(lambda frame: _core_rows(pieces, frame, score), windows))
    names = rows[0].keys() if rows else ()
    return Sheet(
        labels={n: np.concatenate([r[n] for r in rows]) for n in names if n not in POINTERS},
        pointers={n: [r[n] for r in rows] for n in names if n in POINTERS},
        frames=windows,
    )


def _core_rows(pieces: Whole, frame: Frame, score: Score) -> dict[str, Scores]:
    """Score one window and take the rows of the pieces for which it is the best window."""
    found = score(np.concatenate([[BEGIN], pieces[frame.start : frame.end], [END]]))
    first, stop = 1 + frame.core - frame.start, 1 + frame.stop - frame.start
    return {
        name: values[first:stop, :-1] if name in POINTERS else values[first:stop]
        for name, values in found.items()
    }
