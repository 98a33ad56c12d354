"""What each block is: caption, list, heading, indented quotation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from ordmot.ledger import PassageKind
from ordmot.lexicon import LANGUAGES, read_data
from ordmot.passages.block import Block

_SURE_BULLET = re.compile(r"[•*▪◦‣·]\s+\S")
_HYPHEN_BULLET = re.compile(r"-\s+\S")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+\S")
_QUOTE_PREFIX = re.compile(r">")
_CREDIT_LENGTH = 90  # characters of a credit at the end of a caption: names, agencies
_HEADING_LENGTH = 90
_HEADING_WORDS = 14
_NO_HEADING_END = tuple(".!?:;,…")  # a lone question is a sentence more often than a heading
_INDENT_STEP = 2
_LEAST_ITEMS = 3


def classify(text: str, blocks: Sequence[Block]) -> None:
    """Give each block that the markup left open its kind and the reason for it."""
    indents = Counter(block.indent for block in blocks if not block.is_marked)
    usual_indent = indents.most_common(1)[0][0] if indents else 0
    for index, block in enumerate(blocks):
        if not block.is_marked:
            _classify_one(text, blocks, index, usual_indent + _INDENT_STEP)


def _classify_one(text: str, blocks: Sequence[Block], index: int, set_in: int) -> None:
    """Give one block its kind; body where nothing speaks for another."""
    block = blocks[index]
    words = text[block.start : block.end]
    if _is_caption(words):
        block.become(PassageKind.CAPTION, "caption by its picture word or credit")
    elif _is_item(text, blocks, index):
        block.become(PassageKind.LIST, "list by its bullets or numbers")
    elif _QUOTE_PREFIX.match(words):
        block.become(PassageKind.QUOTE, "block quote marked with >")
    elif block.indent >= set_in:
        block.become(PassageKind.QUOTE, "block quote by indentation")
    elif _is_heading(text, blocks, index):
        block.become(PassageKind.HEADING, "heading: a short line that ends no sentence")


def _is_caption(words: str) -> bool:
    """Tell whether a block opens with a picture word ("Foto:") or ends with a credit."""
    pattern = _caption_pattern()
    if pattern.match(words):
        return True
    at_end = pattern.finditer(words, max(0, len(words) - _CREDIT_LENGTH))
    return any(_is_credit(words, match) for match in at_end)


def _is_credit(words: str, match: re.Match[str]) -> bool:
    """Tell a credit after the last sentence from a picture spoken of: "på et bilde: ei grind"."""
    before = words[: match.start()].rstrip()
    has_place = before == "" or before.endswith((".", "!", "?", ")", "»", "”", '"', ":", "/"))
    return has_place and match[0][0].isupper() and not words.endswith((":", "?"))


@cache
def _caption_pattern() -> re.Pattern[str]:
    """Build the pattern of a picture word with its colon, in every language."""
    words = {word for name in LANGUAGES for word in read_data(name, "passages")["captions"]}
    choices = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{choices})(?:\s*\([^)\n]{{1,20}}\))?\s?:", re.I)


def _is_item(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a block is an item of a list; a lone number or hyphen is not enough."""
    block = blocks[index]
    words = text[block.start : block.start + 8]
    if _SURE_BULLET.match(words):
        return True
    number = _NUMBER.match(words)
    if number:
        beside = blocks[max(0, index - 1) : index + 2]
        found = [_NUMBER.match(text[each.start : each.start + 8]) for each in beside]
        near = {int(other["number"]) for other in found if other}
        return bool(near & {int(number["number"]) - 1, int(number["number"]) + 1})
    return _HYPHEN_BULLET.match(words) is not None and _is_hyphen_list(text, blocks, index)


def _is_hyphen_list(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line after a hyphen is one of three or more that stand together.

    Norwegian papers set speech after "- " too, but in paragraphs that end as sentences do.
    """
    chunk = blocks[index].chunk
    near = [each for each in blocks[max(0, index - 2) : index + 3] if each.chunk == chunk]
    items = [text[each.start : each.end] for each in near]
    hyphened = [item for item in items if _HYPHEN_BULLET.match(item)]
    ends = sum(item.endswith((".", "!", "?", ":")) for item in hyphened)
    return len(hyphened) >= _LEAST_ITEMS and ends < len(hyphened) / 2


def _is_heading(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a block is a short line that ends no sentence, with a text after it."""
    block = blocks[index]
    words = text[block.start : block.end]
    if len(words) > _HEADING_LENGTH or len(words.split()) > _HEADING_WORDS or "\n" in words:
        return False
    if index + 1 == len(blocks) or words.rstrip("”»\"’'").endswith(_NO_HEADING_END):
        return False
    first = words.lstrip("–—- «“\"'‘")[:1]
    return first.isupper() or first.isdigit()
