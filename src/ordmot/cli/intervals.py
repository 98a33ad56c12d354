"""Intervals and places as they are typed."""

from __future__ import annotations

from ordmot.errors import SettingsError
from ordmot.ledger import Interval, parse_end

_HOW = (
    "Write 40 for exactly 40, 40..55, 40.. for at least, ..55 for at most, >40 or <55; a day as "
    "2031-05-17."
)


def parse_interval(typed: str) -> Interval:
    """Read an interval as it is typed; SettingsError where it is none.

    >>> str(parse_interval("40..55")), str(parse_interval(">12"))
    ('40–55', '> 12')
    """
    try:
        if typed.startswith(">"):
            return Interval(low=parse_end(typed[1:]), high=None, low_open=True)
        if typed.startswith("<"):
            return Interval(low=None, high=parse_end(typed[1:]), high_open=True)
        low, dots, high = typed.partition("..")
        first = parse_end(low) if low.strip() else None
        last = (parse_end(high) if high.strip() else None) if dots else first
        if first is None and last is None:
            raise ValueError(typed)
        return Interval(low=first, high=last)
    except ValueError:
        raise SettingsError(f"{typed!r} is no interval. {_HOW}") from None


def parse_place(typed: str) -> tuple[int, int]:
    """Read where words stand, `120:134`; SettingsError where that is no place."""
    start, colon, end = typed.partition(":")
    if not colon or not start.isdecimal() or not end.isdecimal() or int(start) >= int(end):
        raise SettingsError(
            f"{typed!r} is no place in a document. Write START:END in characters, as in 120:134; "
            "`ordmot question ID` shows those of other accounts."
        )
    return int(start), int(end)
