"""Dates and times put together: "tomorrow evening at 8", "Thursday 8:00 GMT", "from 3 to 5 pm"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from ordmot.ledger import Hedge, Interval, QuantityKind
from ordmot.quantities.calendar import Calendar
from ordmot.quantities.clocks import Clock
from ordmot.quantities.days import Anchor, Tables
from ordmot.quantities.hours import Hours, join_hours, read_hours
from ordmot.quantities.moments import Moment, ordinal_days, shift, unit_moment
from ordmot.quantities.numbers import is_digits
from ordmot.quantities.timeparts import Parts, is_time, read_parts, widen
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.whens import When, half_open, moment_interval
from ordmot.quantities.years import read_year

_LATE_HOURS = 3
_DAY = 24
_GLANCE = 8
"""Words ahead in which a time is told from a number: "5 and 5.30 in the | morning"."""
_STEPS = {"hour": 3600, "minute": 60, "second": 1}


def read_when(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> When | None:
    """Read the date or time of day that begins at a token, with a range or an open end."""
    if _is_plain_number(tokens, index, tables):
        return None
    parts = read_parts(tokens, index, tables, anchor)
    if parts is None:
        return read_year(tokens, index, tables)
    if parts.day is not None:
        parts = parts._replace(start=min(parts.start, parts.day.start))
    parts = widen(tokens, parts, tables, anchor)
    if not is_time(tokens, parts, tables.calendar):
        ranged = _read_bare_range(tokens, parts, tables, anchor)
        return read_year(tokens, index, tables) if ranged is None else ranged
    moment = _moment(parts, anchor)
    ranged = _read_range(tokens, parts, tables, anchor)
    if ranged is not None:
        return ranged
    return _opened(tokens, parts, moment, tables)


def _is_plain_number(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Tell at a glance that a number has nothing of a date or time around it."""
    word, times = tokens.words[index], tables.calendar.time_words
    if is_digits(word):
        if len(word) == 4 or (len(word) == 2 and tokens.word(index + 1) == "-"):
            return False
        if tokens.is_joined(index) and is_digits(tokens.word(index + 2)):
            return False
    elif word in times or word not in tables.vocabulary.atoms:
        return False
    near = tokens.words[max(0, index - 2) : index + _GLANCE]
    return times.isdisjoint(near) and not (
        len(tokens) < 5 and tokens.word(index - 1) in tables.calendar.words["clock_marks"]
    )


def _moment(parts: Parts, anchor: Anchor) -> Moment | None:
    """Work out the stretch of time that the parts tell; None without an anchor."""
    day = _base_day(parts, anchor)
    if day is None or day.begin is None:
        return None
    if parts.clock is not None:
        begin = day.begin + timedelta(hours=_hours(parts, parts.clock))
        if parts.zone is not None and anchor.offset is not None:
            begin += timedelta(hours=anchor.offset - parts.zone)
        grain = _grain(parts, parts.clock)
        return Moment(begin, begin + timedelta(seconds=_STEPS[grain]), grain)
    if parts.part is None:
        return day
    first, last = parts.part
    if parts.is_late:
        first = max(first, last - _LATE_HOURS)
    begin, end = day.begin + timedelta(hours=first), day.begin + timedelta(hours=last)
    return Moment(begin, end, "hour")


def _base_day(parts: Parts, anchor: Anchor) -> Moment | None:
    """Give the day that the parts tell, or the anchor's own day."""
    if parts.day is not None:
        return parts.day.moment
    return None if anchor.now is None else unit_moment(anchor.now, 0, "day")


def _grain(parts: Parts, clock: Clock) -> str:
    """Name the grain of a clock; a time zone makes it a minute."""
    is_zoned = parts.zone is not None and clock.grain == "hour"
    return "minute" if is_zoned else clock.grain


def _hours(parts: Parts, clock: Clock) -> float:
    """Give the hour of the clock, in the half of the day that its part tells."""
    is_later = parts.part is not None and parts.part[0] >= 12 and clock.hours < 12
    return clock.hours + 12 if is_later and not clock.half_said else clock.hours


def _kind(parts: Parts) -> QuantityKind:
    """Tell a time of day from a date."""
    return QuantityKind.DATE if parts.day is not None else QuantityKind.TIME_OF_DAY


