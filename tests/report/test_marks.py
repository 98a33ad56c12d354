from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from ordmot.report.marks import Mark, mark_text, readable


class Stripped(HTMLParser):
    """The text between the tags, and whether the tags nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.anchors, self.is_nested = "", list[str](), True
        self.covered: dict[str, int] = {}
        self._open: list[str] = []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        self._open.append(f"{tag}.{given_.get('class')}")
        if given_.get("id"):
            self.anchors.append(str(given_["id"]))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or not self._open.pop().startswith(f"{tag}."):
            self.is_nested = False

    def handle_data(self, data: str) -> None:
        self.text += data
        for name in set(self._open):
            self.covered[name] = self.covered.get(name, 0) + len(data)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(min_size=1, max_size=60))
    marks = []
    for number in range(draw(st.integers(0, 7))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        anchor = f"m{number}"
        after = Markup('<a href="#q"></a>')
        marks.append(
            Mark(start=start, end=end, tag="mark", style=anchor, anchor=anchor, after=after)
        )
    return text, marks


@given(marked_texts())
def test_marks_change_no_text_and_nest(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    html = mark_text(text, marks)
    found = Stripped(html)
    assert found.text == readable(text)
    assert found.is_nested
    assert sorted(found.anchors) == sorted(str(mark.anchor) for mark in marks)
    assert html.count('href="#q"') == len(marks)
    for mark in marks:
        assert found.covered[f"mark.{mark.style}"] == mark.end - mark.start


@given(marked_texts(), st.data())
def test_a_text_in_two_pieces_has_each_anchor_and_link_once(
    case: tuple[str, list[Mark]], data: st.DataObject
) -> None:
    text, marks = case
    cut = data.draw(st.integers(0, len(text)))
    pieces = [(0, cut), (cut, len(text))]
    html = Markup().join(
        mark_text(text[s:e], [m for m in marks if m.start < e and m.end > s], s)
        for s, e in pieces
        if e > s
    )
    found = Stripped(html)
    assert found.text == readable(text)
    assert sorted(found.anchors) == sorted(str(mark.anchor) for mark in marks)
    assert html.count('href="#q"') == len(marks)


def test_crossing_marks_are_cut_where_they_cross() -> None:
    marks = [
        Mark(start=0, end=8, tag="mark", style="x", anchor="one"),
        Mark(start=4, end=12, tag="mark", style="x", anchor="two"),
    ]
    assert mark_text("aaaabbbbcccc", marks) == (
        '<mark class="x" id="one">aaaa<mark class="x" id="two">bbbb</mark></mark>'
        '<mark class="x">cccc</mark>'
    )


def test_a_nested_mark_stays_whole() -> None:
    marks = [
        Mark(start=2, end=4, tag="b", style="n"),
        Mark(start=0, end=6, tag="mark", style="x", anchor="all"),
    ]
    assert mark_text("aabbcc", marks) == ('<mark class="x" id="all">aa<b class="n">bb</b>cc</mark>')


@given(st.text())
def test_readable_keeps_every_offset(text: str) -> None:
    shown = readable(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")
    assert not any(ord(c) < 32 and c not in "\t\n" for c in shown)
