"""Claims: amounts and yes/no propositions with who says them, about what, in which sense."""

from ordmot.claims.extraction import extract

__all__ = ["extract"]
