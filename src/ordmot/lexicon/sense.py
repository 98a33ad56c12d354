"""What a word can stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Role = Literal["noun", "verb", "adjective", "people"]
"""`people`: a word that counts those to whom something happens ("dead", "savnede")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One reading of a word: a concept, the word's role, and what the word implies beside it.

    "deaths" is `person` with predicate `die`; "utlendinger" is `person` with restrictor `foreign`;
    "bussjåfør" is `driver` with restrictor `bus`.
    """

    concept: str
    role: Role
    predicate: str | None = None
    restrictor: str | None = None

    def narrowed(self, restrictor: str | None) -> Sense:
        """Add the restrictor of a compound's first part, unless the word has one of its own."""
        return self if self.restrictor is not None else replace(self, restrictor=restrictor)
