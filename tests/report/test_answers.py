"""Answers to open questions as reports, tables and explanations show them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from ordmot.gaps import weigh_gap
from ordmot.ledger import Gap, Ledger, Reading, Relation
from ordmot.questions import Explainer
from ordmot.questions.wording import word_sentence
from ordmot.report import render
from ordmot.report.explanation import Grounds, explain_gap, pairs_of
from tests.questions.case import compare, document


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    """Read two papers that tell otherwise who did it, and one that denies it."""
    readings = (
        document(
            "The attack on the bridge in Olvik was carried out by the army, a driver said.",
            "en",
            "Harbour Post",
        ),
        document(
            "Ordføreren gir opprørerne skylden for angrepet på brua i Olvik. "
            "Hæren nekter for at den sto bak angrepet på brua i Olvik.",
            "nb",
            "Olvikbladet",
            "2031-05-19",
        ),
    )
    return Ledger(readings=readings, comparison=compare(readings))


def gap_of(ledger: Ledger, relation: Relation) -> Gap:
    """Find the gap of an open question with a relation."""
    asked = {question.id for question in ledger.questions if question.dimension == "who"}
    return next(g for g in ledger.gaps if g.relation is relation and g.question in asked)


def explained(ledger: Ledger, relation: Relation, language: str) -> str:
    """Explain a gap as text."""
    gap = gap_of(ledger, relation)
    likenesses = Explainer(ledger.readings)(pairs_of(gap))
    grounds = Grounds(likenesses=likenesses, chance=weigh_gap(ledger, gap))
    found = explain_gap(ledger, gap, grounds, language=language)
    lines = [line for section in found.sections for line in section.lines]
    return "\n".join([found.heading, found.reason, *(f"{e.label}: {e.text}" for e in lines)])


def test_the_page_shows_each_answer(ledger: Ledger) -> None:
    page = render(ledger, "html")
    assert "Hvem sto bak angrepet i Olvik?" in page
    for read_as in ("army", "opprørerne"):
        assert f'<span class="amount">{read_as}</span>' in page
    assert any(f'<span class="amount">{no} Hæren</span>' in page for no in ("not", "ikke"))


def test_the_question_is_worded_in_either_language(ledger: Ledger) -> None:
    question = next(q for q in ledger.questions if q.dimension == "who")
    claims = [ledger.claim(answer.claim) for answer in question.answers]
    assert word_sentence(claims, "en") == "Who was behind the attack in Olvik?"
    assert word_sentence(claims, "nb") == "Hvem sto bak angrepet i Olvik?"


def test_the_table_has_the_answer_and_its_polarity(ledger: Ledger) -> None:
    rows = [r for r in csv.DictReader(io.StringIO(render(ledger, "csv"))) if r["answer"]]
    assert {(row["answer"], row["hedge"]) for row in rows} == {
        ("army", "affirmed"),
        ("opprørerne", "affirmed"),
        ("Hæren", "denied"),
    }


def test_json_lines_carry_the_answer_with_its_place(ledger: Ledger) -> None:
    records = [json.loads(line) for line in render(ledger, "jsonl").splitlines()]
    answers = [r["answer"] for r in records if r.get("asked") == "who"]
    texts = {reading.document.id: reading.document.text for reading in ledger.readings}
    assert len(answers) == 3
    for answer in answers:
        span = answer["span"]
        assert texts[span["document"]][span["start"] : span["end"]] == span["text"]


def test_a_contradiction_is_explained_in_english(ledger: Ledger) -> None:
    text = explained(ledger, Relation.CONTRADICTS, "en")
    for part in (
        "The answer in words: “army”",
        "What it answers: who did it",
        "it befell the same: bridge",
        "The two answers exclude each other",
        "the answers are names or kinds",
        "answers that exclude each other",
    ):
        assert part in text


def test_a_denial_is_explained_in_norwegian(ledger: Ledger) -> None:
    text = explained(ledger, Relation.DENIES, "nb")
    for part in (
        "Benektelse",
        "Hæren: ikke «Hæren»; a driver: «army»",
        "Lest som: ikke Hæren",
        "Den ene gir et svar, den andre sier at det ikke er slik.",
        "benektet svar",
    ):
        assert part in text


def test_no_reading_is_lost_in_the_order_of_documents(ledger: Ledger) -> None:
    readings: tuple[Reading, ...] = ledger.readings
    turned = compare(tuple(reversed(readings)))
    assert {gap.id for gap in turned.gaps} == {gap.id for gap in ledger.gaps}
