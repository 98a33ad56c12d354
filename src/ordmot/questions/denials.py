"""The comparison rows of yes and no: whether an assertion and a denial are of one thing."""

from __future__ import annotations

from functools import lru_cache

from ordmot.lexicon import is_kind_of, related, senses
from ordmot.lexicon.vocabulary import plain
from ordmot.questions.profile import Profile, Weights
from ordmot.questions.rows import SIBLINGS, Verdict, name_rarest

_SILENT = Verdict(score=0.0)
_OTHER_EVENT = 0.5
"""What an assertion counts for that shares with a denial only those to whom it happened, or where:
"who did not come to work" is not answered by "the works cuts 140 posts"."""
_SOME_WORDS = 2
"""Words that two clauses must share."""


def compare_event(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Compare what two propositions say, kinds included, rare concepts weighing more."""
    both = one.said & other.said
    if not both:
        return _SILENT
    shared = weights.sum_of(both)
    return Verdict(score=shared / (shared + 1.0), why=lambda: name_rarest(both, 4, weights))


def compare_cover(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Tell how much of what is denied the assertion speaks of; of two alike, of the shorter."""
    if not one.said or not other.said:
        return _SILENT
    if one.claim.is_affirmed == other.claim.is_affirmed:
        return Verdict(score=weights.overlap(one.said, other.said))
    denial, assertion = (other, one) if one.claim.is_affirmed else (one, other)
    return Verdict(score=weights.share(denial.said, assertion.said) * _telling(one, other))


def compare_words(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Compare the words themselves, within one language: a concept loses what rare words keep.

    One word alone tells no more than its concept.
    """
    both = one.words & other.words
    if len(both) < _SOME_WORDS:
        return _SILENT
    share = (weights.share(one.words, both) + weights.share(other.words, both)) / 2
    return Verdict(score=share * _telling(one, other))


def compare_denied_event(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part an assertion from a denial of whose event it does not speak, whomever both name."""
    return _SILENT if _telling(one, other) == 1 else Verdict(score=-1.0)


def _telling(one: Profile, other: Profile) -> float:
    """Tell how much what a denial and an assertion share counts, 1 where it is what happened."""
    if one.claim.is_affirmed == other.claim.is_affirmed:
        return 1.0
    denial, assertion = (other, one) if one.claim.is_affirmed else (one, other)
    return 1.0 if _speaks_of(denial.predicate, assertion.said) else _OTHER_EVENT


@lru_cache(maxsize=100_000)
def _speaks_of(event: str | None, said: frozenset[str]) -> bool:
    """Tell whether an assertion speaks of what is said not to have happened, if that is known.

    Three rows ask it of each pair.
    """
    if event is None or not is_kind_of(event, "event") or event in said:
        return True
    return any(related(event, other) > SIBLINGS for other in said)


def compare_denier(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Link a denial to an assertion that names the denier: who is accused answers."""
    for denial, assertion in ((one, other), (other, one)):
        if denial.claim.is_affirmed or not assertion.claim.is_affirmed:
            continue
        named = _names_of_speaker(denial) & _named_in(assertion)
        if named:
            words = ", ".join(sorted(map(plain, named)))
            return Verdict(score=1.0, reason=f"the assertion names {words}")
    return _SILENT


def _names_of_speaker(profile: Profile) -> frozenset[str]:
    """Give the name words and nations of a speaker and of the body it speaks for."""
    speaker, language = profile.claim.speaker, profile.claim.language
    words = f"{speaker.name} {speaker.speaks_for or ''} {speaker.role or ''}".split()
    names = {word.casefold().removesuffix("'s") for word in words if word[0].isupper()}
    nations = {
        concept
        for word in words
        for sense in senses(word, language)
        for concept in (sense.concept, sense.restrictor)
        if concept is not None and is_kind_of(concept, "nation")
    }
    return frozenset(names | nations)


def _named_in(profile: Profile) -> frozenset[str]:
    return profile.names | profile.said
