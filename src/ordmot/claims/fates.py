"""What befell the counted beside what befell all, and how badly they were hurt."""

from __future__ import annotations

from collections.abc import Iterator

from ordmot.claims.clauses import clause_around
from ordmot.claims.parts import is_whole
from ordmot.claims.phrases import words_of_answers
from ordmot.claims.placing import end_of
from ordmot.claims.scene import Scene
from ordmot.claims.states import is_state_said
from ordmot.claims.terms import Mention
from ordmot.claims.words import word_set
from ordmot.ledger import Quantity, Term
from ordmot.lexicon import senses
from ordmot.lexicon.concepts import is_kind_of, related
from ordmot.lexicon.frames import (
    care_events,
    degrees,
    houses_of_care,
    is_bringing,
    outcomes,
    personal_events,
)

_ONE_FATE = 0.7
"""Likeness of two events from which a part is said again what all are: killed, died."""
_AUXILIARY = 2
"""Words before a participle among which its auxiliary stands: "were | later | released"."""
_WOUNDED = frozenset(("wound", "hit", "suffer"))
_SHOT = "gunshot_wound"
_CARRIED = 4
"""Words from the counted to "to" at most, and from the verb to them: "were | later driven | to"."""
_NEARBY = 7
"""Words from what people are sent by to "to" at most."""
_RECEIVE = "receive"
_HOUSE = 4
"""Words from "to" to the house at most: "to | the university hospital"."""
_HURT = ("wound", "treat", "harm")
"""What may befall people more or less badly."""
_STATES = ("condition", "situation", "state")
"""What is said to be critical instead of those who are hurt."""


def fate_of(scene: Scene, quantity: Quantity, start: int, known: Term | None) -> Term | None:
    """Find what befell a part beside what befell all: "three of the wounded | died".

    They are counted by that, and are no longer a mere part. "Three of the five killed | died at
    once" says nothing new of them.
    """
    # "Four of those killed | were shot" says how they died; "29 of those taken | escaped" is new.
    is_hurt = known is not None and is_kind_of(known.concept, "casualty")
    is_dead = known is not None and is_kind_of(known.concept, "die")
    others = frozenset() if is_hurt else outcomes()
    inside = scene.mentions_in(clause_around(scene, quantity.span))
    before = [m for m in inside if m.end <= quantity.span.start][-1:]
    for mention in (*(m for m in inside if m.start >= start), *before):
        concept = mention.predicate or mention.concept
        is_event = mention.role in ("verb", "people") and concept in personal_events()
        is_event &= not (is_dead and concept == _SHOT)  # "six of the dead | were hit by bullets"
        is_event |= mention.start >= start and concept in others and _befell(scene, mention)
        if is_event and (known is None or related(concept, known.concept) < _ONE_FATE):
            return Term(concept=concept, span=mention.term.span)
    return None


def taken_to_care(scene: Scene, quantity: Quantity) -> Term | None:
    """Find that people were brought where the hurt are treated: "took | 14 people | to hospital".

    "Six were driven | to the clinic" too; nobody is treated who "fled to the hospital".
    """
    end = end_of(quantity)
    house = _house_behind(scene, end, _CARRIED)
    if quantity.dimension != "count" or house is None:
        return None
    between = scene.words_between(end, house.start)
    to = word_set(scene.language, "counting", "to_care")
    is_right_behind = between[0].lower in to
    ahead = scene.words_before(quantity.span.start)[-_CARRIED:] if is_right_behind else []
    told = [*ahead, *scene.words_between(quantity.span.end, house.start)]
    carrying = word_set(scene.language, "counting", "carrying")
    is_carried = not carrying.isdisjoint(word.lower for word in told)
    return Term(concept="treat", span=house.term.span) if is_carried else None


def leads_to_care(scene: Scene, event: Mention) -> bool:
    """Tell whether people come to where the hurt are treated: "were sent | to Ford Hospital".

    So do those whom it takes in: "the hospital has | received | seven".
    """
    if event.role != "verb":
        return False
    if event.concept == _RECEIVE:
        inside = scene.mentions_in(clause_around(scene, event.term.span))
        nouns = [m for m in inside if m.end <= event.start and m.role in ("noun", "people")]
        names = [m for m in inside if m.end <= event.start and m.role == "name"]
        return any(_is_house_of_care(scene, m) for m in (*nouns[-1:], *names[-1:]))
    return is_bringing(event.concept) and _house_behind(scene, event.end, _NEARBY) is not None


