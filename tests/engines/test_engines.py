from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ordmot.engines import Local, Pool
from ordmot.errors import SettingsError
from ordmot.flow import Engine

ENGINES = [Local(), Pool(2)]


def square(number: int) -> int:
    return number * number


def square_or_die(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number * number


def _rescue(number: int, why: str) -> int:
    assert "died" in why
    return -number


@pytest.mark.parametrize("engine", ENGINES, ids=["local", "pool"])
def test_every_item_comes_back_with_its_result(engine: Engine) -> None:
    found = dict(engine.map(square, range(20), _rescue))
    assert found == {number: number * number for number in range(20)}


@pytest.mark.parametrize("engine", ENGINES, ids=["local", "pool"])
def test_nothing_to_do_is_nothing_done(engine: Engine) -> None:
    assert list(engine.map(square, [], _rescue)) == []


@pytest.mark.parametrize("engine", ENGINES, ids=["local", "pool"])
def test_items_are_taken_as_there_is_room(engine: Engine) -> None:
    taken: list[int] = []

    def supply() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = engine.map(square, supply(), _rescue)
    next(results)
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]


def test_a_death_costs_only_the_item_that_killed() -> None:
    found = dict(Pool(2).map(square_or_die, range(10), _rescue))
    assert found == {n: -n if n == 3 else n * n for n in range(10)}


def test_a_pool_of_none_is_refused() -> None:
    with pytest.raises(SettingsError, match="1 or more"):
        Pool(0)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="lists the children through /proc")
def test_workers_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent("""
        import sys, time
        from ordmot.engines import Pool

        if __name__ == "__main__":
            for _ in Pool(2).map(time.sleep, [0, 0, 60, 60], lambda item, why: None):
                print("one", flush=True)
        """)
    )
    command = [sys.executable, str(script)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as parent:  # noqa: S603 - our own
        assert parent.stdout
        parent.stdout.readline()
        workers = _children(parent.pid)
        parent.send_signal(signal.SIGKILL)
    assert workers
    deadline = time.monotonic() + 10
    while any(_is_running(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [worker for worker in workers if _is_running(worker)]


def _children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _is_running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
