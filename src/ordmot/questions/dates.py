"""Whether two dates are of one happening, row by row, and whether that is worth telling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from ordmot.ledger import PROSPECTIVE, Term
from ordmot.lexicon import is_kind_of, related
from ordmot.lexicon.answers import is_actor
from ordmot.lexicon.frames import bodies, handing, matters_agreed
from ordmot.questions.profile import WIDEST, Profile, Weights
from ordmot.questions.roots import Roots
from ordmot.questions.rows import SIBLINGS, Verdict, name_rarest

_SILENT = Verdict(score=0.0)
_KINDRED = 0.6
"""Score of two acts of one kind: to find and to report, to inspect and to investigate."""
_YEARS = 3 * 366
"""Days from which two dates are hardly of one happening, but for what is done again and again."""
_HALF_YEAR = 183
"""Days from which a date without a year may as well be one of another year."""
_YEAR = re.compile(r"\b\d{4}\b")
_FROM_AROUND = 0.8
"""Most that it tells what the sentences speak of, where a clause itself is silent."""
_NO_THINGS = ("quality", "trait", "person", "organisation")


def compare_acts(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare what is dated: the same act, or one of its kind ("inspected", "examined")."""
    if one.predicate == other.predicate:
        return Verdict(score=1.0, reason="the same act is dated")
    if one.acts.isdisjoint(other.acts):
        return Verdict(score=-1.0, reason="other acts are dated")
    return Verdict(score=_KINDRED, reason="acts of one kind are dated")


def compare_things(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Compare what it happened to: the rope and the rope, not the rope and the brake.

    A clause that only says "it" is of what its sentence, or the one before it, speaks of.
    """
    mine, theirs = _things(one), _things(other)
    is_told = bool(mine) and bool(theirs)
    mine, theirs = mine or _around(one), theirs or _around(other)
    both = mine & theirs
    if both:
        most = 1.0 if is_told else _FROM_AROUND
        shared = min(most, weights.sum_of(both))
        return Verdict(score=shared, why=lambda: name_rarest(both, 3, weights))
    if is_told and all(related(a, b) <= SIBLINGS for a in mine for b in theirs):
        return Verdict(score=-1.0, reason="it happened to other things")
    return Verdict(score=-0.5)


def compare_receivers(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part that one body was told from that another was; who else found a thing found the same."""
    mine, theirs = _actors(one), _actors(other)
    if not mine or not theirs:
        return _SILENT
    if any(a == b or related(a, b) > SIBLINGS for a in mine for b in theirs):
        return Verdict(score=0.3, reason="of the same actors")
    is_told = "told" in one.acts | other.acts
    return Verdict(score=-1.0, reason="others were told") if is_told else _SILENT


def compare_tellers(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part two dates that one voice gives in one text: who gives two tells of two happenings.

    A promise and what came of it are one.
    """
    is_one = one.document == other.document and one.claim.speaker.name == other.claim.speaker.name
    if not is_one or _is_due(one) != _is_due(other) or _intervals_meet(one, other):
        return _SILENT
    return Verdict(score=-1.0, reason="one voice gives both dates")


def compare_distance(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part dates that are years apart, or may be: "3 May" in a text of the year after.

    What is inspected is so again and again, and the last time is what counts.
    """
    left, right = (p.interval.middle if p.interval else None for p in (one, other))
    if left is None or right is None:
        return _SILENT
    days = abs(left - right)
    if days > _HALF_YEAR and not (_has_year(one) and _has_year(other)):
        return Verdict(score=-1.0, reason="the year of one date is not sure")
    is_done_again = "inspected" in one.acts & other.acts
    is_far = days > _YEARS and not is_done_again
    return Verdict(score=-1.0, reason="the dates are years apart") if is_far else _SILENT


def _has_year(profile: Profile) -> bool:
    """Tell whether the words of a date name its year."""
    quantity = profile.claim.quantity
    return quantity is not None and _YEAR.search(quantity.span.text) is not None


def is_worth_asking(profiles: Sequence[Profile], roots: Roots) -> bool:
    """Tell whether a question of when is worth showing: two voices answer it, and it tells.

    An ordinary story dates much, and its tellers agree; that tells something only of what somebody
    answers for, as of when they knew. Else two dates must differ.
    """
    voices = {(roots.root_of(p.claim), p.claim.document) for p in profiles}
    if len({root for root, _ in voices}) < 2 and len({place for _, place in voices}) < 2:
        return False
    acts = frozenset[str]().union(*(profile.acts for profile in profiles))
    is_agreed = not acts.isdisjoint(matters_agreed())
    return is_agreed or any(not _intervals_meet(*pair) for pair in combinations(profiles, 2))


def _intervals_meet(one: Profile, other: Profile) -> bool:
    """Tell whether two dates can both be right: "in July" and "on 3 July"."""
    if one.interval is None or other.interval is None:
        return True
    return not one.interval.is_disjoint(other.interval)


def _is_due(profile: Profile) -> bool:
    """Tell whether a date is one to come."""
    return profile.claim.modality in PROSPECTIVE


def _things(profile: Profile) -> frozenset[str]:
    """Give what a clause speaks of, but for actors, events of the act's kind and mere qualities."""
    return _sift(profile, profile.claim.participants)


def _around(profile: Profile) -> frozenset[str]:
    """Give what the sentence of a claim and the one before it speak of."""
    return _sift(profile, profile.claim.context)


def _sift(profile: Profile, terms: Sequence[Term]) -> frozenset[str]:
    """Keep what an act can happen to."""
    concepts = {term.concept for term in terms} - WIDEST - {profile.predicate}
    return frozenset(c for c in concepts if c[0] != "=" and _is_thing(c))


def _is_thing(concept: str) -> bool:
    """Tell whether a concept is a thing, or a matter that somebody can know of."""
    is_mere = any(is_kind_of(concept, kind) for kind in _NO_THINGS)
    return not (is_mere or concept in handing() or _is_body(concept))


def _is_body(concept: str) -> bool:
    """Tell whether a concept is somebody who can be told: an actor, or a public body."""
    return is_actor(concept) or concept in bodies()


def _actors(profile: Profile) -> frozenset[str]:
    """Give the bodies and people that a clause names by what they are."""
    concepts = (term.concept for term in profile.claim.participants)
    return frozenset(c for c in concepts if c[0] not in "=~" and _is_body(c))
