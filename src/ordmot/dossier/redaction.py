"""Redaction: the case without some voices and documents, in every record and every text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from html import unescape
from typing import TypeVar, cast
from urllib.parse import unquote

from ordmot.dossier.choosing import Choice, choose
from ordmot.dossier.material import Material
from ordmot.dossier.scrubbing import BLOCK, Names, Scrubber
from ordmot.errors import CaseError
from ordmot.flow import Handling
from ordmot.ledger import (
    Actor,
    Claim,
    Comparison,
    Document,
    Gap,
    Interval,
    Ledger,
    Question,
    Reading,
    Review,
    Span,
    Statement,
    Voice,
    VoiceKind,
    sha256_of,
)
from ordmot.report.case import VoiceIndex

Record = TypeVar("Record")
_ID = re.compile(r"\b[a-z]+-[0-9a-f]{16}\b")
_TAG = re.compile(r"<[^>]*>")
_NO_WORDS = frozenset(
    {"sha256", "text_sha256", "media_type", "encoding", "language", "unit", "dimension", "date"}
    | {"at", "rule", "rule_version", "seal", "previous", "grade", "version", "event"}
)
"""Fields that hold no words of anybody."""


class _GoneError(Exception):
    """A record rests on something that is left out."""


def redact(material: Material, without: Iterable[str]) -> Material:
    """Leave voices and documents out of a dossier; SettingsError where one is not known.

    Their accounts are dropped with all that rests on them. In the documents that stay, the words
    and the names of the voices are blacked out, sign for sign, so that every offset holds; the
    original bytes of those documents are withheld.
    """
    choice = choose(material.ledger, without)
    return _Redaction(material, choice).result()


@dataclass(frozen=True, slots=True)
class _Blackout:
    """A document that stays: its text with the words blacked out, and where that was done."""

    document: Document
    told: tuple[tuple[int, int], ...]


class _Redaction:
    """One redaction: what is hidden, and what every id has become."""

    def __init__(self, material: Material, choice: Choice) -> None:
        self._material = material
        self._ledger = material.ledger
        self._choice = choice
        self._index = VoiceIndex(self._ledger.comparison.actors)
        self._hidden = [a for a in self._ledger.comparison.actors if a.id in choice.actors]
        self._names = self._list_names()
        self._ids: dict[str, str | None] = {}
        self._texts: dict[str, _Blackout] = {}
        secret: list[str] = []
        for reading in self._ledger.readings:
            secret += self._black_out(reading)
        self._scrubber = Scrubber(self._names, secret, self._open_words())

    def _list_names(self) -> Names:
        """List the names and descriptions of the hidden voices."""
        names = {name for actor in self._hidden for name in actor.names}
        names |= {actor.descriptor for actor in self._hidden if actor.descriptor}
        names |= {
            voice.role
            for reading in self._ledger.readings
            for voices in (r.voices for r in _spoken(reading))
            for voice in voices
            if voice.role and self._index.get(voice) in self._choice.actors
        }
        people = [actor for actor in self._hidden if actor.kind is VoiceKind.PERSON]
        return Names(names, (name for actor in people for name in actor.names))

    def _is_hidden(self, voice: Voice) -> bool:
        """Tell whether a voice is left out."""
        return self._index.get(voice) in self._choice.actors or self._names.is_all(voice.name)

    def _black_out(self, reading: Reading) -> Iterator[str]:
        """Black out a document, or drop it; give the words that are no longer there."""
        document = reading.document
        if document.id in self._choice.documents or self._is_own_voice(document):
            self._ids.update(dict.fromkeys([document.id, *_record_ids(reading)], None))
            known = document.metadata
            yield from filter(None, (document.text, known.title, known.url, document.name))
            return
        told = sorted(self._told(reading))
        named = [*self._names.find(document.text), *self._mentioned(document.id)]
        text = _cover(document.text, [*told, *named])
        yield from (document.text[start:end] for start, end in told)
        if text != document.text:
            digest = sha256_of(text.encode("utf-8", "surrogatepass"))
            document = replace(
                document,
                text=text,
                sha256=digest,
                media_type="text/plain",
                encoding="utf-8",
                stretches=(),
            )
        self._ids[reading.document.id] = document.id
        self._texts[reading.document.id] = _Blackout(document, tuple(told))

    def _is_own_voice(self, document: Document) -> bool:
        """Tell whether a hidden voice published a document."""
        return self._names.is_all(document.metadata.publisher or "")

    def _told(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Find the words of a document that hidden voices answer for."""
        for statement in reading.statements:
            if any(map(self._is_hidden, statement.voices)):
                yield from ((span.start, span.end) for span in statement.content)
        for claim in reading.claims:
            if any(map(self._is_hidden, claim.voices)):
                yield claim.span.start, claim.span.end
                if claim.quantity is not None:
                    yield claim.quantity.span.start, claim.quantity.span.end

    def _mentioned(self, document: str) -> Iterator[tuple[int, int]]:
        """Find where a document mentions hidden voices, by whatever word."""
        for actor in self._hidden:
            yield from ((s.start, s.end) for s in actor.mentions if s.document == document)

    def _open_words(self) -> Iterator[str]:
        """Give the words that stay."""
        for blackout in self._texts.values():
            yield blackout.document.text
            yield self._names.hide(blackout.document.metadata.publisher or "")

    def result(self) -> Material:
        """Give the redacted material."""
        material = self._material
        ledger = self._redact_ledger()
        withheld = {
            new.document.id
            for old, new in self._texts.items()
            if new.document.id != old or not self._may_be_given(new.document)
        }
        back = {new.document.id: old for old, new in self._texts.items()}
        return replace(
            material,
            ledger=ledger,
            original=lambda document: material.original(back[document]),
            custody=tuple(self._handlings()),
            own_cells=self._own_cells(),
            withheld=frozenset(withheld),
            is_redacted=True,
        )

    def _may_be_given(self, document: Document) -> bool:
        """Tell whether the original bytes of a document hold nothing that must not be known.

        A page may name in its markup whom its text does not name. What is no text cannot be
        searched, and is withheld.
        """
        if not document.media_type.startswith("text/"):
            return False
        try:
            data = self._material.original(document.id)
        except CaseError:
            return False
        written = data.decode(document.encoding, "replace")
        read = unescape(written)
        forms = (written, read, _TAG.sub("", read), unquote(read))
        return all(self._scrubber.hide(form) == form for form in forms)

    def _redact_ledger(self) -> Ledger:
        """Redact every record, those first on which others rest."""
        readings = tuple(
            self._redact_reading(reading)
            for reading in self._ledger.readings
            if reading.document.id in self._texts
        )
        comparison = self._ledger.comparison
        actors = tuple(self._redact_actors(comparison.actors))
        questions = tuple(self._redact_questions(comparison.questions))
        gaps = tuple(self._kept(filter(self._is_whole, comparison.gaps)))
        refusals = [r for r in self._ledger.refusals if r.id not in self._choice.refused]
        return Ledger(
            readings=readings,
            refusals=tuple(self._kept(refusals)),
            comparison=Comparison(
                actors=actors,
                questions=questions,
                gaps=gaps,
                checks=tuple(self._kept(comparison.checks)),
            ),
            reviews=tuple(self._redact_log()),
        )

    def _redact_reading(self, reading: Reading) -> Reading:
        """Redact what was found in one document."""
        document = cast(Document, self._rewrite(self._texts[reading.document.id].document))
        told = self._texts[reading.document.id].told
        quantities = [q for q in reading.quantities if not _overlaps(q.span, told)]
        statements = [s for s in reading.statements if not any(map(self._is_hidden, s.voices))]
        claims = [claim for claim in reading.claims if self._stays(claim, told)]
        staying = replace(
            reading,
            quantities=tuple(quantities),
            statements=tuple(statements),
            claims=tuple(claims),
        )
        gone = set(_record_ids(reading)) - set(_record_ids(staying))
        self._ids.update(dict.fromkeys(gone, None))
        passages = tuple(self._kept(reading.passages))
        first = Reading(
            document=document,
            passages=passages,
            quantities=tuple(self._kept(quantities)),
            statements=tuple(self._kept(statements)),
            claims=tuple(self._kept(_unlinked(claim, self._ids) for claim in claims)),
        )
        # A claim may point at one that came later, whose id is known only now.
        against = {self._ids[c.id]: self._ids.get(c.set_against or "") for c in claims}
        return replace(
            first, claims=tuple(replace(c, set_against=against[c.id]) for c in first.claims)
        )

    def _stays(self, claim: Claim, told: tuple[tuple[int, int], ...]) -> bool:
        """Tell whether an account neither comes from a hidden voice nor repeats its words."""
        spans = [claim.span, *([claim.quantity.span] if claim.quantity else [])]
        return not any(map(self._is_hidden, claim.voices)) and not any(
            _overlaps(span, told) for span in spans
        )

    def _redact_actors(self, actors: tuple[Actor, ...]) -> Iterator[Actor]:
        """Redact the voices; one that only documents mention which are left out goes with them."""
        staying = [(actor, self._without_mentions(actor)) for actor in actors]
        self._ids.update({actor.id: None for actor, rest in staying if rest is None})
        kept = [(actor, rest) for actor, rest in staying if rest is not None]
        first = [self._keep(replace(rest, speaks_for=None), actor.id) for actor, rest in kept]
        for (actor, _), new in zip(kept, first, strict=True):
            chief = self._ids.get(actor.speaks_for) if actor.speaks_for else None
            yield replace(new, speaks_for=chief)

    def _without_mentions(self, actor: Actor) -> Actor | None:
        """Give an actor with the mentions that stay, None where none does."""
        mentions = tuple(span for span in actor.mentions if span.document in self._texts)
        is_gone = actor.id in self._choice.actors or (bool(actor.mentions) and not mentions)
        return None if is_gone else replace(actor, mentions=mentions)

    def _redact_questions(self, questions: tuple[Question, ...]) -> Iterator[Question]:
        """Redact the questions; one that nobody answers any more goes."""
        for question in questions:
            answers = tuple(a for a in question.answers if self._ids.get(a.claim, a.claim))
            if answers:
                yield self._keep(replace(question, answers=answers), question.id)
            else:
                self._ids[question.id] = None

    def _is_whole(self, gap: Gap) -> bool:
        """Tell whether nothing that a gap rests on is left out."""
        parts = [*gap.claims, *([gap.question] if gap.question else [])]
        is_whole = all(self._ids.get(part, part) for part in parts)
        if not is_whole:
            self._ids[gap.id] = None
        return is_whole

    def _redact_log(self) -> Iterator[Review]:
        """Redact the log, sealed anew as what is left of it."""
        previous = ""
        for review in self._ledger.reviews:
            if not self._is_about_kept(review):
                self._ids[review.id] = None
                continue
            for kept in self._kept([replace(review, previous=previous)]):
                self._ids[review.id] = kept.id
                previous = kept.seal
                yield kept

    def _is_about_kept(self, review: Review) -> bool:
        """Tell whether what was decided about is still there."""
        return self._ids.get(review.subject, review.subject) is not None

    def _kept(self, records: Iterable[Record]) -> Iterator[Record]:
        """Redact records, and leave out those that rest on something left out."""
        for record in records:
            try:
                yield self._keep(record, str(getattr(record, "id", "")))
            except _GoneError:
                self._ids[str(getattr(record, "id", ""))] = None

    def _keep(self, record: Record, old: str) -> Record:
        """Redact one record, and remember what its id has become."""
        new = cast(Record, self._rewrite(record))
        if old:
            self._ids[old] = str(getattr(new, "id", ""))
        return new

    def _rewrite(self, value: object, name: str = "") -> object:
        """Write a value anew: spans cut from the redacted text, ids and words as they now are."""
        if isinstance(value, Span):
            return self._cut(value)
        if isinstance(value, (Enum, Interval)) or value is None:
            return value
        if isinstance(value, str):
            return self._rewrite_words(value, name)
        if isinstance(value, tuple):
            return tuple(self._rewrite(item, name) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            return self._rewrite_record(value)
        return value

    def _rewrite_record(self, value: object) -> object:
        """Write a record anew, field by field; a document's text is redacted already."""
        is_text = isinstance(value, Document)
        made = {
            field.name: getattr(value, field.name)
            if is_text and field.name == "text"
            else self._rewrite(getattr(value, field.name), field.name)
            for field in fields(cast("type", value))
            if field.init
        }
        return type(value)(**made)

    def _rewrite_words(self, words: str, name: str) -> str:
        """Write an id as it now is, and scrub words."""
        if name in _NO_WORDS:
            return words
        if words in self._ids:
            new = self._ids[words]
            if new is None:
                raise _GoneError(words)
            return new
        parts = _ID.split(words)
        ids = [self._ids.get(found, found) or BLOCK for found in _ID.findall(words)]
        hidden = [self._scrubber.hide(part) for part in parts]
        return hidden[0] + "".join(id_ + part for id_, part in zip(ids, hidden[1:], strict=True))

    def _cut(self, span: Span) -> Span:
        """Cut a span from the redacted text of its document."""
        blackout = self._texts.get(span.document)
        if blackout is None:
            raise _GoneError(span.document)
        document = blackout.document
        text = document.text[span.start : span.end]
        return Span(document=document.id, start=span.start, end=span.end, text=text)

    def _handlings(self) -> Iterator[Handling]:
        """Tell what happened to the documents that stay, under the ids and hashes they now have."""
        for handling in self._material.custody:
            blackout = self._texts.get(handling.document)
            if blackout is not None:
                document = blackout.document
                name = self._scrubber.hide(handling.name)
                yield replace(handling, document=document.id, name=name, sha256=document.sha256)

    def _own_cells(self) -> dict[tuple[str, str], dict[str, str]]:
        """Redact a person's own columns."""
        hide = self._scrubber.hide
        return {
            (sheet, self._ids.get(row, row) or ""): {hide(k): hide(v) for k, v in cells.items()}
            for (sheet, row), cells in self._material.own_cells.items()
            if self._ids.get(row, row)
        }


def _spoken(reading: Reading) -> Iterator[Statement | Claim]:
    """Give all that somebody says in a document."""
    yield from reading.statements
    yield from reading.claims


def _record_ids(reading: Reading) -> Iterator[str]:
    """Give the ids of what was found in a document."""
    yield from (passage.id for passage in reading.passages)
    yield from (quantity.id for quantity in reading.quantities)
    yield from (record.id for record in _spoken(reading))


def _unlinked(claim: Claim, ids: dict[str, str | None]) -> Claim:
    """Take away what a claim points at: the claim it is set against, a statement that is gone."""
    statement = claim.statement if claim.statement and ids.get(claim.statement) else None
    return replace(claim, set_against=None, statement=statement)


def _cover(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Black out places of a text, sign for sign; white space stays, so that lines do."""
    letters = list(text)
    for start, end in places:
        letters[start:end] = [c if c.isspace() else BLOCK for c in letters[start:end]]
    return "".join(letters)


def _overlaps(span: Span, places: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a span shares a sign with a place."""
    return any(span.start < end and start < span.end for start, end in places)
