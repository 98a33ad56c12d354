"""Making a file a case, or bringing an older case up to this version."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from ordmot.errors import CaseError

LATEST = "chained"
"""The last step of `migrations/versions`; a test keeps it true."""

APPLICATION_ID = 0x4F72646D  # "Ordm", in the header of the file: what SQLite reserves for this
_KNOWN = frozenset({"first", "handling", LATEST})


def is_current(connection: Connection) -> bool:
    """Tell whether the file is a case of this version; CaseError if it is none or a newer one."""
    if _is_blank(connection):
        return False
    if connection.execute(text("PRAGMA application_id")).scalar() != APPLICATION_ID:
        raise CaseError("It is a SQLite database, but not a case of Ordmot.")
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision not in _KNOWN:
        raise CaseError(
            f"It was made by a newer Ordmot (schema {revision!r}). Upgrade Ordmot to open it."
        )
    return bool(revision == LATEST)


def migrate(connection: Connection) -> None:
    """Bring the file to the tables of this version, all in the connection's transaction."""
    # Imported here: Alembic takes half a second, and nearly every case is current.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
    command.upgrade(config, "head")


def _is_blank(connection: Connection) -> bool:
    """Tell whether the file has no table: it is new, or its making was cut short."""
    return connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
