"""Quantity claims: how many of what, and what happened to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ordmot.claims.alike import is_aboard, shares_unit
from ordmot.claims.bare import (
    counts_speakers,
    figure_before,
    figure_of,
    is_fate_of,
    is_said_alone,
    label_before,
    noun_behind,
)
from ordmot.claims.clauses import clause_around
from ordmot.claims.events import is_there, is_toll, predicate_of
from ordmot.claims.fates import degree_of, fate_of, said_again
from ordmot.claims.heads import (
    counted_term,
    head_of,
    held_in,
    narrows,
    phrase_of,
    restrictors_of,
    sort_of_people,
    stands_for_people,
)
from ordmot.claims.parts import (
    is_broken_down,
    is_other_kind,
    is_partitive,
    is_placed,
    is_plural,
    is_whole,
    kind_said,
    points_back,
    whole_behind,
)
from ordmot.claims.recalled import (
    fronted_whole,
    has_something,
    is_millions,
    is_owned,
    tells_how_long,
    tells_what_is_paid,
    who_did,
)
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_light
from ordmot.claims.terms import Mention
from ordmot.claims.topics import Topic, Topics
from ordmot.claims.words import find_markers, word_set
from ordmot.ledger import Quantity, QuantityKind, Span, Term
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.data import read_data, serving_language
from ordmot.lexicon.frames import degrees, framing_events, is_lost_post, personal_events

COUNTABLE = (QuantityKind.AMOUNT, QuantityKind.TIME_OF_DAY)
_CLOSE = 3
"""Words behind a number in which stands what befell the counted: "three were | injured"."""
_NEAR = 16
"""Words within which a bare number may complete a noun before it."""
_HYPHENS = ("-", "‑")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What an amount counts: the head, what narrows it, what happens to it, and the clause.

    `is_more` tells that the text has counted the same just before, `whole` what it is a part of,
    `setting` what the measure was told of that a bare number takes up, `is_turned` that a negation
    made of its bound the other one.
    """

    quantity: Quantity
    clause: Span
    counted: Term | None
    restrictors: tuple[Term, ...]
    predicate: Term | None
    is_more: bool = False
    whole: Topic | None = None
    setting: tuple[Term, ...] = ()
    is_turned: bool = False


def topic_of(count: Count) -> Topic | None:
    """Give what a count leaves for bare numbers after it; amounts of other kinds leave nothing."""
    is_one = count.quantity.interval.low == count.quantity.interval.high == 1
    is_unknown = count.counted is not None and count.counted.concept[0] == "~"
    if count.quantity.dimension != "count" or (is_one and is_unknown):
        return None  # «for ett tidspunkt» names nothing that is counted hereafter
    return Topic(
        clause=count.clause,
        counted=count.counted,
        restrictors=tuple(t for t in count.restrictors if t.concept not in degrees()),
        predicate=count.predicate,
        size=count.quantity.interval.middle,
        whole=count.whole,
    )


def read_count(scene: Scene, quantity: Quantity, topics: Topics) -> Count:
    """Find what a quantity counts; `topics` is what was counted before it.

    "12 people", "20 wounded"; "the death toll stood at 40"; "55 others injured, five of them
    critically"; "first there were eleven hurt, then 17"; "the police say 43". The badly hurt are
    no mere part of the hurt.
    """
    count = _read_count(scene, quantity, topics)
    if not any(term.concept in degrees() for term in count.restrictors):
        return count
    kept = tuple(term for term in count.restrictors if term.concept != "~part")
    return replace(count, restrictors=kept)


