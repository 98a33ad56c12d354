"""What a score of a comparison row is worth, where cases with gold have taught it.

`steps.json` is written by `bench/calibrate.py`: for each table a bias, and for each row the bounds
between its steps and the log-odds of each step.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The log-odds of a score: `points[0]` up to the first of the bounds, and so on.

    There is one point more than there are bounds, which ascend.
    """

    bounds: tuple[float, ...] = ()
    points: tuple[float, ...] = (0.0,)

    def worth(self, score: float) -> float:
        """Give the log-odds that a score adds."""
        return self.points[bisect_left(self.bounds, score)]


NO_STEPS = Steps()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The log-odds before any row, and the steps of each row by its name."""

    bias: float
    rows: Mapping[str, Steps]

    def of(self, row: str) -> Steps:
        """Give the steps of a row, none where its scores taught nothing."""
        return self.rows.get(row, NO_STEPS)


def read_steps(table: str, share: float) -> Fitted:
    """Read what was fitted for a table of rows, "measures" or "yes_no", times a share."""
    data = files("ordmot.questions").joinpath("steps.json").read_text(encoding="utf-8")
    found = json.loads(data)[table]
    rows = {
        name: Steps(
            bounds=tuple(row["bounds"]), points=tuple(share * point for point in row["points"])
        )
        for name, row in found["rows"].items()
    }
    return Fitted(bias=share * found["bias"], rows=rows)
