"""What training minimises: the errors of all heads, each on the pieces that its data mark."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.inventory import IGNORED, allowed_names
from training.network import HIDDEN_BY, Scores

WEIGHTS = {
    "roles": 1.0,
    "links": 0.5,
    "acts": 0.3,
    "names": 1.0,
    "mentions": 0.3,
    "parts": 0.3,
    "heads": 0.5,
    "relations": 0.5,
}
ALLOWED = torch.tensor(allowed_names())


def label_loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Find the mean error over the pieces that carry a label."""
    return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)


def pointer_loss(scores: Tensor, labels: Tensor, targets: Tensor) -> Tensor:
    """Find the mean error of a pointer among the pieces that can be pointed at."""
    return label_loss(scores.masked_fill(~targets[:, None, :], HIDDEN_BY), labels)


def name_loss(scores: Tensor, codes: Tensor) -> Tensor:
    """Find the mean error where a code may allow several tags: any of them will do."""
    marked = codes != IGNORED
    logarithms = torch.log_softmax(scores[marked], -1)
    allowed = ALLOWED[codes[marked]]
    return -torch.logsumexp(logarithms.masked_fill(~allowed, HIDDEN_BY), -1).mean()


def relation_loss(scores: Scores, heads: Tensor, labels: Tensor) -> Tensor:
    """Find the mean error of relations, given the right heads."""
    chosen = heads.clamp_min(0)[..., None].expand(-1, -1, scores.relations_up.shape[-1])
    return label_loss(scores.relations_down + scores.relations_up.gather(1, chosen), labels)


def losses(scores: Scores, labels: dict[str, Tensor], mask: Tensor) -> dict[str, Tensor]:
    """Find the error of every task that the batch has labels for."""
    found: dict[str, Tensor] = {}
    for task in ("roles", "acts", "mentions", "parts"):
        if task in labels:
            found[task] = label_loss(getattr(scores, task), labels[task])
    if "names" in labels:
        found["names"] = name_loss(scores.names, labels["names"])
    if "links" in labels:
        found["links"] = pointer_loss(scores.links, labels["links"], mask.bool())
    if "heads" in labels:
        words = labels["parts"] != IGNORED
        words[:, 0] = True  # the root
        found["heads"] = pointer_loss(scores.heads, labels["heads"], words)
        found["relations"] = relation_loss(scores, labels["heads"], labels["relations"])
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """Add the errors up by weight."""
    return torch.stack([WEIGHTS[task] * loss for task, loss in found.items()]).sum()
