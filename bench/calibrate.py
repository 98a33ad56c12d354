"""Teach the rows that compare measures, and yes and no, from cases with gold.

    python bench/calibrate.py tests/worked --more ../shared/data/cases examples

Every pair of claims that the grouping would compare is one example: a pair whose words both stand
in one gold question is a match, a pair of two different gold questions is none, and a pair with one
claim that gold does not list counts a little as none. A case with many pairs counts less for each,
and one below `--more` four times: name news as it was printed there, where most are invented.

For each table, boosted stumps are fitted to the scores of its rows: a sum of steps, one row at a
time, that can only rise where a higher score means more alike (an additive model: Lou, Caruana and
Gehrke 2012). They need LightGBM. What they say counts beside the weights set by hand, as
`questions/tables.py` tells. Each case is also rated by what the others teach, in turns, so that the
printout shows what carries over to cases not seen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from cases import _value, cases_with_gold, read_case  # the benchmark beside this file

from ordmot.ledger import Claim, Ledger
from ordmot.questions.blocking import candidates
from ordmot.questions.profile import Weights, profile_readings
from ordmot.questions.tables import MEASURES, YES_NO, Row, Table, table_for

_TABLES = {"measures": MEASURES, "yes_no": YES_NO}
_STEPS = Path("src/ordmot/questions/steps.json")
_UNLISTED = 0.15
"""Weight of a pair with a claim that gold leaves out: likely no match, but nobody said so."""
_CROWDED = 0.5
"""Power of the weight of all pairs of a case that each is divided by."""
_MORE = 4.0
"""How many times a case below `--more` counts."""
_TURNS = 3
_ROUNDS = 500
_FREE = frozenset(("nearness", "depth", "narrated", "lesser", "denials"))
"""Rows of which a higher score may mean more alike or less."""
_BOOSTING = {
    "objective": "binary",
    "num_leaves": 2,
    "learning_rate": 0.08,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
}
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One pair: its table, the scores of its rows, whether it matches, how much it counts."""

    case: str
    table: str
    scores: tuple[float, ...]
    is_match: bool
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """The bias and the steps of the rows of one table: bounds and points, by the row's name."""

    bias: float
    rows: Mapping[str, tuple[list[float], list[float]]]


def main() -> int:
    """Fit the steps of every table, print how they do on cases left out, and write them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--more", type=Path, nargs="+", metavar="FOLDER", default=[])
    parser.add_argument("--out", type=Path, default=_STEPS, help=f"default: {_STEPS}")
    options = parser.parse_args()
    cases = cases_with_gold([*options.folders, *options.more])
    with ProcessPoolExecutor() as pool:
        examples = [e for found in pool.map(examples_of, cases) for e in found]
    known = {case.name for case in cases_with_gold(options.more)} if options.more else set()
    worth = {case.name: _MORE if case.name in known else 1.0 for case in cases}
    taught = {
        name: _report(name, [e for e in examples if e.table == name], worth) for name in _TABLES
    }
    options.out.write_text(_written(taught), encoding="utf-8")
    print(f"\nWrote {options.out}")
    return 0


def examples_of(case: Path) -> list[Example]:
    """Give the pairs of one case that are compared by tables with steps."""
    return [*_examples(case, read_case(case))]


def _examples(case: Path, ledger: Ledger) -> Iterator[Example]:
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
    ordered = sorted(ledger.readings, key=lambda reading: reading.document.id)
    everyone = profile_readings(ordered)
    weights = Weights(everyone)
    asked = {p.claim.id: _questions_of(p.claim, ledger, gold) for p in everyone}
    names = {id(table): name for name, table in _TABLES.items()}
    for dimension in sorted({profile.dimension for profile in everyone}):
        table = table_for(dimension)
        if id(table) not in names:
            continue
        profiles = [profile for profile in everyone if profile.dimension == dimension]
        for one, other in candidates(profiles):
            pair = (profiles[one], profiles[other])
            weight = _weigh(asked[pair[0].claim.id], asked[pair[1].claim.id])
            if weight > 0:
                yield Example(
                    case=case.name,
                    table=names[id(table)],
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


def _report(name: str, examples: Sequence[Example], worth: Mapping[str, float]) -> Taught:
    """Print how a table does on cases left out, by hand alone and taught; give it taught by all."""
    table = _TABLES[name]
    scores = np.array([e.scores for e in examples])
    turns = np.array([_turn(e.case) for e in examples])
    rated = np.zeros(len(examples))
    for turn in range(_TURNS):
        others = [e for e, of in zip(examples, turns, strict=True) if of != turn]
        rated[turns == turn] = rate(table, teach(table, others, worth), scores[turns == turn])
    by_hand = _sum(scores, [row.weight for row in table.rows])
    print(f"\n{name}: {len(examples)} pairs, {sum(e.is_match for e in examples)} matches")
    print(f"  average precision, by hand {_precision(by_hand, examples):.3f}")
    print(f"  taught by other cases      {_precision(rated, examples):.3f}")
    return teach(table, examples, worth)


def _turn(case: str) -> int:
    """Give the turn in which a case is left out: the same whatever the other cases."""
    return int(hashlib.sha256(case.encode()).hexdigest(), 16) % _TURNS


def teach(table: Table, examples: Sequence[Example], worth: Mapping[str, float]) -> Taught:
    """Fit the steps of a table's rows to examples; `worth` is how much each case counts."""
    import lightgbm  # what writes a file needs it, what reads the file does not

    columns = [at for at, row in enumerate(table.rows) if not row.is_sure]
    rows = [table.rows[at] for at in columns]
    scores = np.array([e.scores for e in examples])
    weights = _weights(examples, worth)
    data = lightgbm.Dataset(
        scores[:, columns],
        np.array([float(e.is_match) for e in examples]),
        weight=weights,
        init_score=_sum(scores, [row.weight if row.is_sure else 0.0 for row in table.rows]),
    )
    rises = [int(row.name not in _FREE) for row in rows]
    model = lightgbm.train({**_BOOSTING, "monotone_constraints": rises}, data, _ROUNDS)
    usual = {row.name: _commonest(scores[:, at]) for row, at in zip(rows, columns, strict=True)}
    return _collected(rows, usual, model.dump_model()["tree_info"])


