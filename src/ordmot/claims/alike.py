"""Bare numbers in the unit of a measure said before them: "27 metres a second, 34 in the gusts"."""

from __future__ import annotations

from ordmot.claims.bare import is_said_alone
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.topics import FLEETING
from ordmot.claims.words import Word, find_markers, word_set
from ordmot.ledger import Quantity
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.frames import personal_events

_CLOSE = 3
"""Words within which what happens to people says that the number counts them."""
_ABOARD = "aboard"
_PEOPLE = ("person", "group", "casualty")


def shares_unit(scene: Scene, quantity: Quantity, before: Quantity) -> bool:
    """Tell whether a bare number is in the unit of a measure before it.

    "The lorry weighed 49.6 tonnes. The owner says 44." A speed, a heat or a share says little of
    the numbers after it: they must be all that is said ("The firm says 8.1 knots. Investigators
    put it at 7.8"), or go on with it in one sentence ("27 metres a second, 34 in the gusts").
    """
    if _befalls_people(scene, quantity) or _is_of_persons(scene, quantity):
        return False
    if before.dimension not in FLEETING or is_said_alone(scene, quantity):
        return True
    is_here = scene.sentence.covers(before.span) and before.span.end <= quantity.span.start
    return is_here and _goes_on(scene, quantity) and not is_aboard(scene, quantity)


def _is_of_persons(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether only people are counted so: "nine were | on board", "there were | a dozen".

    Measures are not told in dozens.
    """
    aboard = [m for m in scene.mentions if m.concept == _ABOARD]
    if any(_words_between(scene, quantity, m) <= _CLOSE for m in aboard):
        return True
    dozens = word_set(scene.language, "counting", "dozens")
    return not dozens.isdisjoint(quantity.span.text.lower().split())


def _befalls_people(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether what only people can suffer or do stands beside: "forty survived"."""
    events = [m for m in scene.mentions if m.concept in personal_events()]
    return any(_words_between(scene, quantity, event) <= _CLOSE for event in events)


def _words_between(scene: Scene, quantity: Quantity, event: Mention) -> int:
    """Count the words between a number and an event; a mark parts them."""
    is_after = event.start >= quantity.span.end
    low, high = (quantity.span.end, event.start) if is_after else (event.end, quantity.span.start)
    between = scene.words_between(low, high)
    return _CLOSE + 1 if any(word.is_mark for word in between) else len(between)


def _goes_on(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the number goes on with the measure: ", 34", "and 50", «med kast på 34»."""
    before = scene.words_before(quantity.span.start)
    if not before:
        return False
    if before[-1].lower in word_set(scene.language, "counting", "goes_on"):
        return True
    of = word_set(scene.language, "counting", "holders")
    return before[-1].lower in of and not _is_of_people(scene, before[-1])


def _is_of_people(scene: Scene, link: Word) -> bool:
    """Tell whether people are counted: "a crew of 20"."""
    nouns = [m for m in scene.mentions if 0 < link.start - m.end <= 1]
    if not nouns or nouns[-1].role != "noun":
        return True
    return any(is_kind_of(nouns[-1].concept, kind) for kind in _PEOPLE)


def is_aboard(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether it counts who is there: "20 on board"."""
    after = scene.sentence.part(quantity.span.end, scene.sentence.end)
    found = find_markers(after, scene.language, "counting", "aboard")
    return any(start - quantity.span.end <= 1 for start, _ in found)
