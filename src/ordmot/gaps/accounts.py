"""The accounts of a question: each claim with its root, its document's date and its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.ledger import Answer, Claim, Document, Interval, Question, Reading, VoiceKind
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
    """Looks up the accounts of questions; the texts of `before` are not made small anew."""

    def __init__(self, readings: Sequence[Reading], before: Accounts | None = None) -> None:
        self._claims = {claim.id: claim for r in readings for claim in r.claims}
        self._readings = {r.document.id: r for r in readings}
        self._texts: dict[str, tuple[Document, str]] = before._texts if before else {}
        known = before._readings if before else {}
        self.changed = frozenset(
            key for key, r in self._readings.items() if known.get(key) is not r
        )
        """The documents that were not read so before."""

    def of(self, question: Question) -> list[Account]:
        """Give the accounts of a question, earliest document first, then in text order."""
        accounts = [self._account(answer) for answer in question.answers]
        return sorted(accounts, key=account_order)

    def _account(self, answer: Answer) -> Account:
        claim = self._claims[answer.claim]
        document = self._readings[claim.document].document
        return Account(
            claim=claim,
            answer=answer,
            date=document.metadata.date,
            interval=base_interval(claim.quantity) if claim.quantity else None,
            text=self._text(document),
        )

    def _text(self, document: Document) -> str:
        """Give the text of a document in small letters."""
        known = self._texts.get(document.id)
        if known is None or known[0] is not document:
            known = self._texts[document.id] = (document, document.text.casefold())
        return known[1]


def account_order(account: Account) -> tuple[str, str, int, str]:
    """Order accounts by date, document, place and id; the undated come first."""
    span = account.claim.span
    return account.date or "", span.document, span.start, account.claim.id
