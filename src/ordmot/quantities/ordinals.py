"""Ordinal words: "first", "twenty-first", "tjueførste"; "second" after a number is a unit."""

from __future__ import annotations

from ordmot.quantities.numbers import find_atoms, is_digits, read_cardinal
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.vocabulary import Vocabulary


def read_ordinal(tokens: Tokens, index: int, vocabulary: Vocabulary) -> tuple[float, int] | None:
    """Read the ordinal that begins at a token: its value and its end.

    >>> from ordmot.quantities.vocabulary import vocabulary_of
    >>> read_ordinal(Tokens("their twenty-first attempt"), 1, vocabulary_of("en"))
    (21.0, 4)
    """
    digits = _read_digits(tokens, index, vocabulary)
    if digits is not None:
        return digits
    value = _ordinal_of(tokens, index, vocabulary)
    if value is not None:
        return value, index + 1
    if tokens.words[index] not in vocabulary.atoms:
        return None
    number = read_cardinal(tokens, index, vocabulary)
    if number is None or number.form != "words":
        return None
    at = number.end + 1 if tokens.word(number.end) == "-" else number.end
    last = vocabulary.ordinals.get(tokens.word(at))
    if last is None or not _completes(number.low, last):
        return None
    return number.low + last, at + 1


def _read_digits(tokens: Tokens, index: int, vocabulary: Vocabulary) -> tuple[float, int] | None:
    """Read "12th" and, in Norwegian, "12." before a small letter or as the whole text."""
    word, following = tokens.words[index], tokens.word(index + 1)
    if not is_digits(word) or len(word) > 5 or not tokens.is_joined(index):
        return None
    ends = not tokens.is_joined(index + 1) or not tokens.word(index + 2)[:1].isalnum()
    if following in vocabulary.grammar["ordinal_suffixes"] and ends:
        return float(int(word)), index + 2
    if not vocabulary.traits["ordinal_stop"] or following != ".":
        return None
    if tokens.is_joined(index + 1):
        # "32.plass"
        return (float(int(word)), index + 2) if tokens.raw(index + 2)[:1].islower() else None
    if len(tokens) == 2:
        return float(int(word)), index + 2
    if tokens.is_broken(index + 1) or not tokens.raw(index + 2)[:1].islower():
        return None
    return float(int(word)), index + 2


def _ordinal_of(tokens: Tokens, index: int, vocabulary: Vocabulary) -> float | None:
    """Read one word as an ordinal; "andre" is "others" unless "den" or "det" stands before it."""
    word = tokens.words[index]
    value = vocabulary.ordinals.get(word)
    if value is None:
        return _split_ordinal(word, vocabulary)
    guarded = vocabulary.ordinals_after_article
    if word in guarded and tokens.word(index - 1) not in vocabulary.definite:
        return None
    return float(value)


def _split_ordinal(word: str, vocabulary: Vocabulary) -> float | None:
    """Read a Norwegian compound like "tjueførste"."""
    if not vocabulary.traits["compounds"] or len(word) < 8:
        return None
    for size in range(4, min(9, len(word) - 3)):
        last = vocabulary.ordinals.get(word[size:])
        atoms = find_atoms(word[:size], vocabulary) if last is not None else ()
        if last is not None and len(atoms) == 1 and _completes(atoms[0].value, last):
            return atoms[0].value + last
    return None


def _completes(whole: float, last: float) -> bool:
    """Tell whether an ordinal can end a number: the "first" of "twenty-first"."""
    rest = whole % 100
    return (rest >= 20 and rest % 10 == 0 and last < 10) or (rest == 0 and last < 100)
