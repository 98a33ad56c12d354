"""Numbers on a scale that has no unit: "magnitude 6.4", "a 6.4 quake", «en styrke på 6,4»."""

from __future__ import annotations

from typing import NamedTuple

from ordmot.quantities.numbers import Number
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.units import Unit, UnitTable

_MAGNITUDE = Unit("magnitude", "magnitude", 1)
_HIGHEST = 10
"""No earthquake reaches this."""
_BEFORE = 8
"""Tokens before a number among which the name of its scale stands: "the magnitude of the quake"."""
_BETWEEN = ".,;:?!"


class _Words(NamedTuple):
    """The tokens of one sentence before and after a number."""

    before: tuple[str, ...]
    after: str


def read_on_scale(tokens: Tokens, number: Number, units: UnitTable) -> Unit | None:
    """Find the scale of a number that no unit follows, None where none is named.

    A whole number may be anything; right behind the name of the scale it is on it.
    """
    if number.form != "digits" or number.scale != 1 or not 0 < number.low < _HIGHEST:
        return None
    words = _around(tokens, number)
    is_exact = number.low != int(number.low)
    is_of_quake = not units.quakes.isdisjoint(words.before)
    names = units.scales | (units.strengths if is_of_quake else frozenset())
    behind = [word for word in words.before if word not in units.scale_links][-1:]
    if behind and behind[0] in names:
        return _MAGNITUDE
    is_named = not names.isdisjoint(words.before) or words.after in units.quakes
    is_measured = is_of_quake and words.before[-1] in units.measuring
    return _MAGNITUDE if is_exact and (is_named or is_measured) else None


def _around(tokens: Tokens, number: Number) -> _Words:
    """Give the tokens beside a number, as far as its sentence and line go."""
    before: list[str] = []
    at = number.start - 1
    while at >= 0 and len(before) < _BEFORE and not tokens.is_broken(at):
        if tokens.words[at] in _BETWEEN and not tokens.is_joined(at):
            break  # the point of "6.2" ends nothing
        before.insert(0, tokens.words[at])
        at -= 1
    return _Words(
        tuple(before), "" if tokens.is_broken(number.end - 1) else tokens.word(number.end)
    )
