"""To what an account is limited: a running total, another event, a part, a year gone by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ordmot.claims.clauses import clause_around
from ordmot.claims.counts import COUNTABLE
from ordmot.claims.scene import Scene
from ordmot.claims.words import Word, find_markers, has_marker, word_set
from ordmot.ledger import YEAR, Quantity, QuantityKind, Span, Term
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.frames import does_permit, has_room, passing_events

_YEAR_DIGITS = 4
_EACH = 2
_OWNERS = ("person", "family", "vehicle", "building")
"""Of whom each may have something: "every driver", not "every year"."""
_BESIDE = 2
"""Words from "still" to the state at most: "still | in | hospital"."""
_TRAIT = 2
"""Words behind "18-car" among which the thing stands: "18-car | relief | ferry"."""
_JOINED = 2
"""Words between two kinds that there is room for: "12 | passengers and | 4 crew"."""
_BOTH = 2
_CONVERTED = 16
"""Characters of "local time" between an hour and the same hour in another zone."""
_PERMIT = "allow"
_LIMITED = ("mass", "volume", "speed", "sound", "temperature", "power", "length", "area")
"""Dimensions of what a permit sets a limit to."""
_PLANNED = 3
"""Words at most between "originally estimated" and the sum."""
_EARLIER = ("previous", "former")
"""What events are that were before the one that is told of."""
_LONG = ("year", "decade", "century")
"""Units of time in which nothing is awaited: "three | years | after the fire"."""
_RATE = 3
"""Words right before an amount that make it a daily one: "daily | progress | of"."""
_OPENING = 40
"""Characters from the start of a sentence in which a time governs all of it: "In 2011, …"."""


def scope_of(scene: Scene, core: Span, *, is_more: bool = False) -> tuple[Term, ...]:
    """Give the words that speak of a total nearest to `core`, another event, or a part.

    "Another 38 are missing" adds to nothing where only the dead were counted before (`is_more`).
    """
    rivals = [quantity.span for quantity in scene.quantities if quantity.kind in COUNTABLE]
    found = []
    years = [q.span for q in scene.quantities if _pointed_year(scene, q) is not None]
    neutral = [*years, *_whose_count(scene)]
    for kind in ("running_total", "other_event", "partial"):
        for start, end in find_markers(scene.sentence, scene.language, "scope", kind):
            if any(span.covers(scene.sentence.part(start, end)) for span in neutral):
                continue
            nearest = min((abs(start - rival.start) for rival in rivals), default=0)
            is_near = abs(start - core.start) <= nearest
            if kind != "running_total":
                is_near = _is_set_beside(scene, (start, end), core, rivals)
            added = next((rival for rival in rivals if _adds(scene, (start, end), rival)), None)
            rest = scene.sentence.part(start, end).text.lower().split(maxsplit=1)[0]
            is_rest = rest in word_set(scene.language, "counting", "definite")  # "the other two"
            is_part = kind == "partial" and (is_more or is_rest)
            is_told = kind == "running_total" or added is None or (added == core and is_part)
            if is_near and is_told:
                found.append(Term(concept=kind, span=scene.sentence.part(start, end)))
    beside = (
        *_apiece(scene, core),
        *_grown_by(scene, core),
        *_room(scene, core),
        *_past_years(scene, core),
        *reckoned(scene, core),
        *_over_years(scene, core),
        *_earlier_events(scene, core),
    )
    return (*found, *beside)


def rest_of(scene: Scene, clause: Span, event: Term | None) -> tuple[Term, ...]:
    """Give the word that counts only whom a state has kept: "ten are | still in hospital".

    More were treated, or arrested; the missing are counted as they are, still or not.
    """
    if event is None or event.concept not in passing_events():
        return ()
    for start, end in find_markers(clause, scene.language, "scope", "remaining"):
        between = scene.words_between(end, event.span.start)
        is_near = end <= event.span.start and len(between) <= _BESIDE
        if is_near and not any(word.is_mark for word in between):
            return (Term(concept="remaining", span=scene.sentence.part(start, end)),)
    return ()


def _apiece(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the word that says that each of several has the amount: "every | driver had two"."""
    clause = clause_around(scene, core)
    each = word_set(scene.language, "scope", "distributive")
    words = scene.words_between(clause.start, core.start)
    if len(words) < _EACH or words[0].lower not in each:
        return
    owner = next((m for m in scene.mentions if m.start == words[1].start), None)
    if owner is not None and any(is_kind_of(owner.concept, kind) for kind in _OWNERS):
        yield Term(concept="partial", span=scene.sentence.part(words[0].start, words[0].end))


