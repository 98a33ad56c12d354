"""Mishaps and what is said to have caused them, in open words: "sank because cargo had shifted"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ordmot.claims.clauses import clause_around
from ordmot.claims.phrases import Phrase, is_aside, noun_before, phrase_after, words_of_answers
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word
from ordmot.ledger import PassageKind, Span, Term
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.answers import (
    is_actor,
    is_deed,
    is_idle_cause,
    is_one_mishap,
    kind_of_cause,
    name_mishap,
    seat_of,
)

_REACH = 10
"""Words from a mishap to what leads to its cause."""
_PARTS = ("noun", "people", "name", "word", "adjective")


def find_matter(scenes: Sequence[Scene]) -> str | None:
    """Find the one mishap that a document is about: most of those that it tells of are that one.

    There "the cause was corrosion" needs no event of its own. A document of two has none.
    """
    told = Counter(
        event.concept
        for scene in scenes
        if scene.passage.kind is not PassageKind.CAPTION
        for event in (_called(scene, mention) or mention for mention in scene.mentions)
        if is_mishap(event) and is_deed(event.concept, "matters")
    )
    if not told:
        return None
    event = min(told, key=lambda concept: (-told[concept], concept == "accident", concept))
    meant = sum(told[concept] for concept in told if is_one_mishap(concept, event))
    return event if 2 * meant > told.total() else None


def is_mishap(mention: Mention) -> bool:
    """Tell whether a term is of an event that befalls, and that nobody need have meant."""
    event = mention.predicate or mention.concept
    return is_deed(event, "mishaps") and not is_deed(event, "wilful")


def told_at(words: Span, event: str) -> Mention:
    """Make the term of an event that only the document names, at the words that speak of it."""
    return Mention(term=Term(concept=event, span=words), role="noun")


def cause_after(scene: Scene, start: int) -> Phrase | None:
    """Read the cause that begins at a place: a noun phrase, or a clause after "that".

    A participle may stand before the noun: "a | blocked | culvert".
    """
    words = scene.words_after(start)
    if words and words[0].lower in words_of_answers(scene, "that"):
        return clause_after(scene, words[0].end)
    skipped = words_of_answers(scene, "articles")
    index = 0
    while index < len(words) and words[index].lower in skipped:
        index += 1
    first = words[index].start if index < len(words) else start
    ahead = next((m for m in scene.mentions if m.start == first and m.role == "verb"), None)
    begin = ahead.end if ahead is not None and _is_before_noun(scene, ahead) else start
    phrase = phrase_after(scene, begin)
    if phrase is None or phrase.head is None:
        return phrase
    phrase = _with_stuff(scene, phrase)
    if begin == start or ahead is None:
        return phrase
    span = scene.sentence.part(first, phrase.span.end)
    return replace(phrase, span=span, narrowing=(*phrase.narrowing, ahead.term))


def _with_stuff(scene: Scene, phrase: Phrase) -> Phrase:
    """Take in what a cause is of: "a load | of snow", «feil | i anlegget»; no name or time."""
    link = scene.word_after(phrase.span.end)
    if link is None or link.lower not in words_of_answers(scene, "of"):
        return phrase
    after = phrase_after(scene, link.end)
    if after is None or after.head is None or after.head.role in ("name", "people"):
        return phrase
    if after.pronoun or any(q.span.overlaps(after.span) for q in scene.quantities):
        return phrase
    span = scene.sentence.part(phrase.span.start, after.span.end)
    terms = (*phrase.narrowing, after.head.term, *after.narrowing)
    return replace(phrase, span=span, narrowing=terms)


def _is_before_noun(scene: Scene, participle: Mention) -> bool:
    """Tell whether a participle describes the noun right after it: "blocked | culvert"."""
    after = next((m for m in scene.mentions if m.start == participle.end + 1), None)
    return after is not None and after.role in _PARTS


def predicate_after(scene: Scene, start: int) -> Phrase | None:
    """Read the cause after "was": a lone unknown word tells how it stands: «er | klarlagt»."""
    phrase = cause_after(scene, start)
    if phrase is None or phrase.head is None or phrase.is_clause:
        return phrase
    before = scene.words_between(start, phrase.span.start)
    is_bare = phrase.head.role == "word" and not phrase.narrowing and not before
    return None if is_bare else phrase


def clause_after(scene: Scene, start: int) -> Phrase | None:
    """Read the clause that begins at a place as a cause: "because | cargo had shifted".

    Its head is what it is of, or what happened where that is a person or a pronoun.
    """
    inside = [m for m in scene.mentions if m.start >= start and not _is_telling(scene, m)]
    verb = next((m for m in inside if m.role == "verb"), None)
    happening = verb or next((m for m in inside if m.role != "name"), None)
    opening = scene.word_after(start)
    if happening is None or opening is None or opening.is_mark:
        return None
    if opening.lower in words_of_answers(scene, "of"):
        return None
    end = clause_around(scene, happening.term.span).end
    if end <= opening.start:
        return None
    last = scene.words_between(opening.start, end)[-1]
    span = scene.sentence.part(opening.start, last.start if last.is_mark else last.end)
    terms = [m for m in inside if m.end <= span.end]
    things = [m for m in terms if m.end <= happening.start and _can_cause(m)]
    head = _end_of_noun(things) if things else happening
    rest = tuple(m.term for m in terms if m is not head)
    return Phrase(span=span, head=head, narrowing=rest, is_clause=True)


def _end_of_noun(things: Sequence[Mention]) -> Mention:
    """Give the last noun of the first in a row: "mains | cable", but not "cargo on the deck"."""
    last = things[0]
    for thing in things[1:]:
        if thing.start != last.end + 1:
            break
        last = thing
    return last


def _is_telling(scene: Scene, mention: Mention) -> bool:
    """Tell whether a term only says who says it: "…, | the inspector said"."""
    return scene.is_cue(mention.term.span) or scene.is_source(mention.term.span)


def _can_cause(mention: Mention) -> bool:
    """Tell whether a term is a thing, stuff or event that can be the cause of a mishap."""
    concept = mention.concept
    is_thing = mention.role in ("noun", "word") and mention.predicate is None
    return is_thing and not is_actor(concept) and not is_kind_of(concept, "idea")


def mishap_before(scene: Scene, end: int) -> Mention | None:
    """Find the mishap whose cause follows: the verb or the subject right before a place.

    "The ferry | sank", "the fire | started", "the roof | failed"; no verb of anything else stands
    between.
    """
    near: list[Word] = []
    for word in reversed(scene.words_before(end)[-_REACH:]):
        if word.is_mark:
            break  # "after the fire began, | because"
        near.append(word)
    reach = near[-1].start if near else end
    is_light = False
    for mention in reversed(scene.mentions):
        if mention.end > end or scene.is_source(mention.term.span):
            continue
        if mention.start < reach:
            return None
        if mention.role == "verb":
            called = _called(scene, mention) or mention
            if is_mishap(called):
                return called
            if not is_deed(mention.concept, "light_verbs"):
                return None
            is_light = True
        elif is_light and is_mishap(mention) and not is_aside(scene, mention):
            return mention
    return None


def _called(scene: Scene, verb: Mention) -> Mention | None:
    """Read a verb that is a mishap only of some things: "the roof | failed" is its collapse."""
    if verb.role != "verb":
        return None
    before = [m for m in scene.mentions if m.end <= verb.start and m.role in ("noun", "word")]
    event = name_mishap(verb.concept, before[-1].concept) if before else None
    return None if event is None else replace(verb, term=Term(concept=event, span=verb.term.span))


def subject_of_mishap(scene: Scene, event: Mention) -> Mention | None:
    """Find what a mishap befell where its verb has no object: "the ferry | sank"."""
    return noun_before(scene, event) if event.role == "verb" else None


def name_open_cause(scene: Scene, phrase: Phrase, event: str) -> str | None:
    """Name a cause that is no kind of the lists by the concept of its head, None where it is none.

    People, names and ideas are no causes here, nor are "circumstances" or the mishap itself.
    """
    head = phrase.head
    if head is None or phrase.pronoun or head.role in ("name", "adjective", "people"):
        return None
    concept = head.concept
    is_idea = is_kind_of(concept, "idea") or is_kind_of(concept, "measure")
    if is_actor(concept) or (is_idea and kind_of_cause(concept) is None):
        return None
    text = head.term.span.text
    is_time = any(quantity.span.overlaps(head.term.span) for quantity in scene.quantities)
    is_idle = not phrase.is_clause and is_idle_cause(text, scene.language)
    if is_time or seat_of(text) is not None or is_idle:
        return None
    return None if is_kind_of(concept, event) or is_kind_of(event, concept) else concept
