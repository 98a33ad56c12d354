"""The places that accounts name, and where on the map they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from ordmot.casebook.maps import (
    SMALLEST,
    Asked,
    Located,
    Pin,
    can_map,
    describe_map,
    draw_map,
    open_atlas,
)
from ordmot.casebook.views import Words
from ordmot.ledger import Claim
from ordmot.workbench.desk import Sheet
from ordmot.workbench.pages import write_query
from ordmot.workbench.rows import Row, name_place


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place, the accounts that name it, and the questions that these answer.

    `is_name` tells a proper name ("Skarnvik") from a word ("the quay").
    """

    name: str
    rows: tuple[Row, ...]
    claims: tuple[Claim, ...]
    is_name: bool

    @property
    def apart(self) -> int:
        """Count its questions on which accounts part."""
        return sum(row.is_strong for row in self.rows)

    @property
    def address(self) -> str:
        """Give the page with its accounts."""
        return f"/{write_query({'place': self.name, 'weak': 'true'})}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """A map of some places: drawn for wide and for narrow pages, in words, and where each is."""

    drawn: tuple[Markup, ...]
    said: str
    located: Mapping[str, Located]
    smallest: int = SMALLEST


@lru_cache(maxsize=1)
def list_places(sheet: Sheet) -> list[Place]:
    """List the places, those of most questions first."""
    rows: dict[str, list[Row]] = {}
    claims: dict[str, dict[str, Claim]] = {}
    names: set[str] = set()
    for row in sheet.rows.values():
        for name in row.places:
            rows.setdefault(name, []).append(row)
        for claim in row.claims:
            for term in claim.places:
                name = name_place(term.concept, term.span.text)
                claims.setdefault(name, {})[claim.id] = claim
                names |= {name} if term.concept.startswith("=") else set()
    places = [
        Place(
            name=name,
            rows=tuple(own),
            claims=tuple(claims[name].values()),
            is_name=name in names,
        )
        for name, own in rows.items()
    ]
    return sorted(places, key=lambda place: (-place.apart, -len(place.rows), place.name))


def show_map(places: Sequence[Place], sheet: Sheet, words: Words) -> MapView | None:
    """Show some places of a case on a map; None where nothing is installed to do so."""
    located = locate_places(sheet)
    if located is None:
        return None
    pins = pin_places(places, located)
    return MapView(
        drawn=tuple(Markup(svg) for svg in draw_map(pins, words)),  # noqa: S704 - drawn here
        said=describe_map(pins, words),
        located=located,
    )


@lru_cache(maxsize=1)
def locate_places(sheet: Sheet) -> Mapping[str, Located] | None:
    """Locate the places that have a name; None where nothing is installed to do so."""
    if not can_map():
        return None
    return open_atlas().locate(
        [_ask(place, sheet) for place in list_places(sheet) if place.is_name]
    )


def _ask(place: Place, sheet: Sheet) -> Asked:
    """Say what is looked for, and in which documents it stands."""
    documents = {claim.document: None for claim in place.claims}
    return Asked(
        name=place.name, documents=tuple(sheet.readings[id_].document for id_ in documents)
    )


def pin_places(places: Sequence[Place], located: Mapping[str, Located]) -> list[Pin]:
    """Pin the places that were located; names of one place share a pin, the commonest first."""
    spots: dict[tuple[float, float], list[Place]] = {}
    for place in places:
        found = located.get(place.name)
        if found and found.spot and found.spot.point:
            spots.setdefault(found.spot.point, []).append(place)
    return [_pin(point, own) for point, own in spots.items()]


def _pin(point: tuple[float, float], places: list[Place]) -> Pin:
    """Pin the places of one point."""
    ordered = sorted(places, key=lambda place: (-len(place.claims), place.name))
    claims = {claim.id for place in places for claim in place.claims}
    return Pin(
        name=", ".join(place.name for place in ordered),
        accounts=len(claims),
        point=point,
        address=ordered[0].address,
    )
