from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import ordmot.lexicon
from ordmot.lexicon import LANGUAGES, ancestors, is_kind_of, read_data
from ordmot.lexicon.concepts import concepts
from ordmot.lexicon.vocabulary import vocabulary

ROOT = Path(ordmot.lexicon.__file__).parent
FILES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*.toml"))
ROLES = {"noun", "verb", "adjective", "people", "label"}
MOST_SENSES = 3


@pytest.mark.parametrize("path", FILES, ids=str)
def test_every_data_file_loads(path: Path) -> None:
    language = str(path.parent) if path.parent.name else "shared"
    assert read_data(language, path.stem)


def entries(language: str) -> dict[str, dict[str, list[str]]]:
    sections = read_data(language, "words").values()
    return {name: entry for section in sections for name, entry in section.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_only_given_for_concepts(language: str) -> None:
    assert entries(language).keys() <= concepts().keys()
    assert {role for entry in entries(language).values() for role in entry} <= ROLES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_a_word_for_a_reader(language: str) -> None:
    without = [name for name in concepts() if not entries(language).get(name)]
    assert without == []


def test_concepts_name_only_concepts() -> None:
    for concept in concepts().values():
        implied = [concept.predicate, concept.restrictor]
        named = {*concept.is_a, *concept.near, *concept.opposite, *filter(None, implied)}
        assert named <= concepts().keys(), concept.name


def test_each_concept_stands_once_and_under_one_of_the_widest() -> None:
    sections = read_data("shared", "concepts")
    counts = Counter(name for section in sections.values() for name in section)
    assert [name for name, count in counts.items() if count > 1] == []
    tops = {name for name in concepts() if not ancestors(name)}
    assert tops == {*(set(sections["widest"]) & tops), "person"}


def test_no_concept_is_a_kind_of_itself() -> None:
    assert [name for name in concepts() if name in ancestors(name)] == []


def test_no_concept_excludes_what_it_is_a_kind_of() -> None:
    for concept in concepts().values():
        assert not set(concept.opposite) & {concept.name, *ancestors(concept.name)}, concept.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_has_too_many_senses(language: str) -> None:
    senses = vocabulary(language).senses
    crowded = {
        form: kept
        for form, kept in senses.items()
        if len({(sense.concept, sense.predicate) for sense in kept}) > MOST_SENSES
    }
    assert crowded == {}


def test_every_state_has_a_name_an_adjective_and_a_people_in_both_languages() -> None:
    nations = [name for name in concepts() if is_kind_of(name, "nation") and name != "nation"]
    for language in LANGUAGES:
        for name in nations:
            if concepts()[name].is_a == ("nation",):
                roles = set(entries(language)[name])
                assert {"noun", "adjective", "people"} <= roles, (language, name)
    assert len(nations) > 193  # the member states of the United Nations
