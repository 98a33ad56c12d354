"""What people decided stays when documents are read otherwise, compared anew, or added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ordmot.casebook import Casebook
from ordmot.flow import Plan
from ordmot.ledger import Claim, Decision, Edit, Interval, Quantity
from tests import plans
from tests.decisions.test_deciding import answers, claim_of, gap_of, question_of
from tests.plans import TINY

_TEXTS = {
    "a.txt": "Kari: 40 boats\nSiv: 7 crates",
    "b.txt": "Ola: 55 boats\nSiv: 9 crates",
}


def _measure_loosely(*given: object, **named: object) -> tuple[Quantity, ...]:
    """Read every number as nearly that much."""
    found = plans.measure(*given, **named)  # type: ignore[arg-type]
    return tuple(replace(each, interval=_nearly(each.interval)) for each in found)


def _nearly(interval: Interval) -> Interval:
    assert interval.low is not None
    return Interval(low=interval.low * 0.9, high=interval.low, high_open=True)


def _extract_nothing(*_: object) -> Sequence[Claim]:
    return ()


LOOSE = replace(TINY, measure=_measure_loosely, version="tiny 2")
BLIND = replace(TINY, extract=_extract_nothing, version="tiny 3")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name, text in _TEXTS.items():
        (folder / name).write_text(text)
    with Casebook.open(tmp_path / "test.ordmot", plan=TINY) as book:
        book.add([folder])
    return tmp_path / "test.ordmot"


def _read_again(path: Path, plan: Plan) -> Casebook:
    book = Casebook.open(path, plan=plan)
    book.read_again(jobs=1)
    return book


def test_a_verdict_on_what_is_read_otherwise_is_one_about_an_earlier_version(path: Path) -> None:
    with Casebook.open(path, plan=TINY) as book:
        old = gap_of(book.ledger(), "40 boats", "55 boats")
        book.review(old.id, Decision.REJECTED, by="Kari")
    with _read_again(path, LOOSE) as book:
        ledger = book.ledger()
        new = gap_of(ledger, "40 boats", "55 boats")
        assert new.id != old.id
        standing = ledger.standing(new.id)
        assert (standing.decision, standing.is_earlier) == (Decision.REJECTED, True)
        assert not new.is_weak
        assert ledger.adrift == ()
    with _read_again(path, TINY) as book:
        assert gap_of(book.ledger(), "40 boats", "55 boats").is_weak


def test_an_edit_wins_over_another_reading(path: Path) -> None:
    mine = Interval(low=50, high=60)
    with Casebook.open(path, plan=TINY) as book:
        old = claim_of(book.ledger(), "40 boats")
        book.edit(old.id, Edit(interval=mine), by="Kari")
    with _read_again(path, LOOSE) as book:
        claim = claim_of(book.ledger(), "40 boats")
        assert claim.id != old.id
        assert claim.quantity is not None
        assert claim.quantity.interval == mine
        machine = book.ledger().machine_claim(claim.id)
        assert machine is not None
        assert machine.quantity is not None
        assert machine.quantity.interval == Interval(low=36, high=40, high_open=True)


def test_groups_that_people_made_stay(path: Path) -> None:
    with Casebook.open(path, plan=TINY) as book:
        ledger = book.ledger()
        boats, crates = question_of(ledger, "40 boats"), question_of(ledger, "7 crates")
        book.merge_questions(boats.id, [crates.id])
        (merged,) = book.ledger().questions
        book.split_question(merged.id, [claim_of(ledger, "7 crates").id])
        wanted = answers(book.ledger())
    with _read_again(path, LOOSE) as book:
        assert answers(book.ledger()) == wanted


def test_a_new_document_joins_and_changes_no_decision(path: Path, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("Eli: 90 boats")
    with Casebook.open(path, plan=TINY) as book:
        question = question_of(book.ledger(), "40 boats")
        book.review(question.id, Decision.ACCEPTED, by="Kari")
        book.edit(question.id, Edit(text="How many boats lay there?"), by="Kari")
        book.move_account(claim_of(book.ledger(), "7 crates").id, question.id)
        book.add([tmp_path / "c.txt"])
        ledger = book.ledger()
        grown = question_of(ledger, "90 boats")
        assert grown.text == "How many boats lay there?"
        assert "7 crates" in {ledger.claim(answer.claim).span.text for answer in grown.answers}
        assert ledger.standing(grown.id).is_earlier


def test_what_cannot_be_found_again_is_kept_and_listed(path: Path) -> None:
    with Casebook.open(path, plan=TINY) as book:
        gap = book.ledger().gaps[0]
        entries = (
            book.review(gap.id, Decision.ACCEPTED, by="Kari"),
            book.edit(gap.claims[0], Edit(interval=Interval(low=1, high=2)), by="Kari"),
        )
    with _read_again(path, BLIND) as book:
        assert book.ledger().adrift == entries
        assert book.log() == entries
        assert book.ledger().questions == ()


def test_two_open_cases_see_each_others_decisions(path: Path) -> None:
    with Casebook.open(path, plan=TINY) as one, Casebook.open(path, plan=TINY) as other:
        gap = one.ledger().gaps[0]
        other.ledger()
        one.review(gap.id, Decision.REJECTED, by="Kari")
        assert other.ledger().standing(gap.id).decision is Decision.REJECTED
        other.merge_questions(*_two(other))
        assert len(one.ledger().questions) == 1


def _two(book: Casebook) -> tuple[str, list[str]]:
    first, second = (question.id for question in book.ledger().questions)
    return first, [second]


def test_the_ledger_is_made_once_for_each_state(path: Path) -> None:
    with Casebook.open(path, plan=TINY) as book:
        first = book.ledger()
        assert book.ledger() is first
        book.review(first.gaps[0].id, Decision.UNSURE)
        assert book.ledger() is not first
        assert book.ledger().readings is first.readings
