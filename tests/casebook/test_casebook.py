from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import ordmot
from ordmot.casebook import Casebook
from ordmot.errors import CaseError, SettingsError
from ordmot.ledger import Decision, Metadata
from ordmot.report import render
from tests.plans import TINY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text("Kari: 40 boats")
    (folder / "b.txt").write_text("Ola: 55 boats")
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casebook]:
    with Casebook.open(tmp_path / "test.ordmot", plan=TINY) as case:
        yield case


class Diary:
    """Progress that remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def begin(self, step: str, total: int | None) -> None:
        self.heard.append(f"{step} {total}")

    def advance(self, name: str) -> None:
        self.heard.append(name)

    def end(self) -> None:
        self.heard.append("end")


def test_documents_are_read_and_compared(case: Casebook, folder: Path) -> None:
    added = case.add([folder])
    assert (added.read, added.known, added.refused) == (("a.txt", "b.txt"), (), ())
    ledger = case.ledger()
    assert [gap.reason for gap in ledger.gaps] == ["40 boats is not 55 boats"]


def test_the_same_bytes_twice_change_nothing_and_it_says_so(case: Casebook, folder: Path) -> None:
    case.add([folder])
    before = render(case.ledger())
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    added = case.add([folder])
    assert (added.read, added.known) == ((), ("a.txt", "b.txt", "copy.txt"))
    assert render(case.ledger()) == before


def test_two_copies_in_one_folder_are_one_document(case: Casebook, folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    added = case.add([folder])
    assert (added.read, added.known) == (("a.txt", "b.txt"), ("copy.txt",))


def test_only_new_documents_are_read(case: Casebook, folder: Path) -> None:
    case.add([folder])
    (folder / "c.txt").write_text("Siv: 90 boats")
    assert case.add([folder]).read == ("c.txt",)
    assert len(case.ledger().gaps) == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_document_is_read_or_refused(case: Casebook, folder: Path, jobs: int) -> None:
    for name, text in {"bad": "unreadable", "worse": "explode", "none": ""}.items():
        (folder / f"{name}.txt").write_text(text)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    added = case.add([folder], jobs=jobs)
    assert added.read == ("a.txt", "b.txt")
    refused = [refusal.name for refusal in added.refused]
    assert refused == ["bad.txt", "gone.txt", "none.txt", "worse.txt"]
    assert added.total == 6
    assert case.ledger().refusals == added.refused


def test_a_document_that_kills_its_process_is_refused(case: Casebook, folder: Path) -> None:
    (folder / "deadly.txt").write_text("die at once")
    added = case.add([folder], jobs=2)
    assert added.read == ("a.txt", "b.txt")
    assert [refusal.name for refusal in added.refused] == ["deadly.txt"]
    assert "died" in added.refused[0].reason


def test_the_number_of_processes_does_not_change_the_ledger(tmp_path: Path, folder: Path) -> None:
    exports = []
    for jobs in (1, 3):
        with Casebook.open(tmp_path / f"{jobs}.ordmot", plan=TINY) as case:
            case.add([folder], jobs=jobs)
            exports.append(render(case.ledger()))
    assert exports[0] == exports[1]


def test_a_refusal_is_tried_again_and_forgotten_when_read(case: Casebook, folder: Path) -> None:
    bad = folder / "bad.txt"
    bad.write_text("unreadable")
    case.add([folder])
    assert len(case.add([folder]).refused) == 1
    bad.write_text("Siv: 3 boats")
    assert case.add([folder]).refused == ()
    assert case.ledger().refusals == ()


def test_a_refusal_of_another_folder_stays(case: Casebook, folder: Path, tmp_path: Path) -> None:
    case.add([tmp_path / "nowhere.txt"])
    case.add([folder])
    assert [refusal.name for refusal in case.ledger().refusals] == ["nowhere.txt"]


def test_the_original_comes_back_identical(case: Casebook, folder: Path) -> None:
    data = "Kari: 40 båter\r\n".encode() + b" \t\n"
    (folder / "a.txt").write_bytes(data)
    case.add([folder / "a.txt"])
    (document,) = case.ledger().documents
    assert case.original(document.id) == data


def test_the_case_in_a_folder_is_not_read(folder: Path) -> None:
    with Casebook.open(folder / "case.ordmot", plan=TINY) as case:
        assert case.add([folder]).read == ("a.txt", "b.txt")


def test_metadata_is_for_one_document(case: Casebook, folder: Path) -> None:
    with pytest.raises(SettingsError, match="not of 2"):
        case.add([folder], metadata=Metadata(title="Ferja"))
    case.add([folder / "a.txt"], metadata=Metadata(title="Ferja"))
    (document,) = case.ledger().documents
    assert document.metadata.title == "Ferja"


def test_reading_again_keeps_what_a_person_said(case: Casebook, folder: Path) -> None:
    case.add([folder / "a.txt"], metadata=Metadata(title="Ferja"))
    assert case.add([folder / "a.txt"], again=True).read == ("a.txt",)
    (folder / "a.txt").unlink()
    assert case.read_again().read == ("a.txt",)
    (document,) = case.ledger().documents
    assert document.metadata.title == "Ferja"


def test_reading_again_takes_new_metadata(case: Casebook, folder: Path) -> None:
    case.add([folder / "a.txt"])
    added = case.add([folder / "a.txt"], metadata=Metadata(title="Ferja"))
    assert added.known == ("a.txt",)
    case.add([folder / "a.txt"], metadata=Metadata(title="Ferja"), again=True)
    (document,) = case.ledger().documents
    assert document.metadata.title == "Ferja"


def test_an_upgrade_compares_anew_and_reads_anew_when_asked(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "test.ordmot"
    with Casebook.open(path, plan=TINY) as case:
        case.add([folder])
    with Casebook.open(path, plan=replace(TINY, version="tiny 2", group=_nothing)) as case:
        assert case.ledger().questions == ()
        assert case.add([folder]).outdated == 2
        assert case.read_again().outdated == 0


def _nothing(readings: object, actors: object) -> tuple[()]:  # noqa: ARG001
    return ()


def test_a_comparison_that_was_cut_short_is_made_by_whoever_looks_next(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "test.ordmot"
    with Casebook.open(path, plan=TINY) as case, monkeypatch.context() as dying:
        dying.setattr("ordmot.casebook.book.compare_accounts", die)
        with pytest.raises(KeyboardInterrupt):
            case.add([folder])
    with Casebook.open(path, plan=TINY) as case:
        assert len(case.ledger().gaps) == 1
    with Casebook.open(path, plan=replace(TINY, compare=die)) as case:
        assert len(case.ledger().gaps) == 1  # now it is stored


def test_a_decision_survives_reading_again(case: Casebook, folder: Path) -> None:
    case.add([folder])
    gap = case.ledger().gaps[0]
    decided = case.review(gap.id, Decision.REJECTED, by="Kari", note="Two harbours")
    case.read_again()
    (folder / "c.txt").write_text("Siv: 90 boats")
    case.add([folder])
    assert case.ledger().reviews == (decided,)


def test_a_decision_needs_a_record_and_a_known_word(case: Casebook, folder: Path) -> None:
    case.add([folder])
    with pytest.raises(CaseError, match="no record 'gap-0'"):
        case.review("gap-0", Decision.REJECTED)
    with pytest.raises(ValueError, match="perhaps"):
        case.review(case.ledger().gaps[0].id, "perhaps")  # type: ignore[arg-type]


def test_progress_hears_every_document(case: Casebook, folder: Path) -> None:
    (folder / "bad.txt").write_text("unreadable")
    diary = Diary()
    case.add([folder], progress=diary)
    assert diary.heard[0] == "reading 3"
    assert sorted(diary.heard[1:4]) == ["a.txt", "b.txt", "bad.txt"]
    parts = ["actors", "questions", "gaps"]
    assert diary.heard[4:] == ["end", "comparing 3", *parts, "end"]
    again = Diary()
    case.add([folder], progress=again)
    assert sorted(again.heard) == ["a.txt", "b.txt", "bad.txt", "end", "reading 3"]


def test_a_case_that_must_exist_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="There is no case"):
        Casebook.open(tmp_path / "test.ordmot", must_exist=True)
    assert not list(tmp_path.iterdir())


def test_a_text_is_read_in_memory() -> None:
    ledger = ordmot.read("Kari: 40 boats\nOla: 55 boats", plan=TINY)
    assert [gap.reason for gap in ledger.gaps] == ["40 boats is not 55 boats"]


@pytest.mark.parametrize("text", ["", "   ", "\ud800", "<html><p>Ferja</p>", "No number here."])
def test_any_text_gives_a_ledger(text: str) -> None:
    ledger = ordmot.read(text)
    assert len(ledger.documents) + len(ledger.refusals) == 1


def test_a_language_can_be_given() -> None:
    assert ordmot.read("Taxi 12", language="nb").documents[0].language == "nb"


@pytest.mark.parametrize("name", ordmot.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert name in dir(ordmot)
    assert getattr(ordmot, name) is not None


def test_what_is_not_public_says_so() -> None:
    with pytest.raises(AttributeError, match="no attribute 'verdict'"):
        ordmot.verdict  # noqa: B018