def _house_behind(scene: Scene, start: int, most: int) -> Mention | None:
    """Find the house to which a "to" leads, `most` words on at the farthest."""
    behind = scene.words_after(start)
    links = word_set(scene.language, "counting", "to_care")
    at = next((i for i, word in enumerate(behind[:most]) if word.lower in links), None)
    if at is None or any(word.is_mark for word in behind[:at]):
        return None
    reach = [word.start for word in behind[at + 1 :][:_HOUSE]]
    near = (m for m in scene.mentions if m.start in reach)
    return next((m for m in near if _is_house_of_care(scene, m)), None)


def _is_house_of_care(scene: Scene, mention: Mention) -> bool:
    """Tell whether the hurt are treated in what a word means: "Northam General Hospital"."""
    if mention.role != "name":
        return mention.role == "noun" and mention.concept in houses_of_care()
    last = mention.term.span.text.split()[-1]
    return any(sense.concept in houses_of_care() for sense in senses(last, scene.language))


def shot_said(scene: Scene, quantity: Quantity, known: Term | None) -> Term | None:
    """Find that the hurt were shot: "23 of them | with gunshot wounds", "41 were | hit by bullets".

    They are some of all who were hurt; of the dead it only says how they died.
    """
    is_hurt = known is None or known.concept in _WOUNDED | care_events()
    if quantity.dimension != "count" or not is_hurt or is_whole(scene, quantity):
        return None
    start = quantity.span.end
    following = (q.span.start for q in scene.quantities if q.span.start > start)
    end = min([clause_around(scene, quantity.span).end, *following])
    told = (m for m in scene.mentions if start <= m.start and m.end <= end)
    return next((m.term for m in told if m.concept == _SHOT), None)


def _befell(scene: Scene, verb: Mention) -> bool:
    """Tell what became of people from what they did: "nine | were shot", but "had shot at".

    Who escapes does so; who tried to, may not have.
    """
    before = [word.lower for word in scene.words_before(verb.start)][-_AUXILIARY:]
    if verb.role != "verb":
        return False
    if verb.concept == "escape":
        return before[-1:] != [] and before[-1] not in words_of_answers(scene, "infinitive")
    return not word_set(scene.language, "existence", "copulas").isdisjoint(before)


def said_again(scene: Scene, quantity: Quantity, head: Mention) -> Term | None:
    """Find where it is said once more what befell a part: "two of the hurt are badly | hurt"."""
    clause = clause_around(scene, quantity.span)
    after = (m for m in scene.mentions_in(clause) if m.start >= head.end)
    said = (m for m in after if head.predicate in (m.predicate, m.concept))
    return next((Term(concept=head.predicate or "", span=m.term.span) for m in said), None)


def degree_of(
    scene: Scene, event: Term | None, known: tuple[Term, ...], start_of: int
) -> Iterator[Term]:
    """Give how badly the counted were hurt: "three were | seriously | injured".

    They may be said to be "in | critical | condition" alone; `start_of` is where they are counted.
    """
    if event is not None and event.concept not in _HURT:
        return
    states = [m.start for m in scene.mentions if m.concept in _STATES]
    if event is not None and event.concept in ("wound", "harm"):
        states.append(event.span.start)
    links = word_set(scene.language, "counting", "degree_links")
    next_count = min((q.span.start for q in scene.quantities if q.span.start > start_of), default=0)
    for mention in scene.mentions:
        is_state = " " in mention.term.span.text  # "in intensive care"
        is_beside = is_state or any(_leads_to(scene, mention, start, links) for start in states)
        # "The condition | of three of the wounded | is serious."
        is_beside |= any(s < start_of for s in states) and is_state_said(scene, mention)
        is_behind = start_of <= mention.start and not start_of < next_count < mention.start
        if is_beside and is_behind and mention.concept in degrees() and mention.term not in known:
            yield mention.term


def degree_behind(scene: Scene, quantity: Quantity, event: Term | None) -> Iterator[Term]:
    """Give how badly people are hurt where a number says no more: "34 hurt, nine | seriously"."""
    if event is None or event.concept not in _HURT:
        return
    for mention in scene.mentions:
        if 0 <= mention.start - quantity.span.end <= 1 and mention.concept in degrees():
            yield mention.term


def _leads_to(scene: Scene, degree: Mention, start: int, links: frozenset[str]) -> bool:
    """Tell whether a degree stands right before an event: "seriously | hurt".

    «Alvorlig | til | skade» has a word between.
    """
    if start < degree.end:
        return False
    between = scene.sentence.part(degree.end, start).text.lower().split()
    return links.issuperset(between)
