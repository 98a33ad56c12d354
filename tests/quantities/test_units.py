"""The units of the lexicon: their sizes are those of pint, their currencies those of Babel."""

from __future__ import annotations

from collections.abc import Iterator

import pint
import pytest
from babel.numbers import list_currencies

from ordmot.lexicon import read_data

REGISTRY = pint.UnitRegistry()
BASES = {
    "length": "metre",
    "area": "metre ** 2",
    "volume": "litre",
    "mass": "gram",
    "speed": "metre / second",
    "duration": "second",
    "energy": "joule",
    "power": "watt",
    "data": "bit",
    "pressure": "pascal",
}
IN_PINT = {
    "norwegian mile": "10 * kilometre",
    "light year": "light_year",
    "nautical mile": "nautical_mile",
    "decare": "1000 * metre ** 2",
    "gallon": "US_liquid_gallon",
    "quart": "US_liquid_quart",
    "pint": "pint",
    "cup": "US_liquid_cup",
    "tablespoon": "tablespoon",
    "teaspoon": "teaspoon",
    "barrel": "oil_barrel",
    "tonne": "metric_ton",
    "horsepower": "horsepower",
    "knot": "knot",
    "calorie": "calorie",
    "kilocalorie": "kilocalorie",
    # Months, quarters and years are counted in thirties of days and 365 days: durations in news
    # are not astronomical.
    "quarter of an hour": "15 * minute",
    "month": "30 * day",
    "quarter": "90 * day",
    "year": "365 * day",
    "decade": "3650 * day",
    "century": "36500 * day",
}


def to_pint(name: str) -> str:
    if name in IN_PINT:
        return IN_PINT[name]
    words = name.replace("-", " * ").split(" ")
    if words[0] in ("square", "cubic"):
        return f"{words[1]} ** {2 if words[0] == 'square' else 3}"
    return " ".join(words).replace(" per ", " / ")


def sizes() -> Iterator[tuple[str, str, float]]:
    shared = read_data("shared", "units")
    for dimension in BASES:
        for name, size in shared[dimension].items():
            yield dimension, name, size


@pytest.mark.parametrize(("dimension", "name", "size"), list(sizes()))
def test_sizes_agree_with_pint(dimension: str, name: str, size: float) -> None:
    quantity = REGISTRY.Quantity(to_pint(name)).to(BASES[dimension])
    # The survey foot and the international one differ by two millionths.
    assert quantity.magnitude == pytest.approx(size, rel=1e-5)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_named_unit_is_known(language: str) -> None:
    shared = read_data("shared", "units")
    known = {
        name
        for dimension, names in shared.items()
        if dimension not in ("symbols", "codes")
        for name in names
    }
    assert set(read_data(language, "units")["names"]) <= known
    assert set(shared["symbols"]) <= known


@pytest.mark.parametrize("language", ["en", "nb"])
def test_currency_codes_are_iso_codes(language: str) -> None:
    money = read_data(language, "money")
    codes = {code for table in ("names", "symbols", "minor") for code in money[table]}
    capital = {code for code in codes if code.isupper()}
    assert capital - {"SATOSHI", "BTC"} <= list_currencies()
