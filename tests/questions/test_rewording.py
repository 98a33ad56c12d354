"""Questions in the reader's language: by the lexicon alone, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordmot.ledger import Claim, Question
from ordmot.questions import reword_question
from tests.questions.case import compare, document


def _questions(*texts: tuple[str, str]) -> list[tuple[Question, list[Claim]]]:
    readings = [
        document(text, language, f"Paper {number}") for number, (text, language) in enumerate(texts)
    ]
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    asked = compare(readings).questions
    return [(question, [claims[a.claim] for a in question.answers]) for question in asked]


def _counted(*texts: tuple[str, str]) -> tuple[Question, list[Claim]]:
    return next(pair for pair in _questions(*texts) if pair[0].text.startswith(("How", "Hvor")))


@pytest.mark.parametrize(
    ("text", "own", "other", "expected"),
    [
        ("Police say 40 people were injured.", "en", "nb", "Hvor mange personer ble skadd?"),
        ("Politiet sier at 40 personer ble skadd.", "nb", "en", "How many people were injured?"),
    ],
)
def test_a_question_is_put_into_the_language_of_its_reader(
    text: str, own: str, other: str, expected: str
) -> None:
    question, claims = _counted((text, own))
    assert question.language == own
    assert reword_question(question, claims, other) == expected
    assert reword_question(question, claims, own) is None


def test_the_place_that_a_question_names_stays() -> None:
    texts = [f"Police say {n} people were injured in Tarnvik." for n in (40, 60)]
    question, claims = _counted(*((text, "en") for text in texts))
    assert "Tarnvik" in question.text
    assert reword_question(question, claims, "nb") == "Hvor mange personer ble skadd (Tarnvik)?"


def test_what_a_person_worded_stays() -> None:
    question, claims = _counted(("Police say 40 people were injured.", "en"))
    own = replace(question, text="How many were hurt that night?")
    assert reword_question(own, claims, "nb") is None


@pytest.mark.parametrize(
    "text",
    [
        "Police say 40 zorblings were injured.",
        "The gate was open for six hours, the guard said.",
        "They paid 40 kroner per crate, the skipper said.",
    ],
)
def test_what_takes_an_accounts_own_words_stays(text: str) -> None:
    for question, claims in _questions((text, "en")):
        assert reword_question(question, claims, "nb") is None, question.text


def test_the_language_of_a_question_is_that_of_its_words() -> None:
    texts = [
        ("Politiet sier at 40 personer ble skadd.", "nb"),
        ("Police say 60 people were injured.", "en"),
        ("The mayor said 70 people were injured.", "en"),
    ]
    question, _ = _counted(*texts)
    assert question.text == "How many people were injured?"
    assert question.language == "en"
