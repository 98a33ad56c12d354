"""The ledger as decided, made once for each state of the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from ordmot.decisions import shape_of
from ordmot.flow import Plan, Store, judge, reshape
from ordmot.ledger import Ledger, Review, in_force


class Decided:
    """Keeps the ledger of a case until its documents or its log change.

    A verdict folds gaps and is quickly applied; accounts are compared anew only after a decision
    about what they say or what they answer.
    """

    def __init__(
        self, store: Store, machine: Callable[[], Ledger], plan: Callable[[], Plan]
    ) -> None:
        self._store = store
        self._make_machine = machine
        self._plan = plan
        self._lock = Lock()
        self._stamp: str | None = None
        self._documents: object = None
        self._log: tuple[Review, ...] = ()
        self._shape: object = None
        self._machine = Ledger()
        self._shaped = Ledger()
        self._ledger = Ledger()

    def ledger(self, version: str) -> Ledger:
        """Give the ledger of the case as it is now, compared by a version of the plan."""
        with self._lock:
            stamp = self._store.stamp()
            if stamp != self._stamp:
                self._bring_up_to_date(version)
                self._stamp = stamp
            return self._ledger

    def _bring_up_to_date(self, version: str) -> None:
        """Look at what changed in the case: its documents, its log, or nothing that counts here."""
        refusals = tuple(refusal.id for refusal in self._store.refusals())
        documents = (version, self._store.handled(), refusals)
        is_new = documents != self._documents
        if is_new:
            self._machine = self._make_machine()
            self._documents, self._shape = documents, None
        log = self._grown_log()
        if is_new or log is not self._log:
            self._log = log
            self._decide()

    def _grown_log(self) -> tuple[Review, ...]:
        """Give the log: only what was added to it is read, where it begins as it did."""
        last = self._log[-1].seal if self._log else ""
        if self._store.head() == last:
            return self._log
        added = self._store.reviews(len(self._log))
        if added and added[0].previous == last:
            return (*self._log, *added)
        return self._store.reviews()

    def _decide(self) -> None:
        """Apply the log to what the machine found."""
        log = self._log
        machine = replace(self._machine, reviews=log)
        shape = shape_of(in_force(log))
        if shape != self._shape:
            self._shaped = reshape(self._plan, machine, self._shaped)
            self._shape = shape
        beside = None if self._shaped.machine is None else machine
        shaped = replace(self._shaped, reviews=log, machine=beside)
        self._ledger = judge(shaped)
