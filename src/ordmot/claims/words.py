"""The words of a sentence with their places, and the marker phrases among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ordmot.ledger import Span
from ordmot.lexicon import read_data, serving_language

HYPHENS = ("-", "‑")
_WORD = re.compile(r"(?:[A-Z]\.){2,}(?:-\w+)*|\w+(?:[-'’]\w+)*|[^\w\s]")
"""A word, an acronym with its dots ("U.S.", "U.N.-backed"), or a mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word or punctuation mark, with its place in the document."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        """Give the word in small letters."""
        return self.text.lower()

    @property
    def is_mark(self) -> bool:
        """Tell whether it is punctuation."""
        return not self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()


def read_words(span: Span) -> tuple[Word, ...]:
    """Cut a span into words and marks: "IS-krigere dro." -> IS-krigere, dro, `.`."""
    return tuple(
        Word(start=span.start + found.start(), end=span.start + found.end(), text=found[0])
        for found in _WORD.finditer(span.text)
    )


def may_part(word: Word, language: str) -> bool:
    """Tell whether a word may begin another clause: a mark, or a conjunction."""
    return word.is_mark or word.lower in word_set(language, "clauses", "openers")


@cache
def word_set(language: str, section: str, key: str) -> frozenset[str]:
    """Give a word list of the claims lexicon as a set."""
    return frozenset(read_data(serving_language(language), "claims")[section][key])


def find_markers(span: Span, language: str, section: str, key: str) -> Iterator[tuple[int, int]]:
    """Find where the phrases of a word list stand in the span, as document offsets."""
    for found in _pattern(serving_language(language), section, key).finditer(span.text):
        yield span.start + found.start(), span.start + found.end()


def has_marker(span: Span, language: str, section: str, key: str) -> bool:
    """Tell whether any phrase of a word list stands in the span."""
    return next(find_markers(span, language, section, key), None) is not None


@cache
def _pattern(language: str, section: str, key: str) -> re.Pattern[str]:
    """Compile a word list into one alternation, the longest phrase first."""
    phrases: Sequence[str] = read_data(language, "claims")[section][key]
    longest_first = sorted(phrases, key=len, reverse=True)
    space = r"\s+"
    if section == "modality":  # "expects | now | to", «regner | nå | med»
        adverbs = read_data(language, "claims")["clauses"]["adverbs"]
        space += rf"(?:(?:{'|'.join(map(re.escape, adverbs))})\s+)?"
    body = "|".join(re.escape(phrase).replace(r"\ ", space) for phrase in longest_first)
    # "n't" and "'ll" are glued to the word before them.
    return re.compile(rf"(?:(?<!\w)|(?=n't|'ll))(?:{body})(?!-?\w)", re.IGNORECASE)
