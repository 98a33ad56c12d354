"""Quantity claims: how many of what, and what happened to them."""

from __future__ import annotations

from dataclasses import replace

from ordmot.claims.alike import is_aboard, shares_unit
from ordmot.claims.bare import (
    counts_speakers,
    figure_before,
    figure_of,
    is_said_alone,
    label_before,
    noun_behind,
)
from ordmot.claims.clauses import clause_around
from ordmot.claims.completed import (
    befallen,
    completed_noun,
    is_hyphened,
    is_reckoned,
    neighbours_of,
)
from ordmot.claims.counts import (
    Count,
    all_of,
    as_animals,
    as_children,
    attributed,
    count_of,
    count_of_doers,
    count_of_voters,
    elided,
    everybody,
    labelled,
    measured_alike,
    narrowed,
    of_kind,
    of_people,
    origin_said,
    part_of,
    part_of_fronted,
    rescuer_said,
    state_after,
    taken_up,
    topic_of,
    unmarked,
    whole_kind,
)
from ordmot.claims.events import (
    is_living,
    is_there,
    predicate_of,
    relative_behind,
)
from ordmot.claims.fates import degree_of, fate_of, said_again, shot_said
from ordmot.claims.fitting import (
    among_kind,
    as_heard,
    as_identified,
    as_lasting,
    as_origin,
    is_item,
    is_rival,
    of_same_kind,
)
from ordmot.claims.heads import (
    head_of,
    held_in,
    measured_in,
    phrase_of,
    stands_for_people,
)
from ordmot.claims.parts import (
    home_said,
    is_broken_down,
    is_other_kind,
    is_part_of_sum,
    is_partitive,
    is_plural,
    is_whole,
    kind_said,
    nobody_from,
    points_back,
    tells_youth,
    whole_behind,
)
from ordmot.claims.recalled import (
    ballot_of,
    fronted_whole,
    has_something,
    is_owned,
    tells_how_fast,
    tells_how_long,
    tells_what_is_paid,
    who_did,
)
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_light
from ordmot.claims.terms import Mention
from ordmot.claims.topics import Topic, Topics
from ordmot.claims.words import find_markers, word_set
from ordmot.ledger import Quantity, Term
from ordmot.lexicon import is_kind_of, read_data, related, senses, serving_language
from ordmot.lexicon.frames import (
    degrees,
    framing_events,
    is_of_money,
    is_paying,
    outcomes,
    personal_events,
)

_ALIKE = 0.4
"""Likeness from which two fates may be one: to be killed is to die."""
_OF_THEM = 2
"""Words of "of them" behind a number."""
_AGAINST = 2
"""Words of "against 11" behind a number of votes."""
_FLOOR = "floor"
"""What "five-story" counts."""
_MILLION = 1e6
"""From as much on a bare number may be money where no currency is told."""
_USE = "use"
_MONEY = "money_thing"
_NEAR_SUM = 24
"""Characters at most from the name of a sum to it: «underskuddet | ble på rundt | 12 millioner»."""


def read_count(scene: Scene, quantity: Quantity, topics: Topics) -> Count:
    """Find what a quantity counts; `topics` is what was counted before it.

    "12 people", "20 wounded"; "the death toll stood at 40"; "55 others injured, five of them
    critically"; "first there were eleven hurt, then 17"; "the police say 43". The badly hurt are
    no mere part of the hurt.
    """
    before = topics.current
    count = as_heard(scene, as_animals(_read_count(scene, quantity, topics), before), before)
    count = among_kind(scene, of_same_kind(scene, count, before), before)
    if before is not None and is_item(scene, count, before):
        count = narrowed(count, before)
    if is_part_of_sum(scene, count.quantity):
        count = narrowed(count)
    origin = origin_said(scene, count)
    for narrowing in (origin, rescuer_said(scene, count)):
        if narrowing is not None:  # and no longer what those counted before were narrowed to
            told = tuple(t for t in count.restrictors if not is_rival(t, narrowing))
            count = replace(count, restrictors=(*told, narrowing))
    if origin is not None:
        count = as_origin(scene, count, origin)
    if tells_youth(scene, quantity):
        count = as_children(count)
    home = nobody_from(scene, quantity)
    if home is not None:
        count = replace(count, restrictors=(*count.restrictors, home))
    shot = shot_said(scene, quantity, count.predicate)
    if shot is not None and (count.counted is None or is_living(count.counted.concept)):
        count = unmarked(replace(count, predicate=shot))
    count = as_identified(scene, count)
    has_degree = any(term.concept in degrees() for term in count.restrictors)
    return as_lasting(unmarked(count) if has_degree else count)


