from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ordmot.ledger import Claim, Document
from ordmot.questions.blocking import FEW, NEAREST, candidates
from ordmot.questions.clustering import Matches, gather
from ordmot.questions.profile import Profile, Weights, profile_claims
from tests.making import make_claim, make_document, make_term, point


def claim_in(home: Document, place: int, names: tuple[str, ...], value: float = 12) -> Claim:
    terms = tuple(make_term(f"={name}", home.id, place) for name in names)
    return make_claim(point(value), document=home, place=place, context=terms)


def profiles_of(names: list[tuple[str, ...]], values: list[float] | None = None) -> list[Profile]:
    """Give the profile of one claim in each of some documents, whose names are given."""
    figures = values or [12.0] * len(names)
    homes = [make_document(f"{number}.txt") for number in range(len(names))]
    claims = [
        [claim_in(home, 0, own, value)]
        for home, own, value in zip(homes, names, figures, strict=True)
    ]
    return profile_claims(claims)


def test_few_claims_of_a_kind_all_meet() -> None:
    profiles = profiles_of([(f"Town{number}",) for number in range(8)])
    assert list(candidates(profiles)) == list(combinations(range(8), 2))


def test_many_claims_of_a_kind_meet_where_their_documents_share_names() -> None:
    names = [(f"Town{number // 3}", "Norway") for number in range(FEW + 30)]
    met = set(candidates(profiles_of(names)))
    assert met == {
        pair for start in range(0, FEW + 30, 3) for pair in combinations(range(start, start + 3), 2)
    }


def test_in_a_case_of_one_event_all_documents_are_near() -> None:
    names = [("Olvik", "Dale", f"Street{number}") for number in range(NEAREST)]
    assert len(list(candidates(profiles_of(names)))) == NEAREST * (NEAREST - 1) // 2


def test_the_pairs_grow_with_the_claims_and_not_with_their_square() -> None:
    names = [(f"Town{number // 3}", "Norway") for number in range(4 * FEW)]
    assert len(list(candidates(profiles_of(names)))) <= 4 * FEW * 2 * NEAREST


@given(st.lists(st.sampled_from([3.0, 12.0, 13.0, 40.0, 900.0]), min_size=2, max_size=12))
def test_grouping_minds_no_order_of_the_claims(values: list[float]) -> None:
    profiles = profiles_of([("Olvik",)] * len(values), values)
    weights = Weights(profiles)

    def groups(chosen: list[Profile]) -> set[frozenset[str]]:
        found = gather(Matches(chosen, weights))
        return {frozenset(chosen[index].claim.id for index in members) for members in found}

    assert groups(profiles) == groups(profiles[::-1])


def test_each_claim_is_in_one_group() -> None:
    profiles = profiles_of([("Olvik",)] * 6, [12, 12, 13, 900, 900, 3])
    found = gather(Matches(profiles, Weights(profiles)))
    assert sorted(index for members in found for index in members) == list(range(6))
