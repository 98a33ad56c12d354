"""A dependency tree over the words of one sentence, finished or still in the making."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One word: its part of speech, its head (1 is the first word, 0 the root), its relation."""

    form: str
    upos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A tree; `is_converted` says that it was derived by rule from another scheme."""

    nodes: tuple[Node, ...]
    is_converted: bool = False


@dataclass(slots=True)
class Word:
    """A word whose place in the tree is still moving; index 0 in a list of these is the root."""

    form: str
    lemma: str
    part: str
    features: frozenset[str]
    head: int
    relation: str
    upos: str = ""
    name: str = ""
    takes: list[str] = field(default_factory=list)
