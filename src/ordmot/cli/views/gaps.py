"""The gaps of a case, ranked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from ordmot.cli.views.accounts import (
    QUIET,
    STRONG,
    account_as_data,
    account_lines,
    decision_on,
    put,
    relation_of,
)
from ordmot.ledger import Check, Gap, Ledger, foremost, strength


def as_data(ledger: Ledger, *, show_all: bool, limit: int) -> dict[str, object]:
    """Give the gaps and the checks for a program."""
    chosen, left = choose(ledger, show_all=show_all, limit=limit)
    return {
        "gaps": [_gap_as_data(ledger, gap) for gap in chosen],
        "left_out": left,
        "checks": ledger.comparison.checks,
    }


def _gap_as_data(ledger: Ledger, gap: Gap) -> dict[str, object]:
    """Give one gap with its question in words and its accounts."""
    return {
        "gap": gap,
        "asked": _asked(ledger, gap),
        "accounts": [account_as_data(ledger, ledger.claim(claim)) for claim in gap.claims],
        "decision": decision_on(ledger, gap.id) or None,
    }


def show(console: Console, ledger: Ledger, *, show_all: bool, limit: int) -> None:
    """Print the gaps, what is folded away, and the checks."""
    chosen, _ = choose(ledger, show_all=show_all, limit=limit)
    if not chosen:
        console.print("No account stands against another.")
    alike = _gather_alike(ledger)
    for place, gap in enumerate(chosen, start=1):
        others = [each for each in alike[_matter_of(ledger, gap)] if each.id != gap.id]
        _show_gap(console, ledger, gap, place, len(others))
        console.print()
    _show_rest(console, ledger, len(chosen), show_all=show_all)
    show_checks(console, ledger.comparison.checks)


def choose(ledger: Ledger, *, show_all: bool, limit: int) -> tuple[Sequence[Gap], int]:
    """Choose the gaps to show, and count those left out.

    Of each question the foremost of each relation stands for the rest: ten papers with two
    figures are one disagreement, not twenty, and a sum that ten papers allow is one sum.
    """
    if show_all:
        return ledger.gaps[:limit], max(0, len(ledger.gaps) - limit)
    alike = _gather_alike(ledger).values()
    chosen = sorted(map(foremost, alike), key=strength)[:limit]
    return chosen, len(ledger.gaps) - len(chosen)


_Matter = tuple[str, frozenset[tuple[str, ...]]]
"""A relation, and the questions of each account that stands in it."""


def _matter_of(ledger: Ledger, gap: Gap) -> _Matter:
    """Say what a gap is about: its question, or those whose accounts it joins."""
    homes = ledger.findings.homes
    if gap.question is not None:
        return gap.relation, frozenset({(gap.question,)})
    return gap.relation, frozenset(homes.get(claim, (claim,)) for claim in gap.claims)


def _gather_alike(ledger: Ledger) -> defaultdict[_Matter, list[Gap]]:
    """Gather the gaps that are not folded away by what they are about, the surest first."""
    alike: defaultdict[_Matter, list[Gap]] = defaultdict(list)
    for gap in ledger.gaps:
        if not gap.is_weak:
            alike[_matter_of(ledger, gap)].append(gap)
    return alike


def _asked(ledger: Ledger, gap: Gap) -> str:
    """Give the question of a gap in words; a gap between questions has none of its own."""
    return ledger.question(gap.question).text if gap.question else "Between questions"


def _show_gap(console: Console, ledger: Ledger, gap: Gap, place: int, like: int) -> None:
    """Print one gap: the question, the relation, both sides, the reason, how many are like it."""
    number = f"{place}. "
    indent = len(number)
    put(console, Text.assemble(number, (_asked(ledger, gap), STRONG)))
    put(console, Text(relation_of(gap), "yellow"), indent)
    for claim_id in gap.claims:
        claim = ledger.claim(claim_id)
        account_lines(console, claim, ledger.document(claim.document), indent)
    put(console, Text(f"Why: {gap.reason}"), indent)
    decided = decision_on(ledger, gap.id)
    if decided:
        put(console, Text(f"Decided: {decided}", "green"), indent)
    if like:
        put(console, Text(f"{like} more like it", QUIET), indent)
    ids = gap.id if gap.question is None else f"{gap.id} · {gap.question}"
    put(console, Text(ids, QUIET), indent)


def _show_rest(console: Console, ledger: Ledger, shown: int, *, show_all: bool) -> None:
    """Say how many gaps are not shown, and how to see them."""
    everything, _ = choose(ledger, show_all=show_all, limit=len(ledger.gaps))
    further = len(everything) - shown
    if further > 0:
        console.print(f"{further} more: --limit {shown + further} shows them.")
    folded = 0 if show_all else len(ledger.gaps) - len(everything)
    if folded:
        console.print(f"{folded} weak, agreeing or like those above: --all shows them.")
    if shown:
        console.print("Why two accounts are a gap: ordmot explain GAP. To decide: ordmot serve.")


def show_checks(console: Console, checks: Sequence[Check]) -> None:
    """Print the checks that ran and those that could not, each with its reason."""
    ran = [check for check in checks if check.has_run]
    missing = [check for check in checks if not check.has_run]
    if ran:
        console.print(Text("Checks that ran", STRONG))
    for check in ran:
        put(console, Text(f"{check.name}: {check.count} ({check.reason})"), 2)
    if missing:
        console.print(Text("Checks that could not run", STRONG))
    for check in missing:
        put(console, Text(f"{check.name}: {check.reason}"), 2)
