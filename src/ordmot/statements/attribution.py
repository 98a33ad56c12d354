"""The verb of the room: from passages to statements with their voices."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

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
from ordmot.statements.descriptions import is_deed
from ordmot.statements.handing import LeadIn, read_lead_in
from ordmot.statements.joining import Page, join
from ordmot.statements.language import Language, language_of
from ordmot.statements.marked import Layout, Reads, read_marks
from ordmot.statements.merging import merge
from ordmot.statements.pages import LEADING, lay_out
from ordmot.statements.prefaces import NAME_BEFORE_COLON
from ordmot.statements.quotations import OPENING_MARKS
from ordmot.statements.sentence import Range, Utterance
from ordmot.statements.sides import is_compared, part_phrases, part_sides
from ordmot.statements.voices import Cast

_PERSON = "PER"  # the encoder's kinds of names
_BODY = "ORG"
_LEAST_LETTERS = 12  # letters of a title that are found again by more than chance
_NEITHER = 8  # words in which "neither the mayor nor" stands before who did not speak


def attribute(
    document: Document, passages: Sequence[Passage], reader: Reads | None = None
) -> tuple[Statement, ...]:
    """Find who says what in a document: every statement with its cue, source and voice chain.

    In "Col Ames denied that the bridge was hit" the content is "that the bridge was hit", the act
    DENY, and the voices run from the document to Col Ames. With a `reader` its network and the
    rules find it together; without one the rules work alone.
    """
    page = lay_out(document, passages)
    found = join(page)
    people: list[Range] = []
    bodies: list[Range] = []
    layout = Layout(document.text, page.units, page.languages)
    found = part_phrases(found, layout)
    if reader is not None:
        notes = reader.read(document.text)
        found = merge(found, read_marks(notes, reader.version, layout), layout)
        people = [(name.start, name.end) for name in notes.names if name.kind == _PERSON]
        persons = {document.text[start:end] for start, end in people}
        named = [(name.start, name.end) for name in notes.names if name.kind == _BODY]
        bodies = [place for place in named if not _is_of(document.text[slice(*place)], persons)]
    found = [each for each in part_sides(found, layout) if not is_compared(each, layout)]
    cast = Cast(document, passages, people, bodies)
    return _Chain(document, passages, page, cast).statements(found)


def _is_of(name: str, persons: set[str]) -> bool:
    """Tell whether a name is a person's elsewhere: "Eva Lie" of "Minister Eva Lie" or "Lie"."""
    return any(f" {each}".endswith(f" {name}") or name.endswith(f" {each}") for each in persons)


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
            is_said = not self._is_topic(utterance) and not self._is_nobodys(utterance)
            if is_said and not self._is_given(utterance, home):
                found.append(self._statement(utterance, number))
        found += self._open_passages(len(self._passages))
        found = self._with_title_voices(found)
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

    def _is_topic(self, utterance: Utterance) -> bool:
        """Tell "Nes Prison: riot kills seven", which names a place, from "Lind: we knew"."""
        text = self._document.text
        if (
            utterance.source is None
            or text[utterance.source[1] : utterance.content[0][0]][:1] != ":"
        ):
            return False
        lang = self._page.languages[utterance.unit]
        first = text[utterance.content[0][0] : utterance.content[0][1]].split(maxsplit=1)[0]
        return first.lower() in lang["questions"] or self._cast.is_place(utterance.source, lang)

    def _is_nobodys(self, utterance: Utterance) -> bool:
        """Tell what nobody says: "Nobody told them that", "neither the mayor nor the council said".

        Nor do fighting and weapons speak: "Raid on Orvan: toll rises", "…, fighting has continued".
        Behind a mark of quotation the words are said all the same, so a cue must lead to them.
        """
        if utterance.source is None or utterance.mode is Mode.DIRECT:
            return False
        lang = self._page.languages[utterance.unit]
        start, end = utterance.source
        if is_deed(self._document.text[start:end], lang):
            return True
        words = self._document.text[start:end].lower().split()
        words = words[len(words) > 1 and words[0] in lang["adverbs"] :]  # «altså mye»
        if all(word.rstrip(".").isdigit() or word in lang["times"] for word in words):
            return words[0] not in lang["calendar_names"]  # «mandag 8. juli viser det seg at …»
        if words[0] in lang["nobody"]:
            return not words[1:] or not words[1][0].isdigit()  # "No 10 said"
        unit = self._page.units[utterance.unit]
        before = self._document.text[unit.start : start].lower().split()[-_NEITHER:]
        return any(word in lang["neithers"] for word in before)

    def _with_title_voices(self, found: Sequence[Statement]) -> list[Statement]:
        """Give a quotation in a title the voice that says the same words further down."""
        said = [(s, _letters(s)) for s in found if s.speaker.kind is not VoiceKind.UNSTATED]
        return [self._with_title_voice(statement, said) for statement in found]

    def _with_title_voice(
        self, statement: Statement, said: Sequence[tuple[Statement, str]]
    ) -> Statement:
        number = self._passage_at(statement.content[0].start)
        is_title = self._passages[number].kind in {PassageKind.TITLE, PassageKind.HEADING}
        if not is_title or statement.speaker.kind is not VoiceKind.UNSTATED:
            return statement
        words = _letters(statement)
        fits = (other for other, letters in said if words in letters)
        other = next(fits, None) if len(words) >= _LEAST_LETTERS else None
        if other is None or statement.mode is not Mode.DIRECT:
            return statement
        voices = (*other.voices[:-1], replace(other.speaker, span=None))
        return replace(statement, voices=voices)

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
                self._cast.meet(subject, self._page.languages[self._met])
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
        lang = self._page.languages[utterance.unit]
        hosts = self._hosts.get(number, (self._cast.narrator,))
        if utterance.within is not None:
            hosts = self._outer.get(utterance.within, hosts)
        is_own = utterance.is_unstated and utterance.act is Act.CONFIRM
        if (is_own and self._is_issued) or self._is_urged(utterance, lang):
            return hosts
        asked = self._asked(utterance, number, lang)
        voice = asked or self._cast.voice_of(
            utterance.source,
            lang,
            is_unstated=utterance.is_unstated,
            is_nested=utterance.within is not None,
            content=utterance.content,
        )
        if _is_host(voice.name, lang):
            return (*hosts[:-1], replace(hosts[-1], span=voice.span)) if len(hosts) > 1 else hosts
        if utterance.within is None:
            self._outer[utterance.content[0]] = (*hosts, voice)
        return (*hosts, voice)

    @property
    def _is_issued(self) -> bool:
        """Tell whether a body tells all of it: in its report "four deaths are confirmed" by it."""
        return self._cast.narrator.kind is VoiceKind.ORGANISATION

    def _is_urged(self, utterance: Utterance, lang: Language) -> bool:
        """Tell "You must remember that three had died", which the speaker says, from "you said"."""
        if utterance.source is None or utterance.cue is None:
            return False
        text = self._document.text
        between = text[utterance.source[1] : utterance.cue[1]].lower().split()
        is_you = text[slice(*utterance.source)].lower() in lang["asked"] - lang["anyone"]
        return is_you and not lang["urging"].isdisjoint(between)

    def _asked(self, utterance: Utterance, number: int, lang: Language) -> Voice | None:
        """Find whom "you" means in a turn: whom its words name, else who has the next turn."""
        text = self._document.text
        source = text[slice(*utterance.source)].lower() if utterance.source is not None else ""
        is_you = source in lang["asked"] - lang["anyone"]
        if not is_you or self._passages[number].kind is not PassageKind.TURN:
            return None
        label = self._addressee(number)
        return None if label is None else self._cast.label_voice((label.start, label.end), lang)

    def _addressee(self, number: int) -> Span | None:
        own = self._passages[number].handover
        turns = [
            (n, p.handover) for n, p in enumerate(self._passages) if p.kind is PassageKind.TURN
        ]
        others = [(n, h) for n, h in turns if h and own and h.text != own.text]
        words = self._passages[number].span.text[len(own.text) if own else 0 :].lower().split()
        named = [h for _, h in others if h.text.lower().split()[-1] in _bare_words(words)]
        following = [h for n, h in others if n > number]
        return next(iter(named or following), None)

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
        return self._cut(start + len(words) - len(words.lstrip(LEADING)), end)

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


def _bare_words(words: Sequence[str]) -> set[str]:
    return {word.strip(".,?!:;") for word in words}


def _letters(statement: Statement) -> str:
    """Give the words of a content without marks, to compare them."""
    words = " ".join(span.text for span in statement.content).lower()
    return " ".join("".join(c if c.isalnum() else " " for c in words).split())


def _is_marked(passage: Passage) -> bool:
    """Tell whether a passage opens with a quotation mark, which says more than its indentation."""
    return passage.span.text[:1] in OPENING_MARKS


def _place(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, -statement.content[0].end


def _is_host(name: str, language: Language) -> bool:
    """Tell whether a voice is who speaks anyway: "we thought", "my client denies"."""
    words = name.split()
    is_own = len(words) > 1 and words[0].lower() in language["first_possessives"]
    is_role = is_own and all(word[0].islower() for word in words[1:])
    return is_role or name.lower() in language["first_person"]