def _read_range(tokens: Tokens, first: Parts, tables: Tables, anchor: Anchor) -> When | None:
    """Read the other end: "Aug 8 - Aug 12", "3pm - 6pm", "16h for 30 mins"."""
    at = first.end
    found = tables.calendar.joiners.match(tokens.words, at)
    if found is None or found[1] >= len(tokens) or tokens.is_broken(at - 1):
        return None
    guarded = found[0] in tables.calendar.words["guarded"]
    opener = tables.vocabulary.openers.match_before(tokens.words, first.start)
    if found[0] in tables.calendar.words["needs_opener"] and opener is None:
        return None
    second = read_parts(tokens, found[1], tables, anchor)
    if second is None or (guarded and not _matches(first, second)):
        return None
    if not is_time(tokens, second, tables.calendar) and second.clock is None:
        return None
    if second.clock is not None and not second.clock.is_sure and _opens(tokens, second.start):
        return None  # "12.40 – To personer er døde"
    start = first.start if opener is None else opener[1]
    ends = _settled(first), _settled(second)
    if ends[0] is not None and ends[1] is not None:
        return _clocked(ends[0], ends[1], (start, second.end))
    first, second = _share(first, second), _share(second, first)
    begin, end = _moment(first, anchor), _moment(second, anchor)
    return _ranged(first, (start, second.end), begin, end, _stated(first, second))


def _read_bare_range(tokens: Tokens, first: Parts, tables: Tables, anchor: Anchor) -> When | None:
    """Read a range whose second end alone tells that it is of times: "between 5 and 5.30 a.m."."""
    if first.clock is None or first.day is not None or first.clock.grain != "hour":
        return None
    if tables.vocabulary.openers.match_before(tokens.words, first.start) is None:
        return None
    found = tables.calendar.joiners.match(tokens.words, first.end)
    if found is None or found[1] >= len(tokens):
        return None
    second = read_parts(tokens, found[1], tables, anchor)
    is_told = second is not None and second.day is None and second.clock is not None
    if second is None or not is_told or not (second.part is not None or _is_sure(second)):
        return None
    return _read_range(tokens, first, tables, anchor)


def _is_sure(parts: Parts) -> bool:
    """Tell whether a clock is written so that it can be nothing else: "6 am", "5:30"."""
    return parts.clock is not None and parts.clock.is_sure


def _opens(tokens: Tokens, index: int) -> bool:
    """Tell whether a number in words begins a sentence: it has a capital letter."""
    return tokens.raw(index)[:1].isupper()


def _stated(first: Parts, second: Parts) -> tuple[float, ...]:
    """Give the hours of two times on one day, nothing of two days."""
    if first.clock is None or second.clock is None or first.day != second.day:
        return ()
    return _hours(first, first.clock), _hours(second, second.clock)


def _settled(parts: Parts) -> Clock | None:
    """Give a time of day in the half of the day it is said to be in, None with a day or a zone."""
    if parts.clock is None or parts.day is not None or parts.zone is not None:
        return None
    hours, is_said = _hours(parts, parts.clock), parts.part is not None
    return parts.clock._replace(hours=hours, half_said=is_said or parts.clock.half_said)


def _clocked(first: Clock, second: Clock, place: tuple[int, int]) -> When:
    """Make the range of two times of one day: "from 9.40 to 9.52"."""
    hours = join_hours(first, second)
    interval = Interval(low=hours[0], high=hours[1])
    return When(
        QuantityKind.TIME_OF_DAY,
        *place,
        interval,
        min(first.grain, second.grain, key=_STEPS.__getitem__),
        "range of times",
        stated=hours,
        hedge=Hedge.BETWEEN,
    )


def _matches(first: Parts, second: Parts) -> bool:
    """Tell whether two expressions can be the ends of one range."""
    if (first.clock is None) != (second.clock is None):
        return False
    return first.clock is not None or second.day is not None


def _share(one: Parts, other: Parts) -> Parts:
    """Give an end the day that only the other one tells."""
    return one._replace(day=other.day) if one.day is None else one


def _ranged(
    first: Parts,
    place: tuple[int, int],
    begin: Moment | None,
    end: Moment | None,
    stated: tuple[float, ...],
) -> When:
    """Make the range of two moments, or of two times of day."""
    kind, grain = _kind(first), "day" if first.clock is None else first.clock.grain
    low = None if begin is None or begin.begin is None else ordinal_days(begin.begin)
    high = None if end is None or end.end is None else ordinal_days(end.end)
    if low is not None and high is not None and low > high:
        high = None
    interval = Interval(low=low, high=high, high_open=high is not None)
    return When(kind, *place, interval, grain, "range of times", stated=stated)


