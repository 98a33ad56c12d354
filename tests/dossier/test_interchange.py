from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from ordmot.dossier import FORMATS, Material, write
from ordmot.errors import SettingsError
from ordmot.ledger import Ledger
from ordmot.report import RENDERERS
from tests.dossier.material import make_material

TEXTUAL = [name for name in FORMATS if name in {"annotations", "ftm", "schema-org", *RENDERERS}]


@pytest.fixture(scope="module")
def material() -> Material:
    return make_material()


def _graph(material: Material) -> list[dict[str, Any]]:
    found = json.loads(write(material, "schema-org"))
    assert found["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = found["@graph"]
    return graph


@pytest.mark.parametrize("name", TEXTUAL)
def test_the_same_ledger_gives_the_same_bytes(material: Material, name: str) -> None:
    assert write(material, name) == write(make_material(), name)
    write(Material(ledger=Ledger()), name).decode()


def test_an_unknown_format_names_the_known_ones(material: Material) -> None:
    with pytest.raises(SettingsError, match="annotations, bundle, csv"):
        write(material, "docx")


def test_every_account_is_an_annotation_whose_selectors_find_its_words(material: Material) -> None:
    page = json.loads(write(material, "annotations"))
    claims = {f"urn:ordmot:{claim.id}": claim for claim in material.ledger.claims}
    assert {item["id"] for item in page["items"]} == set(claims)
    for item in page["items"]:
        claim = claims[item["id"]]
        text = material.ledger.document(claim.document).text
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] == claim.span.text
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.index(around) + len(quote["prefix"]) == position["start"]


def test_an_annotation_says_who_and_which_question(material: Material) -> None:
    items = json.loads(write(material, "annotations"))["items"]
    bodies = [body["value"] for item in items for body in item["body"]]
    assert "Tindvik Stein: 335–345" in bodies
    assert material.ledger.questions[0].text in bodies


def test_every_account_is_a_claim_and_the_machine_reviews_none(material: Material) -> None:
    graph = _graph(material)
    claims = [entry for entry in graph if entry["@type"] == "Claim"]
    assert {entry["text"] for entry in claims} == {c.span.text for c in material.ledger.claims}
    works = {entry["@id"] for entry in graph if entry["@type"] == "CreativeWork"}
    assert {entry["appearance"]["@id"] for entry in claims} <= works
    assert not [entry for entry in graph if entry["@type"] == "ClaimReview"]


def test_entities_name_each_voice_document_and_account_once(material: Material) -> None:
    entities = [json.loads(line) for line in write(material, "ftm").splitlines()]
    ids = [entity["id"] for entity in entities]
    assert len(set(ids)) == len(ids)
    ledger = material.ledger
    expected = {*(d.id for d in ledger.documents), *(c.id for c in ledger.claims)}
    assert expected | {actor.id for actor in ledger.comparison.actors} <= set(ids)
    referred = {
        value
        for entity in entities
        for name in ("document", "resolved", "entity", "proof", "agent", "client")
        for value in entity["properties"].get(name, [])
    }
    assert referred <= set(ids)


def test_the_real_library_keeps_every_value(material: Material) -> None:
    model = pytest.importorskip("followthemoney").model
    for line in write(material, "ftm").splitlines():
        entity = json.loads(line)
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        given = entity["properties"]
        kept = proxy.to_dict()["properties"]
        assert _trimmed(kept) == _trimmed(given)


def _trimmed(properties: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: sorted(map(str.strip, values)) for name, values in properties.items()}


def test_half_a_surrogate_pair_does_not_stop_a_format(material: Material) -> None:
    reading = material.ledger.readings[0]
    document = replace(
        reading.document, metadata=replace(reading.document.metadata, title="\ud83d")
    )
    odd = replace(
        material.ledger,
        readings=(replace(reading, document=document), *material.ledger.readings[1:]),
    )
    for name in TEXTUAL:
        assert write(replace(material, ledger=odd), name).decode()
