"""The relations of a case in words: between whom, how far apart, why, and who decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ordmot.ledger import Gap, Interval, Relation, Size
from ordmot.report.accounts import Account, name_voice
from ordmot.report.case import Case, anchor_of
from ordmot.report.notation import write_date, write_number, write_ratio, write_unit
from ordmot.report.words import Words

_SHORT = 14

_SIGNS = {
    Relation.CONTRADICTS: "↔",
    Relation.AGREES: "=",
    Relation.REFINES: "≈",
    Relation.SUBSET: "⊂",
    Relation.SUMS_TO: "+",
    Relation.CHANGED_POSITION: "→",
    Relation.UPDATED: "→",
    Relation.FELL_SHORT: "→",
    Relation.DENIES: "↔",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of a relation: its letter in the question, if it has one there, voice and words."""

    letter: str | None
    voice: str
    words: str
    language: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """A gap as the page shows it."""

    gap: Gap
    name: str
    sign: str
    parties: tuple[Party, ...]
    size: str
    reviews: tuple[str, ...]


def show_gap(gap: Gap, case: Case, accounts: Mapping[str, Account]) -> RelationView:
    """Put a gap in words; `accounts` are those of its question, by the id of their claim."""
    return RelationView(
        gap=gap,
        name=case.words.name("relation", gap.relation),
        sign=_SIGNS[gap.relation],
        parties=tuple(_show_party(claim, case, accounts) for claim in gap.claims),
        size=say_size(gap.size, case.words),
        reviews=list_reviews(gap.id, case),
    )


def _show_party(claim_id: str, case: Case, accounts: Mapping[str, Account]) -> Party:
    """Show one side of a relation."""
    claim = case.ledger.claim(claim_id)
    account = accounts.get(claim_id)
    span = claim.quantity.span if claim.quantity else claim.span
    return Party(
        letter=account.letter if account else None,
        voice=name_voice(claim.speaker, case.words),
        words=span.text,
        language=claim.language,
        anchor=anchor_of(claim_id),
    )


def say_size(size: Size | None, words: Words) -> str:
    """Say how far apart: by which factor, and by how much.

    >>> from ordmot.report.words import read_words
    >>> size = Size(nearest_ratio=4.0, middle_ratio=None, difference=30.0, unit=None)
    >>> say_size(size, read_words("en"))
    'The nearest ends are 4 times apart; the nearest ends differ by 30.'
    """
    if size is None:
        return ""
    language, parts = words.language, []
    if size.nearest_ratio is not None and size.nearest_ratio > 1:
        parts.append(words("apart_nearest", ratio=write_ratio(size.nearest_ratio, language)))
        middle = write_ratio(size.middle_ratio or size.nearest_ratio, language)
        if middle != write_ratio(size.nearest_ratio, language):
            parts.append(words("apart_middle", ratio=middle))
    if size.difference:
        amount = write_number(size.difference, language)
        unit = write_unit(size.unit, size.difference, words)
        parts.append(words("difference", difference=f"{amount} {unit}".strip()))
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}." if said else ""


def say_ratio(gap: Gap, words: Words) -> str:
    """Say a gap's size as short as can be: `62 ×`; nothing where it has no ratio."""
    if gap.size is not None and gap.size.nearest_ratio and gap.size.nearest_ratio > 1:
        return f"{write_ratio(gap.size.nearest_ratio, words.language)} ×"
    return ""


def say_difference(gap: Gap, words: Words) -> str:
    """Say how much lies between the two sides: `17 apart`; nothing where that is not known."""
    if gap.size is None or not gap.size.difference:
        return ""
    amount = write_number(gap.size.difference, words.language)
    unit = write_unit(gap.size.unit, gap.size.difference, words)
    return words("apart", difference=f"{amount} {unit}".strip())


def say_sides(gap: Gap, accounts: Mapping[str, Account]) -> str:
    """Set the two readings against one another, `0 ↔ 17`; nothing where that gets long."""
    sides = [accounts[claim] for claim in gap.claims[:2] if claim in accounts]
    if len(sides) < 2 or any(_is_yes_or_no(side) for side in sides):
        return ""
    said = " ↔ ".join(side.read_as for side in sides)
    return said if len(said) <= _SHORT else ""


def _is_yes_or_no(account: Account) -> bool:
    return account.claim.quantity is None and account.claim.answer is None


def list_reviews(subject: str, case: Case) -> tuple[str, ...]:
    """Say what people decided about a record, in the order they did."""
    words, said = case.words, []
    for review in sorted(case.ledger.standing(subject).reviews, key=lambda review: review.at):
        decision = words.name("decision", review.decision)
        at = write_date(review.at.removesuffix("Z"), words.language)
        note = f": {review.note}" if review.note else ""
        said.append(words("reviewed", decision=decision, by=review.by, at=at) + note)
    return tuple(said)


def empty_stretch(
    gaps: Sequence[Gap], accounts: Mapping[str, Account]
) -> tuple[Gap, tuple[float, float]] | None:
    """Find the first gap whose two sides leave an empty stretch on the number line."""
    for gap in gaps:
        sides = [accounts[claim].interval for claim in gap.claims[:2] if claim in accounts]
        if len(sides) == 2 and sides[0] is not None and sides[1] is not None:
            stretch = between(sides[0], sides[1])
            if stretch is not None:
                return gap, stretch
    return None


def between(one: Interval, other: Interval) -> tuple[float, float] | None:
    """Give the stretch between two intervals that do not meet.

    >>> between(Interval(low=200, high=None), Interval(low=3, high=5))
    (5, 200)
    """
    if one.low is not None and other.high is not None and other.high < one.low:
        return other.high, one.low
    if other.low is not None and one.high is not None and one.high < other.low:
        return one.high, other.low
    return None
