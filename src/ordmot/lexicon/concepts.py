"""The concepts and how they lie to one another: kinds, neighbours, opposites."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cache

from ordmot.lexicon.data import read_data

_STEP = 0.8
_COUSINS = 0.4
_FARTHEST = 4  # steps up: beyond this a shared kind says nothing about news


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept: the kinds it belongs to, its neighbours and opposites, what it implies."""

    name: str
    is_a: tuple[str, ...]
    near: tuple[str, ...]
    opposite: tuple[str, ...]
    predicate: str | None
    restrictor: str | None


@cache
def concepts() -> dict[str, Concept]:
    """Read every concept of `concepts.toml`, by name."""
    sections = read_data("shared", "concepts")
    return {
        name: Concept(
            name=name,
            is_a=tuple(entry.get("is_a", ())),
            near=tuple(entry.get("near", ())),
            opposite=tuple(entry.get("opposite", ())),
            predicate=entry.get("predicate"),
            restrictor=entry.get("restrictor"),
        )
        for section in sections.values()
        for name, entry in section.items()
    }


def widest_concepts() -> frozenset[str]:
    """Name the widest concepts: two things that share only one of these are not alike."""
    return frozenset(read_data("shared", "concepts")["widest"])


@cache
def ancestors(concept: str) -> tuple[str, ...]:
    """List the kinds that a concept belongs to, nearest first.

    >>> ancestors("fighter")
    ('person',)
    """
    found: dict[str, None] = {}
    waiting = deque(_kinds(concept))
    while waiting:
        kind = waiting.popleft()
        if kind not in found:
            found[kind] = None
            waiting.extend(_kinds(kind))
    return tuple(found)


def _kinds(concept: str) -> tuple[str, ...]:
    entry = concepts().get(concept)
    return entry.is_a if entry is not None else ()


def is_kind_of(concept: str, ancestor: str) -> bool:
    """Tell whether a concept is another or belongs to it: every fighter is a person.

    >>> is_kind_of("fighter", "person"), is_kind_of("person", "fighter")
    (True, False)
    """
    return concept == ancestor or ancestor in ancestors(concept)


@cache
def opposites(concept: str) -> tuple[str, ...]:
    """List what excludes a concept, whichever of the two names the other.

    >>> "stay" in opposites("leave")
    True
    """
    entry = concepts().get(concept)
    own = entry.opposite if entry is not None else ()
    named = [other.name for other in concepts().values() if concept in other.opposite]
    return tuple(dict.fromkeys((*own, *named)))


@cache
def related(one: str, other: str) -> float:
    """Measure how alike two concepts are: 1 the same, 0 not alike.

    A kind and its own kind, or two near-synonyms, have 0.8, each further step takes a fifth off;
    two kinds of one narrow concept ("bus", "truck") have 0.4. Opposites are not alike.

    >>> related("fighter", "fighter"), related("fighter", "person")
    (1.0, 0.8)
    """
    if one == other:
        return 1.0
    if other in opposites(one):
        return 0.0
    up, down = _distances(one), _distances(other)
    steps = [distance for distance in (up.get(other), down.get(one)) if distance is not None]
    if steps:
        return float(round(_STEP ** min(steps), 3))
    shared = (up.keys() & down.keys()) - widest_concepts()
    return _COUSINS if shared else 0.0


@cache
def _distances(concept: str) -> dict[str, int]:
    """Count the steps from a concept up to its kinds; a near neighbour is one step away."""
    found = {concept: 0}
    waiting = deque([concept])
    while waiting:
        here = waiting.popleft()
        if found[here] < _FARTHEST:
            for kind in _kinds(here):
                if kind not in found:
                    found[kind] = found[here] + 1
                    waiting.append(kind)
    for neighbour in _neighbours(concept):
        found.setdefault(neighbour, 1)
    return found


@cache
def _neighbours(concept: str) -> tuple[str, ...]:
    entry = concepts().get(concept)
    own = entry.near if entry is not None else ()
    return (*own, *(other.name for other in concepts().values() if concept in other.near))
