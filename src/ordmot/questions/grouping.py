"""From claims to questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from threading import Lock

from ordmot.ledger import (
    Actor,
    Answer,
    Claim,
    Modality,
    Quantity,
    Question,
    Reading,
    Span,
    VoiceKind,
)
from ordmot.lexicon.frames import personal_events
from ordmot.questions.clustering import Matches, Ratings, gather
from ordmot.questions.dates import is_worth_asking
from ordmot.questions.disputes import gather_disputes
from ordmot.questions.profile import DATED, Profile, Weights, profile_readings
from ordmot.questions.roots import Roots
from ordmot.questions.tables import OPEN
from ordmot.questions.wording import language_of, word_question, word_scope


def group(readings: Sequence[Reading], actors: Sequence[Actor]) -> tuple[Question, ...]:
    """Group the claims of all documents into questions, each claim in one.

    An amount that nothing else answers is a question of its own; a yes/no question exists only
    where somebody denies, admits or confirms what another asserts, an open one where two voices or
    more answer it; one of dates where they differ besides, or tell when somebody knew.
    """
    return Grouper()(readings, actors)


class Grouper:
    """Groups the claims of a case over and over: what two claims tell by themselves is kept.

    What is kept depends on nothing but the claims, so that the result is that of grouping anew.
    A copy that is sent to another process remembers nothing.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._ratings = Ratings()

    def __reduce__(self) -> tuple[type[Grouper], tuple[()]]:
        """Leave behind what is remembered."""
        return Grouper, ()

    def __call__(
        self, readings: Sequence[Reading], actors: Sequence[Actor]
    ) -> tuple[Question, ...]:
        """Group as `group` does."""
        ordered = sorted(readings, key=lambda reading: reading.document.id)
        with self._lock:
            profiles = profile_readings(ordered, self._ratings.profiles)
            self._ratings = Ratings(self._ratings, profiles)
            return _group(profiles, self._ratings, Roots(ordered, actors))


def _group(profiles: Sequence[Profile], ratings: Ratings, roots: Roots) -> tuple[Question, ...]:
    """Group profiles of all dimensions."""
    weights = Weights(profiles)
    by_dimension: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        by_dimension[profile.dimension].append(profile)
    disputed = by_dimension.pop("yes/no", [])
    answered = [by_dimension.pop(dimension, []) for dimension in OPEN]
    dated = by_dimension.pop(DATED, [])
    questions: list[Question] = []
    counted_none: defaultdict[str, list[Span]] = defaultdict(list)
    for dimension in sorted(by_dimension):
        matches = Matches(by_dimension[dimension], weights, ratings)
        for members in gather(matches):
            questions.append(_question(matches, members, roots))
            for span in _answered_by_none([matches.profiles[m] for m in members]):
                counted_none[span.document].append(span)
    counts = _counts(profiles)
    open_disputes = [
        p
        for p in disputed
        if not (_is_answered(p.claim, counted_none) or _is_lack(p.claim, counts))
    ]
    matches = Matches(open_disputes, weights, ratings)
    questions += [_question(matches, members, roots) for members in gather_disputes(matches)]
    for profiles in answered:
        questions += _open_questions(Matches(_asserted(profiles), weights, ratings), roots)
    questions += _date_questions(Matches(dated, weights, ratings), roots)
    return tuple(sorted(questions, key=lambda question: question.id))


def _asserted(profiles: Sequence[Profile]) -> list[Profile]:
    """Keep the answers that are given as so: guesses and plans answer nothing."""
    return [p for p in profiles if p.claim.modality is Modality.ASSERTED]


def _open_questions(matches: Matches, roots: Roots) -> Iterator[Question]:
    """Make the open questions that two voices or more answer."""
    for members in gather(matches):
        voices = {roots.root_of(matches.profiles[member].claim) for member in members}
        if len(voices) > 1:
            yield _question(matches, members, roots)


def _date_questions(matches: Matches, roots: Roots) -> Iterator[Question]:
    """Make the questions of when that are worth showing."""
    for members in gather(matches):
        if is_worth_asking([matches.profiles[member] for member in members], roots):
            yield _question(matches, members, roots)


def _answered_by_none(profiles: Sequence[Profile]) -> set[Span]:
    """Give the spans of "nobody", "ingen" where other accounts of the question give a number.

    "No shots were fired", "none of us was paid" are more than a toll: they deny what happened.
    """
    none = [p for p in profiles if p.interval is not None and p.interval.high == 0]
    tolls = [p for p in none if p.predicate is None or p.predicate in personal_events()]
    return {p.claim.span for p in tolls} if len(none) < len(profiles) else set()


def _is_answered(claim: Claim, counted_none: Mapping[str, Sequence[Span]]) -> bool:
    """Tell whether a denial is only a "nobody" that stands as a number among numbers already."""
    none = counted_none.get(claim.document, ())
    return not claim.is_affirmed and any(claim.span.overlaps(span) for span in none)


def _counts(profiles: Sequence[Profile]) -> Mapping[str, Sequence[Quantity]]:
    """Give the counts of each document."""
    found: defaultdict[str, list[Quantity]] = defaultdict(list)
    for profile in profiles:
        quantity = profile.claim.quantity
        if quantity is not None and quantity.dimension == "count":
            found[profile.claim.document].append(quantity)
    return found


def _is_lack(claim: Claim, counts: Mapping[str, Sequence[Quantity]]) -> bool:
    """Tell whether a document only says what so many lack: "250,000 are without | water"."""
    if claim.is_affirmed or claim.speaker.kind is not VoiceKind.DOCUMENT:
        return False
    told = [q for q in counts.get(claim.document, ()) if claim.span.covers(q.span)]
    return bool(told) and all(quantity.interval.high != 0 for quantity in told)


def _question(matches: Matches, members: Sequence[int], roots: Roots) -> Question:
    """Make the question that some claims answer."""
    profiles = [matches.profiles[member] for member in members]
    claims = [profile.claim for profile in profiles]
    quantity = claims[0].quantity
    return Question(
        text=word_question(claims),
        language=language_of(claims),
        dimension=profiles[0].dimension,
        unit=quantity.unit if quantity else None,
        concepts=shared_concepts(profiles),
        scope=word_scope(claims),
        answers=tuple(_answers(matches, members, roots)),
    )


def _answers(matches: Matches, members: Sequence[int], roots: Roots) -> Iterator[Answer]:
    """Give each claim its membership: the best match with the others, and its reasons."""
    for member in members:
        claim = matches.profiles[member].claim
        others = (other for other in members if other != member)
        nearest = max(others, key=lambda other: matches.score(member, other), default=None)
        best = matches.between(member, nearest) if nearest is not None else None
        full = matches.profiles[member].completed_by
        reasons = best.reasons if best else ("the only account of it",)
        if full is not None:
            reasons = (f"the figure of “{full.span.text}”, which says what it is of", *reasons)
        yield Answer(
            claim=claim.id,
            score=round(best.score, 3) if best else 1.0,
            root=roots.root_of(claim),
            reasons=reasons,
        )


def shared_concepts(profiles: Sequence[Profile]) -> tuple[str, ...]:
    """Give the counted kind, predicate and restrictors that all the claims have."""
    own = [
        {concept for concept in (p.counted, p.predicate, *p.restrictors) if concept}
        for p in profiles
    ]
    return tuple(sorted(set.intersection(*own)))
