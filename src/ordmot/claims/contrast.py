"""Where the text itself measures an outcome by a promise: "in reality", "despite an agreement"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ordmot.claims.scene import Scene
from ordmot.claims.words import find_markers, has_marker
from ordmot.ledger import PROSPECTIVE, Claim, Span
from ordmot.lexicon import related

_REACH = 2
"""How many sentences back a promise can stand that an outcome is measured by."""


def set_against(claims: Sequence[Claim], scenes: Sequence[Scene]) -> tuple[Claim, ...]:
    """Link each outcome to the promise or expectation that its text measures it by.

    "They were promised six hours at most. In reality it took three days."
    """
    story = _Story(claims, scenes)
    return tuple(_linked(claim, story) for claim in claims)


class _Story:
    """The scenes of a document in order, with the claims of each."""

    def __init__(self, claims: Sequence[Claim], scenes: Sequence[Scene]) -> None:
        self.scenes = scenes
        self._index = {scene.sentence.start: index for index, scene in enumerate(scenes)}
        self._claims: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._claims[claim.sentence.start].append(claim)

    def index_of(self, claim: Claim) -> int:
        """Give the place of a claim's scene."""
        return self._index[claim.sentence.start]

    def claims_of(self, scenes: Sequence[Scene]) -> list[Claim]:
        """Give the claims of some scenes, in text order."""
        return [claim for scene in scenes for claim in self._claims[scene.sentence.start]]


def _linked(claim: Claim, story: _Story) -> Claim:
    """Give the claim with its link, if the text measures it by a promise or expectation."""
    if claim.modality in PROSPECTIVE:
        return claim
    index = story.index_of(claim)
    words = _contrast_words(story.scenes[index])
    if words is None:
        return _disappointed(claim, story, index)
    near = story.claims_of(story.scenes[max(0, index - _REACH) : index + 1])
    rivals = [c for c in near if _can_measure(c, claim)]
    return _measured(claim, _without_amounts(claim, rivals, near), words)


def _without_amounts(
    claim: Claim, rivals: Sequence[Claim], near: Sequence[Claim]
) -> Sequence[Claim]:
    """Keep propositions that hold no amount: amounts speak for themselves."""
    if claim.quantity is not None:
        return rivals
    amounts = [c.quantity.span for c in near if c.quantity is not None]
    if any(claim.span.overlaps(amount) for amount in amounts):
        return ()
    return [c for c in rivals if not any(c.span.overlaps(amount) for amount in amounts)]


def _measured(claim: Claim, rivals: Sequence[Claim], words: Span) -> Claim:
    """Link a claim to the likest of the promises it can be measured by."""
    if not rivals:
        return claim
    measure = max(rivals, key=lambda rival: (_likeness(rival, claim), rival.span.start))
    return replace(claim, set_against=measure.id, contrast=words)


def _disappointed(claim: Claim, story: _Story, index: int) -> Claim:
    """Link a count to what the same speaker had thought, a sentence or two away.

    "We took out 4,000 people. We thought there were 200": no word of contrast stands between them.
    """
    if claim.quantity is None or claim.counted is None:
        return claim
    passage = story.scenes[index].passage
    for scene in story.scenes[max(0, index - _REACH) : index + _REACH + 1]:
        if scene.passage is not passage or scene is story.scenes[index]:
            continue
        thoughts = find_markers(scene.sentence, scene.language, "contrast", "past_expectation")
        words = next(thoughts, None)
        if words is not None:
            rivals = [c for c in story.claims_of([scene]) if _is_thought(c, claim)]
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
    if promise.modality not in PROSPECTIVE:
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
