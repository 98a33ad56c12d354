"""What is looked up in readings and in a comparison: worked out when first asked for, and shared.

A ledger of the same case with another log has the same look-ups, and one whose gaps were judged
derives its own from those of the comparison before.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from ordmot.ledger.actor import Actor
from ordmot.ledger.claim import Claim
from ordmot.ledger.document import Document
from ordmot.ledger.gap import Gap
from ordmot.ledger.question import Question
from ordmot.ledger.reading import Comparison, Reading
from ordmot.ledger.span import Span

Key = TypeVar("Key", bound=Hashable)

_MANY = 1_000
"""Gaps from which sorting all anew is faster than putting each in its place."""
_LAST = (True, 2.0, "")
"""The place of a question without a gap: behind all others."""


class Texts:
    """What is looked up in the readings of a case."""

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        self.readings = readings

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Index the claims by id, in the order of the documents."""
        return {claim.id: claim for reading in self.readings for claim in reading.claims}

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[Claim]]:
        """Index the claims by document."""
        return {reading.document.id: reading.claims for reading in self.readings}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Index the documents by id."""
        return {reading.document.id: reading.document for reading in self.readings}


class Findings:
    """What is looked up in a comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Index the actors by id."""
        return {actor.id: actor for actor in self.comparison.actors}

    @cached_property
    def actors_at(self) -> Mapping[Span, Sequence[str]]:
        """Index the actors by their mentions."""
        found: defaultdict[Span, list[str]] = defaultdict(list)
        for actor in self.comparison.actors:
            for span in actor.mentions:
                found[span].append(actor.id)
        return found

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Index the questions by id."""
        return {question.id: question for question in self.comparison.questions}

    @cached_property
    def homes(self) -> Mapping[str, tuple[str, ...]]:
        """Say which questions each claim answers."""
        answers = ((a.claim, q.id) for q in self.comparison.questions for a in q.answers)
        return _sorted_by(answers)

    @cached_property
    def gaps(self) -> Mapping[str, Gap]:
        """Index the gaps by id."""
        return {gap.id: gap for gap in self.comparison.gaps}

    @cached_property
    def gaps_of(self) -> Mapping[str | None, tuple[Gap, ...]]:
        """Index the gaps by question; those that join several have none."""
        return _sorted_by((gap.question, gap) for gap in self.comparison.gaps)

    @cached_property
    def gaps_at(self) -> Mapping[str, tuple[Gap, ...]]:
        """Index the gaps by the claims between which they are."""
        return _sorted_by((claim, gap) for gap in self.comparison.gaps for claim in gap.claims)

    @cached_property
    def strongest(self) -> Mapping[str | None, Gap]:
        """Give the strongest gap of each question."""
        return {question: min(own, key=strength) for question, own in self.gaps_of.items()}

    def ranked(self) -> Comparison:
        """Order the gaps and questions, the strongest first, then those with most answers."""
        gaps = tuple(sorted(self.comparison.gaps, key=strength))
        return replace(self.comparison, questions=self._ranked_questions(), gaps=gaps)

    def _ranked_questions(self) -> tuple[Question, ...]:
        """Order the questions by their strongest gap."""
        strongest = self.strongest

        def order(question: Question) -> tuple[tuple[bool, float, str], int, str]:
            """Give the strength of the strongest gap, then the number of answers."""
            gap = strongest.get(question.id)
            place = strength(gap) if gap is not None else _LAST
            return place, -len(question.answers), question.id

        return tuple(sorted(self.comparison.questions, key=order))

    def judged(self, gaps: Sequence[Gap]) -> Findings:
        """Put gaps as people judged them in the place of those of the same ids, and rank anew.

        What is not touched is taken over: the comparison has to be ranked already.
        """
        return _Altered(self, self.comparison, {gap.id: gap for gap in gaps}, ()) if gaps else self

    def altered(self, other: Comparison) -> Findings:
        """Rank another comparison, most of whose gaps are the very records of this ranked one."""
        gaps = {gap.id: gap for gap in other.gaps}
        new = {key: gap for key, gap in gaps.items() if self.gaps.get(key) is not gap}
        return _Altered(self, other, new, self.gaps.keys() - gaps.keys())


