"""Amounts with ranges and hedges: "six to seven", "rose from 20 to 30", "34, possibly more"."""

from __future__ import annotations

from typing import NamedTuple

from ordmot.ledger import Hedge, Interval
from ordmot.quantities.hedges import bound, find_after, find_before
from ordmot.quantities.measured import Language, Measured, read_measured
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.units import Unit

_CHANGE_REACH = 7
_DASHES = "-–—"
_SMALL_WORDS = 20
_LOWER = (Hedge.AT_LEAST, Hedge.MORE_THAN)
_UPPER = (Hedge.AT_MOST, Hedge.LESS_THAN)


class Figure(NamedTuple):
    """An amount with the interval its words license, over tokens `start` to `end`.

    `core` is the amount without its hedge; `value` what was read there.
    """

    start: int
    end: int
    interval: Interval
    stated: tuple[float, ...]
    hedge: Hedge
    hedge_tokens: tuple[int, int] | None
    unit: Unit | None
    core: tuple[int, int]
    value: Measured

    @property
    def form(self) -> str:
        """Name what kind of number it is."""
        return self.value.form


def read_figures(tokens: Tokens, index: int, language: Language) -> list[Figure]:
    """Read the amount that begins at a token with its range and hedges.

    Two figures come back where a change is told ("rose from 20 to 30"), else one or none.
    """
    first = read_measured(tokens, index, language)
    if first is None:
        return []
    first = _with_other_side(tokens, first, language)
    joined = _read_second(tokens, first, language)
    if joined is None:
        return [_with_opposite(tokens, _hedged(tokens, first, language), language)]
    second, joiner = joined
    if joiner in _DASHES and second.unit is None and _is_money(first):
        second = second._replace(unit=first.unit)  # "$80-90 million"
    opener = language.vocabulary.openers.match_before(tokens.words, first.start)
    if joiner in language.vocabulary.guarded and opener is None:
        return [_hedged(tokens, first, language)]
    if _is_step(tokens, first, second, language):
        return [_hedged(tokens, first, language)]
    shared = _share_scale_and_unit(first, second)
    if opener is not None and _is_change(tokens, shared, second, opener, language):
        return [_hedged(tokens, shared, language), _hedged(tokens, second, language)]
    if not _is_range(shared, second):
        return [_hedged(tokens, first, language)]
    return [_range(tokens, shared, second, language)]


def _with_other_side(tokens: Tokens, first: Measured, language: Language) -> Measured:
    """Give the first side of an area the unit that only the other has: "300 by 700 metres"."""
    at = first.number_end
    is_side = first.form == "digits" and tokens.word(at) in language.vocabulary.sides
    if not is_side or at + 1 >= len(tokens) or tokens.is_broken(at):
        return first
    other = read_measured(tokens, at + 1, language)
    if other is None or other.unit is None or other.unit.dimension != "length":
        return first
    return first._replace(unit=other.unit, end=at)


def _is_money(measured: Measured) -> bool:
    return measured.unit is not None and measured.unit.dimension == "money"


def _read_second(
    tokens: Tokens, first: Measured, language: Language
) -> tuple[Measured, str] | None:
    """Read the other end of a range: the amount after "to", "or", a dash."""
    if not first.is_point or first.form == "article" or tokens.is_broken(first.end - 1):
        return None
    found = language.vocabulary.joiners.match(tokens.words, first.end)
    if found is None:
        return _read_adjacent(tokens, first, language)
    joiner, at = found
    if at >= len(tokens) or tokens.is_broken(at - 1):
        return None
    if joiner in _DASHES and tokens.is_joined(first.end - 1) != tokens.is_joined(at - 1):
        return None
    second = read_measured(tokens, at, language)
    if second is None or not second.is_point or second.form in ("article", "ratio"):
        return None
    return second, joiner


def _read_adjacent(
    tokens: Tokens, first: Measured, language: Language
) -> tuple[Measured, str] | None:
    """Read "to tre dager": two small number words side by side are a range in Norwegian."""
    if (
        not language.vocabulary.traits["adjacent_ranges"]
        or first.form != "words"
        or first.unit is not None
    ):
        return None
    if first.end >= len(tokens) or first.low > _SMALL_WORDS:
        return None
    second = read_measured(tokens, first.end, language)
    if second is None or second.form != "words" or second.low != first.low + 1:
        return None
    return second, "-"


