"""Items: what a page lists and a person decides about with one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.casebook.views import NumberLine, QuestionView, RelationView, Views
from ordmot.ledger import Gap, Standing
from ordmot.workbench.desk import Sheet
from ordmot.workbench.rows import Row

LANES = 5
"""Accounts in the picture of a list; the page of the question shows them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A gap to decide about, with its question; `next` is the item that follows on the page."""

    gap: Gap
    relation: RelationView
    view: QuestionView | None
    lines: tuple[NumberLine, ...]
    size: str
    state: str
    standing: Standing
    next: str


def show_items(rows: Sequence[Row], sheet: Sheet, views: Views) -> tuple[Item, ...]:
    """Show questions, each by its strongest gap."""
    return show_gaps([row.gaps[0] for row in rows if row.gaps], sheet, views)


def show_gaps(gaps: Sequence[Gap], sheet: Sheet, views: Views) -> tuple[Item, ...]:
    """Show gaps, each with its question."""
    following = [*(gap.id for gap in gaps[1:]), ""][: len(gaps)]
    return tuple(
        Item(
            gap=gap,
            relation=views.relation(gap),
            view=views.question(gap.question) if gap.question else None,
            lines=views.glance(gap, LANES),
            size=views.size_of(gap),
            state=sheet.state_of(gap.id),
            standing=sheet.ledger.standing(gap.id),
            next=after,
        )
        for gap, after in zip(gaps, following, strict=True)
    )
