"""What a dossier is made of: the ledger, the original bytes, and what is known of how they came."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ordmot.errors import CaseError
from ordmot.flow import Handling
from ordmot.ledger import Ledger, as_plain
from ordmot.report.words import Words, majority_language, read_words


def _no_original(document: str) -> bytes:
    """Say that there are no bytes."""
    raise CaseError(f"The original bytes of {document} are not at hand.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a format may draw on; `language` is that of the reader, None for the case's own.

    `original` gives the bytes of a document, `custody` what happened to each, `run` the versions
    and models behind the ledger. `own_cells` are a person's own columns of the spreadsheet: by
    sheet and row, then by the name of the column. `withheld` are the documents whose original
    bytes may not be given out; `is_redacted` tells that something was left out on purpose.
    """

    ledger: Ledger
    original: Callable[[str], bytes] = _no_original
    language: str | None = None
    custody: tuple[Handling, ...] = ()
    run: Mapping[str, object] = field(default_factory=dict)
    own_cells: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()
    is_redacted: bool = False

    @property
    def words(self) -> Words:
        """Give the words of the reader's language."""
        return read_words(self.language or majority_language(self.ledger.documents))


def as_json(value: object) -> bytes:
    """Write a value as JSON for people and programs: the same value, the same bytes."""
    return _encode(json.dumps(value, ensure_ascii=False, indent=2, default=as_plain) + "\n")


def as_lines(values: list[object]) -> bytes:
    """Write values as JSON Lines."""
    lines = (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=as_plain)
        for value in values
    )
    return _encode("".join(f"{line}\n" for line in lines))


def as_text(text: str) -> bytes:
    """Write text as UTF-8; half a surrogate pair, which has none, becomes its escape."""
    return _encode(text)


def _encode(text: str) -> bytes:
    """Write text as UTF-8; in JSON the escape of half a surrogate pair is what it stands for."""
    return text.encode("utf-8", "backslashreplace")
