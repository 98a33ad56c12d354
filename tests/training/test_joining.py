"""Layers as they are exported. Needs PyTorch, the extra that training uses."""

from __future__ import annotations

import copy

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is an extra that only training needs")

from training.backbone import Shape  # noqa: E402
from training.joining import Alone, join_layers  # noqa: E402
from training.network import Reader  # noqa: E402

SHAPE = Shape(
    hidden=16,
    layers=2,
    heads=2,
    feed_forward=32,
    vocabulary=40,
    positions=64,
    token_types=2,
    epsilon=1e-12,
)


def test_joined_layers_score_like_those_they_were_made_of() -> None:
    torch.manual_seed(0)
    reader = Reader(SHAPE).eval()
    joined = copy.deepcopy(reader)
    join_layers(joined.encoder)
    ids = torch.tensor([[0, 11, 12, 13, 14, 2]])
    expected, found = reader(ids, torch.ones_like(ids)), Alone(joined)(ids)
    for name, values in expected._asdict().items():
        assert torch.allclose(values, getattr(found, name), atol=1e-5), name
