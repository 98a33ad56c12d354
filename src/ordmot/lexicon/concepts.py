"""The concepts and how they lie to one another: kinds, neighbours, opposites."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cache

from ordmot.lexicon.data import read_data

_STEP = 0.8
_COUSINS = 0.4
_PARAPHRASES = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept: the kinds it belongs to, its neighbours and opposites, what it implies."""

    name: str
    is_a: tuple[str, ...]
    near: tuple[str, ...]
    opposite: tuple[str, ...]
    predicate: str | None
    restrictor: str | None
    is_alike: bool
    """Whether its kinds are often taken for one another ("fled", "escaped", "were evacuated")."""


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
            is_alike=entry.get("alike", False),
        )
        for section in sections.values()
        for name, entry in section.items()
    }


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
    """List what excludes a concept or a kind it belongs to, whichever of the two names the other.

    >>> "stay" in opposites("leave"), "stay" in opposites("flee")
    (True, True)
    """
    lineage = (concept, *ancestors(concept))
    return tuple(dict.fromkeys(other for kind in lineage for other in _own_opposites(kind)))


@cache
def _own_opposites(concept: str) -> tuple[str, ...]:
    entry = concepts().get(concept)
    own = entry.opposite if entry is not None else ()
    return (*own, *(other.name for other in concepts().values() if concept in other.opposite))


@cache
def related(one: str, other: str) -> float:
    """Measure how alike two concepts are: 1 the same, 0 not alike.

    A kind and its own kind, or two near-synonyms, have 0.8, each further step takes a fifth off;
    two events that accounts use for one another ("evacuate", "flee") have 0.6, and
    two kinds of one concept whose kinds are alike ("bus", "truck") 0.4. Opposites are not
    alike, and neither are the dead and the wounded, though both are casualties.

    >>> related("fighter", "fighter"), related("fighter", "person")
    (1.0, 0.8)
    >>> related("bus", "truck"), related("die", "wound")
    (0.4, 0.0)
    """
    if one == other:
        return 1.0
    up, down = _distances(one), _distances(other)
    if any(kind in opposites(one) for kind in (other, *ancestors(other))):
        return 0.0
    steps = [distance for distance in (up.get(other), down.get(one)) if distance is not None]
    if steps:
        return float(round(_STEP ** min(steps), 3))
    if any(one in named and other in named for named in _paraphrases()):
        return _PARAPHRASES
    return _COUSINS if any(concepts()[kind].is_alike for kind in up.keys() & down.keys()) else 0.0


@cache
def _distances(concept: str) -> dict[str, int]:
    """Count the steps from a concept up to its kinds; a near neighbour is one step away.

    The widest concepts ("event", "thing") are left out: they are like everything.
    """
    found = {concept: 0}
    waiting = deque([concept])
    while waiting:
        here = waiting.popleft()
        for kind in _kinds(here):
            if kind not in found and kind not in _widest():
                found[kind] = found[here] + 1
                waiting.append(kind)
    for neighbour in _neighbours(concept):
        found.setdefault(neighbour, 1)
    return found


@cache
def _widest() -> frozenset[str]:
    return frozenset(read_data("shared", "concepts")["widest"])


@cache
def _neighbours(concept: str) -> tuple[str, ...]:
    entry = concepts().get(concept)
    own = entry.near if entry is not None else ()
    return (*own, *(other.name for other in concepts().values() if concept in other.near))


@cache
def _paraphrases() -> tuple[frozenset[str], ...]:
    """Read the sets of events that accounts use for one another, each with the kinds of them."""
    sets = read_data("shared", "paraphrases")["sets"]
    return tuple(
        frozenset(name for name in concepts() if any(is_kind_of(name, kind) for kind in named))
        for named in sets
    )
