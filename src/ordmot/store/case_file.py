"""A case in one SQLite file."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Column, Connection, delete, insert, select

from ordmot.errors import CaseError
from ordmot.flow import Contents, Entry, Examination, Handling, OwnCell, mark_of
from ordmot.ledger import Comparison, Document, Ledger, Metadata, Reading, Refusal, Review, Source
from ordmot.store import rows, tables
from ordmot.store.codec import decode, encode
from ordmot.store.connection import connect, transaction
from ordmot.store.examination import examine
from ordmot.store.schema import is_current, migrate

Value = TypeVar("Value")

PATIENCE = 30.0
"""Seconds to wait for another program that writes: longer than any one document takes to store."""

_COUNTER = slice(24, 28)  # bytes of the header: https://sqlite.org/fileformat2.html, 1.3.9


class CaseFile:
    """A case in one SQLite file: every method is one transaction.

    A process that is killed leaves either the whole of a change or nothing of it.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        """Open or make the case; CaseError if the file is something else."""
        self.path = path
        self._engine = connect(path, patience)
        try:
            self._prepare()
        except CaseError as error:
            self._engine.dispose()
            raise _about(path, error) from error.__cause__

    def _prepare(self) -> None:
        """Make the tables where they are missing or older."""
        with self._reading() as connection:
            if is_current(connection):
                return
        with self._writing() as connection:
            if not is_current(connection):
                migrate(connection)

    def _reading(self) -> AbstractContextManager[Connection]:
        """Open a transaction that only reads."""
        return transaction(self._engine, self.path, writes=False)

    def _writing(self) -> AbstractContextManager[Connection]:
        """Open a transaction that writes."""
        return transaction(self._engine, self.path, writes=True)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def entries(self) -> tuple[Entry, ...]:
        """List the documents, by name."""
        with self._reading() as connection:
            return rows.entries(connection)

    def mark(self) -> str | None:
        """Say of which documents and plan the stored comparison is; None if there is none."""
        with self._reading() as connection:
            return rows.mark(connection)

    def stamp(self) -> str:
        """Name the state of the file: another name after any change, by whatever program.

        It is the change counter that SQLite keeps in the header of every file.
        """
        try:
            with self.path.open("rb") as file:
                return file.read(_COUNTER.stop)[_COUNTER].hex()
        except OSError as error:
            raise CaseError(f"The case {self.path} is gone: {error.strerror}.") from error

    def contents(self, before: Contents | None = None) -> Contents:
        """Give all there is: documents by name, decisions in the order they were taken.

        The records of documents that nothing happened to since `before` are the very same.
        """
        with self._reading() as connection, _uncollected():
            return rows.contents(connection, before or Contents())

    def refusals(self) -> tuple[Refusal, ...]:
        """Give the documents that could not be read, by name."""
        with self._reading() as connection:
            return rows.refusals(connection)

    def original(self, document_id: str) -> bytes:
        """Give the bytes of a document as they came; CaseError if there is no such document."""
        document, table = tables.DOCUMENT, tables.ORIGINAL
        self._cell(document.c.id, document.c.id, document_id)
        try:
            return bytes(self._cell(table.c.data, table.c.document_id, document_id))
        except CaseError:
            raise CaseError(
                f"The original bytes of {document_id} are not in the case: they did not come "
                "along when the ledger was brought in. Read the document itself."
            ) from None

    def given(self, document_id: str) -> Metadata:
        """Give what a person said about a document when it was added."""
        table = tables.DOCUMENT
        return decode(Metadata, self._cell(table.c.given, table.c.id, document_id))

    def _cell(self, column: Column[Value], key: Column[str], document_id: str) -> Value:
        """Give what one column holds of one document; CaseError if there is no such document."""
        with self._reading() as connection:
            value = connection.execute(select(column).where(key == document_id)).scalar()
        if value is None:
            raise CaseError(
                f"The case has no document {document_id}. `ordmot document` lists them."
            )
        return value

    def keep(self, source: Source, reading: Reading, version: str) -> None:
        """Keep a document with its reading, in place of an earlier reading of the same bytes."""
        document = reading.document
        with self._writing() as connection:
            gone = connection.execute(
                delete(tables.DOCUMENT).where(tables.DOCUMENT.c.id == document.id)
            )
            event = "read again" if gone.rowcount else "added"
            _append_handling(connection, document, event, version)
            rows.put_reading(connection, reading, source.metadata, version)
            rows.put_original(connection, document.id, source.data)
            refused = tables.REFUSAL.c.sha256 == document.sha256
            connection.execute(delete(tables.REFUSAL).where(refused))
            connection.execute(delete(tables.COMPARISON))

    def custody(self) -> tuple[Handling, ...]:
        """Give what happened to the documents, in order."""
        with self._reading() as connection:
            return rows.custody(connection)

    def handled(self) -> int:
        """Count what happened to the documents: the number grows whenever one is read."""
        with self._reading() as connection:
            return rows.handled(connection)

    def own_cells(self) -> tuple[OwnCell, ...]:
        """Give the cells that people added to the spreadsheet."""
        with self._reading() as connection:
            return rows.own_cells(connection)

    def keep_own_cells(self, cells: Iterable[OwnCell]) -> None:
        """Keep cells that a person added; an empty value takes the cell away."""
        table = tables.OWN_CELL
        with self._writing() as connection:
            for cell in cells:
                key = (table.c.sheet == cell.sheet, table.c.row == cell.row)
                same = (*key, table.c.column == cell.column)
                connection.execute(delete(table).where(*same))
                if cell.value:
                    connection.execute(insert(table).values(**asdict(cell)))

    def refuse(self, refusal: Refusal) -> None:
        """Keep that a document could not be read."""
        with self._writing() as connection:
            connection.execute(delete(tables.REFUSAL).where(tables.REFUSAL.c.id == refusal.id))
            _put_refusal(connection, refusal)

    def forget_refusals(self, ids: Iterable[str]) -> None:
        """Drop refusals that no longer hold."""
        with self._writing() as connection:
            for refusal_id in ids:
                connection.execute(delete(tables.REFUSAL).where(tables.REFUSAL.c.id == refusal_id))

    def keep_comparison(self, comparison: Comparison, mark: str) -> None:
        """Keep a comparison in place of the one before, with its mark."""
        with self._writing() as connection:
            rows.put_comparison(connection, comparison, mark)

    def bring_in(self, ledger: Ledger, originals: Mapping[str, bytes], version: str) -> None:
        """Fill an empty case with a ledger and its log, as they are; CaseError if it is not empty.

        `originals` has the bytes of the documents by id, of those whose bytes came along.
        """
        with self._writing() as connection:
            if rows.entries(connection) or rows.head(connection):
                raise CaseError(
                    f"{self.path} holds documents or decisions already. Bring the ledger into a "
                    "new case: `ordmot import FILE --case NEW`."
                )
            for reading in ledger.readings:
                document = reading.document
                _append_handling(connection, document, "brought in", version)
                rows.put_reading(connection, reading, document.metadata, version)
                if document.id in originals:
                    rows.put_original(connection, document.id, originals[document.id])
            for refusal in ledger.refusals:
                _put_refusal(connection, refusal)
            for review in ledger.reviews:
                rows.put_review(connection, review)
            mark = mark_of(rows.entries(connection), version)
            rows.put_comparison(connection, ledger.comparison, mark)

    def examine(self) -> Examination:
        """Check every record: hashes, words at their offsets, ids."""
        with self._reading() as connection:
            return examine(connection)

    def append_review(self, review: Review) -> Review:
        """Add an entry behind the last one of the log, and give it as it was sealed."""
        with self._writing() as connection:
            return rows.append(connection, review)

    def reviews(self, since: int = 0) -> tuple[Review, ...]:
        """Give the log behind its first `since` entries, in the order in which it grew."""
        with self._reading() as connection:
            return rows.reviews(connection, since)

    def head(self) -> str:
        """Give the seal of the last entry of the log, empty where there is none."""
        with self._reading() as connection:
            return rows.head(connection)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python look for no garbage while many records are made: there is none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _put_refusal(connection: Connection, refusal: Refusal) -> None:
    """Insert a refusal."""
    connection.execute(
        insert(tables.REFUSAL).values(id=refusal.id, sha256=refusal.sha256, body=encode(refusal))
    )


def _append_handling(connection: Connection, document: Document, event: str, version: str) -> None:
    """Note what happens to a document."""
    handling = Handling(
        document=document.id,
        name=document.name,
        sha256=document.sha256,
        event=event,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        version=version,
    )
    connection.execute(
        insert(tables.HANDLING).values(document_id=document.id, body=encode(handling))
    )


def _about(path: Path, error: CaseError) -> CaseError:
    """Name the file in an error that does not."""
    message = str(error)
    return error if str(path) in message else CaseError(f"{path} cannot be opened. {message}")