def _read_count(scene: Scene, quantity: Quantity, topics: Topics) -> Count:
    """Find what a quantity counts, a part marked as one."""
    joined = _joined_noun(scene, quantity)
    if joined is not None:
        return _attributed(scene, quantity, joined)
    sum_before = topics.measured(quantity) if is_millions(quantity) else None
    if sum_before is not None and sum_before.dimension == "money":
        return _measured_alike(scene, quantity, sum_before, topics)
    whole_said = whole_behind(scene, quantity) if quantity.counted is None else None
    phrase = phrase_of(scene, whole_said or quantity)
    head = held_in(scene, quantity, phrase) or head_of(phrase)
    if head is not None and head.role == "verb" and head.concept in framing_events():
        phrase, head = (), None  # "62 million used", "600 expected": the word counts nobody
    if quantity.interval.high == 0 and head is not None and head.concept in framing_events():
        reported = _reported(scene, head)
        if reported is not None:
            return _count(scene, quantity, reported, (reported,))
    listed = _listed(scene, quantity, head, topics)
    if listed is not None:
        return listed
    before = topics.current
    if head is not None and head.role == "adjective" and before is not None:
        return _elided(scene, quantity, before)  # "55 wounded, 15 critically"
    if quantity.dimension == "count" and (head is None or head.role not in ("noun", "people")):
        bare = _read_bare(scene, quantity, topics)
        if bare is not None:
            return bare
    if head is not None or quantity.dimension != "count":
        whole = _count(scene, quantity, head, phrase)
        if head is None or not is_partitive(scene, quantity):
            return whole
        if whole.predicate is None and head.concept == "victim" and before is not None:
            whole = replace(whole, predicate=before.predicate)  # what befell them was said before
        kind = kind_said(scene, quantity)
        if kind is not None:
            return _of_kind(scene, quantity, kind, whole.predicate)
        fate = fate_of(scene, quantity, head.end, whole.predicate)
        numbered = any(quantity.span.end < q.span.start < head.start for q in scene.quantities)
        part = (
            whole if numbered and not _is_living(head.term) else _narrowed(whole)
        )  # "three of the eight floors burned"
        part = part if fate is None else replace(whole, predicate=fate)
        hurt = said_again(scene, quantity, head) if fate is None else fate
        degree = degree_of(scene, hurt, part.restrictors, quantity.span.start)
        return replace(part, restrictors=(*part.restrictors, *degree))
    fronted = fronted_whole(scene, quantity)
    if fronted is not None and not _is_counted_already(fronted, before):
        return _part_of_fronted(scene, quantity, fronted)
    if points_back(scene, quantity):
        named = _named_before(scene, quantity, before)
        if named is not None:
            all_said = is_there(scene, quantity)
            return (_all_of if all_said else _part_of)(scene, quantity, named)
        if quantity.dimension == "count":
            return _everybody(scene, quantity)
    paid = topics.sum_like(quantity) if tells_what_is_paid(scene, quantity) else None
    if paid is not None:
        return _measured_alike(scene, quantity, paid, topics)
    if is_owned(scene, quantity):
        owned = topics.recall(quantity)
        if owned is not None:
            return _taken_up(scene, quantity, owned)
    counts_people = _befallen(scene, quantity) is not None or has_something(scene, quantity)
    time = topics.lasting if tells_how_long(scene, quantity) else None
    if time is not None:
        return _measured_alike(scene, quantity, time, topics)
    measured = None if counts_people else topics.measured(quantity)
    if measured is not None and shares_unit(scene, quantity, measured):
        return _measured_alike(scene, quantity, measured, topics)
    return _read_by_context(scene, quantity, topics)


