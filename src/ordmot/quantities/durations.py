"""Moments told by a duration: "12 days ago", "in two minutes", "om en halv time"."""

from __future__ import annotations

from ordmot.ledger import QuantityKind
from ordmot.quantities.days import Anchor, Tables
from ordmot.quantities.figures import Figure
from ordmot.quantities.moments import Moment, floor, shift
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.whens import When, moment_interval

# The grain of a moment told by a count of units: "three years ago" is told to a month.
_AGO_GRAINS = {
    "second": "second",
    "minute": "second",
    "hour": "minute",
    "day": "hour",
    "week": "day",
}


def read_ago(tokens: Tokens, figure: Figure, tables: Tables, anchor: Anchor) -> When | None:
    """Read the moment that a duration tells: "12 days ago", "in two minutes", "om en halv time"."""
    unit, calendar = figure.unit, tables.calendar
    if (
        unit is None
        or unit.dimension != "duration"
        or anchor.now is None
        or (not figure.value.is_point and figure.value.high is None)
    ):
        return None
    end = figure.end + 1 if tokens.word(figure.end) in calendar.more else figure.end
    back, ahead = calendar.ago.match(tokens.words, end), calendar.ahead.match(tokens.words, end)
    before = calendar.ahead_before.match_before(tokens.words, figure.start)
    if back is None and ahead is None and before is None:
        return None
    count = _ago_count(figure)
    try:
        moved = shift(anchor.now, -count if back else count, unit.name)
    except (OverflowError, KeyError, ValueError):
        return None
    grain = _AGO_GRAINS.get(unit.name, "month")
    begin = floor(moved, grain)
    last = (back or ahead or ("", end))[1]
    start = figure.start if before is None or back or ahead else before[1]
    moment = Moment(begin, shift(begin, 1, grain), grain)
    return When(
        QuantityKind.DATE, start, last, moment_interval(moment), grain, "told by a duration", True
    )


def _ago_count(figure: Figure) -> float:
    """Give the number of units: the stated one, or for a vague word the third of its few."""
    low, high = figure.value.low, figure.value.high
    return low if figure.value.is_point or (high or 0) <= 3 else min(3.0, low + 1)
