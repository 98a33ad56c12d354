"""Days and weeks told from a moment: "last week", "Monday", "first Sunday of May"."""

from __future__ import annotations

from datetime import datetime

from ordmot.quantities.calendar import Calendar
from ordmot.quantities.days import Anchor, Day, Tables, make_date
from ordmot.quantities.holidays import read_holiday, read_shifted_holiday
from ordmot.quantities.moments import (
    Moment,
    day_moment,
    floor,
    nearest_weekday,
    nth_weekday,
    shift,
    span_of_units,
    unit_moment,
)
from ordmot.quantities.numbers import find_atoms, is_digits, read_cardinal
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.written import (
    read_bare_month,
    read_day_month,
    read_day_range,
    read_month,
    read_numeric,
)

_MOST_UNITS = 1000


def read_day(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read the date that begins at a token."""
    word = tokens.words[index]
    calendar = tables.calendar
    if is_digits(word):
        return (
            read_numeric(tokens, index, calendar)
            or read_day_range(tokens, index, tables, anchor)
            or read_day_month(tokens, index, calendar, anchor)
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
        read_holiday(tokens, index, calendar, anchor)
        or _read_weekday(tokens, index, tables, anchor)
        or read_month(tokens, index, tables, anchor)
        or _read_nth(tokens, index, tables, anchor)
        or _read_shifted(tokens, index, tables, anchor)
        or _read_counted(tokens, index, tables, anchor)
    )


def _read_weekday(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read "Monday", "Monday, Feb 18", "tuesday of this week", "friday after next"."""
    calendar = tables.calendar
    word = tokens.words[index]
    weekday = calendar.weekdays.get(word)
    if weekday is None:
        return None
    at = index + 1
    is_short = word in calendar.words["ambiguous"]
    if tokens.word(at) == "." and is_short and tokens.is_joined(index):
        at += 1
    dated = _read_date_after(tokens, at, tables, anchor)
    if dated is not None:
        return dated._replace(start=index)
    if (
        is_short
        and len(tokens) > 3
        and not (at > index + 1 or _is_before_clock(tokens, at, calendar))
    ):
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


def _is_before_clock(tokens: Tokens, at: int, calendar: Calendar) -> bool:
    """Tell whether a time of day or "at" follows."""
    return tokens.word(at) in calendar.words["clock_marks"] or is_digits(tokens.word(at))


def _read_date_after(tokens: Tokens, at: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read the date after a weekday: ", Feb 18", "den 18. februar"."""
    if tokens.is_broken(at - 1):
        return None
    if tokens.word(at) == ",":
        at += 1
    if tokens.word(at) in tables.calendar.words["before_date"]:
        at += 1
    word = tokens.word(at)
    if is_digits(word):
        return read_numeric(tokens, at, tables.calendar) or read_day_month(
            tokens, at, tables.calendar, anchor
        )
    day_at = at + 2 if tokens.word(at + 1) == "." else at + 1
    if word in tables.calendar.months and is_digits(tokens.word(day_at)):
        return read_month(tokens, at, tables, anchor)
    return None


def _read_week_of(tokens: Tokens, at: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read the "of this week" after a weekday."""
    if tokens.word(at) in tables.calendar.words["of"]:
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
    if tokens.word(index - 1) in calendar.words["modals"]:
        return None  # "it will last three weeks"
    if word in calendar.weekdays and word not in calendar.words["ambiguous"]:
        return _shifted_weekday(tokens, (index, at), count, (tables, anchor))
    if word in calendar.months and not is_digits(tokens.word(at + 1)):
        forward = anchor._replace(forward=count >= 0)
        month = read_bare_month(tokens, (at, at + 1), calendar.months[word], (*tables, forward))
        return month._replace(start=index)
    if word in calendar.words["not_shifted"]:
        return None
    number = read_cardinal(tokens, at, tables.vocabulary)
    amount = 1 if number is None else int(min(number.low, _MOST_UNITS))
    grain = calendar.grains.get(tokens.word(at if number is None else number.end))
    if grain is None:
        return read_shifted_holiday(tokens, (index, at), count, (calendar, anchor))
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
    if tokens.word(index + 2) not in calendar.words["of"] or tokens.is_broken(index + 1):
        return None
    weekday = calendar.weekdays.get(unit)
    if weekday is None and calendar.grains.get(unit) not in ("day", "week"):
        return None
    inner = read_day(tokens, index + 3, tables, anchor) if index + 3 < len(tokens) else None
    if inner is None or inner.grain != "month":
        return None
    return _nth_day(index, inner, nth, (weekday, calendar.grains.get(unit)))


def _nth_day(index: int, inner: Day, nth: int, unit: tuple[int | None, str | None]) -> Day | None:
    """Work out the nth weekday, day or week of a month."""
    begin = None if inner.moment is None else inner.moment.begin
    if begin is None:
        return Day(index, inner.end, None, "day", "nth of a month")
    if unit[0] is not None:
        day = nth_weekday(begin.year, begin.month, unit[0], nth)
        moment = None if day is None else day_moment(day)
        return Day(index, inner.end, moment, "day", "nth weekday of a month")
    if unit[1] == "week":
        monday = floor(shift(begin, 7 * (nth - 1) + 3, "day"), "week")
        return Day(index, inner.end, unit_moment(monday, 0, "week"), "week", "nth week of a month")
    day = make_date(begin.year, begin.month, nth) if nth > 0 else None
    return Day(index, inner.end, None if day is None else day_moment(day), "day", "nth day")


def _read_counted(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Day | None:
    """Read "12 days ago", "in two minutes", "om en halv time", "2 sundays from now"."""
    calendar = tables.calendar
    word = tokens.words[index]
    if not (is_digits(word) or find_atoms(word, tables.vocabulary)):
        return None
    number = read_cardinal(tokens, index, tables.vocabulary)
    if number is None or number.low > _MOST_UNITS:
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
