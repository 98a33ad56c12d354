"""What happens to the counted: the event that stands nearest to it, and none of another time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ordmot.claims.clauses import leads_to_state
from ordmot.claims.custody import HELD, holds_people
from ordmot.claims.fates import leads_to_care, taken_to_care
from ordmot.claims.parts import is_whole, says_where, whole_behind
from ordmot.claims.placing import end_of
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_light
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word, find_markers, has_marker, word_set
from ordmot.ledger import Quantity, QuantityKind, Term
from ordmot.lexicon import is_kind_of, senses
from ordmot.lexicon.frames import (
    are_dwellers,
    framing_events,
    houses_of_care,
    is_site,
    is_testimony,
    notice,
    occupations,
    outcomes,
    passing_events,
    personal_events,
    pledges,
    verdicts,
)

_FREED = "release"
"""What may befall detainees: "freed | 120 detainees"."""
_DWELL = "live"
"""What dwellers do: "a village of | 900 people"."""
_FAR = 18
"""Words (borders counted extra) beyond which an event says nothing about an amount."""
_RECORD = 9
"""Words before the years of a record among which it stands: "the | worst | rail accident in"."""
_CLOSE = 3
"""Words within which a verb tells more than what the counted do ("arrested 23 protesters")."""
_ASIDE = 6
"""What an event in a description of the counted costs beside one that is said of it."""
_STOPS = frozenset(",;:–—")
_ASIDES = frozenset(",–—-")
_QUOTES = frozenset("\"“”«»‘’'")
"""Marks that part nothing: 64 "troublemakers" were | detained."""
_MORTAL = ("die", "kill", "arrest", "detain", "treat", "demonstrate", "protest")
"""What befalls nobody but the living."""
_EMPTY = ("idea", "railway")
"""What holds nobody: "on the basis of 220", "the tracks of eight vehicles"."""
_TOLLS = ("toll", "dødstall", "dødstallet", "dødstal", "dødstalet")
_RISING = ("increase", "decrease", "arrive", "stand_event", "hit", "cross", "pass_by", "exceed")
"""What a toll does before its number: it rose to, reached, stood at."""
_DIE = "die"
_FIGHTING = ("fighter", "service_member", "attacker")
"""Who fall in a battle, and are eliminated."""
_BATTLES = ("fight", "war", "attack")
_FALLEN = 4
"""Words behind "fell" in which a battle or a place tells that it was in a fight."""
_ASIDE_MARKS = 2
"""Commas that close what is said aside of a toll."""
_SIZING = (*_RISING, "estimate", "put", "fall_down")
"""What is done to a number, and befalls nobody."""
_OUTCOME = 2
"""Words behind a verb in which stands what came of it: "brought in | dead"."""
_BROKEN = ("break_event", "wound")
"""What befalls who only falls: "fell and | broke their legs"."""
_ABOARD = "aboard"
_PRESENT = "presence"
"""What is said of those who were in or on something at the time: "14 were | on the bridge"."""
_NEARBY = 7
"""Words within which it is said that the counted are on board: "were thought to be | on board"."""
_CLEFT = 2
"""Words of "it was" before a number."""
_THERE = 4
"""Words in which "there were only" stands before a number."""
_STAY = "stay"
_HOLDING = ("hospital", "prison", "court", "building")
"""Where one is for a reason: who remains there is treated or held."""
_ARTICLE = 2
"""Words between "in" and the place: "in | the old | town"."""
_TREAT = "treat"
_DEMONSTRATE = "demonstrate"
_LIVING = ("person", "group", "animal")
"""Kinds that can be wounded; things are damaged."""


_NOTICED = 4
"""Words from a notice to what it is of: "reports | of a large | fire"."""


def predicate_of(scene: Scene, quantity: Quantity, head: Mention | None) -> Term | None:
    """Find what happens to the counted: in the noun itself ("døde"), else the nearest event."""
    if is_record(scene, quantity):
        return None
    heard = _heard(scene, quantity, head)
    if heard is not None:
        return heard.term
    owned = _owned(scene, head)
    if owned is not None:
        return owned
    own = None if head is None or head.predicate is None else head.predicate
    if own is not None and head is not None and own not in occupations():
        other = None if is_whole(scene, quantity) else _beside(scene, quantity, head)
        return other or Term(concept=own, span=head.term.span)
    may_be_hurt = head is None or head.role == "verb" or is_living(head.concept)
    carried = taken_to_care(scene, quantity) if may_be_hurt else None
    if carried is not None:
        return _as_bodies(scene, carried) or carried
    if head is not None and head.role == "verb":
        return head.term
    events = [m for m in scene.mentions if m is not head and _is_event(scene, m, quantity)]
    is_thing = head is not None and head.role != "adjective"  # "nine others | were arrested"
    if head is not None and is_thing and not _may_live(head.concept):
        events = [m for m in events if (m.predicate or m.concept) not in _MORTAL]
    if head is not None and is_kind_of(head.concept, "place") and says_where(scene, quantity):
        events = [m for m in events if not is_fate(m)]  # "trapped in two areas"
    events = _without_qualities(scene, quantity, head, events)
    is_other = head is not None and not are_dwellers(head.concept) and quantity.counted is not None
    dwellers = None if is_other else _dwellers(scene, quantity)
    if dwellers is not None:
        return dwellers
    toll = _toll(scene, quantity)
    if toll is not None and (head is None or _may_live(head.concept)):
        return toll
    nearest = min(events, key=lambda event: _distance(scene, quantity, event), default=None)
    nearest = _notice_of(scene, quantity, nearest) or nearest
    is_all = is_whole(scene, quantity)
    aboard = _aboard(scene, quantity, None if is_all else nearest) if own is None else None
    described = _described(scene, quantity, is_all)
    if is_all or aboard is not None:
        return aboard or described or _befell_whole(scene, quantity, head)
    if described is not None and (nearest is None or not is_fate(nearest)):
        return described
    holder = _holder(scene, quantity)
    if holder is not None:
        is_home = is_kind_of(holder.concept, "settlement") or holder.concept == "island"
        is_home = is_home and (head is None or are_dwellers(head.concept))
        return replace(holder.term, concept=_DWELL) if is_home else holder.term
    if nearest is None and head is not None and _are_had(scene, quantity, head):
        return Term(concept=_DWELL, span=head.term.span)
    received = _received(scene, quantity) if own is None else None
    if received is not None:
        return received
    pledge = _pledge(scene, quantity)
    if pledge is not None:
        return pledge
    far = _FAR if own is None else _CLOSE
    if nearest is None or _distance(scene, quantity, nearest) > far:
        return Term(concept=own, span=head.term.span) if own is not None and head else None
    nearest = _outcome(scene, nearest)
    concept = nearest.predicate or nearest.concept
    if may_be_hurt and holds_people(scene, nearest, quantity, head):
        concept = HELD
    if head is not None and _is_end_of(scene, nearest, head):
        concept = _DIE
    if quantity.dimension == "count" and (head is None or is_living(head.concept)):
        is_care = concept == _TREAT or leads_to_care(scene, nearest)
        bodies = _as_bodies(scene, nearest.term) if is_care else None
        if bodies is not None:
            return bodies
        concept = _TREAT if is_care else concept
    return Term(concept=_befalling(concept, quantity, head), span=nearest.term.span)


def _as_bodies(scene: Scene, carried: Term) -> Term | None:
    """Give that those are dead whose bodies are brought in: "the bodies of 12 men | were brought".

    Not where something else is said of the bodies: "two bodies were found, five men brought in".
    """
    bodies = word_set(scene.language, "counting", "bodies")
    ahead = [m for m in scene.mentions if m.end <= carried.span.start]
    named = [m for m in ahead if m.term.span.text.lower() in bodies]
    if not named or any(m.role == "verb" and m.start >= named[-1].end for m in ahead):
        return None
    return Term(concept=_DIE, span=named[-1].term.span)


def _notice_of(scene: Scene, quantity: Quantity, event: Mention | None) -> Mention | None:
    """Find the notice whose time is told, and not the event's: «fikk | melding | om brannen kl. 9».

    "Had reports of a fire at 9.40" tells when the reports came.
    """
    if event is None or quantity.kind is not QuantityKind.TIME_OF_DAY or event.role != "noun":
        return None
    links = word_set(scene.language, "clauses", "notice_links")
    told = framing_events() | notice()
    for mention in reversed([m for m in scene.mentions if m.end < event.start]):
        between = [w.lower for w in scene.words_between(mention.end, event.start)]
        is_linked = between[:1] != [] and between[0] in links and len(between) <= _NOTICED
        if mention.role != "name" and mention.concept in told and is_linked:
            return mention
    return None


def is_record(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a time only says since when none was so: "the biggest strike | in 30 years"."""
    if quantity.dimension != "duration":
        return False
    before = [word.lower for word in scene.words_before(quantity.span.start)]
    if before[-1:] and before[-1] in word_set(scene.language, "counting", "definite"):
        before.pop()  # "in | the | last 20 years"
    links = word_set(scene.language, "counting", "record_links")
    superlatives = word_set(scene.language, "counting", "superlatives")
    within = quantity.span.text.lower().split()[0] in links  # «på over tretti år»
    near = before[-_RECORD:] if within else before[-_RECORD:-1]
    is_linked = within or (bool(before) and before[-1] in links)
    return is_linked and not superlatives.isdisjoint(near)


