"""Range views: how other documenters would put the accounts of a question in one line.

A view chooses among the accounts and never changes or stores anything over them; none is an
average, and each names the accounts it rests on. The definitions follow published methods:

- `lowest-and-highest`: the lowest and the highest reliable account, as the low and high estimates
  of the Uppsala Conflict Data Program (UCDP GED codebook: estimates of reliable sources);
- `range`: from the lowest minimum to the highest maximum that any source gives, as the civilian
  harm range of Airwars (methodology: all sources of one event);
- `most-conservative`: the lowest figure that a source commits to, as ACLED records fatalities
  (codebook: the most conservative of differing reports);
- `per-source`: what each root source says, in the order of time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ordmot.errors import SettingsError
from ordmot.ledger import Decision, Interval, Ledger, Question
from ordmot.report.accounts import Account, list_accounts, name_root
from ordmot.report.case import Case
from ordmot.report.notation import write_interval, write_unit


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRow:
    """One account of a view: its part in it, whose it is, what it says, and its claim."""

    part: str
    who: str
    read_as: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeView:
    """A named view of a question: its sum in words, empty where nothing can be said, and its rows.

    `interval` is in the unit of the question; None for a table, and where no account counts.
    """

    name: str
    title: str
    meaning: str
    interval: Interval | None
    said: str
    rows: tuple[RangeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """The accounts of a question that put a number forward as so, and who each goes back to."""

    accounts: Sequence[Account]
    roots: Mapping[str, str]
    question: Question
    case: Case

    def row(self, part: str, account: Account) -> RangeRow:
        """Make the row of an account; `part` is a key of the catalogue or empty."""
        named = self.case.words.fill("ranges", part) if part else ""
        who = name_root(self.roots.get(account.claim.id, "")) or account.voice
        return RangeRow(part=named, who=who, read_as=account.read_as, claim=account.claim.id)

    def view(self, name: str, interval: Interval | None, rows: Sequence[RangeRow]) -> RangeView:
        """Make a view of some rows."""
        words = self.case.words
        kinds = [a.claim.quantity.kind for a in self.accounts if a.claim.quantity is not None]
        said = write_interval(interval, kinds[0], words.language) if interval and kinds else ""
        unit = write_unit(self.question.unit, interval.high, words) if interval else ""
        return RangeView(
            name=name,
            title=words.name("range_title", name),
            meaning=words.fill("range_meaning", name),
            interval=interval,
            said=f"{said} {unit}".strip(),
            rows=tuple(rows),
        )


def list_ranges(
    question: Question, case: Case, accounts: Sequence[Account] | None = None
) -> tuple[RangeView, ...]:
    """Give every range view of a question; none for one that is answered by yes or no.

    `accounts` are those of the question, where they are listed already.
    """
    listed = list_accounts(question, case) if accounts is None else accounts
    source = _Source(
        accounts=[a for a in listed if _counts(a, case.ledger)],
        roots={answer.claim: answer.root for answer in question.answers},
        question=question,
        case=case,
    )
    return tuple(make(source) for make in VIEWS.values()) if source.accounts else ()


def show_range(question: Question, case: Case, name: str) -> RangeView | None:
    """Give one range view by its name, None where no account counts; SettingsError if unknown."""
    if name not in VIEWS:
        raise SettingsError(f"There is no view {name!r}. Choose one of: {', '.join(VIEWS)}.")
    return next((view for view in list_ranges(question, case) if view.name == name), None)


def _counts(account: Account, ledger: Ledger) -> bool:
    """Tell whether an account puts a number forward as so, and no person rejected it."""
    if account.interval is None or account.is_hollow:
        return False
    return ledger.standing(account.claim.id).decision is not Decision.REJECTED


def _low(account: Account) -> float:
    """Give the low end of an account; with no low end ("at most 12") its only one."""
    interval = account.interval
    ends = (interval.low, interval.high) if interval is not None else ()
    return next((end for end in ends if end is not None), 0.0)


def _high(account: Account) -> float:
    """Give the high end of an account; with no high end ("at least 12") its only one."""
    interval = account.interval
    ends = (interval.high, interval.low) if interval is not None else ()
    return next((end for end in ends if end is not None), 0.0)


def _spread(low: Account, high: Account) -> Interval:
    """Give what lies between the low end of one account and the high end of another."""
    return Interval(low=_low(low), high=max(_low(low), _high(high)))


def _lowest_and_highest(source: _Source) -> RangeView:
    """Set the lowest and the highest reliable account beside each other.

    Reliable is who names a number: vague words ("a few", "hundreds") bound no estimate.
    """
    firm = [account for account in source.accounts if not account.is_vague]
    if not firm:
        return source.view("lowest-and-highest", None, ())
    low, high = min(firm, key=_low), max(firm, key=_high)
    rows = (source.row("low", low), source.row("high", high))
    return source.view("lowest-and-highest", _spread(low, high), rows)


def _whole_range(source: _Source) -> RangeView:
    """Reach from the lowest minimum to the highest maximum of all sources, vague ones included."""
    low, high = min(source.accounts, key=_low), max(source.accounts, key=_high)
    rows = (source.row("minimum", low), source.row("maximum", high))
    return source.view("range", _spread(low, high), rows)


def _most_conservative(source: _Source) -> RangeView:
    """Take the lowest figure that any source commits to."""
    lowest = min(source.accounts, key=lambda account: (_low(account), _high(account)))
    point = Interval(low=_low(lowest), high=_low(lowest))
    return source.view("most-conservative", point, (source.row("low", lowest),))


def _per_source(source: _Source) -> RangeView:
    """List what each root source says, the same figure of one source once, in order of time."""
    by_source: dict[tuple[str, Interval | None], Account] = {}
    for account in sorted(source.accounts, key=lambda a: a.document.metadata.date or ""):
        who = source.roots.get(account.claim.id) or account.voice
        by_source.setdefault((who, account.interval), account)
    ordered = sorted(by_source.items(), key=lambda item: item[0][0])
    return source.view("per-source", None, [source.row("", account) for _, account in ordered])


VIEWS: dict[str, Callable[[_Source], RangeView]] = {
    "lowest-and-highest": _lowest_and_highest,
    "range": _whole_range,
    "most-conservative": _most_conservative,
    "per-source": _per_source,
}
"""The views by name."""
