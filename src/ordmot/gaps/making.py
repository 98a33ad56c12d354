"""Making a gap: size, score and words, the same for every rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from ordmot.gaps.accounts import Account
from ordmot.gaps.chances import Pair, rate_chance
from ordmot.gaps.kinship import rate_hours
from ordmot.gaps.reach import rate_reach
from ordmot.gaps.sizes import measure_size, rate_modality
from ordmot.ledger import Gap, Interval, QuantityKind, Relation
from ordmot.lexicon.measures import are_taken_for_one

FINDS = (
    Relation.CONTRADICTS,
    Relation.DENIES,
    Relation.CHANGED_POSITION,
    Relation.UPDATED,
    Relation.FELL_SHORT,
    Relation.SUBSET,
    Relation.SUMS_TO,
)
"""Relations that a reader is shown, where the chance that they are right is good."""
_NO_FIND = 0.3
"""Stands in for that chance where accounts agree or one only says more."""
WEAK_BELOW = 0.65
"""Gaps with a smaller chance to be right are folded away: likelier a false alarm than a find."""
_FOLDED = 0.9
_NEAR = 0.1
"""Two figures that both can be right are one if their middles lie within a tenth of each other."""
_COARSEST = 0.05
"""Share of a figure that rounding may hide at most: "100 miles" is no 90."""
VERSION = "12"
"""Version of the rules of this folder; it goes up when one of them decides otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found: the relation, the rule's name, and its words."""

    relation: Relation
    rule: str
    reason: str


def are_disjoint(one: Account, other: Account) -> bool:
    """Tell whether two accounts have intervals that cannot both be right.

    A bound that touches a figure is no news: "more than 400" beside 400, "within 24 hours" beside
    24; that some died where others say nobody is.
    """
    left, right = one.interval, other.interval
    if left is None or right is None or can_both_be_right(one, other):
        return False
    lower, upper = (left, right) if left.is_below(right) else (right, left)
    is_figure = any(interval.low == interval.high != 0 for interval in (left, right))
    return not is_figure or lower.high != upper.low


def can_both_be_right(one: Account, other: Account) -> bool:
    """Tell whether two accounts have a value in common; what was converted is rounded.

    The 26 miles of one are the 42 kilometres of another.
    """
    left, right = one.interval, other.interval
    if left is None or right is None:
        return False
    if _are_one_figure(one, other):
        return True
    if _are_in_two_units(one, other):
        left, right = _as_rounded(one, left), _as_rounded(other, right)
    return not left.is_disjoint(right)


def are_near(one: Account, other: Account) -> bool:
    """Tell whether two accounts give one figure, more or less exactly: 384 and "nearly 400"."""
    left, right = one.interval, other.interval
    if left is None or right is None or not can_both_be_right(one, other):
        return False
    if left.middle is None or right.middle is None:
        return left == right
    return abs(left.middle - right.middle) <= _NEAR * max(abs(left.middle), abs(right.middle))


def _are_one_figure(one: Account, other: Account) -> bool:
    """Tell whether a figure stands in two units that are taken for one another: 40 tons, tonnes."""
    left, right = one.claim.quantity, other.claim.quantity
    if left is None or right is None or left.dimension != right.dimension:
        return False
    if left.unit == right.unit or not are_taken_for_one(left.unit, right.unit):
        return False
    return not left.interval.is_disjoint(right.interval)


def _are_in_two_units(one: Account, other: Account) -> bool:
    """Tell whether two amounts are given in units of their own: miles and kilometres.

    So are "seven in ten" and "71 percent".
    """
    left, right = one.claim.quantity, other.claim.quantity
    if left is None or right is None:
        return False
    return left.kind is right.kind is QuantityKind.AMOUNT and left.unit != right.unit


def _as_rounded(account: Account, interval: Interval) -> Interval:
    """Widen an interval by what the last digit of its figure leaves open: 26 is 25.5 to 26.5."""
    stated = account.claim.quantity.stated if account.claim.quantity else ()
    share = min(map(_rounding_of, stated), default=0.0)
    low, high = interval.low, interval.high
    return replace(
        interval,
        low=None if low is None else low - share * abs(low),
        high=None if high is None else high + share * abs(high),
    )


def _rounding_of(figure: float) -> float:
    """Give the share of a figure that half a step of its last digit is, at most a twentieth."""
    digits = Decimal(str(figure)).normalize()
    if not digits:
        return 0.0
    exponent = digits.as_tuple().exponent
    half = Decimal(5).scaleb(int(exponent) - 1)
    return min(_COARSEST, float(half / abs(digits)))


def words_of(account: Account) -> str:
    """Give the own words of an amount with what is counted ("noen få IS-krigere"), or an answer."""
    quantity = account.claim.quantity
    if quantity is None:
        return f"“{account.claim.answer_words or account.claim.span.text}”"
    counted = quantity.counted
    if counted is None or counted.overlaps(quantity.span) or counted.start < quantity.span.start:
        return f"“{quantity.span.text}”"
    return f"“{quantity.span.text} {counted.text}”"


def root_name(account: Account) -> str:
    """Name the root source of an account for a reader."""
    return account.root.split(" [document-")[0]


def make_gap(
    finding: Finding,
    accounts: tuple[Account, ...],
    question: str | None = None,
) -> Gap:
    """Make the gap of some accounts; the first two set its size and score."""
    one, other = accounts[0], accounts[1]
    score = _score(finding, one, other)
    return Gap(
        relation=finding.relation,
        question=question,
        claims=tuple(account.claim.id for account in accounts),
        size=measure_size(one, other),
        score=round(score, 4),
        is_weak=score < WEAK_BELOW,
        is_hint=finding.relation is Relation.SUMS_TO,
        reason=finding.reason,
        rule=finding.rule,
        rule_version=VERSION,
        spans=tuple(account.claim.span for account in accounts),
    )


def weakened(gap: Gap, reason: str) -> Gap:
    """Fold a gap away, with the reason."""
    score = round(min(gap.score, WEAK_BELOW) * _FOLDED, 4)
    return replace(gap, score=score, is_weak=True, reason=reason)


def _score(finding: Finding, one: Account, other: Account) -> float:
    """Score a finding: how likely it is right; what agrees is no find, however right.

    Where the text itself, or a person, sets one account beside the other, they belong together.
    """
    if finding.relation not in FINDS:
        return _NO_FIND
    linked = {one.claim.set_against, other.claim.set_against} & {one.claim.id, other.claim.id}
    if linked:
        return 1.0
    if one.answer.is_placed or other.answer.is_placed:
        return rate_modality(one, other)
    pair = Pair(relation=finding.relation, one=one, other=other)
    return rate_chance(pair) * rate_limits(one, other)


def rate_limits(one: Account, other: Account) -> float:
    """Rate what no fit may soften: a part, half a day between, a guess.

    Such pairs are few in any case, and their meaning is plain.
    """
    return rate_reach(one, other) * rate_hours(one, other) * rate_modality(one, other)
