"""Where a record stands: what people decided about it, and whether it still is what they saw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ordmot.ledger.finding import Finder
from ordmot.ledger.review import VERDICTS, Decision, Review, in_force

DEFAULT_GRADE = "F6"
"""Reliability and truth cannot be judged: what a source has until a person grades it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is decided about one record: the newest verdict in force, by whom, and who read second.

    `decision` is None where nobody gave a verdict. `is_earlier` tells that the verdict was about
    an earlier version of the record, found again by its words, or that an account of the gap was
    edited since: it is shown, but folds nothing.
    `reviews` are all entries in force about the record, in their order; `notes` those that only
    say something.
    """

    record: str
    decision: Decision | None = None
    by: str = ""
    at: str = ""
    note: str = ""
    is_earlier: bool = False
    second_readers: tuple[str, ...] = ()
    notes: tuple[Review, ...] = ()
    reviews: tuple[Review, ...] = ()


class Standings:
    """Looks up where the records of a ledger stand."""

    def __init__(self, finder: Finder, log: Sequence[Review]) -> None:
        self._finder = finder
        self._log = log

    @cached_property
    def in_force(self) -> tuple[Review, ...]:
        """Give the entries that nobody took back, undoing ones left out."""
        return tuple(e for e in in_force(self._log) if e.decision is not Decision.UNDONE)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[str | None]]:
        """Find for each entry in force the record it is about now, then its other records."""
        return {
            entry.id: [self._finder.find(subject) for subject in (entry.about, *entry.others)]
            for entry in self.in_force
        }

    @cached_property
    def _about(self) -> Mapping[str, Sequence[Review]]:
        """Index the entries in force by the record they are about now."""
        found: defaultdict[str, list[Review]] = defaultdict(list)
        for entry in self.in_force:
            for record in dict.fromkeys(self._places[entry.id]):
                if record is not None:
                    found[record].append(entry)
        return found

    @property
    def spoken_of(self) -> Iterable[str]:
        """Give the records that any entry in force is about."""
        return self._about

    def is_spoken_of(self, record: str) -> bool:
        """Tell whether any entry in force is about a record."""
        return record in self._about

    @cached_property
    def adrift(self) -> tuple[Review, ...]:
        """Give the entries in force whose record is no longer there."""
        return tuple(entry for entry in self.in_force if self._places[entry.id][0] is None)

    def of(self, record: str) -> Standing:
        """Say where a record stands."""
        entries = tuple(self._about.get(record, ()))
        own = [entry for entry in entries if self._places[entry.id][0] == record]
        verdict = next((e for e in reversed(own) if e.decision in VERDICTS), None)
        notes = tuple(entry for entry in own if entry.decision is Decision.NOTED)
        if verdict is None:
            return Standing(record=record, notes=notes, reviews=entries)
        later = own[own.index(verdict) :]
        readers = dict.fromkeys(e.by for e in later if e.decision is Decision.SECOND_READ)
        return Standing(
            record=record,
            decision=verdict.decision,
            by=verdict.by,
            at=verdict.at,
            note=verdict.note,
            is_earlier=verdict.subject != record or self._is_edited_since(verdict, record),
            second_readers=tuple(readers),
            notes=notes,
            reviews=entries,
        )

    def _is_edited_since(self, verdict: Review, gap: str) -> bool:
        """Tell whether an account of a gap was edited after a verdict on it."""
        given = self._order[verdict.id]
        edited = (self._edits.get(claim, -1) for claim in self._finder.accounts_of(gap))
        return any(place > given for place in edited)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        """Number the entries in force."""
        return {entry.id: place for place, entry in enumerate(self.in_force)}

    @cached_property
    def _edits(self) -> Mapping[str, int]:
        """Give the place of the last edit of each account."""
        edits = (entry for entry in self.in_force if entry.edit is not None)
        found = ((self._places[entry.id][0], self._order[entry.id]) for entry in edits)
        return {record: place for record, place in found if record is not None}

    def grade_of(self, record: str) -> str:
        """Give the newest grade of a source."""
        grades = [entry.grade for entry in self._about.get(record, ()) if entry.grade]
        return grades[-1] if grades else DEFAULT_GRADE
