"""Every pair of tests/cases/questions/pairs.toml: one question, or two."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ordmot.ledger import Claim, Reading
from tests.questions.case import compare, document

_PAIRS = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "questions" / "pairs.toml").read_text(encoding="utf-8")
)
_KNOWN = pytest.mark.xfail(strict=True, reason="known failure: fixed, it must lose its mark")


def load(kind: str) -> list[Any]:
    return [
        pytest.param(
            pair,
            id=f"{pair['one']['text'][:30]} | {pair['other']['text'][:30]}",
            marks=[_KNOWN] if pair.get("known_failure") else [],
        )
        for pair in _PAIRS[kind]
    ]


def read_side(side: dict[str, str], name: str) -> tuple[Reading, set[str]]:
    """Read one account among its surroundings; give the claims of the account alone."""
    text = f"{side['text']}\n{_PAIRS['surroundings'][side['language']]}"
    reading = document(text, side["language"], name)
    return reading, {claim.id for claim in reading.claims if is_of(claim, side["text"])}


def is_of(claim: Claim, text: str) -> bool:
    return claim.sentence.end <= len(text)


def meet(pair: dict[str, Any]) -> bool:
    """Tell whether a question has an answer of either account."""
    (one, left), (other, right) = (read_side(pair[s], f"{s}.txt") for s in ("one", "other"))
    answered = [
        {answer.claim for answer in question.answers}
        for question in compare([one, other]).questions
    ]
    return any(claims & left and claims & right for claims in answered)


@pytest.mark.parametrize("pair", load("together"))
def test_accounts_of_one_thing_answer_one_question(pair: dict[str, Any]) -> None:
    assert meet(pair)


@pytest.mark.parametrize("pair", load("apart"))
def test_accounts_of_two_things_answer_two_questions(pair: dict[str, Any]) -> None:
    assert not meet(pair)


@pytest.mark.parametrize("kind", ["together", "apart"])
def test_there_are_enough_pairs_and_enough_across_languages(kind: str) -> None:
    pairs = _PAIRS[kind]
    across = [p for p in pairs if p["one"]["language"] != p["other"]["language"]]
    assert len(pairs) >= 25
    assert kind == "apart" or len(across) * 3 >= len(pairs)
