"""The size of units, so that amounts of one dimension can be laid side by side."""

from __future__ import annotations

from functools import cache

from ordmot.ledger import Claim, Hedge, Interval, Quantity
from ordmot.lexicon.compounds import senses
from ordmot.lexicon.concepts import is_kind_of
from ordmot.lexicon.data import read_data, serving_language

_WRITTEN = ("symbols", "codes", "written_alike")
"""Tables of how units are written, not of their sizes."""
_NEAR_HOURS = 0.25
"""How far "about" and "just before" reach: who tells a time in words rounds to a quarter."""
_YEARLY = ("money", "count")
"""Dimensions of what a year brings, which is told as often without the year."""
_RECEIVERS = ("person", "family", "home")
"""Who gets or pays a sum each: it is compared as a sum."""
_COMPARED_AS_IS = ("count", "multiple", "yes/no")


@cache
def factor_to_base(dimension: str, unit: str | None) -> float | None:
    """Give what an amount in `unit` is multiplied by to be in the base unit of its dimension.

    None where the unit has no fixed size there: currencies without a rate, unknown units.

    >>> factor_to_base("length", "mile")
    1609.344
    """
    if dimension in _COMPARED_AS_IS or unit is None:
        return 1.0
    table = read_data("shared", "units").get(dimension, {})
    factor = table.get(unit)
    return float(factor) if isinstance(factor, (int, float)) else None


def are_taken_for_one(one: str | None, other: str | None) -> bool:
    """Tell whether two units are written for one another though they differ in size.

    >>> are_taken_for_one("ton", "tonne"), are_taken_for_one("mile", "kilometre")
    (True, False)
    """
    alike: list[list[str]] = read_data("shared", "units")["written_alike"]["units"]
    return any(one in units and other in units for units in alike)


@cache
def dimension_of(unit: str | None) -> str | None:
    """Give the dimension that a unit measures, None for a word that is no unit.

    No unit is a bare count; three capital letters are a currency, as in ISO 4217.

    >>> dimension_of("mile"), dimension_of("NOK"), dimension_of(None), dimension_of("furlong")
    ('length', 'money', 'count', None)
    """
    if unit is None:
        return "count"
    if len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper():
        return "money"
    tables = read_data("shared", "units")
    sized = (name for name, table in tables.items() if name not in _WRITTEN and unit in table)
    return next(sized, None)


def base_factor(quantity: Quantity) -> float:
    """Give the factor of a quantity's unit, 1 where its size is not fixed."""
    return factor_to_base(quantity.dimension, quantity.unit) or 1.0


def base_interval(quantity: Quantity) -> Interval:
    """Give a quantity's interval in base units, as it is where its unit has no fixed size."""
    return quantity.interval.scale(base_factor(quantity))


def hours_near(hours: float, hedge: Hedge) -> Interval:
    """Give a time of day, in hours, as near as its hedge tells it.

    >>> str(hours_near(15, Hedge.ABOUT)), str(hours_near(15, Hedge.EXACT))
    ('14.75–15.25', '15')
    """
    if hedge is Hedge.ABOUT:
        return Interval(low=hours - _NEAR_HOURS, high=hours + _NEAR_HOURS)
    if hedge is Hedge.LESS_THAN:
        return Interval(low=hours - _NEAR_HOURS, high=hours, high_open=True)
    if hedge is Hedge.MORE_THAN:
        return Interval(low=hours, high=hours + _NEAR_HOURS, low_open=True)
    return Interval(low=hours, high=hours)


def compared_in(claim: Claim) -> str:
    """Give the dimension that a claim is compared in: its own, and "£300 each" in money too.

    What is saved or carried in a year is told with the year and without.
    """
    if claim.quantity is not None and _is_yearly(claim):
        return claim.quantity.dimension
    return "money" if _is_shared_out(claim) else claim.dimension


def _is_yearly(claim: Claim) -> bool:
    """Tell whether a sum or a number is that of each year: "saves 12 million | a year"."""
    quantity = claim.quantity
    if quantity is None or quantity.per is None or quantity.dimension not in _YEARLY:
        return False
    lists = read_data(serving_language(claim.language), "claims")["counting"]
    return quantity.per.text.casefold() in lists["yearly"]


def _is_shared_out(claim: Claim) -> bool:
    """Tell whether a sum is what each of some people gets or pays: "£300 | each", "a household"."""
    if claim.quantity is None or claim.quantity.per is None or claim.quantity.dimension != "money":
        return False
    words = claim.quantity.per.text.casefold().split()
    apiece = read_data(serving_language(claim.language), "claims")["counting"]["apiece"]
    if words[-1:] and words[-1] in apiece:
        return True
    receivers = {s.concept for word in words for s in senses(word, claim.language)}
    return any(is_kind_of(one, kind) for one in receivers for kind in _RECEIVERS)
