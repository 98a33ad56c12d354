from __future__ import annotations

import re

import pytest

from ordmot.gaps import chances, weigh_gap
from ordmot.ledger import Comparison, Gap, Ledger, Likeness, Reading, Relation
from ordmot.questions import Explainer
from ordmot.questions.tables import table_for
from ordmot.report.explanation import Explanation, Grounds, explain_gap, pairs_of
from ordmot.report.words import read_words
from tests.questions.case import compare, document

_PAPER = document(
    "The ferry hit the quay in Olvik. Around 40 people were injured, the harbour master, Anna Moe, "
    "said. The owner denied that the ferry had been sold.",
    "en",
    "Harbour Post",
)
_AVIS = document(
    "Ferja traff kaia i Olvik. Minst 90 mennesker ble skadd, sier politiet. "
    "En matros sier at ferja var solgt.",
    "nb",
    "Olvikbladet",
    "2031-05-19",
)


def _ledger(*readings: Reading) -> tuple[Ledger, Comparison]:
    comparison = compare(readings)
    return Ledger(readings=readings, comparison=comparison), comparison


def _explained(relation: Relation, language: str) -> Explanation:
    ledger, comparison = _ledger(_PAPER, _AVIS)
    gap = _gap(comparison, relation)
    likenesses = Explainer(ledger.readings)(pairs_of(gap))
    grounds = Grounds(likenesses=likenesses, chance=weigh_gap(ledger, gap))
    return explain_gap(ledger, gap, grounds, language=language, program="ordmot test")


def _gap(comparison: Comparison, relation: Relation) -> Gap:
    return next(gap for gap in comparison.gaps if gap.relation is relation)


def _text(explanation: Explanation) -> str:
    lines = [line for section in explanation.sections for line in section.lines]
    titles = [section.title for section in explanation.sections]
    return "\n".join([explanation.heading, *titles, *(f"{e.label}: {e.text}" for e in lines)])


def test_a_contradiction_is_explained_from_the_words_to_the_rule() -> None:
    text = _text(_explained(Relation.CONTRADICTS, "en"))
    for part in (
        "Around 40 people were injured, the harbour master, Anna Moe, said.",
        "Harbour Post, 17 May 2031, characters",
        "Harbour Post (document) > Anna Moe (person",
        "“said”: says",
        "36–44: “Around” is taken as ten per cent to either side",
        "≥ 90: “Minst” sets the low end and leaves the high end open",
        ": the same happens: wound",
        "a chance of",
        "The two intervals share no value",
        "90 ÷ 44 = 2 times",
        "90 − 44 = 46",
        "different root sources",
        "How surely both answer the question: ",
        "that a reader finds the gap right",
        "disjoint intervals, version 12",
        "ordmot test",
        "Nobody has decided anything",
    ):
        assert part in text, part


def test_the_same_in_norwegian() -> None:
    text = _text(_explained(Relation.CONTRADICTS, "nb"))
    for part in (
        "Motsigelse",
        "Harbour Post, 17. mai 2031, tegn",
        "«Around» regnes som ti prosent til hver side",
        "«Minst» setter den nedre enden",
        ": det samme skjer: ",
        "Hvor sannsynlig det er at forholdet er rett",
        "Regel: intervaller uten felles verdi, versjon 12",
        "Ingen har avgjort noe",
    ):
        assert part in text, part


@pytest.mark.parametrize(
    ("language", "row"),
    [("en", r"What happens: \+\d\.\d+: the same"), ("nb", r"Hva som skjer: \+\d,\d+: det samme")],
)
def test_a_row_tells_what_it_adds(language: str, row: str) -> None:
    assert re.search(row, _text(_explained(Relation.CONTRADICTS, language)))


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_row_of_a_comparison_has_a_name(language: str) -> None:
    words = read_words(language)
    for dimension in ("count", "money", "yes/no", "who", "date"):
        rows = [row.name for row in table_for(dimension).rows]
        assert [row for row in rows if not words.has_name("row", row)] == []


def test_a_denial_has_no_size_and_a_polarity_on_either_side() -> None:
    text = _text(_explained(Relation.DENIES, "en"))
    assert "yes: the words say that it is so" in text
    assert "no: the words say that it is not so" in text
    assert "No size: the answers are yes and no." in text


def test_the_rows_add_up_to_the_chance() -> None:
    explanation = _explained(Relation.CONTRADICTS, "en")
    (likeness,) = explanation.likenesses
    assert _chance(likeness) == pytest.approx(likeness.score, abs=0.001)


def test_so_do_those_of_its_rank_and_all_of_them_have_names() -> None:
    explanation = _explained(Relation.CONTRADICTS, "en")
    assert explanation.chance is not None
    assert _chance(explanation.chance) == pytest.approx(explanation.chance.score, abs=0.001)
    tables = (chances.COUNTS, chances.MEASURES, chances.PROPOSITIONS, chances.NESTED)
    for language in ("en", "nb"):
        words = read_words(language)
        assert all(words.has_name("ranked", row.name) for table in tables for row in table.rows)


def _chance(likeness: Likeness) -> float:
    log_odds = likeness.bias + sum(row.share for row in likeness.rows)
    return 1 / (1 + 2.718281828459045**-log_odds)


def test_without_rows_the_stored_reasons_stand() -> None:
    ledger, comparison = _ledger(_PAPER, _AVIS)
    gap = _gap(comparison, Relation.CONTRADICTS)
    assert "Reasons: " in _text(explain_gap(ledger, gap, language="en"))


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_gap_of_a_case_can_be_explained(language: str) -> None:
    ledger, comparison = _ledger(_PAPER, _AVIS)
    for gap in comparison.gaps:
        explanation = explain_gap(ledger, gap, language=language)
        assert len(explanation.sections) >= len(gap.claims) + 5
        assert "{" not in _text(explanation)
