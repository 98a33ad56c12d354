"""Reading one passage: which words are attributed, by which cue, to which source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ordmot.ledger import Mode
from ordmot.statements.language import CueWords, Language
from ordmot.statements.nouns import is_noun, read_noun
from ordmot.statements.prefaces import read_headline, read_hearsay, read_source_phrase
from ordmot.statements.sentence import SPEAKING, Range, Sentence, Utterance
from ordmot.statements.sources import acting_voice
from ordmot.statements.tags import read_tag
from ordmot.statements.verbs import read_verb
from ordmot.statements.words import Unit, Word, open_quotations

_SHORTEST_NESTED = 4  # words


def read_unit(unit: Unit, number: int, lang: Language) -> list[Utterance]:
    """Find the statements of one sentence in text order, those inside a statement after it."""
    found: list[Utterance] = []
    for utterance in _read_words(unit.words, number, lang):
        found += [utterance, *_read_inside(unit.words, utterance, lang)]
    return found


def _read_words(words: Sequence[Word], number: int, lang: Language) -> list[Utterance]:
    sentence = _read_unclosed(words, number, lang) or Sentence(words, number, lang)
    if not sentence.found:
        _apply_rules(sentence)
    return sorted(sentence.found, key=lambda u: (u.content or (u.cue or (0, 0),))[0])


def _apply_rules(sentence: Sentence) -> None:
    """Try tags first: "…, she said" makes everything before it content."""
    read_headline(sentence)
    for rule in (read_tag, read_source_phrase, read_hearsay, _read_forward):
        for cue in sentence.cues:
            if not sentence.is_taken(cue):
                rule(sentence, cue)


def _read_forward(sentence: Sentence, cue: CueWords) -> None:
    if cue.cue.kind == "noun" or is_noun(sentence, cue):
        read_noun(sentence, cue)
    elif cue.cue.kind in {"verb", "adjective"}:
        read_verb(sentence, cue)


def _read_unclosed(words: Sequence[Word], number: int, lang: Language) -> Sentence | None:
    """Look for a tag among the words after an opening mark that is never closed."""
    if all(word.quotation is None or word.quotation.is_closed for word in words):
        return None
    sentence = Sentence(open_quotations(words), number, lang)
    for cue in sentence.cues:
        if not sentence.is_taken(cue):
            read_tag(sentence, cue)
    sentence.found = [replace(utterance, mode=Mode.DIRECT) for utterance in sentence.found]
    return sentence if sentence.found else None


def _read_inside(words: Sequence[Word], outer: Utterance, lang: Language) -> list[Utterance]:
    """Find what somebody says that somebody else said: "the paper reports that Lind denied …"."""
    if outer.mode is Mode.DIRECT or outer.act not in SPEAKING or outer.source is None:
        return []
    start, end = outer.content[0] if outer.content else (0, 0)
    inside = [word for word in words if start <= word.start and word.end <= end]
    if len(inside) < _SHORTEST_NESTED or len(inside) == len(words):
        return []
    return [
        replace(inner, within=(start, end))
        for inner in _read_words(inside, outer.unit, lang)
        if inner.content and inner.act in SPEAKING and inner.source is not None
    ]


def subject_of(unit: Unit, lang: Language) -> Range | None:
    """Find who acts in a sentence, as character offsets."""
    subject = acting_voice(unit.words, lang)
    if subject is None:
        return None
    return unit.words[subject[0]].start, unit.words[subject[1] - 1].end
