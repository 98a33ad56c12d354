"""A question: the claims that answer it, each with the score and reasons of its membership."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ordmot.ledger.identity import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A claim's membership in a question: how sure, and why in words a reader understands.

    `root` is the name of the source that the account ultimately goes back to; answers of one root
    are one account, however many papers print them. `is_placed` tells that a person put it there.
    """

    claim: str
    score: float
    root: str = ""
    reasons: tuple[str, ...]
    is_placed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Claims that answer the same question, with the scope they share.

    `text` reads "How many foreign fighters left Raqqa?"; `concepts` are the counted kind,
    restrictors and predicate that all answers share; `scope` says places and times in words.
    """

    id: str = field(init=False)
    text: str
    language: str
    dimension: str
    unit: str | None
    concepts: tuple[str, ...]
    scope: tuple[str, ...]
    answers: tuple[Answer, ...]

    def __post_init__(self) -> None:
        """Derive the id from the claims that answer it, in whatever order they came."""
        claims = (answer.claim for answer in self.answers)
        object.__setattr__(self, "id", question_id(self.dimension, claims))


def question_id(dimension: str, claims: Iterable[str]) -> str:
    """Make the id of the question that claims of a dimension answer."""
    return content_id("question", dimension, sorted(claims))
