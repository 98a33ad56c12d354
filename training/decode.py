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
BATCH = 16
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One attribution, as numbers of spans; no cue or source where the text has none."""

    source: int | None
    cue: int | None
    contents: tuple[int, ...]


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


def pointer_rows(sheet: Sheet, name: str, pieces: Sequence[int]) -> list[tuple[int, Scores]]:
    """Find the pointer log-probabilities of some pieces, each with the start of its frame.

    Place 0 of a row stands for "nothing"; place p for piece `start + p - 1`.
    """
    return [(sheet.frames[p].start, log_softmax(sheet.pointers[name][p])) for p in pieces]


def aim(rows: Sequence[tuple[int, Scores]], target: tuple[int, int] | None) -> float:
    """Find how much rows point at a target (its pieces, or None for "nothing").

    Rows whose frame does not hold the target have no say; if none holds it, it is out of reach.
    """
    votes = []
    for start, row in rows:
        if target is None:
            votes.append(float(row[0]))
            continue
        first, stop = target[0] - start + 1, target[1] - start + 1
        if first >= 1 and first < len(row):
            votes.append(float(np.logaddexp.reduce(row[first : min(stop, len(row))])))
    return sum(votes) / len(votes) if votes else float(IMPOSSIBLE)


def pieces_of(span: Found, groups: Sequence[Group]) -> tuple[int, int]:
    """Find the first piece of a span and the one after its last."""
    return groups[span.first].first, groups[span.last].stop


def best_target(
    rows: Sequence[tuple[int, Scores]],
    candidates: Sequence[int],
    places: Sequence[tuple[int, int]],
) -> int | None:
    """Choose which of the candidate spans rows point at, None for nothing."""
    best, best_score = None, aim(rows, None)
    for candidate in candidates:
        score = aim(rows, places[candidate])
        if score > best_score:
            best, best_score = candidate, score
    return best


def link(found: Sequence[Found], groups: Sequence[Group], sheet: Sheet) -> list[Linked]:
    """Tie contents to their cues, and cues to their sources."""
    places = [pieces_of(span, groups) for span in found]
    by_tag = {
        tag: [i for i, span in enumerate(found) if span.tag == tag]
        for tag in ("Source", "Cue", "Content")
    }
    targets: dict[int, int | None] = {}
    for role, allowed in (("Content", ("Cue", "Source")), ("Cue", ("Source",))):
        for number in by_tag[role]:
            rows = pointer_rows(sheet, "links", range(*places[number]))
            near = within_reach([c for tag in allowed for c in by_tag[tag]], places, number)
            targets[number] = best_target(rows, near, places)
    return gathered(found, targets)


def best_label(scores: Scores, pieces: tuple[int, int]) -> tuple[int, float]:
    """Find the label of a stretch of pieces, and its mean probability (for the act of a cue)."""
    mean = log_softmax(scores[pieces[0] : pieces[1]]).mean(0)
    best = int(mean.argmax())
    return best, float(np.exp(mean[best]))


def within_reach(
    candidates: Sequence[int], places: Sequence[tuple[int, int]], number: int
) -> list[int]:
    """Leave out candidates that no window can hold together with the span."""
    start, stop = places[number]
    return [c for c in candidates if start - WINDOW < places[c][0] < stop + WINDOW]


def gathered(found: Sequence[Found], targets: Mapping[int, int | None]) -> list[Linked]:
    """Gather the contents of each cue; content without a cue stands alone, with its source."""
    contents: dict[int | None, list[int]] = {}
    result = []
    for number, target in targets.items():
        if found[number].tag != "Content":
            continue
        if target is not None and found[target].tag == "Cue":
            contents.setdefault(target, []).append(number)
        else:
            result.append(Linked(source=target, cue=None, contents=(number,)))
    for cue, numbers in contents.items():
        source = targets[cue] if cue is not None else None
        result.append(Linked(source=source, cue=cue, contents=tuple(sorted(numbers))))
    return sorted(result, key=lambda linked: linked.contents)


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
        row, start = sheet.pointers["heads"][first], sheet.frames[first].start
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
