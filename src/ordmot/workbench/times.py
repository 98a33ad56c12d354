"""The order of time: what was printed on which day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ordmot.ledger import Claim, Document, Question
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
    entries: tuple[Entry, ...]


@lru_cache(maxsize=1)
def list_days(sheet: Sheet) -> list[Day]:
    """List the days on which documents are dated, in order; those without a date last."""
    days: dict[str, list[Entry]] = {}
    for reading in sheet.ledger.readings:
        date = (reading.document.metadata.date or "")[:10]
        accounts = tuple(
            (claim, sheet.rows[question].question)
            for claim in reading.claims
            for question in sheet.views().questions_of(claim.id)
            if sheet.rows[question].is_strong
        )
        days.setdefault(date, []).append(Entry(document=reading.document, accounts=accounts))
    ordered = sorted(days, key=lambda date: date or "9999")
    return [Day(date=date, entries=tuple(days[date])) for date in ordered]
