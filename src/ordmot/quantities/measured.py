"""A number with its unit: "12 km", "$600", "2 kroner og 23 øre", "two hours and 30 minutes"."""

from __future__ import annotations

from typing import NamedTuple

from ordmot.quantities.numbers import Number, exact, is_digits
from ordmot.quantities.phrases import read_number, read_sign
from ordmot.quantities.scales import read_on_scale
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.units import (
    Unit,
    UnitTable,
    read_currency_before,
    read_multiplied_code,
    read_scale_after,
    read_unit,
)
from ordmot.quantities.vocabulary import Vocabulary

_COMPOSED = ("length", "mass", "duration", "money", "volume")
_ONE = 1.0


class Language(NamedTuple):
    """The tables that reading a quantity needs."""

    vocabulary: Vocabulary
    units: UnitTable


class Measured(NamedTuple):
    """A number in a unit over tokens `start` to `end`; `number_end` is where the number ended."""

    start: int
    end: int
    low: float
    high: float | None
    high_open: bool
    form: str
    scale: float
    unit: Unit | None
    number_end: int

    @property
    def is_point(self) -> bool:
        """Tell whether a number is stated."""
        return self.form not in ("vague", "none")

    def times(self, factor: float) -> Measured:
        """Multiply the number."""
        high = None if self.high is None else self.high * factor
        return self._replace(low=self.low * factor, high=high)


def read_measured(tokens: Tokens, index: int, language: Language) -> Measured | None:
    """Read the amount that begins at a token, with its unit if it has one."""
    lone = language.units.lone.match(tokens.words, index)
    if lone is not None:
        (size, unit), end = lone
        return _measured(exact(index, end, size, "words"), unit, end)
    multiple = language.vocabulary.multiples.get(tokens.words[index])
    if multiple is not None:
        return _measured(exact(index, index + 1, multiple, "multiple"), language.units.times, None)
    measured = _read_money_first(tokens, index, language)
    if measured is None:
        number = read_number(tokens, index, language.vocabulary)
        if number is not None:
            measured = _with_unit(tokens, number, language)
        else:
            measured = _read_article_unit(tokens, index, language)
    return None if measured is None else _compose(tokens, measured, language)


def _with_unit(tokens: Tokens, number: Number, language: Language) -> Measured:
    """Add the unit that follows a number, and a minus that stands before it."""
    if read_sign(tokens, number.start, language.vocabulary):
        number = number._replace(
            start=number.start - 1,
            low=-number.low,
            high=None if number.high is None else -number.high,
        )
    end = number.end
    found = read_unit(tokens, number, language.units, language.vocabulary)
    if found is None:
        multiplied = read_multiplied_code(tokens, end, language.units)
        if multiplied is None:
            scale = read_on_scale(tokens, number, language.units)
            plain = number if scale else _with_million(tokens, number, language)
            return _measured(plain, scale, None)
        return _measured(number, multiplied[0], end + 1).times(multiplied[1])
    unit, end = found
    measured = _measured(number, unit, end)
    if tokens.words[end - 1] in language.units.below_zero:
        return measured.times(-1)
    if unit.dimension == "money":
        end, factor = read_scale_after(tokens, end, language.vocabulary)
        measured = measured._replace(end=end).times(factor * unit.factor)
    return measured


def _measured(number: Number, unit: Unit | None, end: int | None) -> Measured:
    """Put a number and a unit together."""
    return Measured(
        number.start,
        number.end if end is None else end,
        number.low,
        number.high,
        number.high_open,
        number.form,
        number.scale,
        unit,
        number.end,
    )


def _with_million(tokens: Tokens, number: Number, language: Language) -> Number:
    """Multiply by a letter that is no unit here: the "m" of "1.5m people"."""
    at = number.end
    if number.form != "digits" or not tokens.is_joined(at - 1):
        return number
    factor = language.vocabulary.suffixes.get(tokens.word(at))
    if (
        factor is None
        or number.scale != 1
        or (tokens.is_joined(at) and tokens.word(at + 1).isalnum())
    ):
        return number
    return exact(number.start, at + 1, number.low * factor, "digits", factor)


def _read_money_first(tokens: Tokens, index: int, language: Language) -> Measured | None:
    """Read money whose currency stands first: "$600", "kr 200", "MAUD 60"."""
    factor = 1.0
    found = read_currency_before(tokens, index, language.units)
    if found is None:
        multiplied = read_multiplied_code(tokens, index, language.units)
        if multiplied is None:
            return None
        found, factor = (multiplied[0], index + 1), multiplied[1]
    unit, at = found
    minus = 1.0
    if tokens.word(at) in ("-", "−") and is_digits(tokens.word(at + 1)):
        at, minus = at + 1, -1.0
    number = read_number(tokens, at, language.vocabulary) if at < len(tokens) else None
    if (
        number is None
        or number.form in ("vague", "none")
        or _is_other_money(tokens, number, language)
    ):
        return None
    if tokens.words[index].isalpha() and number.form != "digits":
        return None
    number = _with_million(tokens, number, language)
    return _measured(number, unit, number.end)._replace(start=index).times(factor * minus)


