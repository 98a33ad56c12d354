"""What a reader notes in a text: who says what, names, and words with their syntax.

Every place is given in characters of the text as it was read: `text[start:end]` are the words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of text and how sure the reader is of it, 0 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What somebody is reported to say, think or want; no source or cue where none is written.

    `act` is the speech act of the cue as the network sees it (`say`, `deny`, `promise` …), None
    where there is no cue. `score` is that of the least sure of its parts.
    """

    source: Mark | None
    cue: Mark | None
    contents: tuple[Mark, ...]
    act: str | None
    act_score: float

    @property
    def score(self) -> float:
        """Give the score of the least sure part."""
        parts = (self.source, self.cue, *self.contents)
        return min(part.score for part in parts if part is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and its kind: PER, ORG, GPE_LOC, GPE_ORG, LOC, PROD, EVT, DRV or MISC."""

    start: int
    end: int
    kind: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word with its universal part of speech and its place in the tree of its sentence.

    `head` is the place of another word in the same sequence, None for the root of a sentence.
    """

    start: int
    end: int
    part: str
    head: int | None
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Who says what in a text, and its names, in text order."""

    attributions: tuple[Attribution, ...] = ()
    names: tuple[Name, ...] = ()
