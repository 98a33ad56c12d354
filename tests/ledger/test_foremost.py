"""Which gap stands for those of one question and relation."""

from __future__ import annotations

import pytest

from ordmot.ledger import Gap, Relation, Size, foremost


def make_gap(name: str, score: float, ratio: float | None) -> Gap:
    return Gap(
        relation=Relation.CONTRADICTS,
        question="q",
        claims=(name, "other"),
        size=Size(nearest_ratio=ratio, middle_ratio=ratio, difference=None, unit=None),
        score=score,
        is_weak=False,
        reason="invented",
        rule="invented",
        rule_version="1",
        spans=(),
    )


@pytest.mark.parametrize(
    ("gaps", "chosen"),
    [
        ([("a", 0.95, 1.3), ("b", 0.94, 2.4)], "a"),
        ([("a", 0.95, 1.01), ("b", 0.9, 1.5), ("c", 0.88, 2.4), ("d", 0.7, 9.0)], "c"),
        ([("a", 0.95, None), ("b", 0.94, 2.4)], "a"),
        ([("a", 0.95, 1.01), ("b", 0.8, 2.4)], "a"),
    ],
)
def test_the_surest_stands_for_all_unless_rounding_may_part_it(
    gaps: list[tuple[str, float, float | None]], chosen: str
) -> None:
    assert foremost([make_gap(*gap) for gap in gaps]).claims[0] == chosen
