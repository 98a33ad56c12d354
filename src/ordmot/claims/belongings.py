"""What people take along, where it is said that they take nothing else: that denies the rest."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import find_markers, has_marker, word_set
from ordmot.ledger import Span, Term
from ordmot.lexicon import is_kind_of

TAKING = "remove"
"""The event of taking something away."""


def nothing_else_taken(scene: Scene, clause: Span) -> tuple[Mention, bool] | None:
    """Find that people took nothing else: "left with | nothing but the flag".

    Who took "only" something took nothing else where it is his own: "only their clothes".

    Gives the event of taking, which is denied, and whether the clause denies it without a negation:
    "they took | only their clothes".
    """
    verb = min(find_markers(clause, scene.language, "taking", "verbs"), default=None)
    if verb is None or not _is_of_things(scene.mentions_in(clause), verb[1]):
        return None
    begin, end = verb
    excluding = [*find_markers(clause, scene.language, "taking", "nothing_else")]
    only = word_set(scene.language, "contrast", "only")
    is_only = any(word.lower in only for word in scene.words_after(end)[:1])
    is_only = is_only and has_marker(clause, scene.language, "taking", "own")
    if not is_only and not any(begin <= start for start, _ in excluding):
        return None
    term = Term(concept=TAKING, span=scene.sentence.part(begin, end))
    return Mention(term=term, role="verb"), not excluding


def _is_of_things(mentions: Sequence[Mention], start: int) -> bool:
    """Tell whether the first noun behind a verb names a thing: no time, no people."""
    nouns = (m for m in mentions if m.start >= start and m.role == "noun")
    first = next(nouns, None)
    return first is not None and any(is_kind_of(first.concept, kind) for kind in ("thing", "stuff"))
