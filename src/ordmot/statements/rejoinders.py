"""Rejoinders: what somebody says at once to the clause before: "one has died, which Y denies"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ordmot.ledger import REJOINDER, Act
from ordmot.statements.language import CueWords, Language
from ordmot.statements.sentence import Range, Sentence, Traits, Utterance
from ordmot.statements.sources import phrase_before, verb_group
from ordmot.statements.tags import is_tail
from ordmot.statements.words import Word

_ACTS = (Act.DENY, Act.ADMIT, Act.CONFIRM)
_SHORTEST = 2
"""Words of a clause that can be denied: "guards | fired"."""


@dataclass(frozen=True, slots=True)
class Rejoinder:
    """Who answers the clause before a cue, and which words those are.

    `is_open` tells that it says neither yes nor no: "which the council would not confirm".
    """

    cue: CueWords
    source: Range
    told: Range
    is_open: bool
    is_negated: bool


def find_rejoinder(sentence: Sentence, cue: CueWords) -> Rejoinder | None:
    """Find "the fans failed, which | the company | denies", «…, noe | direktøren | avviser»."""
    words, lang = sentence.words, sentence.lang
    if cue.cue.kind != "verb" or cue.cue.act not in _ACTS or not is_tail(sentence, cue.last):
        return None
    group = verb_group(words, cue.first, lang)
    source = phrase_before(words, group.first, lang)
    is_open = group.is_negated and cue.cue.act is not Act.DENY
    if source is None or group.is_infinitive:
        return None
    links = [at for at in range(*source) if words[at].lower in lang["taking_up"]]
    source = (max([source[0], *(at + 1 for at in links)]), source[1])  # "a claim | the army"
    comma = _comma_before(words, source[0], lang) if source[0] < source[1] else None
    told = None if comma is None else _clause_before(sentence, comma)
    return None if told is None else Rejoinder(cue, source, told, is_open, group.is_negated)


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
        if cue.cue.kind == "verb" and cue.last <= comma:
            start = max(start, cue.last)
    links = (
        lang["complementizers"] | lang["conjunctions"] | lang["contrast"] | lang["subordinators"]
    )
    for at in range(start, comma):
        is_border = words[at].text == "," or words[at].lower in links
        if is_border and (at == start or _has_verb(words[start:at], lang)):
            start = at + 1 if _has_verb(words[at + 1 : comma], lang) else start
    clause = words[start:comma]
    is_told = _has_verb(clause, lang) and not any(w.lower in lang["prospective"] for w in clause)
    return (start, comma) if is_told and len(clause) >= _SHORTEST else None


def _has_verb(words: Sequence[Word], lang: Language) -> bool:
    """Tell whether words hold a verb."""
    return any(lang.is_finite(word) or lang.knows_verb(word.lower) for word in words)
