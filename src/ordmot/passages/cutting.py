"""Cutting a document into blocks: its markup's blocks first, paragraphs in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ordmot.ledger import Document, Markup, PassageKind
from ordmot.passages.block import Block
from ordmot.passages.paragraphs import find_paragraphs

_PARAGRAPH = "a paragraph"
_HEAD_REACH = 80  # characters between a speaker's name and the words: a role in brackets, a colon


def cut_blocks(document: Document) -> list[Block]:
    """Cut the text into blocks in text order; none overlap, and all words are in one."""
    blocks: list[Block] = []
    position = 0
    marked = sorted(document.blocks, key=lambda each: (each.start, -each.end))
    heads = _turn_heads(document.text, marked)
    for markup in marked:
        start = max(position, markup.start)
        if markup.end <= start:
            continue  # inside a block already cut
        head = heads.get(markup.start)
        blocks += _between(document.text, position, start, head)
        blocks += _marked(document, start, markup, head)
        position = markup.end
    blocks += _between(document.text, position, len(document.text), None)
    return blocks


def _between(text: str, start: int, end: int, head: tuple[int, int] | None) -> Iterator[Block]:
    """Cut what stands before a marked block; the name at a turn's head is not a paragraph."""
    if head and head[0] >= start:
        end = min(end, text.rfind("\n", start, head[0]) + 1 or start)
    for paragraph in find_paragraphs(text, start, end):
        yield Block(
            start=paragraph.start,
            end=paragraph.end,
            indent=paragraph.indent,
            chunk=paragraph.chunk,
            reason=_PARAGRAPH,
        )


def _marked(
    document: Document, start: int, markup: Markup, head: tuple[int, int] | None
) -> Iterator[Block]:
    """Cut a marked block into its paragraphs, each of the kind that the markup says."""
    reason = _marked_reason(markup, document.media_type)
    for paragraph in find_paragraphs(document.text, start, markup.end):
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


def _turn_heads(text: str, blocks: Iterable[Markup]) -> dict[int, tuple[int, int]]:
    """Find the speaker's name before each turn, by the turn's start.

    A turn that goes on after a pause repeats no name: it keeps the one its speaker had before.
    """
    heads: dict[int, tuple[int, int]] = {}
    by_name: dict[str, tuple[int, int]] = {}
    for markup in blocks:
        if not markup.speaker:
            continue
        low = max(0, markup.start - len(markup.speaker) - _HEAD_REACH)
        line = max(low, text.rfind("\n", low, markup.start) + 1)
        at = text.find(markup.speaker, line, markup.start)
        if at >= 0:
            by_name[markup.speaker] = (at, at + len(markup.speaker))
        if markup.speaker in by_name:
            heads[markup.start] = by_name[markup.speaker]
    return heads
