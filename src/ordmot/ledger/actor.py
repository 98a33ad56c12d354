"""An actor: one person, organisation, group or anonymous role under all its names."""

from __future__ import annotations

from dataclasses import dataclass, field

from ordmot.ledger.identity import content_id
from ordmot.ledger.span import Span
from ordmot.ledger.statement import VoiceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Why a name belongs to an actor: the rule, in words; `is_slip` for a likely misspelling."""

    name: str
    reason: str
    is_slip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who speaks or acts, across documents; each further name has its reason.

    `speaks_for` is the id of the actor that this one is a spokesman of, `root` the id of the actor
    that accounts of this one go back to (itself, or whom it speaks for).
    """

    id: str = field(init=False)
    name: str
    kind: VoiceKind
    mentions: tuple[Span, ...]
    merges: tuple[Merge, ...] = ()
    descriptor: str | None = None
    speaks_for: str | None = None

    def __post_init__(self) -> None:
        """Derive the id from the main name and, for anonymous voices, the first mention."""
        is_local = self.kind in (VoiceKind.ANONYMOUS, VoiceKind.GROUP)
        anchor = self.mentions[:1] if is_local else ()
        object.__setattr__(self, "id", content_id("actor", self.name, self.kind, anchor))

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name, the main one first."""
        return (self.name, *(merge.name for merge in self.merges))
