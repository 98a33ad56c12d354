"""Numbers, intervals, units and dates as the reader's language writes them."""

from __future__ import annotations

import math
from datetime import MAXYEAR, date, datetime, timedelta
from functools import lru_cache

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from ordmot.ledger import Interval, QuantityKind, in_days
from ordmot.lexicon import read_data
from ordmot.report.words import Words

_HUGE, _TINY = 1e15, 1e-4
# Beyond these a row of digits or of zeros says less than a power of ten.


@lru_cache(maxsize=20_000)
def write_number(value: float, language: str) -> str:
    """Write a number: `4,000.5` in English, `4 000,5` in Norwegian.

    >>> write_number(4000.5, "en")
    '4,000.5'
    """
    if value == 0:
        return "0"
    if not _TINY <= abs(value) < _HUGE:
        return f"{value:.3g}"
    return format_decimal(value, format="#,##0.####", locale=language).replace("-", "−")


def write_value(value: float, kind: QuantityKind, language: str) -> str:
    """Write one end of an interval: a number, a time of day (`16:30`) or a date."""
    if kind is QuantityKind.TIME_OF_DAY and -24 <= value <= 48:
        minutes = round(value * 60)
        return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
    if kind is QuantityKind.DATE and 1 <= value < date(MAXYEAR, 12, 31).toordinal():
        return format_date(date.fromordinal(int(value)), "medium", locale=language)
    return write_number(value, language)


def write_interval(interval: Interval, kind: QuantityKind, language: str) -> str:
    """Write an interval: `12`, `≥ 12`, `< 5`, `3–4`; `?` where both ends are open.

    >>> write_interval(Interval(low=3, high=4), QuantityKind.AMOUNT, "en")
    '3–4'
    """
    if kind is QuantityKind.DATE:
        interval = in_days(interval)
        whole = _write_whole(interval, language)
        if whole:
            return whole
    low = None if interval.low is None else write_value(interval.low, kind, language)
    high = None if interval.high is None else write_value(interval.high, kind, language)
    if low is None and high is None:
        return "?"
    if low is None:
        return f"{'<' if interval.high_open else '≤'} {high}"
    if high is None:
        return f"{'>' if interval.low_open else '≥'} {low}"
    return low if low == high else f"{low}–{high}"


def _write_whole(interval: Interval, language: str) -> str:
    """Write a whole month or year as such, `July 2023`; nothing of other stretches of days."""
    if interval.low is None or interval.high is None:
        return ""
    if not 1 <= interval.low <= interval.high < date(MAXYEAR, 12, 31).toordinal():
        return ""
    first = date.fromordinal(int(interval.low))
    after = date.fromordinal(int(interval.high)) + timedelta(days=1)
    if first.day != 1 or after.day != 1:
        return ""
    months = (after.year - first.year) * 12 + after.month - first.month
    pattern = {1: "MMMM y"}.get(months, "y" if months == 12 and first.month == 1 else "")
    return format_date(first, pattern, locale=language) if pattern else ""


def write_unit(unit: str | None, value: float | None, words: Words) -> str:
    """Name a unit in the reader's language: `kilometre` is `kilometer`, many are `kilometres`."""
    if unit is None:
        return ""
    if unit == "percent":
        return "%"
    in_words = words.unit(unit, value)
    if in_words is not None:
        return in_words
    # Norwegian measures have no plural of their own: 1 liter, 2 liter.
    names = read_data(words.language, "units").get("names", {}).get(unit, [])
    is_plural = words.language == "en" and value != 1 and len(names) > 1
    name = names[1 if is_plural else 0] if names else unit.replace("_", " ")
    return str(name)


def write_ratio(ratio: float, language: str) -> str:
    """Write how many times larger: `62`, `2.3`; never more exact than two digits below ten."""
    return write_number(ratio if not math.isfinite(ratio) else _shorten(ratio), language)


def _shorten(ratio: float) -> float:
    """Keep two significant digits of a small ratio and whole numbers of a large one."""
    return round(ratio, 1 if ratio < 10 else 0)


def write_date(stated: str | None, language: str) -> str:
    """Write an ISO date in words, `2031-05-17` as `17. mai 2031`; as it came if it is none."""
    if not stated:
        return ""
    pattern = "d MMMM y" if language == "en" else "d. MMMM y"
    try:
        if "T" in stated:
            moment = datetime.fromisoformat(stated)
            return format_datetime(moment, f"{pattern}, HH:mm", locale=language)
        return format_date(date.fromisoformat(stated), pattern, locale=language)
    except ValueError:
        return stated
