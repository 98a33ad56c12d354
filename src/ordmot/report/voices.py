"""The voices of a case: who says how much, under which names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ordmot.ledger import Actor, Merge, Statement, Voice, VoiceKind
from ordmot.report.accounts import name_voice
from ordmot.report.case import Case
from ordmot.report.questions import QuestionView


@dataclass(slots=True)
class Tally:
    """What is counted for one voice."""

    statements: int = 0
    words: int = 0
    claims: int = 0
    documents: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """One voice of the list; `places` are its accounts in questions, as (question, letter)."""

    anchor: str | None
    name: str
    kind: str
    descriptor: str | None
    speaks_for: str | None
    merges: tuple[Merge, ...]
    tally: Tally
    places: tuple[tuple[int, str, str], ...]


def list_voices(case: Case, questions: Sequence[QuestionView]) -> tuple[VoiceView, ...]:
    """List who speaks, the most words first; actors who say nothing are left out."""
    actors = {actor.id: actor for actor in case.ledger.comparison.actors}
    tallies, names = _tally(case)
    places = _find_places(case, questions)
    ranked = sorted(tallies, key=lambda key: (-tallies[key].words, -tallies[key].claims, key))
    return tuple(
        _show(key, actors, names[key], tallies[key], case, places.get(key, {})) for key in ranked
    )


def _key(voice: Voice, case: Case) -> str:
    """Name the voice across the case: its actor's id, or kind and name where it has none."""
    return case.voice_ids.get(voice) or f"{voice.kind} {voice.name}"


def _tally(case: Case) -> tuple[dict[str, Tally], dict[str, Voice]]:
    """Count statements, words and claims of each voice."""
    tallies: dict[str, Tally] = {}
    names: dict[str, Voice] = {}
    for voice, document, statement in _sayings(case):
        key = _key(voice, case)
        names.setdefault(key, voice)
        tally = tallies.setdefault(key, Tally())
        tally.documents.add(document)
        if statement is None:
            tally.claims += 1
        else:
            tally.statements += 1
            tally.words += sum(len(span.text.split()) for span in statement.content)
    return tallies, names


def _sayings(case: Case) -> Iterable[tuple[Voice, str, Statement | None]]:
    """Go through all that is said: statements, and claims (None)."""
    for reading in case.ledger.readings:
        for statement in reading.statements:
            yield statement.speaker, reading.document.id, statement
        for claim in reading.claims:
            yield claim.speaker, reading.document.id, None


def _find_places(
    case: Case, questions: Sequence[QuestionView]
) -> dict[str, dict[tuple[int, str, str], None]]:
    """Find which accounts of which questions each voice gives."""
    places: dict[str, dict[tuple[int, str, str], None]] = {}
    for view in questions:
        for account in view.accounts:
            key = _key(account.claim.speaker, case)
            place = (view.number, view.question.id, account.letter)
            places.setdefault(key, {})[place] = None
    return places


def _show(
    key: str,
    actors: dict[str, Actor],
    voice: Voice,
    tally: Tally,
    case: Case,
    places: Iterable[tuple[int, str, str]],
) -> VoiceView:
    """Make the view of a voice."""
    actor = actors.get(key)
    kind = actor.kind if actor else voice.kind
    chief = actors.get(actor.speaks_for or "") if actor else None
    return VoiceView(
        anchor=actor.id if actor else None,
        name=actor.name if actor else name_voice(voice, case.words),
        kind="" if kind is VoiceKind.UNSTATED else case.words.name("kind", kind),
        descriptor=(actor.descriptor if actor else None) or voice.role,
        speaks_for=chief.name if chief else voice.speaks_for,
        merges=actor.merges if actor else (),
        tally=tally,
        places=tuple(places),
    )
