from __future__ import annotations

import string

import pytest

from ordmot.ledger import Decision, Hedge, Interval, Modality, QuantityKind, Relation
from ordmot.report.notation import (
    write_date,
    write_interval,
    write_number,
    write_ratio,
    write_unit,
    write_value,
)
from ordmot.report.words import read_catalogue, read_words


def shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return {field for _, field, _, _ in string.Formatter().parse(str(value)) if field}


def test_every_language_has_the_same_words_with_the_same_blanks() -> None:
    catalogue = read_catalogue()
    english = {k: shape(v) for k, v in catalogue["en"].items() if k != "counts"}
    for table in catalogue.values():
        assert {k: shape(v) for k, v in table.items() if k != "counts"} == english
        assert table["counts"].keys() == catalogue["en"]["counts"].keys()


@pytest.mark.parametrize("language", sorted(read_catalogue()))
def test_every_member_of_the_ledger_has_a_word(language: str) -> None:
    words = read_words(language)
    assert all(words.has_name("relation", member) for member in Relation)
    assert all(words.has_name("hedge", member) for member in Hedge)
    assert all(words.has_name("decision", member) for member in Decision)
    assert all(words.has_name("modality", m) for m in Modality if m is not Modality.ASSERTED)


@pytest.mark.parametrize(
    ("value", "english", "norwegian"),
    [
        (4000.5, "4,000.5", "4\u00a0000,5"),
        (0.0, "0", "0"),
        (-12.0, "−12", "−12"),
        (1e18, "1e+18", "1e+18"),
        (0.00000042, "4.2e-07", "4.2e-07"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    value: float, english: str, norwegian: str
) -> None:
    assert write_number(value, "en") == english
    assert write_number(value, "nb") == norwegian


def test_times_and_dates_are_no_plain_numbers() -> None:
    assert write_value(16.5, QuantityKind.TIME_OF_DAY, "nb") == "16:30"
    assert write_value(-0.25, QuantityKind.TIME_OF_DAY, "en") == "23:45"  # around midnight
    assert write_value(735_000.0, QuantityKind.DATE, "en") == "May 12, 2013"
    interval = Interval(low=8, high=9.25)
    assert write_interval(interval, QuantityKind.TIME_OF_DAY, "en") == "08:00–09:15"


@pytest.mark.parametrize(
    ("interval", "english", "norwegian"),
    [
        (Interval(low=741_565, high=741_565), "May 3, 2031", "3. mai 2031"),
        (Interval(low=741_563, high=741_593), "May 2031", "mai 2031"),
        (Interval(low=741_443, high=741_807), "2031", "2031"),
        (
            Interval(low=741_565, high=741_567),
            "May 3, 2031–May 5, 2031",
            "3. mai 2031–5. mai 2031",
        ),
        (Interval(low=741_565, high=741_566, high_open=True), "May 3, 2031", "3. mai 2031"),
        (Interval(low=741_565, high=None), "≥ May 3, 2031", "≥ 3. mai 2031"),
        (Interval(low=None, high=741_565), "≤ May 3, 2031", "≤ 3. mai 2031"),
    ],
)
def test_stretches_of_days_are_written_as_dates(
    interval: Interval, english: str, norwegian: str
) -> None:
    assert write_interval(interval, QuantityKind.DATE, "en") == english
    assert write_interval(interval, QuantityKind.DATE, "nb") == norwegian


def test_dates_are_written_in_words_and_odd_ones_as_they_came() -> None:
    assert write_date("2033-11-04", "nb") == "4. november 2033"
    assert write_date("2033-11-04T08:15", "en") == "4 November 2033, 08:15"
    assert write_date("last spring", "en") == "last spring"
    assert write_date(None, "en") == ""


def test_units_have_one_and_many() -> None:
    english, norwegian = read_words("en"), read_words("nb")
    assert write_unit("kilometre", 7.0, english) == "kilometres"
    assert write_unit("kilometre", 1.0, english) == "kilometre"
    assert write_unit("hour", 6.0, norwegian) == "timer"
    assert write_unit("kilometre", 7.0, norwegian) == "kilometer"
    assert write_unit("GBP", 7.0, norwegian) == "GBP"
    assert write_unit(None, 7.0, english) == ""


@pytest.mark.parametrize(("ratio", "said"), [(62.4, "62"), (2.345, "2.3"), (1e20, "1e+20")])
def test_ratios_are_no_more_exact_than_their_accounts(ratio: float, said: str) -> None:
    assert write_ratio(ratio, "en") == said
