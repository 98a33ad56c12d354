"""Rows to records and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select

from ordmot.flow import Contents, Entry, Handling, OwnCell
from ordmot.ledger import (
    Actor,
    Check,
    Claim,
    Comparison,
    Document,
    Gap,
    Metadata,
    Passage,
    Quantity,
    Question,
    Reading,
    Refusal,
    Review,
    Statement,
)
from ordmot.store import tables
from ordmot.store.codec import decode, encode, recall

Record = TypeVar("Record")

_AT_ONCE = 500
"""Documents asked for in one query: SQLite takes a limited number of values."""


def entries(connection: Connection) -> tuple[Entry, ...]:
    """List the documents, by name."""
    column = tables.DOCUMENT.c
    wanted = select(column.id, column.sha256, column.name, column.version)
    rows = connection.execute(wanted.order_by(column.name, column.id)).all()
    return tuple(
        Entry(id=row.id, sha256=row.sha256, name=row.name, version=row.version) for row in rows
    )


def mark(connection: Connection) -> str | None:
    """Say of which documents and plan the stored comparison is."""
    return connection.execute(select(tables.COMPARISON.c.mark)).scalar()


def contents(connection: Connection, before: Contents) -> Contents:
    """Give all that the case holds: only what happened since `before` is read."""
    since = select(tables.HANDLING.c.document_id).where(tables.HANDLING.c.place > before.handled)
    changed = set(connection.execute(since).scalars())
    known = {r.document.id: r for r in before.readings if r.document.id not in changed}
    marked = mark(connection)
    return Contents(
        entries=entries(connection),
        readings=_readings(connection, known),
        refusals=refusals(connection),
        reviews=reviews(connection),
        comparison=before.comparison
        if marked == before.mark and not changed
        else _comparison(connection, marked),
        mark=marked,
        handled=handled(connection),
    )


def parts(reading: Reading) -> tuple[tuple[Table, Sequence[object]], ...]:
    """Say in which table each part of a reading goes."""
    return (
        (tables.PASSAGE, reading.passages),
        (tables.QUANTITY, reading.quantities),
        (tables.STATEMENT, reading.statements),
        (tables.CLAIM, reading.claims),
    )


def compared(comparison: Comparison) -> tuple[tuple[Table, Sequence[object]], ...]:
    """Say in which table each part of a comparison goes."""
    return (
        (tables.ACTOR, comparison.actors),
        (tables.QUESTION, comparison.questions),
        (tables.GAP, comparison.gaps),
        (tables.CHECK, comparison.checks),
    )


def put(connection: Connection, table: Table, records: Sequence[object], **columns: str) -> None:
    """Insert records in their order; a check has no id and goes by its name."""
    rows = [
        {
            **columns,
            "place": place,
            "id": getattr(record, "id", None) or getattr(record, "name", ""),
            "body": encode(record),
        }
        for place, record in enumerate(records)
    ]
    if rows:
        connection.execute(insert(table), rows)


def _all(connection: Connection, table: Table, kind: type[Record]) -> tuple[Record, ...]:
    """Give every record of a table of the case, in order."""
    bodies = connection.execute(select(table.c.body).order_by(table.c.place)).scalars()
    return recall(kind, bodies.all())


def _by_document(
    connection: Connection, table: Table, kind: type[Record], wanted: Sequence[str]
) -> Mapping[str, tuple[Record, ...]]:
    """Give the records of some documents in a table by document, each document's in order."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    columns = select(table.c.document_id, table.c.body)
    of_document = columns.order_by(table.c.document_id, table.c.place)
    for start in range(0, len(wanted), _AT_ONCE):
        asked = of_document.where(table.c.document_id.in_(wanted[start : start + _AT_ONCE]))
        rows = connection.execute(asked).all()
        for row, record in zip(rows, recall(kind, [row.body for row in rows]), strict=True):
            found[row.document_id].append(record)
    return {document_id: tuple(records) for document_id, records in found.items()}


def _readings(connection: Connection, known: Mapping[str, Reading]) -> tuple[Reading, ...]:
    """Give the reading of every document, by name: those that are known as they are."""
    column = tables.DOCUMENT.c
    ids = connection.execute(select(column.id).order_by(column.name, column.id)).scalars().all()
    wanted = [document for document in ids if document not in known]
    found = {**known, **_read_anew(connection, wanted)}
    return tuple(found[document] for document in ids)


