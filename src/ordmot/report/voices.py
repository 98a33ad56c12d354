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
    """What is counted for one voice; `voice` is how it is first named."""

    voice: Voice
    statements: int = 0
    words: int = 0
    claims: int = 0
    documents: set[str] = field(default_factory=set)
    places: dict[tuple[int, str, str], None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """One voice of the list, with what it says; its anchor is the id of its actor.

    The places of the tally are its accounts in questions: number, id and letter.
    """

    anchor: str | None
    name: str
    kind: str
    descriptor: str | None
    speaks_for: str | None
    merges: tuple[Merge, ...]
    tally: Tally


def list_voices(case: Case, questions: Sequence[QuestionView]) -> tuple[VoiceView, ...]:
    """List who speaks, the most words first; actors who say nothing are left out."""
    tallies = _tally(case)
    _add_places(tallies, case, questions)
    ranked = sorted(tallies, key=lambda key: (-tallies[key].words, -tallies[key].claims, key))
    return tuple(_show(tallies[key], case.actors.get(key), case) for key in ranked)


def _key(voice: Voice, case: Case) -> str:
    """Name the voice across the case: its actor's id, or kind and name where it has none."""
    return case.voice_ids.get(voice) or f"{voice.kind} {voice.name}"


def _tally(case: Case) -> dict[str, Tally]:
    """Count statements, words and claims of each voice."""
    tallies: dict[str, Tally] = {}
    for voice, document, statement in _sayings(case):
        tally = tallies.setdefault(_key(voice, case), Tally(voice))
        tally.documents.add(document)
        if statement is None:
            tally.claims += 1
        else:
            tally.statements += 1
            tally.words += sum(len(span.text.split()) for span in statement.content)
    return tallies


def _sayings(case: Case) -> Iterable[tuple[Voice, str, Statement | None]]:
    """Go through all that is said: statements, and claims (None)."""
    for reading in case.ledger.readings:
        for statement in reading.statements:
            yield statement.speaker, reading.document.id, statement
        for claim in reading.claims:
            yield claim.speaker, reading.document.id, None


def _add_places(tallies: dict[str, Tally], case: Case, questions: Sequence[QuestionView]) -> None:
    """Note which accounts of which questions each voice gives."""
    for view in questions:
        for account in view.accounts:
            place = (view.number, view.question.id, account.letter)
            tallies[_key(account.claim.speaker, case)].places[place] = None


def _show(tally: Tally, actor: Actor | None, case: Case) -> VoiceView:
    """Make the view of a voice, of its actor where one is known."""
    voice = tally.voice
    kind = actor.kind if actor else voice.kind
    chief = case.actors.get(actor.speaks_for or "") if actor else None
    return VoiceView(
        anchor=actor.id if actor else None,
        name=actor.name if actor else name_voice(voice, case.words),
        kind="" if kind is VoiceKind.UNSTATED else case.words.name("kind", kind),
        descriptor=(actor.descriptor if actor else None) or voice.role,
        speaks_for=chief.name if chief else voice.speaks_for,
        merges=actor.merges if actor else (),
        tally=tally,
    )
