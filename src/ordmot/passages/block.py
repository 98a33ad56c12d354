"""The block: a passage while its kind, language and handover are being found."""

from __future__ import annotations

from dataclasses import dataclass

from ordmot.ledger import PassageKind


@dataclass(slots=True, kw_only=True)
class Block:
    """A paragraph on its way to becoming a passage; offsets into the document's text."""

    start: int
    end: int
    kind: PassageKind = PassageKind.BODY
    reason: str = "a paragraph"
    is_marked: bool = False
    """Whether the document's markup said what it is."""
    indent: int = 0
    chunk: int = 0
    language: str = "und"
    sureness: float = 0.0
    handover: tuple[int, int] | None = None

    def become(self, kind: PassageKind, reason: str) -> None:
        """Take a kind, with the reason for it."""
        self.kind = kind
        self.reason = reason
