"""Ranges and hedges: what interval the words around an amount license."""

from __future__ import annotations

from typing import NamedTuple

from ordmot.ledger import Hedge, Interval
from ordmot.quantities.measured import Language, Measured, read_measured
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.units import Unit

_ABOUT = 0.1
_NEAR = 0.1
_JUST_OVER = 0.25
_CHANGE_REACH = 7


class Figure(NamedTuple):
    """An amount with the interval its words license, over tokens `start` to `end`."""

    start: int
    end: int
    interval: Interval
    stated: tuple[float, ...]
    hedge: Hedge
    hedge_tokens: tuple[int, int] | None
    unit: Unit | None
    form: str
    core: tuple[int, int]


def read_figures(tokens: Tokens, index: int, language: Language) -> list[Figure]:
    """Read the amount that begins at a token with its range and hedges.

    Two figures come back where a change is told ("rose from 20 to 30"), else one or none.
    """
    first = read_measured(tokens, index, language)
    if first is None:
        return []
    joined = _read_second(tokens, first, language)
    if joined is None:
        return [_hedged(tokens, first, language)]
    second, joiner = joined
    opener = language.vocabulary.openers.match_before(tokens.words, first.start)
    guarded = joiner in language.vocabulary.guarded
    if guarded and opener is None:
        return [_hedged(tokens, first, language)]
    first = _share_scale_and_unit(first, second)
    if _is_change(tokens, first, second, opener, language):
        return [_hedged(tokens, first, language), _hedged(tokens, second, language)]
    if not _is_range(first, second):
        return [_hedged(tokens, _unshared(tokens, index, language), language)]
    return [_range(tokens, first, second, language)]


def _unshared(tokens: Tokens, index: int, language: Language) -> Measured:
    """Read the first amount again, without the scale and unit of a second one."""
    measured = read_measured(tokens, index, language)
    assert measured is not None  # noqa: S101 - it was read here before
    return measured


def _read_second(
    tokens: Tokens, first: Measured, language: Language
) -> tuple[Measured, str] | None:
    """Read the other end of a range: the amount after "to", "or", a dash …"""
    if not first.is_point or first.form == "article" or tokens.is_broken(first.end - 1):
        return None
    found = language.vocabulary.joiners.match(tokens.words, first.end)
    if found is None:
        return _read_adjacent(tokens, first, language)
    joiner, at = found
    if at >= len(tokens) or tokens.is_broken(at - 1):
        return None
    if joiner in "-–—" and tokens.is_joined(first.end - 1) != tokens.is_joined(at - 1):
        return None
    second = read_measured(tokens, at, language)
    if second is None or not second.is_point or second.form in ("article", "ratio"):
        return None
    return second, joiner


def _read_adjacent(
    tokens: Tokens, first: Measured, language: Language
) -> tuple[Measured, str] | None:
    """Read "to tre dager": two small number words side by side are a range in Norwegian."""
    if language.vocabulary.language != "nb" or first.form != "words" or first.unit is not None:
        return None
    if first.end >= len(tokens) or first.low > 20:
        return None
    second = read_measured(tokens, first.end, language)
    if second is None or second.form != "words" or second.low != first.low + 1:
        return None
    return second, "-"


def _share_scale_and_unit(first: Measured, second: Measured) -> Measured:
    """Give the first end the scale and the unit that only the second one states."""
    if first.scale == 1 and second.scale > 1 and first.unit in (None, second.unit):
        if first.low < second.low / second.scale:
            first = first.times(second.scale)._replace(scale=second.scale)
    if first.unit is None and second.unit is not None:
        first = first._replace(unit=second.unit).times(_minor_factor(second.unit))
    return first


def _minor_factor(unit: Unit) -> float:
    """Give the factor by which an amount of money in minor units is multiplied."""
    return unit.factor if unit.dimension == "money" else 1


def _is_change(
    tokens: Tokens,
    first: Measured,
    second: Measured,
    opener: tuple[str, int] | None,
    language: Language,
) -> bool:
    """Tell whether "from A to B" tells a change instead of a range."""
    if opener is None or opener[0] not in ("from", "fra"):
        return False
    start = opener[1]
    before = tokens.words[max(0, start - _CHANGE_REACH) : start]
    return any(word in language.vocabulary.change for word in before) or second.low < first.low


def _is_range(first: Measured, second: Measured) -> bool:
    """Tell whether two amounts are the ends of one range: same unit, first smaller."""
    if first.low >= second.low:
        return False
    if first.unit is None or second.unit is None:
        return first.unit is second.unit
    return first.unit.dimension == second.unit.dimension and (
        first.unit.dimension != "money" or first.unit.name == second.unit.name
    )


def _range(tokens: Tokens, first: Measured, second: Measured, language: Language) -> Figure:
    """Make the figure of a range, in the unit of its second end."""
    low, high = first.low, second.high
    if first.unit is not None and second.unit is not None and first.unit.dimension != "money":
        low *= first.unit.factor / second.unit.factor
    if high is not None and low > high:
        low, high = high, low
    start, end = first.start, second.end
    opener = language.vocabulary.openers.match_before(tokens.words, start)
    before = None if opener is not None else _find_before(tokens, start, language)
    stated = (low, second.low)
    core = (start, end)
    if before is not None:
        name, at = before
        if name in ("at_least", "more_than"):
            interval = Interval(low=low, high=None, low_open=name == "more_than")
            return Figure(
                at, end, interval, stated, Hedge(name), (at, start), second.unit, second.form, core
            )
        if name in ("at_most", "less_than"):
            interval = Interval(low=None, high=high, high_open=name == "less_than")
            return Figure(
                at, end, interval, stated, Hedge(name), (at, start), second.unit, second.form, core
            )
        start = at
    hedge_tokens = (opener[1], start) if opener is not None else (first.end, first.end + 1)
    start = opener[1] if opener is not None else start
    return Figure(
        start,
        end,
        Interval(low=low, high=high),
        stated,
        Hedge.BETWEEN,
        hedge_tokens,
        second.unit,
        second.form,
        core,
    )