def _without_qualities(
    scene: Scene, quantity: Quantity, head: Mention | None, events: list[Mention]
) -> list[Mention]:
    """Leave away what only says which things are meant: "3,400 | escaped | salmon were delivered".

    What became of people tells most wherever it stands, and so it does where nothing else happens.
    """
    if head is None:
        return events
    before = [m for m in events if quantity.span.end <= m.start and m.end <= head.start]
    before = [m for m in before if (m.predicate or m.concept) not in personal_events()]
    ahead = [m for m in events if m not in before and m.role == "verb"]
    is_told = any(_distance(scene, quantity, m) <= _NEARBY for m in ahead)
    return [m for m in events if m not in before] if is_told else events


def _described(scene: Scene, quantity: Quantity, is_all: bool) -> Term | None:
    """Find the event that tells which ones are meant: "the 18 | who are missing | were named"."""
    opener = relative_behind(scene, quantity)
    before = scene.words_before(quantity.span.start)[-1:]
    definite = word_set(scene.language, "counting", "definite")
    is_known = is_all or any(w.lower in definite for w in before)
    if opener is None or not (is_known or _is_cleft(scene, quantity)):
        return None
    reach = [word.start for word in scene.words_after(opener.end)][:_THERE]
    near = (m for m in scene.mentions if m.start in reach and _is_event(scene, m, quantity))
    event = next(near, None)
    if event is None:
        return None
    return Term(concept=event.predicate or event.concept, span=event.term.span)


