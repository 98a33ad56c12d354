"""Make the coast lines of the map: `python cartography/coast.py land-110m.json countries-50m.json`.

Both files are of the npm package world-atlas 2.0.2 (ISC), which packs Natural Earth's shapes, in
the public domain. What is printed is `src/ordmot/atlas/coast.json`: the land as rings of
[longitude, latitude], and for each country, by its ISO number, a point in the middle of its largest
piece of land.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]

_SOUTHERNMOST = -60.0  # Antarctica is left out: nothing is said there, and it fills half a map


def unpack_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Undo the deltas of a TopoJSON file."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def rings_of(shape: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    """Give the outer rings of a shape; lakes are left out."""
    if shape["type"] == "GeometryCollection":
        for part in shape["geometries"]:
            yield from rings_of(part, arcs)
        return
    polygons = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs")}
    for polygon in polygons.get(shape["type"], []):
        ring: Ring = []
        for number in polygon[0]:
            part = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += part[1:] if ring else part
        yield ring


def middle_of(rings: Iterable[Ring]) -> Point:
    """Find the middle of the largest ring, by its area on the globe."""
    _, x, y = max((_measure(ring) for ring in rings), key=lambda measured: measured[0])
    return (round(x, 1), round(y, 1))


def _measure(ring: Ring) -> tuple[float, float, float]:
    """Give the area of a ring and its middle, reckoned from its first point."""
    left, low = ring[0]
    # From the first point, the short way round: Russia reaches over the date line.
    near = [((lon - left + 180) % 360 - 180, lat - low) for lon, lat in ring]
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(near):
        cross = (x0 * y1 - x1 * y0) / 2
        area += cross
        x += cross * (x0 + x1) / 3
        y += cross * (y0 + y1) / 3
    if not area:
        return (0.0, left, low)
    middle = low + y / area
    longitude = (left + x / area + 180) % 360 - 180
    return (abs(area) * math.cos(math.radians(middle)), longitude, middle)


def main() -> None:
    """Print the coast lines and the middles of the countries."""
    land, countries = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:3])
    rings = list(rings_of(land["objects"]["land"], unpack_arcs(land)))
    arcs = unpack_arcs(countries)
    shapes = countries["objects"]["countries"]["geometries"]
    middles = {
        shape["id"]: middle_of(rings_of(shape, arcs))
        for shape in shapes
        if str(shape.get("id", "")).isdigit()
    }
    made = {
        "land": [
            [[round(x, 2), round(y, 2)] for x, y in ring]
            for ring in rings
            if max(y for _, y in ring) > _SOUTHERNMOST
        ],
        "middles": dict(sorted(middles.items())),
    }
    json.dump(made, sys.stdout, separators=(",", ":"))
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
