"""A claim: one answerable assertion with who says it, about what, and on which words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ordmot.ledger.identity import content_id
from ordmot.ledger.quantity import Quantity
from ordmot.ledger.span import Span
from ordmot.ledger.statement import Act, Voice

DAY = "day "
"""How the times of a claim name one day, before its number (`datetime.date.toordinal`)."""
YEAR = "year "
"""How the scope of a claim names a year gone by, before its digits."""


class Modality(StrEnum):
    """In which sense a claim is put forward; only accounts of what is or was meet in a gap."""

    ASSERTED = "asserted"
    PROMISED = "promised"
    EXPECTED = "expected"
    PLANNED = "planned"
    POSSIBLE = "possible"
    SPECULATED = "speculated"


PROSPECTIVE = (Modality.PROMISED, Modality.EXPECTED, Modality.PLANNED)
"""The senses in which a claim is of what is to come."""


class Position(StrEnum):
    """Where in time the speaker's position stands by its own words ("at first", "now")."""

    EARLIER = "earlier"
    NOW = "now"
    UNSTATED = "unstated"


class Asked(StrEnum):
    """What an account answers with a name or a kind, where it answers an open question."""

    WHO = "who"
    MEANS = "means"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the claim and the concept it stands for.

    `concept` is a language-neutral concept of the lexicon (`fighter`, `kill`), or for words the
    lexicon does not know `~stem` (`~ferje`), comparable within a language only, or `=Name` for a
    proper name.
    """

    concept: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An amount of something, a yes/no proposition, or an answer, on `span`'s words.

    Without `quantity` it is a proposition, or where it has an `answer` that of an open question:
    who did it, by what means or cause, from where (`asked`). The answer's concept is a concept or a
    kind of means of the lexicon, or a name; denied ("not by us"), `is_affirmed` is False. The
    `restrictors` narrow the answer then, `predicate` is the event, `participants` whom it befell.

    `counted` is the head of what is counted, `restrictors` what narrows it ("foreign", "of
    their family members"), `predicate` what happens to it, `participants` who else takes part,
    `places` and `times` the scope where stated; `scope` has the words that move it:
    `running_total` ("so far"), `other_event` ("in a separate attack"), `ago` ("two weeks ago"),
    `capacity` ("built for"), `limit` ("permitted"), `planned` ("a budget of"), and `year 2019` for
    one gone by.
    `is_affirmed` is False where the proposition is denied or negated. `voices` runs from the
    document to the innermost speaker; `root` is the voice that the sentence leaves unnamed but
    continues ("The coalition admits … Some 250 left."), None where the speaker is the root.
    `set_against` is the id of the promise or expectation that the text itself measures this claim
    by, `contrast` the words that do so ("in reality", "despite an agreement to"). `statement` is
    the id of the statement it stands in, None for the document's own narration. `context` holds
    the further content concepts of the sentence, for matching.
    `origin` is the id of the machine's claim that a person edited: the edited one keeps it.
    """

    id: str = field(init=False)
    span: Span
    sentence: Span
    language: str
    quantity: Quantity | None
    asked: Asked | None = None
    answer: Term | None = None
    counted: Term | None = None
    restrictors: tuple[Term, ...] = ()
    predicate: Term | None = None
    participants: tuple[Term, ...] = ()
    places: tuple[Term, ...] = ()
    times: tuple[Term, ...] = ()
    scope: tuple[Term, ...] = ()
    context: tuple[Term, ...] = ()
    modality: Modality
    is_affirmed: bool = True
    position: Position = Position.UNSTATED
    act: Act
    voices: tuple[Voice, ...]
    root: str | None = None
    set_against: str | None = None
    contrast: Span | None = None
    statement: str | None = None
    is_headline: bool = False
    reason: str
    origin: str | None = None

    def __post_init__(self) -> None:
        """Derive the id from the words, the amount and who says it."""
        quantity = self.quantity.id if self.quantity else None
        chain = [voice.name for voice in self.voices]
        answered = () if self.asked is None else (self.asked, self.answer)
        own = content_id("claim", self.span, quantity, self.is_affirmed, chain, *answered)
        object.__setattr__(self, "id", self.origin or own)

    @property
    def document(self) -> str:
        """Give the id of the document it stands in."""
        return self.span.document

    @property
    def anchor(self) -> Span:
        """Give the words it is known by: its amount or answer, for others share its clause."""
        if self.quantity is not None:
            return self.quantity.span
        return self.answer.span if self.answer is not None else self.span

    @property
    def answer_words(self) -> str:
        """Give the words of its answer, the name where they only point to it ("us"), else ""."""
        if self.answer is None:
            return ""
        concept = self.answer.concept
        return concept[1:] if concept.startswith("=") else self.answer.span.text

    @property
    def dimension(self) -> str:
        """Give what it can be compared in: that of its amount, what it answers, or yes and no."""
        if self.quantity is None:
            return "yes/no" if self.asked is None else self.asked.value
        rate = "" if self.quantity.per is None else " per"
        return f"{self.quantity.dimension}{rate}"

    @property
    def speaker(self) -> Voice:
        """Give the innermost voice: who says it."""
        return self.voices[-1]
