"""Yes/no claims: that something happened, or did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from ordmot.claims.belongings import nothing_else_taken
from ordmot.claims.clauses import split_clauses
from ordmot.claims.commands import command_given
from ordmot.claims.events import is_toll
from ordmot.claims.scene import Scene
from ordmot.claims.sense import (
    denies_before,
    denies_others,
    find_rejections,
    is_light,
    is_negated,
    is_unknown,
    lack_behind,
)
from ordmot.claims.states import is_state_said
from ordmot.claims.terms import Mention
from ordmot.claims.whereabouts import can_act, presence_said
from ordmot.claims.words import find_markers, word_set
from ordmot.ledger import Act, PassageKind, Span, Statement, Term, VoiceKind
from ordmot.lexicon import is_kind_of, read_data, serving_language
from ordmot.lexicon.frames import (
    commands,
    denied_by,
    framing_events,
    handing,
    notice,
    occupations,
    personal_events,
    pledges,
    talk,
)

_ANSWERS = (Act.DENY, Act.ADMIT, Act.CONFIRM)
_TAIL = 4
"""Words of a reported claim at most that are not read as its content."""
_NEAR = 2
"""Words before a noun among which its preposition stands."""
_AHEAD = 3
"""Words before a noun among which its article stands."""
_SHORTEST = 2
"""Words of "it is"."""
_LEAST_TERMS = 2
"""Fewer terms than these do not tell one proposition from another."""
_AWARE = "aware"
_ABOARD = "aboard"
_LEAVE = "leave"
_BODIES = ("organisation", "armed_force")
"""What acts, and says nothing of its own where it is only named."""
_SUPPORTS = ("do_act",)
"""What a noun does that names the event: "carried out | no sorties"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What a clause says of its terms; `words` is the clause with who denies or admits it.

    `is_turned` tells that it takes up what was said not to be so: "It did not ring." "A lie.";
    `is_order` that it is of an order, which is given whether it is carried out or not.
    """

    clause: Span
    words: Span
    predicate: Term
    participants: tuple[Term, ...]
    statement: Statement | None
    is_turned: bool = False
    is_order: bool = False


def read_propositions(scene: Scene, before: Scene | None) -> Iterator[Proposition]:
    """Read the propositions of a sentence, one a clause; questions assert nothing.

    "denied the claims", "That is a lie" say nothing of their own: they take up what the sentence
    before spoke of.
    """
    if scene.passage.kind is PassageKind.CAPTION or scene.sentence.text.rstrip().endswith("?"):
        return
    units = (unit for unit in _units(scene) if not _is_background(scene, unit))
    units = (part for unit in units for part in _parted_by_lack(scene, unit))
    for statement, clause in map(partial(_as_rejected, scene), units):
        is_unsaid = is_unknown(scene, clause) or _is_left_unsaid(scene, clause, statement)
        if is_unsaid or denies_others(scene, clause):
            continue
        mentions = _telling(scene, clause)
        takes_up = statement is not None and statement.act in _ANSWERS
        is_bare = (takes_up and _is_bare(scene, statement)) or _rejects(scene, clause, mentions)
        elided = _elided(scene, clause, before) if _is_elliptic(scene, clause, statement) else None
        if elided is not None:
            mentions = elided
        elif is_bare or takes_up:
            mentions = _with_matter(scene, clause, mentions, before, is_bare=is_bare)
        mentions += presence_said(scene, clause, mentions)
        mentions = [_as_named(scene, mention) for mention in mentions]
        is_taken = before is not None and (is_bare or elided is not None)
        places = [scene, before] if before is not None and is_taken else [scene]
        said = (m for m in mentions if any(is_state_said(place, m) for place in places))
        state = next(said, None)
        mentions = mentions if state is None else [m for m in mentions if not _is_copula(scene, m)]
        lead, is_turned, mentions = _lead(scene, clause, statement, mentions)
        predicate = _main_event(scene, mentions, state) if lead is None else lead
        predicate = _not_done(scene, clause, mentions, predicate) or predicate
        is_order = lead is not None and not clause.covers(lead.term.span)
        is_said = statement is not None and statement.cue is not None
        is_enough = state is not None or lead is not None or _suffices(scene, clause, statement)
        is_enough = is_enough or (is_said and any(m.concept in notice() for m in mentions))
        is_enough = is_enough or _takes_place(scene, clause, mentions)
        is_enough = is_enough or _opens_with(scene, clause, "negation", "without")
        if predicate is None or (len(mentions) < _LEAST_TERMS and not is_enough):
            continue
        if _only_names_body(scene, clause, predicate):
            continue
        if lead is None and is_toll(predicate) and is_negated(scene, clause):
            continue  # "the | toll | did not include the attackers": some died all the same
        if takes_up and _is_about_words(scene, mentions, clause, statement):
            continue
        if not is_taken and _tells_who(scene, clause, mentions):
            continue  # "more than that | the company cannot afford"
        if not is_enough and _is_of_talk(mentions, predicate):
            continue
        if not is_bare and _is_rejection(scene, clause):
            continue  # «kalte det | løgn | at hæren hadde skutt»
        is_background = _opens_with(scene, clause, "clauses", "subordinators")
        if not is_bare and is_background and _is_said_only(predicate, mentions):
            continue  # "long | before the authorities claim": who says, and not what
        is_aside = (
            statement is None and predicate.role == "verb" and predicate.start == clause.start
        )
        if is_aside and scene.sentence.start < clause.start:
            continue  # ", | supported by artillery": it colours the clause before
        if not (is_enough or is_said or _has_verb(scene, clause)):
            continue  # "Press release of 12 November", "41 confirmed attacks on hospitals"
        if _asks(scene, clause) and (takes_up or denies_before(scene, clause, statement)):
            continue
        is_turned |= before is not None and is_bare and _said_no(before, statement)
        denied = denied_by(predicate.concept)
        yield Proposition(
            clause=clause,
            words=with_cue(scene, clause, statement) if takes_up or is_order else clause,
            predicate=predicate.term if denied is None else replace(predicate.term, concept=denied),
            participants=tuple(m.term for m in mentions if m.start != predicate.start),
            statement=statement,
            is_turned=is_turned != (denied is not None or _is_late(scene, clause, predicate)),
            is_order=is_order,
        )


def _is_left_unsaid(scene: Scene, clause: Span, statement: Statement | None) -> bool:
    """Tell whether somebody has said nothing of a thing: "did not say | anything about deaths"."""
    is_silent = statement is not None and statement.is_negated and statement.act is Act.SAY
    return is_silent and _opens_with(scene, clause, "negation", "any")


def _with_matter(
    scene: Scene, clause: Span, mentions: list[Mention], before: Scene | None, *, is_bare: bool
) -> list[Mention]:
    """Give the terms of an answer with those that it takes up: "denied | it", "sending | one".

    What is bare says nothing of its own.
    """
    ahead = _told_ahead(scene, clause) if is_bare else []
    if ahead:
        return ahead
    if before is not None and is_bare:
        told = (m for m in before.mentions if not before.is_source(m.term.span))
        return [*mentions, *(m for m in told if _tells(before, m))]
    if before is not None and _points_back(scene, clause, mentions):
        return [*mentions, *_last_thing(before)]
    if _is_verb_alone(scene, clause, mentions):
        return [*_subject_before(scene, clause), *mentions]
    return mentions


def _lead(
    scene: Scene, clause: Span, statement: Statement | None, mentions: list[Mention]
) -> tuple[Mention | None, bool, list[Mention]]:
    """Find the event that leads a clause whatever its verbs: nothing else was taken, or an order.

    Gives it, whether it is denied without a negation, and the terms of the clause with it.
    """
    command = None if _only_lacks(scene, clause) else command_given(scene, clause, statement)
    taken = nothing_else_taken(scene, clause)
    if taken is not None:  # what they took is what is not denied
        mentions = [*(m for m in mentions if m.end <= taken[0].start), taken[0]]
    if command is not None:
        mentions = [*(m for m in mentions if m.start != command.start), command]
    return (command, False, mentions) if taken is None else (*taken, mentions)


def _only_lacks(scene: Scene, clause: Span) -> bool:
    """Tell whether a clause has nothing but what is not needed: "all of it, | no questions"."""
    lacking = word_set(scene.language, "negation", "determiners")
    words = scene.words_between(clause.start, clause.end)
    nouns = [after.start for word, after in pairwise(words) if word.lower in lacking]
    verbs = (m.start for m in scene.mentions_in(clause) if m.role in ("verb", "people"))
    is_bare = not _has_auxiliary(scene, clause)
    return bool(nouns) and is_bare and all(start in nouns for start in verbs)


def _as_named(scene: Scene, mention: Mention) -> Mention:
    """Read a verb that only names an event as a noun: "an inquiry into the | storming | of"."""
    endings = tuple(word_set(scene.language, "clauses", "participles"))
    if mention.role != "verb" or not mention.term.span.text.lower().endswith(endings):
        return mention
    ahead, behind = scene.words_before(mention.start)[-1:], scene.words_after(mention.end)[:1]
    articles = word_set(scene.language, "dating", "articles")
    is_named = any(word.lower in articles for word in ahead) and any(
        word.lower in word_set(scene.language, "counting", "partitives") for word in behind
    )
    return replace(mention, role="noun") if is_named else mention


def _is_late(scene: Scene, clause: Span, event: Mention) -> bool:
    """Tell that somebody did not know, of who knew "only after the accident" or «først i mars»."""
    if event.concept != _AWARE:
        return False
    late = find_markers(scene.sentence, scene.language, "negation", "late")
    return any(clause.start <= start < clause.end for start, _ in late)


def _is_copula(scene: Scene, mention: Mention) -> bool:
    """Tell whether a verb only leads to a state: "the gate | stood | open", «den | sto | åpen»."""
    if mention.role != "verb" or mention.concept not in framing_events():
        return False
    return mention.term.span.text.lower() in word_set(scene.language, "existence", "copulas")


_Unit = tuple[Statement | None, Span]


def _is_background(scene: Scene, unit: _Unit) -> bool:
    """Tell what only goes on beside a denied clause: "denies hitting it | as the toll climbs"."""
    statement, clause = unit
    if statement is None or statement.act is not Act.DENY:
        return False
    is_first = any(clause.start <= part.start for part in statement.content)
    return not is_first and _opens_with(scene, clause, "clauses", "beside")


def _opens_with(scene: Scene, clause: Span, section: str, key: str) -> bool:
    """Tell whether the first word of a clause is one of a word list."""
    opening = clause.text.lower().split(maxsplit=1)[:1]
    return not word_set(scene.language, section, key).isdisjoint(opening)


def _as_rejected(scene: Scene, unit: _Unit) -> _Unit:
    """Give what nobody is named for as what is rejected: "The claim that they came | is a lie".

    It is then a denial by who says so, and the rejection belongs to its words.
    """
    statement, clause = unit
    if statement is None or statement.cue is None:
        return unit
    is_named = statement.source is not None and scene.sentence.covers(statement.source)
    if is_named or (statement.source is None and statement.speaker.kind is not VoiceKind.UNSTATED):
        return unit
    end = statement.content[-1].end
    for start, stop in find_rejections(scene, scene.sentence):
        is_behind = end <= start and _is_short(scene, scene.sentence.part(end, start))
        if is_behind and clause.end == end and scene.sentence.covers(statement.cue):
            rejection = scene.sentence.part(start, stop)
            words = scene.sentence.part(statement.cue.start, stop)
            return scene.statement_at(rejection), words
    return unit


def _is_short(scene: Scene, between: Span) -> bool:
    """Tell whether only some words of a noun phrase stand between a claim and its rejection."""
    has_verb = any(m.role in ("verb", "people") for m in scene.mentions_in(between))
    return not has_verb and len(between.text.split()) <= _TAIL


def _is_about_words(
    scene: Scene, mentions: Sequence[Mention], clause: Span, statement: Statement | None
) -> bool:
    """Tell that only words are answered, and their matter follows: "denied reports | that …".

    Whose words they are is no matter either: "denied the rebels' claim | that …".
    """
    if statement is None or clause.end >= statement.content[-1].end:
        return False
    return all(_is_word(m) or scene.is_source(m.term.span) for m in mentions)


def _tells_who(scene: Scene, clause: Span, mentions: Sequence[Mention]) -> bool:
    """Tell whether all that is known of a clause is which body it speaks of, and nothing it is."""
    if not all(is_kind_of(m.concept, "organisation") for m in mentions):
        return False
    said = {word.lower for word in scene.words_between(clause.start, clause.end)}
    return said.isdisjoint(word_set(scene.language, "existence", "copulas"))


def _is_of_talk(mentions: Sequence[Mention], predicate: Mention) -> bool:
    """Tell whether a clause says what becomes of mere words: "the accusations | were used to …"."""
    first = mentions[0]
    return first.role == "noun" and first is not predicate and first.concept in talk()


def _asks(scene: Scene, clause: Span) -> bool:
    """Tell whether a clause is a question: how many got out may be disputed, and nothing denied."""
    return _opens_with(scene, clause, "clauses", "questions")


def _is_bare(scene: Scene, statement: Statement | None) -> bool:
    """Tell whether a statement says only words like "the claims", and nothing of the matter."""
    parts = statement.content if statement is not None else ()
    said = [m for part in parts for m in scene.mentions_in(part) if _tells(scene, m)]
    return all(m.concept[0] == "~" or m.concept in framing_events() for m in said)


def _is_elliptic(scene: Scene, clause: Span, statement: Statement | None) -> bool:
    """Tell whether somebody only says that it is so or not: "Doctors say | it is not"."""
    inside = scene.words_between(clause.start, clause.end)
    words = [word.lower for word in inside if not word.is_mark]
    known = word_set(scene.language, "elliptic", "words")
    is_said = statement is not None and statement.cue is not None
    is_said = is_said and not word_set(scene.language, "negation", "not").isdisjoint(
        part for word in words for part in (word, word[-3:])
    )
    return is_said and len(words) >= _SHORTEST and all(map(known.__contains__, words))


def _elided(scene: Scene, clause: Span, before: Scene | None) -> list[Mention] | None:
    """Give what such words are of: what another says in their sentence, or in the one before it.

    Nothing that only a relative clause tells: "the dam, which killed 40 people, | was safe".
    """
    own = _said_ahead(scene, clause)
    return own or (None if before is None else _said_in(before)) or None


def _told_ahead(scene: Scene, clause: Span) -> list[Mention]:
    """Give what its sentence says before words that only take it up: "…, reversing | a denial"."""
    told = _said_ahead(scene, clause)
    is_matter = any(
        m.role in ("verb", "people") or is_kind_of(m.concept, "event")
        for m in told
        if not _is_word(m) and m.concept not in talk()
    )
    return told if is_matter else []


def _said_ahead(scene: Scene, clause: Span) -> list[Mention]:
    """Give what somebody says in the words of the sentence before a clause."""
    return [m for m in _said_in(scene) if m.end <= clause.start]


def _said_in(scene: Scene) -> list[Mention]:
    """Give what is told in the words that somebody says."""
    told = [part for s in scene.statements if s.cue is not None for part in s.content]
    relatives = word_set(scene.language, "clauses", "relatives")
    opened = [w.start for w in scene.words if w.lower in relatives and w.text != "that"]
    commas = [word.start for word in scene.words if word.text == ","]
    asides = [(at, min((c for c in commas if c > at), default=scene.sentence.end)) for at in opened]
    return [
        mention
        for mention in scene.mentions
        if _tells(scene, mention)
        and any(part.start <= mention.start < part.end for part in told)
        and not any(start <= mention.start < end for start, end in asides)
        and not scene.is_source(mention.term.span)
    ]


def _points_back(scene: Scene, clause: Span, mentions: Sequence[Mention]) -> bool:
    """Tell whether the object of a lone verb is a pronoun: "has denied sending | one"."""
    if len(mentions) != 1 or mentions[0].role != "verb":
        return False
    after = scene.words_between(mentions[0].end, clause.end)
    return bool(after) and after[0].lower in word_set(scene.language, "clauses", "objects")


def _is_verb_alone(scene: Scene, clause: Span, mentions: Sequence[Mention]) -> bool:
    """Tell whether a verb alone goes on: "a warning was given | and then withdrawn"."""
    is_alone = len(mentions) == 1 and mentions[0].role == "verb"
    return is_alone and _opens_with(scene, clause, "counting", "joining")


def _subject_before(scene: Scene, clause: Span) -> list[Mention]:
    """Give what the clause before another speaks of: its verb's subject is that of both."""
    clauses = [c for c in split_clauses(scene) if c.end <= clause.start]
    told = scene.mentions_in(clauses[-1]) if clauses else ()
    nouns = [m for m in told if m.role in ("noun", "people", "word") and _tells(scene, m)]
    return [m for m in nouns if not scene.is_source(m.term.span)]


