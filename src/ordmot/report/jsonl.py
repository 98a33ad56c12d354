"""The ledger as JSON Lines: one record a line, for programs and for the years to come."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ordmot.ledger import Ledger, as_plain


def render_jsonl(ledger: Ledger) -> str:
    """Write every record on a line of its own, its `type` first, then its id and its fields.

    Every span is an object with `document`, `start`, `end` and `text`, in code points of the
    document's `text`, end excluded. Documents and what was found in them come first.
    """
    return "".join(_line(kind, record) for kind, record in records_of(ledger))


def records_of(ledger: Ledger) -> Iterator[tuple[str, object]]:
    """Give every record of a ledger with the name of its type."""
    for reading in ledger.readings:
        yield "document", reading.document
        for passage in reading.passages:
            yield "passage", passage
        for quantity in reading.quantities:
            yield "quantity", quantity
        for statement in reading.statements:
            yield "statement", statement
        for claim in reading.claims:
            yield "claim", claim
    for refusal in ledger.refusals:
        yield "refusal", refusal
    yield from _compared(ledger)
    for review in ledger.reviews:
        yield "review", review


def _compared(ledger: Ledger) -> Iterator[tuple[str, object]]:
    """Give the records of the comparison."""
    for actor in ledger.comparison.actors:
        yield "actor", actor
    for question in ledger.questions:
        yield "question", question
    for gap in ledger.gaps:
        yield "gap", gap
    for check in ledger.comparison.checks:
        yield "check", check


def _line(kind: str, record: object) -> str:
    """Write one record as a line of JSON."""
    plain = as_plain(record)
    fields = plain if isinstance(plain, dict) else {}
    line = json.dumps({"type": kind, **fields}, ensure_ascii=False, separators=(",", ":"))
    # Half a surrogate pair has no UTF-8: escape it, so that the file is valid whatever the text.
    return line.encode("utf-8", "backslashreplace").decode() + "\n"
