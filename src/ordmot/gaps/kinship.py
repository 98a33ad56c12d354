"""How surely two accounts speak of the same thing, judged pair by pair."""

from __future__ import annotations

from functools import lru_cache

from ordmot.gaps.accounts import Account
from ordmot.gaps.reach import NEAR, are_parts_apart
from ordmot.ledger import Act, Claim, Hedge, QuantityKind, Term
from ordmot.lexicon import is_kind_of, opposites, read_data, related, serving_language
from ordmot.lexicon.frames import harms, personal_events

_PARAPHRASED = 0.6
"""Likeness of two events that accounts use for one another ("evacuated", "fled")."""
_ELSEWHERE = 0.38
"""How comparable what happened in two places is."""
_CROWD = 500
"""Nobody at all against figures above this is seldom about the same people."""
_FIRST_MAGNITUDE = 20
_FEW, _PAIR = 10, 2
_SOME = 0.35
"""How comparable "several" is to a number of tens."""
_DAY = 24
_HOURS = ((5, 1.0), (8, 0.7), (12, 0.2))
"""How comparable two times of day are by the hours up to which they are apart."""
_HANDFUL = 3
"""Figures so small belong to many a minor event; two that differ are seldom one thing's."""
_RATES = ((4, 1.0), (10, 0.8), (30, 0.6), (float("inf"), 0.38))
"""How comparable two firm figures are by the ratio up to which they are apart."""
_ABOUT = 0.65
"""How comparable an assertion is that does not speak of what the denial begins with."""
_STRIKING = 4
_UNNOTED = 4
"""One text that gives figures so far apart without a word on it counts two things."""
_LIMITED = frozenset(("partial", "remaining"))
"""Scopes that leave out some of those whom another account counts."""
_ANSWERS = (Act.DENY, Act.ADMIT, Act.CONFIRM)
_WIDEST = frozenset(("person", "thing", "event", "quality", "trait", "place", "group", "idea"))


def rate_counted(one: Account, other: Account) -> float:
    """Rate whether both count, or measure, the same kind."""
    missing = 0.8 if _is_count(one) else 1.0
    return _rate_terms(one.claim.counted, other.claim.counted, missing=missing)


def rate_event(one: Account, other: Account) -> float:
    """Rate whether the same happens to both; one that names no event is less sure."""
    if one.claim.predicate is not None and other.claim.predicate is not None:
        same = _rate_terms(one.claim.predicate, other.claim.predicate, missing=1.0)
        speaks = _speaks_of(one.claim, other.claim) or _speaks_of(other.claim, one.claim)
        return max(same, 0.7) if speaks else same
    if not _is_count(one) or _is_none(one) or _is_none(other):
        return 0.4  # "nobody" is said of all sorts of things
    if one.claim.predicate is None and other.claim.predicate is None:
        return 0.6
    return 0.7 if _share_trait(one.claim, other.claim) else _rate_unnamed(one.claim, other.claim)


def _rate_unnamed(one: Claim, other: Claim) -> float:
    """Rate an account that names no event beside one that does: less where it counts any people."""
    counted = {claim.counted.concept for claim in (one, other) if claim.counted is not None}
    return 0.4 if counted <= {"person"} else 0.6


def _is_none(account: Account) -> bool:
    return account.interval is not None and account.interval.high == 0


def _rate_deeds(one: Claim, other: Claim) -> float:
    """Rate whether two answers are of one deed: less where only one says whom it befell."""
    same = _rate_terms(one.predicate, other.predicate, missing=0.5)
    patients = [claim.participants[0] if claim.participants else None for claim in (one, other)]
    return same * _rate_terms(patients[0], patients[1], missing=0.9)


def rate_places(one: Account, other: Account) -> float:
    """Rate where two things happened: a place that the other's document never names is another."""
    if are_parts_apart(one.claim, other.claim):
        return _ELSEWHERE
    left, right = (_place_words(account.claim) for account in (one, other))
    if left and right:
        return 1.0 if left & right else _ELSEWHERE
    named = ((left, one, other), (right, other, one))
    return _ELSEWHERE if any(_is_elsewhere(*sides) for sides in named) else 1.0


def _is_elsewhere(places: set[str], account: Account, other: Account) -> bool:
    """Tell whether the other's document names none of an account's places, its sentence aside."""
    if not places or not other.text:
        return False
    is_same = account.claim.document == other.claim.document
    own = account.claim.sentence.text.casefold() if is_same else ""
    return not any(_count(place, other.text) > own.count(place) for place in places)


