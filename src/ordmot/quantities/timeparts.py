"""The parts of a time expression, as they stand together: day, clock, part of the day, zone."""

from __future__ import annotations

from typing import NamedTuple

from ordmot.quantities.calendar import Calendar
from ordmot.quantities.clocks import (
    Clock,
    is_figure,
    is_told_hour,
    read_clock,
    read_part,
    read_zone,
)
from ordmot.quantities.dates import read_day
from ordmot.quantities.days import Anchor, Day, Tables
from ordmot.quantities.moments import Moment, shift, unit_moment
from ordmot.quantities.tokens import Tokens

_GLUE_REACH = 3
_NOON = 12


class Parts(NamedTuple):
    """What a time expression is made of so far."""

    start: int
    end: int
    day: Day | None = None
    clock: Clock | None = None
    part: tuple[float, float] | None = None
    zone: float | None = None
    is_late: bool = False
    opening: str = ""


def read_parts(tokens: Tokens, index: int, tables: Tables, anchor: Anchor) -> Parts | None:
    """Collect the day, the clock and the part of the day that stand together."""
    calendar = tables.calendar
    parts = _add(tokens, Parts(index, index), index, tables, anchor)
    if parts is None:
        return None
    while True:
        at = parts.end
        if at >= len(tokens) or tokens.is_broken(at - 1):
            return parts
        steps = 0
        more = _add(tokens, parts, at, tables, anchor)
        opening = ""
        while more is None and steps < _GLUE_REACH:
            is_eve = calendar.eve_of.match_before(tokens.words, at + 1) is not None
            if is_eve:
                parts = parts._replace(part=calendar.small_hours)
            else:
                opening = opening or _opening(tokens, at, calendar)
            if not opening and not is_eve and tokens.word(at) not in calendar.words["glue"]:
                return parts
            at, steps = at + 1, steps + 1
            if at >= len(tokens) or tokens.is_broken(at - 1):
                return parts
            more = _add(tokens, parts, at, tables, anchor)
        if more is None or (opening and more.clock is None):
            return parts
        parts = more._replace(opening=opening or parts.opening)


def _add(tokens: Tokens, parts: Parts, at: int, tables: Tables, anchor: Anchor) -> Parts | None:
    """Add the day, part of the day, clock or zone that begins at a token, if it is missing."""
    calendar = tables.calendar
    if parts.part is None:
        found = read_part(tokens, at, calendar)
        if found is not None and (parts.day is None or not _says_day(tokens, at, calendar)):
            return _with_part(tokens, parts, found, at, (tables, anchor))
    if parts.day is None and at < len(tokens):
        day = read_day(tokens, at, tables, anchor)
        is_bare = parts.clock is not None and not parts.clock.is_sure
        if day is not None and not (is_bare and day.grain != "day"):  # "she turned 18 in May"
            return parts._replace(end=day.end, day=day)
    if parts.clock is None:
        clock = read_clock(tokens, at, calendar, tables.vocabulary)
        if clock is not None and _fits(tokens, parts, clock, at, calendar):
            start = min(parts.start, clock.start)
            return parts._replace(start=start, end=clock.end, clock=clock)
    elif parts.zone is None and at == parts.end:
        zone = read_zone(tokens, at, calendar)
        if zone is not None:
            return parts._replace(end=zone[1], zone=zone[0])
    return None


def _opening(tokens: Tokens, at: int, calendar: Calendar) -> str:
    """Read a "before" or "after" between a day and a clock: "tomorrow after 5pm"."""
    for name, table in (("before", calendar.before), ("after", calendar.after)):
        found = table.match(tokens.words, at)
        if found is not None and found[1] == at + 1:
            return name
    return ""


def _says_day(tokens: Tokens, at: int, calendar: Calendar) -> bool:
    """Tell whether a part of the day names its day too: "i kveld", "tonight"."""
    return calendar.relative_days.match(tokens.words, at) is not None


def _with_part(
    tokens: Tokens,
    parts: Parts,
    found: tuple[tuple[float, float], int],
    at: int,
    setting: tuple[Tables, Anchor],
) -> Parts:
    """Add a part of the day; "tonight" and "i kveld" give the day as well."""
    hours, end = found
    tables, anchor = setting
    relative = tables.calendar.relative_days.match(tokens.words, at)
    if parts.day is None and relative is not None and relative[1] == end:
        moment = None if anchor.now is None else unit_moment(anchor.now, relative[0], "day")
        parts = parts._replace(day=Day(at, end, moment, "day", "relative day"))
    return parts._replace(end=end, part=hours)


