"""Where the text itself measures an outcome by a promise: "in reality", "despite an agreement"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ordmot.claims.scene import Scene
from ordmot.claims.words import find_markers, has_marker
from ordmot.ledger import Claim, Modality, Span
from ordmot.lexicon import related

_REACH = 2
"""How many sentences back a promise can stand that an outcome is measured by."""
_PROSPECTIVE = (Modality.PROMISED, Modality.EXPECTED, Modality.PLANNED)


def set_against(claims: Sequence[Claim], scenes: Sequence[Scene]) -> tuple[Claim, ...]:
    """Link each outcome to the promise or expectation that its text measures it by.

    "They were promised six hours at most. In reality it took three days."
    """
    place = {scene.sentence.start: index for index, scene in enumerate(scenes)}
    return tuple(_linked(claim, claims, scenes, place) for claim in claims)


def _linked(
    claim: Claim, claims: Sequence[Claim], scenes: Sequence[Scene], place: dict[int, int]
) -> Claim:
    """Give the claim with its link, if the text measures it by a promise or expectation."""
    if claim.modality in _PROSPECTIVE:
        return claim
    index = place[claim.sentence.start]
    words = _contrast_words(scenes[index])
    if words is not None:
        near = {scenes[i].sentence for i in range(max(0, index - _REACH), index + 1)}
        rivals = [c for c in claims if c.sentence in near and _can_measure(c, claim)]
        return _measured(claim, _without_amounts(claim, rivals, claims), words)
    return _disappointed(claim, claims, scenes, index)


def _without_amounts(
    claim: Claim, rivals: Sequence[Claim], claims: Sequence[Claim]
) -> Sequence[Claim]:
    """Keep propositions that hold no amount: amounts speak for themselves."""
    if claim.quantity is not None:
        return rivals
    amounts = [c.quantity.span for c in claims if c.quantity is not None]
    if any(claim.span.overlaps(amount) for amount in amounts):
        return ()
    return [c for c in rivals if not any(c.span.overlaps(amount) for amount in amounts)]


def _measured(claim: Claim, rivals: Sequence[Claim], words: Span) -> Claim:
    """Link a claim to the likest of the promises it can be measured by."""
    if not rivals:
        return claim
    measure = max(rivals, key=lambda rival: (_likeness(rival, claim), rival.span.start))
    return replace(claim, set_against=measure.id, contrast=words)


def _disappointed(
    claim: Claim, claims: Sequence[Claim], scenes: Sequence[Scene], index: int
) -> Claim:
    """Link a count to what the same speaker had thought, a sentence or two away.

    "We took out 4,000 people. We thought there were 200": no word of contrast stands between them.
    """
    if claim.quantity is None or claim.counted is None:
        return claim
    around = range(max(0, index - _REACH), min(len(scenes), index + _REACH + 1))
    passage = scenes[index].passage
    for scene in (scenes[i] for i in around if i != index and scenes[i].passage is passage):
        words = next(
            find_markers(scene.sentence, scene.language, "contrast", "past_expectation"), None
        )
        rivals = [c for c in claims if c.sentence == scene.sentence and _is_thought(c, claim)]
        if words is not None and rivals:
            return _measured(claim, rivals, scene.sentence.part(*words))
    return claim


def _is_thought(thought: Claim, claim: Claim) -> bool:
    """Tell whether an expectation is of the same things by the same voice, of the same scope."""
    if not _can_measure(thought, claim) or thought.speaker.name != claim.speaker.name:
        return False
    same_kind = thought.counted is not None and claim.counted is not None
    return (
        same_kind
        and thought.counted.concept == claim.counted.concept  # type: ignore[union-attr]
        and [t.concept for t in thought.scope] == [t.concept for t in claim.scope]
    )


def _contrast_words(scene: Scene) -> Span | None:
    """Find the words that set this sentence against what was said before."""
    for start, end in find_markers(scene.sentence, scene.language, "contrast", "outcome"):
        return scene.sentence.part(start, end)
    for start, end in find_markers(scene.sentence, scene.language, "contrast", "despite"):
        if has_marker(_tail(scene, end), scene.language, "contrast", "agreement"):
            return scene.sentence.part(start, end)
    return None


def _tail(scene: Scene, start: int) -> Span:
    """Give the few words after "despite", in which the agreement must be named."""
    return scene.sentence.part(start, min(scene.sentence.end, start + 40))


def _can_measure(promise: Claim, outcome: Claim) -> bool:
    """Tell whether the outcome answers the promise: both amounts of one dimension, or neither."""
    if promise.modality not in _PROSPECTIVE:
        return False
    if promise.quantity is None or outcome.quantity is None:
        neither = promise.quantity is None and outcome.quantity is None
        # "despite an agreement to …, they …": one sentence binds them, whatever the words.
        return neither and (promise.sentence == outcome.sentence or _likeness(promise, outcome) > 0)
    if promise.quantity.dimension != outcome.quantity.dimension:
        return False
    if promise.counted is None or outcome.counted is None:
        return True
    return related(promise.counted.concept, outcome.counted.concept) > 0


def _likeness(one: Claim, other: Claim) -> float:
    """Count what two claims speak of in common."""
    first = {term.concept for term in (*one.participants, *one.context)}
    second = {term.concept for term in (*other.participants, *other.context)}
    if one.predicate is not None and other.predicate is not None:
        return len(first & second) + related(one.predicate.concept, other.predicate.concept)
    return float(len(first & second))
