"""The places that accounts name."""

from __future__ import annotations

from dataclasses import dataclass

from ordmot.workbench.desk import Sheet
from ordmot.workbench.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place by its name, and the questions whose accounts name it."""

    name: str
    rows: tuple[Row, ...]

    @property
    def apart(self) -> int:
        """Count its questions on which accounts part."""
        return sum(row.is_strong for row in self.rows)


def list_places(sheet: Sheet) -> list[Place]:
    """List the places, those of most questions first."""
    found: dict[str, list[Row]] = {}
    for row in sheet.rows.values():
        for name in row.places:
            found.setdefault(name, []).append(row)
    places = [Place(name=name, rows=tuple(rows)) for name, rows in found.items()]
    return sorted(places, key=lambda place: (-place.apart, -len(place.rows), place.name))
