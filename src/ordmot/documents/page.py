"""Web pages: the article without its surroundings, with headings, quotes, lists, captions."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import trafilatura

from ordmot.documents.content import Content, Draft
from ordmot.documents.decoding import decode
from ordmot.documents.page_metadata import read_page_metadata
from ordmot.documents.scanning import PageBlock, Scanner
from ordmot.documents.turns import find_turns
from ordmot.ledger import Markup

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_XML_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]+)", re.I)
_HEAD_LENGTH = 4096
_WORD = re.compile(r"\w+")
_SHINGLE = 3  # words in a row: long enough to be told from chance, short enough for captions
_LEAST_MATCH = 0.6  # of a block's shingles that the extracted article must hold
_SHORTEST_ARTICLE = 200  # characters: of a page so short, more than the article matters
_MOST_TAGS = 100_000
_LARGEST = 4_000_000  # characters: pages past this are logs and dumps, not articles

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
# The library reports broken pages on standard error, where they are no news to a reader of Ordmot.


def read_html(data: bytes) -> Content:
    """Read the article of a web page; all visible text where no article can be told from it."""
    original, encoding = decode(data, _declared_encoding(data))
    scanner = Scanner(original).scan()
    extract = _extract(original) if _is_worth_it(scanner) else None
    chosen = _choose(scanner.blocks, (extract.text or "") if extract else "")
    _mark_title(chosen)
    draft = Draft(original)
    marks = [mark for mark in (_write(draft, block) for block in chosen) if mark]
    text = draft.text
    return Content(
        text=text,
        encoding=encoding,
        stretches=draft.stretches,
        blocks=(*marks, *_turns_between(text, marks)),
        metadata=read_page_metadata(scanner.tags, scanner.blocks, extract),
    )


def _declared_encoding(data: bytes) -> str | None:
    """Find the encoding that the page itself declares."""
    head = data[:_HEAD_LENGTH]
    found = _DECLARED.search(head) or _XML_DECLARED.match(head)
    return found[1].decode("ascii", "replace") if found else None


def _is_worth_it(scanner: Scanner) -> bool:
    """Tell whether a page can be an article: it has words, and is no dump of millions of tags."""
    is_small = len(scanner.source) <= _LARGEST and scanner.tag_count <= _MOST_TAGS
    return bool(scanner.blocks) and is_small


def _extract(original: str) -> Any:  # noqa: ANN401 - the library's document, untyped
    """Let the library find the article and its metadata; None where it finds nothing."""
    try:
        return trafilatura.bare_extraction(
            original,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (ValueError, RecursionError, AttributeError, TypeError):
        return None  # markup that the library gives up on still has visible text


def _mark_title(blocks: Sequence[PageBlock]) -> None:
    """Make the first main heading the title; the others stay headings."""
    for block in blocks:
        if block.level == 1:
            block.kind = "title"
            return


def _choose(blocks: Sequence[PageBlock], article: str) -> list[PageBlock]:
    """Keep the article's blocks, with the captions and quotations that stand among them."""
    shingles = set(_shingles(article))
    lines = {tuple(_WORD.findall(line.lower())) for line in article.splitlines()}
    is_kept = [_match(block, shingles, lines) for block in blocks]
    if not any(is_kept) or len(article) < _SHORTEST_ARTICLE:
        return [block for block in blocks if not block.is_furniture] or list(blocks)
    first = _first_kept(blocks, is_kept)
    last = _last_kept(blocks, is_kept)
    return [
        block
        for index, block in enumerate(blocks)
        if first <= index <= last and (is_kept[index] or _belongs(blocks, is_kept, index))
    ]


def _first_kept(blocks: Sequence[PageBlock], is_kept: Sequence[bool]) -> int:
    """Find where the article begins: at the main heading above its first kept block."""
    first = is_kept.index(True)
    headings = [index for index in range(first) if blocks[index].level == 1]
    while first and _is_attached(blocks[first - 1]):
        first -= 1
    return headings[-1] if headings else first


def _last_kept(blocks: Sequence[PageBlock], is_kept: Sequence[bool]) -> int:
    """Find where the article ends: after the captions and quotations that follow its last block."""
    last = max(index for index, kept in enumerate(is_kept) if kept)
    while last + 1 < len(blocks) and _is_attached(blocks[last + 1]):
        last += 1
    return last


def _is_attached(block: PageBlock) -> bool:
    """Tell whether a block goes with the article's block beside it, though it is no prose."""
    return block.kind in {"caption", "quote"} and not block.is_furniture


def _belongs(blocks: Sequence[PageBlock], is_kept: Sequence[bool], index: int) -> bool:
    """Tell whether a block among the article's is part of it, though the library left it out."""
    block = blocks[index]
    is_heading = block.level == 1 or (block.level > 0 and any(is_kept[index + 1 : index + 2]))
    return _is_attached(block) or (is_heading and not block.is_furniture)


def _shingles(text: str) -> list[tuple[str, ...]]:
    """Give every run of a few words, by which a block is found again in the article."""
    words = _WORD.findall(text.lower())
    size = min(_SHINGLE, len(words))
    return [tuple(words[at : at + size]) for at in range(len(words) - size + 1)] if size else []


def _match(block: PageBlock, shingles: set[tuple[str, ...]], lines: set[tuple[str, ...]]) -> bool:
    """Tell whether a block's words stand in the article; a word or two, as a line of its own."""
    own = _shingles(block.words)
    if not own or len(own[0]) < _SHINGLE:
        return bool(own) and own[0] in lines
    return sum(shingle in shingles for shingle in own) >= _LEAST_MATCH * len(own)


def _write(draft: Draft, block: PageBlock) -> Markup | None:
    """Write a block into the text, and mark what is not body."""
    if draft.length:
        draft.write("\n\n")
    start = draft.length
    for begin, end, words in block.trimmed_pieces():
        if begin == end:
            draft.write(words)
        elif draft.original[begin:end] == words:
            draft.take(begin, end)
        else:
            draft.replace(begin, end, words)
    return Markup(start=start, end=draft.length, kind=block.kind) if block.kind != "body" else None


def _turns_between(text: str, marks: Sequence[Markup]) -> list[Markup]:
    """Find the turns of a transcript in a page, each ending where other markup begins."""
    starts = [mark.start for mark in marks]
    turns = []
    for turn in find_turns(text):
        after = bisect_left(starts, turn.start)
        is_inside = after > 0 and marks[after - 1].end > turn.start
        end = min([turn.end, *starts[after : after + 1]])
        if not is_inside:
            turns.append(replace(turn, end=turn.start + len(text[turn.start : end].rstrip())))
    return turns
