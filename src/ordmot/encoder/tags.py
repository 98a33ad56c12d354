"""From scores to tagged spans: words vote by their pieces, and the best lawful tags are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ordmot.encoder.pieces import Group
from ordmot.encoder.windows import Scores, Whole

IMPOSSIBLE = np.float32(-1e4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A span of words with a tag; `score` is the mean probability of its tags."""

    tag: str
    first: int
    last: int
    score: float


def log_softmax(scores: Scores) -> Scores:
    """Turn scores into logarithms of probabilities, along the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def vote(pieces: Scores, groups: Sequence[Group]) -> Scores:
    """Find each word's log-probability of each tag (O, B-a, I-a, B-b, …) from its pieces.

    A word begins a span if its first piece does and the others go on; it is inside one if all are.
    """
    if not groups:
        return np.zeros((0, pieces.shape[-1]), dtype=np.float32)
    logarithms = log_softmax(pieces)
    # Sums of thousands of logarithms, of which neighbours are then subtracted, need the precision.
    sums = np.concatenate([np.zeros_like(logarithms[:1]), np.cumsum(logarithms, 0, np.float64)])
    first = np.array([group.first for group in groups])
    stop = np.array([group.stop for group in groups])
    count = (stop - first)[:, None]
    result = (sums[stop] - sums[first]) / count
    rest = sums[stop] - sums[first + 1]
    result[:, 1::2] = (logarithms[first, 1::2] + rest[:, 2::2]) / count
    voted: Scores = result.astype(np.float32)
    return voted


def best_tags(scores: Scores) -> Whole:
    """Find the best lawful tags of one sequence: I-a only after B-a or I-a.

    Most of a text is surely outside all spans and parts it into stretches that do not hang
    together. Where each word's best tag makes a lawful stretch it is the best one; only elsewhere
    is it searched for.
    """
    tags: Whole = scores.argmax(-1).astype(np.int64)
    before = np.concatenate([[0], tags[:-1]])
    is_inside = (tags > 0) & (tags % 2 == 0)
    unlawful = np.flatnonzero(is_inside & (before != tags) & (before != tags - 1))
    if not len(unlawful):
        return tags
    edges = np.concatenate([[-1], np.flatnonzero(_surely_outside(scores)), [len(scores)]])
    for place in np.unique(np.searchsorted(edges, unlawful)):
        first, stop = edges[place - 1] + 1, edges[place]
        tags[first:stop] = _searched_tags(scores[first:stop])
    return tags


def _surely_outside(scores: Scores) -> npt.NDArray[np.bool_]:
    """Find the words that are outside all spans in the best lawful sequence, whatever the others.

    Another tag could only serve the next word, which may be inside after it. That gains at most
    what the next word's inside is better than its begin, for it may begin after anything.
    """
    margin = scores[:, 0] - scores[:, 1:].max(-1)
    gain = np.zeros_like(margin)
    gain[:-1] = (scores[1:, 2::2] - scores[1:, 1::2]).max(-1).clip(0)
    is_sure: npt.NDArray[np.bool_] = margin > gain
    return is_sure


def _searched_tags(scores: Scores) -> Whole:
    """Search for the best lawful tags (Viterbi).

    O and every B may follow anything, so that one maximum serves them all.
    """
    length, width = scores.shape
    back = np.zeros((length, width), dtype=np.int64)
    begin, inside = np.arange(1, width, 2), np.arange(2, width, 2)
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
    for start in np.flatnonzero(tags % 2 == 1):
        end = start + 1
        while end < len(tags) and tags[end] == tags[start] + 1:
            end += 1
        chosen = scores[np.arange(start, end), tags[start:end]]
        type_ = types[(int(tags[start]) - 1) // 2]
        score = float(np.exp(chosen).mean())
        found.append(Found(tag=type_, first=int(start), last=int(end) - 1, score=score))
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
