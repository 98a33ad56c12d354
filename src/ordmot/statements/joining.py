"""Joining what single sentences cannot show: lead-ins, second halves, turns, running quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ordmot.ledger import Act, Mode
from ordmot.statements.language import Language
from ordmot.statements.phrases import is_scare
from ordmot.statements.prefaces import NAME_BEFORE_COLON
from ordmot.statements.sentence import FRONTED, TAKEN_UP, Range, Utterance
from ordmot.statements.speakers import SPEAKING
from ordmot.statements.words import Unit

_DASHES = ("- ", "– ", "— ", "– ", "−")
_BARE = "quotation without a cue"
TURN = "dash turn without a cue"
"""The reason of what stands behind a dash and has no cue."""

_LONGEST_TURN = 8  # sentences of a dash turn before its "sier hun"
_TELLING = SPEAKING | {Act.BELIEVE}
_OPEN_CONTENT = frozenset({Mode.DIRECT, Mode.MIXED})


@dataclass(frozen=True, slots=True)
class Page:
    """The units of a document with what was read in each, and which passages are block quotes."""

    text: str
    units: Sequence[Unit]
    readings: Sequence[Sequence[Utterance]]
    subjects: Sequence[Range | None]
    blocks: frozenset[int] = frozenset()
    unnamed: frozenset[str] = frozenset()
    dash_passages: frozenset[int] = frozenset()
    languages: Sequence[Language] = ()
    fragments: frozenset[int] = frozenset()


def join(page: Page) -> list[Utterance]:
    """Join the readings of all sentences of a document into its statements, in text order."""
    joiner = _Joiner(page)
    for number in range(len(page.units)):
        joiner.take(number)
    return joiner.result()


class _Joiner:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.done: list[Utterance] = []
        self._turn: list[Range] = []  # a dash turn whose speaker has not been named yet

    def take(self, number: int) -> None:
        """Take the next sentence: a turn, a lead-in's content, a second half, or on its own."""
        unit = self.page.units[number]
        found = list(self.page.readings[number])
        self.done += [t for u in found if (t := self._taken_up(u, number)) is not None]
        if self._turn and unit.passage != self.page.units[number - 1].passage:
            self._end_turn(number, self._teller(found))
        if self._fill_awaiting(unit, number, found):
            return
        if self._is_dash(unit):
            self._end_turn(number)
            self._start_turn(unit, found)
        elif self._turn:
            self._go_on_with_turn(unit, number, found)
        elif number in self.page.fragments and not found and self._is_labelled(unit, number):
            self._add_fragment(unit, number)
        elif found:
            self.done += self._with_first_paragraphs(unit, number, found)
        else:
            self._take_bare(unit, number)

    def result(self) -> list[Utterance]:
        """Give what was found, lead-ins without a content left out."""
        self._end_turn(len(self.page.units))
        return [u for u in self.done if u.content]

    def _teller(self, found: Sequence[Utterance]) -> Utterance | None:
        """Find who told the turn before: «– Alle er ute. | Det sier Kari Lie.»."""
        first = found[0] if found else None
        is_told = first is not None and first.reason == FRONTED and first.act in _TELLING
        return first if is_told else None

    # -- what a pronoun takes up ------------------------------------------------------------------

    def _taken_up(self, utterance: Utterance, number: int) -> Utterance | None:
        """Give the sentences that the pronoun of «Det opplyser politiet» stands for."""
        is_told = utterance.reason == FRONTED and utterance.act in SPEAKING
        told = self._untold_before(number) if is_told and not self._turn else []
        return replace(utterance, content=tuple(told), reason=TAKEN_UP) if told else None

    def _untold_before(self, number: int) -> list[Range]:
        """List the sentences before one that nobody tells: of its paragraph, else the last."""
        units, passage = self.page.units, self.page.units[number].passage
        told: list[Range] = []
        for at in range(number - 1, -1, -1):
            is_own = units[at].passage == passage
            is_last = not told and units[at].passage == passage - 1
            if self.page.readings[at] or not (is_own or is_last) or self._is_dash(units[at]):
                break
            if units[at].passage in self.page.blocks:
                break
            told.insert(0, self._stripped(units[at]))
            passage = passage if is_own else -1
        return told

    # -- lead-ins ---------------------------------------------------------------------------------

    def _fill_awaiting(self, unit: Unit, number: int, found: Sequence[Utterance]) -> bool:
        """Give what follows "She wrote:" to her."""
        if not self.done or not self.done[-1].awaits or unit.passage in self.page.blocks:
            return False
        waiting = self.done[-1]
        is_next = waiting.unit == number - 1
        is_going_on = bool(waiting.content) and self._goes_on(unit, number)
        if not (is_next or is_going_on) or (found and not self._is_quoted(unit)):
            return False
        self.done[-1] = replace(
            waiting,
            content=(*waiting.content, self._stripped(unit)),
            mode=Mode.DIRECT,
        )
        return True

    def _goes_on(self, unit: Unit, number: int) -> bool:
        """Tell whether a unit goes on with the block or the quotation of the unit before."""
        before = self.page.units[number - 1]
        if unit.passage == before.passage:
            return False
        quotation = unit.words[0].quotation
        return quotation is not None and quotation.continues

    def _is_quoted(self, unit: Unit) -> bool:
        """Tell whether a unit is nothing but quotations and marks."""
        plain = [w for w in unit.words if not w.is_mark]
        return bool(plain) and all(w.is_quotation for w in plain) and not is_scare(plain[0])

    def _stripped(self, unit: Unit) -> Range:
        text = self.page.text[unit.start : unit.end]
        start = unit.start + len(text) - len(text.lstrip(" -–—\n\t\r\u00a0"))
        return start, max(start, unit.start + len(text.rstrip()))

    # -- dash turns -------------------------------------------------------------------------------

    def _is_dash(self, unit: Unit) -> bool:
        opens = self.page.text[unit.start : unit.start + 2] in _DASHES
        return opens and unit.passage in self.page.dash_passages

    def _start_turn(self, unit: Unit, found: list[Utterance]) -> None:
        if found and self._begins_content(unit, found[0]):
            self.done += [replace(found[0], mode=Mode.DIRECT), *found[1:]]
        else:
            self._turn = [self._stripped(unit)]

    def _begins_content(self, unit: Unit, utterance: Utterance) -> bool:
        """Tell whether an utterance has the turn from its dash on as content."""
        if not utterance.content or utterance.cue is None:
            return False
        return utterance.content[0][0] <= self._stripped(unit)[0] + 1

    def _go_on_with_turn(self, unit: Unit, number: int, found: list[Utterance]) -> None:
        if found and self._begins_content(unit, found[0]):
            first = found[0]
            whole = (self._turn[0][0], first.content[0][1])
            content = (whole, *first.content[1:])
            begin = number - len(self._turn)
            self.done += [replace(first, content=content, mode=Mode.DIRECT), *found[1:]]
            self.done += self._told_inside(whole, begin, number)
            self._turn = []
        elif len(self._turn) >= _LONGEST_TURN:
            self._end_turn(number)
            self.done += found
        else:
            self._turn.append(self._stripped(unit))

    def _end_turn(self, number: int, teller: Utterance | None = None) -> None:
        """Keep a turn without a cue of its own; the next sentence may say who the `teller` is."""
        if not self._turn:
            return
        turn, self._turn = self._turn, []
        start, end = turn[0][0], turn[-1][1]
        if start < end:
            first = number - len(turn)
            bare = self._bare((start, end), first, number - 1, TURN)
            if teller is not None:
                bare = replace(bare, cue=teller.cue, source=teller.source, act=teller.act)
            self.done.append(bare)
            self.done += self._told_inside((start, end), first, number)

    def _told_inside(self, turn: Range, first: int, last: int) -> list[Utterance]:
        """List what somebody says that others say: «– Etaten sier 41. Det tror jeg ikke på.»."""
        told = (u for at in range(first, last) for u in self.page.readings[at])
        return [
            replace(utterance, within=turn)
            for utterance in told
            if utterance.act in SPEAKING
            and utterance.within is None
            and self._names_somebody(utterance.source)
            and utterance.content
        ]

    # -- labels -----------------------------------------------------------------------------------

    def _is_labelled(self, unit: Unit, number: int) -> bool:
        """Tell whether the sentence before is told by the label of its paragraph."""
        last = self.done[-1] if self.done else None
        if last is None or last.reason != NAME_BEFORE_COLON or last.unit != number - 1:
            return False
        return unit.passage == self.page.units[number - 1].passage

    def _add_fragment(self, unit: Unit, number: int) -> None:
        """Give "Board: “a small fire”. | Two boats lost." to the board."""
        told = self.done[-1]
        content = (*told.content, self._stripped(unit))
        self.done[-1] = replace(told, content=content, unit=number)

    # -- quotations without a cue -----------------------------------------------------------------

    def _take_bare(self, unit: Unit, number: int) -> None:
        if not self._is_quoted(unit):
            return
        content = self._stripped(unit)
        at = self._first_half(unit, number)
        if at is not None:
            half = self.done[at]
            self.done[at] = replace(half, content=(*half.content, content), unit=number)
        else:
            self.done.append(self._bare(content, number, number, _BARE))

    def _with_first_paragraphs(
        self, unit: Unit, number: int, found: list[Utterance]
    ) -> list[Utterance]:
        """Give paragraphs of a running quotation to the speaker whom its last one names."""
        quotation = unit.words[0].quotation
        if quotation is None or not quotation.continues or not self.done:
            return found
        opening, first = self.done[-1], found[0]
        if opening.reason != _BARE or opening.unit != number - 1:
            return found
        self.done.pop()
        return [replace(first, content=(*opening.content, *first.content)), *found[1:]]

    def _first_half(self, unit: Unit, number: int) -> int | None:
        """Find the statement of the unit before that this quotation is the second half of."""
        before = self.page.units[number - 1]
        if not number or (unit.passage != before.passage and not self._goes_on(unit, number)):
            return None
        for at in range(len(self.done) - 1, -1, -1):
            if self.done[at].unit < number - 1:
                return None
            if self.done[at].unit == number - 1 and self.done[at].mode in _OPEN_CONTENT:
                return at
        return None

    def _lead_in(self, number: int) -> Range | None:
        """Find who was speaking or acting in the sentence just before: «Moe ristet på hodet.»."""
        for utterance in reversed(self.done):
            if utterance.unit == number - 1:
                return utterance.source if self._names_somebody(utterance.source) else None
            if utterance.unit < number - 1:
                break
        return self.page.subjects[number - 1] if number else None

    def _names_somebody(self, source: Range | None) -> bool:
        """Tell a source that another sentence may take up from "who", "I", "one"."""
        if source is None:
            return False
        return self.page.text[source[0] : source[1]].lower() not in self.page.unnamed

    def _bare(self, content: Range, first: int, last: int, reason: str) -> Utterance:
        is_question = self.page.text[content[0] : content[1]].rstrip('”"»').endswith("?")
        act = Act.ASK if is_question else Act.SAY
        source = None if is_question else self._lead_in(first)
        return Utterance((content,), None, source, act, Mode.DIRECT, reason, last)
