"""Documents against the cases: metadata, markup, encodings, refusals."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ordmot.documents import READERS, Content, read, read_metadata
from ordmot.errors import DocumentError
from ordmot.ledger import Document, Metadata, Source

CASES = Path(__file__).parents[1] / "cases" / "documents"


def read_cases(name: str) -> list[Any]:
    table = tomllib.loads((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["comment"]) for case in table["case"]]


def document(name: str, text: str, encoding: str = "utf-8") -> Document:
    return read(Source(name=name, data=text.encode(encoding)))


@pytest.mark.parametrize("case", read_cases("metadata.toml"))
def test_metadata(case: dict[str, Any]) -> None:
    expected = {key: case.get(key) for key in ("title", "publisher", "date", "url")}
    assert document(case["name"], case["text"]).metadata == Metadata(**expected)


@pytest.mark.parametrize("case", read_cases("markup.toml"))
def test_text_and_blocks(case: dict[str, Any]) -> None:
    found = document(case["name"], case["text"])
    assert found.text.strip() == case["reads"].strip()
    blocks = [[block.kind, found.text[block.start : block.end]] for block in found.blocks]
    assert blocks == case["blocks"]


@pytest.mark.parametrize("case", read_cases("transcripts.toml"))
def test_turns(case: dict[str, Any]) -> None:
    found = document(case["name"], case["text"])
    turns = [
        [turn.speaker or "", turn.cue_time or "", found.text[turn.start : turn.end]]
        for turn in found.blocks
        if turn.kind == "turn"
    ]
    assert turns == case["turns"]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "latin-1", "cp1252", "mac_roman", "cp865", "utf-16", "utf-16-be"],
)
def test_norwegian_comes_out_right_in_any_encoding(encoding: str) -> None:
    text = "Åtte døde på øya, og ingen visste hvor mange båter som lå ute ved næringsparken."
    assert document("a.txt", text, encoding).text == text


@pytest.mark.parametrize("text", ["Må hun dø?", "Ærlig talt.", "Blåbær på låven", "– Nei, sa Åse."])
def test_a_few_words_of_latin_1_are_enough(text: str) -> None:
    assert document("a.txt", text, "cp1252").text == text


def test_a_false_declaration_of_the_encoding_does_no_harm() -> None:
    page = (
        '<html><head><meta charset="{}"></head><body><p>Båten står på øya i natt.</p></body></html>'
    )
    found = [
        read(Source(name="a.html", data=page.format("utf-8").encode("latin-1"))),
        read(Source(name="a.html", data=page.format("iso-8859-1").encode("utf-8"))),
    ]
    assert [each.text for each in found] == ["Båten står på øya i natt."] * 2


def test_a_broken_byte_does_not_spoil_the_others() -> None:
    data = "Båten står på øya, og ærfuglen også. ".encode() * 3 + b"\xc3"
    found = read(Source(name="a.txt", data=data))
    assert found.encoding == "utf-8"
    assert found.text.startswith("Båten står på øya")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"PK\x03\x04....", "application/zip"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image/png"),
        (b"<html><script>var a = 1</script></html>", "No readable text"),
    ],
)
def test_refusals_say_why_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as refused:
        read(Source(name="a", data=data))
    assert refused.value.advice


def test_what_a_person_said_wins_over_the_document() -> None:
    data = b"---\ntitle: Its own\npublisher: Its own\n---\n\nText."
    said = Metadata(title="Said", date="2031-01-02")
    found = read(Source(name="a.md", data=data, metadata=said)).metadata
    assert found == Metadata(title="Said", publisher="Its own", date="2031-01-02")


def test_a_text_longer_than_any_document_is_refused_with_its_length() -> None:
    line = "Ni kom. "
    assert document("a.txt", line * 100_000).text.startswith(line)
    with pytest.raises(
        DocumentError, match="8,000,000 characters, the most is 5,000,000"
    ) as refused:
        document("a.txt", line * 1_000_000)
    assert "Split it" in refused.value.advice


def test_a_further_reader_can_be_passed() -> None:
    def read_pdf(data: bytes) -> Content:
        return Content(text=f"{len(data)} bytes read", encoding="utf-8")

    readers = {**READERS, "application/pdf": read_pdf}
    assert read(Source(name="a.pdf", data=b"%PDF-1"), readers).text == "6 bytes read"


def test_the_bytes_tell_the_format_where_the_name_is_wrong() -> None:
    assert document("a.txt", "<!DOCTYPE html><p>Broa er borte i dag.</p>").media_type == "text/html"
    assert document("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHei").media_type == "text/vtt"


def test_line_endings_and_invisible_characters_are_cleaned_no_break_spaces_kept() -> None:
    found = document("a.txt", "4\u00a0000 mann\r\nsyke\u00adhus\x07\rslutt\u2028no")
    assert found.text == "4\u00a0000 mann\nsykehus\nslutt\nno"
    assert found.original_offset(found.text.index("hus")) == len("4\u00a0000 mann\r\nsyke\u00ad")


def test_letters_with_separate_accents_are_composed() -> None:
    found = document("a.txt", "Ba\u030at pa\u030a land")
    assert found.text == "Båt på land"
    assert found.original_offset(found.text.index("land")) == len("Ba\u030at pa\u030a ")


def test_the_language_is_that_of_most_of_the_text() -> None:
    norwegian = "Politiet vet ennå ikke hvor mange som var i båten da den gikk ned. " * 3
    assert document("a.txt", norwegian + "\n\nWe saw it sink.").language == "nb"
    assert document("a.txt", "Ho visste ikkje kva dei hadde gjort.").language == "nn"


def test_a_page_leads_back_to_its_source() -> None:
    source = (
        "<body><nav>Hjem</nav><p>Det var <b>ni</b> biler p&aring; broa\n  over Lomma.</p></body>"
    )
    found = document("a.html", source)
    assert found.text == "Det var ni biler på broa over Lomma."
    for words in ("Det", "ni", "biler", "broa", "Lomma."):
        offset = found.original_offset(found.text.index(words))
        assert offset == source.index(words)


def test_an_article_is_told_from_what_surrounds_it() -> None:
    paragraph = (
        "Broa over Lomma raste natt til onsdag, og ni biler ble tatt av elva, sier politiet. "
    )
    page = (
        "<html><body><nav><ul><li>Forsiden</li><li>Sport</li></ul></nav><main><article>"
        f"<h1>Broa er borte</h1><figure><img><figcaption>Foto: Moe</figcaption></figure>"
        f"<p>{paragraph * 3}</p><h2>Ni biler</h2><p>{paragraph * 2}</p>"
        f"<blockquote>We saw it fall.</blockquote><p>{paragraph * 2}</p>"
        "<figure><img><figcaption>Broa i fjor.</figcaption></figure></article></main>"
        "<footer><p>Ansvarlig redaktør: Ola Li, telefon 99 99 99 99</p></footer></body></html>"
    )
    found = document("a.html", page)
    assert "Forsiden" not in found.text
    assert "Ansvarlig" not in found.text
    assert [block.kind for block in found.blocks] == [
        *("title", "caption", "heading", "quote", "caption"),
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'title = "Ferja"\ndate = 2031-05-17', Metadata(title="Ferja", date="2031-05-17")),
        (b"date = 2031-05-17T14:30:00", Metadata(date="2031-05-17T14:30")),
        (b'date = "17. mai 2031"', Metadata(date="2031-05-17")),
        (b'\xef\xbb\xbfurl = "https://example.org"', Metadata(url="https://example.org")),
        (b'title = ""', Metadata()),
        (b"", Metadata()),
    ],
)
def test_a_sidecar_file_is_read(data: bytes, expected: Metadata) -> None:
    assert read_metadata(data) == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"title = Ferja", "not valid TOML"),
        (b"\xff\xfe", "not valid TOML"),
        (b'titel = "Ferja"', "unknown key 'titel'"),
        (b"title = 4", "title is 4"),
        (b'date = "i fjor"', "date is 'i fjor'"),
    ],
)
def test_a_malformed_sidecar_file_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        read_metadata(data)
