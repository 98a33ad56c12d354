"""The best tree over the words of a sentence."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.encoder.pieces import Group
from ordmot.encoder.tags import IMPOSSIBLE
from ordmot.encoder.trees import best_tree, head_scores, is_tree, sentence_tree, tree_score
from ordmot.encoder.windows import Frame, Sheet

NUMBERS = st.floats(-5, 5, allow_nan=False, width=32)


@settings(max_examples=60)
@given(st.integers(1, 4).flatmap(lambda n: st.lists(NUMBERS, min_size=n * 5, max_size=n * 5)))
def test_best_tree_is_a_tree_and_no_tree_scores_higher(values: list[float]) -> None:
    count = len(values) // 5
    scores = np.array(values, dtype=np.float32).reshape(count, 5)[:, : count + 1]
    heads = best_tree(scores)
    square = np.full((count + 1, count + 1), float(IMPOSSIBLE))
    square[1:] = scores
    trees = [t for t in itertools.product(range(count + 1), repeat=count) if is_tree(t)]
    assert is_tree(heads)
    assert tree_score(square, heads) == pytest.approx(
        max(tree_score(square, tree) for tree in trees if no_loop(tree)), abs=1e-3
    )


def no_loop(tree: tuple[int, ...]) -> bool:
    """Tell whether no word hangs on itself."""
    return all(head != word for word, head in enumerate(tree, start=1))


def pointing(targets: list[int | None]) -> Sheet:
    """Make the sheet of a short text whose pieces point at the targets, all in one frame."""
    count = len(targets)
    rows = []
    for target in targets:
        row = np.zeros(count + 1, dtype=np.float32)
        row[0 if target is None else target + 1] = 9.0
        rows.append(row)
    frame = Frame(start=0, end=count, core=0, stop=count)
    return Sheet(labels={}, pointers={"heads": [np.stack(rows)]}, frames=[frame])


def one_piece_words(count: int) -> list[Group]:
    """Make words of one piece each."""
    return [Group(start=2 * i, end=2 * i + 1, first=i, stop=i + 1) for i in range(count)]


def test_a_sentence_takes_its_root_relation_from_the_tree() -> None:
    sheet = pointing([1, None, 1])
    down = np.zeros((3, 2), dtype=np.float32)
    down[:, 0] = 5.0  # every word looks like a root by itself
    sheet.labels.update(relations_down=down, relations_up=np.zeros((3, 2), dtype=np.float32))
    heads, relations = sentence_tree(sheet, one_piece_words(3), root=0)
    assert heads == [2, 0, 2]
    assert relations == [1, 0, 1]


def test_heads_outside_the_frame_are_impossible() -> None:
    sheet = pointing([None, 0])
    sheet.pointers["heads"].append(sheet.pointers["heads"][0])
    sheet.frames.append(Frame(start=500, end=502, core=500, stop=502))
    assert head_scores(sheet, np.array([0, 1, 500]))[0, 3] == IMPOSSIBLE
