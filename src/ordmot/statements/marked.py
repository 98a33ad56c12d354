"""What the encoder marks as said, put into the terms of the rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from ordmot.ledger import Act, Mode
from ordmot.statements.language import Language
from ordmot.statements.sentence import Range, Utterance
from ordmot.statements.words import Unit, Word, split_words

if TYPE_CHECKING:
    from ordmot.encoder import Attribution, Mark, Notes

_LAST_WORD = re.compile(r"( \w+),\s*")  # between words that are said and what says whose they are


class Reads(Protocol):
    """What the room asks of an encoder: notes on a text, and the name of its model."""

    @property
    def version(self) -> str:
        """Name the model."""
        ...

    def read(self, text: str) -> Notes:
        """Note who says what in a text."""
        ...


class Layout:
    """The sentences of a document, each with its language."""

    def __init__(self, text: str, units: Sequence[Unit], languages: Sequence[Language]) -> None:
        self.text, self.units, self.languages = text, units, languages
        self._starts = [unit.start for unit in units]

    def unit_at(self, offset: int) -> int:
        """Give the number of the sentence that holds a place, or the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def units_in(self, place: Range) -> range:
        """Give the numbers of the sentences that a place touches."""
        return range(self.unit_at(place[0]), self.unit_at(place[1] - 1) + 1)

    def words_in(self, place: Range) -> list[Word]:
        """Give the words that lie in a place, each quotation as one word."""
        words = (word for number in self.units_in(place) for word in self.units[number].words)
        return [word for word in words if word.start < place[1] and word.end > place[0]]


def read_marks(notes: Notes, version: str, layout: Layout) -> list[Utterance]:
    """Give the attributions of the encoder as utterances, in text order."""
    if not layout.units:
        return []
    found = [_utterance(each, version, layout) for each in notes.attributions]
    return sorted((u for u in found if u is not None), key=lambda utterance: utterance.content[0])


def _utterance(each: Attribution, version: str, layout: Layout) -> Utterance | None:
    """Make an utterance; a mark is no cue here, as it names no act: "LIND | : | We left"."""
    taken = [mark.start for mark in (each.cue, each.source) if mark is not None]
    whole = [_whole_words(mark, layout) for mark in each.contents]
    content = tuple(p for p in _joined(whole, layout.text, taken) if _holds_words(p, layout.text))
    if not content:
        return None
    content = _up_to_the_tag(content, taken, layout.text)
    cue, source = _place(each.cue, layout.text), _place(each.source, layout.text)
    if source is not None and _is_no_voice(source, layout):
        return None
    words = split_words(layout.text, *cue, ()) if cue else []
    unit = layout.unit_at((cue or content[0])[0])
    lang = layout.languages[unit]
    mode = _mode(content, layout)
    return Utterance(
        content=content,
        cue=cue,
        source=source,
        act=_act(words, each.act if cue else None, lang),
        mode=mode,
        reason=version,
        unit=unit,
        is_negated=any(word.lower in lang["negations"] for word in words),
        score=max(mark.score for mark in each.contents),
        is_unstated=source is None and any(_is_impersonal(word, lang) for word in words),
    )


def _is_impersonal(word: Word, lang: Language) -> bool:
    """Tell "is said to", «anslås», which name nobody, from a tag whose speaker goes on."""
    return word.lower in lang["be"] | lang["infinitive"] or lang.is_passive_form(word.lower)


def _place(mark: Mark | None, text: str) -> Range | None:
    if mark is None or not _holds_words((mark.start, mark.end), text):
        return None
    words = text[mark.start : mark.end]
    return mark.start, mark.end - len(words) + len(words.rstrip(" ,;"))


def _is_no_voice(source: Range, layout: Layout) -> bool:
    """Tell the "not" of "not one has seen it" from somebody."""
    lang = layout.languages[layout.unit_at(source[0])]
    words = layout.text[source[0] : source[1]].lower().split()
    return all(word in lang["negations"] | lang["conjunctions"] for word in words)


def _holds_words(place: Range, text: str) -> bool:
    return any(letter.isalnum() for letter in text[place[0] : place[1]])


def _whole_words(mark: Mark, layout: Layout) -> Range:
    """Widen a mark to whole words: "at 3 p.m|." ends with the full stop of "p.m."."""
    words = [word for word in layout.words_in((mark.start, mark.end)) if not word.is_quotation]
    starts = [word.start for word in words if word.start < mark.start < word.end]
    ends = [word.end for word in words if word.start < mark.end < word.end]
    return min([mark.start, *starts]), max([mark.end, *ends])


def _joined(fragments: Iterable[Range], text: str, taken: Sequence[int] = ()) -> tuple[Range, ...]:
    """Join fragments that nothing parts, or a word in which the encoder is unsure of itself.

    "1" "," "420" is one number; the 25 of "at least | 25 | lorries" is not another's word.
    """
    joined: list[Range] = []
    for start, end in sorted(fragments):
        if joined and _is_slip(text[joined[-1][1] : start], (joined[-1][1], start), taken):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _up_to_the_tag(
    content: tuple[Range, ...], taken: Sequence[int], text: str
) -> tuple[Range, ...]:
    """Add the one word that is left out before the comma of a tag: "fell at | night, he said"."""
    tags = [start for start in taken if start >= content[-1][1]]
    missed = _LAST_WORD.fullmatch(text, content[-1][1], min(tags)) if tags else None
    return (*content[:-1], (content[-1][0], missed.end(1))) if missed else content


def _is_slip(gap: str, place: Range, taken: Sequence[int]) -> bool:
    """Tell whether a gap holds one word at most, and neither cue nor source."""
    if any(place[0] <= start < place[1] for start in taken) or "\n" in gap.strip(" "):
        return not gap.strip()
    words = gap.split()
    return not words or (len(words) == 1 and words[0].isalnum())


def _act(words: Sequence[Word], guess: str | None, lang: Language) -> Act:
    """Name the act by the last word of the cue that the lexicon knows, else as the encoder does."""
    known = [found for at in range(len(words)) if (found := lang.cue_at(words, at)) is not None]
    act = known[-1].cue.act if known else Act(guess) if guess else Act.SAY
    if act is Act.DENY and words and words[-1].lower in lang["matters"]:
        return Act.OTHER  # a dispute over the border denies nothing
    return act


def _mode(content: Sequence[Range], layout: Layout) -> Mode:
    """Tell quoted words from reported ones."""
    words = [word for place in content for word in layout.words_in(place) if not word.is_mark]
    quoted = [word.is_quotation for word in words]
    if quoted and all(quoted):
        return Mode.DIRECT
    return Mode.MIXED if any(quoted) else Mode.INDIRECT
