"""What gives scores: a checkpoint through PyTorch, or an exported graph through onnxruntime."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ordmot.encoder.windows import Score, Scores, Whole


def torch_scorer(pruned: Path, checkpoint: Path, threads: int = 1) -> Score:
    """Load a checkpoint for reading."""
    import torch

    from training.backbone import read_stored_shape
    from training.network import Reader

    torch.set_num_threads(threads)
    reader = Reader(read_stored_shape(pruned))
    reader.load_state_dict(torch.load(checkpoint, weights_only=True, mmap=True)["reader"])
    reader.eval()

    def score(ids: Whole) -> Mapping[str, Scores]:
        row = torch.from_numpy(ids)[None]
        with torch.inference_mode():
            found = reader(row, torch.ones_like(row))
        return {name: value[0].numpy() for name, value in found._asdict().items()}

    return score


def onnx_scorer(graph: Path, threads: int = 1) -> Score:
    """Load an exported graph for reading."""
    import onnxruntime  # type: ignore[import-untyped]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def score(ids: Whole) -> Mapping[str, Scores]:
        values = session.run(names, {"ids": ids[None], "mask": np.ones_like(ids)[None]})
        return {n: np.asarray(v)[0] for n, v in zip(names, values, strict=True)}

    return score
