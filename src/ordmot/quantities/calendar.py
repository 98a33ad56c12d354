"""The date words of a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel.numbers import list_currencies

from ordmot.lexicon import read_data, serving_language
from ordmot.quantities.tokens import Phrases, cut_phrase, phrases_of


@dataclass(frozen=True, slots=True)
class Calendar:
    """Tables of the words that dates and times are made of."""

    language: str
    months: dict[str, int]
    weekdays: dict[str, int]
    words: dict[str, frozenset[str]]
    in_a_year: Phrases[str]
    clock_before: Phrases[str]
    clock_after: Phrases[str]
    half_days: Phrases[int]
    pointed: dict[str, frozenset[str]]
    points_decimals: bool
    it_is: frozenset[tuple[str, ...]]
    past: frozenset[str]
    to: frozenset[str]
    quarter: Phrases[str]
    half: Phrases[str]
    half_is_before: bool
    named_hours: Phrases[float]
    relative_days: Phrases[int]
    relative_units: Phrases[tuple[int, str]]
    shifts: Phrases[int]
    grains: dict[str, str]
    parts: Phrases[tuple[float, float]]
    early: Phrases[str]
    late: Phrases[str]
    small_hours: tuple[float, float]
    early_hours: tuple[float, float]
    late_hours: tuple[float, float]
    eve_of: Phrases[str]
    ago: Phrases[str]
    ahead: Phrases[str]
    ahead_before: Phrases[str]
    more: frozenset[str]
    joiners: Phrases[str]
    before: Phrases[str]
    after: Phrases[str]
    just: Phrases[str]
    begin: Phrases[str]
    middle: Phrases[str]
    end: Phrases[str]
    last_of: frozenset[str]
    after_next: Phrases[str]
    zones: dict[str, float]
    holidays: Phrases[str]
    ordinal_suffixes: frozenset[str]
    ordinals: dict[str, float]
    stops: frozenset[str]
    plurals: frozenset[str]
    counts_plurals: bool
    measures: frozenset[str]
    units: frozenset[str]
    money: frozenset[str]
    codes: frozenset[str]
    plural_endings: tuple[str, ...]
    not_plural_endings: tuple[str, ...]
    time_words: frozenset[str]


@cache
def calendar_of(language: str) -> Calendar:
    """Build the tables of a language, or of the one that serves it."""
    served = serving_language(language)
    data, numbers = read_data(served, "calendar"), read_data(served, "numbers")
    counted, shared = read_data(served, "counted"), read_data("shared", "units")
    words, clock, parts = data["words"], data["clock"], data["part_words"]
    ago, ranges = data["ago"], data["range"]
    return Calendar(
        language=served,
        months=data["months"],
        weekdays=data["weekdays"],
        words={name: frozenset(listed) for name, listed in words.items()},
        in_a_year=_phrases(words["in_a_year"]),
        clock_before=_phrases(words["clock_before"]),
        clock_after=_phrases(words["clock_after"]),
        half_days=_half_days(words),
        pointed={name: frozenset(listed) for name, listed in data["pointed"].items()},
        it_is=frozenset(cut_phrase(phrase) for phrase in words["it_is"]),
        points_decimals=data["point_traits"]["decimals"],
        past=frozenset(clock["past"]),
        to=frozenset(clock["to"]),
        quarter=_phrases(clock["quarter"]),
        half=_phrases(clock["half"]),
        half_is_before=clock["half_is_before"],
        named_hours=Phrases(data["named_hours"].items()),
        relative_days=Phrases(data["relative_days"].items()),
        relative_units=Phrases(
            (words, (count, grain)) for words, (count, grain) in data["relative_units"].items()
        ),
        shifts=Phrases(data["shifts"].items()),
        grains=data["grains"],
        parts=Phrases((part, (hours[0], hours[1])) for part, hours in data["parts"].items()),
        early=_phrases(parts["early"]),
        late=_phrases(parts["late"]),
        small_hours=tuple(parts["small_hours"]),
        early_hours=tuple(parts["early_hours"]),
        late_hours=tuple(parts["late_hours"]),
        eve_of=_phrases(parts.get("eve_of", [])),
        ago=_phrases(ago["after"]),
        ahead=_phrases(ago["ahead"]),
        ahead_before=_phrases(ago["before"]),
        more=frozenset(ago["more"]),
        joiners=_phrases(ranges["to"]),
        before=_phrases(ranges["before"]),
        after=_phrases(ranges["after"]),
        just=phrases_of({name: ranges[name] for name in ("just_before", "just_after")}),
        begin=_phrases(ranges["begin"]),
        middle=_phrases(ranges["middle"]),
        end=_phrases(ranges["end"]),
        last_of=frozenset(ranges["last_of"]),
        after_next=_phrases(ranges["after_next"]),
        zones=data["zones"],
        holidays=Phrases(data["holidays"].items()),
        ordinal_suffixes=frozenset(numbers["grammar"]["ordinal_suffixes"]),
        ordinals=numbers["ordinals"],
        stops=frozenset(counted["stops"]),
        measures=_measures(served),
        units=(_measures(served) | _first_words([shared["symbols"]])) - frozenset(counted["stops"]),
        money=_money(served),
        codes=frozenset(code.lower() for code in list_currencies()),
        counts_plurals=counted["nouns"] == "by plural",
        plural_endings=tuple(counted["endings"]["plural"]),
        not_plural_endings=tuple(counted["endings"]["not_plural"]),
        plurals=frozenset(counted["plurals"]),
        time_words=_time_words(data),
    )


def _measures(language: str) -> frozenset[str]:
    """Collect the first words of units and currencies."""
    return _first_words(
        [read_data(language, "units")["names"], read_data(language, "money")["names"]]
    )


def _money(language: str) -> frozenset[str]:
    """Collect the first words and signs of currencies: "kr", "$", "euro"."""
    money = read_data(language, "money")
    return _first_words([money["names"], money["symbols"]])


def _first_words(tables: Iterable[dict[str, list[str]]]) -> frozenset[str]:
    phrases = (phrase for table in tables for listed in table.values() for phrase in listed)
    return frozenset(cut_phrase(phrase)[0] for phrase in phrases)


def _time_words(data: dict[str, Any]) -> frozenset[str]:
    """Collect every word that can stand beside a number in a date or a time of day."""
    words, clock, ago = data["words"], data["clock"], data["ago"]
    phrases = [
        *data["months"], *data["weekdays"], *data["relative_days"], *data["shifts"],
        *data["parts"], *data["zones"], *data["holidays"], *words["clock_before"],
        *words["clock_after"], *words["clock_times"], *words["morning"], *words["afternoon"],
        *clock["past"], *clock["to"], *clock["quarter"], *clock["half"], *ago["after"],
        *ago["ahead"], "h", "/", ":",
    ]  # fmt: skip
    return frozenset(word for phrase in phrases for word in cut_phrase(phrase)) - {".", "-", "i"}


def _phrases(words: list[str]) -> Phrases[str]:
    """Make a table of phrases that give themselves."""
    return Phrases((word, word) for word in words)


def _half_days(words: dict[str, Any]) -> Phrases[int]:
    """Make the table of am and pm: the hours to add."""
    morning = [(word, 0) for word in words["morning"]]
    return Phrases([*morning, *((word, 12) for word in words["afternoon"])])
