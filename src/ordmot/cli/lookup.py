"""Finding a record by its id or the beginning of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ordmot.errors import CaseError
from ordmot.ledger import Ledger

_SHOWN = 5  # candidates named where a beginning fits several


def find_id(wanted: str, ids: Iterable[str], kind: str) -> str:
    """Find the one id that `wanted` begins, with or without the word before its digits.

    >>> find_id("3f", ["gap-3f2a", "gap-9c11"], "gap")
    'gap-3f2a'
    """
    known = sorted(set(ids))
    if wanted in known:
        return wanted
    found = [each for each in known if each.startswith(wanted) or _digits(each).startswith(wanted)]
    if len(found) == 1 and wanted:
        return found[0]
    if not found:
        raise CaseError(f"The case has no {kind} {wanted!r}. {_advice(kind)}")
    more = " …" if len(found) > _SHOWN else ""
    raise CaseError(
        f"{wanted!r} begins the ids of {len(found)} records: {', '.join(found[:_SHOWN])}{more}. "
        "Give more of it."
    )


def _digits(record_id: str) -> str:
    """Give an id without the word before it."""
    return record_id.rpartition("-")[2]


def _advice(kind: str) -> str:
    """Say which command lists the ids of a kind of record."""
    commands = {"document": "document", "actor": "voices", "entry": "log"}
    return f"`ordmot {commands.get(kind, 'gaps')}` lists them."


def all_ids(ledger: Ledger) -> Iterator[str]:
    """Give the id of every record that a person can decide about."""
    for reading in ledger.readings:
        yield reading.document.id
        yield from (statement.id for statement in reading.statements)
        yield from (quantity.id for quantity in reading.quantities)
        yield from (claim.id for claim in reading.claims)
    yield from (actor.id for actor in ledger.comparison.actors)
    yield from (question.id for question in ledger.questions)
    yield from (gap.id for gap in ledger.gaps)