def _last_thing(before: Scene) -> list[Mention]:
    """Give the noun of a sentence that a pronoun after it stands for: its last new one, if any."""
    nouns = [m for m in before.mentions if m.role == "noun" and _tells(before, m)]
    nouns = [m for m in nouns if not before.is_source(m.term.span)]
    new = [m for m in nouns if _is_new(before, m)]
    return (new or nouns)[-1:]


def _is_new(scene: Scene, noun: Mention) -> bool:
    """Tell whether a noun is brought in here: "a tsunami | warning", "no | ransom"."""
    ahead = [word.lower for word in scene.words_before(noun.start)][-_AHEAD:]
    return not word_set(scene.language, "clauses", "indefinite").isdisjoint(ahead)


def _rejects(scene: Scene, clause: Span, mentions: list[Mention]) -> bool:
    """Tell whether a clause only says that something is not so; its own words then tell nothing."""
    found = find_rejections(scene, scene.sentence)
    places = [(start, end) for start, end in found if start < clause.end and clause.start < end]
    told = [m for m in mentions if not any(start <= m.start < end for start, end in places)]
    is_bare = bool(places) and all(m.concept[0] in "~=" or _is_word(m) for m in told)
    is_bare = is_bare and not _leads_on(scene, max(end for _, end in places))
    if is_bare:
        mentions.clear()
    return is_bare


