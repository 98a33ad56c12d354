"""How likely two claims answer one question: the rows of their table added up."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from ordmot.questions.profile import Profile, Weights
from ordmot.questions.tables import Row, table_for

_MARGIN = 1e-6
"""Log-odds by which a sum may be off: far more than it ever is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How likely two claims answer one question (0 to 1), and the reasons that say so."""

    score: float
    reasons: tuple[str, ...]


def match(one: Profile, other: Profile, weights: Weights) -> Match:
    """Compare two claims of one dimension row by row."""
    rows = table_for(one.dimension).rows
    verdicts = {row.name: row.compare(one, other, weights) for row in rows}
    total = table_for(one.dimension).bias
    for row in (*_rows_alone(one.dimension), *(r for r, _ in _rows_of_case(one.dimension))):
        total += row.adds(verdicts[row.name].score)  # in the order in which rating adds
    said = (verdict.said for verdict in verdicts.values() if verdict.score > 0)
    return Match(
        score=1 / (1 + math.exp(-total)),
        reasons=tuple(reason for reason in said if reason is not None),
    )


def rate_alone(one: Profile, other: Profile, weights: Weights) -> float:
    """Add up what the two claims tell by themselves, in log-odds: the same in every case."""
    total = table_for(one.dimension).bias
    for row in _rows_alone(one.dimension):
        total += row.adds(row.compare(one, other, weights).score)
    return total


def rate_in_case(
    one: Profile, other: Profile, weights: Weights, alone: float, least: float = 0.0
) -> float:
    """Give the chance that two claims answer one question, from what they tell by themselves.

    As soon as it cannot come to `least` any more, it is 0.
    """
    goal = math.log(least / (1 - least)) - _MARGIN if least else -math.inf
    total = alone
    for row, most in _rows_of_case(one.dimension):
        if total + most < goal:
            return 0.0
        total += row.adds(row.compare(one, other, weights).score)
    return 1 / (1 + math.exp(-total))


@cache
def _rows_alone(dimension: str) -> tuple[Row, ...]:
    """Give the rows that look at two claims alone."""
    return tuple(row for row in table_for(dimension).rows if not row.is_of_case)


@cache
def _rows_of_case(dimension: str) -> tuple[tuple[Row, float], ...]:
    """Give the rows that depend on the case, and the most that each and those after it add.

    The telling ones come first: most pairs are given up after them.
    """
    rows = [row for row in table_for(dimension).rows if row.is_of_case]
    rows.sort(key=lambda row: (row.most, -row.weight))
    most = [sum(later.most for later in rows[at:]) for at in range(len(rows))]
    return tuple(zip(rows, most, strict=True))
