"""Likeness: how two claims compare, row by row, as answers to one question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RowScore:
    """What one named row of the comparison found, what that is worth, and why.

    `share` is what the row adds to the log-odds; `reason` is None where the row has no words.
    """

    name: str
    score: float
    share: float
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The rows of two claims (their ids) and the chance, 0 to 1, that they answer one question.

    `bias` is the log-odds before any row.
    """

    claims: tuple[str, str]
    score: float
    bias: float
    rows: tuple[RowScore, ...]
