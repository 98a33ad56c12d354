from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ordmot.casebook import Casebook
from ordmot.dossier import Material, write
from ordmot.dossier.edited import read_workbook
from ordmot.dossier.sheets import COLUMNS
from ordmot.errors import SettingsError
from ordmot.ledger import Decision, Edit, Metadata, Relation, Review
from tests.dossier.material import make_material
from tests.plans import TINY

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

openpyxl = pytest.importorskip("openpyxl")

EVIL = ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(1)\ud800\x0b"]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casebook]:
    (tmp_path / "a.txt").write_text("Kari: 40 boats\nOla: 55 boats\nSiv: 4000 boats")
    with Casebook.open(tmp_path / "test.ordmot", plan=TINY) as case:
        case.add([tmp_path / "a.txt"])
        yield case


def _open(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def _saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _heads(page: Worksheet) -> dict[str, int]:
    return {cell.value: cell.column for cell in page[1]}


def _put(page: Worksheet, row: int, head: str, value: object) -> None:
    page.cell(row, _heads(page)[head]).value = value


def _cell(page: Worksheet, row: int, head: str) -> object:
    value: object = page.cell(row, _heads(page)[head]).value
    return value


def _edit(case: Casebook, sheet: str, row: int, **cells: object) -> bytes:
    book = _open(case.export("xlsx"))
    for head, value in cells.items():
        _put(book[sheet], row, head.replace("_", " ").capitalize(), value)
    return _saved(book)


def test_every_sheet_has_a_row_for_each_record() -> None:
    material = make_material()
    book = _open(write(replace(material, language="en"), "xlsx"))
    ledger = material.ledger
    expected = {
        "Gaps": [gap.id for gap in ledger.gaps],
        "Questions": [question.id for question in ledger.questions],
        "Accounts": [claim.id for claim in ledger.claims],
        "Documents": [document.id for document in ledger.documents],
        "Voices": [actor.id for actor in ledger.comparison.actors],
        "Decisions": [review.id for review in ledger.reviews],
        "Words": [claim.id for claim in ledger.claims],
    }
    assert book.sheetnames == list(expected)
    for name, ids in expected.items():
        found = [cell.value for cell in book[name]["A"][1:]]
        assert set(found) == set(ids)
        assert book[name].freeze_panes == "B2"
        assert book[name].auto_filter.ref.startswith("A1:")


def test_the_heads_are_in_the_language_of_the_reader() -> None:
    book = _open(write(replace(make_material(), language="nb"), "xlsx"))
    assert "Sprang" in book.sheetnames
    assert {"Spørsmål", "Avgjørelse", "Merknad"} <= set(_heads(book["Sprang"]))


def test_links_lead_to_rows_that_are_there() -> None:
    book = _open(write(make_material(), "xlsx"))
    links = [c.hyperlink for page in book for row in page.iter_rows() for c in row if c.hyperlink]
    inner = [link.location for link in links if link.location]
    assert len(inner) > 20
    for location in inner:
        sheet, _, place = location.rpartition("!")
        assert book[sheet.strip("'")][place].value


def test_the_same_case_gives_the_same_bytes() -> None:
    assert write(make_material(), "xlsx") == write(make_material(), "xlsx")


@pytest.mark.parametrize("evil", EVIL)
def test_no_cell_is_a_formula(evil: str) -> None:
    material = make_material()
    reading = material.ledger.readings[0]
    document = replace(
        reading.document, name=evil, metadata=Metadata(title=evil, publisher=evil, date=evil)
    )
    review = Review(
        subject=document.id, decision=Decision.NOTED, by=evil, at="2033-11-09", note=evil
    )
    ledger = replace(
        material.ledger,
        readings=(replace(reading, document=document), *material.ledger.readings[1:]),
        reviews=(review,),
    )
    own = {("documents", document.id): {evil: evil}}
    book = _open(write(replace(material, ledger=ledger, own_cells=own), "xlsx"))
    for page in book:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                is_text = isinstance(cell.value, str)
                assert not (is_text and cell.value.startswith(("=", "+", "-", "@", "\t", "\r")))


def test_a_number_in_words_stays_text(tmp_path: Path) -> None:
    (tmp_path / "4.000").write_text("Kari: 40 boats")
    with Casebook.open(tmp_path / "test.ordmot", plan=TINY) as case:
        case.add([tmp_path / "4.000"])
        page = _open(case.export("xlsx"))["Documents"]
    cell = page.cell(2, _heads(page)["Document"])
    assert (cell.value, cell.data_type, cell.number_format) == ("4.000", "s", "@")


def test_an_untouched_file_changes_nothing(case: Casebook) -> None:
    returned = case.take_back(_saved(_open(case.export("xlsx"))))
    assert (returned.changes, returned.own_cells) == ((), 0)
    assert case.log() == ()


def test_a_decision_and_its_note_come_back(case: Casebook) -> None:
    data = _edit(case, "Gaps", 2, decision="Rejected", note="=Two harbours")
    returned = case.take_back(data, by="Siv")
    assert [(c.column, c.before, c.after) for c in returned.taken] == [
        ("decision", "", "Rejected"),
        ("note", "", "=Two harbours"),
    ]
    (review,) = case.log()
    assert (review.decision, review.by, review.note) == (Decision.REJECTED, "Siv", "=Two harbours")
    page = _open(case.export("xlsx"))["Gaps"]
    rows = {page.cell(n, 1).value: n for n in range(2, page.max_row + 1)}
    assert _cell(page, rows[review.subject], "Decision") == "Rejected"
    assert _cell(page, rows[review.subject], "Note") == "'=Two harbours"


def test_the_same_file_twice_decides_once(case: Casebook) -> None:
    data = _edit(case, "Gaps", 2, decision="accepted")
    case.take_back(data, by="Siv")
    again = case.take_back(data, by="Siv")
    assert (again.changes, len(case.log())) == ((), 1)
    edited = _edit(case, "Accounts", 2, edited_low=30, edited_high="open")
    assert len(case.take_back(edited, by="Siv").taken) == 2
    assert case.take_back(edited, by="Siv").changes == ()


def test_an_edited_interval_comes_back_and_the_row_keeps_its_id(case: Casebook) -> None:
    page = _open(case.export("xlsx"))["Accounts"]
    row = next(n for n in range(2, 6) if _cell(page, n, "Words") == "40 boats")
    claim = page.cell(row, 1).value
    returned = case.take_back(
        _edit(case, "Accounts", row, edited_low=30, edited_high="open"), by="Siv"
    )
    assert returned.refused == ()
    quantity = case.ledger().claim(claim).quantity
    assert quantity is not None
    assert (quantity.interval.low, quantity.interval.high) == (30, None)
    after = _open(case.export("xlsx"))["Accounts"]
    row = next(n for n in range(2, 6) if after.cell(n, 1).value == claim)
    assert (_cell(after, row, "Low"), _cell(after, row, "High")) == (30, None)


def test_a_question_a_grade_and_a_lone_note_come_back(case: Casebook) -> None:
    book = _open(case.export("xlsx"))
    _put(book["Questions"], 2, "Edited question", "How many boats lay there?")
    _put(book["Documents"], 2, "Grade", "b2")
    _put(book["Voices"], 2, "Note", "Ring again")
    returned = case.take_back(_saved(book), by="Siv")
    assert returned.refused == ()
    ledger = case.ledger()
    assert ledger.questions[0].text == "How many boats lay there?"
    assert ledger.grade(ledger.documents[0].id) == "B2"
    assert [r.decision for r in case.log()] == ["edited", "graded", "noted"]


@pytest.fixture
def fleet(case: Casebook, tmp_path: Path) -> Casebook:
    """Give a case with two questions: of boats, and of barges."""
    (tmp_path / "b.txt").write_text("Eli: 12 barges\nTor: 14 barges\nUnn: 16 barges")
    case.add([tmp_path / "b.txt"])
    return case


def _row(page: Worksheet, words: str) -> int:
    return next(n for n in range(2, page.max_row + 1) if _cell(page, n, "Words") == words)


def _answers(case: Casebook, text: str) -> set[str]:
    """Give the words of the accounts that answer a question."""
    ledger = case.ledger()
    asked = [question for question in ledger.questions if question.text == text]
    return {ledger.claim(a.claim).span.text for question in asked for a in question.answers}


@pytest.mark.parametrize("by_id", [False, True])
def test_accounts_move_to_the_question_that_their_cell_names(fleet: Casebook, by_id: bool) -> None:
    boats = next(q for q in fleet.ledger().questions if q.text == "How many boats?")
    book = _open(fleet.export("xlsx"))
    page = book["Accounts"]
    rows = [_row(page, words) for words in ("12 barges", "14 barges")]
    for row in rows:
        _put(page, row, "Question", boats.id if by_id else boats.text)
    _put(page, rows[0], "Note", "barges are boats")
    returned = fleet.take_back(_saved(book), by="Siv")
    assert returned.refused == ()
    assert [change.column for change in returned.taken] == ["asked", "note", "asked"]
    assert [(entry.decision, entry.by) for entry in fleet.log()] == [(Decision.MOVED, "Siv")] * 2
    assert _answers(fleet, "How many boats?") == {
        *("40 boats", "55 boats", "4000 boats", "12 barges", "14 barges")
    }
    assert _answers(fleet, "How many barges?") == {"16 barges"}
    again = _open(fleet.export("xlsx"))["Accounts"]
    assert _cell(again, _row(again, "12 barges"), "Question") == "How many boats?"
    if not by_id:  # that id is no longer the question's: it went with what moved in
        assert fleet.take_back(_saved(book), by="Siv").changes == ()
    assert len(fleet.log()) == 2


@pytest.mark.parametrize("own", ["own", "Eget"])
def test_an_account_gets_a_question_of_its_own(fleet: Casebook, own: str) -> None:
    book = _open(fleet.export("xlsx"))
    _put(book["Accounts"], _row(book["Accounts"], "12 barges"), "Question", own)
    assert fleet.take_back(_saved(book), by="Siv").refused == ()
    assert _answers(fleet, "How many barges?") == {"14 barges", "16 barges"}
    assert fleet.take_back(_saved(book), by="Siv").changes == ()


def test_a_move_and_a_correction_in_one_row_are_both_taken_in(fleet: Casebook) -> None:
    book = _open(fleet.export("xlsx"))
    page = book["Accounts"]
    row = _row(page, "12 barges")
    _put(page, row, "Question", "How many boats?")
    _put(page, row, "Edited low", 11)
    assert fleet.take_back(_saved(book), by="Siv").refused == ()
    assert "12 barges" in _answers(fleet, "How many boats?")
    moved = next(claim for claim in fleet.ledger().claims if claim.span.text == "12 barges")
    assert moved.quantity
    assert moved.quantity.interval.low == 11


@pytest.mark.parametrize(
    ("cell", "said"),
    [("How many ships?", "no question"), ("", "emptied cell"), ("question-0", "no question")],
)
def test_a_question_that_is_not_there_is_refused(fleet: Casebook, cell: str, said: str) -> None:
    book = _open(fleet.export("xlsx"))
    _put(book["Accounts"], _row(book["Accounts"], "12 barges"), "Question", cell or None)
    (change,) = fleet.take_back(_saved(book)).refused
    assert said in str(change.problem)
    assert fleet.log() == ()


def test_a_question_that_several_read_as_is_refused_with_their_ids(fleet: Casebook) -> None:
    for question in fleet.ledger().questions:
        fleet.edit(question.id, Edit(text="How many vessels?"), by="Siv")
    book = _open(fleet.export("xlsx"))
    fleet.move_account(
        next(claim.id for claim in fleet.ledger().claims if claim.span.text == "16 barges"),
        None,
        by="Siv",
    )
    book = _open(fleet.export("xlsx"))
    _put(book["Accounts"], _row(book["Accounts"], "16 barges"), "Question", "How many vessels?")
    (change,) = fleet.take_back(_saved(book), by="Siv").refused
    assert all(
        question.id in str(change.problem)
        for question in fleet.ledger().questions
        if question.text == "How many vessels?"
    )


@pytest.mark.parametrize("said", ["Denial", "denies", "Benektelse"])
def test_an_edited_relation_comes_back(case: Casebook, said: str) -> None:
    data = _edit(case, "Gaps", 2, edited_relation=said)
    gap = _open(data)["Gaps"].cell(2, 1).value
    (change,) = case.take_back(data, by="Siv").taken
    assert (change.record, change.column) == (gap, "edited_relation")
    assert next(g for g in case.ledger().gaps if g.id == gap).relation is Relation.DENIES
    assert case.take_back(data, by="Siv").changes == ()


def test_questions_and_relations_are_offered_in_lists(fleet: Casebook) -> None:
    book = _open(fleet.export("xlsx"))
    lists = {rule.formula1: rule for page in book for rule in page.data_validations.dataValidation}
    assert not lists["'Questions'!$B$2:$B$3"].showErrorMessage
    assert any("Denial" in formula for formula in lists)


def test_own_columns_and_rows_stay_through_the_round(case: Casebook) -> None:
    book = _open(case.export("xlsx"))
    page = book["Accounts"]
    column = page.max_column + 1
    page.cell(1, column).value = "Ringt?"
    page.cell(2, column).value = "=NO()"
    page.cell(3, column).value = 12.5
    ids = [page.cell(row, 1).value for row in (2, 3)]
    assert case.take_back(_saved(book)).own_cells == 2
    again = _open(case.export("xlsx"))["Accounts"]
    rows = {again.cell(n, 1).value: n for n in range(2, again.max_row + 1)}
    assert _cell(again, rows[ids[0]], "Ringt?") == "'=NO()"
    assert _cell(again, rows[ids[1]], "Ringt?") == "12.5"
    _put(again, rows[ids[0]], "Ringt?", None)
    case.take_back(_saved(again.parent))
    last = _open(case.export("xlsx"))["Accounts"]
    assert _cell(last, rows[ids[0]], "Ringt?") is None


def test_a_change_to_what_somebody_else_decided_is_refused(case: Casebook) -> None:
    data = _edit(case, "Gaps", 2, decision="accepted")
    gap = _open(data)["Gaps"].cell(2, 1).value
    case.review(gap, Decision.UNSURE, by="Kari")
    (change,) = case.take_back(data, by="Siv").refused
    assert change.record == gap
    assert "Kari decided about it after" in str(change.problem)
    assert len(case.log()) == 1


@pytest.mark.parametrize(
    ("sheet", "cells", "said"),
    [
        ("Gaps", {"decision": "perhaps"}, "is no decision"),
        ("Gaps", {"decision": "moved"}, "is no decision"),
        ("Documents", {"grade": "G9"}, "is no grade"),
        ("Accounts", {"edited_low": "4.000"}, "thousands or decimals"),
        ("Accounts", {"edited_low": "many"}, "is no number"),
        ("Accounts", {"edited_low": 9000, "edited_high": 1}, "low to high"),
        ("Accounts", {"edited_unit": "leagues of sea"}, "no unit"),
        ("Gaps", {"edited_relation": "quarrel"}, "no relation"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_recorded(
    case: Casebook, sheet: str, cells: dict[str, object], said: str
) -> None:
    returned = case.take_back(_edit(case, sheet, 2, **cells))
    assert returned.taken == ()
    assert all(said in str(change.problem) for change in returned.refused)
    assert returned.refused
    assert case.log() == ()


def test_emptying_a_decision_is_refused(case: Casebook) -> None:
    case.take_back(_edit(case, "Gaps", 2, decision="accepted"), by="Siv")
    book = _open(case.export("xlsx"))
    row = next(n for n in range(2, 9) if _cell(book["Gaps"], n, "Decision"))
    _put(book["Gaps"], row, "Decision", None)
    (change,) = case.take_back(_saved(book)).refused
    assert "ordmot undo" in str(change.problem)


def test_rows_and_sheets_that_are_not_ours_are_named(case: Casebook) -> None:
    book = _open(case.export("xlsx"))
    book.create_sheet("My plan").cell(1, 1).value = "x"
    page = book["Accounts"]
    page.cell(page.max_row + 1, 4).value = "Somebody"
    refused = {change.record: change.problem for change in case.take_back(_saved(book)).refused}
    assert "not kept" in str(refused["My plan"])
    assert any("no id" in str(problem) for problem in refused.values())


def test_a_sheet_that_was_sorted_without_its_hidden_column_is_read_right(case: Casebook) -> None:
    book = _open(case.export("xlsx"))
    page = book["Accounts"]
    last = _heads(page)["as exported"]
    first, second = page.cell(2, last).value, page.cell(3, last).value
    page.cell(2, last).value, page.cell(3, last).value = second, first
    _put(page, 2, "Decision", "accepted")
    (change,) = case.take_back(_saved(book), by="Siv").taken
    assert change.record == page.cell(2, 1).value


def test_a_copied_row_is_refused(case: Casebook) -> None:
    book = _open(case.export("xlsx"))
    page = book["Gaps"]
    _put(page, 2, "Decision", "accepted")
    page.append([cell.value for cell in page[2]])
    assert all("twice" in str(change.problem) for change in case.take_back(_saved(book)).refused)
    assert case.log() == ()


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x03\x04 broken", b"PK\x05\x06" + b"\0" * 18])
def test_a_damaged_file_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(SettingsError, match="damaged"):
        read_workbook(data)


def test_a_file_cut_short_is_refused_in_words(case: Casebook) -> None:
    data = case.export("xlsx")
    for length in range(0, len(data), 997):
        with pytest.raises(SettingsError):
            read_workbook(data[:length])


def test_somebody_elses_file_is_refused_in_words() -> None:
    with pytest.raises(SettingsError, match="none of the sheets"):
        read_workbook(_saved(openpyxl.Workbook()))


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(SettingsError, match=r"pip install 'ordmot\[dossier\]'"):
        write(Material(ledger=make_material().ledger), "xlsx")
    with pytest.raises(SettingsError, match="openpyxl"):
        read_workbook(b"")


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_column_has_a_head_of_its_own(language: str) -> None:
    from ordmot.report.words import read_words

    words = read_words(language)
    for columns in COLUMNS.values():
        heads = [words.name("column", column.key) for column in columns]
        assert len(set(heads)) == len(heads)
        assert all(words.has_name("column", column.key) for column in columns)
