"""Checking a case: that every record still is what was read, on the words it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, select, text

from ordmot.errors import OrdmotError
from ordmot.flow import Examination, Fault
from ordmot.ledger import (
    Actor,
    Claim,
    Document,
    Gap,
    Passage,
    Quantity,
    Question,
    Refusal,
    Review,
    Span,
    Statement,
    sha256_of,
)
from ordmot.store import tables
from ordmot.store.codec import decode, is_as_written, stored_field

_KINDS: tuple[tuple[Table, type], ...] = (
    (tables.PASSAGE, Passage),
    (tables.QUANTITY, Quantity),
    (tables.STATEMENT, Statement),
    (tables.CLAIM, Claim),
    (tables.ACTOR, Actor),
    (tables.QUESTION, Question),
    (tables.GAP, Gap),
    (tables.REFUSAL, Refusal),
)


_LOG = select(tables.REVIEW).order_by(tables.REVIEW.c.place)
_WRITTEN = "SELECT seq FROM sqlite_sequence WHERE name = 'review'"
"""SQLite counts the rows that were ever put into the table."""


class _Tally:
    """What was checked and found, as it grows."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.records = 0
        self.spans = 0
        self.faults: list[Fault] = []

    def fault(self, record: str, problem: str) -> None:
        """Note what is wrong with a record."""
        self.faults.append(Fault(record=record, problem=problem))


def examine(connection: Connection) -> Examination:
    """Check the file, every document against its bytes, and every record against its words."""
    tally = _Tally()
    for problem in connection.execute(text("PRAGMA integrity_check")).scalars():
        if problem != "ok":
            tally.fault("the file", str(problem))
    _examine_documents(connection, tally)
    for table, kind in _KINDS:
        for row in connection.execute(select(table.c.id, table.c.body)):
            _examine_record(row, kind, tally)
    _examine_log(connection, tally)
    return Examination(
        documents=len(tally.texts),
        records=tally.records,
        spans=tally.spans,
        faults=tuple(tally.faults),
    )


def _examine_documents(connection: Connection, tally: _Tally) -> None:
    """Check each document: its original bytes, its text, and the way from one to the other."""
    columns = select(tables.DOCUMENT.c.id, tables.DOCUMENT.c.body, tables.ORIGINAL.c.data)
    for row in connection.execute(columns.outerjoin(tables.ORIGINAL)):
        document = _examine_record(row, Document, tally)
        if not isinstance(document, Document):
            continue
        tally.texts[document.id] = document.text
        if row.data is None:
            tally.fault(document.id, "The original bytes are not in the case.")
        elif sha256_of(row.data) != document.sha256:
            tally.fault(document.id, "The original bytes are not those that were read.")
        elif not _is_traced(document, row.data):
            tally.fault(document.id, "The text does not stand in the original where it says.")
        if stored_field(row.body, "text_sha256") != document.text_sha256:
            tally.fault(document.id, "The text was changed after it was read.")


def _examine_log(connection: Connection, tally: _Tally) -> None:
    """Check that each entry of the log is as it was sealed and follows the one before.

    The first entry that is not ends the check: those behind it rest on it. Words are not checked:
    a decision keeps those it was made on, even where the document is read differently now.
    """
    last = ""
    number = 0
    for number, row in enumerate(connection.execute(_LOG), start=1):
        tally.records += 1
        problem = _flaw(row, number, last)
        if problem:
            tally.fault(row.id, f"The log breaks at entry {number}: {problem}")
            return
        last = decode(Review, row.body).seal
    written = connection.execute(text(_WRITTEN)).scalar() or 0
    if written != number:
        tally.fault("the log", f"It had {written} entries and has {number}: the last are gone.")


def _flaw(row: Row[*tuple[Any, ...]], number: int, last: str) -> str:
    """Say what is wrong with an entry of the log, nothing where it is as it was sealed."""
    try:
        review = decode(Review, row.body)
    except OrdmotError as error:
        return str(error)
    columns = (row.id, row.subject, row.previous)
    if columns != (review.id, review.subject, review.previous) or not is_as_written(
        row.body, review
    ):
        return "it was changed after it was sealed."
    if review.previous != last or row.place != number:
        return "it does not follow the entry before it."
    return ""


def _is_traced(document: Document, original: bytes) -> bool:
    """Tell whether every stretch of the text stands in the decoded original."""
    decoded = original.decode(document.encoding, "replace") if document.stretches else ""
    return all(
        document.text[s.start : s.start + s.length] == decoded[s.original : s.original + s.length]
        for s in document.stretches
    )


def _examine_record(row: Row[*tuple[Any, ...]], kind: type, tally: _Tally) -> object:
    """Check one record: that it can be read, has its id, and stands on its words."""
    tally.records += 1
    try:
        record: object = decode(kind, row.body)
    except OrdmotError as error:
        tally.fault(row.id, str(error))
        return None
    if getattr(record, "id", row.id) != row.id:
        tally.fault(row.id, "Its id is not that of its content: it was changed.")
    for span in _spans_of(record):
        tally.spans += 1
        _examine_span(row.id, span, tally)
    return record


def _examine_span(record: str, span: Span, tally: _Tally) -> None:
    """Check that the words of a span are those of the document."""
    words = tally.texts.get(span.document)
    if words is None:
        tally.fault(record, f"It rests on {span.document}, which is not in the case.")
        return
    try:
        span.check(words)
    except OrdmotError as error:
        tally.fault(record, str(error))


def _spans_of(value: object) -> Iterator[Span]:
    """Find every span in a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans_of(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _spans_of(getattr(value, field.name))
