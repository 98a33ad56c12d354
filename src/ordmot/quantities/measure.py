"""Reading every quantity of a text in one scan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import NamedTuple

from ordmot.ledger import Interval, Quantity, QuantityKind
from ordmot.quantities.ages import AgeWords, age_words_of, find_age, find_age_compound
from ordmot.quantities.calendar import Calendar, calendar_of
from ordmot.quantities.counted import NounPhrases, noun_phrases_of
from ordmot.quantities.days import Anchor, Tables, anchor_at
from ordmot.quantities.durations import read_ago
from ordmot.quantities.figures import Figure, read_figures
from ordmot.quantities.marks import Labels, Mark, find_mark, is_division, is_labelled, labels_of
from ordmot.quantities.measured import Language
from ordmot.quantities.numbers import find_atoms
from ordmot.quantities.ones import is_amount
from ordmot.quantities.ordinals import read_ordinal
from ordmot.quantities.pointed import settle_times
from ordmot.quantities.records import (
    Context,
    Distributions,
    Place,
    Reading,
    Surroundings,
    distributions_of,
    look_around,
    make_marked,
    make_quantity,
    share_hedge,
)
from ordmot.quantities.starters import Starters, starters_of
from ordmot.quantities.timeline import read_when
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.units import units_of
from ordmot.quantities.vocabulary import vocabulary_of
from ordmot.quantities.whens import When, clear_of

_COMPOUND_LENGTH = 5


class Reader(NamedTuple):
    """Everything that reading one language needs."""

    language: Language
    lists: NounPhrases
    labels: Labels
    calendar: Calendar
    dates: Tables
    ages: AgeWords
    distributions: Distributions
    starters: Starters


@cache
def _reader_of(name: str) -> Reader:
    """Build the reader of a language."""
    return Reader(
        Language(vocabulary_of(name), units_of(name)),
        noun_phrases_of(name),
        labels_of(name),
        calendar_of(name),
        Tables(calendar_of(name), vocabulary_of(name)),
        age_words_of(name),
        distributions_of(name),
        starters_of(name),
    )


def measure(
    text: str,
    language: str = "en",
    *,
    document: str = "",
    offset: int = 0,
    now: datetime | Anchor | None = None,
) -> tuple[Quantity, ...]:
    """Find every quantity in a text, in order: its interval, hedge, unit and what it counts.

    The text may be of any length; offsets in the result are those of the text plus `offset`.
    `now` is the moment that "yesterday" and "in May" are told from, the document's date. A bare
    "Monday" is the last one before it, as in news; an `Anchor` can ask for the coming one.

    >>> [str(q.interval) for q in measure("Nearly 30 boats and at least 4 planes were seen.")]
    ['27–30', '≥ 4']
    """
    reader, tokens = _reader_of(language), Tokens(text)
    context = Context(
        tokens,
        Place(document, offset, text),
        reader.language,
        reader.lists,
        reader.distributions,
    )
    return settle_times(tuple(_scan(context, reader, anchor_at(now))))


def _scan(context: Context, reader: Reader, anchor: Anchor) -> Iterator[Quantity]:
    """Walk over the tokens and read at each that can begin a quantity."""
    position = dated = 0
    before: Surroundings | None = None
    following, words = reader.starters.following, context.tokens.words
    for index, word in enumerate(words):
        if index < position:
            continue
        if word in following:
            if not reader.starters.may_begin(words, index):
                continue
        elif not _is_number_word(word, reader):
            continue
        when = None
        is_named = is_labelled(context.tokens, index, reader.labels)
        is_named = is_named or is_division(context.tokens, index, reader.labels)
        if index >= dated and not is_named:
            when = read_when(context.tokens, index, reader.dates, anchor)
            when = when and clear_of(when, position)
        if when is not None and when.start >= position:
            dated = when.end
            yield _make_when(context, when)
            if not when.has_amount:
                position = when.end
                continue
        marked = _read_marked(context, index, reader, is_dated=index < dated)
        if marked is not None:
            position, quantity = marked
            yield quantity
            continue
        for figure in read_figures(context.tokens, index, reader.language):
            if not is_amount(context.tokens, figure, reader.language):
                continue
            figure = _clear_of(figure, position)
            when = read_ago(context.tokens, figure, reader.dates, anchor)
            if when is not None:
                yield _make_when(context, when)
            position, quantity, before = _read_amount(context, figure, reader, before)
            yield quantity
            position = position if when is None else max(position, when.end)


def _clear_of(figure: Figure, position: int) -> Figure:
    """Take from a figure the hedge words that an earlier one has."""
    return figure._replace(start=figure.core[0]) if figure.start < position else figure


def _is_number_word(word: str, reader: Reader) -> bool:
    """Tell whether a word outside the tables is a number: digits, or a Norwegian compound."""
    if word[0].isdecimal():
        return True
    if not reader.language.vocabulary.traits["compounds"] or len(word) < _COMPOUND_LENGTH:
        return False
    return bool(find_atoms(word, reader.language.vocabulary)) or word.endswith(
        reader.ages.compounds
    )


def _read_amount(
    context: Context, figure: Figure, reader: Reader, before: Surroundings | None
) -> tuple[int, Quantity, Surroundings | None]:
    """Make the record of a figure: an age or an amount; with it where reading goes on."""
    age = find_age(context.tokens, figure, reader.ages)
    if age is not None:
        unit = "year" if figure.unit is None else figure.unit.name
        reading = Reading(figure.interval, figure.stated, age.reason, unit, hedge=figure.hedge)
        place = (min(age.start, figure.start), max(age.end, figure.end))
        return place[1], make_marked(context, QuantityKind.AGE, place, reading), None
    if before is not None:
        figure = share_hedge(context, before, figure)
    around = look_around(context, figure)
    return around.end, make_quantity(context, around), around


def _read_marked(
    context: Context, index: int, reader: Reader, *, is_dated: bool
) -> tuple[int, Quantity] | None:
    """Read a number that is no amount."""
    tokens, vocabulary = context.tokens, reader.language.vocabulary
    mark = find_mark(tokens, index, reader.labels, reader.language.units)
    if mark is not None:
        return mark.end, _make_mark(context, mark)
    ordinal = read_ordinal(tokens, index, vocabulary)
    if ordinal is not None:
        value, end = ordinal
        reading = Reading(Interval(low=value, high=value), (value,), "ordinal word")
        return end, make_marked(context, QuantityKind.ORDINAL, (index, end), reading)
    relative = vocabulary.relative_ordinals.match(tokens.words, index)
    if (
        relative is not None
        and not is_dated
        and tokens.word(relative[1]) not in reader.calendar.parts
    ):
        value, end = relative
        reading = Reading(Interval(low=value, high=value), (value,), "relative place", "relative")
        return end, make_marked(context, QuantityKind.ORDINAL, (index, end), reading)
    years = find_age_compound(tokens, index, reader.ages, vocabulary)
    if years is None:
        return None
    reading = Reading(Interval(low=years, high=years), (years,), "people named by age", "year")
    return index + 1, make_marked(context, QuantityKind.AGE, (index, index + 1), reading)


def _make_mark(context: Context, mark: Mark) -> Quantity:
    """Make the record of a name's number, a score or a list number."""
    interval = Interval(low=None, high=None)
    if len(mark.values) == 1:
        interval = Interval(low=mark.values[0], high=mark.values[0])
    reading = Reading(interval, mark.values, mark.reason)
    return make_marked(context, mark.kind, (mark.start, mark.end), reading)


def _make_when(context: Context, when: When) -> Quantity:
    """Make the record of a date or a time of day; the unit is its grain."""
    reading = Reading(
        when.interval,
        when.stated,
        when.reason,
        when.grain,
        hedge=when.hedge,
        hedge_tokens=when.hedge_tokens,
    )
    return make_marked(context, when.kind, (when.start, when.end), reading)
