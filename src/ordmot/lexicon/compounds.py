"""Words made of words: Norwegian compounds and hyphened ones, read by their last part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from ordmot.lexicon.aliases import known_name
from ordmot.lexicon.concepts import is_kind_of
from ordmot.lexicon.data import read_data, serving_language
from ordmot.lexicon.inflection import stem
from ordmot.lexicon.sense import Sense
from ordmot.lexicon.vocabulary import known_senses, written_key

_SHORT_HEAD = 3
_LONG_HEAD = 5
_NAME_HEAD = 6
"""A capitalised word with a shorter last part is more likely a name: "Bjørndalen", "Solberg"."""
_VOWELS = frozenset("aeiouyæøåéô")


@lru_cache(maxsize=200_000)
def senses(word: str, language: str) -> tuple[Sense, ...]:
    """Find what a word can stand for; a compound stands for what its last part does.

    >>> [(sense.concept, sense.restrictor) for sense in senses("bussjåførene", "nb")]
    [('driver', 'bus')]
    """
    served = serving_language(language)
    known = known_senses(word, served)
    if known:
        return known
    parts = compound_parts(word, served)
    if parts is None:
        return ()
    restrictor = _restrictor(parts[0], served)
    heads = [sense for sense in known_senses(parts[-1], served) if _can_head(sense)]
    return tuple(sense.narrowed(restrictor) for sense in heads)


@lru_cache(maxsize=200_000)
def compound_parts(word: str, language: str) -> tuple[str, ...] | None:
    """Split a compound whose last part the lexicon knows, the linking letter left out.

    >>> compound_parts("krigsfanger", "nb"), compound_parts("IS-krigere", "nb")
    (('krig', 'fanger'), ('IS', 'krigere'))
    """
    served = serving_language(language)
    rules = _rules(served)
    if "-" in word.strip("-"):
        first, _, head = word.rpartition("-")
        is_compound = first.lower() not in rules["not_first"] and _heads(head, served)
        return (first, head) if is_compound else None
    if not rules["closed"] or len(word) <= _SHORT_HEAD:
        return None
    return next(_closed_splits(word, served), None)


def _closed_splits(word: str, language: str) -> Iterator[tuple[str, str]]:
    """Split a word written in one: known first parts before unknown, long last parts first."""
    rules = _rules(language)
    if word.lower() in rules["no_compounds"]:
        return
    unknown = []
    for border in range(2, len(word) - _SHORT_HEAD + 1):
        first, head = word[:border].lower(), written_key(word[border:])
        if head in rules["no_heads"] or first in rules["not_first"]:
            continue
        if not _heads(head, language):
            continue
        base = _base(first, head, language)
        if base is None:
            unknown.append((first, head))
        elif len(head) >= _NAME_HEAD or not word[0].isupper():
            yield base, head
    if not word[0].isupper():
        yield from (pair for pair in unknown if _may_be_word(*pair, language))


def _may_be_word(first: str, head: str, language: str) -> bool:
    """Tell whether an unknown first part could be a word, so that the split is a likely one.

    "tungtvann" can, "adopsjonsfor" cannot: the prefix at its end belongs to what follows.
    """
    rules = _rules(language)
    if len(head) < _LONG_HEAD or len(first) < _SHORT_HEAD or _VOWELS.isdisjoint(first):
        return False
    if first.endswith(tuple(rules["no_first_endings"])):
        return False
    coda = first[-2:]
    return not _VOWELS.isdisjoint(coda) or coda in rules["codas"]


def _base(first: str, head: str, language: str) -> str | None:
    """Find the known word that a first part is: "krigs" -> `krig`, "barne" -> `barn`.

    Of three equal consonants one is not written: "bussjåfør" is a "buss" and a "sjåfør".
    """
    candidates = [first]
    if first[-1] in "se":
        candidates.insert(0, first[:-1])
    if first[-1] == head[0]:
        candidates.append(first + head[0])
    candidates.append(first + "e")
    known = (base for base in candidates if len(base) > 2 and senses(base, language))
    return next(known, None)


def _heads(head: str, language: str) -> bool:
    return any(_can_head(sense) for sense in known_senses(head, language))


def _can_head(sense: Sense) -> bool:
    """Tell whether a sense can end a compound: things, people and events named by a noun."""
    return sense.role in ("noun", "people")


def _restrictor(first: str, language: str) -> str | None:
    """Name what a first part narrows its head to: a concept, a name ("IS-") or an unknown word."""
    if first.lower() in _rules(language)["light_first"]:
        return None
    found = senses(first, language)
    concepts = [_narrowing_concept(sense) for sense in found]
    is_name = first[0].isupper()
    if is_name and not any(is_kind_of(concept, "nation") for concept in concepts):
        return f"={known_name(first)}"
    return concepts[0] if concepts else f"~{stem(first, language)}"


def _narrowing_concept(sense: Sense) -> str:
    """Name what a sense narrows a head to: of persons what befalls them or what they are."""
    if sense.concept != "person":
        return sense.concept
    return sense.predicate or sense.restrictor or sense.concept


@cache
def _rules(language: str) -> dict[str, frozenset[str]]:
    """Read the compounding rules of a language; `closed` is empty where words are not joined."""
    data = read_data(language, "senses")["compounds"]
    return {key: frozenset(words) for key, words in data.items()}
