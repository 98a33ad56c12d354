"""Answers to open questions: who did it, by what means or cause, from where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ordmot.claims.causes import name_open_cause
from ordmot.claims.clauses import clause_around
from ordmot.claims.deeds import find_deeds
from ordmot.claims.frames import Found, find_frames
from ordmot.claims.phrases import Phrase, words_of_answers
from ordmot.claims.propositions import with_cue
from ordmot.claims.scene import Scene
from ordmot.claims.sense import read_affirmation, read_modality
from ordmot.claims.terms import Mention
from ordmot.claims.words import has_marker
from ordmot.ledger import (
    Act,
    Asked,
    Modality,
    Mode,
    PassageKind,
    Span,
    Statement,
    Term,
    Voice,
    VoiceKind,
)
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.answers import find_means, is_actor, is_anybody, is_deed, side_of
from ordmot.lexicon.frames import framing_events

_NEGATION = 2
"""Words before an answer in which a "not" belongs to it: "not by us"."""
_OPENING = 4
"""Words of reported speech in which "it" or "they" are who speaks: "said that they shelled"."""
_ANSWERING = (Act.DENY, Act.ADMIT, Act.CONFIRM)
_SITES = ("place", "building", "vehicle", "roof")
_QUIET = (PassageKind.CAPTION, PassageKind.TITLE, PassageKind.HEADING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer with all that its claim says but for the scene: who gives it and how."""

    asked: Asked
    answer: Term
    narrowing: tuple[Term, ...]
    event: Term
    patient: Term | None
    words: Span
    modality: Modality
    statement: Statement | None
    voices: tuple[Voice, ...]
    act: Act
    is_affirmed: bool


def read_answers(scene: Scene, matter: str | None = None) -> Iterator[Answered]:
    """Read the answers of a sentence, each once; questions and captions answer nothing.

    A construction ("blamed X for") goes before the bare verb or noun it holds. `matter` is the
    mishap that the document is about: "the cause was corrosion" is of that.
    """
    if scene.passage.kind in _QUIET or scene.sentence.text.rstrip(" \"'”»’").endswith("?"):
        return
    taken: set[tuple[Asked, int]] = set()
    is_placed = False
    for found in (*find_frames(scene, matter), *find_deeds(scene)):
        read = _read(scene, found)
        keys = {(found.asks, found.answer.span.start)}
        if not found.is_instead:  # of one event one answer is denied and another given
            keys.add((found.asks, found.event.start))
        if read is None or keys & taken:
            continue
        taken |= keys
        is_placed = is_placed or (found.asks is Asked.ORIGIN and not read.is_affirmed)
        if read.is_affirmed or found.asks is Asked.ORIGIN or not is_placed:
            yield read  # "did not fire from the school" denies the place, not who fired


def _read(scene: Scene, found: Found) -> Answered | None:
    """Read one answer; None where what stands in its place is none of its kind."""
    start, end = min(s.start for s in found.spans), max(s.end for s in found.spans)
    core = scene.sentence.part(start, end)
    statement = _statement(scene, found)
    answer = _answer(scene, found, statement)
    if found.by == "accuser" and found.answer.pronoun == "theirs":
        return None
    affirms = not found.denies and _affirms(scene, core, found, statement)
    affirms = affirms or found.is_instead
    voices = _voices(scene, found, statement)
    if answer is None or voices is None or (not affirms and _is_untouched(found)):
        return None
    act = statement.act if statement is not None else Act.SAY
    own = found.event.predicate
    event = found.event.term if own is None else Term(concept=own, span=found.event.term.span)
    words = _clause(scene, core, statement)
    return Answered(
        asked=found.asks,
        answer=answer,
        narrowing=found.answer.narrowing,
        event=event,
        patient=found.patient.term if found.patient is not None else None,
        words=words,
        modality=_modality(scene, words, found, statement),
        statement=statement,
        voices=voices,
        act=Act.DENY if found.denies else act,
        is_affirmed=affirms,
    )


def _is_untouched(found: Found) -> bool:
    """Tell whether a "not" leaves the answer open: what is presupposed, the means of no event."""
    is_of_event = found.asks is not Asked.WHO and found.cue == found.event.term.span
    # "Nobody has claimed responsibility", "has not accused the army": no answer is given.
    is_unclaimed = bool(found.by) and not found.denies
    return found.is_presupposed or is_of_event or is_unclaimed


def _modality(scene: Scene, words: Span, found: Found, statement: Statement | None) -> Modality:
    """Tell in which sense an answer is given; "due to" is a cause, and expects nothing."""
    read = read_modality(scene, words, statement)
    if read is Modality.ASSERTED or not has_marker(
        found.cue, scene.language, "modality", read.value
    ):
        return read
    return Modality.ASSERTED


