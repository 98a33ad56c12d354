"""A question in another language than that of its accounts, by the words of the lexicon alone."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.ledger import Claim, Question
from ordmot.questions.naming import can_name, commonest_head
from ordmot.questions.wording import language_of, name_places, word_question, word_sentence


def reword_question(question: Question, claims: Sequence[Claim], language: str) -> str | None:
    """Word a question in a language, None where that takes the words of an account or of a person.

    "How many people were injured in Hamnvik?" reads "Hvor mange personer ble skadd (Hamnvik)?": no
    lexicon knows which preposition goes before a place. `claims` are those that answer it.
    """
    if language_of(claims) == language or question.text != word_question(claims):
        return None
    is_counted = claims[0].quantity is not None and claims[0].quantity.dimension == "count"
    if is_counted and not can_name(commonest_head(claims), claims, language):
        return None
    if any(claim.quantity and claim.quantity.per for claim in claims):
        return None
    text = word_sentence(claims, language)
    return _with_place(text, question.text, claims) if text else None


def _with_place(text: str, before: str, claims: Sequence[Claim]) -> str:
    """Keep the place that the question named in its own language."""
    lost = [place for place in name_places(claims) if place in before and place not in text]
    return f"{text.removesuffix('?')} ({lost[0]})?" if lost else text
