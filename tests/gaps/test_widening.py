"""Widening an interval never makes a contradiction."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ordmot.gaps import compare
from ordmot.ledger import Answer, Claim, Interval, Question, Reading, Relation
from tests.questions.case import document

ONE = document("The mayor of Olvik says that 40 people were killed in Olvik.", "en", "one.txt")
OTHER = document("The hospital of Olvik says that 25 people were killed in Olvik.", "en", "two.txt")


def count_of(reading: Reading) -> Claim:
    return next(claim for claim in reading.claims if claim.quantity is not None)


def with_interval(reading: Reading, interval: Interval) -> Reading:
    claim = count_of(reading)
    assert claim.quantity is not None
    return replace(
        reading, claims=(replace(claim, quantity=replace(claim.quantity, interval=interval)),)
    )


def contradicts(one: Reading, other: Reading) -> bool:
    claims = [count_of(one), count_of(other)]
    answers = tuple(
        Answer(claim=claim.id, score=0.9, root=str(number), reasons=())
        for number, claim in enumerate(claims)
    )
    question = Question(
        text="How many?",
        language="en",
        dimension="count",
        unit=None,
        concepts=(),
        scope=(),
        answers=answers,
    )
    gaps, _ = compare((one, other), (), (question,))
    return any(gap.relation is Relation.CONTRADICTS for gap in gaps)


ends = st.integers(0, 90)


@given(ends, ends, ends, st.integers(0, 30), st.integers(0, 30))
def test_a_wider_interval_contradicts_no_more(
    low: int, length: int, rival: int, down: int, up: int
) -> None:
    fixed = with_interval(OTHER, Interval(low=rival, high=rival))
    narrow = Interval(low=low, high=low + length)
    wide = Interval(low=max(0, low - down), high=low + length + up)
    was = contradicts(with_interval(ONE, narrow), fixed)
    assert was or not contradicts(with_interval(ONE, wide), fixed)


def test_disjoint_figures_do_contradict() -> None:
    assert contradicts(ONE, OTHER)
