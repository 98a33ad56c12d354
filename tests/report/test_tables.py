from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import replace

import pytest

from ordmot.errors import SettingsError
from ordmot.flow import compare_accounts, read_one
from ordmot.ledger import Decision, Ledger, Metadata, Reading, Refusal, Review, Source
from ordmot.report import RENDERERS, render
from ordmot.report.csv_table import COLUMNS
from tests.plans import TINY


def _ledger(*texts: str) -> Ledger:
    readings = []
    for place, text in enumerate(texts):
        metadata = Metadata(publisher="Havna", date="2031-05-17")
        source = Source(name=f"{place}.txt", data=text.encode(), metadata=metadata)
        reading = read_one(TINY, source)
        assert isinstance(reading, Reading)
        readings.append(reading)
    return Ledger(
        readings=tuple(readings),
        refusals=(Refusal(name="b", sha256="", reason="r", advice="a"),),
        comparison=compare_accounts(TINY, readings),
        reviews=(Review(subject="gap-1", decision=Decision.UNSURE, by="Kari", at="2031"),),
    )


def _rows(ledger: Ledger) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(ledger, "csv"))))


def test_every_record_is_a_line_with_its_type_and_id() -> None:
    lines = [
        json.loads(line) for line in render(_ledger("Kari: 40 båter\nOla: 55 båter")).splitlines()
    ]
    assert Counter(line["type"] for line in lines) == {
        "document": 1,
        "passage": 2,
        "quantity": 2,
        "statement": 2,
        "claim": 2,
        "refusal": 1,
        "actor": 2,
        "question": 1,
        "gap": 1,
        "check": 2,
        "review": 1,
    }
    assert all(next(iter(line)) == "type" for line in lines)
    assert all("id" in line for line in lines if line["type"] != "check")


def test_spans_are_offsets_into_the_exported_text() -> None:
    lines = [
        json.loads(line)
        for line in render(_ledger("Kari: 40 båter\n🙂\nOla: 5 båter")).splitlines()
    ]
    text = lines[0]["text"]
    claims = [line for line in lines if line["type"] == "claim"]
    assert [claim["span"]["text"] for claim in claims] == ["40 båter", "5 båter"]
    for claim in claims:
        span = claim["span"]
        assert text[span["start"] : span["end"]] == span["text"]
        assert span["document"] == lines[0]["id"]


def test_letters_stay_letters_and_half_a_surrogate_pair_is_escaped() -> None:
    ledger = _ledger("Kari: 40 båter")
    reading = ledger.readings[0]
    document = replace(reading.document, text="båt \ud83d")
    odd = Ledger(readings=(replace(reading, document=document),))
    (line, *_) = render(odd).splitlines()
    assert "båt" in line
    assert json.loads(line.encode())["text"] == "båt \ud83d"


def test_the_table_has_a_row_for_each_account() -> None:
    ledger = _ledger("Kari: 40 båter\nOla: 55 båter", "Siv: 40 båter")
    rows = _rows(ledger)
    assert tuple(rows[0]) == COLUMNS
    assert {row["claim"] for row in rows} == {claim.id for claim in ledger.claims}
    by_who = {row["who"]: row for row in rows}
    ola = by_who["0.txt > Ola"]
    assert (ola["asked"], ola["words"]) == ("How many båter?", "55 båter")
    assert (ola["low"], ola["high"], ola["hedge"], ola["unit"]) == ("55", "55", "exact", "")
    assert (ola["publisher"], ola["date"], ola["document"]) == ("Havna", "2031-05-17", "0.txt")
    assert ola["relation"] == "contradicts"
    text = ledger.documents[0].text
    assert text[int(ola["start"]) : int(ola["end"])] == ola["words"]


def test_an_account_without_a_gap_has_no_relation() -> None:
    assert [row["relation"] for row in _rows(_ledger("Kari: 40 båter"))] == [""]


@pytest.mark.parametrize("evil", ["=1+1", "+cmd", "-2", "@x", "\t=1"])
def test_words_never_become_a_formula(evil: str) -> None:
    ledger = _ledger("Kari: 40 båter")
    reading = ledger.readings[0]
    document = replace(reading.document, metadata=Metadata(publisher=evil))
    odd = replace(ledger, readings=(replace(reading, document=document),))
    (row,) = _rows(odd)
    assert row["publisher"] == f"'{evil}"


@pytest.mark.parametrize("name", RENDERERS)
def test_an_empty_ledger_can_be_written(name: str) -> None:
    assert isinstance(render(Ledger(), name), str)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="csv, html, jsonl"):
        render(Ledger(), "xls")
