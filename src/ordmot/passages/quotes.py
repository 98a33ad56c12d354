"""Block quotes: paragraphs that another voice answers for, and what hands them over."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from ordmot.ledger import PassageKind
from ordmot.passages.block import Block
from ordmot.passages.handovers import bare_lead_in, lead_in, names_handover
from ordmot.passages.marks import open_mark, opening_mark

_PROSE = frozenset({PassageKind.BODY, PassageKind.QUOTE})
_QUOTABLE = _PROSE | {PassageKind.HEADING, PassageKind.LIST}
_SCANDINAVIAN = frozenset({"nb", "nn", "sv", "da"})
_LEAST_LENGTH = 40  # characters of a run that nothing hands over to
_LEAST_SURENESS = 0.9
_LEAST_SHARE = 0.1  # of the text that the host language must hold


def find_quotes(text: str, blocks: Sequence[Block]) -> None:
    """Mark the blocks that are quotations by lead-in, open marks or change of language."""
    prose = [block for block in blocks if block.kind is not PassageKind.CAPTION]
    _restore_lead_ins(text, prose)
    _quote_foreign_runs(text, prose)
    _quote_open_marks(text, prose)
    _quote_after_lead_ins(text, prose)


def _restore_lead_ins(text: str, blocks: Sequence[Block]) -> None:
    """Take back as body what looked like a heading but hands over: "En sjåfør forteller"."""
    for block, following in itertools.pairwise(blocks):
        if block.kind is not PassageKind.HEADING or block.is_marked:
            continue
        is_other = _family(block.language) != _family(following.language)
        words = text[following.start : following.end]
        if (is_other or opening_mark(words)) and bare_lead_in(text, block.start, block.end):
            block.become(PassageKind.BODY, "a lead-in without its colon")


def _handover_of(text: str, block: Block) -> tuple[int, int] | None:
    """Find the words of a block that hand over what follows it."""
    if block.kind not in _PROSE:
        return None
    return lead_in(text, block.start, block.end, block.language) or bare_lead_in(
        text, block.start, block.end
    )


def _quote_foreign_runs(text: str, blocks: Sequence[Block]) -> None:
    """Mark runs of paragraphs in another language than that of the text around them."""
    host = _host_family(text, blocks)
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and _is_foreign(blocks[end], host):
            end += 1
        if end > index:
            _quote_run(text, blocks, index, end)
        index = max(end, index + 1)


def _is_foreign(block: Block, host: str) -> bool:
    """Tell whether a block is in another language than its host; titles are never quotations."""
    family = _family(block.language)
    can_be_quoted = block.kind in _QUOTABLE
    return (
        can_be_quoted and not (block.is_marked and block.handover) and family not in {host, "und"}
    )


def _quote_run(text: str, blocks: Sequence[Block], start: int, end: int) -> None:
    """Mark one run in another language as a quotation, unless it is a version of the text."""
    handover = _handover_of(text, blocks[start - 1]) if start else None
    is_last = end == len(blocks)
    if handover is None and (start == 0 or is_last or not _is_sure(blocks[start:end])):
        return  # a summary or translation before or after the text is not a quotation
    language = blocks[start].language
    reason = f"in another language ({language}) than the text around it"
    for block in blocks[start:end]:
        if block.is_marked or block.kind is PassageKind.LIST:
            if block.kind is PassageKind.HEADING:
                continue
            block.handover = block.handover or handover
            continue
        block.become(PassageKind.QUOTE, f"block quote: {reason}{_lead_words(text, handover)}")
        block.handover = handover


def _is_sure(run: Sequence[Block]) -> bool:
    """Tell whether the words of a run surely are in another language: names alone are not."""
    length = sum(block.end - block.start for block in run)
    return length >= _LEAST_LENGTH and max(block.sureness for block in run) >= _LEAST_SURENESS


def _lead_words(text: str, handover: tuple[int, int] | None) -> str:
    """Say what hands over, for the reason."""
    if handover is None:
        return ", without a lead-in"
    return f", after the lead-in {text[handover[0] : handover[1]][-60:]!r}"


def _host_family(text: str, blocks: Sequence[Block]) -> str:
    """Find the language family of the text that quotes: it opens, closes and hands over.

    A commentary may quote more than it says, so the share of the words alone does not tell.
    """
    sizes: dict[str, float] = defaultdict(float)
    bonus: dict[str, float] = defaultdict(float)
    prose = [block for block in blocks if block.kind in _PROSE and block.language != "und"]
    if not prose:
        return "und"
    total = sum(block.end - block.start for block in prose)
    for block in prose:
        sizes[_family(block.language)] += (block.end - block.start) / total
    for block, weight in ((prose[0], 0.4), (prose[-1], 0.2)):
        bonus[_family(block.language)] += weight
    for block, following in itertools.pairwise(prose):
        if _family(block.language) != _family(following.language) and _handover_of(text, block):
            bonus[_family(block.language)] += 0.2
    fit = {family: size for family, size in sizes.items() if size >= _LEAST_SHARE}
    return max(fit, key=lambda family: fit[family] + bonus[family])


def _family(language: str) -> str:
    """Group the languages whose short passages are easily mistaken for one another."""
    return "scandinavian" if language in _SCANDINAVIAN else language


def _quote_open_marks(text: str, blocks: Sequence[Block]) -> None:
    """Mark quotations that run over paragraphs: reopened at each, closed at the last only."""
    is_running = False
    handover: tuple[int, int] | None = None
    for index, block in enumerate(blocks):
        previous = blocks[index - 1] if index else None
        words = text[block.start : block.end]
        opens = opening_mark(words) is not None
        continues = is_running and opens
        if not continues:
            handover = _handover_of(text, previous) if previous and opens else None
        is_running = block.kind in _PROSE and open_mark(words) is not None
        starts = is_running and opens and _reopens(text, blocks, index + 1)
        if (continues or starts) and block.kind is PassageKind.BODY:
            block.become(PassageKind.QUOTE, "block quote: its quotation mark runs over paragraphs")
            block.handover = handover


def _reopens(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Tell whether the paragraph at `index` opens a quotation again."""
    return index < len(blocks) and bool(opening_mark(text[blocks[index].start : blocks[index].end]))


def _quote_after_lead_ins(text: str, blocks: Sequence[Block]) -> None:
    """Mark the paragraph after a lead-in in the same language: "The letter reads:"."""
    for previous, block in itertools.pairwise(blocks):
        is_open = block.kind is PassageKind.BODY or (block.is_marked and not block.handover)
        if not is_open or block.kind not in _PROSE or previous.kind not in _PROSE:
            continue
        handover = _handover_of(text, previous)
        words = text[block.start : block.end]
        if handover and (block.is_marked or opening_mark(words) or _tells(text, handover)):
            block.handover = handover
            if block.kind is PassageKind.BODY:
                block.become(PassageKind.QUOTE, f"block quote{_lead_words(text, handover)}")


def _tells(text: str, handover: tuple[int, int]) -> bool:
    """Tell whether a lead-in has a word of telling, so that what follows is somebody's words."""
    return names_handover(text[handover[0] : handover[1]])
