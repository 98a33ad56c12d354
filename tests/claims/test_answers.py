"""Answers to open questions, as the case files have them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ordmot.ledger import Claim
from tests.claims.reading import read

FOLDER = Path(__file__).parents[1] / "cases" / "answers"
CASES = [
    (path.stem, case)
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def told(claim: Claim) -> dict[str, Any]:
    """Put an answer into the words of the case files."""
    assert claim.asked is not None
    assert claim.answer is not None
    assert claim.predicate is not None
    return {
        "asked": claim.asked.value,
        "words": claim.answer.span.text,
        "concept": claim.answer.concept,
        "event": claim.predicate.concept,
        "patient": next((term.concept for term in claim.participants), ""),
        "voice": claim.speaker.name,
        "is_affirmed": claim.is_affirmed,
        "modality": claim.modality.value,
    }


@pytest.mark.parametrize(("language", "case"), CASES, ids=[case["text"][:60] for _, case in CASES])
def test_answers_are_found(language: str, case: dict[str, Any]) -> None:
    reading = read(case["text"], language)
    found = sorted((told(c) for c in reading.claims if c.asked), key=lambda row: row["asked"])
    wanted = sorted(case["answers"], key=lambda row: row["asked"])
    assert [{key: row[key] for key in want} for row, want in zip(found, wanted, strict=False)] == (
        wanted
    )
    assert len(found) == len(wanted)


def test_an_answer_rests_on_its_words() -> None:
    text = "On Friday the camp was shelled by rebels, the mayor said."
    claim = next(c for c in read(text, "en").claims if c.asked)
    assert claim.answer is not None
    assert claim.anchor == claim.answer.span
    assert claim.span.covers(claim.answer.span)
    assert text[claim.answer.span.start : claim.answer.span.end] == "rebels"
    assert claim.dimension == "who"
