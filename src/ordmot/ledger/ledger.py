"""The ledger of a case: all records, read-only, with the look-ups that readers of it need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ordmot.ledger.claim import Claim
from ordmot.ledger.document import Document, Refusal
from ordmot.ledger.finding import Finder
from ordmot.ledger.gap import Gap
from ordmot.ledger.lookup import Findings, Texts
from ordmot.ledger.question import Question
from ordmot.ledger.reading import Comparison, Reading
from ordmot.ledger.review import Review, Subject
from ordmot.ledger.standing import Standing, Standings

_NO_TEXTS = Texts(())
_NO_FINDINGS = Findings(Comparison())


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Everything a case holds; questions and gaps come ranked, the strongest first.

    `reviews` is the whole log of what people decided. A ledger as decided has the machine's own
    beside it in `machine`; where that is None, this is the machine's. `texts` and `findings` are
    what is looked up: a copy of the same readings and comparison has the same.
    """

    readings: tuple[Reading, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    comparison: Comparison = field(default_factory=Comparison)
    reviews: tuple[Review, ...] = ()
    machine: Ledger | None = field(default=None, repr=False)
    texts: Texts = field(default=_NO_TEXTS, repr=False, compare=False)
    findings: Findings = field(default=_NO_FINDINGS, repr=False, compare=False)
    _finder: Finder = field(init=False, repr=False, compare=False)
    _standings: Standings = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take over what is looked up in the same readings and comparison, or look it up anew."""
        set_field = object.__setattr__
        if self.texts.readings is not self.readings:
            set_field(self, "texts", Texts(self.readings))
        if self.findings.comparison is not self.comparison:
            set_field(self, "findings", Findings(self.comparison))
        set_field(self, "_finder", Finder(self.texts, self.findings))
        set_field(self, "_standings", Standings(self._finder, self.reviews))

    def compared(self, readings: tuple[Reading, ...], comparison: Comparison) -> Ledger:
        """Give the ledger as people decided accounts and questions, with this one as the machine's.

        The comparison of this one has to be ranked, and so is the other one then.
        """
        found = self.findings.altered(comparison)
        return replace(
            self, readings=readings, comparison=found.comparison, findings=found, machine=self
        )

    def judged(self, gaps: Sequence[Gap]) -> Ledger:
        """Give the ledger with some gaps as people judged them; its comparison has to be ranked."""
        found = self.findings.judged(gaps)
        return replace(self, comparison=found.comparison, findings=found)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Give the documents that were read."""
        return tuple(self.texts.documents.values())

    @property
    def claims(self) -> Iterator[Claim]:
        """Give every claim of every document."""
        return iter(self.texts.claims.values())

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
        return self.texts.claims[claim_id]

    def document(self, document_id: str) -> Document:
        """Look up a document by its id; KeyError if there is none."""
        return self.texts.documents[document_id]

    def question(self, question_id: str) -> Question:
        """Look up a question by its id; KeyError if there is none."""
        return self.findings.questions[question_id]

    def gaps_of(self, question_id: str) -> tuple[Gap, ...]:
        """Give the gaps of one question, strongest first."""
        return self.findings.gaps_of.get(question_id, ())

    def machine_claim(self, claim_id: str) -> Claim | None:
        """Give an account as the machine read it, None where a person added it."""
        return (self.machine or self).texts.claims.get(claim_id)

    @property
    def in_force(self) -> tuple[Review, ...]:
        """Give the decisions that nobody took back, in their order."""
        return self._standings.in_force

    @property
    def adrift(self) -> tuple[Review, ...]:
        """Give the decisions in force whose record is gone, even by its words."""
        return self._standings.adrift

    @property
    def spoken_of(self) -> Iterable[str]:
        """Give the records that people decided or said anything about and that still hold."""
        return self._standings.spoken_of

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
