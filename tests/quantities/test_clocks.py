"""Times of day with a point and in words, told about or between, and what only looks like them."""

from __future__ import annotations

from datetime import date

import pytest

from ordmot.ledger import Hedge, Quantity, QuantityKind
from ordmot.quantities import measure

POINTED = [
    ("nb", "Det siste livstegnet kom fra broen 21.37.", "21.37"),
    ("nb", "Uret på veggen viste 8.46 da taket raste.", "8.46"),
    ("nb", "At vakta skriver 19.26 i loggen, stemmer ikke.", "19.26"),
    ("nb", "Ferja gikk fra kai 17.05, sier mannskapet.", "17.05"),
    ("nb", "Sirenen gikk 13.10. Så ble det stille.", "13.10"),
    ("nb", "Først 22.48 rykket de ut.", "22.48"),
    ("en", "The roof gave way at 9.52, neighbours say.", "9.52"),
    ("en", "The clock on the wall stopped at 8.46.", "8.46"),
    ("en", "The wristwatch in the wreck showed 3.17.", "3.17"),
    ("en", "At 6.35 residents heard the first shots.", "6.35"),
    ("en", "The gate was shut at 17.05.", "17.05"),
]


def times_of(text: str, language: str) -> list[Quantity]:
    found = measure(text, language)
    return [quantity for quantity in found if quantity.kind is QuantityKind.TIME_OF_DAY]


def minutes_of(words: str) -> float:
    hour, minute = words.split(".")
    return int(hour) + int(minute) / 60


@pytest.mark.parametrize(("language", "text", "words"), POINTED)
def test_a_number_with_a_point_is_a_time(language: str, text: str, words: str) -> None:
    (time,) = times_of(text, language)
    assert time.span.text == words
    assert (time.interval.low, time.interval.high) == (minutes_of(words), minutes_of(words))


NUMBERS = [
    ("nb", "Billetten var på kr 17.40 i fjor."),
    ("nb", "Boka kostet 17.40."),
    ("nb", "Det var 17.40 tonn om bord."),
    ("nb", "Utslippet var 1.25 millioner liter."),
    ("nb", "Søknadsfristen er 17.10."),
    ("nb", "Hun er født 12.10. i Skarnvik."),
    ("nb", "Hun løp banen rundt på 14.23."),
    ("nb", "Vinnertiden var 9.58."),
    ("nb", "Aksjekursen falt fra 17.40 til 17.20."),
    ("nb", "Temperaturen falt til -1.20."),
    ("nb", "Kvinnene der får 1.40 barn."),
    ("nb", "Andelen er 0.52."),
    ("nb", "Se punkt 4.12 i avtalen."),
    ("nb", "17.40"),
    ("en", "The shares closed at 9.52."),
    ("en", "It closed at 9.52."),
    ("en", "The index opened at 17.40."),
    ("en", "The rate rose from 1.40 to 1.52."),
    ("en", "The deficit was cut by 1.40."),
    ("en", "The ferry left the pier at 9.52 knots."),
    ("en", "The skater was beaten at 9.52 points."),
    ("en", "The log has 9.52 in it."),
    ("en", "They paid between 1.40 and 1.52 dollars."),
]


@pytest.mark.parametrize(("language", "text"), NUMBERS)
def test_measures_prices_dates_and_scores_are_no_times(language: str, text: str) -> None:
    assert times_of(text, language) == []


SPOKEN = [
    ("nb", "Ordren kom fem på sju.", "fem på sju", 6 + 55 / 60),
    ("nb", "Ti på fire ringte naboen.", "Ti på fire", 3 + 50 / 60),
    ("nb", "Vakta gikk av fem over ti, sier han.", "fem over ti", 10 + 5 / 60),
    ("en", "The order came at five to seven.", "five to seven", 6 + 55 / 60),
    ("en", "It was ten to eleven when the lights went out.", "ten to eleven", 10 + 50 / 60),
    ("en", "At ten to twelve the bell rang.", "ten to twelve", 11 + 50 / 60),
]


@pytest.mark.parametrize(("language", "text", "words", "hours"), SPOKEN)
def test_times_in_words(language: str, text: str, words: str, hours: float) -> None:
    (time,) = times_of(text, language)
    assert time.span.text == words
    assert time.interval.low == time.interval.high == pytest.approx(hours)


COUNTED = [
    ("nb", "Fem på sju lag røk ut."),
    ("en", "The team of five to seven divers went down."),
    ("en", "The fence gave way at ten to fifteen metres."),
    ("en", "It was ten to twelve people."),
    ("en", "The price rose by five to ten."),
]


@pytest.mark.parametrize(("language", "text"), COUNTED)
def test_ranges_in_words_are_no_times(language: str, text: str) -> None:
    assert times_of(text, language) == []


