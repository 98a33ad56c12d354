"""After a decision only what it touches is compared anew, and comes out as if all were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ordmot import gaps
from ordmot.casebook import Casebook
from ordmot.flow import standard_plan
from ordmot.ledger import Edit, Gap, Interval, Relation

_TEXTS = {
    "agency.txt": (
        "At least 250 people were injured in the harbour, the agency said. "
        "Twelve children were injured, the agency said. Three boats sank, the coast guard said."
    ),
    "paper.txt": (
        "The mayor said 90 people were injured in the harbour. "
        "Five children were injured, the mayor said. Two boats sank, a fisherman said."
    ),
    "avis.txt": (
        "Rundt 400 mennesker ble skadd i havna, sa politiet. "
        "Politiet sa at ni barn ble skadd. Sju båter sank, sa en fisker."
    ),
}
PLAN = standard_plan("test")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harbour")
    for name, text in _TEXTS.items():
        (folder / name).write_text(text)
    with Casebook.open(folder / "case.ordmot", plan=PLAN) as book:
        book.add([folder / name for name in _TEXTS], jobs=1)
    return folder / "case.ordmot"


@pytest.fixture
def book(case: Path, tmp_path: Path) -> Iterator[Casebook]:
    (tmp_path / "case.ordmot").write_bytes(case.read_bytes())
    with Casebook.open(tmp_path / "case.ordmot", plan=PLAN) as book:
        yield book


def _merge(book: Casebook) -> None:
    first, second, *_ = (q.id for q in book.ledger().questions if q.dimension == "count")
    book.merge_questions(first, [second])


def _split(book: Casebook) -> None:
    question = max(book.ledger().questions, key=lambda question: len(question.answers))
    book.split_question(question.id, [question.answers[0].claim])


def _move(book: Casebook) -> None:
    first, second, *_ = (q for q in book.ledger().questions if q.dimension == "count")
    book.move_account(first.answers[0].claim, second.id)


def _edit(book: Casebook) -> None:
    gap = next(gap for gap in book.ledger().gaps if gap.relation is Relation.CONTRADICTS)
    book.edit(gap.claims[0], Edit(interval=Interval(low=1000, high=1001)))


def _merge_actors(book: Casebook) -> None:
    first, second, *_ = (actor.id for actor in book.ledger().comparison.actors)
    book.merge_actors(first, [second])


@pytest.mark.parametrize("decide", [_merge, _split, _move, _edit, _merge_actors])
def test_the_gaps_are_those_of_a_whole_comparison(
    book: Casebook, decide: Callable[[Casebook], None]
) -> None:
    before = book.ledger().gaps
    assert {gap.relation for gap in before} >= {Relation.CONTRADICTS, Relation.SUBSET}
    decide(book)
    decide(book)
    ledger = book.ledger()
    questions = sorted(ledger.questions, key=lambda question: question.id)
    readings = sorted(ledger.readings, key=lambda reading: reading.document.id)
    whole, _ = gaps.compare(readings, ledger.comparison.actors, questions)
    assert _by_id(ledger.gaps) == _by_id(whole)
    while ledger.in_force:
        book.undo()
        ledger = book.ledger()
    assert ledger.gaps == before


def _by_id(gaps: tuple[Gap, ...] | object) -> dict[str, Gap]:
    assert isinstance(gaps, tuple)
    return {gap.id: gap for gap in gaps}
