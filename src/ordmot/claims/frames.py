"""Constructions that answer who, with what and from where: "blamed X for", "was fired from"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ordmot.claims.causes import (
    cause_after,
    clause_after,
    is_mishap,
    mishap_before,
    predicate_after,
    subject_of_mishap,
    told_at,
)
from ordmot.claims.phrases import Phrase, phrase_after, phrase_before, words_of_answers
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.ledger import Asked, QuantityKind, Span
from ordmot.lexicon import is_kind_of, read_data, serving_language
from ordmot.lexicon.answers import is_deed, name_mishap

_REACH = 10
"""Words from a construction to its event."""
_NUMBER = 12
"""Characters between a deed and the number of those it befell: "killed at least 12"."""
_LINK = 3
"""Words between an answer and what links it to the event: "blamed the rebels | angrily | for"."""
_INSTEAD = 2
"""Words from a denied cause to the "but" of the one in its place."""
_SORTS = {Asked.WHO: "events", Asked.MEANS: "befalling", Asked.ORIGIN: "sent"}

Place = Literal["before", "after", "beyond", "between", "self", "told", "object", "clause"]
By = Literal["", "answer", "accuser"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A construction as the data gives it; `words` are in small letters, split.

    `openings` are their first words: a sentence without any of them is passed over. An `is_open`
    one leads to the cause of a mishap in whatever words.
    """

    asks: Asked
    answer: Place
    event: Place
    words: tuple[tuple[str, ...], ...]
    link: tuple[tuple[str, ...], ...] = ()
    leads: frozenset[str] = frozenset()
    by: By = ""
    denies: bool = False
    is_open: bool = False
    openings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An answer found: what it answers, of which event, in which words, and who gives it.

    `cue` are the words of the construction; `accuser` stands before them. What is presupposed
    ("the school bombed by rebels") is left untouched by a denial of the sentence. An `is_open`
    answer may be a cause of no kind that is listed; one given `is_instead` of another is meant so
    whatever "not" stands before it.
    """

    asks: Asked
    answer: Phrase
    event: Mention
    cue: Span
    by: By = ""
    denies: bool = False
    accuser: Phrase | None = None
    patient: Mention | None = None
    is_presupposed: bool = False
    is_open: bool = False
    is_instead: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """Give the words that it rests on."""
        return (self.answer.span, self.event.term.span, self.cue)


def find_frames(scene: Scene, matter: str | None = None) -> Iterator[Found]:
    """Find the constructions of a sentence; `matter` is the mishap that its document is about."""
    texts = [word.lower for word in scene.words]
    present = set(texts)
    for frame in _frames(serving_language(scene.language)):
        if present.isdisjoint(frame.openings):
            continue
        for start, end in _places(texts, frame.words):
            if frame.leads and not frame.leads & set(texts[max(0, start - _LINK) : end]):
                continue
            found = _read(scene, frame, (start, end), matter)
            if found is not None:
                yield found
                yield from _instead(scene, frame, found)


def _instead(scene: Scene, frame: Frame, found: Found) -> Iterator[Found]:
    """Read the cause that is put in the place of one: «skyldtes ikke regn, | men sprengning».

    What leads to the cause may be said again: "not caused by rain | but by blasting".
    """
    if frame.asks is not Asked.MEANS or frame.answer != "after" or found.answer.is_clause:
        return
    after = scene.words_after(found.answer.span.end)[:_INSTEAD]
    link = next((w for w in after if w.lower in words_of_answers(scene, "in_its_place")), None)
    if link is None or not all(word.is_mark for word in after[: after.index(link)]):
        return
    start = min(found.cue.start, found.event.end)
    denied = (w.lower for w in scene.words_between(start, found.answer.span.start))
    if words_of_answers(scene, "negations").isdisjoint(denied):
        return
    said = {w.lower for w in scene.words_between(found.cue.start, found.cue.end)}
    begin = scene.word_after(link.end)
    is_again = begin is not None and begin.lower in said
    answer = cause_after(scene, begin.end if begin is not None and is_again else link.end)
    after_it = None if answer is None else scene.word_after(answer.span.end)
    is_closed = after_it is None or after_it.is_mark  # not "but | the wall | fell"
    if answer is not None and is_closed:
        yield replace(found, answer=answer, is_instead=True)


def _read(scene: Scene, frame: Frame, place: tuple[int, int], matter: str | None) -> Found | None:
    """Read the slots of a construction; None where one of them is empty."""
    words = scene.words
    cue = scene.sentence.part(words[place[0]].start, words[place[1] - 1].end)
    if frame.event == "told":
        filled = _told(scene, frame, cue, matter)
    else:
        filled = _slots(scene, frame, cue)
    if filled is None:
        return None
    answer, event = filled
    accuser = phrase_before(scene, cue.start) if frame.by == "accuser" else None
    return Found(
        asks=frame.asks,
        answer=answer,
        event=event,
        cue=cue,
        by=frame.by,
        denies=frame.denies,
        accuser=accuser,
        patient=(subject_of_mishap(scene, event) if frame.is_open else None)
        or patient_of(scene, event),
        is_open=frame.is_open and is_mishap(event),
    )


def _told(
    scene: Scene, frame: Frame, cue: Span, matter: str | None
) -> tuple[Phrase, Mention] | None:
    """Fill the slots where only the document names the mishap: "the cause was | a worn bearing"."""
    if matter is None:
        return None
    if frame.link:
        return _cleft(scene, frame, cue, matter)
    is_before = frame.answer == "before"
    answer = phrase_before(scene, cue.start) if is_before else predicate_after(scene, cue.end)
    return None if answer is None else (answer, told_at(cue, matter))


def _cleft(scene: Scene, frame: Frame, cue: Span, matter: str) -> tuple[Phrase, Mention] | None:
    """Fill the slots of a cleft: "it was | a worn bolt | that brought down" the lift."""
    link, answer = _link(scene, frame, cue.end), predicate_after(scene, cue.end)
    if link is None or answer is None or answer.span.end > link.start:
        return None
    return answer, told_at(link, matter)


def _slots(scene: Scene, frame: Frame, cue: Span) -> tuple[Phrase, Mention] | None:
    """Find the answer and the event of a construction."""
    sort = _SORTS[frame.asks]
    if frame.event == "object":
        return _made(scene, frame, cue)
    if frame.answer == "clause":
        clause, mishap = clause_after(scene, cue.end), mishap_before(scene, cue.start)
        return None if clause is None or mishap is None else (clause, mishap)
    if frame.event == "between":
        return _between(scene, frame, cue)
    if frame.answer == "self":
        event = event_before(scene, cue.start, sort)
        return None if event is None else (Phrase(span=cue, head=None), event)
    if frame.event == "beyond":
        return _beyond(scene, frame, cue)
    is_before = frame.answer == "before"
    after = cause_after if frame.is_open else phrase_after
    answer = phrase_before(scene, cue.start) if is_before else after(scene, cue.end)
    find = event_before if frame.event == "before" else next_event
    found = find(scene, cue.start if frame.event == "before" else cue.end, sort)
    if found is None and frame.is_open and frame.event == "before":
        found = event_before(scene, cue.start, "mishaps") or mishap_before(scene, cue.start)
    return None if answer is None or found is None else (answer, found)


def _between(scene: Scene, frame: Frame, cue: Span) -> tuple[Phrase, Mention] | None:
    """Read an event and what links it to the answer: "the cause of | the fire | was | arson".

    Without a link the answer follows the event: "skyldtes | forliset | høy fart".
    """
    event = next_event(scene, cue.end, _SORTS[frame.asks])
    if event is None:
        return None
    link = _link(scene, frame, event.end) if frame.link else event.term.span
    after = predicate_after if frame.is_open else phrase_after
    answer = after(scene, link.end) if link is not None else None
    return None if answer is None else (answer, event)


def _made(scene: Scene, frame: Frame, cue: Span) -> tuple[Phrase, Mention] | None:
    """Read what a cause made of a thing: "the snow | brought | the roof | down"."""
    answer, link = phrase_before(scene, cue.start), _link(scene, frame, cue.end)
    made = phrase_after(scene, cue.end)
    if answer is None or link is None or made is None or made.head is None:
        return None
    between = scene.words_between(made.span.end, link.start)
    called = name_mishap("fall_down", made.head.concept)
    if between or called is None:
        return None
    return answer, told_at(scene.sentence.part(cue.start, link.end), called)


def _beyond(scene: Scene, frame: Frame, cue: Span) -> tuple[Phrase, Mention] | None:
    """Read an answer, what links it to the event, and the event: "held | X | responsible for"."""
    link = _link(scene, frame, cue.end)
    if link is None:
        return None
    answer = phrase_after(scene, cue.end, link.start)
    event = next_event(scene, link.end, _SORTS[frame.asks])
    if answer is None or event is None:
        return None
    between = scene.words_between(answer.span.end, link.start)
    return (answer, event) if len(between) <= _LINK else None


def _link(scene: Scene, frame: Frame, start: int) -> Span | None:
    """Find the words that link answer and event, the first few words after a place."""
    after = scene.words_after(start)
    texts = [word.lower for word in after[: _REACH + _LINK]]
    place = next(_places(texts, frame.link), None)
    if place is None or place[0] > _REACH:
        return None
    return scene.sentence.part(after[place[0]].start, after[place[1] - 1].end)


def next_event(scene: Scene, start: int, sort: str) -> Mention | None:
    """Find the event of a sort few words after a place, over what only leads to it.

    "Of carrying out the deadly attack", but not "of being asleep during the attack".
    """
    near = scene.words_after(start)[:_REACH]
    reach = near[-1].end if near else start
    for mention in scene.mentions:
        if mention.start < start or mention.end > reach:
            continue
        if _is_event(mention, sort):
            return mention if _leads_on(scene, start, mention.start) else None
        is_aside = mention.role in ("adjective", "name") or is_deed(mention.concept, "light")
        if not is_aside and mention.term.span.text.lower() not in words_of_answers(scene, "behind"):
            return None
    return None


def _leads_on(scene: Scene, start: int, end: int) -> bool:
    """Tell whether no preposition stands between two places but "of"."""
    aside = words_of_answers(scene, "place_prepositions") - words_of_answers(scene, "of")
    between = (word.lower for word in scene.words_between(start, end))
    return not any(word in aside for word in between)


def event_before(scene: Scene, end: int, sort: str) -> Mention | None:
    """Find the subject before a place that names an event: no other verb stands between."""
    near = scene.words_before(end)[-_REACH:]
    reach = near[0].start if near else end
    found = None
    for mention in scene.mentions:
        if mention.end > end or mention.start < reach or scene.is_source(mention.term.span):
            continue
        if _is_event(mention, sort) and mention.role in ("noun", "people"):
            found = found or mention
        elif mention.role == "verb" and not scene.is_cue(mention.term.span):
            found = None
    return found


def _is_event(mention: Mention, sort: str) -> bool:
    return is_deed(mention.predicate or mention.concept, sort)


def patient_of(scene: Scene, event: Mention) -> Mention | None:
    """Find whom or what an event befell: the object of a verb, or what follows "on".

    Numbers stand in no one's way: "killed at least 12 | people".
    """
    start = event.end
    after = scene.word_after(start)
    is_verb = event.role == "verb"
    if after is not None and after.lower in words_of_answers(scene, "onto"):
        if is_verb and after.lower not in words_of_answers(scene, "aimed"):
            return None
        start = after.end
    elif not is_verb:
        return None
    phrase = phrase_after(scene, _after_number(scene, start))
    if phrase is None or phrase.head is None or scene.is_source(phrase.span):
        return None
    is_idea = any(is_kind_of(phrase.head.concept, kind) for kind in ("event", "quality", "trait"))
    is_thing = phrase.head.role in ("noun", "people", "name") and not is_idea
    return phrase.head if is_thing else None


def _after_number(scene: Scene, start: int) -> int:
    """Give where the noun can begin, past a number that stands right there."""
    for quantity in scene.quantities:
        begin = quantity.span.start
        if quantity.kind is QuantityKind.AMOUNT and 0 <= begin - start <= _NUMBER:
            between = scene.sentence.part(start, begin)
            return start if scene.mentions_in(between) else quantity.span.end
    return start


def _places(texts: list[str], phrases: tuple[tuple[str, ...], ...]) -> Iterator[tuple[int, int]]:
    """Give where the phrases stand among words, the longest at each place."""
    for start in range(len(texts)):
        for phrase in phrases:
            if tuple(texts[start : start + len(phrase)]) == phrase:
                yield start, start + len(phrase)
                break


@cache
def _frames(language: str) -> tuple[Frame, ...]:
    """Read the constructions of a language."""
    return tuple(
        Frame(
            asks=Asked(entry["asks"]),
            answer=entry["answer"],
            event=entry["event"],
            words=_split(entry["words"]),
            link=_split(entry.get("link", [])),
            leads=frozenset(entry.get("leads", [])),
            by=entry.get("by", ""),
            denies=entry.get("denies", False),
            is_open=entry.get("open", False),
            openings=frozenset(phrase.split()[0] for phrase in entry["words"]),
        )
        for entry in read_data(language, "answers")["frames"]
    )


def _split(phrases: list[str]) -> tuple[tuple[str, ...], ...]:
    """Split phrases into words, the longest phrase first."""
    split = [tuple(phrase.split()) for phrase in phrases]
    return tuple(sorted(split, key=len, reverse=True))
