"""The verb of the room: from passages to statements with their voices."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ordmot.ledger import (
    Act,
    Document,
    Mode,
    Passage,
    PassageKind,
    Span,
    Statement,
    Voice,
    VoiceKind,
    cut,
)
from ordmot.lexicon import serving_language
from ordmot.statements.handing import LeadIn, read_lead_in
from ordmot.statements.joining import Page, join
from ordmot.statements.language import language_of
from ordmot.statements.marked import Layout, Reads, read_marks
from ordmot.statements.merging import merge
from ordmot.statements.prefaces import NAME_BEFORE_COLON
from ordmot.statements.quotations import OPENING_MARKS, find_quotations
from ordmot.statements.reading import read_unit, subject_of
from ordmot.statements.sentence import Range, Utterance
from ordmot.statements.voices import Cast
from ordmot.statements.words import Unit, after_stamp, split_units

if TYPE_CHECKING:
    from ordmot.encoder import Name

_PERSON = "PER"  # the encoder's kinds of names
_BODY = "ORG"
_LEADING = " :\u00a0\n\t–—-"


def attribute(
    document: Document, passages: Sequence[Passage], reader: Reads | None = None
) -> tuple[Statement, ...]:
    """Find who says what in a document: every statement with its cue, source and voice chain.

    In "Col Ames denied that the bridge was hit" the content is "that the bridge was hit", the act
    DENY, and the voices run from the document to Col Ames. With a `reader` its network and the
    rules find it together; without one the rules work alone.
    """
    page = _page(document, passages)
    found = join(page)
    people: list[Range] = []
    bodies: frozenset[str] = frozenset()
    if reader is not None:
        spoken = [language_of(passages[unit.passage].language) for unit in page.units]
        layout = Layout(document.text, page.units, spoken)
        notes = reader.read(document.text)
        found = merge(found, read_marks(notes, reader.version, layout), layout)
        people = [(name.start, name.end) for name in notes.names if name.kind == _PERSON]
        bodies = _named(notes.names, _BODY, document.text)
        bodies -= _named(notes.names, _PERSON, document.text)
    cast = Cast(document, passages, people, bodies)
    return _Chain(document, passages, page, cast).statements(found)


def _named(names: Sequence[Name], kind: str, text: str) -> frozenset[str]:
    """Give the words of all names of a kind."""
    return frozenset(text[name.start : name.end] for name in names if name.kind == kind)


def _page(document: Document, passages: Sequence[Passage]) -> Page:
    """Read every sentence of a document by the rules."""
    units = _units(document, passages)
    readings = [
        read_unit(unit, number, language_of(passages[unit.passage].language))
        for number, unit in enumerate(units)
    ]
    subjects = [subject_of(unit, language_of(passages[unit.passage].language)) for unit in units]
    blocks = frozenset(n for n, passage in enumerate(passages) if _is_block(passage))
    languages = {language_of(passage.language) for passage in passages}
    unnamed = frozenset[str]().union(*(lang["unnamed_subjects"] for lang in languages))
    turns = frozenset(n for n, p in enumerate(passages) if language_of(p.language)["turn_marks"])
    return Page(document.text, units, readings, subjects, blocks, unnamed, turns)


def _is_block(passage: Passage) -> bool:
    """Tell whether a passage as a whole is somebody else's words."""
    return passage.kind is PassageKind.QUOTE or passage.handover is not None


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
        body = _after_label(text, passage)
        sentences = [(max(first, body), last) for first, last in sentences if last > body]
        units += split_units(text, sentences, inside, number)
    return units


def _after_label(text: str, passage: Passage) -> int:
    """Find where the words begin behind a label or a time: "LIND: | We left", "05.05 | Ministry".

    The label is one inside the passage that hands it over.
    """
    label = passage.handover
    if label is None or not passage.span.covers(label) or label.end >= passage.span.end:
        clock_words = language_of(passage.language)["clock_words"]
        return after_stamp(text, passage.span.start, passage.span.end, clock_words)
    words = text[label.end : passage.span.end]
    return label.end + len(words) - len(words.lstrip(_LEADING))


