"""Days, weeks, months and years, written out or told from a moment: "12 October", "last week"."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from ordmot.quantities.calendar import Calendar
from ordmot.quantities.moments import (
    Moment,
    day_moment,
    floor,
    holiday,
    month_moment,
    nearest_date,
    nearest_weekday,
    nth_weekday,
    shift,
    span_of_units,
    unit_moment,
    year_moment,
)
from ordmot.quantities.numbers import find_atoms, is_digits, read_cardinal
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.vocabulary import Vocabulary

_NUMERIC = re.compile(
    r"(?P<iso>(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2}))(?![\d-])"
    r"|(?P<pair>\d{1,2})(?P<sep>[./-])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\d-]|[.,]\d)"
)
_MONTH_YEAR = re.compile(r"(?P<month>1[0-2]|0?[1-9])/(?P<year>[12]\d{3})(?![\d/])")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


class Anchor(NamedTuple):
    """The moment that dates are told from; `forward` reads a bare "Monday" as the coming one.

    `offset` is its hours before Greenwich, where known: a clock with a zone is told in it.
    """

    now: datetime | None
    forward: bool
    offset: float | None = None


def anchor_at(now: datetime | None, forward: bool) -> Anchor:
    """Make the anchor of a moment, with the offset of its time zone if it has one."""
    if now is None:
        return Anchor(None, forward)
    offset = now.utcoffset()
    hours = None if offset is None else offset.total_seconds() / 3600
    return Anchor(now.replace(tzinfo=None), forward, hours)


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


def read_day(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read the date that begins at a token."""
    word = tokens.words[index]
    calendar = tables.calendar
    if is_digits(word):
        return (
            _read_numeric(tokens, index, calendar)
            or _read_day_month(tokens, index, calendar, anchor)
            or _read_counted(tokens, index, tables, anchor)
        )
    named = calendar.relative_units.match(tokens.words, index)
    if named is not None:
        (count, grain), end = named
        return Day(index, end, _shifted_moment(anchor, count, grain, None), grain, "relative unit")
    relative = calendar.relative_days.match(tokens.words, index)
    if relative is not None:
        moment = None if anchor.now is None else unit_moment(anchor.now, relative[0], "day")
        return Day(index, relative[1], moment, "day", "relative day")
    return (
        _read_holiday(tokens, index, calendar, anchor)
        or _read_weekday(tokens, index, tables, anchor)
        or _read_month(tokens, index, tables, anchor)
        or _read_nth(tokens, index, tables, anchor)
        or _read_shifted(tokens, index, tables, anchor)
        or _read_counted(tokens, index, tables, anchor)
    )


def is_year(word: str) -> bool:
    """Tell whether a token can be a year."""
    return len(word) == 4 and is_digits(word) and _FIRST_YEAR <= int(word) <= _LAST_YEAR


def _read_numeric(tokens: Tokens, index: int, calendar: Calendar) -> Day | None:
    """Read 2017-10-12, 12.10.2017, 10/12/2017, 2/2013."""
    if index and tokens.is_joined(index - 1) and tokens.words[index - 1] in ".-/":
        return None
    match = _NUMERIC.match(tokens.text, tokens.starts[index])
    if match is None:
        match = _MONTH_YEAR.match(tokens.text, tokens.starts[index])
        if match is None:
            return None
        moment = month_moment(int(match["year"]), int(match["month"]))
        return Day(index, tokens.until(match.end()), moment, "month", "numeric date")
    if match["iso"]:
        parts = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        parts = _order(match, calendar)
    day = _date(*parts)
    if day is None:
        return None
    return Day(index, tokens.until(match.end()), day_moment(day), "day", "numeric date")


def _order(match: re.Match[str], calendar: Calendar) -> tuple[int, int, int]:
    """Give year, month and day: with slashes English puts the month first where it can."""
    day, month, year = int(match["pair"]), int(match["second"]), int(match["year"])
    if (match["sep"] == "/" and calendar.language == "en" and day <= 12) or month > 12:
        day, month = month, day
    if year < 100:
        year += 2000 if year < 50 else 1900
    return year, month, day


def _date(year: int, month: int, day: int) -> date | None:
    """Make a date, None if there is no such day."""
    try:
        return date(year, month, day) if year < 9990 else None
    except ValueError:
        return None


def _read_day_month(tokens: Tokens, index: int, calendar: Calendar, anchor: Anchor) -> Day | None:
    """Read "12 October 2017", "12. oktober", "4th of July"."""
    if len(tokens.words[index]) > 2 or not 1 <= int(tokens.words[index]) <= 31:
        return None
    at = index + 1
    if tokens.word(at) == "." or tokens.word(at) in calendar.ordinal_suffixes:
        at += 1
    while tokens.word(at) in ("of", "day"):
        at += 1
    month = calendar.months.get(tokens.word(at))
    if month is None or tokens.is_broken(at - 1):
        return None
    return _with_year(tokens, (index, at + 1), (month, int(tokens.words[index])), anchor)


