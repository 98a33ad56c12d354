"""The questions as the page shows them: accounts, picture, relations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ordmot.ledger import Gap, Interval, QuantityKind, Question, foremost
from ordmot.report.accounts import Account, by_letter, list_accounts
from ordmot.report.case import Case
from ordmot.report.notation import write_interval, write_unit, write_value
from ordmot.report.number_line import NARROW, WIDE, Bar, Drawing, NumberLine, draw
from ordmot.report.ranges import RangeView, list_ranges
from ordmot.report.relations import (
    RelationView,
    empty_stretch,
    list_reviews,
    say_difference,
    say_ratio,
    say_sides,
    show_gap,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question with all that its part of the page says.

    `lines` are the same picture for wide and for narrow pages, empty where nothing is counted;
    `headline` is its strongest relation; `left_out` names accounts whose unit has no place there.
    """

    question: Question
    number: int
    accounts: tuple[Account, ...]
    lines: tuple[NumberLine, ...]
    left_out: tuple[str, ...]
    headline: RelationView | None
    ratio: str
    strong: tuple[RelationView, ...]
    weak: tuple[RelationView, ...]
    reviews: tuple[str, ...]
    ranges: tuple[RangeView, ...]

    @property
    def printed(self) -> list[Account]:
        """Give the first account of each letter."""
        return [account for account, _ in by_letter(self.accounts)]

    @property
    def repeats(self) -> int:
        """Count the accounts that only repeat another: the same source, the same amount."""
        return len(self.accounts) - len(self.printed)

    @property
    def is_yes_or_no(self) -> bool:
        """Tell whether the question is answered by yes or no."""
        return self.question.dimension == "yes/no"

    @property
    def affirming(self) -> list[Account]:
        """Give the accounts that say yes, one a letter."""
        return [account for account in self.printed if account.claim.is_affirmed]

    @property
    def denying(self) -> list[Account]:
        """Give the accounts that say no, one a letter."""
        return [account for account in self.printed if not account.claim.is_affirmed]


def show_question(question: Question, case: Case) -> QuestionView:
    """Make the view of a question."""
    accounts = list_accounts(question, case)
    by_claim = {account.claim.id: account for account in accounts}
    gaps = case.gaps.get(question.id, [])
    shown = [show_gap(gap, case, by_claim) for gap in gaps]
    strong = tuple(view for view in shown if not view.gap.is_weak)
    headline = _headline(strong)
    return QuestionView(
        question=question,
        number=case.numbers[question.id],
        accounts=accounts,
        lines=draw_lines(question, accounts, gaps, case),
        left_out=tuple(_off_the_line(accounts)),
        headline=headline,
        ratio=_say_shortly(headline.gap, by_claim, case) if headline else "",
        strong=strong,
        weak=tuple(view for view in shown if view.gap.is_weak),
        reviews=list_reviews(question.id, case),
        ranges=list_ranges(question, case, accounts),
    )


def _headline(strong: Sequence[RelationView]) -> RelationView | None:
    """Choose the relation to head a question with: the foremost of the strongest one's kind."""
    alike = [view for view in strong if view.gap.relation is strong[0].gap.relation]
    chosen = foremost([view.gap for view in alike]) if alike else None
    return next((view for view in alike if view.gap is chosen), None)


def _say_shortly(gap: Gap, accounts: Mapping[str, Account], case: Case) -> str:
    """Say a gap in a word: by its ratio, else by its two sides."""
    return say_ratio(gap, case.words) or say_sides(gap, accounts)


def _off_the_line(accounts: Sequence[Account]) -> list[str]:
    """Name the counted accounts whose amount could not be converted to the question's unit."""
    missing = (a for a in accounts if a.interval is None and a.claim.quantity is not None)
    return list(dict.fromkeys(f"{account.letter} ({account.read_as})" for account in missing))


def draw_lines(
    question: Question, accounts: Sequence[Account], gaps: Sequence[Gap], case: Case
) -> tuple[NumberLine, ...]:
    """Draw the number line of some accounts twice, for wide and for narrow pages."""
    planned = plan_line(question, accounts, gaps, case)
    return (draw(*planned, WIDE), draw(*planned, NARROW)) if planned else ()


def plan_line(
    question: Question, accounts: Sequence[Account], gaps: Sequence[Gap], case: Case
) -> tuple[list[Bar], Drawing] | None:
    """Say what a number line of some accounts has to show; None where nothing is counted."""
    kind = _kind_of(accounts)
    language = case.words.language
    bars = [
        _bar(account, printed, account.interval, question, case)
        for account, printed in by_letter(accounts)
        if account.interval is not None
    ]
    if not bars:
        return None
    by_claim = {account.claim.id: account for account in accounts}
    found = empty_stretch([gap for gap in gaps if not gap.is_weak], by_claim)
    drawing = Drawing(
        write=partial(write_value, kind=kind, language=language),
        may_multiply=kind is QuantityKind.AMOUNT and question.dimension != "share",
        gap=found[1] if found else None,
        gap_label=_label_gap(found[0], case) if found else "",
    )
    return bars, drawing


def _label_gap(gap: Gap, case: Case) -> str:
    """Label the gap in the picture: by its size, else by the name of the relation."""
    words = case.words
    by_size = say_ratio(gap, words) or say_difference(gap, words)
    return by_size or words.name("relation", gap.relation)


def _kind_of(accounts: Sequence[Account]) -> QuantityKind:
    """Tell what the numbers of a question are; mixed ones are written as plain numbers."""
    kinds = {account.claim.quantity.kind for account in accounts if account.claim.quantity}
    return kinds.pop() if len(kinds) == 1 else QuantityKind.AMOUNT


def _bar(account: Account, printed: int, interval: Interval, question: Question, case: Case) -> Bar:
    """Make the bar of an account, its amount in the unit of the question."""
    words = case.words
    quantity = account.claim.quantity
    kind = quantity.kind if quantity else QuantityKind.AMOUNT
    unit = write_unit(question.unit, interval.high, words)
    amount = write_interval(interval, kind, words.language)
    times = f" ({words('printed_in', n=printed)})" if printed > 1 else ""
    return Bar(
        letter=account.letter,
        voice=f"{account.root or account.voice if printed > 1 else account.voice}{times}",
        value=f"{amount} {unit}".strip() if kind is QuantityKind.AMOUNT else amount,
        interval=interval,
        is_vague=account.is_vague,
        is_hollow=account.is_hollow,
    )
