"""The atlas: where the places of a case are, told offline from a register of places."""

from ordmot.atlas.countries import name_country, read_coast
from ordmot.atlas.gazetteer import SMALLEST, Spot, is_installed
from ordmot.atlas.locating import LARGER, Asked, Atlas, Located, Why

__all__ = [
    "LARGER",
    "SMALLEST",
    "Asked",
    "Atlas",
    "Located",
    "Spot",
    "Why",
    "is_installed",
    "name_country",
    "read_coast",
]
