"""Where sentences end, in English and Norwegian."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ordmot.lexicon import read_data, serving_language

_END = re.compile(
    r"""(?<![.!?…])(?P<marks>[.!?…]++)(?P<close>[»”"’'›\)\]]*+)(?P<space>\s++)(?=\S)"""
)
_WORD_BEFORE = re.compile(r"(?:[^\W_]+\.)*[^\W_]+\Z")
_WORD_AFTER = re.compile(r"[^\w\s]*\s*(?P<word>\w+)")
_OPENING = "«“„‘‚\"'‹([–—-"
_WORD_REACH = 30  # characters: no abbreviation is longer


def find_sentences(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Find the sentences of `text[start:end]` as start and end offsets, edges trimmed.

    >>> text = "Han kom kl. 14.05 den 17. mai. – Jeg så dr. Moe!"
    >>> [text[a:b] for a, b in find_sentences(text, 0, len(text), "nb")]
    ['Han kom kl. 14.05 den 17. mai.', '– Jeg så dr. Moe!']
    """
    found = []
    begin = start
    for mark in _END.finditer(text, start, end):
        if _is_end(text, mark, begin, end, language):
            found.append((begin, mark.end("close")))
            begin = mark.end()
    found.append((begin, end))
    return [edges for edges in (_trimmed(text, *each) for each in found) if edges[0] < edges[1]]


def _is_end(text: str, mark: re.Match[str], begin: int, end: int, language: str) -> bool:
    """Tell whether a sentence ends at these marks."""
    following = text[mark.end()]
    if following.islower():
        return False
    if mark["marks"] != "." or mark["close"]:
        return True
    word = _WORD_BEFORE.search(text, max(begin, mark.start() - _WORD_REACH), mark.start())
    if word is None:
        return True
    after = _WORD_AFTER.match(text, mark.end(), min(end, mark.end() + _WORD_REACH))
    rules = _rules(serving_language(language))
    opens = following in _OPENING or (after is not None and after["word"].lower() in rules.openers)
    if word[0].isdigit():
        return _ends_after_number(word, begin, opens, rules)
    return _ends_after_word(word[0], following, opens, rules)


def _ends_after_number(word: re.Match[str], begin: int, opens: bool, rules: _Rules) -> bool:
    """Tell whether the dot after figures ends a sentence: not in "1. punkt", nor "2. Bataljon"."""
    if word.start() == begin:
        return False  # the number of a list item
    ahead = word.string[max(begin, word.start() - _WORD_REACH) : word.start()].lower().split()[-1:]
    if rules.clock_words.intersection(ahead):
        return True  # «slutt klokka 15. Lie sier»
    is_ordinal = rules.has_ordinal_dot and len(word[0]) <= 2
    return opens or not is_ordinal


def _ends_after_word(word: str, following: str, opens: bool, rules: _Rules) -> bool:
    """Tell whether the dot after a word ends a sentence: not after an abbreviation or initial."""
    lowered = word.lower()
    is_initial = word.isupper() and all(len(part) == 1 for part in word.split("."))
    if lowered in rules.before_word or (is_initial and not opens):
        return False
    if following.isdigit() and lowered in rules.before_number:
        return False
    return opens or lowered not in rules.either


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the edges of a piece inwards past white space."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """What the lexicon says about dots in one language."""

    before_word: frozenset[str]
    before_number: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]
    has_ordinal_dot: bool
    clock_words: frozenset[str]


@cache
def _rules(language: str) -> _Rules:
    """Read the rules of a language from the lexicon."""
    data = read_data(language, "passages")["abbreviations"]
    return _Rules(
        before_word=frozenset(data["before_word"]),
        before_number=frozenset(data["before_number"]),
        either=frozenset(data["either"]),
        openers=frozenset(data["openers"]),
        has_ordinal_dot=data["has_ordinal_dot"],
        clock_words=frozenset(read_data(language, "grammar")["clock_words"]),
    )
