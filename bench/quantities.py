"""Measure the reading of quantities: suites of other libraries, speed, and peers beside it.

    python bench/quantities.py --suite duckling_en.dev.jsonl --out predictions.jsonl
    python bench/quantities.py --speed news.txt [--language nb]
    python bench/quantities.py --peers --suite recognizers_en.dev.jsonl
    python bench/quantities.py --held-back [FILE.jsonl ...]

A suite is one case per line: `id`, `text`, `lang`, `dimension` and, for dates, `ref`. The suites
name dimensions and conventions of their own; how a record of ours reads in them is said here and
nowhere else. Predictions go to `--out`; the scorer that belongs to the suites judges them.

Held-back sentences of our own (`tests/cases/quantities/held_back*.jsonl`) say for every amount its
words, low, high, unit, hedge and counted noun. A sentence is right where each of them has a record
with all of these, and nothing else comes out as an amount.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ordmot.ledger import Hedge, Quantity, QuantityKind
from ordmot.quantities import measure
from ordmot.quantities.days import Anchor

Prediction = dict[str, Any]
End = float | str | None

# The dimensions of ours that a suite's dimension asks for.
DIMENSIONS: dict[str, tuple[str, ...]] = {
    "AmountOfMoney": ("money",),
    "Currency": ("money",),
    "Distance": ("length",),
    "Duration": ("duration",),
    "DurationExtractor": ("duration",),
    "DurationParser": ("duration",),
    "Quantity": ("mass", "volume"),
    "Volume": ("volume",),
    "Temperature": ("temperature",),
    "Percentage": ("share",),
    "Dimension": ("length", "area", "volume", "mass", "speed", "data", "energy", "power", "turn"),
}
NUMBERS = ("Number", "Numeral")
RANGES = ("NumberRange", "NumberRangeExp")
BOUNDED = (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.BETWEEN)
BLURRED = (Hedge.ABOUT, Hedge.NEARLY)
DATES = (QuantityKind.DATE, QuantityKind.TIME_OF_DAY, QuantityKind.YEAR)
# The Recognizers count no number that a unit is written onto: "29km".
WRITTEN_ON = re.compile(r"\d[a-zµ]+$")
# The suites give a vague word one value; ours is the low end of the interval but for these.
POINTS = {"few": 3.0}
CASES = Path(__file__).parents[1] / "tests" / "cases" / "quantities"
# "of the dead" and "the dead" name the same people.
LEADING = re.compile(r"^(of the|of|av) ")
GRAIN_HOURS = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
GRAIN_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}


def main() -> None:
    """Run what the options ask for."""
    options = _options()
    if options.suite and options.out:
        write_predictions(options.suite, options.out)
    if options.speed is not None:
        print_speed(options.speed, options.language)
    if options.peers:
        print_peers(options.suite)
    if options.held_back is not None:
        for file in options.held_back or sorted(CASES.glob("held_back*.jsonl")):
            print_held_back(file)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--suite", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--out", type=Path, metavar="PRED.jsonl")
    parser.add_argument("--speed", type=Path, nargs="+", metavar="TEXT")
    parser.add_argument("--language", default="en")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--held-back", type=Path, nargs="*", metavar="FILE.jsonl")
    return parser.parse_args()


def read_cases(suite: Path) -> list[dict[str, Any]]:
    """Read the cases of a suite, one JSON object per line."""
    return [json.loads(line) for line in suite.read_text(encoding="utf-8").splitlines() if line]


def write_predictions(suite: Path, out: Path) -> None:
    """Read every case and write what was found in the suite's own terms."""
    with out.open("w", encoding="utf-8") as lines:
        for case in read_cases(suite):
            results = list(predict(case))
            print(json.dumps({"id": case["id"], "results": results}), file=lines)


def predict(case: dict[str, Any]) -> Iterator[Prediction]:
    """Measure one case and map our records to its dimension."""
    reference = case.get("ref")
    moment = None if reference is None else datetime.fromisoformat(reference)
    # Duckling's tests stand two hours behind Greenwich and look forward.
    anchor = Anchor(moment, forward=True, offset=-2)
    found = measure(case["text"], case["lang"], now=anchor)
    dimension = case.get("dimension")
    if dimension is None:
        return map(_hedged, filter(_is_hedged_gold, found))
    if dimension in NUMBERS:
        return _numbers(found)
    if dimension in RANGES:
        return (_result(record, *_ends(record), None) for record in found if _is_range(record))
    if dimension == "Ordinal":
        return (_plain(record) for record in found if record.kind is QuantityKind.ORDINAL)
    if dimension == "Age":
        return (_plain(record) for record in found if record.kind is QuantityKind.AGE)
    wanted = DIMENSIONS.get(dimension)
    if wanted is None:
        return (_dated(record, moment) for record in found if record.kind in DATES)
    measured = (record for record in found if record.dimension in wanted and record.unit)
    return map(_core if case["suite"] == "recognizers" else _plain, measured)


