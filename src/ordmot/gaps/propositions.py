"""Relations between yes and no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ordmot.gaps.accounts import Account
from ordmot.gaps.kinship import share_event
from ordmot.gaps.making import Finding, make_gap, words_of
from ordmot.ledger import Act, Claim, Gap, Position, Relation
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.frames import framing_events

_ANSWERING = (Act.DENY, Act.ADMIT, Act.CONFIRM)


def relate_answers(accounts: Sequence[Account], question: str) -> Iterator[Gap]:
    """Relate who says yes and who says no, once for each pair of sources: their nearest words."""
    best: dict[tuple[str, str], Gap] = {}
    for yes in (a for a in accounts if a.claim.is_affirmed):
        for no in (a for a in accounts if not a.claim.is_affirmed):
            gap = _relate(yes, no, question)
            known = best.get((yes.root, no.root))
            if gap is not None and (known is None or gap.score > known.score):
                best[yes.root, no.root] = gap
    yield from best.values()


def _relate(yes: Account, no: Account, question: str) -> Gap | None:
    """Relate a yes and a no: of one source a change of position, of two a denial."""
    if yes.root == no.root:
        return turned_answer(yes, no, question) if share_event(yes.claim, no.claim) else None
    if no.claim.act not in _ANSWERING and not _negates_event(yes.claim, no.claim):
        return None
    return _denial(yes, no, question)


def _negates_event(yes: Claim, no: Claim) -> bool:
    """Tell whether a plain "not" denies an event that the other asserts.

    "No deal was done" does; "I don't have the figure", "I never saw any paper" deny nothing.
    """
    event = no.predicate
    if event is None or event.concept in framing_events() or not share_event(yes, no):
        return False
    return is_kind_of(event.concept, "event")


def _denial(yes: Account, no: Account, question: str) -> Gap:
    """Report that one denies what the other asserts."""
    reason = f"{no.speaker}: no, {words_of(no)}; {yes.speaker}: yes, {words_of(yes)}"
    finding = Finding(
        relation=Relation.DENIES,
        rule="opposite answers",
        reason=reason,
    )
    return make_gap(finding, (no, yes), question)


def turned_answer(yes: Account, no: Account, question: str) -> Gap | None:
    """Report that one source first said one thing and now the other, where its words show it."""
    stances = {yes.claim.position, no.claim.position}
    if not stances & {Position.EARLIER, Position.NOW}:
        return None
    if len(stances) == 1 and yes.claim.sentence == no.claim.sentence:
        return None  # "five were killed, but not 90": one breath is no change of mind
    first, last = (yes, no)
    if no.claim.position is Position.EARLIER or yes.claim.position is Position.NOW:
        first, last = (no, yes)
    reason = f"{first.speaker} at first: {words_of(first)}; later: {words_of(last)}"
    return make_gap(
        Finding(
            relation=Relation.CHANGED_POSITION,
            rule="turned answer",
            reason=reason,
        ),
        (first, last),
        question,
    )


def relate_pledges(accounts: Sequence[Account], question: str) -> Iterator[Gap]:
    """Set what was done against the agreement that the text itself measures it by."""
    by_id = {account.claim.id: account for account in accounts}
    for outcome in accounts:
        promise = by_id.get(outcome.claim.set_against or "")
        contrast = outcome.claim.contrast
        if promise is None or contrast is None:
            continue
        reason = f"agreed: {words_of(promise)}; done: {words_of(outcome)} (“{contrast.text}”)"
        yield make_gap(
            Finding(
                relation=Relation.FELL_SHORT,
                rule="pledge and deed",
                reason=reason,
            ),
            (promise, outcome),
            question,
        )
