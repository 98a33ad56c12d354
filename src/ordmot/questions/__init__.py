"""Questions: the claims that answer the same one, gathered across documents and languages."""

from ordmot.questions.explaining import explain
from ordmot.questions.grouping import group

__all__ = ["explain", "group"]
