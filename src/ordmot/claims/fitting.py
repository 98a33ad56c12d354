"""Counts fitted to what their sentence and the counts before say: an origin, a kind, a fate."""

from __future__ import annotations

from dataclasses import replace

from ordmot.claims.counts import Count, unmarked
from ordmot.claims.parts import is_broken_down, is_itemised, opens_places, tells_age
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_light
from ordmot.claims.topics import Topic
from ordmot.claims.words import word_set
from ordmot.ledger import Term
from ordmot.lexicon import is_kind_of, related
from ordmot.lexicon.frames import is_testimony, personal_events

_ANYBODY = ("person", "man")
_COMBATANTS = ("soldier", "fighter")
"""Who are killed and wounded among themselves; where others are killed, bystanders are hurt too."""
_INCLUDED = 2
"""Words of "among them" before a number."""
_DIE = "die"
_IDENTIFY, _UNKNOWN = "identify", "unknown"
"""What is done to the dead whose names are found, and what the others are."""


def as_lasting(count: Count) -> Count:
    """Read how long an event lasted where its noun stands beside: "the eleven-day | blockade"."""
    event = count.counted
    is_event = event is not None and is_kind_of(event.concept, "event")
    if count.quantity.dimension != "duration" or not is_event:
        return count
    return replace(count, counted=None, predicate=event)


def as_identified(scene: Scene, count: Count) -> Count:
    """Tell how many of the dead have been identified from how many there are: "57 | identified".

    Of those who are "yet to be identified" nobody knows the names.
    """
    event, quantity = count.predicate, count.quantity
    is_told = event is not None and event.concept in (_DIE, _IDENTIFY)
    if event is None or not is_told or quantity.dimension != "count":
        return count
    start = max(quantity.span.end, *_ends_of(count.counted))
    found = next((m for m in scene.mentions if m.role == "verb" and m.start >= start), None)
    if found is None or found.concept != _IDENTIFY:
        return count
    between = [word.lower for word in scene.words_between(start, found.start)]
    unknown = word_set(scene.language, "counting", "not_yet")
    passed = word_set(scene.language, "clauses", "objects") | {"of", "av", "to", "more"}
    if not all(is_light(w, scene.language) or w in unknown | passed for w in between):
        return count
    if unknown.isdisjoint(between):
        others = tuple(term for term in count.restrictors if term.span != found.term.span)
        return unmarked(replace(count, predicate=found.term, restrictors=others))
    unnamed = Term(concept=_UNKNOWN, span=found.term.span)
    died = Term(concept=_DIE, span=event.span)
    return replace(count, predicate=died, restrictors=(*count.restrictors, unnamed))


def _ends_of(term: Term | None) -> tuple[int, ...]:
    return () if term is None else (term.span.end,)


def as_origin(scene: Scene, count: Count, origin: Term) -> Count:
    """Read where people are from as all that is said of them: "70 of the group | came from abroad".

    What stands behind befell others, or all: ", and every one of them paid".
    """
    verbs = word_set(scene.language, "dating", "coming")
    verbs |= word_set(scene.language, "counting", "being")
    ahead = scene.words_before(origin.span.start)[-1:]
    if not any(word.lower in verbs for word in ahead):
        return count
    event = count.predicate
    is_behind = event is not None and event.span.start >= origin.span.end
    return unmarked(replace(count, predicate=None if is_behind else event))


def is_item(scene: Scene, count: Count, before: Topic) -> bool:
    """Tell whether a number is one part of a sum named before, or of an age, or of a place."""
    if _is_of_anybody(count) and is_itemised(scene, count.quantity):
        return True
    told, event, noun = before.predicate, count.predicate, count.counted
    if told is None or event is None or told.concept != event.concept:
        return False
    is_bare = count.quantity.counted is None or (noun is not None and noun.span == event.span)
    is_new = all(term.concept != "~part" for term in count.restrictors)
    is_some = tells_age(scene, count.quantity) or opens_places(scene, count.quantity)
    return is_bare and is_new and is_some


def is_rival(earlier: Term, term: Term) -> bool:
    """Tell whether a term said before narrows to what another of its kind does now."""
    return related(earlier.concept, term.concept) > 0 and earlier.span.start <= term.span.start


def _is_of_anybody(count: Count) -> bool:
    """Tell whether what is counted could be all: people, men, and what is not named."""
    return count.counted is None or count.counted.concept in _ANYBODY


def as_heard(scene: Scene, count: Count, before: Topic | None) -> Count:
    """Count those among people heard as heard: "interviewed 38 people, among them | two freed"."""
    event = None if before is None else before.predicate
    if event is None or not scene.sentence.covers(event.span):
        return count
    if count.predicate is not None and count.predicate.concept in personal_events():
        return count
    if not any(is_testimony(event.concept, role) for role in ("verb", "noun")):
        return count
    words = scene.words_before(count.quantity.span.start)[-_INCLUDED:]
    includers = word_set(scene.language, "counting", "includers")
    is_among = any(word.lower in includers for word in words)
    return replace(count, predicate=event) if is_among else count


def among_kind(scene: Scene, count: Count, before: Topic | None) -> Count:
    """Narrow people to the kind they are some of: "46 employees, | of whom five Norwegians".

    Where something befell them all, that tells more.
    """
    kind = None if before is None else before.counted
    if kind is None or count.predicate is not None or not scene.sentence.covers(kind.span):
        return count
    is_specific = kind.concept != "person" and is_kind_of(kind.concept, "person")
    if not is_specific or not is_broken_down(scene, count.quantity):
        return count
    return replace(count, restrictors=(*count.restrictors, kind))


def of_same_kind(scene: Scene, count: Count, before: Topic | None) -> Count:
    """Count the kind just named where the verb is left out: "four soldiers were killed | and nine".

    The nine who were "wounded" then are soldiers too.
    """
    kind = None if before is None else before.counted
    fate, noun, quantity = count.predicate, count.counted, count.quantity
    if before is None or kind is None or noun is None or before.predicate is None:
        return count
    is_specific = any(is_kind_of(kind.concept, sort) for sort in _COMBATANTS)
    is_bare = fate is not None and fate.span == noun.span and noun.concept == "person"
    if not (is_specific and is_bare and scene.sentence.covers(kind.span)):
        return count
    after = scene.words_after(noun.span.end)[:1]
    if any(is_light(word.text, scene.language) for word in after):
        return count  # "and 60 wounded | were | brought in"
    behind = scene.words_after(kind.span.end)[:1]
    ahead = scene.words_before(quantity.span.start)[-1:]
    joining = word_set(scene.language, "counting", "joining")
    is_clause = any(is_light(word.text, scene.language) for word in behind)
    is_joined = any(word.lower in joining for word in ahead)
    same = Term(concept=kind.concept, span=noun.span)
    return replace(count, counted=same) if is_clause and is_joined else count
