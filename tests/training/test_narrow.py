"""Cutting the inner neurons that do least. Needs PyTorch, the extra that training uses."""

from __future__ import annotations

from dataclasses import replace

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is an extra that only training needs")
pytest.importorskip("onnx", reason="onnx is an extra that only training needs")

from tests.training.test_network import SHAPE  # noqa: E402
from training.narrow import narrowed  # noqa: E402
from training.network import Reader, restore  # noqa: E402

TWO = replace(SHAPE, layers=2)


def test_neurons_that_do_nothing_can_go() -> None:
    torch.manual_seed(0)
    reader = Reader(TWO).eval()
    with torch.no_grad():
        for layer in reader.encoder.layers:
            layer.narrow.weight[:, ::2] = 0
    ids = torch.randint(3, 40, (1, 9))
    mask = torch.ones_like(ids)
    before = reader(ids, mask)
    other = Reader(TWO).eval()
    restore(other, narrowed(reader, [ids], [16, 16]))
    assert other.encoder.layers[1].widen.out_features == 16
    for one, two in zip(before, other(ids, mask), strict=True):
        assert torch.allclose(one, two, atol=1e-5)