class _Chain:
    """Turns utterances into statements, in text order, so that each voice knows those before."""

    def __init__(
        self,
        document: Document,
        passages: Sequence[Passage],
        page: Page,
        cast: Cast,
    ) -> None:
        self._document, self._passages, self._page = document, passages, page
        self._cast = cast
        self._hosts: dict[int, tuple[Voice, ...]] = {}
        self._outer: dict[Range, tuple[Voice, ...]] = {}  # the voices of each content
        self._given: set[int] = set()  # passages whose speaker a lead-in names
        own = Counter(
            serving_language(p.language) for p in passages if p.kind is not PassageKind.QUOTE
        )
        self._own_language = own.most_common(1)[0][0] if own else document.language
        self._starts = [passage.span.start for passage in passages]
        self._unit_passages = [unit.passage for unit in page.units]
        self._met = 0
        self._opened = 0

    def statements(self, utterances: Sequence[Utterance]) -> tuple[Statement, ...]:
        """Give each utterance its voices, and each handed-over passage its own statement."""
        found: list[Statement] = []
        for utterance in utterances:
            number = self._page.units[utterance.unit].passage
            home = self._passage_at(utterance.content[0][0])
            found += self._open_passages(max(number, home) + 1)
            self._meet_people(utterance)
            if not self._is_given(utterance, home):
                found.append(self._statement(utterance, number))
        found += self._open_passages(len(self._passages))
        return tuple(sorted({s.id: s for s in found}.values(), key=_place))

    def _is_given(self, utterance: Utterance, number: int) -> bool:
        """Tell whether the passage of a content as a whole says already what an utterance says.

        So it is where the cue stands before the passage, in the words that hand it over.
        """
        passage = self._passages[number].span
        is_led = utterance.cue is None or not passage.start <= utterance.cue[0] < passage.end
        if number not in self._given:
            return number in self._hosts and utterance.source is None and is_led
        return is_led or utterance.reason.startswith(NAME_BEFORE_COLON)

    def _passage_at(self, offset: int) -> int:
        """Give the number of the passage that holds a place."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _open_passages(self, end: int) -> list[Statement]:
        numbers = range(self._opened, end)
        self._opened = max(self._opened, end)
        return [s for n in numbers for s in self._handed_over(n, self._passages[n])]

    def _meet_people(self, utterance: Utterance) -> None:
        """Let the cast meet whoever acts before the utterance names its source."""
        limit = (utterance.source or utterance.cue or utterance.content[0])[0]
        while self._met < len(self._page.units):
            unit, subject = self._page.units[self._met], self._page.subjects[self._met]
            if unit.start > limit or (subject is not None and subject[1] > limit):
                break
            if subject is not None:
                self._cast.meet(subject, language_of(self._passages[unit.passage].language))
            self._met += 1

    def _statement(self, utterance: Utterance, number: int) -> Statement:
        return Statement(
            content=tuple(self._cut(*piece) for piece in utterance.content),
            cue=utterance.cue and self._cut(*utterance.cue),
            source=utterance.source and self._cut(*utterance.source),
            mode=utterance.mode,
            act=utterance.act,
            is_negated=utterance.is_negated,
            voices=self._voices(utterance, number),
            reason=utterance.reason,
        )

    def _voices(self, utterance: Utterance, number: int) -> tuple[Voice, ...]:
        """Put the speaker behind the voices that the passage already stands in."""
        lang = language_of(self._passages[number].language)
        hosts = self._hosts.get(number, (self._cast.narrator,))
        if utterance.within is not None:
            hosts = self._outer.get(utterance.within, hosts)
        voice = self._cast.voice_of(
            utterance.source,
            lang,
            is_unstated=utterance.is_unstated,
            is_nested=utterance.within is not None,
        )
        if voice.name.lower() in lang["first_person"]:  # "we thought": the host
            return (*hosts[:-1], replace(hosts[-1], span=voice.span)) if len(hosts) > 1 else hosts
        if utterance.within is None:
            self._outer[utterance.content[0]] = (*hosts, voice)
        return (*hosts, voice)

    # -- passages that are somebody else's words --------------------------------------------------

    def _handed_over(self, number: int, passage: Passage) -> list[Statement]:
        """Make a handed-over or quoted passage one statement of the voice it belongs to."""
        lead = self._lead_in(number, passage)
        hosts = self._passage_hosts(passage, lead)
        start = passage.span.start
        if passage.handover is not None and passage.span.covers(passage.handover):
            start = passage.handover.end
        content = self._body(start, passage.span.end)
        if len(hosts) == 1 or not content.text:
            return []
        self._hosts[number] = hosts
        if lead is not None:
            self._given.add(number)
        source = self._cut(*lead.source) if lead else None
        cue = self._cut(*lead.cue) if lead and lead.cue else None
        return [
            Statement(
                content=(content,),
                source=source,
                cue=cue,
                mode=Mode.DIRECT,
                act=lead.act if lead else Act.SAY,
                voices=hosts,
                reason=f"a passage in another voice: {passage.reason}",
            )
        ]

    def _body(self, start: int, end: int) -> Span:
        words = self._document.text[start:end]
        return self._cut(start + len(words) - len(words.lstrip(_LEADING)), end)

    def _lead_in(self, number: int, passage: Passage) -> LeadIn | None:
        if passage.handover is None:
            return self._announced(number) if passage.kind is PassageKind.QUOTE else None
        lang = language_of(self._language_at(passage.handover.start))
        if passage.kind is PassageKind.TURN:
            asks = passage.handover.text.lower() in lang["labels"]
            place = (passage.handover.start, passage.handover.end)
            return LeadIn(place, None, Act.ASK if asks else Act.SAY)
        return read_lead_in(self._document.text, passage.handover, lang)

    def _announced(self, number: int) -> LeadIn | None:
        """Take up a cue before a colon at the end of the passage before."""
        at = bisect_left(self._unit_passages, number) - 1
        for utterance in reversed(self._page.readings[at] if at >= 0 else ()):
            if utterance.awaits and utterance.source is not None:
                return LeadIn(utterance.source, utterance.cue, utterance.act)
        is_marked = _is_marked(self._passages[number])
        return None if at < 0 or is_marked else self._led_by_speaker(number, at)

    def _led_by_speaker(self, number: int, at: int) -> LeadIn | None:
        """Take who spoke in the sentence just before a block, or acted: «Moe ristet på hodet:»."""
        before = self._page.units[at].passage
        if before != number - 1 or self._passages[before].kind is not PassageKind.BODY:
            return None
        spoken = [u.source for u in self._page.readings[at] if u.source is not None]
        leads = self._passages[before].span.text.rstrip().endswith(":")
        source = spoken[-1] if spoken else self._page.subjects[at] if leads else None
        words = self._document.text[slice(*source)].lower() if source is not None else ""
        return (
            None if source is None or words in self._page.unnamed else LeadIn(source, None, Act.SAY)
        )

    def _passage_hosts(self, passage: Passage, lead: LeadIn | None) -> tuple[Voice, ...]:
        """Chain document, quoted outlet and the speaker whom the lead-in names."""
        hosts = [self._cast.narrator]
        if passage.kind is PassageKind.QUOTE and self._is_foreign(passage):
            hosts += [self._cast.outlet] if self._cast.outlet is not None else []
        elif passage.kind is PassageKind.QUOTE and lead is None and not _is_marked(passage):
            hosts.append(Voice(name="", kind=VoiceKind.UNSTATED))
        if lead is not None:
            lang = language_of(self._language_at(lead.source[0]))
            is_turn = passage.kind is PassageKind.TURN
            voice_of = self._cast.turn_voice if is_turn else self._cast.voice_of
            hosts.append(voice_of(lead.source, lang))
        return tuple(hosts)

    def _is_foreign(self, passage: Passage) -> bool:
        """Tell whether a passage is in another language than the document's own words."""
        return serving_language(passage.language) != self._own_language

    def _language_at(self, offset: int) -> str:
        at = bisect_right(self._starts, offset) - 1
        return self._passages[at].language if at >= 0 else self._document.language

    def _cut(self, start: int, end: int) -> Span:
        return cut(self._document.id, self._document.text, start, end)


def _is_marked(passage: Passage) -> bool:
    """Tell whether a passage opens with a quotation mark, which says more than its indentation."""
    return passage.span.text[:1] in OPENING_MARKS


def _place(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, -statement.content[0].end
