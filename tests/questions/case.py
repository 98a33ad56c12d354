"""Small cases of invented documents, read and compared by the stages as they come."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.flow import compare_accounts
from ordmot.ledger import Comparison, Metadata, Reading
from tests.claims.reading import plan, read


def document(text: str, language: str, name: str, date: str | None = "2031-05-17") -> Reading:
    """Read a document whose publisher is its name."""
    return read(text, language, name, Metadata(publisher=name, date=date))


def compare(readings: Sequence[Reading]) -> Comparison:
    """Compare the accounts of some readings."""
    return compare_accounts(plan(), readings)