def has_matter(scene: Scene) -> bool:
    """Tell whether a sentence speaks of something that a denial after it can take up."""
    found = [*find_rejections(scene, scene.sentence)]
    told = [m for m in scene.mentions if _tells(scene, m) and not scene.is_source(m.term.span)]
    told = [m for m in told if not any(start <= m.start < end for start, end in found)]
    return not all(m.concept[0] in "~=" or _is_word(m) for m in told)


def _said_no(before: Scene, statement: Statement | None) -> bool:
    """Tell whether another says before, in its own words or those it gives, that something is not.

    Who denies and goes on "That is a lie" speaks of what was said against him.
    """
    speakers = {s.speaker.name for s in before.statements if s.cue is not None}
    if statement is not None and statement.speaker.name in speakers:
        return False
    told = [part for s in before.statements for part in s.content if before.sentence.covers(part)]
    return is_negated(before, told[-1] if told else before.sentence)


def rejects_figures(scene: Scene) -> bool:
    """Tell whether figures are denied as such: "rejects the figures" means those of the toll."""
    figures = word_set(scene.language, "counting", "figures")
    denied = [part for s in scene.statements if s.act is Act.DENY for part in s.content]
    denied = [part for part in denied if scene.sentence.covers(part)]
    words = ((word, part) for word in scene.words for part in denied)
    said = {word.lower for word, part in words if part.start <= word.start < part.end}
    is_amount = any(q.span.overlaps(part) for q in scene.quantities for part in denied)
    return not said.isdisjoint(figures) and not is_amount