def _joined_noun(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find the noun that a hyphen joins to the count: "a 200-student | school"."""
    noun, end = quantity.counted, quantity.span.end
    if noun is None or quantity.dimension != "count":
        return None
    if scene.sentence.part(end, noun.start).text not in _HYPHENS:
        return None
    return next((m for m in scene.mentions if m.term.span.covers(noun)), None)


def _attributed(scene: Scene, quantity: Quantity, head: Mention) -> Count:
    """Make the count of what another noun has: nothing in the sentence befalls the counted."""
    noun = quantity.counted or head.term.span
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=Term(concept=head.concept, span=noun),
        restrictors=(),
        predicate=None,
    )


def _measured_alike(scene: Scene, quantity: Quantity, before: Quantity, topics: Topics) -> Count:
    """Make the count of a bare number in the unit of an amount before it, told of the same."""
    alike = replace(
        quantity,
        dimension=before.dimension,
        unit=before.unit,
        reason=f"{quantity.reason}, in the unit of “{before.span.text}”",
    )
    return replace(_count(scene, alike, None, ()), setting=topics.setting_of(before))


def _read_bare(scene: Scene, quantity: Quantity, topics: Topics) -> Count | None:
    """Read a number whose label, pronoun or name for a figure stands in for the counted noun."""
    behind = noun_behind(scene, quantity)
    noun = head_of(behind)
    if noun is not None and noun.role in ("noun", "people"):
        return _labelled(scene, quantity, noun, behind)
    label = label_before(scene, quantity)
    head = head_of(label)
    if head is not None:
        return _labelled(scene, quantity, head, label)
    if counts_speakers(scene, quantity):
        return _everybody(scene, quantity)
    figure = figure_before(scene, quantity)
    if figure is None:
        return None
    told = figure_of(scene, figure, quantity)
    deed = who_did(scene, figure, quantity)
    if deed is not None:
        return _who_did(scene, quantity, deed, topics)
    if told:
        head = next(m for m in reversed(told) if m.role != "verb")
        return _labelled(scene, quantity, head, told)
    past = topics.recall(quantity)
    return None if past is None else _taken_up(scene, quantity, past)


def _who_did(scene: Scene, quantity: Quantity, deed: Mention, topics: Topics) -> Count:
    """Make the count of a figure that says only what its people did: "the number who left"."""
    past = topics.recall(quantity)
    is_people = past is not None and is_kind_of(_whole(past), "person")
    event = Term(concept=deed.predicate or deed.concept, span=deed.term.span)
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=past.counted if past is not None and is_people else None,
        restrictors=(),
        predicate=event,
    )


def _labelled(scene: Scene, quantity: Quantity, head: Mention, label: tuple[Mention, ...]) -> Count:
    """Make the count of a label: "Bodies recovered: 27", "Missing: 14"."""
    count = _count(scene, quantity, head, (*(m for m in label if m.role != "verb"),))
    befallen = [m for m in label if m is not head]
    befallen = [m for m in befallen if is_fate_of(m) or (m.role == "people" and m.predicate)]
    events = [Term(concept=m.predicate or m.concept, span=m.term.span) for m in befallen]
    events += [m.term for m in label if m.role == "verb" and m.concept not in framing_events()]
    own = Term(concept=head.predicate, span=head.term.span) if head.predicate else None
    return replace(count, predicate=own or next(iter(events), None))


def _read_by_context(scene: Scene, quantity: Quantity, topics: Topics) -> Count:
    """Read a number without a noun of its own by what happens to it, or by what came before."""
    befallen = _befallen(scene, quantity)
    if befallen is not None:
        return _count(scene, quantity, befallen, ())
    kind, before = kind_said(scene, quantity), topics.current
    if kind is not None and before is not None and is_other_kind(kind, _whole(before)):
        return _of_kind(scene, quantity, kind, before.predicate)
    completed = _completed_noun(scene, quantity)
    if completed is not None:
        return _count(scene, quantity, completed, _neighbours(scene, completed))
    if _counts_people(scene, quantity) or is_aboard(scene, quantity):
        return _everybody(scene, quantity)
    if is_said_alone(scene, quantity):
        past = topics.recall(quantity)
        if past is not None:
            return _taken_up(scene, quantity, past)
        measure = topics.recall_measure(quantity)
        if measure is not None:
            return _measured_alike(scene, quantity, measure, topics)
        if not _is_known(topics.current):
            return _count(scene, quantity, None, ())
    if topics.current is not None:
        whole = topics.current.whole if is_whole(scene, quantity) else None
        elided = _elided(scene, quantity, whole or topics.current)
        return _narrowed(elided) if is_broken_down(scene, quantity) else elided
    return _of_people(_count(scene, quantity, None, ()), scene.language)


def _is_known(topic: Topic | None) -> bool:
    """Tell whether what is counted hereabouts is a kind that the lexicon knows."""
    return topic is not None and topic.counted is not None and topic.counted.concept[0] != "~"


def _of_people(count: Count, language: str) -> Count:
    """Count people where only people can be what it happens to: "killing at least seven".

    A noun that no word list has but that is built like a person's narrows them: "six stokers died".
    """
    event, noun = count.predicate, count.counted
    is_personal = event is not None and event.concept in personal_events()
    if event is None or not is_personal or count.quantity.dimension != "count":
        return count
    if noun is None:
        return replace(count, counted=Term(concept="person", span=event.span))
    endings = tuple(word_set(language, "counting", "person_endings"))
    if noun.concept[0] != "~" or not noun.span.text.lower().endswith(endings):
        return count
    person = Term(concept="person", span=noun.span)
    return replace(count, counted=person, restrictors=(*count.restrictors, noun))


def _taken_up(scene: Scene, quantity: Quantity, past: Topic) -> Count:
    """Make the count of a number that is only called a figure: all else was said before."""
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=past.counted,
        restrictors=past.restrictors,
        predicate=past.predicate,
    )


def _listed(scene: Scene, quantity: Quantity, head: Mention | None, topics: Topics) -> Count | None:
    """Read names as those whom the text has counted before: "13 are missing, the list has 15 names".

    None where it has counted nobody so.
    """
    if head is None or not stands_for_people(head, quantity, scene.language):
        return None
    past = topics.recall(quantity)
    is_of_people = past is not None and is_kind_of(_whole(past), "person")
    return _taken_up(scene, quantity, past) if past is not None and is_of_people else None


def _reported(scene: Scene, report: Mention) -> Mention | None:
    """Find the people of whom there is no report: "no immediate reports of any casualties"."""
    clause = clause_around(scene, report.term.span)
    after = [m for m in scene.mentions if m.start >= report.end and m.end <= clause.end]
    return next((m for m in after if m.role == "people"), None)


def _count(
    scene: Scene, quantity: Quantity, head: Mention | None, phrase: tuple[Mention, ...]
) -> Count:
    """Make the count of a head with its phrase; "civilian deaths" count civilians.

    What stands behind the noun befell them: "94 people | missing"; so does what stands before it
    where nothing worse is said: "46 | dead | civilians".
    """
    counted, restrictors = sort_of_people(
        counted_term(head, quantity, scene.language), restrictors_of(phrase, head)
    )
    behind = [m for m in phrase if head is not None and m.start >= head.end]
    fate = next((m.term for m in behind if m.concept in personal_events()), None)
    event = fate or predicate_of(scene, quantity, head)
    if event is None or event.concept not in personal_events():
        fate = next(_fates(phrase, head), fate)
    restrictors = tuple(term for term in restrictors if fate is None or term.span != fate.span)
    event = fate or event
    restrictors = tuple(t for t in restrictors if event is None or t.concept != event.concept)
    loss = None if counted is None else _loss_of_posts(scene, quantity, counted, event)
    if counted is not None and loss is not None:
        counted = Term(concept="employee", span=counted.span)
        event = Term(concept="dismiss", span=loss)
    return _of_people(
        Count(
            quantity=quantity,
            clause=clause_around(scene, quantity.span),
            counted=counted,
            restrictors=(*restrictors, *degree_of(scene, event, restrictors, quantity.span.start)),
            predicate=event,
        ),
        scene.language,
    )


def _loss_of_posts(
    scene: Scene, quantity: Quantity, counted: Term, event: Term | None
) -> Span | None:
    """Find the word that says that posts are lost: "300 jobs were | cut", "will | go"."""
    if event is not None:
        return event.span if is_lost_post(counted.concept, event.concept) else None
    clause = scene.mentions_in(clause_around(scene, quantity.span))
    verbs = (m for m in clause if m.role == "verb")
    return next((m.term.span for m in verbs if is_lost_post(counted.concept, m.concept)), None)


def _fates(phrase: tuple[Mention, ...], head: Mention | None) -> Iterator[Term]:
    """Give what befell the counted by the words before their noun: "46 | dead | civilians"."""
    for mention in phrase:
        concept = mention.predicate or mention.concept
        if head is not None and mention.end <= head.start and concept in personal_events():
            yield Term(concept=concept, span=mention.term.span)


def _named_before(scene: Scene, quantity: Quantity, before: Topic | None) -> Topic | None:
    """Find what "of them" takes up: the count before it in the sentence, else its last noun."""
    if before is not None and before.clause.covers(quantity.span):
        return before
    ahead = [m for m in scene.mentions if m.end <= quantity.span.start]
    nouns = [m for m in ahead if m.role in ("noun", "people", "word")]
    nouns = [m for m in nouns if not scene.is_source(m.term.span) and is_plural(scene, m)]
    is_object = bool(ahead) and ahead[-1].role == "verb" and quantity.span.start - ahead[-1].end < 2
    if not nouns or is_object:
        return before  # "The guards shot six of them": not of the guards
    return topic_of(_count(scene, quantity, nouns[-1], _neighbours(scene, nouns[-1])))


def _narrowed(count: Count) -> Count:
    """Mark a count as a part of those that the text has named already."""
    mark = Term(concept="~part", span=count.quantity.span)
    return replace(count, restrictors=(*count.restrictors, mark), whole=topic_of(count))


def _part_of(scene: Scene, quantity: Quantity, before: Topic) -> Count:
    """Make the count of a part: what it is said to be ("180 of them were activists"), or how."""
    clause = clause_around(scene, quantity.span)
    after = [m for m in scene.mentions_in(clause) if m.start >= quantity.span.end]
    kinds = (m for m in after if m.role in ("noun", "people"))
    kind = next((m for m in kinds if is_other_kind(m, _whole(before))), None)
    if kind is not None:
        return _of_kind(scene, quantity, kind, before.predicate)
    fate = fate_of(scene, quantity, quantity.span.end, before.predicate)
    mark = Term(concept="~part", span=quantity.span)
    told = ("adjective",) if fate is not None else ("adjective", "verb", "people")
    narrowing = [m.term for m in after if m.role in told]
    return Count(
        quantity=quantity,
        clause=clause,
        counted=before.counted,
        restrictors=(*before.restrictors, *(() if fate is not None else (mark,)), *narrowing),
        predicate=fate or before.predicate,
        whole=before,
    )


def _is_counted_already(noun: Mention, before: Topic | None) -> bool:
    """Tell whether people are named of whom the text has just counted some."""
    return before is not None and all(
        is_kind_of(kind, "person") for kind in (noun.concept, _whole(before))
    )


def _part_of_fronted(scene: Scene, quantity: Quantity, noun: Mention) -> Count:
    """Make the count of those of a kind to whom something happened: "of the trucks, 17 arrived".

    Of people whom something befell before, a number is a part: "of the dead, 21 worked there".
    """
    whole = _count(scene, quantity, noun, (noun,))
    before = topic_of(whole)
    if noun.role == "people" and before is not None:
        return _part_of(scene, quantity, before)
    return whole


def _all_of(scene: Scene, quantity: Quantity, before: Topic) -> Count:
    """Make the count of all that were named: "there were four of them"."""
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=before.counted,
        restrictors=(),
        predicate=None,
    )


def _of_kind(scene: Scene, quantity: Quantity, kind: Mention, predicate: Term | None) -> Count:
    """Make the count of a part that is of a kind of its own: to it happened what did to all."""
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=kind.term,
        restrictors=restrictors_of((), kind),
        predicate=predicate,
    )


def _whole(before: Topic) -> str:
    """Give the kind that was counted before: people where nothing is named."""
    return before.counted.concept if before.counted is not None else "person"


def _befallen(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find the participle that says what befell the counted: "three were injured", "tre er skadd".

    Only people are injured, killed or missing so; no noun need say that they are counted.
    """
    words = [word for word in scene.words if word.start >= quantity.span.end][:_CLOSE]
    if not words or not is_light(words[0].text, scene.language):
        return None
    reach = scene.sentence.part(words[0].start, words[-1].end)
    found = (m for m in scene.mentions_in(reach) if m.role in ("people", "verb"))
    return next((m for m in found if m.role == "people" or m.concept in personal_events()), None)


def _completed_noun(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find what a bare number completes: "the death toll of the shelling at 40"."""
    words = [word for word in scene.words if word.end <= quantity.span.start][-_NEAR:]
    copulas = word_set(scene.language, "counting", "copulas")
    if not words or words[-1].text.lower() not in copulas:
        return None
    others = [q.span.end for q in scene.quantities if q.span.end <= quantity.span.start]
    first = max([words[0].start, *(end for end in others if end <= words[-1].start)])
    numbered = word_set(scene.language, "counting", "figures")
    tolls = [m for m in scene.mentions if words[0].start <= m.start and m.end <= words[-1].start]
    toll = next((m for m in reversed(tolls) if is_toll(m) and m.end > first), None)
    if toll is not None:
        return toll  # "the death | toll | of clashes with protesters rose to"
    figure = next(
        (w for w in reversed(words) if w.text.lower() in numbered and w.end > first), None
    )
    reach = scene.sentence.part(figure.end if figure else first, quantity.span.start)
    if figure is not None:  # "raised the number | who are missing, to 300"
        events = personal_events()
        befallen = [m for m in scene.mentions_in(reach) if (m.predicate or m.concept) in events]
        if befallen:
            return befallen[0]
    nouns = [m for m in scene.mentions_in(reach) if m.role in ("noun", "people")]
    nouns = [m for m in nouns if not scene.is_source(m.term.span) and not scene.is_cue(m.term.span)]
    nouns = [m for m in nouns if not is_placed(scene, m)] or nouns  # "those | on the deck | number"
    people = [m for m in nouns if m.role == "people"]
    return (people or nouns)[-1] if nouns else None


def _neighbours(scene: Scene, noun: Mention) -> tuple[Mention, ...]:
    """Give a noun with the adjectives and names right before it."""
    before = [m for m in scene.mentions if m.end <= noun.start and noun.start - m.end <= 1]
    return (*(m for m in before if m.role in ("adjective", "name")), noun)


def _counts_people(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the amount is a pronoun for people: "nobody", "ingen"."""
    if quantity.interval.high != 0 and quantity.dimension == "count":
        return False
    return next(find_markers(quantity.span, scene.language, "counting", "people"), None) is not None


def _everybody(scene: Scene, quantity: Quantity) -> Count:
    """Make the count of people whom a pronoun counts."""
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=Term(concept="person", span=quantity.span),
        restrictors=(),
        predicate=predicate_of(scene, quantity, None),
    )


def _elided(scene: Scene, quantity: Quantity, before: Topic) -> Count:
    """Make the count of a bare number: it counts what the number before it counted."""
    own = _state_after(scene, quantity) or predicate_of(scene, quantity, None)
    beside = [m for m in scene.mentions if 0 <= m.start - quantity.span.end <= 1]
    narrowing = [m.term for m in beside if m.role == "adjective" and narrows(m)]
    event = own or before.predicate
    counted = before.counted
    if own is not None and own.concept in personal_events() and not _is_living(counted):
        counted = Term(concept="person", span=own.span)  # "30 lorries burned. Four | died"
    if not is_whole(scene, quantity):
        narrowing += degree_of(scene, event, tuple(narrowing), quantity.span.start)
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=counted,
        restrictors=(*before.restrictors, *narrowing) if counted is before.counted else (),
        predicate=own or before.predicate,
    )


def _is_living(counted: Term | None) -> bool:
    """Tell whether people or animals are counted: what befalls only them can befall the counted."""
    kinds = ("person", "group", "animal")
    return counted is None or any(is_kind_of(counted.concept, kind) for kind in kinds)


def _state_after(scene: Scene, quantity: Quantity) -> Term | None:
    """Find the adverb that says where the counted are: "seven dead, 34 out", "fire fri"."""
    after = [word for word in scene.words if word.start >= quantity.span.end][:1]
    states = read_data(serving_language(scene.language), "claims")["states"]
    concept = states.get(after[0].text.lower()) if after else None
    if concept is None:
        return None
    return Term(concept=concept, span=scene.sentence.part(after[0].start, after[0].end))