def _is_range(record: Quantity) -> bool:
    """Tell whether the Recognizers call this a range: bounded, or said to be equal to a number."""
    if record.kind not in (QuantityKind.AMOUNT, QuantityKind.AGE):
        return False
    words = "" if record.hedge_span is None else record.hedge_span.text.lower()
    return record.hedge in BOUNDED or words.startswith("equal")


def _plain(record: Quantity) -> Prediction:
    """Give the stated number, or the open or closed range, in the record's unit."""
    unit = record.unit
    if record.kind is QuantityKind.ORDINAL:
        unit = "ordinal" if unit is None else f"ordinal.{unit}"
    return _result(record, *_ends(record), unit)


def _core(record: Quantity) -> Prediction:
    """Give the amount without its hedge words, as the Recognizers mark it."""
    result = _plain(record)
    if len(record.stated) == 1:
        result["low"] = result["high"] = record.stated[0]
    hedge = record.hedge_span
    if hedge is not None and hedge.start == record.span.start and record.hedge is not Hedge.VAGUE:
        words = record.span.text[len(hedge.text) :]
        result["start"] = record.span.end - len(words.lstrip())
    return result


def _ends(record: Quantity) -> tuple[float | None, float | None]:
    """Give the stated number twice, or the ends of the open or closed range."""
    low, high = record.interval.low, record.interval.high
    if record.hedge in BLURRED and record.stated:
        low = high = record.stated[0]
    if record.hedge is Hedge.VAGUE:
        words = record.span.text.lower().split()
        low = high = next((POINTS[word] for word in words if word in POINTS), low)
    return low, high


def _result(record: Quantity, low: End, high: End, unit: str | None) -> Prediction:
    """Make one result of a prediction."""
    return {
        "start": record.span.start,
        "end": record.span.end,
        "low": low,
        "high": high,
        "unit": unit,
        "kind": record.dimension,
    }


def _is_hedged_gold(record: Quantity) -> bool:
    """Tell whether news gold has a record: amounts, and ages that state a unit of time."""
    is_stated_age = record.kind is QuantityKind.AGE and record.reason == "age in units of time"
    return is_stated_age or record.kind is QuantityKind.AMOUNT


def _hedged(record: Quantity) -> Prediction:
    """Give the interval with the name of the hedge; "nearly" counts as "about" there."""
    hedge = Hedge.ABOUT if record.hedge is Hedge.NEARLY else record.hedge
    result = _result(record, record.interval.low, record.interval.high, record.unit)
    return {**result, "hedge": hedge.value}


def _numbers(found: Iterable[Quantity]) -> Iterator[Prediction]:
    """Give the bare numbers: of amounts what they state, of dates and codes their digits."""
    for record in found:
        if record.kind in (QuantityKind.AMOUNT, QuantityKind.AGE):
            is_written_on = record.unit and WRITTEN_ON.search(record.span.text)
            yield from () if is_written_on else _stated(record)
        elif record.kind is not QuantityKind.ORDINAL:
            yield from _digits(record)


def _stated(record: Quantity) -> Iterator[Prediction]:
    """Give the stated numbers of an amount."""
    if not record.stated:
        yield {**_plain(record), "unit": None}
    for value in record.stated:
        yield _result(record, value, value, None)


def _digits(record: Quantity) -> Iterator[Prediction]:
    """Give every run of digits in a date or a code."""
    for digits in re.finditer(r"\d+", record.span.text):
        yield {
            "start": record.span.start + digits.start(),
            "end": record.span.start + digits.end(),
            "low": int(digits.group()),
            "high": int(digits.group()),
            "unit": None,
        }


def _dated(record: Quantity, now: datetime | None) -> Prediction:
    """Give the moments that a date runs from and to; a time of day is today's."""
    low, high = record.interval.low, record.interval.high
    if record.kind is QuantityKind.TIME_OF_DAY and record.hedge is Hedge.ABOUT:
        low = high = record.stated[0]
    if record.kind is QuantityKind.TIME_OF_DAY:
        now = datetime(2000, 1, 1) if now is None else now
        today = now.toordinal()
        if low is not None and high == low and low <= 12 and low < now.hour + now.minute / 60:
            low = high = low + 12  # Duckling's clocks strike next
        if record.hedge is Hedge.BETWEEN and high is not None:
            high += GRAIN_HOURS.get(record.unit or "", 0)  # the suites end with the last minute
        low = None if low is None else today + low / 24 if low <= 48 else low
        high = None if high is None else today + high / 24 if high <= 48 else high
    if "upcoming" in record.span.text and low is not None and high is not None:
        # Duckling reads "upcoming two days" as the second day from now.
        count = max(1, round((high - low) / GRAIN_DAYS.get(record.unit or "", 1e9)))
        low = low if count < 2 else high - (high - low) / count
    return {**_result(record, _moment(low), _moment(high), "datetime"), "kind": "datetime"}


def _moment(days: float | None) -> str | None:
    """Write days since 0001-01-01 as a local time."""
    if days is None:
        return None
    seconds = round((days - 1) * 86400)
    return (datetime(1, 1, 1) + timedelta(seconds=seconds)).isoformat()


