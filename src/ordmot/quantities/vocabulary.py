"""The words of one language that the reading of quantities needs, built once from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from ordmot.lexicon import read_data, serving_language
from ordmot.quantities.tokens import Phrases, phrases_of

VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
"""The fractions that are one character."""


class Atom(NamedTuple):
    """One number word: its value and how it combines (`one`, `ten`, `hundred`, `scale`)."""

    value: float
    kind: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lookup tables of one language."""

    language: str
    atoms: dict[str, Atom]
    compounds: dict[str, tuple[Atom, ...]]
    suffixes: dict[str, float]
    fractions: dict[str, float]
    ordinals: dict[str, float]
    relative_ordinals: Phrases[float]
    ordinals_after_article: frozenset[str]
    definite: frozenset[str]
    whole: dict[str, float]
    every: frozenset[str]
    traits: dict[str, bool]
    grammar: dict[str, frozenset[str]]
    ratio: Phrases[str]
    vague: Phrases[tuple[float, ...]]
    vague_guard: dict[str, frozenset[str]]
    tallies: tuple[str, ...]
    one: dict[str, frozenset[str]]
    not_ratio_before: frozenset[str]
    of: frozenset[str]
    none: Phrases[str]
    none_determiners: frozenset[str]
    none_idioms: frozenset[str]
    denial: dict[str, frozenset[str]]
    singles: Phrases[str]
    plural_endings: tuple[tuple[str, ...], tuple[str, ...]]
    stops: frozenset[str]
    definites: frozenset[str]
    plurals: frozenset[str]
    people: frozenset[str]
    shares: dict[str, float]
    shares_need_of: bool
    multiples: dict[str, float]
    hedges_before: Phrases[str]
    verbal: dict[str, frozenset[str]]
    comparing: frozenset[str]
    needs_unit: tuple[str, ...]
    hedges_after: Phrases[str]
    openers: Phrases[str]
    joiners: Phrases[str]
    guarded: frozenset[str]
    change_openers: frozenset[str]
    out_of: frozenset[str]
    short_measures: frozenset[str]
    doubtful: frozenset[str]
    tens: frozenset[str]
    change: frozenset[str]
    difference: frozenset[str]
    steps: frozenset[str]
    plus_minus: Phrases[str]
    sides: frozenset[str]
    additional: Phrases[str]


@cache
def vocabulary_of(language: str) -> Vocabulary:
    """Build the tables for a language, or for the one that serves it."""
    served = serving_language(language)
    numbers = read_data(served, "numbers")
    hedges = read_data(served, "hedges")
    between = hedges["between"]
    counted = read_data(served, "counted")
    return Vocabulary(
        language=served,
        atoms=_atoms(numbers),
        compounds={},
        suffixes=numbers["suffixes"],
        fractions={**numbers["fractions"], **VULGAR},
        relative_ordinals=Phrases(numbers["relative_ordinals"].items()),
        ordinals=numbers["ordinals"],
        ordinals_after_article=frozenset(numbers["definite"]["ordinals"]),
        definite=frozenset(numbers["definite"]["before"]),
        whole=numbers.get("whole", {}),
        every=frozenset(numbers["partitive"]["every"]),
        traits=numbers["traits"],
        grammar={name: frozenset(words) for name, words in numbers["grammar"].items()},
        ratio=Phrases((word, word) for word in numbers["grammar"]["ratio_words"]),
        vague=Phrases((words, tuple(ends)) for words, ends in numbers["vague"].items()),
        vague_guard={name: frozenset(words) for name, words in numbers["partitive"].items()},
        tallies=tuple(numbers["tallies"]["endings"]),
        one={name: frozenset(words) for name, words in numbers["one"].items()},
        not_ratio_before=frozenset(numbers["partitive"]["not_ratio_before"]),
        of=frozenset(numbers["partitive"]["of"]),
        none=Phrases((words, words) for words in numbers["none"]["pronouns"]),
        none_determiners=frozenset(numbers["none"]["determiners"]),
        none_idioms=frozenset(numbers["none"]["idioms"]),
        denial={name: frozenset(words) for name, words in numbers["none"].items()},
        singles=Phrases((words, words) for words in numbers["none"]["singles"]),
        plural_endings=_plural_endings(counted["endings"]),
        stops=frozenset(counted["stops"]),
        definites=frozenset(counted["determiners"]),
        plurals=frozenset(counted["plurals"]),
        people=frozenset(counted["people"]),
        shares=numbers["shares"]["words"],
        shares_need_of=numbers["shares"]["needs_of"],
        multiples=numbers["multiples"],
        hedges_before=phrases_of(hedges["before"]),
        verbal={name: frozenset(words) for name, words in hedges["verbal"].items()},
        comparing=frozenset(hedges["needs_unit"]["comparing"]),
        needs_unit=tuple(hedges["needs_unit"]["words"]),
        hedges_after=phrases_of(hedges["after"]),
        openers=Phrases((words, words) for words in between["openers"]),
        joiners=Phrases((words, words) for words in between["joiners"]),
        change_openers=frozenset(between["change_openers"]),
        out_of=frozenset(numbers["partitive"]["out_of"]),
        short_measures=frozenset(numbers["partitive"]["short_measures"]),
        doubtful=frozenset(numbers["partitive"]["doubtful"]),
        tens=frozenset(numbers["partitive"]["tens"]),
        guarded=frozenset(between["guarded"]),
        difference=frozenset(between["difference"]),
        steps=frozenset(between["steps"]),
        change=frozenset(between["change"]),
        plus_minus=Phrases((words, words) for words in between["plus_minus"]),
        sides=frozenset(between["sides"]),
        additional=Phrases((words, words) for words in hedges["glue"]["additional"]),
    )


def _plural_endings(endings: dict[str, list[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Collect the endings of plurals, and those that only look like them."""
    return tuple(endings["plural"]), tuple(endings["not_plural"])


def _atoms(numbers: dict[str, Any]) -> dict[str, Atom]:
    """Collect the number words with the way each combines."""
    atoms = {word: Atom(value, "one") for word, value in numbers["ones"].items()}
    atoms.update((word, Atom(value, "ten")) for word, value in numbers["tens"].items())
    atoms.update((word, Atom(100, "hundred")) for word in numbers["hundred"])
    atoms.update((word, Atom(value, "scale")) for word, value in numbers["scales"].items())
    return atoms
