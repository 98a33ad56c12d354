"""How far apart two intervals are, and how sure a gap is."""

from __future__ import annotations

from ordmot.gaps.accounts import Account
from ordmot.ledger import Interval, Modality, QuantityKind, Size
from ordmot.lexicon.measures import base_factor

_DOUBTFUL, _SURE = 0.4, 0.9
"""Chances that an amount answers a question at which nobody, and at which all, believe it."""
_FAINT = 0.3
"""What is left of a gap where the question itself is doubtful."""
_VAGUE = 0.7
"""What is left of a gap where one side says "many"."""
WEAK_BELOW = 0.37
"""Gaps that score lower are folded away: likelier a false alarm than a find."""


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


def rate_independence(one: Account, other: Account) -> float:
    """Rate how independent two voices are: two named ones count full, two outlets less."""
    if one.root == other.root:
        return 0.5
    unnamed = one.is_outlet + other.is_outlet
    return (1.0, 0.9, 0.7)[unnamed]


def rate_modality(one: Account, other: Account) -> float:
    """Rate whether both are put forward as so: guesses and possibilities make no alarm."""
    doubtful = (Modality.POSSIBLE, Modality.SPECULATED)
    return 0.3 if any(a.claim.modality in doubtful for a in (one, other)) else 1.0


def rate_wording(one: Account, other: Account) -> float:
    """Rate whether both say how many: "a large number" sets no figure beside "three"."""
    return _VAGUE if any(_is_many(account) for account in (one, other)) else 1.0


def _is_many(account: Account) -> bool:
    """Tell whether words say that there are many, and neither a number nor an upper end."""
    quantity = account.claim.quantity
    return quantity is not None and not quantity.stated and quantity.interval.high is None


def rate_question(one: Account, other: Account) -> float:
    """Rate how sure it is that two accounts answer the same question."""
    chance = min(one.answer.score, other.answer.score)
    if one.interval is None:
        return chance
    return min(1.0, max(_FAINT, (chance - _DOUBTFUL) / (_SURE - _DOUBTFUL)))
