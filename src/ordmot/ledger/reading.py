"""What the stages found: in one document, and over the whole case."""

from __future__ import annotations

from dataclasses import dataclass

from ordmot.ledger.actor import Actor
from ordmot.ledger.claim import Claim
from ordmot.ledger.document import Document
from ordmot.ledger.gap import Check, Gap
from ordmot.ledger.passage import Passage
from ordmot.ledger.quantity import Quantity
from ordmot.ledger.question import Question
from ordmot.ledger.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the per-document stages found in one document."""

    document: Document
    passages: tuple[Passage, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All that the stages over the whole case found."""

    actors: tuple[Actor, ...] = ()
    questions: tuple[Question, ...] = ()
    gaps: tuple[Gap, ...] = ()
    checks: tuple[Check, ...] = ()
