"""Activations made fit for 8 bits before export, without a change to what the network computes.

A few channels of the states are a hundred times as large as the rest. Quantized with one scale for
all, the rest would keep but a few levels. So each channel is divided by a factor and the weights
that read it multiplied by the same (Xiao et al. 2023, "SmoothQuant"). How large the channels grow
is taken from the project's own texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

SHARE = 0.75  # how much of the difficulty goes from the activations to the weights
LEAST = 1e-5


class Smoothed(nn.Module):
    """A linear layer that divides its input by a factor for each channel; same results."""

    shrink: Tensor

    def __init__(self, linear: nn.Linear, largest: Tensor, share: float = SHARE) -> None:
        super().__init__()
        weights = linear.weight.detach().abs().amax(0).clamp_min(LEAST)
        factors = largest.clamp_min(LEAST) ** share / weights ** (1 - share)
        self.register_buffer("shrink", 1 / factors)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        with torch.no_grad():
            self.linear.weight.copy_(linear.weight * factors)
            self.linear.bias.copy_(linear.bias)

    def forward(self, states: Tensor) -> Tensor:
        """Shrink and multiply."""
        result: Tensor = self.linear(states * self.shrink)
        return result


@contextmanager
def watched(linears: Iterable[nn.Linear]) -> Iterator[dict[nn.Linear, Tensor]]:
    """Note the largest input of each channel of each layer, as long as the block runs."""
    largest: dict[nn.Linear, Tensor] = {}

    def note(linear: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        """Look at one input."""
        seen = inputs[0].detach().abs().flatten(0, -2).amax(0)
        largest[linear] = torch.maximum(largest.get(linear, seen), seen)  # type: ignore[index,arg-type]

    hooks = [linear.register_forward_pre_hook(note) for linear in linears]
    yield largest
    for hook in hooks:
        hook.remove()


def smooth(network: nn.Module, layers: nn.ModuleList, windows: Iterable[Tensor]) -> None:
    """Smooth the matrices of a network's layers, as it reads the windows."""
    places = [(layer, name) for layer in layers for name in ("joined", "widen", "narrow")]
    with torch.inference_mode(), watched(getattr(*place) for place in places) as largest:
        for ids in windows:
            network(ids)
    for layer, name in places:
        linear = getattr(layer, name)
        setattr(layer, name, Smoothed(linear, largest[linear]))
