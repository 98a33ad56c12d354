"""Dates written out: "2017-10-12", "12 October 2017", "October 2017", "in May"."""

from __future__ import annotations

import re

from ordmot.quantities.calendar import Calendar
from ordmot.quantities.days import Anchor, Day, Tables, is_year, make_date
from ordmot.quantities.moments import Moment, day_moment, month_moment, nearest_date
from ordmot.quantities.numbers import is_digits
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.vocabulary import Vocabulary

_NUMERIC = re.compile(
    r"(?P<iso>(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2}))(?![\d-])"
    r"|(?P<pair>\d{1,2})(?P<sep>[./-])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\d-]|[.,]\d)"
)
_MONTH_YEAR = re.compile(r"(?P<month>1[0-2]|0?[1-9])/(?P<year>[12]\d{3})(?![\d/])")


def read_numeric(tokens: Tokens, index: int, calendar: Calendar) -> Day | None:
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
    day = make_date(*parts)
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


def read_day_range(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read "3 to 5 May", "4-22 January 1995", "fra 1. til 5. mai"."""
    calendar = tables.calendar
    found = calendar.joiners.match(tokens.words, _after_day(tokens, index, calendar))
    if found is None or not _is_day(tokens.word(found[1])) or not _is_day(tokens.words[index]):
        return None
    last = read_day_month(tokens, found[1], calendar, anchor)
    if last is None:
        return None
    opener = tables.vocabulary.openers.match_before(tokens.words, index)
    start = index if opener is None else opener[1]
    return Day(start, last.end, _range_of_days(tokens, index, last), "day", "range of days")


def _after_day(tokens: Tokens, index: int, calendar: Calendar) -> int:
    """Step over a day number and the point or the letters that make it an ordinal."""
    at = index + 1
    is_ordinal = tokens.word(at) == "." or tokens.word(at) in calendar.ordinal_suffixes
    return at + 1 if is_ordinal and tokens.is_joined(index) else at


def _is_day(word: str) -> bool:
    """Tell whether a token can be the day of a month."""
    return is_digits(word) and len(word) <= 2 and 1 <= int(word) <= 31


def _range_of_days(tokens: Tokens, index: int, last: Day) -> Moment | None:
    """Give the days from the first number to the last day."""
    if last.moment is None or last.moment.begin is None:
        return None
    first = make_date(last.moment.begin.year, last.moment.begin.month, int(tokens.words[index]))
    if first is None or first >= last.moment.begin.date():
        return None
    return Moment(day_moment(first).begin, last.moment.end, "day")


def read_day_month(tokens: Tokens, index: int, calendar: Calendar, anchor: Anchor) -> Day | None:
    """Read "12 October 2017", "12. oktober", "4th of July"."""
    if len(tokens.words[index]) > 2 or not 1 <= int(tokens.words[index]) <= 31:
        return None
    at = index + 1
    if tokens.word(at) == "." or tokens.word(at) in calendar.ordinal_suffixes:
        at += 1
    while tokens.word(at) in calendar.words["day_fillers"]:
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
        day = make_date(int(tokens.words[comma]), *parts)
        if day is not None:
            return Day(start, comma + 1, day_moment(day), "day", "date")
    found = None
    if anchor.now is not None:
        found = nearest_date(anchor.now, *parts, anchor.forward)
    moment = None if found is None else day_moment(found)
    return Day(start, place[1], moment, "day", "day without a year")


def read_month(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read "October 12, 2017", "October 2017", "in May", "March after next"."""
    calendar = tables.calendar
    word = tokens.words[index]
    month = calendar.months.get(word)
    if month is None:
        return None
    at = index + 1
    if tokens.word(at) == "." and word in calendar.words["ambiguous"] and tokens.is_joined(index):
        at += 1
    following = tokens.word(at)
    if is_year(following) and not tokens.is_broken(at - 1):
        return Day(index, at + 1, month_moment(int(following), month), "month", "month and year")
    is_day = is_digits(following) and len(following) < 3 and 1 <= int(following) <= 31
    if is_day and not _opens_figure(tokens, at):
        at += 1
        if tokens.word(at) in calendar.ordinal_suffixes and tokens.is_joined(at - 1):
            at += 1
        last = _read_last_day(tokens, (index, at), (month, int(following)), (tables, anchor))
        return last or _with_year(tokens, (index, at), (month, int(following)), anchor)
    if word in calendar.words["ambiguous"] and not _is_month(tokens, index, calendar):
        return None
    return read_bare_month(tokens, (index, at), month, (calendar, tables.vocabulary, anchor))


def _opens_figure(tokens: Tokens, at: int) -> bool:
    """Tell whether digits go on behind a mark: "by the end of January | 2.6 million", "2,600"."""
    is_marked = (
        tokens.word(at + 1) in (".", ",") and tokens.is_joined(at) and tokens.is_joined(at + 1)
    )
    further = tokens.word(at + 2)
    return is_marked and is_digits(further) and not is_year(further)


def _read_last_day(
    tokens: Tokens, place: tuple[int, int], parts: tuple[int, int], setting: tuple[Tables, Anchor]
) -> Day | None:
    """Read the other day of "September 16-19, 2031" and "March 3 and 4"."""
    (index, at), (month, first), (tables, anchor) = place, parts, setting
    found = tables.calendar.joiners.match(tokens.words, at)
    if found is None or tokens.is_broken(at - 1) or not _is_day(tokens.word(found[1])):
        return None
    end, number = found[1] + 1, int(tokens.words[found[1]])
    following = tokens.word(end)
    counts = following[:1].isalpha() and following not in tables.calendar.stops
    if number <= first or (counts and found[0] not in "-–"):
        return None
    last = _with_year(tokens, (index, end), (month, number), anchor)
    if last.moment is None or last.moment.begin is None:
        return last._replace(reason="range of days")
    begin = make_date(last.moment.begin.year, month, first)
    moment = None if begin is None else Moment(day_moment(begin).begin, last.moment.end, "day")
    return last._replace(moment=moment, reason="range of days")


def read_bare_month(
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
    after = calendar.after_next.match(tokens.words, at) or calendar.in_a_year.match(
        tokens.words, at
    )
    if after is not None:
        count, at = 1, after[1]
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
    return raw[:1].isupper() and before in calendar.words["before_month"] and len(raw) > 2