def _clause(scene: Scene, core: Span, statement: Statement | None) -> Span:
    """Give the clause of an answer, within what the statement says, its own words always in it."""
    clause = clause_around(scene, core)
    part = None
    if statement is not None:
        part = next((p for p in statement.content if p.covers(core)), None)
    start = max(clause.start, part.start) if part is not None else clause.start
    end = min(clause.end, part.end) if part is not None else clause.end
    whole = scene.sentence.part(min(start, core.start), max(end, core.end))
    is_answering = statement is not None and statement.act in _ANSWERING
    return with_cue(scene, whole, statement) if is_answering else whole


def _affirms(scene: Scene, core: Span, found: Found, statement: Statement | None) -> bool:
    """Tell whether the answer is given as so; what answers for itself turns nothing round."""
    start = found.accuser.span.end if found.accuser is not None else core.start
    is_bare = found.cue == found.event.term.span
    if is_bare or (found.asks is Asked.ORIGIN and found.accuser is None):
        start = clause_around(scene, core).start  # "no shots were fired by the guards"
    end = max(start, _end_of_denial(scene, core, found))
    whole = scene.sentence.part(_with_negation(scene, min(start, core.start)), end)
    is_own = bool(found.by) or _is_said_anew(scene, core, statement)
    return read_affirmation(scene, whole, None if is_own else statement)


def _end_of_denial(scene: Scene, core: Span, found: Found) -> int:
    """Give where what can deny an answer ends: no "not" within a cause or beside it is of that.

    "It sank because | the hatch was not shut", "it was a worn cable | , not the wind, that".
    """
    if found.answer.is_clause:
        return found.answer.span.start
    last = max(found.cue.start, found.event.start)
    after = scene.words_between(found.answer.span.end, last)
    is_other = bool(after) and after[0].is_mark
    return found.answer.span.end if is_other else core.end


def _is_said_anew(scene: Scene, core: Span, statement: Statement | None) -> bool:
    """Tell whether a second verb of saying governs the answer: "denied it | and said that …"."""
    part = next((p for p in statement.content if p.covers(core)), None) if statement else None
    if part is None:
        return False
    ahead = scene.sentence.part(max(part.start, scene.sentence.start), core.start)
    joining = words_of_answers(scene, "joining")
    joined = {
        after.start
        for before, after in pairwise(scene.words)
        if before.lower in joining and before.start >= ahead.start
    }
    said = (m for m in scene.mentions_in(ahead) if m.concept in framing_events())
    return any(mention.role == "verb" and mention.start in joined for mention in said)


def _with_negation(scene: Scene, start: int) -> int:
    """Take in a "not" right before the words: "it was | not | rebels who"."""
    before = scene.words_before(start)[-_NEGATION:]
    negations = words_of_answers(scene, "negations")
    return min([start, *(word.start for word in before if word.lower in negations)])


def _statement(scene: Scene, found: Found) -> Statement | None:
    """Find the statement that gives the answer: the one with the construction as its cue."""
    if found.by:
        cued = [s for s in scene.statements if s.cue is not None and s.cue.overlaps(found.cue)]
        return cued[0] if cued else scene.statement_at(found.cue)
    return scene.statement_at(found.answer.span) or scene.statement_at(found.event.term.span)


def _answer(scene: Scene, found: Found, statement: Statement | None) -> Term | None:
    """Give the term of an answer, if it is one of the kind that is asked for."""
    phrase = found.answer
    if scene.is_source(phrase.span) and found.by != "answer" and phrase.pronoun != "speaker":
        return None
    if found.asks is Asked.WHO:
        return _actor(scene, found, statement)
    if found.asks is Asked.ORIGIN:
        return _place(scene, phrase)
    concept = phrase.head.concept if phrase.head is not None else None
    kind = find_means(_core_of(phrase), concept, scene.language)
    if kind is None and found.is_open:
        kind = name_open_cause(scene, phrase, found.event.predicate or found.event.concept)
    if kind is None or kind == find_means("", found.event.concept, scene.language):
        return None  # that the fire was caused by a fire says nothing
    return Term(concept=kind, span=phrase.span)


def _core_of(phrase: Phrase) -> str:
    """Give the words that name a means, of a clause its head: "because | batteries | burnt"."""
    head = phrase.head
    return head.term.span.text if phrase.is_clause and head is not None else phrase.span.text


