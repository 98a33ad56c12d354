"""From questions to gaps: every relation, and the checks that were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from threading import Lock

from ordmot.gaps.accounts import Account, Accounts
from ordmot.gaps.amounts import agreement, fold_beside, fold_overtaken, relate_amounts
from ordmot.gaps.answers import relate_open
from ordmot.gaps.checks import list_checks
from ordmot.gaps.identities import Identities, Identity
from ordmot.gaps.making import can_both_be_right
from ordmot.gaps.meeting import Ties
from ordmot.gaps.propositions import relate_answers, relate_pledges
from ordmot.gaps.scopes import (
    Scoped,
    Subsets,
    figure_of,
    fold_parts,
    relate_sums,
    with_scope,
)
from ordmot.ledger import Actor, Check, Gap, Ledger, Question, Reading, Relation


def compare(
    readings: Sequence[Reading], actors: Sequence[Actor], questions: Sequence[Question]
) -> tuple[tuple[Gap, ...], tuple[Check, ...]]:
    """Compare the accounts of every question and of nested scopes.

    Gives the gaps, each pair of claims once under its relation, and the checks that were made.
    """
    return Comparer()(readings, actors, questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A question as it was compared: its accounts, those that count something, and its gaps.

    `identities` is who or what the accounts of an open question name, empty for others.
    """

    question: Question
    accounts: list[Account]
    scoped: list[Scoped]
    documents: frozenset[str]
    identities: tuple[Identity, ...]
    gaps: tuple[Gap, ...]


class Comparer:
    """Compares the accounts of a case over and over: what did not change is taken over.

    Each part depends on nothing but what it is remembered by, so that the result is that of
    comparing all anew. A copy that is sent to another process remembers nothing.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._accounts: Accounts | None = None
        self._parts: dict[str, _Part] = {}
        self._subsets = Subsets()

    def __reduce__(self) -> tuple[type[Comparer], tuple[()]]:
        """Leave behind what is remembered."""
        return Comparer, ()

    def __call__(
        self, readings: Sequence[Reading], actors: Sequence[Actor], questions: Sequence[Question]
    ) -> tuple[tuple[Gap, ...], tuple[Check, ...]]:
        """Compare as `compare` does."""
        with self._lock:
            accounts = Accounts(readings, self._accounts)
            parts = self._compared(accounts, questions, Identities(actors))
            scoped = [each for part in parts for each in part.scoped]
            ties = Ties([part.documents for part in parts])
            gaps = [gap for part in parts for gap in part.gaps]
            gaps += self._subsets.relate(scoped, ties)
            gaps += relate_sums(scoped, ties)
        unique = tuple({gap.id: gap for gap in fold_parts(gaps, scoped)}.values())
        return unique, list_checks(readings, actors, questions, unique)

    def recall(self, ledger: Ledger) -> None:
        """Remember a comparison that was made earlier, by these rules, where nothing else is."""
        with self._lock:
            if not self._parts:
                self._accounts = Accounts(ledger.readings)
                gaps, homes = ledger.findings.gaps_of, ledger.findings.homes
                sums = (gap for gap in gaps.get(None, ()) if gap.relation is Relation.SUMS_TO)
                accounts = {q.id: self._accounts.of(q) for q in ledger.questions}
                known = {a.claim.id: a for each in accounts.values() for a in each}
                summed = {figure_of(known[claim]) for gap in sums for claim in gap.claims}
                names = Identities(ledger.comparison.actors)
                for question in ledger.questions:
                    # Of two questions with the same accounts, only one has kept the gaps of both.
                    # What a sum of several questions has folded would stay so without it.
                    is_whole = all(len(homes[answer.claim]) == 1 for answer in question.answers)
                    if is_whole and summed.isdisjoint(map(figure_of, accounts[question.id])):
                        own = gaps.get(question.id, ())
                        found = accounts[question.id]
                        self._parts[question.id] = _part(question, found, names, own)

    def _compared(
        self, accounts: Accounts, questions: Sequence[Question], names: Identities
    ) -> list[_Part]:
        """Compare each question, or take over what was found where all is as it was."""
        known = self._parts
        found = [
            part
            if (part := known.get(question.id)) is not None
            and part.question == question
            and part.documents.isdisjoint(accounts.changed)
            and part.identities == _identities_of(part.accounts, names)
            else _part(question, accounts.of(question), names)
            for question in questions
        ]
        self._accounts = accounts
        self._parts = {part.question.id: part for part in found}
        return found


def _part(
    question: Question,
    accounts: list[Account],
    names: Identities,
    gaps: Sequence[Gap] | None = None,
) -> _Part:
    """Compare the accounts of one question, whose gaps may be known."""
    return _Part(
        question=question,
        accounts=accounts,
        scoped=list(with_scope(accounts)),
        documents=frozenset(account.claim.document for account in accounts),
        identities=_identities_of(accounts, names),
        gaps=tuple(_gaps_of(question, accounts, names) if gaps is None else gaps),
    )


def _identities_of(accounts: Sequence[Account], names: Identities) -> tuple[Identity, ...]:
    """Give whom or what the answers to an open question name."""
    answered = (account.claim for account in accounts if account.claim.asked is not None)
    return tuple(names.identity_of(claim) for claim in answered)


def _gaps_of(question: Question, accounts: list[Account], names: Identities) -> Iterator[Gap]:
    """Give the gaps of one question."""
    if len(accounts) < 2:
        return
    if accounts[0].claim.quantity is None and accounts[0].claim.asked is not None:
        yield from relate_open(accounts, question.id, names)
        return
    if accounts[0].claim.quantity is None:
        yield from relate_answers(accounts, question.id)
        yield from relate_pledges(accounts, question.id)
        return
    distinct = _distinct(accounts)
    pairs = combinations(distinct, 2)
    found = [gap for one, other in pairs if (gap := relate_amounts(one, other, question.id))]
    yield from fold_beside(list(fold_overtaken(found, distinct)), accounts)
    yield from _agreements(distinct, question.id)


def _distinct(accounts: Sequence[Account]) -> list[Account]:
    """Keep one account for each figure of each source: the first that is no headline."""
    best: dict[tuple[str, str, str], Account] = {}
    for account in sorted(accounts, key=lambda a: a.claim.is_headline):
        key = (account.root, str(account.interval), account.claim.modality)
        best.setdefault(key, account)
    kept = {account.claim.id for account in best.values()}
    return [account for account in accounts if account.claim.id in kept]


def _agreements(accounts: Sequence[Account], question: str) -> Iterator[Gap]:
    """Give the largest sets of accounts that share a value, one gap a set."""
    taken: set[str] = set()
    for account in accounts:
        if account.interval is None or account.claim.id in taken:
            continue
        sharing = [a for a in accounts if can_both_be_right(a, account)]
        taken |= {a.claim.id for a in sharing}
        gap = agreement(sharing, question)
        if gap is not None:
            yield replace(gap, size=None)
