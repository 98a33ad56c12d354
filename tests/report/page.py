"""A page read back: its ids, links, tags and texts, for what tests want to know of it."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "circle", "line", "path", "rect"}
"""Tags that close themselves: those of HTML, and the drawn shapes that end in a slash."""


class Page(HTMLParser):
    """The page as a reader's program sees it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.languages: list[str] = []
        self.crossed: list[str] = []
        self._open: list[str] = []
        self._depth = 0
        self.feed(html)
        self.close()

    @property
    def is_balanced(self) -> bool:
        return not self._open and not self.crossed

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag not in VOID:
            self._open.append(tag)
        if given.get("class") == "text":
            self._depth = len(self._open)
            self.texts.append("")
        elif self._depth and tag == "p":
            self.languages.append(given["lang"])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.crossed.append(tag)
            return
        if len(self._open) == self._depth:
            self._depth = 0
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.texts[-1] += data
