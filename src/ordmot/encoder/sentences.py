"""Where sentences end, for trees, as far as marks and capitals tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ordmot.encoder.pieces import Group

LONGEST = 160  # words: a longer sentence is cut, for its words do not see each other anyway
_END = re.compile(
    r"""(?<![.\s]\w)[.!?…]+["'”’»)\]]*(?=\s+["'“‘«(\[–—-]*\s*[\w])(?!\s+[a-zæøåäö])|\n+"""
)

Bounds = tuple[int, int]


def find_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Bounds]:
    """Find the sentences of a part of a text, and give their bounds.

    >>> text = "Hun gikk. «Nei,» sa J. Lie. Kl. ni kom de."
    >>> [text[start:end].strip() for start, end in find_sentences(text)]
    ['Hun gikk.', '«Nei,» sa J. Lie.', 'Kl. ni kom de.']
    """
    stop = len(text) if end is None else end
    at = start
    for mark in _END.finditer(text, start, stop):
        yield at, mark.end()
        at = mark.end()
    if at < stop:
        yield at, stop


def words_of_sentences(
    groups: Sequence[Group], sentences: Iterable[Bounds]
) -> Iterator[tuple[int, int]]:
    """Give first and stop of the words of each sentence; words between sentences belong to none."""
    word = 0
    for start, end in sentences:
        while word < len(groups) and groups[word].start < start:
            word += 1
        first = word
        while word < len(groups) and groups[word].start < end:
            word += 1
        for part in range(first, word, LONGEST):
            yield part, min(part + LONGEST, word)
