"""Read folders of cases, and tell by their gold how many of the first gaps shown are right.

    python bench/first_gaps.py --cases tests/worked [--first 10] [--list]

A gap is right where gold has both its accounts under one question, wrong where it has both and
never together, and open where gold has no question for one of them: such a gap may be a find or
a false alarm, and is to be read (`--list` prints them all with their words). Gaps between
questions (sums, subsets) are counted apart. What is shown is what `ordmot gaps` shows.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cases import account_of, cases_in, read_case  # the benchmark beside this file

from ordmot.cli.views.gaps import choose
from ordmot.ledger import Gap, Ledger

Account = dict[str, Any]


def main() -> int:
    """Print the counts of each case, and all of them."""
    options = _arguments()
    total: Counter[str] = Counter()
    for case in cases_in(options.cases):
        if not (case / "gold.json").is_file():
            continue
        gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
        ledger = read_case(case)
        shown, _ = choose(ledger, show_all=False, limit=options.first)
        judged = [(judge(ledger, gap, gold), gap) for gap in shown]
        counts = Counter(verdict for verdict, _ in judged)
        total += counts
        print(f"{case.name}: {_told(counts)}")
        if options.list:
            for verdict, gap in judged:
                print(f"  {verdict}: {gap.reason}")
    print(f"ALL: {_told(total)}")
    return 0


def judge(ledger: Ledger, gap: Gap, gold: list[dict[str, Any]]) -> str:
    """Judge one gap by the gold questions that its first two accounts answer."""
    if gap.question is None:
        return "between"
    claims = [ledger.claim(claim) for claim in gap.claims[:2]]
    asked = [_questions_of(account_of(ledger, claim, claim.id), gold) for claim in claims]
    if not all(asked):
        return "open"
    return "right" if asked[0] & asked[1] else "wrong"


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
    return ", ".join(f"{counts[key]} {key}" for key in ("right", "wrong", "open", "between"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=Path, default=Path("tests/worked"))
    parser.add_argument("--first", type=int, default=10, help="how many gaps of each case")
    parser.add_argument("--list", action="store_true", help="print each gap with its verdict")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