def _read_count(scene: Scene, quantity: Quantity, topics: Topics) -> Count:
    """Find what a quantity counts, a part marked as one."""
    joined = _joined_noun(scene, quantity)
    if joined is not None:
        return attributed(scene, quantity, joined)
    ballot = ballot_of(scene, quantity)
    if ballot is not None:
        return count_of_voters(scene, quantity, ballot)
    is_of_nothing = quantity.counted is None and quantity.dimension == "count"
    total = topics.sum_before(quantity) if is_of_nothing else None
    if is_of_nothing and total is None:
        total = _sum_elsewhere(scene, quantity, topics)
    if total is not None and _is_of_fate(scene, quantity):
        total = None
    priced = _as_price(scene, quantity) if is_of_nothing and total is None else None
    if priced is not None:
        return count_of(scene, priced, None, ())
    if total is not None:
        return measured_alike(scene, quantity, total, topics)
    whole_said = whole_behind(scene, quantity) if quantity.counted is None else None
    whole_said = whole_said or _set_against(scene, quantity)
    phrase = phrase_of(scene, whole_said or quantity)
    head = held_in(scene, quantity, phrase) or head_of(phrase)
    if head is not None and head.role == "verb" and head.concept in framing_events():
        phrase, head = (), None  # "62 million used", "600 expected": the word counts nobody
    if quantity.interval.high == 0 and head is not None and head.concept in framing_events():
        reported = _reported(scene, head)
        if reported is not None:
            return count_of(scene, quantity, reported, (reported,))
    listed = _listed(scene, quantity, head, topics)
    if listed is not None:
        return listed
    state = _read_state(scene, quantity, head, topics.current)
    if state is not None:
        return state
    is_driven = is_of_nothing and tells_how_fast(scene, quantity)
    speed = topics.measure_like(quantity, "speed") if is_driven else None
    if speed is not None:
        return measured_alike(scene, quantity, speed, topics)
    if quantity.dimension == "count" and (head is None or head.role not in ("noun", "people")):
        bare = _read_bare(scene, quantity, topics)
        if bare is not None:
            return bare
    if head is not None and is_partitive(scene, quantity):
        return _read_partitive(scene, quantity, head, phrase, _taken_from(scene, quantity, topics))
    asked = _asked_share(scene, quantity, head, topics.current)
    if asked is not None:
        return replace(count_of(scene, quantity, None, ()), counted=asked)
    if head is not None or quantity.dimension != "count":
        count = count_of(scene, quantity, head, phrase)
        measured = measured_in(scene, quantity) if head is None else None
        return count if measured is None else replace(count, counted=measured.term)
    part = _read_part(scene, quantity, _taken_from(scene, quantity, topics))
    if part is not None:
        return part
    taken = _read_as_before(scene, quantity, topics)
    return _read_by_context(scene, quantity, topics) if taken is None else taken


def _set_against(scene: Scene, quantity: Quantity) -> Quantity | None:
    """Find the number before whose noun another stands that it goes against: "14 | against 11".

    The noun is said once: "by 14 against 11 votes", «med 14 mot 11 stemmer».
    """
    behind = scene.words_after(quantity.span.end)[:2]
    known = word_set(scene.language, "counting", "versus")
    if quantity.counted is not None or len(behind) < _AGAINST:
        return None
    others = (q for q in scene.quantities if q.span.start == behind[1].start)
    rival = next((q for q in others if q.dimension == "count" and q.counted is not None), None)
    return rival if quantity.dimension == "count" and behind[0].lower in known else None


