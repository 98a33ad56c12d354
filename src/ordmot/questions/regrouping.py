"""Questions that people put together: what a draft leaves empty is worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ordmot.ledger import Actor, Claim, Question, Reading
from ordmot.questions.grouping import shared_concepts
from ordmot.questions.profile import profile_claims
from ordmot.questions.roots import Roots
from ordmot.questions.wording import word_question, word_scope


def regroup(
    readings: Sequence[Reading], actors: Sequence[Actor], drafts: Sequence[Question]
) -> tuple[Question, ...]:
    """Complete questions whose accounts people chose, and root every account anew.

    A draft without text, concepts or scope gets those that its accounts share.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    claims = {claim.id: claim for reading in ordered for claim in reading.claims}
    roots = Roots(ordered, actors)
    return tuple(_completed(draft, claims, roots) for draft in drafts)


def _completed(draft: Question, claims: Mapping[str, Claim], roots: Roots) -> Question:
    """Complete one question."""
    own = [claims[answer.claim] for answer in draft.answers]
    answers = tuple(
        replace(answer, root=roots.root_of(claim))
        for answer, claim in zip(draft.answers, own, strict=True)
    )
    is_whole = draft.text and (draft.concepts or draft.scope)
    if is_whole:
        return replace(draft, answers=answers)
    return replace(
        draft,
        text=draft.text or word_question(own),
        concepts=shared_concepts(profile_claims([own])),
        scope=word_scope(own),
        answers=answers,
    )
