"""Connections to a SQLite file whose transactions are really transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from ordmot.errors import CaseError

_WRITES = "ordmot_writes"


def connect(path: Path, wait: float) -> Engine:
    """Make the engine of a case file; a lock is waited for `wait` seconds."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": wait, "isolation_level": None},
        poolclass=NullPool,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    """Set what each connection needs: links that hold, and writes that survive a power cut."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    # The rollback journal, not the write-ahead log: at rest a case is one file, on any disk.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin the transaction ourselves; the driver would begin it only at the first change."""
    writes = connection.get_execution_options().get(_WRITES)
    # A writer takes the lock at once, so that what it reads first still holds when it writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def transaction(engine: Engine, path: Path, *, writes: bool) -> Iterator[Connection]:
    """Open one transaction; what the database complains of becomes a CaseError that helps."""
    try:
        with engine.execution_options(**{_WRITES: writes}).begin() as connection:
            yield connection
    except DBAPIError as error:
        raise CaseError(_explain(path, str(error.orig))) from error


def _explain(path: Path, complaint: str) -> str:
    """Say what is wrong with a case file and what to do."""
    for sign, explanation in _EXPLANATIONS.items():
        if sign in complaint:
            return explanation.format(path=path)
    return f"The case {path} cannot be used: {complaint}."


_EXPLANATIONS = {
    "locked": (
        "Another program is writing to the case {path}, and it did not finish in time. "
        "Try again when it is done."
    ),
    "not a database": (
        "{path} is not a case of Ordmot. Give the case file with --case, not a document."
    ),
    "malformed": (
        "The case {path} is damaged. Restore it from a copy, or read the documents into a new one."
    ),
    "unable to open": "The case {path} cannot be opened. Is the folder there, and yours?",
    "readonly": "The case {path} is write-protected. Change its permissions, or copy it.",
    "full": "The disk is full: nothing was lost, but {path} cannot grow. Make room and try again.",
}
