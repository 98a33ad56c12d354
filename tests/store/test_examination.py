from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ordmot.flow import Examination, compare_accounts, read_one
from ordmot.ledger import Reading, Source
from ordmot.store import CaseFile
from tests.plans import TINY


@pytest.fixture
def examine(tmp_path: Path) -> Callable[[str], Examination]:
    """Make a sound case, change the file behind its back, and examine it."""
    path = tmp_path / "test.ordmot"
    store = CaseFile(path)
    source = Source(name="a.txt", data="Kari: 40 båter\nOla: 55 båter".encode())
    reading = read_one(TINY, source)
    assert isinstance(reading, Reading)
    store.keep(source, reading, "v1")
    store.keep_comparison(compare_accounts(TINY, [reading]), "mark")
    store.close()

    def run(change: str) -> Examination:
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.executescript(change)
        connection.commit()
        connection.close()
        changed = CaseFile(path)
        examination = changed.examine()
        changed.close()
        return examination

    return run


def test_a_sound_case_has_no_fault(examine: Callable[[str], Examination]) -> None:
    examination = examine("")
    assert examination.faults == ()
    assert (examination.documents, examination.records) == (1, 13)
    assert examination.spans > 13


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE original SET data = x'00'", "original bytes are not those"),
        ("DELETE FROM original", "original bytes are not in the case"),
        ("UPDATE document SET body = replace(body, '40 b', '41 b')", "text was changed"),
        ("UPDATE document SET body = replace(body, '40 b', '41 b')", "not '40"),
        ("UPDATE claim SET body = replace(body, '40 b', '41 b')", "not that of its content"),
        ("UPDATE claim SET id = 'claim-0' WHERE place = 0", "not that of its content"),
        ("UPDATE claim SET body = '{}' WHERE place = 0", "damaged"),
        (
            "UPDATE gap SET body = replace(body, '\"end\":', '\"end\":1')",
            "does not have the length",
        ),
        ("DELETE FROM document", "not in the case"),
    ],
)
def test_every_change_is_found(
    examine: Callable[[str], Examination], change: str, said: str
) -> None:
    problems = [fault.problem for fault in examine(change).faults]
    assert [problem for problem in problems if said in problem], problems
