"""From pointer scores to dependency trees: the best tree over the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ordmot.encoder.pieces import Group
from ordmot.encoder.tags import IMPOSSIBLE
from ordmot.encoder.windows import Scores, Sheet, Whole


def best_tree(scores: Scores) -> list[int]:
    """Find the best tree: scores[i, j] of word i + 1 hanging on word j, 0 being the root.

    Each word takes its best head; only where that gives a circle or several roots is the best
    spanning tree searched for, once per possible root.
    """
    count = len(scores)
    greedy = scores.copy()
    greedy[np.arange(count), np.arange(1, count + 1)] = IMPOSSIBLE
    heads = [int(head) for head in greedy.argmax(-1)]
    if is_tree(heads):
        return heads
    square = np.full((count + 1, count + 1), IMPOSSIBLE, dtype=np.float64)
    square[1:] = greedy
    roots = np.argsort(-greedy[:, 0])[:5]
    found = [tree_with_root(square, int(root) + 1) for root in roots]
    best: list[int] = max(found, key=lambda heads: tree_score(square, heads))
    return best


def is_tree(heads: Sequence[int]) -> bool:
    """Tell whether heads (0 the root) form one tree with one root.

    >>> is_tree([2, 0, 2]), is_tree([2, 1, 0])
    (True, False)
    """
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(1, len(heads) + 1):
        at, steps = word, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def tree_score(square: npt.NDArray[np.float64], heads: Sequence[int]) -> float:
    """Add up the scores of a tree's arcs."""
    return float(sum(square[word, head] for word, head in enumerate(heads, start=1)))


def tree_with_root(square: npt.NDArray[np.float64], root: int) -> list[int]:
    """Find the best tree in which one given word hangs on the root."""
    forced = square.copy()
    forced[1:, 0] = 2 * IMPOSSIBLE
    forced[root, :] = 2 * IMPOSSIBLE
    forced[root, 0] = 0.0
    return [int(head) for head in spanning_tree(forced)[1:]]


def spanning_tree(scores: npt.NDArray[np.float64]) -> Whole:
    """Find the best spanning tree from node 0 (Chu and Liu, Edmonds)."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads: Whole = scores.argmax(-1)
    heads[0] = 0
    circle = find_circle(heads)
    if not circle:
        return heads
    outside = [node for node in range(len(scores)) if node not in set(circle)]
    return expanded(scores, heads, circle, outside)


def find_circle(heads: Whole) -> list[int]:
    """Find the nodes of one circle, none if there is no circle."""
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path = []
        at = start
        while at and not state[at]:
            state[at] = start
            path.append(at)
            at = int(heads[at])
        if at and state[at] == start:
            return path[path.index(at) :]
    return []


def expanded(
    scores: npt.NDArray[np.float64], heads: Whole, circle: list[int], outside: list[int]
) -> Whole:
    """Shrink a circle to one node, solve the smaller problem, and open the circle again."""
    ring = np.array(circle)
    rest = np.array(outside)
    kept = scores[ring, heads[ring]]
    entering = scores[np.ix_(ring, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, ring)]
    size = len(rest)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    smaller[size, :size] = entering.max(0)
    smaller[:size, size] = leaving.max(1)
    solved = spanning_tree(smaller)
    result = heads.copy()
    for place, node in enumerate(rest):
        if place:
            head = int(solved[place])
            result[node] = ring[leaving[place].argmax()] if head == size else rest[head]
    entry = int(solved[size])
    result[ring[entering[:, entry].argmax()]] = rest[entry]
    return result


def head_scores(sheet: Sheet, firsts: Whole) -> Scores:
    """Lay out how much each word hangs on the root (column 0) and on each other word."""
    scores = np.full((len(firsts), len(firsts) + 1), IMPOSSIBLE, dtype=np.float32)
    for word, first in enumerate(firsts):
        number = sheet.frame_at(int(first))
        frame = sheet.frames[number]
        row, start = sheet.pointers["heads"][number][first - frame.core], frame.start
        scores[word, 0] = row[0]
        columns = firsts - start + 1
        seen = np.flatnonzero((columns >= 1) & (columns < len(row)))
        scores[word, 1 + seen] = row[columns[seen]]
    return scores


def sentence_tree(sheet: Sheet, groups: Sequence[Group], root: int) -> tuple[list[int], list[int]]:
    """Find heads and relation numbers of the words of one sentence; `root` is the root's number."""
    firsts = np.array([group.first for group in groups])
    heads = best_tree(head_scores(sheet, firsts))
    above = firsts[[max(head, 1) - 1 for head in heads]]
    scores = sheet.labels["relations_down"][firsts] + sheet.labels["relations_up"][above]
    scores[:, root] = IMPOSSIBLE
    chosen = scores.argmax(-1)
    return heads, [root if head == 0 else int(c) for head, c in zip(heads, chosen, strict=True)]
