"""Dates that say when something of consequence happened: "was last inspected in July 2023"."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ordmot.claims.clauses import clause_around
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_negated, read_affirmation, read_modality
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word, has_marker, word_set
from ordmot.ledger import (
    PROSPECTIVE,
    Interval,
    Modality,
    PassageKind,
    Quantity,
    QuantityKind,
    Span,
    Statement,
    Term,
)
from ordmot.lexicon.frames import dated_as, denied_by, handing, needs_object

_DATES = (QuantityKind.DATE, QuantityKind.YEAR)
_TOLD = (PassageKind.BODY, PassageKind.QUOTE, PassageKind.LIST, PassageKind.TURN)
_ARRIVAL = "arrive"
_AUXILIARY = 4
"""Words before a participle among which its auxiliary stands."""
_OPENING = 2
"""Words that may stand before a date that opens its clause: "and | already on | Monday"."""
_SET_FOR = 3
"""Words before a date among which it is said that something is set for it: "scheduled | for"."""
_WEEK = 7
_WEEKDAY = "weekday"
"""The reason of a date that is told as the nearest weekday."""
_WIDEST = 366
"""Days of the longest stretch that says when: a year, no decade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An event with the date of its clause, and who tells of it; the quantity spans whole days."""

    quantity: Quantity
    event: Term
    clause: Span
    modality: Modality
    statement: Statement | None


def read_dates(scene: Scene, today: int | None) -> Iterator[Dated]:
    """Read the events of a sentence that a date of their own clause dates, each once.

    A heading, a dateline, "the report of 3 May" and "Thursday's meeting" date no clause; neither
    does a question. `today` is the day of the document, as a number of days.
    """
    if scene.passage.kind not in _TOLD:
        return
    for quantity in scene.quantities:
        is_when = quantity.kind in _DATES and not _is_reckoned(scene, quantity.span)
        if is_when and not _is_of_noun(scene, quantity.span):
            dated = _read(scene, quantity, today)
            if dated is not None:
                yield dated


def _read(scene: Scene, quantity: Quantity, today: int | None) -> Dated | None:
    """Read what a date dates, None where it is no event of consequence, or may not have been.

    A date to come is at best a plan, whatever the words.
    """
    clause = _clause(scene, quantity.span)
    event = _event(scene, quantity.span, clause)
    if event is None:
        return None
    told, is_lacked = event.term, denied_by(event.concept)
    if is_lacked is not None:  # "was unaware of it until May": knew from then on
        told = replace(told, concept=is_lacked)
    statement = _teller(scene, event)
    modality = read_modality(scene, clause, statement)
    if modality is Modality.POSSIBLE and _is_to_come(quantity, today):
        modality = Modality.EXPECTED  # "the bridge can open in May at the earliest"
    if modality not in (Modality.ASSERTED, *PROSPECTIVE):
        return None
    is_so = read_affirmation(scene, clause, statement) != (is_lacked is not None)
    is_not = is_negated(scene, clause) != (is_lacked is not None)
    days = _days(scene, quantity, is_due=is_so and modality in PROSPECTIVE, is_not=is_not)
    if days is None or not (is_so or days.high is None):
        return None
    is_to_come = modality in PROSPECTIVE or has_marker(clause, scene.language, "dating", "to_come")
    if today is not None and quantity.reason == _WEEKDAY and is_to_come:
        days = _coming(days, today)
    if modality is Modality.ASSERTED and today is not None and (days.low or 0) > today:
        modality = Modality.PLANNED
    dated = replace(
        quantity,
        kind=QuantityKind.DATE,
        dimension=QuantityKind.DATE.value,
        interval=days,
        unit="day",
        stated=(),
        reason=f"{quantity.reason}, in whole days",
    )
    return Dated(quantity=dated, event=told, clause=clause, modality=modality, statement=statement)


def _is_to_come(quantity: Quantity, today: int | None) -> bool:
    """Tell whether a date lies ahead of the day of its document, where both are known."""
    first = quantity.interval.low
    return today is not None and first is not None and first > today


def _teller(scene: Scene, event: Mention) -> Statement | None:
    """Find who tells of an event; that somebody learned or reported a thing is no saying here."""
    statement = scene.statement_at(event.term.span)
    cue = None if statement is None else statement.cue
    return None if cue is not None and cue.overlaps(event.term.span) else statement


def _clause(scene: Scene, date: Span) -> Span:
    """Give the clause of a date, with its verb: "they knew nothing | of the leak until May"."""
    clause = clause_around(scene, date)
    before = scene.words_before(clause.start)
    has_verb = any(m.role == "verb" for m in scene.mentions_in(clause))
    if has_verb or not before or before[-1].is_mark or _light_before(scene, date) is not None:
        return clause
    last = scene.sentence.part(before[-1].start, before[-1].end)
    return scene.sentence.part(clause_around(scene, last).start, clause.end)


def _coming(days: Interval, today: int) -> Interval:
    """Read a weekday that is gone by as the next one: "will open on Thursday"."""
    if days.low is None or days.high is None or days.low >= today:
        return days
    return Interval(low=days.low + _WEEK, high=days.high + _WEEK)


def _days(scene: Scene, quantity: Quantity, *, is_due: bool, is_not: bool) -> Interval | None:
    """Give the days that a date spans, first and last, None where it says of no day.

    What is promised "by 1 May" is due on that day at the latest; who did not know it "until 1 May"
    knew it from then on at the earliest. What lasted until a day happened on none.
    """
    low, high = quantity.interval.low, quantity.interval.high
    if high is None:
        return None
    last = math.ceil(high) - 1
    if low is not None:
        first = math.floor(low)
        is_short = first <= last < first + _WIDEST
        return Interval(low=first, high=last) if is_short else None
    edge = quantity.span.text.lower().split(maxsplit=1)[0]
    if is_due and edge in word_set(scene.language, "dating", "deadlines"):
        return Interval(low=None, high=last + 1)
    if edge in word_set(scene.language, "dating", "onsets") and is_not:
        return Interval(low=last + 1, high=None)
    return None


def _is_reckoned(scene: Scene, date: Span) -> bool:
    """Tell whether a date is only reckoned from now, and no certain day: "two weeks ago"."""
    amounts = (q.span for q in scene.quantities if q.kind is QuantityKind.AMOUNT)
    return any(date.overlaps(amount) for amount in amounts)


def _is_of_noun(scene: Scene, date: Span) -> bool:
    """Tell whether a date only says which thing is meant: "the report | of | 3 May"."""
    before = [word.lower for word in scene.words_before(date.start)][-1:]
    after = scene.word_after(date.end)
    rest = scene.sentence.part(date.end, scene.sentence.end).text[:2].lower()
    if not word_set(scene.language, "dating", "of_nouns").isdisjoint(before):
        return True
    if rest in ("'s", "’s") or date.text.lower().endswith(("'s", "’s")):
        return True
    is_named = not word_set(scene.language, "dating", "articles").isdisjoint(before)
    nouns = (m.start for m in scene.mentions if m.role in ("noun", "people", "word", "name"))
    return is_named and after is not None and after.start in nouns


def _event(scene: Scene, date: Span, clause: Span) -> Mention | None:
    """Find the event whose adverbial a date is, among those that it matters when they happened.

    It is the verb before the date; that behind it where the date opens the clause or stands behind
    an auxiliary. Of a notice that came or was given, the notice: "the | warning | came on 3 May";
    of what is set for a day, that: "the | opening | was put off until May".
    """
    told = [m for m in scene.mentions_in(clause) if not _is_frame(scene, m, date)]
    verbs = [m for m in told if m.role == "verb"]
    verb = _governing(scene, date, clause, verbs)
    if verb is not None and dated_as(denied_by(verb.concept) or verb.concept):
        return None if _is_reduced(scene, verb, date) else verb
    is_handed = verb is not None and (verb.concept in handing() or verb.concept == _ARRIVAL)
    near = scene.words_before(date.start)[-_SET_FOR:]
    is_handed |= any(w.lower in word_set(scene.language, "dating", "scheduling") for w in near)
    light = None if is_handed else _light_before(scene, date)
    if not is_handed and light is None:
        return None
    last = date.start if light is None else light.start
    nouns = [m for m in told if m.role == "noun" and dated_as(m.concept) and m.end <= last]
    return nouns[0] if nouns else None


def _is_frame(scene: Scene, mention: Mention, date: Span) -> bool:
    """Tell whether a word only leads to what is said: "reported | on Monday that …".

    Where the date is of what is said, as in "reported | the hole on Monday", it says when it was.
    """
    if not scene.is_cue(mention.term.span):
        return False
    said = [s for s in scene.statements if s.cue is not None and s.cue.overlaps(mention.term.span)]
    return not any(part.covers(date) for s in said for part in s.content)


def _governing(scene: Scene, date: Span, clause: Span, verbs: list[Mention]) -> Mention | None:
    """Find the verb that a date goes with, None where there is none."""
    before = [verb for verb in verbs if verb.end <= date.start]
    behind = [verb for verb in verbs if verb.start >= date.end]
    ahead = scene.words_between(clause.start, date.start)
    if behind and (_is_opening(ahead) or (ahead and _is_auxiliary(scene, ahead[-1]))):
        return behind[0]
    return before[-1] if before else None


def _is_opening(ahead: list[Word]) -> bool:
    """Tell whether so few words stand before a date that it opens its clause."""
    return len(ahead) <= _OPENING and not any(word.is_capital for word in ahead[1:])


def _is_auxiliary(scene: Scene, word: Word) -> bool:
    """Tell whether a word is the finite verb of a participle: "was | on Monday | told"."""
    lists = (("existence", "auxiliaries"), ("existence", "copulas"), ("dating", "perfect"))
    return any(word.lower in word_set(scene.language, *each) for each in lists)


def _light_before(scene: Scene, date: Span) -> Word | None:
    """Find the "was" or "came" right before a date: "the last check | was | in May"."""
    near = scene.words_before(date.start)[-_OPENING:]
    light = word_set(scene.language, "existence", "copulas") | word_set(
        scene.language, "dating", "coming"
    )
    return next((word for word in reversed(near) if word.lower in light), None)


def _is_reduced(scene: Scene, verb: Mention, date: Span) -> bool:
    """Tell whether a verb is a mere participle of a noun: "the hole | reported | on 1 May grew".

    Behind an auxiliary, or before an object of its own, it is a verb; others need no object.
    """
    if not needs_object(verb.concept) or date.end <= verb.start:
        return False
    ahead = scene.words_before(verb.start)[-_AUXILIARY:]
    if any(_is_auxiliary(scene, word) for word in ahead):
        return False
    between = scene.mentions_in(scene.sentence.part(verb.end, max(verb.end, date.start)))
    pronouns = word_set(scene.language, "dating", "objects")
    words = (word.lower for word in scene.words_between(verb.end, date.start))
    return not between and pronouns.isdisjoint(words)
