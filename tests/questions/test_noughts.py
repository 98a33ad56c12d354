"""That nobody died, and how many were hurt."""

from __future__ import annotations

import pytest

from ordmot.ledger import Claim
from ordmot.questions.profile import Profile, Weights, profile_claims
from ordmot.questions.rows import compare_sizes
from tests.questions.case import document


def profile_counts(text: str, language: str) -> tuple[list[Profile], Weights]:
    claims: list[Claim] = [c for c in document(text, language, "a.txt").claims if c.quantity]
    profiles = profile_claims([claims])
    return profiles, Weights(profiles)


@pytest.mark.parametrize(
    ("text", "language", "score"),
    [
        ("Nobody died on the quay. Seventeen people were injured there.", "en", -1.0),
        ("Ingen omkom på kaia. 17 personer ble skadd der.", "nb", -1.0),
        ("Nobody was injured on the quay. Seventeen people were injured there.", "en", 0.0),
        ("Ingen ble skadd på kaia. 17 personer ble skadd der.", "nb", 0.0),
    ],
)
def test_nought_of_one_event_parts_from_a_count_of_another(
    text: str, language: str, score: float
) -> None:
    (none, some), weights = profile_counts(text, language)
    assert compare_sizes(none, some, weights).score == score
    assert compare_sizes(some, none, weights).score == score
