"""Any bytes give a document or a reason, quickly, and offsets lead back to the original."""

import codecs
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.documents import read
from ordmot.errors import DocumentError
from ordmot.ledger import Document, Source

NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.srt", "a.vtt", "a", "a.pdf"])
FRAGMENTS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<a href='",
            '<div class="',
            "<blockquote>",
            "<li>",
            "<br>",
            "<!--",
            "-->",
        ),
        *("<script>", "</script>", "<h1>", "&amp;", "&#0;", "&#xfffff;", "<table><tr><td>", "<q>"),
        *("# ", "> ", "* ", "1. ", "---\n", "title: ja\n", "```\n", "**", "[a](b)", "![", "===\n"),
        *("1\n", "00:00:01,000 --> 00:00:02,000\n", "<v Moe>", "WEBVTT\n", "MOE: ", "- "),
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            " ",
            "\u00a0",
            "\u00ad",
            "\u2028",
            "\u030a",
            "\ufeff",
            "\x00",
        ),
        *("Ni biler. ", "Åse så «dem». ", "3. mars 2031", "kl. 14.05", "(NTB)", "OSLO (AP) - "),
    ]
)
TEXTS = st.lists(FRAGMENTS, max_size=25).map("".join)


def read_or_refuse(name: str, data: bytes) -> Document | None:
    try:
        return read(Source(name=name, data=data))
    except DocumentError as error:
        refused = error
    assert refused.reason
    assert refused.advice
    return None


@given(NAMES, st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_document_or_a_reason(name: str, data: bytes) -> None:
    document = read_or_refuse(name, data)
    assert document is None or document.text.strip()


@given(NAMES, TEXTS, st.sampled_from(["utf-8", "utf-16", "latin-1"]))
@settings(max_examples=250, deadline=None)
def test_any_markup_gives_clean_text_and_blocks_inside_it(
    name: str, text: str, encoding: str
) -> None:
    document = read_or_refuse(name, text.encode(encoding, "ignore"))
    if document is None:
        return
    assert not set(document.text) & set("\r\x00\u00ad\u2028\ufeff")
    for block in document.blocks:
        assert 0 <= block.start <= block.end <= len(document.text)
        assert document.text[block.start : block.end].strip()


@given(NAMES, TEXTS)
@settings(max_examples=250, deadline=None)
def test_offsets_lead_back_to_the_original(name: str, text: str) -> None:
    document = read_or_refuse(name, text.encode())
    if document is None:
        return
    original = codecs.decode(text.encode(), document.encoding, "replace")
    last = -1
    for offset, character in enumerate(document.text):
        place = document.original_offset(offset)
        if place is None:
            continue
        assert place >= last
        last = place
        is_written_otherwise = (
            original[place] in "&\r\n\t\u2028" or "\u030a" in original[place:][:2]
        )
        is_line_break = character == "\n" and original[place] == "<"
        assert original[place] == character or is_written_otherwise or is_line_break


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_a_copy_under_another_name_is_the_same_document(text: str) -> None:
    one, other = (read_or_refuse(name, text.encode()) for name in ("a.txt", "b.txt"))
    assert (one and one.id) == (other and other.id)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"ord og " * 1_000_000),
        ("a.txt", b"Politiet sa at ni kom, de andre at ti kom. " * 1_200_000),
        ("a.txt", b"x" * 5_000_000),
        ("a.txt", "år og øl ".encode("latin-1") * 300_000),
        ("a.html", b"<div>" * 200_000 + b"Ni biler."),
        ("a.html", b"<blockquote>Ni " * 20_000),
        ("a.html", b"<a href='" * 100_000),
        ("a.html", b"<script>" + b"</script " * 100_000),
        ("a.html", b"<p>" + b" " * 1_000_000 + b"x"),
        ("a.html", b'<script type="application/ld+json">' + b"[" * 200_000),
        ("a.md", b"[a](b" * 100_000),
        ("a.md", b"**" * 200_000),
        ("a.srt", b"00:00:01,000 --> 00:00:02,000\n" * 10_000),
        ("a.txt", b"A: b\n" * 20_000),
    ],
    ids=lambda value: value if isinstance(value, str) else value[:20].decode("latin-1"),
)
def test_large_and_hostile_files_are_quick(name: str, data: bytes) -> None:
    read_or_refuse("warm.txt", b"Dette er en setning.")
    start = time.process_time()
    read_or_refuse(name, data)
    assert time.process_time() - start < 10
