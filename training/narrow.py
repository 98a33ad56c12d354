"""Step 3b: cut the inner neurons of the layers that do least, then train on.

    python -m training.narrow --run reader --to narrow
    python -m training.train --run narrow --resume --minutes 95 --rate 1.5e-4 --head-rate 5e-4

Each layer widens its states to 1,536 neurons and narrows them again, which is two thirds of the
work. How much a neuron does is how large it grows on the project's own texts, times the length of
what it adds to the states. The last layer of a trained reader lives on some 350 of them, the others
spread their work more evenly; so the last is cut to a third, the others by a twelfth.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from training.backbone import read_stored_shape
from training.export import sample_windows
from training.network import Layer, Reader, restore
from training.places import Places, argument_parser, places_of


def efforts(reader: Reader, windows: list[Tensor]) -> list[Tensor]:
    """Find how much each inner neuron of each layer adds to the states, over all windows."""
    grown: dict[nn.Module, Tensor] = {}

    def note(narrow: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        """Add up the squares of what comes in."""
        grown[narrow] = grown.get(narrow, torch.zeros(())) + inputs[0].pow(2).flatten(0, -2).sum(0)

    hooks = [layer.narrow.register_forward_pre_hook(note) for layer in layers_of(reader)]
    with torch.inference_mode():
        for ids in windows:
            reader(ids, torch.ones_like(ids))
    for hook in hooks:
        hook.remove()
    return [grown[x.narrow].sqrt() * x.narrow.weight.norm(dim=0) for x in layers_of(reader)]


def layers_of(reader: Reader) -> list[Layer]:
    """List the layers of the encoder."""
    return [layer for layer in reader.encoder.layers if isinstance(layer, Layer)]


def narrowed(reader: Reader, windows: list[Tensor], widths: list[int]) -> dict[str, Tensor]:
    """Give the weights of a reader, of each layer the neurons that do most."""
    state = dict(reader.state_dict())
    for number, (effort, width) in enumerate(zip(efforts(reader, windows), widths, strict=True)):
        keep = effort.topk(width).indices.sort().values
        layer = f"encoder.layers.{number}"
        for name in ("widen.weight", "widen.bias"):
            state[f"{layer}.{name}"] = state[f"{layer}.{name}"][keep].clone()
        state[f"{layer}.narrow.weight"] = state[f"{layer}.narrow.weight"][:, keep].clone()
    return state


def narrow(places: Places, options: argparse.Namespace) -> Path:
    """Write the narrowed checkpoint; returns its path."""
    stored = torch.load(places.run(options.run) / "checkpoint.pt", weights_only=True)
    reader = Reader(read_stored_shape(places.pruned))
    restore(reader, stored["reader"])
    widths = [options.width] * (len(layers_of(reader)) - 1) + [options.last_width]
    state = narrowed(reader.eval(), sample_windows(places), widths)
    told = stored["progress"]
    before = told["seconds"] + told.get("before", 0.0)
    path = places.run(options.to) / "checkpoint.pt"
    torch.save({"reader": state, "progress": {**told, "seconds": 0.0, "before": before}}, path)
    return path


def main() -> None:
    """Run the step from the command line."""
    parser = argument_parser("Cut the inner neurons that do least.")
    parser.add_argument("--run", default="reader", help="name of the run to cut")
    parser.add_argument("--to", default="narrow", help="name of the run that starts from the rest")
    parser.add_argument("--width", type=int, default=1408, help="inner neurons of a layer")
    parser.add_argument("--last-width", type=int, default=512, help="those of the last layer")
    options = parser.parse_args()
    print("written:", narrow(places_of(options), options))


if __name__ == "__main__":
    main()
