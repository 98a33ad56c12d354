from __future__ import annotations

from itertools import combinations

from ordmot.gaps.accounts import Account
from ordmot.gaps.meeting import FEW, Sizes, Ties, pairs_of_events
from ordmot.ledger import Answer
from tests.making import make_claim, make_document, point


def account(document: str, value: float = 12, predicate: str | None = "kill") -> Account:
    claim = make_claim(point(value), document=make_document(document), predicate=predicate)
    answer = Answer(claim=claim.id, score=0.9, root=document, reasons=())
    return Account(claim=claim, answer=answer, date=None, interval=point(value))


def test_accounts_of_one_event_meet_and_others_do_not() -> None:
    accounts = [account("a"), account("b"), account("c", predicate="leave"), account("d")]
    assert set(pairs_of_events(accounts, Ties([]))) == {(0, 1), (0, 3), (1, 3)}


def test_in_a_crowd_only_accounts_of_tied_documents_meet() -> None:
    accounts = [account(f"{number}") for number in range(FEW + 10)]
    ties = Ties([accounts[start : start + 2] for start in range(0, FEW + 10, 2)])
    pairs = set(pairs_of_events(accounts, ties))
    assert pairs == {(start, start + 1) for start in range(0, FEW + 10, 2)}


def test_sizes_are_found_within_a_share_and_in_order() -> None:
    values = [100.0, 91.0, 109.0, 80.0, 130.0, 0.0]
    accounts = [account(f"{value}", value) for value in values]
    found = list(Sizes(accounts, Ties([])).near(100, 0.1, accounts[0]))
    assert found == [0, 1, 2]


def test_few_accounts_all_meet() -> None:
    accounts = [account(f"{number}") for number in range(5)]
    assert list(pairs_of_events(accounts, Ties([]))) == list(combinations(range(5), 2))
