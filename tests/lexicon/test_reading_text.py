from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.lexicon import compound_parts, label, senses, senses_at, stem
from tests.lexicon.reading import load_cases, read_terms

CASES = [(language, case) for language in ("en", "nb") for case in load_cases(language)]


@pytest.mark.parametrize(("language", "case"), CASES, ids=lambda value: str(value)[:60])
def test_case(language: str, case: dict[str, Any]) -> None:
    assert read_terms(case["text"], language) == case["found"], case["comment"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("lastebilsjåførene", ("lastebil", "sjåførene")),
        ("IS-krigere", ("IS", "krigere")),
        ("krigsfanger", ("krig", "fanger")),
        ("bussjåfør", ("buss", "sjåfør")),
        ("flyktningbarn", ("flyktning", "barn")),
        ("forslag", None),
        ("sekunder", None),
        ("Solberg", None),
    ],
)
def test_compounds_are_split_before_their_last_part(
    word: str, parts: tuple[str, ...] | None
) -> None:
    assert compound_parts(word, "nb") == parts


def test_languages_without_data_are_served_by_their_neighbour() -> None:
    assert senses("krigere", "nn") == senses("krigere", "nb") != ()
    assert senses("fighters", "und") == senses("fighters", "en") != ()


def test_capitals_do_not_matter_for_ordinary_words() -> None:
    assert senses("FIGHTERS", "en") == senses("fighters", "en") == senses("Fighters", "en")


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("gondolas", "gondola", "en"),
        ("snorkelled", "snorkelling", "en"),
        ("gondolene", "gondoler", "nb"),
        ("snorklet", "snorkle", "nb"),
    ],
)
def test_forms_of_an_unknown_word_share_a_stem(one: str, other: str, language: str) -> None:
    assert stem(one, language) == stem(other, language)


@given(st.text(max_size=30), st.sampled_from(["en", "nb", "nn", "und"]))
def test_any_text_has_an_answer(word: str, language: str) -> None:
    assert all(label(sense.concept, language) for sense in senses(word, language))
    parts = compound_parts(word, language)
    assert parts is None or len(parts) == 2
    assert isinstance(stem(word, language), str)


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8), st.data())
def test_a_match_stays_inside_the_text(words: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(words) - 1))
    match = senses_at(words, index, "nb")
    assert match is None or 1 <= match[1] <= len(words) - index
