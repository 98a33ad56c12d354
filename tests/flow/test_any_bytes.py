"""Whatever the bytes, the job gives a reading on exact words or a refusal with its reason."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordmot.flow import compare_accounts, read_one, standard_plan
from ordmot.ledger import Ledger, Reading, Refusal, Source
from ordmot.report import render

PLAN = standard_plan("test")

_PIECES = (
    "sier hun", "sa han", "she said", "according to the mayor", "ifølge politiet", "“", "”", "«",
    "»", '"', "'", "–", "-", ":", "> ", "# ", "\n", "\n\n", "\t", " ", "40", "1,5 millioner",
    "$600 (£460)", "a few", "et par hundre", "six to seven", "between", "og", "and", "not", "ikke",
    "ferries", "passasjerer", "were killed", "Kari Vik", "the harbour office", "00:01 --> 00:02",
    "<p>", "</p>", "<!--", "&amp;", "\u00ad", "\u200b", "🙂", "é", "e\u0301", "\u202e", "%", "(",
    ")", "I virkeligheten", "promised", "at first", "now admits", "km", "17. mai 2031", "\r\n",
)  # fmt: skip
pieced = st.lists(st.sampled_from(_PIECES), max_size=60).map(" ".join)
names = st.sampled_from(["a.txt", "a.html", "a.md", "a.srt", "a.vtt", "a.pdf", "a", "…"])
bytes_of_all_kinds = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
    pieced.map(str.encode),
    pieced.map(lambda text: text.encode("utf-16")),
    pieced.map(lambda text: text.encode("cp1252", "ignore")),
)
calm = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@calm
@given(bytes_of_all_kinds, names)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    result = read_one(PLAN, Source(name=name, data=data))
    if isinstance(result, Refusal):
        assert "Ordmot failed" not in result.reason
        assert result.reason
        assert result.advice
        return
    _check_words(result)


@calm
@given(st.lists(pieced, min_size=1, max_size=3, unique=True))
def test_any_texts_are_compared_and_written(texts: list[str]) -> None:
    results = [
        read_one(PLAN, Source(name=f"{place}.txt", data=text.encode()))
        for place, text in enumerate(texts)
    ]
    readings = tuple(result for result in results if isinstance(result, Reading))
    unique = tuple({reading.document.id: reading for reading in readings}.values())
    comparison = compare_accounts(PLAN, unique)
    assert comparison == compare_accounts(PLAN, unique[::-1])
    ledger = Ledger(readings=unique, comparison=comparison)
    for gap in ledger.gaps:
        assert all(ledger.claim(claim) for claim in gap.claims)
    assert render(ledger, "jsonl").count("\n") >= len(unique)


def _check_words(reading: Reading) -> None:
    """Check that what was found stands in the text."""
    text = reading.document.text
    for passage in reading.passages:
        passage.span.check(text)
    for statement in reading.statements:
        for span in statement.content:
            span.check(text)
    for claim in reading.claims:
        claim.span.check(text)
        claim.sentence.check(text)


@pytest.mark.parametrize("size", [20_000])
@pytest.mark.parametrize("unit", ["a", "40 ", "“", "Kari sier at 40 menn dro. ", "<p>", "> "])
def test_one_long_line_is_an_answer_too(unit: str, size: int) -> None:
    data = (unit * (size // len(unit))).encode()
    result = read_one(PLAN, Source(name="long.txt", data=data))
    assert isinstance(result, Reading) or "Ordmot failed" not in result.reason
