"""The words of each language and the concepts they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ordmot.lexicon.concepts import concepts, is_kind_of
from ordmot.lexicon.data import read_data, serving_language
from ordmot.lexicon.inflection import forms, plural
from ordmot.lexicon.sense import Role, Sense

_APOSTROPHES = str.maketrans("’ʼ", "''")
_ROLES: tuple[Role, ...] = ("people", "noun", "verb", "adjective")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Every form of one language with its senses, and how many words phrases have."""

    senses: dict[str, tuple[Sense, ...]]
    proper: frozenset[str]
    """The forms that only stand for something with a capital: "Turkey", "Pole"."""
    longest: dict[str, int]
    """For the first word of a multiword form: the number of words of the longest."""


@cache
def vocabulary(language: str) -> Vocabulary:
    """Make every form of the words of a language, once."""
    served = serving_language(language)
    found: dict[str, dict[Sense, None]] = {}
    plain: set[str] = set()
    for form, sense, is_proper in (*_dictionary_forms(served), *_inflected_forms(served)):
        found.setdefault(form, {})[sense] = None
        if not is_proper:
            plain.add(form)
    longest: dict[str, int] = {}
    for form in found:
        words = form.split()
        longest[words[0]] = max(longest.get(words[0], 1), len(words))
    return Vocabulary(
        senses={form: tuple(kept) for form, kept in found.items()},
        proper=frozenset(found) - plain,
        longest=longest,
    )


def _dictionary_forms(language: str) -> Iterator[tuple[str, Sense, bool]]:
    """Give the words as they are listed, with their sense and whether they are proper names.

    They come before inflected forms: "motstander" is an opponent, not several acts of "motstand".
    """
    for concept, role, word in _entries(language):
        if written_key(word) not in _blocked(language):
            yield written_key(word), _sense(concept, role), word[0].isupper()


def _inflected_forms(language: str) -> Iterator[tuple[str, Sense, bool]]:
    """Give every form of the words, with their sense and whether they are proper names."""
    for concept, role, word in _entries(language):
        for form in _forms(word, role, language) - _blocked(language):
            yield form, _sense(concept, role), word[0].isupper()


def _entries(language: str) -> Iterator[tuple[str, Role, str]]:
    """Give each concept, role and dictionary word of `words.toml`."""
    for section in read_data(language, "words").values():
        for concept, entry in section.items():
            for role in _ROLES:
                for word in entry.get(role, ()):
                    yield concept, role, word


def is_dictionary_form(word: str, role: Role, language: str) -> bool:
    """Tell whether a word, lower case, is listed so: "open" as a verb is, "opened" is not."""
    return word in _listed(role, serving_language(language))


@cache
def _listed(role: Role, language: str) -> frozenset[str]:
    return frozenset(word for _, kind, word in _entries(language) if kind == role)


def _sense(concept: str, role: Role) -> Sense:
    """Make the sense of a word: one that counts people says who, and what happened to them.

    "deaths" under `die` counts persons who die, "foreigners" under `foreign` persons who are so.
    """
    entry = concepts()[concept]
    if role != "people":
        return Sense(
            concept=concept, role=role, predicate=entry.predicate, restrictor=entry.restrictor
        )
    if is_kind_of(concept, "event"):
        return Sense(concept="person", role="people", predicate=concept)
    return Sense(concept="person", role="noun", restrictor=concept)


def _forms(word: str, role: Role, language: str) -> frozenset[str]:
    """Inflect a word; of several words a verb's first ("set fire to"), else the last.

    A country's name has no other forms, and neither has an adjective of several words.
    """
    key = written_key(word)
    first, _, rest = key.partition(" ")
    front, _, last = key.rpartition(" ")
    if (role == "noun" and word[0].isupper()) or (role == "adjective" and rest):
        return frozenset((key,))
    if not rest:
        return forms(key, role, language)
    if role == "verb":
        return frozenset(f"{form} {rest}" for form in forms(first, role, language))
    return frozenset(f"{front} {form}" for form in forms(last, role, language))


def written_key(word: str) -> str:
    """Give the form under which a word is looked up: small letters, plain apostrophes."""
    return word.lower().translate(_APOSTROPHES)


@lru_cache(maxsize=200_000)
def known_senses(word: str, language: str) -> tuple[Sense, ...]:
    """Find the senses of a form the vocabulary has, its genitive or another hyphenation of it."""
    index = vocabulary(language).senses
    key = written_key(word)
    if key in _blocked(language) or _exact_spelling(language).get(key, word) != word:
        return ()
    for form in (key, *_genitive_bases(key), *_other_hyphenations(key)):
        if form in index:
            return index[form]
    return ()


@cache
def _blocked(language: str) -> frozenset[str]:
    """Read the forms that nearly always mean something that the lexicon does not hold."""
    return frozenset(read_data(language, "senses")["blocked"])


@cache
def _exact_spelling(language: str) -> dict[str, str]:
    """Index the words that count only as they are written in the data: "US", but not "us"."""
    return {written_key(word): word for word in read_data(language, "senses")["exact"]}


def _genitive_bases(key: str) -> Iterator[str]:
    """Take a genitive ending off: "fighter's", "fighters'", "krigernes"."""
    if key.endswith("'s"):
        yield key[:-2]
    elif key.endswith("'") or (key.endswith("s") and len(key) > 4):
        yield key[:-1]


def _other_hyphenations(key: str) -> Iterator[str]:
    """Write a hyphened word in one and in two: "cease-fire", "ceasefire", "cease fire"."""
    if "-" in key.strip("-"):
        yield key.replace("-", "")
        yield key.replace("-", " ")


@cache
def label(concept: str, language: str) -> str:
    """Give a reader's word for a concept: things and people in the plural, verbs for events.

    >>> label("fighter", "nb"), label("fighter", "en")
    ('krigere', 'fighters')
    """
    served = serving_language(language)
    entry = _words_of(concept, served)
    if "label" in entry:
        return str(entry["label"])
    order: tuple[Role, ...] = ("noun", "people", "adjective", "verb")
    if is_kind_of(concept, "event"):
        order = ("verb", "noun", "people", "adjective")
    elif is_kind_of(concept, "nation") or is_kind_of(concept, "trait"):
        order = ("adjective", "noun", "people", "verb")
    for role in order:
        if entry.get(role):
            word = str(entry[role][0])
            return plural(word, served) if role == "noun" and _is_counted(concept) else word
    return plain(concept)


def plain(concept: str) -> str:
    """Write a concept as words: `family_member` -> "family member"."""
    return concept.lstrip("=~").replace("_", " ")


def _is_counted(concept: str) -> bool:
    """Tell whether what a noun names is counted one by one, so that its label is a plural."""
    kinds = ("person", "thing", "group", "place")
    return not is_kind_of(concept, "stuff") and any(is_kind_of(concept, kind) for kind in kinds)


@cache
def _words_of(concept: str, language: str) -> dict[str, Any]:
    sections = read_data(language, "words").values()
    return next((section[concept] for section in sections if concept in section), {})
