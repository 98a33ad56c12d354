"""The log: it only grows, nobody's entry is lost, and every change of it is found."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

import ordmot.store.migrations
from ordmot.casebook import Casebook
from ordmot.ledger import Decision, Edit, Interval, Review, Span, Subject, broken_links, in_force
from ordmot.store import CaseFile, decode, encode
from ordmot.store.schema import APPLICATION_ID
from tests.plans import TINY

_ROOT = Path(__file__).parents[2]
_ENTRIES = 5


def _entry(number: int) -> Review:
    span = Span(document="document-1", start=0, end=4, text="båt\ud83d")
    return Review(
        subject=f"gap-{number}",
        decision=list(Decision)[number % len(Decision)],
        by="Kari Ås",
        at="2031-05-17T10:00:00+00:00",
        note="«to havner»",
        spans=(span,),
        others=(Subject(record="claim-1", spans=(span,)),),
        edit=Edit(interval=Interval(low=0, high=2.5, high_open=True), unit=""),
    )


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("log") / "sealed.ordmot"
    store = CaseFile(path)
    for number in range(_ENTRIES):
        store.append_review(_entry(number))
    store.close()
    return path


def _faults(path: Path) -> list[str]:
    store = CaseFile(path)
    try:
        return [fault.problem for fault in store.examine().faults]
    finally:
        store.close()


def _tampered(sealed: Path, *changes: str) -> list[str]:
    """Change a copy of the file behind its back, and give what an examination finds."""
    copy = sealed.with_name("tampered.ordmot")
    shutil.copy(sealed, copy)
    with sqlite3.connect(copy) as connection:
        connection.execute("DROP TRIGGER review_keeps_update")
        connection.execute("DROP TRIGGER review_keeps_delete")
        for change in changes:
            connection.execute(change)
    connection.close()
    return _faults(copy)


def test_a_sound_log_has_no_fault(sealed: Path) -> None:
    assert _faults(sealed) == []


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_flipped_bit_is_found_at_its_entry(sealed: Path, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, _ENTRIES), "entry")
    column = data.draw(st.sampled_from(["body", "body", "body", "id", "subject", "previous"]))
    connection = sqlite3.connect(sealed)
    (value,) = connection.execute(f"SELECT {column} FROM review WHERE place = {number}").fetchone()  # noqa: S608
    connection.close()
    if not value:
        return
    letters = bytearray(value.encode())
    place = data.draw(st.integers(0, len(letters) - 1), "byte")
    letters[place] ^= 1 << data.draw(st.integers(0, 6), "bit")
    flipped = bytes(letters).hex()
    change = f"{column} = CAST(x'{flipped}' AS TEXT) WHERE place = {number}"
    problems = _tampered(sealed, f"UPDATE review SET {change}")  # noqa: S608 - our own file
    assert [p for p in problems if p.startswith(f"The log breaks at entry {number}:")] == problems
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (["DELETE FROM review WHERE place = 2"], "breaks at entry 2: it does not follow"),
        (["DELETE FROM review WHERE place = 1"], "breaks at entry 1: it does not follow"),
        (["DELETE FROM review WHERE place > 3"], "had 5 entries and has 3: the last are gone"),
        (["DELETE FROM review"], "had 5 entries and has 0: the last are gone"),
        (
            [
                "UPDATE review SET place = 99 WHERE place = 3",
                "UPDATE review SET place = 3 WHERE place = 4",
                "UPDATE review SET place = 4 WHERE place = 99",
            ],
            "breaks at entry 3: it does not follow",
        ),
    ],
)
def test_entries_taken_out_or_swapped_are_found(
    sealed: Path, changes: list[str], said: str
) -> None:
    (problem,) = _tampered(sealed, *changes)
    assert said in problem


def test_an_entry_written_anew_breaks_the_next(sealed: Path) -> None:
    connection = sqlite3.connect(sealed)
    (body,) = connection.execute("SELECT body FROM review WHERE place = 2").fetchone()
    connection.close()
    old = decode(Review, body)
    new = Review(subject=old.subject, decision=old.decision, by="Ola", at="", previous=old.previous)
    change = f"id = '{new.id}', body = '{encode(new)}' WHERE place = 2"
    (problem,) = _tampered(sealed, f"UPDATE review SET {change}")  # noqa: S608 - our own file
    assert "breaks at entry 3: it does not follow" in problem


entries = st.builds(
    Review,
    subject=st.text(max_size=5),
    decision=st.sampled_from(Decision),
    by=st.text(max_size=5),
    at=st.text(max_size=5),
    note=st.text(max_size=5),
    names=st.lists(st.text(max_size=3), max_size=2).map(tuple),
    grade=st.sampled_from(["", "B2"]),
    previous=st.text("0123456789abcdef", max_size=4),
)


@given(entries)
def test_an_entry_comes_back_with_its_seal(entry: Review) -> None:
    back = decode(Review, encode(entry))
    assert (back, back.id, back.seal) == (entry, entry.id, entry.seal)


@given(entries, entries)
def test_two_entries_have_one_seal_only_where_they_say_the_same(one: Review, other: Review) -> None:
    assert (one.seal == other.seal) == (one == other)


@given(st.lists(st.integers(0, 9), max_size=8), st.integers(0, 9))
def test_what_is_in_force_is_what_nobody_in_force_took_back(undone: list[int], more: int) -> None:
    log: list[Review] = []
    for number in [*undone, more]:
        is_undo = number < len(log)
        subject = log[number].id if is_undo else f"gap-{len(log)}"
        decision = Decision.UNDONE if is_undo else Decision.ACCEPTED
        previous = log[-1].seal if log else ""
        log.append(Review(subject=subject, decision=decision, by="K", at="", previous=previous))
    valid = {entry.id for entry in in_force(log)}
    taken = {e.subject for e in log if e.id in valid and e.decision is Decision.UNDONE}
    assert {entry.id for entry in log} - valid == taken
    assert list(broken_links(log)) == []


def test_two_threads_on_one_case_lose_nothing(tmp_path: Path) -> None:
    with Casebook.open(tmp_path / "case.ordmot", plan=TINY) as book:
        gap = _small_case(book, tmp_path)
        decide = [
            threading.Thread(target=_note_often, args=(book, gap, name)) for name in ("Kari", "Ola")
        ]
        for thread in decide:
            thread.start()
        for thread in decide:
            thread.join()
        _check_both(book)


_RUN = """
import sys
from pathlib import Path

