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
    before = [word.text.lower() for word in scene.words if word.end <= mention.start][-_REACH:]
    copulas = word_set(scene.language, "existence", "copulas")
    taken = any(m.start > mention.end and m.start - mention.end <= 1 for m in _nouns(scene))
    inside = [m for m in _nouns(scene) if m.end <= mention.start]
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i] in copulas), None)
    if last is None or taken:
        return False
    words = [word for word in scene.words if word.end <= mention.start][-_REACH:]
    return not any(words[last].end <= m.start for m in inside)


def _nouns(scene: Scene) -> list[Mention]:
    return [m for m in scene.mentions if m.role in ("noun", "people", "word", "name")]
