"""The engine that works in this process, one item after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Local:
    """One item at a time, in order, in this process."""

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        rescue: Callable[[Item, str], Result],  # noqa: ARG002 - a death here is our own
    ) -> Iterator[tuple[Item, Result]]:
        """Give each item with its result, in the order of the items."""
        for item in items:
            yield item, function(item)
