"""Which names are one actor: each rule joins two names and says why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ordmot.actors.names import (
    body_words,
    describes_body,
    ends_as_body,
    initials_of,
    is_acronym,
    is_body,
    is_proper,
    is_sole_body,
    known_actor,
    name_key,
    state_of,
)
from ordmot.lexicon import stem

_TELLING = 2
"""Words that tell a body from others; "the ministry" alone does not."""
_SLIP_LIKENESS = 80
"""Likeness (0-100, share of equal letters) from which two long names may be one misspelt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name of a voice: where anonymous, it stands for itself in its document alone."""

    name: str
    document: str | None
    is_person: bool = False

    @property
    def key(self) -> str:
        """Give the form under which it is compared."""
        return name_key(self.name)

    @property
    def is_named(self) -> bool:
        """Tell whether it can be known again in another document."""
        return self.document is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two names that are one actor, and why."""

    one: Naming
    other: Naming
    reason: str
    is_slip: bool = False


Rule = Callable[[Sequence[Naming]], Iterator[Join]]


def same_key(names: Sequence[Naming]) -> Iterator[Join]:
    """Join names that differ only in title, article or genitive."""
    yield from _join_by(names, lambda n: n.key, "the same name but for title or article")


def same_known_actor(names: Sequence[Naming]) -> Iterator[Join]:
    """Join names that the lexicon knows as one actor: IS, ISIS, "so-called Islamic State"."""
    yield from _join_by(names, lambda n: known_actor(n.key), "known names of one actor")


def same_state(names: Sequence[Naming]) -> Iterator[Join]:
    """Join the institutions that speak for one state: "Sudan's army", "the Sudanese government"."""
    yield from _join_by(names, lambda n: state_of(n.name), "both speak for the same state")


def _join_by(
    names: Sequence[Naming], label: Callable[[Naming], str | None], reason: str
) -> Iterator[Join]:
    """Join all names that have the same label; None is no label."""
    first: dict[tuple[str, str | None], Naming] = {}
    for name in names:
        found = label(name)
        if found is None:
            continue
        home = first.setdefault((found, name.document), name)
        if home is not name:
            yield Join(one=home, other=name, reason=reason)


def acronyms(names: Sequence[Naming]) -> Iterator[Join]:
    """Join an acronym to the one body whose initials it has: SDF, Syrian Democratic Forces."""
    bodies: dict[str, list[Naming]] = {}
    for name in names:
        if name.is_named and not name.is_person and " " in name.key and not is_acronym(name.name):
            bodies.setdefault(initials_of(name.name), []).append(name)
    for name in names:
        letters = name.name.replace(".", "")
        holders = bodies.get(letters, []) if name.is_named and is_acronym(name.name) else []
        if len({holder.key for holder in holders}) == 1:
            yield Join(one=holders[0], other=name, reason=f"{letters} are its initials")


def surnames(names: Sequence[Naming]) -> Iterator[Join]:
    """Join a surname to the one full name that ends with it; two candidates leave it alone."""
    full: dict[str, list[Naming]] = {}
    for name in names:
        if name.is_named and " " in name.key and is_proper(name.name) and not is_body(name.key):
            full.setdefault(name.key.rsplit(" ", 1)[-1], []).append(name)
    for name in names:
        holders = full.get(name.key, []) if name.is_named else []
        if len({holder.key for holder in holders}) == 1 and not ends_as_body(name.key):
            yield Join(one=holders[0], other=name, reason="the only one of that surname")


def slips(names: Sequence[Naming]) -> Iterator[Join]:
    """Join long names of the same initials and ending that differ as a slip does.

    "Syrian Defence Forces" for "Syrian Democratic Forces": shown, with the likeness, to be undone.
    """
    alike: dict[tuple[str, str], Naming] = {}
    for name in names:
        if not name.is_named or name.key.count(" ") < 2 or not ends_as_body(name.key):
            continue
        home = alike.setdefault((initials_of(name.name), name.key.rsplit(" ", 1)[-1]), name)
        likeness = fuzz.ratio(home.key, name.key)
        if home.key != name.key and likeness >= _SLIP_LIKENESS:
            reason = f"same initials and {likeness:.0f} % of the letters: perhaps a slip"
            yield Join(one=home, other=name, reason=reason, is_slip=True)


def described_bodies(names: Sequence[Naming]) -> Iterator[Join]:
    """Join "the coastal agency Kystvern", "Avisa Kystnytt" to Kystvern and Kystnytt."""
    lone = {name.name: name for name in names if name.is_named and " " not in name.key}
    for name in names:
        kind, _, last = name.name.rpartition(" ")
        home = lone.get(last) if name.is_named and not name.is_person else None
        if home is not None and home is not name and describes_body(kind):
            yield Join(one=home, other=name, reason="the same name after the kind of body it is")


def short_bodies(names: Sequence[Naming]) -> Iterator[Join]:
    """Join "the police", "kommunen" to the one full-named body of the case that ends so."""
    full: dict[str, list[Naming]] = {}
    for name in names:
        if name.is_named and not name.is_person and " " in name.key:
            full.setdefault(stem(name.key.rsplit(" ", 1)[-1], "nb"), []).append(name)
    for name in names:
        is_short = name.is_named and is_sole_body(name.key)
        holders = full.get(stem(name.key, "nb"), []) if is_short else []
        if len({holder.key for holder in holders}) == 1:
            yield Join(one=holders[0], other=name, reason="the only body of that kind with a name")


def same_words(names: Sequence[Naming]) -> Iterator[Join]:
    """Join bodies named by the same words in another order: Justice Ministry, Ministry of Justice.

    One that has further words is joined where it is the only one: "Ministry of Justice of Norway".
    """
    bodies: dict[frozenset[str], Naming] = {}
    for name in names:
        words = body_words(name.name)
        if not name.is_named or name.is_person or len(words) < _TELLING:
            continue
        home = bodies.setdefault(words, name)
        if home is not name:
            yield Join(one=home, other=name, reason="the same words in another order")
    for words, name in bodies.items():
        holders = [other for further, other in bodies.items() if words < further]
        if len(holders) == 1:
            yield Join(one=holders[0], other=name, reason="the only body of these words")


def branches(names: Sequence[Naming]) -> Iterator[Join]:
    """Join a body to the one named with its branch after a comma: "Havnevesenet, region nord"."""
    parted: dict[str, list[Naming]] = {}
    for name in names:
        if name.is_named and not name.is_person and "," in name.name:
            parted.setdefault(name_key(name.name.split(",", 1)[0]), []).append(name)
    for name in names:
        holders = parted.get(name.key, []) if name.is_named and not name.is_person else []
        if len({holder.key for holder in holders}) == 1:
            yield Join(one=holders[0], other=name, reason="the same name with its branch")


RULES: tuple[Rule, ...] = (
    same_key,
    same_known_actor,
    same_state,
    acronyms,
    described_bodies,
    surnames,
    short_bodies,
    same_words,
    branches,
    slips,
)
"""The rules in the order they are tried; the first that joins two names gives the reason."""
