"""The documents in full, with the words marked that the accounts rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ordmot.ledger import Claim, Document, Passage, PassageKind, Reading
from ordmot.report.case import Case, anchor_of
from ordmot.report.marks import Mark, mark_text
from ordmot.report.notation import write_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a document: a passage, or (kind None) what stands between two of them."""

    kind: PassageKind | None
    language: str
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document with its marked text; the blocks together are the whole text.

    `link` is its address only where that is one of the web; anything else is not made clickable.
    """

    document: Document
    title: str
    date: str
    link: str | None
    blocks: tuple[Block, ...]


def show_document(reading: Reading, case: Case) -> DocumentView:
    """Make the view of a document."""
    document = reading.document
    url = document.metadata.url or ""
    return DocumentView(
        document=document,
        title=document.metadata.title or document.name,
        date=write_date(document.metadata.date, case.words.language),
        link=url if url.startswith(("https://", "http://")) else None,
        blocks=tuple(_cut_blocks(reading, list_marks(reading.claims, case))),
    )


def list_marks(claims: Sequence[Claim], case: Case) -> list[Mark]:
    """List the marks of a document: each claim's words, and within them the amount."""
    marks: dict[str, Mark] = {}
    amounts: dict[tuple[int, int], Mark] = {}
    for claim in claims:
        start, end = claim.span.start, claim.span.end
        questions = case.questions_of(claim.id)
        marks[claim.id] = Mark(
            start=start,
            end=end,
            tag="mark",
            style="asked" if questions else "alone",
            anchor=anchor_of(claim.id),
            after=Markup().join(_link_back(question, case) for question in questions),
        )
        if questions and claim.anchor != claim.span:
            span = claim.anchor
            amounts[span.start, span.end] = Mark(
                start=span.start, end=span.end, tag="b", style="amount"
            )
    return [*marks.values(), *amounts.values()]


def _link_back(question_id: str, case: Case) -> Markup:
    """Link to a question by its number, which the style sheet writes: the text stays its own."""
    number = case.numbers[question_id]
    label = case.words("question_number", n=number)
    return Markup('<a class="back" href="#{}" data-n="{}" aria-label="{}"></a>').format(
        question_id, number, label
    )


def _cut_blocks(reading: Reading, marks: Sequence[Mark]) -> Iterator[Block]:
    """Cut the text into passages and what stands between them, with the marks of each."""
    text = reading.document.text
    waiting = sorted(marks, key=lambda mark: -mark.start)
    going_on: list[Mark] = []
    for start, end, passage in list_edges(reading.passages, len(text)):
        while waiting and waiting[-1].start < end:
            going_on.append(waiting.pop())
        going_on = [mark for mark in going_on if mark.end > start]
        yield Block(
            kind=passage.kind if passage else None,
            language=passage.language if passage else reading.document.language,
            html=mark_text(text[start:end], going_on, start),
        )


def list_edges(
    passages: Sequence[Passage], length: int
) -> Iterator[tuple[int, int, Passage | None]]:
    """Go through the text once, from edge to edge."""
    position = 0
    for passage in passages:
        start, end = max(passage.span.start, position), passage.span.end
        if start > position:
            yield position, start, None
        if end > start:
            yield start, end, passage
        position = max(position, end)
    if position < length:
        yield position, length, None
