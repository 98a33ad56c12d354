"""Who says what in which document: the matrix of a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.casebook.views import Account
from ordmot.ledger import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Voices down, documents across; each cell has the accounts of a voice in a document."""

    documents: tuple[Document, ...]
    rows: tuple[tuple[str, tuple[tuple[Account, ...], ...]], ...]


def make_matrix(accounts: Sequence[Account]) -> Matrix:
    """Lay the accounts of a question out by voice and by document, the earliest document first."""
    documents = {account.document.id: account.document for account in accounts}
    ordered = sorted(documents.values(), key=lambda d: (d.metadata.date or "9999", d.name))
    voices = dict.fromkeys(_voice_of(account) for account in accounts)
    rows = []
    for voice in voices:
        own = [account for account in accounts if _voice_of(account) == voice]
        cells = tuple(
            tuple(account for account in own if account.document.id == document.id)
            for document in ordered
        )
        rows.append((own[0].voice, cells))
    return Matrix(documents=tuple(ordered), rows=tuple(rows))


def _voice_of(account: Account) -> str:
    """Tell voices apart: by their actor, else by their name."""
    return account.voice_id or account.voice


def in_time(accounts: Sequence[Account]) -> list[Account]:
    """Order accounts by the date of their document, those without one last."""
    return sorted(accounts, key=lambda account: account.document.metadata.date or "9999")
