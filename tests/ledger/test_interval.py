"""Laws of intervals."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.ledger import Interval, format_number

ends = st.one_of(st.none(), st.floats(-1e9, 1e9, allow_nan=False))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low > high:
        low, high = high, low
    is_point = low is not None and low == high
    return Interval(
        low=low,
        high=high,
        low_open=not is_point and low is not None and draw(st.booleans()),
        high_open=not is_point and high is not None and draw(st.booleans()),
    )


@given(intervals(), intervals())
def test_disjointness_is_symmetric(one: Interval, other: Interval) -> None:
    assert one.is_disjoint(other) == other.is_disjoint(one)


@given(intervals())
def test_an_interval_covers_itself_and_is_not_apart_from_itself(one: Interval) -> None:
    assert one.covers(one)
    assert not one.is_disjoint(one)


@given(intervals(), intervals(), intervals())
def test_widening_never_creates_a_contradiction(
    wide: Interval, narrow: Interval, other: Interval
) -> None:
    if wide.covers(narrow) and not narrow.is_disjoint(other):
        assert not wide.is_disjoint(other)


@given(intervals(), st.floats(-1e9, 1e9))
def test_a_value_lies_within_or_beyond(interval: Interval, value: float) -> None:
    point = Interval(low=value, high=value)
    assert interval.contains(value) == (not point.is_disjoint(interval))


def test_open_ends_touch_without_meeting() -> None:
    more_than_12 = Interval(low=12, high=None, low_open=True)
    assert more_than_12.is_disjoint(Interval(low=12, high=12))
    assert not Interval(low=12, high=None).is_disjoint(Interval(low=12, high=12))


def test_parts_add_up() -> None:
    total = Interval(low=225, high=275).plus(Interval(low=3500, high=3500))
    assert (total.low, total.high) == (3725, 3775)
    assert Interval(low=3, high=None).plus(Interval(low=4, high=4)).high is None


def test_low_above_high_is_refused() -> None:
    with pytest.raises(ValueError, match="low to high"):
        Interval(low=2, high=1)
    with pytest.raises(ValueError, match="low to high"):
        Interval(low=math.nan, high=1)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(low=12, high=12), "12"),
        (Interval(low=12, high=None), "≥ 12"),
        (Interval(low=12, high=None, low_open=True), "> 12"),
        (Interval(low=None, high=5), "≤ 5"),
        (Interval(low=3, high=4), "3–4"),
        (Interval(low=0, high=0), "0"),
    ],
)
def test_intervals_read_as_a_reader_would_write_them(interval: Interval, words: str) -> None:
    assert str(interval) == words


def test_thousands_are_parted_by_narrow_spaces() -> None:
    assert format_number(1234567.5) == "1\u202f234\u202f567.5"
