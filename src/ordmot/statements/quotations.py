"""Finding what stands in quotation marks, over paragraphs and with marks that do not match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(r"''|``|[\"“”„«»‘’'‹›]")
_STOP = re.compile(r"[.!?…]\s+|\n")
_OPENING = frozenset("“„«‘‹") | {"``"}
_CLOSING = frozenset("”»’›")
OPENING_MARKS = _OPENING | {'"', "'", "”", "»"}
"""Marks that may open a quotation; » and ” do so in Danish and Swedish."""

_SINGLE = frozenset("‘’'‹›")
_BEFORE_OPENING = frozenset("([{-–—/:") | _OPENING | {'"', "'"}
_LONGEST_UNOPENED = 600  # a stray closing mark does not turn a whole page into a quotation


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks, as far as it runs within one block.

    `is_closed` tells whether its closing mark was found, `continues` whether the block takes up a
    quotation that the block before left open.
    """

    start: int
    end: int
    is_closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    can_open: bool
    can_close: bool


def find_quotations(text: str, blocks: Sequence[tuple[int, int]]) -> list[Quotation]:
    """Find the outermost quotations of each block, in text order; blocks do not overlap.

    >>> text = "«Båten var full,” sa han. Drivers’ wives said “no."
    >>> [text[q.start:q.end] for q in find_quotations(text, [(0, len(text))])]
    ['«Båten var full,”', '“no.']
    """
    found: list[Quotation] = []
    is_running = False
    for start, end in blocks:
        block = _Block(text, start, end, is_running)
        found += block.quotations
        is_running = block.is_left_open
    return found


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        mark = match.group()
        can_open = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
        can_close = not before.isspace() and not after.isalnum()
        if before.isspace() and after.isspace():  # set apart by spaces: either
            can_open = can_close = mark not in _SINGLE
        marks.append(_Mark(match.start(), match.end(), mark, can_open, can_close))
    return marks


class _Block:
    """One pass over the marks of a block."""

    def __init__(self, text: str, start: int, end: int, is_running: bool) -> None:
        self.text, self.start, self.end = text, start, end
        self.quotations: list[Quotation] = []
        self._open: _Mark | None = None
        self._depth = 0
        self._last_close: int | None = None
        marks = _marks(text, start, end)
        self._last_single = max(
            (m.start for m in marks if m.text in _SINGLE and m.can_close), default=-1
        )
        self._continues = bool(
            is_running and marks and not text[start : marks[0].start].strip() and marks[0].can_open
        )
        for mark in marks:
            self._step(mark)
        self.is_left_open = self._finish()

    def _step(self, mark: _Mark) -> None:
        if self._open is None:
            self._step_outside(mark)
        elif (mark.text in _SINGLE) == (self._open.text in _SINGLE):
            self._step_inside(mark)

    def _step_outside(self, mark: _Mark) -> None:
        if mark.text in _SINGLE:
            is_opening = mark.can_open and mark.text != "’" and self._last_single > mark.start
        else:
            is_opening = mark.can_open or (mark.text in _OPENING and not mark.can_close)
        if is_opening:
            self._open, self._depth, self._last_close = mark, 0, None
        elif mark.can_close and mark.text not in _SINGLE:
            self._close_unopened(mark)

    def _step_inside(self, mark: _Mark) -> None:
        assert self._open is not None  # noqa: S101 - narrows the type for the reader
        closes_low = self._open.text == "„" and mark.text == "“"
        if mark.text in _OPENING and not closes_low and not mark.can_close:
            self._depth += 1
        elif mark.text in _CLOSING or closes_low or mark.can_close:
            self._close(mark)
        elif mark.can_open:
            self._depth += 1

    def _close(self, mark: _Mark) -> None:
        if mark.text in _SINGLE and not mark.can_close:
            return  # an apostrophe inside a word
        self._last_close = mark.end
        if self._depth:
            self._depth -= 1
            return
        self._add(mark.end)

    def _add(self, end: int, is_closed: bool = True) -> None:
        assert self._open is not None  # noqa: S101 - narrows the type for the reader
        is_first = not self.quotations
        self.quotations.append(
            Quotation(self._open.start, end, is_closed, self._continues and is_first)
        )
        self._open = None

    def _close_unopened(self, mark: _Mark) -> None:
        """Take a closing mark without its opening one as the end of its sentence's words."""
        is_measure = mark.text == '"' and mark.start and self.text[mark.start - 1].isdigit()
        if self.quotations or is_measure or mark.end - self.start > _LONGEST_UNOPENED:
            return
        stops = [m.end() for m in _STOP.finditer(self.text, self.start, mark.start)]
        self.quotations.append(Quotation(max([self.start, *stops]), mark.end))

    def _finish(self) -> bool:
        """Close what is still open at the end of the block; tell whether it may run on."""
        if self._open is None:
            return False
        if self._last_close is not None:
            self._add(self._last_close)
            return False
        if self._open.text not in _SINGLE:
            end = self.start + len(self.text[self.start : self.end].rstrip())
            self._add(max(end, self._open.end), is_closed=False)
            return True
        return False
