"""Quotation marks: pairs of every make, mixed, odd, nested, apostrophes, over paragraphs."""

import pytest

from ordmot.statements.quotations import find_quotations


def quoted(text: str) -> list[str]:
    """List the quotations of a text whose paragraphs are parted by blank lines."""
    blocks, at = [], 0
    for block in text.split("\n\n"):
        blocks.append((at, at + len(block)))
        at += len(block) + 2
    return [text[q.start : q.end] for q in find_quotations(text, blocks)]


@pytest.mark.parametrize(
    "quotation",
    ['"Ja."', "“Ja.”", "«Ja.»", "„Ja.“", "”Ja.”", "«Ja.”", "‘Ja.’", "''Ja.''", "``Ja.''"],
)
def test_pairs_of_every_make(quotation: str) -> None:
    assert quoted(f"Hun sa {quotation} Så gikk hun.") == [quotation]


def test_apostrophes_do_not_open_or_close() -> None:
    assert quoted("The drivers' union didn't sign Lind's 'final' offer.") == ["'final'"]


def test_inner_quotations_stay_inside() -> None:
    assert quoted("“He told me ‘run’, and “now” too,” she said.") == [
        "“He told me ‘run’, and “now” too,”"
    ]


def test_an_odd_mark_ends_with_its_paragraph() -> None:
    assert quoted('She said "we left.\n\nThe boat sank.') == ['"we left.']


def test_a_closing_mark_alone_takes_what_stands_before_it() -> None:
    assert quoted("Hvil i fred», står det på steinen.") == ["Hvil i fred»"]


def test_a_measure_in_inches_is_no_quotation() -> None:
    assert quoted('The pipe is 6" wide.') == []


def test_a_quotation_runs_over_paragraphs() -> None:
    text = "“It began at dawn.\n\n“It ended at noon,” she said."
    found = find_quotations(text, [(0, 18), (20, len(text))])
    assert [q.is_closed for q in found] == [False, True]
    assert found[1].continues
