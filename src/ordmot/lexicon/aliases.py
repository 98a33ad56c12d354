"""Names of one actor that no rule of spelling can find: "UN refugee agency" and "UNHCR"."""

from __future__ import annotations

import re
from functools import cache

from ordmot.lexicon.data import read_data


def main_name(name: str, text: str) -> str:
    """Give the main name of a known actor where a text uses it too; else the name as it stands.

    >>> main_name("the UN refugee agency", "UNHCR condemns it. The UN refugee agency said so.")
    'UNHCR'
    >>> main_name("the UN refugee agency", "The UN refugee agency said so.")
    'the UN refugee agency'
    """
    bare = name.removeprefix("the ").removeprefix("The ")
    main = _main_names().get(bare.casefold())
    is_used = main is not None and re.search(rf"\b{re.escape(main)}\b", text) is not None
    return main if main is not None and is_used else name


def known_name(name: str) -> str:
    """Give the main name of a known actor for a name written as it is listed; others as they stand.

    >>> known_name("Daesh"), known_name("Raqqa"), known_name("Is")
    ('Islamic State', 'Raqqa', 'Is')
    """
    return _names().get(name, name)


@cache
def _names() -> dict[str, str]:
    """Index the first name of each known actor by all its names."""
    entries = read_data("shared", "aliases")["actor"]
    return {name: entry["names"][0] for entry in entries for name in entry["names"]}


@cache
def _main_names() -> dict[str, str]:
    """Index the first name of each known actor by all its names in lower case."""
    return {name.casefold(): main for name, main in _names().items()}
