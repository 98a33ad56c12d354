"""Reading a lead-in: who is given the floor by "A driver told us:" or a turn's "LIND:"."""

from __future__ import annotations

from dataclasses import dataclass

from ordmot.ledger import Act, Span
from ordmot.statements.language import CueWords, Language
from ordmot.statements.phrases import names_voice, phrase_after
from ordmot.statements.sentence import Range
from ordmot.statements.sources import phrase_before, verb_group
from ordmot.statements.speakers import SPEAKING
from ordmot.statements.words import Word, split_words


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Who is given the floor, by which cue, as character offsets."""

    source: Range
    cue: Range | None
    act: Act


def read_lead_in(text: str, span: Span, lang: Language) -> LeadIn | None:
    """Find who speaks next by a lead-in; None if it names nobody ("The truth was another:").

    >>> from ordmot.ledger import cut
    >>> from ordmot.statements.language import language_of
    >>> text = "En fisker forteller:"
    >>> lead = read_lead_in(text, cut("d", text, 0, len(text)), language_of("nb"))
    >>> text[slice(*lead.source)]
    'En fisker'
    """
    words = split_words(text, span.start, span.end, ())
    while words and words[-1].is_mark and words[-1].text != ")":
        words = words[:-1]
    for at in range(len(words) - 1, -1, -1):
        cue = lang.cue_at(words, at)
        if cue is not None and _is_speaking(cue):
            source = _speaker(words, cue, lang)
            if source is not None and not _is_anyone(words[slice(*source)], lang):
                return LeadIn(_place(words, *source), _place(words, at, cue.last), cue.cue.act)
    if words and names_voice(words, lang):
        return LeadIn(_place(words, 0, len(words)), None, Act.SAY)
    return None


def _is_anyone(source: list[Word], lang: Language) -> bool:
    """Tell the "one" of "One may ask:", who is nobody, from a speaker."""
    return len(source) == 1 and source[0].lower in lang["anyone"]


def _is_speaking(cue: CueWords) -> bool:
    return cue.cue.kind == "verb" and cue.cue.act in SPEAKING and cue.cue.tells


def _speaker(words: list[Word], cue: CueWords, lang: Language) -> Range | None:
    before = phrase_before(words, verb_group(words, cue.first, lang).first, lang)
    if before is not None and words[before[0]].lower not in lang["fronted_objects"]:
        return before
    end = phrase_after(words, cue.last, lang)
    if (
        end > cue.last
        and "person" not in cue.cue.frames
        and words[cue.last].lower not in lang["objects"]
    ):
        return cue.last, end
    return before


def _place(words: list[Word], first: int, last: int) -> Range:
    return words[first].start, words[last - 1].end
