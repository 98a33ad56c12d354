"""The case on the desk: held in memory, brought up to date when the file changes."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from time import monotonic, sleep

from ordmot.casebook import Casebook
from ordmot.casebook.views import Views
from ordmot.ledger import Actor, Claim, Decision, Gap, Ledger, Reading, Statement
from ordmot.workbench.rows import Row, list_rows

_FIRST = "en"

OPEN = "open"
"""The state of what nobody has decided about."""


IDLE = 2.0
"""Seconds without a page after which work is done ahead: it slows pages that are asked for."""


@dataclass(slots=True)
class Sayings:
    """All that one actor said."""

    claims: list[Claim] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


class Sheet:
    """The case as of one moment, with what pages look up in it."""

    def __init__(self, stamp: str, ledger: Ledger, before: Sheet | None = None) -> None:
        self.stamp = stamp
        self.ledger = ledger
        known = before.views() if before else None
        self._views = {_FIRST: Views.of(ledger, _FIRST, known)}
        own_actors = ledger.comparison.actors
        if before is not None and before.ledger.comparison.actors is not own_actors:
            before = None
        is_said_so = before is not None and before.ledger.readings is ledger.readings
        self.rows: Mapping[str, Row] = list_rows(
            ledger, self.views(), before.rows if before else {}, is_said_so=is_said_so
        )
        self.readings: Mapping[str, Reading] = {r.document.id: r for r in ledger.readings}
        self.sayings: Mapping[str, Sayings] = (
            before.sayings if before and is_said_so else _list_sayings(ledger, self.views())
        )

    @property
    def actors(self) -> Mapping[str, Actor]:
        """Give the actors by id."""
        return self.ledger.findings.actors

    @property
    def gaps(self) -> Mapping[str, Gap]:
        """Give the gaps by id."""
        return self.ledger.findings.gaps

    @property
    def gaps_of(self) -> Mapping[str, Sequence[Gap]]:
        """Give the gaps by the claims between which they are."""
        return self.ledger.findings.gaps_at

    def _kept_sayings(self, before: Sheet | None) -> Mapping[str, Sayings]:
        """Keep who says what where the documents and actors are the same as before."""
        is_same = (
            before is not None
            and before.ledger.readings is self.ledger.readings
            and before.ledger.comparison.actors is self.ledger.comparison.actors
        )
        return before.sayings if before and is_same else _list_sayings(self.ledger, self.views())

    def views(self, language: str = _FIRST) -> Views:
        """Give the case in words of a language."""
        if language not in self._views:
            self._views[language] = self._views[_FIRST].in_language(language)
        return self._views[language]

    @cached_property
    def searched(self) -> Mapping[str, str]:
        """Give the text of each document as it is searched, letter for letter."""
        return {key: _fold(reading.document.text) for key, reading in self.readings.items()}

    @cached_property
    def decided(self) -> Mapping[str, str]:
        """Give the state of each gap that somebody decided about."""
        found = {each: self.state_of(each) for each in self.ledger.spoken_of if each in self.gaps}
        return {gap: state for gap, state in found.items() if state != OPEN}

    def question_of(self, claim_id: str) -> str:
        """Give a question that a claim answers; KeyError if it answers none."""
        for question in self.views().questions_of(claim_id):
            return question
        raise KeyError(claim_id)

    def state_of(self, record_id: str) -> str:
        """Tell what is decided about a record, `OPEN` where nobody decided."""
        if not self.ledger.is_spoken_of(record_id):
            return OPEN
        standing = self.ledger.standing(record_id)
        if standing.decision is None:
            return OPEN
        return Decision.SECOND_READ if standing.second_readers else standing.decision


def _fold(text: str) -> str:
    """Fold case without moving a letter: what would change in length stays as it is."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := letter.casefold()) == 1 else letter for letter in text)


def _list_sayings(ledger: Ledger, views: Views) -> dict[str, Sayings]:
    """List what each actor says, in the order of the documents."""
    found: dict[str, Sayings] = {actor.id: Sayings() for actor in ledger.comparison.actors}
    for reading in ledger.readings:
        for claim in reading.claims:
            speaker = views.actor_of(claim.speaker)
            if speaker in found:
                found[speaker].claims.append(claim)
        for statement in reading.statements:
            speaker = views.actor_of(statement.speaker)
            if speaker in found:
                found[speaker].statements.append(statement)
    return found


class Desk:
    """Holds the newest sheet of a case; any number of requests may look at it at once."""

    def __init__(self, book: Casebook) -> None:
        self.book = book
        self._lock = Lock()
        self._looked = monotonic()
        stamp, ledger = book.stamp(), book.ledger()
        _keep_for_good()
        self._sheet = Sheet(stamp, ledger)
        _keep_for_good()

    def prepare(self, idle: float = IDLE) -> None:
        """Work out what the first pages and decisions need, once nobody has looked for a while."""
        while (left := self._looked + idle - monotonic()) > 0:
            sleep(left)
        ledger = self._sheet.ledger
        _ = ledger.findings.gaps_at, ledger.findings.homes
        self.book.prepare(ledger)

    def look(self) -> Sheet:
        """Give the case as it is now.

        While documents are taken in, the case before them: it is compared anew at their end.
        """
        self._looked = monotonic()
        stamp = self.book.stamp()
        if stamp != self._sheet.stamp:
            with self._lock:
                if stamp != self._sheet.stamp and self.book.is_compared():
                    self._sheet = Sheet(stamp, self.book.ledger(), self._sheet)
        return self._sheet


def _keep_for_good() -> None:
    """Leave out millions of records that stay when Python looks for garbage: it halts a page."""
    gc.freeze()
