"""How likely a gap is right: what its accounts show, added up."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.gaps import chances
from ordmot.gaps.accounts import Account
from ordmot.gaps.chances import Pair, rate_chance, table_for
from ordmot.ledger import Answer, Relation, VoiceKind
from tests.questions.case import document

TEXTS = (
    ("The mayor of Olvik says that 40 people were killed in Olvik.", "en"),
    ("The hospital of Olvik says that several people were killed in Olvik.", "en"),
    ("Five of them were killed, the army says. The bridge was 40 metres long.", "en"),
    ("Politiet sier at 38 mennesker ble drept i Olvik. Brua var 35 meter lang.", "nb"),
    ("The army denied that it had bombed Olvik. It fired at 6.30 am.", "en"),
    ("Beboere sier at hæren bombet Olvik. Det skjedde klokken 7.15.", "nb"),
)
RELATIONS = (Relation.CONTRADICTS, Relation.UPDATED, Relation.FELL_SHORT, Relation.SUBSET)


@cache
def accounts(score: float = 0.9) -> tuple[Account, ...]:
    """Give an account for each claim of the texts."""
    readings = [document(t, lang, f"{n}.txt") for n, (t, lang) in enumerate(TEXTS)]
    return tuple(
        Account(
            claim=claim,
            answer=Answer(claim=claim.id, score=score, root=claim.speaker.name, reasons=()),
            date=None,
            interval=claim.quantity.interval if claim.quantity else None,
            text=reading.document.text.casefold(),
        )
        for reading in readings
        for claim in reading.claims
    )


def pairs(score: float = 0.9) -> list[Pair]:
    """Give every two accounts that can be compared, under each relation."""
    return [
        Pair(relation=relation, one=one, other=other)
        for one, other in combinations(accounts(score), 2)
        if one.claim.dimension == other.claim.dimension
        and (one.interval is not None or one.claim.is_affirmed is not other.claim.is_affirmed)
        for relation in RELATIONS
    ]


def test_every_table_is_met() -> None:
    met = [table_for(pair) for pair in pairs()]
    tables = (chances.COUNTS, chances.MEASURES, chances.PROPOSITIONS, chances.NESTED)
    assert all(table in met for table in tables)


def test_a_chance_is_one_and_the_same_from_both_sides() -> None:
    for pair in pairs():
        turned = replace(pair, one=pair.other, other=pair.one)
        assert 0 < rate_chance(pair) < 1
        assert rate_chance(pair) == pytest.approx(rate_chance(turned))


@given(st.floats(0.06, 0.98), st.floats(0.06, 0.98))
def test_the_surer_the_question_the_likelier_the_gap(one: float, other: float) -> None:
    low, high = sorted((one, other))
    for less, more in zip(pairs(low), pairs(high), strict=True):
        assert rate_chance(less) <= rate_chance(more) + 1e-9


def test_an_outlet_that_names_nobody_weighs_less() -> None:
    named, unnamed = accounts()[0], accounts()[1]
    voice = replace(unnamed.claim.voices[0], kind=VoiceKind.DOCUMENT)
    told = replace(unnamed, claim=replace(unnamed.claim, voices=(voice,)))
    as_said = Pair(relation=Relation.CONTRADICTS, one=named, other=unnamed)
    as_told = Pair(relation=Relation.CONTRADICTS, one=named, other=told)
    assert told.is_outlet
    assert rate_chance(as_told) < rate_chance(as_said)
