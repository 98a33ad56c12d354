"""Lead-ins: the sentence at the end of a paragraph that hands over to another voice."""

from __future__ import annotations

import re
from functools import cache

from ordmot.lexicon import LANGUAGES, read_data
from ordmot.passages.sentences import find_sentences

_LONGEST_LEAD_IN = 400  # characters
_BARE_WORDS = 8  # of a lead-in without its colon: "En sjåfør forteller"


def lead_in(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """Find the last sentence of a block if it ends with a colon: the lead-in's offsets.

    >>> text = "Ingen kom. En nabo forteller:"
    >>> text[slice(*lead_in(text, 0, len(text), "nb"))]
    'En nabo forteller:'
    """
    if end <= start or text[end - 1] != ":":
        return None
    first, last = find_sentences(text, max(start, end - 2 * _LONGEST_LEAD_IN), end, language)[-1]
    return (first, last) if last - first <= _LONGEST_LEAD_IN else None


def bare_lead_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find a short line that hands over though its colon is missing: "En sjåfør forteller"."""
    words = text[start:end]
    is_short = len(words.split()) <= _BARE_WORDS and "\n" not in words
    if is_short and words[-1:].isalpha() and names_handover(words, at_end=True):
        return start, end
    return None


def names_handover(words: str, *, at_end: bool = False) -> bool:
    """Tell whether words hold a verb or noun of telling; `at_end`, as their last word."""
    return any(
        not at_end or match.end() == len(words) for match in _handover_pattern().finditer(words)
    )


@cache
def _handover_pattern() -> re.Pattern[str]:
    """Build the pattern of the words that hand over, in every language."""
    words = {word for name in LANGUAGES for word in read_data(name, "passages")["handovers"]}
    choices = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.I)
