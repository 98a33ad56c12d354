"""The tables of what happened to each document, and of a person's own columns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "handling"
down_revision = "first"

_FROZEN = "What happened to a document stays recorded"


def upgrade() -> None:
    """Make both; the first only grows."""
    op.create_table(
        "handling",
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_handling_document_id", "handling", ["document_id"])
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER handling_keeps_{event.lower()} BEFORE {event} ON handling "
            f"BEGIN SELECT RAISE(ABORT, '{_FROZEN}'); END"
        )
    op.create_table(
        "own_cell",
        sa.Column("sheet", sa.String, primary_key=True),
        sa.Column("row", sa.String, primary_key=True),
        sa.Column("column", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
