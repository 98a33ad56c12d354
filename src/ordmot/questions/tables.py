"""Which rows compare the claims of a dimension."""

from __future__ import annotations

from ordmot.questions.answers import ANSWERS
from ordmot.questions.rows import COUNTS, MEASURES, YES_NO, Table

COUNTED = ("count", "count per", "share")
"""The dimensions of amounts that say what they are of."""
OPEN = ("who", "means", "origin")
"""The dimensions of what is answered with a name or a kind."""


def table_for(dimension: str) -> Table:
    """Give the table by which claims of a dimension are compared."""
    if dimension == "yes/no":
        return YES_NO
    if dimension in OPEN:
        return ANSWERS
    return COUNTS if dimension in COUNTED else MEASURES