def _with_year(
    tokens: Tokens, place: tuple[int, int], parts: tuple[int, int], anchor: Anchor
) -> Day:
    """Add the year after a day and month, or take the one nearest to the anchor."""
    start, at = place
    if tokens.word(at) == "." and is_year(tokens.word(at + 1)) and tokens.is_joined(at - 1):
        at += 1
    comma = at + 1 if tokens.word(at) == "," else at
    if is_year(tokens.word(comma)) and not tokens.is_broken(at - 1):
        day = _date(int(tokens.words[comma]), *parts)
        if day is not None:
            return Day(start, comma + 1, day_moment(day), "day", "date")
    found = None
    if anchor.now is not None:
        found = nearest_date(anchor.now, *parts, anchor.forward)
    moment = None if found is None else day_moment(found)
    return Day(start, place[1], moment, "day", "day without a year")


def _read_month(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read "October 12, 2017", "October 2017", "in May", "March after next"."""
    calendar = tables.calendar
    word = tokens.words[index]
    month = calendar.months.get(word)
    if month is None:
        return None
    at = index + 1
    if tokens.word(at) == "." and word in calendar.ambiguous and tokens.is_joined(index):
        at += 1
    following = tokens.word(at)
    if is_year(following) and not tokens.is_broken(at - 1):
        return Day(index, at + 1, month_moment(int(following), month), "month", "month and year")
    if is_digits(following) and len(following) < 3 and 1 <= int(following) <= 31:
        at += 1
        if tokens.word(at) in calendar.ordinal_suffixes and tokens.is_joined(at - 1):
            at += 1
        return _with_year(tokens, (index, at), (month, int(following)), anchor)
    if word in calendar.ambiguous and not _is_month(tokens, index, calendar):
        return None
    return _bare_month(tokens, (index, at), month, (calendar, tables.vocabulary, anchor))


def _bare_month(
    tokens: Tokens,
    place: tuple[int, int],
    month: int,
    setting: tuple[Calendar, Vocabulary, Anchor],
) -> Day:
    """Read a month without a year, and what moves it: "March in 1 year", "March after next"."""
    calendar, _, anchor = setting
    index, at = place
    if tokens.word(at - 1) == ".":
        at -= 1
    count = 0
    after = calendar.after_next.match(tokens.words, at)
    if after is not None:
        count, at = 1, after[1]
    elif tokens.word(at) == "in" and tokens.word(at + 2) == "year":
        if tokens.word(at + 1) in ("a", "one", "1"):
            count, at = 1, at + 3
    if anchor.now is None:
        return Day(index, at, None, "month", "month without a year")
    first = nearest_date(anchor.now, month, 1, anchor.forward)
    if first is None:
        return Day(index, at, None, "month", "month without a year")
    if anchor.forward and month == anchor.now.month:
        first = anchor.now.date()
    return Day(index, at, month_moment(first.year + count, month), "month", "month without a year")


def _is_month(tokens: Tokens, index: int, calendar: Calendar) -> bool:
    """Tell whether a word like "May" or "jan" is a month here."""
    if len(tokens) <= 2:
        return True
    before = tokens.word(index - 1)
    raw = tokens.raw(index)
    if tokens.is_joined(index) and tokens.word(index + 1) == "'":
        return False
    return raw[:1].isupper() and before in calendar.before_month and len(raw) > 2


def _read_weekday(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read "Monday", "Monday, Feb 18", "tuesday of this week", "friday after next"."""
    calendar = tables.calendar
    word = tokens.words[index]
    weekday = calendar.weekdays.get(word)
    if weekday is None:
        return None
    at = index + 1
    is_short = word in calendar.ambiguous
    if tokens.word(at) == "." and is_short and tokens.is_joined(index):
        at += 1
    dated = _read_date_after(tokens, at, tables, anchor)
    if dated is not None:
        return dated._replace(start=index)
    if is_short and len(tokens) > 3 and not (at > index + 1 or _is_before_clock(tokens, at)):
        return None
    if anchor.now is None:
        return Day(index, index + 1, None, "day", "weekday")
    week = _read_week_of(tokens, at, tables, anchor)
    if week is not None and week.moment is not None and week.moment.begin is not None:
        day = shift(week.moment.begin, weekday, "day").date()
        return Day(index, week.end, day_moment(day), "day", "weekday of a week")
    day = nearest_weekday(anchor.now, weekday, anchor.forward)
    after = calendar.after_next.match(tokens.words, at)
    if after is not None:
        day = shift(datetime(day.year, day.month, day.day), 7, "day").date()
        at = after[1]
    elif tokens.word(at - 1) == "." and at > index + 1 and len(tokens) > at:
        at -= 0
    return Day(index, at, day_moment(day), "day", "weekday")


def _is_before_clock(tokens: Tokens, at: int) -> bool:
    """Tell whether a time of day or "at" follows."""
    return tokens.word(at) in ("at", "kl", "klokken") or is_digits(tokens.word(at))


def _read_date_after(tokens: Tokens, at: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read the date after a weekday: ", Feb 18", "den 18. februar"."""
    if tokens.is_broken(at - 1):
        return None
    if tokens.word(at) == ",":
        at += 1
    if tokens.word(at) in ("the", "den"):
        at += 1
    word = tokens.word(at)
    if is_digits(word):
        return _read_numeric(tokens, at, tables.calendar) or _read_day_month(
            tokens, at, tables.calendar, anchor
        )
    day_at = at + 2 if tokens.word(at + 1) == "." else at + 1
    if word in tables.calendar.months and is_digits(tokens.word(day_at)):
        return _read_month(tokens, at, tables, anchor)
    return None


def _read_week_of(tokens: Tokens, at: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read the "of this week" after a weekday."""
    if tokens.word(at) in tables.calendar.of:
        at += 1
    if at >= len(tokens) or tokens.is_broken(at - 1):
        return None
    found = _read_shifted(tokens, at, tables, anchor)
    return found if found is not None and found.grain == "week" else None


def _read_shifted(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read "this week", "next three months", "de siste to ukene", "last Monday", "neste mars"."""
    calendar = tables.calendar
    found = calendar.shifts.match(tokens.words, index)
    if found is None or found[1] >= len(tokens) or tokens.is_broken(found[1] - 1):
        return None
    count, at = found
    word = tokens.words[at]
    if tokens.word(index - 1) in calendar.modals:
        return None  # "it will last three weeks"
    if word in calendar.weekdays and word not in calendar.ambiguous:
        day = _shifted_weekday(tokens, (index, at), count, (tables, anchor))
        return day
    if word in calendar.months and not is_digits(tokens.word(at + 1)):
        forward = anchor._replace(forward=count >= 0)
        month = _bare_month(tokens, (at, at + 1), calendar.months[word], (*tables, forward))
        return month._replace(start=index)
    if word in calendar.not_shifted:
        return None
    number = read_cardinal(tokens, at, tables.vocabulary)
    amount = 1 if number is None else int(min(number.low, 1e6))
    grain = calendar.grains.get(tokens.word(at if number is None else number.end))
    if grain is None:
        return _read_shifted_holiday(tokens, (index, at), count, (calendar, anchor))
    end = (at if number is None else number.end) + 1
    moment = _shifted_moment(anchor, count, grain, None if number is None else amount)
    return Day(index, end, moment, grain, "shifted unit", number is not None)


def _shifted_moment(anchor: Anchor, count: int, grain: str, amount: int | None) -> Moment | None:
    """Work out "next week" and "next three weeks"; None if outside the calendar."""
    if anchor.now is None:
        return None
    try:
        if amount is None or count == 0 or grain in ("weekend", "season"):
            return unit_moment(anchor.now, count, grain)
        return span_of_units(anchor.now, amount, grain, count)
    except (OverflowError, ValueError, KeyError):
        return None


def _shifted_weekday(
    tokens: Tokens, place: tuple[int, int], count: int, setting: tuple[Tables, Anchor]
) -> Day:
    """Read "next Monday", "last Friday", "neste fredag igjen"."""
    tables, anchor = setting
    index, at = place
    end = at + 1
    if anchor.now is None:
        return Day(index, end, None, "day", "weekday")
    weekday = tables.calendar.weekdays[tokens.words[at]]
    forward = count >= 0
    day = nearest_weekday(anchor.now, weekday, forward)
    after = tables.calendar.after_next.match(tokens.words, end)
    if after is not None:
        day, end = shift(datetime(day.year, day.month, day.day), 7, "day").date(), after[1]
    if count < 0 and day == anchor.now.date():
        day = shift(datetime(day.year, day.month, day.day), -7, "day").date()
    return Day(index, end, day_moment(day), "day", "weekday")


def _read_holiday(tokens: Tokens, index: int, calendar: Calendar, anchor: Anchor) -> Day | None:
    """Read "Christmas 2013", "Good Friday", "julaften"."""
    found = calendar.holidays.match(tokens.words, index)
    if found is None:
        return None
    rule, end = found
    at = end + 1 if tokens.word(end) in ("in", "i", ",") else end
    if is_year(tokens.word(at)) and not tokens.is_broken(at - 1):
        day = holiday(rule, int(tokens.words[at]))
        return Day(index, at + 1, None if day is None else day_moment(day), "day", "holiday")
    return _holiday_near(index, end, rule, anchor)


def _holiday_near(index: int, end: int, rule: str, anchor: Anchor) -> Day:
    """Give the coming holiday, or the one nearest to the anchor."""
    if anchor.now is None:
        return Day(index, end, None, "day", "holiday")
    today = anchor.now.date()
    days = [holiday(rule, year) for year in (today.year - 1, today.year, today.year + 1)]
    known = [day for day in days if day is not None]
    if anchor.forward:
        day = next((day for day in known if day >= today), None)
    else:
        day = min(known, key=lambda day: abs((day - today).days))
    return Day(index, end, None if day is None else day_moment(day), "day", "holiday")


def _read_shifted_holiday(
    tokens: Tokens, place: tuple[int, int], count: int, setting: tuple[Calendar, Anchor]
) -> Day | None:
    """Read "next Martin Luther King day", "this Christmas"."""
    calendar, anchor = setting
    found = calendar.holidays.match(tokens.words, place[1])
    if found is None:
        return None
    if count >= 0:
        return _holiday_near(place[0], found[1], found[0], anchor._replace(forward=True))
    if anchor.now is None:
        return Day(place[0], found[1], None, "day", "holiday")
    today = anchor.now.date()
    days = (holiday(found[0], year) for year in (today.year, today.year - 1))
    day = next((day for day in days if day is not None and day < today), None)
    moment = None if day is None else day_moment(day)
    return Day(place[0], found[1], moment, "day", "holiday")


def _read_nth(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read "first Wednesday of October 2014", "third day of October", "siste søndag i mars"."""
    calendar, word = tables.calendar, tokens.words[index]
    if word in calendar.last_of:
        nth = -1
    elif word in calendar.ordinals:
        nth = int(calendar.ordinals[word])
    else:
        return None
    unit = tokens.word(index + 1)
    if tokens.word(index + 2) not in calendar.of or tokens.is_broken(index + 1):
        return None
    weekday = calendar.weekdays.get(unit)
    if weekday is None and calendar.grains.get(unit) not in ("day", "week"):
        return None
    inner = read_day(tokens, index + 3, tables, anchor) if index + 3 < len(tokens) else None
    if inner is None or inner.grain != "month":
        return None
    if inner.moment is None or inner.moment.begin is None:
        return Day(index, inner.end, None, "day", "nth of a month")
    return _nth_day(index, inner, nth, (weekday, calendar.grains.get(unit)))


def _nth_day(index: int, inner: Day, nth: int, unit: tuple[int | None, str | None]) -> Day | None:
    """Work out the nth weekday, day or week of a month."""
    assert inner.moment is not None  # noqa: S101 - checked by the caller
    begin = inner.moment.begin
    if begin is None:
        return None
    if unit[0] is not None:
        day = nth_weekday(begin.year, begin.month, unit[0], nth)
        moment = None if day is None else day_moment(day)
        return Day(index, inner.end, moment, "day", "nth weekday of a month")
    if unit[1] == "week":
        monday = floor(shift(begin, 7 * (nth - 1) + 3, "day"), "week")
        return Day(index, inner.end, unit_moment(monday, 0, "week"), "week", "nth week of a month")
    day = _date(begin.year, begin.month, nth) if nth > 0 else None
    return Day(index, inner.end, None if day is None else day_moment(day), "day", "nth day")


def _read_counted(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read "12 days ago", "in two minutes", "om en halv time", "2 sundays from now"."""
    calendar = tables.calendar
    word = tokens.words[index]
    if not (is_digits(word) or find_atoms(word, tables.vocabulary)):
        return None
    number = read_cardinal(tokens, index, tables.vocabulary)
    if number is None or number.low > 1e6:
        return None
    at = number.end + 1 if tokens.word(number.end) in calendar.more else number.end
    shifted = calendar.shifts.match(tokens.words, at)
    if shifted is not None and shifted[0] != 0:
        grain = calendar.grains.get(tokens.word(shifted[1]))
        if grain is not None:
            moment = _shifted_moment(anchor, shifted[0], grain, int(number.low))
            return Day(index, shifted[1] + 1, moment, grain, "shifted unit")
    weekday = calendar.weekdays.get(tokens.word(at))
    if weekday is None:
        return None
    back, ahead = (
        calendar.ago.match(tokens.words, at + 1),
        calendar.ahead.match(tokens.words, at + 1),
    )
    found = back or ahead
    if found is None:
        return None
    if anchor.now is None:
        return Day(index, found[1], None, "day", "counted weekdays")
    day = nearest_weekday(anchor.now, weekday, back is None)
    weeks = int(number.low) - 1
    moved = shift(datetime(day.year, day.month, day.day), (-7 if back else 7) * weeks, "day")
    return Day(index, found[1], day_moment(moved.date()), "day", "counted weekdays")
