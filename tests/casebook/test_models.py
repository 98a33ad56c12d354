"""Which network helps to read, and what a case remembers of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import ordmot
from ordmot.casebook import Casebook
from ordmot.encoder import Reader, find_model, open_reader
from ordmot.errors import ModelError
from ordmot.flow import standard_plan

_LETTER = (
    "The bridge fell at night, police chief Turid Hauge said on Monday.\n\n"
    "Broa falt i natt, sier lensmann Turid Hauge. «Ni biler sto på broa,» forteller hun."
)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"{_LETTER}\n\n{name}")
    return folder


@pytest.fixture
def reader() -> Reader:
    opened = open_reader()
    if opened is None:
        pytest.skip("no model: the package came without one and ORDMOT_MODEL names none")
    return opened


def versions_of(case: Casebook) -> set[str]:
    """List the versions of the plans that read the documents of a case."""
    return {entry.version for entry in case._store.entries()}  # nothing public tells them


def test_none_stands_for_the_rules_alone(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Casebook.open(tmp_path / "case.ordmot", model="none") as case:
        case.add([letters])
        assert versions_of(case) == {f"ordmot {ordmot.__version__}"}
    monkeypatch.setenv("ORDMOT_MODEL", "none")
    assert find_model() is None


def test_a_model_that_is_not_there_stops_the_reading(letters: Path, tmp_path: Path) -> None:
    with (
        Casebook.open(tmp_path / "case.ordmot", model=tmp_path / "gone") as case,
        pytest.raises(ModelError, match="gone"),
    ):
        case.add([letters])
    with pytest.raises(ModelError, match="gone"):
        ordmot.read(_LETTER, model=tmp_path / "gone")


def test_the_plan_names_its_reader(reader: Reader) -> None:
    assert standard_plan("ordmot 7", reader).version == f"ordmot 7, {reader.version}"
    assert standard_plan("ordmot 7").version == "ordmot 7"


def test_documents_of_another_model_are_outdated(
    letters: Path, tmp_path: Path, reader: Reader
) -> None:
    path = tmp_path / "case.ordmot"
    with Casebook.open(path, model="none") as case:
        case.add([letters])
    with Casebook.open(path, model=reader.folder) as case:
        assert case.is_compared()
        assert case.add([letters]).outdated == 2
        assert case.read_again().outdated == 0
        assert versions_of(case) == {f"ordmot {ordmot.__version__}, {reader.version}"}


def test_processes_read_as_one_does(letters: Path, tmp_path: Path, reader: Reader) -> None:
    ledgers = []
    for jobs in (1, 2):
        with Casebook.open(tmp_path / f"{jobs}.ordmot", model=reader.folder) as case:
            case.add([letters], jobs=jobs)
            ledgers.append(case.ledger())
    assert ledgers[0].readings == ledgers[1].readings
    assert all(reading.statements for reading in ledgers[0].readings)
