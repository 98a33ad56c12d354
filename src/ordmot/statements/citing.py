"""Whom a source has it from: "The Lantern, citing police, reported that …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ordmot.ledger import Act
from ordmot.statements.language import Language
from ordmot.statements.phrases import phrase_after
from ordmot.statements.sentence import Range, Utterance, overlap
from ordmot.statements.words import Word

CITED = "whom a source cites"
"""The reason of statements that a source has from another: "citing police"."""

_LONGEST_LINK = 3  # words: "med henvisning til"


@dataclass(frozen=True, slots=True)
class _Cited:
    """The link "citing" and who is cited, as character offsets."""

    cue: Range
    source: Range


def add_cited(words: Sequence[Word], found: Sequence[Utterance], lang: Language) -> list[Utterance]:
    """Put whom a source cites behind it: what the Lantern reports is what the police say."""
    cited = _find_cited(words, lang)
    if cited is None:
        return list(found)
    kept = [u for u in found if u.cue is None or not overlap(u.cue, cited.cue)]
    for at, utterance in enumerate(kept):
        inner = _behind(words, utterance, cited, lang)
        if inner is not None:
            return [*kept[:at], _before(words, utterance, cited), *kept[at + 1 :], inner]
    return list(found)


def _before(words: Sequence[Word], outer: Utterance, cited: _Cited) -> Utterance:
    """Leave whom it cites out of a source: "The Lantern | , citing police,"."""
    if outer.source is None or outer.source[1] <= cited.cue[0]:
        return outer
    ends = [word.end for word in words if word.end < cited.cue[0] and not word.is_mark]
    return replace(outer, source=(outer.source[0], ends[-1]))


def _find_cited(words: Sequence[Word], lang: Language) -> _Cited | None:
    """Find ", citing police," between two commas."""
    for at in range(1, len(words) - 1):
        if words[at - 1].text != ",":
            continue
        for length in range(_LONGEST_LINK, 0, -1):
            first = at + length
            link = " ".join(word.lower for word in words[at:first])
            end = phrase_after(words, first, lang) if link in lang["via"] else first
            is_own = words[first].lower in lang["possessives"] if first < end else True
            if not is_own and end < len(words) and words[end].text == ",":
                cue = words[at].start, words[first - 1].end
                return _Cited(cue, (words[first].start, words[end - 1].end))
    return None


def _behind(
    words: Sequence[Word], outer: Utterance, cited: _Cited, lang: Language
) -> Utterance | None:
    """Give the statement of whom a statement cites: the same words, without their "that"."""
    if outer.source is None or outer.within is not None or not outer.content:
        return None
    start, end = outer.content[0]
    if outer.source[0] >= cited.cue[0] or overlap((start, end), cited.cue):
        return None
    inside = [word for word in words if start <= word.start < end]
    if inside[1:] and inside[0].lower in lang["complementizers"]:
        start = inside[1].start
    return replace(
        outer,
        content=((start, end),),
        cue=cited.cue,
        source=cited.source,
        act=Act.SAY,
        reason=CITED,
        is_negated=False,
        within=outer.content[0],
    )
