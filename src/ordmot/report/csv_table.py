"""The accounts as a table: one row for each claim that answers a question."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ordmot.ledger import Answer, Claim, Gap, Ledger, QuantityKind, Question, format_day
from ordmot.report.cells import neutralise

COLUMNS = (
    "claim",
    "question",
    "asked",
    "document",
    "publisher",
    "date",
    "who",
    "words",
    "low",
    "high",
    "hedge",
    "unit",
    "relation",
    "start",
    "end",
    "answer",
)
"""`claim` is the stable id of the row; `asked` is the question in words."""


def render_csv(ledger: Ledger) -> str:
    """Write one row for each account, by question, the one with the strongest gap first.

    An open end of an interval is an empty cell. `relation` is that of the account's strongest gap.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    gaps = _strongest(ledger)
    for question in ledger.questions:
        for answer in question.answers:
            writer.writerow(_safe(cell) for cell in _row(ledger, question, answer, gaps))
    return table.getvalue()


def _strongest(ledger: Ledger) -> dict[str, Gap]:
    """Find the strongest gap of each claim; they come strongest first."""
    found: dict[str, Gap] = {}
    for gap in ledger.gaps:
        for claim in gap.claims:
            found.setdefault(claim, gap)
    return found


def _row(
    ledger: Ledger, question: Question, answer: Answer, gaps: dict[str, Gap]
) -> Iterator[object]:
    """Give the cells of an account, in the order of the columns."""
    claim = ledger.claim(answer.claim)
    document = ledger.document(claim.document)
    yield from (claim.id, question.id, question.text)
    yield from (document.name, document.metadata.publisher, document.metadata.date)
    yield " > ".join(voice.name for voice in claim.voices)
    yield claim.span.text
    yield from _amount(claim)
    gap = gaps.get(claim.id)
    yield gap.relation.value if gap else None
    yield from (claim.span.start, claim.span.end, claim.answer_words or None)


def _amount(claim: Claim) -> tuple[object, ...]:
    """Give low, high, hedge and unit; without an amount the polarity is the hedge."""
    quantity = claim.quantity
    if quantity is None:
        return None, None, "affirmed" if claim.is_affirmed else "denied", None
    low, high = (
        _end(end, quantity.kind) for end in (quantity.interval.low, quantity.interval.high)
    )
    return low, high, quantity.hedge.value, quantity.unit


def _end(value: float | None, kind: QuantityKind) -> str | float | int | None:
    """Write a whole number without a decimal point, and a date as its day: `2023-07-01`."""
    if value is not None and kind is QuantityKind.DATE:
        return format_day(value)
    return int(value) if value is not None and float(value).is_integer() else value


def _safe(cell: object) -> object:
    """Write words as words, whatever they begin with."""
    return neutralise(cell) if isinstance(cell, str) else cell
