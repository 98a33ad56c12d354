"""Step 4: export the checkpoint to ONNX, and to int8.

    python -m training.export --out ~/.cache/ordmot-training/export

Written are `reader.onnx` (fp32), `reader.int8.onnx`, `matching.int8.onnx` (the backbone as it came,
whose vectors compare sentences: training for tags damages that space), `tokenizer.json` and
`labels.json`. The weights of the 8-bit graphs lie in `.bin` files beside them, which the system
maps into memory. Layers are joined for speed and smoothed for 8 bits. Matrices are quantized per
channel with activations quantized on the fly; the word embeddings get one scale per row, because
one scale for all would drown the rare words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import TensorProto
from onnxruntime.quantization import (  # type: ignore[import-untyped]
    QuantType,
    quantize_dynamic,
)
from tokenizers import Tokenizer
from torch import Tensor, nn

from ordmot.encoder.loading import LABELS, weights_of
from ordmot.encoder.pieces import BEGIN, END, cut_paragraphs
from ordmot.encoder.windows import WINDOW
from training import inventory
from training.backbone import read_stored_shape, write_json
from training.datasets import own_texts
from training.joining import Alone, join_layers
from training.network import Encoder, Reader, Scores, restore
from training.places import Places, argument_parser, places_of
from training.smoothing import smooth
from training.train import load_backbone

OPSET = 17
SAMPLES = 60  # own texts that are read to smooth the layers
SAMPLE = torch.tensor([[0, 100, 200, 300, 400, 2], [0, 50, 60, 70, 80, 2]])


class RowScaledWords(nn.Module):
    """Word embeddings in 8 bits, one scale per row."""

    table: Tensor
    scales: Tensor

    def __init__(self, words: nn.Embedding) -> None:
        super().__init__()
        weights = words.weight.data
        scales = weights.abs().amax(1).clamp_min(1e-8) / 127
        table = torch.round(weights / scales[:, None]).clamp(-127, 127).to(torch.int8)
        self.register_buffer("table", table)
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor) -> Tensor:
        """Look the rows up and scale them."""
        return self.table[ids].float() * self.scales[ids].unsqueeze(-1)


class Matcher(nn.Module):
    """One vector per text: the mean of its states, at length one."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Encode texts into vectors."""
        states = self.encoder(ids, mask)
        weights = mask.to(states.dtype)[..., None]
        means = (states * weights).sum(1) / weights.sum(1)
        return torch.nn.functional.normalize(means, dim=-1)


def with_small_words(encoder: Encoder) -> None:
    """Put the 8-bit word embeddings into an encoder."""
    encoder.words = RowScaledWords(encoder.words)  # type: ignore[assignment]


def write_graph(model: nn.Module, path: Path, outputs: dict[str, dict[int, str]]) -> None:
    """Write a module as an ONNX graph with free batch and length, all pieces counting."""
    free = {"ids": {0: "batch", 1: "length"}, **outputs}
    torch.onnx.export(
        Alone(model).eval(),
        (SAMPLE,),
        str(path),
        input_names=["ids"],
        output_names=list(outputs),
        dynamic_axes=free,
        opset_version=OPSET,
        dynamo=False,
    )


def quantize(source: Path, target: Path, *, reduce_range: bool) -> None:
    """Quantize the matrices of a graph to 8 bits."""
    quantize_dynamic(
        source,
        target,
        per_channel=True,
        reduce_range=reduce_range,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"],
        # The type of what attention gives, which the checker of standard graphs does not know.
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
    )


def reader_outputs() -> dict[str, dict[int, str]]:
    """Name the reader's outputs and their free axes."""
    pointer = {0: "batch", 1: "length", 2: "length"}
    label = {0: "batch", 1: "length"}
    return {n: pointer if n in {"links", "heads"} else label for n in Scores._fields}


def load_reader(places: Places, run: str) -> tuple[Reader, dict[str, float]]:
    """Load the reader of a run, and how long it was trained: seconds, steps, pieces."""
    reader = Reader(read_stored_shape(places.pruned))
    state = torch.load(places.run(run) / "checkpoint.pt", weights_only=True, mmap=True)
    restore(reader, state["reader"])
    calibration = places.run(run) / "calibration.json"
    if calibration.exists():
        fold_calibration(reader, json.loads(calibration.read_text(encoding="utf-8")))
    return reader, trained(state["progress"])


