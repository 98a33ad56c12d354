"""Gaps: how the accounts of a question stand to one another, how far apart, and why."""

from ordmot.gaps.comparison import Comparer, compare
from ordmot.gaps.explaining import weigh_gap

__all__ = ["Comparer", "compare", "weigh_gap"]
