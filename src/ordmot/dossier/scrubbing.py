"""Scrubbing words: names wherever and however they are written, and what only was told there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

BLOCK = "█"
_HIDDEN = BLOCK * 3
_WORD = re.compile(r"[^\W_]+")
_PHRASE = 3
"""Words in a row, found only in what is left out, from which a text gives it away."""

_LEAST = 3
"""Letters of a part of a name that is hidden by itself: a surname, not an initial or a "de"."""


class Names:
    r"""Finds names in texts, whatever stands between their parts and behind them.

    >>> list(Names(["Kari Vik"]).find("Kari\nVik's boat, kari-vik.txt, Viken"))
    [(0, 10), (17, 25)]
    """

    def __init__(self, names: Iterable[str], parts_of: Iterable[str] = ()) -> None:
        whole = [_WORD.findall(name) for name in names]
        parts = [[p] for name in parts_of for p in _WORD.findall(name) if _is_telling(p)]
        spelled = sorted({tuple(words) for words in [*whole, *parts] if words}, key=_length)
        written = (r"[\W_]+".join(map(re.escape, words)) for words in spelled)
        pattern = rf"(?<![^\W_])(?:{'|'.join(written)})(?:['’]?s)?(?![^\W_])"
        self._pattern = re.compile(pattern if spelled else r"(?!)", re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Find where names stand."""
        return (match.span() for match in self._pattern.finditer(text))

    def is_all(self, text: str) -> bool:
        """Tell whether a text is such a name and nothing else."""
        return bool(_WORD.search(text)) and not _WORD.search(self._pattern.sub("", text))

    def hide(self, text: str) -> str:
        """Put a sign in the place of each name."""
        return self._pattern.sub(_HIDDEN, text)


def _is_telling(part: str) -> bool:
    """Tell whether a part of a name gives a person away."""
    return len(part) >= _LEAST and part[0].isupper()


def _length(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Order the longest first, so that a whole name is found before its parts."""
    return -sum(map(len, words)), words


class Scrubber:
    """Hides in the words of records what must not be known: names, and what only was told there.

    `secret` are the words that are left out, `open` those that stay: phrases, names and numbers
    that only the first have are hidden wherever a record repeats them.
    """

    def __init__(self, names: Names, secret: Iterable[str], open_: Iterable[str]) -> None:
        self._names = names
        known_words: set[str] = set()
        known_phrases: set[tuple[str, ...]] = set()
        for text in open_:
            words = [word.casefold() for word in _WORD.findall(text)]
            known_words.update(words)
            known_phrases.update(_phrases(words))
        self._words: set[str] = set()
        self._phrases: set[tuple[str, ...]] = set()
        for text in secret:
            words = _WORD.findall(text)
            folded = [word.casefold() for word in words]
            self._phrases.update(set(_phrases(folded)) - known_phrases)
            telling = {word.casefold() for word in words if _is_marked(word)}
            self._words.update(telling - known_words)

    def hide(self, text: str) -> str:
        """Put a sign in the place of everything that must not be known."""
        text = self._names.hide(text)
        found = list(_WORD.finditer(text))
        folded = [match[0].casefold() for match in found]
        hidden = {place for place, word in enumerate(folded) if word in self._words}
        for place, phrase in enumerate(_phrases(folded)):
            if phrase in self._phrases:
                hidden.update(range(place, place + _PHRASE))
        for place in sorted(hidden, reverse=True):
            start, end = found[place].span()
            text = text[:start] + _HIDDEN + text[end:]
        return text


def _phrases(words: list[str]) -> list[tuple[str, ...]]:
    """Give every run of words in a row."""
    return [tuple(words[place : place + _PHRASE]) for place in range(len(words) - _PHRASE + 1)]


def _is_marked(word: str) -> bool:
    """Tell a name or a number from a common word."""
    return word[0].isupper() or any(letter.isdigit() for letter in word)
