"""An invented case in two languages, its records made by hand: a landslide in a quarry."""

from __future__ import annotations

from dataclasses import dataclass, field

from ordmot.ledger import (
    Act,
    Actor,
    Answer,
    Check,
    Claim,
    Comparison,
    Decision,
    Document,
    Gap,
    Hedge,
    Interval,
    Ledger,
    Merge,
    Metadata,
    Modality,
    Mode,
    Passage,
    PassageKind,
    Position,
    Quantity,
    QuantityKind,
    Question,
    Reading,
    Refusal,
    Relation,
    Review,
    Size,
    Span,
    Statement,
    Voice,
    VoiceKind,
    sha256_of,
)

KOMMENTAR = """Da fjellet kom til Tindvik

Fjorten måneder etter raset er det fremdeles ingen som kan si hvor mange som måtte flytte.

«Bare noen få husstander ble berørt», sa daglig leder Oddny Kvam i Tindvik Stein i vår. \
I dag innrømmer selskapet at rundt 340 mennesker måtte forlate hjemmene sine.

En kranfører forteller:

We counted more than 600 people at the school gym that night. They had promised us six hours \
and it took three days.

Kommunen lovet at veien skulle være åpen etter høyst seks timer. I virkeligheten tok det tre døgn.

– Vi har aldri inngått noen avtale om taushet, sier Kvam.
"""

HERALD = """Quarry slide: company concedes hundreds were moved

At least 340 people left their homes after the Tindvik slide, the quarry company said on Tuesday, \
having at first spoken of "a handful of households".

Two lawyers for the families say an agreement on silence was signed in the second week. \
The county governor, Per Aasgård, put the number of evacuees at 580 to 620 people, 12 of them \
children under two.

Kvam declined to comment on the figure of 200,000 cubic metres of rock.
"""

RADIO = """Tindvik: governor corrects figure

Governor Per Aasgaard told the station on Friday that 655 people had been evacuated, not 600.

The geologist Mia Tangen estimates that the slide moved between 1.9 and 2.4 million cubic metres.
"""


