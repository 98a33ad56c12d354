"""Questions: the claims that answer the same one, gathered across documents and languages."""

from ordmot.questions.explaining import explain
from ordmot.questions.grouping import group
from ordmot.questions.regrouping import regroup

__all__ = ["explain", "group", "regroup"]
