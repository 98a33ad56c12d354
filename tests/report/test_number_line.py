from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.ledger import Interval
from ordmot.report.number_line import (
    NARROW,
    WIDE,
    Bar,
    Drawing,
    Layout,
    NumberLine,
    draw,
    shorten,
    text_width,
)
from ordmot.report.scale import fit_scale

VALUES = st.one_of(
    st.floats(allow_nan=False),
    st.integers(-1000, 1000).map(float),
    st.sampled_from([0.0, 5e-324, 1e-9, 1.0, 1e15, 1.7e308, -1.7e308, math.inf, -math.inf]),
)


@st.composite
def intervals(draw_: st.DrawFn) -> Interval:
    low, high = sorted((draw_(VALUES), draw_(VALUES)))
    return Interval(
        low=draw_(st.sampled_from([low, None])),
        high=draw_(st.sampled_from([high, None])),
        low_open=draw_(st.booleans()),
        high_open=draw_(st.booleans()),
    )


def bar(interval: Interval, voice: str = "Harbour master", value: str = "31") -> Bar:
    return Bar(letter="A", voice=voice, value=value, interval=interval)


def coordinates(line: NumberLine) -> list[tuple[float, float]]:
    points = [(t.at + half, line.floor + 18) for t in line.ticks for half in reach(t.label, 11)]
    for lane in line.lanes:
        points += [(lane.left, lane.bar_y), (lane.right, lane.bar_y), (lane.shaft[0], lane.words_y)]
        points += [(28 + text_width(lane.voice), lane.words_y), (lane.shaft[1], lane.top)]
    if line.band:
        points += [(line.band.left, 24), (line.band.right, line.floor)]
        points += [(line.band.label_at + half, 16) for half in reach(line.band.label, 13)]
    return points


def reach(label: str, size: float) -> tuple[float, float]:
    half = text_width(label, size) / 2
    return -half, half


@given(
    st.lists(intervals(), min_size=1, max_size=8),
    st.sampled_from([WIDE, NARROW]),
    st.booleans(),
    st.text(max_size=60),
)
def test_everything_is_drawn_inside(
    amounts: list[Interval], layout: Layout, may_multiply: bool, words: str
) -> None:
    ends = sorted(e for i in amounts for e in (i.low, i.high) if e is not None and math.isfinite(e))
    gap = (ends[0], ends[-1]) if len(ends) > 1 else None
    drawing = Drawing(
        write=lambda value: f"{value:.4g}", may_multiply=may_multiply, gap=gap, gap_label=words
    )
    line = draw([bar(interval, words, words[:20]) for interval in amounts], drawing, layout)
    for x, y in coordinates(line):
        assert math.isfinite(x)
        assert 0 <= x <= line.layout.width
        assert 0 <= y <= line.height
    assert all(lane.left <= lane.right for lane in line.lanes)


@given(st.lists(intervals(), min_size=1, max_size=8), st.sampled_from([WIDE, NARROW]))
def test_words_never_touch(amounts: list[Interval], layout: Layout) -> None:
    drawing = Drawing(write=lambda value: f"{value:.6g}")
    line = draw([bar(i, "A spokesman with a long name" * 3) for i in amounts], drawing, layout)
    for one, other in pairwise(line.ticks):
        assert one.at + reach(one.label, 11)[1] <= other.at + reach(other.label, 11)[0]
    assert all(below.words_y - above.words_y >= 30 for above, below in pairwise(line.lanes))
    for lane in line.lanes:
        value_left = line.layout.width - 4 - text_width(lane.value)
        words_right = 28 + text_width(lane.voice)
        assert words_right <= (line.layout.left if line.layout.is_wide else value_left)


@given(st.lists(VALUES.filter(math.isfinite), min_size=2, max_size=6))
def test_larger_never_stands_left_of_smaller(values: list[float]) -> None:
    scale = fit_scale(values)
    places = [scale.place(value) for value in sorted(values)]
    assert all(one <= other for one, other in pairwise(places))
    assert all(0 <= place <= 1 for place in places)


@pytest.mark.parametrize(
    ("low", "high", "is_logarithmic"),
    [(4, 250, True), (3500, 4000, False), (0, 300, False), (-2, 900, True), (10, 199, False)],
)
def test_far_apart_amounts_stand_on_a_logarithmic_scale(
    low: float, high: float, is_logarithmic: bool
) -> None:
    assert fit_scale([low, high]).is_logarithmic is is_logarithmic


def test_ends_are_told_apart_without_colour() -> None:
    line = draw(
        [
            bar(Interval(low=12, high=None)),
            bar(Interval(low=12, high=40, low_open=True)),
            bar(Interval(low=20, high=20)),
        ],
        Drawing(write=str),
    )
    ends = [(lane.left_end, lane.right_end, lane.is_point) for lane in line.lanes]
    assert ends == [("stop", "arrow", False), ("ring", "stop", False), ("stop", "stop", True)]


def test_round_values_are_written_under_the_line() -> None:
    line = draw(
        [bar(Interval(low=2, high=12)), bar(Interval(low=655, high=655))], Drawing(write=str)
    )
    assert {"10.0", "100.0"} <= {tick.label for tick in line.ticks}


def test_without_any_end_nothing_is_written_under_the_line() -> None:
    line = draw([bar(Interval(low=None, high=None))], Drawing(write=str))
    assert line.ticks == ()
    assert (line.lanes[0].left_end, line.lanes[0].right_end) == ("arrow", "arrow")


@given(st.text(max_size=80), st.floats(20, 400))
def test_shortened_words_fit(text: str, room: float) -> None:
    assert text_width(shorten(text, room)) <= max(room, text_width("…"))
