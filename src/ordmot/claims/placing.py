"""Sorting what was found into the passages and sentences it stands in, in linear time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from ordmot.ledger import Quantity, Span, Statement

Item = TypeVar("Item")


def place(
    items: Iterable[tuple[Item, Sequence[Span]]], holders: Sequence[Span]
) -> list[list[Item]]:
    """Give for each holder the items that touch it, in the order they came.

    Holders are in text order and do not overlap; an item can touch several.
    """
    starts = [holder.start for holder in holders]
    ends = [holder.end for holder in holders]
    placed: list[list[Item]] = [[] for _ in holders]
    for item, spans in items:
        touched = {
            index
            for span in spans
            for index in range(bisect_right(ends, span.start), bisect_left(starts, span.end))
        }
        for index in sorted(touched):
            placed[index].append(item)
    return placed


def spans_of_statement(statement: Statement) -> tuple[Span, ...]:
    """Give all the spans that a statement rests on."""
    return tuple(s for s in (*statement.content, statement.cue, statement.source) if s is not None)


def spans_of_quantity(quantity: Quantity) -> tuple[Span, ...]:
    """Give the span of a quantity."""
    return (quantity.span,)


def end_of(quantity: Quantity) -> int:
    """Give where an amount ends, with the noun that it counts where that stands behind it."""
    noun = quantity.counted
    return max(quantity.span.end, noun.end if noun is not None else 0)