def _opened(tokens: Tokens, parts: Parts, moment: Moment | None, tables: Tables) -> When:
    """Make the record of a moment, open to one side after "before", or "since"."""
    calendar, start = tables.calendar, parts.start
    kind, grain = _kind(parts), _told_grain(parts)
    if parts.clock is not None and not parts.opening:
        hours = _hours(parts, parts.clock)
        near = read_hours(tokens, (parts.clock.start, parts.end), hours, tables)
        if near is not None:
            told = _hedged(near._replace(start=min(start, near.start)), hours, grain)
            return told if kind is QuantityKind.TIME_OF_DAY else _on_day(told, moment)
    reason = parts.day.reason if parts.day is not None else "clock"
    has_amount = parts.day is not None and parts.day.has_amount
    stated = () if parts.clock is None else (_hours(parts, parts.clock),)
    if kind is QuantityKind.TIME_OF_DAY:
        hours = 0 if parts.clock is None else _hours(parts, parts.clock)
        interval = Interval(low=hours, high=hours)
    else:
        interval = moment_interval(moment)
    name, begin = _find_opening(tokens, parts, calendar)
    if name and interval.low is not None:
        interval, start = half_open(interval.low, name == "after"), begin
    elif name:
        stated = ()  # the words leave the time open
    elif kind is QuantityKind.DATE:
        start, interval, reason = _edge(tokens, parts, moment, calendar, (start, interval, reason))
    return When(kind, start, parts.end, interval, grain, reason, has_amount, stated)


def _hedged(near: Hours, hours: float, grain: str) -> When:
    """Make the record of a time of day with a hedge: "about ten to one"."""
    return When(
        QuantityKind.TIME_OF_DAY,
        near.start,
        near.end,
        near.interval,
        grain,
        f"clock, {near.hedge.value}",
        stated=(hours,),
        hedge=near.hedge,
        hedge_tokens=near.words,
    )


def _on_day(told: When, moment: Moment | None) -> When:
    """Make the record of a day from that of its time: "about 3 p.m. on Tuesday"."""
    begin = None if moment is None or moment.begin is None else ordinal_days(moment.begin)
    hours, interval = told.stated[0], told.interval
    if begin is None or interval.low is None or interval.high is None:
        days = Interval(low=None, high=None)
    else:
        days = replace(
            interval,
            low=begin + (interval.low - hours) / _DAY,
            high=begin + (interval.high - hours) / _DAY,
        )
    return told._replace(kind=QuantityKind.DATE, interval=days)


def _find_opening(tokens: Tokens, parts: Parts, calendar: Calendar) -> tuple[str, int]:
    """Find the word that leaves a time open to one side, inside it or before it."""
    if parts.opening:
        return parts.opening, parts.start
    for name, table in (("before", calendar.before), ("after", calendar.after)):
        found = table.match_before(tokens.words, parts.start)
        if found is not None:
            return name, found[1]
    return "", parts.start


def _told_grain(parts: Parts) -> str:
    """Name the grain to which a time is told."""
    if parts.clock is not None:
        return _grain(parts, parts.clock)
    if parts.part is not None:
        return "hour"
    return "day" if parts.day is None else parts.day.grain


def _edge(
    tokens: Tokens,
    parts: Parts,
    moment: Moment | None,
    calendar: Calendar,
    plain: tuple[int, Interval, str],
) -> tuple[int, Interval, str]:
    """Narrow a month or year to its beginning, middle or end: "early in May", "slutten av mars"."""
    if moment is None or moment.begin is None or moment.end is None:
        return plain
    if parts.day is None or parts.day.grain not in ("month", "year") or parts.clock is not None:
        return plain
    tables = (
        (calendar.begin, 0, 1),
        (calendar.middle, 1, 2),
        (calendar.end, 2, 3),
    )
    for table, first, last in tables:
        found = table.match_before(tokens.words, plain[0])
        if found is not None:
            third = _third(moment, first, last, parts.day.grain)
            return found[1], moment_interval(third), f"edge of a {parts.day.grain}"
    return plain


def _third(moment: Moment, first: int, last: int, grain: str) -> Moment:
    """Give the first, second or last third of a month (ten days) or of a year (four months)."""
    if moment.begin is None or moment.end is None:
        return moment
    step, unit = (10, "day") if grain == "month" else (4, "month")
    begin = shift(moment.begin, first * step, unit)
    end = moment.end if last == 3 else shift(moment.begin, last * step, unit)
    return Moment(begin, end, "day")