def _is_other_money(tokens: Tokens, number: Number, language: Language) -> bool:
    """Tell whether the number before which a currency stands has a currency of its own after it.

    "50 dollar 40 rmb": the dollar belongs to the fifty.
    """
    found = read_unit(tokens, number, language.units, language.vocabulary)
    return found is not None and found[0].dimension == "money"


def _read_article_unit(tokens: Tokens, index: int, language: Language) -> Measured | None:
    """Read the "an hour" of "within an hour" and the "a minute" of "a minute and 30 seconds"."""
    if tokens.words[index] not in language.units.articles or tokens.is_broken(index):
        return None
    at = index + 1
    if tokens.word(at) in language.units.before_unit and not tokens.is_broken(at):
        at += 1  # "a | full | minute"
    found = language.units.names.match(tokens.words, at)
    if found is None or tokens.word(at) in language.units.cautious:
        return None
    unit, end = found
    if unit.dimension in ("share", "multiple") or unit.minor:
        return None
    if tokens.word(end) in language.vocabulary.grammar["ranked"]:
        return None  # "a second | straight night"
    number = exact(index, index + 1, _ONE, "article")
    return _measured(number, unit, end)


def _compose(tokens: Tokens, measured: Measured, language: Language) -> Measured:
    """Add the smaller units that follow: "2 yards, 7 feet and 10 inches", "2 kroner og 23 øre"."""
    while measured.unit is not None and measured.unit.dimension in _COMPOSED and measured.is_point:
        part = _read_smaller(tokens, measured, measured.unit, language)
        if part is None:
            return measured
        value = measured.low + part.low
        measured = measured._replace(
            low=value, high=value, end=part.end, form=_joined_form(measured)
        )
    return measured


def _joined_form(measured: Measured) -> str:
    """Name the form of a composed amount: an article's one becomes a stated number."""
    return "words" if measured.form == "article" else measured.form


def _read_smaller(
    tokens: Tokens, measured: Measured, unit: Unit, language: Language
) -> Measured | None:
    """Read the next smaller unit, its value in the larger unit."""
    at = measured.end
    if at >= len(tokens) or tokens.is_broken(at - 1):
        return None
    joined = False
    while tokens.word(at) == "," or tokens.word(at) in language.vocabulary.grammar["conjunctions"]:
        joined = True
        at += 1
    number = read_number(tokens, at, language.vocabulary) if at < len(tokens) else None
    if number is not None and joined and _is_bare_fraction(tokens, number, language):
        return _measured(number, None, None)
    if number is None or number.form not in ("digits", "words", "fraction"):
        return None
    part = _with_unit(tokens, number, language)
    if part.unit is None:
        return _read_bare_rest(tokens, measured, part, at)
    if part.unit.dimension != unit.dimension:
        return None
    if unit.dimension == "money":
        is_part = part.unit.minor and not unit.minor and part.low < 1
        return part if is_part and measured.low == int(measured.low) else None
    is_part = part.unit.factor < unit.factor
    close = joined or unit.dimension in ("length", "duration", "mass")
    if not is_part or not close:
        return None
    return part.times(part.unit.factor / unit.factor)


def _is_bare_fraction(tokens: Tokens, number: Number, language: Language) -> bool:
    """Tell whether "a half" after "an hour and" is a half of the same unit."""
    if number.form != "fraction" or number.low >= 1 or number.scale != 1:
        return False
    if tokens.word(number.end) in language.vocabulary.of:
        return False
    return read_unit(tokens, number, language.units, language.vocabulary) is None


def _read_bare_rest(tokens: Tokens, measured: Measured, part: Measured, at: int) -> Measured | None:
    """Read the bare number after a whole unit: "thirteen dollars forty five", "1 hour fifteen".

    Only where nothing follows that the number could count.
    """
    unit = measured.unit
    if unit is None or measured.low != int(measured.low) or part.low != int(part.low):
        return None
    if tokens.word(at - 1) == "," or tokens.word(part.end)[:1].isalnum():
        return None
    if tokens.text[tokens.starts[measured.start] : tokens.starts[measured.start] + 1] in "$£€":
        return None
    if tokens.word(part.end) in ("%", "$", "€", "£", "-", "/", ":"):
        return None
    if unit.dimension == "money" and not unit.minor and 0 < part.low < 100:
        return part.times(0.01)
    if unit.name == "hour" and 0 < part.low < 60:
        return part.times(1 / 60)
    return None
