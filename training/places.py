"""Where training reads and writes: the data folder and the work folder outside the repository."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The two folders every step needs, and the names of what lies in them."""

    shared: Path
    work: Path

    @property
    def data(self) -> Path:
        """Find the data sets."""
        return self.shared / "data"

    @property
    def backbone(self) -> Path:
        """Find the folder of the unpacked backbone."""
        return self.work / "backbone"

    @property
    def pruned(self) -> Path:
        """Find the folder of the backbone with the smaller vocabulary."""
        return self.work / "pruned"

    @property
    def tokenizer(self) -> Path:
        """Find the pruned tokenizer."""
        return self.pruned / "tokenizer.json"

    def run(self, name: str) -> Path:
        """Find the folder of one training run, created when missing."""
        folder = self.work / "runs" / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def default_shared() -> Path:
    """Find the data folder: the variable ORDMOT_SHARED, else `shared` beside the repository."""
    return Path(os.environ.get("ORDMOT_SHARED", REPOSITORY.parent / "shared"))


def default_work() -> Path:
    """Find the work folder: the variable ORDMOT_TRAINING, else a folder in the user's cache."""
    named = os.environ.get("ORDMOT_TRAINING")
    return Path(named) if named else Path.home() / ".cache" / "ordmot-training"


def argument_parser(description: str) -> argparse.ArgumentParser:
    """Build the parser of one step, with the options that all steps share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--shared", type=Path, default=default_shared(), help="folder that holds data/ and tools/"
    )
    parser.add_argument(
        "--work", type=Path, default=default_work(), help="folder for weights and checkpoints"
    )
    return parser


def places_of(options: argparse.Namespace) -> Places:
    """Read the folders from parsed options."""
    return Places(shared=options.shared, work=options.work)
