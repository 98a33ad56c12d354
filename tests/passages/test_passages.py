"""Passages against the cases: kinds, languages, handovers, sentences."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ordmot.ledger import Document, Markup, Metadata, PassageKind, sha256_of
from ordmot.passages import split
from ordmot.passages.sentences import find_sentences

CASES = Path(__file__).parents[1] / "cases" / "passages"


def read_cases(name: str) -> list[Any]:
    table = tomllib.loads((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["comment"]) for case in table["case"]]


def document(text: str, *, blocks: tuple[Markup, ...] = (), language: str = "nb") -> Document:
    return Document(
        name="case.txt",
        sha256=sha256_of(text.encode()),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        metadata=Metadata(),
        language=language,
        blocks=blocks,
    )


def block(text: str, words: str, kind: str, speaker: str | None = None) -> Markup:
    start = text.index(words)
    return Markup(start=start, end=start + len(words), kind=kind, speaker=speaker)


@pytest.mark.parametrize("case", [*read_cases("nb.toml"), *read_cases("en.toml")])
def test_kind_language_and_handover(case: dict[str, Any]) -> None:
    titles = [row[2] for row in case["passages"] if row[0] == "title"]
    text = case["text"]
    blocks = tuple(block(text, _line_of(text, title), "title") for title in titles)
    dates = [row[2] for row in case["passages"] if row[2] == "Published"]
    blocks += tuple(block(text, _line_of(text, date), "heading") for date in dates)
    found = split(document(text, blocks=blocks, language=case["passages"][-1][1]))
    rows = [
        [
            str(passage.kind),
            passage.language,
            passage.span.text[: len(row[2])],
            passage.handover.text if passage.handover else "",
        ]
        for passage, row in zip(found, case["passages"], strict=False)
    ]
    assert rows == case["passages"]
    assert len(found) == len(case["passages"])


def _line_of(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(words))


@pytest.mark.parametrize("case", read_cases("sentences.toml"))
def test_sentences(case: dict[str, Any]) -> None:
    text = " ".join(case["sentences"])
    edges = find_sentences(text, 0, len(text), case["language"])
    assert [text[start:end] for start, end in edges] == case["sentences"]


def test_every_passage_says_why() -> None:
    text = "Broa raste.\n\nEt vitne forteller:\n\nWe saw it fall, all of us did.\n\nIngen kom."
    assert all(passage.reason for passage in split(document(text)))


def test_a_turn_is_handed_over_by_its_speakers_name() -> None:
    text = "DOMMER: Hvor sto du?\n\nVITNE: På broa. Det var mørkt.\n\nIngen så meg."
    blocks = (
        block(text, "Hvor sto du?", "turn", "DOMMER"),
        block(text, "På broa. Det var mørkt.\n\nIngen så meg.", "turn", "VITNE"),
    )
    found = split(document(text, blocks=blocks))
    assert [(each.span.text, each.handover and each.handover.text) for each in found] == [
        ("Hvor sto du?", "DOMMER"),
        ("På broa. Det var mørkt.", "VITNE"),
        ("Ingen så meg.", "VITNE"),
    ]


def test_a_turn_that_goes_on_keeps_the_name_it_had() -> None:
    text = "Moe: Vi gikk.\n\nSå snudde vi."
    blocks = (block(text, "Vi gikk.", "turn", "Moe"), block(text, "Så snudde vi.", "turn", "Moe"))
    found = split(document(text, blocks=blocks))
    assert found[1].handover == found[0].handover
    assert found[1].handover is not None


def test_a_marked_quotation_gets_the_lead_in_before_it() -> None:
    text = "Hun skrev:\n\nVi kommer ikke hjem.\n\nBrevet er datert i mars."
    found = split(document(text, blocks=(block(text, "Vi kommer ikke hjem.", "quote"),)))
    assert found[1].kind is PassageKind.QUOTE
    assert found[1].handover == found[0].sentences[-1]


def test_a_short_passage_leans_on_its_neighbours() -> None:
    text = "Jeg vet ikke hvor mange vi var.\n\nOK.\n\nDet var noen som ropte på oss fra land."
    assert [each.language for each in split(document(text))] == ["nb", "nb", "nb"]


def test_no_letters_no_language() -> None:
    assert split(document("1234", language="und"))[0].language == "und"


def test_passages_are_in_order_and_do_not_overlap() -> None:
    text = "En.\n\n  To.\n\n> Tre.\n\n1. fire\n2. fem"
    found = split(document(text))
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
