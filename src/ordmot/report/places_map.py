"""The map of a case as a Vega-Lite specification: its places, and how many accounts name each."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ordmot.report.number_line import shorten, text_width
from ordmot.report.words import Words

Spec = dict[str, object]
Ring = list[list[float]]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_INK, _BLUE, _LAND, _SHORE, _RULE = "#22211f", "#1f4e79", "#ece7da", "#8a8577", "#d8d3c7"
_FONT = "Libertinus Serif, Georgia, serif"
_SIZE = 12.0
_NARROWEST = math.radians(24.0)  # the coast lines are coarse: nearer they would mislead
_HIGHEST = 80.0  # towards the poles Mercator's map has no end
_EDGE = 48.0
_SMALLEST, _LARGEST = 5.0, 15.0  # radius of a circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place on the map: its names, how many accounts name it, where it is, and its page."""

    name: str
    accounts: int
    point: tuple[float, float]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The measures of a map, in pixels, and the room that a name may take."""

    name: str
    width: float
    height: float
    label: float


WIDE = Frame(name="wide", width=900, height=470, label=190)
NARROW = Frame(name="narrow", width=342, height=330, label=120)


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """The part of the world that is shown: turned to a longitude, at a scale, moved down."""

    longitude: float
    scale: float
    down: float

    def place(self, point: tuple[float, float], frame: Frame) -> tuple[float, float]:
        """Tell where a point of the world stands on the map."""
        east = (point[0] - self.longitude + 180) % 360 - 180
        x = frame.width / 2 + self.scale * math.radians(east)
        return x, self.down - self.scale * _height(point[1])


def _height(latitude: float) -> float:
    """Give how far a latitude stands from the equator on Mercator's map, in radii of the globe."""
    bounded = min(max(latitude, -_HIGHEST), _HIGHEST)
    return math.log(math.tan(math.pi / 4 + math.radians(bounded) / 2))


def picture_map(pins: Sequence[Pin], land: Sequence[Ring], frame: Frame, words: Words) -> Spec:
    """Picture places on a map: the larger a circle, the more accounts; the number says how many.

    A place whose label finds no room has only its circle: the table beside the map has them all.
    """
    ordered = sorted(pins, key=lambda pin: (-pin.accounts, pin.name))
    view = _fit(ordered, frame)
    spots = [_Spot.of(pin, ordered[0].accounts, view, frame) for pin in ordered]
    return {
        "$schema": _SCHEMA,
        "description": describe_map(ordered, words),
        "width": frame.width,
        "height": frame.height,
        "padding": 0,
        "projection": _projection(view, frame),
        "layer": [*_ground(land), _circles(spots), *_labels(spots, frame)],
        "config": {"font": _FONT, "view": {"stroke": _RULE}},
    }


def describe_map(pins: Sequence[Pin], words: Words) -> str:
    """Say in words what a map shows."""
    said = [f"{pin.name}: {words.count('accounts', pin.accounts)}" for pin in pins]
    return words("map_of", places="; ".join(said))


def _fit(pins: Sequence[Pin], frame: Frame) -> _View:
    """Choose the part of the world in which the places fill the map."""
    west, across = _shortest_arc([pin.point[0] for pin in pins])
    heights = [_height(pin.point[1]) for pin in pins]
    up = max(heights) - min(heights)
    room = (frame.width - 2 * _EDGE, frame.height - 2 * _EDGE)
    scale = min(
        room[0] / max(math.radians(across), _NARROWEST),
        room[1] / max(up, _NARROWEST * frame.height / frame.width),
    )
    middle = (max(heights) + min(heights)) / 2
    return _View(longitude=west + across / 2, scale=scale, down=frame.height / 2 + scale * middle)


def _shortest_arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """Give the western end and the width of the shortest arc that holds some longitudes.

    >>> _shortest_arc([175.0, -170.0])
    (175.0, 15.0)
    """
    ordered = sorted(longitude % 360 for longitude in longitudes)
    following = [*ordered[1:], ordered[0] + 360]
    empty, west = max(
        (after - before, after % 360) for before, after in zip(ordered, following, strict=True)
    )
    return west, 360 - empty


