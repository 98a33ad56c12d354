"""Read folders of cases, and tell by their gold how many of the first gaps shown are right.

    python bench/first_gaps.py --cases tests/worked [--first 10] [--list]

A gap is right where gold has both its accounts under one question, wrong where it has both and
never together. Where gold has no question for one of them, a reader's verdict counts, if there is
one (tests/judged): right, wrong or doubtful. The rest is open: such a gap may be a find or a false
alarm, and is to be read (`--list` prints them all with their words). What is shown is what
`ordmot gaps` shows.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cases import account_of, cases_with_gold, read_case  # the benchmark beside this file

from ordmot.cli.views.gaps import choose
from ordmot.ledger import Claim, Gap, Ledger

Account = dict[str, Any]


def main() -> int:
    """Print the counts of each case, and all of them."""
    options = _arguments()
    total: Counter[str] = Counter()
    for case in cases_with_gold([options.cases]):
        ledger = read_case(case)
        judge = Judge(case, ledger, options.judged)
        shown, _ = choose(ledger, show_all=False, limit=options.first)
        judged = [(judge(gap), gap) for gap in shown]
        counts = Counter(verdict for verdict, _ in judged)
        total += counts
        print(f"{case.name}: {_told(counts)}")
        if options.list:
            for verdict, gap in judged:
                print(f"  {verdict}: {gap.reason}")
    print(f"ALL: {_told(total)}")
    return 0


class Judge:
    """Judges the gaps of one case: by its gold, else by what a reader said of them."""

    def __init__(self, case: Path, ledger: Ledger, judged: Path) -> None:
        self._ledger = ledger
        self._gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
        known = judged / f"{case.name}.json"
        self._judged = json.loads(known.read_text(encoding="utf-8")) if known.is_file() else []
        self._asked: dict[str, set[int]] = {}

    def __call__(self, gap: Gap) -> str:
        """Give "right", "wrong", "doubtful" or "open" for a gap, by its first two accounts."""
        claims = [self._ledger.claim(claim) for claim in gap.claims[:2]]
        asked = [self._questions_of(claim) for claim in claims]
        if all(asked):
            return "right" if asked[0] & asked[1] else "wrong"
        for known in self._judged:
            if known["relation"] == gap.relation and self._are_those(claims, known["accounts"]):
                return str(known["verdict"])
        return "open"

    def _questions_of(self, claim: Claim) -> set[int]:
        """Give the numbers of the gold questions that a claim answers."""
        if claim.id not in self._asked:
            account = account_of(self._ledger, claim, claim.id)
            self._asked[claim.id] = _questions_of(account, self._gold)
        return self._asked[claim.id]

    def _are_those(self, claims: Sequence[Claim], accounts: Sequence[Account]) -> bool:
        """Tell whether two claims stand on the words of two accounts, in whatever order."""
        return any(
            all(self._is_on(claim, account) for claim, account in zip(claims, order, strict=True))
            for order in (accounts, accounts[::-1])
        )

    def _is_on(self, claim: Claim, account: Account) -> bool:
        if self._ledger.document(claim.document).name != account["doc"]:
            return False
        words = claim.anchor
        return bool(words.start < account["end"] and account["start"] < words.end)


def _questions_of(account: Account, gold: list[dict[str, Any]]) -> set[int]:
    """Give the numbers of the gold questions that have an account, by its words and its value."""
    return {
        number
        for number, question in enumerate(gold)
        for known in question["accounts"]
        if any(_is_same(account, form) for form in _forms(known))
    }


def _forms(known: Account) -> Iterator[Account]:
    """Give an account of gold with the further places and values that it allows."""
    for place in (known, *known.get("also", ())):
        whole = {**known, **place}
        yield whole
        for value in known.get("interval_ok", ()):
            low, high = value or (None, None)
            yield {**whole, "low": low, "high": high}


def _is_same(account: Account, form: Account) -> bool:
    """Tell whether words overlap and values are equal."""
    if account["doc"] != form["doc"]:
        return False
    if account["end"] <= form["start"] or form["end"] <= account["start"]:
        return False
    return all(_close(account.get(end), form.get(end)) for end in ("low", "high"))


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(1.0, abs(one), abs(other))


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[key]} {key}" for key in ("right", "wrong", "doubtful", "open"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=Path, default=Path("tests/worked"))
    parser.add_argument(
        "--judged", type=Path, default=Path("tests/judged"), help="verdicts of readers"
    )
    parser.add_argument("--first", type=int, default=10, help="how many gaps of each case")
    parser.add_argument("--list", action="store_true", help="print each gap with its verdict")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
