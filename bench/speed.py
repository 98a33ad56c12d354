"""Time the whole job and each of its stages: words per second, and the peak of memory.

    python bench/speed.py                        # the example case, read over and over
    python bench/speed.py --words 200000 reports/

Every document is read in this process; the documents are repeated until the number of words is
reached, each copy under another name and with one more word, so that none is known already. The
rows of the encoder say what its network takes by itself, for who says what (with names) and for
syntax; `attribute` has the first within it where a model is at hand. spaCy's small English pipeline
and textacy's quotations read the same texts where they are installed.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from attribution import SPACY_PIPELINE, textacy_system  # the benchmark beside this file

import ordmot
from ordmot.encoder import open_reader
from ordmot.flow import Plan, compare_accounts, read_one, standard_plan
from ordmot.ledger import Reading, Source

_NOTES = ("README.md", "gold.json")
_STEPS = ("read", "split", "measure", "attribute", "extract", "resolve", "group", "compare")


def main() -> int:
    """Print the table of stages."""
    options = _arguments()
    sources = _sources(options.paths)
    if not sources:
        sys.exit(f"No documents in {', '.join(map(str, options.paths))}.")
    spent: defaultdict[str, float] = defaultdict(float)
    reader = open_reader(options.model)
    plan = _timed(standard_plan(ordmot.__version__, reader), spent)
    began = time.perf_counter()
    readings = []
    words = 0
    for source in _copies(sources):
        reading = read_one(plan, source)
        if not isinstance(reading, Reading):
            sys.exit(f"{reading.name} was refused: {reading.reason}")
        readings.append(reading)
        words += len(reading.document.text.split())
        if words >= options.words:
            break
    per_document = time.perf_counter() - began
    compare_accounts(plan, readings[: len(sources)])
    _print(
        spent,
        words,
        per_document,
        sum(len(r.document.text.split()) for r in readings[: len(sources)]),
    )
    texts = [reading.document.text for reading in readings]
    if reader is not None:
        _print_row("encoder, voices", reader.read, texts)
        _print_row("encoder, syntax", reader.parse, texts)
    for name, peer in _peers():
        _print_row(name, peer, texts)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    examples = [path for path in sorted(Path("examples").glob("*")) if path.is_dir()]
    parser.add_argument("paths", type=Path, nargs="*", default=examples, metavar="FOLDER")
    parser.add_argument("--words", type=int, default=50_000, help="how many words to read")
    parser.add_argument("--model", type=Path, help="folder of a reader; none: the rules alone")
    return parser.parse_args()


def _sources(folders: list[Path]) -> list[Source]:
    """Load the documents of some folders."""
    paths = [p for folder in folders for p in sorted(folder.rglob("*")) if p.is_file()]
    documents = [
        p for p in paths if p.name not in _NOTES and p.suffix not in (".toml", ".py", ".json")
    ]
    return [Source(name=path.name, data=path.read_bytes()) for path in documents]


def _copies(sources: list[Source]) -> Iterator[Source]:
    """Repeat the documents without end, each copy with other bytes."""
    for turn in count():
        for source in sources:
            more = f"\n\nkopi {turn}\n".encode() if turn else b""
            yield replace(source, name=f"{turn}-{source.name}", data=source.data + more)


def _timed(plan: Plan, spent: defaultdict[str, float]) -> Plan:
    """Give the plan with a clock around each step."""

    def clock(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            began = time.perf_counter()
            try:
                return step(*args, **kwargs)
            finally:
                spent[name] += time.perf_counter() - began

        return run

    return replace(plan, **{name: clock(name, getattr(plan, name)) for name in _STEPS})


def _peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Give the systems that are installed, each by name."""
    try:
        import spacy  # type: ignore[import-not-found, unused-ignore]

        pipeline = spacy.load(SPACY_PIPELINE)
    except (ImportError, OSError):
        return
    yield "spaCy small", pipeline
    textacy = textacy_system()
    if textacy is not None:
        yield "textacy", textacy


def _print_row(name: str, read: Callable[[str], object], texts: list[str]) -> None:
    """Time one system on all texts, by the clock and by the time of the processor."""
    read(texts[0])
    began, worked = time.perf_counter(), time.process_time()
    for text in texts:
        read(text)
    seconds, work = time.perf_counter() - began, time.process_time() - worked
    words = sum(len(text.split()) for text in texts)
    rate = f"{words / seconds:10,.0f}   ({words / work:,.0f} per second of one core)"
    print(f"{name:15} {seconds:9.2f} {rate}")


def _print(spent: dict[str, float], words: int, seconds: float, compared: int) -> None:
    """Print words per second for each stage and for the whole, and the memory at its peak."""
    print(f"{'stage':15} {'seconds':>9} {'words/s':>10}")
    for name in _STEPS:
        size = compared if name in ("resolve", "group", "compare") else words
        print(f"{name:15} {spent[name]:9.2f} {size / max(spent[name], 1e-9):10,.0f}")
    print(f"{'documents':15} {seconds:9.2f} {words / seconds:10,.0f}   ({words:,} words)")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