def _projection(view: _View, frame: Frame) -> Spec:
    """Say how the globe is laid flat."""
    return {
        "type": "mercator",
        "scale": view.scale,
        "rotate": [-view.longitude, 0, 0],
        "translate": [frame.width / 2, view.down],
        "clipExtent": [[0, 0], [frame.width, frame.height]],
    }


def _ground(land: Sequence[Ring]) -> Iterator[Spec]:
    """Draw the land over a net of every tenth degree."""
    shape = {"type": "geoshape", "clip": False}
    net: Spec = {**shape, "filled": False, "stroke": _RULE, "strokeWidth": 0.6, "aria": False}
    yield {"data": {"graticule": {"step": [10, 10]}}, "mark": net}
    polygons = {"type": "MultiPolygon", "coordinates": [[ring] for ring in land]}
    mark: Spec = {**shape, "fill": _LAND, "stroke": _SHORE, "strokeWidth": 0.8, "aria": False}
    yield {
        "data": {"values": {"type": "Feature", "properties": {}, "geometry": polygons}},
        "mark": mark,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A circle of the map, and the words beside it."""

    pin: Pin
    x: float
    y: float
    radius: float
    label: str

    @classmethod
    def of(cls, pin: Pin, most: int, view: _View, frame: Frame) -> _Spot:
        """Place a pin, its circle's area by its accounts."""
        x, y = view.place(pin.point, frame)
        share = math.sqrt(pin.accounts / most)
        radius = _SMALLEST + (_LARGEST - _SMALLEST) * share
        label = f"{shorten(pin.name, frame.label, _SIZE)} {pin.accounts}"
        return cls(pin=pin, x=x, y=y, radius=radius, label=label)


def _circles(spots: Sequence[_Spot]) -> Spec:
    """Draw the circles, the smaller ones on top; each leads to the accounts of its place."""
    values = [
        {
            "longitude": spot.pin.point[0],
            "latitude": spot.pin.point[1],
            "area": round(math.pi * spot.radius**2, 1),
            "said": spot.label,
            "address": spot.pin.address,
        }
        for spot in spots
    ]
    mark = {
        "type": "circle",
        "clip": False,
        "color": _BLUE,
        "opacity": 0.85,
        "stroke": "white",
        "strokeWidth": 1,
    }
    return {
        "data": {"values": values},
        "mark": mark,
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "size": {"field": "area", "type": "quantitative", "scale": None},
            "href": {"field": "address"},
            "description": {"field": "said", "type": "nominal"},
        },
    }


def _labels(spots: Sequence[_Spot], frame: Frame) -> Iterator[Spec]:
    """Write the labels, those of the most accounts first, where none covers another."""
    for align, values in _place_labels(spots, frame).items():
        if values:
            yield {
                "data": {"values": values},
                "mark": {
                    "type": "text",
                    "clip": False,
                    "align": align,
                    "baseline": "middle",
                    "fontSize": _SIZE,
                    "color": _INK,
                    "aria": False,
                },
                "encoding": {
                    "x": {"field": "x", "type": "quantitative", "scale": None, "axis": None},
                    "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None},
                    "text": {"field": "label", "type": "nominal"},
                },
            }


_Box = tuple[float, float, float, float]


def _place_labels(spots: Sequence[_Spot], frame: Frame) -> dict[str, list[Spec]]:
    """Find room for each label to the right of its circle or to the left."""
    placed: dict[str, list[Spec]] = {"left": [], "right": []}
    taken = [(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots]
    for spot in spots:
        width, away = text_width(spot.label, _SIZE), spot.radius + 4
        sides = {
            "left": (spot.x + away, spot.y - 7, spot.x + away + width, spot.y + 7),
            "right": (spot.x - away - width, spot.y - 7, spot.x - away, spot.y + 7),
        }
        for align, box in sides.items():
            if _is_inside(box, frame) and not any(_overlap(box, other) for other in taken):
                at = spot.x + away if align == "left" else spot.x - away
                placed[align].append(
                    {"x": round(at, 1), "y": round(spot.y, 1), "label": spot.label}
                )
                taken.append(box)
                break
    return placed


def _is_inside(box: _Box, frame: Frame) -> bool:
    """Tell whether a box lies on the map."""
    return box[0] >= 2 and box[2] <= frame.width - 2


def _overlap(one: _Box, other: _Box) -> bool:
    """Tell whether two boxes share some room."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
