"""What a number counts: the noun phrase after it, found by the closed words that end it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ordmot.lexicon import read_data, serving_language
from ordmot.quantities.tokens import Tokens

_LONGEST = 7


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """The closed word lists that bound a counted noun phrase in one language."""

    language: str
    skip: frozenset[str]
    determiners: frozenset[str]
    of: frozenset[str]
    joiners: frozenset[str]
    pronouns: frozenset[str]
    stops: frozenset[str]
    plurals: frozenset[str]
    attributive: frozenset[str]
    people: frozenset[str]
    not_participles: frozenset[str]


@cache
def noun_phrases_of(language: str) -> NounPhrases:
    """Read the word lists of a language."""
    served = serving_language(language)
    data = read_data(served, "counted")
    return NounPhrases(language=served, **{name: frozenset(words) for name, words in data.items()})


def find_counted(tokens: Tokens, end: int, lists: NounPhrases) -> tuple[int, int] | None:
    """Find the noun phrase that the number ending before `end` counts, as a token range.

    "another 30 foreign fighters who" gives "foreign fighters"; "3,500 of their family members"
    keeps the "of their"; "20 wounded" counts the wounded.
    """
    start = end
    while start < len(tokens) and _is_open(tokens, start) and tokens.words[start] in lists.skip:
        start += 1
    if start >= len(tokens) or not _is_open(tokens, start):
        return None
    at = start
    if tokens.word(at) in lists.of:
        at += 1
        if tokens.word(at) in lists.pronouns and tokens.word(at + 1) in lists.stops | {
            "",
            ".",
            ",",
        }:
            return start, at + 1
        partitive = tokens.word(at) in lists.determiners
        while tokens.word(at) in lists.determiners:
            at += 1
        if not partitive:
            start = at if tokens.word(start) in lists.of else start
    head_end = _find_head(tokens, at, lists)
    if head_end == at:
        return None
    return start, _with_tail(tokens, head_end, lists)


def _is_open(tokens: Tokens, at: int) -> bool:
    """Tell whether the text goes on from the token before to this one on the same line."""
    return not tokens.is_broken(at - 1)


def _is_word(tokens: Tokens, at: int) -> bool:
    """Tell whether a token can be part of a noun phrase."""
    word = tokens.word(at)
    return word[:1].isalpha()


def _find_head(tokens: Tokens, at: int, lists: NounPhrases) -> int:
    """Find the end of adjectives and noun."""
    first = at
    while at < len(tokens) and at - first < _LONGEST and _is_open(tokens, at):
        if not _is_word(tokens, at) or (
            tokens.word(at) in lists.stops and not _is_counted_verb(tokens, at, first, lists)
        ):
            break
        at, word = _whole_word(tokens, at)
        if _ends_phrase(tokens, at, word, at - 1 == first, lists):
            break
    return at


def _is_counted_verb(tokens: Tokens, at: int, first: int, lists: NounPhrases) -> bool:
    """Tell whether a word that ends phrases begins this one: "to drept", "12 dead"."""
    return at == first and tokens.word(at) in lists.people | lists.plurals


def _whole_word(tokens: Tokens, at: int) -> tuple[int, str]:
    """Join hyphenated parts: the end and the last part ("IS-krigere" gives "krigere")."""
    word = tokens.word(at)
    at += 1
    while tokens.word(at) in ("-", "‑") and tokens.is_joined(at - 1) and tokens.is_joined(at):
        if not tokens.word(at + 1)[:1].isalnum():
            break
        word = tokens.word(at + 1)
        at += 2
    return at, word


def _ends_phrase(tokens: Tokens, at: int, word: str, is_first: bool, lists: NounPhrases) -> bool:
    """Tell whether the phrase is complete after this word."""
    following = tokens.word(at)
    if not following[:1].isalpha() or following in lists.stops:
        return True
    if lists.language == "nb":
        return _is_noun_nb(word, is_first, lists)
    if word in lists.people and is_first:
        return not _looks_plural(following, lists)
    if _is_participle(following) and following not in lists.not_participles:
        return _looks_plural(word, lists) or word in lists.people
    if not _looks_plural(word, lists) or word in lists.attributive:
        return False
    return not (
        _looks_plural(following, lists) and tokens.raw(at).islower() and word not in lists.plurals
    )


def _looks_plural(word: str, lists: NounPhrases) -> bool:
    """Tell whether an English word has a plural's form."""
    if word in lists.plurals:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    )


def _is_participle(word: str) -> bool:
    """Tell whether an English word has a participle's form."""
    return len(word) > 4 and word.endswith(("ed", "ing"))


def _is_noun_nb(word: str, is_first: bool, lists: NounPhrases) -> bool:
    """Tell whether a Norwegian word is the noun, by its ending: adjectives end in -e after a number."""
    if word in lists.people:
        return (
            word
            not in (
                "utenlandske",
                "voksne",
                "unge",
                "eldre",
                "skadde",
                "døde",
                "drepte",
                "bevæpnede",
            )
            or not is_first
        )
    if word.endswith(("er", "ere", "ene", "ar", "or")) or any(
        word.endswith(noun) for noun in lists.plurals
    ):
        return True
    return not word.endswith(("e", "sk", "ig", "lig", "et"))


def _with_tail(tokens: Tokens, end: int, lists: NounPhrases) -> int:
    """Add what restricts the noun: "members of the family", "women and children"."""
    at = end
    word = tokens.word(at)
    if word in lists.joiners and _is_open(tokens, at) and _is_plain_noun(tokens, at + 1, lists):
        at += 2
        word = tokens.word(at)
    if word in lists.of and _is_open(tokens, at) and word != "fra":
        inner = at + 1
        while tokens.word(inner) in lists.determiners:
            inner += 1
        head = _find_head(tokens, inner, lists)
        if head > inner and not tokens.words[inner][:1].isdecimal():
            return head
    return at


def _is_plain_noun(tokens: Tokens, at: int, lists: NounPhrases) -> bool:
    """Tell whether one plural noun stands alone here, as after "women and"."""
    word = tokens.word(at)
    if not _is_word(tokens, at) or word in lists.stops or tokens.raw(at)[:1].isupper():
        return False
    following = tokens.word(at + 1)
    if following[:1].isalpha() and following not in lists.stops:
        return False
    if lists.language == "nb":
        return word.endswith(("er", "ere")) or word in lists.plurals
    return _looks_plural(word, lists)
