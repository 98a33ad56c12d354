"""Reading one passage: which words are attributed, by which cue, to which source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ordmot.ledger import Act, Mode
from ordmot.statements.citing import add_cited
from ordmot.statements.holdings import read_holdings
from ordmot.statements.language import CueWords, Language
from ordmot.statements.nouns import is_noun, read_noun
from ordmot.statements.particles import read_parted_verbs
from ordmot.statements.phrases import names_voice
from ordmot.statements.prefaces import (
    SOURCE_PHRASE,
    read_headline,
    read_hearsay,
    read_introduced_quotation,
    read_source_phrase,
)
from ordmot.statements.rejoinders import add_rejoinder, find_rejoinder
from ordmot.statements.sentence import (
    AMOUNTS,
    NAMED_ACT,
    PARTED_TAG,
    TAG,
    Range,
    Sentence,
    Utterance,
)
from ordmot.statements.sources import acting_voice
from ordmot.statements.speakers import SPEAKING
from ordmot.statements.tags import read_tag
from ordmot.statements.verbs import read_verb
from ordmot.statements.words import Unit, Word, open_quotation, open_quotations

_SHORTEST_NESTED = 4  # words
_LONGEST_NUMBER = 7  # letters of a content that is no more than a number
_SURE = frozenset(
    {
        "cue with clause",
        "cue with quote",
        "cue with colon",
        TAG,
        PARTED_TAG,
        SOURCE_PHRASE,
    }
)
_STANCES = frozenset({Act.DENY, Act.ADMIT, Act.CONFIRM, Act.PROMISE})


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
    found = add_cited(words, sentence.found, lang)
    return sorted(found, key=lambda u: (u.content or (u.cue or (0, 0),))[0])


def _apply_rules(sentence: Sentence) -> None:
    """Try tags first: "…, she said" makes everything before it content."""
    read_headline(sentence)
    read_parted_verbs(sentence)
    rejoinders = [found for cue in sentence.cues if (found := find_rejoinder(sentence, cue))]
    answering = [found.cue for found in rejoinders]
    for rule in (read_tag, read_source_phrase, read_hearsay, _read_forward):
        for cue in sentence.cues:
            if not sentence.is_taken(cue) and cue not in answering:
                rule(sentence, cue)
    read_introduced_quotation(sentence)
    for found in rejoinders:
        if not found.is_open:
            add_rejoinder(sentence, found)
    if not sentence.found:
        read_holdings(sentence)


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
    is_denial = outer.act is Act.DENY  # "rejects | the company's claim that …"
    if not (is_denial or outer.act in SPEAKING) or outer.source is None or not outer.content:
        return []
    return [
        replace(inner, within=outer.content[0])
        for inside in _sentences_inside(words, outer)
        for inner in _read_words(inside, outer.unit, lang)
        if inner.content
        and (_is_owned(inner) if is_denial else _is_third_voice(inside, inner, lang))
    ]


def _is_owned(inner: Utterance) -> bool:
    """Tell whether what is denied is somebody's claim, which is named with its owner."""
    return inner.reason == NAMED_ACT and inner.source is not None


def _is_third_voice(words: Sequence[Word], inner: Utterance, lang: Language) -> bool:
    """Tell a statement told inside a statement from the speaker's own "I said", "this shows"."""
    is_lone = all(end - start <= _LONGEST_NUMBER for start, end in inner.content)
    if inner.reason in AMOUNTS and is_lone:
        return False  # "a hundred houses; the paper says | 90", whose noun stands outside
    is_figure = inner.act is Act.ESTIMATE or inner.reason in AMOUNTS
    if inner.source is None or (inner.act not in SPEAKING and not is_figure):
        return False
    start, end = inner.source
    source = [word for word in words if start <= word.start and word.end <= end]
    is_own = source[0].lower in lang["first_person"] | lang["objects"] | lang["pronouns"]
    if inner.reason in _SURE | AMOUNTS or inner.act in _STANCES:
        return not is_own or source[0].lower in lang["third_person"] | lang["relatives"]
    return inner.reason == "cue with bare clause" and (
        names_voice(source, lang) or (len(source) == 1 and source[0].is_capitalised and not is_own)
    )


def _sentences_inside(words: Sequence[Word], outer: Utterance) -> list[list[Word]]:
    """Part a content into sentences: the words around quotations, and those within each."""
    plain: list[Word] = []
    inside: list[list[Word]] = []
    for word in words:
        if not any(start <= word.start and word.end <= end for start, end in outer.content):
            continue
        if word.is_quotation:
            inside += _part_at_stops(open_quotation(word))
        else:
            plain.append(word)
    if outer.mode is Mode.INDIRECT and len(plain) < len(words):
        inside.append(plain)
    return [part for part in inside if len(part) >= _SHORTEST_NESTED]


def _part_at_stops(words: Sequence[Word]) -> list[list[Word]]:
    parts: list[list[Word]] = [[]]
    for word in words:
        parts[-1].append(word)
        if word.text in {".", "?", "!"}:
            parts.append([])
    return parts


def subject_of(unit: Unit, lang: Language) -> Range | None:
    """Find who acts in a sentence, as character offsets."""
    subject = acting_voice(unit.words, lang)
    if subject is None:
        return None
    return unit.words[subject[0]].start, unit.words[subject[1] - 1].end
