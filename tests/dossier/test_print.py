from __future__ import annotations

import json
import re
import sys
from dataclasses import replace
from importlib.util import find_spec

import pytest

from ordmot.dossier import Material, unpack, write
from ordmot.errors import SettingsError
from ordmot.ledger import Ledger
from ordmot.report.case import Case, open_case, rank_questions
from ordmot.report.number_line import Drawing
from ordmot.report.pictures import (
    Spec,
    picture_positions,
    picture_question,
    value_at,
    write_axis,
)
from ordmot.report.questions import QuestionView, show_question
from ordmot.report.scale import fit_scale
from ordmot.report.words import read_words
from tests.dossier.material import make_material

needs_converter = pytest.mark.skipif(find_spec("vl_convert") is None, reason="vl-convert-python")
needs_typst = pytest.mark.skipif(find_spec("typst") is None, reason="typst")


@pytest.fixture(scope="module")
def case() -> Case:
    ledger = make_material().ledger
    return open_case(ledger, read_words("en"), rank_questions(ledger))


@pytest.fixture(scope="module")
def views(case: Case) -> list[QuestionView]:
    return [show_question(case.ledger.question(id_), case) for id_ in case.numbers]


def _specs(views: list[QuestionView], case: Case) -> list[Spec]:
    made = [picture_question(view, case) for view in views]
    made += [picture_positions(view, case.words) for view in views]
    return [spec for spec in made if spec is not None]


def _data(spec: Spec) -> list[dict[str, object]]:
    values: list[dict[str, object]] = json.loads(json.dumps(spec))["data"]["values"]
    return values


def test_the_library_finds_every_specification_valid(views: list[QuestionView], case: Case) -> None:
    altair = pytest.importorskip("altair")
    specs = _specs(views, case)
    assert len(specs) > 3
    for spec in specs:
        altair.Chart.from_dict(spec)


def test_a_picture_says_in_words_and_shapes_what_it_shows(
    views: list[QuestionView], case: Case
) -> None:
    counted = [view for view in views if view.lines]
    lanes = [lane for view in counted for lane in _data(picture_question(view, case) or {})]
    by_value = {str(lane["value"]): lane for lane in lanes}
    assert by_value["> 600"]["left"] == "ring"
    assert by_value["> 600"]["right"] == "arrow"
    assert by_value["2–12"]["words"] == "vague"
    for view in counted:
        spec = picture_question(view, case) or {}
        for account in view.printed:
            assert f"{account.letter}, " in str(spec["description"])


def test_a_yes_or_no_question_has_no_number_line(views: list[QuestionView], case: Case) -> None:
    (view,) = [view for view in views if view.is_yes_or_no and len(view.accounts) > 1]
    assert picture_question(view, case) is None


def test_positions_need_two_days(views: list[QuestionView], case: Case) -> None:
    pictured = {v.number: picture_positions(v, case.words) for v in views}
    days = {v.number: {(a.document.metadata.date or "")[:10] for a in v.accounts} for v in views}
    assert {n for n, spec in pictured.items() if spec} == {n for n, d in days.items() if len(d) > 1}


@pytest.mark.parametrize("value", [4.0, 17.0, 250.0])
@pytest.mark.parametrize("others", [[250.0, 4.0], [4.0, 250.0, 17.0, 0.0], [-4.0, 250.0, 5.0]])
def test_a_step_leads_back_to_its_value(value: float, others: list[float]) -> None:
    scale = fit_scale([*others, value])
    assert value_at(scale, scale.step(value)) == pytest.approx(value)


def test_a_spoken_name_cannot_end_an_expression() -> None:
    scale = fit_scale([4.0, 250.0])
    axis = write_axis(scale, Drawing(write=lambda value: f"{value}'\\"))
    for tick in axis["values"]:  # type: ignore[attr-defined]
        assert f"'{tick}\\'\\\\'" in str(axis["labelExpr"])


@needs_converter
def test_pictures_are_drawn_and_given_with_their_specification() -> None:
    packed = write(make_material(), "pictures")
    files = unpack(packed)
    assert {name.partition(".")[2] for name in files} == {"vl.json", "svg"}
    for name, data in files.items():
        if name.endswith(".svg"):
            assert data.startswith(b"<svg")
            assert b"http" not in data.replace(b"http://www.w3.org", b"")
    assert packed == write(make_material(), "pictures")


@needs_converter
def test_the_page_holds_the_pictures_and_nothing_that_its_policy_forbids() -> None:
    page = write(make_material(), "html").decode()
    drawn = re.findall(r'<div class="drawn (\w+)".*?>(<svg .*?</svg>)</div>', page, re.S)
    assert {kind for kind, _ in drawn} == {"wide", "narrow", "moved"}
    for _, svg in drawn:
        assert svg.startswith('<svg role="img" aria-label="')
        assert svg.count(" role=") == 1
        assert re.search(r" style=| href=|<script|<style|<image| id=", svg) is None
    assert page == write(make_material(), "html").decode()


def test_without_the_library_the_page_has_its_own_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ordmot.dossier.images.can_draw", lambda: False)
    page = write(make_material(), "html").decode()
    assert 'class="drawn' not in page
    assert '<svg class="line wide"' in page


@needs_typst
@needs_converter
@pytest.mark.parametrize(
    ("language", "title"), [("en", b"Word against word"), ("nb", b"Ord mot ord")]
)
def test_a_pdf_is_made_for_screen_readers_and_is_the_same_twice(
    language: str, title: bytes
) -> None:
    material = replace(make_material(), language=language)
    data = write(material, "pdf")
    assert data.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1" in data
    assert title in data
    assert data == write(material, "pdf")


@needs_typst
@needs_converter
def test_letters_without_a_font_and_an_empty_case_are_printed_too() -> None:
    material = make_material()
    reading = material.ledger.readings[0]
    known = replace(reading.document.metadata, title="#panic() 船 \ud83d \x0b $x$ *b*")
    odd = replace(reading, document=replace(reading.document, metadata=known))
    ledger = replace(material.ledger, readings=(odd, *material.ledger.readings[1:]))
    assert write(replace(material, ledger=ledger), "pdf").startswith(b"%PDF")
    assert write(Material(ledger=Ledger()), "pdf").startswith(b"%PDF")


@pytest.mark.parametrize(("name", "library"), [("pdf", "typst"), ("pictures", "vl_convert")])
def test_without_the_library_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(SettingsError, match=r"pip install 'ordmot\[dossier\]'"):
        write(make_material(), name)