def _read_anew(connection: Connection, wanted: Sequence[str]) -> Mapping[str, Reading]:
    """Give the readings of some documents."""
    column = tables.DOCUMENT.c
    documents: list[Document] = []
    for start in range(0, len(wanted), _AT_ONCE):
        asked = select(column.body).where(column.id.in_(wanted[start : start + _AT_ONCE]))
        documents += recall(Document, connection.execute(asked).scalars().all())
    passages = _by_document(connection, tables.PASSAGE, Passage, wanted)
    quantities = _by_document(connection, tables.QUANTITY, Quantity, wanted)
    statements = _by_document(connection, tables.STATEMENT, Statement, wanted)
    claims = _by_document(connection, tables.CLAIM, Claim, wanted)
    return {
        document.id: Reading(
            document=document,
            passages=passages.get(document.id, ()),
            quantities=quantities.get(document.id, ()),
            statements=statements.get(document.id, ()),
            claims=claims.get(document.id, ()),
        )
        for document in documents
    }


def refusals(connection: Connection) -> tuple[Refusal, ...]:
    """Give the refusals, by name."""
    bodies = connection.execute(select(tables.REFUSAL.c.body)).scalars()
    found = (decode(Refusal, body) for body in bodies)
    return tuple(sorted(found, key=lambda refusal: (refusal.name, refusal.id)))


def reviews(connection: Connection, since: int = 0) -> tuple[Review, ...]:
    """Give the log behind its first `since` entries, in the order in which it grew."""
    table = tables.REVIEW
    bodies = select(table.c.body).order_by(table.c.place).offset(since)
    return tuple(decode(Review, body) for body in connection.execute(bodies).scalars())


def head(connection: Connection) -> str:
    """Give the seal of the last entry of the log, empty where there is none."""
    newest = select(tables.REVIEW.c.body).order_by(tables.REVIEW.c.place.desc()).limit(1)
    body = connection.execute(newest).scalar()
    return decode(Review, body).seal if body is not None else ""


def append(connection: Connection, review: Review) -> Review:
    """Add an entry behind the last one of the log, and give it as it was sealed."""
    sealed = replace(review, previous=head(connection))
    put_review(connection, sealed)
    return sealed


def put_review(connection: Connection, review: Review) -> None:
    """Insert an entry of the log as it is sealed."""
    connection.execute(
        insert(tables.REVIEW).values(
            id=review.id, subject=review.subject, previous=review.previous, body=encode(review)
        )
    )


def put_reading(connection: Connection, reading: Reading, metadata: Metadata, version: str) -> None:
    """Insert a document with all that was found in it, and the metadata that a person gave."""
    document = reading.document
    connection.execute(
        insert(tables.DOCUMENT).values(
            id=document.id,
            sha256=document.sha256,
            name=document.name,
            version=version,
            given=encode(metadata),
            body=encode(document),
        )
    )
    for table, records in parts(reading):
        put(connection, table, records, document_id=document.id)


def put_original(connection: Connection, document_id: str, data: bytes) -> None:
    """Insert the bytes of a document as they came."""
    connection.execute(insert(tables.ORIGINAL).values(document_id=document_id, data=data))


def put_comparison(connection: Connection, comparison: Comparison, mark: str) -> None:
    """Put a comparison in place of the one before, with its mark."""
    for table, records in compared(comparison):
        connection.execute(delete(table))
        put(connection, table, records)
    connection.execute(delete(tables.COMPARISON))
    connection.execute(insert(tables.COMPARISON).values(place=0, mark=mark))


def _comparison(connection: Connection, marked: str | None) -> Comparison:
    """Give the stored comparison; without a mark it is of other documents than there are."""
    if marked is None:
        return Comparison()
    return Comparison(
        actors=_all(connection, tables.ACTOR, Actor),
        questions=_all(connection, tables.QUESTION, Question),
        gaps=_all(connection, tables.GAP, Gap),
        checks=_all(connection, tables.CHECK, Check),
    )


def custody(connection: Connection) -> tuple[Handling, ...]:
    """Give what happened to the documents, in order."""
    return _all(connection, tables.HANDLING, Handling)


def handled(connection: Connection) -> int:
    """Count what happened to the documents."""
    return connection.execute(select(func.max(tables.HANDLING.c.place))).scalar() or 0


def own_cells(connection: Connection) -> tuple[OwnCell, ...]:
    """Give the cells that people added, by sheet, row and column."""
    column = tables.OWN_CELL.c
    wanted = select(column.sheet, column.row, column.column, column.value)
    rows = connection.execute(wanted.order_by(column.sheet, column.row, column.column))
    return tuple(OwnCell(sheet=s, row=r, column=c, value=v) for s, r, c, v in rows)
