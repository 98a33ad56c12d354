"""The outlets that a passage names: "BBC-artikkelen", "the magazine The Lantern"."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.ledger import Passage
from ordmot.statements.language import language_of
from ordmot.statements.sentence import Range
from ordmot.statements.words import Word, split_words


def outlets_in(passage: Passage) -> list[tuple[str, Range]]:
    """Find the outlets that a passage names: "BBC-artikkelen", "the magazine The Lantern"."""
    lang = language_of(passage.language)
    words = split_words(passage.span.text, 0, len(passage.span.text), ())
    found = []
    for at, word in enumerate(words):
        head = word.text.split("-")[0].split("'")[0].split("’")[0]
        if word.is_capitalised and head.lower() in lang["outlet_names"]:
            start = passage.span.start + word.start
            found.append((head, (start, start + len(head))))
        elif word.lower in lang["outlets"] and not (at and word.is_capitalised):
            found += _named_after(passage, words, at + 1)
    return found


def _named_after(passage: Passage, words: Sequence[Word], at: int) -> list[tuple[str, Range]]:
    """Take the capitalised words after "the magazine" as its name."""
    end = at
    while end < len(words) and words[end].is_capitalised:
        end += 1
    if end == at:
        return []
    start, last = words[at].start, words[end - 1].end
    offset = passage.span.start
    return [(passage.span.text[start:last], (offset + start, offset + last))]
