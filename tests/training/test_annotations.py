"""Annotations over corpora whose texts are elsewhere."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from training import annotations
from training.annotations import annotated_passages, hash_of, marked_names, with_names
from training.corpora import Sentence


def sentence_of(words: str) -> Sentence:
    """Make a sentence of words that all have a space after them."""
    parts = tuple(words.split())
    return Sentence(words=parts, spaces=(True,) * len(parts))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder of annotations."""
    monkeypatch.setattr(annotations, "FOLDER", tmp_path)
    marked_names.cache_clear()
    return tmp_path


@pytest.fixture(autouse=True)
def _forget() -> None:
    """Read the shipped annotations anew."""
    marked_names.cache_clear()


def test_shipped_names_are_lawful() -> None:
    rows = marked_names()
    assert len(rows) > 4000
    for marks in rows.values():
        before = 0
        for mark in marks.split():
            place, kind = mark.split(":")
            first, stop = map(int, place.split("-"))
            assert before <= first < stop
            assert kind in {"PER", "ORG", "LOC"}
            before = stop


def test_shipped_attributions_are_lawful() -> None:
    path = annotations.FOLDER / annotations.ATTRIBUTIONS
    for line in path.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        owned = [
            tuple(place)
            for marks in passage["attributions"]
            for role in ("cue", "content")
            for place in marks[role]
        ]
        assert all(start < end for start, end in owned)
        assert all(marks["content"] for marks in passage["attributions"])
        owned.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(owned)), passage["first"]


def test_a_sentence_that_nobody_annotated_has_no_names(folder: Path) -> None:
    (folder / "names.tsv").write_text(f"{hash_of('Ida sleeps in Bo')}\t0-1:PER 3-4:LOC\n")
    named = with_names(sentence_of("Ida sleeps in Bo"))
    assert named is not None
    assert named.names == ("B-PER", "O", "O", "B-LOC")
    assert with_names(sentence_of("Ida wakes in Bo")) is None


def test_a_passage_carries_its_words_or_is_refused(folder: Path) -> None:
    sentences = [sentence_of("Det regner ."), sentence_of("Nei , sa Ida .")]
    text = "Det regner .\nNei , sa Ida ."
    marks = {"act": "deny", "source": [[22, 25]], "cue": [[19, 21]], "content": [[13, 16]]}
    row = {"first": 0, "sentences": 2, "hash": hash_of(text), "attributions": [marks]}
    (folder / "attributions.jsonl").write_text(json.dumps(row) + "\n")
    (found,) = annotated_passages(sentences)
    (attribution,) = found["attributions"]
    assert [f["text"] for f in attribution["source"]] == ["Ida"]
    assert [f["text"] for f in attribution["content"]] == ["Nei"]
    with pytest.raises(ValueError, match="sentence 0"):
        list(annotated_passages(sentences[:1]))
