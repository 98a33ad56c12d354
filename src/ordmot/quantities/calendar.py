"""Dates, years and times of day that are written out in full or in part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from ordmot.ledger import Interval, QuantityKind
from ordmot.lexicon import read_data, serving_language
from ordmot.quantities.marks import Mark
from ordmot.quantities.numbers import find_atoms, is_digits
from ordmot.quantities.tokens import Phrases, Tokens
from ordmot.quantities.vocabulary import Vocabulary

_NUMERIC_DATE = re.compile(
    r"(?P<iso>(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2}))(?!\d)"
    r"|(?P<pair>\d{1,2})(?P<sep>[./-])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\d.,]*\d)"
)
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-4])[:.h](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?!\d)"
)
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MODERN = 1800


@dataclass(frozen=True, slots=True)
class Calendar:
    """The date words of one language."""

    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    ambiguous: frozenset[str]
    before_month: frozenset[str]
    before_year: frozenset[str]
    clock_before: Phrases[str]
    clock_after: frozenset[str]
    morning: Phrases[str]
    afternoon: Phrases[str]
    ordinal_suffixes: frozenset[str]
    stops: frozenset[str]


@cache
def calendar_of(language: str) -> Calendar:
    """Read the date words of a language."""
    served = serving_language(language)
    data = read_data(served, "calendar")
    words = data["words"]
    return Calendar(
        language=served,
        months=data["months"],
        weekdays=data["weekdays"],
        ambiguous=frozenset(words["ambiguous"]),
        before_month=frozenset(words["before_month"]),
        before_year=frozenset(words["before_year"]),
        clock_before=Phrases((word, word) for word in words["clock_before"]),
        clock_after=frozenset(words["clock_after"]),
        morning=Phrases((word, word) for word in words["morning"]),
        afternoon=Phrases((word, word) for word in words["afternoon"]),
        ordinal_suffixes=frozenset(read_data(served, "numbers")["grammar"]["ordinal_suffixes"]),
        stops=frozenset(read_data(served, "counted")["stops"]),
    )


def find_date(
    tokens: Tokens, index: int, calendar: Calendar, vocabulary: Vocabulary
) -> Mark | None:
    """Find the date, year or time of day that begins at a token."""
    word = tokens.words[index]
    if is_digits(word):
        return (
            _find_numeric(tokens, index, calendar)
            or _find_day_month(tokens, index, calendar)
            or _find_clock(tokens, index, calendar)
            or _find_year(tokens, index, calendar)
            or _find_ordinal(tokens, index, calendar)
        )
    if word in calendar.months:
        return _find_month(tokens, index, calendar)
    if calendar.clock_before.match(tokens.words, index) is not None:
        return _find_spoken_clock(tokens, index, calendar, vocabulary)
    return None


def _find_numeric(tokens: Tokens, index: int, calendar: Calendar) -> Mark | None:
    """Find 2017-10-12, 12.10.2017, 10/12/2017."""
    match = _NUMERIC_DATE.match(tokens.text, tokens.starts[index])
    if match is None or (
        index and tokens.is_joined(index - 1) and tokens.words[index - 1] in ".-/"
    ):
        return None
    if match["iso"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        day, month, year = int(match["pair"]), int(match["second"]), int(match["year"])
        if match["sep"] == "/" and calendar.language == "en" or month > 12:
            day, month = month, day
        year += 2000 if year < 50 else 1900 if year < 100 else 0
    return _day(tokens, index, tokens.until(match.end()), (year, month, day))


def _day(tokens: Tokens, index: int, end: int, parts: tuple[int, int, int]) -> Mark | None:
    """Make the mark of one day, None if there is no such day."""
    try:
        day = date(*parts).toordinal()
    except ValueError:
        return None
    return Mark(QuantityKind.DATE, index, end, (float(day),), "day")


def _find_day_month(tokens: Tokens, index: int, calendar: Calendar) -> Mark | None:
    """Find "12 October 2017", "12. oktober", "4th of July"."""
    if len(tokens.words[index]) > 2 or not 1 <= int(tokens.words[index]) <= 31:
        return None
    at = index + 1
    if tokens.word(at) == "." or tokens.word(at) in calendar.ordinal_suffixes:
        at += 1
    while tokens.word(at) in ("of", "day"):
        at += 1
    month = calendar.months.get(tokens.word(at))
    if month is None:
        return None
    at += 1
    if (
        tokens.word(at) == "-"
        and tokens.is_joined(at - 1)
        and tokens.is_joined(at)
        and tokens.word(at + 1).isalpha()
    ):
        return Mark(QuantityKind.IDENTIFIER, index, at + 2, (), "date in a name")
    return _with_year(tokens, index, at, (month, int(tokens.words[index])))


def _with_year(tokens: Tokens, index: int, at: int, parts: tuple[int, int]) -> Mark:
    """Add the year that may follow a day and month."""
    if tokens.word(at) == "," and _is_year(tokens.word(at + 1)):
        at += 1
    if _is_year(tokens.word(at)):
        found = _day(tokens, index, at + 1, (int(tokens.word(at)), *parts))
        if found is not None:
            return found
    return Mark(QuantityKind.DATE, index, at, (), "day without a year")


def _is_year(word: str) -> bool:
    """Tell whether a token can be a year."""
    return len(word) == 4 and is_digits(word) and _FIRST_YEAR <= int(word) <= _LAST_YEAR


def _find_month(tokens: Tokens, index: int, calendar: Calendar) -> Mark | None:
    """Find "October 12, 2017", "October 2017", "in May"."""
    word, month = tokens.words[index], calendar.months[tokens.words[index]]
    at = index + 1
    if tokens.word(at) == "." and word in calendar.ambiguous:
        at += 1
    following = tokens.word(at)
    if _is_year(following):
        first = date(int(following), month, 1).toordinal()
        return Mark(QuantityKind.DATE, index, at + 1, (float(first),), "month")
    if is_digits(following) and len(following) < 3 and 1 <= int(following) <= 31:
        at += 1
        if tokens.word(at) in calendar.ordinal_suffixes and tokens.is_joined(at - 1):
            at += 1
        return _with_year(tokens, index, at, (month, int(following)))
    if word in calendar.ambiguous or word in ("may", "march"):
        fits = tokens.raw(index)[:1].isupper() and tokens.word(index - 1) in calendar.before_month
        if not fits or calendar.language == "nb":
            return None
    return Mark(QuantityKind.DATE, index, index + 1, (), "month without a year")


def _find_clock(tokens: Tokens, index: int, calendar: Calendar) -> Mark | None:
    """Find "15:30", "3.45pm", "5 pm", "kl. 15.30"."""
    match = _CLOCK.match(tokens.text, tokens.starts[index])
    before = calendar.clock_before.match_before(tokens.words, index)
    start = index if before is None else before[1]
    if match is not None:
        end = tokens.until(match.end())
        hours = int(match["hour"]) + int(match["minute"]) / 60 + int(match["second"] or 0) / 3600
    elif len(tokens.words[index]) <= 2 and int(tokens.words[index]) <= 24:
        end, hours = index + 1, float(int(tokens.words[index]))
    else:
        return None
    half = _half_day(tokens, end, calendar)
    if half is not None:
        return Mark(QuantityKind.TIME_OF_DAY, start, half[1], (hours % 12 + half[0],), "clock")
    if tokens.word(end) in calendar.clock_after:
        if tokens.word(end) not in ("hrs", "hours") or match is not None:
            return Mark(QuantityKind.TIME_OF_DAY, start, end + 1, (hours,), "clock")
    is_clock = before is not None or match is not None and ":" in match.group()
    return Mark(QuantityKind.TIME_OF_DAY, start, end, (hours,), "clock") if is_clock else None


def _half_day(tokens: Tokens, end: int, calendar: Calendar) -> tuple[int, int] | None:
    """Read am or pm: the hours to add and the end."""
    for table, hours in ((calendar.morning, 0), (calendar.afternoon, 12)):
        found = table.match(tokens.words, end)
        if found is not None and not tokens.is_broken(end - 1):
            return hours, found[1]
    return None


def _find_spoken_clock(
    tokens: Tokens, index: int, calendar: Calendar, vocabulary: Vocabulary
) -> Mark | None:
    """Find "klokken tre", "kl. 15"."""
    found = calendar.clock_before.match(tokens.words, index)
    if found is None or found[1] >= len(tokens):
        return None
    at = found[1]
    if is_digits(tokens.word(at)):
        mark = _find_clock(tokens, at, calendar)
        return None if mark is None else mark._replace(start=index)
    atoms = find_atoms(tokens.word(at), vocabulary)
    if len(atoms) != 1 or atoms[0].value > 24:
        return None
    return Mark(QuantityKind.TIME_OF_DAY, index, at + 1, (atoms[0].value,), "clock")


def _find_year(tokens: Tokens, index: int, calendar: Calendar) -> Mark | None:
    """Find a bare year: by the word before it, or where nothing is counted after it."""
    word = tokens.words[index]
    if tokens.word(index + 1) == "s" and tokens.is_joined(index) and word.endswith("0"):
        return Mark(QuantityKind.YEAR, index, index + 2, (float(word),), "decade")
    if not _is_year(word):
        return None
    following = tokens.word(index + 1)
    if following in (".", ",") and tokens.is_joined(index) and tokens.is_joined(index + 1):
        if tokens.word(index + 2)[:1].isdecimal():
            return None
    if (
        following == "-"
        and tokens.is_joined(index)
        and tokens.word(index + 2) in ("tallet", "tall", "åra", "årene")
    ):
        return Mark(QuantityKind.YEAR, index, index + 3, (float(word),), "decade")
    before = tokens.word(index - 1)
    cued = (
        before in calendar.before_year or before in calendar.months or before in calendar.weekdays
    )
    value = int(word)
    if not cued and value < _MODERN:
        return None
    if not cued and _counts(tokens, index + 1, calendar):
        return None
    if tokens.word(index + 1) in ("%", "$", "€", "£") or before in ("$", "£", "€", "than", "enn"):
        return None
    return Mark(QuantityKind.YEAR, index, index + 1, (float(value),), "year")


def _counts(tokens: Tokens, at: int, calendar: Calendar) -> bool:
    """Tell whether a noun follows that the number may count."""
    if at >= len(tokens) or tokens.is_broken(at - 1):
        return False
    word = tokens.word(at)
    return word[0].isalpha() and tokens.raw(at)[0].islower() and word not in calendar.stops


def _find_ordinal(tokens: Tokens, index: int, calendar: Calendar) -> Mark | None:
    """Find "12th" and, in Norwegian, "12." before a small letter."""
    following = tokens.word(index + 1)
    if not tokens.is_joined(index) or len(tokens.words[index]) > 5:
        return None
    value = float(int(tokens.words[index]))
    if following in calendar.ordinal_suffixes and not tokens.is_joined(index + 1):
        return Mark(QuantityKind.ORDINAL, index, index + 2, (value,), "ordinal")
    if calendar.language != "nb" or following != "." or tokens.is_broken(index + 1):
        return None
    if tokens.is_joined(index + 1) or not tokens.raw(index + 2)[:1].islower():
        return None
    return Mark(QuantityKind.ORDINAL, index, index + 2, (value,), "ordinal")


def date_interval(mark: Mark) -> Interval:
    """Give the days or hours that a date or time covers; unknown ends where the year is not said."""
    if not mark.values:
        return Interval(low=None, high=None)
    value = mark.values[0]
    if mark.kind is QuantityKind.YEAR:
        year = min(max(int(value), 1), 9998)
        years = 10 if mark.reason == "decade" else 1
        last = date(min(year + years, 9999), 1, 1).toordinal()
        return Interval(low=date(year, 1, 1).toordinal(), high=last, high_open=True)
    if mark.kind is QuantityKind.DATE:
        days = 31 if mark.reason == "month" else 1
        if mark.reason == "month":
            first = date.fromordinal(int(value))
            following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            days = following.toordinal() - int(value)
        return Interval(low=value, high=value + days, high_open=True)
    return Interval(low=value, high=value)


__all__ = ["Calendar", "calendar_of", "date_interval", "find_date"]
