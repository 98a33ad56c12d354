"""Markdown: front matter read, markup taken off the text, its blocks kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ordmot.documents.content import Content, Draft
from ordmot.documents.dates import find_date
from ordmot.documents.decoding import decode
from ordmot.documents.heading import label_fields, read_opening
from ordmot.documents.turns import find_turns
from ordmot.ledger import Markup, Metadata

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n?|\n)(?P<body>.{0,20000}?)(?:\r\n?|\n)(?:---|\.\.\.)[ \t]*"
    r"(?:\r\n?|\n|\Z)",
    re.S,
)
_KEY = re.compile(r"^(?P<key>[^\W\d_][\w-]{0,30})[ \t]*:[ \t]*(?P<value>[^\n\r]+)", re.M)
_LINE = re.compile(r"[^\n\r]*(?:\r\n|[\n\r]|\Z)")
_BLOCK_START = re.compile(
    r"(?P<heading>[ ]{0,3}\#{1,6}[ \t]+)"
    r"|(?P<quote>[ ]{0,3}(?:>[ ]?)+)"
    r"|(?P<list>[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+)"
)
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+)\s*\Z")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-{2,})[ \t]*(?:[\r\n]|\Z)")
_INLINE = re.compile(
    r"!\[(?P<alt>[^\]\n]{0,500})\]\([^()\n]{0,1000}\)"
    r"|\[(?P<label>[^\[\]\n]{1,500})\](?:\([^()\n]{0,1000}\)|\[[^\]\n]{0,200}\])"
    r"|(?P<stars>\*{1,3})(?=\S)|(?<=\S)(?P<stars_end>\*{1,3})"
    r"|(?<!\w)(?P<bars>_{1,3})(?=\S)|(?<=\S)(?P<bars_end>_{1,3})(?!\w)"
    r"|(?P<tick>`+)|\\(?P<escaped>[!-/:-@\[-`{-~])|</?[a-zA-Z][^<>\n]{0,300}>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The words of one line without its block markup: place in the source, kind, level."""

    start: int
    end: int
    kind: str
    level: int = 0
    is_new: bool = False
    is_broken: bool = False
    """Whether the line before ended in a hard line break."""


def read_markdown(data: bytes) -> Content:
    """Read Markdown: the front matter as metadata, the marks as blocks."""
    original, encoding = decode(data)
    front = _FRONT_MATTER.match(original)
    stated = _front_metadata(front["body"]) if front else Metadata()
    draft = Draft(original)
    marked = _write(draft, _parts(original, front.end() if front else 0))
    text = draft.text
    found, opening = read_opening(text)
    marks = _with_title(marked)
    title = next((text[mark.start : mark.end] for mark in marks if mark.kind == "title"), None)
    turns = find_turns(text) if not marks else ()
    if not marks:
        marks = list(opening)
    return Content(
        text=text,
        encoding=encoding,
        stretches=draft.stretches,
        blocks=(*marks, *turns),
        metadata=stated.fill(Metadata(title=title)).fill(found),
    )


def _front_metadata(body: str) -> Metadata:
    """Read the front matter's plain "key: value" lines; what it cannot read, it leaves."""
    known: dict[str, str] = {}
    for pair in _KEY.finditer(body):
        name = label_fields().get(pair["key"].lower())
        value = pair["value"].strip().strip("\"'")
        if name == "date":
            dating = find_date(value)
            value = dating.iso if dating else ""
        if name and value:
            known.setdefault(name, value)
    return Metadata(**known)


def _parts(original: str, start: int) -> Iterator[_Part]:
    """Go through the lines of the source, each with its block's kind; rules and fences drop out."""
    last: _Part | None = None
    is_fenced = False
    for line in _LINE.finditer(original, start):
        words = line[0].rstrip("\r\n")
        if _FENCE.match(words):
            is_fenced, last = not is_fenced, None
        elif not words.strip() or (_RULE.match(words) and not is_fenced):
            last = None
        else:
            end = line.start() + len(words)
            last = _verbatim(line.start(), end, last) if is_fenced else _part(line, words, last)
            if last.is_new and last.kind == "body" and _UNDERLINE.match(original, line.end()):
                last = replace(last, kind="heading", level=1)
            if last.start < end:
                yield last
            else:
                last = None


def _verbatim(start: int, end: int, last: _Part | None) -> _Part:
    """Take a line of fenced text as it stands."""
    return _Part(start=start, end=end, kind="body", is_new=last is None, is_broken=True)


def _part(line: re.Match[str], words: str, last: _Part | None) -> _Part:
    """Take the block's mark off a line and say what it belongs to."""
    mark = _BLOCK_START.match(words)
    kind = mark.lastgroup if mark and mark.lastgroup else (last.kind if last else "body")
    start = line.start() + (mark.end() if mark else len(words) - len(words.lstrip()))
    level = mark[0].count("#") if mark and kind == "heading" else 0
    is_new = last is None or kind in {"heading"} or (mark is not None and kind == "list")
    stripped = words.rstrip(" \t\\#" if kind == "heading" else " \t\\")
    return _Part(
        start=start,
        end=max(start, line.start() + len(stripped)),
        kind=kind,
        level=level,
        is_new=is_new or (last is not None and kind != last.kind),
    )


def _write(draft: Draft, parts: Iterable[_Part]) -> list[tuple[Markup, int]]:
    """Write the lines as blocks; give each block that is not body, with a heading's level."""
    marks: list[tuple[Markup, int]] = []
    for part in parts:
        if part.is_new and draft.length:
            draft.write("\n\n")
        elif draft.length:
            draft.write("\n" if part.is_broken else " ")
        start = draft.length
        _take_inline(draft, part)
        if part.kind == "body":
            continue
        if part.is_new or not marks:
            marks.append((Markup(start=start, end=draft.length, kind=part.kind), part.level))
        else:
            marks[-1] = (replace(marks[-1][0], end=draft.length), marks[-1][1])
    return marks


def _take_inline(draft: Draft, part: _Part) -> None:
    """Write the words of a line without emphasis, links, code marks and HTML tags."""
    position = part.start
    for mark in _INLINE.finditer(draft.original, part.start, part.end):
        draft.take(position, mark.start())
        position = mark.end()
        kept = next((name for name in ("alt", "label", "escaped") if mark[name]), None)
        if kept:
            draft.take(*mark.span(kept))
    draft.take(position, part.end)


def _with_title(marks: list[tuple[Markup, int]]) -> list[Markup]:
    """Make the first heading of the highest level the title, if nothing stands before it."""
    is_titled = bool(marks) and marks[0][0].kind == "heading" and marks[0][0].start == 0
    blocks = [mark for mark, _ in marks]
    return [replace(blocks[0], kind="title"), *blocks[1:]] if is_titled else blocks
