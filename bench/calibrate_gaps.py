"""Fit the weights by which the chance of a gap is rated, and print them.

    python bench/calibrate_gaps.py tests/worked ../shared/data/cases examples

Every gap of a case, however weak, is one example: right or wrong by gold, or by a reader's verdict
(tests/judged). What neither knows counts in part as wrong, as most of it is. A question with many
gaps of one kind counts little more than one with few. Each case is also rated by weights fitted on
others, in turns, and the first gaps that it would then show are counted: what carries over.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from cases import cases_with_gold, read_case  # the benchmarks beside this file
from first_gaps import Judge

from ordmot.gaps import chances
from ordmot.gaps.accounts import Accounts
from ordmot.gaps.making import FINDS, WEAK_BELOW, rate_limits
from ordmot.ledger import Ledger

_OPEN = 0.5
"""How much a gap that nobody judged counts, as wrong: of those read, six in ten were."""
_DOUBTFUL = 0.4
_CROWDED = 0.7
"""Power of the number of gaps of one question and relation that each is divided by."""
_FIRST = 10
_TURNS = 8
_RIDGE = 3.0
_STEPS = 25
TABLES = {
    "COUNTS": chances.COUNTS,
    "MEASURES": chances.MEASURES,
    "PROPOSITIONS": chances.PROPOSITIONS,
    "NESTED": chances.NESTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One gap: the scores of its rows, whether it matches, how much it counts."""

    case: str
    scores: tuple[float, ...]
    is_match: bool
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A gap as an example: its table, what its rows tell, the verdict, and what it stands for.

    `limit` is what is left of its chance by the rules that are not fitted.
    """

    example: Example
    table: str
    verdict: str
    stands_for: tuple[str, str]
    limit: float


def main() -> int:
    """Print the weights of each table and what the first gaps of cases left out would be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--judged", type=Path, default=Path("tests/judged"))
    options = parser.parse_args()
    cases = cases_with_gold(options.folders)
    if len(cases) < _TURNS:
        sys.exit(f"Cases are left out in turns: name folders that hold {_TURNS} cases or more.")
    gaps = []
    for case in cases:
        ledger = read_case(case)
        gaps += list(_gaps_of(case, ledger, Judge(case, ledger, options.judged)))
    for name, table in TABLES.items():
        _report(name, table, [gap.example for gap in gaps if gap.table == name])
    _report_first(gaps)
    return 0


def _gaps_of(case: Path, ledger: Ledger, judge: Judge) -> Iterator[Judged]:
    """Give the gaps of one case that are judged by their chance."""
    accounts = Accounts(ledger.readings)
    known = {(q.id, a.claim.id): a for q in ledger.questions for a in accounts.of(q)}
    anywhere = {claim: account for (_, claim), account in known.items()}
    finds = [gap for gap in ledger.gaps if gap.relation in FINDS]
    crowds = Counter((gap.question or gap.id, gap.relation) for gap in finds)
    for gap in finds:
        one, other = (known.get((gap.question or "", c), anywhere[c]) for c in gap.claims[:2])
        pair = chances.Pair(relation=gap.relation, one=one, other=other)
        table = chances.table_for(pair)
        verdict = judge(gap)
        stands_for = (gap.question or gap.id, gap.relation)
        weight = {"open": _OPEN, "doubtful": _DOUBTFUL}.get(verdict, 1.0)
        yield Judged(
            example=Example(
                case=case.name,
                scores=tuple(row.tell(pair) for row in table.rows),
                is_match=verdict == "right",
                weight=weight / crowds[stands_for] ** _CROWDED,
            ),
            table=next(name for name, known in TABLES.items() if known is table),
            verdict=verdict,
            stands_for=stands_for,
            limit=rate_limits(one, other),
        )


def _fit(examples: Sequence[Example]) -> list[float]:
    """Fit the weights, each row measured by how far it spreads, so that the ridge is fair."""
    spread = np.std([e.scores for e in examples], axis=0) + 1e-6
    scaled = [replace(e, scores=tuple(e.scores / spread)) for e in examples]
    bias, *weights = fit(scaled)
    return [bias, *(float(w / s) for w, s in zip(weights, spread, strict=True))]


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


def _report(name: str, table: chances.Table, examples: Sequence[Example]) -> None:
    right = sum(example.is_match for example in examples)
    print(f"\n{name}: {len(examples)} gaps, {right} right")
    bias, *weights = _fit(examples)
    print(f"  bias           {bias:6.2f}  (now {table.bias})")
    for row, weight in zip(table.rows, weights, strict=True):
        print(f"  {row.name:14} {weight:6.2f}  (now {row.weight})")


def _report_first(gaps: Sequence[Judged]) -> None:
    """Count the first gaps of cases that the weights were not fitted on."""
    names = sorted({gap.example.case for gap in gaps})
    total: Counter[str] = Counter()
    for turn in range(_TURNS):
        left_out = set(names[turn::_TURNS])
        inside = [gap for gap in gaps if gap.example.case not in left_out]
        weights = {
            name: _fit([gap.example for gap in inside if gap.table == name]) for name in TABLES
        }
        rated = [
            (gap.limit * chance_of(weights[gap.table], gap.example), gap)
            for gap in gaps
            if gap.example.case in left_out
        ]
        total += _verdicts(rated)
    told = ", ".join(f"{total[key]} {key}" for key in ("right", "wrong", "doubtful", "open"))
    print(f"\nFirst {_FIRST} gaps of each case, by weights fitted on others: {told}")


def _verdicts(rated: Sequence[tuple[float, Judged]]) -> Counter[str]:
    """Count the verdicts on the first gaps of each case, one of each question and relation."""
    shown: defaultdict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for chance, gap in sorted(rated, key=lambda each: -each[0]):
        if chance >= WEAK_BELOW:
            shown[gap.example.case].setdefault(gap.stands_for, gap.verdict)
    return Counter(v for found in shown.values() for v in list(found.values())[:_FIRST])


if __name__ == "__main__":
    sys.exit(main())
