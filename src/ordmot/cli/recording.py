"""A case opened to record a decision, and what is shown of the entry."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ordmot.casebook import Casebook
from ordmot.cli.lookup import all_ids, find_id
from ordmot.cli.terminal import make_console, print_json, visible
from ordmot.ledger import Decision, Ledger, Review

_ACTOR = "actor-"


@dataclass(frozen=True, slots=True)
class Desk:
    """A case with the ids that a person may type the beginning of."""

    book: Casebook

    @property
    def ledger(self) -> Ledger:
        """Give the ledger as decided."""
        return self.book.ledger()

    def find(self, wanted: str, kind: str = "record") -> str:
        """Find the record whose id begins so; of one kind only where it is named."""
        ids = all_ids(self.ledger)
        own = ids if kind == "record" else (each for each in ids if each.startswith(f"{kind}-"))
        return find_id(wanted, own, kind)

    def find_entry(self, wanted: str) -> str:
        """Find the entry of the log whose id begins so."""
        return find_id(wanted, (entry.id for entry in self.book.log()), "entry")

    def is_actor(self, record: str) -> bool:
        """Tell whether a record is an actor."""
        return record.startswith(_ACTOR)


@contextmanager
def open_desk(case: Path) -> Iterator[Desk]:
    """Open a case that is there."""
    with Casebook.open(case, must_exist=True) as book:
        yield Desk(book)


def show_entry(desk: Desk, entry: Review, *, as_json: bool) -> None:
    """Print what was recorded, and under which id its subject is found now."""
    if as_json:
        print_json(entry)
        return
    now = None if entry.decision is Decision.UNDONE else desk.ledger.find(entry.about)
    moved = f" It is {now} now." if now not in (None, entry.subject) else ""
    line = f"{entry.subject}: {entry.decision} by {entry.by}.{moved}"
    make_console().print(visible(line), soft_wrap=True)
