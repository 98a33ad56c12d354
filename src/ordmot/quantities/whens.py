"""The record of a date or a time of day, with its interval in days or hours."""

from __future__ import annotations

from typing import NamedTuple

from ordmot.ledger import Hedge, Interval, QuantityKind
from ordmot.quantities.moments import Moment, ordinal_days

_DAY = 24


class When(NamedTuple):
    """A date, a time of day or both, over tokens `start` to `end`, with the hedge inside them."""

    kind: QuantityKind
    start: int
    end: int
    interval: Interval
    grain: str
    reason: str
    has_amount: bool = False
    stated: tuple[float, ...] = ()
    hedge: Hedge = Hedge.EXACT
    hedge_tokens: tuple[int, int] | None = None


def moment_interval(moment: Moment | None) -> Interval:
    """Give a moment as days; both ends are unknown without one."""
    if moment is None or moment.begin is None or moment.end is None:
        return Interval(low=None, high=None)
    return Interval(low=ordinal_days(moment.begin), high=ordinal_days(moment.end), high_open=True)


def half_open(edge: float, lower: bool) -> Interval:
    """Give the time from an edge on, or up to it; before midnight is before the day ends."""
    if lower:
        return Interval(low=edge, high=None)
    edge = edge or _DAY
    return Interval(low=None, high=edge, high_open=True)


def clear_of(when: When, position: int) -> When:
    """Take from a time the hedge words that an amount before it has."""
    words = when.hedge_tokens
    if words is None or words[0] != when.start or not when.start < position <= words[1]:
        return when
    return when._replace(start=words[1], hedge_tokens=None)
