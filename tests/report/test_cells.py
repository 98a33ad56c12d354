from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ordmot.report.cells import neutralise, restore


@given(st.text(alphabet="'=+-@\t\r4a") | st.text().filter(lambda text: text.isprintable()))
def test_what_is_neutralised_comes_back_and_is_no_formula(words: str) -> None:
    cell = neutralise(words)
    assert restore(cell) == words
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
