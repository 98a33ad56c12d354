"""The tables of a case: one for each type of record, its JSON beside what is looked up."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()

DOCUMENT = Table(
    "document",
    METADATA,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("version", String, nullable=False),  # of the plan that read it
    Column("given", Text, nullable=False),  # metadata that a person gave
    Column("body", Text, nullable=False),
)

ORIGINAL = Table(
    "original",
    METADATA,
    Column("document_id", String, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)


def _found_in_document(name: str) -> Table:
    """Declare the table of a record that a document's reading holds, in the reading's order."""
    return Table(
        name,
        METADATA,
        Column(
            "document_id",
            String,
            ForeignKey("document.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        Column("place", Integer, primary_key=True),
        Column("id", String, nullable=False, index=True),
        Column("body", Text, nullable=False),
    )


def _found_in_case(name: str) -> Table:
    """Declare the table of a record that the comparison holds, in its order."""
    return Table(
        name,
        METADATA,
        Column("place", Integer, primary_key=True),
        Column("id", String, nullable=False, index=True),
        Column("body", Text, nullable=False),
    )


PASSAGE = _found_in_document("passage")
QUANTITY = _found_in_document("quantity")
STATEMENT = _found_in_document("statement")
CLAIM = _found_in_document("claim")

ACTOR = _found_in_case("actor")
QUESTION = _found_in_case("question")
GAP = _found_in_case("gap")
CHECK = _found_in_case("check_run")

COMPARISON = Table(
    "comparison",
    METADATA,
    Column("place", Integer, primary_key=True),
    Column("mark", String, nullable=False),  # which documents and plan it was made of
)

REFUSAL = Table(
    "refusal",
    METADATA,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

REVIEW = Table(
    "review",
    METADATA,
    Column("place", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("previous", String, nullable=False, unique=True),  # no entry has two that follow it
    Column("body", Text, nullable=False),
    sqlite_autoincrement=True,
)

HANDLING = Table(
    "handling",
    METADATA,
    Column("place", Integer, primary_key=True, autoincrement=True),
    Column("document_id", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
    sqlite_autoincrement=True,
)

OWN_CELL = Table(
    "own_cell",
    METADATA,
    Column("sheet", String, primary_key=True),
    Column("row", String, primary_key=True),
    Column("column", String, primary_key=True),
    Column("value", Text, nullable=False),
)
