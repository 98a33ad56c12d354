"""Whether one account speaks of all that another counts, or only of some of it."""

from __future__ import annotations

from ordmot.gaps.accounts import Account
from ordmot.ledger import Claim
from ordmot.lexicon import is_kind_of, read_data, related, senses, serving_language
from ordmot.lexicon.frames import care_events, houses_of_care

_IN_PART = 0.45
"""How comparable an account is that speaks of some of what the other counts."""
NEAR = 0.75
"""Likeness from which two concepts are as good as one: a kind and its kind, near-synonyms."""


def rate_reach(one: Account, other: Account) -> float:
    """Rate whether each of two accounts speaks of all that the other counts."""
    rate = _IN_PART if _are_treated_apart(one.claim, other.claim) else 1.0
    return rate * _rate_side(one, other) * _rate_side(other, one)


def are_parts_apart(one: Claim, other: Claim) -> bool:
    """Tell whether two parts are of different places: "five from Kanta Bay", "11 in Mairo"."""
    mine, theirs = _homes(one), _homes(other)
    return bool(mine) and bool(theirs) and not mine & theirs


def _rate_side(one: Account, other: Account) -> float:
    """Rate whether one account is of less, or of more, than the other can be."""
    if _is_whole_told(one.claim) and not _is_whole_told(other.claim):
        return _IN_PART
    is_none = one.interval is not None and one.interval.high == 0
    doers = _doers(one.claim) if is_none else set()
    return _IN_PART if doers and not _are_named(doers, other.claim) else 1.0


def _is_whole_told(claim: Claim) -> bool:
    """Tell whether a figure is the whole of a part: "three of the | five gates were opened"."""
    if claim.quantity is None or claim.predicate is not None:
        return False
    start = claim.quantity.span.start - claim.sentence.start
    known = read_data(serving_language(claim.language), "claims")["counting"]["wholes"]
    return claim.sentence.text[: max(0, start)].casefold().rstrip().endswith(tuple(known))


def _doers(claim: Claim) -> set[str]:
    """Give whose side did not do what is counted, by the words before: «Norske fly slapp | ingen».

    "The army killed | no civilians" denies that any were killed, where no other army is named.
    """
    if claim.quantity is None:
        return set()
    start = claim.quantity.span.start  # «Flyene trakk seg ut | og slapp | ingen»
    ahead = [t for t in claim.participants if t.span.end <= start]
    ahead = ahead or [t for t in claim.context if t.span.end <= start]
    return {t.concept for t in ahead if is_kind_of(t.concept, "nation")}


def _are_named(concepts: set[str], claim: Claim) -> bool:
    """Tell whether a claim speaks of one of some concepts."""
    told = [t.concept for t in (*claim.participants, *claim.restrictors, *claim.context)]
    return any(related(one, other) >= NEAR for one in concepts for other in told)


def _are_treated_apart(one: Claim, other: Claim) -> bool:
    """Tell whether people were treated in different houses: hospital and first-aid post."""
    events = [c.predicate.concept for c in (one, other) if c.predicate is not None]
    if care_events().isdisjoint(events):
        return False
    mine, theirs = _houses(one), _houses(other)
    return bool(mine) and bool(theirs) and mine != theirs


def _houses(claim: Claim) -> frozenset[str]:
    """Give the houses of care that a claim names, or else whose house speaks."""
    named = houses_of_care().intersection(term.concept for term in claim.participants)
    own = (s.concept for w in claim.speaker.name.split() for s in senses(w, claim.language))
    return named or houses_of_care().intersection(own)


def _homes(claim: Claim) -> set[str]:
    """Give the names that tell which part of a whole is counted."""
    concepts = {term.concept for term in claim.restrictors}
    return {c for c in concepts if c[0] == "="} if "~part" in concepts else set()
