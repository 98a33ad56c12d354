"""Holidays, in a year that is told or near the anchor: "Christmas 2013", "langfredag"."""

from __future__ import annotations

from ordmot.quantities.calendar import Calendar
from ordmot.quantities.days import Anchor, Day, is_year
from ordmot.quantities.moments import day_moment, holiday
from ordmot.quantities.tokens import Tokens


def read_holiday(tokens: Tokens, index: int, calendar: Calendar, anchor: Anchor) -> Day | None:
    """Read "Christmas 2013", "Good Friday", "julaften"."""
    found = calendar.holidays.match(tokens.words, index)
    if found is None:
        return None
    rule, end = found
    at = end + 1 if tokens.word(end) in calendar.words["of"] or tokens.word(end) == "," else end
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


def read_shifted_holiday(
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
