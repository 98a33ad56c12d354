"""From text to pieces, and from pieces to words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from ordmot.encoder.pieces import END, STRETCH, cut_paragraphs, cut_sections, group_words


@dataclass
class Cut:
    """What a tokenizer returns."""

    ids: list[int]
    offsets: list[tuple[int, int]]


class HalfWords:
    """A tokenizer that cuts words of more than three letters in two; spaces belong to pieces."""

    def encode(self, text: str, /, *, add_special_tokens: bool) -> Cut:
        """Cut a text."""
        assert not add_special_tokens
        offsets = []
        for word in re.finditer(r"\s*(\w+|[^\w\s])", text):
            start, end = word.span()
            middle = end - len(word[1]) // 2 if len(word[1]) > 3 else end
            offsets.extend([(start, middle)] + ([(middle, end)] if middle < end else []))
        return Cut(ids=[10 + i for i in range(len(offsets))], offsets=offsets)


CUTTER = HalfWords()
TEXTS = st.text(alphabet="ab cø.\n", max_size=60)


def test_paragraphs_are_parted_and_offsets_leave_spaces_out() -> None:
    ids, offsets = cut_paragraphs(CUTTER, "En bil.\n\n  To")
    assert ids.count(END) == 2
    assert [offset for offset in offsets if offset[0] >= 0] == [(0, 2), (3, 6), (6, 7), (11, 13)]


@given(TEXTS, st.integers(1, 9))
def test_sections_together_are_the_whole_text(text: str, size: int) -> None:
    sections = list(cut_sections(CUTTER, text, size))
    offsets = [offset for section in sections for offset in section.offsets]
    assert offsets == cut_paragraphs(CUTTER, text)[1]
    assert all(len(section.ids) == len(section.offsets) > 0 for section in sections)


def test_a_paragraph_beyond_measure_is_cut_between_words() -> None:
    text = "ord " * STRETCH
    sections = list(cut_sections(CUTTER, text, 4000))
    offsets = [offset for section in sections for offset in section.offsets]
    assert len(sections) > 1
    assert {text[start:end] for start, end in offsets if start >= 0} == {"ord"}
    assert len(offsets) == STRETCH + 1


@given(TEXTS, st.integers(1, 9))
def test_sections_hold_the_words_of_the_text_once(text: str, size: int) -> None:
    found = [
        (group.start, group.end)
        for section in cut_sections(CUTTER, text, size)
        for group in group_words(text, section.offsets, section.bounds)
    ]
    assert found == [word.span() for word in re.finditer(r"\w+|[^\w\s]", text)]


def test_words_share_a_piece_that_holds_two_marks() -> None:
    text = "Nei.”"
    groups = group_words(text, [(0, 3), (3, 5)])
    assert [(text[g.start : g.end], g.first, g.stop) for g in groups] == [
        ("Nei", 0, 1),
        (".", 1, 2),
        ("”", 1, 2),
    ]


def test_words_do_not_reach_over_the_end_of_a_paragraph() -> None:
    groups = group_words("Ja\nNei", [(0, 2), (-1, -1), (3, 6), (-1, -1)])
    assert [(g.first, g.stop) for g in groups] == [(0, 1), (2, 3)]
