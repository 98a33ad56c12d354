"""The plan: which function does each step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from ordmot.ledger import (
    Actor,
    Check,
    Claim,
    Document,
    Gap,
    Ledger,
    Likeness,
    Passage,
    Quantity,
    Question,
    Reading,
    Source,
    Statement,
)

if TYPE_CHECKING:
    from ordmot.encoder import Reader


class Measure(Protocol):
    """The step that finds amounts."""

    def __call__(
        self, text: str, language: str, *, document: str, offset: int, now: datetime | None
    ) -> Sequence[Quantity]:
        """Find the amounts in words that stand at `offset` of a document dated `now`."""
        ...


class Extract(Protocol):
    """The step that makes claims."""

    def __call__(
        self,
        document: Document,
        passages: Sequence[Passage],
        quantities: Sequence[Quantity],
        statements: Sequence[Statement],
        /,
    ) -> Sequence[Claim]:
        """Make the claims of a document from what the stages before found in it."""
        ...


Explain = Callable[[Sequence[tuple[str, str]]], Sequence[Likeness]]
"""Says row by row why pairs of claims (ids) were grouped."""


def _explain_nothing(readings: Sequence[Reading]) -> Explain:  # noqa: ARG001 - what a step is given
    """Stand in for an explaining step in a plan that groups without giving rows."""
    return lambda _pairs: ()


def _weigh_nothing(ledger: Ledger, gap: Gap) -> Likeness | None:  # noqa: ARG001 - as above
    """Stand in for the weighing step of a plan that ranks gaps without giving rows."""
    return None


def _recall_nothing(ledger: Ledger) -> None:
    """Stand in for the recalling step of a plan whose comparing keeps nothing in mind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The function of each step; give another one for another way of doing it.

    Every function must be importable by its name, so that a process pool can send it.
    `explain` gives, for some readings, what says why pairs of their claims were grouped, `weigh`
    what ranks a gap; a plan may leave them out.
    `group`, `regroup` and `compare` may keep in mind what they found, as long as nobody can tell
    but by the time they take; `recall` reminds them of a ledger that the same plan compared.
    `version` names the whole set: it is stored with what was read, and a case compares anew
    when it changes. `regroup` completes the questions whose accounts people chose.
    """

    read: Callable[[Source], Document]
    split: Callable[[Document], Sequence[Passage]]
    measure: Measure
    attribute: Callable[[Document, Sequence[Passage]], Sequence[Statement]]
    extract: Extract
    resolve: Callable[[Sequence[Reading]], Sequence[Actor]]
    group: Callable[[Sequence[Reading], Sequence[Actor]], Sequence[Question]]
    regroup: Callable[[Sequence[Reading], Sequence[Actor], Sequence[Question]], Sequence[Question]]
    compare: Callable[
        [Sequence[Reading], Sequence[Actor], Sequence[Question]],
        tuple[Sequence[Gap], Sequence[Check]],
    ]
    version: str
    explain: Callable[[Sequence[Reading]], Explain] = _explain_nothing
    weigh: Callable[[Ledger, Gap], Likeness | None] = _weigh_nothing
    recall: Callable[[Ledger], None] = _recall_nothing


def standard_plan(version: str, reader: Reader | None = None) -> Plan:
    """Make the plan of this program: every stage as it comes with it.

    With a reader its network helps to find who says what, and its version is part of the plan's;
    without one the rules work alone.
    """
    # Imported here, not above: the stages load language data, and `ordmot --help` needs none.
    from ordmot import actors, claims, documents, gaps, passages, quantities, questions, statements

    comparer = gaps.Comparer()
    return Plan(
        read=documents.read,
        split=passages.split,
        measure=quantities.measure,
        attribute=partial(statements.attribute, reader=reader) if reader else statements.attribute,
        extract=claims.extract,
        resolve=actors.resolve,
        group=questions.Grouper(),
        regroup=questions.Regrouper(),
        compare=comparer,
        recall=comparer.recall,
        explain=questions.Explainer,
        weigh=gaps.weigh_gap,
        version=f"{version}, {reader.version}" if reader else version,
    )
