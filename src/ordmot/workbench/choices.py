"""What the list of questions can be filtered by: only what the case has, the commonest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ordmot.casebook.views import Words
from ordmot.workbench.desk import Sheet
from ordmot.workbench.rows import Row

_MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The values of each filter with the name that a reader sees."""

    voices: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    places: tuple[str, ...]
    relations: tuple[str, ...]

    def named(self, values: Iterable[str], group: str, words: Words) -> list[tuple[str, str]]:
        """Pair values with their names in the reader's language."""
        return [(value, words.name(group, value)) for value in values]

    def paired(self, values: Iterable[str]) -> list[tuple[str, str]]:
        """Pair values that are their own names."""
        return [(value, value) for value in values]


@lru_cache(maxsize=1)
def list_choices(sheet: Sheet) -> Choices:
    """List what the questions of a case with a gap can be filtered by."""
    rows = [row for row in sheet.rows.values() if row.gaps]
    voices = _common(voice for row in rows for voice in row.voices)
    return Choices(
        voices=tuple((voice, sheet.actors[voice].name) for voice in voices),
        languages=_common(language for row in rows for language in row.languages),
        places=_common(place for row in rows for place in row.places),
        relations=_common(relation.value for row in rows for relation in row.relations),
    )


def _common(values: Iterable[str]) -> tuple[str, ...]:
    """Give the values that occur most, as many as a list can show."""
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value))[:_MOST])


def count_rows(rows: Iterable[Row]) -> tuple[int, int]:
    """Count the questions with a gap that is not folded away, and those with only weak ones."""
    with_gap = [row for row in rows if row.gaps]
    strong = sum(row.is_strong for row in with_gap)
    return strong, len(with_gap) - strong
