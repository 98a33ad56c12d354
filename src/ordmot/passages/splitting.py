"""The verb: a document into its passages."""

from __future__ import annotations

from ordmot.ledger import Document, Passage, cut
from ordmot.passages.block import Block
from ordmot.passages.cutting import cut_blocks
from ordmot.passages.kinds import classify
from ordmot.passages.languages import tell_languages
from ordmot.passages.quotes import find_quotes
from ordmot.passages.sentences import find_sentences


def split(document: Document) -> tuple[Passage, ...]:
    """Split a document into passages in text order, each with kind, language and sentences."""
    text = document.text
    blocks = cut_blocks(document)
    told = tell_languages([text[each.start : each.end] for each in blocks], document.language)
    for block, (language, sureness) in zip(blocks, told, strict=True):
        block.language, block.sureness = language, sureness
    classify(text, blocks)
    find_quotes(text, blocks)
    return tuple(_passage(document, block) for block in blocks)


def _passage(document: Document, block: Block) -> Passage:
    """Make the record of a block."""
    text = document.text
    edges = find_sentences(text, block.start, block.end, block.language)
    return Passage(
        span=cut(document.id, text, block.start, block.end),
        language=block.language,
        kind=block.kind,
        sentences=tuple(cut(document.id, text, *each) for each in edges),
        handover=cut(document.id, text, *block.handover) if block.handover else None,
        reason=block.reason,
    )
