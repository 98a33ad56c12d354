"""The search over everything: questions, voices, and the words of every document."""

from __future__ import annotations

from dataclasses import dataclass

from ordmot.casebook.views import Views
from ordmot.ledger import Actor, Document, Question
from ordmot.workbench.desk import Sheet
from ordmot.workbench.rows import Row

MOST = 30
"""Finds of each kind that a page shows."""

LIKE = 60
"""Questions offered to move an account to, or to merge with."""

_AROUND = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place in a document where the words stand, with what stands around them."""

    document: Document
    start: int
    before: str
    words: str
    after: str
    count: int


def find_questions(sheet: Sheet, wanted: str, views: Views) -> list[Row]:
    """Find the questions whose text, accounts or voices hold every word."""
    if not wanted.strip():
        return []
    rows = sheet.rows.values()
    found = (row for row in rows if row.holds(wanted, views.asked(row.question).text))
    return [row for row, _ in zip(found, range(MOST), strict=False)]


def find_voices(sheet: Sheet, wanted: str) -> list[Actor]:
    """Find the actors one of whose names holds the words."""
    if not wanted.strip():
        return []
    sought = wanted.strip().casefold()
    found = (a for a in sheet.actors.values() if any(sought in n.casefold() for n in a.names))
    return [actor for actor, _ in zip(found, range(MOST), strict=False)]


def find_documents(sheet: Sheet, wanted: str) -> list[Hit]:
    """Find the documents that hold the words as they were typed, or one of whose names does."""
    sought = wanted.strip().casefold()
    if not sought:
        return []
    hits: list[Hit] = []
    for document_id, searched in sheet.searched.items():
        start = searched.find(sought)
        document = sheet.ledger.document(document_id)
        title = f"{document.metadata.title or ''} {document.name}".casefold()
        if start >= 0 or sought in title:
            hits.append(_hit(document, start, len(sought), searched.count(sought)))
        if len(hits) == MOST:
            break
    return hits


def _hit(document: Document, start: int, length: int, count: int) -> Hit:
    """Cut a hit out of a text; one in the title alone shows how the text begins."""
    text = document.text
    if start < 0:
        return Hit(
            document=document, start=0, before="", words="", after=text[: 2 * _AROUND], count=0
        )
    return Hit(
        document=document,
        start=start,
        before=text[max(0, start - _AROUND) : start],
        words=text[start : start + length],
        after=text[start + length : start + length + _AROUND],
        count=count,
    )


def find_like(sheet: Sheet, question: Question) -> list[Row]:
    """Find the questions that accounts of this one may belong to, the likest first."""
    own = set(question.concepts)
    found = [
        (len(own & set(row.question.concepts)), row)
        for row in sheet.rows.values()
        if row.question.id != question.id and row.question.dimension == question.dimension
    ]
    ranked = sorted(found, key=lambda pair: (-pair[0], not pair[1].gaps))
    return [row for _, row in ranked[:LIKE]]
