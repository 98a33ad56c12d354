"""Times of day that are told with their day: "3 p.m. on Tuesday" says when, as "3 p.m." does."""

from __future__ import annotations

import math
from dataclasses import replace

from ordmot.claims.scene import Scene
from ordmot.ledger import DAY, Interval, Quantity, QuantityKind
from ordmot.lexicon.measures import hours_near

_GRAINS = ("hour", "minute", "second")
_DAY = 24


def hours_of(quantity: Quantity) -> Quantity:
    """Give a moment of a day as the hours of that day; anything else as it is.

    The date need not be known for that: a text without a date has no Tuesday, but 3 p.m.
    """
    is_moment = quantity.kind is QuantityKind.DATE and quantity.unit in _GRAINS
    if not is_moment or not quantity.stated:
        return quantity
    return replace(
        quantity,
        kind=QuantityKind.TIME_OF_DAY,
        dimension=QuantityKind.TIME_OF_DAY.value,
        interval=_interval(quantity),
        reason=f"{quantity.reason}, the time of day",
    )


def time_concept(quantity: Quantity) -> str:
    """Give what a time is compared by: its day, whatever the hour; else all that it spans."""
    low, high = quantity.interval.low, quantity.interval.high
    if quantity.kind is QuantityKind.DATE and low is not None and high is not None:
        day = math.floor(low)
        if high <= day + 1:
            return f"{DAY}{day}"
    return f"@{quantity.interval}"


def is_told_again(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a time is another zone's for the time before it: "at 3 p.m. (1 p.m. GMT)"."""
    times = (QuantityKind.TIME_OF_DAY, QuantityKind.DATE)
    if quantity.kind not in times:
        return False
    ends = [q.span.end for q in scene.quantities if q.kind in times]
    return any(
        end < quantity.span.start
        and scene.sentence.part(end, quantity.span.start).text.strip() == "("
        for end in ends
    )


def _interval(quantity: Quantity) -> Interval:
    """Give the hours that the words state, as wide as their hedge makes them."""
    first, last = quantity.stated[0], quantity.stated[-1]
    if (quantity.interval.low is None) != (quantity.interval.high is None):
        is_until = quantity.interval.low is None
        return replace(
            quantity.interval, low=None if is_until else first, high=first if is_until else None
        )
    if last == first:
        return hours_near(first, quantity.hedge)
    return Interval(low=first, high=last if last > first else last + _DAY)
