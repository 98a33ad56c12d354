"""Time and memory of comparing as a case grows, and of adding one document to it.

    python bench/growth.py                          # 1,000, 10,000 and 100,000 claims
    python bench/growth.py --claims 1000 10000
    python bench/growth.py --claims 10000 --add 5 --anew

"Add one" reads one more document and compares the case that is open. With `--anew` the same
documents are compared from nothing afterwards, which has to give the same.
The documents are made here from templates: many events, each with a few documents in English and
Norwegian whose voices give rival figures. Each size runs in a process of its own, so that the peak
of memory is its own. Reading the documents is timed beside the comparing.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import ordmot
from ordmot.flow import Plan, compare_accounts, read_one, standard_plan
from ordmot.ledger import Comparison, Metadata, Reading, Source

_SIZES = (1_000, 10_000, 100_000)
_RIVALS = 4
"""Documents about one event."""
_PEOPLE = 12
"""Families of a place, whose members speak there."""
_FIRST = ("Ane", "Bo", "Dina", "Eli", "Gro", "Ida", "Jon", "Leif", "Mona", "Oda", "Rita", "Siv")
_HEADS = ("Bar", "Dal", "Fin", "Gul", "Hav", "Kor", "Lom", "Mys", "Nor", "Ost", "Pir", "Ros", "Tor")
_MIDDLES = ("", "a", "e", "ing", "er", "en", "un", "el", "um", "ast", "ol", "ild", "ar", "isk")
_TAILS = ("heim", "vik", "nes", "stad", "fjord", "sund", "havn", "lia", "by", "rud", "eid", "mo")
"""Parts of invented names of places and families: some two thousand, as in a large archive."""

_EVENTS: tuple[tuple[str, str], ...] = (
    ("the fire in the warehouse", "brannen i lagerhallen"),
    ("the landslide above the village", "jordraset over bygda"),
    ("the ferry accident", "ferjeulykken"),
    ("the march through the town", "demonstrasjonen gjennom byen"),
    ("the flood in the valley", "flommen i dalen"),
    ("the explosion at the factory", "eksplosjonen på fabrikken"),
    ("the bus crash on the bridge", "bussulykken på broen"),
    ("the attack on the checkpoint", "angrepet på kontrollposten"),
    ("the strike at the shipyard", "streiken ved verftet"),
    ("the collapse of the grandstand", "kollapsen av tribunen"),
)
_ENGLISH = (
    "{who}, a police spokesman, said {n} people were killed in {event} at {hall} in {place}.",
    "According to {who}, at least {n} were injured and taken to {hospital} hospital.",
    "“We counted {n} vehicles in {street} street,” {who} said.",
    "{who} denied that the gates of {hall} in {place} had been locked.",
    "The council of {place} says the repairs of {hall} will cost {n} million kroner.",
    "About {n} families were evacuated from {farm} to {school}, the mayor, {who}, told reporters.",
    "The rescue crew from {hospital} arrived in {place} after {n} minutes, {who} said.",
    "{who} claims that more than {n} soldiers were sent from {camp} to {place}.",
    "Some {n} houses in {street} street were destroyed, said {who}, who lives by {river}.",
    "A witness said the gates of {hall} in {place} were locked the whole night.",
    "{n} children from {school} are still missing, {who} said on Tuesday.",
    "The road between {farm} and {camp} was closed for {n} days.",
)
_NORWEGIAN = (
    "{who}, talsmann for politiet, sier at {n} personer ble drept i {event} ved {hall} i {place}.",
    "Ifølge {who} ble minst {n} skadd og kjørt til {hospital} sykehus.",
    "– Vi talte {n} kjøretøy i {street}, sier {who}.",
    "{who} avviser at portene til {hall} i {place} var låst.",
    "{place} kommune opplyser at reparasjonen av {hall} vil koste {n} millioner kroner.",
    "Om lag {n} familier ble evakuert fra {farm} til {school}, sier ordfører {who}.",
    "Redningsmannskapet fra {hospital} kom til {place} etter {n} minutter, sier {who}.",
    "{who} hevder at over {n} soldater ble sendt fra {camp} til {place}.",
    "Rundt {n} hus i {street} ble ødelagt, sier {who}, som bor ved elva {river}.",
    "Et vitne forteller at portene til {hall} i {place} var låst hele natten.",
    "{n} barn fra {school} er fortsatt savnet, sa {who} tirsdag.",
    "Veien mellom {farm} og {camp} var stengt i {n} dager.",
)
_PLACES = ("place", "hall", "hospital", "street", "farm", "school", "camp", "river")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """An event: its name in a language, the names of its places, its people and its figures."""

    event: str
    places: Mapping[str, str]
    people: Sequence[str]
    figures: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What one size took: seconds of each part, and the peak of memory in MB."""

    claims: int
    documents: int
    questions: int
    gaps: int
    reading: float
    comparing: float
    adding: float
    anew: float | None
    peak: float


