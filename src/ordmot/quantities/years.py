"""Bare years and decades: "in 2016", "from 1983 to 2005", "the 1990s"."""

from __future__ import annotations

from ordmot.ledger import Interval, QuantityKind
from ordmot.quantities.calendar import Calendar
from ordmot.quantities.days import Tables, is_year
from ordmot.quantities.moments import Moment, year_moment
from ordmot.quantities.numbers import is_digits
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.whens import When, half_open, moment_interval

_MODERN = 1800
_NEAR = 3
"""Words before four digits in which "the number" tells that they count."""


def read_year(tokens: Tokens, index: int, tables: Tables) -> When | None:
    """Read a bare year or decade: by the word before it, or where nothing is counted after it."""
    calendar, word = tables.calendar, tokens.words[index]
    if not is_digits(word) or _is_inside(tokens, index):
        return None
    decade = _decade_end(tokens, index, calendar)
    if decade is not None:
        return _read_decade(index, decade, word)
    if not is_year(word) or not _stands_as_year(tokens, index, tables):
        return None
    when = _year_when(index, index + 1, year_moment(int(word)), "year")
    ranged = _read_year_range(tokens, index, when, tables)
    if ranged is not None:
        return ranged
    for table, lower in ((calendar.before, False), (calendar.after, True)):
        found = table.match_before(tokens.words, index)
        if found is not None and when.interval.low is not None:
            return when._replace(start=found[1], interval=half_open(when.interval.low, lower))
    return when


def _is_inside(tokens: Tokens, index: int) -> bool:
    """Tell whether digits are part of a longer number or a price."""
    return index > 0 and tokens.is_joined(index - 1) and tokens.words[index - 1] in ".,/$£€"


def _read_decade(index: int, end: int, word: str) -> When | None:
    """Read "the 1990s", "1990-tallet" and "80-tallet", which is in the twentieth century."""
    year = int(word) if len(word) > 2 else 1900 + int(word)
    is_century = len(word) == 3 and year % 100 == 0
    if not is_century and (len(word) not in (2, 4) or year % 10 or not 1000 <= year <= 2190):
        return None
    years = 99 if year % 100 == 0 else 9  # "1700-tallet", "the 1800s"
    begin, last = year_moment(year).begin, year_moment(year + years).end
    return _year_when(index, end, Moment(begin, last, "decade"), "decade")


def _read_year_range(tokens: Tokens, index: int, first: When, tables: Tables) -> When | None:
    """Read "from 1983 to 2005", "1983-2005", "mellom 2011 og 2014"."""
    opener = tables.vocabulary.openers.match_before(tokens.words, index)
    found = tables.calendar.joiners.match(tokens.words, index + 1)
    if found is None:
        return None
    last_year = _last_year(tokens.words[index], tokens.word(found[1]), found[0])
    if last_year is None or last_year <= int(tokens.words[index]):
        return None
    if opener is None and found[0] not in tables.calendar.words["year_joiners"]:
        return None
    last = year_moment(last_year)
    interval = Interval(low=first.interval.low, high=moment_interval(last).high, high_open=True)
    start = index if opener is None else opener[1]
    stated = (*first.stated, float(last_year))
    return first._replace(
        start=start, end=found[1] + 1, interval=interval, reason="range of years", stated=stated
    )


def _last_year(first: str, word: str, joiner: str) -> int | None:
    """Read the last year of a range, perhaps in two digits after a dash: "2007-09"."""
    if is_year(word):
        return int(word)
    is_short = len(word) == 2 and is_digits(word) and joiner in "-–"
    return int(first[:2] + word) if is_short else None


def _decade_end(tokens: Tokens, index: int, calendar: Calendar) -> int | None:
    """Find the end of "1990s" or "1990-tallet"."""
    if not tokens.is_joined(index):
        return None
    if tokens.word(index + 1) == "s" and len(tokens.words[index]) == 4:
        return index + 2
    is_long = len(tokens.words[index]) == 4
    words = calendar.words["decades"] if is_long else calendar.words["short_decades"]
    if tokens.word(index + 1) == "-" and tokens.word(index + 2) in words:
        return index + 3
    return None


def _year_when(start: int, end: int, moment: Moment, reason: str) -> When:
    """Make the record of a year."""
    return When(
        QuantityKind.YEAR, start, end, moment_interval(moment), reason, reason,
        stated=() if moment.begin is None else (float(moment.begin.year),),
    )  # fmt: skip


def _stands_as_year(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Tell whether four digits are a year here."""
    calendar, following = tables.calendar, tokens.word(index + 1)
    is_pointed = following in (".", ",") and tokens.is_joined(index) and tokens.is_joined(index + 1)
    if is_pointed and tokens.word(index + 2)[:1].isdecimal():
        return False
    before = tokens.word(index - 1)
    if following in calendar.words["after_year"] and int(tokens.words[index]) >= _MODERN:
        return True
    if following in calendar.words["amount_marks"] or before in calendar.words["before_amount"]:
        return False
    if index and tokens.is_joined(index - 1) and tokens.words[index - 1].isalpha():
        return False
    near = tokens.words[max(0, index - _NEAR) : index]
    is_told = all(word[:1].isalnum() for word in near)
    is_figure = is_told and not calendar.words["figures"].isdisjoint(near)
    if is_figure and before not in calendar.words["before_year"]:
        return False  # "the number was 1900", not "the number in 1900"
    is_determined = before in calendar.words["determiners"] or before.endswith(("'s", "’s"))
    cued = is_determined or before in calendar.words["before_year"] or before in calendar.months
    if (
        cued
        and before not in calendar.words["strong_year"]
        and _counts_noun(tokens, index + 1, calendar)
    ):
        cued = is_determined and int(tokens.words[index]) >= _MODERN
    return cued or (
        int(tokens.words[index]) >= _MODERN and not _counts_noun(tokens, index + 1, calendar)
    )


def _counts_noun(tokens: Tokens, at: int, calendar: Calendar) -> bool:
    """Tell whether a noun follows that the number may count: a plural or a measure."""
    word = tokens.word(at)
    if not word or tokens.is_broken(at - 1):
        return False
    stops = calendar.stops
    is_word = word[0].isalpha() and tokens.raw(at)[0].islower() and word not in stops
    if not is_word:
        return False
    reach = 3 if calendar.counts_plurals else 2
    nouns = tokens.words[at : at + reach]
    return any(_is_plural(later, calendar) or later in calendar.measures for later in nouns)


def _is_plural(word: str, calendar: Calendar) -> bool:
    """Tell whether a word has a plural's form."""
    if word in calendar.plurals:
        return True
    return (
        len(word) > 3
        and word.endswith(calendar.plural_endings)
        and not word.endswith(calendar.not_plural_endings)
    )
