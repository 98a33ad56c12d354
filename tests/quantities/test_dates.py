"""Dates and times, told from a moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.ledger import QuantityKind
from ordmot.quantities import measure
from ordmot.quantities.days import Anchor

NOW = datetime(2017, 11, 15, 10, 30)  # a Wednesday
DAYS = [
    ("en", "He left on 12 October.", "12 October", (2017, 10, 12), 1),
    ("en", "He left on 12 October 2014.", "12 October 2014", (2014, 10, 12), 1),
    ("en", "The vote on March 3, 2019 was close.", "March 3, 2019", (2019, 3, 3), 1),
    ("en", "It rained on Monday.", "Monday", (2017, 11, 13), 1),
    ("en", "She arrived yesterday.", "yesterday", (2017, 11, 14), 1),
    ("en", "The talks broke down last week.", "last week", (2017, 11, 6), 7),
    ("en", "The dam burst in May.", "May", (2017, 5, 1), 31),
    (
        "en",
        "They meet on the first Sunday of June 2018.",
        "first Sunday of June 2018",
        (2018, 6, 3),
        1,
    ),
    ("en", "Shops close on Good Friday 2018.", "Good Friday 2018", (2018, 3, 30), 1),
    ("en", "Signed 2016-02-29 in Geneva.", "2016-02-29", (2016, 2, 29), 1),
    ("en", "It burned in early June 2015.", "in early June 2015", (2015, 6, 1), 10),
    ("en", "They met from 3 to 5 May 2016.", "from 3 to 5 May 2016", (2016, 5, 3), 3),
    ("nb", "De møttes fra 1. til 5. mai.", "fra 1. til 5. mai", (2017, 5, 1), 5),
    ("nb", "Han dro 12. oktober.", "12. oktober", (2017, 10, 12), 1),
    ("nb", "Det regnet på mandag.", "mandag", (2017, 11, 13), 1),
    ("nb", "Hun kom i går.", "i går", (2017, 11, 14), 1),
    ("nb", "Samtalene brøt sammen forrige uke.", "forrige uke", (2017, 11, 6), 7),
    ("nb", "Demningen brast i mai.", "mai", (2017, 5, 1), 31),
    ("nb", "De siste to ukene har vært rolige.", "De siste to ukene", (2017, 10, 30), 14),
    ("nb", "Avtalen ble signert 03.05.2016.", "03.05.2016", (2016, 5, 3), 1),
    ("nb", "Butikkene stenger langfredag 2018.", "langfredag 2018", (2018, 3, 30), 1),
]


@pytest.mark.parametrize(("language", "text", "words", "day", "length"), DAYS)
def test_dates_are_days_of_their_grain(
    language: str, text: str, words: str, day: tuple[int, int, int], length: int
) -> None:
    dates = [q for q in measure(text, language, now=NOW) if q.kind is QuantityKind.DATE]
    assert [q.span.text for q in dates] == [words]
    begin = date(*day).toordinal()
    assert (dates[0].interval.low, dates[0].interval.high) == (begin, begin + length)


@pytest.mark.parametrize(
    ("language", "text", "words", "stated"),
    [
        ("en", "By the end of March 4.5 million crowns had been spent.", "end of March", 4_500_000),
        ("en", "In March 4,500 people left.", "March", 4500),
        ("nb", "I mars 4,5 millioner kroner mindre.", "mars", 4_500_000),
    ],
)
def test_a_figure_behind_a_month_is_no_day(
    language: str, text: str, words: str, stated: float
) -> None:
    found = measure(text, language, now=NOW)
    assert words in next(q for q in found if q.kind is QuantityKind.DATE).span.text
    assert [q.stated for q in found if q.kind is QuantityKind.AMOUNT] == [(stated,)]


@pytest.mark.parametrize(
    "text", ["On March 4, 12 men left.", "On March 4. 12 men left.", "On March 4."]
)
def test_a_day_behind_a_month_ends_at_its_mark(text: str) -> None:
    day = next(q for q in measure(text, "en", now=NOW) if q.kind is QuantityKind.DATE)
    assert day.span.text == "March 4"


HOURS = [
    ("en", "The shell hit at 3.45pm.", "3.45pm", 15.75),
    ("en", "They met at half past nine in the morning.", "half past nine in the morning", 9.5),
    ("en", "It opens at 9 a.m. sharp.", "9 a.m.", 9),
    ("nb", "Granaten traff klokken 15.45.", "klokken 15.45", 15.75),
    ("nb", "De møttes kvart over ni.", "kvart over ni", 9.25),
    ("nb", "Det åpner halv ti.", "halv ti", 9.5),
]


@pytest.mark.parametrize(("language", "text", "words", "hours"), HOURS)
def test_times_of_day_are_hours(language: str, text: str, words: str, hours: float) -> None:
    (time,) = (q for q in measure(text, language) if q.kind is QuantityKind.TIME_OF_DAY)
    assert time.span.text == words
    assert time.interval.low == hours


PARTS = [
    ("en", "It broke early on Friday.", "early on Friday", 10, 0, 12),
    ("en", "It broke on Monday evening.", "Monday evening", 13, 18, 24),
    ("nb", "Han døde natt til søndag.", "natt til søndag", 12, 0, 6),
    ("nb", "Det smalt sent tirsdag kveld.", "sent tirsdag kveld", 14, 21, 24),
]


@pytest.mark.parametrize(("language", "text", "words", "day", "first", "last"), PARTS)
def test_parts_of_a_day_are_fractions_of_it(
    language: str, text: str, words: str, day: int, first: int, last: int
) -> None:
    (found,) = measure(text, language, now=NOW)
    begin = date(2017, 11, day).toordinal()
    assert found.span.text == words
    assert found.interval.low == begin + first / 24
    assert found.interval.high == begin + last / 24


ZONED = NOW.replace(tzinfo=timezone(timedelta(hours=1)))


def test_a_clock_with_a_zone_is_told_in_the_zone_of_now() -> None:
    (found,) = measure("The raid began on Thursday at 8:00 GMT.", "en", now=ZONED)
    assert found.interval.low == pytest.approx(date(2017, 11, 9).toordinal() + 9 / 24)


DATE_PIECES = st.sampled_from(
    [
        "January",
        "May",
        "Mon",
        "Monday",
        "of",
        "in",
        "on",
        "at",
        "the",
        "last",
        "next",
        "this",
        "3",
        "12",
        "31",
        "29",
        "February",
        "2016",
        "9999",
        "1000",
        "-",
        "/",
        ".",
        ",",
        ":",
        "to",
        "from",
        "between",
        "until",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "weekend",
        "week",
        "month",
        "year",
        "years",
        "days",
        "ago",
        "hence",
        "two",
        "third",
        "half",
        "past",
        "quarter",
        "noon",
        "pm",
        "GMT",
        "Easter",
        "today",
        "tonight",
        "evening",
        "night",
        "summer",
        "decade",
        "1990s",
        "24",
        "23:59",
        "12:60",
        "99999",
        "upcoming",
        "5th",
        "80-tallet",
        "kl",
        "januar",
        "mai",
        "natt",
        "til",
        "siden",
        "om",
        "forrige",
        "uke",
        "igjen",
        "jul",
        "halv",
        "over",
        "kvart",
        "24.",
        "5.",
    ]
)


@given(
    pieces=st.lists(DATE_PIECES, max_size=9),
    language=st.sampled_from(["en", "nb"]),
    now=st.one_of(st.none(), st.datetimes()),
)
@settings(max_examples=300, deadline=None)
def test_any_words_of_dates_are_read_from_any_moment(
    pieces: list[str], language: str, now: datetime | None
) -> None:
    text = " ".join(pieces)
    for found in measure(text, language, now=now):
        assert text[found.span.start : found.span.end] == found.span.text


def test_without_a_moment_a_relative_date_has_no_ends() -> None:
    (found,) = measure("She arrived yesterday.", "en")
    assert found.kind is QuantityKind.DATE
    assert (found.interval.low, found.interval.high) == (None, None)


def test_a_duration_before_now_is_an_amount_and_a_date() -> None:
    date_told, amount = measure("The war began 12 days ago.", "en", now=NOW)
    assert (date_told.kind, amount.kind) == (QuantityKind.DATE, QuantityKind.AMOUNT)
    assert date_told.interval.low is not None
    assert int(date_told.interval.low) == date(2017, 11, 3).toordinal()
    assert (amount.stated, amount.unit) == ((12,), "day")


def test_a_bare_weekday_is_read_forward_when_asked() -> None:
    (coming,) = measure("Monday", "en", now=Anchor(NOW, forward=True))
    assert coming.interval.low == date(2017, 11, 20).toordinal()


def test_a_year_covers_its_days() -> None:
    (year,) = measure("It began in 2016.", "en")
    assert year.kind is QuantityKind.YEAR
    assert year.interval.low == date(2016, 1, 1).toordinal()
    assert year.interval.high == date(2017, 1, 1).toordinal()
