"""The ledger of a case: all records, read-only, with the look-ups that readers of it need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ordmot.ledger.actor import Actor
from ordmot.ledger.claim import Claim
from ordmot.ledger.document import Document, Refusal
from ordmot.ledger.gap import Check, Gap
from ordmot.ledger.passage import Passage
from ordmot.ledger.quantity import Quantity
from ordmot.ledger.question import Question
from ordmot.ledger.review import Review
from ordmot.ledger.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the per-document stages found in one document."""

    document: Document
    passages: tuple[Passage, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that the stages over the whole case found."""

    actors: tuple[Actor, ...] = ()
    questions: tuple[Question, ...] = ()
    gaps: tuple[Gap, ...] = ()
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Everything a case holds; questions and gaps come ranked, the strongest first."""

    readings: tuple[Reading, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    comparison: Comparison = Comparison()
    reviews: tuple[Review, ...] = ()
    _claims: dict[str, Claim] = field(init=False, repr=False, compare=False)
    _documents: dict[str, Document] = field(init=False, repr=False, compare=False)
    _questions: dict[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what is looked up by id."""
        set_field = object.__setattr__
        set_field(self, "_claims", {c.id: c for r in self.readings for c in r.claims})
        set_field(self, "_documents", {r.document.id: r.document for r in self.readings})
        set_field(self, "_questions", {q.id: q for q in self.comparison.questions})

    @property
    def documents(self) -> tuple[Document, ...]:
        """Give the documents that were read."""
        return tuple(self._documents.values())

    @property
    def claims(self) -> Iterator[Claim]:
        """Give every claim of every document."""
        return iter(self._claims.values())

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Give the gaps, strongest first."""
        return self.comparison.gaps

    @property
    def questions(self) -> tuple[Question, ...]:
        """Give the questions, the one with the strongest gap first."""
        return self.comparison.questions

    def claim(self, claim_id: str) -> Claim:
        """Look up a claim by its id; KeyError if there is none."""
        return self._claims[claim_id]

    def document(self, document_id: str) -> Document:
        """Look up a document by its id; KeyError if there is none."""
        return self._documents[document_id]

    def question(self, question_id: str) -> Question:
        """Look up a question by its id; KeyError if there is none."""
        return self._questions[question_id]

    def gaps_of(self, question_id: str) -> tuple[Gap, ...]:
        """Give the gaps of one question, strongest first."""
        return tuple(gap for gap in self.gaps if gap.question == question_id)
