"""Step 3: train all heads together over one encoder pass.

    python -m training.train --minutes 90
    python -m training.train --minutes 240 --resume      # go on, on a longer schedule

The learning rate falls linearly over the planned minutes of training (time spent in earlier runs
counts, pauses do not), so that the plan fits whatever the machine gives. A checkpoint is written
every few minutes; a run that was killed goes on from it with --resume. Every step takes one batch
of articles and one of sentences. Word embeddings stay as they are: most words of a newspaper
never occur in the training data, and their neighbours must not move away from them.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from training.backbone import read_stored_shape
from training.batches import Batch, collate, endless
from training.datasets import article_corpora, article_turn, sentence_corpora, sentence_turn
from training.losses import losses, total
from training.network import Reader, restore
from training.places import Places, argument_parser, places_of

WARM_UP = 0.04
LAST_RATE = 0.01
REPORT_EVERY = 60.0


@dataclass(slots=True)
class Progress:
    """How far training has come; stored in the checkpoint. `before`: seconds of earlier runs."""

    seconds: float = 0.0
    before: float = 0.0
    steps: int = 0
    pieces: int = 0
    log: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))


def load_backbone(places: Places, dropout: float = 0.0) -> Reader:
    """Build the network on the pruned backbone; the heads start at random."""
    reader = Reader(read_stored_shape(places.pruned), dropout)
    stored = np.load(places.pruned / "weights.npz")
    reader.encoder.load_state_dict({name: torch.from_numpy(stored[name]) for name in stored})
    reader.encoder.words.weight.requires_grad_(False)
    return reader


def build_optimizer(reader: Reader, rate: float, head_rate: float) -> torch.optim.AdamW:
    """Build the optimizer: a small rate for the encoder, a larger one for the fresh heads."""
    trained = [(name, p) for name, p in reader.named_parameters() if p.requires_grad]
    encoder = [p for name, p in trained if name.startswith("encoder.")]
    heads = [p for name, p in trained if not name.startswith("encoder.")]
    groups = [
        {"params": [p for p in encoder if p.ndim > 1], "lr": rate, "weight_decay": 0.01},
        {"params": [p for p in encoder if p.ndim == 1], "lr": rate, "weight_decay": 0.0},
        {"params": heads, "lr": head_rate, "weight_decay": 0.01},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def rate_factor(done: float) -> float:
    """Find the learning rate's factor after a share of the planned time.

    >>> rate_factor(0.02), rate_factor(1.0)
    (0.5, 0.01)
    """
    if done < WARM_UP:
        return done / WARM_UP
    return max(LAST_RATE, (1 - done) / (1 - WARM_UP))


def save(path: Path, reader: Reader, optimizer: torch.optim.Optimizer, progress: Progress) -> None:
    """Write a checkpoint in one move, so that a kill never leaves half a file."""
    names = ("seconds", "before", "steps", "pieces")
    counts = {name: getattr(progress, name) for name in names}
    state = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "progress": counts}
    partial_path = path.with_suffix(".part")
    torch.save(state, partial_path)
    os.replace(partial_path, path)


def resume(path: Path) -> dict[str, Any]:
    """Read a checkpoint back; one that only starts a run has no state of the optimizer."""
    state: dict[str, Any] = torch.load(path, weights_only=True)
    return state


def learn(reader: Reader, batch: Batch, progress: Progress) -> None:
    """Add the gradients of one batch."""
    with torch.autocast(batch.ids.device.type, torch.bfloat16):
        scores = reader(batch.ids, batch.mask, batch.accents)
    scores = type(scores)(*(score.float() for score in scores))
    found = losses(scores, batch.labels, batch.mask)
    total(found).backward()  # type: ignore[no-untyped-call]
    for task, loss in found.items():
        progress.log[task].append(loss.item())
    progress.pieces += int(batch.mask.sum())


def moved(batch: Batch, device: str) -> Batch:
    """Move a batch to the device that trains."""
    labels = {task: values.to(device) for task, values in batch.labels.items()}
    tensors = (tensor.to(device) for tensor in (batch.ids, batch.mask, batch.accents))
    ids, mask, accents = tensors
    return Batch(ids=ids, mask=mask, accents=accents, labels=labels)


def batch_pairs(
    places: Places, options: argparse.Namespace, steps: int
) -> Iterator[tuple[Batch, Batch]]:
    """Give one batch of articles and one of sentences per step.

    A resumed run starts on other turns through the data than those it has seen.
    """
    tokenizer = Tokenizer.from_file(str(places.tokenizer))
    articles = partial(article_turn, article_corpora(places, tokenizer))
    sentences = partial(sentence_turn, sentence_corpora(places, tokenizer))
    first = steps  # any number that an earlier start did not use
    left = endless(articles, options.batch, seed=options.seed, first=first)
    right = endless(sentences, options.batch, seed=options.seed, first=first)
    for article_batch, sentence_batch in zip(left, right, strict=False):
        yield collate(article_batch), collate(sentence_batch)


def report(progress: Progress, pieces: int, seconds: float) -> None:
    """Print one line about the last minute."""
    means = "  ".join(
        f"{task} {sum(values[-100:]) / len(values[-100:]):.3f}"
        for task, values in sorted(progress.log.items())
    )
    print(
        f"{time.strftime('%H:%M:%S')} step {progress.steps} minute {progress.seconds / 60:.1f} "
        f"pieces {progress.pieces} ({pieces / seconds:.0f}/s)  {means}",
        flush=True,
    )


def train(places: Places, options: argparse.Namespace) -> Path:
    """Train until the planned minutes are over; returns the checkpoint."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    reader = load_backbone(places, options.dropout).to(options.device)
    path = places.run(options.run) / "checkpoint.pt"
    state = resume(path) if options.resume and path.exists() else {}
    if state:
        restore(reader, state["reader"])
        reader.to(options.device)
    progress = Progress(**state.get("progress", {}))
    optimizer = build_optimizer(reader, options.rate, options.head_rate)
    if "optimizer" in state:
        optimizer.load_state_dict(state["optimizer"])
    rates = [options.rate, options.rate, options.head_rate]
    reader.train()
    saved = reported = time.monotonic()
    pieces = progress.pieces
    for pair in batch_pairs(places, options, progress.steps):
        began = time.monotonic()
        factor = rate_factor(min(1.0, progress.seconds / (60 * options.minutes)))
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * factor
        step(reader, optimizer, [moved(batch, options.device) for batch in pair], progress)
        now = time.monotonic()
        progress.seconds += now - began
        if now - reported > REPORT_EVERY:
            report(progress, progress.pieces - pieces, now - reported)
            reported, pieces = now, progress.pieces
        is_over = progress.seconds >= 60 * options.minutes
        if is_over or now - saved > 60 * options.save_every:
            save(path, reader, optimizer, progress)
            saved = time.monotonic()
        if is_over:
            break
    return path


def step(
    reader: Reader, optimizer: torch.optim.Optimizer, batches: list[Batch], progress: Progress
) -> None:
    """Take one step on the batches together."""
    optimizer.zero_grad(set_to_none=True)
    for batch in batches:
        learn(reader, batch, progress)
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    progress.steps += 1


def main() -> None:
    """Run the step from the command line."""
    parser = argument_parser("Train all heads together.")
    parser.add_argument("--minutes", type=float, required=True, help="planned minutes, in all")
    parser.add_argument("--run", default="reader", help="name of the run's folder")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint")
    parser.add_argument("--rate", type=float, default=2e-4, help="encoder's highest rate")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="heads' highest rate")
    parser.add_argument("--batch", type=int, default=1024, help="pieces in each half of a step")
    parser.add_argument("--dropout", type=float, default=0.0, help="encoder's; for long schedules")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--save-every", type=float, default=5, help="minutes between checkpoints")
    options = parser.parse_args()
    print("written:", train(places_of(options), options))


if __name__ == "__main__":
    main()
