"""The questions of a case as rows that can be filtered: who, where, when, in which language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ordmot.casebook.views import Views
from ordmot.ledger import Claim, Gap, Ledger, Question, Relation, Term, strength


@dataclass(frozen=True, kw_only=True)
class Row:
    """A question with its gaps, strongest first, and the claims that answer it."""

    question: Question
    gaps: tuple[Gap, ...]
    claims: tuple[Claim, ...]
    voices: frozenset[str]
    days: tuple[str, ...]

    @property
    def headline(self) -> Gap | None:
        """Give the gap that ranks the question, None where no two accounts meet."""
        return self.gaps[0] if self.gaps else None

    @cached_property
    def is_strong(self) -> bool:
        """Tell whether a gap of it is not folded away."""
        return any(not gap.is_weak for gap in self.gaps)

    @cached_property
    def languages(self) -> frozenset[str]:
        """Give the languages of its accounts."""
        return frozenset(claim.language for claim in self.claims)

    @cached_property
    def places(self) -> frozenset[str]:
        """Give the places that its accounts name."""
        return frozenset(name_place(term.concept, term.span.text) for term in _places(self.claims))

    @cached_property
    def relations(self) -> frozenset[Relation]:
        """Give the relations between its accounts."""
        return frozenset(gap.relation for gap in self.gaps if not gap.is_weak or not self.is_strong)

    @cached_property
    def words(self) -> str:
        """Give all that is searched: the question, the words of its accounts, and who speaks."""
        parts = [self.question.text]
        for claim in self.claims:
            parts += [claim.sentence.text, *(voice.name for voice in claim.voices)]
        return " ".join(parts).casefold()

    def holds(self, wanted: str, title: str = "") -> bool:
        """Tell whether it holds every word; `title` is the question as its reader sees it."""
        shown = title.casefold()
        return all(word in self.words or word in shown for word in wanted.casefold().split())


def _places(claims: Iterable[Claim]) -> Iterable[Term]:
    """Give the places of claims."""
    return (term for claim in claims for term in claim.places)


def name_place(concept: str, words: str) -> str:
    """Name a place: by its proper name, else in the words of the text.

    >>> name_place("=Skarnvik", "i Skarnvik"), name_place("~kai", "kaia")
    ('Skarnvik', 'kaia')
    """
    return concept.removeprefix("=") if concept.startswith("=") else words


def list_rows(
    ledger: Ledger, views: Views, known: Mapping[str, Row], *, is_said_so: bool
) -> dict[str, Row]:
    """List the questions, strongest gap first; rows of `known` that still hold are kept.

    Those are of the same actors; `is_said_so` tells that they are of the same accounts too.
    """
    gaps = ledger.findings.gaps_of
    rows = {}
    for question_id in views.numbers:
        question, own = ledger.question(question_id), gaps.get(question_id, ())
        row = known.get(question_id)
        if row is not None and not is_said_so and _is_old(row, ledger):
            row = None
        if row is None or row.question is not question or row.gaps != own:
            row = _make_row(question, sorted(own, key=strength), ledger, views)
        rows[question_id] = row
    return rows


def _is_old(row: Row, ledger: Ledger) -> bool:
    """Tell whether an account of a row was read differently since."""
    claims = ledger.texts.claims
    return any(claims.get(claim.id) is not claim for claim in row.claims)


def _make_row(question: Question, gaps: Sequence[Gap], ledger: Ledger, views: Views) -> Row:
    """Gather what a question is filtered by."""
    claims = tuple(ledger.claim(answer.claim) for answer in question.answers)
    voices = (views.actor_of(voice) for claim in claims for voice in claim.voices)
    days = {(ledger.document(claim.document).metadata.date or "")[:10] for claim in claims}
    return Row(
        question=question,
        gaps=tuple(gaps),
        claims=claims,
        voices=frozenset(voice for voice in voices if voice),
        days=tuple(sorted(day for day in days if day)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a reader asks of the list of questions; an empty field asks nothing."""

    words: str = ""
    voice: str = ""
    language: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    relation: str = ""
    state: str = ""
    with_weak: bool = False

    @property
    def is_asking(self) -> bool:
        """Tell whether anything is asked."""
        return any((self.words, self.voice, self.language, self.place, self.since, self.until)) or (
            bool(self.relation or self.state)
        )

    def fits(self, row: Row, title: str = "") -> bool:
        """Tell whether a row, shown under a title, is what is asked, its state apart."""
        return (
            (row.is_strong or (self.with_weak and bool(row.gaps)))
            and (not self.voice or self.voice in row.voices)
            and (not self.language or self.language in row.languages)
            and (not self.place or self.place in row.places)
            and (not self.relation or self.relation in row.relations)
            and self._is_in_time(row)
            and row.holds(self.words, title)
        )

    def _is_in_time(self, row: Row) -> bool:
        """Tell whether a document of the row lies between the two days."""
        if not self.since and not self.until:
            return True
        last = self.until or "9999"
        return any(self.since <= day and day[: len(last)] <= last for day in row.days)
