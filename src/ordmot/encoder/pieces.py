"""From text to the pieces that the network reads, and back to words.

The pieces of a paragraph are followed by an END; nothing of a text is left out, and offsets point
into the text as it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

BEGIN, PAD, END = 0, 1, 2  # the backbone's special pieces; END also parts paragraphs
SECTION = 16_000  # pieces read and decoded together: some 12,000 words, 40 MB of scores
STRETCH = 20_000  # characters given to the tokenizer at a time; it cuts at white space anyway
NOWHERE = (-1, -1)  # the offsets of an END, which stands for no character
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")

Offsets = tuple[int, int]


class Cut(Protocol):
    """What a tokenizer makes of a text."""

    @property
    def ids(self) -> list[int]:
        """Give the numbers of the pieces."""
        ...

    @property
    def offsets(self) -> list[Offsets]:
        """Give the place of each piece."""
        ...


class Tokenizer(Protocol):
    """What cuts a text into pieces."""

    def encode(self, text: str, /, *, add_special_tokens: bool) -> Cut:
        """Cut one text."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Pieces of a part of a text, with their places in the whole text."""

    ids: list[int] = field(default_factory=list)
    offsets: list[Offsets] = field(default_factory=list)

    @property
    def bounds(self) -> Offsets:
        """Find where in the text the section begins and ends."""
        starts = (start for start, _ in self.offsets if start >= 0)
        return next(starts, 0), max((end for _, end in self.offsets), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A word: its place in the text and its pieces, first to stop."""

    start: int
    end: int
    first: int
    stop: int


def cut_paragraphs(tokenizer: Tokenizer, text: str) -> tuple[list[int], list[Offsets]]:
    """Cut a text into pieces, with an END between paragraphs; offsets trimmed of spaces."""
    whole = Section()
    for paragraph in _PARAGRAPH.finditer(text):
        for stretch in _stretches(text, *paragraph.span()):
            _add_stretch(whole, tokenizer, text, stretch)
        _close(whole)
    return whole.ids, whole.offsets


def cut_sections(tokenizer: Tokenizer, text: str, size: int = SECTION) -> Iterator[Section]:
    """Cut a text into sections of whole paragraphs; only a paragraph beyond all measure is cut."""
    section = Section()
    for paragraph in _PARAGRAPH.finditer(text):
        for stretch in _stretches(text, *paragraph.span()):
            if len(section.ids) >= 2 * size:
                yield section
                section = Section()
            _add_stretch(section, tokenizer, text, stretch)
        _close(section)
        if len(section.ids) >= size:
            yield section
            section = Section()
    if section.ids:
        yield section


def _stretches(text: str, start: int, end: int) -> Iterator[Offsets]:
    """Cut a paragraph where it is very long, at white space if there is any."""
    while end - start > STRETCH:
        space = text.rfind(" ", start + 1, start + STRETCH)
        stop = space if space > start else start + STRETCH
        yield start, stop
        start = stop
    yield start, end


def _add_stretch(section: Section, tokenizer: Tokenizer, text: str, stretch: Offsets) -> None:
    """Add the pieces of one stretch of text to a section."""
    begin, stop = stretch
    cut = tokenizer.encode(text[begin:stop], add_special_tokens=False)
    section.ids.extend(cut.ids)
    for first, last in cut.offsets:
        start, end = first + begin, last + begin
        while start < end and text[start].isspace():
            start += 1
        section.offsets.append((start, end))


def _close(section: Section) -> None:
    """End a paragraph."""
    section.ids.append(END)
    section.offsets.append(NOWHERE)


def group_words(
    text: str, offsets: Sequence[Offsets], bounds: Offsets | None = None
) -> list[Group]:
    """Find the words of a text, or of the part within bounds, and the pieces that overlap each.

    A piece may hold two marks ('.”'): both words then share it. A word that the tokenizer drops
    (a lone control character) is left out.
    """
    groups = []
    at = 0
    for word in _WORD.finditer(text, *(bounds or (0, len(text)))):
        start, end = word.span()
        while at < len(offsets) and offsets[at][1] <= start:
            at += 1
        stop = at
        while stop < len(offsets) and 0 <= offsets[stop][0] < end:
            stop += 1
        if stop > at:
            groups.append(Group(start=start, end=end, first=at, stop=stop))
    return groups
