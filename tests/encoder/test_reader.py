"""The reader and the matcher of the model that is at hand."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordmot.encoder import Matcher, Notes, Reader, find_model, open_matcher, open_reader, version_of
from ordmot.errors import ModelError

FILES = ("reader.int8.onnx", "tokenizer.json", "labels.json")
WEIGHTS = "reader.int8.bin"
TEXT = (
    "Broa over Lauvelva raste i natt, sier lensmann Turid Hauge.\n\n"
    "«Ni biler sto på broa,» forteller hun. «Fem ble dratt med.»\n\n"
    "The county denies that the bridge was unsafe."
)
ANY_TEXT = st.text(max_size=200) | st.text(
    alphabet=st.sampled_from("aåé. \n\t«»\"'’-:?!1\u00ad\u200b\x00\ufeff\U0001f600漢"), max_size=200
)


@pytest.fixture(scope="module")
def folder() -> Path:
    """Find the model, or say why there is nothing to test."""
    found = find_model()
    if found is None:
        pytest.skip("no model: the package came without one and ORDMOT_MODEL names none")
    return found


@pytest.fixture(scope="module")
def reader(folder: Path) -> Reader:
    """Open the reader."""
    opened = open_reader(folder)
    assert opened is not None
    return opened


@pytest.fixture(scope="module")
def matcher(folder: Path) -> Matcher:
    """Open the matcher."""
    opened = open_matcher(folder)
    assert opened is not None
    return opened


def said(text: str, notes: Notes) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """Show who says what."""
    return [
        (
            a.source and text[a.source.start : a.source.end],
            a.cue and text[a.cue.start : a.cue.end],
            tuple(text[c.start : c.end] for c in a.contents),
        )
        for a in notes.attributions
    ]


def test_who_says_what_in_norwegian(reader: Reader) -> None:
    found = said(TEXT, reader.read(TEXT))
    assert found[0][:2] == ("lensmann Turid Hauge", "sier")
    assert found[0][2][0].startswith("Broa over Lauvelva raste")
    assert "forteller" in [attribution[1] for attribution in found]


def test_who_says_what_in_english(reader: Reader) -> None:
    text = "The bridge fell at night, police chief Turid Hauge said on Monday."
    (found,) = said(text, reader.read(text))
    assert found == ("police chief Turid Hauge", "said", ("The bridge fell at night",))


def test_names_have_kinds(reader: Reader) -> None:
    names = {TEXT[name.start : name.end]: name.kind for name in reader.read(TEXT).names}
    assert "Turid Hauge" in " ".join(names)


def test_words_form_one_tree_in_each_sentence(reader: Reader) -> None:
    words = reader.parse(TEXT)
    roots = [word for word in words if word.head is None]
    shown = {TEXT[word.start : word.end]: word for word in words}
    assert len(roots) == 4
    assert all(word.relation == "root" for word in roots)
    assert (shown["biler"].part, shown["sier"].part) == ("NOUN", "VERB")
    assert words[shown["hun"].head or 0] == shown["forteller"]


def test_sentences_may_be_given(reader: Reader) -> None:
    start = TEXT.index("«Ni")
    words = reader.parse(TEXT, [(start, start + 24)])
    assert TEXT[words[0].start : words[-1].end] == "«Ni biler sto på broa,»"
    assert sum(word.head is None for word in words) == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY_TEXT)
def test_any_text_gives_places_within_it(reader: Reader, text: str) -> None:
    notes = reader.read(text)
    marks = [m for a in notes.attributions for m in (a.source, a.cue, *a.contents) if m]
    for place in (*marks, *notes.names):
        assert 0 <= place.start < place.end <= len(text)
        assert 0.0 <= place.score <= 1.0
        assert text[place.start : place.end].strip() == text[place.start : place.end]
    words = reader.parse(text)
    assert all(not text[word.start : word.end].isspace() for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)


def test_a_text_is_read_the_same_wherever_and_however_often(reader: Reader, folder: Path) -> None:
    alone = Reader(folder, threads=1)
    assert reader.read(TEXT) == alone.read(TEXT) == reader.read(TEXT)


def test_a_reader_is_loaded_once_and_can_be_sent(reader: Reader, folder: Path) -> None:
    assert open_reader(folder) is reader
    assert pickle.loads(pickle.dumps(reader)) is reader  # noqa: S301 - our own bytes
    assert reader.version == version_of(folder)


def test_translations_are_nearer_than_other_sentences(matcher: Matcher) -> None:
    vectors = matcher.vectors(["Nobody was hurt.", "Ingen ble skadd.", "Kornprisen steg i fjor."])
    near = vectors @ vectors.T
    assert vectors.dtype == np.float32
    assert np.diag(near) == pytest.approx([1, 1, 1], abs=1e-5)
    assert near[0, 1] > near[0, 2] + 0.05
    assert matcher.vectors([]).shape == (0, 384)


@pytest.mark.parametrize("missing", FILES)
def test_a_named_model_that_lacks_a_file_is_an_error(tmp_path: Path, missing: str) -> None:
    for name in FILES:
        if name != missing:
            (tmp_path / name).write_bytes(b"")
    with pytest.raises(ModelError, match=f"no file {missing}.*--model none"):
        open_reader(tmp_path)


@pytest.mark.parametrize("damaged", [*FILES, WEIGHTS])
def test_a_damaged_file_is_named(folder: Path, tmp_path: Path, damaged: str) -> None:
    for name in (*FILES, WEIGHTS):
        shutil.copy(folder / name, tmp_path / name)
    whole = (tmp_path / damaged).read_bytes()
    (tmp_path / damaged).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match=f"{damaged} is damaged"):
        open_reader(tmp_path)


@pytest.mark.parametrize("name", ["reader.int8.onnx", WEIGHTS])
def test_one_flipped_bit_is_found(folder: Path, tmp_path: Path, name: str) -> None:
    for each in (*FILES, WEIGHTS):
        shutil.copy(folder / each, tmp_path / each)
    content = bytearray((tmp_path / name).read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelError, match=f"{name} is damaged"):
        open_reader(tmp_path)


def test_the_environment_names_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORDMOT_MODEL", str(tmp_path / "gone"))
    with pytest.raises(ModelError, match="gone"):
        find_model()


def test_another_model_has_another_version(tmp_path: Path) -> None:
    versions = set()
    for content in (b"one", b"two"):
        for name in FILES:
            (tmp_path / name).write_bytes(content + name.encode())
        versions.add(version_of(tmp_path))
    assert len(versions) == 2
