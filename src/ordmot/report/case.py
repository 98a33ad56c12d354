"""A case as the page looks things up in it: the ledger, the reader's words, and who is where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ordmot.ledger import Actor, Gap, Ledger, Question, Voice, VoiceKind
from ordmot.report.words import Words


class VoiceIndex:
    """Finds the actor of a voice: by the mention it stands on, else by a name only one has."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_mention: dict[tuple[str, int, int], str] = {}
        self._by_name: dict[str, str | None] = {}
        for actor in actors:
            for span in actor.mentions:
                self._by_mention.setdefault((span.document, span.start, span.end), actor.id)
            for name in set(actor.names) if actor.kind is not VoiceKind.ANONYMOUS else ():
                self._by_name[name] = None if name in self._by_name else actor.id

    def named(self, name: str) -> str | None:
        """Give the id of the only actor of that name, None where there is none or several."""
        return self._by_name.get(name)

    def get(self, voice: Voice) -> str | None:
        """Give the id of the actor, None where none is known."""
        span = voice.span
        if span is not None:
            found = self._by_mention.get((span.document, span.start, span.end))
            if found is not None:
                return found
        return None if voice.kind is VoiceKind.ANONYMOUS else self._by_name.get(voice.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The ledger with what the page asks it over and over, looked up once.

    `gaps` go by the id of a question; `numbers` are those of the questions on the page.
    """

    ledger: Ledger
    words: Words
    actors: Mapping[str, Actor]
    voice_ids: VoiceIndex
    gaps: Mapping[str | None, Sequence[Gap]]
    numbers: Mapping[str, int]

    def questions_of(self, claim_id: str) -> list[str]:
        """List the ids of the questions that a claim answers, in the order they are shown."""
        homes = self.ledger.findings.homes.get(claim_id, ())
        return sorted(
            (each for each in homes if each in self.numbers), key=self.numbers.__getitem__
        )


def open_case(
    ledger: Ledger, words: Words, questions: Iterable[Question], before: Case | None = None
) -> Case:
    """Look up once what the page needs; `questions` in the order they are shown.

    What a case `before` knows of the same actors is taken over.
    """
    actors = ledger.comparison.actors
    is_same = before is not None and before.ledger.comparison.actors is actors
    return Case(
        ledger=ledger,
        words=words,
        actors=ledger.findings.actors,
        voice_ids=before.voice_ids if before and is_same else VoiceIndex(actors),
        gaps=ledger.findings.gaps_of,
        numbers={question.id: number for number, question in enumerate(questions, start=1)},
    )


def rank_questions(ledger: Ledger) -> list[Question]:
    """Order the questions by their strongest gap; those without a gap come last, as they came."""
    found = ledger.findings.strongest
    strongest = {key: gap.score - (1.0 if gap.is_weak else 0.0) for key, gap in found.items()}
    return sorted(ledger.questions, key=lambda question: -strongest.get(question.id, -2.0))


def anchor_of(claim_id: str) -> str:
    """Name the place in the document where the words of a claim stand."""
    return f"words-{claim_id}"
