"""A passage: a paragraph or block of one language and one kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ordmot.ledger.identity import content_id
from ordmot.ledger.span import Span


class PassageKind(StrEnum):
    """What a passage is in its document."""

    TITLE = "title"
    HEADING = "heading"
    CAPTION = "caption"
    BODY = "body"
    QUOTE = "quote"
    LIST = "list"
    TURN = "turn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, block quote, caption, list or transcript turn, with its sentences.

    `language` is an ISO 639-1 code (`en nb nn sv da`, `und` if it cannot be told).
    `handover` is the span of the words that hand this passage over to another voice: the lead-in
    before it ("En sjåfør forteller:") or the speaker's name of a transcript turn.
    `reason` says how kind and handover were found.
    """

    id: str = field(init=False)
    span: Span
    language: str
    kind: PassageKind
    sentences: tuple[Span, ...]
    handover: Span | None = None
    reason: str

    def __post_init__(self) -> None:
        """Derive the id from place and kind."""
        object.__setattr__(self, "id", content_id("passage", self.span, self.kind))
