"""Finding the record that a decision was about: by its id, or else by the words it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from ordmot.ledger.actor import Actor
from ordmot.ledger.claim import Claim
from ordmot.ledger.document import Document
from ordmot.ledger.gap import Gap
from ordmot.ledger.lookup import Findings, Texts
from ordmot.ledger.passage import Passage
from ordmot.ledger.quantity import Quantity
from ordmot.ledger.question import Question
from ordmot.ledger.reading import Comparison, Reading
from ordmot.ledger.review import Subject
from ordmot.ledger.span import Span
from ordmot.ledger.statement import Statement

Record = Actor | Claim | Document | Gap | Passage | Quantity | Question | Statement

_SAME_WORDS = 0.5
"""Share of the words of both that two spans have in common from which they are the same words."""
_MENTIONS = 20
"""Mentions of an actor that are enough to know it by."""


class Finder:
    """Finds records of one ledger, as it was read or as it was decided."""

    def __init__(self, texts: Texts, findings: Findings) -> None:
        self._texts = texts
        self._findings = findings
        self._kinds: dict[str, Mapping[str, Record]] = {}
        self._by_words: dict[str, Callable[[Sequence[Span]], str | None]] = {
            "claim": self.claim_on,
            "question": self._question_on,
            "gap": self._gap_on,
            "actor": self._actor_on,
        }

    @classmethod
    def among(cls, readings: Sequence[Reading]) -> Finder:
        """Find what readings hold, of what is found by comparing nothing."""
        return cls(Texts(tuple(readings)), Findings(Comparison()))

    def find(self, subject: Subject) -> str | None:
        """Give the id of the record that the subject is now, None where there is none.

        An account is the one on the same words; a question the one that holds most of the
        accounts; a gap one between the same accounts; an actor the one with most of the mentions.
        """
        kind = subject.record.rpartition("-")[0]
        if subject.record in self._records(kind):
            return subject.record
        search = self._by_words.get(kind)
        return search(subject.spans) if search and subject.spans else None

    def subject(self, record: str) -> Subject | None:
        """Give a record with the words it rests on, None where there is no such record."""
        found = self._records(record.rpartition("-")[0]).get(record)
        return None if found is None else Subject(record=record, spans=self._words(found))

    def accounts_of(self, gap: str) -> Sequence[str]:
        """Give the accounts that a gap stands between, none where there is no such gap."""
        found = self._findings.gaps.get(gap)
        return found.claims if found is not None else ()

    def _records(self, kind: str) -> Mapping[str, Record]:
        """Index the records of a kind by id."""
        if kind not in self._kinds:
            self._kinds[kind] = self._index(kind)
        return self._kinds[kind]

    def _index(self, kind: str) -> Mapping[str, Record]:
        """Look up the index of a kind, or make it of what is seldom asked for."""
        found, readings = self._findings, self._texts.readings
        if kind == "claim":
            return self._texts.claims
        if kind == "question":
            return found.questions
        if kind == "gap":
            return found.gaps
        if kind == "actor":
            return found.actors
        if kind == "document":
            return self._texts.documents
        if kind == "statement":
            return {record.id: record for reading in readings for record in reading.statements}
        if kind == "quantity":
            return {record.id: record for reading in readings for record in reading.quantities}
        if kind == "passage":
            return {record.id: record for reading in readings for record in reading.passages}
        return {}

    def _words(self, record: Record) -> tuple[Span, ...]:
        """Give the words that a record rests on, those first that it is known by."""
        if isinstance(record, Claim):
            return (record.anchor, record.span)
        if isinstance(record, Question):
            return self._words_of(answer.claim for answer in record.answers)
        if isinstance(record, Gap):
            return self._words_of(record.claims)
        if isinstance(record, Actor):
            return record.mentions[:_MENTIONS]
        if isinstance(record, Statement):
            return record.content
        return () if isinstance(record, Document) else (record.span,)

    def _words_of(self, claims: Iterable[str]) -> tuple[Span, ...]:
        """Give the words that claims are known by."""
        known = self._texts.claims
        return tuple(known[claim].anchor for claim in claims if claim in known)

    def claim_on(self, spans: Sequence[Span]) -> str | None:
        """Find the one claim that is known by the first span, or by mostly the same words."""
        span = spans[0]
        near = (claim for claim in self._on(span) if _is_like(claim.anchor, span))
        rated = [(_shared(claim.anchor, span), claim.id) for claim in near]
        best = max((share for share, _ in rated), default=0.0)
        found = [claim for share, claim in rated if share == best]
        return found[0] if len(found) == 1 else None

    def _on(self, span: Span) -> Iterable[Claim]:
        """Give the claims whose own words overlap a span."""
        near = self._texts.claims_of.get(span.document, ())
        return (claim for claim in near if claim.anchor.overlaps(span))

    def holder_on(self, spans: Sequence[Span], home: Callable[[str], str | None]) -> str | None:
        """Find what holds most of the claims on some words, where `home` says who holds a claim."""
        claims = (self.claim_on([span]) for span in spans)
        holders = (home(claim) for claim in claims if claim is not None)
        return _commonest([holder for holder in holders if holder is not None], len(spans))

    def _home(self, claim: str) -> str | None:
        """Say which question a claim answers, the last of several."""
        homes = self._findings.homes.get(claim)
        return homes[-1] if homes else None

    def _question_on(self, spans: Sequence[Span]) -> str | None:
        return self.holder_on(spans, self._home)

    @cached_property
    def _gaps_between(self) -> Mapping[frozenset[str], str]:
        """Index the gaps by their accounts, the strongest of each."""
        gaps = reversed(self._findings.comparison.gaps)
        return {frozenset(gap.claims): gap.id for gap in gaps}

    def _gap_on(self, spans: Sequence[Span]) -> str | None:
        claims = {self.claim_on([span]) for span in spans}
        return self._gaps_between.get(frozenset(c for c in claims if c is not None))

    def _actor_on(self, spans: Sequence[Span]) -> str | None:
        named = self._findings.actors_at
        return _commonest([a for span in spans for a in named.get(span, ())], len(spans))


def _shared(one: Span, other: Span) -> float:
    """Give the share of the characters of two spans that both have."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start))


def _is_like(one: Span, other: Span) -> bool:
    """Tell whether two spans are the same words, or an amount with and without its hedge."""
    is_bounded = one.start == other.start or one.end == other.end
    return is_bounded or _shared(one, other) >= _SAME_WORDS


def _commonest(holders: Sequence[str], total: int) -> str | None:
    """Give what holds most, the first of several; None if that is less than half of all."""
    counts = Counter(holders)
    best = max(counts, key=lambda holder: counts[holder], default=None)
    return best if best is not None and counts[best] * 2 >= total else None