def with_rate(scene: Scene, quantity: Quantity) -> Quantity:
    """Read what stands before money or a measure as its rate: "each day | costs it £400,000"."""
    if quantity.per is not None or quantity.kind is not QuantityKind.AMOUNT or not quantity.unit:
        return quantity
    clause = clause_around(scene, quantity.span)
    each = word_set(scene.language, "scope", "distributive")
    periods = word_set(scene.language, "scope", "periods")
    words = scene.words_between(clause.start, quantity.span.start)
    for word, period in pairwise(words):
        if word.lower in each and period.lower in periods:
            return replace(quantity, per=scene.sentence.part(word.start, period.end))
    # "a | daily | progress of 40 metres", «det | daglige | tapet på to millioner»
    said, links = words[-_RATE:], word_set(scene.language, "counting", "figure_links")
    rates = word_set(scene.language, "scope", "rates")
    if len(said) < _RATE or said[0].lower not in rates or said[-1].lower not in links:
        return quantity
    return replace(quantity, per=scene.sentence.part(said[0].start, said[0].end))


def _grown_by(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the word behind a total that tells by how many it grew: "12, | after two died"."""
    clause = clause_around(scene, core)
    ahead = scene.sentence.part(scene.sentence.start, core.start)
    grown = [end for _, end in find_markers(ahead, scene.language, "scope", "changes")]
    own = scene.amount_at(core)
    totals = [q.span for q in scene.quantities if own is not None and _can_grow_by(q, own)]
    for start, end in find_markers(ahead, scene.language, "scope", "since"):
        has_total = any(change <= total.start < start for change in grown for total in totals)
        if has_total and clause.start <= start:
            yield Term(concept="partial", span=scene.sentence.part(start, end))
            return


def _can_grow_by(total: Quantity, more: Quantity) -> bool:
    """Tell whether a number can have grown by another: both count, and it is the larger."""
    sizes = [quantity.interval.middle for quantity in (more, total)]
    is_count = total.dimension == more.dimension == "count"
    return is_count and None not in sizes and (sizes[0] or 0) < (sizes[1] or 0)


def _room(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the words that say how many there is room for: "room for | 640", "640-seat capacity"."""
    for start, end in find_markers(scene.sentence, scene.language, "scope", "capacity"):
        if end <= core.start and _are_listed(scene, end, core):
            yield Term(concept="capacity", span=scene.sentence.part(start, end))
    yield from _permitted(scene, core)
    yield from _limited(scene, core)
    yield from _planned(scene, core)
    own = scene.amount_at(core)
    thing = None if own is None else own.counted
    if thing is not None and _is_trait(scene, core, thing):
        yield Term(concept="capacity", span=thing)
    for start, end in find_markers(scene.sentence, scene.language, "scope", "capacity_behind"):
        between = scene.sentence.part(core.end, start).text if core.end <= start else " "
        if between.startswith("-") and " " not in between.strip():
            yield Term(concept="capacity", span=scene.sentence.part(start, end))


def _whose_count(scene: Scene) -> Iterator[Span]:
    """Give the words that only say whose count or view it is: "170 slept there, | on our count"."""
    for start, end in find_markers(scene.sentence, scene.language, "scope", "no_part"):
        yield scene.sentence.part(start, end)


def reckoned(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the word that makes a time one since when: "two weeks | ago", «åtte dager | tidligere».

    How long something lasted it does not say.
    """
    behind = scene.words_after(core.end)[:2]
    own = scene.amount_at(core)
    if own is None or own.dimension != "duration" or not behind:
        return
    word = behind[0].lower
    is_year = own.unit in _LONG
    if is_year and word in word_set(scene.language, "scope", "reckoned_years"):
        yield Term(concept="ago", span=scene.sentence.part(behind[0].start, behind[0].end))
        return
    ahead = [word.lower for word in scene.words_before(core.start)[-1:]]
    is_last = len(behind) == 1 or behind[1].is_mark  # not "ten minutes | earlier than planned"
    is_last |= not word_set(scene.language, "scope", "reckoning").isdisjoint(ahead)
    is_compared = behind[-1].lower in word_set(scene.language, "scope", "compared")
    if (
        word in word_set(scene.language, "scope", "reckoned")
        or (is_last and word in word_set(scene.language, "scope", "reckoned_last"))
        or (not is_compared and word in word_set(scene.language, "scope", "reckoned_later"))
        or _is_reckoned_from(scene, core, behind[0])
    ):
        yield Term(concept="ago", span=scene.sentence.part(behind[0].start, behind[0].end))


def _is_reckoned_from(scene: Scene, core: Span, link: Word) -> bool:
    """Tell whether a time is counted from a thing: "left eight minutes | before | the crash".

    "He waited ten minutes before the raid", "ten minutes before help came" may say how long.
    """
    clause = clause_around(scene, core)
    is_linked = link.lower in word_set(scene.language, "scope", "reckoned_from")
    if not is_linked or link.end >= clause.end:
        return False
    said = {word.lower for word in scene.words_between(clause.start, core.start)}
    lasting = word_set(scene.language, "counting", "lasting")
    taking = has_marker(
        scene.sentence.part(clause.start, core.start), scene.language, "durations", "taking"
    )
    behind = scene.mentions_in(scene.sentence.part(link.end, clause.end))
    is_thing = any(m.role == "noun" for m in behind) and all(m.role != "verb" for m in behind)
    return is_thing and not taking and lasting.isdisjoint(said)


def is_window(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a time is only that in which others are counted: "30 strikes in the past | day".

    So it is behind "in the past", «de siste», and where it says only that it was night.
    """
    if _is_ordered_time(scene, quantity):
        return True
    if quantity.dimension != "duration":
        return False
    if quantity.span.text.lower() in word_set(scene.language, "scope", "at_night"):
        return True
    found = find_markers(scene.sentence, scene.language, "scope", "windows")
    return any(
        end <= quantity.span.start
        and not scene.sentence.part(end, quantity.span.start).text.strip()
        for _, end in found
    )


def _is_ordered_time(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number stands before "first days" or the like: «de to | første dagene»."""
    behind = [word.lower for word in scene.words_after(quantity.span.end)[:2]]
    return (
        quantity.dimension == "count"
        and len(behind) > 1
        and behind[0] in word_set(scene.language, "scope", "window_orders")
        and behind[1] in word_set(scene.language, "scope", "window_times")
    )


def counts_sides(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number only names both who stand against each other: "the two | sides"."""
    noun = quantity.counted.text.lower().split()[-1:] if quantity.counted is not None else []
    sides = word_set(scene.language, "counting", "sides")
    return quantity.interval.low == quantity.interval.high == _BOTH and not sides.isdisjoint(noun)


def is_converted(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an hour is that of another zone beside one given: "at 4:10pm (14:10 GMT)"."""
    if quantity.kind is not QuantityKind.TIME_OF_DAY:
        return False
    ahead = scene.sentence.part(scene.sentence.start, quantity.span.start).text.rstrip()
    hours = [q for q in scene.quantities if q.kind is QuantityKind.TIME_OF_DAY]
    between = (quantity.span.start - q.span.end for q in hours)
    return ahead.endswith(("(", "[")) and any(0 < gap <= _CONVERTED for gap in between)


def is_size(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a measure only says which weapon is meant: "nine | 81 mm | mortars"."""
    if quantity.dimension != "length":
        return False
    behind = next((m for m in scene.mentions if m.start >= quantity.span.end), None)
    if behind is None or behind.start - quantity.span.end > 1:
        return False
    return any(is_kind_of(behind.concept, kind) for kind in ("weapon", "ammunition"))


def _permitted(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the permit that says how much may be: "its | permit | was for 800 tonnes"."""
    own = scene.amount_at(core)
    if own is None or own.dimension not in _LIMITED:
        return
    others = (q.span.end for q in scene.quantities if q.dimension == own.dimension)
    first = max((end for end in others if end <= core.start), default=scene.sentence.start)
    ahead = [m for m in scene.mentions if first <= m.start and m.end <= core.start]
    said = next((m for m in ahead if m.role == "noun" and m.concept == _PERMIT), None)
    if said is None or has_marker(
        scene.sentence.part(first, said.start), scene.language, "negation", "words"
    ):
        return
    deeds = (m.concept for m in ahead if m.role == "verb")
    if all(map(does_permit, deeds)):  # not "lost its permit after it spilled | 12 tonnes"
        yield Term(concept="capacity", span=said.term.span)


def _limited(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the words that set a limit: "the | permitted | speed is 50 mph", "a 50 mph | zone"."""
    own = scene.amount_at(core)
    if own is None or own.dimension not in _LIMITED:
        return
    clause = clause_around(scene, core)
    for start, end in find_markers(clause, scene.language, "scope", "limits"):
        between = scene.words_between(end, core.start)
        is_set = not between or between[-1].lower in _setting(scene.language)
        verbs = (m for m in scene.mentions if end <= m.start < core.start and m.role == "verb")
        others = (q for q in scene.quantities if end <= q.span.start < core.start)
        if end <= core.start and is_set and not any(verbs) and not any(others):
            yield Term(concept="limit", span=scene.sentence.part(start, end))
    after = (word for word in scene.words_after(core.end) if not word.is_mark)
    behind = next(after, None)
    ending = word_set(scene.language, "scope", "limits_behind")
    # not "they searched a 20 mile | zone"
    if own.dimension == "speed" and behind is not None and behind.lower in ending:
        yield Term(concept="limit", span=scene.sentence.part(behind.start, behind.end))


def _planned(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the words that say what was to be spent: "a | budget | of 740 million"."""
    own = scene.amount_at(core)
    if own is None or own.dimension != "money":
        return
    clause = clause_around(scene, core)
    for kind in ("budgets", "planned"):
        for start, end in find_markers(clause, scene.language, "scope", kind):
            between = scene.words_between(end, core.start)
            links = all(word.lower in _setting(scene.language) for word in between)
            is_near = links if kind == "budgets" else len(between) <= _PLANNED
            if end <= core.start and is_near:  # not "the budget rose by | 2 million"
                yield Term(concept="planned", span=scene.sentence.part(start, end))
                return


def _setting(language: str) -> frozenset[str]:
    """Give the words between a limit and how high it is: "is", "of"."""
    return word_set(language, "existence", "copulas") | word_set(language, "counting", "holders")


def _is_trait(scene: Scene, core: Span, thing: Span) -> bool:
    """Tell how large a thing is by what it holds: "an | 18-car | ferry", not "a 30-car convoy"."""
    if thing.start < core.end or scene.sentence.part(core.end, thing.start).text != "-":
        return False
    owned = [m for m in scene.mentions if m.term.span.overlaps(thing)]
    if any(is_kind_of(m.concept, "person") for m in owned):
        return False
    follows = {word.start for word in scene.words_after(thing.end)[:_TRAIT]}
    things = (m.concept for m in scene.mentions if m.start in follows and m.role == "noun")
    return any(map(has_room, things))


def _are_listed(scene: Scene, end: int, core: Span) -> bool:
    """Tell whether words are said of an amount, or of one joined to it: "12 seats and | 2 beds"."""
    between = scene.sentence.part(end, core.start)
    if not between.text.strip():
        return True
    first = next((q.span for q in scene.quantities if q.span.start >= end), core)
    joining = word_set(scene.language, "counting", "joining")
    words = scene.sentence.part(first.end, max(first.end, core.start)).text.lower().split()
    is_next = not scene.sentence.part(end, first.start).text.strip()
    acts = any(m.role == "verb" and m.start >= core.end for m in scene.mentions)
    return is_next and not acts and len(words) == _JOINED and words[-1] in joining


def _is_set_beside(
    scene: Scene, marker: tuple[int, int], core: Span, rivals: Sequence[Span]
) -> bool:
    """Tell whether words of another event or a part are said of an account.

    They are in its clause, or stand before it with no other amount between: "In another attack, six
    died"; but not "One bomb hit a school, another the market".
    """
    start, end = marker
    clause = clause_around(scene, core)
    if clause.start <= start and end <= clause.end:
        return True
    return end <= core.start and not any(end <= rival.start < core.start for rival in rivals)


def _adds(scene: Scene, marker: tuple[int, int], amount: Span) -> bool:
    """Tell whether words only add an amount to others: "another | 38", "three more"."""
    start, end = marker
    if start < amount.end and amount.start < end:
        return True
    return end <= amount.start and not scene.sentence.part(end, amount.start).text.strip()


def _past_years(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the years before the document's own: "the dam burst of 2015" is another event."""
    for quantity in scene.quantities:
        if not _can_be_year(quantity) or not _is_set_in(scene, quantity, core):
            continue
        for year in years_in(quantity):
            if scene.year is None:
                yield Term(concept="other_event", span=quantity.span)
            elif year < scene.year:
                yield Term(concept=f"{YEAR}{year}", span=quantity.span)
        pointed = _pointed_year(scene, quantity)
        if pointed is not None:
            yield Term(concept=f"{YEAR}{pointed}", span=quantity.span)


def _pointed_year(scene: Scene, quantity: Quantity) -> int | None:
    """Give the whole year gone by that a text points to, where its own is known: "last year"."""
    low, high = quantity.interval.low, quantity.interval.high
    if quantity.kind is not QuantityKind.DATE or scene.year is None or not low or not high:
        return None
    if any(map(_is_year, quantity.span.text.split())):
        return None
    first, last = date.fromordinal(int(low)), date.fromordinal(int(high))
    is_whole = first == date(first.year, 1, 1) and last >= date(first.year, 12, 31)
    is_one = is_whole and last <= date(first.year + 1, 1, 1)
    return first.year if is_one and first.year < scene.year else None


def _over_years(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the year that a total runs from: "14 have been killed there | since 2005"."""
    clause = clause_around(scene, core)
    known = word_set(scene.language, "scope", "since_year")
    for word, year in pairwise(scene.words_between(clause.start, clause.end)):
        is_past = _is_year(year.text) and (scene.year is None or int(year.text) < scene.year)
        if word.lower in known and is_past:
            yield Term(concept="running_total", span=scene.sentence.part(word.start, year.end))


def _earlier_events(scene: Scene, core: Span) -> Iterator[Term]:
    """Give the events before this one that an account is of: "had died | in earlier accidents"."""
    clause = clause_around(scene, core)
    led = word_set(scene.language, "scope", "in_events")
    for trait, event in pairwise(scene.mentions_in(clause)):
        ahead = [word.lower for word in scene.words_before(trait.start)[-1:]]
        is_earlier = trait.concept in _EARLIER and is_kind_of(event.concept, "event")
        is_named = is_earlier and event.role in ("noun", "people") and event.start - trait.end == 1
        if is_named and not led.isdisjoint(ahead):
            yield Term(concept="other_event", span=scene.sentence.part(trait.start, event.end))


def _is_set_in(scene: Scene, time: Quantity, core: Span) -> bool:
    """Tell whether an account happened at a time: of its clause, or one that opens the sentence.

    The worst "since 2019" did not happen then; but "since 2019, when 23 died" tells of that year
    what follows, as "the burst of 2015, which killed 19" does.
    """
    if core.start >= time.span.end:
        between = scene.sentence.part(time.span.end, core.start)
        if between.text.lstrip(" ,").lower().startswith(tuple(_then(scene.language))):
            return True
    if None in (time.interval.low, time.interval.high):
        return False
    is_opening = time.span.start - scene.sentence.start <= _OPENING and time.span.end <= core.start
    clause = clause_around(scene, core)
    is_told = clause.covers(time.span) or _is_told_of(scene, time.span, clause)
    has_room_for = any(True for _ in _room(scene, core))  # "built in 1994 and licensed for | 299"
    return is_opening or is_told or (not has_room_for and _goes_on(scene, time.span, clause))


def _goes_on(scene: Scene, time: Span, clause: Span) -> bool:
    """Tell whether a clause shares the subject of one that ends in a time: "in 1978 | and took"."""
    if clause.start < time.end or scene.sentence.part(time.end, clause.start).text.strip(" ,"):
        return False
    link, *rest = [word.lower for word in scene.words_between(clause.start, clause.end)] or [""]
    verbs = {m.start for m in scene.mentions if m.role == "verb"}
    light = word_set(scene.language, "existence", "verbs")
    words = scene.words_between(clause.start, clause.end)
    is_joined = link in word_set(scene.language, "counting", "joining")
    return is_joined and bool(rest) and (words[1].start in verbs or rest[0] in light)


def _is_told_of(scene: Scene, time: Span, clause: Span) -> bool:
    """Tell whether a relative clause follows right after a time: it tells of what happened then."""
    if clause.start < time.end or scene.sentence.part(time.end, clause.start).text.strip(" ,"):
        return False
    opening = clause.text.lower().split(maxsplit=1)[:1]
    return bool(word_set(scene.language, "clauses", "relatives").intersection(opening))


def _then(language: str) -> Iterator[str]:
    """Give the words that go on to tell of a time just named: "when …", "da …"."""
    return (f"{word} " for word in word_set(language, "scope", "then"))


def years_in(quantity: Quantity) -> Iterator[int]:
    """Give the years that an amount names."""
    return (int(word) for word in quantity.span.text.split() if _is_year(word))


def _can_be_year(quantity: Quantity) -> bool:
    """Tell whether a year may stand here: the "2007" of "footage from 2007"."""
    is_bare = quantity.kind is QuantityKind.AMOUNT and quantity.counted is None
    is_plain = is_bare and quantity.unit is None and quantity.span.text.startswith(("19", "20"))
    return is_plain or quantity.kind in (QuantityKind.YEAR, QuantityKind.DATE)


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == _YEAR_DIGITS
