"""What people decide of accounts that say when."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordmot.casebook import Casebook
from ordmot.casebook.taking_back import read_end
from ordmot.errors import SettingsError
from ordmot.ledger import Edit, Interval, Metadata, QuantityKind, parse_end


@pytest.fixture
def book(tmp_path: Path) -> Casebook:
    """Give a case with two dates of one inspection."""
    texts = {
        "a.txt": "The lift in Olvik was last inspected in May 2030, the owner said. He sold it.",
        "b.txt": "The lift in Olvik was last examined on 3 July 2029, the city said.",
    }
    casebook = Casebook.open(tmp_path / "case.ordmot")
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        casebook.add([tmp_path / name], metadata=Metadata(date="2031-05-17"))
    return casebook


def test_an_edited_date_is_a_date_still(book: Casebook) -> None:
    claim = next(c for c in book.ledger().claims if c.dimension == "date")
    day = parse_end("2029-07-03")
    book.edit(claim.id, Edit(interval=Interval(low=day, high=day)), by="Kari")
    edited = book.ledger().claim(claim.id)
    assert edited.quantity is not None
    assert edited.quantity.kind is QuantityKind.DATE
    assert edited.dimension == "date"


def test_a_day_is_read_from_a_cell() -> None:
    assert read_end("2031-05-03") == 741_565
    with pytest.raises(SettingsError, match="no day"):
        read_end("2031-02-30")
