"""The data of open questions names only what there is."""

from __future__ import annotations

import pytest

from ordmot.lexicon import LANGUAGES, is_kind_of, read_data
from ordmot.lexicon.answers import are_near, contains, find_means, is_deed, name_event, seat_of
from ordmot.lexicon.concepts import concepts

SHARED = read_data("shared", "answers")


def test_deeds_actors_and_seats_are_concepts() -> None:
    sides = [kind for kinds in SHARED["actors"]["sides"].values() for kind in kinds]
    deeds = [event for events in SHARED["deeds"].values() for event in events]
    named = {*deeds, *sides, *SHARED["actors"]["kinds"], *SHARED["actors"]["generic"]}
    assert named - concepts().keys() == set()
    assert all(is_kind_of(nation, "nation") for nation in SHARED["seats"].values())


def test_mishaps_and_kinds_of_causes_are_concepts() -> None:
    named = {event for chain in SHARED["mishaps"]["chains"] for event in chain}
    for entry in SHARED["called"]:
        named |= {entry["mishap"], *entry["events"], *entry["of"]}
    named |= {concept for kinds in SHARED["causes"].values() for concept in kinds}
    assert named - concepts().keys() == set()
    assert SHARED["causes"].keys() <= SHARED["means"].keys()


def test_kinds_of_means_name_kinds_and_concepts() -> None:
    for kind, entry in SHARED["means"].items():
        assert {*entry.get("is_a", ()), *entry.get("near", ())} <= SHARED["means"].keys(), kind
        assert set(entry.get("concepts", ())) <= concepts().keys(), kind
        assert not contains(kind, kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_means_has_words(language: str) -> None:
    data = read_data(language, "answers")
    worded = {*data["means"], *(k for k, e in SHARED["means"].items() if e.get("concepts"))}
    assert set(data["means"]) <= SHARED["means"].keys()
    assert SHARED["means"].keys() - worded <= {"vehicle_attack"}
    for kind, words in data["means"].items():
        assert {find_means(word, None, language) for word in words} == {kind}


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_have_the_same_constructions_and_words(language: str) -> None:
    data, english = read_data(language, "answers"), read_data("en", "answers")
    assert data["words"].keys() == english["words"].keys()
    assert data["questions"].keys() == english["questions"].keys()
    assert data["events"].keys() == english["events"].keys()
    kinds = {(frame["asks"], frame["answer"], frame["event"]) for frame in english["frames"]}
    assert {(f["asks"], f["answer"], f["event"]) for f in data["frames"]} == kinds


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [("explosion", "car_bomb"), ("technical_fault", "short_circuit"), ("shelling", "mortar")],
)
def test_a_wide_kind_contains_a_narrow_one(wide: str, narrow: str) -> None:
    assert contains(wide, narrow)
    assert not contains(narrow, wide)


def test_what_accounts_call_either_way_is_near() -> None:
    assert are_near("bomb", "air_strike")
    assert are_near("air_strike", "car_bomb")
    assert not are_near("arson", "short_circuit")


def test_events_are_named_and_sorted() -> None:
    assert name_event("shell_event", "en") == "the shelling"
    assert name_event("attack", "nb") == "angrepet"
    assert is_deed("beat")
    assert not is_deed("beat", "wilful")
    assert seat_of("Khartoum") == "sudanese"
