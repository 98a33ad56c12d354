"""Who is held, and what is: people in custody, meetings, halls that hold many."""

from __future__ import annotations

from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import word_set
from ordmot.ledger import Quantity
from ordmot.lexicon import senses
from ordmot.lexicon.frames import has_room

HELD = "hold_captive"
"""What the police do who "hold | 231 people"."""


def holds_people(
    scene: Scene, verb: Mention, quantity: Quantity, head: Mention | None = None
) -> bool:
    """Tell whether a verb says that so many people are in custody: "40 were | held in cells".

    Meetings that are held are not; who is counted, the `head`, lives where a noun says it at all.
    """
    if all(sense.concept != HELD for sense in senses(verb.term.span.text, scene.language)):
        return False
    if verb.start >= quantity.span.end:
        return _are_held(scene, verb, quantity, head)
    return head is not None and _holds(scene, verb, quantity)


def _holds(scene: Scene, verb: Mention, quantity: Quantity) -> bool:
    """Tell "the police | hold | 231 people" from halls that hold many."""
    if scene.words_between(verb.end, quantity.span.start):
        return False
    nouns = [m for m in scene.mentions if m.end <= verb.start and m.role == "noun"][-1:]
    joining = word_set(scene.language, "counting", "joining")
    between = scene.words_between(nouns[0].end, verb.start) if nouns else []
    is_other = any(word.lower in joining for word in between)  # "burst into the hall | and held"
    return is_other or not any(has_room(m.concept) for m in nouns)


def _are_held(scene: Scene, verb: Mention, quantity: Quantity, head: Mention | None) -> bool:
    """Tell who is held from who holds something: "40 suspects were | held", "dozens | held".

    Nothing stands behind that they hold: "300 people | held a vigil", "dozens | held banners".
    """
    before = [word.lower for word in scene.words_before(verb.start)][-1:]
    being = word_set(scene.language, "counting", "being")
    if head is not None and not being.isdisjoint(before):
        return True
    start = max(quantity.span.end, 0 if head is None else head.end)
    behind = scene.word_after(verb.end)
    where = word_set(scene.language, "stop", "place_prepositions")
    where |= word_set(scene.language, "clauses", "subordinators")
    is_closed = behind is None or behind.is_mark or behind.lower in where
    return is_closed and not scene.words_between(start, verb.start)
