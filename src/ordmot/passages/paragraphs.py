"""Cutting text into paragraphs, whatever way its lines are broken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ordmot.passages.marks import open_mark, opening_mark

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WRAP_LIMIT = 100  # characters: nobody wraps text wider than this
_LEAST_WIDTH = 40  # characters: narrower lines are verse, lists or headings
_WRAP_SHARE = 0.8  # of the line breaks inside sentences must be ones that the width forced
_LEAST_BROKEN = 0.3  # of the line breaks must be inside sentences
_BULLET = re.compile(r"[ \t]*(?:[•*▪◦‣·–—-]|\(?\d{1,2}[.)])[ \t]+\S")
_LONGEST_QUOTE = 6  # lines; past that an open mark is more likely a slip than a quotation
_INDENT = re.compile(r"[ \t\xa0]*")
_TAB_WIDTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A piece of text that stands by itself: its edges, indentation and neighbourhood.

    `chunk` is shared by the paragraphs without a blank line between them: where the first begins.
    """

    start: int
    end: int
    indent: int
    chunk: int


def find_paragraphs(text: str, start: int, end: int) -> list[Paragraph]:
    r"""Find the paragraphs of `text[start:end]`: by blank lines, lines, or re-joined wrapped lines.

    >>> text = "Broa raste i natt.\nIngen ble skadd.\n\nPolitiet er på stedet."
    >>> len(find_paragraphs(text, 0, len(text)))
    3
    """
    chunks = _chunks(text, start, end)
    widths = _wrap_widths(chunks)
    found: list[Paragraph] = []
    for lines in chunks:
        for group in _groups(lines, widths.get(_indent(lines[0][0]))):
            first, last = group[0], group[-1]
            begin = _INDENT.match(text, first.start()).end()  # type: ignore[union-attr]
            stop = last.start() + len(last[0].rstrip())
            indent = min(_indent(line[0]) for line in group)
            found.append(Paragraph(start=begin, end=stop, indent=indent, chunk=lines[0].start()))
    return found


_Lines = list[re.Match[str]]


def _chunks(text: str, start: int, end: int) -> list[_Lines]:
    """Gather the lines that have no blank line between them."""
    chunks: list[_Lines] = []
    last_end = -2
    for line in _LINE.finditer(text, start, end):
        if line.start() != last_end + 1:
            chunks.append([])
        chunks[-1].append(line)
        last_end = line.end()
    return chunks


def _wrap_widths(chunks: list[_Lines]) -> dict[int, int]:
    """Find the width that lines were broken at, by indentation; none where breaks are paragraphs.

    Lines set in are broken earlier, so each depth of indentation has a width of its own.
    """
    wrapped = [lines for lines in chunks if len(lines) > 1]
    widths: dict[int, int] = {}
    for lines in wrapped:
        longest = max(len(line[0].rstrip()) for line in lines)
        if longest > _WRAP_LIMIT:
            return {}
        depth = _indent(lines[0][0])
        widths[depth] = max(widths.get(depth, 0), longest)
    if max(widths.values(), default=0) < _LEAST_WIDTH:
        return {}
    breaks = [
        _is_forced(line[0], following[0], widths[_indent(lines[0][0])])
        for lines in wrapped
        for line, following in pairwise(lines)
        if not _ends_sentence(line[0])
    ]
    # A line that ends a sentence may end its paragraph; where most do, each line is a sentence.
    total = sum(len(lines) - 1 for lines in wrapped)
    is_broken = len(breaks) >= _LEAST_BROKEN * total
    return widths if is_broken and sum(breaks) >= _WRAP_SHARE * len(breaks) else {}


def _ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence or lead-in does."""
    return line.rstrip(" \t\xa0\"”»’'").endswith((".", "!", "?", ":", "…"))


def _is_forced(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this line."""
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > 0.9 * width


def _groups(lines: _Lines, width: int | None) -> list[_Lines]:
    """Group the lines of a chunk into paragraphs."""
    if width is None:
        return _quoted_groups(lines)
    groups = [[lines[0]]]
    for line, following in pairwise(lines):
        if _begins_anew(line[0], following[0], width):
            groups.append([])
        groups[-1].append(following)
    return groups


def _quoted_groups(lines: _Lines) -> list[_Lines]:
    """Take each line as a paragraph, but leave a quotation whole that runs over lines.

    A paragraph that goes on with the quotation opens it anew: then the lines stay apart.
    """
    groups: list[_Lines] = []
    index = 0
    while index < len(lines):
        length = _quoted_length(lines, index)
        groups.append(lines[index : index + length])
        index += length
    return groups


def _quoted_length(lines: _Lines, index: int) -> int:
    """Count the lines from `index` on that one quotation holds together: 1 if none does."""
    mark = open_mark(lines[index][0])
    for length in range(1, _LONGEST_QUOTE):
        if mark is None:
            return length
        if index + length == len(lines) or opening_mark(lines[index + length][0]):
            break
        mark = open_mark(lines[index + length][0], mark)
    return 1


def _begins_anew(line: str, following: str, width: int) -> bool:
    """Tell whether a wrapped text begins a new paragraph at the next line."""
    is_deeper = _indent(following) >= _indent(line) + 2
    ends = _ends_sentence(line)
    is_item = ends and _BULLET.match(following) is not None
    return is_deeper or is_item or (ends and not _is_forced(line, following, width))


def _indent(line: str) -> int:
    """Count the columns before the first word of a line."""
    white = line[: len(line) - len(line.lstrip())]
    return len(white.expandtabs(_TAB_WIDTH))