def _share_scale_and_unit(first: Measured, second: Measured) -> Measured:
    """Give the first end the scale and the unit that only the second one states."""
    is_smaller = first.low < second.low / second.scale
    if first.scale == 1 and second.scale > 1 and first.unit in (None, second.unit) and is_smaller:
        first = first.times(second.scale)._replace(scale=second.scale)
    if first.unit is None and second.unit is not None:
        factor = second.unit.factor if second.unit.minor else 1
        first = first._replace(unit=second.unit).times(factor)
    return first


def _is_change(
    tokens: Tokens,
    first: Measured,
    second: Measured,
    opener: tuple[str, int],
    language: Language,
) -> bool:
    """Tell whether "from A to B" tells a change, or "between A and B" a gap, and no range."""
    before = tokens.words[max(0, opener[1] - _CHANGE_REACH) : opener[1]]
    if opener[0] not in language.vocabulary.change_openers:
        return any(word in language.vocabulary.difference for word in before[-2:])
    return any(word in language.vocabulary.change for word in before) or second.low < first.low


def _is_step(tokens: Tokens, first: Measured, second: Measured, language: Language) -> bool:
    """Tell whether "by 0.4 points to 5 percent" gives a step and a result, each in its unit."""
    if first.unit is None or second.unit is None:
        return False
    is_after = tokens.word(first.start - 1) in language.vocabulary.steps
    return is_after or (first.unit.dimension == "share" and first.unit != second.unit)


def _is_range(first: Measured, second: Measured) -> bool:
    """Tell whether two amounts are the ends of one range: same dimension, first smaller."""
    if first.unit is None or second.unit is None:
        return first.unit is second.unit and first.low < second.low
    if first.unit.dimension != second.unit.dimension:
        return False
    if first.unit.dimension == "money":
        return first.unit.name == second.unit.name and first.low < second.low
    return first.low * first.unit.factor < second.low * second.unit.factor


def _range(tokens: Tokens, first: Measured, second: Measured, language: Language) -> Figure:
    """Make the figure of a range, in the unit of its second end."""
    low, high = first.low, second.low
    if first.unit is not None and second.unit is not None and not second.unit.minor:
        low *= first.unit.factor / second.unit.factor if not first.unit.minor else 1
    opener = language.vocabulary.openers.match_before(tokens.words, first.start)
    start = first.start if opener is None else opener[1]
    core = (first.start, second.end)
    before = find_before(tokens, start, language.vocabulary)
    interval, hedge = Interval(low=low, high=high), Hedge.BETWEEN
    words = (first.end, first.end + 1) if opener is None else (start, first.start)
    if before is not None:
        words = (before[1], start) if before[0] in ("at_least", "more_than", "at_most") else words
        start = before[1]
        if before[0] in ("at_least", "more_than"):
            interval, hedge = Interval(low=low, high=None), Hedge(before[0])
        elif before[0] == "at_most":
            interval, hedge = Interval(low=None, high=high), Hedge.AT_MOST
    value = second._replace(start=first.start)
    return Figure(start, second.end, interval, (low, high), hedge, words, second.unit, core, value)


def _hedged(tokens: Tokens, measured: Measured, language: Language) -> Figure:
    """Apply the hedges before and after an amount."""
    margin = _read_margin(tokens, measured, language)
    if margin is not None:
        return margin
    before = find_before(tokens, measured.start, language.vocabulary)
    if before is not None and measured.unit is None:
        words_before = " ".join(tokens.words[before[1] : measured.start])
        before = None if words_before.startswith(language.vocabulary.needs_unit) else before
    if before is not None and _is_spread(tokens, before[1], measured, language):
        before = None
    after = find_after(tokens, measured.end, language.vocabulary)
    sized = tokens.word(measured.end) in language.units.sized
    if after is None and sized and measured.unit is not None:
        # "nine metres deep at most": the hedge stands off, and the span stays with the amount.
        further = find_after(tokens, measured.end + 1, language.vocabulary)
        if further is not None:
            core = (measured.start, measured.end)
            return _figure(measured, further[0], core, (measured.end + 1, further[1]))
    start, end, name = measured.start, measured.end, ""
    words: tuple[int, int] | None = None
    if before is not None:
        name, start = before
        words = (start, measured.start)
    if after is not None and name in ("", "about", "exact"):
        name, end = after
        words = (measured.end, end)
    return _figure(measured, name, (start, end), words)