def _commonest(scores: np.ndarray) -> float:
    found, times = np.unique(scores, return_counts=True)
    return float(found[np.argmax(times)])


def _weights(examples: Sequence[Example], worth: Mapping[str, float]) -> np.ndarray:
    """Give the weights of examples, so that a case with many of them does not outvote the rest."""
    crowds: Counter[str] = Counter()
    for example in examples:
        crowds[example.case] += example.weight
    weights = np.array([e.weight * worth[e.case] * crowds[e.case] ** -_CROWDED for e in examples])
    return weights * (_UNLISTED * 2 * len(weights) / weights.sum())


def _collected(
    rows: Sequence[Row], usual: Mapping[str, float], trees: Sequence[dict[str, Any]]
) -> Taught:
    """Add up stumps into the steps of each row, which add nothing at its most usual score."""
    jumps: dict[str, Counter[float]] = defaultdict(Counter)
    start = 0.0
    for tree in trees:
        top = tree["tree_structure"]
        if "left_child" not in top:
            start += top["leaf_value"]
            continue
        low, high = top["left_child"]["leaf_value"], top["right_child"]["leaf_value"]
        start += low
        jumps[rows[top["split_feature"]].name][round(top["threshold"], _DIGITS)] += high - low
    taught = {}
    for name, found in sorted(jumps.items()):
        bounds = sorted(found)
        points = np.cumsum([0.0, *(found[bound] for bound in bounds)])
        nothing = points[np.searchsorted(bounds, usual[name])]
        start += nothing
        taught[name] = (bounds, [round(float(point - nothing), _DIGITS) for point in points])
    return Taught(bias=round(start, _DIGITS), rows=taught)


def rate(table: Table, taught: Taught, scores: np.ndarray) -> np.ndarray:
    """Give what the rows of examples come to: weights set by hand and steps, in log-odds."""
    total = np.full(len(scores), taught.bias)
    for at, row in enumerate(table.rows):
        bounds, points = taught.rows.get(row.name, ([], [0.0]))
        total += np.array(points)[np.searchsorted(bounds, scores[:, at])]
    by_hand = _sum(scores, [row.share * row.weight for row in table.rows])
    return by_hand + (1 - table.by_hand) * total


def _sum(scores: np.ndarray, weights: Sequence[float]) -> np.ndarray:
    return scores @ np.array(weights)


def _precision(rated: np.ndarray, examples: Sequence[Example]) -> float:
    """Give the average precision of examples from the surest down, each with its weight."""
    order = np.argsort(-rated, kind="stable")
    weights = np.array([e.weight for e in examples])[order]
    right = weights * np.array([e.is_match for e in examples])[order]
    precision = np.cumsum(right) / np.cumsum(weights)
    return float((precision * right).sum() / right.sum())


def _written(taught: Mapping[str, Taught]) -> str:
    """Write what was taught as JSON with a row a line."""
    tables = []
    for name, table in taught.items():
        rows = ",\n".join(
            f"  {json.dumps(row)}: {json.dumps({'bounds': bounds, 'points': points})}"
            for row, (bounds, points) in table.rows.items()
        )
        tables.append(f'"{name}": {{"bias": {table.bias}, "rows": {{\n{rows}\n}}}}')
    return "{\n" + ",\n".join(tables) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main())
