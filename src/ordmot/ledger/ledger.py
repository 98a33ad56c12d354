"""The ledger of a case: all records, read-only, with the look-ups that readers of it need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ordmot.ledger.claim import Claim
from ordmot.ledger.document import Document, Refusal
from ordmot.ledger.finding import Finder
from ordmot.ledger.gap import Gap
from ordmot.ledger.question import Question
from ordmot.ledger.reading import Comparison, Reading
from ordmot.ledger.review import Review, Subject
from ordmot.ledger.standing import Standing, Standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Everything a case holds; questions and gaps come ranked, the strongest first.

    `reviews` is the whole log of what people decided. A ledger as decided has the machine's own
    beside it in `machine`; where that is None, this is the machine's.
    """

    readings: tuple[Reading, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    comparison: Comparison = field(default_factory=Comparison)
    reviews: tuple[Review, ...] = ()
    machine: Ledger | None = field(default=None, repr=False)
    _claims: dict[str, Claim] = field(init=False, repr=False, compare=False)
    _documents: dict[str, Document] = field(init=False, repr=False, compare=False)
    _questions: dict[str, Question] = field(init=False, repr=False, compare=False)
    _finder: Finder = field(init=False, repr=False, compare=False)
    _standings: Standings = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what is looked up by id."""
        set_field = object.__setattr__
        set_field(self, "_claims", {c.id: c for r in self.readings for c in r.claims})
        set_field(self, "_documents", {r.document.id: r.document for r in self.readings})
        set_field(self, "_questions", {q.id: q for q in self.comparison.questions})
        set_field(self, "_finder", Finder(self.readings, self.comparison))
        set_field(self, "_standings", Standings(self._finder, self.reviews))

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

    def machine_claim(self, claim_id: str) -> Claim | None:
        """Give an account as the machine read it, None where a person added it."""
        return (self.machine or self)._claims.get(claim_id)

    @property
    def in_force(self) -> tuple[Review, ...]:
        """Give the decisions that nobody took back, in their order."""
        return self._standings.in_force

    @property
    def adrift(self) -> tuple[Review, ...]:
        """Give the decisions in force whose record is gone, even by its words."""
        return self._standings.adrift

    def is_spoken_of(self, record_id: str) -> bool:
        """Tell whether people decided or said anything about a record that still holds."""
        return self._standings.is_spoken_of(record_id)

    def standing(self, record_id: str) -> Standing:
        """Say what is decided about a record."""
        return self._standings.of(record_id)

    def grade(self, record_id: str) -> str:
        """Give the Admiralty grade of a document or actor, F6 where no person graded it."""
        return self._standings.grade_of(record_id)

    def subject(self, record_id: str) -> Subject | None:
        """Give a record with the words it rests on, None where there is no such record."""
        return self._finder.subject(record_id)

    def find(self, subject: Subject) -> str | None:
        """Find the record that a subject is now: by its id, or else by its words."""
        return self._finder.find(subject)
