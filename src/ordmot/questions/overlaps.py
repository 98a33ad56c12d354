"""The comparison rows that weigh how much two accounts share, how far apart they stand, how large.

Their scores are measures, and not for or against: fitted steps say what each is worth. -1 stands
where one of the two has nothing to be compared, or tells it in another language.
"""

from __future__ import annotations

import math

from ordmot.lexicon import related
from ordmot.questions.profile import Profile, Weights
from ordmot.questions.rows import Verdict

_UNKNOWN = Verdict(score=-1.0)


def compare_said(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Give how much of the shorter clause's concepts the other has, rare ones weighing more."""
    return Verdict(score=weights.overlap(one.said, other.said))


def compare_all_said(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Give the share of the concepts of two clauses that both have."""
    return _likeness(one.said, other.said, weights)


def compare_surroundings(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Give the share of the concepts of two sentences that both have."""
    return _likeness(one.context, other.context, weights)


def compare_rarity(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Give the weight of all concepts that two sentences share: 1 for each that is rare."""
    return Verdict(score=weights.shared(one.context, other.context))


def compare_clause_words(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Give the share of the words of two clauses that both have, within one language."""
    return _likeness(one.words, other.words, weights) if _share_tongue(one, other) else _UNKNOWN


def compare_sentence_words(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Give the share of the words of two sentences that both have, within one language."""
    if not _share_tongue(one, other):
        return _UNKNOWN
    return _likeness(one.sentence_words, other.sentence_words, weights)


def _share_tongue(one: Profile, other: Profile) -> bool:
    return one.claim.language == other.claim.language


def _likeness(one: frozenset[str], other: frozenset[str], weights: Weights) -> Verdict:
    """Give the shared weight over the weight of all that either has, 0 to 1."""
    if not one or not other:
        return _UNKNOWN
    return Verdict(score=weights.likeness(one, other))


def compare_kinship(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Give how near two events are to each other as kinds, 0 to 1."""
    if one.predicate is None or other.predicate is None:
        return _UNKNOWN
    return Verdict(score=related(one.predicate, other.predicate))


def compare_lesser(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Give how large the lesser figure is, in doublings of one: small ones are of many things."""
    left, right = _middle(one), _middle(other)
    if left is None or right is None:
        return _UNKNOWN
    return Verdict(score=math.log2(1 + min(left, right)))


def _middle(profile: Profile) -> float | None:
    """Give the middle of a figure or its only end, None where it has none or lies below nought."""
    if profile.interval is None:
        return None
    ends = [end for end in (profile.interval.low, profile.interval.high) if end is not None]
    return sum(ends) / len(ends) if ends and min(ends) >= 0 else None


def compare_nearness(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Give how far apart two accounts of one document stand: the logarithm of the characters."""
    return _apart(one, other) if one.document == other.document else _UNKNOWN


def compare_depth(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Give how much later in its text one of two papers tells it, as `compare_nearness` does."""
    return _UNKNOWN if one.document == other.document else _apart(one, other)


def _apart(one: Profile, other: Profile) -> Verdict:
    return Verdict(score=math.log1p(abs(one.claim.sentence.start - other.claim.sentence.start)))


def compare_narrated(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Count the accounts that nobody but the document gives."""
    return Verdict(score=float(sum(profile.is_narrated for profile in (one, other))))


def compare_denials(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Count the outright denials."""
    return Verdict(score=float(sum(profile.is_denial for profile in (one, other))))
