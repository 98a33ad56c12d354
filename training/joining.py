"""The layers as they are exported: faster to run, with the same weights and results.

Query, key and value become one matrix, so that the states are quantized once for all three, and
attention becomes the one operation that onnxruntime has for it. Every window is read by itself,
without padding, so that nothing needs to be hidden.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import Encoder, Layer


class Attention(torch.autograd.Function):
    """Attention of all pieces to all, in the graph a single operation."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:  # noqa: ANN401
        """Attend; what counts here is the shape, and tests compare the numbers."""
        parted = [
            states.unflatten(-1, (heads, -1)).transpose(1, 2) for states in (query, key, value)
        ]
        mixed = functional.scaled_dot_product_attention(*parted)
        return mixed.transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:  # noqa: ANN401
        """Write the operation into the graph."""
        name = "com.microsoft::MultiHeadAttention"
        return graph.op(name, query, key, value, num_heads_i=heads).setType(query.type())


class JoinedLayer(nn.Module):
    """A layer with query, key and value in one matrix."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        size = layer.query.in_features
        parts = (layer.query, layer.key, layer.value)
        self.heads = layer.heads
        self.joined = nn.Linear(size, 3 * size)
        with torch.no_grad():
            self.joined.weight.copy_(torch.cat([part.weight for part in parts]))
            self.joined.bias.copy_(torch.cat([part.bias for part in parts]))
        self.mixed, self.mixed_norm = layer.mixed, layer.mixed_norm
        self.widen, self.narrow, self.narrow_norm = layer.widen, layer.narrow, layer.narrow_norm

    def forward(self, states: Tensor, _: Tensor) -> Tensor:
        """Attend and transform, as the layer does that it was made of."""
        query, key, value = self.joined(states).split(states.shape[-1], -1)
        mixed = self.mixed(Attention.apply(query, key, value, self.heads))
        states = self.mixed_norm(states + mixed)
        normed: Tensor = self.narrow_norm(states + self.narrow(functional.gelu(self.widen(states))))
        return normed


def join_layers(encoder: Encoder) -> None:
    """Put joined layers into an encoder."""
    encoder.layers = nn.ModuleList(JoinedLayer(layer) for layer in encoder.layers)  # type: ignore[arg-type]


class Alone(nn.Module):
    """A network that takes the pieces of windows without padding, and no mask."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> Any:  # noqa: ANN401 - whatever the network gives
        """Read pieces, all of which count."""
        return self.network(ids, torch.ones_like(ids))