@lru_cache(maxsize=50_000)
def _count(word: str, text: str) -> int:
    """Count a word in a document, once for all the accounts that are held against it."""
    return text.count(word)


def _place_words(claim: Claim) -> set[str]:
    return {word for term in claim.places for word in term.span.text.casefold().split()}


def rate_scopes(one: Claim, other: Claim) -> float:
    """Rate the scopes: a running total beside one toll, another event beside this one."""
    left, right = ({term.concept for term in claim.scope} for claim in (one, other))
    if not _LIMITED.isdisjoint(left ^ right):
        return 0.4
    return 1.0 if left == right else 0.6


def rate_elision(claim: Claim) -> float:
    """Rate how sure it is what a figure counts: less where another sentence names it."""
    counted = claim.counted
    return 1.0 if counted is None or counted.span.overlaps(claim.sentence) else 0.5


def share_event(one: Claim, other: Claim) -> bool:
    """Tell whether the same happens in both: the event of one is named in the other."""
    if one.predicate is None or other.predicate is None:
        return False
    if related(one.predicate.concept, other.predicate.concept) >= NEAR:
        return True
    return _speaks_of(one, other) or _speaks_of(other, one)


def are_opposed(one: Claim, other: Claim) -> bool:
    """Tell whether one claim is of the opposite of the other, or of another harm.

    Those who stayed are no rivals of those who left, nor the wounded of the dead.
    """
    if one.predicate is None or other.predicate is None:
        return False
    events = (one.predicate.concept, other.predicate.concept)
    if events[1] in opposites(events[0]) or events[0] in opposites(events[1]):
        return True
    mine, theirs = ({h for h in harms() if related(h, e) >= NEAR} for e in events)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def shares_more(one: Claim, other: Claim) -> bool:
    """Tell whether two claims share more than their event: whom or what it befell, or its kind.

    Who "did not run fast enough" does not deny that others ran; nobody hurt and three hurt meet.
    """
    event = one.predicate
    if event is not None and event.concept in personal_events():
        return True
    events = {term.concept for term in (one.predicate, other.predicate) if term is not None}
    mine, theirs = (_concepts(claim) - events for claim in (one, other))
    return any(_is_among(concept, theirs) for concept in mine)


def _share_trait(one: Claim, other: Claim) -> bool:
    """Tell whether both counted are narrowed by the same word ("foreign")."""
    left, right = ({t.concept for t in c.restrictors} for c in (one, other))
    return bool(left & right)


def _rate_terms(one: Term | None, other: Term | None, missing: float) -> float:
    """Rate two terms: the same 1, near ones 0.9, one unknown `missing`, unlike ones 0.4."""
    if one is None or other is None:
        return missing
    if one.concept == other.concept:
        return 1.0
    likeness = related(one.concept, other.concept)
    if is_kind_of(one.concept, "event") and _PARAPHRASED <= likeness < NEAR:
        return 0.8
    return 0.9 if likeness >= NEAR else 0.4


def _speaks_of(one: Claim, other: Claim) -> bool:
    """Tell whether the event of one claim is named in the clause of the other."""
    event = one.predicate
    if event is None or not is_kind_of(event.concept, "event"):
        return False
    return any(t.concept == event.concept for t in other.participants)


def rate_figures(one: Account, other: Account) -> float:
    """Rate two figures: none against a crowd, and two words without a number, tell little."""
    sizes = [a.interval.middle for a in (one, other) if a.interval is not None]
    if 0 in sizes and any(size is not None and size >= _CROWD for size in sizes):
        return 0.4
    if (0 in sizes or not _is_count(one)) and (_is_loose(one) or _is_loose(other)):
        return 0.6
    if _has_size(one) and _has_size(other):
        return _rate_ratio(one, other)
    if _is_loose(one) and _is_loose(other):
        return 0.4
    if _is_some(one, other) or _is_some(other, one):
        return _SOME
    return 0.7 if _is_many(one, other) else 1.0


def rate_hours(one: Account, other: Account) -> float:
    """Rate two times of day: of one event, accounts are seldom half a day apart."""
    if one.claim.dimension != QuantityKind.TIME_OF_DAY.value:
        return 1.0
    hours = [a.interval.middle for a in (one, other) if a.interval is not None]
    middles = [hour for hour in hours if hour is not None]
    if len(middles) < _PAIR:
        return 1.0
    apart = abs(middles[0] - middles[1]) % _DAY
    return next(rate for limit, rate in _HOURS if min(apart, _DAY - apart) <= limit)


