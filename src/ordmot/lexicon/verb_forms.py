"""What a question says of the counted: whole phrases for events, in the past tense."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from ordmot.lexicon.concepts import ancestors, is_kind_of
from ordmot.lexicon.data import read_data, serving_language


def said_of(
    event: str, language: str, *, counted: str | None = None, is_passive: bool | None = None
) -> str | None:
    """Say what happened to the counted, or what they did; None where that cannot be told.

    `is_passive` is what the accounts' grammar shows; only events that are both done and suffered
    need it. Weapons have phrases of their own, places and ideas do nothing, persons are not built.

    >>> said_of("wound", "en"), said_of("leave", "nb")
    ('were injured', 'dro')
    >>> said_of("threaten", "en", is_passive=True), said_of("threaten", "en")
    ('were threatened', None)
    >>> said_of("shoot", "en", counted="rocket"), said_of("leave", "en", counted="region")
    ('were fired', None)
    """
    data = _forms(language)
    if _is_any(counted, data["kinds"]["weapons"]) and event in data["of_weapons"]:
        return _text(data["of_weapons"][event])
    both: dict[str, str] = data["either"].get(event, {})
    if event in data["done_to"] or (both and is_passive):
        never = counted is None or is_kind_of(counted, "person")
        if never and event in data["kinds"]["unowned"]:
            return None
        return _text(data["done_to"].get(event) or both["to"])
    if _is_any(counted, data["kinds"]["idle"]):
        return None
    phrase = data["done_by"].get(event) or (both.get("by") if is_passive is False else None)
    return _text(phrase)


def _is_any(counted: str | None, kinds: Sequence[str]) -> bool:
    return counted is not None and any(is_kind_of(counted, kind) for kind in kinds)


def said_with_place(event: str, place: str, language: str) -> str | None:
    """Say that the counted left or entered a place.

    >>> said_with_place("escape", "Skjergrunn", "nb")
    'rømte fra Skjergrunn'
    """
    template = _text(_forms(language)["from_place"].get(event))
    return template.format(place=place) if template is not None else None


def is_suffered(event: str, language: str) -> bool:
    """Tell whether an event befalls the counted whatever the grammar."""
    return event in _forms(language)["done_to"]


def phrased_kind(event: str, language: str) -> str:
    """Give the event itself, or the nearest kind above it that has a phrase of its own."""
    data = _forms(language)
    lineage = (event, *ancestors(event))
    return next((k for k in lineage if any(k in data[part] for part in _SAYING)), event)


def event_noun(event: str, language: str) -> str | None:
    """Give the noun of an event as something known: `explode` -> "the explosion"."""
    return _text(_forms(language)["events"].get(event))


def event_name(event: str, language: str) -> str | None:
    """Give the noun of an event that may be done or suffered: `threaten` -> "threats"."""
    both: dict[str, str] = _forms(language)["either"].get(event, {})
    return both.get("noun")


def lasts(event: str, language: str) -> bool:
    """Tell whether an event takes a time: a journey does, an explosion does not."""
    return event in _forms(language)["lasting"]["events"]


def money_question(event: str, language: str) -> str | None:
    """Give the whole question about the money of an event: "How much was paid"."""
    return _text(_forms(language)["money"].get(event))


def dispute_question(event: str, language: str) -> str | None:
    """Give the whole question whether an event was: "Was a deal made?"."""
    return _text(_forms(language)["disputes"].get(event))


def place_words(language: str, *, leaving: bool = False) -> frozenset[str]:
    """Give the prepositions of places, or only those that say from where."""
    return frozenset(_forms(language)["place_words"]["from" if leaving else "before"])


def passive_words(language: str) -> frozenset[str]:
    """Give the auxiliaries that make a participle passive: "were", "ble"."""
    return frozenset(_forms(language)["passive_words"]["auxiliaries"])


_SAYING = ("done_to", "done_by", "either")


@cache
def _forms(language: str) -> dict[str, Any]:
    return read_data(serving_language(language), "verb_forms")


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
