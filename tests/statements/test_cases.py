"""Every case of tests/cases/statements, and the known failures, which must go on failing."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ordmot.ledger import Statement
from tests.statements.reading import read

_CASES = Path(__file__).parents[1] / "cases" / "statements"


def load(name: str) -> list[Any]:
    """Read the cases of one file as parameters named by their first words."""
    cases = tomllib.loads((_CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["text"].strip()[:40]) for case in cases]


def describe(statement: Statement) -> dict[str, Any]:
    """Put a statement into the words of the case files."""
    row: dict[str, Any] = {
        "voices": [voice.name for voice in statement.voices[1:]],
        "kind": str(statement.speaker.kind),
        "act": str(statement.act),
        "mode": str(statement.mode),
        "cue": statement.cue.text if statement.cue else "",
        "content": [span.text for span in statement.content],
    }
    if statement.is_negated:
        row["negated"] = True
    if statement.speaker.speaks_for:
        row["speaks_for"] = statement.speaker.speaks_for
    return row


@pytest.mark.parametrize("case", load("en"))
def test_english(case: dict[str, Any]) -> None:
    assert [describe(s) for s in read(case["text"], "en")] == case["statements"]


@pytest.mark.parametrize("case", load("nb"))
def test_norwegian(case: dict[str, Any]) -> None:
    assert [describe(s) for s in read(case["text"], "nb")] == case["statements"]


@pytest.mark.xfail(strict=True, reason="known failure: fixing it means moving the case")
@pytest.mark.parametrize("case", load("known_failures"))
def test_known_failures(case: dict[str, Any]) -> None:
    found = [describe(s) for s in read(case["text"], case["language"])]
    assert [{key: row[key] for key in ("voices", "content")} for row in found] == [
        {key: row[key] for key in ("voices", "content")} for row in case["statements"]
    ]
