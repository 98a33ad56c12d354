"""Batches: examples of similar length side by side, labels of all tasks beside them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from ordmot.encoder.pieces import PAD
from training.examples import Example
from training.inventory import IGNORED

POOL = 512  # examples sorted by length together
STEP = 16  # lengths are rounded up, so that few shapes occur


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Tensors of one batch; only tasks that some example marks are present."""

    ids: Tensor
    mask: Tensor
    accents: Tensor
    labels: dict[str, Tensor]


def padded(length: int) -> int:
    """Round a length up.

    >>> padded(17)
    32
    """
    return -(-length // STEP) * STEP


def grouped(examples: list[Example], size: int, order: random.Random) -> list[list[Example]]:
    """Group examples into batches of at most `size` pieces, padding included."""
    examples = list(examples)
    order.shuffle(examples)
    groups: list[list[Example]] = []
    for start in range(0, len(examples), POOL):
        group: list[Example] = []
        for example in sorted(examples[start : start + POOL], key=lambda e: len(e.ids)):
            if group and (len(group) + 1) * padded(len(example.ids)) > size:
                groups.append(group)
                group = []
            group.append(example)
        groups.append(group)
    order.shuffle(groups)
    return groups


def collate(examples: list[Example]) -> Batch:
    """Lay examples side by side."""
    length = padded(max(len(example.ids) for example in examples))
    ids = torch.full((len(examples), length), PAD)
    labels: dict[str, Tensor] = {}
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        for task, values in example.labels.items():
            if task not in labels:
                labels[task] = torch.full((len(examples), length), IGNORED)
            labels[task][row, : len(values)] = torch.tensor(values)
    accents = torch.tensor([int(example.is_converted) for example in examples])
    marked = {task: values for task, values in labels.items() if bool((values != IGNORED).any())}
    return Batch(ids=ids, mask=(ids != PAD).long(), accents=accents, labels=marked)


def endless(
    turn: Callable[[int], list[Example]], size: int, *, seed: int, first: int = 0
) -> Iterator[list[Example]]:
    """Give batches turn after turn, each turn shuffled by its own number."""
    number = first
    while True:
        order = random.Random(f"{seed}/{number}")  # noqa: S311 - shuffling, not secrets
        yield from grouped(turn(number + 1000 * seed), size, order)
        number += 1
