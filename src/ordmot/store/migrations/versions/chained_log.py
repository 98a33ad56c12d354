"""The decisions of the first version, each sealed with the seal of the one before."""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "chained"
down_revision = "handling"

_FROZEN = "A decision once recorded is never changed or removed: record a new one"
_KEPT = ("subject", "decision", "by", "at", "note")


def upgrade() -> None:
    """Copy the log into a table whose entries follow one another, and keep it from being changed.

    A first version sealed nothing: whatever was changed before is sealed as it is found.
    """
    old = op.get_bind().execute(sa.text("SELECT body FROM review ORDER BY place")).scalars().all()
    op.drop_table("review")
    table = _make_table()
    previous = ""
    for body in old:
        row = _sealed(json.loads(body), previous)
        op.execute(table.insert().values(**row))
        previous = json.loads(row["body"])["seal"]
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER review_keeps_{event.lower()} BEFORE {event} ON review "
            f"BEGIN SELECT RAISE(ABORT, '{_FROZEN}'); END"
        )


def _make_table() -> sa.Table:
    """Make the table of decisions in which no entry has two that follow it."""
    table = op.create_table(
        "review",
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("previous", sa.String, nullable=False, unique=True),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_review_subject", "review", ["subject"])
    return table


def _sealed(entry: dict[str, str], previous: str) -> dict[str, str]:
    """Seal an entry of the first version, as this version does."""
    said = {key: entry[key] for key in _KEPT if entry.get(key)}
    said |= {"previous": previous} if previous else {}
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":"))
    seal = hashlib.sha256(canonical.encode()).hexdigest()
    body = {"id": f"review-{seal[:16]}"} | said | {"previous": previous, "seal": seal}
    return {
        "id": body["id"],
        "subject": body["subject"],
        "previous": previous,
        "body": json.dumps(body, separators=(",", ":")),
    }
