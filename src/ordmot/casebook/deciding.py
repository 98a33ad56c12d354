"""The ledger as decided, made once for each state of the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ordmot.decisions import shape_of
from ordmot.flow import Plan, Store, judge, mark_of, reshape
from ordmot.ledger import Ledger, in_force


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
        self._documents: object = None
        self._head: str | None = None
        self._shape: object = None
        self._machine = Ledger()
        self._shaped = Ledger()
        self._ledger = Ledger()

    def ledger(self, version: str) -> Ledger:
        """Give the ledger of the case as it is now, compared by a version of the plan."""
        refusals = tuple(refusal.id for refusal in self._store.refusals())
        documents = (mark_of(self._store.entries(), version), refusals)
        if documents != self._documents:
            self._machine = self._make_machine()
            self._documents, self._head, self._shape = documents, None, None
        head = self._store.head()
        if head != self._head:
            self._decide()
            self._head = head
        return self._ledger

    def _decide(self) -> None:
        """Apply the log to what the machine found."""
        log = self._store.reviews()
        machine = replace(self._machine, reviews=log)
        shape = shape_of(in_force(log))
        if shape != self._shape:
            self._shaped = reshape(self._plan, machine)
            self._shape = shape
        beside = None if self._shaped.machine is None else machine
        shaped = replace(self._shaped, reviews=log, machine=beside)
        self._ledger = judge(shaped)
