from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.errors import CaseError
from ordmot.flow import compare_accounts, read_one, standard_plan
from ordmot.ledger import (
    Claim,
    Comparison,
    Decision,
    Document,
    Interval,
    Metadata,
    Quantity,
    Reading,
    Refusal,
    Review,
    Source,
)
from ordmot.store import decode, encode
from tests.plans import TINY

words = st.text(max_size=30)
numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)


@given(st.builds(Metadata, title=st.none() | words, publisher=st.none() | words))
def test_metadata_comes_back(metadata: Metadata) -> None:
    assert decode(Metadata, encode(metadata)) == metadata


@given(words, words, words, words)
def test_a_refusal_comes_back_whatever_its_words(name: str, sha: str, why: str, what: str) -> None:
    refusal = Refusal(name=name, sha256=sha, reason=why, advice=what)
    assert decode(Refusal, encode(refusal)) == refusal


@given(st.sampled_from(Decision), words, words)
def test_a_review_comes_back(decision: Decision, by: str, note: str) -> None:
    review = Review(subject="gap-1", decision=decision, by=by, at="2031-05-17", note=note)
    back = decode(Review, encode(review))
    assert back == review
    assert back.decision is decision


@given(st.tuples(numbers, numbers).map(sorted), st.booleans(), st.booleans())
def test_an_interval_comes_back(ends: list[float], low_open: bool, high_open: bool) -> None:
    interval = Interval(low=ends[0], high=ends[1], low_open=low_open, high_open=high_open)
    assert decode(Interval, encode(interval)) == interval


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["Kari: 40 boats", "Ola: 7 øyer", "–", "x 3"]), min_size=1))
def test_a_whole_reading_comes_back(lines: list[str]) -> None:
    reading = read_one(TINY, Source(name="a.txt", data="\n".join(lines).encode()))
    assert isinstance(reading, Reading)
    assert decode(Reading, encode(reading)) == reading
    comparison = compare_accounts(TINY, [reading])
    assert decode(Comparison, encode(comparison)) == comparison


def test_half_a_surrogate_pair_comes_back() -> None:
    document = Document(
        name="a",
        sha256="0",
        media_type="text/plain",
        encoding="utf-8",
        text="half \ud83d",
        metadata=Metadata(),
        language="en",
    )
    body = encode(document)
    assert body.isascii()
    assert decode(Document, body) == document


def test_a_field_that_older_versions_did_not_write_takes_its_default() -> None:
    plain = json.loads(encode(Metadata(title="Ferja")))
    del plain["url"]
    plain["mood"] = "sombre"
    assert decode(Metadata, json.dumps(plain)) == Metadata(title="Ferja")


def test_ids_are_derived_anew() -> None:
    refusal = Refusal(name="a", sha256="0", reason="r", advice="b")
    tampered = encode(refusal).replace(refusal.id, "refusal-0000")
    assert decode(Refusal, tampered).id == refusal.id
    assert decode(Refusal, encode(replace(refusal, name="b"))).id != refusal.id


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "3", "{}", '{"span": 3}', '{"span": {"start": 0}}']
)
@pytest.mark.parametrize("kind", [Claim, Quantity])
def test_what_is_no_record_says_so(kind: type, body: str) -> None:
    with pytest.raises(CaseError, match="damaged"):
        decode(kind, body)


def test_an_answer_to_an_open_question_comes_back() -> None:
    text = "The attack on the bridge was carried out by the army, a driver said."
    reading = read_one(standard_plan("test"), Source(name="a.txt", data=text.encode()), "en")
    assert isinstance(reading, Reading)
    claim = next(claim for claim in reading.claims if claim.asked is not None)
    back = decode(Claim, encode(claim))
    assert back == claim
    assert back.asked is claim.asked
    assert back.id == claim.id
