"""The size of units, so that amounts of one dimension can be laid side by side."""

from __future__ import annotations

from functools import cache

from ordmot.ledger import Interval, Quantity
from ordmot.lexicon.data import read_data

_COMPARED_AS_IS = ("count", "share", "multiple", "yes/no")


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


def base_factor(quantity: Quantity) -> float:
    """Give the factor of a quantity's unit, 1 where its size is not fixed."""
    return factor_to_base(quantity.dimension, quantity.unit) or 1.0


def base_interval(quantity: Quantity) -> Interval:
    """Give a quantity's interval in base units, as it is where its unit has no fixed size."""
    return quantity.interval.scale(base_factor(quantity))
