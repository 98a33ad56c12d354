from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ordmot.dossier import unpack, verify_bundle, write
from ordmot.dossier.bag import make_bag, pack
from ordmot.errors import SettingsError
from ordmot.ledger import Decision, Review
from tests.dossier.material import make_material


@pytest.fixture(scope="module")
def packed() -> bytes:
    return write(make_material(), "bundle")


@pytest.fixture
def folder(packed: bytes, tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    for name, data in unpack(packed).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def _lines(folder: Path, name: str) -> Iterator[dict[str, object]]:
    for line in (folder / "data" / name).read_bytes().splitlines():
        yield json.loads(line)


def test_a_bundle_is_sound_as_a_folder_and_as_a_file(
    packed: bytes, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "bundle.zip").write_bytes(packed)
    for path in (folder, tmp_path / "bundle.zip"):
        examination = verify_bundle(path)
        assert examination.faults == ()
        assert examination.documents == 3
        assert examination.spans > 30


def test_a_folder_packed_by_hand_is_read_too(folder: Path, tmp_path: Path) -> None:
    files = {
        path.relative_to(folder.parent).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    (tmp_path / "again.zip").write_bytes(pack(files))
    assert verify_bundle(tmp_path / "again.zip").faults == ()


def test_a_plain_validator_finds_it_valid(folder: Path) -> None:
    bagit = pytest.importorskip("bagit")
    assert bagit.Bag(str(folder)).validate() is True


def test_the_same_ledger_gives_the_same_bundle(packed: bytes) -> None:
    assert packed == write(make_material(), "bundle")


def test_a_flipped_byte_anywhere_is_found_and_named(folder: Path) -> None:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        data = path.read_bytes()
        middle = len(data) // 2
        path.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
        faults = verify_bundle(folder).faults
        assert faults, name
        named = {fault.record for fault in faults}
        assert name in named or name.startswith(("manifest", "tagmanifest"))
        path.write_bytes(data)
    assert verify_bundle(folder).faults == ()


def test_a_missing_and_an_added_file_are_named(folder: Path) -> None:
    (folder / "data" / "run.json").unlink()
    (folder / "data" / "extra.txt").write_text("x")
    faults = {fault.record: fault.problem for fault in verify_bundle(folder).faults}
    assert "missing" in faults["data/run.json"]
    assert "added later" in faults["data/extra.txt"]


def test_words_changed_with_the_hashes_renewed_are_still_found(
    packed: bytes, tmp_path: Path
) -> None:
    files = unpack(packed)
    ledger = files["data/ledger.jsonl"].replace(b'"text":"rundt 340"', b'"text":"rundt 940"')
    payload = {k.removeprefix("data/"): v for k, v in files.items() if k.startswith("data/")}

    bag = make_bag({**payload, "ledger.jsonl": ledger}, {})
    (tmp_path / "forged.zip").write_bytes(pack(bag))
    problems = [fault.problem for fault in verify_bundle(tmp_path / "forged.zip").faults]
    assert any("do not stand at" in problem for problem in problems)


def test_an_original_swapped_with_the_hashes_renewed_is_still_found(
    packed: bytes, tmp_path: Path
) -> None:

    files = unpack(packed)
    payload = {k.removeprefix("data/"): v for k, v in files.items() if k.startswith("data/")}
    (name, *_) = [name for name in payload if name.startswith("originals/")]
    (tmp_path / "forged.zip").write_bytes(pack(make_bag({**payload, name: b"swapped"}, {})))
    faults = verify_bundle(tmp_path / "forged.zip").faults
    assert [fault.record for fault in faults] == [f"data/{name}"]


def _chained(*notes: str) -> bytes:
    previous, log = "", []
    material = make_material()
    for note in notes:
        review = Review(
            subject=material.ledger.gaps[0].id,
            decision=Decision.UNSURE,
            by="Siv",
            at="2033-11-09",
            note=note,
            previous=previous,
        )
        log.append(review)
        previous = review.seal
    ledger = replace(material.ledger, reviews=tuple(log))
    return write(replace(material, ledger=ledger), "bundle")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"note":"two"', b'"note":"2.0"', "changed after it was sealed"),
        (b'"decision":"unsure"', b'"decision":"accepted"', "changed after it was sealed"),
        (None, b"", "does not follow"),
    ],
)
def test_a_decision_changed_or_taken_out_with_the_hashes_renewed_is_found(
    tmp_path: Path, old: bytes | None, new: bytes, said: str
) -> None:
    files = unpack(_chained("one", "two", "three"))
    payload = {k.removeprefix("data/"): v for k, v in files.items() if k.startswith("data/")}
    lines = payload["ledger.jsonl"].splitlines(keepends=True)
    second = next(line for line in lines if b'"note":"two"' in line)
    forged = [line for line in lines if line != second or old]
    data = b"".join(line.replace(old, new) if old and line == second else line for line in forged)
    (tmp_path / "true.zip").write_bytes(pack(files))
    assert verify_bundle(tmp_path / "true.zip").faults == ()
    (tmp_path / "forged.zip").write_bytes(pack(make_bag({**payload, "ledger.jsonl": data}, {})))
    problems = [fault.problem for fault in verify_bundle(tmp_path / "forged.zip").faults]
    assert any(said in problem for problem in problems)


def test_custody_tells_when_each_came_and_what_was_decided(folder: Path) -> None:
    lines = list(_lines(folder, "custody.jsonl"))
    events = [line["event"] for line in lines]
    assert (events.count("held"), events.count("added")) == (3, 3)
    assert "decided" in events
    for line in lines:
        if line["event"] == "held":
            assert (folder / str(line["original"])).is_file()


def test_the_run_says_which_checks_ran_and_which_could_not(folder: Path) -> None:
    run = json.loads((folder / "data" / "run.json").read_bytes())
    assert run["ordmot"] == "ordmot 0"
    assert run["checks_run"]
    assert all(check["reason"] for check in run["checks_not_run"])


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 no", b"words"])
def test_what_is_no_bundle_is_refused_in_words(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "odd.zip"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingsError, match=r"cannot be read|damaged"):
        verify_bundle(path)
    with pytest.raises(SettingsError, match="has no bagit"):
        verify_bundle(tmp_path)
