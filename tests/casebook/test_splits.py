"""Documents given at once, one by one or in any parts make the same ledger."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.casebook import Casebook
from ordmot.flow import Plan
from ordmot.ledger import Ledger, Source
from ordmot.report import render
from tests.claims.reading import plan
from tests.plans import TINY

_TEXTS = {
    "a.txt": "Kari: 40 boats",
    "b.txt": "Ola: 55 boats",
    "c.txt": "Kari: 55 boats",
    "d.txt": "Liv: 9 huts",
    "e.txt": "Ola: 55 boats and some more words",
}
_REAL = {
    "post.txt": "At least 12 people were killed in Olvik, the mayor, Anna Moe, said on Monday.",
    "avis.txt": "19 mennesker ble drept i Olvik, opplyser politiet mandag. Moe avviser tallet.",
    "bees.txt": "Some 8,000 bees were caught in Vardnes, the keeper said. Nobody was hurt.",
}


def ledger_of(plan: Plan, rounds: list[list[Source]]) -> Ledger:
    """Add documents to a new case round by round, and give its ledger."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Casebook.open(Path(folder) / "test.ordmot", plan=plan) as case,
    ):
        for sources in rounds:
            case.add_sources(sources)
        return case.ledger()


def cut(sources: list[Source], places: list[int]) -> list[list[Source]]:
    """Cut documents into rounds."""
    edges = [0, *sorted(place for place in places if place < len(sources)), len(sources)]
    return [sources[start:end] for start, end in pairwise(edges)]


def sources_of(texts: dict[str, str], names: list[str]) -> list[Source]:
    return [Source(name=name, data=texts[name].encode()) for name in names]


_WHOLE = render(ledger_of(TINY, [sources_of(_TEXTS, sorted(_TEXTS))]))


@settings(max_examples=25, deadline=None)
@given(st.permutations(sorted(_TEXTS)), st.lists(st.integers(0, 5), max_size=4))
def test_parts_in_any_order_make_the_same_ledger(names: list[str], places: list[int]) -> None:
    rounds = cut(sources_of(_TEXTS, names), places)
    assert render(ledger_of(TINY, rounds)) == _WHOLE


def test_every_stage_gives_the_same_one_by_one() -> None:
    names = sorted(_REAL)
    whole = ledger_of(plan(), [sources_of(_REAL, names)])
    assert whole.gaps
    single = [[source] for source in sources_of(_REAL, names[::-1])]
    assert render(ledger_of(plan(), single)) == render(whole)