def _taken_from(scene: Scene, quantity: Quantity, topics: Topics) -> Topic | None:
    """Give what a number is taken from: "two of the | seven" are of the seven who were counted."""
    behind = (q for q in scene.quantities if q.span.start >= quantity.span.end)
    whole = next((q for q in behind if is_whole(scene, q)), None)
    past = None if whole is None else topics.of_size(whole)
    return topics.current if past is None else past


def _asked_share(
    scene: Scene, quantity: Quantity, head: Mention | None, before: Topic | None
) -> Term | None:
    """Give of whom a bare share is: "of 1,012 | islanders | asked, 38 percent were opposed"."""
    is_bare = head is None or head.role == "verb"
    if quantity.dimension != "share" or not is_bare or before is None or before.counted is None:
        return None
    is_of_people = is_kind_of(before.counted.concept, "person")
    return before.counted if is_of_people and scene.sentence.covers(before.counted.span) else None


def _sum_elsewhere(scene: Scene, quantity: Quantity, topics: Topics) -> Quantity | None:
    """Find the sum whose currency millions are in, unless more than money can be meant.

    Two million may have fled, where the damage is told in dollars later.
    """
    total = topics.sum_elsewhere(quantity)
    event = None if total is None else predicate_of(scene, quantity, None)
    return total if event is None or is_of_money(event.concept) else None