def print_speed(files: list[Path], language: str) -> None:
    """Print the characters per CPU-second over a megabyte of the given texts in one call."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    text = (text * (1_000_000 // max(1, len(text)) + 1))[:1_000_000]
    measure(text[:10_000], language)
    begin = time.process_time()
    found = measure(text, language)
    seconds = time.process_time() - begin
    rate = f"{len(text) / seconds:,.0f} characters per CPU-second"
    print(f"{len(text):,} characters, {len(found):,} quantities, {rate}")


def print_held_back(file: Path) -> None:
    """Print the wrong sentences, then the share of right ones in each language."""
    right: dict[str, list[bool]] = {}
    for case in read_cases(file):
        found = list(measure(case["text"], case["language"]))
        amounts = [record for record in found if record.kind is QuantityKind.AMOUNT]
        is_right = len(amounts) == len(case["amounts"]) and all(
            any(_answers(record, wanted) for record in amounts) for wanted in case["amounts"]
        )
        right.setdefault(case["language"], []).append(is_right)
        if not is_right:
            print(f"  {case['text']}", *map(_describe, amounts), sep="\n      ")
    for language, answers in right.items():
        share = sum(answers) / len(answers)
        print(f"{file.name} {language}: {sum(answers)} of {len(answers)} right ({share:.1%})")


def _answers(record: Quantity, wanted: dict[str, Any]) -> bool:
    """Tell whether interval, unit, hedge and counted noun are as wanted, on the same words."""
    words, expected = record.span.text, wanted["words"]
    counted = "" if record.counted is None else LEADING.sub("", record.counted.text)
    return (
        (words in expected or expected in words)
        and _is_close(record.interval.low, wanted["low"])
        and _is_close(record.interval.high, wanted["high"])
        and record.unit == wanted["unit"]
        and record.hedge.value == wanted["hedge"]
        and counted == (wanted["counted"] or "")
    )


def _is_close(found: float | None, wanted: float | None) -> bool:
    """Tell whether two ends are the same but for rounding."""
    if found is None or wanted is None:
        return found is wanted
    return abs(found - wanted) <= 1e-6 * max(1, abs(wanted))


def _describe(record: Quantity) -> str:
    """Write a record in one line for the eye."""
    ends = f"[{record.interval.low}, {record.interval.high}]"
    counted = None if record.counted is None else record.counted.text
    return f"{record.span.text!r} {ends} {record.unit} {record.hedge.value} of {counted!r}"


def print_peers(suite: Path | None) -> None:
    """Print which peers are installed and, for a suite, how many cases each answers alike."""
    for name, load in PEERS.items():
        try:
            read = load()
        except ImportError as reason:
            print(f"{name}: not installed ({reason})")
            continue
        if suite is None:
            print(f"{name}: installed")
        else:
            print(f"{name}: {_count_right(read, read_cases(suite))}")


def _count_right(read: Callable[[str], list[float]], cases: list[dict[str, Any]]) -> str:
    """Count the cases whose stated numbers a peer finds, spans and units left aside."""
    right = asked = 0
    begin = time.perf_counter()
    for case in cases:
        gold = [
            result["low"]
            for result in case["results"]
            if isinstance(result.get("low"), (int, float))
        ]
        if len(gold) != len(case["results"]):
            continue
        asked += 1
        with contextlib.suppress(Exception):  # a peer that fails has not found the numbers
            right += sorted(read(case["text"])) == sorted(gold)
    return f"{right} of {asked} numbers right, {time.perf_counter() - begin:.1f} s"


def _load_ordmot() -> Callable[[str], list[float]]:
    return lambda text: [
        value
        for quantity in measure(text)
        if quantity.kind in (QuantityKind.AMOUNT, QuantityKind.AGE, QuantityKind.ORDINAL)
        for value in quantity.stated
    ]


def _load_quantulum3() -> Callable[[str], list[float]]:
    from quantulum3 import parser

    return lambda text: [float(quantity.value) for quantity in parser.parse(text)]


def _load_text2num() -> Callable[[str], list[float]]:
    from text_to_num import alpha2digit

    def read(text: str) -> list[float]:
        return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", alpha2digit(text, "en"))]

    return read


def _load_price_parser() -> Callable[[str], list[float]]:
    from price_parser import Price

    def read(text: str) -> list[float]:
        amount = Price.fromstring(text).amount
        return [] if amount is None else [float(amount)]

    return read


def _load_babel() -> Callable[[str], list[float]]:
    from babel.numbers import parse_decimal

    def read(text: str) -> list[float]:
        return [float(parse_decimal(word, locale="en")) for word in re.findall(r"[\d.,]*\d", text)]

    return read


PEERS = {
    "Ordmot": _load_ordmot,
    "quantulum3": _load_quantulum3,
    "text2num": _load_text2num,
    "price-parser": _load_price_parser,
    "Babel": _load_babel,
}

if __name__ == "__main__":
    main()
