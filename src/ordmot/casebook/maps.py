"""The map of a case: its places located, and drawn with what is known of their accounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ordmot.atlas import (
    SMALLEST,
    Asked,
    Atlas,
    Located,
    Spot,
    Why,
    is_installed,
    name_country,
    read_coast,
)
from ordmot.dossier.images import can_draw, draw_svg
from ordmot.report.places_map import NARROW, WIDE, Pin, describe_map, picture_map
from ordmot.report.words import Words

__all__ = [
    "SMALLEST",
    "Asked",
    "Located",
    "Pin",
    "Spot",
    "Why",
    "can_map",
    "describe_map",
    "draw_map",
    "name_country",
    "open_atlas",
]

# Only whole addresses become links of a picture; nobody can own a name that ends so.
_HERE = "https://ordmot.invalid"


def can_map() -> bool:
    """Tell whether this machine has a register of places, and can draw."""
    return is_installed() and can_draw()


@cache
def open_atlas() -> Atlas:
    """Give the atlas, which remembers what it found: going through the register takes seconds."""
    return Atlas()


def draw_map(pins: Sequence[Pin], words: Words) -> tuple[str, ...]:
    """Draw a map as SVG for wide pages, and for narrow ones; nothing where there is no place.

    The address of a pin is a path of the page's own server, such as `/?place=Skarnvik`.
    """
    if not pins:
        return ()
    whole = [replace(pin, address=f"{_HERE}{pin.address}") for pin in pins]
    specs = (picture_map(whole, read_coast(), frame, words) for frame in (WIDE, NARROW))
    return tuple(draw_svg(spec).replace(f'xlink:href="{_HERE}/', 'href="/') for spec in specs)
