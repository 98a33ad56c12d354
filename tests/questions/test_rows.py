"""Single rows of the comparison: what two accounts tell of one another in one respect."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ordmot.questions.answers import compare_deed
from ordmot.questions.profile import Profile, Weights, profile_claims
from ordmot.questions.rows import (
    Verdict,
    compare_counted,
    compare_moments,
    compare_purposes,
    compare_restrictors,
)
from tests.questions.case import document


def amounts(*texts: str, language: str = "en") -> tuple[list[Profile], Weights]:
    """Profile the last amount of each text."""
    readings = [document(text, language, f"{number}.txt") for number, text in enumerate(texts)]
    everyone = profile_claims([reading.claims for reading in readings])
    told = [profile for profile in everyone if profile.claim.quantity is not None]
    last = {profile.document: profile for profile in told}
    return [last[number] for number in sorted(last)], Weights(everyone)


def score(compare: Callable[[Profile, Profile, Weights], Verdict], *texts: str, **of: str) -> float:
    (one, other), weights = amounts(*texts, **of)
    verdict = compare(one, other, weights)
    assert compare(other, one, weights).score == verdict.score
    return verdict.score


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The works was fined 40,000 euros.", "The ransom was 90,000 euros.", -1.0),
        ("The works was fined 40,000 euros.", "The court put the fine at 90,000 euros.", 1.0),
        ("The works was fined 40,000 euros.", "The works paid 90,000 euros.", 0.0),
    ],
)
def test_what_money_is_for_parts_two_questions(one: str, other: str, expected: float) -> None:
    assert score(compare_purposes, one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The first shots were fired at 2 a.m.", "The last shots were fired at 4 a.m.", -1.0),
        ("The first shots were fired at 2 a.m.", "The siege was over by 4 a.m.", -1.0),
        ("The first shots were fired at 2 a.m.", "The attack came at 4 a.m.", 0.4),
    ],
)
def test_what_was_last_or_over_is_the_end(one: str, other: str, expected: float) -> None:
    assert score(compare_moments, one, other) == expected


def test_det_siste_er_slutten() -> None:
    texts = "De første skuddene falt klokka 02.45.", "De siste skuddene falt klokka 04.10."
    assert score(compare_moments, *texts, language="nb") == -1.0


def test_some_of_the_dead_are_not_all_of_them() -> None:
    whole = "The storm killed 26 people."
    assert score(compare_counted, whole, "The storm killed 11 civilians.") > 0
    murdered = "The militia murdered 26 people."
    assert score(compare_counted, murdered, "The militia killed 11 civilians.") > 0
    told = "The storm killed 20 people. Five of them were civilians."
    assert score(compare_counted, whole, told) < 0


def test_pupils_may_be_girls_and_are_no_teachers() -> None:
    pupils = "Gunmen abducted 43 pupils."
    assert score(compare_counted, pupils, "Gunmen abducted 52 girls.") > 0
    assert score(compare_counted, pupils, "Gunmen abducted 52 teachers.") < 0


def test_a_part_stands_apart_from_its_whole() -> None:
    whole, part = "In all 40 people were hurt.", "Forty people were hurt. Nine of them were locals."
    assert score(compare_restrictors, whole, part) <= 0
    mere = "Of the boats, 40 sailed. Nine of them were there."
    assert score(compare_restrictors, "In all 40 boats sailed.", mere) < -1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Kollapsen skyldtes en svak mur.", "Raset skyldtes regn.", 1.0),
        ("Brannen skyldtes en svak mur.", "Raset skyldtes regn.", -1.0),
    ],
)
def test_a_slide_and_a_collapse_can_be_one_mishap(one: str, other: str, expected: float) -> None:
    readings = [document(text, "nb", f"{n}.txt") for n, text in enumerate((one, other))]
    everyone = profile_claims([reading.claims for reading in readings])
    left, right = (p for p in everyone if p.claim.asked is not None)
    assert compare_deed(left, right, Weights(everyone)).score == expected
