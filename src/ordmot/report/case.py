"""A case as the page looks things up in it: the ledger, the reader's words, and who is where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

    `gaps` and `questions_of` go by the id of a question and of a claim; `numbers` are those of the
    questions on the page.
    """

    ledger: Ledger
    words: Words
    actors: Mapping[str, Actor]
    voice_ids: VoiceIndex
    gaps: Mapping[str | None, list[Gap]]
    numbers: Mapping[str, int]
    questions_of: Mapping[str, list[str]]


def open_case(ledger: Ledger, words: Words, questions: Iterable[Question]) -> Case:
    """Look up once what the page needs; `questions` in the order they are shown."""
    ranked = tuple(questions)
    gaps: dict[str | None, list[Gap]] = {}
    for gap in ledger.gaps:
        gaps.setdefault(gap.question, []).append(gap)
    questions_of: dict[str, list[str]] = {}
    for question in ranked:
        for answer in question.answers:
            questions_of.setdefault(answer.claim, []).append(question.id)
    return Case(
        ledger=ledger,
        words=words,
        actors={actor.id: actor for actor in ledger.comparison.actors},
        voice_ids=VoiceIndex(ledger.comparison.actors),
        gaps=gaps,
        numbers={question.id: number for number, question in enumerate(ranked, start=1)},
        questions_of=questions_of,
    )


def rank_questions(ledger: Ledger) -> list[Question]:
    """Order the questions by their strongest gap; those without a gap come last, as they came."""
    strongest: dict[str | None, float] = {}
    for gap in ledger.gaps:
        weight = gap.score - (1.0 if gap.is_weak else 0.0)
        strongest[gap.question] = max(weight, strongest.get(gap.question, -2.0))
    return sorted(ledger.questions, key=lambda question: -strongest.get(question.id, -2.0))


def anchor_of(claim_id: str) -> str:
    """Name the place in the document where the words of a claim stand."""
    return f"words-{claim_id}"
