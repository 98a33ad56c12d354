"""From a figure to a record: what it counts, per what, of which total, and conversions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ordmot.ledger import Amount, Hedge, Interval, Quantity, QuantityKind, Span
from ordmot.lexicon import read_data, serving_language
from ordmot.quantities.counted import NounPhrases, find_counted
from ordmot.quantities.figures import Figure, hedge_again, read_figures
from ordmot.quantities.hedges import find_after
from ordmot.quantities.measured import Language
from ordmot.quantities.numbers import find_atoms
from ordmot.quantities.tokens import Phrases, Tokens

_PARTS = ("fraction", "ratio")
_BRACKETS = {"(": ")", "[": "]"}
_BRACKET_REACH = 9
_LONGEST_LIST = 6
_SUBSTANCES = ("mass", "volume", "area", "data", "energy")
_SHARED = (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.ABOUT, Hedge.NEARLY)


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


@dataclass(frozen=True, slots=True)
class Distributions:
    """The words of per-units: "per person", "each", "i timen"."""

    words: Phrases[str]
    alone: Phrases[str]
    articles: frozenset[str]
    times: frozenset[str]
    before_times: frozenset[str]
    past: frozenset[str]


@cache
def distributions_of(language: str) -> Distributions:
    """Read the words of a language."""
    served = serving_language(language)
    data = read_data(served, "units")["per"]
    return Distributions(
        words=Phrases((word, word) for word in data["words"]),
        alone=Phrases((word, word) for word in data["alone"]),
        articles=frozenset(data["articles"]),
        times=frozenset(data["times"]),
        before_times=frozenset(data["before_times"]),
        past=frozenset(data["past"]),
    )


class Context(NamedTuple):
    """What is needed to look around a figure."""

    tokens: Tokens
    place: Place
    language: Language
    lists: NounPhrases
    distributions: Distributions

    def span(self, place: tuple[int, int] | None) -> Span | None:
        """Cut the span of a token range, None for none."""
        return None if place is None else self.place.span(self.tokens, *place)


class Surroundings(NamedTuple):
    """What stands around a figure, as token ranges; `end` is where reading goes on."""

    figure: Figure
    counted: tuple[int, int] | None
    per: tuple[int, int] | None
    of_total: tuple[int, int] | None
    conversions: tuple[Figure, ...]
    end: int


def look_around(context: Context, figure: Figure) -> Surroundings:
    """Find what a figure counts, its per-unit, its total and its conversions."""
    conversions, end = _find_conversions(context, figure)
    per = _find_per(context, figure, end)
    of_total, counting_end = _find_total(context, figure)
    counting_end = _past_determiner(context, figure, counting_end)
    counted = None
    counts = _counts_things(figure) and not _needs_of(context, figure)
    if counts or _holds_substance(context, figure, counting_end):
        keeps_of = figure.form in ("digits", "words") and figure.unit is None
        is_noun = figure.unit is not None
        counted = find_counted(
            context.tokens, counting_end, context.lists, keeps_of=keeps_of, is_noun=is_noun
        )
    if counted is not None and _is_aside(context, figure, counted[0]):
        counted = None
    if counted is None and figure.form == "ratio":
        counted = _find_inside(context, figure)
    if counted is not None:
        per = per or _find_per(context, figure, counted[1])
        figure = _hedged_after(context, figure, counted[1])
    return Surroundings(figure, counted, per, of_total, conversions, end)


def _is_aside(context: Context, figure: Figure, at: int) -> bool:
    """Tell whether a number or, after a measure, a time follows: "66 percent four years earlier".

    So does the year of "5 prosent året før"; the "two-seat" of "12 two-seat planes" is counted.
    """
    tokens, language = context.tokens, context.language
    if tokens.word(at + 1) != "-" and find_atoms(tokens.word(at), language.vocabulary):
        return True
    named = language.units.names.match(tokens.words, at)
    is_unit = named is not None and named[0].dimension == "duration"
    is_time = is_unit or tokens.word(at) in context.distributions.times
    is_part = figure.unit is not None or figure.form == "fraction"
    return is_time and is_part and context.tokens.word(at - 1) not in context.lists.of


def _find_inside(context: Context, figure: Figure) -> tuple[int, int] | None:
    """Find the noun within a ratio: the child of "one child in four"."""
    at = figure.core[0] + 1
    vocabulary = context.language.vocabulary
    is_ratio = vocabulary.ratio.match(context.tokens.words, at) is not None
    if is_ratio or vocabulary.ratio.match(context.tokens.words, at + 1) is None:
        return None
    return (at, at + 1) if context.tokens.word(at).isalpha() else None


def _counts_things(figure: Figure) -> bool:
    """Tell whether an amount counts things: a bare number, a share, a multiple."""
    return figure.unit is None or figure.unit.dimension == "share"


def _past_determiner(context: Context, figure: Figure, end: int) -> int:
    """Step over the "the" of "half the states"; after other numbers a determiner begins anew."""
    is_part = figure.form == "fraction" and figure.unit is None and figure.value.low < 1
    word = context.tokens.word(end)
    stands = word in context.lists.determiners and word not in context.lists.objects
    return end + 1 if is_part and stands and not context.tokens.is_broken(end - 1) else end


def _needs_of(context: Context, figure: Figure) -> bool:
    """Tell whether a Norwegian fraction lacks the "av" it needs: "halvparten svarte nei"."""
    tokens, vocabulary = context.tokens, context.language.vocabulary
    direct = vocabulary.vague_guard["direct"]
    if not direct or figure.form != "fraction" or figure.unit is not None:
        return False
    is_part = figure.value.scale == 1 and figure.value.low < 1
    has_of = tokens.word(figure.end) in vocabulary.of
    return is_part and not has_of and tokens.word(figure.end - 1) not in direct


def _holds_substance(context: Context, figure: Figure, end: int) -> bool:
    """Tell whether a measure is of something: "30,000 litres of diesel", "40 tonn korn"."""
    if figure.unit is None or figure.unit.dimension not in _SUBSTANCES:
        return False
    if context.language.vocabulary.traits["substance_of"]:
        return context.tokens.word(end) in context.language.vocabulary.of
    return context.tokens.word(end).isalpha()


def _hedged_after(context: Context, figure: Figure, end: int) -> Figure:
    """Apply the hedge after the counted noun: "34 people, possibly more"."""
    if figure.hedge is not Hedge.EXACT or not figure.stated:
        return figure
    after = find_after(context.tokens, end, context.language.vocabulary)
    return figure if after is None else hedge_again(figure, after[0], (end, after[1]))


def _find_conversions(context: Context, figure: Figure) -> tuple[tuple[Figure, ...], int]:
    """Find the same amount in another unit in brackets: "$600 (£460)"."""
    tokens, end = context.tokens, figure.end
    closing = _BRACKETS.get(tokens.word(end))
    if closing is None or figure.unit is None:
        return (), end
    for at in range(end + 1, min(end + _BRACKET_REACH, len(tokens))):
        if tokens.words[at] == closing:
            return (), end
        found = read_figures(tokens, at, context.language)
        if len(found) != 1:
            continue
        unit = found[0].unit
        is_same = unit is not None and unit.dimension == figure.unit.dimension
        if not is_same or tokens.word(found[0].end) != closing:
            return (), end
        return tuple(found), found[0].end + 1
    return (), end


def _find_total(context: Context, figure: Figure) -> tuple[tuple[int, int] | None, int]:
    """Find the larger amount in "250 of the 400", and where its counted noun begins."""
    tokens, end = context.tokens, figure.end
    vocabulary = context.language.vocabulary
    is_out = tokens.word(end) in vocabulary.out_of
    if tokens.word(end) not in vocabulary.of and not is_out:
        return None, end
    at = end + (2 if is_out else 1)
    while tokens.word(at) in context.lists.determiners or _owns(context, at):
        at += 1
    for start in range(at, min(at + 4, len(tokens))):
        found = read_figures(tokens, start, context.language)
        if len(found) == 1 and found[0].start <= at and found[0].unit is None:
            return (found[0].start, found[0].end), found[0].end
    return None, end


def _owns(context: Context, at: int) -> bool:
    """Tell whether a genitive stands before a number: "the village's 300 houses"."""
    word = context.tokens.word(at)
    if word.endswith(("'s", "’s", "s'", "s’")):
        return True
    is_genitive = context.language.vocabulary.traits["bare_genitive"] and word.endswith("s")
    return is_genitive and context.tokens.word(at + 1)[:1].isdecimal()


def _find_per(context: Context, figure: Figure, end: int) -> tuple[int, int] | None:
    """Find the per-unit: "per person", "each", "a share", "i timen", "with each driver"."""
    tokens, words = context.tokens, context.distributions
    if end >= len(tokens) or tokens.is_broken(end - 1):
        return None
    at, word = end, tokens.words[end]
    is_money = figure.unit is not None and figure.unit.dimension == "money"
    if is_money and word in words.times:
        return at, at + 1
    if word in words.before_times and tokens.word(at + 1) in words.times:
        return None if tokens.word(at + 2) in words.past else (at, at + 2)
    is_article = word in words.articles and figure.unit is not None
    found = words.words.match(tokens.words, at)
    if found is not None or is_article:
        inner = at + 1 if found is None else found[1]
        phrase = find_counted(tokens, inner, context.lists)
        has_number = tokens.word(inner)[:1].isdecimal()
        if phrase is not None and not has_number:
            return at, min(phrase[1], inner + 2)
    alone = words.alone.match(tokens.words, at)
    return None if alone is None else (at, alone[1])


def share_hedge(context: Context, before: Surroundings, figure: Figure) -> Figure:
    """Let a hedge govern a list: "at least 12 men and 30 women" bounds both numbers."""
    first = before.figure
    if figure.hedge is not Hedge.EXACT or first.hedge not in _SHARED or not figure.stated:
        return figure
    # "Over 300 grams and four knives": the bound of a measure is none of a count.
    is_measure = first.unit is not None or figure.unit is not None
    if before.counted is None or first.hedge_tokens is None or is_measure:
        return figure
    if before.counted[1] != figure.start - 1 or not _is_listed(context, figure):
        return figure
    if first.hedge_tokens[0] > first.core[0]:
        return figure
    return hedge_again(figure, first.hedge.value, first.hedge_tokens)


def _is_listed(context: Context, figure: Figure) -> bool:
    """Tell whether a number goes on a list: after "and", or after a comma with more to come.

    "at least four planes, three trucks and two boats" is a list; "at least 40 people, 12 of them
    children" and "at least 40 people, nine more than before" are not.
    """
    tokens, joiners = context.tokens, context.lists.joiners
    for _ in range(_LONGEST_LIST):
        if tokens.word(figure.start - 1) in joiners:
            return True
        if tokens.word(figure.start - 1) != "," or tokens.word(figure.end) in context.lists.of:
            return False
        counted = find_counted(tokens, figure.end, context.lists)
        if counted is None:
            return False
        following = read_figures(tokens, counted[1] + 1, context.language)
        if not following or following[0].hedge is not Hedge.EXACT:
            return False
        figure = following[0]
    return False


def make_quantity(context: Context, around: Surroundings) -> Quantity:
    """Make the record of an amount."""
    figure = around.figure
    dimension, unit = _dimension(figure)
    return Quantity(
        span=context.place.span(context.tokens, figure.start, figure.end),
        kind=QuantityKind.AMOUNT,
        interval=figure.interval,
        stated=figure.stated,
        hedge=figure.hedge,
        hedge_span=context.span(figure.hedge_tokens),
        dimension=dimension,
        unit=unit,
        per=context.span(around.per),
        counted=context.span(around.counted),
        of_total=context.span(around.of_total),
        conversions=tuple(_amount(context, conversion) for conversion in around.conversions),
        reason=_reason(figure),
    )


def _dimension(figure: Figure) -> tuple[str, str | None]:
    """Name the dimension and the canonical unit."""
    if figure.unit is not None:
        return figure.unit.dimension, figure.unit.name
    is_part = figure.form in _PARTS and figure.value.scale == 1 and figure.value.low <= 1
    return ("share" if is_part else "count"), None


def _amount(context: Context, figure: Figure) -> Amount:
    """Make the record of a conversion."""
    return Amount(
        span=context.place.span(context.tokens, figure.start, figure.end),
        interval=figure.interval,
        unit=None if figure.unit is None else figure.unit.name,
    )


def _reason(figure: Figure) -> str:
    """Say which rule read the amount."""
    hedge = "" if figure.hedge is Hedge.EXACT else f", {figure.hedge.value}"
    return (
        f"number in {figure.form}{hedge}"
        if figure.form in ("digits", "words")
        else (f"{figure.form}{hedge}")
    )


def make_marked(
    context: Context, kind: QuantityKind, place: tuple[int, int], reading: Reading
) -> Quantity:
    """Make the record of a number that is no amount."""
    return Quantity(
        span=context.place.span(context.tokens, *place),
        kind=kind,
        interval=reading.interval,
        stated=reading.stated,
        hedge=reading.hedge,
        hedge_span=context.span(reading.hedge_tokens),
        dimension=kind.value,
        unit=reading.unit,
        counted=context.span(reading.counted),
        reason=reading.reason,
    )


class Reading(NamedTuple):
    """What a date, an age, a name's number … says."""

    interval: Interval
    stated: tuple[float, ...]
    reason: str
    unit: str | None = None
    counted: tuple[int, int] | None = None
    hedge: Hedge = Hedge.EXACT
    hedge_tokens: tuple[int, int] | None = None