@dataclass
class Desk:
    """One document on the desk: its words are found in the text, never counted by hand."""

    document: Document
    passages: list[Passage] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def find(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(document=self.document.id, start=start, end=start + len(words), text=words)

    def paragraph(self, span: Span) -> Span:
        text = self.document.text
        start = text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0
        end = text.find("\n\n", span.end)
        end = len(text.rstrip()) if end < 0 else end
        return Span(document=self.document.id, start=start, end=end, text=text[start:end])

    def cut_passages(self, languages: dict[int, str]) -> None:
        position = 0
        for number, words in enumerate(self.document.text.rstrip().split("\n\n")):
            start = self.document.text.index(words, position)
            position = start + len(words)
            span = Span(document=self.document.id, start=start, end=position, text=words)
            kind = PassageKind.BODY if number else PassageKind.TITLE
            if number in languages:
                kind = PassageKind.QUOTE
            self.passages.append(
                Passage(
                    span=span,
                    language=languages.get(number, self.document.language),
                    kind=kind,
                    sentences=(span,),
                    reason="made by hand",
                )
            )

    def amount(
        self,
        words: str,
        low: float | None,
        high: float | None,
        hedge: Hedge = Hedge.EXACT,
        *,
        unit: str | None = None,
        low_open: bool = False,
    ) -> Quantity:
        quantity = Quantity(
            span=self.find(words),
            kind=QuantityKind.AMOUNT,
            interval=Interval(low=low, high=high, low_open=low_open),
            stated=(),
            hedge=hedge,
            hedge_span=None if hedge is Hedge.EXACT else self.find(words.rsplit(" ", 1)[0]),
            dimension="count" if unit is None else "duration" if unit == "hour" else "volume",
            unit=unit,
            reason="made by hand",
        )
        self.quantities.append(quantity)
        return quantity

    def claim(
        self,
        words: str,
        quantity: Quantity | None,
        *voices: Voice,
        act: Act = Act.SAY,
        modality: Modality = Modality.ASSERTED,
        position: Position = Position.UNSTATED,
        is_affirmed: bool = True,
    ) -> Claim:
        span = self.find(words)
        paragraph = self.paragraph(span)
        passage = next(p for p in self.passages if p.span.covers(span))
        outlet = Voice(
            name=self.document.metadata.publisher or self.document.name, kind=VoiceKind.DOCUMENT
        )
        claim = Claim(
            span=span,
            sentence=paragraph,
            language=passage.language,
            quantity=quantity,
            modality=modality,
            position=position,
            is_affirmed=is_affirmed,
            act=act,
            voices=(outlet, *voices),
            reason="made by hand",
        )
        self.claims.append(claim)
        if voices:
            self.statements.append(
                Statement(
                    content=(span,),
                    cue=None,
                    source=voices[-1].span,
                    mode=Mode.INDIRECT,
                    act=act,
                    voices=(outlet, *voices),
                    reason="made by hand",
                )
            )
        return claim

    def voice(self, mention: str, name: str, kind: VoiceKind, role: str | None = None) -> Voice:
        return Voice(name=name, kind=kind, span=self.find(mention), role=role)

    @property
    def reading(self) -> Reading:
        return Reading(
            document=self.document,
            passages=tuple(self.passages),
            quantities=tuple(self.quantities),
            statements=tuple(self.statements),
            claims=tuple(self.claims),
        )


def open_desk(name: str, text: str, metadata: Metadata, language: str) -> Desk:
    return Desk(
        Document(
            name=name,
            sha256=sha256_of(text.encode("utf-8", "surrogatepass")),
            media_type="text/plain",
            encoding="utf-8",
            text=text,
            metadata=metadata,
            language=language,
        )
    )


def open_desks() -> tuple[Desk, Desk, Desk]:
    kommentar = open_desk(
        "kommentar.txt",
        KOMMENTAR,
        Metadata(
            title="Da fjellet kom til Tindvik",
            publisher="Ytre Kyst",
            date="2033-11-04",
            url="https://ytrekyst.example/tindvik",
        ),
        "nb",
    )
    herald = open_desk(
        "herald.html",
        HERALD,
        Metadata(
            title="Quarry slide: company concedes hundreds were moved",
            publisher="The Northern Herald",
            date="2033-11-01",
        ),
        "en",
    )
    radio = open_desk("radio.vtt", RADIO, Metadata(date="2033-11-07T08:15"), "nb")
    kommentar.cut_passages({4: "en"})
    herald.cut_passages({})
    radio.cut_passages(dict.fromkeys(range(9), "en"))
    return kommentar, herald, radio


def gap(
    relation: Relation,
    question: Question | None,
    claims: tuple[Claim, ...],
    reason: str,
    *,
    size: Size | None = None,
    score: float = 0.8,
    is_hint: bool = False,
) -> Gap:
    return Gap(
        relation=relation,
        question=question.id if question else None,
        claims=tuple(claim.id for claim in claims),
        size=size,
        score=score,
        is_weak=score < 0.4,
        is_hint=is_hint,
        reason=reason,
        rule="made by hand",
        rule_version="1",
        spans=tuple(claim.span for claim in claims),
    )


def ask(
    text: str,
    language: str,
    claims: list[tuple[Claim, str]],
    *,
    dimension: str = "count",
    unit: str | None = None,
    scope: tuple[str, ...] = (),
) -> Question:
    return Question(
        text=text,
        language=language,
        dimension=dimension,
        unit=unit,
        concepts=("person", "leave"),
        scope=scope,
        answers=tuple(
            Answer(claim=claim.id, score=0.9, root=root, reasons=("same predicate",))
            for claim, root in claims
        ),
    )


def make_ledger() -> Ledger:
    kommentar, herald, radio = open_desks()
    kvam = kommentar.voice("Oddny Kvam", "Oddny Kvam", VoiceKind.PERSON, "daglig leder")
    firm = kommentar.voice("selskapet", "Tindvik Stein", VoiceKind.ORGANISATION)
    crane = kommentar.voice("En kranfører", "En kranfører", VoiceKind.ANONYMOUS)
    council = kommentar.voice("Kommunen", "Kommunen", VoiceKind.ORGANISATION)
    firm_en = herald.voice("the quarry company", "Tindvik Stein", VoiceKind.ORGANISATION)
    lawyers = herald.voice("Two lawyers for the families", "Two lawyers", VoiceKind.GROUP)
    governor = herald.voice("Per Aasgård", "Per Aasgård", VoiceKind.PERSON, "The county governor")
    governor_2 = radio.voice("Per Aasgaard", "Per Aasgaard", VoiceKind.PERSON, "Governor")
    tangen = radio.voice("Mia Tangen", "Mia Tangen", VoiceKind.PERSON, "The geologist")

    few = kommentar.claim(
        "Bare noen få husstander ble berørt",
        kommentar.amount("noen få", 2, 12, Hedge.VAGUE),
        kvam,
        position=Position.EARLIER,
    )
    admitted = kommentar.claim(
        "rundt 340 mennesker måtte forlate hjemmene sine",
        kommentar.amount("rundt 340", 335, 345, Hedge.ABOUT),
        firm,
        act=Act.ADMIT,
        position=Position.NOW,
    )
    counted = kommentar.claim(
        "more than 600 people at the school gym that night",
        kommentar.amount("more than 600", 600, None, Hedge.MORE_THAN, low_open=True),
        crane,
    )
    promised = kommentar.claim(
        "veien skulle være åpen etter høyst seks timer",
        kommentar.amount("høyst seks", None, 6, Hedge.AT_MOST, unit="hour"),
        council,
        act=Act.PROMISE,
        modality=Modality.PROMISED,
    )
    took = kommentar.claim(
        "I virkeligheten tok det tre døgn",
        kommentar.amount("tre døgn", 72, 72, unit="hour"),
    )
    no_deal = kommentar.claim(
        "Vi har aldri inngått noen avtale om taushet", None, kvam, act=Act.DENY, is_affirmed=False
    )
    least = herald.claim(
        "At least 340 people left their homes",
        herald.amount("At least 340", 340, None, Hedge.AT_LEAST),
        firm_en,
    )
    deal = herald.claim(
        "an agreement on silence was signed in the second week", None, lawyers, act=Act.CLAIM
    )
    put = herald.claim(
        "the number of evacuees at 580 to 620 people",
        herald.amount("580 to 620", 580, 620, Hedge.BETWEEN),
        governor,
    )
    children = herald.claim(
        "580 to 620 people, 12 of them children under two",
        herald.amount("12 of", 12, 12),
        governor,
    )
    rock = herald.claim(
        "200,000 cubic metres of rock",
        herald.amount("200,000", 200_000, 200_000, unit="cubic metre"),
    )
    corrected = radio.claim(
        "655 people had been evacuated", radio.amount("655", 655, 655), governor_2
    )
    moved = radio.claim(
        "between 1.9 and 2.4 million cubic metres",
        radio.amount(
            "between 1.9 and 2.4 million", 1.9e6, 2.4e6, Hedge.BETWEEN, unit="cubic metre"
        ),
        tangen,
        act=Act.ESTIMATE,
    )

    people = ask(
        "How many people left their homes?",
        "en",
        [
            (few, "Oddny Kvam"),
            (admitted, "Tindvik Stein"),
            (counted, ""),
            (least, "Tindvik Stein"),
            (put, "Per Aasgård"),
            (corrected, "Per Aasgård"),
        ],
        scope=("Tindvik", "2033"),
    )
    road = ask(
        "Hvor lenge var veien stengt?",
        "nb",
        [(promised, "Kommunen"), (took, "Ytre Kyst")],
        dimension="duration",
        unit="hour",
    )
    silence = ask(
        "Ble det inngått en avtale om taushet?",
        "nb",
        [(no_deal, "Oddny Kvam"), (deal, "Two lawyers")],
        dimension="yes/no",
    )
    volume = ask(
        "How much rock came down?",
        "en",
        [(rock, ""), (moved, "Mia Tangen")],
        dimension="volume",
        unit="cubic metre",
    )
    infants = ask("How many children under two left?", "en", [(children, "Per Aasgård")])

    gaps = (
        gap(
            Relation.FELL_SHORT,
            road,
            (promised, took),
            "The text sets the three days against the six hours that were promised.",
            size=Size(nearest_ratio=12, middle_ratio=12, difference=66, unit="hour"),
            score=0.95,
        ),
        gap(
            Relation.CONTRADICTS,
            people,
            (few, put),
            "Independent voices; no number is both at most 12 and at least 580.",
            size=Size(nearest_ratio=48.33, middle_ratio=85.7, difference=568, unit=None),
            score=0.9,
        ),
        gap(
            Relation.CHANGED_POSITION,
            people,
            (few, admitted),
            "One root source: “sa i vår”, “i dag innrømmer”.",
            size=Size(nearest_ratio=27.9, middle_ratio=48.6, difference=323, unit=None),
            score=0.85,
        ),
        gap(
            Relation.UPDATED,
            people,
            (put, corrected),
            "The same root source gives a later figure.",
            size=Size(nearest_ratio=1.056, middle_ratio=1.09, difference=35, unit=None),
            score=0.6,
        ),
        gap(Relation.DENIES, silence, (no_deal, deal), "One says yes, one says no.", score=0.8),
        gap(
            Relation.AGREES,
            people,
            (counted, corrected),
            "655 is more than 600.",
            score=0.3,
        ),
        gap(
            Relation.CONTRADICTS,
            volume,
            (rock, moved),
            "Rock and slide may not be the same.",
            size=Size(nearest_ratio=9.5, middle_ratio=10.75, difference=1.7e6, unit="cubic metre"),
            score=0.2,
        ),
        gap(
            Relation.SUBSET,
            None,
            (children, put),
            "Children under two are among the evacuees.",
            score=0.5,
        ),
    )
    return Ledger(
        readings=(kommentar.reading, herald.reading, radio.reading),
        refusals=(
            Refusal(
                name="skannet-notat.pdf",
                sha256=sha256_of(b"pdf"),
                reason="The file holds pictures of pages and no text.",
                advice="Run text recognition on it and add the result.",
            ),
        ),
        comparison=Comparison(
            actors=make_actors((kvam, firm, firm_en, governor, governor_2, tangen)),
            questions=(people, road, silence, volume, infants),
            gaps=gaps,
            checks=(
                Check(
                    name="figures of different sources", has_run=True, count=9, reason="5 questions"
                ),
                Check(
                    name="amounts in different currencies",
                    has_run=False,
                    count=0,
                    reason="no amounts of money in the documents",
                ),
            ),
        ),
        reviews=(
            Review(
                subject=gaps[1].id,
                decision=Decision.ACCEPTED,
                by="Inga",
                at="2033-11-09T10:30:00Z",
                note="ringt begge",
            ),
        ),
    )


def make_actors(voices: tuple[Voice, ...]) -> tuple[Actor, ...]:
    kvam, firm, firm_en, governor, governor_2, tangen = voices
    company = Actor(
        name="Tindvik Stein",
        kind=VoiceKind.ORGANISATION,
        mentions=tuple(voice.span for voice in (firm, firm_en) if voice.span),
        merges=(Merge(name="the quarry company", reason="the only company of the case"),),
    )
    return (
        company,
        Actor(
            name="Oddny Kvam",
            kind=VoiceKind.PERSON,
            mentions=tuple(voice.span for voice in (kvam,) if voice.span),
            descriptor="daglig leder",
            speaks_for=company.id,
        ),
        Actor(
            name="Per Aasgård",
            kind=VoiceKind.PERSON,
            mentions=tuple(voice.span for voice in (governor, governor_2) if voice.span),
            merges=(Merge(name="Per Aasgaard", reason="å written aa; same office", is_slip=True),),
        ),
        Actor(
            name="Mia Tangen",
            kind=VoiceKind.PERSON,
            mentions=tuple(voice.span for voice in (tangen,) if voice.span),
        ),
    )
