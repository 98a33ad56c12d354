"""A process killed at any moment leaves a case that the next run completes."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ordmot.casebook import Casebook
from ordmot.ledger import Decision
from ordmot.report import render
from tests.plans import TINY

_ROOT = Path(__file__).parents[2]
_RUN = """
import sys
from dataclasses import replace
from pathlib import Path

from ordmot.casebook import Casebook
from tests.plans import TINY, read_slowly

if __name__ == "__main__":
    case, folder, jobs = sys.argv[1:]
    with Casebook.open(Path(case), plan=replace(TINY, read=read_slowly)) as book:
        print("open", flush=True)
        book.add([folder], jobs=int(jobs))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    names = ("Kari", "Ola", "Siv")
    for number in range(24):
        lines = [f"{name}: {number + place} boats" for place, name in enumerate(names)]
        (folder / f"{number:02}.txt").write_text("\n".join(lines))
    (folder / "bad.txt").write_text("unreadable")
    (folder / "copy.txt").write_bytes((folder / "03.txt").read_bytes())
    return folder


def _export(case: Path) -> str:
    with Casebook.open(case, plan=TINY) as book:
        return render(book.ledger(), "jsonl")


@pytest.mark.parametrize(("jobs", "kills"), [(1, 3), (2, 1)])
def test_the_next_run_completes_to_the_same_ledger(
    tmp_path: Path, folder: Path, jobs: int, kills: int
) -> None:
    undisturbed = tmp_path / "undisturbed.ordmot"
    with Casebook.open(undisturbed, plan=TINY) as book:
        book.add([folder])
    chance = random.Random(jobs)  # noqa: S311 - when to kill, not what to hide
    killed = tmp_path / "killed.ordmot"
    for _ in range(kills):
        _run_and_kill(killed, folder, jobs, chance.uniform(0.0, 0.25))
        with Casebook.open(killed, plan=TINY) as book:
            assert book.verify().faults == ()
    with Casebook.open(killed, plan=TINY) as book:
        book.add([folder])
        assert book.verify().faults == ()
    assert _export(killed) == _export(undisturbed)


def test_a_decision_survives_a_kill(tmp_path: Path, folder: Path) -> None:
    case = tmp_path / "case.ordmot"
    with Casebook.open(case, plan=TINY) as book:
        book.add([folder / "00.txt"])
        decided = book.review(book.ledger().gaps[0].id, Decision.REJECTED, by="Kari")
    _run_and_kill(case, folder, 1, 0.1)
    with Casebook.open(case, plan=TINY) as book:
        assert book.ledger().reviews == (decided,)


def _run_and_kill(case: Path, folder: Path, jobs: int, delay: float) -> None:
    """Run the job in a process of its own and kill it a while after it opened the case."""
    command = [sys.executable, "-c", _RUN, str(case), str(folder), str(jobs)]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
