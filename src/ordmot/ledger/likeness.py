"""Likeness: how two claims compare, row by row, as answers to one question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RowScore:
    """What one named row of the comparison found: -1 (apart) to 1 (alike), and why.

    `weight` is the log-odds that a score of 1 adds; `reason` is None where the row has no words.
    """

    name: str
    weight: float
    score: float
    reason: str | None

    @property
    def share(self) -> float:
        """Give what the row adds to the log-odds."""
        return self.weight * self.score


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The rows of two claims (their ids) and the chance, 0 to 1, that they answer one question.

    `bias` is the log-odds before any row.
    """

    claims: tuple[str, str]
    score: float
    bias: float
    rows: tuple[RowScore, ...]
