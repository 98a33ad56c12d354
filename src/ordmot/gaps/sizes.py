"""How far apart two intervals are, and how sure a gap is."""

from __future__ import annotations

from ordmot.gaps.accounts import Account
from ordmot.ledger import Interval, Modality, QuantityKind, Size
from ordmot.lexicon.measures import base_factor

_HALF = 0.5
"""Below this a size is as good as none."""


def measure_size(one: Account, other: Account) -> Size | None:
    """Measure the distance of two disjoint intervals; None if they overlap or have no numbers."""
    left, right = one.interval, other.interval
    if left is None or right is None or not left.is_disjoint(right):
        return None
    lower, upper = (left, right) if left.is_below(right) else (right, left)
    quantity = one.claim.quantity
    base, unit = (base_factor(quantity), quantity.unit) if quantity else (1.0, None)
    if quantity is not None and quantity.kind is QuantityKind.TIME_OF_DAY:
        base, unit = 1.0, "hour"  # whatever grain the words have, times are in hours
    if quantity is not None and quantity.kind is QuantityKind.DATE:
        days = _difference(lower.high, upper.low, 1.0)  # no date is so many times another
        return Size(nearest_ratio=None, middle_ratio=None, difference=days, unit="day")
    return Size(
        nearest_ratio=_ratio(lower.high, upper.low),
        middle_ratio=_ratio(lower.middle, upper.middle),
        difference=_difference(lower.high, upper.low, base),
        unit=unit,
    )


def _ratio(low: float | None, high: float | None) -> float | None:
    """Give larger over smaller; None across or at zero."""
    if low is None or high is None or low <= 0 or high <= 0:
        return None
    return round(high / low, 3)


def _difference(low: float | None, high: float | None, base: float) -> float | None:
    """Give the distance of two ends in the unit that `base` is the size of."""
    return None if low is None or high is None else round((high - low) / base, 6)


def rate_disjointness(left: Interval, right: Interval) -> float:
    """Rate how apart two disjoint intervals are: 0.4 where they touch, near 1 when far apart."""
    lower, upper = (left, right) if left.is_below(right) else (right, left)
    if lower.high is None or upper.low is None:
        return 0.0
    if lower.high <= 0:
        return 1.0
    return 0.4 + 0.6 * (1 - lower.high / upper.low) if upper.low > 0 else 0.4


def rate_modality(one: Account, other: Account) -> float:
    """Rate whether both are put forward as so: guesses and possibilities make no alarm."""
    doubtful = (Modality.POSSIBLE, Modality.SPECULATED)
    return 0.3 if any(a.claim.modality in doubtful for a in (one, other)) else 1.0


def measure_ratio(one: Account, other: Account) -> float:
    """Give how many times larger one of two figures is by their middles (at least 1)."""
    sizes = _sizes(one, other)
    return max(*sizes, _HALF) / max(min(sizes), _HALF)


def measure_smaller(one: Account, other: Account) -> float:
    """Give the smaller of two figures by their middles, without sign."""
    return min(_sizes(one, other))


def _sizes(one: Account, other: Account) -> list[float]:
    """Give the middles of both, without sign; 0 where one has no interval."""
    if one.interval is None or other.interval is None:
        return [0.0, 0.0]
    return [abs(account.interval.middle or 0) for account in (one, other) if account.interval]
