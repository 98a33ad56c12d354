"""A statement: somebody says something, in these words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ordmot.ledger.identity import content_id
from ordmot.ledger.span import Span


class Mode(StrEnum):
    """How the words are given: quoted, reported, both, or told by the document itself."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATION = "narration"


class Act(StrEnum):
    """The speech act that the cue names."""

    SAY = "say"
    CLAIM = "claim"
    ADMIT = "admit"
    DENY = "deny"
    CONFIRM = "confirm"
    PROMISE = "promise"
    ORDER = "order"
    THREATEN = "threaten"
    ASK = "ask"
    ESTIMATE = "estimate"
    BELIEVE = "believe"
    WANT = "want"
    FEAR = "fear"
    ACCUSE = "accuse"
    OTHER = "other"


class VoiceKind(StrEnum):
    """Who can speak."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    UNSTATED = "unstated"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of a voice chain, as the text names it.

    `name` is the fullest form found ("Col Ryan Dillon"; "a driver" for an anonymous role; the
    publisher or file name for the document's own voice). `span` is the mention that introduces the
    statement: None only for the document's own voice and for an unstated source
    ("ble lovet"). `speaks_for` is the organisation a spokesman speaks for, `role` the words of the
    descriptor ("spokesman for Operation Inherent Resolve").
    """

    name: str
    kind: VoiceKind
    span: Span | None = None
    role: str | None = None
    speaks_for: str | None = None


REJOINDER = "answer to the clause before"
"""The reason of "one has died, which the ministry denies"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Content words that a voice answers for, with the cue and source words that say so.

    `content` has one span a fragment ("…," he said, "…" has two). `voices` runs from the outermost
    (the document) to the innermost (who spoke). `is_negated` is a negated cue ("did not say").
    """

    id: str = field(init=False)
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    mode: Mode
    act: Act
    is_negated: bool = False
    voices: tuple[Voice, ...]
    reason: str

    def __post_init__(self) -> None:
        """Derive the id from content, cue and source."""
        object.__setattr__(self, "id", content_id("statement", self.content, self.cue, self.source))

    @property
    def is_rejoinder(self) -> bool:
        """Tell whether it only answers a clause that others tell: "…, which the trust denies"."""
        return self.reason == REJOINDER

    @property
    def speaker(self) -> Voice:
        """Give the innermost voice: who said it."""
        return self.voices[-1]
