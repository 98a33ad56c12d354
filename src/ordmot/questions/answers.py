"""The comparison rows of open questions: whether two answers are of one event."""

from __future__ import annotations

from ordmot.ledger import Asked, Claim, Span, Term
from ordmot.lexicon import read_data, related, senses, senses_at, serving_language
from ordmot.lexicon.answers import is_deed, is_one_mishap
from ordmot.lexicon.vocabulary import plain
from ordmot.questions.profile import WIDEST, Profile, Weights
from ordmot.questions.rows import Verdict

_SILENT = Verdict(score=0.0)
_ALIKE = 0.4
"""Likeness from which two deeds may be one: a shelling and a bombing are attacks."""
_HALF = 0.4
"""How much it says that one of two points to a known event, which the other tells of."""
_SO_CALLED = 0.7
"""How much it says that one calls an accident what the other calls a leak."""
_NEARBY = 0.6
"""How much the same place says, beside another one, which parts two events."""
_ONE_SUCH = 2.0
"""How much it says that both tell of a deed of which a story has one."""
_COMMON = 0.2
"""How much it says that both tell of deaths, where a war has many."""


def compare_deed(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare what was done: the same deed, or one that accounts may call either."""
    if one.predicate is None or other.predicate is None:
        return Verdict(score=-1.0)
    likeness = related(one.predicate, other.predicate)
    is_cause = one.claim.asked is Asked.MEANS
    if likeness < _ALIKE and is_cause and is_one_mishap(one.predicate, other.predicate):
        return Verdict(score=_SO_CALLED, reason="one mishap may be called either")
    if likeness < _ALIKE:
        return Verdict(score=-1.0, reason="different things happen")
    is_common = any(is_deed(event, "common") for event in (one.predicate, other.predicate))
    is_so_called = is_cause and is_one_mishap(one.predicate, other.predicate)
    score = _COMMON if is_common else 1.0 if likeness == 1 or is_so_called else 0.7
    if one.predicate == other.predicate:
        score = _ONE_SUCH if is_deed(one.predicate, "complete") else score
        return Verdict(score=score, reason=f"the same happens: {plain(one.predicate)}")
    words = f"{plain(one.predicate)} and {plain(other.predicate)} are related events"
    return Verdict(score=score, reason=words)


def compare_patient(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare whom or what it befell: the same, or a kind of it; two unlike ones are two events."""
    left, right = _patient(one), _patient(other)
    if left is None or right is None:
        return _SILENT
    if left == right:
        is_wide = left in WIDEST
        return Verdict(
            score=_COMMON if is_wide else 1.0, reason=f"it befell the same: {plain(left)}"
        )
    if related(left, right) > _ALIKE:
        return Verdict(score=_COMMON)
    if "=" in (left[0], right[0]) and left[0] != right[0]:
        return _SILENT  # "the camp" may be Yndal Camp
    return Verdict(score=-1.0, reason="it befell something else")


def _patient(profile: Profile) -> str | None:
    return next((term.concept.casefold() for term in profile.claim.participants), None)


def compare_pointing(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare how the deed is named: "the attack" points to one known, "attacks" are many."""
    left, right = _points(one.claim), _points(other.claim)
    if left is None or right is None:
        return Verdict(score=-1.0 if left != right else _SILENT.score)
    if left and right:
        return Verdict(score=1.0, reason="both point to a known event")
    return Verdict(score=_HALF) if left or right else _SILENT


def _points(claim: Claim) -> bool | None:
    """Tell whether a claim points to one known event; None where it speaks of several."""
    if claim.predicate is None:
        return False
    event = claim.predicate.span
    is_mishap = claim.asked is Asked.MEANS and is_deed(claim.predicate.concept, "mishaps")
    if is_mishap and _is_told_before(claim, claim.predicate):
        return True
    if claim.answer is not None and 0 <= event.start - claim.answer.span.end <= 1:
        return False  # "the Israeli raid" says whose it was, not that it is the one known
    words = read_data(serving_language(claim.language), "answers")["words"]
    text = event.text.lower()
    is_noun = any(s.role == "noun" for s in senses(event.text, claim.language))
    if is_noun and text.endswith(tuple(words["plural_endings"])) and not text.endswith("ss"):
        return None
    befell = next((t.span for t in claim.participants if t.span.end <= event.start), None)
    return _is_definite(claim, event) or (
        is_mishap and not is_noun and befell is not None and _is_definite(claim, befell)
    )


def _is_definite(claim: Claim, noun: Span) -> bool:
    """Tell whether an article or an ending says that a certain thing is meant."""
    words = read_data(serving_language(claim.language), "answers")["words"]
    before = claim.sentence.text[: noun.start - claim.sentence.start].lower().split()[-2:]
    endings = tuple(words["definite_endings"])
    is_meant = bool(set(before) & set(words["definite"]))
    return is_meant or noun.text.lower().endswith(endings)


def _is_told_before(claim: Claim, event: Term) -> bool:
    """Tell whether an event is one that only the document names: "the cause was"."""
    match = senses_at(event.span.text.split(), 0, claim.language)
    found = (match[0],) if match is not None else ()
    named = {
        c
        for s in (*found, *senses(event.span.text, claim.language))
        for c in (s.concept, s.predicate)
    }
    return event.concept not in named


def compare_places(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare the places that both sentences name."""
    left, right = _place_words(one), _place_words(other)
    if not left or not right:
        return _SILENT
    shared = sorted(left & right)
    if not shared:
        return Verdict(score=-1.0, reason="in different places")
    return Verdict(score=_NEARBY, reason=f"both name {', '.join(shared)}")


def _place_words(profile: Profile) -> set[str]:
    return {word for term in profile.claim.places for word in term.span.text.casefold().split()}


def compare_named(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Compare what names the two sentences have beside who speaks and who answers."""
    left, right = _names_beside(one), _names_beside(other)
    if not left or not right:
        return _SILENT
    shared = sorted(left & right)
    if not shared:
        return Verdict(score=-1.0, reason="they name other things")
    return Verdict(score=weights.overlap(left, right), reason=f"both name {', '.join(shared[:3])}")


def _names_beside(profile: Profile) -> frozenset[str]:
    claim = profile.claim
    own = f"{claim.answer_words} {' '.join(voice.name for voice in claim.voices)}".casefold()
    return profile.names - set(own.replace("'s", "").replace("’s", "").split())


def compare_times(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare the days and times that both sentences name; other ones part them a little."""
    left, right = ({term.concept for term in p.claim.times} for p in (one, other))
    if not left or not right:
        return _SILENT
    return Verdict(score=0.5, reason="at the same time") if left & right else Verdict(score=-0.5)


def compare_denied(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Link a denied answer to an account that gives it."""
    if one.claim.is_affirmed == other.claim.is_affirmed:
        return _SILENT
    left, right = (p.claim.answer.concept if p.claim.answer else None for p in (one, other))
    same = left is not None and left.casefold() == (right or "").casefold()
    return Verdict(score=1.0, reason="one denies the other’s answer") if same else _SILENT
