"""Scanning HTML for its visible blocks, each character with its place in the source.

A tree would lose the places; evidence must lead back to the bytes that came. The scanner is one
pass over the tags, so broken or absurdly nested markup costs no more than any other.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

Piece = tuple[int, int, str]
"""A run of visible text: start and end in the source, and the words (an entity is one run)."""

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][^\s/<>]*)"
    r"(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^'\"<>])*+(?=>)|[^<>]*)>"
    r"|<[!?][^<>]*>"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
    r"| ?[\t\n\r\f\v]\s*+| {2,}\s*+",
    re.S,
)
_RAW_END = {
    tag: re.compile(rf"</{tag}\b[^<>]*>|\Z", re.I)
    for tag in ("script", "style", "template", "noscript", "textarea", "svg", "iframe", "title")
}
_ITEMS = frozenset({"li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "figcaption", "caption"})
_FURNITURE = frozenset({"nav", "footer", "aside", "form", "button", "select", "menu"})
_TRACKED = _FURNITURE | _ITEMS | {"blockquote", "ul", "ol"}
_BREAKING = _TRACKED | {
    *("address", "article", "body", "center", "dd", "details", "dialog", "div", "dl", "dt"),
    *("fieldset", "figure", "header", "hr", "html", "main", "option", "p", "pre", "section"),
    *("summary", "table", "tbody", "tfoot", "thead"),
}
_CELLS = frozenset({"td", "th"})


@dataclass(slots=True, kw_only=True)
class PageBlock:
    """A visible block of a page: its runs of text, its kind, and whether it is furniture.

    Furniture is what stands around an article: navigation, footers, forms, boxes beside it.
    """

    kind: str
    level: int = 0
    is_furniture: bool = False
    pieces: list[Piece] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Give the visible words."""
        return "".join(words for _, _, words in self.pieces).strip()

    def trimmed_pieces(self) -> list[Piece]:
        """Give the runs of text without white space at the block's end."""
        pieces = list(self.pieces)
        while pieces and not pieces[-1][2].strip():
            pieces.pop()
        if pieces and pieces[-1][2][-1].isspace():
            start, _, words = pieces.pop()
            words = words.rstrip()
            pieces.append((start, start + len(words), words))
        return pieces


@dataclass(slots=True)
class Tag:
    """A tag of the head that says something about the page: its name, attributes, raw content."""

    name: str
    attributes: dict[str, str]
    content: str = ""


