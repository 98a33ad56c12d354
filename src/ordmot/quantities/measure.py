"""Reading every amount of a text in one scan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import NamedTuple

from ordmot.ledger import Amount, Hedge, Interval, Quantity, QuantityKind, Span
from ordmot.quantities.calendar import Calendar, calendar_of, date_interval, find_date
from ordmot.quantities.counted import NounPhrases, find_counted, noun_phrases_of
from ordmot.quantities.figures import Figure, read_figures
from ordmot.quantities.marks import Labels, Mark, find_mark, labels_of
from ordmot.quantities.measured import Language
from ordmot.quantities.numbers import find_atoms
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.units import units_of
from ordmot.quantities.vocabulary import vocabulary_of


class Place(NamedTuple):
    """Where a text stands: its document and the offset of its first character."""

    document: str
    offset: int
    text: str

    def span(self, tokens: Tokens, start: int, end: int) -> Span:
        """Cut the span of a token range."""
        first, last = tokens.starts[start], tokens.ends[end - 1]
        return Span(
            document=self.document,
            start=self.offset + first,
            end=self.offset + last,
            text=self.text[first:last],
        )


def measure(
    text: str, language: str = "en", *, document: str = "", offset: int = 0, now: datetime | None = None
) -> tuple[Quantity, ...]:
    """Find every quantity in a text, in order: its interval, hedge, unit and what it counts.

    The text may be of any length; offsets in the result are those of the text plus `offset`.

    >>> [str(q.interval) for q in measure("Nearly 30 boats and at least 4 planes were seen.")]
    ['27–30', '≥ 4']
    """
    place = Place(document, offset, text)
    return tuple(_scan(Tokens(text), place, language))


class Reader(NamedTuple):
    """Everything that reading one language needs."""

    language: Language
    lists: NounPhrases
    labels: Labels
    calendar: Calendar
    starters: frozenset[str]


@cache
def _reader_of(name: str) -> Reader:
    """Build the reader of a language."""
    language = Language(vocabulary_of(name), units_of(name))
    return Reader(
        language, noun_phrases_of(name), labels_of(name), calendar_of(name), _starters(name)
    )


def _scan(tokens: Tokens, place: Place, name: str) -> Iterator[Quantity]:
    """Walk over the tokens and read at each that can begin a quantity."""
    reader = _reader_of(name)
    position = 0
    for index, word in enumerate(tokens.words):
        if index < position:
            continue
        if not (
            word in reader.starters or word[0].isdecimal() or _is_compound(word, reader.language)
        ):
            continue
        mark = find_date(tokens, index, reader.calendar, reader.language.vocabulary) or find_mark(
            tokens, index, reader.labels, reader.language.units
        )
        if mark is not None:
            position = mark.end
            yield _marked(tokens, mark, place)
            continue
        for figure in read_figures(tokens, index, reader.language):
            if is_amount(tokens, figure, reader.language):
                position = max(position, figure.end)
                yield _quantity(tokens, figure, place, reader.lists)


def _marked(tokens: Tokens, mark: Mark, place: Place) -> Quantity:
    """Make the record of a number that is no amount."""
    dated = mark.kind in (QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.TIME_OF_DAY)
    interval = Interval(low=None, high=None)
    if dated:
        interval = date_interval(mark)
    elif len(mark.values) == 1:
        interval = Interval(low=mark.values[0], high=mark.values[0])
    return Quantity(
        span=place.span(tokens, mark.start, mark.end),
        kind=mark.kind,
        interval=interval,
        stated=mark.values,
        hedge=Hedge.EXACT,
        dimension=mark.kind.value,
        reason=mark.reason,
    )


def is_amount(tokens: Tokens, figure: Figure, language: Language) -> bool:
    """Tell whether a figure states an amount; articles and the pronoun "one" do not."""
    if figure.form == "article":
        hedged = figure.hedge is not Hedge.EXACT
        return (
            hedged
            or tokens.word(figure.start - 1) in language.units.lone_after
            or len(tokens) == figure.end - figure.start
        )
    if figure.form != "words" or figure.stated != (1.0,) or figure.core[1] - figure.core[0] > 1:
        return True
    return is_counting_one(tokens, figure, language)


def is_counting_one(tokens: Tokens, figure: Figure, language: Language) -> bool:
    """Tell whether "one", "en" counts: "one bomb", "én mann", not "one can see", "en mann"."""
    one = language.vocabulary.one
    at = figure.core[0]
    word, before, after = tokens.words[at], tokens.word(at - 1), tokens.word(at + 1)
    if word in one["counting"]:
        return True
    if find_atoms(after, language.vocabulary) or after[:1].isdecimal():
        return False
    if after in language.vocabulary.people:
        return True
    if before in one["not_after"] or after in one["not_before"]:
        return False
    if language.vocabulary.language == "en":
        return True
    return (
        after in one["before"] or figure.hedge is not Hedge.EXACT or figure.hedge_tokens is not None
    )


def _is_compound(word: str, language: Language) -> bool:
    """Tell whether a word is a number written together, as Norwegian does."""
    return (
        language.vocabulary.language == "nb"
        and len(word) > 4
        and bool(find_atoms(word, language.vocabulary))
    )


@cache
def _starters(name: str) -> frozenset[str]:
    """Collect the words that can begin a quantity."""
    vocabulary, units = vocabulary_of(name), units_of(name)
    signs = {word for word in units.signs.first_words}
    return frozenset(
        {
            *vocabulary.atoms,
            *vocabulary.fractions,
            *vocabulary.whole,
            *vocabulary.vague.first_words,
            *vocabulary.none.first_words,
            *vocabulary.none_determiners,
            *vocabulary.grammar["articles"],
            *signs,
            *(code.lower() for code in units.codes),
            *calendar_of(name).months,
            *calendar_of(name).clock_before.first_words,
            *labels_of(name).idioms.first_words,
        }
    )


def _quantity(tokens: Tokens, figure: Figure, place: Place, lists: NounPhrases) -> Quantity:
    """Make the record of a figure."""
    unit = figure.unit
    counted = None
    if unit is None or figure.form == "fraction":
        found = find_counted(tokens, figure.end, lists)
        counted = None if found is None else place.span(tokens, *found)
    hedge_span = None
    if figure.hedge_tokens is not None:
        hedge_span = place.span(tokens, *figure.hedge_tokens)
    return Quantity(
        span=place.span(tokens, figure.start, figure.end),
        kind=QuantityKind.AMOUNT,
        interval=figure.interval,
        stated=figure.stated,
        hedge=figure.hedge,
        hedge_span=hedge_span,
        dimension="count" if unit is None else unit.dimension,
        unit=None if unit is None else unit.name,
        counted=counted,
        reason=f"{figure.form} number",
    )


__all__ = ["Amount", "Hedge", "measure"]