def _is_spread(tokens: Tokens, start: int, measured: Measured, language: Language) -> bool:
    """Tell whether "over" says in which time something comes: "a rise of 9% | over two years"."""
    if measured.unit is None or measured.unit.dimension != "duration":
        return False
    verbal = language.vocabulary.verbal
    is_over = tokens.words[start : measured.start] in ([w] for w in verbal["spreading"])
    return is_over and start > 0 and tokens.word(start - 1) in verbal["spread"]


def _figure(
    measured: Measured, name: str, place: tuple[int, int], words: tuple[int, int] | None
) -> Figure:
    """Make the figure of an amount with a named hedge ("" for none)."""
    core = (measured.start, measured.end)
    if measured.form == "about" and name in ("", "exact"):
        name, words = "about", words or core
    interval, hedge = bound(measured, name)
    if hedge is Hedge.VAGUE and words is None:
        words = (measured.start, measured.number_end)
    stated = (measured.low,) if measured.is_point else ()
    return Figure(*place, interval, stated, hedge, words, measured.unit, core, measured)


def hedge_again(figure: Figure, name: str, words: tuple[int, int]) -> Figure:
    """Apply a hedge that stands further off: after the counted noun, or before a list."""
    interval, hedge = bound(figure.value, name)
    return figure._replace(interval=interval, hedge=hedge, hedge_tokens=words)


def _with_opposite(tokens: Tokens, figure: Figure, language: Language) -> Figure:
    """Join two opposite bounds: "more than 30 and less than 40"."""
    joins = tokens.word(figure.end) in language.vocabulary.grammar["conjunctions"]
    if not joins or figure.hedge not in _LOWER + _UPPER:
        return figure
    for at in range(figure.end + 2, min(figure.end + 8, len(tokens))):
        second = read_measured(tokens, at, language)
        if second is None:
            continue
        other = _hedged(tokens, second, language)
        if other.start != figure.end + 1 or other.unit not in (None, figure.unit):
            return figure
        return _joined_bounds(figure, other) or figure
    return figure


def _joined_bounds(first: Figure, second: Figure) -> Figure | None:
    """Make one figure of a lower and an upper bound, None if they are not that."""
    lower, upper = (first, second) if first.hedge in _LOWER else (second, first)
    low, high = lower.interval.low, upper.interval.high
    if lower.hedge not in _LOWER or upper.hedge not in _UPPER:
        return None
    if low is None or high is None or low > high:
        return None
    interval = Interval(
        low=low,
        high=high,
        low_open=lower.interval.low_open and low < high,
        high_open=upper.interval.high_open and low < high,
    )
    return first._replace(
        end=second.end,
        interval=interval,
        stated=(low, high),
        hedge=Hedge.BETWEEN,
        core=(first.core[0], second.core[1]),
    )


def _read_margin(tokens: Tokens, measured: Measured, language: Language) -> Figure | None:
    """Read "4,000 give or take 200", "12 ± 2"."""
    at = measured.end + 1 if tokens.word(measured.end) == "," else measured.end
    found = language.vocabulary.plus_minus.match(tokens.words, at)
    if found is None or not measured.is_point or found[1] >= len(tokens):
        return None
    second = read_measured(tokens, found[1], language)
    if second is None or not second.is_point:
        return None
    margin = abs(second.low)
    is_percent = second.unit is not None and second.unit.name == "percent"
    if is_percent and measured.unit != second.unit:
        margin = abs(measured.low) * margin / 100
    elif second.unit is not None and measured.unit is not None:
        margin *= second.unit.factor / measured.unit.factor
    interval = Interval(low=measured.low - margin, high=measured.low + margin)
    return Figure(
        measured.start,
        second.end,
        interval,
        (measured.low,),
        Hedge.BETWEEN,
        (measured.end, found[1]),
        measured.unit or (None if is_percent else second.unit),
        (measured.start, measured.end),
        measured,
    )
