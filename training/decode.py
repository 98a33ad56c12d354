"""From scores per piece to spans, attributions and trees.

Only numpy is used: a reader at run time can take this file as it is.

Scores come from windows that slide over the text; each piece is scored in the window where it has
the most context. Words vote by the mean of their pieces, the best lawful sequence of tags is found
over words, and pointers tie each content to its cue and each cue to its source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int64]
Score = Callable[[Whole, Whole], Mapping[str, Scores]]

BEGIN, PAD, END = 0, 1, 2
WINDOW, LEFT, RIGHT = 254, 40, 24  # pieces; training saw windows of this size and no larger
BATCH = 4  # windows read together: more fill the cache and are slower
IMPOSSIBLE = np.float32(-1e4)
POINTERS = ("links", "heads")
WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One window: it reads pieces start to end, and its scores count from core to stop."""

    start: int
    end: int
    core: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Scores of all pieces of a text. A pointer's row counts from the frame of its piece."""

    labels: dict[str, Scores]
    pointers: dict[str, list[Scores]]
    frames: list[Frame]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A word: its place in the text and its pieces."""

    start: int
    end: int
    first: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A span of words with a tag; `score` is the mean probability of its tags."""

    tag: str
    first: int
    last: int
    score: float


def frames(ids: Sequence[int]) -> Iterator[Frame]:
    """Cut a text into windows that end with a paragraph and look back into the one before.

    A cue and what it introduces mostly stand in one paragraph, which a cut through its middle would
    part. A paragraph that fits no window is cut with context on both sides.

    >>> [(f.start, f.end, f.core, f.stop) for f in frames([9] * 199 + [END] + [9] * 150 + [END])]
    [(0, 224, 0, 200), (160, 351, 200, 351)]
    """
    count = len(ids)
    ends = [place + 1 for place, id_ in enumerate(ids) if id_ == END and place + 1 < count]
    ends.append(count)
    core = 0
    while core < count:
        start = max(0, core - LEFT)
        last = bisect_right(ends, min(start + WINDOW, count)) - 1
        has_whole = last >= 0 and ends[last] > core
        stop = ends[last] if has_whole else start + WINDOW - RIGHT
        end = min(count, start + WINDOW, stop + RIGHT)
        yield Frame(start=start, end=end, core=core, stop=stop)
        core = stop


def laid_out(batch: Sequence[tuple[Sequence[int], Frame]]) -> tuple[Whole, Whole]:
    """Lay windows of texts side by side; returns pieces and mask."""
    longest = max(frame.end - frame.start for _, frame in batch) + 2
    rows = np.full((len(batch), longest), PAD, dtype=np.int64)
    for row, (ids, frame) in zip(rows, batch, strict=True):
        row[: frame.end - frame.start + 2] = [BEGIN, *ids[frame.start : frame.end], END]
    return rows, (rows != PAD).astype(np.int64)


def score_pieces(ids: Sequence[int], score: Score) -> Sheet:
    """Score every piece of a text."""
    return score_texts([ids], score)[0]


def score_texts(texts: Sequence[Sequence[int]], score: Score) -> list[Sheet]:
    """Score every piece of several texts, windows of similar length side by side."""
    windows = [(number, frame) for number, ids in enumerate(texts) for frame in frames(ids)]
    by_length = sorted(windows, key=lambda window: window[1].end - window[1].start)
    results: list[dict[int, dict[str, Scores]]] = [{} for _ in texts]
    for at in range(0, len(by_length), BATCH):
        batch = by_length[at : at + BATCH]
        found = score(*laid_out([(texts[number], frame) for number, frame in batch]))
        for row, (number, frame) in enumerate(batch):
            results[number][frame.core] = core_rows(found, row, frame)
    return [sheet_of(list(frames(ids)), rows) for ids, rows in zip(texts, results, strict=True)]


def sheet_of(windows: list[Frame], results: Mapping[int, Mapping[str, Scores]]) -> Sheet:
    """Put the rows of a text's windows one after another."""
    ordered = [results[frame.core] for frame in windows]
    names = ordered[0].keys() if ordered else ()
    return Sheet(
        labels={n: np.concatenate([r[n] for r in ordered]) for n in names if n not in POINTERS},
        pointers={n: [row for r in ordered for row in r[n]] for n in names if n in POINTERS},
        frames=[frame for frame in windows for _ in range(frame.core, frame.stop)],
    )


