from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.errors import SettingsError
from ordmot.ledger import Claim, Comparison, Interval, Ledger, Modality, Question
from ordmot.report.case import Case, open_case
from ordmot.report.ranges import VIEWS, RangeView, list_ranges, show_range
from ordmot.report.words import read_words
from tests.making import make_claim, make_document, make_question, make_reading, point

_HOME = make_document("post.txt", "2031-05-17")


def open_question(claims: list[Claim], language: str = "en") -> tuple[Question, Case]:
    question = make_question(claims)
    ledger = Ledger(
        readings=(make_reading(_HOME, claims),), comparison=Comparison(questions=(question,))
    )
    return question, open_case(ledger, read_words(language), (question,))


def claim(low: float | None, high: float | None, speaker: str, **changes: object) -> Claim:
    place = int((low or high or 0) * 10)
    interval = Interval(low=low, high=high)
    return make_claim(interval, speaker=speaker, document=_HOME, place=place, **changes)  # type: ignore[arg-type]


TOLLS = [
    claim(12, None, "the mayor"),
    claim(19, 19, "the police"),
    claim(28, 34, "a lawyer"),
    claim(90, 90, "a leaflet", modality=Modality.SPECULATED),
]


def view(name: str) -> RangeView:
    found = show_range(*open_question(TOLLS), name)
    assert found is not None
    return found


def test_lowest_and_highest_name_the_two_accounts() -> None:
    found = view("lowest-and-highest")
    assert found.interval == Interval(low=12, high=34)
    assert [(row.part, row.who) for row in found.rows] == [
        ("lowest", "the mayor"),
        ("highest", "a lawyer"),
    ]


def test_the_most_conservative_is_the_lowest_figure() -> None:
    assert view("most-conservative").interval == point(12)


def test_per_source_lists_every_source_and_no_guess() -> None:
    assert {row.who for row in view("per-source").rows} == {"the mayor", "the police", "a lawyer"}


def test_the_views_speak_norwegian() -> None:
    titles = [found.title for found in list_ranges(*open_question(TOLLS, "nb"))]
    assert titles == ["Lavest og høyest", "Spenn", "Mest forsiktig", "Per kilde"]


def test_yes_or_no_has_no_range() -> None:
    question, case = open_question([make_claim(None, document=_HOME)])
    assert list_ranges(question, case) == ()


def test_an_unknown_view_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="lowest-and-highest"):
        show_range(*open_question(TOLLS), "average")


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 9)), min_size=1, max_size=8))
def test_every_end_of_a_view_is_an_end_of_an_account(ends: list[tuple[int, int]]) -> None:
    claims = {
        made.id: made
        for place, (low, more) in enumerate(ends)
        for made in [claim(low, low + more, f"voice {place}")]
    }
    question, case = open_question(list(claims.values()))
    stated = {end for low, more in ends for end in (low, low + more)}
    for name in VIEWS:
        found = show_range(question, case, name)
        assert found is not None
        if found.interval is not None:
            assert {found.interval.low, found.interval.high} <= stated
            assert all(row.claim in claims for row in found.rows)
