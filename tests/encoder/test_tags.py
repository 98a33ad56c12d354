"""Lawful tags, and words that vote by their pieces."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.encoder.pieces import Group
from ordmot.encoder.tags import best_tags, find_spans, vote

NUMBERS = st.floats(-5, 5, allow_nan=False, width=32)
ROLES = ("Source", "Cue", "Content")


def is_lawful(tags: tuple[int, ...]) -> bool:
    """Tell whether every inside tag follows a begin or inside of its own kind."""
    before = (0, *tags[:-1])
    return all(
        tag == 0 or tag % 2 == 1 or last in {tag, tag - 1}
        for last, tag in zip(before, tags, strict=True)
    )


@given(st.lists(st.lists(NUMBERS, min_size=5, max_size=5), min_size=1, max_size=5))
def test_best_tags_are_lawful_and_no_lawful_sequence_scores_higher(rows: list[list[float]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    found = tuple(int(tag) for tag in best_tags(scores))
    places = range(len(rows))
    every = itertools.product(range(5), repeat=len(rows))
    best = max(scores[places, list(tags)].sum() for tags in every if is_lawful(tags))
    assert is_lawful(found)
    assert scores[places, list(found)].sum() == pytest.approx(best, abs=1e-3)


def test_a_word_begins_a_span_when_its_first_piece_does_and_the_rest_go_on() -> None:
    pieces = np.zeros((2, 3), dtype=np.float32)
    pieces[0, 1] = pieces[1, 2] = 9.0
    scores = vote(pieces, [Group(start=0, end=4, first=0, stop=2)])
    assert int(scores.argmax()) == 1


def one_piece_words(count: int) -> list[Group]:
    """Make words of one piece each."""
    return [Group(start=2 * i, end=2 * i + 1, first=i, stop=i + 1) for i in range(count)]


def test_spans_carry_the_mean_probability_of_their_tags() -> None:
    pieces = np.zeros((3, 7), dtype=np.float32)
    pieces[0, 3], pieces[1, 4], pieces[2, 0] = 20.0, 20.0, 20.0
    (span,) = find_spans(pieces, one_piece_words(3), ROLES)
    assert (span.tag, span.first, span.last) == ("Cue", 0, 1)
    assert span.score == pytest.approx(1.0, abs=1e-3)
