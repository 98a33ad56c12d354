"""How two answers to an open question stand: the same, one contains the other, or they exclude."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from ordmot.ledger import Actor, Asked, Claim, VoiceKind
from ordmot.lexicon import LANGUAGES, is_kind_of, read_data, related, senses
from ordmot.lexicon.answers import (
    are_near,
    contains,
    is_actor,
    is_anybody,
    is_means,
    kind_of_cause,
    seat_of,
    side_of,
)

_SYNONYMS = 0.8
"""Likeness from which two kinds of actors are one: "militants" and "rebels"."""


class Stand(Enum):
    """How one answer stands to another."""

    SAME = auto()
    WIDER = auto()
    NARROWER = auto()
    APART = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who or where an answer is: states and names among its words, its kind and its side."""

    nations: frozenset[str]
    names: frozenset[str]
    kind: str | None
    side: str | None

    @property
    def is_named(self) -> bool:
        """Tell whether a name or a state says who it is."""
        return bool(self.names or self.nations)


class Identities:
    """Tells how answers stand to one another, an actor's names being one."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        meeting = (a for a in actors if a.kind not in (VoiceKind.ANONYMOUS, VoiceKind.GROUP))
        self._names = {n.casefold(): actor.names for actor in meeting for n in actor.names}

    def compare(self, one: Claim, other: Claim) -> Stand:
        """Tell how the answer of one claim stands to that of another."""
        if one.answer is None or other.answer is None:
            return Stand.UNKNOWN
        if one.asked is Asked.MEANS:
            return _compare_causes(one, other)
        left, right = self.identity_of(one), self.identity_of(other)
        return (
            _compare_actors(left, right) if one.asked is Asked.WHO else _compare_places(left, right)
        )

    def identity_of(self, claim: Claim) -> Identity:
        """Work out who or where the answer of a claim is."""
        terms = () if claim.answer is None else (claim.answer, *claim.restrictors)
        concepts = [term.concept for term in terms]
        words = [word for c in concepts if c[0] == "=" for word in self._all_words(c[1:])]
        own = {n for c in concepts for n in (c,) if is_kind_of(n, "nation")}
        named = {n for word in words for n in _nations_of(word, claim.language)}
        said = [c for c in concepts if c[0] not in "=~" and not is_kind_of(c, "nation")]
        kinds = [*said, *_kinds_of(words, claim.language)]
        sides = [side for concept in kinds if (side := side_of(concept))]
        nations = frozenset(own | named)
        return Identity(
            nations=nations,
            names=frozenset(_proper(words, claim.language)),
            kind=next(iter(kinds), None),
            side=next(iter(sides), "state" if nations and not kinds else None),
        )

    def _all_words(self, name: str) -> Iterator[str]:
        """Give the words of a name and of the other names of its actor."""
        for known in self._names.get(name.casefold(), (name,)):
            bare = (w.strip("'’").removesuffix("'s").removesuffix("’s") for w in known.split())
            yield from (word for word in bare if word.casefold() not in _articles())


def _nations_of(word: str, language: str) -> Iterator[str]:
    seat = seat_of(word)
    if seat is not None:
        yield seat
    for sense in senses(word, language):
        for concept in (sense.concept, sense.restrictor):
            if concept is not None and is_kind_of(concept, "nation"):
                yield concept


def _kinds_of(words: Sequence[str], language: str) -> Iterator[str]:
    """Give the kinds of actors that the words of a name say: "The army", "Hæren"."""
    for word in words:
        yield from (s.concept for s in senses(word, language) if is_actor(s.concept))


def _proper(words: Sequence[str], language: str) -> Iterator[str]:
    """Give the words that only name: "Armed Forces" are many, "Hamas" is one.

    A common word alone ("Hæren") is no name, two in capitals ("Red Front") are.
    """
    capital = [word for word in words if word[:1].isupper()]
    own = [w for w in capital if not senses(w, language) and seat_of(w) is None]
    named = own or (capital if len(set(capital)) > 1 else [])
    yield from (word.casefold() for word in named)


@cache
def _articles() -> frozenset[str]:
    lists = (read_data(language, "answers")["words"]["articles"] for language in LANGUAGES)
    return frozenset(word for words in lists for word in words)


def _compare_causes(one: Claim, other: Claim) -> Stand:
    """Compare two means or causes, in open words where no kind is listed: "a blocked culvert".

    The same words are one cause, as is what either names beside its head: "the removal of two |
    columns" and "because two columns had been | removed". Others exclude each other as their kinds
    do, where the lexicon knows of what kind both are.
    """
    left, right = _cause(one), _cause(other)
    if is_means(left) and is_means(right):
        return _compare_means(left, right)
    if _is_same_cause(one, other) or _is_same_cause(other, one):
        return Stand.SAME
    if is_kind_of(left, right) or is_kind_of(right, left):
        return Stand.NARROWER if is_kind_of(left, right) else Stand.WIDER
    kind, rival = kind_of_cause(left), kind_of_cause(right)
    if kind is None or rival is None or kind == rival:
        return Stand.UNKNOWN
    stand = _compare_means(kind, rival)
    return stand if stand is Stand.APART else Stand.UNKNOWN


def _cause(claim: Claim) -> str:
    return claim.answer.concept if claim.answer is not None else ""


def _is_same_cause(one: Claim, other: Claim) -> bool:
    """Tell whether one cause is what the other names; unknown words meet within a language."""
    cause = _cause(one)
    if cause[0] == "~" and one.language != other.language:
        return False
    return cause == _cause(other) or cause in {term.concept for term in other.restrictors}


def _compare_means(one: str, other: str) -> Stand:
    if one == other:
        return Stand.SAME
    if contains(one, other):
        return Stand.WIDER
    if contains(other, one):
        return Stand.NARROWER
    return Stand.UNKNOWN if are_near(one, other) else Stand.APART


def _compare_actors(one: Identity, other: Identity) -> Stand:
    """Compare two actors: by name, by state, by side, then by kind."""
    if one.names & other.names:
        return Stand.SAME
    if one.side and other.side and one.side != other.side:
        return Stand.APART
    if one.nations and other.nations:
        return Stand.SAME if one.nations & other.nations else Stand.APART
    if one.names and other.names:
        return Stand.UNKNOWN if one.nations or other.nations else Stand.APART
    if one.is_named and other.is_named:
        return Stand.UNKNOWN
    if one.is_named or other.is_named:
        return _reveal(other, Stand.NARROWER) if one.is_named else _reveal(one, Stand.WIDER)
    return _compare_kinds(one.kind, other.kind)


def _reveal(unnamed: Identity, stand: Stand) -> Stand:
    """Compare a named actor and one that has no name: "gunmen" may be the Red Front."""
    return stand if unnamed.kind is not None and is_anybody(unnamed.kind) else Stand.UNKNOWN


def _compare_kinds(one: str | None, other: str | None) -> Stand:
    if one is None or other is None:
        return Stand.UNKNOWN
    if one == other:
        return Stand.SAME
    if is_kind_of(other, one) or is_kind_of(one, other):
        return Stand.WIDER if is_kind_of(other, one) else Stand.NARROWER
    return Stand.SAME if related(one, other) >= _SYNONYMS else Stand.UNKNOWN


def _compare_places(one: Identity, other: Identity) -> Stand:
    """Compare two places; whether one named place lies in another is not known."""
    if one.names & other.names or (one.kind is not None and one.kind == other.kind):
        return Stand.SAME
    if one.nations and other.nations:
        return Stand.SAME if one.nations & other.nations else Stand.APART
    if one.names and other.names:
        return Stand.APART
    return Stand.UNKNOWN
