"""Measuring and calibrating. Needs the tokenizers package, which training uses."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("tokenizers", reason="tokenizers is installed with the training extra")

from ordmot.encoder.tags import Found, log_softmax
from ordmot.encoder.windows import Sheet
from training.calibrate import best_temperature, shifted
from training.evaluate import NINE, SEVEN, THREE, compared, gold_spans


def name(tag: str, first: int, last: int) -> Found:
    """Make a name."""
    return Found(tag=tag, first=first, last=last, score=1.0)


def test_written_tags_become_spans_and_neighbours_stay_apart() -> None:
    found = gold_spans(["B-PER", "I-PER", "B-PER", "O", "B-LOC"])
    assert [(s.tag, s.first, s.last) for s in found] == [
        ("PER", 0, 1),
        ("PER", 2, 2),
        ("LOC", 4, 4),
    ]


def test_a_name_with_the_wrong_edge_counts_on_neither_side() -> None:
    found = [name("PER", 0, 1), name("ORG", 3, 3)]
    assert compared(found, [name("PER", 0, 2), name("ORG", 3, 3)], NINE) == (1, 2, 2)


@pytest.mark.parametrize(("types", "right"), [(NINE, 0), (SEVEN, 1), (THREE, 1)])
def test_places_are_one_type_where_the_corpus_has_one(types: dict[str, str], right: int) -> None:
    assert compared([name("GPE_LOC", 0, 0)], [name("LOC", 0, 0)], types)[0] == right


def test_types_that_a_corpus_does_not_mark_cost_nothing() -> None:
    assert compared([name("PROD", 0, 0)], [], THREE) == (0, 0, 0)


def test_a_network_that_is_too_sure_is_cooled_down() -> None:
    order = np.random.default_rng(5)
    honest = order.normal(size=(4000, 3)).astype(np.float32)
    labels = np.array([order.choice(3, p=row / row.sum()) for row in np.exp(log_softmax(honest))])
    assert best_temperature(honest, labels) == pytest.approx(1.0, abs=0.15)
    assert best_temperature(2 * honest, labels) == pytest.approx(2.0, abs=0.3)


def test_shifting_lowers_no_span_alone_and_leaves_the_sheet_as_it_was() -> None:
    sheet = Sheet(labels={"roles": np.ones((2, 7), dtype=np.float32)}, pointers={}, frames=[])
    lowered = shifted(sheet, "roles", 0.5).labels["roles"]
    assert lowered[:, 0].tolist() == [0.5, 0.5]
    assert lowered[:, 1:].min() == 1.0
    assert sheet.labels["roles"].min() == 1.0
