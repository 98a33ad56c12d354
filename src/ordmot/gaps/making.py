"""Making a gap: size, score and words, the same for every rule."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ordmot.gaps.accounts import Account
from ordmot.gaps.kinship import rate_kinship, rate_sameness
from ordmot.gaps.sizes import (
    WEAK_BELOW,
    measure_size,
    rate_disjointness,
    rate_independence,
    rate_modality,
    rate_question,
    rate_wording,
)
from ordmot.ledger import Gap, Relation

_RIVALRIES = (
    Relation.CONTRADICTS,
    Relation.DENIES,
    Relation.CHANGED_POSITION,
    Relation.UPDATED,
    Relation.FELL_SHORT,
)
"""Relations in which one account stands against the other: they must speak of one thing."""

_FOLDED = 0.9
_ACROSS = 0.8
"""Stands in for the question's certainty where a gap joins two scopes or two questions."""
VERSION = "6"
"""Version of the rules of this folder; it goes up when one of them decides otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found: the relation, the rule's name, its words, and how sure it is (0 to 1)."""

    relation: Relation
    rule: str
    reason: str
    certainty: float


def are_disjoint(one: Account, other: Account) -> bool:
    """Tell whether two accounts have intervals that cannot both be right."""
    left, right = one.interval, other.interval
    return left is not None and right is not None and left.is_disjoint(right)


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
    score = _score(finding, one, other, question)
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


def _score(finding: Finding, one: Account, other: Account, question: str | None) -> float:
    """Score a finding: its certainty, the question's, how far apart, how alike, how independent."""
    is_within = question is not None and finding.relation is not Relation.SUBSET
    same = rate_question(one, other) if is_within else _ACROSS
    score = finding.certainty * same
    left, right = one.interval, other.interval
    if left is not None and right is not None and left.is_disjoint(right):
        score *= rate_disjointness(left, right) * rate_wording(one, other)
    linked = {one.claim.set_against, other.claim.set_against} & {one.claim.id, other.claim.id}
    if not linked:
        score *= rate_modality(one, other)
    if finding.relation in _RIVALRIES and not linked:
        score *= rate_kinship(one, other)
    if finding.relation is Relation.SUBSET:
        score *= rate_sameness(one, other)  # a part may be of any size beside its whole
    if finding.relation in (Relation.CONTRADICTS, Relation.DENIES):
        score *= rate_independence(one, other)
    return score
