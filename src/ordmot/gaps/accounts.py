"""The accounts of a question: each claim with its root, its document's date and its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.ledger import Answer, Claim, Interval, Question, Reading, VoiceKind
from ordmot.lexicon.measures import base_interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One claim as an answer: whom it goes back to, when it was published, in base units.

    `text` is that of its whole document, in small letters.
    """

    claim: Claim
    answer: Answer
    date: str | None
    interval: Interval | None
    text: str = ""

    @property
    def root(self) -> str:
        """Give the source the account goes back to."""
        return self.answer.root

    @property
    def speaker(self) -> str:
        """Name the speaker for a reader: the voice continued where the sentence names none."""
        if self.claim.root is not None:
            return self.claim.root
        if self.claim.speaker.kind is VoiceKind.UNSTATED:
            return "somebody unnamed"
        return self.claim.speaker.name

    @property
    def is_outlet(self) -> bool:
        """Tell whether the document itself tells it, on nobody's word."""
        return self.claim.speaker.kind is VoiceKind.DOCUMENT and self.claim.root is None


class Accounts:
    """Looks up the accounts of questions."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._claims = {claim.id: claim for r in readings for claim in r.claims}
        self._dates = {r.document.id: r.document.metadata.date for r in readings}
        self._texts = {r.document.id: r.document.text.casefold() for r in readings}

    def of(self, question: Question) -> list[Account]:
        """Give the accounts of a question, earliest document first, then in text order."""
        accounts = [self._account(answer) for answer in question.answers]
        return sorted(accounts, key=account_order)

    def _account(self, answer: Answer) -> Account:
        claim = self._claims[answer.claim]
        return Account(
            claim=claim,
            answer=answer,
            date=self._dates[claim.document],
            interval=base_interval(claim.quantity) if claim.quantity else None,
            text=self._texts[claim.document],
        )


def account_order(account: Account) -> tuple[str, str, int, str]:
    """Order accounts by date, document, place and id; the undated come first."""
    span = account.claim.span
    return account.date or "", span.document, span.start, account.claim.id
