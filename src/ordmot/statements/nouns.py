"""Nouns that name an act of speech: "the claim that …", "her promise to …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ordmot.statements.amounts import is_number
from ordmot.statements.contents import Content, content_after, trim_end
from ordmot.statements.language import CueWords, Language
from ordmot.statements.phrases import phrase_after
from ordmot.statements.sentence import AMOUNT, NAMED_ACT, Range, Sentence, Traits
from ordmot.statements.sources import phrase_before
from ordmot.statements.words import Word

_NOMINAL = frozenset({"clause", "infinitive"})
_LONGEST_GIVEN = 8
"""Words from "figure of" to "given by"."""


def is_noun(sentence: Sentence, cue: CueWords) -> bool:
    """Tell a noun from the verb of the same form: "his claims" from "he claims"."""
    if "noun" not in cue.cue.frames or cue.first == 0:
        return False
    before = sentence.words[cue.first - 1]
    lang = sentence.lang
    if before.lower.endswith(tuple(lang["adjective_endings"])) and not before.is_capitalised:
        return True
    verb = lang.cue_at(sentence.words, cue.first - 1)
    if verb is not None and verb.cue.kind == "verb" and "object" in verb.cue.frames:
        return not before.is_capitalised  # "denies claims that …"
    return (
        before.lower in lang["determiners"]
        or lang.names_owner(before)
        or before.lower in lang["prepositions"] - lang["infinitive"]
    )


def read_noun(sentence: Sentence, cue: CueWords) -> None:
    """Read "the claim that …", "her promise to …", "his criticism of …"."""
    words, lang = sentence.words, sentence.lang
    if "object" in cue.cue.frames and cue.cue.kind == "noun":
        content = content_after(words, cue, lang)
        is_figure = "figure" in cue.cue.frames
        source = _possessor(sentence, cue.first) or (
            _modifier(sentence, cue) or _giver(sentence, cue) if is_figure else None
        )
        if is_figure and not (content and _has_number(sentence, content)):
            return
        is_unowned = source is None and "unowned" in cue.cue.frames
        if content is not None and (source is not None or is_unowned):
            traits = Traits(is_unstated=is_unowned)
            reason = AMOUNT if is_figure else "noun with its object"
            sentence.add(cue, source, [(content.first, content.last)], reason, traits)
        return
    at = cue.last
    if at < len(words) and words[at].lower in lang["prepositions"] - lang["infinitive"]:
        at += 1
    if at >= len(words) or words[at].lower not in (lang["complementizers"] | lang["infinitive"]):
        return
    source = _possessor(sentence, cue.first)
    if source is None and words[at].lower in lang["infinitive"]:
        return
    content = content_after(words, CueWords(cue.first, at, replace(cue.cue, frames=_NOMINAL)), lang)
    if content is not None:
        last = _noun_clause_end(sentence, content)
        sentence.add(cue, source, [(content.first, last)], NAMED_ACT)


def _has_number(sentence: Sentence, content: Content) -> bool:
    inside = sentence.words[content.first : content.last]
    return any(is_number(word, sentence.lang) for word in inside)


def _modifier(sentence: Sentence, cue: CueWords) -> Range | None:
    """Find whose figure it is without a genitive: "the | police | figure of 41"."""
    words, lang = sentence.words, sentence.lang
    before = words[cue.first - 1].lower if cue.first else ""
    is_body = lang.names_organisation(before) or lang.names_people(before)
    return (cue.first - 1, cue.first) if is_body else None


def _giver(sentence: Sentence, cue: CueWords) -> Range | None:
    """Find who gave a figure: "the figure of 500 given by | the mayor"."""
    words, lang = sentence.words, sentence.lang
    for at in range(cue.last + 1, min(len(words) - 1, cue.last + _LONGEST_GIVEN)):
        if words[at].is_mark or words[at].is_quotation:
            return None
        if words[at].lower in lang["agents"] and words[at - 1].lower in lang["given"]:
            end = phrase_after(words, at + 1, lang)
            return (at + 1, end) if end > at + 1 else None
    return None


def _noun_clause_end(sentence: Sentence, content: Content) -> int:
    """End the clause where the main verb follows: "the claim that he fled | was denied"."""
    lang = sentence.lang
    verbs = [
        i for i in range(content.first, content.last) if sentence.lang.is_finite(sentence.words[i])
    ]
    for first, second in pairwise(verbs):
        between = {word.lower for word in sentence.words[first + 1 : second]}
        links = (
            sentence.lang["conjunctions"]
            | sentence.lang["subordinators"]
            | sentence.lang["relatives"]
        )
        is_new = second > first + 1 or _follows_participle(sentence, first, second)
        if is_new and not between & (links | lang["subjects"]):
            return trim_end(sentence.words, content.first, second)
    return content.last


def _follows_participle(sentence: Sentence, first: int, second: int) -> bool:
    """Tell "were locked | was denied" from "had been"."""
    lang, words = sentence.lang, sentence.words
    return (
        words[first].lower not in lang["auxiliaries"] and words[second].lower in lang["auxiliaries"]
    )


def _possessor(sentence: Sentence, noun: int) -> Range | None:
    words, lang = sentence.words, sentence.lang
    for at in range(noun - 1, max(-1, noun - 7), -1):
        if words[at].lower in lang["possessives"]:
            return at, at + 1
        if _ends_plural(words, at):
            return _owner(words, at - 1, lang)
        if lang.names_owner(words[at]) and words[at].text != "'":
            return _owner(words, at, lang)
        is_link = words[at].lower in lang["prepositions"] or words[at].lower in lang["articles"]
        if is_link or (words[at].is_mark and words[at].text != ",") or lang.is_finite(words[at]):
            return None
    return None


def _ends_plural(words: Sequence[Word], at: int) -> bool:
    """Tell the apostrophe of "the rebels' claim" from a quotation mark."""
    is_mark = at > 0 and words[at].text in ("'", "’")
    return is_mark and words[at - 1].end == words[at].start and words[at - 1].lower.endswith("s")


def _owner(words: Sequence[Word], at: int, lang: Language) -> Range | None:
    """Find the phrase that ends in a genitive: "did not contradict | the harbour board's claim"."""
    found = phrase_before(words, at + 1, lang)
    if found is None:
        return None
    first = found[0]
    for index in range(at - 1, first, -1):
        cue = lang.cue_at(words, index) if not words[index].is_capitalised else None
        is_verb = cue is not None and cue.cue.kind == "verb" and "noun" not in cue.cue.frames
        if is_verb or lang.is_adverb(words[index]):
            return index + 1, at + 1
    return found
