"""The network: one encoder pass, then small heads for attribution, names and syntax."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.backbone import Shape
from training.inventory import (
    ACTS,
    MENTION_TAGS,
    NAME_TAGS,
    PARTS_OF_SPEECH,
    RELATIONS,
    ROLE_TAGS,
)

POINTER_SIZE = 128
RELATION_SIZE = 128
HEAD_DROPOUT = 0.1
REACH = 512  # the longest window, in pieces
NEAR, FINE = 8, 2  # distances told apart one by one; steps per doubling beyond them
DISTANCE_SPEED = 10.0  # how much faster the few numbers of distance learn than the matrices
HIDDEN_BY = -1e4  # what a place that is not there scores


class Scores(NamedTuple):
    """What the heads say of each piece; pointers are [batch, from, to], the rest per label."""

    roles: Tensor
    links: Tensor
    acts: Tensor
    names: Tensor
    mentions: Tensor
    parts: Tensor
    heads: Tensor
    relations_down: Tensor
    relations_up: Tensor


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        size = shape.hidden
        self.heads = shape.heads
        self.query = nn.Linear(size, size)
        self.key = nn.Linear(size, size)
        self.value = nn.Linear(size, size)
        self.mixed = nn.Linear(size, size)
        self.mixed_norm = nn.LayerNorm(size, shape.epsilon)
        self.widen = nn.Linear(size, shape.feed_forward)
        self.narrow = nn.Linear(shape.feed_forward, size)
        self.narrow_norm = nn.LayerNorm(size, shape.epsilon)
        self.dropout = nn.Dropout(dropout)

    def split(self, states: Tensor) -> Tensor:
        """Part the states among the attention heads."""
        batch, length, size = states.shape
        return states.view(batch, length, self.heads, size // self.heads).transpose(1, 2)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Attend and transform; `bias` hides the padding."""
        query, key, value = (self.split(f(states)) for f in (self.query, self.key, self.value))
        # written out: faster than the fused kernel on a CPU, and the exported graph can be fused
        query = query * query.shape[-1] ** -0.5
        weights = torch.matmul(query, key.transpose(2, 3)) + bias
        mixed = torch.matmul(torch.softmax(weights, -1), value)
        mixed = self.mixed(mixed.transpose(1, 2).reshape(states.shape))
        states = self.mixed_norm(states + self.dropout(mixed))
        narrow = self.narrow(functional.gelu(self.widen(states)))
        normed: Tensor = self.narrow_norm(states + self.dropout(narrow))
        return normed


class Encoder(nn.Module):
    """The backbone: embeddings and layers of multilingual-e5-small."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.types = nn.Embedding(shape.token_types, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Encode pieces into states."""
        places = self.positions.weight[: ids.shape[1]] + self.types.weight[0]
        states: Tensor = self.dropout(self.norm(self.words(ids) + places))
        bias = ((1.0 - mask.to(states.dtype)) * HIDDEN_BY)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return states


def distance_class(apart: int) -> int:
    """Find the class of a distance: signed, one by one when near, by its logarithm when far.

    >>> [distance_class(apart) for apart in (0, 1, -1, 7, 8, 200)]
    [0, 21, 1, 27, 28, 37]
    """
    size = abs(apart)
    if size >= NEAR:
        size = NEAR + int(math.log2(size / NEAR) * FINE)
    return size + DISTANCES * (apart > 0)


DISTANCES = NEAR + int(math.log2((REACH - 1) / NEAR) * FINE) + 1


class Nearness(nn.Module):
    """How likely a piece points so far: learned, from a start at which near is likelier."""

    classes: Tensor

    def __init__(self) -> None:
        super().__init__()
        everything = range(1 - REACH, REACH)
        self.register_buffer("classes", torch.tensor([distance_class(d) for d in everything]))
        self.table = nn.Parameter(torch.zeros(2 * DISTANCES))
        for apart in everything:
            self.table.data[distance_class(apart)] = -math.log1p(abs(apart)) / DISTANCE_SPEED

    def forward(self, length: int) -> Tensor:
        """Score all pairs of places; the first place, which stands for nothing, is never far."""
        places = torch.arange(length, device=self.table.device)
        apart = places[None, :] - places[:, None] + (REACH - 1)
        scores: Tensor = (self.table * DISTANCE_SPEED)[self.classes][apart]
        return scores * (places > 0)


class Pointer(nn.Module):
    """Scores for each piece which other piece it points at."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.asking = nn.Linear(size, POINTER_SIZE)
        self.asked = nn.Linear(size, POINTER_SIZE)
        self.bilinear = nn.Linear(POINTER_SIZE, POINTER_SIZE, bias=False)
        self.popularity = nn.Linear(POINTER_SIZE, 1)
        self.nearness = Nearness()

    def forward(self, states: Tensor) -> Tensor:
        """Score all pairs."""
        asking = functional.gelu(self.asking(states))
        asked = functional.gelu(self.asked(states))
        pairs = torch.matmul(self.bilinear(asking), asked.transpose(1, 2)) / POINTER_SIZE**0.5
        scores: Tensor = pairs + self.popularity(asked).transpose(1, 2)
        near: Tensor = self.nearness(states.shape[1])
        return scores + near


class Relations(nn.Module):
    """Scores for relations, from the dependent (down) and from its head (up), to be added."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.down = nn.Sequential(nn.Linear(size, RELATION_SIZE), nn.GELU())
        self.up = nn.Sequential(nn.Linear(size, RELATION_SIZE), nn.GELU())
        self.down_scores = nn.Linear(RELATION_SIZE, len(RELATIONS))
        self.up_scores = nn.Linear(RELATION_SIZE, len(RELATIONS), bias=False)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """Score both halves."""
        return self.down_scores(self.down(states)), self.up_scores(self.up(states))


class Reader(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        size = shape.hidden
        self.encoder = Encoder(shape, dropout)
        self.dropout = nn.Dropout(HEAD_DROPOUT)
        self.roles = nn.Linear(size, len(ROLE_TAGS))
        self.links = Pointer(size)
        self.acts = nn.Linear(size, len(ACTS))
        self.names = nn.Linear(size, len(NAME_TAGS))
        self.mentions = nn.Linear(size, len(MENTION_TAGS))
        self.parts = nn.Linear(size, len(PARTS_OF_SPEECH))
        self.accents = nn.Embedding(2, size)  # 0: annotated trees, 1: trees converted by rule
        self.heads = Pointer(size)
        self.relations = Relations(size)
        nn.init.zeros_(self.accents.weight)

    def forward(self, ids: Tensor, mask: Tensor, accents: Tensor | None = None) -> Scores:
        """Read pieces; without accents the trees are those of an annotator."""
        states = self.dropout(self.encoder(ids, mask))
        accent = self.accents.weight[0] if accents is None else self.accents(accents)[:, None]
        trees = states + accent
        down, up = self.relations(trees)
        return Scores(
            roles=self.roles(states),
            links=self.links(states),
            acts=self.acts(states),
            names=self.names(states),
            mentions=self.mentions(states),
            parts=self.parts(trees),
            heads=self.heads(trees),
            relations_down=down,
            relations_up=up,
        )


def restore(reader: Reader, state: Mapping[str, Tensor]) -> None:
    """Put stored weights into a reader, its layers as wide as those that were stored."""
    for number, layer in enumerate(reader.encoder.layers):
        width, size = state[f"encoder.layers.{number}.widen.weight"].shape
        if isinstance(layer, Layer) and layer.widen.out_features != width:
            layer.widen, layer.narrow = nn.Linear(size, width), nn.Linear(width, size)
    reader.load_state_dict(state)
