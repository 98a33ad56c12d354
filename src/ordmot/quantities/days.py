"""What every date reader shares: the anchor, the word tables, and the record of a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from ordmot.quantities.calendar import Calendar
from ordmot.quantities.moments import Moment
from ordmot.quantities.numbers import is_digits
from ordmot.quantities.vocabulary import Vocabulary

_FIRST_YEAR, _LAST_YEAR = 1000, 2199
# Outside these years a document's date is a mistake, and "last century" may leave the calendar.
_EARLIEST, _LATEST = 500, 9000


class Anchor(NamedTuple):
    """The moment that dates are told from; `forward` reads a bare "Monday" as the coming one.

    `offset` is its hours before Greenwich, where known: a clock with a zone is told in it.
    """

    now: datetime | None
    forward: bool = False
    offset: float | None = None


def anchor_at(now: datetime | Anchor | None) -> Anchor:
    """Make the anchor of a moment, with the offset of its time zone if it has one."""
    if isinstance(now, Anchor):
        return now
    if now is None or not _EARLIEST <= now.year <= _LATEST:
        return Anchor(None)
    offset = now.utcoffset()
    hours = None if offset is None else offset.total_seconds() / 3600
    return Anchor(now.replace(tzinfo=None), offset=hours)


class Tables(NamedTuple):
    """The word tables that dates need."""

    calendar: Calendar
    vocabulary: Vocabulary


class Day(NamedTuple):
    """A date over tokens `start` to `end`; the moment is None where it cannot be told."""

    start: int
    end: int
    moment: Moment | None
    grain: str
    reason: str
    has_amount: bool = False


def is_year(word: str) -> bool:
    """Tell whether a token can be a year."""
    return len(word) == 4 and is_digits(word) and _FIRST_YEAR <= int(word) <= _LAST_YEAR


def make_date(year: int, month: int, day: int) -> date | None:
    """Make a date, None if there is no such day."""
    try:
        return date(year, month, day) if year < 9990 else None
    except ValueError:
        return None
