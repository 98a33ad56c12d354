"""Dates, encodings and the source map, one by one."""

import tomllib
from pathlib import Path

import pytest

from ordmot.documents.content import Draft
from ordmot.documents.dates import find_date
from ordmot.documents.decoding import decode
from ordmot.documents.media import media_type_of
from ordmot.documents.scanning import Scanner, attributes_of
from ordmot.errors import DocumentError

CASES = Path(__file__).parents[1] / "cases" / "documents"
DATES = tomllib.loads((CASES / "dates.toml").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize(("words", "iso"), DATES)
def test_dates(words: str, iso: str) -> None:
    found = find_date(words)
    assert (found.iso if found else "") == iso


def test_a_date_knows_where_it_stands() -> None:
    words = "Sist endret 3. mai 2031 av Moe"
    found = find_date(words)
    assert found is not None
    assert words[found.start : found.end] == "3. mai 2031"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("“No,” she said – it’s over …", "cp1252"),
        ("Det koster 40 € for båten", "cp1252"),
        ("Hi I´m from Bergen", "cp1252"),
        ("Ærfuglen på øya er død", "mac_roman"),
        ("Ærfuglen på øya er død", "cp850"),
        ("Привет, как дела? Сегодня хорошая погода.", "cp1251"),
        ("Zażółć gęślą jaźń, powiedział świadek.", "cp1250"),
    ],
)
def test_single_byte_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_a_declared_encoding_decides_where_the_bytes_would_fit_several() -> None:
    data = "Mały kot".encode("iso8859-2")
    assert decode(data, "iso-8859-2") == ("Mały kot", "iso8859-2")


@pytest.mark.parametrize("declared", ["no-such-encoding", "base64", "undefined", "utf-8", ""])
def test_a_declared_encoding_that_does_not_decode_is_passed_over(declared: str) -> None:
    assert decode(b"Ma\xb3y \xa6wiat", declared)[1] != declared


def test_utf_16_without_a_mark_is_told_from_binary() -> None:
    assert decode("Broa er borte".encode("utf-16-le")) == ("Broa er borte", "utf-16-le")
    with pytest.raises(DocumentError, match="binary"):
        decode(b"\x00\x01\x02\x03" * 50)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.txt", b"Hei", "text/plain"),
        ("a", b"Hei", "text/plain"),
        ("a.HTM", b"Hei", "text/html"),
        ("a.txt", b"\xef\xbb\xbf <!-- x --><html>", "text/html"),
        ("a.txt", "<!DOCTYPE html>".encode("utf-16"), "text/html"),
        ("a.txt", b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHei", "application/x-subrip"),
        ("a.txt", b"---\ntitle: Hei\n---\n", "text/markdown"),
        ("a.html", b"%PDF-1.7", "application/pdf"),
        ("a.txt", b"{\\rtf1", "application/rtf"),
    ],
)
def test_media_types(name: str, data: bytes, media_type: str) -> None:
    assert media_type_of(name, data) == media_type


def test_a_draft_leads_back_across_what_was_left_out() -> None:
    draft = Draft("<b>Ni</b>\r\nbiler")
    draft.take(3, 5)
    draft.write(" ")
    draft.take(9, 16)
    assert draft.text == "Ni \nbiler"
    assert [(each.start, each.original, each.length) for each in draft.stretches] == [
        (0, 3, 2),
        (3, 9, 1),
        (4, 11, 5),
    ]


def test_attributes_without_quotes_and_twice() -> None:
    assert attributes_of(" rel=canonical HREF='a&amp;b' checked") == {
        "rel": "canonical",
        "href": "a&b",
    }


def test_furniture_is_known() -> None:
    blocks = Scanner("<nav>Hjem</nav><p>Ni biler</p><footer>Moe</footer>").scan().blocks
    assert [(block.words, block.is_furniture) for block in blocks] == [
        ("Hjem", True),
        ("Ni biler", False),
        ("Moe", True),
    ]
