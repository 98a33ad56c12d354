"""From statements and quantities to claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ordmot.claims.answers import Answered, read_answers
from ordmot.claims.asking import asked_of, listed_topic, named_topic, open_question
from ordmot.claims.causes import find_matter
from ordmot.claims.clauses import clause_around
from ordmot.claims.contrast import set_against
from ordmot.claims.counting import counts_people, read_count
from ordmot.claims.counts import COUNTABLE, Count, topic_of
from ordmot.claims.dates import Dated, read_dates
from ordmot.claims.hours import hours_of, is_told_again, is_when_said, time_concept
from ordmot.claims.lacks import narrow_by_lack
from ordmot.claims.parts import is_age_bound, is_difference, is_excepted, is_multiple, says_where
from ordmot.claims.placing import place, spans_of_quantity, spans_of_statement
from ordmot.claims.propositions import (
    Proposition,
    has_matter,
    read_propositions,
    rejects_figures,
)
from ordmot.claims.scene import Scene, set_scenes
from ordmot.claims.scopes import (
    counts_sides,
    is_converted,
    is_size,
    is_window,
    reckoned,
    rest_of,
    scope_of,
    with_rate,
    years_in,
)
from ordmot.claims.sense import (
    asks_unanswered,
    denies_amount,
    denies_before,
    find_rejections,
    governs,
    is_of_known,
    is_withdrawn,
    read_affirmation,
    read_modality,
    read_position,
)
from ordmot.claims.series import share_fates
from ordmot.claims.terms import Mention
from ordmot.claims.topics import Topic, Topics
from ordmot.claims.words import has_marker, word_set
from ordmot.ledger import (
    Act,
    Claim,
    Document,
    Hedge,
    Interval,
    Modality,
    Mode,
    Passage,
    PassageKind,
    Quantity,
    QuantityKind,
    Span,
    Statement,
    Term,
    VoiceKind,
)
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.frames import commands, is_saying, personal_events, pledges

_HEADLINES = (PassageKind.TITLE, PassageKind.HEADING)
_MANY = 20
"""People from whom on the number of those who say something is itself an account."""
_CHANGES = ("increase", "decrease")
_NEAR_START = 2
"""Words of "from the" before the figure that another has grown from."""
_TIMES = (QuantityKind.DATE, QuantityKind.YEAR, QuantityKind.TIME_OF_DAY)


def extract(
    document: Document,
    passages: Sequence[Passage],
    quantities: Sequence[Quantity],
    statements: Sequence[Statement],
) -> tuple[Claim, ...]:
    """Extract the claims of a document in text order, each on its own words.

    "At least 12 people were killed, the mayor said" gives a quantity claim (12 or more people, die)
    by the mayor; "The army denied the attack" a yes/no claim (attack) that the army negates;
    "The mayor blamed the rebels for the attack" an answer to who did it; "The bridge was last
    inspected in May" a date.
    """
    outlet, year = document.own_voice, _year(document, quantities)
    today = _today(document)
    claims: list[Claim] = []
    answers: list[Claim] = []
    dated: list[Claim] = []
    scenes: list[Scene] = []
    holders = [passage.span for passage in passages]
    counted = place(((q, spans_of_quantity(q)) for q in quantities), holders)
    said = place(((s, spans_of_statement(s)) for s in statements), holders)
    for index, passage in enumerate(passages):
        scenes.extend(set_scenes(passage, counted[index], said[index], (outlet, year)))
    matter = find_matter(scenes)
    before: Scene | None = None
    figured: Scene | None = None
    topics = Topics([q for q in quantities if q.dimension == "money" and q.per is None])
    for scene in scenes:
        counts = _read_counts(scene, topics)
        claims.extend(_count_claim(scene, c, before) for c in counts if not _is_denied(scene, c))
        disputed = figured if rejects_figures(scene) else None
        taken_up = disputed or _opening_of(scene, before, scenes)
        claims.extend(_proposition_claims(scene, taken_up))
        figured = scene if any(_is_toll(count) for count in counts) else figured
        answers.extend(_answer_claim(scene, answered) for answered in read_answers(scene, matter))
        dated.extend(_date_claim(scene, each, before) for each in read_dates(scene, today))
        before = scene if before is None or has_matter(scene) else before
    unique = {claim.id: claim for claim in claims}
    others = {claim.id: claim for claim in (*answers, *dated)}
    told = (*set_against(tuple(unique.values()), scenes), *others.values())
    return tuple(sorted(told, key=lambda claim: claim.sentence.start))


def _opening_of(scene: Scene, before: Scene | None, scenes: Sequence[Scene]) -> Scene | None:
    """Give the sentence that "he denies it" takes up: of a speech, the one that it opens with.

    A speech of several sentences says at first what the rest goes on about. `scenes` are all of the
    document, in text order.
    """
    own = {statement.id for statement in scene.statements}
    speech = [s for s in before.statements if s.id not in own] if before is not None else []
    start = min((part.start for s in speech for part in s.content), default=None)
    if before is None or start is None or start >= before.sentence.start:
        return before
    first, last = (bisect_left(scenes, at, key=_start) for at in (start, scene.sentence.start))
    inside = (scenes[index] for index in range(first, last))
    return next(filter(has_matter, inside), before)


def _start(scene: Scene) -> int:
    return scene.sentence.start


def _year(document: Document, quantities: Sequence[Quantity]) -> int | None:
    """Give the year a document is of: that of its date, else the latest whole date in its text.

    None where that is not known: who writes "on Tuesday" gives a year only to what is long past.
    """
    date = document.metadata.date
    if date is not None and date[:4].isdigit():
        return int(date[:4])
    dates = [q for q in quantities if q.kind is QuantityKind.DATE]
    if any(q.interval.low is None for q in dates):
        return None
    return max((year for quantity in dates for year in years_in(quantity)), default=None)


def _today(document: Document) -> int | None:
    """Give the day of a document as a number of days, None where it is not known."""
    try:
        return date.fromisoformat((document.metadata.date or "")[:10]).toordinal()
    except ValueError:
        return None


def _read_counts(scene: Scene, topics: Topics) -> list[Count]:
    """Read the counts of a sentence, each knowing what was counted before it."""
    asked = open_question(scene) or named_topic(scene) or asked_of(scene)
    topics.enter(scene, asked or listed_topic(scene))
    counts: list[Count] = []
    for quantity in (with_rate(scene, hours_of(quantity)) for quantity in scene.quantities):
        # "five aid workers said" counts who speaks, not what happened.
        is_aside = _counts_source(scene, quantity) or is_when_said(scene, quantity)
        is_aside = is_aside or is_excepted(scene, quantity) or is_difference(scene, quantity)
        is_aside = is_aside or is_multiple(scene, quantity) or is_age_bound(scene, quantity)
        is_aside = is_aside or is_window(scene, quantity) or is_size(scene, quantity)
        is_aside = is_aside or counts_sides(scene, quantity) or is_converted(scene, quantity)
        is_aside = is_aside or _has_no_figure(scene, quantity) or _is_silence(scene, quantity)
        if quantity.kind in COUNTABLE and not is_aside and not is_told_again(scene, quantity):
            before = topics.current
            count = read_count(scene, quantity, topics)
            count = _turned(scene, replace(count, is_more=_goes_on(count, before)))
            counts.append(narrow_by_lack(scene, count))
            is_place = bool(counts[:-1]) and says_where(scene, quantity)
            topics.note(None if is_place else topic_of(count))  # of what one group lacks, none
            if not any(reckoned(scene, quantity.span)):  # in "two weeks ago" nothing else is
                topics.note_measure(count.quantity, (*count.setting, *_spoken_of(scene)))
    return share_fates(scene, counts)


def _has_no_figure(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether only figures are wanting: "it had no casualty figures" says of nobody."""
    noun = quantity.counted.text.lower().split(" of ")[0].split()[-1:] if quantity.counted else []
    figures = word_set(scene.language, "counting", "figures")
    return quantity.interval.high == 0 and not figures.isdisjoint(noun)


