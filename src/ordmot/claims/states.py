"""States that a clause says something is in: "the gate was locked", «den er ulovlig»."""

from __future__ import annotations

from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import word_set

_REACH = 3
"""Words from the copula to the state: "was | not in fact | locked"."""


def is_state_said(scene: Scene, mention: Mention) -> bool:
    """Tell whether an adjective is what is said: "the strike is | illegal", no noun behind it."""
    if mention.role != "adjective":
        return False
    before = scene.words_before(mention.start)[-_REACH:]
    copulas = word_set(scene.language, "existence", "copulas")
    last = next((word for word in reversed(before) if word.lower in copulas), None)
    nouns = _nouns(scene)
    is_beside = any(0 < m.start - mention.end <= 1 for m in nouns)  # "was a | locked | door"
    if last is None or is_beside:
        return False
    return not any(last.end <= m.start and m.end <= mention.start for m in nouns)


def _nouns(scene: Scene) -> list[Mention]:
    return [m for m in scene.mentions if m.role in ("noun", "people", "word", "name")]
