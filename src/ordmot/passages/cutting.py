"""Cutting a document into blocks: its markup's blocks first, paragraphs in between."""

from __future__ import annotations

from collections.abc import Iterator

from ordmot.ledger import Document, Markup, PassageKind
from ordmot.passages.block import Block
from ordmot.passages.paragraphs import find_paragraphs

_PARAGRAPH = "a paragraph"


def cut_blocks(document: Document) -> list[Block]:
    """Cut the text into blocks in text order; none overlap, and all words are in one."""
    blocks: list[Block] = []
    position = 0
    for markup in sorted(document.blocks, key=lambda each: (each.start, -each.end)):
        start = max(position, markup.start)
        if markup.end <= start:
            continue  # inside a block already cut
        blocks += _between(document.text, position, start, _turn_head(markup, document.text))
        blocks += _marked(document, start, markup)
        position = markup.end
    blocks += _between(document.text, position, len(document.text), None)
    return blocks


def _between(text: str, start: int, end: int, head: tuple[int, int] | None) -> Iterator[Block]:
    """Cut what stands before a marked block; the name at a turn's head is not a paragraph."""
    if head:
        end = min(end, text.rfind("\n", start, head[0]) + 1 or start)
    for paragraph in find_paragraphs(text, start, end):
        yield Block(
            start=paragraph.start,
            end=paragraph.end,
            indent=paragraph.indent,
            chunk=paragraph.chunk,
            reason=_PARAGRAPH,
        )


def _marked(document: Document, start: int, markup: Markup) -> Iterator[Block]:
    """Cut a marked block into its paragraphs, each of the kind that the markup says."""
    text = document.text
    head = _turn_head(markup, text)
    reason = _marked_reason(markup, document.media_type)
    for paragraph in find_paragraphs(text, start, markup.end):
        yield Block(
            start=paragraph.start,
            end=paragraph.end,
            kind=PassageKind(markup.kind),
            reason=reason,
            is_marked=True,
            handover=head,
        )


def _marked_reason(markup: Markup, media_type: str) -> str:
    """Say in words what the markup said."""
    if media_type == "text/plain" and markup.kind != PassageKind.TURN:
        return f"{markup.kind} by its place among the first lines"
    if markup.kind != PassageKind.TURN:
        return f"marked as {markup.kind} in the document"
    cue = f" at {markup.cue_time}" if markup.cue_time else ""
    return f"turn of {markup.speaker}{cue}" if markup.speaker else f"transcript without name{cue}"


def _turn_head(markup: Markup, text: str) -> tuple[int, int] | None:
    """Find the speaker's name that stands before the words of a turn."""
    if not markup.speaker:
        return None
    low = max(0, markup.start - len(markup.speaker) - 80)
    at = text.rfind(markup.speaker, low, markup.start)
    return (at, at + len(markup.speaker)) if at >= 0 else None
