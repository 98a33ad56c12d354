from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import ordmot.store.migrations
from ordmot.errors import CaseError
from ordmot.flow import compare_accounts, read_one
from ordmot.ledger import Decision, Metadata, Reading, Refusal, Review, Source
from ordmot.store import CaseFile
from ordmot.store.schema import LATEST
from ordmot.store.tables import METADATA
from tests.plans import TINY

DATA = b"Kari: 40 boats\nOla: 55 boats"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.ordmot"


@pytest.fixture
def store(path: Path) -> Iterator[CaseFile]:
    store = CaseFile(path)
    yield store
    store.close()


def _read(
    data: bytes, name: str = "a.txt", metadata: Metadata | None = None
) -> tuple[Source, Reading]:
    source = Source(name=name, data=data, metadata=metadata or Metadata())
    reading = read_one(TINY, source)
    assert isinstance(reading, Reading)
    return source, reading


def _review(note: str) -> Review:
    return Review(subject="gap-1", decision=Decision.ACCEPTED, by="Kari", at="2031", note=note)


def test_what_is_kept_comes_back_after_closing(store: CaseFile, path: Path) -> None:
    source, reading = _read(DATA, metadata=Metadata(publisher="Havna"))
    store.keep(source, reading, "v1")
    store.close()
    again = CaseFile(path)
    contents = again.contents()
    assert contents.readings == (reading,)
    assert [(entry.id, entry.version) for entry in contents.entries] == [
        (reading.document.id, "v1")
    ]
    assert again.original(reading.document.id) == DATA
    assert again.given(reading.document.id) == Metadata(publisher="Havna")
    again.close()


def test_a_second_reading_replaces_the_first(store: CaseFile) -> None:
    source, reading = _read(DATA)
    store.keep(source, reading, "v1")
    store.keep(source, reading, "v2")
    contents = store.contents()
    assert contents.readings == (reading,)
    assert [entry.version for entry in contents.entries] == ["v2"]


def test_documents_come_by_name_whatever_the_order_they_came_in(store: CaseFile) -> None:
    for name in ("c.txt", "a.txt", "b.txt"):
        store.keep(*_read(DATA + name.encode(), name), "v1")
    assert [entry.name for entry in store.entries()] == ["a.txt", "b.txt", "c.txt"]
    names = [reading.document.name for reading in store.contents().readings]
    assert names == ["a.txt", "b.txt", "c.txt"]


def test_a_comparison_is_kept_with_its_mark_until_a_document_comes(store: CaseFile) -> None:
    source, reading = _read(DATA)
    store.keep(source, reading, "v1")
    comparison = compare_accounts(TINY, [reading])
    store.keep_comparison(comparison, "mark-1")
    assert store.contents().comparison == comparison
    assert store.mark() == "mark-1"
    store.keep(*_read(b"Siv: 4 boats", "b.txt"), "v1")
    assert store.mark() is None


def test_a_refusal_goes_when_its_bytes_are_read(store: CaseFile) -> None:
    source, reading = _read(DATA)
    refusal = Refusal(name="other.txt", sha256=reading.document.sha256, reason="r", advice="a")
    store.refuse(refusal)
    store.refuse(refusal)
    assert store.refusals() == (refusal,)
    store.keep(source, reading, "v1")
    assert store.refusals() == ()


def test_refusals_can_be_forgotten(store: CaseFile) -> None:
    refusals = [Refusal(name=name, sha256="", reason="r", advice="a") for name in "ab"]
    for refusal in refusals:
        store.refuse(refusal)
    store.forget_refusals([refusals[0].id])
    assert store.refusals() == (refusals[1],)


def test_reviews_come_in_the_order_they_were_taken(store: CaseFile) -> None:
    for note in ("z", "a", "m"):
        store.append_review(_review(note))
    assert [review.note for review in store.contents().reviews] == ["z", "a", "m"]


@pytest.mark.parametrize("change", ["UPDATE review SET subject = 'x'", "DELETE FROM review"])
def test_the_file_itself_refuses_to_change_a_review(
    store: CaseFile, path: Path, change: str
) -> None:
    store.append_review(_review("kept"))
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.Error, match="never changed"):
        connection.execute(change)
    connection.close()
    assert [review.note for review in store.contents().reviews] == ["kept"]