from ordmot.casebook import Casebook
from tests.plans import TINY

with Casebook.open(Path(sys.argv[1]), plan=TINY) as book:
    print("open", flush=True)
    sys.stdin.readline()
    for number in range(12):
        book.note(sys.argv[2], str(number), by=sys.argv[3])
"""


def test_two_processes_on_one_case_lose_nothing(tmp_path: Path) -> None:
    case = tmp_path / "case.ordmot"
    with Casebook.open(case, plan=TINY) as book:
        gap = _small_case(book, tmp_path)
        started = [_started(case, gap, name) for name in ("Kari", "Ola")]
        for process in started:
            assert process.stdout
            process.stdout.readline()
        for process in started:
            process.communicate(b"go\n")
        assert [process.returncode for process in started] == [0, 0]
        _check_both(book)


def _small_case(book: Casebook, folder: Path) -> str:
    """Fill a case and give the id of its gap."""
    (folder / "a.txt").write_text("Kari: 40 boats\nOla: 55 boats")
    book.add([folder / "a.txt"])
    return book.ledger().gaps[0].id


def _note_often(book: Casebook, gap: str, name: str) -> None:
    for number in range(12):
        book.note(gap, str(number), by=name)


def _started(case: Path, gap: str, name: str) -> subprocess.Popen[bytes]:
    """Start a process that waits for a line."""
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", _RUN, str(case), gap, name],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def _check_both(book: Casebook) -> None:
    """Check that each person's entries are there, in order, in one unbroken chain."""
    log = book.log()
    for name in ("Kari", "Ola"):
        assert [e.note for e in log if e.by == name] == [str(number) for number in range(12)]
    assert list(broken_links(log)) == []
    assert book.verify().faults == ()
    assert len(book.ledger().standing(book.ledger().gaps[0].id).notes) == 24


@pytest.mark.parametrize("revision", ["first", "handling"])
def test_an_older_case_keeps_its_decisions_and_seals_them(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "old.ordmot"
    first = {"id": "review-1", "subject": "gap-1", "decision": "accepted", "by": "Kåre"}
    second = {"id": "review-2", "subject": "gap-1", "decision": "rejected", "by": "Ola"}
    notes = {"at": "2031", "note": ""}, {"at": "2032", "note": "«nei»"}
    _make_old(path, revision, [first | notes[0], second | notes[1]])
    store = CaseFile(path)
    log = store.reviews()
    assert [(e.by, e.decision, e.note) for e in log] == [
        ("Kåre", Decision.ACCEPTED, ""),
        ("Ola", Decision.REJECTED, "«nei»"),
    ]
    assert list(broken_links(log)) == []
    added = store.append_review(_entry(1))
    assert added.previous == log[-1].seal
    assert store.examine().faults == ()
    store.close()
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.Error, match="never changed"):
        connection.execute("DELETE FROM review")
    connection.close()


def _make_old(path: Path, revision: str, reviews: list[dict[str, str]]) -> None:
    """Make a case of an older version with some decisions."""
    config = Config()
    config.set_main_option("script_location", str(Path(ordmot.store.migrations.__path__[0])))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        command.upgrade(config, revision)
        for review in reviews:
            connection.execute(
                text("INSERT INTO review (id, subject, body) VALUES (:id, :subject, :body)"),
                {"id": review["id"], "subject": review["subject"], "body": json.dumps(review)},
            )
    engine.dispose()
