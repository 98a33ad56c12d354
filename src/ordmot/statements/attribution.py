"""The verb of the room: from passages to statements with their voices."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ordmot.ledger import (
    Act,
    Document,
    Mode,
    Passage,
    PassageKind,
    Span,
    Statement,
    Voice,
    cut,
)
from ordmot.lexicon import serving_language
from ordmot.statements.joining import Page, join
from ordmot.statements.language import language_of
from ordmot.statements.quotations import find_quotations
from ordmot.statements.reading import Range, Utterance, read_unit, subject_of
from ordmot.statements.sources import phrase_after
from ordmot.statements.voices import Cast
from ordmot.statements.words import Unit, split_units, split_words


def attribute(document: Document, passages: Sequence[Passage]) -> tuple[Statement, ...]:
    """Find who says what in a document: every statement with its cue, source and voice chain.

    In "Col Ames denied that the bridge was hit" the content is "that the bridge was hit", the act
    DENY, and the voices run from the document to Col Ames.
    """
    units = _units(document, passages)
    readings = [
        read_unit(unit, number, language_of(passages[unit.passage].language))
        for number, unit in enumerate(units)
    ]
    subjects = [subject_of(unit, language_of(passages[unit.passage].language)) for unit in units]
    blocks = frozenset(n for n, passage in enumerate(passages) if passage.kind is PassageKind.QUOTE)
    utterances = join(Page(document.text, units, readings, subjects, blocks))
    return _Chain(document, passages, units).statements(utterances)


def _units(document: Document, passages: Sequence[Passage]) -> list[Unit]:
    text = document.text
    spans = [(passage.span.start, passage.span.end) for passage in passages]
    quotations = find_quotations(text, spans)
    starts = [quotation.start for quotation in quotations]
    units: list[Unit] = []
    for number, passage in enumerate(passages):
        start, end = spans[number]
        inside = quotations[bisect_left(starts, start) : bisect_left(starts, end)]
        sentences = [(s.start, s.end) for s in passage.sentences] or [(start, end)]
        units += split_units(text, sentences, inside, number)
    return units


class _Chain:
    """Turns utterances into statements, in text order, so that each voice knows those before."""

    def __init__(
        self, document: Document, passages: Sequence[Passage], units: Sequence[Unit]
    ) -> None:
        self._document, self._passages, self._units = document, passages, units
        self._cast = Cast(document, passages)
        self._hosts: dict[int, tuple[Voice, ...]] = {}

    def statements(self, utterances: Sequence[Utterance]) -> tuple[Statement, ...]:
        """Give each utterance its voices, and each handed-over passage its own statement."""
        found: list[Statement] = []
        waiting = list(enumerate(self._passages))
        for utterance in utterances:
            passage = self._units[utterance.unit].passage
            while waiting and waiting[0][0] <= passage:
                found += self._handed_over(*waiting.pop(0))
            found.append(self._statement(utterance, passage))
        for number, passage in waiting:
            found += self._handed_over(number, passage)
        return tuple(sorted({s.id: s for s in found}.values(), key=_place))

    def _statement(self, utterance: Utterance, number: int) -> Statement:
        lang = language_of(self._passages[number].language)
        hosts = self._hosts.get(number, (self._cast.narrator,))
        voice = self._cast.voice_of(utterance.source, lang, utterance.is_unstated)
        return Statement(
            content=tuple(self._cut(*piece) for piece in utterance.content),
            cue=utterance.cue and self._cut(*utterance.cue),
            source=utterance.source and self._cut(*utterance.source),
            mode=utterance.mode,
            act=utterance.act,
            is_negated=utterance.is_negated,
            voices=(*hosts, voice),
            reason=utterance.reason,
        )

    # -- passages that are somebody else's words -----------------------------------------------------

    def _handed_over(self, number: int, passage: Passage) -> list[Statement]:
        """Make a handed-over or foreign passage one statement of the voice it belongs to."""
        voice, source = self._host(passage)
        if voice is None:
            return []
        self._hosts[number] = (self._cast.narrator, voice)
        start = passage.span.start
        if passage.handover is not None and passage.span.covers(passage.handover):
            start = passage.handover.end
        content = self._body(start, passage.span.end)
        if not content.text:
            return []
        return [
            Statement(
                content=(content,),
                source=source,
                mode=Mode.DIRECT,
                act=Act.SAY,
                voices=self._hosts[number],
                reason=f"the passage is handed over: {passage.reason}",
            )
        ]

    def _body(self, start: int, end: int) -> Span:
        words = self._document.text[start:end]
        return self._cut(start + len(words) - len(words.lstrip(" :\u00a0\n\t–—-")), end)

    def _host(self, passage: Passage) -> tuple[Voice | None, Span | None]:
        if passage.handover is not None:
            return self._handover_voice(passage.handover)
        own = serving_language(self._document.language)
        is_foreign = passage.language != "und" and serving_language(passage.language) != own
        is_block = passage.kind is PassageKind.QUOTE
        return (self._cast.outlet if is_foreign or is_block else None), None

    def _handover_voice(self, handover: Span) -> tuple[Voice, Span]:
        lang = language_of(self._language_at(handover.start))
        words = split_words(self._document.text, handover.start, handover.end, ())
        end = phrase_after(words, 0, lang)
        source: Range = (handover.start, words[end - 1].end) if end else self._ends(handover)
        voice = self._cast.voice_of(source, lang)
        return voice, self._cut(*source)

    def _ends(self, span: Span) -> Range:
        return span.start, span.end

    def _language_at(self, offset: int) -> str:
        spans = (p for p in self._passages if p.span.start <= offset < p.span.end)
        passage = next(spans, None)
        return passage.language if passage else self._document.language

    def _cut(self, start: int, end: int) -> Span:
        return cut(self._document.id, self._document.text, start, end)


def _place(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, -statement.content[0].end
