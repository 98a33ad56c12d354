"""Rejoinders: what somebody says at once to the clause before: "one has died, which Y denies"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ordmot.ledger import Act
from ordmot.statements.language import CueWords, Language
from ordmot.statements.sentence import REJOINDER, Range, Sentence, Traits, Utterance
from ordmot.statements.sources import phrase_before, verb_group
from ordmot.statements.tags import is_tail
from ordmot.statements.words import Word

_ACTS = (Act.DENY, Act.ADMIT, Act.CONFIRM)
_SHORTEST = 2
"""Words of a clause that can be denied: "guards | fired"."""


@dataclass(frozen=True, slots=True)
class Rejoinder:
    """Who answers the clause before a cue, and which words those are."""

    cue: CueWords
    source: Range
    told: Range
    is_negated: bool


def find_rejoinder(sentence: Sentence, cue: CueWords) -> Rejoinder | None:
    """Find "the fans failed, which | the company | denies", «…, noe | direktøren | avviser»."""
    words, lang = sentence.words, sentence.lang
    if cue.cue.kind != "verb" or cue.cue.act not in _ACTS or not is_tail(sentence, cue.last):
        return None
    group = verb_group(words, cue.first, lang)
    source = phrase_before(words, group.first, lang)
    if source is None or group.is_infinitive:
        return None
    links = [at for at in range(*source) if words[at].lower in lang["taking_up"]]
    source = (max([source[0], *(at + 1 for at in links)]), source[1])  # "a claim | the army"
    comma = _comma_before(words, source[0], lang) if source[0] < source[1] else None
    told = None if comma is None else _clause_before(sentence, comma)
    return None if told is None else Rejoinder(cue, source, told, group.is_negated)


def add_rejoinder(sentence: Sentence, found: Rejoinder) -> None:
    """Add it as a statement of its own; what others say of the clause ends before it."""
    last, comma = found.told[1] - 1, sentence.words[found.told[1]]
    end = sentence.words[last].end
    sentence.found = [_cut(utterance, comma.start, end) for utterance in sentence.found]
    traits = Traits(is_negated=found.is_negated)
    sentence.add(found.cue, found.source, [found.told], REJOINDER, traits)


def _cut(utterance: Utterance, comma: int, end: int) -> Utterance:
    """End a content at the word before a comma that it runs over."""
    content = tuple(
        (first, end if first < comma < last else last) for first, last in utterance.content
    )
    return replace(utterance, content=content)


def _comma_before(words: Sequence[Word], first: int, lang: Language) -> int | None:
    """Find the comma of ", | which", ", | something", ", | a claim" before who answers."""
    at = first - 1
    if at < 1 or words[at].lower not in lang["taking_up"]:
        return None
    while at > 0 and words[at - 1].lower in lang["articles"]:
        at -= 1
    return at - 1 if at > 0 and words[at - 1].text == "," else None


def _clause_before(sentence: Sentence, comma: int) -> Range | None:
    """Give the clause that ends at a comma, without who says it: "He says | one has died"."""
    words, lang = sentence.words, sentence.lang
    start = sentence.content_start(0)
    for cue in sentence.cues:
        if cue.cue.kind == "verb" and cue.last < comma:
            start = max(start, cue.last)
    while start < comma and (
        words[start].is_mark or words[start].lower in lang["complementizers"] | lang["conjunctions"]
    ):
        start += 1
    clause = words[start:comma]
    is_clause = any(lang.is_finite(word) or lang.knows_verb(word.lower) for word in clause)
    return (start, comma) if is_clause and len(clause) >= _SHORTEST else None
