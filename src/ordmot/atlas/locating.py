"""Where a name is: which of the places that bear it is meant, and why; or that nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ordmot.atlas.countries import find_countries
from ordmot.atlas.gazetteer import SMALLEST, Gazetteer, Spot
from ordmot.ledger import Document

LARGER, FAR_LARGER = 5, 50
"""How many times as many people as in the next place of a name make it the one that is meant, and
how many do so although the documents name the country of another."""

_READ = 40
"""In how many documents it is looked up which countries are named."""


class Why(StrEnum):
    """Why a name is where it is shown, or why it is shown nowhere."""

    COUNTRY = "country"
    ONLY = "only"
    NAMED = "named"
    BESIDE = "beside"
    LARGEST = "largest"
    SEVERAL = "several"
    DIVIDED = "divided"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A name that is looked for, and the documents in which it stands."""

    name: str
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where a name is; `spot` is None where it fits no place, or several and nothing tells which.

    `others` are the other places that it fits, the largest first. `hints` are what was found in the
    documents for the choice: codes of countries, or names of places beside it.
    """

    name: str
    why: Why
    spot: Spot | None = None
    others: tuple[Spot, ...] = ()
    hints: tuple[str, ...] = ()


class Atlas:
    """Locates names, each by the documents in which it stands."""

    def __init__(self) -> None:
        self._gazetteer = Gazetteer()
        self._countries: dict[str, frozenset[str]] = {}

    def locate(self, asked: Sequence[Asked]) -> Mapping[str, Located]:
        """Locate names, by name; SettingsError where there is no register of places.

        What several places are called is told by the documents first: a country that they name, the
        places beside it; then by size. Where these disagree, or say nothing, no place is chosen.
        """
        found = self._gazetteer.find(one.name for one in asked)
        spots = {name: _weed(spots) for name, spots in found.items()}
        beside = _sure_places(asked, spots)
        return {one.name: self._choose(one, spots[one.name], beside) for one in asked}

    def _choose(
        self, asked: Asked, spots: Sequence[Spot], beside: Mapping[str, Mapping[str, str]]
    ) -> Located:
        """Choose among the places of a name."""
        if len(spots) < 2:
            return _alone(asked.name, spots)
        own = {spot.country for spot in spots}
        itself = {spot.country for spot in spots if spot.is_country}
        named = (self._named(asked.documents) & own) - itself
        if named:
            return _decide(asked.name, spots, named, _Hint(Why.NAMED, tuple(sorted(named))))
        near = {
            place: country
            for document in asked.documents
            for place, country in beside.get(document.id, {}).items()
            if country in own and place != asked.name
        }
        hint = _Hint(Why.BESIDE, tuple(near))
        return _decide(asked.name, spots, frozenset(near.values()), hint)

    def _named(self, documents: Iterable[Document]) -> frozenset[str]:
        """Give the countries that some documents name."""
        found: frozenset[str] = frozenset()
        for document in list(documents)[:_READ]:
            if document.id not in self._countries:
                self._countries[document.id] = find_countries(document.text)
            found |= self._countries[document.id]
        return found


class _Hint(NamedTuple):
    """What was found in the documents for a choice: a reason, and what it rests on."""

    why: Why
    hints: tuple[str, ...]


def _weed(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Order places by size, without those that are only another name for the same.

    A smaller place that bears the name only beside its main one goes; so do a town in the country
    of its name, such as Luxembourg, and the state around a town of its name, such as New York.
    """
    ordered = sorted(spots, key=lambda spot: -spot.people)
    largest = max((spot.people for spot in ordered if spot.is_main), default=0)
    kept = [spot for spot in ordered if spot.is_main or spot.people > largest]
    whole = {spot.country for spot in kept if spot.is_country}
    inside = {(spot.country, spot.region) for spot in kept if spot.point and not spot.is_country}
    return tuple(
        spot
        for spot in kept
        if spot.is_country
        or (spot.country not in whole if spot.point else (spot.country, spot.region) not in inside)
    )


def _sure_places(
    asked: Sequence[Asked], spots: Mapping[str, Sequence[Spot]]
) -> dict[str, dict[str, str]]:
    """Give for each document the towns whose name only one place bears, with their country."""
    found: dict[str, dict[str, str]] = {}
    for one in asked:
        own = spots[one.name]
        if len(own) == 1 and own[0].point and not own[0].is_country:
            for document in one.documents:
                found.setdefault(document.id, {})[one.name] = own[0].country
    return found


def _alone(name: str, spots: Sequence[Spot]) -> Located:
    """Locate a name that one place bears, or none; a state of the USA has no point."""
    if not spots or spots[0].point is None:
        return Located(name=name, why=Why.UNKNOWN, others=tuple(spots))
    why = Why.COUNTRY if spots[0].is_country else Why.ONLY
    return Located(name=name, why=why, spot=spots[0])


def _decide(name: str, spots: Sequence[Spot], told: frozenset[str], hint: _Hint) -> Located:
    """Choose by what the documents tell and by size; where these disagree, nothing is chosen."""
    largest = _largest(spots, LARGER)
    if len(told) != 1:
        is_open = largest is not None and (not told or largest.country in told)
        return _chosen(name, largest if is_open else None, spots, _Hint(Why.LARGEST, ()))
    if _largest(spots, FAR_LARGER) is None:
        fitting = _largest([spot for spot in spots if spot.country in told], LARGER)
        if fitting and largest and largest is not fitting:
            return Located(name=name, why=Why.DIVIDED, others=tuple(spots), hints=hint.hints)
        return _chosen(name, fitting, spots, hint)
    return _chosen(name, largest, spots, _Hint(Why.LARGEST, ()))


def _chosen(name: str, spot: Spot | None, spots: Sequence[Spot], hint: _Hint) -> Located:
    """Say which place was chosen, and which others bear the name."""
    if spot is None:
        return Located(name=name, why=Why.SEVERAL, others=tuple(spots))
    others = tuple(other for other in spots if other is not spot)
    why = Why.COUNTRY if spot.is_country and hint.why is Why.LARGEST else hint.why
    return Located(name=name, why=why, spot=spot, others=others, hints=hint.hints)


def _largest(spots: Sequence[Spot], times: int) -> Spot | None:
    """Give the place that is so many times larger than the next, None where there is none such.

    Where a state of the USA bears the name, size tells nothing: the register counts none of them.
    """
    if not spots or any(spot.point is None for spot in spots):
        return None
    next_largest = max((spot.people for spot in spots[1:]), default=0)
    is_alone = len(spots) == 1
    return spots[0] if is_alone or spots[0].people >= times * max(next_largest, SMALLEST) else None
