"""Stories: which documents of a case tell of one event, by the names they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

_LINK = 0.1
"""Share of the names of the document with fewer of them that two documents must have in common."""
_CROWD = 200
"""A name that more documents have links none of them."""


def tell_stories(names: Sequence[frozenset[str]]) -> list[int]:
    """Give each document the number of its story: that of all linked by names.

    >>> tell_stories([frozenset({"olvik"}), frozenset({"olvik", "dale"}), frozenset({"bergen"})])
    [0, 0, 2]
    """
    story = list(range(len(names)))
    for one, other in _linked(names):
        first, second = _root(story, one), _root(story, other)
        story[max(first, second)] = min(first, second)
    return [_root(story, document) for document in range(len(names))]


def _linked(names: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Give the pairs of documents with enough names in common."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for document, own in enumerate(names):
        for name in own:
            holders[name].append(document)
    meeting = {p for held in holders.values() if len(held) <= _CROWD for p in combinations(held, 2)}
    return sorted(pair for pair in meeting if _is_enough(names[pair[0]], names[pair[1]]))


def _is_enough(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two documents share enough names; one of several words counts twice."""
    shared = sum(1 + (" " in name) for name in one & other)
    return shared >= _LINK * min(len(one), len(other))


def _root(story: list[int], document: int) -> int:
    """Follow a document to the first one of its story."""
    while story[document] != document:
        document = story[document]
    return document
