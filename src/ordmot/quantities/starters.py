"""Which words can begin a quantity: a cheap look before any reading is tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from ordmot.quantities.calendar import Calendar, calendar_of
from ordmot.quantities.marks import ADDRESS_WORDS, labels_of
from ordmot.quantities.units import UnitTable, units_of
from ordmot.quantities.vocabulary import Vocabulary, vocabulary_of


class Starters:
    """For each word that may begin a quantity, the words that must follow; None if any may."""

    __slots__ = ("after_hedge", "articles", "following", "tallies")

    def __init__(self, name: str) -> None:
        """Collect the words of one language."""
        vocabulary, units, calendar = vocabulary_of(name), units_of(name), calendar_of(name)
        self.after_hedge = frozenset(vocabulary.hedges_before.last_words)
        self.tallies = vocabulary.tallies
        seconds = _second_words(_beginnings(name, vocabulary, units, calendar))
        singles = _single_words(vocabulary, units, calendar)
        articles = vocabulary.grammar["articles"] | vocabulary.one["articles"]
        self.articles = articles
        guarded = dict.fromkeys(articles, _after_article(vocabulary, units))
        guarded.update(
            dict.fromkeys(calendar.shifts.first_words, _after_shift(vocabulary, calendar))
        )
        self.following: dict[str, frozenset[str] | None] = {
            word: None if None in after else frozenset(second for second in after if second)
            for word, after in seconds.items()
            if not word[0].isdecimal()  # digits begin a number whatever follows
        }
        self.following.update(dict.fromkeys(singles))
        for word, after in guarded.items():
            known = frozenset(second for second in seconds.get(word, ()) if second)
            self.following[word] = known | after
        places = vocabulary.relative_ordinals.beginnings
        self.following.update((word, None) for word, second in places if second is None)

    def may_begin(self, words: list[str], index: int) -> bool:
        """Tell whether a quantity may begin here, for a word of `following`."""
        needed = self.following[words[index]]
        if needed is None or index + 1 >= len(words):
            return True
        after = words[index + 1]
        if after in needed or after[0].isdecimal():
            return True
        if words[index] in self.articles and words[index - 1] in self.after_hedge:
            return True
        return bool(self.tallies) and after.endswith(self.tallies)


@cache
def starters_of(name: str) -> Starters:
    """Collect the words that can begin a quantity in a language."""
    return Starters(name)


def _single_words(vocabulary: Vocabulary, units: UnitTable, calendar: Calendar) -> set[str]:
    """Collect the words that begin a quantity by themselves."""
    return {
        *vocabulary.atoms,
        *vocabulary.fractions,
        *vocabulary.ordinals,
        *vocabulary.whole,
        *vocabulary.multiples,
        *vocabulary.shares,
        *vocabulary.none_determiners,
        *vocabulary.denial["before_of"],
        *vocabulary.denial["denied"],
        *(code.lower() for code in units.codes),
        *(prefix + code.lower() for prefix in units.prefixes for code in units.codes),
        *calendar.months,
        *calendar.weekdays,
        *ADDRESS_WORDS,
    }


def _beginnings(
    name: str, vocabulary: Vocabulary, units: UnitTable, calendar: Calendar
) -> Iterator[tuple[str, str | None]]:
    """Give the first and second words of all phrases that begin a quantity."""
    yield from vocabulary.vague.beginnings
    yield from vocabulary.none.beginnings
    yield from vocabulary.singles.beginnings
    yield from ((every, nth) for every in vocabulary.every for nth in vocabulary.ordinals)
    yield from vocabulary.relative_ordinals.beginnings
    yield from units.signs.beginnings
    yield from units.lone.beginnings
    yield from calendar.relative_days.beginnings
    yield from calendar.relative_units.beginnings
    yield from calendar.shifts.beginnings
    yield from calendar.holidays.beginnings
    yield from calendar.parts.beginnings
    yield from calendar.half.beginnings
    yield from calendar.quarter.beginnings
    yield from calendar.named_hours.beginnings
    yield from calendar.clock_before.beginnings
    yield from labels_of(name).idioms.beginnings


def _second_words(pairs: Iterable[tuple[str, str | None]]) -> dict[str, set[str | None]]:
    """Collect the second words under the first ones."""
    seconds: dict[str, set[str | None]] = {}
    for first, second in pairs:
        seconds.setdefault(first, set()).add(second)
    return seconds


def _after_article(vocabulary: Vocabulary, units: UnitTable) -> frozenset[str]:
    """Collect what makes a number of an article: a scale, a fraction, a unit."""
    return frozenset(
        {
            *vocabulary.atoms,
            *vocabulary.fractions,
            *units.names.first_words,
            *vocabulary.people,
            *vocabulary.one["before"],
        }
    )


def _after_shift(vocabulary: Vocabulary, calendar: Calendar) -> frozenset[str]:
    """Collect what makes a date of "this" or "next": a unit, a day, a month, a number."""
    return frozenset(
        {
            *vocabulary.atoms,
            *calendar.grains,
            *calendar.weekdays,
            *calendar.months,
            *calendar.holidays.first_words,
            *calendar.parts.first_words,
        }
    )
