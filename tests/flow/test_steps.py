from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.flow import Entry, compare_accounts, mark_of, read_one, standard_plan
from ordmot.ledger import Metadata, Quantity, QuantityKind, Reading, Refusal, Source, sha256_of
from tests.plans import TINY

_LINES = ("Kari: 40 boats", "Ola: 55 boats", "Siv: 54 boats", "Per: 3 cranes", "Nobody counts.")


def _reading(text: str, name: str = "note.txt") -> Reading:
    reading = read_one(TINY, Source(name=name, data=text.encode()))
    assert isinstance(reading, Reading)
    return reading


def test_reading_goes_through_every_stage() -> None:
    reading = _reading("Kari: 40 boats\nOla: 55 boats")
    assert len(reading.passages) == 2
    assert [quantity.span.text for quantity in reading.quantities] == ["40", "55"]
    assert [claim.speaker.name for claim in reading.claims] == ["Kari", "Ola"]
    for claim in reading.claims:
        claim.span.check(reading.document.text)


def test_a_refusal_carries_reason_advice_and_hash() -> None:
    refusal = read_one(TINY, Source(name="bad.txt", data=b"unreadable"))
    assert isinstance(refusal, Refusal)
    assert (refusal.name, refusal.sha256) == ("bad.txt", sha256_of(b"unreadable"))
    assert refusal.reason == "It says it is unreadable"
    assert refusal.advice == "Take the word out."


def test_any_failure_of_a_stage_is_a_refusal_that_names_it() -> None:
    refusal = read_one(TINY, Source(name="bad.txt", data=b"explode"))
    assert isinstance(refusal, Refusal)
    assert "ZeroDivisionError: as the text asked" in refusal.reason


def test_language_given_overrules_what_the_text_looks_like() -> None:
    reading = read_one(TINY, Source(name="a.txt", data=b"Kari: 40 boats"), "nb")
    assert isinstance(reading, Reading)
    assert reading.document.language == "nb"
    assert {passage.language for passage in reading.passages} == {"nb"}


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        ("2031-05-17", datetime(2031, 5, 17)),
        ("2031-05-17T14:30", datetime(2031, 5, 17, 14, 30)),
        ("17 May", None),
        (None, None),
    ],
)
def test_amounts_are_measured_at_the_documents_date(
    stated: str | None, moment: datetime | None
) -> None:
    asked: list[datetime | None] = []

    def measure(
        text: str, language: str, *, document: str, offset: int, now: datetime | None
    ) -> tuple[Quantity, ...]:
        asked.append(now)
        return TINY.measure(text, language, document=document, offset=offset, now=now)

    source = Source(name="a.txt", data=b"Kari: 40 boats", metadata=Metadata(date=stated))
    assert isinstance(read_one(replace(TINY, measure=measure), source), Reading)
    assert asked == [moment]


def test_yesterday_is_told_from_the_documents_date() -> None:
    data = b"The ferry sank yesterday, the mayor told reporters. Four people drowned."
    source = Source(name="a.txt", data=data, metadata=Metadata(date="2031-05-17"))
    reading = read_one(standard_plan("test"), source)
    assert isinstance(reading, Reading)
    days = [record for record in reading.quantities if record.kind is QuantityKind.DATE]
    assert [record.interval.low for record in days] == [date(2031, 5, 16).toordinal()]


def test_gaps_come_strongest_first_and_questions_follow_them() -> None:
    texts = ["Kari: 3 cranes\nOla: 4 cranes\nKari: 40 boats", "Siv: 90 boats", "Per: 1 dog"]
    comparison = compare_accounts(TINY, [_reading(text) for text in texts])
    assert [gap.is_weak for gap in comparison.gaps] == [False, True]
    asked = [question.text for question in comparison.questions]
    assert asked == ["How many boats?", "How many cranes?", "How many dog?"]


@given(st.lists(st.sampled_from(_LINES), min_size=1, max_size=5, unique=True), st.randoms())
def test_the_order_of_documents_does_not_change_the_comparison(lines: list[str], chance) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    readings = [_reading(line, f"{line}.txt") for line in lines]
    shuffled = list(readings)
    chance.shuffle(shuffled)
    assert compare_accounts(TINY, readings) == compare_accounts(TINY, shuffled)


def test_the_mark_changes_with_documents_and_versions_not_with_order() -> None:
    one = Entry(id="document-1", sha256="1", name="a", version="v1")
    two = Entry(id="document-2", sha256="2", name="b", version="v1")
    mark = mark_of([one, two], "v1")
    assert mark == mark_of([two, one], "v1")
    others = (
        mark_of([one], "v1"),
        mark_of([one, replace(two, version="v2")], "v1"),
        mark_of([one, two], "v2"),
    )
    assert mark not in others


@pytest.mark.parametrize("text", ["", "\ud800", "x" * 5000, "<html>", "1 2 3", "\x00\x01"])
def test_the_standard_plan_answers_any_text(text: str) -> None:
    source = Source(name="note.txt", data=text.encode("utf-8", "surrogatepass"))
    assert isinstance(read_one(standard_plan("v"), source), Reading | Refusal)
