"""Every case of `tests/cases/quantities`: all amounts of a sentence, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ordmot.ledger import Interval, Quantity, QuantityKind
from ordmot.quantities import measure

CASES = Path(__file__).parents[1] / "cases" / "quantities"


def read_cases() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}-{case['text'][:50]}")
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def write_end(value: float | None) -> str:
    return "" if value is None else format(value, ".15g")


def write_interval(interval: Interval) -> str:
    opening = "(" if interval.low_open else "["
    closing = ")" if interval.high_open else "]"
    return f"{opening}{write_end(interval.low)}, {write_end(interval.high)}{closing}"


def write_amount(quantity: Quantity) -> str:
    parts = [f"{quantity.span.text} = {write_interval(quantity.interval)} {quantity.hedge.value}"]
    if quantity.unit:
        parts.append(quantity.unit)
    if quantity.dimension != "count":
        parts.append(f"({quantity.dimension})")
    named = {"of": quantity.counted, "per": quantity.per, "total": quantity.of_total}
    parts += [f"{name} <{span.text}>" for name, span in named.items() if span is not None]
    parts += [f"also <{conversion.span.text}>" for conversion in quantity.conversions]
    return " ".join(parts)


@pytest.mark.parametrize(("language", "case"), read_cases())
def test_amounts_are_read_and_nothing_else_is_one(language: str, case: dict[str, Any]) -> None:
    found = measure(case["text"], language)
    amounts = [write_amount(record) for record in found if record.kind is QuantityKind.AMOUNT]
    others = [
        f"{record.kind.value}: {record.span.text}"
        for record in found
        if record.kind is not QuantityKind.AMOUNT
    ]
    assert amounts == case["expectation"]
    assert others == case.get("others", [])


@pytest.mark.parametrize("language", ["en", "nb"])
def test_there_are_enough_cases_and_a_third_must_not_match(language: str) -> None:
    cases = tomllib.loads((CASES / f"{language}.toml").read_text(encoding="utf-8"))["case"]
    negative = [case for case in cases if not case["expectation"]]
    assert len(cases) >= 250
    assert len(negative) * 3 >= len(cases)
