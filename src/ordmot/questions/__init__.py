"""Questions: the claims that answer the same one, gathered across documents and languages."""

from ordmot.questions.explaining import Explainer
from ordmot.questions.grouping import Grouper, group
from ordmot.questions.regrouping import Regrouper, regroup
from ordmot.questions.rewording import reword_question

__all__ = ["Explainer", "Grouper", "Regrouper", "group", "regroup", "reword_question"]
