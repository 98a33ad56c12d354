"""Read a folder of cases, write what Ordmot lays side by side, and score it where there is gold.

    python bench/cases.py --cases ../shared/data/cases --out build/cases

A case is a folder of documents; with a `gold.json` beside them it is scored by the script that
`--scorer` names (default: score_cases.py below $ORDMOT_SHARED/tools, else ../shared/tools).
Each prediction is a list of questions with their accounts; the conventions of that format are
mapped here and nowhere else: "about" is the stated number ± 10 %, "more than" starts one above; a
time of day keeps its interval. The format knows nothing of dates, so that gold gives them without
low and high; a date is given so too, with its first and last day as `value_text`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ordmot import Casebook
from ordmot.ledger import (
    Claim,
    Hedge,
    Interval,
    Ledger,
    Quantity,
    QuantityKind,
    Question,
    Relation,
    Voice,
    VoiceKind,
)

_HEDGES = {Hedge.AT_MOST: "up_to", Hedge.LESS_THAN: "up_to", Hedge.BETWEEN: "range"}
_RELATIONS = {
    Relation.CONTRADICTS: "conflict",
    Relation.DENIES: "denial",
    Relation.UPDATED: "update",
    Relation.CHANGED_POSITION: "change_of_position",
    Relation.FELL_SHORT: "conflict",
    Relation.SUMS_TO: "part_whole",
    Relation.SUBSET: "not_comparable",
    Relation.REFINES: "agree",
    Relation.AGREES: "agree",
}
_STRENGTH = list(_RELATIONS)


def main() -> int:
    """Run the benchmark; the exit code is that of the scorer."""
    options = _arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    for case in cases_in(options.cases):
        ledger = read_case(case)
        predicted = predict(ledger)
        target = options.out / f"{case.name}.json"
        target.write_text(json.dumps(predicted, ensure_ascii=False, indent=1), encoding="utf-8")
        print(f"{case.name}: {len(ledger.documents)} documents, {len(predicted)} questions")
    return _score(options)


def _arguments() -> argparse.Namespace:
    shared = Path(os.environ.get("ORDMOT_SHARED", "../shared"))
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=Path, default=shared / "data" / "cases")
    parser.add_argument("--out", type=Path, default=Path("build/cases"))
    parser.add_argument("--scorer", type=Path, default=shared / "tools" / "score_cases.py")
    parser.add_argument("--misses", action="store_true", help="list what was missed")
    return parser.parse_args()


def cases_in(folder: Path) -> list[Path]:
    """List the case folders: those below `folder` that hold documents, or `folder` itself."""
    if not folder.is_dir():
        sys.exit(f"{folder} is no folder. Name one that holds case folders: --cases DIR")
    below = [path for path in sorted(folder.iterdir()) if path.is_dir() and any(_documents(path))]
    return below or [folder]


def cases_with_gold(folders: Iterable[Path]) -> list[Path]:
    """List the cases of some folders that have gold; the program ends where none has."""
    cases = [case for folder in folders for case in cases_in(folder)]
    found = [case for case in cases if (case / "gold.json").is_file()]
    return found or sys.exit("No case with a gold.json there.")


def _documents(case: Path) -> Iterator[Path]:
    """Give the documents of a case: neither gold nor notes nor sidecar files."""
    for path in sorted(case.iterdir()):
        is_note = path.name in ("gold.json", "README.md") or path.name.endswith(".meta.toml")
        if path.is_file() and not is_note and not path.name.endswith((".py", ".json")):
            yield path


def read_case(case: Path) -> Ledger:
    """Read the documents of a case into a case file that is thrown away."""
    with TemporaryDirectory() as folder, Casebook.open(Path(folder) / "case.ordmot") as casebook:
        added = casebook.add([*_documents(case)])
        for refusal in added.refused:  # a lost document would only look like a low recall
            print(f"{case.name}: refused {refusal.name}: {refusal.reason}", file=sys.stderr)
        return casebook.ledger()


def predict(ledger: Ledger) -> list[dict[str, Any]]:
    """Give every question of a ledger with its accounts in the scorer's format."""
    predicted = [_question(ledger, question) for question in ledger.questions]
    for gap in ledger.gaps:
        if gap.question is None and not gap.is_weak:
            claims = [ledger.claim(claim) for claim in gap.claims]
            accounts = [
                _settled(account_of(ledger, claim, _root(ledger, claim))) for claim in claims
            ]
            if gap.relation is Relation.SUMS_TO:
                for account in accounts:
                    account["part"] = "part"
                accounts[-1]["part"] = "whole"
            relation = _RELATIONS[gap.relation]
            predicted.append({"question": gap.reason, "relation": relation, "accounts": accounts})
    return predicted


