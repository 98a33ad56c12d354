"""Gaps: how the accounts of a question stand to one another, how far apart, and why."""

from ordmot.gaps.comparison import compare

__all__ = ["compare"]
