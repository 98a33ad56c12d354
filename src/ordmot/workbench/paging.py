"""Long lists cut into pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut(Generic[Entry]):
    """One page of a list: its entries, its number, and how many pages and entries there are."""

    entries: tuple[Entry, ...]
    number: int
    last: int
    total: int
    first: int


def cut_page(entries: Sequence[Entry], number: int, size: int) -> Cut[Entry]:
    """Cut a page out of a list; a number beyond the ends gives the page at that end.

    >>> cut_page("abcde", 2, 2).entries, cut_page("abcde", 9, 2).number
    (('c', 'd'), 3)
    """
    last = max(1, -(-len(entries) // size))
    chosen = min(max(number, 1), last)
    start = (chosen - 1) * size
    return Cut(
        entries=tuple(entries[start : start + size]),
        number=chosen,
        last=last,
        total=len(entries),
        first=start + 1,
    )