class Scanner:
    """One pass over the source of a page; `blocks` and `tags` hold what was found."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[PageBlock] = []
        self.tags: list[Tag] = []
        self.tag_count = 0
        self._open: Counter[str] = Counter()
        self._block: PageBlock | None = None
        self._breaks = 0

    def scan(self) -> Scanner:
        """Go through the source once."""
        position = 0
        token = _TOKEN.search(self.source, position)
        while token:
            self._text(position, token.start())
            position = self._token(token)
            token = _TOKEN.search(self.source, position)
        self._text(position, len(self.source))
        self.blocks = [block for block in self.blocks if block.words]
        return self

    def _token(self, token: re.Match[str]) -> int:
        """Take in one token and say where to go on."""
        tag = (token["tag"] or "").lower()
        if tag:
            return self._tag(tag, token)
        if token[0][0] == "&":
            self._add(token.start(), token.end(), html.unescape(token[0]))
        elif token[0].isspace():
            self._space(token)
        return token.end()

    def _tag(self, tag: str, token: re.Match[str]) -> int:
        """Take in a tag: a break, an opened or closed element, or raw content to step over."""
        self.tag_count += 1
        is_closing = bool(token["close"])
        if tag in _RAW_END and not is_closing:
            return self._raw(tag, token)
        if tag in {"meta", "time", "link"} and not is_closing:
            self.tags.append(Tag(tag, attributes_of(token["attributes"])))
        if tag == "br":
            self._line_break(token)
        elif tag == "q":
            self._add(token.start(), token.start(), "”" if is_closing else "“")
        elif tag in _CELLS:
            if not is_closing:
                self._cell(token.start())
        elif tag in _BREAKING:
            self._break(tag, is_closing=is_closing)
        return token.end()

    def _raw(self, tag: str, token: re.Match[str]) -> int:
        """Step over content that is not shown, keeping titles and data for the metadata."""
        end = _RAW_END[tag].search(self.source, token.end())
        stop = end.start() if end else len(self.source)
        if tag in {"script", "title"}:
            attributes = attributes_of(token["attributes"])
            if tag == "title" or "ld+json" in attributes.get("type", ""):
                self.tags.append(Tag(tag, attributes, self.source[token.end() : stop]))
        return end.end() if end else len(self.source)

    def _break(self, tag: str, *, is_closing: bool) -> None:
        """End the block at a tag that breaks the flow, and keep track of what is open."""
        self._block = None
        self._breaks = 0
        if tag not in _TRACKED:
            return
        if is_closing:
            self._open[tag] = max(0, self._open[tag] - 1)
            if tag in {"ul", "ol"}:
                self._open["li"] = 0
        elif tag in _ITEMS:
            self._open[tag] = 1  # an unclosed item ends where the next begins
        else:
            self._open[tag] += 1

    def _cell(self, at: int) -> None:
        """Set a bar between two cells of a table's row."""
        if self._block and self._block.words and not self._block.pieces[-1][2].endswith("| "):
            self._block.pieces.append((at, at, " | "))

    def _line_break(self, token: re.Match[str]) -> None:
        """End a line; two line breaks in a row end the block."""
        self._breaks += 1
        if self._breaks > 1:
            self._block = None
        elif self._block:
            self._trim()
            self._block.pieces.append((token.start(), token.end(), "\n"))

    def _space(self, token: re.Match[str]) -> None:
        """Add one space for a run of white space between words."""
        if self._block and not self._ends_in_space():
            self._block.pieces.append((token.start(), token.end(), " "))

    def _ends_in_space(self) -> bool:
        """Tell whether a further space would be one too many."""
        return self._block is None or self._block.pieces[-1][2][-1:] in {"\n", " "}

    def _trim(self) -> None:
        """Take the space off the end of the block's line."""
        if self._block and self._block.pieces[-1][2] == " ":
            self._block.pieces.pop()

    def _text(self, start: int, end: int) -> None:
        """Add a run of plain text, without a space at its head that nobody would see."""
        if end > start and self.source[start] == " " and self._ends_in_space():
            start += 1
        if end > start:
            self._add(start, end, self.source[start:end])

    def _add(self, start: int, end: int, words: str) -> None:
        """Add words to the block, opening one where none is open."""
        self._breaks = 0
        if self._block is None:
            kind, level = self._kind()
            is_furniture = any(self._open[tag] for tag in _FURNITURE)
            self._block = PageBlock(kind=kind, level=level, is_furniture=is_furniture)
            self.blocks.append(self._block)
        self._block.pieces.append((start, end, words))

    def _kind(self) -> tuple[str, int]:
        """Say what the open elements make of a new block, and the level of a heading."""
        for level in range(1, 7):
            if self._open[f"h{level}"]:
                return "heading", level
        if self._open["figcaption"] or self._open["caption"]:
            return "caption", 0
        if self._open["blockquote"]:
            return "quote", 0
        return ("list", 0) if self._open["li"] or self._open["tr"] else ("body", 0)


_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")
_ATTRIBUTES_LENGTH = 20_000  # characters of a tag's attributes that are looked at


def attributes_of(words: str) -> dict[str, str]:
    """Read the attributes of a tag, names in lower case, entities resolved.

    >>> attributes_of(' property="og:title" content="Ja &amp; nei"')
    {'property': 'og:title', 'content': 'Ja & nei'}
    """
    return {name.lower(): html.unescape(value) for name, value in _pairs(words)}


def _pairs(words: str) -> Iterator[tuple[str, str]]:
    """Go through the attributes with a value."""
    for match in _ATTRIBUTE.finditer(words[:_ATTRIBUTES_LENGTH]):
        yield match[1], next((value for value in match.groups()[1:] if value is not None), "")