def _is_of_fate(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a bare number is of those whom something befell: "three million | have fled"."""
    return befallen(scene, quantity) is not None


def _as_price(scene: Scene, quantity: Quantity) -> Quantity | None:
    """Read millions as money of the country where no currency is told: «vil koste | 12 milliarder».

    So it is where they are paid or are the price of something, «skader | for millioner»; not where
    people may be meant, «mat for to millioner i nord».
    """
    money = read_data(serving_language(scene.language), "money")
    currency = money["home"].get(scene.language)
    if currency is None or (quantity.interval.low or 0) < _MILLION:
        return None
    before = [word.lower for word in scene.words_before(quantity.span.start)[-1:]]
    behind = [word.lower for word in scene.words_after(quantity.span.end)[:1]]
    priced = money["priced"]
    clause = clause_around(scene, quantity.span)
    ahead = scene.sentence.part(clause.start, max(clause.start, quantity.span.start))
    verbs = [m.concept for m in scene.mentions_in(ahead) if m.role == "verb"][-1:]
    nouns = [m for m in scene.mentions_in(ahead) if m.role == "noun"][-1:]
    sums = [m for m in nouns if is_kind_of(m.concept, _MONEY) or is_paying(m.concept)]
    is_sum = any(quantity.span.start - m.end <= _NEAR_SUM for m in sums)
    is_spent = verbs == [_USE] and any(word in priced["spent_on"] for word in behind)
    is_price = any(word in priced["words"] for word in before)
    is_price = is_price and not any(word in priced["not_before"] for word in behind)
    if not (is_sum or is_spent or is_price or any(map(is_paying, verbs))):
        return None
    reason = f"{quantity.reason}, what is paid, in the money of the country"
    return replace(quantity, dimension="money", unit=currency, reason=reason)


def _read_state(
    scene: Scene, quantity: Quantity, head: Mention | None, before: Topic | None
) -> Count | None:
    """Read a number behind which stands only how the counted are: "seven dead, four | alive"."""
    is_bare = quantity.dimension == "count" and (head is None or head.role == "word")
    state = state_after(scene, quantity) if is_bare else None
    is_adjective = head is not None and head.role == "adjective"  # "55 wounded, 15 | critically"
    if before is not None and (state is not None or is_adjective):
        count = elided(scene, quantity, before)
        return count if head is None else _as_others(scene, count, head, before)
    if state is None:
        return None
    return of_people(replace(count_of(scene, quantity, None, ()), predicate=state), scene.language)


def _as_others(scene: Scene, count: Count, head: Mention, before: Topic) -> Count:
    """Count people where others are joined to those of a kind: "32 troops and 137 | others"."""
    kind, ahead = before.counted, scene.words_before(count.quantity.span.start)[-1:]
    others = word_set(scene.language, "counting", "others")
    if kind is None or head.term.span.text.lower() not in others or not ahead:
        return count
    is_joined = ahead[0].lower in word_set(scene.language, "counting", "joining")
    is_beside = is_joined and ahead[0].start - kind.span.end == 1
    if not is_beside or not is_kind_of(kind.concept, "person"):
        return count
    return replace(count, counted=Term(concept="person", span=head.term.span), restrictors=())


def _read_partitive(
    scene: Scene,
    quantity: Quantity,
    head: Mention,
    phrase: tuple[Mention, ...],
    before: Topic | None,
) -> Count:
    """Read a number of some whole whose noun follows: "eleven of the | passengers were hurt"."""
    whole = count_of(scene, quantity, head, phrase)
    if whole.predicate is None and head.concept == "victim" and before is not None:
        whole = replace(whole, predicate=before.predicate)  # what befell them was said before
    kind = kind_said(scene, quantity)
    if kind is not None:
        is_known = before is not None and _is_of_them(scene, quantity)
        fate = before.predicate if before is not None and is_known else whole.predicate
        return of_kind(scene, quantity, kind, fate)
    fate = state_after(scene, quantity, head)
    fate = fate or fate_of(scene, quantity, head.end, whole.predicate)
    hurt = said_again(scene, quantity, head) if fate is None else fate
    numbered = any(quantity.span.end < q.span.start < head.start for q in scene.quantities)
    if fate is not None:
        part = replace(whole, predicate=fate)
    elif _is_done_by(scene, head, whole.predicate):
        part = whole  # "only a few of the movement's | members escaped"
    elif quantity.dimension == "share" or (numbered and not is_living(head.concept)):
        part = whole  # every share is of a whole; "three of the eight floors burned"
    else:
        part = narrowed(whole)
    degree = degree_of(scene, hurt, part.restrictors, quantity.span.start)
    return replace(part, restrictors=(*part.restrictors, *degree))


def _is_done_by(scene: Scene, head: Mention, event: Term | None) -> bool:
    """Tell whether a clause says of some of a set what happened: "a few of the | members escaped".

    As many are counted as it happened to. Where more is said of them, it only tells which are
    meant: "two of the men | arrested had foreign passports".
    """
    if event is None or head.predicate is not None or event.span.start < head.end:
        return False
    clause = clause_around(scene, event.span)
    between = scene.words_between(head.end, event.span.start)
    behind = scene.words_between(event.span.end, clause.end)
    verbs = {m.start for m in scene.mentions_in(clause) if m.role == "verb"}
    goes_on = any(w.start in verbs or is_light(w.text, scene.language) for w in behind)
    is_said = all(is_light(word.text, scene.language) for word in between)
    return is_said and (bool(between) or not goes_on)


def _is_of_them(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a pronoun names the whole: "two of | them | were Danes"."""
    after = [word.lower for word in scene.words_after(quantity.span.end)][1:_OF_THEM]
    return not word_set(scene.language, "clauses", "objects").isdisjoint(after)


def _read_part(scene: Scene, quantity: Quantity, before: Topic | None) -> Count | None:
    """Read a number of a whole named before it: "Of the trucks, | 17 came", "five of them"."""
    fronted = fronted_whole(scene, quantity)
    if fronted is not None and not _is_counted_already(fronted, before):
        return part_of_fronted(scene, quantity, fronted)
    if not points_back(scene, quantity):
        return None
    if relative_behind(scene, quantity) is not None:
        count = everybody(scene, quantity)  # "two of those | who were hurt | died"
        kind = kind_said(scene, quantity)  # "two of those | who died | were soldiers"
        is_kind = kind is not None and is_kind_of(kind.concept, "person")
        return of_kind(scene, quantity, kind, count.predicate) if kind and is_kind else count
    named = _named_before(scene, quantity, before)
    if named is None:
        return everybody(scene, quantity)
    return (all_of if is_there(scene, quantity) else part_of)(scene, quantity, named)


def _are_pointed_at(scene: Scene, quantity: Quantity) -> bool:
    """Tell "the three | who are still missing" from a measure: a relative tells which they are."""
    before = [word.lower for word in scene.words_before(quantity.span.start)][-1:]
    is_definite = not word_set(scene.language, "counting", "definite").isdisjoint(before)
    return is_definite and relative_behind(scene, quantity) is not None


def _is_all(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is of all that there are, and no measure: "all | 14", «alle de 14»."""
    before = [word.lower for word in scene.words_before(quantity.span.start)]
    if before and before[-1] in word_set(scene.language, "counting", "definite"):
        before.pop()
    return before[-1:] != [] and before[-1] in word_set(scene.language, "counting", "all_of")


def _read_as_before(scene: Scene, quantity: Quantity, topics: Topics) -> Count | None:
    """Read a bare number in the unit of a measure before it, or as somebody's own figure."""
    paid = topics.measure_like(quantity, "money") if tells_what_is_paid(scene, quantity) else None
    if paid is not None:
        return measured_alike(scene, quantity, paid, topics)
    if is_owned(scene, quantity):
        owned = topics.recall(quantity)
        if owned is not None:
            return taken_up(scene, quantity, owned)
    counts_people = _is_of_people(scene, quantity)
    time = topics.lasting if tells_how_long(scene, quantity) else None
    if time is not None and not counts_people:
        return measured_alike(scene, quantity, time, topics)
    measured = None if counts_people else topics.measured(quantity)
    if measured is not None and shares_unit(scene, quantity, measured):
        return measured_alike(scene, quantity, measured, topics)
    return None


def _is_of_people(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a bare number counts people: "four | had received", "puts the dead at | 46"."""
    if befallen(scene, quantity) is not None or has_something(scene, quantity):
        return True
    if _are_pointed_at(scene, quantity) or _is_all(scene, quantity):
        return True
    completed = completed_noun(scene, quantity)
    return completed is not None and completed.role == "people"


def _joined_noun(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find the noun that a hyphen joins to the count: "a 200-student | school"."""
    noun = quantity.counted
    if noun is None or quantity.dimension != "count":
        return None
    if not is_hyphened(scene, quantity, noun):
        return None
    if noun.text.lower() in word_set(scene.language, "counting", "storeys"):
        return Mention(term=Term(concept=_FLOOR, span=noun), role="noun")
    found = next((m for m in scene.mentions if m.term.span.covers(noun)), None)
    nouns = (s.concept for s in senses(noun.text, scene.language) if s.role == "noun")
    concept = next(nouns, None)
    if found is not None or concept is None:
        return found
    return Mention(term=Term(concept=concept, span=noun), role="noun")


def _read_bare(scene: Scene, quantity: Quantity, topics: Topics) -> Count | None:
    """Read a number whose label, pronoun or name for a figure stands in for the counted noun."""
    behind = noun_behind(scene, quantity)
    noun = head_of(behind)
    if noun is not None and noun.role in ("noun", "people"):
        return labelled(scene, quantity, noun, behind)
    label = label_before(scene, quantity)
    head = head_of(label)
    if head is not None:
        return labelled(scene, quantity, head, label)
    if counts_speakers(scene, quantity):
        return everybody(scene, quantity)
    figure = figure_before(scene, quantity)
    if figure is None:
        return None
    told = figure_of(scene, figure, quantity)
    deed = who_did(scene, figure, quantity)
    if deed is not None:
        return count_of_doers(scene, quantity, deed, topics)
    if told:
        head = next(m for m in reversed(told) if m.role != "verb")
        return labelled(scene, quantity, head, told)
    past = topics.recall(quantity)
    return None if past is None else taken_up(scene, quantity, past)


def _read_by_context(scene: Scene, quantity: Quantity, topics: Topics) -> Count:
    """Read a number without a noun of its own by what happens to it, or by what came before."""
    is_all = is_whole(scene, quantity)
    participle = None if is_all else befallen(scene, quantity)
    if participle is not None:
        count, told = count_of(scene, quantity, participle, ()), topics.current
        event = None if told is None or told.predicate is None else told.predicate.concept
        is_same = count.predicate is not None and count.predicate.concept == event
        is_part = is_same and is_broken_down(scene, quantity)  # "340 were killed. Of these, | 214"
        return narrowed(count) if is_part else count
    before = _taken_from(scene, quantity, topics)
    kind = None if is_all else kind_said(scene, quantity)  # "23 of the | 97"
    if kind is not None and before is not None and _is_of_other_kind(kind, before.whole or before):
        return of_kind(scene, quantity, kind, before.predicate, before.whole or before)
    completed = completed_noun(scene, quantity)
    if completed is not None:
        return count_of(scene, quantity, completed, neighbours_of(scene, completed))
    if counts_people(scene, quantity) or is_aboard(scene, quantity):
        return everybody(scene, quantity)
    part = None if before is None else _read_home(scene, quantity, before.whole or before)
    if part is not None:
        return part
    if is_said_alone(scene, quantity):
        past, measure = topics.recall(quantity), topics.recall_measure(quantity)
        if past is not None and (_is_known(past) or measure is None):
            return taken_up(scene, quantity, past)
        if measure is not None:
            return measured_alike(scene, quantity, measure, topics)
        if not _is_known(topics.current):
            return count_of(scene, quantity, None, ())
    is_guess = is_reckoned(scene, quantity)  # who reckons arrives nowhere
    own = None if is_guess else predicate_of(scene, quantity, None)
    if is_all:
        return _whole_again(scene, quantity, topics, own)
    before = topics.taken_up_by(quantity) if own is None else topics.current
    if before is not None:
        count = elided(scene, quantity, before)
        count = replace(count, predicate=before.predicate) if is_guess else count
        is_new = own is not None and _is_new_fate(own, before)
        return narrowed(count) if is_broken_down(scene, quantity) and not is_new else count
    return of_people(count_of(scene, quantity, None, ()), scene.language)


def _whole_again(scene: Scene, quantity: Quantity, topics: Topics, own: Term | None) -> Count:
    """Read the number of a whole as of what was counted so before: "of the | 16, four died".

    Of another figure nothing is known but of what kind they are.
    """
    past = topics.of_size(quantity)
    if past is not None and own is None:
        return taken_up(scene, quantity, past)
    before = topics.current
    if before is None:
        return of_people(count_of(scene, quantity, None, ()), scene.language)
    return replace(elided(scene, quantity, before.whole or before), predicate=own)


def _is_new_fate(event: Term, before: Topic) -> bool:
    """Tell whether another fate is told of a number: "of these, 12 are dead | and nine missing".

    "Of those killed, 20 | were shot" says how they died; of hostages "17 | were freed" is new.
    """
    known = None if before.predicate is None else before.predicate.concept
    is_same = known is not None and related(event.concept, known) >= _ALIKE
    is_hurt = known is None or is_kind_of(known, "casualty")
    fates = personal_events() if is_hurt else personal_events() | outcomes()
    return event.concept in fates and not is_same


def _is_of_other_kind(kind: Mention, before: Topic) -> bool:
    """Tell whether some of those counted are said to be of a kind: unknown words are, mostly."""
    return kind.role == "word" or is_other_kind(kind, whole_kind(before))


def _read_home(scene: Scene, quantity: Quantity, before: Topic) -> Count | None:
    """Read a smaller number behind which stands whence those are: "21 hands, 14 | from Lusanda"."""
    home = home_said(scene, quantity)
    most = quantity.interval.high
    if home is None or before.size is None or most is None or most >= before.size:
        return None
    count = narrowed(elided(scene, quantity, before), before)
    return replace(count, restrictors=(*count.restrictors, home.term))


def _is_known(topic: Topic | None) -> bool:
    """Tell whether what is counted hereabouts is a kind that the lexicon knows."""
    return topic is not None and topic.counted is not None and topic.counted.concept[0] != "~"


def _listed(scene: Scene, quantity: Quantity, head: Mention | None, topics: Topics) -> Count | None:
    """Read names as those whom the text has counted: "13 are missing, the list has 15 | names".

    None where it has counted nobody so.
    """
    if head is None or not stands_for_people(head, quantity, scene.language):
        return None
    past = topics.recall(quantity)
    is_of_people = past is not None and is_kind_of(whole_kind(past), "person")
    return taken_up(scene, quantity, past) if past is not None and is_of_people else None


def _reported(scene: Scene, report: Mention) -> Mention | None:
    """Find the people of whom there is no report: "no immediate reports of any casualties"."""
    clause = clause_around(scene, report.term.span)
    after = [m for m in scene.mentions if m.start >= report.end and m.end <= clause.end]
    return next((m for m in after if m.role == "people"), None)


def _named_before(scene: Scene, quantity: Quantity, before: Topic | None) -> Topic | None:
    """Find what "of them" takes up: the count before it in the sentence, else its last noun."""
    if before is not None and before.clause.covers(quantity.span):
        return before
    ahead = [m for m in scene.mentions if m.end <= quantity.span.start]
    nouns = [m for m in ahead if m.role in ("noun", "people", "word")]
    nouns = [m for m in nouns if not scene.is_source(m.term.span) and is_plural(scene, m)]
    if nouns and _are_persons(scene, quantity) and not is_living(nouns[-1].concept):
        return before  # "treated for wounds, 17 | of whom | were operated on"
    is_object = bool(ahead) and ahead[-1].role == "verb" and quantity.span.start - ahead[-1].end < 2
    if not nouns or is_object:
        return before  # "The guards shot six of them": not of the guards
    is_same = before is not None and before.counted == nouns[-1].term
    if is_same and kind_said(scene, quantity) is not None:
        return before  # "Nine guests were hurt as it fell, and two | of them | are Danes"
    whole = count_of(scene, quantity, nouns[-1], neighbours_of(scene, nouns[-1]))
    fate = fate_of(scene, quantity, quantity.span.end, None)
    if fate is not None and fate == whole.predicate:
        whole = replace(whole, predicate=None)  # "300 employees, nine of them | are missing"
    return topic_of(whole)


def _are_persons(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a pronoun takes up people: "17 of | whom |"."""
    after = [word.lower for word in scene.words_after(quantity.span.end)][1:_OF_THEM]
    return not word_set(scene.language, "counting", "personal").isdisjoint(after)


def _is_counted_already(noun: Mention, before: Topic | None) -> bool:
    """Tell whether people are named of whom the text has just counted some.

    "It treated 74 wounded. Of the | dead, six" are others: something else befell them.
    """
    told = None if before is None or before.predicate is None else before.predicate.concept
    if noun.predicate is not None and told is not None and related(noun.predicate, told) < _ALIKE:
        return False
    return before is not None and all(
        is_kind_of(kind, "person") for kind in (noun.concept, whole_kind(before))
    )


def counts_people(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the amount is a pronoun for people: "nobody", "ingen"."""
    if quantity.interval.high != 0 and quantity.dimension == "count":
        return False
    return next(find_markers(quantity.span, scene.language, "counting", "people"), None) is not None
