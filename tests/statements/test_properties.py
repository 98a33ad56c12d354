"""What holds for any text: spans are exact, contents lie in the document, time is linear."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.ledger import Statement, VoiceKind
from ordmot.statements import attribute
from tests.statements.reading import make_document, make_passages, read

_PIECES = [
    "«", "»", "“", "”", '"', "'", "‘", "’", "„", "– ", ", ", ". ", ": ", "? ", "\n", "\n\n", " ",
    "said ", "says ", "sier ", "sa ", "at ", "that ", "han ", "she ", "Ida Moe", "ifølge ",
    "according to ", "ble lovet ", "skal ha ", "a driver ", "who ", "and ", "Col. ", "denied ",
    "the claim ", "to go ", "not ", "1.000 ", ">en ", "turn A: ", "var ", "is ",
]  # fmt: skip


def check(statements: tuple[Statement, ...], text: str) -> None:
    """Check every span of every statement against the text."""
    for statement in statements:
        spans = [*statement.content, statement.cue, statement.source]
        spans += [voice.span for voice in statement.voices]
        for span in spans:
            if span is not None:
                span.check(text)
                assert span.text
        assert statement.content
        assert statement.voices[0].kind is VoiceKind.DOCUMENT


@given(st.text(max_size=200), st.sampled_from(["en", "nb", "nn", "und"]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_an_answer(text: str, language: str) -> None:
    check(read(text, language), text)


@given(st.lists(st.sampled_from(_PIECES), max_size=40), st.sampled_from(["en", "nb"]))
@settings(max_examples=400, deadline=None)
def test_any_order_of_cues_and_marks_gives_an_answer(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    check(read(text, language), text)


@given(st.lists(st.sampled_from(_PIECES), max_size=30))
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert read(text, "en") == read(text, "en")


def _seconds(text: str) -> float:
    document = make_document(text, "en")
    passages = make_passages(document, "en")
    started = time.process_time()
    attribute(document, passages)
    return time.process_time() - started


def test_time_grows_with_length_and_not_faster() -> None:
    sentence = "“No,” said Ida Moe, and the man who had told her that it was over left. "
    once, eight = _seconds(sentence * 100), _seconds(sentence * 800)
    assert eight < max(once, 0.02) * 8 * 4


def test_one_endless_sentence_is_read() -> None:
    text = "said " * 3000 + "that “" + "x " * 3000
    assert _seconds(text) < 20
