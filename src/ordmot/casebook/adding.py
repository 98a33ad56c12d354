"""An account that a person found: selected words become a claim."""

from __future__ import annotations

from dataclasses import replace

from ordmot.decisions import Voices, edit_claim
from ordmot.errors import AnchorError, CaseError
from ordmot.flow import Plan
from ordmot.ledger import (
    Act,
    Claim,
    Edit,
    Ledger,
    Modality,
    Passage,
    Quantity,
    QuantityKind,
    Reading,
    Span,
    in_days,
)

_COMPARABLE = (QuantityKind.AMOUNT, QuantityKind.TIME_OF_DAY, QuantityKind.DATE)


def make_account(plan: Plan, ledger: Ledger, words: Span, reading: Edit, by: str) -> Claim:
    """Make the claim of words that a person selected, as the person reads them.

    Without an interval the words are measured; where they hold no amount, it is a yes/no account.
    Without a voice it is the document's own. CaseError if the words are not the document's, or
    the account is there already.
    """
    home = _home(ledger, words)
    passage = next((p for p in home.passages if p.span.covers(words)), None)
    language = passage.language if passage else home.document.language
    bare = Claim(
        span=words,
        sentence=_sentence(passage, words),
        language=language,
        quantity=None if reading.interval else _measured(plan, words, language),
        modality=Modality.ASSERTED,
        act=Act.SAY,
        voices=(home.document.own_voice,),
        reason=f"added by {by}",
    )
    voices = Voices(ledger.comparison.actors)
    claim = replace(edit_claim(bare, reading, by, voices), origin=None, reason=bare.reason)
    if claim.id in {each.id for each in home.claims}:
        raise CaseError(f"The case has this account already: {claim.id}. Edit or move it.")
    return claim


def _home(ledger: Ledger, words: Span) -> Reading:
    """Give the reading of the document that words stand in; CaseError if they do not."""
    for reading in ledger.readings:
        if reading.document.id == words.document:
            try:
                words.check(reading.document.text)
            except AnchorError as error:
                raise CaseError(str(error)) from error
            if not words.text.strip():
                raise CaseError("The selection holds no words.")
            return reading
    raise CaseError(f"The case has no document {words.document!r}. `ordmot document` lists them.")


def _sentence(passage: Passage | None, words: Span) -> Span:
    """Give the sentence that words stand in; the passage, or else the words where there is none."""
    if passage is None:
        return words
    return next((s for s in passage.sentences if s.covers(words)), passage.span)


def _measured(plan: Plan, words: Span, language: str) -> Quantity | None:
    """Give the first amount in words that can be compared."""
    found = plan.measure(
        words.text, language, document=words.document, offset=words.start, now=None
    )
    return next((_settled(quantity) for quantity in found if quantity.kind in _COMPARABLE), None)


def _settled(quantity: Quantity) -> Quantity:
    """Give a date in whole days, as the machine's own accounts have it."""
    if quantity.kind is not QuantityKind.DATE:
        return quantity
    return replace(quantity, interval=in_days(quantity.interval), unit="day", stated=())
