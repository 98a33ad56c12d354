"""Which documents tell of one event, and which bodies are one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ordmot.questions.bodies import Bodies, is_generic, kind_of_body
from ordmot.questions.stories import tell_stories

NAMES = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=4), max_size=6)


def test_documents_are_linked_through_a_third_one() -> None:
    chain = [frozenset({"olvik"}), frozenset({"olvik", "dale"}), frozenset({"dale", "moen"})]
    assert tell_stories([*chain, frozenset({"paris"})]) == [0, 0, 0, 3]


@given(NAMES, st.frozensets(st.sampled_from("xyz"), max_size=3))
def test_an_unrelated_document_changes_no_story(
    names: list[frozenset[str]], other: frozenset[str]
) -> None:
    assert tell_stories([*names, other])[:-1] == tell_stories(names)


def test_a_generic_name_is_the_only_body_of_its_kind() -> None:
    bodies = Bodies([(0, "Olvik Police"), (0, "politiet"), (1, "the police"), (1, "Politiet")])
    assert bodies.one_of("politiet", 0) == "Olvik Police"
    assert bodies.one_of("the police", 1) == bodies.one_of("Politiet", 1) is not None


def test_of_two_bodies_with_names_none_is_meant() -> None:
    bodies = Bodies([(0, "Olvik Police"), (0, "Dale Police")])
    assert bodies.one_of("the police", 0) is None


def test_persons_and_proper_names_are_no_generic_bodies() -> None:
    assert kind_of_body("Kari Lunde") is None
    assert not is_generic("Olvik Police")
    assert Bodies([(0, "Olvik Police")]).one_of("Olvik Police", 0) is None
