"""The tables of the first version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "first"
down_revision = None

_IN_DOCUMENT = ("passage", "quantity", "statement", "claim")
_IN_CASE = ("actor", "question", "gap", "check_run")
_FROZEN = "A decision once recorded is never changed or removed: record a new one"


def upgrade() -> None:
    """Make every table, and keep decisions from ever being changed."""
    _make_documents()
    for name in _IN_DOCUMENT:
        _make_found_in_document(name)
    for name in _IN_CASE:
        _make_found_in_case(name)
    op.create_table(
        "comparison",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("mark", sa.String, nullable=False),
    )
    _make_refusals()
    _make_reviews()


def _make_documents() -> None:
    """Make the tables of documents and of their original bytes."""
    op.create_table(
        "document",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "original",
        _document_key(),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )


def _document_key() -> sa.Column[str]:
    """Name the document that a row belongs to and goes with."""
    owner = sa.ForeignKey("document.id", ondelete="CASCADE")
    return sa.Column("document_id", sa.String, owner, primary_key=True)


def _make_found_in_document(name: str) -> None:
    """Make the table of a record that a document's reading holds."""
    op.create_table(
        name,
        _document_key(),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index(f"ix_{name}_id", name, ["id"])


def _make_found_in_case(name: str) -> None:
    """Make the table of a record that the comparison holds."""
    op.create_table(
        name,
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index(f"ix_{name}_id", name, ["id"])


def _make_refusals() -> None:
    """Make the table of documents that could not be read."""
    op.create_table(
        "refusal",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_refusal_sha256", "refusal", ["sha256"])


def _make_reviews() -> None:
    """Make the table of decisions, which only grows."""
    op.create_table(
        "review",
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_subject", "review", ["subject"])
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER review_keeps_{event.lower()} BEFORE {event} ON review "
            f"BEGIN SELECT RAISE(ABORT, '{_FROZEN}'); END"
        )
