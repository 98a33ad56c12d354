"""A case that grows document by document is the case of all documents at once."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.casebook import Casebook
from ordmot.flow import compare_accounts, read_one, standard_plan
from ordmot.ledger import Comparison, Metadata, Reading, Source

_TEXTS = (
    "At least 250 people were injured in the harbour of Olvik, the agency said. "
    "Twelve children were injured, the agency said. The agency denied that the gate was locked.",
    "The mayor, Ola Vik, said 90 people were injured in Olvik. Five children were injured, the "
    "mayor said. A fisherman in Olvik said the gate was locked.",
    "Rundt 400 mennesker ble skadd i havna i Olvik, sa politiet. Politiet sa at ni barn ble skadd. "
    "Kari Moen avviste at porten var låst.",
    "The agency now says 310 people were injured in Olvik. 300 adults and 10 children were "
    "injured, Ola Vik told reporters.",
    "In Dalsund 17 houses burned, said Siv Lie. Some 40 families had to leave Dalsund.",
    "Åtte hus brant i Dalsund, sier brannvesenet. Siv Lie sier at 60 familier måtte reise.",
    "The attack on the ferry in Olvik was carried out by rebels, the agency said.",
    "The army carried out the attack on the ferry in Olvik, the mayor said. Ola Vik denied that "
    "rebels carried out the attack on the ferry.",
    "Nobody was injured in Olvik, the owner of the ferry said. The ferry was six hours late.",
)


def _source(number: int, publisher: str = "") -> Source:
    metadata = Metadata(
        date=f"2031-05-{11 + number}", publisher=publisher or ("Olvik Post", "Avisa")[number % 2]
    )
    return Source(name=f"{number}.txt", data=_TEXTS[number].encode(), metadata=metadata)


def _read(source: Source) -> Reading:
    reading = read_one(standard_plan("test"), source)
    assert isinstance(reading, Reading)
    return reading


READINGS = tuple(_read(_source(number)) for number in range(len(_TEXTS)))


def _anew(readings: Sequence[Reading]) -> Comparison:
    return compare_accounts(standard_plan("test"), readings)


@settings(max_examples=25, deadline=None)
@given(st.permutations(READINGS))
def test_documents_one_by_one_in_any_order_give_what_all_at_once_give(
    ordered: list[Reading],
) -> None:
    plan = standard_plan("test")
    for count in range(1, len(ordered) + 1):
        grown = compare_accounts(plan, ordered[:count])
        assert grown == _anew(ordered[:count])
    assert grown == _anew(READINGS)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sets(st.sampled_from(range(len(READINGS)))), min_size=1, max_size=5), st.data())
def test_documents_that_come_go_and_are_read_again(
    rounds: list[set[int]], data: st.DataObject
) -> None:
    plan = standard_plan("test")
    for chosen in rounds:
        readings = [READINGS[number] for number in sorted(chosen)]
        if chosen and data.draw(st.booleans()):
            number = data.draw(st.sampled_from(sorted(chosen)))
            readings = [r for r in readings if r is not READINGS[number]]
            readings.append(_read(_source(number, publisher="The Harbour Agency")))
        assert compare_accounts(plan, readings) == _anew(readings)


def test_the_pairs_of_a_claim_that_is_read_differently_are_rated_anew() -> None:
    plan = standard_plan("test")
    compare_accounts(plan, READINGS)
    reading = READINGS[1]
    claim = next(claim for claim in reading.claims if claim.predicate is not None)
    other = replace(claim, predicate=None, origin=claim.id)
    claims = tuple(other if each is claim else each for each in reading.claims)
    readings = (*READINGS[:1], replace(reading, claims=claims), *READINGS[2:])
    assert compare_accounts(plan, readings) == _anew(readings)
    assert _anew(readings) != _anew(READINGS)


def test_a_plan_that_is_sent_to_another_process_leaves_behind_what_it_remembers() -> None:
    plan = standard_plan("test")
    fresh = len(pickle.dumps(plan))
    compare_accounts(plan, READINGS)
    assert len(pickle.dumps(plan)) == fresh
    assert compare_accounts(pickle.loads(pickle.dumps(plan)), READINGS) == _anew(READINGS)  # noqa: S301


@pytest.mark.parametrize("order", [range(len(_TEXTS)), range(len(_TEXTS))[::-1]])
def test_an_open_case_that_grows_is_one_that_is_opened_anew(
    tmp_path: Path, order: Sequence[int]
) -> None:
    path = tmp_path / "case.ordmot"
    with Casebook.open(path, plan=standard_plan("test")) as book:
        for number in order:
            book.add_sources([_source(number)])
            assert book.ledger().comparison == _anew(book.ledger().readings)
        with Casebook.open(path, plan=standard_plan("test")) as other:
            assert other.ledger() == book.ledger()


def test_a_document_that_is_read_again_with_another_publisher_is_not_the_one_at_hand(
    tmp_path: Path,
) -> None:
    path, letter = tmp_path / "case.ordmot", tmp_path / "0.txt"
    letter.write_text(_TEXTS[0])
    with Casebook.open(path, plan=standard_plan("test")) as book:
        book.add_sources([_source(1), _source(2)])
        book.add([letter], metadata=Metadata(publisher="Olvik Post"))
        first = book.ledger()
        book.add([letter], metadata=Metadata(publisher="The Harbour Agency"), again=True)
        ledger = book.ledger()
        assert ledger.comparison == _anew(ledger.readings)
        kept = [r for r in ledger.readings if any(r is each for each in first.readings)]
        assert len(kept) == 2
        with Casebook.open(path, plan=standard_plan("test")) as other:
            assert other.ledger() == ledger
