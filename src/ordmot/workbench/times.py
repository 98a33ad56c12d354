"""The order of time: what was printed on which day."""

from __future__ import annotations

from dataclasses import dataclass

from ordmot.ledger import Claim, Document, Question, Reading
from ordmot.workbench.desk import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document of a day with its accounts of questions on which accounts part."""

    document: Document
    accounts: tuple[tuple[Claim, Question], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day (`2031-05-17`, empty where none is known) with its documents."""

    date: str
    readings: tuple[Reading, ...]
    sheet: Sheet

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Give the documents of the day with their accounts: looked up for the days of a page."""
        return tuple(_entry(reading, self.sheet) for reading in self.readings)


def _entry(reading: Reading, sheet: Sheet) -> Entry:
    """Find the accounts of a document of questions on which accounts part."""
    accounts = tuple(
        (claim, sheet.rows[question].question)
        for claim in reading.claims
        for question in sheet.views().questions_of(claim.id)
        if sheet.rows[question].is_strong
    )
    return Entry(document=reading.document, accounts=accounts)


def list_days(sheet: Sheet) -> list[Day]:
    """List the days on which documents are dated, in order; those without a date last."""
    days: dict[str, list[Reading]] = {}
    for reading in sheet.ledger.readings:
        days.setdefault((reading.document.metadata.date or "")[:10], []).append(reading)
    ordered = sorted(days, key=lambda date: date or "9999")
    return [Day(date=date, readings=tuple(days[date]), sheet=sheet) for date in ordered]
