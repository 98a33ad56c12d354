"""Dates of publication as documents write them: "12. mars 2031 kl. 14.05", "Nov 10, 2031"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from ordmot.lexicon import LANGUAGES, read_data

_ISO = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")
_DOTTED = re.compile(r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4}|\d\d)\b")
_SLASHED = re.compile(r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d\d)\b")
_TIME = re.compile(
    r"(?P<kl>\bkl(?:\.|okk[ae]n?)?\s*)?(?<![\d.,/])(?P<h>\d{1,2})(?P<sep>[:.])(?P<min>\d\d)"
    r"(?::\d\d)?(?:\.\d+)?(?![\d/]|\.\d)\s?(?P<half>[ap]\.?m\b)?",
    re.I,
)
_TIME_REACH = 40  # characters between a date and its time: "Last updated at" and little more


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A date in ISO 8601, with its time if it stands beside it, and where its words stand."""

    iso: str
    start: int
    end: int


def find_date(text: str) -> Dating | None:
    """Find the first full date (day, month and year) of a line, with its time of day.

    >>> find_date("Oppdatert 3. februar 2031 kl. 07.15").iso
    '2031-02-03T07:15'
    """
    found = sorted(_dates(text), key=lambda dating: (dating[0], -dating[1]))
    if not found:
        return None
    start, end, iso = found[0]
    time = _time_beside(text, start, end)
    if time:
        return Dating(iso=f"{iso}T{time[2]}", start=min(start, time[0]), end=max(end, time[1]))
    return Dating(iso=iso, start=start, end=end)


def has_day(text: str) -> bool:
    """Tell whether a line names a day, with or without its year: "Friday", "14 March".

    >>> has_day("Sorva, fredag"), has_day("Sorva, March 3"), has_day("Sorva in March")
    (True, True, False)
    """
    return find_date(text) is not None or _day_pattern().search(text) is not None


def _dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Find every valid date: start, end, ISO 8601."""
    for pattern in (_ISO, _DOTTED):
        for match in pattern.finditer(text):
            yield from _valid(match, match["y"], int(match["m"]), match["d"])
    for match in _SLASHED.finditer(text):
        first, second = int(match["a"]), int(match["b"])
        # Day first, as in Norway and Britain, unless that is no date or the line is American.
        is_month_first = second > 12 or (first <= 12 and _is_american(text))
        day, month = (second, first) if is_month_first else (first, second)
        yield from _valid(match, match["y"], month, str(day))
    months = _months()
    for pattern in _named_patterns():
        for match in pattern.finditer(text):
            yield from _valid(match, match["y"], months[match["m"].lower()], match["d"])


def _valid(match: re.Match[str], year: str, month: int, day: str) -> Iterator[tuple[int, int, str]]:
    """Give the date of a match, unless there is no such day."""
    full_year = int(year) if len(year) == 4 else _century(int(year))
    try:
        moment = datetime(full_year, month, int(day))
    except ValueError:
        return
    yield match.start(), match.end(), moment.date().isoformat()


def _century(year: int) -> int:
    """Read a year of two digits: 69 to 99 are of the last century, as POSIX has it."""
    return 1900 + year if year >= 69 else 2000 + year


def _time_beside(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Find the time of day right after a date, else right before it: start, end, HH:MM."""
    for low, high in ((end, end + _TIME_REACH), (max(0, start - _TIME_REACH), start)):
        for match in _TIME.finditer(text, low, min(high, len(text))):
            clock = _clock(match)
            if clock:
                return match.start(), match.end(), clock
    return None


def _clock(match: re.Match[str]) -> str | None:
    """Read a time of day as HH:MM; None where the figures are no time or may be a date."""
    hour, minute = int(match["h"]), int(match["min"])
    if match["sep"] == "." and not match["kl"] and not match["half"]:
        return None
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _is_american(text: str) -> bool:
    """Tell whether a date line has a mark of American usage, such as a time zone."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    return any(mark in words for mark in read_data("en", "documents")["date_line"]["american"])


@cache
def day_names() -> frozenset[str]:
    """Give the names of days and months in every language."""
    calendars = [read_data(language, "calendar") for language in LANGUAGES]
    return frozenset(word for c in calendars for word in (*c["weekdays"], *c["months"]))


@cache
def _months() -> dict[str, int]:
    """Give the number of each month's name, in all languages at once."""
    return {
        name: number
        for language in LANGUAGES
        for name, number in read_data(language, "documents")["months"].items()
    }


@cache
def _day_pattern() -> re.Pattern[str]:
    """Build the pattern of a day of the week, or of a month without a year."""
    calendars = [read_data(language, "calendar") for language in LANGUAGES]
    days = "|".join({day for calendar in calendars for day in calendar["weekdays"]})
    months = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:{days})\b|\d{{1,2}}\.? (?:{months})\b|(?:{months})\.? \d{{1,2}}\b)", re.I
    )


@cache
def _named_patterns() -> tuple[re.Pattern[str], ...]:
    """Build the patterns of dates with a month's name."""
    names = "|".join(sorted(_months(), key=len, reverse=True))
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    return (
        re.compile(rf"\b{day}\.?\s+(?:of\s+)?(?P<m>{names})\b\.?,?\s+(?P<y>\d{{4}})\b", re.I),
        re.compile(rf"\b(?P<m>{names})\b\.?\s+{day},?\s+(?P<y>\d{{4}})\b", re.I),
    )
