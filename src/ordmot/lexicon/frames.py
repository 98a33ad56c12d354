"""Events that frame a figure or a fact and are none themselves."""

from __future__ import annotations

from functools import cache

from ordmot.lexicon.data import read_data


@cache
def framing_events() -> frozenset[str]:
    """Give the concepts of saying, thinking, counting and seeing: they befall nothing counted."""
    return frozenset(read_data("shared", "framing")["events"])
