"""Verbs whose particle stands behind the subject: «Fem døde, slår | utvalget | fast»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ordmot.statements.contents import content_after, trim_end
from ordmot.statements.language import Cue, CueWords, Language
from ordmot.statements.phrases import phrase_after
from ordmot.statements.sentence import FRONTED, PARTED_TAG, Range, Sentence
from ordmot.statements.speakers import SPEAKING
from ordmot.statements.tags import is_tail
from ordmot.statements.words import Word

_FAR = 9  # words between a verb and its particle
_TELLING = frozenset({"clause", "quote", "tag"})


@dataclass(frozen=True, slots=True)
class _Parted:
    """A verb at word `first`, its subject, and the word behind its particles."""

    first: int
    subject: Range
    last: int
    cue: Cue


def read_parted_verbs(sentence: Sentence) -> None:
    """Read «…, legger hun til», «Det slår utvalget fast», «I går slo hun fast at …»."""
    if "verb second" not in sentence.lang["word_order"]:
        return
    for at in range(1, len(sentence.words)):
        found = None if sentence.taken[at] else _parted_at(sentence.words, at, sentence.lang)
        if found is not None:
            _read(sentence, found)


def _parted_at(words: Sequence[Word], first: int, lang: Language) -> _Parted | None:
    """Find a finite verb whose particles stand behind what can be its subject."""
    forms = lang.verbs_with_particles(words[first].lower)
    after = words[first + 1].lower if first + 1 < len(words) else ""
    is_object = after in lang["expletives"] | lang["objects"] - lang["third_person"]
    if not forms or is_object or words[first - 1].lower in lang["auxiliaries"]:
        return None
    for form, cue in forms:
        particles = form[1:]
        for at in range(first + 2, min(len(words), first + _FAR)):
            if words[at - 1].is_mark or words[at - 1].is_quotation:
                break
            last = at + len(particles)
            if tuple(word.lower for word in words[at:last]) == particles:
                end = min(phrase_after(words, first + 1, lang), at)
                is_setting = end < at and words[end].lower not in lang["prepositions"]
                if end > first + 1 and not is_setting:
                    return _Parted(first, (first + 1, end), last, cue)
    return None


def _read(sentence: Sentence, found: _Parted) -> None:
    words, lang = sentence.words, sentence.lang
    before = words[found.first - 1]
    verb = CueWords(found.first, found.first + 1, found.cue)
    if before.lower in lang["fronted_objects"] and found.first == 1:
        if found.cue.act not in SPEAKING or not is_tail(sentence, found.last):
            return  # «Det kom en buss med folk»
        sentence.add(verb, found.subject, [(0, 1)], FRONTED)
        return
    if before.text in {",", "–", "—", "?", "!"} or before.is_quotation:
        first = sentence.content_start(found.first)
        last = trim_end(words, first, found.first)
        if first < last and "tag" in found.cue.frames and is_tail(sentence, found.last):
            sentence.add(verb, found.subject, [(first, last)], PARTED_TAG)
        return
    frames = found.cue.frames & _TELLING
    told = CueWords(found.first, found.last, replace(found.cue, frames=frames))
    content = content_after(words, told, lang)
    if content is not None and content.frame in {"clause", "quote", "colon"}:
        ranges = [(content.first, content.last)]
        sentence.add(verb, found.subject, ranges, f"cue with {content.frame}")
