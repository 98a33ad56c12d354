"""Taking documents in while the case is open: read in the background, told as it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock, Thread

from ordmot.casebook import Added, Casebook
from ordmot.errors import OrdmotError
from ordmot.ledger import Refusal, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the reading has come; `step` is `reading`, `comparing`, or empty at rest."""

    step: str = ""
    done: int = 0
    total: int = 0
    read: int = 0
    known: int = 0
    refused: tuple[Refusal, ...] = ()
    problem: str = ""

    @property
    def is_over(self) -> bool:
        """Tell whether something was read and nothing is any more."""
        return not self.step and bool(self.read or self.known or self.refused or self.problem)


class Intake:
    """Reads what is handed in, one batch after the other; hears how far each has come."""

    def __init__(self, book: Casebook) -> None:
        self._book = book
        self._lock = Lock()
        self._waiting: list[Source] = []
        self._worker: Thread | None = None
        self._step, self._done, self._total = "", 0, 0
        self._added: list[Added] = []
        self._problem = ""

    def take(self, sources: Sequence[Source]) -> None:
        """Hand documents in; they are read as soon as those before them are."""
        with self._lock:
            self._waiting += sources
            if self._worker is None and self._waiting:
                self._added, self._problem = [], ""
                self._step = "reading"
                self._worker = Thread(target=self._work, name="intake", daemon=True)
                self._worker.start()

    def progress(self) -> Progress:
        """Say how far the reading has come."""
        with self._lock:
            return Progress(
                step=self._step,
                done=self._done,
                total=self._total,
                read=sum(len(added.read) for added in self._added),
                known=sum(len(added.known) for added in self._added),
                refused=tuple(refusal for added in self._added for refusal in added.refused),
                problem=self._problem,
            )

    def wait(self) -> None:
        """Wait until everything that was handed in is read."""
        worker = self._worker
        if worker is not None:
            worker.join()

    def _work(self) -> None:
        """Read batch after batch until none waits."""
        while batch := self._next():
            try:
                added = self._book.add_sources(batch, progress=self)
            except OrdmotError as error:
                self._problem = str(error)
            else:
                self._added.append(added)

    def _next(self) -> list[Source]:
        """Take what waits; the worker ends where nothing does."""
        with self._lock:
            batch, self._waiting = self._waiting, []
            if not batch:
                self._worker, self._step = None, ""
            return batch

    def begin(self, step: str, total: int | None) -> None:
        """Hear that a step begins."""
        self._step, self._done, self._total = step, 0, total or 0

    def advance(self, name: str) -> None:  # noqa: ARG002 - the page counts, it does not name
        """Hear that one document is done."""
        self._done += 1

    def end(self) -> None:
        """Hear that the step is over."""
