"""What an amount counts, made of what the text says of it: the head, what narrows it, the event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from ordmot.claims.bare import is_fate_of
from ordmot.claims.clauses import clause_around
from ordmot.claims.events import is_living, predicate_of, relative_behind
from ordmot.claims.fates import degree_behind, degree_of, fate_of
from ordmot.claims.heads import counted_term, narrows, restrictors_of, sort_of_people
from ordmot.claims.parts import closing_noun, home_said, is_other_kind, is_whole
from ordmot.claims.phrases import is_definite, words_of_answers
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.topics import Topic, Topics
from ordmot.claims.words import Word, may_part, word_set
from ordmot.ledger import Quantity, QuantityKind, Span, Term
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.data import read_data, serving_language
from ordmot.lexicon.frames import (
    deed_behind,
    degrees,
    framing_events,
    harms,
    is_lost_post,
    occupations,
    personal_events,
    rescues,
)

COUNTABLE = (QuantityKind.AMOUNT, QuantityKind.TIME_OF_DAY)
"""What can answer how many, how much, how long or at what time."""
_DEATHS = frozenset(("die", "kill", "murder", "execute"))
_MORTAL = ("die", "arrest", "detain")
"""What befalls only the living."""
_FATAL = (*sorted(_DEATHS), "wound", "injure", "casualty")
"""What befalls those whom a name calls: "12 | Garnevians died"."""
_AGENT = 4
"""Words behind "by" in which stands what took them: "by | a Norwegian cargo ship"."""
_STATE = 3
"""Words of what says where those are whom a number counts: "on the run"."""


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


def as_animals(count: Count, before: Topic | None) -> Count:
    """Count animals where the text does: "40 reindeer are dead and 150 | missing"."""
    kind, noun = (None if before is None else before.counted), count.counted
    if kind is None or noun is None or not is_kind_of(kind.concept, "animal"):
        return count
    is_unnamed = noun.concept == "person" and (
        count.predicate is not None and count.predicate.span.overlaps(noun.span)
    )
    return replace(count, counted=kind) if is_unnamed else count


def as_children(count: Count) -> Count:
    """Count those as children who are said to be so young: "seven of them under 18"."""
    kind = count.counted
    if kind is not None and not is_kind_of(kind.concept, "person"):
        return count
    if kind is not None and is_kind_of(kind.concept, "child"):
        return count  # the twelve under two are some of the eighteen children
    child = Term(concept="child", span=count.quantity.span)
    return unmarked(replace(count, counted=child))


def attributed(scene: Scene, quantity: Quantity, head: Mention) -> Count:
    """Make the count of what another noun has: nothing in the sentence befalls the counted."""
    noun = quantity.counted or head.term.span
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=Term(concept=head.concept, span=noun),
        restrictors=(),
        predicate=None,
    )


def measured_alike(scene: Scene, quantity: Quantity, before: Quantity, topics: Topics) -> Count:
    """Make the count of a bare number in the unit of an amount before it, told of the same."""
    alike = replace(
        quantity,
        dimension=before.dimension,
        unit=before.unit,
        reason=f"{quantity.reason}, in the unit of “{before.span.text}”",
    )
    return replace(count_of(scene, alike, None, ()), setting=topics.setting_of(before))


def count_of_doers(scene: Scene, quantity: Quantity, deed: Mention, topics: Topics) -> Count:
    """Make the count of a figure that says only what its people did: "the number who left"."""
    past = topics.recall(quantity)
    is_people = past is not None and is_kind_of(whole_kind(past), "person")
    event = Term(concept=deed.predicate or deed.concept, span=deed.term.span)
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=past.counted if past is not None and is_people else None,
        restrictors=(),
        predicate=event,
    )


def count_of_voters(scene: Scene, quantity: Quantity, ballot: Mention) -> Count:
    """Make the count of those who carried a vote: "by | six | votes to three"."""
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=Term(concept="person", span=ballot.term.span),
        restrictors=(),
        predicate=Term(concept="vote", span=ballot.term.span),
    )


def labelled(scene: Scene, quantity: Quantity, head: Mention, label: tuple[Mention, ...]) -> Count:
    """Make the count of a label: "Bodies recovered: 27", "Missing: 14"."""
    count = count_of(scene, quantity, head, (*(m for m in label if m.role != "verb"),))
    befallen = [m for m in label if m is not head]
    befallen = [m for m in befallen if is_fate_of(m) or (m.role == "people" and m.predicate)]
    events = [Term(concept=m.predicate or m.concept, span=m.term.span) for m in befallen]
    events += [m.term for m in label if m.role == "verb" and m.concept not in framing_events()]
    own = Term(concept=head.predicate, span=head.term.span) if head.predicate else None
    return replace(count, predicate=_both(scene, quantity, own or next(iter(events), None)))


def of_people(count: Count, language: str) -> Count:
    """Count people where only they can be what it happens to or do it: "killing at least seven".

    "Hundreds | demonstrated" are people too.
    A noun that no word list has but that is built like a person's narrows them: "six stokers died".
    """
    event, noun = count.predicate, count.counted
    if event is None or count.quantity.dimension != "count":
        return count
    if noun is None and any(is_kind_of(event.concept, deed) for deed in occupations()):
        return replace(count, counted=Term(concept="person", span=event.span))
    if event.concept not in personal_events():
        return count
    if noun is None:
        return replace(count, counted=Term(concept="person", span=event.span))
    endings = tuple(word_set(language, "counting", "person_endings"))
    is_many = count.quantity.interval.low != 1
    if noun.concept[0] == "=" and is_many and event.concept in _FATAL:  # "12 | Garnevians died"
        person = Term(concept="person", span=noun.span)
        return replace(count, counted=person, restrictors=(*count.restrictors, noun))
    if noun.concept[0] != "~" or not noun.span.text.lower().endswith(endings):
        return count
    person = Term(concept="person", span=noun.span)
    return replace(count, counted=person, restrictors=(*count.restrictors, noun))


def taken_up(scene: Scene, quantity: Quantity, past: Topic) -> Count:
    """Make the count of a number that is only called a figure: all else was said before."""
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=past.counted,
        restrictors=(*past.restrictors, *degree_behind(scene, quantity, past.predicate)),
        predicate=past.predicate,
    )


def count_of(
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
    fate = _either(scene, head, fate)
    event = fate or predicate_of(scene, quantity, head)
    if event is None or event.concept not in personal_events():
        fate = next(_fates(phrase, head), fate)
    restrictors = tuple(term for term in restrictors if fate is None or term.span != fate.span)
    event = _both(scene, quantity, fate or event)
    restrictors = tuple(t for t in restrictors if event is None or t.concept != event.concept)
    deed = None if counted is None else _deed_counted(quantity, counted, event)
    if counted is not None and deed is not None:
        counted, event = Term(concept="person", span=counted.span), deed
    loss = None if counted is None else _loss_of_posts(scene, quantity, counted, event)
    if counted is not None and loss is not None:
        counted = Term(concept="employee", span=counted.span)
        event = Term(concept="dismiss", span=loss)
    return of_people(
        Count(
            quantity=quantity,
            clause=clause_around(scene, quantity.span),
            counted=counted,
            restrictors=(*restrictors, *degree_of(scene, event, restrictors, quantity.span.start)),
            predicate=event,
        ),
        scene.language,
    )


def _deed_counted(quantity: Quantity, counted: Term, event: Term | None) -> Term | None:
    """Give what those have done whose traces are counted: "gathered 4,000 | signatures".

    Where something befell the traces ("12 signatures were forged") it is those that are counted.
    """
    is_many = quantity.dimension == "count" and quantity.interval.low != 1
    deed = deed_behind(counted.concept) if is_many else None
    is_gathered = event is None or event.concept in ("gather", "deliver", "submit", "receive")
    return Term(concept=deed, span=counted.span) if deed is not None and is_gathered else None


def _either(scene: Scene, head: Mention | None, fate: Term | None) -> Term | None:
    """Give what befell people of whom two fates are named: "no dead | or | wounded"."""
    if head is None or fate is None or {head.predicate, fate.concept} != harms():
        return fate
    joining = word_set(scene.language, "counting", "joining")
    between = scene.sentence.part(head.end, max(head.end, fate.span.start)).text.strip().lower()
    return Term(concept="casualty", span=fate.span) if between in joining else fate


def _both(scene: Scene, quantity: Quantity, event: Term | None) -> Term | None:
    """Give what befell people of whom two fates are told at once: "70 were | killed or wounded".

    In "12 were killed and wounded 40" each has its own number. Where nobody was killed or wounded,
    none were killed.
    """
    if quantity.interval.high == 0 or event is None or _sort_of_harm(event.concept) is None:
        return event
    joining = word_set(scene.language, "counting", "joining")
    told = [m for m in scene.mentions if _sort_of_harm(m.predicate or m.concept) is not None]
    for first, second in pairwise(m for m in told if m.role in ("verb", "people")):
        between = scene.sentence.part(first.end, max(first.end, second.start)).text.strip().lower()
        sorts = {_sort_of_harm(m.predicate or m.concept) for m in (first, second)}
        is_told = event.span in (first.term.span, second.term.span)
        if between not in joining or sorts != harms() or not is_told:
            continue
        others = [q for q in scene.quantities if q is not quantity and q.dimension == "count"]
        ahead = any(0 <= first.start - q.span.end <= 1 for q in others)
        behind = any(0 <= q.span.start - second.end <= 1 for q in others)
        is_behind = quantity.span.start >= second.end
        if not behind and not (is_behind and any(q.span.end <= first.start for q in others)):
            return event if ahead else Term(concept="casualty", span=event.span)
    return event


def _sort_of_harm(concept: str) -> str | None:
    """Tell the dead from the hurt: "killed" is of those who died."""
    return next((harm for harm in sorted(harms()) if is_kind_of(concept, harm)), None)


def _loss_of_posts(
    scene: Scene, quantity: Quantity, counted: Term, event: Term | None
) -> Span | None:
    """Find the word that says that posts are lost: "300 jobs were | cut", "will | go"."""
    if event is not None and is_lost_post(counted.concept, event.concept):
        return event.span
    clause = scene.mentions_in(clause_around(scene, quantity.span))
    verbs = (m for m in clause if m.role == "verb")
    return next((m.term.span for m in verbs if is_lost_post(counted.concept, m.concept)), None)


def _fates(phrase: tuple[Mention, ...], head: Mention | None) -> Iterator[Term]:
    """Give what befell the counted by the words before their noun: "46 | dead | civilians"."""
    for mention in phrase:
        concept = mention.predicate or mention.concept
        if head is not None and mention.end <= head.start and concept in personal_events():
            yield Term(concept=concept, span=mention.term.span)


def narrowed(count: Count, whole: Topic | None = None) -> Count:
    """Mark a count as a part of a whole, or of those of its kind that the text has named."""
    mark = Term(concept="~part", span=count.quantity.span)
    whole = topic_of(count) if whole is None else whole
    return replace(count, restrictors=(*count.restrictors, mark), whole=whole)


def unmarked(count: Count) -> Count:
    """Take back that a count is a part: what is said of the counted tells all that they are."""
    kept = tuple(term for term in count.restrictors if term.concept != "~part")
    return replace(count, restrictors=kept)


def origin_said(scene: Scene, count: Count) -> Term | None:
    """Find the phrase behind a count of people that says what they are: "70 came | from abroad"."""
    kind = count.counted.concept if count.counted is not None else "person"
    if count.quantity.dimension != "count" or not is_kind_of(kind, "person"):
        return None
    start = count.quantity.span.end
    rivals = [q.span.start for q in scene.quantities if q.span.start >= start]
    end = min([count.clause.end, *rivals])
    told = (m for m in scene.mentions if start <= m.start and m.end <= end)
    phrases = (m.term for m in told if m.role == "adjective" and " " in m.term.span.text)
    return next((t for t in phrases if is_kind_of(t.concept, "trait")), None)


def rescuer_said(scene: Scene, count: Count) -> Term | None:
    """Find what took people to safety, where it is said: "61 were rescued | by the merchant ship".

    Others were saved by others: it is a part of all who were.
    """
    saved, quantity = count.predicate, count.quantity
    if saved is None or saved.concept not in rescues() or quantity.dimension != "count":
        return None
    if not scene.sentence.covers(saved.span):  # told before of all: "the trawler | saved | four"
        clause = scene.mentions_in(count.clause)
        again = (m.term for m in clause if m.role == "verb" and m.concept in rescues())
        saved = next(again, saved)
    between = [q for q in scene.quantities if saved.span.end <= q.span.start < quantity.span.start]
    if between:
        return None  # "the trawler saved 14 people and the lifeboat | three"
    return _rescuer_behind(scene, quantity) or _rescuer_ahead(scene, saved)


def _rescuer_behind(scene: Scene, quantity: Quantity) -> Term | None:
    """Find by what people were saved: "by a cargo ship", «av fiskebåten», no "by helicopter"."""
    agents = words_of_answers(scene, "by")
    start = quantity.span.end
    rivals = [q.span.start for q in scene.quantities if q.span.start >= start]
    end = min([scene.sentence.end, *rivals])
    relatives = word_set(scene.language, "clauses", "relatives")
    told = (word for word in scene.words_between(start, end) if word.lower not in relatives)
    clause = takewhile(lambda word: not may_part(word, scene.language), told)
    by = next((word.end for word in clause if word.lower in agents), None)
    if by is None:
        return None
    behind = takewhile(
        lambda word: not may_part(word, scene.language), scene.words_between(by, end)
    )
    near = [*behind][:_AGENT]  # not «av dei, og | helikopteret | berga éin»
    if not near:
        return None
    noun = _closing([m for m in scene.mentions if m.start >= by and m.role == "noun"])
    if noun is None or not is_kind_of(noun.concept, "vehicle"):
        return None
    is_near = any(word.start == noun.start for word in near)
    return noun.term if is_near and _is_certain_one(scene, near[0], noun) else None


def _closing(nouns: Sequence[Mention]) -> Mention | None:
    """Give the noun that closes the first run of nouns: "the | coastguard | helicopter"."""
    for noun, after in pairwise(nouns):
        if after.start - noun.end > 1:
            return noun
    return nouns[-1] if nouns else None


def _is_certain_one(scene: Scene, first: Word, noun: Mention) -> bool:
    """Tell whether a phrase means a certain thing: "by | the ship", «av | fiskebåten»."""
    return first.lower in words_of_answers(scene, "articles") or is_definite(scene, noun)


def _rescuer_ahead(scene: Scene, saved: Term) -> Term | None:
    """Find what saves people as its subject: "the trawler | saved three", «fiskebåten | berga».

    It is none of a list, and not what its captain is of.
    """
    relatives = word_set(scene.language, "clauses", "relatives")
    words = scene.words_before(saved.span.start)
    near = words[:-1] if words and words[-1].lower in relatives else words
    subject = next((m for m in scene.mentions if near and m.end == near[-1].end), None)
    if subject is None or not is_kind_of(subject.concept, "vehicle"):
        return None
    skipped = words_of_answers(scene, "articles")
    before = [w for w in scene.words_before(subject.start) if w.lower not in skipped][-2:]
    ahead = [word.lower for word in before[-1:]]
    joining = word_set(scene.language, "counting", "joining")
    if before[:-1] and before[0].is_mark and ahead[0] in joining:
        ahead = []  # "…, and | the helicopter | saved two": another clause
    where = words_of_answers(scene, "place_prepositions")
    return None if not joining.isdisjoint(ahead) or not where.isdisjoint(ahead) else subject.term


def part_of(scene: Scene, quantity: Quantity, before: Topic) -> Count:
    """Make the count of a part: what it is said to be ("180 of them were activists"), or how."""
    clause = clause_around(scene, quantity.span)
    after = [m for m in scene.mentions_in(clause) if m.start >= quantity.span.end]
    after = [m for m in after if not scene.is_source(m.term.span)]
    kinds = (m for m in after if m.role in ("noun", "people") and not _is_agent(scene, quantity, m))
    closed = (closing_noun(scene, m) if m.role == "noun" else m for m in kinds)
    kind = next((m for m in closed if is_other_kind(m, whole_kind(before))), None)
    if kind is not None:
        return of_kind(scene, quantity, kind, before.predicate, before)
    fate = fate_of(scene, quantity, quantity.span.end, before.predicate)
    if fate is not None and _are_others(fate, before):
        return everybody(scene, quantity)
    mark = Term(concept="~part", span=quantity.span)
    deed = _deed_of(after, before) if fate is None else None
    told = ("adjective",) if fate or deed else ("adjective", "verb", "people")
    narrowing = [m.term for m in after if m.role in told]
    said = fate or before.predicate
    narrowing = [term for term in narrowing if said is None or term.concept != said.concept]
    is_part = (fate is None or _says_again(fate, before)) and deed is None
    home = home_said(scene, quantity)
    if home is not None and home.term not in narrowing:
        narrowing.append(home.term)
    return Count(
        quantity=quantity,
        clause=clause,
        counted=before.counted,
        restrictors=(*before.restrictors, *((mark,) if is_part else ()), *narrowing),
        predicate=fate or deed or before.predicate,
        whole=before,
    )


def _are_others(fate: Term, before: Topic) -> bool:
    """Tell whether those are people who are told of beside things: "guns; four of them | died"."""
    kind = whole_kind(before)
    is_thing = kind[0] not in "~=" and not is_living(kind)
    return is_thing and any(is_kind_of(fate.concept, mortal) for mortal in _MORTAL)


def _deed_of(after: Sequence[Mention], before: Topic) -> Term | None:
    """Give what a part of some things did of which nothing is told: "two of them | sounded"."""
    is_known = before.predicate is not None or is_living(whole_kind(before))
    verbs = (m.term for m in after if m.role == "verb" and m.concept not in framing_events())
    return None if is_known else next(verbs, None)


def _says_again(fate: Term, before: Topic) -> bool:
    """Tell whether a part is told to have met with what befell all: "140 died, | 118 of them"."""
    known = None if before.predicate is None else before.predicate.concept
    return known is not None and (fate.concept == known or {fate.concept, known} <= _DEATHS)


def _is_agent(scene: Scene, quantity: Quantity, noun: Mention) -> bool:
    """Tell who did it from what the counted are: "four of them were shot by | soldiers"."""
    agents = words_of_answers(scene, "by")
    between = scene.words_between(quantity.span.end, noun.start)
    return any(word.lower in agents for word in between[1:])  # not «to | av | dem»


def part_of_fronted(scene: Scene, quantity: Quantity, noun: Mention) -> Count:
    """Make the count of those of a kind to whom something happened: "of the trucks, 17 arrived".

    Of people whom something befell before, a number is a part: "of the dead, 21 worked there".
    """
    whole = count_of(scene, quantity, noun, (noun,))
    before = topic_of(whole)
    if noun.role == "people" and before is not None:
        return part_of(scene, quantity, before)
    return whole


def all_of(scene: Scene, quantity: Quantity, before: Topic) -> Count:
    """Make the count of all that were named: "there were four of them"."""
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=before.counted,
        restrictors=(),
        predicate=None,
    )


def of_kind(
    scene: Scene,
    quantity: Quantity,
    kind: Mention,
    predicate: Term | None,
    whole: Topic | None = None,
) -> Count:
    """Make the count of a part that is of a kind of its own: to it happened what did to all.

    What stands before the kind narrows it: "two of the injured were | Swedish | citizens".
    """
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=kind.term,
        restrictors=restrictors_of(_qualities(scene, quantity.span, kind), kind),
        predicate=predicate,
        whole=whole,
    )


def _qualities(scene: Scene, amount: Span, kind: Mention) -> tuple[Mention, ...]:
    """Give the adjectives right before the kind that the counted are said to be of."""
    found: list[Mention] = []
    ahead = [m for m in scene.mentions if amount.end <= m.start and m.end <= kind.start]
    edge = kind.start
    for mention in reversed(ahead):
        between = scene.words_between(mention.end, edge)
        if mention.role != "adjective" or between:
            break
        found.insert(0, mention)
        edge = mention.start
    return tuple(found)


def whole_kind(before: Topic) -> str:
    """Give the kind that was counted before: people where nothing is named."""
    return before.counted.concept if before.counted is not None else "person"


def everybody(scene: Scene, quantity: Quantity) -> Count:
    """Make the count of people whom a pronoun counts."""
    event = predicate_of(scene, quantity, None)
    return Count(
        quantity=quantity,
        clause=clause_around(scene, quantity.span),
        counted=Term(concept="person", span=quantity.span),
        restrictors=tuple(degree_of(scene, event, (), quantity.span.start)),
        predicate=event,
    )


def elided(scene: Scene, quantity: Quantity, before: Topic) -> Count:
    """Make the count of a bare number: it counts what the number before it counted."""
    own = state_after(scene, quantity) or predicate_of(scene, quantity, None)
    beside = [m for m in scene.mentions if 0 <= m.start - quantity.span.end <= 1]
    narrowing = [m.term for m in beside if m.role == "adjective" and narrows(m)]
    narrowing = [term for term in narrowing if own is None or not own.span.overlaps(term.span)]
    event = own or before.predicate
    counted = before.counted
    is_thing = counted is not None and not is_living(counted.concept)
    if own is not None and own.concept in personal_events() and is_thing:
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


def state_after(scene: Scene, quantity: Quantity, head: Mention | None = None) -> Term | None:
    """Find what says where the counted are: "seven dead, 34 out", «fire er på sykehus».

    Behind the `head` where that is a whole: "ten of the injured | are still in hospital".
    """
    opener = head or relative_behind(scene, quantity)  # "the 18 | who | are missing"
    start = quantity.span.end if opener is None else opener.end
    after = scene.words_after(start)
    passed = word_set(scene.language, "existence", "copulas")
    if head is not None:
        passed |= word_set(scene.language, "scope", "remaining")
    while after and after[0].lower in passed:
        after = after[1:]
    states = read_data(serving_language(scene.language), "claims")["states"]
    for length in range(len(after[:_STATE]), 0, -1):
        words = scene.sentence.part(after[0].start, after[length - 1].end)
        concept = states.get(words.text.lower())
        if concept is not None and not _has_object(scene, after[length : length + 1]):
            return Term(concept=concept, span=words)
    return None


def _has_object(scene: Scene, behind: list[Word]) -> bool:
    """Tell whether a verb goes on with what it does: "two admitted | the theft" are in no ward."""
    definite = word_set(scene.language, "counting", "definite")
    endings = tuple(word_set(scene.language, "clauses", "participles"))
    words = (word.lower for word in behind)
    return any(word in definite or (endings and word.endswith(endings)) for word in words)
