"""Gaps as people judged them: rejected ones folded away, accepted ones not, relations as edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ordmot.ledger import Decision, Gap, Ledger, Review, Standing

_RULE = "a person"
_CONFIRMED = (Decision.ACCEPTED, Decision.EDITED)


def judge(ledger: Ledger) -> tuple[Gap, ...]:
    """Give the gaps that a log speaks of as it judges them.

    Only a verdict about the gap as it is now folds or unfolds it. The gaps of a rejected question
    are folded, but for those a person accepted.
    """
    return tuple(_judged(ledger, gap) for gap in _spoken_of(ledger))


def _spoken_of(ledger: Ledger) -> Iterable[Gap]:
    """Give the gaps that people spoke of, themselves or their question, each once."""
    found = ledger.findings
    own = (found.gaps[each] for each in ledger.spoken_of if each in found.gaps)
    of_questions = (gap for each in ledger.spoken_of for gap in found.gaps_of.get(each, ()))
    return {gap.id: gap for gap in (*own, *of_questions)}.values()


def _judged(ledger: Ledger, gap: Gap) -> Gap:
    """Give one gap as it was judged."""
    standing = ledger.standing(gap.id)
    edited = _edited(gap, standing)
    if standing.decision in _CONFIRMED and not standing.is_earlier:
        return replace(edited, is_weak=False)
    if _is_out(ledger, gap.id) or _is_out(ledger, gap.question):
        return replace(edited, is_weak=True)
    return edited


def _is_out(ledger: Ledger, record: str | None) -> bool:
    """Tell whether a record as it is now was rejected."""
    if record is None:
        return False
    standing = ledger.standing(record)
    return standing.decision is Decision.REJECTED and not standing.is_earlier


def _edited(gap: Gap, standing: Standing) -> Gap:
    """Give a gap the relation that a person gave it last."""
    for entry in reversed(standing.reviews):
        if entry.edit is not None and entry.edit.relation is not None and entry.subject == gap.id:
            return replace(
                gap,
                relation=entry.edit.relation,
                origin=gap.id,
                is_hint=False,
                reason=_reason(entry),
                rule=_RULE,
                rule_version="",
            )
    return gap


def _reason(entry: Review) -> str:
    """Say who gave a gap its relation, and why."""
    return f"{entry.note} ({entry.by})" if entry.note else f"as {entry.by} reads it"
