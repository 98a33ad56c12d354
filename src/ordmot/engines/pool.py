"""The engine that works in several processes."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from ordmot.errors import SettingsError

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 2  # items in flight for each process: enough to keep it busy, few enough for the memory
_DEATH = "The process that read it died, perhaps for lack of memory"


class Pool:
    """Several processes; an item that kills its process costs that item only."""

    def __init__(self, jobs: int) -> None:
        if jobs < 1:
            raise SettingsError(f"The number of jobs must be 1 or more, not {jobs}.")
        self.jobs = jobs

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        rescue: Callable[[Item, str], Result],
    ) -> Iterator[tuple[Item, Result]]:
        """Give each item with its result as it is done; items come one by one as there is room."""
        waiting = iter(items)
        while True:
            suspects: list[Item] = []
            yield from self._run(function, waiting, suspects)
            if not suspects:
                return
            for suspect in suspects:
                yield suspect, _alone(function, suspect, rescue)

    def _run(
        self, function: Callable[[Item], Result], waiting: Iterator[Item], suspects: list[Item]
    ) -> Iterator[tuple[Item, Result]]:
        """Work until no item is left or a process dies; then `suspects` are those in flight."""
        with _processes(self.jobs) as pool:
            flying: dict[Future[Result], Item] = {}
            try:
                while flying or not suspects:
                    room = 0 if suspects else self.jobs * _AHEAD - len(flying)
                    _launch(pool, function, islice(waiting, room), flying, suspects)
                    if not flying:
                        return
                    yield from _land(flying, suspects)
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


def _launch(
    pool: ProcessPoolExecutor,
    function: Callable[[Item], Result],
    items: Iterable[Item],
    flying: dict[Future[Result], Item],
    suspects: list[Item],
) -> None:
    """Send items to the pool; those that a broken pool does not take become suspects."""
    for item in items:
        try:
            flying[pool.submit(function, item)] = item
        except BrokenProcessPool:
            suspects.append(item)


def _land(
    flying: dict[Future[Result], Item], suspects: list[Item]
) -> Iterator[tuple[Item, Result]]:
    """Give what is done of the items in flight; where a process died, note whose it may be."""
    done, _ = wait(flying, return_when=FIRST_COMPLETED)
    for future in done:
        item = flying.pop(future)
        try:
            result = future.result()
        except BrokenProcessPool:
            suspects.append(item)
        else:
            yield item, result


def _alone(
    function: Callable[[Item], Result], item: Item, rescue: Callable[[Item, str], Result]
) -> Result:
    """Work on one item in a process of its own, to see whether it is the one that kills."""
    with _processes(1) as pool:
        try:
            return pool.submit(function, item).result()
        except BrokenProcessPool:
            return rescue(item, _DEATH)


def _processes(jobs: int) -> ProcessPoolExecutor:
    """Make a pool of fresh processes: forked ones inherit locks and open case files."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare)


def _prepare() -> None:
    """Prepare a worker: leave Ctrl-C to the parent, do not outlive it, keep libraries quiet."""
    logging.getLogger().addHandler(logging.NullHandler())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    """End this process when the parent's ends, however it ends (`kill -9` too)."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
