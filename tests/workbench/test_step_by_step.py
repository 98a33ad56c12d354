"""What is laid out after a decision, step by step, is what laying the case out anew gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordmot.casebook import Casebook
from ordmot.errors import OrdmotError
from ordmot.flow import decide, standard_plan
from ordmot.ledger import Decision, Edit, Interval, Ledger, Relation
from ordmot.workbench.choices import list_choices
from ordmot.workbench.desk import Desk, Sheet
from ordmot.workbench.routes.queue import list_waiting
from ordmot.workbench.times import list_days

_TEXTS = {
    "agency.txt": (
        "At least 250 people were injured in the harbour of Olvik, the harbour agency said. "
        "Twelve children were injured, Kari Moen of the agency said. Three boats sank in Olvik. "
        "The agency denied that the gate was locked."
    ),
    "paper.txt": (
        "The mayor, Ola Vik, said 90 people were injured in the harbour of Olvik. "
        "Five children were injured, the mayor said. Two boats sank, a fisherman said. "
        "A fisherman said the gate was locked."
    ),
    "avis.txt": (
        "Rundt 400 mennesker ble skadd i havna i Olvik, sa politiet. "
        "Politiet sa at ni barn ble skadd. Sju båter sank, sa en fisker. "
        "Kari Moen avviste at porten var låst."
    ),
    "late.txt": (
        "The harbour agency now says 310 people were injured in Olvik. "
        "300 adults and 10 children were injured, Ola Vik told reporters. "
        "The attack on the ferry in Olvik was carried out by rebels, the harbour agency said. "
        "The army carried out the attack on the ferry in Olvik, the mayor said."
    ),
}
_STATES = ("open", *(decision.value for decision in Decision))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("olvik")
    for name, text in _TEXTS.items():
        (folder / name).write_text(text)
    with Casebook.open(folder / "case.ordmot", plan=standard_plan("test")) as book:
        book.add([folder / name for name in _TEXTS], jobs=1)
    return folder / "case.ordmot"


@contextmanager
def opened(case: Path) -> Iterator[Casebook]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.ordmot"
        path.write_bytes(case.read_bytes())
        with Casebook.open(path, plan=standard_plan("test")) as book:
            yield book


Pick = Callable[[Sequence[str]], str]
Deed = Callable[[Casebook, Pick], object]


def _verdict(decision: Decision, kind: Callable[[Ledger], Sequence[str]]) -> Deed:
    return lambda book, pick: book.review(pick(kind(book.ledger())), decision, by="Kari")


def _edit(edit: Edit, kind: Callable[[Ledger], Sequence[str]]) -> Deed:
    return lambda book, pick: book.edit(pick(kind(book.ledger())), edit, by="Kari")


def _gaps(ledger: Ledger) -> Sequence[str]:
    return [gap.id for gap in ledger.gaps]


def _questions(ledger: Ledger) -> Sequence[str]:
    return [question.id for question in ledger.questions]


def _accounts(ledger: Ledger) -> Sequence[str]:
    return [answer.claim for question in ledger.questions for answer in question.answers]


def _actors(ledger: Ledger) -> Sequence[str]:
    return [actor.id for actor in ledger.comparison.actors]


def _move(book: Casebook, pick: Pick) -> object:
    ledger = book.ledger()
    return book.move_account(pick(_accounts(ledger)), pick(_questions(ledger)), by="Kari")


def _set_apart(book: Casebook, pick: Pick) -> object:
    return book.move_account(pick(_accounts(book.ledger())), None, by="Kari")


def _merge(book: Casebook, pick: Pick) -> object:
    ledger = book.ledger()
    return book.merge_questions(pick(_questions(ledger)), [pick(_questions(ledger))], by="Kari")


def _split(book: Casebook, pick: Pick) -> object:
    ledger = book.ledger()
    question = ledger.question(pick([q.id for q in ledger.questions if len(q.answers) > 1]))
    return book.split_question(
        question.id, [pick([answer.claim for answer in question.answers])], by="Kari"
    )


def _merge_actors(book: Casebook, pick: Pick) -> object:
    ledger = book.ledger()
    return book.merge_actors(pick(_actors(ledger)), [pick(_actors(ledger))], by="Kari")


def _add(book: Casebook, pick: Pick) -> object:
    document = pick(list(book.ledger().texts.documents))
    home = {reading.document.id: reading for reading in book.ledger().readings}[document]
    return book.add_account(home.passages[0].sentences[0], by="Kari")


_DEEDS: dict[str, Deed] = {
    **{
        f"{decision.value} {kind.__name__}": _verdict(decision, kind)
        for decision in (Decision.ACCEPTED, Decision.REJECTED, Decision.UNSURE)
        for kind in (_gaps, _questions, _accounts)
    },
    "second reader": lambda book, pick: book.review(
        pick(_gaps(book.ledger())), Decision.SECOND_READ, by="Siv"
    ),
    "edit amount": _edit(Edit(interval=Interval(low=95, high=95)), _accounts),
    "edit unit": _edit(Edit(unit="hour"), _accounts),
    "edit voice": _edit(Edit(voice="Ola Vik"), _accounts),
    "edit voice to a new one": _edit(Edit(voice="Gro Dal"), _accounts),
    "edit text": _edit(Edit(text="How many were hurt?"), _questions),
    "edit relation": _edit(Edit(relation=Relation.AGREES), _gaps),
    "move": _move,
    "set apart": _set_apart,
    "merge": _merge,
    "split": _split,
    "merge actors": _merge_actors,
    "add": _add,
    "note": lambda book, pick: book.note(pick(_gaps(book.ledger())), "Ask again."),
    "grade": lambda book, pick: book.grade(pick(_actors(book.ledger())), "B2"),
    "undo": lambda book, pick: book.undo(by=pick(["Kari", "Siv"])),
    "redo": lambda book, pick: book.redo(by=pick(["Kari", "Siv"])),
}
steps = st.lists(
    st.tuples(
        st.sampled_from(sorted(_DEEDS)), st.lists(st.integers(0, 50), min_size=3, max_size=3)
    ),
    min_size=1,
    max_size=7,
)


def _do(book: Casebook, deed: str, places: Sequence[int]) -> None:
    left = iter(places)

    def pick(records: Sequence[str]) -> str:
        return records[next(left) % len(records)]

    with suppress(OrdmotError):  # what makes no sense there is not decided
        _DEEDS[deed](book, pick)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps)
def test_each_step_gives_what_laying_out_anew_gives(
    case: Path, drawn: list[tuple[str, list[int]]]
) -> None:
    with opened(case) as book:
        machine = book.ledger()
        desk = Desk(book)
        for deed, places in drawn:
            _do(book, deed, places)
            sheet = desk.look()
            anew = replace(machine, reviews=book.log())
            whole = decide(lambda: standard_plan("test"), anew)
            assert sheet.ledger == whole
            _check_pages(sheet, Sheet("", whole))


def _check_pages(sheet: Sheet, anew: Sheet) -> None:
    """See that pages find the same in a sheet that grew out of others as in a new one."""
    assert sheet.rows == anew.rows
    assert list(sheet.rows) == list(anew.rows)
    assert (sheet.gaps, sheet.gaps_of, sheet.actors) == (anew.gaps, anew.gaps_of, anew.actors)
    assert sheet.sayings == anew.sayings
    assert sheet.decided == anew.decided
    assert list_choices(sheet) == list_choices(anew)
    for state in _STATES:
        assert list_waiting(sheet, state, True) == list_waiting(anew, state, True)
        assert list_waiting(sheet, state, False) == list_waiting(anew, state, False)
    days = [day.entries for day in list_days(sheet)]
    assert days == [day.entries for day in list_days(anew)]
    for claim in sheet.ledger.claims:
        homes = sheet.views().questions_of(claim.id)
        assert homes == anew.views().questions_of(claim.id)


def test_what_is_worked_out_ahead_changes_nothing(case: Path) -> None:
    with opened(case) as book, opened(case) as other:
        prepared, plain = Desk(book), Desk(other)
        prepared.prepare(idle=0.0)
        for each in (book, other):
            question = max(each.ledger().questions, key=lambda found: len(found.answers))
            account = question.answers[0].claim
            each.edit(account, Edit(interval=Interval(low=95, high=95)), by="Kari")
            each.move_account(account, None, by="Kari")
        found, expected = prepared.look().ledger, plain.look().ledger
        assert found.comparison == expected.comparison
        _check_pages(prepared.look(), plain.look())