def _is_cleft(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a sentence only presents a number: "it was | 62 who", «var det | 62 som»."""
    near = [w.lower for w in scene.words_before(quantity.span.start)][-_CLEFT:]
    presenting = word_set(scene.language, "counting", "presenting")
    being = word_set(scene.language, "counting", "being")
    return len(near) == _CLEFT and not presenting.isdisjoint(near) and not being.isdisjoint(near)


def is_fate(event: Mention) -> bool:
    """Tell whether an event is what became of people: those who were trapped | were rescued."""
    return (event.predicate or event.concept) in personal_events() | outcomes()


def relative_behind(scene: Scene, quantity: Quantity) -> Word | None:
    """Find the pronoun right behind the counted that opens a clause about it: "40 people | who"."""
    counted = whole_behind(scene, quantity) or quantity  # "58 of the | 89 men | who"
    end = end_of(counted)
    behind = scene.word_after(end)
    relatives = word_set(scene.language, "clauses", "relatives")
    return behind if behind is not None and behind.lower in relatives else None


def _heard(scene: Scene, quantity: Quantity, head: Mention | None) -> Mention | None:
    """Find that people are only heard: "the statements of | 31 survivors" are not of all.

    What befell them beside tells more: "interviewed | 12 people hurt in the crash".
    """
    if quantity.dimension != "count" or head is None or not is_living(head.concept):
        return None
    before = [m for m in scene.mentions if m.end <= quantity.span.start][-1:]
    if not before or not is_testimony(before[0].concept, before[0].role):
        return None
    links = word_set(scene.language, "counting", "testimony_links")
    between = scene.words_between(before[0].end, quantity.span.start)
    behind = (m for m in scene.mentions if m.start >= head.end)
    is_befallen = any((m.predicate or m.concept) in personal_events() for m in behind)
    is_linked = all(word.lower in links for word in between)
    return before[0] if is_linked and not is_befallen else None


def _received(scene: Scene, quantity: Quantity) -> Term | None:
    """Find what people got, where a noun names it: "58 people received hospital | treatment"."""
    if quantity.dimension != "count":
        return None
    after = scene.words_after(end_of(quantity))
    receiving = word_set(scene.language, "counting", "receiving")
    at = next((i for i, w in enumerate(after[:_CLOSE]) if w.lower in receiving), None)
    if at is None:
        return None
    behind = [word.start for word in after[at + 1 : at + 1 + _CLOSE] if not word.is_mark]
    negations = word_set(scene.language, "negation", "words")
    if any(word.lower in negations for word in after[: at + 1 + _CLOSE]):
        return None  # "12 got | no | compensation"
    nouns = (m for m in scene.mentions if m.start in behind and m.role in ("noun", "people"))
    kinds = ((m.predicate or m.concept, m.term.span) for m in nouns)
    events = (Term(concept=concept, span=span) for concept, span in kinds if _befalls(concept))
    return next(events, None)


def _pledge(scene: Scene, quantity: Quantity) -> Term | None:
    """Find the word by which money is promised or demanded: "were each | promised | $200"."""
    if quantity.dimension != "money":
        return None
    before = [m for m in scene.mentions if m.end <= quantity.span.start and m.role != "word"]
    pledge = next((m for m in reversed(before) if m.concept in pledges()), None)
    if pledge is None:
        return None
    between = scene.words_between(pledge.end, quantity.span.start)
    is_near = len(between) <= _NEARBY and not any(word.is_mark for word in between)
    verbs = (m for m in before if m.start > pledge.start and m.role == "verb")
    return pledge.term if is_near and next(verbs, None) is None else None


def _befalls(concept: str) -> bool:
    """Tell whether a concept is something that happens to somebody, and no mere talk."""
    return is_kind_of(concept, "event") and concept not in framing_events()


def _outcome(scene: Scene, event: Mention) -> Mention:
    """Give the state that a verb only leads to: "brought in | dead"."""
    if event.role != "verb" or event.concept in personal_events():
        return event
    reach = [word.end for word in scene.words_after(event.end)][:_OUTCOME]
    after = (m for m in scene.mentions if m.role == "people" and m.end in reach)
    dead = (m for m in after if m.predicate == "die" and not is_toll(m))
    return next(dead, event)


def _aboard(scene: Scene, quantity: Quantity, event: Mention | None) -> Term | None:
    """Find that the counted were on board, where nothing befell them: "80 people were | aboard"."""
    end = end_of(quantity)
    words = scene.words_after(end)[:_NEARBY]
    is_personal = event is not None and (event.predicate or event.concept) in personal_events()
    for mention in scene.mentions:
        is_near = any(word.start == mention.start for word in words)
        inside = [word for word in words if word.end <= mention.start]
        is_said = bool(inside) and all(is_light(word.text, scene.language) for word in inside)
        is_others = event is not None and any(
            mention.end <= other.span.start <= event.start for other in scene.quantities
        )  # "137 men | aboard, but 127 were evacuated"
        is_told = is_said or is_others
        if is_personal and not (is_told and mention.concept == _ABOARD):
            continue  # "the 40 on board were hurt", but "64 are rescued, and 120 | were on board"
        if is_near and (mention.concept == _ABOARD or _is_in_vehicle(scene, mention, quantity)):
            between = scene.sentence.part(end, mention.start).text
            goes_on = event is not None and event.start >= mention.end
            is_none = quantity.interval.high == 0  # "no one on board | was wearing a life jacket"
            if goes_on and (is_none or relative_behind(scene, quantity) is not None):
                return None  # "58 of the men | who were on board | had been brought out"
            return None if set(between) & _STOPS else Term(concept=_ABOARD, span=mention.term.span)
        links = [w for w in inside if w.lower in word_set(scene.language, "counting", "inside")]
        if links and is_near and _is_site(mention) and _are_in(scene, mention, quantity):
            link = links[-1]  # the place itself stays what it is
            return Term(concept=_PRESENT, span=scene.sentence.part(link.start, link.end))
    return None


def _is_in_vehicle(scene: Scene, mention: Mention, quantity: Quantity) -> bool:
    """Tell whether a vehicle says where people are, and no more: "there were 40 | on the train"."""
    return is_kind_of(mention.concept, "vehicle") and _are_in(scene, mention, quantity)


def _is_site(mention: Mention) -> bool:
    """Tell whether people only are somewhere for a while: "on | the bridge", not "in the town"."""
    is_house = mention.concept in houses_of_care()
    return mention.role == "noun" and is_site(mention.concept) and not is_house


def _are_in(scene: Scene, mention: Mention, quantity: Quantity) -> bool:
    """Tell whether it is said that the counted were in or on something, and no more."""
    start = end_of(quantity)
    between = {w.lower for w in scene.words_between(start, mention.start)}
    being = word_set(scene.language, "counting", "being")
    inside = word_set(scene.language, "counting", "inside")
    is_said = is_there(scene, quantity) or bool(between & being)
    return is_said and bool(between & inside) and between <= being | inside | {"the", "a", "an"}


def _beside(scene: Scene, quantity: Quantity, head: Mention) -> Term | None:
    """Find what else befell patients, who are those treated, or detainees: "three | died"."""
    if head.predicate not in passing_events():
        return None
    events = [m for m in scene.mentions if m is not head and _is_event(scene, m, quantity)]
    told = personal_events() | {_FREED}
    events = [m for m in events if (m.predicate or m.concept) in told]
    nearest = min(events, key=lambda event: _distance(scene, quantity, event), default=None)
    if nearest is None or _distance(scene, quantity, nearest) > _CLOSE:
        return None
    return Term(concept=nearest.predicate or nearest.concept, span=nearest.term.span)


def _owned(scene: Scene, head: Mention | None) -> Term | None:
    """Find what befell them in "three patients | whose deaths | are under review"."""
    behind = scene.words_after(head.end) if head is not None else []
    owners = word_set(scene.language, "counting", "whose")
    if len(behind) < 2 or behind[0].lower not in owners:
        return None
    event = next((m for m in scene.mentions if m.start == behind[1].start), None)
    if event is None or event.predicate != _DIE or is_toll(event):
        return None
    return Term(concept=_DIE, span=event.term.span)


def _befell_whole(scene: Scene, quantity: Quantity, head: Mention | None) -> Term | None:
    """Find the participle behind a whole that a comma ends: "of the 60 people | detained, 12 …"."""
    end = quantity.span.end if head is None else max(head.end, quantity.span.end)
    events = (m for m in scene.mentions if 0 < m.start - end <= 1 and m.role in ("verb", "people"))
    event = next((m for m in events if _is_event(scene, m, quantity)), None)
    if event is None or not scene.sentence.part(event.end, scene.sentence.end).text.startswith(","):
        return None
    return Term(concept=event.predicate or event.concept, span=event.term.span)


def _befalling(concept: str, quantity: Quantity, head: Mention | None) -> str:
    """Tell harm to things from harm to people: «skadet» is said of both."""
    if concept != "wound" or (head is None and quantity.dimension != "money"):
        return concept
    return concept if _may_live("money" if head is None else head.concept) else "damage"


def _is_end_of(scene: Scene, event: Mention, head: Mention) -> bool:
    """Tell whether fighters met their death: "nine soldiers | fell in the battle", no "fell from".

    Who is | eliminated | by an enemy is killed too; who falls into a river may live.
    """
    if event.role != "verb" or not any(is_kind_of(head.concept, kind) for kind in _FIGHTING):
        return False
    word = event.term.span.text.lower()
    if word in word_set(scene.language, "counting", "eliminating"):
        rest = scene.sentence.part(event.end, scene.sentence.end)
        return not has_marker(rest, scene.language, "counting", "contests")
    if word not in word_set(scene.language, "counting", "falling"):
        return False
    behind = scene.words_after(event.end)[:_FALLEN]
    if not behind or behind[0].is_mark or behind[0].lower in _joining(scene):
        harms = (m for m in scene.mentions if m.start >= event.end and m.role == "verb")
        return not any(is_kind_of(m.concept, kind) for m in harms for kind in _BROKEN)
    reach = scene.sentence.part(event.end, behind[-1].end)
    battles = (m.concept for m in scene.mentions_in(reach) if m.role in ("noun", "people"))
    if any(is_kind_of(concept, kind) for concept in battles for kind in _BATTLES):
        return True
    where = word_set(scene.language, "counting", "fields")
    return behind[0].lower in where and behind[1:2] != [] and behind[1].is_capital


def _joining(scene: Scene) -> frozenset[str]:
    """Give the words behind which another clause may begin: "fell | and", «falt | da»."""
    return word_set(scene.language, "counting", "joining") | word_set(
        scene.language, "clauses", "openers"
    )


def is_living(concept: str) -> bool:
    """Tell whether a word names people or animals: what befalls only them can befall the named."""
    return any(is_kind_of(concept, kind) for kind in _LIVING)


def _may_live(concept: str) -> bool:
    """Tell whether what a word names can be hurt or killed; of unknown words that is not known."""
    return concept[0] in "~=" or is_living(concept)


def is_toll(mention: Mention) -> bool:
    """Tell whether a noun names the number of the dead: "the death toll"."""
    words = mention.term.span.text.lower()
    return mention.role == "people" and words.endswith(_TOLLS)


def _toll(scene: Scene, quantity: Quantity) -> Term | None:
    """Find that a number is what a toll has come to: "the death toll | had reached 20 persons"."""
    if quantity.dimension != "count":
        return None
    before = [m for m in scene.mentions if m.end <= quantity.span.start]
    at = next((i for i in range(len(before) - 1, -1, -1) if is_toll(before[i])), None)
    if at is None or not _is_unparted(scene, before[at].end, quantity.span.start):
        return None
    light = scene.language
    risen = [
        m for m in before[at + 1 :] if m.role == "verb" and not is_light(m.term.span.text, light)
    ]
    counts = (q for q in scene.quantities if q.dimension == "count" and q is not quantity)
    others = [q for q in counts if before[at].end <= q.span.start < quantity.span.start]
    if not risen or others or not _has_risen(scene, before[at], risen):
        return None
    openers = word_set(scene.language, "clauses", "subordinators")
    if any(w.lower in openers for w in scene.words_between(risen[-1].end, quantity.span.start)):
        return None  # "the toll may rise | as | 40 are still missing"
    toll = before[at]
    return Term(concept=toll.predicate or toll.concept, span=toll.term.span)


def _is_unparted(scene: Scene, start: int, end: int) -> bool:
    """Tell whether no comma parts two places, or two close an aside: "the toll, | in Orvo, |"."""
    words = scene.words_between(start, end)
    commas = [at for at, word in enumerate(words) if word.text == ","]
    if len(commas) != _ASIDE_MARKS:
        return not commas
    behind = words[commas[1] + 1 :]
    return bool(behind) and is_light(behind[0].text, scene.language)


def _has_risen(scene: Scene, toll: Mention, told: list[Mention]) -> bool:
    """Tell whether verbs say what became of a toll: "the toll | rose to 12".

    Those of a clause about its cause do not: "the toll when police broke up a march | rose to 12".
    """
    if told[-1].concept not in _RISING:
        return False
    others = [m for m in told if m.concept not in framing_events().union(_RISING)]
    openers = word_set(scene.language, "clauses", "subordinators")
    openers |= word_set(scene.language, "clauses", "relatives")
    between = scene.words_between(toll.end, others[0].start if others else toll.end)
    return not others or any(word.lower in openers for word in between)


def _holder(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find the noun that holds the counted: "a camp of 20,000 refugees" says nothing but that."""
    before = scene.words_before(quantity.span.start)[-1:]
    holders = word_set(scene.language, "counting", "holders")
    if not before or before[0].lower not in holders or quantity.dimension != "count":
        return None
    measuring = word_set(scene.language, "counting", "measuring")  # "a group | of 12 surrendered"
    nouns = [m for m in scene.mentions if 0 < before[0].start - m.end <= 1]
    nouns = [m for m in nouns if m.term.span.text.lower() not in measuring]
    holders_found = (m for m in nouns if m.role in ("noun", "word"))
    told = (m for m in holders_found if not any(is_kind_of(m.concept, kind) for kind in _EMPTY))
    return next((m for m in told if m.concept not in framing_events()), None)


def _dwellers(scene: Scene, quantity: Quantity) -> Term | None:
    """Find that people live there: "home to | 240,000 people", "its population | was put at 900".

    Between a population and its size stands nothing else that happens, and no comma.
    """
    before = scene.sentence.part(scene.sentence.start, quantity.span.start)
    homes = find_markers(before, scene.language, "counting", "homes")
    found = next((home for home in homes if before.end - home[1] <= 1), None)
    if found is None and quantity.counted is None:
        populations = find_markers(before, scene.language, "counting", "populations")
        found = next((p for p in populations if _is_sized(scene, p[1], quantity)), None)
    if found is None or quantity.dimension != "count":
        return None
    return Term(concept=_DWELL, span=scene.sentence.part(*found))


def _is_sized(scene: Scene, start: int, quantity: Quantity) -> bool:
    """Tell whether a number says how large is what stands before `start`."""
    between = scene.sentence.part(start, quantity.span.start)
    events = [m for m in scene.mentions_in(between) if m.role in ("verb", "people")]
    said = set(between.text.lower().split())
    being = word_set(scene.language, "counting", "being")
    is_led = bool(events) or not said.isdisjoint(
        being | word_set(scene.language, "counting", "holders")
    )
    return is_led and "," not in between.text and all(m.concept in _SIZING for m in events)


def _are_had(scene: Scene, quantity: Quantity, head: Mention) -> bool:
    """Tell whether it is said how many live in a place: "the island | has | 1,084 residents"."""
    before = [word.lower for word in scene.words_before(quantity.span.start)][-1:]
    is_had = not word_set(scene.language, "counting", "housing").isdisjoint(before)
    behind = scene.word_after(head.end)
    is_all = behind is None or behind.is_mark
    return head.concept == "resident" and is_had and is_all  # not «har 143 innbyggere | meldt»


def _is_event(scene: Scene, mention: Mention, quantity: Quantity) -> bool:
    """Tell whether a term names an event that can befall what is counted."""
    span = mention.term.span
    is_deed = mention.role == "verb" and is_kind_of(mention.concept, _DEMONSTRATE)
    is_said = scene.is_cue(span) and not is_deed  # who demonstrates against a thing says so too
    if is_said or scene.is_source(span):
        return False
    if _is_counted_beside(scene, mention, quantity) or _is_of_others(scene, mention, quantity):
        return False
    is_idle = is_light(span.text, scene.language) and _stands_alone(scene, mention)
    if is_idle and not _stays(scene, mention):
        return False
    if mention.concept == _ABOARD:
        return False  # where they are, and nothing that befell them
    if _is_apart(scene, mention, quantity) or _is_penalty(scene, mention):
        return False
    if mention.role == "noun":
        # "left 50 people with serious injuries"; "explosions at 3 p.m."
        kind = "casualty" if quantity.dimension == "count" else "event"
        return is_kind_of(mention.concept, kind) and mention.concept not in framing_events()
    return mention.role in ("verb", "people") and mention.concept not in framing_events()


def _is_counted_beside(scene: Scene, mention: Mention, quantity: Quantity) -> bool:
    """Tell whether people are counted with others, and befell them: "40 witnesses and | survivors".

    "40 dead and | wounded" are counted by what befell them.
    """
    noun = quantity.counted
    if noun is None or mention.role != "people" or not noun.covers(mention.term.span):
        return False
    ahead = scene.words_before(mention.start)[-1:]
    joining = word_set(scene.language, "counting", "joining")
    endings = tuple(word_set(scene.language, "counting", "sure_plurals"))
    is_noun = mention.term.span.text.lower().endswith(endings)
    return is_noun and any(word.lower in joining for word in ahead) and not is_toll(mention)


def _is_of_others(scene: Scene, mention: Mention, quantity: Quantity) -> bool:
    """Tell whether an event only describes whom another amount counts: "and 40 | wounded | guards".

    In "3,000 men and 40 wounded guards left" it befell none of the first.
    """
    others = (q for q in scene.quantities if q is not quantity and q.counted is not None)
    spans = (scene.sentence.part(q.span.end, end_of(q)) for q in others if q.span.end < end_of(q))
    return any(s.covers(mention.term.span) and mention.end < s.end for s in spans)


def _stays(scene: Scene, verb: Mention) -> bool:
    """Tell whether it is told who is still at a place: "500 | remained | in Ardenholm".

    Who remains in hospital or in prison is treated or held there.
    """
    behind = scene.words_after(verb.end)[:1]
    where = word_set(scene.language, "stop", "place_prepositions")
    if verb.concept != _STAY or not behind or behind[0].lower not in where:
        return False
    place = next((m for m in scene.mentions if m.start > behind[0].start), None)
    if place is None or len(scene.words_between(behind[0].end, place.start)) > _ARTICLE:
        return False
    is_held = any(is_kind_of(place.concept, kind) for kind in _HOLDING)
    return not is_held and (place.role == "name" or is_kind_of(place.concept, "place"))


def _stands_alone(scene: Scene, verb: Mention) -> bool:
    """Tell whether a verb says what its first word does: "took", but not "took 30 | hostage"."""
    return any(s.concept == verb.concept for s in senses(verb.term.span.text, scene.language))


def _is_penalty(scene: Scene, death: Mention) -> bool:
    """Tell whether a death is what somebody is sentenced to: "sentenced 14 men to | death"."""
    if death.role == "verb" or not is_kind_of(death.predicate or death.concept, "die"):
        return False
    before = [word.lower for word in scene.words_before(death.start)][-1:]
    is_led = not word_set(scene.language, "counting", "sentenced").isdisjoint(before)
    return is_led and any(m.concept in verdicts() for m in scene.mentions if m.end <= death.start)


def _is_apart(scene: Scene, event: Mention, quantity: Quantity) -> bool:
    """Tell whether an event is of another time or cause: "85 were inside | when it burned"."""
    low = min(event.end, quantity.span.end)
    high = max(event.start, quantity.span.start)
    between = scene.words_between(low, high)
    between = [word for word in between if not leads_to_state(scene, word)]
    subordinators = word_set(scene.language, "clauses", "subordinators")
    if any(word.lower in subordinators for word in between):
        return True
    if _is_of_other(scene, event, quantity):
        return True
    if _is_cleft(scene, quantity):
        opener = relative_behind(scene, quantity)
        between = [word for word in between if word != opener]
    openers = word_set(scene.language, "clauses", "openers")
    if any(word.lower in openers for word in between) and _is_where(scene, quantity, event):
        return True
    is_parted = any(word.text in _STOPS or word.lower in openers for word in between)
    return is_parted and is_there(scene, quantity)


def _is_where(scene: Scene, quantity: Quantity, event: Mention) -> bool:
    """Tell whether a number of places only tells where: "came from | nine | ports and fled"."""
    where = word_set(scene.language, "stop", "place_prepositions")
    before = scene.words_before(quantity.span.start)[-1:]
    if not before or before[0].lower not in where or event.start < quantity.span.end:
        return False
    behind = scene.mentions_in(quantity.counted) if quantity.counted is not None else []
    return any(is_kind_of(m.concept, "place") for m in behind)


def _is_of_other(scene: Scene, event: Mention, quantity: Quantity) -> bool:
    """Tell whether an event is what another thing did: "six were charged over the fire | that"."""
    end = end_of(quantity)
    between = scene.words_between(end, event.start)
    relatives = word_set(scene.language, "counting", "things_relative")
    at = next((i for i, word in enumerate(between) if word.lower in relatives), 0)
    if not at or event.start < end:
        return False
    verbs = (m for m in scene.mentions if m.role == "verb" and m.start >= between[at].end)
    nouns = (m for m in scene.mentions if m.role in ("noun", "word"))
    is_thing = any(m.end == between[at - 1].end and m.start >= end for m in nouns)
    return is_thing and next(verbs, None) is event


def is_there(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the clause says that the counted were there, and no more: "there were two"."""
    before = [w.lower for w in scene.words_before(quantity.span.start)][-_THERE:]
    expletives = word_set(scene.language, "counting", "expletives")
    being = word_set(scene.language, "counting", "being")
    pairs = [*pairwise(before)]
    turned = [(after, word) for word, after in pairs]  # «da var det to»
    return any(word in expletives and after in being for word, after in (*pairs, *turned))


def _distance(scene: Scene, quantity: Quantity, event: Mention) -> int:
    """Measure how far an event stands from the amount, in words, borders counted extra.

    What follows is nearer than what precedes: "12 people were killed", but "killing 12 people".
    """
    start, end = quantity.span.start, end_of(quantity)
    if event.start >= start:
        between = scene.words_between(end, event.start)
        between = _after_aside(between, scene.language)
        end = between[0].start if between else event.start
        cost = 0
    else:
        between = scene.words_between(event.end, start)
        cost = 2
    openers = word_set(scene.language, "clauses", "openers")
    between = [w for w in between if w.text not in _QUOTES and not leads_to_state(scene, w)]
    cost += sum(4 if w.is_mark else 3 if w.lower in openers else 1 for w in between)
    low, high = (end, event.start) if event.start >= start else (event.end, start)
    amounts = (q for q in scene.quantities if q.kind is QuantityKind.AMOUNT)  # no dates
    others = [q for q in amounts if q is not quantity and low <= q.span.start < high]
    aside = _describing(scene, event, between) if event.start >= end else 0
    grounds = word_set(scene.language, "counting", "grounds")
    if event.role == "noun" and any(word.lower in grounds for word in between):
        aside += _ASIDE  # "fined 120 million dollars | over the collapse"
    return cost + 6 * len(others) + aside


def _after_aside(between: list[Word], language: str) -> list[Word]:
    """Step over what is said aside of the counted: "nine, | including three children, | were hurt".

    Behind its second comma or dash the verb goes on, so nothing in it is what befell them all. What
    the counted include goes on to the verb: "90 | including women and children | have died".
    """
    if not between:
        return between
    if between[0].lower in word_set(language, "counting", "includers"):
        light = (at for at, word in enumerate(between) if is_light(word.text, language))
        return between[next(light, 0) :]
    if between[0].text not in _ASIDES:
        return between
    marks = [at for at, word in enumerate(between) if word.text == between[0].text]
    rest = between[marks[1] + 1 :] if len(marks) > 1 else between
    goes_on = not rest or is_light(rest[0].text, language)
    return rest if goes_on else between


def _describing(scene: Scene, event: Mention, between: list[Word]) -> int:
    """Give what it costs an event to stand in a relative clause or participle of the counted."""
    relatives = word_set(scene.language, "clauses", "relatives")
    if between and between[0].lower in relatives:
        verbs = (m for m in scene.mentions if m.role == "verb" and m.start >= between[0].end)
        is_told = event.role == "verb" and next(verbs, event) is not event
        return -_ASIDE if is_told else _ASIDE
    endings = tuple(word_set(scene.language, "clauses", "participles"))
    is_participle = event.term.span.text.lower().endswith(endings)
    return _ASIDE if is_participle and not between else 0
