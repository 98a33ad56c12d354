"""Moments: stretches of calendar time with a grain, and the arithmetic on them."""

from __future__ import annotations

import calendar as months
from datetime import date, datetime, timedelta
from typing import NamedTuple

_SEASON_STARTS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "winter": (12, 21)}
_SEASON_ENDS = {"spring": (6, 20), "summer": (9, 23), "autumn": (12, 20), "winter": (3, 19)}
_CLOCK_GRAINS = {"second": 1, "minute": 60, "hour": 3600}
_WEEKEND_FROM = timedelta(days=4, hours=18)
_FIRST, _LAST = datetime(1, 1, 1), datetime(9999, 12, 31)


class Moment(NamedTuple):
    """The time from `begin` up to `end`, told to a grain; None is an open end."""

    begin: datetime | None
    end: datetime | None
    grain: str


def floor(moment: datetime, grain: str) -> datetime:
    """Give the beginning of the second, minute, … year that a moment lies in."""
    if grain == "second":
        return moment.replace(microsecond=0)
    if grain == "minute":
        return moment.replace(second=0, microsecond=0)
    if grain == "hour":
        return moment.replace(minute=0, second=0, microsecond=0)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if grain == "week":
        return day - timedelta(days=day.weekday())
    if grain == "month":
        return day.replace(day=1)
    if grain == "quarter":
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    if grain in ("year", "decade"):
        year = day.year - day.year % 10 if grain == "decade" else day.year
        return day.replace(year=max(1, year), month=1, day=1)
    return day


def shift(moment: datetime, count: float, grain: str) -> datetime:
    """Move a moment by so many units; a month on from 31 January is the last of February."""
    if grain in _CLOCK_GRAINS:
        return moment + timedelta(seconds=count * _CLOCK_GRAINS[grain])
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(grain)
    if days is not None:
        return moment + timedelta(days=count * days)
    size = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[grain]
    whole = int(count * size)
    index = moment.year * 12 + moment.month - 1 + whole
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9998:
        raise OverflowError("outside the calendar")
    last = months.monthrange(year, month)[1]
    moved = moment.replace(year=year, month=month, day=min(moment.day, last))
    return moved + timedelta(days=(count * size - whole) * 30)


def unit_moment(now: datetime, count: int, grain: str) -> Moment:
    """Give this (0), next (1) or last (-1) week, month, summer, weekend."""
    if grain == "weekend":
        friday = floor(now, "week") + timedelta(days=7 * count)
        return Moment(friday + _WEEKEND_FROM, friday + timedelta(days=7), "hour")
    if grain in _SEASON_STARTS:
        return _season(now, count, grain)
    if grain == "season":
        return _next_season(now, count)
    begin = shift(floor(now, grain), count, grain)
    return Moment(begin, shift(begin, 1, grain), grain)


def _season(now: datetime, count: int, name: str) -> Moment:
    """Give a season by name: this year's, unless it is over and another one is meant."""
    year = now.year + count
    begin = datetime(year, *_SEASON_STARTS[name])
    end = datetime(year + (name == "winter"), *_SEASON_ENDS[name]) + timedelta(days=1)
    return Moment(begin, end, "day")


def _next_season(now: datetime, count: int) -> Moment:
    """Give the season now, the one after it or the one before it."""
    names = list(_SEASON_STARTS)
    starts = [
        (datetime(year, *_SEASON_STARTS[name]), name)
        for year in range(now.year - 2, now.year + 3)
        for name in names
    ]
    starts.sort()
    at = max(index for index, (begin, _) in enumerate(starts) if begin <= now)
    at = min(max(at + count, 0), len(starts) - 2)
    return Moment(starts[at][0], starts[at + 1][0], "day")


def span_of_units(now: datetime, count: int, grain: str, direction: int) -> Moment:
    """Give the next or last N units: "next three months" begins with the next whole one."""
    base = floor(now, grain)
    if direction < 0:
        return Moment(shift(base, -count, grain), base, grain)
    first = shift(base, 1, grain)
    return Moment(first, shift(first, count, grain), grain)


def day_moment(day: date) -> Moment:
    """Give one whole day."""
    begin = datetime(day.year, day.month, day.day)
    return Moment(begin, begin + timedelta(days=1), "day")


def month_moment(year: int, month: int) -> Moment:
    """Give one whole month."""
    begin = datetime(year, month, 1)
    return Moment(begin, shift(begin, 1, "month"), "month")


def year_moment(year: int) -> Moment:
    """Give one whole year."""
    return Moment(datetime(year, 1, 1), datetime(year + 1, 1, 1), "year")


def nearest_weekday(now: datetime, weekday: int, forward: bool) -> date:
    """Give the weekday after the moment, or the last one before it (or on it)."""
    today = now.date()
    if forward:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def nearest_date(now: datetime, month: int, day: int, forward: bool) -> date | None:
    """Give the day of a month that comes next, or the one that a text of that moment means."""
    candidates = []
    for year in (now.year - 1, now.year, now.year + 1, now.year + 2, now.year + 3, now.year + 4):
        if year > 0 and day <= months.monthrange(year, month)[1]:
            candidates.append(date(year, month, day))
    if not candidates:
        return None
    if forward:
        return next((day for day in candidates if day >= now.date()), None)
    return min(candidates, key=lambda day: _distance(day, now.date()))


def _distance(day: date, today: date) -> int:
    """Count the days to a date; news looks back, so a day ahead is twice as far."""
    days = (day - today).days
    return 2 * days if days > 0 else -days


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Give the first, second … or last (-1) weekday of a month."""
    last = months.monthrange(year, month)[1]
    days = [day for day in range(1, last + 1) if date(year, month, day).weekday() == weekday]
    if nth == -1:
        return date(year, month, days[-1])
    return date(year, month, days[nth - 1]) if 1 <= nth <= len(days) else None


def easter(year: int) -> date:
    """Give Easter Sunday, by the anonymous Gregorian rule."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift_of_moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - shift_of_moon + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    early = (golden + 11 * epact + 22 * weekday) // 451
    days = epact + weekday - 7 * early + 114
    return date(year, days // 31, days % 31 + 1)


def holiday(rule: str, year: int) -> date | None:
    """Give the day of a rule: "12-25", "4 3 11" (fourth Thursday of November), "easter 1"."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.split()[1]))
    if " " in rule:
        nth, weekday, month = map(int, rule.split())
        return nth_weekday(year, month, weekday, nth)
    month, day = map(int, rule.split("-"))
    return date(year, month, day)


def ordinal_days(moment: datetime) -> float:
    """Give a moment as days since 0001-01-01, the time of day as a fraction."""
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return moment.toordinal() + seconds / 86400
