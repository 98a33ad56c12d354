"""How amounts, sizes and relations are written for a reader."""

from __future__ import annotations

import pytest

from ordmot.cli.views.accounts import relation_of, size_of
from ordmot.cli.views.accounts import unit_of as unit
from ordmot.ledger import Gap, Relation, Size, Span


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("hour", 1.0, "hour"),
        ("hour", 6.0, "hours"),
        ("day", None, "days"),
        ("percent", 40.0, "%"),
        (None, 4.0, ""),
        ("NOK", 40.0, "NOK"),
        ("furlong_per_fortnight", 2.0, "furlong per fortnight"),
    ],
)
def test_units_are_words(name: str | None, value: float | None, written: str) -> None:
    assert unit(name, value) == written


@pytest.mark.parametrize(
    ("ratio", "difference", "unit", "written"),
    [
        (62.54, 246.0, None, "63 times apart"),
        (2.345, 3.0, None, "2.3 times apart"),
        (None, 23.0, None, "23 apart"),
        (None, 2.0, "hour", "2 hours apart"),
        (None, None, None, ""),
    ],
)
def test_sizes_are_words(
    ratio: float | None, difference: float | None, unit: str | None, written: str
) -> None:
    size = Size(nearest_ratio=ratio, middle_ratio=None, difference=difference, unit=unit)
    assert size_of(size) == written


@pytest.mark.parametrize("relation", Relation)
def test_only_what_cannot_both_be_right_is_apart(relation: Relation) -> None:
    gap = Gap(
        relation=relation,
        question=None,
        claims=("a", "b"),
        size=Size(nearest_ratio=4.0, middle_ratio=4.0, difference=30.0, unit=None),
        score=0.5,
        is_weak=False,
        is_hint=True,
        reason="invented",
        rule="invented",
        rule_version="1",
        spans=(Span(document="d", start=0, end=1, text="4"),),
    )
    can_agree = {Relation.AGREES, Relation.REFINES, Relation.SUBSET, Relation.SUMS_TO}
    assert ("apart" in relation_of(gap)) == (relation not in can_agree)
    assert "a hint" in relation_of(gap)
