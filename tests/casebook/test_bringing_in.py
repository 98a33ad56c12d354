"""JSON Lines out, a new case in: the same ledger."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ordmot.casebook import Casebook
from ordmot.errors import CaseError, SettingsError
from ordmot.ledger import Decision, Edit, Interval, cut
from tests.plans import TINY

_TEXTS = {"a.txt": "Kari: 40 båter\nSiv: 7 crates", "b.txt": "Ola: 55 båter\nThe 12 ropes", "c": ""}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    """Give a case with a decision of every kind."""
    for name, text in _TEXTS.items():
        (tmp_path / name).write_text(text)
    with Casebook.open(tmp_path / "case.ordmot", plan=TINY) as book:
        book.add([tmp_path / name for name in _TEXTS])
        _decide(book)
        yield book


def _decide(book: Casebook) -> None:
    ledger = book.ledger()
    boats, crates = sorted(ledger.questions, key=lambda question: -len(question.answers))
    document = next(d for d in ledger.documents if "12" in d.text)
    book.edit(boats.answers[0].claim, Edit(interval=Interval(low=50, high=None)), by="Kari")
    book.review(ledger.gaps[0].id, Decision.ACCEPTED, by="Kari", note="«ja»")
    start = document.text.index("12")
    words = cut(document.id, document.text, start, start + 2)
    book.add_account(words, boats.id, Edit(voice="Eli"), by="Ola")
    book.move_account(crates.answers[0].claim, book.ledger().questions[0].id, by="Ola")
    book.grade(document.id, "B2", by="Kari")
    book.undo(by="Ola")


@pytest.fixture
def bring(tmp_path: Path) -> Iterator[Callable[[bytes], Casebook]]:
    """Bring lines into a case of their own."""
    made: list[Casebook] = []

    def run(lines: bytes) -> Casebook:
        case = Casebook.open(tmp_path / f"copy-{len(made)}.ordmot", plan=TINY)
        made.append(case)
        case.import_ledger(lines)
        return case

    yield run
    for case in made:
        case.close()


def _without(lines: bytes, kind: str) -> bytes:
    kept = [line for line in lines.splitlines(keepends=True) if json.loads(line)["type"] != kind]
    return b"".join(kept)


def test_the_copy_holds_the_same_ledger(book: Casebook, bring: Callable[[bytes], Casebook]) -> None:
    copy = bring(book.export("jsonl"))
    assert copy.ledger() == book.ledger()
    assert copy.log() == book.log()
    assert copy.export("jsonl") == book.export("jsonl")
    assert copy.verify().faults == ()
    assert [copy.original(d.id) for d in copy.ledger().documents] == [
        book.original(d.id) for d in book.ledger().documents
    ]


def test_the_copy_goes_on_by_itself(book: Casebook, bring: Callable[[bytes], Casebook]) -> None:
    copy = bring(book.export("jsonl"))
    copy.read_again()
    assert copy.ledger() == book.ledger()
    last = copy.log()[-1]
    assert copy.redo(by="Ola").previous == last.seal
    assert copy.verify().faults == ()


def test_what_people_changed_is_there_for_other_programs(book: Casebook) -> None:
    lines = [json.loads(line) for line in book.export("jsonl").splitlines()]
    decided = {line["id"]: line for line in lines if line["type"] == "decided claim"}
    edited, added = sorted(decided.values(), key=lambda line: line["origin"] is None)
    assert edited["quantity"]["interval"]["low"] == 50
    assert added["voices"][-1]["name"] == "Eli"
    gone = {line["id"] for line in lines if line["type"] == "left out"}
    assert gone
    assert not gone & {gap.id for gap in book.ledger().gaps}


def test_without_the_original_bytes_it_says_what_is_missing(
    book: Casebook, bring: Callable[[bytes], Casebook]
) -> None:
    copy = bring(_without(book.export("jsonl"), "original"))
    assert copy.ledger() == book.ledger()
    assert {fault.problem for fault in copy.verify().faults} == {
        "The original bytes are not in the case."
    }
    with pytest.raises(CaseError, match="did not come along"):
        copy.read_again()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"low":55', b'"low":50', "Line 13 .*id is not that of its content"),
        (b'"low":55', b'"low":56', "Line 13 .*its quantity is damaged"),
        ("«ja»".encode(), "«no»".encode(), "its id is not that of its content"),
        (b'"type":"gap"', b'"type":"gasp"', "knows no 'gasp'"),
        (b'{"type":"document"', b'{"type":"document', "it is no JSON"),
        (b'"base64":"', b'"base64":"AAAA', "not those that were read"),
        (b'"base64":"', b'"base64":"?', "bytes are damaged"),
    ],
)
def test_a_changed_line_is_refused(
    book: Casebook, bring: Callable[[bytes], Casebook], old: bytes, new: bytes, said: str
) -> None:
    lines = book.export("jsonl")
    assert old in lines
    with pytest.raises(SettingsError, match=said):
        bring(lines.replace(old, new, 1))


def test_a_log_with_an_entry_taken_out_is_refused(
    book: Casebook, bring: Callable[[bytes], Casebook]
) -> None:
    lines = book.export("jsonl").splitlines(keepends=True)
    entries = [line for line in lines if json.loads(line)["type"] == "review"]
    lines.remove(entries[2])
    after = json.loads(entries[3])["id"]
    with pytest.raises(SettingsError, match=f"breaks at {after}"):
        bring(b"".join(lines))


def test_only_an_empty_case_is_filled(book: Casebook) -> None:
    before = book.ledger()
    with pytest.raises(CaseError, match="into a new case"):
        book.import_ledger(book.export("jsonl"))
    assert book.ledger() == before
