"""Nouns that a bare number completes: "the death toll of the raid at | 40", "three were | hurt"."""

from __future__ import annotations

from ordmot.claims.counts import COUNTABLE
from ordmot.claims.events import is_fate, is_there, is_toll, relative_behind
from ordmot.claims.parts import is_placed, is_whole
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_light
from ordmot.claims.terms import Mention
from ordmot.claims.words import HYPHENS, find_markers, word_set
from ordmot.ledger import Quantity, Span
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.frames import (
    personal_events,
)

_CLOSE = 3
"""Words behind a number in which stands what befell the counted: "three were | injured"."""
_NEAR = 16
"""Words within which a bare number may complete a noun before it."""
_TEAM = "team"
_COME = "arrive"
"""What also those do who reckon: "arrives at 4,400"."""


def befallen(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find the participle that says what befell the counted: "three were injured", "tre er skadd".

    Only people are injured, killed or missing so; no noun need say that they are counted.
    """
    opener = relative_behind(scene, quantity)  # "the 18 | who | are missing"
    start = quantity.span.end if opener is None else opener.end
    words = scene.words_after(start)[:_CLOSE]
    if not words or not is_light(words[0].text, scene.language):
        return None
    reach = scene.sentence.part(words[0].start, words[-1].end)
    told = (m for m in scene.mentions_in(reach) if m.role in ("people", "verb"))
    found = next((m for m in told if m.role == "people" or m.concept in personal_events()), None)
    if found is not None and is_whole(scene, quantity):
        between = scene.sentence.part(start, found.start)
        if any(between.overlaps(other.span) for other in scene.quantities):
            return None  # "of the 16 | were five | arrested", as some languages put it
    if opener is None or found is None:
        return found
    behind = (m for m in scene.mentions if m.start >= found.end)
    goes_on = any(m.role in ("people", "verb") and is_fate(m) for m in behind)
    return None if goes_on else found  # "the 40 | who were arrested | were released"


def completed_noun(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find what a bare number completes: "the death toll of the shelling at 40"."""
    words = scene.words_before(quantity.span.start)[-_NEAR:]
    copulas = word_set(scene.language, "counting", "copulas")
    is_led = any(
        start == quantity.span.start
        for start, _ in find_markers(quantity.span, scene.language, "counting", "led_hedges")
    )
    if not words or not (is_led or words[-1].lower in copulas):
        return None
    others = [q.span.end for q in scene.quantities if _is_told_before(scene, q, quantity)]
    first = max([words[0].start, *(end for end in others if end <= words[-1].start)])
    numbered = word_set(scene.language, "counting", "figures")
    tolls = [m for m in scene.mentions if words[0].start <= m.start and m.end <= words[-1].start]
    toll = next((m for m in reversed(tolls) if is_toll(m) and m.end > first), None)
    if toll is not None:
        return toll  # "the death | toll | of clashes with protesters rose to"
    figure = next((w for w in reversed(words) if w.lower in numbered and w.end > first), None)
    reach = scene.sentence.part(figure.end if figure else first, quantity.span.start)
    if figure is not None:  # "raised the number | who are missing, to 300"
        events = personal_events()
        befallen = [m for m in scene.mentions_in(reach) if (m.predicate or m.concept) in events]
        if befallen:
            return befallen[0]
    nouns = [m for m in scene.mentions_in(reach) if m.role in ("noun", "people")]
    nouns = [m for m in nouns if not scene.is_source(m.term.span) and not scene.is_cue(m.term.span)]
    nouns = [m for m in nouns if not _tells(scene, m)]  # "police | spoke of 9,000"
    if is_reckoned(scene, quantity):
        nouns = []  # "the study | arrives at 4,400" counts no studies
    nouns = [m for m in nouns if not is_placed(scene, m)] or nouns  # "those | on the deck | number"
    people = [m for m in nouns if m.role == "people"]
    if is_there(scene, quantity):
        nouns = people  # "told it by telephone that there were | 110", but "the hurt, of whom …"
    return (people or nouns)[-1] if nouns else None


def _is_told_before(scene: Scene, other: Quantity, quantity: Quantity) -> bool:
    """Tell whether another amount stands before a number, and no part of a name or a date.

    The three of "the toll of the three-train crash" is none.
    """
    is_joined = other.counted is not None and is_hyphened(scene, other, other.counted)
    is_amount = other.kind in COUNTABLE and not is_joined
    return is_amount and other.span.end <= quantity.span.start


def is_hyphened(scene: Scene, quantity: Quantity, noun: Span) -> bool:
    """Tell whether a hyphen alone joins a number to its noun: "three-train"."""
    return scene.sentence.part(quantity.span.end, noun.start).text in HYPHENS


def is_reckoned(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether somebody has come to a figure: "arrives | at 4,400", «kommer fram | til 640»."""
    before = [m for m in scene.mentions if m.end <= quantity.span.start][-1:]
    if not before or before[0].role != "verb" or before[0].concept != _COME:
        return False
    links = word_set(scene.language, "counting", "reckoning")
    between = [w.lower for w in scene.words_between(before[0].end, quantity.span.start)]
    return links.issuperset(between)


def _tells(scene: Scene, noun: Mention) -> bool:
    """Tell whether a noun is who says or counts: a verb of that kind stands right behind it.

    What a body does is no number of it: "the police have | admitted to 64", "the team reached 19".
    """
    behind = next((m for m in scene.mentions if m.start >= noun.end), None)
    if behind is None or behind.role != "verb":
        return False
    between = [word.lower for word in scene.words_between(noun.end, behind.start)]
    if is_kind_of(noun.concept, "organisation") or noun.concept == _TEAM:
        return word_set(scene.language, "counting", "having").issuperset(between)
    return not between and behind.concept in ("speak", "say", "tell", "claim")


def neighbours_of(scene: Scene, noun: Mention) -> tuple[Mention, ...]:
    """Give a noun with the adjectives and names right before it."""
    before = [m for m in scene.mentions if m.end <= noun.start and noun.start - m.end <= 1]
    return (*(m for m in before if m.role in ("adjective", "name")), noun)
