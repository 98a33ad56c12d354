from __future__ import annotations

import os
from pathlib import Path

import pytest

from ordmot.casebook import gathering
from ordmot.casebook.gathering import find_files, load
from ordmot.ledger import Metadata, Refusal, Source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / "b").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name in ("z.txt", "b/a.txt", "a.txt", ".hidden", ".git/config", "a.txt.meta.toml"):
        (folder / name).write_text(f'title = "{name}"')
    return folder


def _load(path: Path, metadata: Metadata | None = None) -> Source | Refusal:
    (found,) = find_files([path])
    return load(found, metadata)


def _refusal(path: Path) -> Refusal:
    refusal = _load(path)
    assert isinstance(refusal, Refusal)
    assert refusal.advice
    return refusal


def test_a_folder_gives_its_files_by_name_without_hidden_ones_and_sidecars(folder: Path) -> None:
    assert [found.name for found in find_files([folder])] == ["a.txt", "z.txt", "b/a.txt"]


def test_a_file_that_is_named_is_read_even_if_hidden(folder: Path) -> None:
    assert [found.name for found in find_files([folder / ".hidden"])] == [".hidden"]


def test_files_of_the_case_itself_are_skipped(folder: Path) -> None:
    names = [found.name for found in find_files([folder], skipped=[folder / "z.txt"])]
    assert names == ["a.txt", "b/a.txt"]


@pytest.mark.parametrize("sidecar", ["z.txt.meta.toml", "z.meta.toml"])
def test_a_sidecar_says_what_is_known(folder: Path, sidecar: str) -> None:
    (folder / sidecar).write_text('title = "Ferja"\npublisher = "Havna"')
    source = _load(folder / "z.txt")
    assert isinstance(source, Source)
    assert source.metadata == Metadata(title="Ferja", publisher="Havna")


def test_what_the_command_line_says_wins_over_the_sidecar(folder: Path) -> None:
    source = _load(folder / "a.txt", Metadata(title="Given", publisher="Havna"))
    assert isinstance(source, Source)
    assert source.metadata == Metadata(title="Given", publisher="Havna")


def test_a_malformed_sidecar_refuses_its_document_and_is_named(folder: Path) -> None:
    (folder / "a.txt.meta.toml").write_text("title = Ferja")
    assert _refusal(folder / "a.txt").reason.startswith("a.txt.meta.toml: ")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "nowhere.txt").reason == "There is no such file"


def test_a_broken_link_is_refused(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "gone.txt")
    refused = [load(found) for found in find_files([folder]) if found.name == "link.txt"]
    assert [type(each) for each in refused] == [Refusal]


def test_a_link_to_a_folder_is_refused_not_followed(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)
    names = {found.name: found for found in find_files([folder])}
    refusal = load(names["loop"])
    assert isinstance(refusal, Refusal)
    assert "link to a folder" in refusal.reason
    assert len(names) == 4


def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert "device or a pipe" in _refusal(folder / "pipe").reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_without_permission_is_refused(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    assert "permission denied" in _refusal(folder / "a.txt").reason


def test_permission_denied_is_said_in_plain_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", deny)
    assert _refusal(folder / "z.txt").reason == "It may not be read: permission denied"


def test_a_huge_file_is_refused_unread(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(gathering.LARGEST + 1)
    assert "more than the 134 MB" in _refusal(folder / "huge.txt").reason


def test_a_name_in_no_encoding_can_be_written(folder: Path) -> None:
    try:
        Path(os.fsdecode(bytes(folder) + b"/\xff.txt")).write_text("x")
    except OSError:
        pytest.skip("this disk takes only names in UTF-8")
    names = [found.name for found in find_files([folder])]
    assert "\ufffd.txt" in names
    assert all(name.encode() for name in names)


def test_a_path_with_a_zero_byte_is_refused() -> None:
    assert isinstance(_load(Path("a\0b")), Refusal)