def trained(progress: dict[str, float]) -> dict[str, float]:
    """Say how long a reader was trained, over all its runs: seconds, steps and pieces read."""
    seconds = progress["seconds"] + progress.get("before", 0.0)
    return {"seconds": round(seconds), "steps": progress["steps"], "pieces": progress["pieces"]}


def fold_calibration(reader: Reader, numbers: dict[str, dict[str, float]]) -> None:
    """Lower "no span" and divide by the temperature, in the weights of the calibrated heads."""
    with torch.no_grad():
        for task, found in numbers.items():
            head: nn.Linear = getattr(reader, task)
            head.bias[0] -= found["outside"]
            head.weight.div_(found["temperature"])
            head.bias.div_(found["temperature"])


def sample_windows(places: Places) -> list[Tensor]:
    """Cut the beginnings of the project's own texts, to see how large activations grow."""
    tokenizer = Tokenizer.from_file(str(places.tokenizer))
    cuts = (cut_paragraphs(tokenizer, r["text"])[0] for r in own_texts(held_back=False)[:SAMPLES])
    return [torch.tensor([[BEGIN, *ids[:WINDOW], END]]) for ids in cuts]


def part_weights(source: Path, target: Path) -> None:
    """Write a graph with its weights in a file beside it, which can be mapped into memory."""
    weights = weights_of(target)
    weights.unlink(missing_ok=True)  # onnx would add to it
    onnx.save_model(
        onnx.load(source),
        target,
        save_as_external_data=True,
        location=weights.name,
        size_threshold=1024,
    )
    weights.chmod(target.stat().st_mode)


def write_labels(out: Path, told: dict[str, float]) -> None:
    """Write the labels of every head, in the order of its scores, and the hashes of the files.

    How long the reader was trained stands there too, for who goes on from it (`revive`).
    """
    names = ("ROLES", "NAME_TYPES", "MENTION_TYPES", "ACTS", "PARTS_OF_SPEECH", "RELATIONS")
    labels = {name.lower(): getattr(inventory, name) for name in names}
    files = sorted(path for path in out.glob("*.int8.*"))
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    write_json(out / LABELS, {**labels, "sha256": hashes, "trained": told})


def export(places: Places, options: argparse.Namespace) -> dict[str, float]:
    """Write all files; returns their sizes in megabytes."""
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    reader, told = load_reader(places, options.run)
    matcher = Matcher(load_backbone(places).encoder)
    samples = sample_windows(places)
    for model in (reader, matcher):
        join_layers(model.encoder)
        smooth(Alone(model).eval(), model.encoder.layers, samples)
    write_graph(reader, out / "reader.onnx", reader_outputs())
    with tempfile.TemporaryDirectory() as folder:
        for name, model, outputs in (
            ("reader", reader, reader_outputs()),
            ("matching", matcher, {"vectors": {0: "batch"}}),
        ):
            with_small_words(model.encoder)
            between = Path(folder) / f"{name}.onnx"
            write_graph(model, between, outputs)
            small = Path(folder) / f"{name}.int8.onnx"
            quantize(between, small, reduce_range=options.reduce_range)
            part_weights(small, out / small.name)
    shutil.copy(places.tokenizer, out / "tokenizer.json")
    write_labels(out, told)
    return {path.name: round(path.stat().st_size / 1e6, 1) for path in sorted(out.iterdir())}


def main() -> None:
    """Run the step from the command line."""
    parser = argument_parser("Export to ONNX and int8.")
    parser.add_argument("--run", default="reader", help="name of the run's folder")
    parser.add_argument("--out", type=Path, help="folder for the files")
    parser.add_argument(
        "--reduce-range", action="store_true", help="7-bit weights, for processors without VNNI"
    )
    options = parser.parse_args()
    places = places_of(options)
    options.out = options.out or places.work / "export"
    print(json.dumps(export(places, options), indent=1))


if __name__ == "__main__":
    main()