def test_each_entry_of_the_log_is_sealed_with_the_one_before(store: CaseFile) -> None:
    assert store.head() == ""
    entries = tuple(store.append_review(_review(note)) for note in ("z", "a", "m"))
    assert [entry.previous for entry in entries] == ["", entries[0].seal, entries[1].seal]
    assert store.reviews() == entries
    assert store.head() == entries[-1].seal


def test_no_entry_of_the_log_has_two_that_follow_it(store: CaseFile, path: Path) -> None:
    store.append_review(_review("first"))
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            "INSERT INTO review (id, subject, previous, body) VALUES ('r', 's', '', '{}')"
        )
    connection.close()


def test_reviews_survive_a_new_reading_and_a_new_comparison(store: CaseFile) -> None:
    source, reading = _read(DATA)
    store.keep(source, reading, "v1")
    store.append_review(_review("kept"))
    store.keep(source, reading, "v2")
    store.keep_comparison(compare_accounts(TINY, [reading]), "mark-2")
    assert [review.note for review in store.contents().reviews] == ["kept"]


def test_an_unknown_document_says_so(store: CaseFile) -> None:
    with pytest.raises(CaseError, match="no document document-0"):
        store.original("document-0")
    with pytest.raises(CaseError, match="no document document-0"):
        store.given("document-0")


def test_at_rest_a_case_is_one_file(store: CaseFile, path: Path) -> None:
    store.keep(*_read(DATA), "v1")
    store.close()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Kari says that 40 boats lay there." * 40, "not a case of Ordmot"),
        (b"\x00\x01\x02" * 2000, "not a case of Ordmot"),
        (b"short", "not a case of Ordmot"),
    ],
)
def test_another_file_is_no_case_and_stays_as_it_is(path: Path, content: bytes, said: str) -> None:
    path.write_bytes(content)
    with pytest.raises(CaseError, match=said):
        CaseFile(path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_case(path: Path) -> None:
    path.touch()
    store = CaseFile(path)
    assert store.entries() == ()
    store.close()


def test_another_database_is_no_case(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.commit()
    connection.close()
    with pytest.raises(CaseError, match="not a case of Ordmot"):
        CaseFile(path)


def test_a_case_of_a_newer_version_says_so(store: CaseFile, path: Path) -> None:
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = 'from-the-future'")
    connection.commit()
    connection.close()
    with pytest.raises(CaseError, match="newer Ordmot"):
        CaseFile(path)


@pytest.mark.parametrize("keep", [100, 4096, 20000])
def test_a_damaged_case_says_so(store: CaseFile, path: Path, keep: int) -> None:
    for number in range(8):
        store.keep(*_read(f"Kari: {number} boats".encode(), f"{number}.txt"), "v1")
    store.close()
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(CaseError, match=r"damaged|not a case"):
        _open_and_read(path)


def _open_and_read(path: Path) -> None:
    store = CaseFile(path)
    try:
        store.contents()
    finally:
        store.close()


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="cannot be opened"):
        CaseFile(tmp_path / "nowhere" / "test.ordmot")


def test_another_writer_is_waited_for(store: CaseFile, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    timer.start()
    began = time.monotonic()
    store.append_review(_review("waited"))
    timer.join()
    other.close()
    assert time.monotonic() - began >= 0.2
    assert [review.note for review in store.contents().reviews] == ["waited"]


def test_waiting_ends_with_a_clear_message(store: CaseFile, path: Path) -> None:
    impatient = CaseFile(path, patience=0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CaseError, match="Another program is writing to the case"):
        impatient.append_review(_review("lost"))
    other.close()
    impatient.close()
    assert store.contents().reviews == ()


def test_two_stores_on_one_file_see_each_other(store: CaseFile, path: Path) -> None:
    other = CaseFile(path)
    store.keep(*_read(DATA), "v1")
    other.keep(*_read(DATA), "v1")
    other.keep(*_read(b"Siv: 4 boats", "b.txt"), "v1")
    assert [entry.name for entry in store.entries()] == ["a.txt", "b.txt"]
    other.close()


def test_the_migrations_make_the_declared_tables(store: CaseFile, path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()
    assert store.entries() == ()


def test_the_latest_step_is_the_one_the_store_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(ordmot.store.migrations.__path__[0])))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == LATEST
