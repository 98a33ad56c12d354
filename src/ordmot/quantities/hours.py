"""How near a time of day is told: "about ten to one", "just before nine", "from 9.40 to 9.52"."""

from __future__ import annotations

from typing import NamedTuple

from ordmot.ledger import Hedge, Interval
from ordmot.lexicon.measures import hours_near
from ordmot.quantities.clocks import Clock
from ordmot.quantities.days import Tables
from ordmot.quantities.hedges import find_after, find_before
from ordmot.quantities.tokens import Tokens

_HEDGES = {
    "about": Hedge.ABOUT,
    "nearly": Hedge.LESS_THAN,
    "just_under": Hedge.LESS_THAN,
    "just_over": Hedge.MORE_THAN,
}
_DAY = 24
_HALF_DAY = 12


class Hours(NamedTuple):
    """A time of day as hours over tokens `start` to `end`, with the `words` of its hedge."""

    interval: Interval
    hedge: Hedge
    start: int
    end: int
    words: tuple[int, int]


def read_hours(
    tokens: Tokens, place: tuple[int, int], hours: float, tables: Tables
) -> Hours | None:
    """Read the hedge before or after a time of day; None where there is none.

    About v is v ± a quarter of an hour, just before v the quarter of an hour before it.
    """
    start, end = place
    just = tables.calendar.just.match_before(tokens.words, start)
    if just is not None:
        hedge = Hedge.LESS_THAN if just[0] == "just_before" else Hedge.MORE_THAN
        return Hours(hours_near(hours, hedge), hedge, just[1], end, (just[1], start))
    found = find_before(tokens, start, tables.vocabulary)
    if found is not None and found[0] in _HEDGES:
        hedge = _HEDGES[found[0]]
        return Hours(hours_near(hours, hedge), hedge, found[1], end, (found[1], start))
    after = find_after(tokens, end, tables.vocabulary)
    if after is not None and after[0] == "about":
        around = hours_near(hours, Hedge.ABOUT)
        return Hours(around, Hedge.ABOUT, start, after[1], (end, after[1]))
    return None


def join_hours(first: Clock, second: Clock) -> tuple[float, float]:
    """Give the hours of two times of day; the second lies after the first: "from 22 to 2".

    Where only one says its half of the day the other is in the same, if that keeps their order:
    "from 3 to 5 pm", "from 1 p.m. to 4".
    """
    low, high = first.hours, second.hours
    if second.half_said and not first.half_said and low + _HALF_DAY < high:
        low += _HALF_DAY
    if first.half_said and not second.half_said and high <= low < high + _HALF_DAY:
        high += _HALF_DAY
    return low, high if high > low else high + _DAY