def _is_some(one: Account, other: Account) -> bool:
    """Tell whether one only tells of some: "several were led away" is no figure beside 900.

    "Only a few" is one.
    """
    lows = [account.interval.low for account in (one, other) if account.interval is not None]
    if not _is_loose(one) or _is_loose(other) or len(lows) < _PAIR or None in lows:
        return False
    if one.claim.predicate is not None and one.claim.predicate.concept in personal_events():
        return False  # "several were killed" is a toll
    return leaves_open(one) and (lows[0] or 0) < _FEW <= (lows[1] or 0)


def _has_size(account: Account) -> bool:
    """Tell whether the words name a size: a number, or "dozens", but not "a few" or "many"."""
    low = account.interval.low if account.interval is not None else None
    return not _is_loose(account) or (low is not None and low >= _FIRST_MAGNITUDE)


def _rate_ratio(one: Account, other: Account) -> float:
    """Rate two figures by their ratio: the farther apart, the likelier of two things."""
    sizes = [abs(a.interval.middle or 0) for a in (one, other) if a.interval is not None]
    if len(sizes) < 2 or min(sizes) == 0:
        return 1.0
    ratio = max(sizes) / min(sizes)
    if ratio > _STRIKING and one.claim.document == other.claim.document:
        ratio *= _UNNOTED
    few = 0.8 if max(sizes) <= _HANDFUL and _is_count(one) else 1.0
    return few * next(rate for limit, rate in _RATES if ratio <= limit)


def _is_count(account: Account) -> bool:
    quantity = account.claim.quantity
    return quantity is not None and quantity.dimension == "count"


def _is_loose(account: Account) -> bool:
    quantity = account.claim.quantity
    return quantity is not None and quantity.hedge is Hedge.VAGUE


def leaves_open(account: Account) -> bool:
    """Tell whether words leave open how many: "several", "many"; "only a few" does not."""
    only = read_data(serving_language(account.claim.language), "claims")["contrast"]["only"]
    words = account.claim.span.text.casefold().split()
    return _is_loose(account) and not any(word in words for word in only)


def _is_many(one: Account, other: Account) -> bool:
    """Tell whether a small number stands against "many" without anything that narrows both."""
    loose = [a for a in (one, other) if _is_loose(a) and a.interval and a.interval.high is None]
    narrowed = [t.concept for a in (one, other) for t in a.claim.restrictors]
    return bool(loose) and len(narrowed) == len(set(narrowed))


def rate_answers(one: Claim, other: Claim) -> float:
    """Rate whether two answers without a number are to one thing."""
    if one.asked is not None and other.asked is not None:
        return _rate_deeds(one, other)
    return _rate_propositions(one, other)


def _rate_propositions(one: Claim, other: Claim) -> float:
    """Rate how much of what is denied the assertion speaks of, kinds included."""
    denial, assertion = (other, one) if one.is_affirmed else (one, other)
    if one.act in _ANSWERS and other.act in _ANSWERS and share_event(one, other):
        return 1.0  # "refused to admit the extent of the deal", "admits its part in the deal"
    denied, asserted = _concepts(denial), _concepts(assertion)
    if not denied:
        return 0.5
    shared = sum(_is_among(concept, asserted) for concept in denied)
    rate = 0.25 + 0.75 * (shared / len(denied)) ** 2
    if not share_event(one, other):
        rate *= _ABOUT
    about = _first_concept(denial)
    return rate if about is None or _is_among(about, asserted) else rate * _ABOUT


def _is_among(concept: str, others: set[str]) -> bool:
    """Tell whether a concept, a kind of it or a near one is among others."""
    return any(related(concept, other) >= _PARAPHRASED for other in others)


def _first_concept(claim: Claim) -> str | None:
    """Give what a denial speaks of first: "militants were in the school that Israel bombed"."""
    terms = [t for t in (claim.predicate, *claim.participants) if t and _is_telling(t.concept)]
    terms = [term for term in terms if not is_kind_of(term.concept, "nation")]
    first = min(terms, key=lambda term: term.span.start, default=None)
    return first.concept.casefold() if first is not None else None


def _concepts(claim: Claim) -> set[str]:
    terms = (claim.predicate, *claim.participants)
    return {t.concept.casefold() for t in terms if t is not None and _is_telling(t.concept)}


def _is_telling(concept: str) -> bool:
    return concept not in _WIDEST and not is_kind_of(concept, "quality")
