"""The one error family of Ordmot: each says what was expected, what came and what to do."""

from __future__ import annotations


class OrdmotError(Exception):
    """Anything that Ordmot reports to a person; the message stands on its own."""


class DocumentError(OrdmotError):
    """One document cannot be read; the others are, and this reason goes into the ledger."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}. {advice}")
        self.reason = reason
        self.advice = advice


class AnchorError(OrdmotError):
    """A span's words are not the words that stand at its offsets."""


class CaseError(OrdmotError):
    """A case file cannot be opened, is not a case, or holds no such record."""


class SettingsError(OrdmotError):
    """A setting or an option is unknown or out of range."""


class ModelError(SettingsError):
    """The files of a model that was named, or came with the package, are missing or damaged."""
