"""Answers to open questions laid side by side: who, with what, from where."""

from __future__ import annotations

from itertools import permutations

import pytest

from ordmot.flow import compare_accounts
from ordmot.ledger import Comparison, Gap, Metadata, Question, Reading, Relation
from tests.claims.reading import plan, read


def place(text: str, language: str, publisher: str) -> Reading:
    """Read a text as a paper of a name prints it."""
    known = Metadata(publisher=publisher, date="2031-05-17")
    return read(text, language, f"{publisher}.txt", known)


def compare(*texts: tuple[str, str]) -> Comparison:
    """Compare short texts, each by a paper of its own."""
    readings = [place(text, language, f"Paper {n}") for n, (language, text) in enumerate(texts)]
    return compare_accounts(plan(), readings)


def open_gaps(comparison: Comparison) -> list[tuple[Question, Gap]]:
    """Give the gaps of open questions, each with its question."""
    asked = {q.id: q for q in comparison.questions if q.dimension in ("who", "means", "origin")}
    return [(asked[gap.question], gap) for gap in comparison.gaps if gap.question in asked]


SHELLED = ("en", "The army shelled the camp at Varnholm on Friday, the mayor said.")
PAIRS = [
    (
        SHELLED,
        ("en", "The camp at Varnholm was shelled by rebels on Friday, the ministry said."),
        Relation.CONTRADICTS,
        "Who was behind the shelling?",
    ),
    (
        ("en", "The governor blamed the rebels for the attack on the bridge in Varnholm."),
        ("en", "The attack on the bridge in Varnholm was carried out by the army, a driver said."),
        Relation.CONTRADICTS,
        "Who was behind the attack in Varnholm?",
    ),
    (
        ("en", "The governor blamed the Red Front for the attack on the bridge in Varnholm."),
        ("en", "The Red Front denied responsibility for the attack on the bridge in Varnholm."),
        Relation.DENIES,
        "Who was behind the attack in Varnholm?",
    ),
    (
        ("en", "The governor blamed the Red Front for the attack on the bridge in Varnholm."),
        ("en", "The Red Front claimed responsibility for the attack on the bridge in Varnholm."),
        Relation.AGREES,
        "Who was behind the attack in Varnholm?",
    ),
    (
        ("en", "The fire at the bakery in Varnholm was caused by arson, the police said."),
        ("en", "The owner said the fire at the bakery in Varnholm was due to faulty wiring."),
        Relation.CONTRADICTS,
        "What caused the fire in Varnholm?",
    ),
    (
        ("en", "The explosion in Varnholm was caused by a bomb, the police said."),
        ("en", "A car bomb caused the explosion in Varnholm, the mayor said."),
        Relation.REFINES,
        "What caused the explosion in Varnholm?",
    ),
    (
        ("en", "The rocket that hit Varnholm was fired from Dalvik, the army said."),
        ("en", "The rocket was not fired from Dalvik, said the mayor of Varnholm."),
        Relation.DENIES,
        "Where did the rocket come from?",
    ),
    (
        ("nb", "Ordføreren i Varnholm gir opprørerne skylden for angrepet."),
        ("nb", "Angrepet i Varnholm ble utført av hæren, sier en sjåfør."),
        Relation.CONTRADICTS,
        "Hvem sto bak angrepet i Varnholm?",
    ),
    (
        ("nb", "Hæren sto bak angrepet i Varnholm, sier ordføreren."),
        ("nb", "Hæren nekter for at den sto bak angrepet i Varnholm."),
        Relation.DENIES,
        "Hvem sto bak angrepet i Varnholm?",
    ),
    (
        ("nb", "Brannen på mølla i Varnholm skyldtes en kortslutning, sier politiet."),
        ("nb", "Brannen på mølla i Varnholm ble forårsaket av brannstiftelse, sier eieren."),
        Relation.CONTRADICTS,
        "Hva forårsaket brannen i Varnholm?",
    ),
    (
        ("nb", "Brannen i Varnholm skyldtes en elektrisk feil, sier politiet."),
        ("nb", "Eieren sier at brannen i Varnholm skyldtes en kortslutning."),
        Relation.REFINES,
        "Hva forårsaket brannen i Varnholm?",
    ),
    (
        ("en", "The ferry sank off Varnholm because its cargo had shifted, the pilot said."),
        (
            "en",
            "The sinking of the ferry off Varnholm was caused by shifted cargo, the mayor said.",
        ),
        Relation.AGREES,
        None,
    ),
    (
        (
            "en",
            "The collapse in Varnholm was caused by the removal of two pillars, the board said.",
        ),
        ("en", "The roof in Varnholm collapsed because two pillars were removed, the union said."),
        Relation.AGREES,
        "What caused the collapse in Varnholm?",
    ),
    (
        ("en", "The fire in Varnholm was caused by a faulty boiler, the police said."),
        ("en", "The owner said the fire in Varnholm was due to arson."),
        Relation.CONTRADICTS,
        "What caused the fire in Varnholm?",
    ),
    (
        ("nb", "Taket i Varnholm raste sammen på grunn av snøen, sier eieren."),
        ("nb", "Politiet gir snøen skylden for kollapsen i Varnholm."),
        Relation.AGREES,
        None,
    ),
    (
        ("nb", "Brannen i Varnholm skyldtes en kortslutning, sier politiet."),
        ("en", "The fire in Varnholm was caused by arson, the owner said."),
        Relation.CONTRADICTS,
        None,
    ),
]


