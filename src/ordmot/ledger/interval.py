"""Intervals: what an amount in words licenses, never a point where the words are vague."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """All values from `low` to `high`; None is an open end, `*_open` excludes the end itself.

    "at least 12" is low=12, high=None; "more than 12" has low_open too; "no one" is 0 to 0.
    """

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Refuse NaN and a low end above the high end."""
        ends = [end for end in (self.low, self.high) if end is not None]
        if any(math.isnan(end) for end in ends) or (len(ends) == 2 and ends[0] > ends[1]):
            raise ValueError(f"An interval runs from low to high, not {self.low} to {self.high}.")

    @property
    def is_point(self) -> bool:
        """Tell whether only one value is meant."""
        return self.low is not None and self.low == self.high

    @property
    def middle(self) -> float | None:
        """Give the middle of a bounded interval, the one end of a half-open one, None of all."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        return (self.low + self.high) / 2

    def contains(self, value: float) -> bool:
        """Tell whether the value lies within the ends."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = (
            self.high is None or value < self.high or (value == self.high and not self.high_open)
        )
        return above and below

    def is_below(self, other: Interval) -> bool:
        """Tell whether every value here is smaller than every value of the other."""
        if self.high is None or other.low is None:
            return False
        touching = self.high_open or other.low_open
        return self.high < other.low or (self.high == other.low and touching)

    def is_disjoint(self, other: Interval) -> bool:
        """Tell whether no value satisfies both: the two cannot both be right."""
        return self.is_below(other) or other.is_below(self)

    def covers(self, other: Interval) -> bool:
        """Tell whether every value of the other is licensed here too."""
        return not _reaches_below(other, self) and not _reaches_above(other, self)

    def scale(self, factor: float) -> Interval:
        """Multiply both ends by a positive factor: a unit conversion."""
        return Interval(
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
            low_open=self.low_open,
            high_open=self.high_open,
        )

    def plus(self, other: Interval) -> Interval:
        """Add two intervals end by end: 250 exactly plus 3,500 to 3,600 is 3,750 to 3,850."""
        return Interval(
            low=None if self.low is None or other.low is None else self.low + other.low,
            high=None if self.high is None or other.high is None else self.high + other.high,
            low_open=self.low_open or other.low_open,
            high_open=self.high_open or other.high_open,
        )

    def __str__(self) -> str:
        """Write the interval for a reader: `12`, `≥ 12`, `> 12`, `< 5`, `3–4`."""
        if self.low is None and self.high is None:
            return "?"
        if self.is_point:
            return format_number(self.low or 0)
        if self.low is None:
            return f"{'<' if self.high_open else '≤'} {format_number(self.high or 0)}"
        if self.high is None:
            return f"{'>' if self.low_open else '≥'} {format_number(self.low)}"
        return f"{format_number(self.low)}–{format_number(self.high)}"


def _reaches_below(inner: Interval, outer: Interval) -> bool:
    """Tell whether `inner` has values under the low end of `outer`."""
    if outer.low is None:
        return False
    if inner.low is None or inner.low < outer.low:
        return True
    return inner.low == outer.low and outer.low_open and not inner.low_open


def _reaches_above(inner: Interval, outer: Interval) -> bool:
    """Tell whether `inner` has values over the high end of `outer`."""
    if outer.high is None:
        return False
    if inner.high is None or inner.high > outer.high:
        return True
    return inner.high == outer.high and outer.high_open and not inner.high_open


def in_days(interval: Interval) -> Interval:
    """Give a stretch of time as its first and last day; what ends as a day begins ends before.

    >>> str(in_days(Interval(low=738702.5, high=738704, high_open=True))).replace("\u202f", "")
    '738702–738703'
    """
    low = None if interval.low is None else math.floor(interval.low)
    if interval.high is None:
        return Interval(low=low, high=None, low_open=interval.low_open)
    high = math.ceil(interval.high) - 1 if interval.high_open else math.floor(interval.high)
    return Interval(low=low, high=high if low is None else max(low, high))


def format_day(value: float) -> str:
    """Write the day that a number of days since 0001-01-01 falls on, the number where none does.

    >>> format_day(738702.0)
    '2023-07-01'
    """
    is_day = 1 <= value < date.max.toordinal()
    return date.fromordinal(int(value)).isoformat() if is_day else format_number(value)


def parse_end(typed: str) -> float:
    """Read an end of an interval as it is typed: a number, or a day; ValueError where it is none.

    >>> parse_end("12.5"), parse_end("2023-07-01")
    (12.5, 738702.0)
    """
    try:
        return float(typed)
    except ValueError:
        return float(date.fromisoformat(typed.strip()).toordinal())


def format_number(value: float) -> str:
    """Write a number with narrow no-break spaces between thousands and at most four decimals.

    >>> format_number(4000.0) == "4\N{NARROW NO-BREAK SPACE}000", format_number(1.5)
    (True, '1.5')
    """
    if abs(value) >= 1e15 or math.isinf(value):
        return f"{value:g}"
    rounded = round(value, 4)
    text = f"{rounded:,.4f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u202f")
