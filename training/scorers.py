"""What gives scores: a checkpoint through PyTorch, or an exported graph through onnxruntime."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ordmot.encoder.loading import Graph
from ordmot.encoder.windows import Score, Scores, Whole


def torch_scorer(pruned: Path, checkpoint: Path, threads: int = 1) -> Score:
    """Load a checkpoint for reading."""
    import torch

    from training.backbone import read_stored_shape
    from training.network import Reader, restore

    torch.set_num_threads(threads)
    reader = Reader(read_stored_shape(pruned))
    restore(reader, torch.load(checkpoint, weights_only=True, mmap=True)["reader"])
    reader.eval()

    def score(ids: Whole) -> Mapping[str, Scores]:
        row = torch.from_numpy(ids)[None]
        with torch.inference_mode():
            found = reader(row, torch.ones_like(row))
        return {name: value[0].numpy() for name, value in found._asdict().items()}

    return score


def onnx_scorer(graph: Path, outputs: Sequence[str] | None = None) -> Score:
    """Load an exported graph for reading, on one thread as the package runs it."""
    loaded = Graph(graph)
    names = outputs or loaded.outputs

    def score(ids: Whole) -> Mapping[str, Scores]:
        return loaded.run(ids, names)

    return score
