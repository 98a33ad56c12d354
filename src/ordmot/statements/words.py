"""Words, marks and whole quotations as the units that the rules of a sentence look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from ordmot.lexicon import LANGUAGES, read_data
from ordmot.statements.quotations import OPENING_MARKS, Quotation

PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "van", "von", "der", "den", "de", "af", "da", "di"}
)
"""Parts of names that are not capitalised: "al-Faransy", "van der Berg"."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?::\d+)+|\w+(?:[-'’./&]\w+)*|\S"
)
_STAMP = re.compile(r"(?:([^\W\d]+)\.? ?)?\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?[ \t]*[-–—:|]?[ \t]+")
_LONGEST_UNIT = 400  # words; no sentence is longer, a page without full stops may be
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a punctuation mark, or a whole quotation taken as one word."""

    start: int
    end: int
    text: str
    lower: str
    quotation: Quotation | None = None

    @property
    def is_quotation(self) -> bool:
        """Tell whether this is a quotation taken as one word."""
        return self.quotation is not None

    @property
    def is_mark(self) -> bool:
        """Tell whether this is punctuation."""
        return self.quotation is None and not self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        """Tell whether this is a word that begins with a capital."""
        return self.quotation is None and self.text[0].isupper()

    @property
    def is_name_part(self) -> bool:
        """Tell whether this is capitalised, after a particle too: "al-Masri"."""
        return self.is_capitalised or (
            self.quotation is None and self.text.rsplit("-", 1)[-1][:1].isupper()
        )

    @property
    def is_possessive(self) -> bool:
        """Tell whether this is a genitive: "Dillon's", "sources’"."""
        return self.quotation is None and bool(_POSSESSIVE.search(self.text))


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or several that one quotation holds together, as words."""

    start: int
    end: int
    words: tuple[Word, ...]
    passage: int


def split_words(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Word]:
    """Split `text[start:end]` into words, each quotation that lies inside as one word."""
    words: list[Word] = []
    at = start
    for quotation in quotations:
        words += _plain_words(text, at, quotation.start)
        words.append(
            Word(
                quotation.start, quotation.end, text[quotation.start : quotation.end], "", quotation
            )
        )
        at = quotation.end
    return words + _plain_words(text, at, end)


def _plain_words(text: str, start: int, end: int) -> list[Word]:
    found = [
        Word(m.start(), m.end(), m.group(), m.group().lower().replace("’", "'"))
        for m in _TOKEN.finditer(text, start, end)
    ]
    return [_as_name(word, found[at + 1 : at + 2]) for at, word in enumerate(found)]


def _as_name(word: Word, after: Sequence[Word]) -> Word:
    """Let a first name be no other word: «| Per | Lie», «| Dag | Moe», but not «per dag».

    It keeps its capital in `lower`, so that no class of small words has it.
    """
    is_name = word.lower in _given_names() and word.is_capitalised and not word.text.isupper()
    goes_on = bool(after) and after[0].is_capitalised and after[0].start == word.end + 1
    return replace(word, lower=word.text) if is_name and goes_on else word


@cache
def _given_names() -> frozenset[str]:
    """Give the first names of all languages that are words of another kind too: «per», «dag»."""
    return frozenset(name for code in LANGUAGES for name in read_data(code, "roles")["given_names"])


def after_stamp(text: str, start: int, end: int, clock_words: frozenset[str]) -> int:
    """Step over the time that opens an entry of a ticker: "05.05 | Ministry now: seven dead"."""
    stamp = _STAMP.match(text, start, end)
    if stamp is None or (stamp[1] and stamp[1].lower() not in clock_words):
        return start
    after = text[stamp.end() : stamp.end() + 1]
    opens = after.isupper() or after in OPENING_MARKS
    return stamp.end() if opens and after else start


def open_quotations(words: Sequence[Word]) -> list[Word]:
    """Take the words of quotations that are never closed one by one again."""
    opened: list[Word] = []
    for word in words:
        if word.quotation is None or word.quotation.is_closed:
            opened.append(word)
        else:
            opened += open_quotation(word)
    return opened


def open_quotation(word: Word) -> list[Word]:
    """Take the words of one quotation one by one, where they stand in the text."""
    return [
        Word(inner.start + word.start, inner.end + word.start, inner.text, inner.lower)
        for inner in _plain_words(word.text, 0, len(word.text))
    ]


def split_units(
    text: str, sentences: Sequence[tuple[int, int]], quotations: Sequence[Quotation], passage: int
) -> list[Unit]:
    """Split a passage into units: its sentences, joined where a quotation runs across their border.

    >>> from ordmot.statements.quotations import find_quotations
    >>> text = "“It broke. We swam,” she said. Nobody drowned."
    >>> quotations = find_quotations(text, [(0, len(text))])
    >>> units = split_units(text, [(0, 10), (11, 30), (31, 46)], quotations, 0)
    >>> [text[unit.start : unit.end] for unit in units]
    ['“It broke. We swam,” she said.', 'Nobody drowned.']
    """
    starts = [quotation.start for quotation in quotations]
    units: list[Unit] = []
    for start, end in _join_over_quotations(sentences, quotations):
        inside = quotations[bisect_left(starts, start) : bisect_left(starts, end)]
        words = split_words(text, start, end, inside)
        for first in range(0, len(words), _LONGEST_UNIT):
            part = words[first : first + _LONGEST_UNIT]
            is_whole = len(words) <= _LONGEST_UNIT
            place = (start, end) if is_whole else (part[0].start, part[-1].end)
            units.append(Unit(*place, tuple(part), passage))
    return units


def _join_over_quotations(
    sentences: Sequence[tuple[int, int]], quotations: Sequence[Quotation]
) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    at = 0
    held = -1  # the furthest end of a quotation that began before this sentence
    for start, end in sentences:
        if joined and start < held:
            joined[-1] = (joined[-1][0], max(end, held))
        else:
            joined.append((start, end))
        while at < len(quotations) and quotations[at].start < joined[-1][1]:
            held = max(held, quotations[at].end)
            at += 1
        joined[-1] = (joined[-1][0], max(joined[-1][1], min(held, sentences[-1][1])))
    return joined
