"""Time the whole job and each of its stages: words per second, and the peak of memory.

    python bench/speed.py                        # the example case, read over and over
    python bench/speed.py --words 200000 reports/

Every document is read in this process; the documents are repeated until the number of words is
reached, each copy under another name and with one more word, so that none is known already.
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

import ordmot
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
    plan = _timed(standard_plan(ordmot.__version__), spent)
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
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    examples = [path for path in sorted(Path("examples").glob("*")) if path.is_dir()]
    parser.add_argument("paths", type=Path, nargs="*", default=examples, metavar="FOLDER")
    parser.add_argument("--words", type=int, default=50_000, help="how many words to read")
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


def _print(spent: dict[str, float], words: int, seconds: float, compared: int) -> None:
    """Print words per second for each stage and for the whole, and the memory at its peak."""
    print(f"{'stage':12} {'seconds':>9} {'words/s':>10}")
    for name in _STEPS:
        size = compared if name in ("resolve", "group", "compare") else words
        print(f"{name:12} {spent[name]:9.2f} {size / max(spent[name], 1e-9):10,.0f}")
    print(f"{'documents':12} {seconds:9.2f} {words / seconds:10,.0f}   ({words:,} words)")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
