"""Records: exact anchors, ids by content."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.errors import AnchorError
from ordmot.ledger import Document, Metadata, Span, content_id, cut


@given(st.text(min_size=1), st.data())
def test_a_cut_span_has_the_words_of_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = cut("document-1", text, start, end)
    assert text[span.start : span.end] == span.text
    span.check(text)


def test_a_span_knows_when_its_document_was_changed() -> None:
    span = cut("document-1", "Tolv mennesker omkom.", 0, 4)
    with pytest.raises(AnchorError, match="read it again"):
        span.check("Elleve mennesker omkom.")


def test_a_span_of_the_wrong_length_cannot_be_made() -> None:
    with pytest.raises(AnchorError, match="cut"):
        Span(document="document-1", start=0, end=3, text="Tolv")


def test_a_part_of_a_span_keeps_document_offsets() -> None:
    span = cut("document-1", "I dag omkom tolv.", 6, 17)
    part = span.part(12, 16)
    assert (part.text, part.start) == ("tolv", 12)


def test_ids_depend_on_content_alone() -> None:
    assert content_id("claim", 1, "a") == content_id("claim", 1, "a")
    assert content_id("claim", 1, "a") != content_id("claim", 1, "b")


def _document(**changes: str) -> Document:
    known = {"name": "a.txt", "sha256": "00" * 32, "media_type": "text/plain"}
    known |= {"encoding": "utf-8", "text": "Ingen ble skadd.", "language": "nb"} | changes
    return Document(metadata=Metadata(), **known)


def test_a_copy_under_another_name_is_the_same_document() -> None:
    assert _document().id == _document(name="b.txt").id
    assert _document().id != _document(sha256="11" * 32).id


def test_records_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        _document().name = "c.txt"  # type: ignore[misc]


def test_what_a_person_says_wins_over_what_the_document_says() -> None:
    said = Metadata(publisher="Fjordbladet")
    found = Metadata(publisher="fjordbladet.example", date="2031-05-17")
    assert said.fill(found) == Metadata(publisher="Fjordbladet", date="2031-05-17")
