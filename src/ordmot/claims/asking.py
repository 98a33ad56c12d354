"""What a text asks or names before it gives the figures: they count that."""

from __future__ import annotations

from ordmot.claims.heads import restrictors_of
from ordmot.claims.parts import is_plural
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.topics import Topic
from ordmot.claims.words import find_markers
from ordmot.ledger import PassageKind, QuantityKind, Span, Term
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.frames import framing_events, personal_events

_LINKS = 2
"""Words between a list and whom it is of: "of the"."""
_TITLE = 4
"""Words and marks of a turn that only names what is spoken of: "The hostages."."""


def open_question(scene: Scene) -> Topic | None:
    """Find what a sentence asks the number of: "how many people took part", "hvor mange døde"."""
    for start, end in find_markers(scene.sentence, scene.language, "counting", "how_many"):
        after = [m for m in scene.mentions if m.start >= end]
        if any(0 <= quantity.span.start - end <= 1 for quantity in scene.quantities):
            continue  # «tallet på | 15.000» asks nothing
        if after and after[0].role == "verb" and after[0].concept not in framing_events():
            return _people_who(after[0], scene.sentence.part(start, scene.sentence.end))
        head = next((m for m in after if m.role in ("noun", "people", "word")), None)
        if head is None:
            continue
        events = [m for m in after if m.role == "verb" and m.concept not in framing_events()]
        event = next((m.concept for m in events), None)
        return _topic_of_noun(head, scene.sentence.part(start, scene.sentence.end), event)
    return None


def _people_who(event: Mention, clause: Span) -> Topic:
    """Make the topic of a question that names nobody: "how many got out", "hvor mange slapp ut"."""
    return Topic(
        clause=clause,
        counted=Term(concept="person", span=event.term.span),
        restrictors=(),
        predicate=event.term,
    )


def named_topic(scene: Scene) -> Topic | None:
    """Find what a turn of talk only names, for the figures that follow: "The hostages. Five?"."""
    is_turn = scene.passage.kind is PassageKind.TURN
    nouns = [m for m in scene.mentions if m.role in ("noun", "people")]
    if not is_turn or scene.quantities or len(scene.words) > _TITLE or len(nouns) != 1:
        return None
    is_person = is_kind_of(nouns[0].concept, "person")
    if len(scene.mentions) != 1 or not (is_person or is_plural(scene, nouns[0])):
        return None
    return _topic_of_noun(nouns[0], scene.sentence)


def listed_topic(scene: Scene) -> Topic | None:
    """Find whom a text keeps a list of, for its names: "a list of the | dead. It has 71 names"."""
    for start, end in find_markers(scene.sentence, scene.language, "counting", "lists"):
        behind = next((m for m in scene.mentions if m.start >= end), None)
        if behind is None or behind.role != "people" or behind.predicate not in personal_events():
            continue
        links = scene.words_between(end, behind.start)
        if 0 < len(links) <= _LINKS and not any(word.is_mark for word in links):
            return _topic_of_noun(behind, scene.sentence.part(start, behind.end))
    return None


def asked_of(scene: Scene) -> Topic | None:
    """Find whom or what a question in a talk is about: "Where does the toll stand?".

    "And people who still haven't been found?" asks how many are missing.
    """
    is_turn = scene.passage.kind is PassageKind.TURN
    is_question = scene.sentence.text.rstrip('"”»’ ').endswith("?")
    has_figure = any(quantity.kind is QuantityKind.AMOUNT for quantity in scene.quantities)
    if not is_turn or not is_question or has_figure:
        return None
    events = [m for m in scene.mentions if m.role == "verb" and m.concept in personal_events()]
    for mention in scene.mentions:
        if scene.is_source(mention.term.span):
            continue
        if mention.role == "people" and mention.predicate in personal_events():
            return _topic_of_noun(mention, scene.sentence)
        if mention.role == "noun" and is_kind_of(mention.concept, "person") and events:
            return _topic_of_noun(mention, scene.sentence, events[0].concept)
    return None


def _topic_of_noun(noun: Mention, clause: Span, event: str | None = None) -> Topic:
    """Make the topic of a noun and of what it says happened to whom it names, else of an event."""
    concept = noun.predicate or event
    return Topic(
        clause=clause,
        counted=noun.term,
        restrictors=restrictors_of((), noun),
        predicate=Term(concept=concept, span=noun.term.span) if concept else None,
    )
