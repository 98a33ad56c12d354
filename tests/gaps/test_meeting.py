from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from ordmot.gaps.accounts import Account
from ordmot.gaps.meeting import FEW, Sizes, Ties, meetings
from ordmot.ledger import Answer
from tests.making import make_claim, make_document, point


def account(document: str, value: float = 12, predicate: str | None = "kill") -> Account:
    claim = make_claim(point(value), document=make_document(document), predicate=predicate)
    answer = Answer(claim=claim.id, score=0.9, root=document, reasons=())
    return Account(claim=claim, answer=answer, date=None, interval=point(value))


def pairs(accounts: Sequence[Account], ties: Ties) -> Iterator[tuple[int, int]]:
    for meeting in meetings(accounts, ties):
        yield from (*combinations(meeting.own, 2), *product(meeting.own, meeting.guests))


def test_accounts_of_one_event_meet_and_others_do_not() -> None:
    accounts = [account("a"), account("b"), account("c", predicate="leave"), account("d")]
    assert set(pairs(accounts, Ties([]))) == {(0, 1), (0, 3), (1, 3)}


def test_in_a_crowd_only_accounts_of_tied_documents_meet() -> None:
    accounts = [account(f"{number}") for number in range(FEW + 10)]
    documents = [each.claim.document for each in accounts]
    ties = Ties(frozenset(documents[at : at + 2]) for at in range(0, FEW + 10, 2))
    found = {frozenset(pair) for pair in pairs(accounts, ties)}
    assert found == {frozenset((at, at + 1)) for at in range(0, FEW + 10, 2)}


def test_in_a_crowd_the_accounts_of_one_document_meet() -> None:
    accounts = [account(f"{number // 3}", number) for number in range(FEW + 10)]
    found = {frozenset(pair) for pair in pairs(accounts, Ties([]))}
    assert found == {
        frozenset(pair) for pair in combinations(range(FEW + 10), 2) if pair[0] // 3 == pair[1] // 3
    }


def test_sizes_are_found_within_a_share_and_in_order() -> None:
    values = [100.0, 91.0, 109.0, 80.0, 130.0, 0.0]
    accounts = [account(f"{value}", value) for value in values]
    found = list(Sizes(accounts, Ties([])).near(100, 0.1, accounts[0]))
    assert found == [0, 1, 2]


def test_few_accounts_all_meet() -> None:
    accounts = [account(f"{number}") for number in range(5)]
    assert list(pairs(accounts, Ties([]))) == list(combinations(range(5), 2))