HEDGED = [
    ("nb", "Det smalt rundt halv ni.", "rundt halv ni", Hedge.ABOUT, 8.25, 8.75),
    (
        "nb",
        "Omkring 17.40 ble det stille.",
        "Omkring 17.40",
        Hedge.ABOUT,
        17 + 25 / 60,
        17 + 55 / 60,
    ),
    ("nb", "Hun kom hjem like før ti over ti.", "like før ti over ti", Hedge.LESS_THAN, None, None),
    ("en", "They left about half past nine.", "about half past nine", Hedge.ABOUT, 9.25, 9.75),
    ("en", "It went off around 3 p.m., he said.", "around 3 p.m.", Hedge.ABOUT, 14.75, 15.25),
    (
        "nb",
        "Det var stille til kvart over ti eller så.",
        "kvart over ti eller så",
        Hedge.ABOUT,
        10,
        10.5,
    ),
    ("en", "It fell just before 9.45.", "just before 9.45", Hedge.LESS_THAN, 9.5, 9.75),
    ("en", "He rang shortly after noon.", "shortly after noon", Hedge.MORE_THAN, 12, 12.25),
]


@pytest.mark.parametrize(("language", "text", "words", "hedge", "low", "high"), HEDGED)
def test_a_hedge_makes_an_interval_of_a_time(
    language: str, text: str, words: str, hedge: Hedge, low: float | None, high: float | None
) -> None:
    (time,) = times_of(text, language)
    assert (time.span.text, time.hedge) == (words, hedge)
    assert time.hedge_span is not None
    assert time.hedge_span.text in words
    if low is not None:
        assert (time.interval.low, time.interval.high) == pytest.approx((low, high))


def test_a_hedge_belongs_to_the_amount_that_has_it() -> None:
    amount, time = measure("Det kom 40 omtrent klokka 9.", "nb")
    assert (amount.span.text, time.span.text) == ("40 omtrent", "klokka 9")


RANGES = [
    ("nb", "Nettet var nede fra 17.40 til 18.05.", 17 + 40 / 60, 18 + 5 / 60),
    ("nb", "Mellom 22.30 og 1.15 så ingen noe.", 22.5, 25.25),
    ("en", "From 9.40 to 9.55 nobody spoke.", 9 + 40 / 60, 9 + 55 / 60),
    ("en", "They met between 2:20 and 4pm.", 14 + 20 / 60, 16),
    ("en", "They met from 1 p.m. to 4.", 13, 16),
    ("en", "He slept from 3 in the morning until 5pm.", 3, 17),
]


@pytest.mark.parametrize(("language", "text", "low", "high"), RANGES)
def test_a_range_of_times_is_in_hours(language: str, text: str, low: float, high: float) -> None:
    (time,) = times_of(text, language)
    assert time.hedge is Hedge.BETWEEN
    assert (time.interval.low, time.interval.high) == pytest.approx((low, high))


def test_a_figure_is_a_time_where_the_text_has_it_as_one() -> None:
    text = "The tower fell at 9.52. Why does the log say 9.52, and the bill 9.60?"
    times = times_of(text, "en")
    assert [time.span.start for time in times] == [18, 45]
    assert {time.interval.low for time in times} == {minutes_of("9.52")}


def test_a_measure_stays_one_where_the_text_has_a_time_like_it() -> None:
    text = "The tower fell at 9.52. The beam weighed 9.52 tonnes."
    assert [time.span.start for time in times_of(text, "en")] == [18]


RATIOS = [
    ("en", "Some 290 out of every 100,000 inhabitants fell ill.", 0.0029, "inhabitants"),
    ("en", "In the valley 12 of every 1,000 children died.", 0.012, "children"),
    ("en", "Forty of every hundred houses were lost.", 0.4, "houses"),
    ("nb", "290 av hver 100.000 innbyggere ble syke.", 0.0029, "innbyggere"),
    ("nb", "Tolv av hver 1000 barn døde.", 0.012, "barn"),
]


@pytest.mark.parametrize(("language", "text", "share", "counted"), RATIOS)
def test_so_many_of_every_so_many_are_a_share(
    language: str, text: str, share: float, counted: str
) -> None:
    (quantity,) = measure(text, language)
    assert quantity.dimension == "share"
    assert quantity.stated == pytest.approx((share,))
    assert quantity.counted is not None
    assert quantity.counted.text == counted


def test_so_many_of_a_stated_number_are_counted() -> None:
    (first, *_) = measure("It was 290 out of 400 houses.", "en")
    assert first.dimension == "count"


@pytest.mark.parametrize(
    ("language", "text", "words", "days"),
    [
        (
            "nb",
            "Det smalt klokken 03.30 natt til 4. mai 2031.",
            "klokken 03.30 natt til 4. mai 2031",
            0,
        ),
        (
            "nb",
            "Det smalt klokken 23.30 natt til 4. mai 2031.",
            "klokken 23.30 natt til 4. mai 2031",
            -1,
        ),
        ("en", "Shells fell from 1pm to 2pm on 4 May 2031.", "from 1pm to 2pm on 4 May 2031", 0),
        ("en", "Shells fell at about 3pm on 4 May 2031.", "at about 3pm on 4 May 2031", 0),
    ],
)
def test_a_time_with_its_day_is_a_date(language: str, text: str, words: str, days: int) -> None:
    (found,) = [q for q in measure(text, language) if q.kind is QuantityKind.DATE]
    assert found.span.text == words
    assert found.interval.low is not None
    assert int(found.interval.low) == date(2031, 5, 4).toordinal() + days
    assert found.interval.low % 1 == pytest.approx(found.stated[0] / 24, abs=0.25 / 24 + 1e-6)