def _actor(scene: Scene, found: Found, statement: Statement | None) -> Term | None:
    """Give the actor that a phrase names, or who speaks where it says "we" or "its jets"."""
    phrase, head = found.answer, found.answer.head
    if phrase.pronoun:
        speaker = _speaker_meant(scene, phrase, statement)
        return Term(concept=f"={speaker}", span=phrase.span) if speaker else None
    if phrase.name:
        return Term(concept=f"={phrase.name}", span=phrase.span)
    if head is None or head.concept[0] == "~":
        return None
    concept = _concept_of_actor(head) or _state_of_weapon(scene, phrase)
    is_bare_deed = found.cue == found.event.term.span
    is_complete = is_deed(found.event.concept, "complete")
    if concept is None or (is_bare_deed and not is_complete and not _is_telling(concept, phrase)):
        return None
    return Term(concept=concept, span=phrase.span)


def _state_of_weapon(scene: Scene, phrase: Phrase) -> str | None:
    """Give the state whose weapon did it: "a Russian missile"."""
    concept = phrase.head.concept if phrase.head is not None else None
    if find_means(phrase.span.text, concept, scene.language) is None:
        return None
    nations = (t.concept for t in phrase.narrowing if is_kind_of(t.concept, "nation"))
    return next(nations, None)


def _concept_of_actor(head: Mention) -> str | None:
    """Give what an actor is: a state, what people are called by what they do, a kind of actor."""
    if head.role == "people" and head.predicate is not None:
        return head.predicate
    if head.restrictor is not None and is_kind_of(head.restrictor, "nation"):
        return head.restrictor
    return head.concept if is_actor(head.concept) else None


def _is_telling(concept: str, phrase: Phrase) -> bool:
    """Tell whether somebody who just does a deed is one that accounts can differ about."""
    if side_of(concept) is not None or is_anybody(concept) or is_kind_of(concept, "nation"):
        return True
    return any(is_kind_of(t.concept, "nation") or t.concept[0] == "=" for t in phrase.narrowing)


def _speaker_meant(scene: Scene, phrase: Phrase, statement: Statement | None) -> str:
    """Name the speaker whom a pronoun stands for, "" where it may be somebody else."""
    if statement is None or statement.speaker.span is None:
        return ""
    is_direct = statement.mode is Mode.DIRECT
    if is_direct != (phrase.pronoun == "own") and phrase.pronoun != "speaker":
        return ""
    if phrase.pronoun == "theirs" and not _opens(scene, phrase, statement):
        return ""
    return statement.speaker.speaks_for or statement.speaker.name


def _opens(scene: Scene, phrase: Phrase, statement: Statement) -> bool:
    """Tell whether a phrase stands first in what is reported, or after "that"."""
    part = next((p for p in statement.content if p.covers(phrase.span)), None)
    if part is None:
        return False
    before = scene.words_between(part.start, phrase.span.start)
    clefts = {word for phrase in words_of_answers(scene, "clefts") for word in phrase.split()}
    openers = words_of_answers(scene, "openers") | clefts
    return len(before) <= _OPENING and all(w.lower in openers for w in before)


def _place(scene: Scene, phrase: Phrase) -> Term | None:
    """Give the place that a phrase names: a name, a state, one place or building."""
    if phrase.name:
        return Term(concept=f"={phrase.name}", span=phrase.span)
    head = phrase.head
    if head is None or not any(is_kind_of(head.concept, kind) for kind in _SITES):
        return None
    is_nation = is_kind_of(head.concept, "nation")
    if not is_nation and head.term.span.text.endswith(
        tuple(words_of_answers(scene, "plural_endings"))
    ):
        return None  # "from schools" is said of many times
    return Term(concept=head.concept, span=phrase.span)


def _voices(scene: Scene, found: Found, statement: Statement | None) -> tuple[Voice, ...] | None:
    """Give who answers: the statement's voices, else the accuser or the answer itself."""
    around = statement.voices if statement is not None else (scene.outlet,)
    if not found.by or _is_cue_of(statement, found.cue):
        return around
    if found.accuser is not None and found.accuser.pronoun == "theirs":
        return None  # "they accused us": who they are is not known
    named = found.answer if found.by == "answer" else found.accuser
    if named is None or named.head is None:
        return around if found.by == "accuser" else None
    return (*around, _voice(named))


def _is_cue_of(statement: Statement | None, cue: Span) -> bool:
    return statement is not None and statement.cue is not None and statement.cue.overlaps(cue)


def _voice(phrase: Phrase) -> Voice:
    """Make the voice of a phrase that the reader of statements took for none."""
    if phrase.name or (phrase.head is not None and phrase.head.role == "name"):
        name = phrase.name or phrase.span.text
        return Voice(name=name, kind=VoiceKind.ORGANISATION, span=phrase.span)
    return Voice(name=phrase.span.text, kind=VoiceKind.GROUP, span=phrase.span)
