"""A document to read: its text in blocks, the words marked, and beside each what it is used for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ordmot.casebook.views import Mark, Views, anchor_of, list_edges, mark_text
from ordmot.ledger import Claim, Document, Passage, PassageKind, Reading, Statement, Voice

SCREENFUL = 40_000
"""Characters of one page of a long document."""

HUES = 6
"""Kinds of underline that tell voices apart; the number of the voice stands beside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What stands in the margin beside a claim: who says it, and the questions it is used for."""

    claim: Claim
    voice: int
    reading: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the text, marked, with its notes; `original` as it stands in the original."""

    start: int
    end: int
    kind: PassageKind | None
    language: str
    html: Markup
    notes: tuple[Note, ...]
    original: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a document; `voices` are those who speak in the whole of it, by number."""

    blocks: tuple[Block, ...]
    voices: tuple[tuple[str, str | None], ...]
    number: int
    last: int
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a reader wants of a document: the page with a character, one voice, one kind."""

    at: int = 0
    voice: str = ""
    kind: str = ""


def read_leaf(reading: Reading, views: Views, wish: Wish, decoded: str | None) -> Leaf:
    """Make the page of a document that holds the character at `wish.at`.

    `decoded` is the decoded original, to be shown beside the text; None leaves it away.
    """
    edges = tuple(list_edges(reading.passages, len(reading.document.text)))
    starts = _cut_leaves(edges)
    number = max(bisect_right(starts, max(wish.at, 0)), 1)
    end = starts[number] if number < len(starts) else len(reading.document.text)
    shown = [edge for edge in edges if starts[number - 1] <= edge[0] < end]
    voices = _number_voices(reading, views)
    places = {name: place for place, (name, _) in enumerate(voices, start=1)}
    maker = _Maker(reading, views, wish, places, decoded)
    return Leaf(
        blocks=tuple(maker.block(*edge) for edge in shown),
        voices=voices,
        number=number,
        last=len(starts),
        starts=starts,
    )


def _cut_leaves(edges: Sequence[tuple[int, int, Passage | None]]) -> tuple[int, ...]:
    """Cut a document between blocks, so that no page is much longer than a screenful."""
    starts = [0]
    for start, end, _ in edges:
        if end - starts[-1] > SCREENFUL and start > starts[-1]:
            starts.append(start)
    return tuple(starts)


def _number_voices(reading: Reading, views: Views) -> tuple[tuple[str, str | None], ...]:
    """Give the voices of a document numbers, in the order in which they speak."""
    records: list[Claim | Statement] = [*reading.claims, *reading.statements]
    found: dict[str, str | None] = {}
    for record in sorted(records, key=_start_of):
        found.setdefault(views.name(record.speaker), views.actor_of(record.speaker))
    return tuple(found.items())


def _start_of(record: Claim | Statement) -> int:
    """Tell where the words of a record begin."""
    return record.span.start if isinstance(record, Claim) else record.content[0].start


class _Maker:
    """Makes the blocks of one document."""

    def __init__(
        self,
        reading: Reading,
        views: Views,
        wish: Wish,
        places: Mapping[str, int],
        decoded: str | None,
    ) -> None:
        self._reading = reading
        self._views = views
        self._wish = wish
        self._places = places
        self._decoded = decoded
        self._marks = [*self._mark_statements(), *self._mark_claims()]
        self._stretches = [stretch.start for stretch in reading.document.stretches]

    def block(self, start: int, end: int, passage: Passage | None) -> Block:
        """Make one block."""
        document = self._reading.document
        marks = [mark for mark in self._marks if mark.start < end and mark.end > start]
        claims = [c for c in self._reading.claims if start <= c.span.start < end]
        return Block(
            start=start,
            end=end,
            kind=passage.kind if passage else None,
            language=passage.language if passage else document.language,
            html=mark_text(document.text[start:end], marks, start),
            notes=tuple(self._note(claim) for claim in claims if self._is_wanted(claim)),
            original=self._original(start, end),
        )

    def _number(self, voice: Voice) -> int:
        """Give the number of a voice."""
        return self._places[self._views.name(voice)]

    def _is_wanted(self, record: Claim | Statement) -> bool:
        """Tell whether a reader wants to see this voice and kind."""
        wish = self._wish
        if wish.voice and self._views.name(record.speaker) != wish.voice:
            return False
        return not wish.kind or wish.kind == _kind_of(record)

    def _mark_claims(self) -> Iterator[Mark]:
        """Mark the words of the claims, and within them the amounts."""
        for claim in filter(self._is_wanted, self._reading.claims):
            used = "asked" if self._views.questions_of(claim.id) else "alone"
            hue = self._number(claim.speaker) % HUES
            yield Mark(
                start=claim.span.start,
                end=claim.span.end,
                tag="mark",
                style=f"{used} {_kind_of(claim)} hue-{hue}",
                anchor=anchor_of(claim.id),
            )
            if claim.quantity is not None:
                span = claim.quantity.span
                yield Mark(start=span.start, end=span.end, tag="b", style="amount")

    def _mark_statements(self) -> Iterator[Mark]:
        """Mark what is quoted or reported."""
        for statement in filter(self._is_wanted, self._reading.statements):
            hue = self._number(statement.speaker) % HUES
            for span in statement.content:
                style = f"said-by hue-{hue}"
                yield Mark(start=span.start, end=span.end, tag="span", style=style)

    def _note(self, claim: Claim) -> Note:
        """Make the note of a claim."""
        return Note(
            claim=claim,
            voice=self._number(claim.speaker),
            reading=self._views.reading(claim),
            questions=tuple(self._views.questions_of(claim.id)),
        )

    def _original(self, start: int, end: int) -> str | None:
        """Cut out of the original what became the text from `start` to `end`."""
        if self._decoded is None or not self._stretches:
            return None
        first, last = self._place(start, end), self._place(end - 1, end, is_last=True)
        return None if first is None or last is None else self._decoded[first : last + 1]

    def _place(self, offset: int, end: int, *, is_last: bool = False) -> int | None:
        """Find the nearest character at or beside `offset` that stands in the original."""
        stretches = self._reading.document.stretches
        index = bisect_right(self._stretches, offset) - 1
        if index >= 0:
            stretch = stretches[index]
            inside = min(offset - stretch.start, stretch.length - 1)
            if is_last or offset < stretch.start + stretch.length:
                return stretch.original + inside
        following = index + 1
        if following < len(stretches) and stretches[following].start < end:
            return stretches[following].original
        return None


def _kind_of(record: Claim | Statement) -> str:
    """Name the kind of a record: an amount, a yes/no assertion, an answer, or mere words."""
    if isinstance(record, Statement):
        return "words"
    if record.quantity is None and record.answer is not None:
        return "answers"
    return "yes-or-no" if record.quantity is None else "amounts"


def decode_original(document: Document, original: bytes) -> str | None:
    """Decode the original of a text; None where the text was not cut out of one."""
    if not document.stretches:
        return None
    return original.decode(document.encoding, "replace")
