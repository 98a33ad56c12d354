"""Fit the weights of the comparison rows to cases with gold, and print them.

    python bench/calibrate.py ../shared/data/cases examples

Every pair of claims that the grouping would compare is one example: a pair whose words both stand
in one gold question is a match, a pair of two different gold questions is none, and a pair with one
claim that gold does not list counts a little as none. Each case is also scored by weights fitted
on the others alone, so that the printout shows what carries over to cases not seen.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from cases import _value, cases_with_gold, read_case  # the benchmark beside this file

from ordmot.ledger import Claim, Ledger
from ordmot.questions.blocking import candidates
from ordmot.questions.profile import Weights, profile_readings
from ordmot.questions.tables import COUNTS, MEASURES, YES_NO, Table, table_for

_UNLISTED = 0.15
"""Weight of a pair with a claim that gold leaves out: likely no match, but nobody said so."""
_RIDGE = 3.0
_STEPS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One pair: the scores of its rows, whether it matches, how much it counts."""

    case: str
    scores: tuple[float, ...]
    is_match: bool
    weight: float


def main() -> int:
    """Print the weights of both tables and how they do on cases left out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    cases = cases_with_gold(parser.parse_args().folders)
    ledgers = {case: read_case(case) for case in cases}
    for name, table in (("COUNTS", COUNTS), ("MEASURES", MEASURES), ("YES_NO", YES_NO)):
        examples = [e for case in cases for e in _examples(case, ledgers[case], table)]
        _report(name, table, examples)
    return 0


def _examples(case: Path, ledger: Ledger, table: Table) -> Iterator[Example]:
    """Give the pairs of one case that one table of rows compares."""
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
    ordered = sorted(ledger.readings, key=lambda reading: reading.document.id)
    everyone = profile_readings(ordered)
    weights = Weights(everyone)
    asked = {p.claim.id: _questions_of(p.claim, ledger, gold) for p in everyone}
    dimensions = {profile.dimension for profile in everyone}
    for dimension in sorted(dimensions):
        if table_for(dimension) is not table:
            continue
        profiles = [profile for profile in everyone if profile.dimension == dimension]
        for one, other in candidates(profiles):
            pair = (profiles[one], profiles[other])
            weight = _weigh(asked[pair[0].claim.id], asked[pair[1].claim.id])
            if weight > 0:
                yield Example(
                    case=case.name,
                    scores=tuple(row.compare(*pair, weights).score for row in table.rows),
                    is_match=bool(asked[pair[0].claim.id] & asked[pair[1].claim.id]),
                    weight=weight,
                )


def _weigh(one: frozenset[int], other: frozenset[int]) -> float:
    """Weigh a pair: both listed by gold full, one of them a little, neither not at all."""
    return 1.0 if one and other else _UNLISTED if one or other else 0.0


def _questions_of(claim: Claim, ledger: Ledger, gold: list[dict[str, Any]]) -> frozenset[int]:
    """Give the numbers of the gold questions that a claim answers, by its words and its value."""
    name = ledger.document(claim.document).name
    return frozenset(
        number
        for number, question in enumerate(gold)
        if question["relation"] != "not_comparable"
        for account in question["accounts"]
        if any(_stands(claim, name, place) for place in _places(account))
    )


def _places(account: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield account
    for also in account.get("also", ()):
        yield account | also


def _stands(claim: Claim, name: str, place: dict[str, Any]) -> bool:
    """Tell whether a claim has the words and the value of a gold account."""
    if name != place["doc"] or claim.span.start >= place["end"] or place["start"] >= claim.span.end:
        return False
    if claim.quantity is None:
        return place.get("low") is None and place.get("high") is None
    value = _value(claim.quantity)
    lows = (value.get("low"), place.get("low"))
    if lows[0] is None or lows[1] is None:
        return value.get("high") is not None and value["high"] == place.get("high")
    return abs(lows[0] - lows[1]) <= 0.02 * abs(lows[1])


def _report(name: str, table: Table, examples: Sequence[Example]) -> None:
    """Print how many pairs there are, the fit on all, and the score of each case left out."""
    matches = sum(example.is_match for example in examples)
    print(f"\n{name}: {len(examples)} pairs, {matches} matches")
    for case in sorted({example.case for example in examples}):
        inside = [e for e in examples if e.case == case]
        fitted = fit([e for e in examples if e.case != case])
        print(f"  {case:24} left out: {_score(fitted, inside)}")
    fitted = fit(examples)
    print(f"  {'all':24} {_score(fitted, examples)}")
    print(f"  bias         {fitted[0]:6.2f}  (now {table.bias})")
    for row, weight in zip(table.rows, fitted[1:], strict=True):
        print(f"  {row.name:12} {weight:6.2f}  (now {row.weight})")


def _score(fitted: Sequence[float], examples: Sequence[Example]) -> str:
    found = [(chance_of(fitted, e) >= 0.5, e) for e in examples]
    right = sum(e.weight for hit, e in found if hit and e.is_match)
    wrong = sum(e.weight for hit, e in found if hit and not e.is_match)
    missed = sum(e.weight for hit, e in found if not hit and e.is_match)
    precision = right / max(1e-9, right + wrong)
    recall = right / max(1e-9, right + missed)
    return f"precision {precision:.2f} recall {recall:.2f} of pairs"


def chance_of(fitted: Sequence[float], example: Example) -> float:
    """Give the chance of an example by fitted weights, the bias first."""
    total = fitted[0] + sum(w * s for w, s in zip(fitted[1:], example.scores, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def fit(examples: Sequence[Example]) -> list[float]:
    """Fit a logistic regression with a ridge by Newton's method; the bias comes first."""
    table = np.array([(1.0, *e.scores) for e in examples])
    truth = np.array([float(e.is_match) for e in examples])
    weights = np.array([e.weight for e in examples])
    ridge = _RIDGE * np.eye(table.shape[1])
    ridge[0, 0] = 0.0
    fitted = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(table @ fitted, -30, 30)))
        slope = table.T @ (weights * (chance - truth)) + ridge @ fitted
        bend = (table * (weights * chance * (1 - chance))[:, None]).T @ table + ridge
        fitted -= np.linalg.solve(bend + 1e-9 * np.eye(len(fitted)), slope)
    return [float(value) for value in fitted]


if __name__ == "__main__":
    sys.exit(main())
