"""The words of the reports in the reader's language, from its catalogues."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from ordmot.ledger import Document
from ordmot.lexicon import serving_language
from ordmot.report.reasons import put_reason

_FILES = ("words.toml", "explanation.toml")


class Words:
    r"""The words of one language, by key, with what is to be filled in.

    >>> read_words("nb").count("documents", 3) == "3\N{NO-BREAK SPACE}dokumenter"
    True
    """

    def __init__(self, language: str, table: dict[str, Any]) -> None:
        self.language = language
        self._table = table

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the words under a key, its {braces} filled in."""
        return str(self._table[key]).format(**values)

    def fill(self, group: str, key: str, /, **values: object) -> str:
        """Give the words of a member of a group, its {braces} filled in."""
        return str(self._table[group][key]).format(**values)

    def reason(self, reason: str) -> str:
        """Put a reason, a check's name or a rule's name of a stage into the language."""
        return put_reason(reason, self.language)

    def name(self, group: str, key: str) -> str:
        """Name a member of a group (`relation`, `hedge` …); the key itself if it has no words."""
        return str(self._table[group].get(key, key.replace("_", " ")))

    def has_name(self, group: str, key: str) -> bool:
        """Tell whether the catalogue names this member of the group."""
        return key in self._table[group]

    def unit(self, unit: str, value: float | None) -> str | None:
        """Name a unit of time for one or many of it; None for a unit without words here."""
        forms = self._table["units"].get(unit)
        return None if forms is None else str(forms["one" if value == 1 else "other"])

    def count(self, key: str, n: int) -> str:
        """Say how many: `1 voice`, `5 voices`."""
        forms = self._table["counts"][key]
        said = str(forms["one" if n == 1 else "other"]).format(n=n)
        return said.replace(" ", "\N{NO-BREAK SPACE}", 1)  # the number never leaves its word


@cache
def read_catalogue() -> dict[str, dict[str, Any]]:
    """Read the words of every language, of the report and of its explanations."""
    folder = resources.files(__package__)
    catalogue: dict[str, dict[str, Any]] = {}
    for name in _FILES:
        for language, table in tomllib.loads((folder / name).read_text(encoding="utf-8")).items():
            catalogue.setdefault(language, {}).update(table)
    return catalogue


def read_words(language: str) -> Words:
    """Read the words of a language; one without words is served by its nearest neighbour."""
    catalogue = read_catalogue()
    chosen = language if language in catalogue else serving_language(language)
    return Words(chosen, catalogue[chosen])


def majority_language(documents: Sequence[Document]) -> str:
    """Find the language that most documents are served by; English where none is.

    >>> majority_language([])
    'en'
    """
    served = Counter(serving_language(document.language) for document in documents)
    ranked = sorted(served, key=lambda language: (-served[language], language))
    return ranked[0] if ranked else "en"
