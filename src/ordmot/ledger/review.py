"""A review: what a person decided about a record; one entry of a log that only grows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from ordmot.ledger.claim import Claim
from ordmot.ledger.gap import Relation
from ordmot.ledger.identity import ID_LENGTH, as_plain, sha256_of
from ordmot.ledger.interval import Interval
from ordmot.ledger.span import Span


class Decision(StrEnum):
    """What a person can decide; the first four are verdicts on a record: the newest counts.

    A second reader confirms the verdict of another person. The others change what belongs
    together, add an account, say something about a record, or take an entry of the log back.
    """

    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    UNSURE = "unsure"
    SECOND_READ = "second-read"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
    ADDED = "added"
    NOTED = "noted"
    GRADED = "graded"
    UNDONE = "undone"


VERDICTS = frozenset((Decision.ACCEPTED, Decision.EDITED, Decision.REJECTED, Decision.UNSURE))
"""Decisions that say what became of a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What a person reads differently; None is as the machine has it.

    Of an account the interval, the unit (empty for a bare count) and the voice that says it, of
    one that answers who, with what or from where the answer as `text`; of a question its text; of
    a gap its relation.
    """

    interval: Interval | None = None
    unit: str | None = None
    voice: str | None = None
    text: str | None = None
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A record by its id and by the words it rests on, which stay when ids change."""

    record: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One entry of the log: a decision about the record `subject`, by whom, when (UTC), and why.

    `spans` are the words the subject rests on. `others` are the further records: those merged into
    the subject, the accounts that leave a question that is split, the question an account moves to
    (none: it stands alone). `names` are those that leave an actor. `account` is the one a person
    added, `grade` a source's Admiralty grade (`B2`).

    `previous` is the seal of the entry before, empty for the first. `seal` is the SHA-256 of all
    that the entry says, `previous` included, so that no entry can be changed, taken out or put in
    without breaking the chain.
    """

    id: str = field(init=False)
    subject: str
    decision: Decision
    by: str
    at: str
    note: str = ""
    spans: tuple[Span, ...] = ()
    others: tuple[Subject, ...] = ()
    names: tuple[str, ...] = ()
    edit: Edit | None = None
    account: Claim | None = None
    grade: str = ""
    previous: str = ""
    seal: str = field(init=False)

    def __post_init__(self) -> None:
        """Seal what the entry says, and derive the id from the seal."""
        written = {f.name: as_plain(getattr(self, f.name)) for f in fields(self) if f.init}
        object.__setattr__(self, "seal", seal_of(written))
        object.__setattr__(self, "id", f"review-{self.seal[:ID_LENGTH]}")

    @property
    def about(self) -> Subject:
        """Give the subject with its words."""
        return Subject(record=self.subject, spans=self.spans)


def seal_of(written: Mapping[str, object]) -> str:
    """Seal an entry as it is written in plain JSON; an id or a seal among it plays no part."""
    said = {key: value for key, value in written.items() if key not in ("id", "seal", "type")}
    # What says nothing is left out, so that a field of a later version breaks no chain.
    canonical = json.dumps(_said(said), sort_keys=True, separators=(",", ":"))
    return sha256_of(canonical.encode())


def _said(plain: object) -> object:
    """Leave out of plain JSON whatever is empty, absent or false."""
    if isinstance(plain, dict):
        return {key: _said(value) for key, value in plain.items() if not _is_silent(value)}
    if isinstance(plain, list):
        return [_said(value) for value in plain]
    return plain


def _is_silent(value: object) -> bool:
    """Tell whether a field says nothing: zero does say something."""
    return value is None or value is False or value in ("", [], {})


def in_force(log: Iterable[Review]) -> tuple[Review, ...]:
    """Give the entries that nobody took back, in their order, undoing ones included.

    An undo that was itself taken back takes nothing back.
    """
    undone: set[str] = set()
    valid: list[Review] = []
    for entry in reversed(tuple(log)):
        if entry.id in undone:
            continue
        valid.append(entry)
        if entry.decision is Decision.UNDONE:
            undone.add(entry.subject)
    return tuple(reversed(valid))


def broken_links(log: Iterable[Review]) -> Iterator[Review]:
    """Find the entries that do not follow the entry that stands before them."""
    previous = ""
    for entry in log:
        if entry.previous != previous:
            yield entry
        previous = entry.seal
