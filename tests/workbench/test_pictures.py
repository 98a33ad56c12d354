"""The pictures of the Question page: one specification, drawn beside the page."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from ordmot.casebook import Casebook
from ordmot.casebook import pictures as drawn
from ordmot.casebook.views import Views
from tests.workbench.conftest import SCRIPT

_NO_CONVERTER = "vl-convert-python is not installed"


@pytest.fixture
def question(book: Casebook) -> str:
    """Choose a question with amounts of several days."""
    ledger = book.ledger()
    views = Views.of(ledger, "en")
    return next(q.id for q in ledger.questions if len(views.pictures(q.id)) == 3)


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize("name", ["amounts", "amounts-narrow", "positions"])
def test_each_picture_is_drawn_and_says_what_it_shows(
    client: TestClient, question: str, name: str, language: str
) -> None:
    pytest.importorskip("vl_convert", reason=_NO_CONVERTER)
    wanted = {"accept-language": language}
    answer = client.get(f"/question/{question}/{name}.svg", headers=wanted)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert SCRIPT not in answer.text
    start = re.match(r'<svg role="img" aria-label="([^"]+)"', answer.text)
    assert start
    assert answer.text.count("role=") == 1
    page = client.get(f"/question/{question}", headers=wanted).text
    if name != "amounts-narrow":
        assert f'alt="{start[1]}"'.replace("&#x27;", "&#39;") in page
    assert f"/question/{question}/{name}.svg" in page


@pytest.mark.parametrize("name", ["other", "amounts-wide", "..", "%00"])
def test_there_are_no_other_pictures(client: TestClient, question: str, name: str) -> None:
    assert client.get(f"/question/{question}/{name}.svg").status_code == 404


def test_a_stranger_sees_no_picture(stranger: TestClient, question: str) -> None:
    assert stranger.get(f"/question/{question}/amounts.svg").status_code == 401


def test_without_a_converter_the_own_line_stays(
    client: TestClient, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn, "can_draw", lambda: False)
    page = client.get(f"/question/{question}").text
    assert '<svg class="line wide"' in page
    assert ".svg" not in page.replace("/static/icon.svg", "")