def _hedged(tokens: Tokens, measured: Measured, language: Language) -> Figure:
    """Apply the hedges before and after an amount."""
    core = (measured.start, measured.end)
    stated = (measured.low,) if measured.is_point else ()
    margin = _read_margin(tokens, measured, language)
    if margin is not None:
        return margin
    before = _find_before(tokens, measured.start, language)
    after = _find_after(tokens, measured.end, language)
    if before is not None and (after is None or before[0] not in ("about", "exact")):
        name, start = before
        words = (start, measured.start)
        end = measured.end
    elif after is not None:
        name, end = after
        words = (measured.end, end)
        start = measured.start if before is None else before[1]
    else:
        name, start, end, words = "", measured.start, measured.end, None
    if measured.form == "about" and name in ("", "about", "exact"):
        name = "about"
        words = words or core
    interval, hedge = bound(measured, name)
    if hedge is Hedge.EXACT and name == "":
        words = None
    if hedge is Hedge.VAGUE and words is None:
        words = (measured.start, measured.number_end)
    return Figure(start, end, interval, stated, hedge, words, measured.unit, measured.form, core)


def bound(measured: Measured, name: str) -> tuple[Interval, Hedge]:
    """Give the interval and the hedge that a named hedge makes of an amount."""
    low, high = measured.low, measured.high
    if not measured.is_point and name in (
        "",
        "about",
        "exact",
        "nearly",
        "just_over",
        "just_under",
    ):
        if measured.form == "none":
            return Interval(low=0, high=0), Hedge.EXACT
        return Interval(
            low=low, high=high, high_open=measured.high_open and high is not None
        ), Hedge.VAGUE
    if name in ("at_least", "more_than"):
        return Interval(low=low, high=None, low_open=name == "more_than"), Hedge(name)
    if name in ("at_most", "less_than"):
        return Interval(low=None, high=high, high_open=name == "less_than"), Hedge(name)
    return _near(low, name)


def _near(value: float, name: str) -> tuple[Interval, Hedge]:
    """Give the interval of an approximate or an exact number."""
    size = abs(value)
    if name == "about":
        return Interval(low=value - _ABOUT * size, high=value + _ABOUT * size), Hedge.ABOUT
    if name == "nearly":
        return Interval(low=value - _NEAR * size, high=value, high_open=size > 0), Hedge.NEARLY
    if name == "just_under":
        return Interval(low=value - _NEAR * size, high=value, high_open=size > 0), Hedge.LESS_THAN
    if name == "just_over":
        return Interval(
            low=value, high=value + _JUST_OVER * size, low_open=size > 0
        ), Hedge.MORE_THAN
    return Interval(low=value, high=value), Hedge.EXACT


def _read_margin(tokens: Tokens, measured: Measured, language: Language) -> Figure | None:
    """Read "4,000 give or take 200", "12 ± 2"."""
    found = language.vocabulary.plus_minus.match(tokens.words, measured.end)
    if found is None or not measured.is_point:
        return None
    second = read_measured(tokens, found[1], language) if found[1] < len(tokens) else None
    if second is None or not second.is_point:
        return None
    margin = second.low
    if second.unit is not None and second.unit.name == "percent" and measured.unit != second.unit:
        margin = abs(measured.low) * second.low / 100
    unit = measured.unit or second.unit
    interval = Interval(low=measured.low - abs(margin), high=measured.low + abs(margin))
    words = (measured.end, found[1])
    core = (measured.start, measured.end)
    return Figure(
        measured.start,
        second.end,
        interval,
        (measured.low,),
        Hedge.BETWEEN,
        words,
        unit,
        measured.form,
        core,
    )


def _find_before(tokens: Tokens, start: int, language: Language) -> tuple[str, int] | None:
    """Find the hedge before an amount: its name and its first token.

    Hedges stack ("probably more than"); the one that bounds wins over the one that blurs.
    """
    found: tuple[str, int] | None = None
    at = start
    for _ in range(3):
        if at < 1 or tokens.is_broken(at - 1):
            break
        hedge = language.vocabulary.hedges_before.match_before(tokens.words, at)
        if hedge is None:
            break
        name, at = hedge
        keep = found is not None and (
            name in ("about", "exact") or found[0] not in ("about", "exact")
        )
        found = (found[0], at) if keep and found is not None else (name, at)
    return found or _find_before_words(tokens, start, language)


def _find_before_words(tokens: Tokens, start: int, language: Language) -> tuple[str, int] | None:
    """Find a hedge with a word like "another" between it and the number."""
    extra = language.vocabulary.additional.match_before(tokens.words, start)
    if extra is None or tokens.is_broken(start - 1):
        return None
    hedge = language.vocabulary.hedges_before.match_before(tokens.words, extra[1])
    if hedge is None or hedge[0] == "exact":
        return None
    return hedge


def _find_after(tokens: Tokens, end: int, language: Language) -> tuple[str, int] | None:
    """Find the hedge right after an amount: "or more", "eller så", ", possibly more"."""
    if end >= len(tokens) or tokens.is_broken(end - 1):
        return None
    found = language.vocabulary.hedges_after.match(tokens.words, end)
    if found is None and tokens.word(end) in (",", "–", "(") and end + 1 < len(tokens):
        found = language.vocabulary.hedges_after.match(tokens.words, end + 1)
        if found is not None and found[0] not in ("more_than", "less_than"):
            found = None
    if found is not None and tokens.word(found[1])[:1].isdecimal():
        return None
    return found