def main() -> int:
    """Measure each size in a process of its own, and print the table."""
    options = _arguments()
    if options.alone:
        print(json.dumps(asdict(_measure(options.alone, options.add, is_checked=options.anew))))
        return 0
    print("| claims | documents | questions | gaps | read | compare | add one | anew | peak |")
    print("|---|---|---|---|---|---|---|---|---|")
    for size in options.claims:
        asked = ["--alone", str(size), "--add", str(options.add)]
        found = subprocess.run(  # noqa: S603 - this very program
            [sys.executable, __file__, *asked, *(["--anew"] if options.anew else [])],
            check=True,
            capture_output=True,
            text=True,
        )
        _print(Growth(**json.loads(found.stdout)))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, nargs="+", default=_SIZES, help="sizes of the case")
    parser.add_argument(
        "--add", type=int, default=1, help="documents that are added one by one: the median of them"
    )
    parser.add_argument("--anew", action="store_true", help="compare from nothing in the end too")
    parser.add_argument("--alone", type=int, help=argparse.SUPPRESS)
    return parser.parse_args()


def _print(growth: Growth) -> None:
    """Print one row of the table."""
    print(
        f"| {growth.claims:,} | {growth.documents:,} | {growth.questions:,} | {growth.gaps:,} "
        f"| {growth.reading:,.1f} s | {growth.comparing:,.1f} s | {growth.adding:,.1f} s "
        f"| {'–' if growth.anew is None else f'{growth.anew:,.1f} s'} "
        f"| {growth.peak:,.0f} MB |",
        flush=True,
    )


def _measure(size: int, more: int, *, is_checked: bool) -> Growth:
    """Read documents until they hold `size` claims, compare them, then add some more."""
    plan = standard_plan(ordmot.__version__)
    documents = make_documents()
    began = time.perf_counter()
    readings = _read(plan, documents, size)
    read = time.perf_counter()
    comparison = compare_accounts(plan, readings)
    compared = time.perf_counter()
    added = [_add(plan, readings, next(documents)) for _ in range(more)]
    anew = _compare_anew(plan, readings) if is_checked else None
    seconds = (read - began, compared - read, statistics.median(added))
    return replace(_growth(readings, comparison, seconds), anew=anew)


def _add(plan: Plan, readings: list[Reading], source: Source) -> float:
    """Read one more document and compare the case that is open; give the seconds."""
    start = time.perf_counter()
    readings.append(_reading(plan, source))
    compare_accounts(plan, readings)
    return time.perf_counter() - start


def _compare_anew(plan: Plan, readings: Sequence[Reading]) -> float:
    """Compare all documents from nothing, which has to give the same; give the seconds."""
    grown = compare_accounts(plan, readings)
    start = time.perf_counter()
    anew = compare_accounts(standard_plan(ordmot.__version__), readings)
    taken = time.perf_counter() - start
    if anew != grown:
        sys.exit("The case that grew is not the case compared anew.")
    return taken


def _growth(
    readings: Sequence[Reading], comparison: Comparison, seconds: tuple[float, float, float]
) -> Growth:
    """Put the measurements of one size together."""
    return Growth(
        claims=sum(len(reading.claims) for reading in readings),
        documents=len(readings),
        questions=len(comparison.questions),
        gaps=len(comparison.gaps),
        reading=seconds[0],
        comparing=seconds[1],
        adding=seconds[2],
        anew=None,
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def _read(plan: Plan, documents: Iterator[Source], size: int) -> list[Reading]:
    """Read documents until they hold `size` claims."""
    readings: list[Reading] = []
    claims = 0
    while claims < size:
        readings.append(_reading(plan, next(documents)))
        claims += len(readings[-1].claims)
    return readings


def _reading(plan: Plan, source: Source) -> Reading:
    """Read one document, which must succeed."""
    reading = read_one(plan, source)
    if not isinstance(reading, Reading):
        sys.exit(f"{reading.name} was refused: {reading.reason}")
    return reading


def make_documents() -> Iterator[Source]:
    """Make documents without end: for each event some in both languages, the same every time."""
    chance = random.Random(5)  # noqa: S311 - no secret
    number = 0
    while True:
        places = {kind: _invent_name(chance) for kind in _PLACES}
        people = [_invent_name(chance) for _ in range(_PEOPLE)]
        event = chance.choice(_EVENTS)
        figures = [chance.choice((3, 12, 40, 260, 1_900)) for _ in _ENGLISH]
        for rival in range(_RIVALS):
            number += 1
            scene = _Scene(event=event[rival % 2], places=places, people=people, figures=figures)
            yield _make(chance, number, scene)


def _invent_name(chance: random.Random) -> str:
    """Invent the name of a place or a family."""
    return chance.choice(_HEADS) + chance.choice(_MIDDLES) + chance.choice(_TAILS)


def _make(chance: random.Random, number: int, scene: _Scene) -> Source:
    """Make one document about an event, its figures now and then far from those of the others."""
    place, event = scene.places["place"], scene.event
    is_english = number % 2 == 1
    templates = _ENGLISH if is_english else _NORWEGIAN
    chosen = sorted(chance.sample(range(len(templates)), 9))
    lines = [f"{event[0].upper()}{event[1:]} {'in' if is_english else 'i'} {place}", ""]
    for subject in chosen:
        who = f"{chance.choice(_FIRST)} {chance.choice(scene.people)}"
        likely = scene.figures[subject] * chance.choice((1, 1, 1, 1.1, 1.5, 3))
        words = {"who": who, "n": round(likely) + number % 3, "event": event} | scene.places
        lines += [templates[subject].format(**words), ""]
    return Source(
        name=f"{number:06}.txt",
        data="\n".join(lines).encode(),
        metadata=Metadata(
            title=lines[0],
            publisher=f"{place} {'Post' if is_english else 'Avis'}",
            date=f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}",
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
