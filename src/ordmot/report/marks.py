"""Text as HTML with its marks: exact, every mark linkable, crossing marks cut where they cross."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_NOTHING = Markup()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked stretch of a text: `opening` and `closing` are its tags, `anchor` its id.

    A mark without an anchor (an amount) is opened again without one where it has to be cut;
    `after` stands once, behind the last piece: the links to where the words are used.
    """

    start: int
    end: int
    tag: str
    style: str
    anchor: str | None = None
    after: Markup = _NOTHING


def mark_text(text: str, marks: Sequence[Mark], offset: int = 0) -> Markup:
    """Set the marks into a text that begins at `offset`, in time linear in both.

    A mark that reaches out of the text is cut to it, and carries its anchor where it begins and
    its links where it ends. Taking the tags out again gives back `readable(text)`.

    >>> print(mark_text("Three < four", [Mark(start=0, end=5, tag="b", style="n")]))
    <b class="n">Three</b> &lt; four
    """
    return Markup().join(_pieces(text, marks, offset))


def _pieces(text: str, marks: Sequence[Mark], offset: int) -> Iterator[Markup]:
    """Go from edge to edge; wider marks are opened first, so that nested ones nest."""
    opened: list[Mark] = []
    pending = sorted(marks, key=lambda mark: (-mark.start, mark.end))
    edges = {mark.start for mark in marks} | {mark.end for mark in marks}
    inside = (edge for edge in edges if offset < edge < offset + len(text))
    position = offset
    for edge in (offset, *sorted(inside), offset + len(text)):
        yield escape(readable(text[position - offset : edge - offset]))
        yield from _close_ended(opened, edge)
        is_last = edge == offset + len(text)
        while pending and pending[-1].start <= edge and not is_last:
            mark = pending.pop()
            if mark.end > edge:
                opened.append(mark)
                yield _open(mark, mark.anchor if mark.start >= offset else None)
        position = edge
    yield from (Markup("</{}>").format(mark.tag) for mark in reversed(opened))


def _close_ended(opened: list[Mark], edge: int) -> Iterator[Markup]:
    """Close what ends here; what was opened later and goes on is closed and opened again."""
    first = next((i for i, mark in enumerate(opened) if mark.end <= edge), None)
    if first is None:
        return
    touched = opened[first:]
    del opened[first:]
    yield from (Markup("</{}>").format(mark.tag) for mark in reversed(touched))
    yield from (mark.after for mark in touched if mark.end <= edge)
    for mark in touched:
        if mark.end > edge:
            opened.append(mark)
            yield _open(mark, None)


def _open(mark: Mark, anchor: str | None) -> Markup:
    """Write the opening tag."""
    if anchor is None:
        return Markup('<{} class="{}">').format(mark.tag, mark.style)
    return Markup('<{} class="{}" id="{}">').format(mark.tag, mark.style, anchor)


def _shown_as() -> dict[int, str]:
    """Map what HTML forbids to signs of the same length: controls, surrogates, noncharacters."""
    shown = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    shown[0x7F] = "\N{SYMBOL FOR DELETE}"
    shown |= dict.fromkeys(range(0x80, 0xA0), "\N{REPLACEMENT CHARACTER}")
    shown |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
    shown |= dict.fromkeys(range(0xFDD0, 0xFDF0), "\N{REPLACEMENT CHARACTER}")
    ends = [plane * 0x10000 + end for plane in range(17) for end in (0xFFFE, 0xFFFF)]
    return shown | dict.fromkeys(ends, "\N{REPLACEMENT CHARACTER}")


_SHOWN_AS = _shown_as()


def readable(text: str) -> str:
    r"""Replace the characters that no HTML page may hold, one for one, so that offsets stay.

    >>> readable("a\x00b")
    'a␀b'
    """
    return text.translate(_SHOWN_AS)
