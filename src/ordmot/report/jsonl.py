"""The ledger as JSON Lines: one record a line, for programs and for the years to come."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator

from ordmot.ledger import Actor, Gap, Ledger, Question, as_plain


def render_jsonl(ledger: Ledger) -> str:
    """Write every record on a line of its own, its `type` first, then its id and its fields.

    Every span is an object with `document`, `start`, `end` and `text`, in code points of the
    document's `text`, end excluded. Documents and what was found in them come first, as the machine
    has them, then what people decided, and last what that changed: `decided claim`, `decided gap` …
    for each record that is new or another, `left out` for each that is gone.
    """
    return "".join(_line(kind, record) for kind, record in records_of(ledger))


def original_line(document_id: str, data: bytes) -> str:
    """Write the bytes of a document as they came, on a line of their own."""
    return _line("original", {"document": document_id, "base64": b64encode(data).decode("ascii")})


def records_of(ledger: Ledger) -> Iterator[tuple[str, object]]:
    """Give every record of a ledger with the name of its type."""
    machine = ledger.machine or ledger
    for reading in machine.readings:
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
    yield from _compared(machine)
    for check in machine.comparison.checks:
        yield "check", check
    for review in ledger.reviews:
        yield "review", review
    if ledger.machine is not None:
        yield from _changes(ledger, ledger.machine)


def _compared(ledger: Ledger) -> Iterator[tuple[str, Actor | Question | Gap]]:
    """Give the records of the comparison that have ids."""
    for actor in ledger.comparison.actors:
        yield "actor", actor
    for question in ledger.questions:
        yield "question", question
    for gap in ledger.gaps:
        yield "gap", gap


def _changes(decided: Ledger, machine: Ledger) -> Iterator[tuple[str, object]]:
    """Give the records that people changed or added, and name those that they made go."""
    before = {record.id: record for _, record in _compared(machine)}
    for claim in decided.claims:
        if claim != machine.machine_claim(claim.id):
            yield "decided claim", claim
    for kind, record in _compared(decided):
        if before.pop(record.id, None) != record:
            yield f"decided {kind}", record
    for record_id in before:
        yield "left out", {"id": record_id}


def _line(kind: str, record: object) -> str:
    """Write one record as a line of JSON."""
    plain = as_plain(record)
    fields = plain if isinstance(plain, dict) else {}
    line = json.dumps({"type": kind, **fields}, ensure_ascii=False, separators=(",", ":"))
    # Half a surrogate pair has no UTF-8: escape it, so that the file is valid whatever the text.
    return line.encode("utf-8", "backslashreplace").decode() + "\n"
