"""Series of amounts: what befell one item of a list befell the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ordmot.claims.counts import Count, narrowed, unmarked
from ordmot.claims.events import is_living
from ordmot.claims.placing import end_of
from ordmot.claims.scene import Scene
from ordmot.claims.words import word_set
from ordmot.ledger import Term
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.frames import are_those_present, outcomes, personal_events

_ASIDE = 5
"""Words of what may stand between two items: "nine women | in the village, | three men"."""
_SHORTEST = 3
"""Items of a list; of two, the nearest event tells as much as the list does."""
_PAIR = 2
"""Items joined as one subject, and marks around what is said aside of them."""
_FAR = 14
"""Words behind a joined subject among which its verb stands."""
_FEWEST = 2
"""Items that add up to a sum."""
_ADDING = frozenset(",:–—(")
"""Marks behind which a sum is told by its parts: "a toll of 47: 41 civilians, three officers"."""


def share_fates(scene: Scene, counts: Sequence[Count]) -> list[Count]:
    """Give the items of a list what befell those of them beside which it is said.

    "The strike killed nine women, three men and | 12 children"; and the parts of a sum what befell
    all: "a toll of 47: 41 civilians, three police officers and three attackers".
    """
    shared: list[Count] = []
    for items in _series(scene, counts):
        fate = _fate_of_sum(scene, shared, items) or _fate_of_some(items)
        fate = fate or _fate_of_pair(scene, items)
        told = [replace(i, predicate=fate) if fate and _lacks(i, fate) else i for i in items]
        shared += list(map(_as_some, told)) if _are_kinds(told) else told
    return _parted_by_place(scene, shared)


def _as_some(item: Count) -> Count:
    """Mark as a part whom one could take for all that there were: passengers, but not women."""
    kind = item.counted
    return narrowed(item) if kind is not None and are_those_present(kind.concept) else item


def _are_kinds(items: Sequence[Count]) -> bool:
    """Tell whether items count several kinds of people of one fate: "12 passengers and two pilots".

    Neither is all whom it befell.
    """
    kinds = {item.counted.concept for item in items if item.counted is not None}
    fates = {item.predicate.concept for item in items if item.predicate is not None}
    are_told = all(item.counted is not None and item.predicate is not None for item in items)
    is_one = len(fates) == 1 and not fates.isdisjoint(personal_events())
    are_bare = not any(term.concept == "~part" for item in items for term in item.restrictors)
    are_some = all(item.quantity.interval.high != 0 for item in items)
    are_people = all(is_kind_of(kind, "person") for kind in kinds)
    is_list = len(items) >= _FEWEST and len(kinds) == len(items)
    return is_list and are_told and is_one and are_bare and are_some and are_people


def _parted_by_place(scene: Scene, counts: list[Count]) -> list[Count]:
    """Mark as parts what one sentence counts at two places: "five lay in Orvo, | four in Lund"."""
    parts: dict[int, Term] = {}
    for at, (one, other) in enumerate(pairwise(counts)):
        if _is_told_alike(scene, one, other):
            end = counts[at + 2].quantity.span.start if at + 2 < len(counts) else scene.sentence.end
            here = _place_named(scene, end_of(one.quantity), other.quantity.span.start)
            there = _place_named(scene, end_of(other.quantity), end)
            if here is not None and there is not None and here.concept != there.concept:
                parts |= {at: here, at + 1: there}
    return [
        _of_place(count, parts[at]) if at in parts else count for at, count in enumerate(counts)
    ]


def _of_place(count: Count, place: Term) -> Count:
    """Narrow a count to those at a place, a part of all."""
    bare = unmarked(count)
    kept = tuple(term for term in bare.restrictors if term.concept != place.concept)
    return narrowed(replace(bare, restrictors=(*kept, place)))


def _is_told_alike(scene: Scene, one: Count, other: Count) -> bool:
    """Tell whether one voice counts the same of two amounts: people brought in, and people."""
    if one.counted is None or other.counted is None or None in (one.predicate, other.predicate):
        return False
    is_same = all(
        left is not None and right is not None and left.concept == right.concept
        for left, right in ((one.counted, other.counted), (one.predicate, other.predicate))
    )
    start, end = end_of(one.quantity), other.quantity.span.start
    are_some = start < end and all(c.quantity.interval.high != 0 for c in (one, other))
    between = scene.sentence.part(start, max(start, end))
    is_cued = any(s.cue is not None and s.cue.overlaps(between) for s in scene.statements)
    return is_same and are_some and not is_cued


def _place_named(scene: Scene, start: int, end: int) -> Term | None:
    """Give the last name of a place between two offsets, behind "in" or the like."""
    where = word_set(scene.language, "stop", "place_prepositions")
    found = None
    for mention in scene.mentions:
        if start <= mention.start < end and mention.role == "name":
            before = scene.words_before(mention.start)[-1:]
            if before and before[0].start >= start and before[0].lower in where:
                found = mention.term
    return found


def _series(scene: Scene, counts: Sequence[Count]) -> Iterator[list[Count]]:
    """Part the counts of a sentence into lists of amounts, most of them of one item."""
    items: list[Count] = []
    for count in counts:
        if items and not _goes_on(scene, items[-1], count):
            yield items
            items = []
        items.append(count)
    if items:
        yield items


def _goes_on(scene: Scene, before: Count, after: Count) -> bool:
    """Tell whether nothing but a comma or an "and" parts two amounts, and where the first were."""
    start, end = end_of(before.quantity), after.quantity.span.start
    between = scene.words_between(start, end)
    joining = word_set(scene.language, "counting", "joining")
    if start >= end or not between or len(between) > _ASIDE:
        return False
    marks = [word for word in between if word.is_mark or word.lower in joining]
    if not marks or marks[0] is not between[-len(marks)]:
        return False  # what parts them stands right before the second
    if any(word.is_mark and word.text != "," for word in marks):
        return False
    told = (m for m in scene.mentions if start <= m.start < end)
    return not any(m.role == "verb" or m.predicate for m in told)


def _fate_of_some(items: Sequence[Count]) -> Term | None:
    """Give what befell the items of a list beside which it is said, if that is one thing."""
    if len(items) < _SHORTEST:
        return None
    fates = [item.predicate for item in items if item.predicate is not None]
    if len({fate.concept for fate in fates}) != 1:
        return None
    is_own = any(_is_in(fate, item) for fate in fates for item in items)
    return None if is_own else fates[0]


def _fate_of_pair(scene: Scene, items: Sequence[Count]) -> Term | None:
    """Give what befell two that are joined as one subject: "40 men and 12 guards were | freed".

    What only describes the second ("and 12 | wounded | guards") befell none of the first, and what
    is said aside of them parts nothing: "32 troops and 137 others, most of them civilians, died".
    """
    if len(items) != _PAIR or items[0].predicate is not None:
        return None
    start, end = items[0].quantity.span.start, end_of(items[1].quantity)
    ahead = scene.words_before(items[1].quantity.span.start)[-1:]
    if word_set(scene.language, "counting", "joining").isdisjoint(word.lower for word in ahead):
        return None  # "of these 431, 202 were rescued"
    verbs = [m for m in scene.mentions if m.role == "verb" and not scene.is_cue(m.term.span)]
    if any(m.end <= start for m in verbs):
        return None  # "the camp held 40 men and 12 guards were hurt"
    clause = scene.words_between(end, scene.sentence.end)[:_FAR]
    being = word_set(scene.language, "counting", "being")
    at = next((i for i, word in enumerate(clause) if word.lower in being), None)
    if at is None or any(m.start < clause[at].start and m.start >= end for m in verbs):
        return None
    marks = [word for word in clause[:at] if word.is_mark]
    behind = scene.words_after(clause[at].end)[:1]
    told = (m for m in scene.mentions if behind and m.start == behind[0].start)
    fates = personal_events() | outcomes()
    found = next((m for m in told if (m.predicate or m.concept) in fates), None)
    if found is None or len(marks) not in (0, _PAIR):
        return None
    return Term(concept=found.predicate or found.concept, span=found.term.span)


def _is_in(fate: Term, item: Count) -> bool:
    """Tell whether an event is said by the noun of one item alone: "12 | protesters, …"."""
    return item.quantity.span.start <= fate.span.start < end_of(item.quantity)


def _fate_of_sum(scene: Scene, before: Sequence[Count], items: Sequence[Count]) -> Term | None:
    """Give what befell all whom the items behind a mark add up to."""
    total = before[-1] if before else None
    sizes = [item.quantity.interval.middle for item in items]
    if total is None or total.predicate is None or len(sizes) < _FEWEST:
        return None
    between = scene.words_between(end_of(total.quantity), items[0].quantity.span.start)
    is_parted = any(word.text in _ADDING for word in between)
    is_sum = sum(size or 0 for size in sizes) == total.quantity.interval.middle
    return total.predicate if is_parted and is_sum else None


def _lacks(count: Count, fate: Term) -> bool:
    """Tell whether nothing is said of the counted, whom it can befall."""
    kind = count.counted
    if count.predicate is not None or kind is None:
        return False
    return is_living(kind.concept) or fate.concept not in personal_events()