def _fits(tokens: Tokens, parts: Parts, clock: Clock, at: int, calendar: Calendar) -> bool:
    """Tell whether a clock reading belongs here: a bare hour needs "at" or stands beside a day."""
    if clock.is_sure or parts.start == parts.end:
        return True
    if parts.day is not None and parts.day.grain != "day":
        return False
    if _counts(tokens, clock.end, calendar):
        return False
    is_marked = tokens.word(at - 1) in calendar.words["clock_marks"]
    return (
        is_marked
        or (parts.part is not None and at == parts.end)
        or (clock.grain != "hour" and at == parts.end)
    )


def _counts(tokens: Tokens, end: int, calendar: Calendar) -> bool:
    """Tell whether a word follows that a number could count."""
    word = tokens.word(end)
    is_word = word[:1].isalpha() and not tokens.is_broken(end - 1)
    return is_word and word not in calendar.words["after_clock"]


def widen(tokens: Tokens, parts: Parts, tables: Tables, anchor: Anchor) -> Parts:
    """Take in the words before: "this" morning, "late" last night, "in the" evening."""
    calendar, start = tables.calendar, parts.start
    is_night = parts.clock is not None and parts.part == calendar.small_hours
    if parts.part is None or is_night:
        return _with_time_of_day(tokens, parts, calendar)
    shifted = calendar.shifts.match_before(tokens.words, start)
    if parts.day is None and shifted is not None:
        moment = None if anchor.now is None else unit_moment(anchor.now, shifted[0], "day")
        day = Day(shifted[1], start, moment, "day", "part of a day")
        start = shifted[1]
        parts = parts._replace(start=start, day=day)
    late = calendar.late.match_before(tokens.words, start)
    return parts if late is None else parts._replace(start=late[1], is_late=True)


def _with_time_of_day(tokens: Tokens, parts: Parts, calendar: Calendar) -> Parts:
    """Read the "early on" of "early on Friday" and the "natt til" of "natt til søndag"."""
    if parts.day is None or parts.day.grain != "day":
        return parts
    eve = calendar.eve_of.match_before(tokens.words, parts.start)
    if parts.clock is not None:
        is_night = eve is not None or parts.part == calendar.small_hours
        start = parts.start if eve is None else eve[1]
        return _in_the_night(parts, start) if is_night else parts
    if eve is not None:
        return parts._replace(start=eve[1], part=calendar.small_hours)
    early = calendar.early.match_before(tokens.words, parts.start)
    if early is not None:
        return parts._replace(start=early[1], part=calendar.early_hours)
    late = calendar.late.match_before(tokens.words, parts.start)
    return parts if late is None else parts._replace(start=late[1], part=calendar.late_hours)


def _in_the_night(parts: Parts, start: int) -> Parts:
    """Set a time in the night to a day: «natt til søndag klokken 23.40» is on Saturday."""
    day, clock = parts.day, parts.clock
    if day is not None and clock is not None and clock.hours >= _NOON and day.moment is not None:
        begin, end, grain = day.moment
        if begin is not None and end is not None and begin.year > 1:
            eve = Moment(shift(begin, -1, "day"), shift(end, -1, "day"), grain)
            day = day._replace(moment=eve)
    return parts._replace(start=start, day=day)


def is_time(tokens: Tokens, parts: Parts, calendar: Calendar) -> bool:
    """Tell whether the collected parts make a time at all, and not a bare number or word."""
    clock = parts.clock
    if clock is not None and clock.start == parts.start and is_figure(tokens, clock, calendar):
        return False
    if parts.day is not None:
        return not _names_something(tokens, parts)
    if clock is None:
        return False
    if clock.is_sure or parts.part is not None:
        return True
    is_all = parts.end >= len(tokens) and len(tokens) <= 4
    if is_all and tokens.word(parts.start - 1) in calendar.words["clock_marks"]:
        return True
    is_hour = clock.grain == "hour" and clock.hours <= _NOON
    return is_hour and is_told_hour(tokens, (parts.start, parts.end), calendar)


def _names_something(tokens: Tokens, parts: Parts) -> bool:
    """Tell whether a date is part of a name: "7. juni-plassen", "22. juli-kommisjonen"."""
    end = parts.end
    return (
        tokens.word(end) == "-"
        and tokens.is_joined(end - 1)
        and tokens.is_joined(end)
        and (tokens.word(end + 1)[:1].isalpha())
    )
