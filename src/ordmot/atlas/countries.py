"""The countries of the world: their names in the languages that are read, and where they lie."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from babel import Locale

from ordmot.lexicon import LANGUAGES, read_data

Ring = list[list[float]]

_NUMERIC = 3  # digits of a region's number in CLDR, such as 150 for Europe: no country


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country by its ISO code, with every name that the data files know for it."""

    code: str
    names: frozenset[str]

    @property
    def folded(self) -> frozenset[str]:
        """Give its names as they are looked up."""
        return frozenset(fold(name) for name in self.names)


def fold(name: str) -> str:
    """Fold a name so that its spellings meet.

    >>> fold("  KØBENHAVN"), fold("Sana’a")
    ('københavn', "sana'a")
    """
    return " ".join(name.casefold().replace("’", "'").split())


@cache
def list_countries() -> tuple[Country, ...]:
    """List the countries by the names of CLDR in each language and those of the lexicon.

    >>> {country.code for country in list_countries() if "kypros" in country.folded}
    {'CY'}
    """
    names: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) < _NUMERIC:
                names.setdefault(code, set()).add(name)
    for known in _lexicon_names():
        for own in names.values():
            if own & known:
                own |= known
    return tuple(Country(code=code, names=frozenset(own)) for code, own in sorted(names.items()))


def _lexicon_names() -> list[set[str]]:
    """Give the names of each nation's country in all languages: USA, De forente stater."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for nation, words in read_data(language, "words")["nations"].items():
            found.setdefault(nation, set()).update(words.get("noun", ()))
    return list(found.values())


def name_country(code: str, language: str) -> str:
    """Name a country for a reader.

    >>> name_country("YE", "nb"), name_country("CY", "en")
    ('Jemen', 'Cyprus')
    """
    return str(Locale.parse(language).territories.get(code, code))


def find_countries(text: str) -> frozenset[str]:
    """Find the codes of the countries that a text names.

    >>> sorted(find_countries("Ferja gikk fra Norge til Danmark."))
    ['DK', 'NO']
    """
    return frozenset(
        country.code
        for country in list_countries()
        if any(name in text and _stands_alone(name, text) for name in country.names)
    )


def _stands_alone(name: str, text: str) -> bool:
    """Tell whether a name stands in a text as a word of its own."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


@cache
def _read_shapes() -> Mapping[str, object]:
    """Read the coast lines and the middles of the countries."""
    path = resources.files(__package__) / "coast.json"
    shapes: Mapping[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return shapes


def middle_of(number: int) -> tuple[float, float] | None:
    """Give a point in the middle of a country by its ISO number: longitude and latitude."""
    middles = _read_shapes()["middles"]
    found = middles.get(f"{number:03}") if isinstance(middles, dict) else None
    return (found[0], found[1]) if found else None


def read_coast() -> list[Ring]:
    """Read the land of the world as rings of longitude and latitude."""
    land = _read_shapes()["land"]
    return land if isinstance(land, list) else []
