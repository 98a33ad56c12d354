"""What answers an open question: who can do things, with what, and which answers exclude others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ordmot.lexicon.concepts import is_kind_of, related
from ordmot.lexicon.data import read_data, serving_language
from ordmot.lexicon.verb_forms import event_noun

_ALIKE = 0.4
"""Likeness from which two mishaps may be one."""


def is_deed(concept: str, sort: str = "events") -> bool:
    """Tell whether an event is one of a sort: `events`, `wilful`, `befalling`, `sent`, `common`.

    >>> is_deed("shell_event"), is_deed("meet"), is_deed("fire", "befalling")
    (True, False, True)
    """
    deeds = _shared()["deeds"]
    if sort == "wilful" and concept in deeds["figurative"]:
        return False
    return any(is_kind_of(concept, kind) for kind in deeds[sort])


def is_actor(concept: str) -> bool:
    """Tell whether a concept can do things: a person, a group, a body, a state."""
    return any(is_kind_of(concept, kind) for kind in _shared()["actors"]["kinds"])


def is_anybody(concept: str) -> bool:
    """Tell whether a concept only says that it was somebody: "gunmen", "a man"."""
    return concept in _shared()["actors"]["generic"]


def side_of(concept: str) -> str | None:
    """Name the side of an actor, sides being what rules one another out.

    >>> side_of("rebel"), side_of("army"), side_of("person")
    ('irregular', 'state', None)
    """
    sides: dict[str, list[str]] = _shared()["actors"]["sides"]
    found = (name for name, kinds in sides.items() if any(is_kind_of(concept, k) for k in kinds))
    return next(found, None)


def seat_of(word: str) -> str | None:
    """Give the state whose government sits in a place: "Moscow" stands for the Russian one."""
    seats: dict[str, str] = _shared()["seats"]
    return seats.get(word.casefold())


def find_means(words: str, concept: str | None, language: str) -> str | None:
    """Find the kind of means or cause that words or a concept stand for; the longest words first.

    >>> find_means("a car bomb", None, "en"), find_means("en kortslutning", None, "nb")
    ('car_bomb', 'short_circuit')
    """
    found = _means_pattern(serving_language(language)).search(words)
    if found is not None:
        return _means_words(serving_language(language))[" ".join(found[0].casefold().split())]
    return _means_of_concept(concept) if concept is not None else None


def contains(kind: str, other: str) -> bool:
    """Tell whether a kind of means contains another: an explosion may be that of a car bomb.

    >>> contains("explosion", "car_bomb"), contains("car_bomb", "explosion")
    (True, False)
    """
    return kind in _kinds_above(other)


def are_near(kind: str, other: str) -> bool:
    """Tell whether accounts of one thing may call it either: a bomb, and the raid that drops it."""
    for one, two in ((kind, other), (other, kind)):
        near = {name for above in (one, *_kinds_above(one)) for name in _means()[above]["near"]}
        if near & {two, *_kinds_above(two)}:
            return True
    return False


def is_means(kind: str) -> bool:
    """Tell whether a word is the name of a kind of means or cause."""
    return kind in _means()


def name_mishap(event: str, thing: str) -> str | None:
    """Give the mishap that an event is where it befalls such a thing, None where it is none.

    >>> name_mishap("fail", "roof"), name_mishap("fail", "person")
    ('collapse', None)
    """
    for entry in _shared()["called"]:
        if event in entry["events"] and any(is_kind_of(thing, kind) for kind in entry["of"]):
            return str(entry["mishap"])
    return None


def is_one_mishap(one: str, other: str) -> bool:
    """Tell whether two mishaps can be one: related ones, an accident and what it was, a chain.

    >>> is_one_mishap("accident", "leak"), is_one_mishap("fire", "explode")
    (True, True)
    >>> is_one_mishap("fire", "sink")
    False
    """
    if not (is_deed(one, "mishaps") and is_deed(other, "mishaps")):
        return False
    chained = any(one in chain and other in chain for chain in _shared()["mishaps"]["chains"])
    return chained or "accident" in (one, other) or related(one, other) >= _ALIKE


def kind_of_cause(cause: str) -> str | None:
    """Give the kind of means or cause that a cause in open words is of, None where none is known.

    >>> kind_of_cause("arson"), kind_of_cause("snow"), kind_of_cause("~culvert")
    ('arson', 'weather', None)
    """
    if is_means(cause):
        return cause
    kinds: dict[str, list[str]] = _shared()["causes"]
    found = (kind for kind, names in kinds.items() if any(is_kind_of(cause, n) for n in names))
    return next(found, None)


def is_idle_cause(word: str, language: str) -> bool:
    """Tell whether a word for a cause says nothing of it: "circumstances", "factors"."""
    words: dict[str, list[str]] = read_data(serving_language(language), "answers")["words"]
    return word.casefold() in words["idle_causes"]


def name_event(event: str, language: str) -> str | None:
    """Give the noun of an event as something known: "the shelling", "angrepet"."""
    events: dict[str, str] = read_data(serving_language(language), "answers")["events"]
    return event_noun(event, language) or events.get(event)


def question_words(name: str, language: str) -> str:
    """Give a template for the words of a question, or of a denied answer."""
    return str(read_data(serving_language(language), "answers")["questions"][name])


@cache
def _shared() -> dict[str, Any]:
    return read_data("shared", "answers")


@cache
def _means() -> dict[str, dict[str, tuple[str, ...]]]:
    """Read the kinds of means with what contains them, stands for them and lies near."""
    return {
        name: {key: tuple(entry.get(key, ())) for key in ("is_a", "concepts", "near")}
        for name, entry in _shared()["means"].items()
    }


@cache
def _kinds_above(kind: str) -> tuple[str, ...]:
    above = _means().get(kind, {}).get("is_a", ())
    return tuple(dict.fromkeys(k for parent in above for k in (parent, *_kinds_above(parent))))


@cache
def _means_of_concept(concept: str) -> str | None:
    """Find the kind that a concept of the lexicon stands for: the narrowest that names it."""
    named = {c: name for name, entry in _means().items() for c in entry["concepts"]}
    return named.get(concept)


@cache
def _means_words(language: str) -> dict[str, str]:
    return {word: kind for kind, word in _listed(language)}


def _listed(language: str) -> Iterator[tuple[str, str]]:
    kinds: dict[str, list[str]] = read_data(language, "answers")["means"]
    for kind, words in kinds.items():
        for word in words:
            yield kind, word.casefold()


@cache
def _means_pattern(language: str) -> re.Pattern[str]:
    words = sorted((word for _, word in _listed(language)), key=len, reverse=True)
    body = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)
