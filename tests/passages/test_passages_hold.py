"""What must hold for any text: exact spans in order, sentences inside, and linear time."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.ledger import Document, Metadata, sha256_of
from ordmot.passages import split

LINES = st.sampled_from(
    [
        "",
        "  ",
        "Broa raste natt til tirsdag. Ingen er funnet, sier politiet.",
        "En nabo forteller:",
        "We saw the bridge fall. There were nine cars on it.",
        "“It fell at once.",
        "«Vi så den falle.»",
        "    Vi gir oss ikke.",
        "> Hei",
        "1. En ting",
        "• To ting",
        "Foto: Lise Tangen",
        "Kort linje",
        '"',
        ":",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(LINES, max_size=12).map("\n".join))


def document(text: str) -> Document:
    return Document(
        name="any.txt",
        sha256=sha256_of(text.encode("utf-8", "surrogatepass")),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        metadata=Metadata(),
        language="nb",
    )


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_spans_are_exact_in_order_and_hold_their_sentences(text: str) -> None:
    passages = split(document(text))
    for passage in passages:
        passage.span.check(text)
        assert passage.span.text.strip() == passage.span.text != ""
        for sentence in passage.sentences:
            sentence.check(text)
            assert passage.span.covers(sentence)
        if passage.handover:
            passage.handover.check(text)
            assert not passage.handover.overlaps(passage.span)
    spans = [passage.span for passage in passages]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_word_is_lost(text: str) -> None:
    passages = split(document(text))
    assert "".join("".join(each.span.text.split()) for each in passages) == "".join(text.split())
    for passage in passages:
        words = "".join("".join(each.text.split()) for each in passage.sentences)
        assert words == "".join(passage.span.text.split())


@pytest.mark.parametrize(
    "unit", ["Ja. ", '"', "...", "a\n", "a:\n\n", "– ", "( ", "A.B.", "foto", "1. "]
)
def test_ten_times_the_text_takes_about_ten_times_as_long(unit: str) -> None:
    split(document("Varm opp."))
    short, long = unit * 800, unit * 8000
    took = [min(_seconds(text) for _ in range(3)) for text in (short, long)]
    assert took[1] < 40 * max(took[0], 0.005)  # a quadratic step would take a hundred times


def _seconds(text: str) -> float:
    start = time.process_time()
    split(document(text))
    return time.process_time() - start
