"""Gaps: how the accounts of a question stand to one another, how far apart, and why."""

from ordmot.gaps.comparison import Comparer, compare

__all__ = ["Comparer", "compare"]