def _is_silence(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether nobody only said something: «Ingen hadde sagt noe» counts no residents.

    That nobody was promised or ordered anything says that there was no promise and no order.
    """
    if quantity.interval.high != 0 or not counts_people(scene, quantity):
        return False
    clause = clause_around(scene, quantity.span)
    told = scene.mentions_in(clause)
    verbs = [m for m in told if m.role == "verb"]
    being = word_set(scene.language, "counting", "being")
    words = (w.lower for w in scene.words_between(clause.start, clause.end))
    is_passive = not being.isdisjoint(words)
    is_matter = any((m.predicate or m.concept) in personal_events() for m in told)
    if asks_unanswered(scene, scene.sentence):
        return True  # "No one knows how many are left"
    is_said = bool(verbs) and all(is_saying(m.concept) for m in verbs) and not is_passive
    is_given = bool(verbs) and all(m.concept in pledges() | commands() for m in verbs)
    return (is_said or is_given) and not is_matter


def _is_toll(count: Count) -> bool:
    """Tell whether a count says how many something befell."""
    return count.predicate is not None and count.predicate.concept in personal_events()


def _turned(scene: Scene, count: Count) -> Count:
    """Read a bound that is negated as the other bound: "never more than 41" is at most 41."""
    quantity = count.quantity
    if quantity.hedge is not Hedge.MORE_THAN or len(quantity.stated) != 1:
        return count
    said = _within(count.clause, scene.statement_at(quantity.span), quantity.span)
    if not denies_amount(scene, said, quantity.span):
        return count
    most = replace(
        quantity,
        interval=Interval(low=None, high=quantity.stated[0]),
        hedge=Hedge.AT_MOST,
        reason=f"{quantity.reason}, negated",
    )
    return replace(count, quantity=most, is_turned=True)


def _counts_source(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number only counts who speaks; that 143 have fallen ill and say so is told."""
    is_few = (quantity.interval.low or 0) < _MANY
    hurt = (m for m in scene.mentions if m.role == "people" and m.predicate in personal_events())
    is_fate = any(0 <= m.start - quantity.span.end <= 1 for m in hurt)  # "12 | hurt, one dead"
    return is_few and not is_fate and scene.is_source(quantity.span)


def _is_denied(scene: Scene, count: Count) -> bool:
    """Tell whether an amount is only given to say that it is not so; nought denies by itself.

    What befell the counted may be taken as so: "denies causing the | escape | of 40,000 salmon".
    """
    if count.quantity.interval.high == 0 or count.quantity.dimension != "count" or count.is_turned:
        return False
    amount = count.quantity.span
    statement = scene.statement_at(amount)
    said = _within(count.clause, statement, amount)  # "not | 90, as the UN said"
    if denies_amount(scene, said, amount):
        return not is_withdrawn(scene, amount)
    is_denied = _denies(scene, statement, amount) or denies_before(scene, said, statement)
    is_known = statement is not None and is_of_known(scene, statement, amount)
    return is_denied and not is_known and not _is_presupposed(scene, count)


def _denies(scene: Scene, statement: Statement | None, amount: Span) -> bool:
    """Tell whether somebody denies an amount in reported words; a quotation is said."""
    return (
        statement is not None
        and statement.act is Act.DENY
        and statement.mode is Mode.INDIRECT
        and not statement.is_negated
        and governs(scene, statement, amount)
    )


def _is_presupposed(scene: Scene, count: Count) -> bool:
    """Tell whether what befell the counted is named, and so not what is denied."""
    event = count.predicate
    nouns = (m.term.span for m in scene.mentions if m.role == "noun")
    return event is not None and event.span in nouns


def _giver(scene: Scene, amount: Span) -> Statement | None:
    """Find the statement that gives an amount: none where its words deny what holds it."""
    statement = scene.statement_at(amount)
    if statement is None:
        statement = scene.statement_at(_grown_from(scene, amount) or amount)
    return None if _denies(scene, statement, amount) else statement


def _grown_from(scene: Scene, amount: Span) -> Span | None:
    """Find the figure that an amount has grown to: "said 23 died, | up from an earlier 17"."""
    ahead = [q.span for q in scene.quantities if q.span.end <= amount.start]
    last = max(ahead, key=lambda span: span.end, default=None)
    if last is None:
        return None
    between = scene.sentence.part(last.end, amount.start)
    return last if has_marker(between, scene.language, "position", "overtaken") else None


def _goes_on(count: Count, before: Topic | None) -> bool:
    """Tell whether a count is of what was counted before it: three dead after twelve dead."""
    if before is None or count.counted is None or before.counted is None:
        return False
    events = [term.concept if term else None for term in (count.predicate, before.predicate)]
    return count.counted.concept == before.counted.concept and events[0] == events[1]


def _count_claim(scene: Scene, count: Count, before: Scene | None) -> Claim:
    """Make the claim of one count."""
    quantity = count.quantity
    statement = _giver(scene, quantity.span)
    taken = (count.counted, count.predicate, *count.restrictors)
    return Claim(
        span=_within(count.clause, statement, quantity.span),
        sentence=scene.sentence,
        language=scene.language,
        quantity=quantity,
        counted=count.counted,
        restrictors=count.restrictors,
        predicate=count.predicate,
        participants=_others(scene, count.clause, taken),
        places=_places(scene),
        times=_times(scene),
        scope=(
            *scope_of(scene, quantity.span, is_more=count.is_more),
            *rest_of(scene, count.clause, count.predicate),
        ),
        context=(
            *_others(scene, scene.sentence, taken),
            *_told_before(quantity, before),
            *count.setting,
        ),
        modality=_modality_of(scene, count, statement),
        position=read_position(scene, quantity.span),
        act=statement.act if statement else Act.SAY,
        voices=statement.voices if statement else (scene.outlet,),
        root=_root(scene, statement),
        statement=statement.id if statement else None,
        is_headline=scene.passage.kind in _HEADLINES,
        reason=f"amount: {quantity.reason}",
    )


def _modality_of(scene: Scene, count: Count, statement: Statement | None) -> Modality:
    """Tell in which sense an amount is given: what a figure may rise from is known already."""
    modality = read_modality(scene, count.clause, statement)
    amount = count.quantity.span
    before = {word.lower for word in scene.words_before(amount.start)[-_NEAR_START:]}
    changes = (m for m in scene.mentions if m.end <= amount.start and m.concept in _CHANGES)
    is_start = not before.isdisjoint(word_set(scene.language, "position", "starts"))
    is_open = modality in (Modality.EXPECTED, Modality.POSSIBLE)
    return Modality.ASSERTED if is_open and is_start and any(changes) else modality


def _told_before(quantity: Quantity, before: Scene | None) -> tuple[Term, ...]:
    """Give what the sentence before speaks of: a measure seldom says what it measures.

    "The slide went at night. It took over an hour before anyone came."
    """
    return () if before is None or quantity.dimension == "count" else _spoken_of(before)


def _spoken_of(scene: Scene) -> tuple[Term, ...]:
    """Give the things and events that a sentence speaks of, without who says it."""
    return tuple(
        m.term
        for m in scene.mentions
        if m.concept[0] not in "=~" and not _is_frame(scene, m) and m.role in ("noun", "verb")
    )


def _proposition_claims(scene: Scene, before: Scene | None) -> Iterator[Claim]:
    """Make a yes/no claim of each proposition in a sentence."""
    for proposition in read_propositions(scene, before):
        yield _proposition_claim(scene, proposition)


def _proposition_claim(scene: Scene, proposition: Proposition) -> Claim:
    """Make the claim of one proposition."""
    statement, clause = proposition.statement, proposition.clause
    if (
        statement is not None
        and statement.act is Act.DENY
        and is_of_known(scene, statement, clause)
    ):
        statement = None  # "denies the attack | which killed 150": of that the outlet tells
    act = statement.act if statement else Act.SAY
    if denies_before(scene, clause, statement):
        act = Act.DENY
    modality = read_modality(scene, clause, statement)
    if proposition.is_order:
        modality = Modality.ASSERTED  # it was given
    # "The rebels say that they hold it. This is false." goes back to no rebel.
    rejects = any(find_rejections(scene, clause))
    return Claim(
        span=proposition.words,
        sentence=scene.sentence,
        language=scene.language,
        quantity=None,
        predicate=proposition.predicate,
        participants=proposition.participants,
        places=_places(scene),
        times=_times(scene),
        scope=scope_of(scene, clause),
        context=_others(scene, scene.sentence, (proposition.predicate, *proposition.participants)),
        modality=modality,
        is_affirmed=read_affirmation(scene, clause, statement) != proposition.is_turned,
        position=read_position(scene, clause),
        act=act,
        voices=statement.voices if statement else (scene.outlet,),
        root=None if rejects else _root(scene, statement),
        statement=statement.id if statement else None,
        is_headline=scene.passage.kind in _HEADLINES,
        reason="proposition: event and participants of the clause",
    )


def _answer_claim(scene: Scene, answered: Answered) -> Claim:
    """Make the claim of one answer to an open question."""
    statement, words = answered.statement, answered.words
    patient = () if answered.patient is None else (answered.patient,)
    taken = (answered.answer, answered.event, *answered.narrowing, *patient)
    return Claim(
        span=words,
        sentence=scene.sentence,
        language=scene.language,
        quantity=None,
        asked=answered.asked,
        answer=answered.answer,
        restrictors=answered.narrowing,
        predicate=answered.event,
        participants=patient,
        places=_places(scene),
        times=_times(scene),
        scope=scope_of(scene, words),
        context=_others(scene, scene.sentence, taken),
        modality=answered.modality,
        is_affirmed=answered.is_affirmed,
        position=read_position(scene, words),
        act=answered.act,
        voices=answered.voices,
        root=_root(scene, statement) if len(answered.voices) == 1 else None,
        statement=statement.id if statement else None,
        reason=f"answer: {answered.asked}",
    )


def _date_claim(scene: Scene, dated: Dated, before: Scene | None) -> Claim:
    """Make the claim of the date of an event."""
    quantity, event, statement = dated.quantity, dated.event, dated.statement
    return Claim(
        span=_within(dated.clause, statement, quantity.span),
        sentence=scene.sentence,
        language=scene.language,
        quantity=quantity,
        predicate=event,
        participants=_others(scene, dated.clause, (event,)),
        places=_places(scene),
        times=_times(scene),
        scope=scope_of(scene, quantity.span),
        context=(*_others(scene, scene.sentence, (event,)), *_told_before(quantity, before)),
        modality=dated.modality,
        position=read_position(scene, quantity.span),
        act=statement.act if statement else Act.SAY,
        voices=statement.voices if statement else (scene.outlet,),
        root=_root(scene, statement),
        statement=statement.id if statement else None,
        reason=f"date: {quantity.reason}",
    )


def _within(clause: Span, statement: Statement | None, core: Span) -> Span:
    """Keep the clause within the statement it belongs to, so that no other voice's words enter."""
    if statement is None:
        return clause
    part = next((p for p in statement.content if p.covers(core)), clause)
    start, end = max(clause.start, part.start), min(clause.end, part.end)
    return clause.part(start, end) if start < end else core


def _root(scene: Scene, statement: Statement | None) -> str | None:
    """Name the voice that a sentence of the document's own continues, None where one is named."""
    is_told = scene.passage.kind in (PassageKind.BODY, PassageKind.QUOTE)
    if not is_told or any(said.cue is not None for said in scene.statements):
        return None
    if statement is not None and statement.speaker.kind is not VoiceKind.ORGANISATION:
        return None  # a person quoted at length speaks for itself; a report quotes others
    return scene.continued


def _others(scene: Scene, span: Span, taken: Sequence[Term | None]) -> tuple[Term, ...]:
    """Give the further terms within a span that are no cue and not taken already."""
    used = {term.span for term in taken if term is not None}
    return tuple(
        mention.term
        for mention in scene.mentions_in(span)
        if mention.term.span not in used and not _is_frame(scene, mention)
    )


def _is_frame(scene: Scene, mention: Mention) -> bool:
    """Tell whether a term belongs to "who says": it frames the claim and is not part of it."""
    return scene.is_cue(mention.term.span) or scene.is_source(mention.term.span)


def _places(scene: Scene) -> tuple[Term, ...]:
    """Give the names that stand after a preposition of place: "in Raqqa", "i den lille byen Olvik".

    "In SDF custody" is no place, "in the Dale valley" is one.
    """
    nouns = {m.start: m.concept for m in scene.mentions if m.role == "noun"}
    names = [m for m in scene.mentions if m.role == "name" and not _is_frame(scene, m)]
    return tuple(
        name.term
        for name in names
        if _is_located(scene, name) and _is_site(nouns.get(name.end + 1, "place"))
    )


def _is_site(concept: str) -> bool:
    return any(is_kind_of(concept, kind) for kind in ("place", "building"))


def _is_located(scene: Scene, name: Mention) -> bool:
    """Tell whether a preposition of place leads to a name, over articles and adjectives only."""
    prepositions = word_set(scene.language, "stop", "place_prepositions")
    articles = word_set(scene.language, "counting", "definite")
    described = {m.start for m in scene.mentions if m.role == "adjective" or _is_site(m.concept)}
    for word in reversed(scene.words_before(name.start)):
        if word.lower in prepositions:
            return True
        if word.lower not in articles and word.start not in described:
            return False
    return False


def _times(scene: Scene) -> tuple[Term, ...]:
    """Give the dates and times of the sentence; the concept is the day, or all that they span."""
    return tuple(
        Term(concept=time_concept(quantity), span=quantity.span)
        for quantity in scene.quantities
        if quantity.kind in _TIMES
    )
