"""What the score of a row is worth: the weight set by hand, and the steps that cases taught."""

from __future__ import annotations

import pytest

from ordmot.questions.steps import Steps, read_steps
from ordmot.questions.tables import COUNTS, MEASURES, YES_NO, Row, Table
from tests.questions.test_tables import ALONE, WEIGHTS

_TABLES = {"measures": MEASURES, "yes_no": YES_NO}
_MEASURES = ("nearness", "depth", "narrated", "lesser", "denials")
_ROW = next(row for row in COUNTS.rows if row.name == "counted")


@pytest.mark.parametrize(
    ("score", "worth"), [(-1.0, -2.0), (0.0, -2.0), (0.01, 0.5), (0.5, 0.5), (0.51, 3.0)]
)
def test_a_score_stands_on_the_step_that_its_bounds_give(score: float, worth: float) -> None:
    assert Steps(bounds=(0.0, 0.5), points=(-2.0, 0.5, 3.0)).worth(score) == worth


def test_a_row_adds_its_weight_and_its_step() -> None:
    steps = Steps(bounds=(0.0,), points=(0.0, 0.25))
    row = Row(name="any", compare=_ROW.compare, weight=2.0, steps=steps)
    assert row.adds(0.5) == 1.25
    assert row.adds(-0.5) == -1.0
    assert row.most == 2.25


def test_what_lies_beyond_apart_counts_in_full() -> None:
    row = Row(name="any", compare=_ROW.compare, weight=4.0, share=0.25)
    assert row.adds(-1.0) == -1.0
    assert row.adds(-3.0) == -9.0


@pytest.mark.parametrize("name", _TABLES)
def test_every_row_that_was_taught_is_in_its_table(name: str) -> None:
    taught = read_steps(name, share=1.0)
    rows = {row.name: row for row in _TABLES[name].rows}
    assert taught.rows
    assert taught.rows.keys() <= rows.keys()
    assert not any(rows[row].is_sure for row in taught.rows)


@pytest.mark.parametrize("name", _TABLES)
def test_bounds_ascend_and_no_row_speaks_against_itself(name: str) -> None:
    for row, steps in read_steps(name, share=1.0).rows.items():
        assert len(steps.points) == len(steps.bounds) + 1
        assert list(steps.bounds) == sorted(set(steps.bounds))
        assert row in _MEASURES or list(steps.points) == sorted(steps.points)


@pytest.mark.parametrize("table", _TABLES.values(), ids=_TABLES)
def test_weights_and_steps_share_what_a_row_says(table: Table) -> None:
    name = next(key for key, known in _TABLES.items() if known is table)
    whole, shared = read_steps(name, share=1.0), read_steps(name, share=1 - table.by_hand)
    assert 0 < table.by_hand < 1
    for row in table.rows:
        parts = [(1 - table.by_hand) * point for point in whole.of(row.name).points]
        assert list(row.steps.points) == parts == list(shared.of(row.name).points)


def test_how_much_two_accounts_share_is_the_same_from_either_side() -> None:
    rows = [row for table in _TABLES.values() for row in table.rows if not row.weight]
    assert {row.name for row in rows} >= {"said", "surroundings", "sentence words", *_MEASURES}
    for row in rows:
        for one in ALONE:
            for other in ALONE:
                score = row.compare(one, other, WEIGHTS[0]).score
                assert score == pytest.approx(row.compare(other, one, WEIGHTS[0]).score)
