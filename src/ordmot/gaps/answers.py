"""Relations between answers to an open question: who, by what means, from where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ordmot.gaps.accounts import Account
from ordmot.gaps.identities import Identities, Stand
from ordmot.gaps.making import Finding, make_gap, words_of
from ordmot.gaps.propositions import turned_answer
from ordmot.ledger import Gap, Relation


def relate_open(
    accounts: Sequence[Account], question: str, identities: Identities
) -> Iterator[Gap]:
    """Relate the answers to an open question, each relation once for each pair of sources."""
    best: dict[object, Gap] = {}
    for one, other in combinations(accounts, 2):
        gap = _relate(one, other, question, identities)
        if gap is None:
            continue
        key = _sameness(gap, one, other)
        known = best.get(key)
        if known is None or gap.score > known.score:
            best[key] = gap
    yield from best.values()
    yield from _agreements(accounts, question, identities)


def _sameness(gap: Gap, one: Account, other: Account) -> object:
    """Say what makes two gaps one: the pair of sources, of what refines the pair of answers."""
    if gap.relation is not Relation.REFINES:
        return gap.relation, frozenset((one.root, other.root))
    return frozenset(a.claim.answer.concept for a in (one, other) if a.claim.answer is not None)


def _relate(one: Account, other: Account, question: str, identities: Identities) -> Gap | None:
    """Relate two answers: one denies the other's, excludes it, or says more exactly what it was."""
    stand = identities.compare(one.claim, other.claim)
    if one.claim.is_affirmed != other.claim.is_affirmed:
        yes, no = (one, other) if one.claim.is_affirmed else (other, one)
        return _denial(yes, no, question, stand)
    if not one.claim.is_affirmed or one.root == other.root:
        return None
    if stand is Stand.APART:
        return _contradiction(one, other, question)
    if stand in (Stand.WIDER, Stand.NARROWER):
        wide, narrow = (one, other) if stand is Stand.WIDER else (other, one)
        return _refinement(wide, narrow, question)
    return None


def _contradiction(one: Account, other: Account, question: str) -> Gap:
    """Report two answers that exclude each other."""
    reason = f"{one.speaker}: {words_of(one)}; {other.speaker}: {words_of(other)}"
    finding = Finding(
        relation=Relation.CONTRADICTS,
        rule="answers that exclude each other",
        reason=reason,
    )
    return make_gap(finding, (one, other), question)


def _refinement(wide: Account, narrow: Account, question: str) -> Gap:
    """See a kind within a wider one: "an explosion" and "a car bomb"."""
    reason = f"{words_of(narrow)} is a kind of {words_of(wide)}, or may be"
    finding = Finding(
        relation=Relation.REFINES,
        rule="narrower answer",
        reason=reason,
    )
    return make_gap(finding, (wide, narrow), question)


def _denial(yes: Account, no: Account, question: str, stand: Stand) -> Gap | None:
    """Report that one denies the other's answer; of one source it is a change of position."""
    if stand not in (Stand.SAME, Stand.WIDER if yes.claim.is_affirmed else Stand.NARROWER):
        return None
    if yes.root == no.root:
        return turned_answer(yes, no, question)
    reason = f"{no.speaker}: not {words_of(no)}; {yes.speaker}: {words_of(yes)}"
    finding = Finding(
        relation=Relation.DENIES,
        rule="denied answer",
        reason=reason,
    )
    return make_gap(finding, (no, yes), question)


def _agreements(
    accounts: Sequence[Account], question: str, identities: Identities
) -> Iterator[Gap]:
    """Give the sets of independent accounts with the same answer, one gap a set."""
    taken: set[str] = set()
    given = [account for account in accounts if account.claim.is_affirmed]
    for account in given:
        if account.claim.id in taken:
            continue
        same = [a for a in given if identities.compare(a.claim, account.claim) is Stand.SAME]
        taken |= {a.claim.id for a in same}
        one_each = list({a.root: a for a in reversed(same)}.values())[::-1]
        if len(one_each) > 1:
            words = "; ".join(f"{a.speaker}: {words_of(a)}" for a in one_each)
            finding = Finding(
                relation=Relation.AGREES,
                rule="same answer",
                reason=words,
            )
            yield make_gap(finding, tuple(one_each), question)
