"""Going on from a shipped model. Needs PyTorch and onnx, extras that only training uses."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is an extra that only training needs")
pytest.importorskip("onnx", reason="onnx is an extra that only training needs")

from tests.training.test_network import SHAPE  # noqa: E402
from training.export import (  # noqa: E402
    part_weights,
    quantize,
    reader_outputs,
    with_small_words,
    write_graph,
)
from training.joining import Alone, join_layers  # noqa: E402
from training.network import Reader, restore  # noqa: E402
from training.revive import revived  # noqa: E402
from training.smoothing import smooth  # noqa: E402

TWO = replace(SHAPE, layers=2, vocabulary=500)


def exported(reader: Reader, folder: Path) -> Path:
    """Export a reader to 8 bits, as the recipe does."""
    smooth_ids = [torch.randint(3, 40, (1, 12)) for _ in range(4)]
    join_layers(reader.encoder)
    smooth(Alone(reader).eval(), reader.encoder.layers, smooth_ids)
    with_small_words(reader.encoder)
    write_graph(reader, folder / "whole.onnx", reader_outputs())
    quantize(folder / "whole.onnx", folder / "small.onnx", reduce_range=False)
    part_weights(folder / "small.onnx", folder / "reader.int8.onnx")
    return folder / "reader.int8.onnx"


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")
def test_a_model_turned_back_scores_as_it_did(tmp_path: Path) -> None:
    torch.manual_seed(0)
    reader = Reader(TWO).eval()
    with torch.no_grad():
        for parameter in reader.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.05)
    path = exported(copy.deepcopy(reader), tmp_path)
    other = Reader(TWO).eval()
    other.encoder.words.load_state_dict(reader.encoder.words.state_dict())  # as the backbone's
    restore(other, revived(path, other))
    ids = torch.randint(3, 40, (1, 12))
    mask = torch.ones_like(ids)
    for name, expected in reader(ids, mask)._asdict().items():
        found = getattr(other(ids, mask), name)
        assert (found - expected).abs().mean() < 0.05 * expected.abs().mean(), name
