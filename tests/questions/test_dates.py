"""Which dates answer one question of when, and when that is worth showing."""

from __future__ import annotations

import pytest

from ordmot.ledger import Comparison, Gap, Relation
from tests.questions.case import compare, document


def compared(language: str, *texts: str, date: str = "2031-06-17") -> Comparison:
    """Compare texts, each a document of its own."""
    return compare([document(t, language, f"{n}.txt", date) for n, t in enumerate(texts)])


def whens(comparison: Comparison) -> list[str]:
    """Give the words of the questions of when."""
    return [question.text for question in comparison.questions if question.dimension == "date"]


def gaps_of(comparison: Comparison) -> list[Gap]:
    """Give the gaps between dates."""
    asked = {question.id for question in comparison.questions if question.dimension == "date"}
    return [gap for gap in comparison.gaps if gap.question in asked]


@pytest.mark.parametrize(
    ("language", "texts", "days"),
    [
        (
            "en",
            (
                "The lift in Olvik was last inspected in November 2030, the owner said.",
                "The lift in Olvik was last examined in July 2029, the inspectorate said.",
            ),
            458,
        ),
        (
            "nb",
            (
                "Heisen i Olvik ble sist kontrollert i november 2030, sier eieren.",
                "Heisen i Olvik ble sist undersøkt i juli 2029, opplyser tilsynet.",
            ),
            458,
        ),
        (
            "nb",
            (
                "Kommunen fikk vite om smitten i Olvik 27. april.",
                "Ordføreren sier at kommunen ikke visste om smitten i Olvik før 7. mai.",
            ),
            10,
        ),
        (
            "en",
            (
                "Divers found the hole in the net in Olvik on Friday 9 May, the company said.",
                "Workers reported the hole in the net in Olvik on 7 May.",
            ),
            2,
        ),
    ],
)
def test_two_dates_of_one_happening_contradict(
    language: str, texts: tuple[str, ...], days: int
) -> None:
    comparison = compared(language, *texts)
    (asked,) = whens(comparison)
    assert asked.startswith("When" if language == "en" else "Når")
    (gap,) = gaps_of(comparison)
    assert gap.relation is Relation.CONTRADICTS
    assert gap.size is not None
    assert (gap.size.difference, gap.size.unit) == (days, "day")
    assert gap.size.nearest_ratio is None
    assert gap.size.middle_ratio is None


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "The council was told of the leak in Olvik on 3 May, the mayor said.",
                "The ministry was told of the leak in Olvik on 9 May.",
            ),
            id="one body was told after the other",
        ),
        pytest.param(
            (
                "The lift in Olvik was inspected in July 2029, the owner said.",
                "The kitchen in Olvik was inspected in July 2030, the city said.",
            ),
            id="two things were inspected",
        ),
        pytest.param(
            (
                "The bridge in Olvik opened on 3 May, the mayor said.",
                "The bridge in Olvik opened on 3 May, the union said.",
            ),
            id="nobody differs",
        ),
        pytest.param(
            (
                "The camp in Olvik was shelled on Monday, the mayor said.",
                "The camp in Olvik was shelled on Friday, the army said.",
            ),
            id="it happens on many days",
        ),
        pytest.param(
            (
                "The pipe in Olvik was inspected in July 2029. The pipe in Olvik was inspected in "
                "May 2030.",
            ),
            id="one voice tells of two",
        ),
    ],
)
def test_other_dates_are_no_question(texts: tuple[str, ...]) -> None:
    assert whens(compared("en", *texts)) == []


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "en",
            (
                "The council was told of the leak in Olvik in May, the mayor said.",
                "The council was told of the leak in Olvik on 3 May, the union said.",
            ),
        ),
        (
            "nb",
            (
                "Kommunen ble varslet om lekkasjen i Olvik i mai, sier ordføreren.",
                "Kommunen ble varslet om lekkasjen i Olvik 3. mai, sier fagforeningen.",
            ),
        ),
    ],
)
def test_when_they_knew_is_told_where_accounts_agree_too(
    language: str, texts: tuple[str, ...]
) -> None:
    comparison = compared(language, *texts)
    assert len(whens(comparison)) == 1
    assert {gap.relation for gap in gaps_of(comparison)} == {Relation.AGREES, Relation.REFINES}


@pytest.mark.parametrize(
    ("language", "promise", "outcome"),
    [
        (
            "en",
            "The bridge in Olvik will reopen on Thursday, the minister promised.",
            "The bridge in Olvik reopened on Friday 23 May, the council said.",
        ),
        (
            "nb",
            "Broen i Olvik blir gjenåpnet torsdag, lover ministeren.",
            "Broen i Olvik ble gjenåpnet fredag 23. mai, opplyser kommunen.",
        ),
    ],
)
def test_what_comes_after_the_day_it_was_promised_for_falls_short(
    language: str, promise: str, outcome: str
) -> None:
    before = document(promise, language, "a.txt", "2031-05-17")
    after = document(outcome, language, "b.txt", "2031-06-17")
    (gap,) = gaps_of(compare([before, after]))
    assert gap.relation is Relation.FELL_SHORT
    assert gap.size is not None
    assert gap.size.difference == 1


def test_what_comes_before_its_day_falls_short_of_nothing() -> None:
    before = document(
        "The bridge in Olvik will reopen on 20 June, the minister promised.", "en", "a.txt"
    )
    after = document(
        "The bridge in Olvik reopened on 3 June, the council said.", "en", "b.txt", "2031-06-17"
    )
    assert gaps_of(compare([before, after])) == []


def test_a_date_without_its_year_in_a_later_text_may_be_of_the_year_before() -> None:
    first = document(
        "The council was told of the leak in Olvik on 3 May, the mayor said.", "en", "a.txt"
    )
    later = document(
        "The council was told of the leak in Olvik on 4 May, the inquiry said.",
        "en",
        "b.txt",
        "2032-06-17",
    )
    assert whens(compare([first, later])) == []
