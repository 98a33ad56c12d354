"""From questions to gaps: every relation, and the checks that were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from ordmot.gaps.accounts import Account, Accounts
from ordmot.gaps.amounts import agreement, relate_amounts
from ordmot.gaps.checks import list_checks
from ordmot.gaps.meeting import Ties
from ordmot.gaps.propositions import relate_answers, relate_pledges
from ordmot.gaps.scopes import relate_subsets, relate_sums
from ordmot.ledger import Actor, Check, Gap, Question, Reading


def compare(
    readings: Sequence[Reading], actors: Sequence[Actor], questions: Sequence[Question]
) -> tuple[tuple[Gap, ...], tuple[Check, ...]]:
    """Compare the accounts of every question and of nested scopes.

    Gives the gaps, each pair of claims once under its relation, and the checks that were made.
    """
    accounts = Accounts(readings)
    answered = {question.id: accounts.of(question) for question in questions}
    gaps = [gap for question in questions for gap in _gaps_of(question, answered[question.id])]
    everyone = [account for found in answered.values() for account in found]
    ties = Ties([*answered.values()])
    gaps += relate_subsets(everyone, ties)
    gaps += relate_sums(everyone, ties)
    unique = tuple({gap.id: gap for gap in gaps}.values())
    return unique, list_checks(readings, actors, questions, unique)


def _gaps_of(question: Question, accounts: list[Account]) -> Iterator[Gap]:
    """Give the gaps of one question."""
    if len(accounts) < 2:
        return
    if accounts[0].claim.quantity is None:
        yield from relate_answers(accounts, question.id)
        yield from relate_pledges(accounts, question.id)
        return
    distinct = _distinct(accounts)
    pairs = combinations(distinct, 2)
    found = [gap for one, other in pairs if (gap := relate_amounts(one, other, question.id))]
    yield from found
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
        sharing = [a for a in accounts if _shares(a, account)]
        taken |= {a.claim.id for a in sharing}
        gap = agreement(sharing, question)
        if gap is not None:
            yield replace(gap, size=None)


def _shares(one: Account, other: Account) -> bool:
    """Tell whether two accounts can both be right."""
    left, right = one.interval, other.interval
    return left is not None and right is not None and not left.is_disjoint(right)
