"""From the machine's ledger and the log to what is compared anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.decisions.accounts import decide_accounts
from ordmot.decisions.actors import decide_actors
from ordmot.decisions.grouping import Grouping
from ordmot.ledger import VERDICTS, Actor, Decision, Ledger, Question, Reading, Review, Texts

_ALWAYS = frozenset((Decision.MOVED, Decision.MERGED, Decision.SPLIT, Decision.ADDED))
_GAP, _CLAIM = "gap-", "claim-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Accounts, actors and questions as people decided; what a question lacks is to be filled in.

    A question that people put together has no concepts and no scope, and no text where it is new.
    """

    readings: tuple[Reading, ...]
    actors: tuple[Actor, ...]
    questions: tuple[Question, ...]


def shape_of(log: Sequence[Review]) -> tuple[str, ...]:
    """Name what of a log in force changes what is compared: the same names, the same questions."""
    return (*(entry.id for entry in log if _shapes(entry)), *_rejected(log))


def apply(machine: Ledger) -> Draft | None:
    """Apply the log of a ledger to what the machine found, None where it changes nothing there.

    An account keeps its id when it is edited. One that was rejected answers no question, unless it
    is read differently now.
    """
    log = [entry for entry in machine.in_force if _shapes(entry)]
    rejected = _rejected(machine.in_force)
    if not log and not rejected:
        return None
    readings = decide_accounts(machine, log)
    actors = decide_actors(readings, machine.comparison.actors, log)
    texts = machine.texts if readings == machine.readings else Texts(readings)
    grouping = Grouping(machine, texts)
    for entry in log:
        grouping.apply(entry)
    grouping.drop(rejected)
    return Draft(readings=texts.readings, actors=actors, questions=grouping.questions())


def _shapes(entry: Review) -> bool:
    """Tell whether an entry changes accounts, actors or questions."""
    if entry.decision is Decision.EDITED:
        return entry.edit is not None and not entry.subject.startswith(_GAP)
    return entry.decision in _ALWAYS


def _rejected(log: Sequence[Review]) -> list[str]:
    """Give the accounts whose newest verdict is that they are none."""
    verdicts = {
        entry.subject: entry.decision
        for entry in log
        if entry.subject.startswith(_CLAIM) and entry.decision in VERDICTS
    }
    return sorted(claim for claim, last in verdicts.items() if last is Decision.REJECTED)
