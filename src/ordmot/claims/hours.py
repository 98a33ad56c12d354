"""Times of day that are told with their day: "3 p.m. on Tuesday" says when, as "3 p.m." does."""

from __future__ import annotations

import math
from dataclasses import replace

from ordmot.claims.scene import Scene
from ordmot.claims.words import find_markers, word_set
from ordmot.ledger import DAY, Interval, Quantity, QuantityKind, Span
from ordmot.lexicon.frames import framing_events
from ordmot.lexicon.measures import hours_near

_GRAINS = ("hour", "minute", "second")
_DAY, _YEAR = 24, 4
_STOPS = frozenset(";:–—")
_BESIDE = 3
"""Words between an occasion and its time: "at a briefing | on Tuesday at | 9 a.m."."""
_OPENING = 5
"""Words that may stand before a time that opens a sentence: "In a statement issued at | 21.15"."""


def hours_of(quantity: Quantity) -> Quantity:
    """Give a moment of a day as the hours of that day; anything else as it is.

    The date need not be known for that: a text without a date has no Tuesday, but 3 p.m.
    """
    is_moment = quantity.kind is QuantityKind.DATE and quantity.unit in _GRAINS
    if not is_moment or not quantity.stated:
        return quantity
    return replace(
        quantity,
        kind=QuantityKind.TIME_OF_DAY,
        dimension=QuantityKind.TIME_OF_DAY.value,
        interval=_interval(quantity),
        reason=f"{quantity.reason}, the time of day",
    )


def time_concept(quantity: Quantity) -> str:
    """Give what a time is compared by: its day, whatever the hour; else all that it spans."""
    low, high = quantity.interval.low, quantity.interval.high
    if quantity.kind is QuantityKind.DATE and low is not None and high is not None:
        day = math.floor(low)
        if high <= day + 1:
            return f"{DAY}{day}"
    return f"@{quantity.interval}"


def is_told_again(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a time is another zone's for the time before it: "at 3 p.m. (1 p.m. GMT)"."""
    times = (QuantityKind.TIME_OF_DAY, QuantityKind.DATE)
    if quantity.kind not in times:
        return False
    ends = [q.span.end for q in scene.quantities if q.kind in times]
    return any(
        end < quantity.span.start
        and scene.sentence.part(end, quantity.span.start).text.strip() == "("
        for end in ends
    )


def is_when_said(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a time is that of the saying: "…, Lind said at a briefing at 11.10"."""
    if quantity.kind is not QuantityKind.TIME_OF_DAY:
        return False
    matter = (m for m in scene.mentions if m.role != "name" and m.concept not in framing_events())
    is_dated = any(word.isdigit() and len(word) == _YEAR for word in quantity.span.text.split())
    if is_dated and next(matter, None) is None:
        return True  # the line that says when the text was printed: "Posted: 8.44 p.m."
    told = [s for s in scene.statements if s.cue is not None]
    if _is_stamp(scene, quantity.span) or _is_on_occasion(scene, quantity.span):
        return True
    if any(part.overlaps(quantity.span) for s in told for part in s.content):
        return False
    return any(_is_beside_cue(scene, quantity.span, s.cue) for s in told if s.cue is not None)


def _is_on_occasion(scene: Scene, time: Span) -> bool:
    """Tell whether a time stands right behind where it was said: "at a briefing | at 4.30 p.m."."""
    found = find_markers(scene.sentence, scene.language, "clauses", "occasions")
    ends = [end for _, end in found if end <= time.start]
    if not ends:
        return False
    between = scene.words_between(max(ends), time.start)
    told = [m for m in scene.mentions if max(ends) <= m.start < time.start and m.role == "verb"]
    verbs = (m for m in scene.mentions if m.role == "verb" and m.start < time.start)
    is_said = any(m.concept in framing_events() for m in verbs) or any(
        s.cue is not None for s in scene.statements
    )
    return is_said and len(between) <= _BESIDE and not told


def _is_stamp(scene: Scene, time: Span) -> bool:
    """Tell whether a time only opens an entry of a running report: "09.12 | Police say that …".

    What goes on in small letters, or tells plainly what happened, happened then.
    """
    if scene.passage.span.part(scene.passage.span.start, time.start).text.strip("([*•–—- "):
        return False
    entry = scene.sentence.part(time.end, scene.sentence.end)
    opening = entry.text.lstrip(")] :.–—-|")[:1]
    if not opening or opening.islower():
        return False
    present = word_set(scene.language, "existence", "reporting")
    said = (w.lower for w in scene.words_after(time.end))
    return not present.isdisjoint(said) or any(s.cue is not None for s in scene.statements)


def _is_beside_cue(scene: Scene, time: Span, cue: Span) -> bool:
    """Tell whether nothing happens between a cue and a time, in one clause."""
    if not scene.sentence.covers(cue):
        return False
    if time.end <= cue.start:
        between = scene.sentence.part(scene.sentence.start, cue.start)
        is_near = sum(word.end <= time.start for word in scene.words) <= _OPENING
    else:
        between, is_near = scene.sentence.part(cue.end, max(cue.end, time.start)), True
    subordinators = word_set(scene.language, "clauses", "subordinators")
    words = {word.lower for word in scene.words_between(between.start, between.end)}
    events = (m.concept for m in scene.mentions_in(between) if m.role == "verb")
    is_event = not framing_events().issuperset(events)
    return is_near and not is_event and not words & (subordinators | _STOPS)


def _interval(quantity: Quantity) -> Interval:
    """Give the hours that the words state, as wide as their hedge makes them."""
    first, last = quantity.stated[0], quantity.stated[-1]
    if (quantity.interval.low is None) != (quantity.interval.high is None):
        is_until = quantity.interval.low is None
        return replace(
            quantity.interval, low=None if is_until else first, high=first if is_until else None
        )
    if last == first:
        return hours_near(first, quantity.hedge)
    return Interval(low=first, high=last if last > first else last + _DAY)
