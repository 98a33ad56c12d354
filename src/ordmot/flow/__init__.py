"""The order of the work: which stage does each step, and the ports that carry it out."""

from ordmot.flow.plan import Explain, Plan, standard_plan
from ordmot.flow.ports import (
    Contents,
    Engine,
    Entry,
    Examination,
    Fault,
    Handling,
    OwnCell,
    Progress,
    Silence,
    Store,
)
from ordmot.flow.steps import (
    compare_accounts,
    decide,
    judge,
    mark_of,
    rank,
    read_one,
    refusal_of,
    rehearse,
    reshape,
)

__all__ = [
    "Contents",
    "Engine",
    "Entry",
    "Examination",
    "Explain",
    "Fault",
    "Handling",
    "OwnCell",
    "Plan",
    "Progress",
    "Silence",
    "Store",
    "compare_accounts",
    "decide",
    "judge",
    "mark_of",
    "rank",
    "read_one",
    "refusal_of",
    "rehearse",
    "reshape",
    "standard_plan",
]
