"""What a reader makes of the bytes of one document, before it becomes a record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ordmot.ledger import Markup, Metadata, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The text of a document, what its markup and first lines say, and the way back.

    `stretches` map `text` to the original decoded with `encoding`.
    """

    text: str
    encoding: str
    stretches: tuple[Stretch, ...] = ()
    blocks: tuple[Markup, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)


Reader = Callable[[bytes], Content]
"""A reader of one media type: bytes in, content out; raises DocumentError."""

_LINE_ENDING = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe]")
_ODD = re.compile(f"{_LINE_ENDING.pattern}|{_INVISIBLE.pattern}")
# Soft hyphens and zero-width spaces split words that a reader sees whole; no-break and thin spaces
# stay: they group the digits of Norwegian numbers.
_DECOMPOSED = re.compile("(?s:.)[\u0300-\u036f]+|[\u2126\u212a\u212b]")
# A letter with its accent as a character of its own, as macOS writes file names and some editors
# write "å": composed, so that the lexicon knows the word.


class Draft:
    r"""The text of a document while it is being put together from pieces of the original.

    >>> draft = Draft("<p>Ja\r\nvel</p>")
    >>> draft.take(3, 10)
    >>> draft.text
    'Ja\nvel'
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self.length = 0
        self._pieces: list[str] = []
        self._stretches: list[Stretch] = []

    @property
    def text(self) -> str:
        """Give the text so far."""
        return "".join(self._pieces)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Give the way back to the original, for the text so far."""
        return tuple(self._stretches)

    def write(self, words: str) -> None:
        """Append words that have no place in the original, such as a line break."""
        self._pieces.append(words)
        self.length += len(words)

    def take(self, start: int, end: int) -> None:
        """Append `original[start:end]`, cleaned."""
        for piece_start, piece_end, words in _cleaned(self.original, start, end):
            self._append(words, piece_start, piece_end - piece_start)

    def replace(self, start: int, end: int, words: str) -> None:
        """Append words that `original[start:end]` stands for: a character written as an entity."""
        self._append(words, start, end - start)

    def _append(self, words: str, original: int, original_length: int) -> None:
        """Append one piece and note where it stands."""
        if not words:
            return
        last = self._stretches[-1] if self._stretches else None
        length = len(words) if len(words) == original_length else min(len(words), 1)
        if last and self._continues(last, original):
            grown = Stretch(start=last.start, original=last.original, length=last.length + length)
            self._stretches[-1] = grown
        else:
            self._stretches.append(Stretch(start=self.length, original=original, length=length))
        self.write(words)

    def _continues(self, last: Stretch, original: int) -> bool:
        """Tell whether a piece goes on where the last stretch ended, in text and original."""
        return last.start + last.length == self.length and last.original + last.length == original


def _cleaned(original: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Cut a piece of the original into runs of clean text: original start, end, words."""
    position = start
    for odd in _ODD.finditer(original, start, end):
        yield from _composed(original, position, odd.start())
        if _LINE_ENDING.fullmatch(odd[0]):
            yield odd.start(), odd.end(), "\n"
        position = odd.end()
    yield from _composed(original, position, end)


def _composed(original: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Compose letters with separate accents, leaving the rest in whole runs."""
    if unicodedata.is_normalized("NFC", original[start:end]):
        yield start, end, original[start:end]
        return
    position = start
    for letter in _DECOMPOSED.finditer(original, start, end):
        yield position, letter.start(), original[position : letter.start()]
        yield letter.start(), letter.end(), unicodedata.normalize("NFC", letter[0])
        position = letter.end()
    yield position, end, original[position:end]
