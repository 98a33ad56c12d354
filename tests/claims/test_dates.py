"""Dates that say when something of consequence happened, and those that say it of nothing."""

from __future__ import annotations

from datetime import date

import pytest

from ordmot.ledger import Claim, Metadata, Modality, QuantityKind
from tests.claims.reading import read


def dated(text: str, language: str) -> list[Claim]:
    """Give the claims of a text that say when; it is of Saturday 17 May 2031."""
    return [claim for claim in read(text, language).claims if claim.dimension == "date"]


def days(claim: Claim) -> tuple[str, str]:
    """Give the first and the last day of a claim, "" for an open end."""
    assert claim.quantity is not None
    assert claim.quantity.kind is QuantityKind.DATE
    ends = (claim.quantity.interval.low, claim.quantity.interval.high)
    first, last = ("" if e is None else date.fromordinal(int(e)).isoformat() for e in ends)
    return first, last


@pytest.mark.parametrize(
    ("language", "text", "event", "first", "last"),
    [
        ("en", "The lift was last inspected in March 2030.", "inspect", "2030-03-01", "2030-03-31"),
        ("nb", "Heisen ble sist kontrollert i 2029.", "inspect", "2029-01-01", "2029-12-31"),
        ("en", "The last inspection was in July 2029.", "inspect", "2029-07-01", "2029-07-31"),
        ("nb", "Det siste tilsynet var i juli 2029.", "inspect", "2029-07-01", "2029-07-31"),
        ("en", "A diver found the crack on Friday 9 May.", "find", "2031-05-09", "2031-05-09"),
        ("nb", "Fredag 9. mai ble sprekken oppdaget.", "find", "2031-05-09", "2031-05-09"),
        ("en", "The first warning came on 3 May.", "warn", "2031-05-03", "2031-05-03"),
        ("nb", "Den første meldingen kom 7. mai.", "report", "2031-05-07", "2031-05-07"),
        ("nb", "Byen ble varslet om lekkasjen 7. mai.", "warn", "2031-05-07", "2031-05-07"),
        (
            "en",
            "They reopened the road at 6 a.m. on Friday.",
            "open_event",
            "2031-05-16",
            "2031-05-16",
        ),
    ],
)
def test_a_date_of_a_clause_says_when(
    language: str, text: str, event: str, first: str, last: str
) -> None:
    (claim,) = dated(text, language)
    assert claim.predicate is not None
    assert claim.predicate.concept == event
    assert days(claim) == (first, last)
    assert claim.span.text == text.rstrip(".") or claim.span.text == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The report of 3 May was approved."),
        ("nb", "Rapporten av 3. mai ble godkjent."),
        ("en", "Thursday's inspection found nothing."),
        ("en", "The crack reported on 3 May has grown."),
        ("en", "Police said on Monday that the bridge was inspected."),
        ("nb", "Politiet opplyste mandag at broen ble kontrollert."),
        ("en", "Was the lift inspected in May?"),
        ("nb", "Ble heisen kontrollert i mai?"),
        ("en", "The firm denied that it was warned on 3 May."),
        ("en", "The road was closed until 3 May."),
        ("nb", "Veien var stengt til 3. mai."),
        ("en", "The camp was shelled on Monday."),
        ("nb", "Leiren ble beskutt mandag."),
        ("en", "Kari Vik, born 3 May 1980, knew nothing."),
        ("en", "OLVIK, 3 May\n\nThe mayor knew nothing."),
        ("en", "# Bridge inspected on 3 May\n\nThe mayor knew nothing."),
        ("en", "The road was closed two weeks ago."),
        ("nb", "Veien ble stengt for to uker siden."),
        ("en", "Cracks were reported between 2017 and the collapse."),
    ],
)
def test_other_dates_say_when_of_nothing(language: str, text: str) -> None:
    assert dated(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The town was not told of the leak until 7 May."),
        ("nb", "Byen visste ikke om lekkasjen før 7. mai."),
        ("nb", "Ingen hos oss visste om lekkasjen før 7. mai."),
        ("nb", "Byen kjente ikke til lekkasjen før 7. mai."),
    ],
)
def test_who_did_not_know_until_a_day_knew_from_then_on(language: str, text: str) -> None:
    (claim,) = dated(text, language)
    assert days(claim) == ("2031-05-07", "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The tunnel will be opened by 1 June, the minister said."),
        ("nb", "Tunnelen åpnes innen 1. juni, lover ministeren."),
    ],
)
def test_what_is_promised_by_a_day_is_due_then_at_the_latest(language: str, text: str) -> None:
    (claim,) = dated(text, language)
    assert days(claim) == ("", "2031-06-01")
    assert claim.modality in (Modality.PLANNED, Modality.PROMISED)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The school will reopen on Thursday.", "2031-05-22"),
        ("nb", "Trafikken blir gjenopptatt torsdag.", "2031-05-22"),
        ("en", "The school reopened on Thursday.", "2031-05-15"),
        ("nb", "Trafikken ble gjenopptatt torsdag.", "2031-05-15"),
    ],
)
def test_a_weekday_to_come_is_the_next_one_and_a_plan(language: str, text: str, day: str) -> None:
    (claim,) = dated(text, language)
    assert days(claim) == (day, day)
    assert (claim.modality is Modality.PLANNED) == (day > "2031-05-17")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Workers reported the crack on 9 May."),
        ("nb", "Kommunen fikk vite om smitten 7. mai."),
    ],
)
def test_that_somebody_reported_or_learned_it_is_told_by_the_text(language: str, text: str) -> None:
    (claim,) = dated(text, language)
    assert claim.speaker.name == "Kvernvik Tidende"
    assert claim.span.text.rstrip(".") == text.rstrip(".")


def test_without_its_year_a_date_is_no_answer() -> None:
    reading = read("The lift was inspected on 9 May.", "en", metadata=Metadata(publisher="Posten"))
    assert not [claim for claim in reading.claims if claim.dimension == "date"]


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "The bridge could open in May 2033, the county said.", "2033-05-01", "2033-05-31"),
        ("nb", "Brua kan tidligst åpnes i mai 2033, sier byen.", "2033-05-01", "2033-05-31"),
        ("en", "The opening is now scheduled for May 2033.", "2033-05-01", "2033-05-31"),
    ],
)
def test_what_can_only_come_is_expected(language: str, text: str, first: str, last: str) -> None:
    (claim,) = dated(text, language)
    assert claim.predicate is not None
    assert claim.predicate.concept == "open_event"
    assert claim.modality is not Modality.ASSERTED
    assert days(claim) == (first, last)


def test_what_could_have_come_before_is_no_date() -> None:
    assert not dated("The bridge could have opened in May 2030, the county said.", "en")
