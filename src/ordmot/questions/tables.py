"""Comparing two claims of one dimension by the table of its rows."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ordmot.questions.answers import ANSWERS
from ordmot.questions.profile import Profile, Weights
from ordmot.questions.rows import COUNTS, MEASURES, YES_NO, Table

OPEN = ("who", "means", "origin")
"""The dimensions of what is answered with a name or a kind."""


def table_for(dimension: str) -> Table:
    """Give the table by which claims of a dimension are compared."""
    if dimension == "yes/no":
        return YES_NO
    if dimension in OPEN:
        return ANSWERS
    return COUNTS if dimension in ("count", "count per") else MEASURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How likely two claims answer one question (0 to 1), and the reasons that say so."""

    score: float
    reasons: tuple[str, ...]


def match(one: Profile, other: Profile, weights: Weights) -> Match:
    """Compare two claims of one dimension row by row."""
    table = table_for(one.dimension)
    total = table.bias
    reasons: list[str] = []
    for row in table.rows:
        verdict = row.compare(one, other, weights)
        total += row.weight * verdict.score
        if verdict.score > 0 and verdict.reason is not None:
            reasons.append(verdict.reason)
    return Match(score=1 / (1 + math.exp(-total)), reasons=tuple(reasons))
