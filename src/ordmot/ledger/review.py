"""A review: what a person decided about a record; appended, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ordmot.ledger.identity import content_id


class Decision(StrEnum):
    """What a person can decide."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    UNSURE = "unsure"
    SECOND_READ = "second-read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision about the record `subject` (its id): by whom, when (ISO 8601 UTC), and why."""

    id: str = field(init=False)
    subject: str
    decision: Decision
    by: str
    at: str
    note: str = ""

    def __post_init__(self) -> None:
        """Derive the id from what was decided, by whom and when."""
        object.__setattr__(
            self,
            "id",
            content_id("review", self.subject, self.decision, self.by, self.at, self.note),
        )