def _question(ledger: Ledger, question: Question) -> dict[str, Any]:
    accounts = [
        account_of(ledger, ledger.claim(answer.claim), answer.root) for answer in question.answers
    ]
    return {
        "question": question.text,
        "relation": _relation(ledger, question),
        # Who names a source comes first: a headline only echoes it.
        "accounts": [
            _settled(account)
            for account in sorted(accounts, key=lambda account: account["who"] == "")
        ],
    }


def _relation(ledger: Ledger, question: Question) -> str | None:
    """Give the relation of a question: its strongest kind of gap, weak ones last."""
    gaps = ledger.gaps_of(question.id)
    if not gaps:
        return "agree" if len(question.answers) > 1 else None
    best = min(gaps, key=lambda gap: (gap.is_weak, _STRENGTH.index(gap.relation)))
    return _RELATIONS[best.relation]


def _root(ledger: Ledger, claim: Claim) -> str:
    for question in ledger.questions:
        for answer in question.answers:
            if answer.claim == claim.id:
                return answer.root
    return claim.speaker.name


def _settled(account: dict[str, Any]) -> dict[str, Any]:
    """Name whose text goes on where nobody else speaks: "the paper (continuing the mayor)"."""
    rest = {key: value for key, value in account.items() if key != "continues"}
    return {**rest, "who": account["who"] or account["continues"]}


def account_of(ledger: Ledger, claim: Claim, root: str) -> dict[str, Any]:
    """Give a claim as an account of the scorer's format."""
    account: dict[str, Any] = {
        "doc": ledger.document(claim.document).name,
        "who": _who(claim.speaker),
        "continues": claim.root or "",  # as readers see it: "the paper (continuing the mayor)"
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.span.text,
        "low": None,
        "high": None,
        "root": root,
    }
    if claim.quantity is None:
        account["polarity"] = "+" if claim.is_affirmed else "-"
        if claim.answer is not None:
            account["value_text"] = claim.answer.concept
    else:
        account |= _value(claim.quantity)
    return account


def _who(speaker: Voice) -> str:
    """Name the speaker as the document does: fullest name, role, and the words of the mention."""
    if speaker.kind in (VoiceKind.DOCUMENT, VoiceKind.UNSTATED):
        return ""
    mention = speaker.span.text if speaker.span is not None else None
    return ", ".join(dict.fromkeys(w for w in (speaker.name, speaker.role, mention) if w))


def _value(quantity: Quantity) -> dict[str, Any]:
    """Give interval, unit and hedge in the conventions of the format.

    The format has no dates: an account of when something happened is one without a number, with
    its days in words.
    """
    if quantity.kind is QuantityKind.DATE:
        ends = (quantity.interval.low, quantity.interval.high)
        days = ("" if end is None else date.fromordinal(int(end)).isoformat() for end in ends)
        return {"value_text": "/".join(days)}
    interval = quantity.interval
    is_hour = quantity.kind is QuantityKind.TIME_OF_DAY
    if quantity.hedge is Hedge.ABOUT and len(quantity.stated) == 1 and not is_hour:
        stated = quantity.stated[0]
        interval = Interval(
            low=min(0.9 * stated, 1.1 * stated), high=max(0.9 * stated, 1.1 * stated)
        )
    low, high = interval.low, interval.high
    if quantity.hedge is Hedge.MORE_THAN and quantity.unit is None and low is not None:
        low += 1
    counted = quantity.counted.text if quantity.counted else None
    hedge = _HEDGES.get(quantity.hedge, quantity.hedge.value)
    return {"low": low, "high": high, "unit": quantity.unit or counted, "hedge": hedge}


def _score(options: argparse.Namespace) -> int:
    """Print the metrics, where there is gold and a scorer."""
    has_gold = any((case / "gold.json").is_file() for case in cases_in(options.cases))
    if not has_gold:
        print("no gold.json in these cases: nothing to score")
        return 0
    if not options.scorer.is_file():
        print(f"no scorer at {options.scorer}: name it with --scorer to see the metrics")
        return 0
    command = [sys.executable, str(options.scorer), "--gold", str(options.cases)]
    command += ["--pred", str(options.out)] + (["--misses"] if options.misses else [])
    return subprocess.run(command, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
