"""Questions that people put together: what a draft leaves empty is worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import is_
from threading import Lock

from ordmot.ledger import Actor, Question, Reading
from ordmot.questions.grouping import shared_concepts
from ordmot.questions.profile import profile_claims
from ordmot.questions.roots import Roots
from ordmot.questions.wording import language_of, word_question, word_scope


def regroup(
    readings: Sequence[Reading], actors: Sequence[Actor], drafts: Sequence[Question]
) -> tuple[Question, ...]:
    """Complete questions whose accounts people chose, and root every account anew.

    A draft without text, concepts or scope gets those that its accounts share.
    """
    return Regrouper()(readings, actors, drafts)


class Regrouper:
    """Completes the questions of a case over and over; the roots last while accounts do.

    A copy that is sent to another process remembers nothing.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._readings: Sequence[Reading] = ()
        self._actors: Sequence[Actor] = ()
        self._roots: _Rooted | None = None

    def __reduce__(self) -> tuple[type[Regrouper], tuple[()]]:
        """Leave behind what is remembered."""
        return Regrouper, ()

    def __call__(
        self, readings: Sequence[Reading], actors: Sequence[Actor], drafts: Sequence[Question]
    ) -> tuple[Question, ...]:
        """Complete questions as `regroup` does."""
        with self._lock:
            is_same = _are_same(readings, self._readings) and _are_same(actors, self._actors)
            if self._roots is None or not is_same:
                self._roots = _Rooted(readings, actors)
                self._readings, self._actors = readings, actors
            return tuple(map(self._roots.completed, drafts))


def _are_same(some: Sequence[object], others: Sequence[object]) -> bool:
    """Tell whether two sequences hold the very same records."""
    return len(some) == len(others) and all(map(is_, some, others))


class _Rooted:
    """The claims of a case, with the root of each, found when first asked for."""

    def __init__(self, readings: Sequence[Reading], actors: Sequence[Actor]) -> None:
        ordered = sorted(readings, key=lambda reading: reading.document.id)
        self.claims = {claim.id: claim for reading in ordered for claim in reading.claims}
        self._roots = Roots(ordered, actors)
        self._known: dict[str, str] = {}
        self._questions: dict[str, tuple[Question, Question]] = {}

    def completed(self, draft: Question) -> Question:
        """Complete one question, once for each draft."""
        known = self._questions.get(draft.id)
        if known is None or known[0] != draft:
            known = self._questions[draft.id] = (draft, _completed(draft, self))
        return known[1]

    def root_of(self, claim: str) -> str:
        """Name the source that a claim goes back to."""
        if claim not in self._known:
            self._known[claim] = self._roots.root_of(self.claims[claim])
        return self._known[claim]


def _completed(draft: Question, rooted: _Rooted) -> Question:
    """Complete one question: the draft itself where nothing is to be changed."""
    roots = [rooted.root_of(answer.claim) for answer in draft.answers]
    answers = tuple(
        answer if answer.root == root else replace(answer, root=root)
        for answer, root in zip(draft.answers, roots, strict=True)
    )
    is_whole = draft.text and (draft.concepts or draft.scope)
    if is_whole:
        return draft if _are_same(answers, draft.answers) else replace(draft, answers=answers)
    own = [rooted.claims[answer.claim] for answer in draft.answers]
    return replace(
        draft,
        text=draft.text or word_question(own),
        language=draft.language if draft.text else language_of(own),
        concepts=shared_concepts(profile_claims([own])),
        scope=word_scope(own),
        answers=answers,
    )