@pytest.mark.parametrize(
    ("one", "other", "relation", "asked"), PAIRS, ids=[f"{p[0][0]}: {p[1][1][:40]}" for p in PAIRS]
)
def test_two_voices_answer_one_question(
    one: tuple[str, str], other: tuple[str, str], relation: Relation, asked: str | None
) -> None:
    found = open_gaps(compare(one, other))
    assert [gap.relation for _, gap in found] == [relation]
    question = found[0][0]
    assert asked is None or question.text == asked
    assert len(question.answers) == 2
    is_rival = relation in (Relation.CONTRADICTS, Relation.DENIES)
    assert found[0][1].is_weak is not is_rival


APART = [
    (("en", "The army shelled the camp."), ("en", "The bakery was shelled by rebels, a man said.")),
    (SHELLED, ("en", "The camp at Dalvik was shelled by rebels on Friday, the ministry said.")),
    (SHELLED, ("en", "The ministry said rebels may have shelled the camp at Varnholm.")),
    (SHELLED, ("en", "The ministry said rebels would shell the camp at Varnholm.")),
    (
        ("en", "The mayor said the fire in Varnholm was caused by arson."),
        ("en", "The police said the crash in Varnholm was caused by brake failure."),
    ),
    (
        ("en", "The mayor said gunmen were behind the attacks in the Varnholm area."),
        ("en", "The army was behind the attack on the bridge, a driver said."),
    ),
]


@pytest.mark.parametrize(("one", "other"), APART, ids=[other[1][:50] for _, other in APART])
def test_two_events_are_not_laid_side_by_side(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert open_gaps(compare(one, other)) == []


UNDECIDED = [
    (
        ("en", "The landslide in Varnholm was caused by heavy rain, the directorate said."),
        ("en", "The landslide in Varnholm was triggered by a blocked culvert, a farmer said."),
        "What caused the landslide in Varnholm?",
    ),
    (
        ("nb", "Skredet i Varnholm skyldtes kraftig regn, sier direktoratet."),
        ("nb", "Skredet i Varnholm ble utløst av ei tett stikkrenne, sier bonden."),
        "Hva forårsaket skredet i Varnholm?",
    ),
]


@pytest.mark.parametrize(("one", "other", "asked"), UNDECIDED, ids=["en", "nb"])
def test_causes_of_unknown_kinds_stand_side_by_side_and_exclude_nothing(
    one: tuple[str, str], other: tuple[str, str], asked: str
) -> None:
    comparison = compare(one, other)
    assert [q.text for q in comparison.questions if q.dimension == "means"] == [asked]
    assert open_gaps(comparison) == []


def test_one_voice_alone_makes_no_question() -> None:
    text = "The army shelled the camp, the mayor said. Later the mayor said: “It was the army.”"
    found = compare(("en", text)).questions
    assert [q for q in found if q.dimension == "who"] == []


def test_an_echo_adds_no_voice() -> None:
    comparison = compare(SHELLED, SHELLED)
    assert open_gaps(comparison) == []


def test_an_unrelated_document_changes_no_gap() -> None:
    pair = [place(text, language, f"Paper {n}") for n, (language, text) in enumerate(PAIRS[1][:2])]
    other = place("The bakery at Dalvik sold 40 loaves on Monday, Ada Holm said.", "en", "Baker")
    before = {gap.id for gap in compare_accounts(plan(), pair).gaps}
    assert before
    assert before <= {gap.id for gap in compare_accounts(plan(), [*pair, other]).gaps}


def test_the_order_of_documents_changes_nothing() -> None:
    texts = [PAIRS[1][0], PAIRS[1][1], PAIRS[2][1]]
    readings = [place(text, language, f"Paper {n}") for n, (language, text) in enumerate(texts)]
    gaps = {tuple(sorted(g.id for g in _gaps(order))) for order in permutations(readings)}
    assert len(gaps) == 1
    assert gaps != {()}


def _gaps(readings: tuple[Reading, ...]) -> tuple[Gap, ...]:
    return compare_accounts(plan(), readings).gaps
