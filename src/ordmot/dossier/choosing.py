"""Choosing what a redacted dossier leaves out: voices and documents, by name or id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from ordmot.errors import SettingsError
from ordmot.ledger import Ledger

_SUGGESTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The ids of the actors and documents that are left out, and the names of refused files."""

    actors: frozenset[str]
    documents: frozenset[str]
    refused: frozenset[str]


def choose(ledger: Ledger, wanted: Iterable[str]) -> Choice:
    """Find the voices and documents that are meant; SettingsError where a name is not known.

    A name that several voices bear means all of them. An id, or the beginning of one, means one.
    """
    named = list(_named(ledger))
    found: set[str] = set()
    for name in wanted:
        matches = {id_ for each, id_ in named if _is_meant(name, each, id_)}
        if not matches:
            raise SettingsError(_say_unknown(name, [each for each, _ in named]))
        found |= matches
    actors = {actor.id for actor in ledger.comparison.actors}
    documents = {document.id for document in ledger.documents}
    return Choice(
        actors=frozenset(found & actors),
        documents=frozenset(found & documents),
        refused=frozenset(found - actors - documents),
    )


def _named(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Give every name with the id that it stands for."""
    for actor in ledger.comparison.actors:
        yield from ((name, actor.id) for name in actor.names)
    for document in ledger.documents:
        yield document.name, document.id
        if document.metadata.title:
            yield document.metadata.title, document.id
    yield from ((refusal.name, refusal.id) for refusal in ledger.refusals)


def _is_meant(wanted: str, name: str, id_: str) -> bool:
    """Tell whether somebody who writes `wanted` means this record."""
    if not wanted.strip():
        return False
    return wanted.casefold() == name.casefold() or (id_.startswith(wanted) and "-" in wanted)


def _say_unknown(name: str, names: list[str]) -> str:
    """Say that a name is not known, and which ones are like it."""
    by_folded = {each.casefold(): each for each in names}
    close = get_close_matches(name.casefold(), by_folded, _SUGGESTED, 0.5)
    within = [each for each in by_folded if name.strip() and name.casefold() in each]
    found = dict.fromkeys(by_folded[each] for each in [*close, *within])
    hint = f"Did you mean {' or '.join(repr(each) for each in list(found)[:_SUGGESTED])}? "
    return (
        f"There is no voice or document {name!r} in the case. {hint if found else ''}"
        "`ordmot voices` and `ordmot document` list them."
    )
