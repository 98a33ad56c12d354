"""Dates are shown as dates wherever an account is, never as numbers of days."""

from __future__ import annotations

import csv
import io
import re

import pytest

from ordmot.cli.views.accounts import account_as_data, reading_of, size_of
from ordmot.dossier.sheets import lay_out
from ordmot.gaps import weigh_gap
from ordmot.ledger import Ledger
from ordmot.questions import Explainer
from ordmot.report import render
from ordmot.report.explanation import Grounds, explain_gap, pairs_of
from tests.dossier.material import make_material
from tests.questions.case import compare, document

_READINGS = (
    document("The lift in Olvik was last inspected in May 2030, the owner said.", "en", "a.txt"),
    document("The lift in Olvik was last examined on 3 July 2029, the city said.", "en", "b.txt"),
)
_ORDINAL = re.compile(r"\b7[ ,.\u202f\u00a0]?4[01][ ,.\u202f\u00a0]?\d{3}\b")


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return Ledger(readings=_READINGS, comparison=compare(_READINGS))


def test_the_table_has_days(ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(render(ledger, "csv"))))
    asked = {(row["low"], row["high"]) for row in rows if row["asked"].startswith("When")}
    assert asked == {("2030-05-01", "2030-05-31"), ("2029-07-03", "2029-07-03")}


def test_the_page_has_no_number_of_days(ledger: Ledger) -> None:
    page = render(ledger, "html")
    assert "May 2030" in page
    assert "Jul 3, 2029" in page
    shown = re.sub(r"<[^>]*>", " ", page)
    assert not _ORDINAL.search(shown)
    assert re.search(r"302.days apart", shown)


@pytest.mark.parametrize(
    ("language", "later"), [("en", "May 1, 2030"), ("nb", "1. mai 2030")], ids=["en", "nb"]
)
def test_an_explanation_counts_from_day_to_day(ledger: Ledger, language: str, later: str) -> None:
    gap = next(g for g in ledger.gaps if g.size is not None and g.size.unit == "day")
    likenesses = Explainer(ledger.readings)(pairs_of(gap))
    grounds = Grounds(likenesses=likenesses, chance=weigh_gap(ledger, gap))
    told = explain_gap(ledger, gap, grounds, language=language)
    text = "\n".join(line.text for section in told.sections for line in section.lines)
    assert later in text
    assert not _ORDINAL.search(text)


def test_the_terminal_shows_days(ledger: Ledger) -> None:
    claim = next(c for c in ledger.claims if c.dimension == "date")
    assert reading_of(claim) == "2030-05-01–2030-05-31"
    assert account_as_data(ledger, claim)["interval"] == {"low": "2030-05-01", "high": "2030-05-31"}
    size = next(g.size for g in ledger.gaps if g.size is not None and g.size.unit == "day")
    assert size_of(size) == "302 days apart"


def test_the_sheets_have_days(ledger: Ledger) -> None:
    sheets = {sheet.key: sheet for sheet in lay_out(make_material(ledger))}
    ends = {(row.cells.get("low"), row.cells.get("high")) for row in sheets["accounts"].rows}
    assert ("2029-07-03", "2029-07-03") in ends
    lowest = {
        (row.cells.get("lowest"), row.cells.get("highest")) for row in sheets["questions"].rows
    }
    assert ("2029-07-03", "2030-05-31") in lowest
