"""What there is to take back, and to do again."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.errors import CaseError
from ordmot.ledger import Decision, Review, in_force


def newest_decision(log: Sequence[Review], by: str) -> Review:
    """Give the newest decision of a person that is in force, in whatever document."""
    for entry in reversed(in_force(log)):
        if entry.by == by and entry.decision is not Decision.UNDONE:
            return entry
    raise CaseError(f"{by} has decided nothing that could be undone. `ordmot log` lists it all.")


def newest_undo(log: Sequence[Review], by: str) -> Review:
    """Give the newest undo of a person that is in force, since that person last decided anew."""
    entries = {entry.id: entry for entry in log}
    valid = {entry.id for entry in in_force(log)}
    for entry in reversed(log):
        if entry.by != by:
            continue
        if entry.decision is not Decision.UNDONE:
            break
        taken_back = entries[entry.subject].decision
        if entry.id in valid and taken_back is not Decision.UNDONE:
            return entry
    raise CaseError(f"{by} has undone nothing since the last decision. `ordmot log` lists it all.")


def entry_in_force(log: Sequence[Review], entry_id: str) -> Review:
    """Give an entry of the log that nobody took back."""
    if entry_id not in {entry.id for entry in log}:
        raise CaseError(f"The log has no entry {entry_id!r}. `ordmot log` lists them.")
    for entry in in_force(log):
        if entry.id == entry_id:
            return entry
    raise CaseError(f"{entry_id} is taken back already. `ordmot log` shows by whom.")
