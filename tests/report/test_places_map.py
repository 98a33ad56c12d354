"""The map as a specification: what it shows, and that it holds for places anywhere."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.report.places_map import NARROW, WIDE, Frame, Pin, Spec, picture_map
from ordmot.report.words import read_words

_LAND = [[[4.0, 58.0], [4.0, 62.0], [12.0, 62.0], [12.0, 58.0], [4.0, 58.0]]]
_POINTS = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def _pin(name: str, accounts: int, point: tuple[float, float]) -> Pin:
    return Pin(name=name, accounts=accounts, point=point, address=f"/?place={name}")


def _values(spec: Spec, key: str) -> list[dict[str, object]]:
    layers = spec["layer"]
    assert isinstance(layers, list)
    found = [layer["data"].get("values") for layer in layers]
    return [
        value for values in found if isinstance(values, list) for value in values if key in value
    ]


def test_each_place_has_a_circle_a_label_with_its_number_and_an_address() -> None:
    pins = [_pin("Olvik", 12, (5.3, 60.4)), _pin("Tarnes", 3, (10.7, 59.9))]
    spec = picture_map(pins, _LAND, WIDE, read_words("nb"))
    circles = _values(spec, "address")
    assert [circle["address"] for circle in circles] == ["/?place=Olvik", "/?place=Tarnes"]
    assert circles[0]["area"] > circles[1]["area"]  # type: ignore[operator]
    assert {label["label"] for label in _values(spec, "label")} == {"Olvik 12", "Tarnes 3"}
    assert spec["description"] == (
        "Kart: Olvik: 12\N{NO-BREAK SPACE}fremstillinger; Tarnes: 3\N{NO-BREAK SPACE}fremstillinger"
    )


def test_it_is_a_valid_specification() -> None:
    altair = pytest.importorskip("altair", reason="Altair is not installed")
    spec = picture_map([_pin("Olvik", 12, (5.3, 60.4))], _LAND, WIDE, read_words("en"))
    altair.Chart.from_json(json.dumps(spec))


@pytest.mark.parametrize("frame", [WIDE, NARROW])
@given(points=st.lists(_POINTS, min_size=1, max_size=30))
def test_places_anywhere_stand_inside_and_no_label_covers_another(
    frame: Frame, points: list[tuple[float, float]]
) -> None:
    pins = [_pin(f"Place {number}", number + 1, point) for number, point in enumerate(points)]
    labels = _values(picture_map(pins, _LAND, frame, read_words("en")), "label")
    assert len(labels) <= len(points)
    for label in labels:
        assert 0 <= label["x"] <= frame.width  # type: ignore[operator]
        assert 0 <= label["y"] <= frame.height  # type: ignore[operator]
    assert len({(label["x"], label["y"]) for label in labels}) == len(labels)


def test_places_on_both_sides_of_the_date_line_stand_side_by_side() -> None:
    pins = [_pin("West", 1, (178.0, -18.0)), _pin("East", 1, (-172.0, -14.0))]
    labels = _values(picture_map(pins, _LAND, WIDE, read_words("en")), "label")
    assert abs(labels[0]["x"] - labels[1]["x"]) < WIDE.width  # type: ignore[operator]
    spec = picture_map(pins, _LAND, WIDE, read_words("en"))
    assert spec["projection"]["scale"] > 800  # type: ignore[index]
