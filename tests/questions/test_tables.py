"""Which rows depend on the case: a kept rating of two claims must not."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from ordmot.questions.matching import match, rate_alone, rate_in_case
from ordmot.questions.profile import Profile, Weights, profile_claims
from ordmot.questions.tables import table_for
from tests.questions.case import document

_ENGLISH = (
    "At least 250 people from Dalsund were injured in the harbour of Olvik by the fire, the agency "
    "said. Twelve children were injured. The agency denied that the gate was locked. The rescue "
    "took six hours.",
    "The mayor, Ola Vik, said 90 people from Skjerva were injured in Olvik by the storm and the "
    "fire. The gate was locked, a fisherman in Olvik said. The rescue took nine hours, the agency "
    "said.",
    "The attack on the ferry in Olvik was carried out by rebels, the agency said.",
    "The army carried out the attack on the ferry in Olvik, the mayor said.",
)
_OTHERS = (
    "Siv Lie said 40 people were injured by the fire in Olvik. Three drivers saw the fire there.",
    "The fire in Olvik burned 17 boats. Siv Lie counted 20 boats in Olvik after the fire.",
)


def _profiles(*texts: str) -> list[Profile]:
    readings = [document(text, "en", f"{number}.txt") for number, text in enumerate(texts)]
    return profile_claims([reading.claims for reading in readings])


ALONE = _profiles(*_ENGLISH)
EVERYONE = _profiles(*_ENGLISH, *_OTHERS)
AMONG_OTHERS = EVERYONE[: len(ALONE)]
WEIGHTS = (Weights(ALONE), Weights(EVERYONE))
PAIRS = list(combinations(range(len(ALONE)), 2))


def _of_one_dimension(one: int, other: int) -> bool:
    return ALONE[one].dimension == ALONE[other].dimension


def test_what_two_claims_tell_by_themselves_is_the_same_in_every_case() -> None:
    pairs = [pair for pair in PAIRS if _of_one_dimension(*pair)]
    assert {ALONE[one].dimension for one, _ in pairs} >= {"count", "yes/no", "duration", "who"}
    for one, other in pairs:
        names = frozenset("abcdefgh")
        left = replace(AMONG_OTHERS[one], document_names=names)
        right = replace(AMONG_OTHERS[other], document_names=names, story=99, is_placed=True)
        first = rate_alone(ALONE[one], ALONE[other], WEIGHTS[0])
        assert first == rate_alone(left, right, WEIGHTS[1])


@pytest.mark.parametrize("weights", WEIGHTS)
def test_a_rating_in_two_steps_is_that_of_all_rows(weights: Weights) -> None:
    for one, other in ((ALONE[i], ALONE[j]) for i, j in PAIRS if _of_one_dimension(i, j)):
        alone = rate_alone(one, other, weights)
        whole = match(one, other, weights).score
        assert rate_in_case(one, other, weights, alone) == whole
        given_up = rate_in_case(one, other, weights, alone, 0.2)
        assert given_up in (whole, 0.0)
        assert given_up == whole or whole < 0.2


def test_no_row_gives_more_than_it_says() -> None:
    for one, other in ((ALONE[i], ALONE[j]) for i, j in PAIRS if _of_one_dimension(i, j)):
        for row in table_for(one.dimension).rows:
            score = row.compare(one, other, WEIGHTS[0]).score
            assert not row.weight or score <= row.highest
            assert row.adds(score) <= row.most
