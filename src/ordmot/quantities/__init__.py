"""Amounts as intervals, with their hedges, units and what they count."""

from ordmot.quantities.measure import measure

__all__ = ["measure"]
