"""Hedges: which words bound or blur a number, and the interval they license."""

from __future__ import annotations

from ordmot.ledger import Hedge, Interval
from ordmot.lexicon import senses
from ordmot.quantities.measured import Measured
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.vocabulary import Vocabulary

# How far "about", "nearly" and "just over" reach, as shares of the number. They follow what
# readers take such words to license, not what a statistician would call an error.
_ABOUT = 0.1
_NEAR = 0.1
_JUST_OVER = 0.25
_STACK = 3
_PRICES = ("$", "£", "€")
_BLUR = ("about", "exact")

BLURRING = ("", "about", "exact", "nearly", "just_over", "just_under")
"""Hedges that a vague word absorbs: "about a dozen" is no narrower than "a dozen or so"."""


def bound(measured: Measured, name: str) -> tuple[Interval, Hedge]:
    """Give the interval and the hedge that a named hedge makes of an amount.

    About v is v ± 10 %, nearly v is [0.9 v, v), more than v is (v, ∞), up to v is (-∞, v].
    """
    low, high = measured.low, measured.high
    if not measured.is_point and name in BLURRING:
        if measured.form == "none":
            return Interval(low=0, high=0), Hedge.EXACT
        is_open = measured.high_open and high is not None
        return Interval(low=low, high=high, high_open=is_open), Hedge.VAGUE
    if name in ("at_least", "more_than"):
        return Interval(low=low, high=None, low_open=name == "more_than"), Hedge(name)
    if name in ("at_most", "less_than"):
        is_open = name == "less_than" and high is not None
        return Interval(low=None, high=high, high_open=is_open), Hedge(name)
    return _near(low, name)


def _near(value: float, name: str) -> tuple[Interval, Hedge]:
    """Give the interval of an approximate or an exact number."""
    size = abs(value)
    some = size > 0
    if name == "about":
        return Interval(low=value - _ABOUT * size, high=value + _ABOUT * size), Hedge.ABOUT
    if name == "nearly":
        return Interval(low=value - _NEAR * size, high=value, high_open=some), Hedge.NEARLY
    if name == "just_under":
        return Interval(low=value - _NEAR * size, high=value, high_open=some), Hedge.LESS_THAN
    if name == "just_over":
        high = value + _JUST_OVER * size
        return Interval(low=value, high=high, low_open=some), Hedge.MORE_THAN
    return Interval(low=value, high=value), Hedge.EXACT


def find_before(tokens: Tokens, start: int, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """Find the hedge before an amount: its name and its first token.

    Hedges stack ("probably more than"); one that bounds wins over one that blurs.
    """
    found: tuple[str, int] | None = None
    at = start
    for _ in range(_STACK):
        if at < 1 or tokens.is_broken(at - 1):
            break
        hedge = vocabulary.hedges_before.match_before(tokens.words, at)
        if hedge is None or _is_verb(tokens, hedge[1], at, vocabulary):
            break
        name, at = hedge
        if found is not None and name not in _BLUR and found[0] not in _BLUR:
            break
        keeps = found is not None and (found[0] not in _BLUR or name in _BLUR)
        found = (found[0] if keeps and found is not None else name), at
    return found or _find_past_word(tokens, start, vocabulary)


def _find_past_word(tokens: Tokens, start: int, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """Find a hedge with a word like "another" between it and the number."""
    if start < 1 or tokens.is_broken(start - 1):
        return None
    extra = vocabulary.additional.match_before(tokens.words, start)
    if extra is None:
        return None
    hedge = vocabulary.hedges_before.match_before(tokens.words, extra[1])
    if hedge is None or hedge[0] == "exact":
        return None
    return None if _is_verb(tokens, hedge[1], extra[1], vocabulary) else hedge


def _is_verb(tokens: Tokens, first: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell "police | estimated 12,000" from "the | estimated 12", "killed | estimated 12".

    The "over" of "handed | over 2,300 rifles" is its verb's.
    """
    verbal = vocabulary.verbal
    if tokens.words[first] in verbal["particles"] and end - first == 1:
        return tokens.word(first - 1) in verbal["phrasal"] and not tokens.is_broken(first - 1)
    if end - first != 1 or tokens.words[first] not in verbal["words"]:
        return False
    before = tokens.word(first - 1)
    if not before[:1].isalpha() or tokens.is_broken(first - 1):
        return False
    if before in verbal["leads"]:
        return True
    is_verb = before.endswith(tuple(verbal["verbs"])) and tokens.raw(first - 1).islower()
    known = senses(before, vocabulary.language)
    is_verb = is_verb or (bool(known) and not any(sense.role == "noun" for sense in known))
    return not is_verb and before not in vocabulary.stops | vocabulary.definites


def find_after(tokens: Tokens, end: int, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """Find the hedge right after an amount: "or more", "eller så", ", possibly more"."""
    if end >= len(tokens) or tokens.is_broken(end - 1):
        return None
    found = vocabulary.hedges_after.match(tokens.words, end)
    if found is None and tokens.words[end] in (",", "–", "("):
        found = vocabulary.hedges_after.match(tokens.words, end + 1)
        if found is not None and found[0] not in ("more_than", "less_than"):
            return None
    if found is None:
        return None
    # "34 bodies and more than 200 wounded": the hedge is that of the next number.
    following = tokens.word(found[1])
    is_amount = following[:1].isdecimal() or following in _PRICES
    is_next = is_amount or following in vocabulary.comparing
    return None if is_next else found
