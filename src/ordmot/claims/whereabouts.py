"""Where people are said to be: "he was not in the palace"; in a state is nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ordmot.claims.phrases import is_definite
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word, word_set
from ordmot.ledger import Span, Term
from ordmot.lexicon import is_kind_of

_ACTING = ("person", "organisation", "group")
"""Kinds of those who do something, and of whom it is told where they are."""
_HOLDING = ("place", "thing", "event")
"""Kinds of what somebody is in or at; who is "in danger" is nowhere."""
_PRESENCE = "presence"
"""The event of being somewhere: "he was not | at the funeral"."""


def presence_said(scene: Scene, clause: Span, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give the event of being somewhere, where a clause says no more: "he was | not in | the bank".

    Who is at war or in the hands of somebody is in a state, and nowhere.
    """
    if any(m.role in ("verb", "people") for m in mentions):
        return
    copulas = word_set(scene.language, "existence", "copulas")
    where = word_set(scene.language, "existence", "whereabouts")
    skipped = word_set(scene.language, "negation", "not")
    words = [w for w in scene.words_between(clause.start, clause.end) if w.lower not in skipped]
    for word, after in pairwise(words):
        place = next((m for m in mentions if m.start >= after.end), None)
        if word.lower not in copulas or after.lower not in where or place is None:
            continue
        if _is_somebody(scene, clause, word, mentions) and _is_somewhere(scene, after, place):
            span = scene.sentence.part(word.start, word.end)
            yield Mention(term=Term(concept=_PRESENCE, span=span), role="adjective")
        return


def can_act(concept: str) -> bool:
    """Tell whether a word names people or a body, who do something: "the police | used gas"."""
    return any(is_kind_of(concept, kind) for kind in _ACTING)


def _is_somebody(scene: Scene, clause: Span, copula: Word, mentions: Sequence[Mention]) -> bool:
    """Tell whether it is people, or who is named, of whom a clause says where they are."""
    persons = word_set(scene.language, "existence", "somebody")
    ahead = {word.lower for word in scene.words_between(clause.start, copula.start)}
    subjects = [m for m in mentions if m.end <= copula.start]
    is_named = any(m.role == "name" or can_act(m.concept) for m in subjects)
    return is_named or not persons.isdisjoint(ahead)


def _is_somewhere(scene: Scene, link: Word, place: Mention) -> bool:
    """Tell a place that the text means from a state: "in | the palace", not "in | crisis"."""
    is_certain = bool(scene.words_between(link.end, place.start)) or is_definite(scene, place)
    states = word_set(scene.language, "existence", "states")
    is_state = place.term.span.text.lower() in states
    is_place = any(is_kind_of(place.concept, kind) for kind in _HOLDING)
    return place.role == "name" or (is_place and is_certain and not is_state)