def _leads_on(scene: Scene, end: int) -> bool:
    """Tell whether what is not so follows: "It is not true | that the army came"."""
    after = scene.sentence.part(end, scene.sentence.end).text.lower().split(maxsplit=1)[:1]
    return bool(word_set(scene.language, "clauses", "openers").intersection(after))


def _is_word(mention: Mention) -> bool:
    """Tell whether a term names words or those who speak, and nothing of the matter."""
    concept = mention.concept
    return concept in framing_events() or concept == "event" or is_kind_of(concept, "person")


def _is_rejection(scene: Scene, clause: Span) -> bool:
    """Tell whether a clause lies within the words that reject another."""
    found = find_rejections(scene, scene.sentence)
    return any(start <= clause.start and clause.end <= end for start, end in found)


def _is_said_only(predicate: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether a clause tells that somebody says something, and not what."""
    is_saying = predicate.role == "verb" and predicate.concept in framing_events()
    return is_saying and all(_is_word(m) or is_kind_of(m.concept, "group") for m in mentions)


def _has_verb(scene: Scene, clause: Span) -> bool:
    """Tell whether a clause says something of something: names and bylines do not."""
    is_said = any(m.role in ("verb", "people") for m in scene.mentions_in(clause))
    return is_said or _has_auxiliary(scene, clause)


def _has_auxiliary(scene: Scene, clause: Span) -> bool:
    """Tell whether a clause has a verb that only leads to another, or to what there is."""
    said = {word.lower for word in scene.words_between(clause.start, clause.end)}
    kinds = ("verbs", "auxiliaries", "copulas")
    return any(not said.isdisjoint(word_set(scene.language, "existence", kind)) for kind in kinds)


def _telling(scene: Scene, clause: Span) -> list[Mention]:
    """Give the terms of a clause that bear on what is asserted; "false" and "a lie" do not."""
    found = [*find_rejections(scene, clause)]
    told = (m for m in scene.mentions_in(clause) if _tells(scene, m))
    return [m for m in told if not any(start <= m.start < end for start, end in found)]


def _suffices(scene: Scene, clause: Span, statement: Statement | None) -> bool:
    """Tell whether one known term is enough: it is where somebody denies or admits it."""
    takes_up = statement is not None and statement.act in _ANSWERS
    return takes_up or is_negated(scene, clause) or denies_before(scene, clause, statement)


def _takes_place(scene: Scene, clause: Span, mentions: Sequence[Mention]) -> bool:
    """Tell whether a clause says of one event that there was it: "an agreement | was reached"."""
    told = [m for m in mentions if m.role == "noun" and is_kind_of(m.concept, "event")]
    is_event = len(told) == len(mentions) == 1 and not _is_word(told[0])
    if not is_event or _is_circumstance(scene, clause, told[0]):
        return False
    said = {word.lower for word in scene.words_between(clause.start, clause.end)}
    return not said.isdisjoint(word_set(scene.language, "existence", "verbs"))


def _is_circumstance(scene: Scene, clause: Span, event: Mention) -> bool:
    """Tell whether an event is only what the clause goes by: "under the | agreement"."""
    ahead = scene.words_between(clause.start, event.start)
    prepositions = read_data(serving_language(scene.language), "grammar")["prepositions"]
    return any(word.lower in prepositions for word in ahead[-_NEAR:])


def _units(scene: Scene) -> Iterator[tuple[Statement | None, Span]]:
    """Give the clauses to read: those of each statement's content, and those outside of all.

    A passage quoted at length is a statement that holds further ones: the inner ones count.
    """
    statements = [s for s in scene.statements if not _names_notice(scene, s)]
    for clause in split_clauses(scene):
        touching = [s for s in statements if any(p.overlaps(clause) for p in s.content)]
        touching = [s for s in touching if not _is_told_to_be_denied(s, touching)]
        cued = [s for s in touching if s.cue is not None and scene.sentence.covers(s.cue)]
        parts = [
            (statement, _overlap(clause, part))
            for statement in cued or touching
            for part in statement.content
            if part.overlaps(clause)
        ]
        if parts:
            yield from parts
            if all(statement is not None and statement.is_rejoinder for statement, _ in parts):
                yield None, min((part for _, part in parts), key=lambda part: part.start)
        elif not any(s.cue is not None and s.cue.overlaps(clause) for s in statements):
            yield None, clause


def _parted_by_lack(scene: Scene, unit: _Unit) -> Iterator[_Unit]:
    """Part what was done from what it was done without: "police opened fire | without warning".

    The deed was done, and a warning was not given.
    """
    statement, clause = unit
    lack = lack_behind(scene, clause)
    if lack is None:
        yield unit
        return
    end = scene.words_between(clause.start, lack.start)[-1].end
    yield statement, clause.part(clause.start, end)
    yield statement, clause.part(lack.start, clause.end)


def _names_notice(scene: Scene, statement: Statement) -> bool:
    """Tell whether a statement is only a noun that is spoken of: "no | warning of | a raid".

    Nobody says it there: that there was a warning or none is what is told.
    """
    if statement.source is not None or statement.cue is None:
        return False
    cue = scene.mentions_in(statement.cue)
    return any(m.role == "noun" and m.concept in notice() for m in cue)


def _is_told_to_be_denied(statement: Statement, others: Sequence[Statement]) -> bool:
    """Tell a claim that is only named to deny it: "the army denied | the rebels' claim that …".

    The denial says what is claimed; of an amount it does not tell who gives it.
    """
    owner, cue = statement.source, statement.cue
    if owner is None or cue is None or not owner.start < cue.start < statement.content[0].start:
        return False
    denials = (s for s in others if s.act is Act.DENY and s is not statement)
    return any(
        s.cue is not None and s.cue.end <= owner.start and _is_shared(s, statement) for s in denials
    )


def _is_shared(one: Statement, other: Statement) -> bool:
    """Tell whether two statements have words in common."""
    return any(mine.overlaps(theirs) for mine in one.content for theirs in other.content)


def with_cue(scene: Scene, clause: Span, statement: Statement | None) -> Span:
    """Give the clause with who denies or admits it: the content alone reads as its opposite."""
    if statement is None:
        return clause
    frame = [s for s in (statement.source, statement.cue) if s and scene.sentence.covers(s)]
    start = min([clause.start, *(span.start for span in frame)])
    end = max([clause.end, *(span.end for span in frame)])
    return scene.sentence.part(start, end) if scene.sentence.covers(clause) else clause


def _overlap(clause: Span, part: Span) -> Span:
    return clause.part(max(clause.start, part.start), min(clause.end, part.end))


def _hands_notice(verb: Mention, nouns: Sequence[Mention]) -> bool:
    """Tell whether the first thing sent or received is told: a warning, a promise, no parcel."""
    ahead = [m for m in nouns if m.end <= verb.start]
    behind = [m for m in nouns if m.start >= verb.end]
    things = behind[:1] or ahead[-1:]
    given = notice() | pledges() | commands()
    return any(thing.concept in given for thing in things)


def _tells(scene: Scene, mention: Mention) -> bool:
    """Tell whether a term bears on what is asserted: no cue, source, light verb or mere quality."""
    span = mention.term.span
    cued = [s for s in scene.statements if s.cue is not None and s.cue.overlaps(span)]
    is_cue = bool(cued) and not any(_names_notice(scene, s) for s in cued)
    if is_cue or is_light(span.text, scene.language):
        return False
    return not is_kind_of(mention.concept, "quality") or is_state_said(scene, mention)


def _leaves_hurt(scene: Scene, leaving: Mention, mentions: list[Mention]) -> bool:
    """Tell whether a verb only leads to what befell people: "the blast | left | 12 hurt".

    Who "left with 12 wounded", or leaves "the wounded men" behind, goes away.
    """
    if leaving.concept != _LEAVE or leaving.role != "verb":
        return False
    behind = [m for m in mentions if m.start >= leaving.end]
    hurt = next((m for m in behind if _is_hurt(m)), None)
    if hurt is None or any(m.start - hurt.end == 1 for m in behind if m.role in ("noun", "people")):
        return False
    between = [word.lower for word in scene.words_between(leaving.end, hurt.start)]
    prepositions = read_data(serving_language(scene.language), "grammar")["prepositions"]
    parting = {*prepositions, *word_set(scene.language, "clauses", "openers")}
    articles = word_set(scene.language, "dating", "articles")
    is_object = bool(between) and between[-1] not in articles
    return is_object and parting.isdisjoint(between)


def _is_hurt(mention: Mention) -> bool:
    """Tell whether a word says what befell people: "dead", "homeless", "wounded"."""
    is_fate = mention.role == "people" and mention.predicate not in (None, *occupations())
    return is_fate or (mention.role == "verb" and mention.concept in personal_events())


def _are_only_named(mention: Mention) -> bool:
    """Tell whether people are only called by what they do: "granted the | protesters" a deal."""
    return mention.role == "people" and mention.predicate in (None, *occupations())


def _as_event(mention: Mention) -> Mention:
    """Give what befell people as the event that they are named by: "there were no | casualties"."""
    if mention.role != "people" or mention.predicate is None:
        return mention
    return replace(mention, term=replace(mention.term, concept=mention.predicate))


def _is_in_name(scene: Scene, before: Mention, noun: Mention) -> bool:
    """Tell whether a noun only belongs to the name of a body: "the Ministry of | Defence"."""
    are_capital = all(m.term.span.text[:1].isupper() for m in (before, noun))
    between = [word.lower for word in scene.words_between(before.end, noun.start)]
    links = word_set(scene.language, "counting", "partitives")
    return are_capital and len(between) == 1 and between[0] in links


def _not_done(
    scene: Scene, clause: Span, mentions: list[Mention], event: Mention | None
) -> Mention | None:
    """Find the verb that is denied where the lexicon lacks it: "do not | condone | any deal".

    That says not that there was no deal.
    """
    negations = word_set(scene.language, "negation", "not")
    words = scene.words_between(clause.start, clause.end)
    denied = {after.start for word, after in pairwise(words) if word.lower in negations}
    verb = next((m for m in mentions if m.role == "word" and m.start in denied), None)
    if verb is None or event is None or event.role != "noun":
        return None
    return verb if verb.start < event.start else None


def _only_names_body(scene: Scene, clause: Span, predicate: Mention) -> bool:
    """Tell whether a clause says no more than a body: "| the coast guard |"; what none is it says.

    "It was not the company" denies something.
    """
    is_body = any(is_kind_of(predicate.concept, kind) for kind in _BODIES)
    return predicate.role == "noun" and is_body and not is_negated(scene, clause)


def _called(scene: Scene, events: Sequence[Mention]) -> Mention | None:
    """Find what an event is said to have been: "the explosion was | an accident".

    Not "was the result of a slide", which tells its cause.
    """
    copulas = word_set(scene.language, "existence", "copulas")
    small = word_set(scene.language, "negation", "words")
    small |= word_set(scene.language, "slots", "before_noun")
    of = word_set(scene.language, "existence", "of")
    for before, event in pairwise(events):
        words = scene.words_between(before.end, event.start)
        at = next((i for i, word in enumerate(words) if word.lower in copulas), None)
        behind = scene.words_after(event.end)[:1]
        is_whole = not behind or behind[0].lower not in of
        if at is not None and is_whole and all(w.lower in small for w in words[at + 1 :]):
            return event
    return None


def _is_undone(scene: Scene, mention: Mention) -> bool:
    """Tell the verb that only denies what follows: "the yard | failed to | warn the crew".

    Of a sentence before, the word alone decides.
    """
    if scene.sentence.covers(mention.term.span):
        found = find_markers(scene.sentence, scene.language, "negation", "verbs")
        return any(start == mention.start for start, _ in found)
    words = word_set(scene.language, "negation", "verbs")
    return any(phrase.split()[0] == mention.term.span.text.lower() for phrase in words)


def _says_more(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether a verb behind says what was done: "nobody on board | was wearing a vest"."""
    return any(m.role == "verb" and m.start > mention.start for m in mentions)


def _main_event(scene: Scene, mentions: list[Mention], state: Mention | None) -> Mention | None:
    """Choose the event of a clause: its first full verb, its state, else a noun for an event."""
    nouns = [m for m in mentions if m.role == "noun"]
    open_ends = word_set(scene.language, "stop", "words")  # «kontroll | over | lekkasjen»
    heads = {m.start - 1 for m in nouns}  # "the | patrol | ship" is a ship
    heads -= {m.end for m in nouns if m.term.span.text.lower().split()[-1] in open_ends}
    heads |= {m.end for before, m in pairwise(nouns) if _is_in_name(scene, before, m)}
    events = [m for m in nouns if is_kind_of(m.concept, "event") and m.end not in heads]
    for role in ("verb", "people"):
        for mention in mentions:
            is_mere = (
                (events and mention.concept in _SUPPORTS)
                or (mention.concept == _ABOARD and _says_more(mention, mentions))
                or (_is_undone(scene, mention) and _says_more(mention, mentions))
                or (state is not None and mention.concept in framing_events())
                or (mention.concept in handing() and _hands_notice(mention, nouns))
                or _leaves_hurt(scene, mention, mentions)
            )
            if mention.role == role and not is_mere and not _are_only_named(mention):
                return _as_event(mention)
    if state is not None:
        return state
    called = _called(scene, events)
    if called is not None:
        return called
    words = (m for m in mentions if m.role in ("word", "people"))
    things = (m for m in nouns if not can_act(m.concept))  # "the police used | tear gas"
    return next(iter((*events, *things, *nouns, *words)), None)