def core_rows(found: Mapping[str, Scores], row: int, frame: Frame) -> dict[str, Scores]:
    """Take from one window the rows of the pieces for which it is the best window."""
    first, stop = 1 + frame.core - frame.start, 1 + frame.stop - frame.start
    width = frame.end - frame.start + 1
    return {
        name: values[row, first:stop, :width] if name in POINTERS else values[row, first:stop]
        for name, values in found.items()
    }


def log_softmax(scores: Scores) -> Scores:
    """Turn scores into logarithms of probabilities, along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def group_words(text: str, offsets: Sequence[tuple[int, int]]) -> list[Group]:
    """Find the words of a text and the pieces that overlap each.

    A piece may hold two marks ('.”'): both words then share it. A word that the tokenizer drops
    (a lone control character) is left out.
    """
    groups = []
    at = 0
    for word in WORD.finditer(text):
        while at < len(offsets) and offsets[at][1] <= word.start():
            at += 1
        stop = at
        while stop < len(offsets) and (offsets[stop][0] < word.end()):
            if offsets[stop][0] < 0:
                break
            stop += 1
        if stop > at:
            groups.append(Group(start=word.start(), end=word.end(), first=at, stop=stop))
    return groups


def vote(pieces: Scores, groups: Sequence[Group]) -> Scores:
    """Find each word's log-probability of each tag (O, B-a, I-a, B-b, …) from its pieces.

    A word begins a span if its first piece does and the others go on; it is inside one if all are.
    """
    if not groups:
        return np.zeros((0, pieces.shape[-1]), dtype=np.float32)
    logarithms = log_softmax(pieces)
    sums = np.concatenate([np.zeros_like(logarithms[:1]), np.cumsum(logarithms, axis=0)])
    first = np.array([group.first for group in groups])
    stop = np.array([group.stop for group in groups])
    count = (stop - first)[:, None].astype(np.float32)
    result: Scores = (sums[stop] - sums[first]) / count
    rest = sums[stop] - sums[first + 1]
    result[:, 1::2] = (logarithms[first, 1::2] + rest[:, 2::2]) / count
    return result.astype(np.float32)


def best_tags(scores: Scores) -> Whole:
    """Find the best lawful tags of one sequence: I-a only after B-a or I-a (Viterbi).

    O and every B may follow anything, so that one maximum serves them all.
    """
    length, width = scores.shape
    back = np.zeros((length, width), dtype=np.int64)
    begin, inside = np.arange(1, width, 2), np.arange(2, width, 2)
    if length == 0:
        return np.zeros(0, dtype=np.int64)
    state = scores[0].copy()
    state[inside] = IMPOSSIBLE
    for at in range(1, length):
        best = int(state.argmax())
        goes_on = state[inside] >= state[begin]
        back[at] = best
        back[at, inside] = np.where(goes_on, inside, begin)
        reached = np.full(width, state[best], dtype=np.float32)
        reached[inside] = np.where(goes_on, state[inside], state[begin])
        state = reached + scores[at]
    tags = np.empty(length, dtype=np.int64)
    tags[-1] = int(state.argmax())
    for at in range(length - 1, 0, -1):
        tags[at - 1] = back[at, tags[at]]
    return tags


def spans(tags: Whole, scores: Scores, types: Sequence[str]) -> list[Found]:
    """Collect the spans of a tag sequence."""
    found: list[Found] = []
    starts = [i for i, tag in enumerate(tags) if tag > 0 and tag % 2 == 1]
    for start in starts:
        end = start + 1
        while end < len(tags) and tags[end] == tags[start] + 1:
            end += 1
        chosen = scores[np.arange(start, end), tags[start:end]]
        type_ = types[(int(tags[start]) - 1) // 2]
        score = float(np.exp(chosen).mean())
        found.append(Found(tag=type_, first=start, last=end - 1, score=score))
    return found


def find_spans(pieces: Scores, groups: Sequence[Group], types: Sequence[str]) -> list[Found]:
    """Find the spans of one head in a text."""
    scores = vote(pieces, groups)
    return spans(best_tags(scores), scores, types)


def best_label(scores: Scores, pieces: tuple[int, int]) -> tuple[int, float]:
    """Find the label of a stretch of pieces, and its mean probability (for the act of a cue)."""
    mean = log_softmax(scores[pieces[0] : pieces[1]]).mean(0)
    best = int(mean.argmax())
    return best, float(np.exp(mean[best]))
