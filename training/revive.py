"""Step 0, instead of 1 to 3b: start a run from the model that the package ships.

    python -m training.backbone && python -m training.prune
    python -m training.revive --to again
    python -m training.train --run again --resume --minutes 60 --rate 1e-4 --head-rate 4e-4

The checkpoints of a training are large and stay where it was run; the 8-bit graph is what everybody
has. Its matrices, turned back into floats, read as the graph does, and a short training heals
the rounding. What the graph no longer holds starts anew: the accent of converted trees, and the
second type of token, which nothing uses.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from ordmot.encoder.loading import LABELS
from training.examples import POINTERS
from training.network import DISTANCE_SPEED, Reader, restore
from training.places import REPOSITORY, Places, argument_parser, places_of
from training.train import load_backbone

SHIPPED = REPOSITORY / "src" / "ordmot" / "encoder" / "model" / "reader.int8.onnx"
ROOT = "network."  # what the exported module calls the reader


def place_of(node: str) -> str:
    """Find the module that a node of the graph was made of.

    >>> place_of("/network/relations/down/down.0/MatMul_quant")
    'relations.down.0'
    >>> place_of("/network/encoder/layers.3/widen/linear/MatMul_quant")
    'encoder.layers.3.widen'
    """
    parts: list[str] = []
    for part in node.strip("/").split("/")[1:-1]:
        if parts and part.startswith(f"{parts[-1]}."):
            parts[-1] = part
        elif part != "linear":
            parts.append(part)
    return ".".join(parts)


def matrices(graph: onnx.GraphProto, stored: Mapping[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
    """Turn the 8-bit matrices back into floats, as [out, in], under the names of their modules."""
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name, place = node.input[1].removesuffix("_quantized"), place_of(node.name)
            levels = stored[f"{name}_quantized"] - stored[f"{name}_zero_point"]
            weight = (levels * stored[f"{name}_scale"]).T
            yield place, weight * stored.get(f"{ROOT}{place}.shrink", torch.ones(()))


def split_joined(state: dict[str, Tensor]) -> None:
    """Part the one matrix of query, key and value into three."""
    for name in [name for name in state if ".joined." in name]:
        for part, rows in zip(("query", "key", "value"), state.pop(name).chunk(3), strict=True):
            state[name.replace("joined", part)] = rows


def vector_at(graph: onnx.GraphProto, stored: Mapping[str, Tensor], node_name: str) -> Tensor:
    """Find the stored numbers that one node of the graph adds or gathers from.

    ValueError where the graph has no such node: it was exported by another recipe.
    """
    for node in graph.node:
        if node.name == node_name:
            return next(stored[name] for name in node.input if name in stored)
    message = f"the graph has no {node_name}: it was exported by another recipe"
    raise ValueError(message)


def revived(path: Path, reader: Reader) -> dict[str, Tensor]:
    """Give the weights of a reader, those of an 8-bit graph wherever it holds them."""
    graph = onnx.load(path).graph
    arrays = {array.name: numpy_helper.to_array(array) for array in graph.initializer}
    stored = {name: torch.from_numpy(array.copy()) for name, array in arrays.items()}
    state = {f"{place}.weight": weight for place, weight in matrices(graph, stored)}
    for name, array in stored.items():
        bare = name.removeprefix(ROOT).replace(".linear.", ".")
        if bare != name and bare.endswith((".weight", ".bias")):
            state[bare] = array
    split_joined(state)
    whole = {name: tensor.clone() for name, tensor in reader.state_dict().items()} | state
    whole["encoder.types.weight"][0] = vector_at(graph, stored, "/network/encoder/Add")
    whole["accents.weight"][:] = vector_at(graph, stored, "/network/Add")
    for pointer in POINTERS:
        scores = vector_at(graph, stored, f"/network/{pointer}/nearness/Gather")
        nearness = f"{pointer}.nearness"
        whole[f"{nearness}.table"][whole[f"{nearness}.classes"]] = scores / DISTANCE_SPEED
    return whole


def revive(places: Places, options: argparse.Namespace) -> Path:
    """Write the checkpoint that a run starts from; returns its path."""
    reader = load_backbone(places)
    state = revived(options.graph, reader)
    restore(reader, state)  # stops here where names or shapes do not fit
    trained = json.loads(options.graph.with_name(LABELS).read_text(encoding="utf-8"))["trained"]
    progress = {**trained, "before": trained["seconds"], "seconds": 0.0}
    path = places.run(options.to) / "checkpoint.pt"
    torch.save({"reader": state, "progress": progress}, path)
    return path


def main() -> None:
    """Run the step from the command line."""
    parser = argument_parser("Start a run from a shipped model.")
    parser.add_argument("--graph", type=Path, default=SHIPPED, help="the 8-bit graph")
    parser.add_argument("--to", default="again", help="name of the run that starts from it")
    options = parser.parse_args()
    print("written:", revive(places_of(options), options))


if __name__ == "__main__":
    main()
