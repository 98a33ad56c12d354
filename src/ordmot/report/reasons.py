"""Reasons in the reader's language, from the catalogue `reasons.toml`.

The stages say why in English, and the ledger keeps that. As in a message catalogue the English text
is the key; what was filled in is found again at its blanks.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from ordmot.lexicon import label

_WORDED = ("who", "one", "other", "how")
"""Blanks that hold words of a stage ("somebody unnamed"), and no words of a document."""
_BLANK = re.compile(r"\{(\w+)\}")


def put_reason(reason: str, language: str) -> str:
    """Put a reason of a stage into a language; as it is where the catalogue does not know it.

    >>> put_reason("both count fighter", "nb"), put_reason("both count fighter", "en")
    ('begge teller krigere', 'both count fighter')
    """
    for pattern, template in _patterns(language):
        found = pattern.fullmatch(reason)
        if found is not None:
            return template.format(**_filled(found.groupdict(), language))
    return reason


def _filled(values: Mapping[str, str], language: str) -> dict[str, str]:
    """Give what was filled in, with the concepts among it named in the language."""
    filled = dict(values)
    for blank, value in values.items():
        if blank.endswith(("concept", "concepts")):
            filled[blank] = ", ".join(_name_concept(each, language) for each in value.split(", "))
        elif blank in _WORDED:
            filled[blank] = put_reason(value, language)
    return filled


def _name_concept(name: str, language: str) -> str:
    """Name a concept that a reason names in plain English letters: "family member"."""
    concept = name.replace(" ", "_")
    named = label(concept, language)
    return name if named == concept.replace("_", " ") else named


@cache
def read_reasons() -> Mapping[str, Mapping[str, str]]:
    """Read the reasons of every language, by their English."""
    path = resources.files(__package__) / "reasons.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Compile the English of each reason; those with most words of their own are tried first."""
    table = read_reasons().get(language, {})
    ordered = sorted(table, key=lambda english: -len(_BLANK.sub("", english)))
    return tuple((_compile(english), table[english]) for english in ordered)


def _compile(english: str) -> re.Pattern[str]:
    """Make the pattern of a reason: its own words as they are, anything in the blanks."""
    parts = _BLANK.split(english)
    body = "".join(
        f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts)
    )
    return re.compile(body, re.DOTALL)
