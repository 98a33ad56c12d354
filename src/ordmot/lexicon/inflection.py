"""The forms of a word, by the suffix rules and irregular forms of each language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ordmot.lexicon.data import read_data, serving_language

_VOWELS = frozenset("aeiouyæøå")


@cache
def forms(word: str, role: str, language: str) -> frozenset[str]:
    """List the forms that a dictionary word takes in a role, itself among them.

    The rules make more forms than the language uses ("legenene" is no word): a form that nobody
    writes is never met.

    >>> sorted(forms("deny", "verb", "en"))
    ['denied', 'denies', 'deny', 'denying']
    """
    data = read_data(serving_language(language), "inflection")
    irregular = _irregular(word, role, data)
    if irregular is not None:
        return frozenset((word, *irregular))
    rule = _fitting_rule(word, data[role])
    return frozenset((word, *_apply(word, rule))) if rule is not None else frozenset((word,))


def _irregular(word: str, role: str, data: dict[str, Any]) -> tuple[str, ...] | None:
    """Find listed forms of the word, or of the word it ends in ("mis-understand", "sjø-mann")."""
    table: dict[str, list[str]] = data["irregular"].get(role, {})
    if word in table:
        return tuple(table[word])
    for border in range(1, len(word) - 1):
        front, ending = word[:border], word[border:]
        if ending in table and _may_stand_before(front, ending, data["fronts"].get(role)):
            return tuple(front + form for form in table[ending])
    return None


def _may_stand_before(front: str, ending: str, fronts: dict[str, Any] | None) -> bool:
    """Tell whether what is left is a front part: `mis` in "mislead", but not `p` in "plead"."""
    return fronts is not None and (front in fronts["listed"] or len(ending) >= fronts["free_from"])


def _fitting_rule(word: str, rules: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Find the first rule one of whose endings the word has."""
    fitting = (rule for rule in rules if word.endswith(tuple(rule["endings"])))
    return next((rule for rule in fitting if len(word) <= rule.get("most_letters", 99)), None)


def _apply(word: str, rule: dict[str, Any]) -> Iterator[str]:
    """Make the forms of a rule: what it drops, what it adds, single and double consonants."""
    stem = word[: len(word) - rule.get("drop", 0)]
    for suffix in rule["add"]:
        yield stem + suffix
        if not suffix or not stem:
            continue
        if rule.get("double") and suffix[0] in _VOWELS and _ends_short(stem):
            yield stem + stem[-1] + suffix
        if rule.get("single") and suffix[0] not in _VOWELS and stem[-2:-1] == stem[-1]:
            yield stem[:-1] + suffix


def _ends_short(stem: str) -> bool:
    """Tell whether a stem ends in one consonant after one vowel, so that it may double."""
    if len(stem) < 3 or stem[-1] in _VOWELS or stem[-1] in "wxh":
        return False
    return stem[-2] in _VOWELS and stem[-3] not in _VOWELS


@cache
def plural(word: str, language: str) -> str:
    """Give the indefinite plural of a noun, for readers: `sjåfør` -> "sjåfører"."""
    data = read_data(serving_language(language), "inflection")
    if word.endswith(tuple(data["same_plural"])):
        return word
    irregular = _irregular(word, "noun", data)
    if irregular is not None:
        return irregular[0]
    rule = _fitting_rule(word, data["noun"])
    if rule is None:
        return word
    stem = word[: len(word) - rule.get("drop", 0)]
    return stem + str(rule["plural"])


@cache
def stem(word: str, language: str) -> str:
    """Cut the ending off a word that the lexicon does not know, to compare it with its own forms.

    >>> stem("gondolas", "en"), stem("gondolene", "nb")
    ('gondola', 'gondol')
    """
    data = read_data(serving_language(language), "inflection")
    plain = word.casefold()
    for rule in data["stem"]:
        for ending in rule["endings"]:
            if plain.endswith(ending) and len(plain) - len(ending) >= rule["least"]:
                return plain[: -len(ending)] + str(rule.get("add", ""))
    return plain
