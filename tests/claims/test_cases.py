"""Every case of tests/cases/claims: the amounts of a text, what it asserts, and what it does not.

`amounts` are all the claims with an amount, in text order; `propositions` are yes/no claims that
must be there, none at all where the list is empty; `absent` are claims that must not be. Each row
names only what it is about. A case with `known_failure` must go on failing: when it passes, take
the mark away.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.claims.reading import describe, read

_CASES = Path(__file__).parents[1] / "cases" / "claims"
_KNOWN = pytest.mark.xfail(strict=True, reason="known failure: fixed, it must lose its mark")


def load(language: str) -> list[Any]:
    cases = tomllib.loads((_CASES / f"{language}.toml").read_text(encoding="utf-8"))["case"]
    return [
        pytest.param(
            language,
            case,
            id=f"{language}-{case['text'].strip()[:50]}",
            marks=[_KNOWN] if case.get("known_failure") else [],
        )
        for case in cases
    ]


def shown(found: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {key: found[key] for key in row}


@pytest.mark.parametrize(("language", "case"), [*load("en"), *load("nb")])
def test_claims_of_a_text(language: str, case: dict[str, Any]) -> None:
    claims = {claim.id: claim for claim in read(case["text"], language).claims}
    rows = [describe(claim, claims) for claim in claims.values()]
    amounts = [row for row in rows if row["amount"]]
    told = [row for row in rows if not row["amount"]]
    if "amounts" in case:
        assert [row["amount"] for row in amounts] == [row["amount"] for row in case["amounts"]]
        found = [shown(*pair) for pair in zip(amounts, case["amounts"], strict=True)]
        assert found == case["amounts"]
    for wanted in case.get("propositions", ()):
        assert wanted in [shown(row, wanted) for row in told]
    if case.get("propositions") == []:
        assert told == []
    for unwanted in case.get("absent", ()):
        assert unwanted not in [shown(row, unwanted) for row in rows]


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_case_expects_something_and_enough_is_forbidden(language: str) -> None:
    cases = tomllib.loads((_CASES / f"{language}.toml").read_text(encoding="utf-8"))["case"]
    expectations = {"amounts", "propositions", "absent"}
    assert all(expectations & set(case) for case in cases)
    must_not = [
        case
        for case in cases
        if case.get("absent") or case.get("amounts") == [] or case.get("propositions") == []
    ]
    assert len(cases) >= 45
    assert len(must_not) >= 8