class _Altered(Findings):
    """What is looked up in a comparison that differs from another one in a few gaps."""

    def __init__(
        self,
        before: Findings,
        comparison: Comparison,
        new: Mapping[str, Gap],
        gone: Collection[str],
    ) -> None:
        self._before = before
        self._has_same_questions = comparison is before.comparison
        self._new = new
        self._gone = gone
        super().__init__(replace(comparison, gaps=self._ranked_gaps()))
        self.comparison = replace(self.comparison, questions=self._ranked_questions())

    @cached_property
    def homes(self) -> Mapping[str, tuple[str, ...]]:
        """Say which questions each claim answers."""
        return self._before.homes if self._has_same_questions else super().homes

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Index the questions by id."""
        return self._before.questions if self._has_same_questions else super().questions

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Index the actors by id."""
        is_same = self.comparison.actors is self._before.comparison.actors
        return self._before.actors if is_same else super().actors

    def _ranked_gaps(self) -> tuple[Gap, ...]:
        """Give all gaps, the strongest first."""
        new, gone = self._new, self._gone
        kept = [g for g in self._before.comparison.gaps if g.id not in new and g.id not in gone]
        if len(new) > _MANY:
            return tuple(sorted((*kept, *new.values()), key=strength))
        for gap in new.values():
            insort(kept, gap, key=strength)
        return tuple(kept)

    @cached_property
    def gaps(self) -> Mapping[str, Gap]:
        """Index the gaps by id."""
        found = {**self._before.gaps, **self._new}
        for gap in self._gone:
            del found[gap]
        return found

    @cached_property
    def gaps_of(self) -> Mapping[str | None, tuple[Gap, ...]]:
        """Index the gaps by question."""
        return self._taken_over(self._before.gaps_of, lambda gap: (gap.question,))

    @cached_property
    def gaps_at(self) -> Mapping[str, tuple[Gap, ...]]:
        """Index the gaps by the claims between which they are."""
        return self._taken_over(self._before.gaps_at, lambda gap: gap.claims)

    @cached_property
    def strongest(self) -> Mapping[str | None, Gap]:
        """Give the strongest gap of each question."""
        found = {key: gap for key, gap in self._before.strongest.items() if key in self.gaps_of}
        changed = {gap.question for gap in (*self._left(), *self._new.values())}
        own = {key: self.gaps_of[key][0] for key in changed if key in self.gaps_of}
        return {**found, **own}

    def _left(self) -> list[Gap]:
        """Give the gaps of the other comparison that are not in this one as they were."""
        before = self._before.gaps
        return [before[key] for key in (*self._gone, *self._new) if key in before]

    def _taken_over(
        self, index: Mapping[Key, tuple[Gap, ...]], keys: Callable[[Gap], Iterable[Key]]
    ) -> Mapping[Key, tuple[Gap, ...]]:
        """Take over an index, but for the entries that a gap came into or left."""
        left = self._left()
        gone = {gap.id for gap in left}
        changed: dict[Key, list[Gap]] = {key: [] for gap in left for key in keys(gap)}
        for gap in self._new.values():
            for key in keys(gap):
                changed.setdefault(key, []).append(gap)
        found = dict(index)
        for key, added in changed.items():
            kept = (gap for gap in index.get(key, ()) if gap.id not in gone)
            found[key] = tuple(sorted((*kept, *added), key=strength))
            if not found[key]:
                del found[key]
        return found


Value = TypeVar("Value")


def strength(gap: Gap) -> tuple[bool, float, str]:
    """Order gaps: those not folded away first, then by score."""
    return gap.is_weak, -gap.score, gap.id


def _sorted_by(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    """Gather values by their keys, each group in the order they came."""
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
