"""Bringing a ledger in that was written as JSON Lines, with its log."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import dataclass, field
from typing import TypeVar

from ordmot.errors import CaseError, SettingsError
from ordmot.flow import rank
from ordmot.ledger import (
    Actor,
    Check,
    Claim,
    Comparison,
    Document,
    Gap,
    Ledger,
    Passage,
    Quantity,
    Question,
    Reading,
    Refusal,
    Review,
    Statement,
    broken_links,
    sha256_of,
)
from ordmot.store import decode

Record = TypeVar("Record")

_KINDS: dict[str, type] = {
    "document": Document,
    "passage": Passage,
    "quantity": Quantity,
    "statement": Statement,
    "claim": Claim,
    "refusal": Refusal,
    "actor": Actor,
    "question": Question,
    "gap": Gap,
    "check": Check,
    "review": Review,
}
_IN_DOCUMENTS = (Passage, Quantity, Statement, Claim)
_WORKED_OUT = ("decided ", "left out")
"""Lines that say what the log changes: it is applied anew."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A ledger that was read from a file, and the original bytes that came with it."""

    ledger: Ledger
    originals: dict[str, bytes]


@dataclass(slots=True)
class _Pile:
    """The records of a file: documents, what was found in each, and all others."""

    documents: list[Document] = field(default_factory=list)
    found: dict[str, list[object]] = field(default_factory=dict)
    others: list[object] = field(default_factory=list)

    def of(self, kind: type[Record], document: str | None = None) -> tuple[Record, ...]:
        """Give the records of a type, in their order."""
        records = self.others if document is None else self.found[document]
        return tuple(record for record in records if isinstance(record, kind))


def read_ledger(data: bytes) -> Brought:
    """Read the ledger that `export --format jsonl` wrote; SettingsError names the line at fault."""
    pile, originals = _Pile(), dict[str, bytes]()
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), start=1):
        if not line.strip():
            continue
        plain = _parsed(line, number)
        if plain["type"] == "original":
            originals[str(plain.get("document"))] = _bytes(plain, number)
        elif not str(plain["type"]).startswith(_WORKED_OUT):
            _add(pile, plain, number)
    ledger = _ledger(pile)
    _check(ledger, originals)
    return Brought(ledger, originals)


def _parsed(line: str, number: int) -> dict[str, object]:
    """Parse one line."""
    try:
        plain = json.loads(line)
    except ValueError as error:
        raise _fault(number, f"it is no JSON ({error})") from error
    if not isinstance(plain, dict) or "type" not in plain:
        raise _fault(number, "it has no type")
    return plain


def _bytes(plain: dict[str, object], number: int) -> bytes:
    """Give the original bytes that a line holds."""
    try:
        return b64decode(str(plain.get("base64")), validate=True)
    except ValueError as error:
        raise _fault(number, f"its bytes are damaged ({error})") from error


def _add(pile: _Pile, plain: dict[str, object], number: int) -> None:
    """Make the record of a line and put it on the pile."""
    kind = _KINDS.get(str(plain["type"]))
    if kind is None:
        raise _fault(number, f"this version knows no {plain['type']!r}")
    try:
        record: object = decode(kind, json.dumps(plain))
    except CaseError as error:
        raise _fault(number, f"its {plain['type']} is damaged ({error.__cause__})") from error
    if getattr(record, "id", None) != plain.get("id"):
        raise _fault(number, "its id is not that of its content")
    if isinstance(record, Document):
        pile.documents.append(record)
        pile.found[record.id] = []
    elif not isinstance(record, _IN_DOCUMENTS):
        pile.others.append(record)
    elif pile.documents:
        pile.found[pile.documents[-1].id].append(record)
    else:
        raise _fault(number, "its document does not stand before it")


def _fault(number: int, why: str) -> SettingsError:
    """Say which line is at fault, and why."""
    return SettingsError(
        f"Line {number} cannot be brought in: {why}. Export the case anew with "
        "`ordmot export --format jsonl`."
    )


def _ledger(pile: _Pile) -> Ledger:
    """Make the machine's ledger of the records, with the log."""
    readings = tuple(
        Reading(
            document=document,
            passages=pile.of(Passage, document.id),
            quantities=pile.of(Quantity, document.id),
            statements=pile.of(Statement, document.id),
            claims=pile.of(Claim, document.id),
        )
        for document in pile.documents
    )
    comparison = Comparison(
        actors=pile.of(Actor),
        questions=pile.of(Question),
        gaps=pile.of(Gap),
        checks=pile.of(Check),
    )
    return Ledger(
        readings=readings,
        refusals=pile.of(Refusal),
        comparison=rank(comparison),
        reviews=pile.of(Review),
    )


def _check(ledger: Ledger, originals: dict[str, bytes]) -> None:
    """Refuse a log that does not hold together, and bytes that are not those of their document."""
    for entry in broken_links(ledger.reviews):
        raise SettingsError(
            f"The log breaks at {entry.id}: it does not follow the entry before it. A redacted "
            "export, or one that was edited, cannot be brought in."
        )
    hashes = {document.id: document.sha256 for document in ledger.documents}
    for document, data in originals.items():
        if hashes.get(document) != sha256_of(data):
            raise SettingsError(
                f"The original bytes of {document} are not those that were read: the file was "
                "changed. Export the case anew."
            )
