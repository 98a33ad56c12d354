"""A gap: how claims of one question, or of nested scopes, stand to one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ordmot.ledger.identity import content_id
from ordmot.ledger.span import Span

_AS_SURE = 0.1
"""How far the score of a gap may be below that of the surest to be about as sure."""
_CLOSE = 1.1
"""Two figures less than a tenth apart may be one, rounded."""


class Relation(StrEnum):
    """The relations of the ledger."""

    CONTRADICTS = "contradicts"
    AGREES = "agrees"
    REFINES = "refines"
    SUBSET = "subset"
    SUMS_TO = "sums to"
    CHANGED_POSITION = "changed position"
    UPDATED = "updated"
    FELL_SHORT = "fell short of promise"
    DENIES = "denies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How far apart: ratio of the nearest ends and of the middles (larger over smaller, ≥ 1).

    None where an end is open, zero or vague; `difference` is that of the nearest ends, in `unit`.
    """

    nearest_ratio: float | None
    middle_ratio: float | None
    difference: float | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A relation between two claims or more, with its size, its reason and the words under it.

    `claims`: the account and its counter-account; for `sums to` the parts first, the whole last;
    for `updated`, `changed position` and `fell short of promise` the earlier first.
    `score` (0 to 1) ranks; `is_weak` folds it away. `is_hint` marks what arithmetic suggests and
    nobody said. `rule` and `rule_version` name who decided. `origin` is the id of the machine's gap
    whose relation a person edited: the edited one keeps it.
    """

    id: str = field(init=False)
    relation: Relation
    question: str | None
    claims: tuple[str, ...]
    size: Size | None
    score: float
    is_weak: bool
    is_hint: bool = False
    reason: str
    rule: str
    rule_version: str
    spans: tuple[Span, ...]
    origin: str | None = None

    def __post_init__(self) -> None:
        """Derive the id from relation and claims."""
        own = content_id("gap", self.relation, self.claims)
        object.__setattr__(self, "id", self.origin or own)


_APART = (Relation.CONTRADICTS, Relation.UPDATED, Relation.FELL_SHORT)
"""Relations whose size says how far two accounts are apart."""


def foremost(gaps: Sequence[Gap]) -> Gap:
    """Choose which of some gaps of one relation and question, the surest first, stands for them.

    The surest; but where rounding may part its two figures, the widest of those about as sure.
    """
    surest = gaps[0]
    if surest.relation not in _APART or not 0 < _width(surest) < _CLOSE:
        return surest
    return max((gap for gap in gaps if gap.score >= surest.score - _AS_SURE), key=_width)


def _width(gap: Gap) -> float:
    """Give how many times one side's figure is the other's, 0 where nothing tells."""
    size = gap.size
    return 0.0 if size is None else size.middle_ratio or size.nearest_ratio or 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check that ran, on how many pairs or sets, or that could not run, and why."""

    name: str
    has_run: bool
    count: int
    reason: str
