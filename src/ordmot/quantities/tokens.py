"""Cutting text into words, digit runs and single symbols, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

# Possessive repeats: the cutter looks at every character once. Vulgar fractions are kept apart
# from the letters after them ("½km"). An acronym keeps its dots ("U.S."), but "A.M." is no acronym.
_TOKEN = re.compile(
    r"(?:(?![AP]\.M\.)(?<!\w)(?:[A-Z]\.){2,}+)|\d++|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|[^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]++(?:['’][^\W\d_]++)*+|[^\w\s]|_"
)

_Value = TypeVar("_Value")


class Tokens:
    """The tokens of a text: lower-case words and where each begins and ends."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        """Cut the text; every character that is not white space is in exactly one token."""
        found = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        self.text = text
        self.words = [word.lower() for word, _, _ in found]
        self.starts = [start for _, start, _ in found]
        self.ends = [end for _, _, end in found]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.words)

    def word(self, index: int) -> str:
        """Give the lower-case word at a place, or "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """Give the word as it is written, or "" outside the text."""
        if not 0 <= index < len(self.words):
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def is_joined(self, index: int) -> bool:
        """Tell whether nothing stands between this token and the next."""
        return 0 <= index < len(self.words) - 1 and self.ends[index] == self.starts[index + 1]

    def between(self, index: int) -> str:
        """Give what stands between this token and the next."""
        if not 0 <= index < len(self.words) - 1:
            return "\n"
        return self.text[self.ends[index] : self.starts[index + 1]]

    def is_broken(self, index: int) -> bool:
        """Tell whether a line ends between this token and the next."""
        if not 0 <= index < len(self.words) - 1:
            return True
        gap = self.starts[index + 1] - self.ends[index]
        return gap > 0 and "\n" in self.between(index)

    def until(self, start: int) -> int:
        """Give the index of the first token that begins at or after a character offset."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < start:
                low = middle + 1
            else:
                high = middle
        return low


def cut_phrase(phrase: str) -> tuple[str, ...]:
    """Cut a phrase of the lexicon as the text will be cut.

    >>> cut_phrase("km/h")
    ('km', '/', 'h')
    """
    return tuple(match.group().lower() for match in _TOKEN.finditer(phrase))


class Phrases(Generic[_Value]):
    """A table of phrases that finds the longest one beginning or ending at a place."""

    def __init__(self, entries: Iterable[tuple[str, _Value]]) -> None:
        """Sort the phrases under their first and their last word."""
        self._first: dict[str, list[tuple[tuple[str, ...], _Value]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], _Value]]] = {}
        for phrase, value in entries:
            words = cut_phrase(phrase)
            if words:
                self._first.setdefault(words[0], []).append((words, value))
                self._last.setdefault(words[-1], []).append((words, value))
        for table in (self._first, self._last):
            for rows in table.values():
                rows.sort(key=lambda row: -len(row[0]))

    def __contains__(self, word: str) -> bool:
        """Tell whether some phrase begins with this word."""
        return word in self._first

    @property
    def first_words(self) -> Iterable[str]:
        """Give the words that phrases begin with."""
        return self._first.keys()

    @property
    def last_words(self) -> Iterable[str]:
        """Give the words that phrases end with."""
        return self._last.keys()

    @property
    def beginnings(self) -> Iterable[tuple[str, str | None]]:
        """Give the first and the second word of every phrase, None for no second one."""
        for rows in self._first.values():
            for words, _ in rows:
                yield words[0], words[1] if len(words) > 1 else None

    def match(self, words: Sequence[str], index: int) -> tuple[_Value, int] | None:
        """Find the longest phrase that begins at `index`: its value and the end."""
        if not 0 <= index < len(words):
            return None
        for phrase, value in self._first.get(words[index], ()):
            size = len(phrase)
            if size == 1 or tuple(words[index : index + size]) == phrase:
                return value, index + size
        return None

    def match_before(self, words: Sequence[str], end: int) -> tuple[_Value, int] | None:
        """Find the longest phrase that ends just before `end`: its value and the start."""
        if end < 1:
            return None
        for phrase, value in self._last.get(words[end - 1], ()):
            start = end - len(phrase)
            if start >= 0 and (len(phrase) == 1 or tuple(words[start:end]) == phrase):
                return value, start
        return None


def phrases_of(table: Mapping[str, Iterable[str]]) -> Phrases[str]:
    """Make a phrase table of `name = [phrases]`: a phrase gives the name."""
    return Phrases((phrase, name) for name, phrases in table.items() for phrase in phrases)
