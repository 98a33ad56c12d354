"""Accounts laid side by side in one sentence: each amount gets the voice that stands before it.

"Organisers said 50,000 took part, | police 12,000": the second voice takes up the verb of the
first, and so it is with «… mens politiet anslår 12.000» and "at 40 by the army, 200 by residents".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ordmot.ledger import Mode
from ordmot.statements.amounts import is_number
from ordmot.statements.beside import (
    Side,
    is_border,
    is_definite,
    names_somebody,
    names_speaker,
    read_agent,
    read_clause,
    read_gap,
)
from ordmot.statements.language import Language
from ordmot.statements.marked import Layout
from ordmot.statements.phrases import is_role
from ordmot.statements.prefaces import SOURCE_PHRASE
from ordmot.statements.sentence import BESIDE, TAKEN_UP_VERB, Range, Utterance, overlap
from ordmot.statements.speakers import MINDS, SPEAKING
from ordmot.statements.words import Word, open_quotation, open_quotations

_LONGEST_SETTING = 6  # words
_COMPARED = 2  # words of "more than"
_MERE = 4  # words of a content that is no more than an amount and its noun


def part_phrases(found: Sequence[Utterance], layout: Layout) -> list[Utterance]:
    """Part what prepositions name: "Ten died according to police | and 40 according to others"."""
    return _part(found, layout, _is_phrase)


def part_sides(found: Sequence[Utterance], layout: Layout) -> list[Utterance]:
    """Give each account that stands beside another its own voice, and take it from the first."""
    return _part(found, layout, _tells_amount)


def is_compared(utterance: Utterance, layout: Layout) -> bool:
    """Tell whether a voice is only one to compare with: "22, five more than | the agency reported".

    What stands before is not its account.
    """
    if utterance.source is None or not utterance.content:
        return False
    start = utterance.source[0]
    number = layout.unit_at(start)
    lang = layout.languages[number]
    ahead = [word for word in layout.units[number].words if word.end <= start][-_COMPARED:]
    if utterance.content[0][0] > start or len(ahead) < _COMPARED:
        return False
    return ahead[-1].lower in lang["than"] and ahead[-2].lower in lang["comparatives"]


def _part(
    found: Sequence[Utterance], layout: Layout, is_meant: Callable[[Utterance], bool]
) -> list[Utterance]:
    parted = list(found)
    at = 0
    while at < len(parted):
        host = parted[at]
        if is_meant(host):
            parted = _Host(host, parted, layout).part()
        at += 1
    return parted


def _tells_amount(host: Utterance) -> bool:
    is_told = host.act in SPEAKING | MINDS and bool(host.content)
    return is_told and host.cue is not None and host.source is not None


def _is_phrase(host: Utterance) -> bool:
    return _tells_amount(host) and host.reason == SOURCE_PHRASE


class _Host:
    """A statement beside which another voice may stand, and the words of its sentence."""

    def __init__(self, host: Utterance, found: list[Utterance], layout: Layout) -> None:
        self._host, self._found = host, found
        cue = host.cue or host.content[0]
        unit = layout.units[layout.unit_at(cue[0])]
        self._lang = layout.languages[layout.unit_at(cue[0])]
        self._words = _words_around(unit.words, cue)

    def part(self) -> list[Utterance]:
        """Give all statements, with those beside the host."""
        side = self._first_side()
        if side is not None:
            self._add(side)
        return self._found

    # -- where another account stands -------------------------------------------------------------

    def _first_side(self) -> Side | None:
        """Find the first account beside the host, behind the first amount of its content."""
        told = self._told()
        if told is None:
            return None
        words, lang = self._words, self._lang
        first, last = told
        number = next((i for i in range(first, last) if is_number(words[i], lang)), None)
        if number is None:
            return None
        for at in range(number + 1, min(len(words), last + 1)):
            if self._is_others(at):
                return None
            side = self._side_at(at, (first, number)) if is_border(words, at, lang) else None
            if side is not None:
                return side
        return None

    def _told(self) -> Range | None:
        """Give the words of the content that stands behind the cue, or before its agent."""
        inside = [
            at
            for at, word in enumerate(self._words)
            if any(start <= word.start and word.end <= end for start, end in self._host.content)
        ]
        start = 0 if self._behind_agent() else (self._host.cue or (0, 0))[0]
        behind = [at for at in inside if self._words[at].start >= start]
        if not behind:
            return None
        return behind[0], max(self._behind_setting(behind[-1] + 1), self._behind_agent())

    def _behind_setting(self, last: int) -> int:
        """Step over a time or place to the next mark: "40 thefts | in May |, the firm 12"."""
        words, lang = self._words, self._lang
        for at in range(last, min(len(words), last + _LONGEST_SETTING)):
            if is_border(words, at, lang):
                return at
            is_setting = words[last].lower in lang["prepositions"] or lang.is_time(words, last)
            if not is_setting or words[at].is_mark or lang.is_finite(words[at]):
                break
        return last

    def _behind_agent(self) -> int:
        """Give the word behind "by the army" or "according to the army"; 0 for other hosts."""
        source, words = self._host.source or (0, 0), self._words
        at = next((i for i, word in enumerate(words) if word.start == source[0]), 0)
        cue = self._host.cue or source
        is_phrase = self._host.reason.startswith(SOURCE_PHRASE) and (
            self._host.content[0][0] < cue[1] <= source[0]
        )
        is_agent = at > 0 and words[at - 1].lower in self._lang["agents"]
        ends = (i + 1 for i, word in enumerate(words) if word.end == source[1])
        return next(ends, 0) if is_agent or is_phrase else 0

    def _is_others(self, at: int) -> bool:
        """Tell whether the cue of another voice stands between the host's and a word."""
        start, end = (self._host.cue or (0, 0))[1], self._words[at].start
        return any(
            other.cue is not None and other.source is not None and start < other.cue[0] < end
            for other in self._found
            if other is not self._host
        )

    def _side_at(self, border: int, opening: Range) -> Side | None:
        words, lang = self._words, self._lang
        if self._behind_agent():
            side = read_agent(words, border, lang) if border >= self._behind_agent() else None
            return side if side and self._is_voice(side, border) else None
        side = read_clause(words, border, lang)
        if side is not None:
            return side if self._is_clause_free(border, opening, side) else None
        side = read_gap(words, border, self._particle(), lang)
        is_free = side is not None and not self._has_subject(opening)
        return side if side and is_free and self._is_voice(side, border) else None

    def _particle(self) -> str:
        """Give the last word of the host's cue."""
        cue = self._host.cue or (0, 0)
        inside = [word.lower for word in self._words if cue[0] <= word.start < cue[1]]
        return inside[-1] if inside else ""

    def _is_voice(self, side: Side, border: int) -> bool:
        """Tell a voice by its words, a mere name only beside a mere amount."""
        words, lang = self._words, self._lang
        inside = words[slice(*side.source)]
        told = self._told() or (0, 0)
        before = words[told[0] : border]
        if names_speaker(inside, lang):
            return is_definite(inside, lang) or not _counts_people(before, lang)
        plain = [word for word in before if not word.is_mark]
        is_mere = len(plain) <= _MERE and not any(w.lower in lang["prepositions"] for w in plain)
        return is_mere and names_somebody(inside, lang)

    def _is_clause_free(self, border: int, opening: Range, side: Side) -> bool:
        """Tell a clause of its own from one inside: "that if it fails, the county promises 12"."""
        words, lang = self._words, self._lang
        if not names_speaker(words[slice(*side.source)], lang) and not names_somebody(
            words[slice(*side.source)], lang
        ):
            return False
        begin = [word.lower for word in words[opening[0] : opening[0] + 2]]
        is_that = begin[0] in lang["complementizers"]
        conditions = lang["subordinators"] - lang["complementizers"]
        if any(word in conditions for word in begin[: 1 + is_that]):
            return False
        is_joined = words[side.source[0] - 1].lower in lang["conjunctions"]
        return not (is_joined and words[border].text != ";")

    def _has_subject(self, opening: Range) -> bool:
        """Tell "the army | lost 12": what stands beside it lost some too, and says nothing."""
        lang = self._lang
        pronouns = (lang["subjects"] | lang["its"]) - lang["expletives"]
        for at, word in enumerate(self._words[slice(*opening)], opening[0]):
            is_name = word.is_name_part and not word.is_mark
            is_it = word.lower in lang["its"] and self._words[at + 1].lower in lang["be"]
            if (word.lower in pronouns and not is_it) or is_name or word.is_quotation:
                return True
            if lang.introduces(word.lower):
                return True
            if is_role(word, lang) or lang.names_people(word.lower):
                return True
            is_body = lang.names_organisation(word.lower) and word.lower not in lang["figures"]
            if is_body or lang.names_force(word.lower):
                return True
        return False

    # -- parting ----------------------------------------------------------------------------------

    def _add(self, side: Side) -> None:
        """Take a side out of the host, and tell it as its own statement behind the host."""
        content, source = self._place(side.content), self._place(side.source)
        shorter = self._without(side, self._host)
        if shorter is None:
            return
        own = [u for u in self._found if u.source is not None and overlap(u.source, source)]
        parted: list[Utterance] = []
        for other in self._found:
            if other is self._host:
                beside = self._beside(side, content, source)
                parted += [shorter] if own else [shorter, beside]
            elif other in own:
                is_phrase = side.cue is not None and side.cue.cue.kind == "source"
                if is_phrase or self._behind_agent():
                    other = replace(other, content=(content,), source=source)
                parted.append(replace(other, within=self._host.within))
            elif (kept := self._left_of(other, side, shorter)) is not None:
                parted.append(kept)
        self._found = parted

    def _left_of(self, other: Utterance, side: Side, shorter: Utterance) -> Utterance | None:
        """Give what another statement keeps; what holds the host's cue holds the side as well."""
        content = self._place(side.content)
        if other.within == self._host.content[0]:
            is_beside = other.cue is not None and overlap(other.cue, content)
            other = replace(other, within=content if is_beside else shorter.content[0])
        cue = self._host.cue or content
        is_outer = any(overlap(piece, cue) for piece in other.content)
        is_inner = other.cue is not None and overlap(other.cue, content)
        is_shared = any(overlap(piece, content) for piece in other.content)
        return self._without(side, other) if is_shared and not is_outer and not is_inner else other

    def _beside(self, side: Side, content: Range, source: Range) -> Utterance:
        host = self._host
        cue, act, is_negated = host.cue, host.act, host.is_negated
        if side.cue is not None:
            first = side.cue.first if side.cue.cue.kind == "source" else side.source[1]
            cue = self._place((first, side.cue.last))
            act = side.cue.cue.act
            inside = self._words[first : side.cue.last]
            is_negated = any(word.lower in self._lang["negations"] for word in inside)
        return Utterance(
            content=(content,),
            cue=cue,
            source=source,
            act=act,
            mode=Mode.DIRECT if host.mode is Mode.DIRECT else Mode.INDIRECT,
            reason=TAKEN_UP_VERB if side.cue is None else BESIDE,
            unit=host.unit,
            is_negated=is_negated,
            within=host.within,
        )

    def _without(self, side: Side, told: Utterance) -> Utterance | None:
        """Leave the words of a side, and what leads to it, out of a content; None if all is."""
        start, end = self._words[side.border].start, self._words[side.last - 1].end
        around = ((0, start), (end, max(end, told.content[-1][1])))
        cut = [self._cut(piece, bounds) for piece in told.content for bounds in around]
        pieces = tuple(piece for piece in cut if piece is not None)
        return replace(told, content=pieces) if pieces else None

    def _cut(self, piece: Range, bounds: Range) -> Range | None:
        """Give the words of a piece within bounds, without marks and links at its ends."""
        first, last = max(piece[0], bounds[0]), min(piece[1], bounds[1])
        if (first, last) == piece:
            return piece
        words = [w for w in self._words if first <= w.start and w.end <= last]
        links = self._lang["conjunctions"]
        while words and (words[-1].is_mark and words[-1].text not in {")", "%"}):
            words.pop()
        while words and (words[0].is_mark or words[0].lower in links):
            words.pop(0)
        return (words[0].start, words[-1].end) if words else None

    def _place(self, place: Range) -> Range:
        return self._words[place[0]].start, self._words[place[1] - 1].end


def _words_around(words: Sequence[Word], cue: Range) -> Sequence[Word]:
    """Give the words of the sentence in which a cue stands, or of its quotation."""
    for word in words:
        if word.is_quotation and word.start <= cue[0] < word.end:
            return open_quotation(word)
    return open_quotations(words)


def _counts_people(words: Sequence[Word], lang: Language) -> bool:
    """Tell "12 soldiers", beside which "civilians 40" are counted and do not speak."""
    return any(
        lang.names_people(word.lower) or is_role(word, lang)
        for word in words
        if not lang.names_anyone(word.lower)
    )
