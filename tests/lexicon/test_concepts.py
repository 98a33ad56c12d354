from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.lexicon import ancestors, is_kind_of, label, opposites, related
from ordmot.lexicon.concepts import concepts

NAMES = sorted(concepts())
pairs = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("jihadist", "fighter"),
        ("soldier", "person"),
        ("child", "person"),
        ("truck", "vehicle"),
        ("murder", "die"),
        ("evacuate", "leave"),
        ("die", "casualty"),
        ("die", "event"),
        ("sudanese", "nation"),
        ("sunni", "religious_trait"),
        ("big", "quality"),
        ("municipal_director", "manager"),
    ],
)
def test_kinds(narrow: str, wide: str) -> None:
    assert is_kind_of(narrow, wide)
    assert not is_kind_of(wide, narrow)


@pytest.mark.parametrize(
    ("one", "other"),
    [("child", "fighter"), ("die", "wound"), ("refugee", "fighter"), ("foreign", "quality")],
)
def test_not_kinds(one: str, other: str) -> None:
    assert not is_kind_of(one, other)
    assert related(one, other) == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("leave", "stay"), ("flee", "return"), ("arrest", "release"), ("admit", "deny")],
)
def test_opposites_are_not_alike(one: str, other: str) -> None:
    assert other in opposites(one)
    assert related(one, other) == 0.0


def test_the_nearer_the_more_alike() -> None:
    chain = ["murder", "kill", "die", "casualty"]
    scores = [related("murder", concept) for concept in chain]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0
    assert 0 < related("bus", "truck") < related("bus", "vehicle") < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("terrorist", "rebel"), ("hut", "house"), ("bodyguard", "prison_guard"), ("crater", "hit")],
)
def test_what_accounts_use_for_one_another_is_near(one: str, other: str) -> None:
    assert related(one, other) == 0.8


def test_unknown_concepts_are_only_like_themselves() -> None:
    assert ancestors("~gondol") == ()
    assert is_kind_of("=Vardø", "=Vardø")
    assert related("~gondol", "~gondol") == 1.0
    assert related("~gondol", "boat") == 0.0
    assert label("=Vardø", "nb") == "Vardø"


@given(pairs)
def test_likeness_is_mutual_and_bounded(pair: tuple[str, str]) -> None:
    one, other = pair
    assert related(one, other) == related(other, one)
    assert 0.0 <= related(one, other) <= 1.0


@given(pairs)
def test_exclusion_is_mutual(pair: tuple[str, str]) -> None:
    one, other = pair
    if other in concepts()[one].opposite:
        assert one in opposites(other)


@pytest.mark.parametrize(
    ("concept", "english", "norwegian"),
    [
        ("fighter", "fighters", "krigere"),
        ("child", "children", "barn"),
        ("vehicle", "vehicles", "kjøretøy"),
        ("chemical_weapon", "chemical weapons", "kjemiske våpen"),
        ("oil", "oil", "olje"),
        ("leave", "leave", "forlate"),
        ("palestinian", "Palestinian", "palestinsk"),
        ("foreign", "foreign", "utenlandsk"),
    ],
)
def test_labels(concept: str, english: str, norwegian: str) -> None:
    assert (label(concept, "en"), label(concept, "nb")) == (english, norwegian)
