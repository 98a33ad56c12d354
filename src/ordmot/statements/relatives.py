"""Whom a relative pronoun stands for: "a team sent from Oslo to dig, | which"."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.statements.language import Language
from ordmot.statements.sentence import Range
from ordmot.statements.sources import phrase_ending
from ordmot.statements.speakers import head_of, is_thing
from ordmot.statements.words import Word, split_words

_NEAR = 300  # characters before "who" in which its head is looked for
_LONGEST_ABBREVIATION = 3  # letters before its dot


def relative_head(text: str, offset: int, lang: Language) -> Range | None:
    """Find the words that the "who" at an offset stands for: "Lind, | who said …"."""
    floor = max(0, offset - _NEAR, text.rfind("\n", 0, offset) + 1)
    words = split_words(text, floor, offset, ())
    while words and (words[-1].is_mark or words[-1].lower in lang["partitive_words"]):
        words = words[:-1]  # "aid workers, all of | whom"
    words = _before_relatives(words, lang)
    phrase = phrase_ending(words, len(words), lang)
    if phrase is None:
        return None
    phrase = _body_behind(words, phrase[0], lang) or _speaking_part(words, phrase, lang)
    return words[phrase[0]].start, words[phrase[1] - 1].end


def _before_relatives(words: list[Word], lang: Language) -> list[Word]:
    """Step over a relative clause that "and who" goes on: "A cook | who left, and | who fears"."""
    stops = [i for i, w in enumerate(words[:-1]) if w.text in ".?!" and _opens(words, i)]
    words = words[stops[-1] + 1 :] if stops else words
    at = len(words)
    while at and (words[at - 1].is_mark or words[at - 1].lower in lang["conjunctions"]):
        at -= 1
    if at == len(words) or not any(w.lower in lang["conjunctions"] for w in words[at:]):
        return words
    first = next((i for i in range(1, at) if words[i].lower in lang["relatives"]), at)
    return words[:first]


def _speaking_part(words: Sequence[Word], phrase: Range, lang: Language) -> Range:
    """Find who speaks where a thing heads a phrase: "pressure on | the ministry, which"."""
    first, last = phrase
    if not is_thing(head_of(words[first:last], lang), lang, is_first=False):
        return phrase
    links = (at for at in range(first + 1, last - 1) if words[at].lower in lang["prepositions"])
    voices = (
        at + 1
        for at in links
        if not is_thing(head_of(words[at + 1 : last], lang), lang, is_first=False)
    )
    return next(voices, first), last


def _body_behind(words: Sequence[Word], first: int, lang: Language) -> Range | None:
    """Find the body that a participle describes: "a team | sent from | Oslo to dig, which"."""
    links = lang["prepositions"] - lang["agents"]
    if first < 2 or words[first - 1].lower not in links:
        return None
    found = phrase_ending(words, first - 2, lang)
    if found is None or not lang.names_organisation(words[found[1] - 1].lower):
        return None
    borders = (at for at in range(*found) if words[at].lower in lang["prepositions"])
    return max(borders, default=found[0] - 1) + 1, found[1]


def _opens(words: Sequence[Word], stop: int) -> bool:
    """Tell the end of a sentence from the dot of "Mr. Lie"."""
    before = words[stop - 1].text if stop else ""
    is_short = 0 < len(before) <= _LONGEST_ABBREVIATION and before.isalpha()
    return words[stop + 1].is_capitalised and not (words[stop].text == "." and is_short)
