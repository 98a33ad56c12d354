"""Turning four-bit blocks back into floats."""

from __future__ import annotations

import struct

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from training.backbone import Shape, tensor_names, unpack


@given(st.lists(st.integers(0, 15), min_size=32, max_size=32), st.sampled_from([0.5, 1.0, 2.0]))
def test_a_block_holds_low_halves_first(values: list[int], scale: float) -> None:
    packed = bytes(low | high << 4 for low, high in zip(values[:16], values[16:], strict=True))
    found = unpack(struct.pack("<e", scale) + packed, (4, 8))
    expected = (np.array(values, dtype=np.float32) - 8) * scale
    assert found.ravel().tolist() == expected.tolist()


def test_plain_floats_are_taken_as_they_are() -> None:
    found = unpack(np.arange(6, dtype="<f4").tobytes(), (2, 3))
    assert found.tolist() == [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]


def test_every_parameter_has_a_place_in_the_file() -> None:
    shape = Shape(
        hidden=8,
        layers=2,
        heads=2,
        feed_forward=16,
        vocabulary=10,
        positions=12,
        token_types=2,
        epsilon=1e-12,
    )
    names = tensor_names(shape)
    assert len(names) == 5 + 2 * 16
    assert names["layers.1.widen.weight"] == ("l1.fi.w", (16, 8))
    assert len({theirs for theirs, _ in names.values()}) == len(names)
