"""Which way a length goes: the shorter side of an area is its width, the longer its length."""

from __future__ import annotations

import pytest

from ordmot.questions.aspects import extent_of
from tests.questions.case import document


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The slide measured 300 by 700 metres."),
        ("en", "The slide measured 700 metres x 300 metres."),
        ("nb", "Skredet er rundt 300 ganger 700 meter."),
    ],
)
def test_the_shorter_side_of_an_area_is_its_width(language: str, text: str) -> None:
    claims = document(text, language, "report").claims
    sides = {min(c.quantity.stated): extent_of(c) for c in claims if c.quantity is not None}
    assert sides == {300: "broad", 700: None}
