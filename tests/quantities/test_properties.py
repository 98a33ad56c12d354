"""What holds for every text: exact offsets, ordered ends, stability, and linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.quantities import measure

LANGUAGES = st.sampled_from(["en", "nb"])
PIECES = st.sampled_from(
    [
        "one",
        "two",
        "hundred",
        "million",
        "and",
        "-",
        "–",
        ",",
        ".",
        ":",
        "5",
        "12",
        "4,000",
        "4.000",
        "1.5",
        "%",
        "$",
        "£",
        "(",
        ")",
        "of",
        "the",
        "a",
        "an",
        "half",
        "third",
        "more",
        "than",
        "between",
        "from",
        "to",
        "or",
        "about",
        "kl.",
        "15:30",
        "May",
        "12",
        "2017",
        "F",
        "16",
        "'",
        '"',
        "½",
        "m",
        "km",
        "og",
        "en",
        "hundre",
        "tjue",
        "første",
        "mål",
        "prosent",
        "kr",
        "nok",
        "/",
        "+",
        "±",
        "give",
        "take",
        "old",
        "aged",
        "http",
        "x",
        "^",
        "e",
        "٣",
        "²",
        "İ",
        "ß",
        "last",
        "next",
        "ago",
        "in",
        "am",
        "pm",
        "mai",
        "i",
        "går",
        "mandag",
        "siden",
        "per",
        "hver",
        "each",
        "years",
        "timer",
        "ingen",
        "no",
        "people",
        "mennesker",
        "\n",
        "\xa0",
        "\u202f",
    ]
)
SENTENCES = st.lists(PIECES, max_size=14).map(" ".join)


@given(text=st.one_of(st.text(max_size=80), SENTENCES), language=LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_exact_spans_and_ordered_ends(text: str, language: str) -> None:
    for quantity in measure(text, language):
        spans = (quantity.span, quantity.hedge_span, quantity.counted, quantity.per)
        for span in (span for span in spans if span is not None):
            assert text[span.start : span.end] == span.text
        low, high = quantity.interval.low, quantity.interval.high
        assert low is None or high is None or low <= high


def test_a_currency_with_a_prefix_may_end_a_text() -> None:
    assert measure("KEUR", "en") == ()


@given(text=SENTENCES, language=LANGUAGES, offset=st.integers(0, 10_000))
@settings(max_examples=100, deadline=None)
def test_an_offset_moves_every_span_and_changes_nothing_else(
    text: str, language: str, offset: int
) -> None:
    plain = measure(text, language)
    moved = measure(text, language, offset=offset)
    assert [record.span.start + offset for record in plain] == [
        record.span.start for record in moved
    ]
    assert [(r.interval, r.hedge, r.unit) for r in plain] == [
        (r.interval, r.hedge, r.unit) for r in moved
    ]


@given(value=st.integers(0, 999_999_999), language=LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_a_grouped_number_reads_back(value: int, language: str) -> None:
    for separator in {"en": [",", "\u00a0", "\u202f"], "nb": [".", " ", "\u00a0", "\u202f"]}[
        language
    ]:
        words = f"{value:,}".replace(",", separator)
        noun = {"en": "houses", "nb": "hus"}[language]
        (quantity,) = measure(f"{words} {noun}", language)
        assert quantity.stated == (value,)
        assert quantity.counted is not None
        assert quantity.counted.text == noun


@given(whole=st.integers(0, 9_999), decimals=st.integers(1, 99), language=LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_a_decimal_number_reads_back(whole: int, decimals: int, language: str) -> None:
    mark = {"en": ".", "nb": ","}[language]
    (quantity,) = measure(f"{whole}{mark}{decimals:02d} kilo", language)
    assert quantity.stated[0] == pytest.approx(whole + decimals / 100)


READINGS = [
    ("en", "at least 12 people"),
    ("en", "around $4.5 million"),
    ("en", "six to seven kilometres"),
    ("nb", "minst 12 personer"),
    ("nb", "halvannen million kroner"),
    ("nb", "tre til fire dager"),
]
SURROUNDINGS = {
    "en": ["The report says {}. It ends there.", "He said: {}.", "Nothing.\n{}\nNothing."],
    "nb": ["Rapporten sier {}. Der slutter den.", "Han sa: {}.", "Intet.\n{}\nIntet."],
}


@pytest.mark.parametrize(("language", "words"), READINGS)
def test_a_reading_is_stable_under_surrounding_text(language: str, words: str) -> None:
    (alone,) = measure(words, language)
    for frame in SURROUNDINGS[language]:
        (within,) = measure(frame.format(words), language)
        assert (within.span.text, within.interval, within.unit, within.hedge) == (
            alone.span.text,
            alone.interval,
            alone.unit,
            alone.hedge,
        )


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize(
    "piece", ["1 ", "from 1 to ", "1,", '"5', "5 of the ", "20 (5 ", "two ", "a of ", "$", "1-"]
)
def test_no_text_takes_more_than_linear_time(language: str, piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        begin = time.process_time()
        measure(text, language)
        return time.process_time() - begin

    seconds(10)
    short, long = min(seconds(100) for _ in range(3)), min(seconds(800) for _ in range(2))
    # Eight times the text may take eight times as long; the square would be sixty-four.
    assert long < 24 * short + 0.05
