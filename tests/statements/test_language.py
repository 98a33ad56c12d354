"""The language data: the same classes in each language, cues that can be looked up."""

import pytest

from ordmot.ledger import Act
from ordmot.lexicon import LANGUAGES, read_data
from ordmot.statements.language import language_of
from ordmot.statements.words import split_words

_FRAMES = {
    "clause", "quote", "tag", "person", "infinitive", "object", "that", "figure", "intention",
    "supine", "writing", "relay", "unowned", "blow", "amount", "assault",
    "event", "any figure", "given",
}  # fmt: skip


@pytest.mark.parametrize("name", ["grammar", "roles"])
def test_languages_have_the_same_classes(name: str) -> None:
    first, *others = (set(read_data(language, name)) for language in LANGUAGES)
    assert all(other == first for other in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cue_names_an_act_and_known_frames(language: str) -> None:
    for entries in read_data(language, "cues").values():
        for entry in entries:
            assert Act(entry["act"])
            assert set(entry.get("frames", ())) <= _FRAMES
            assert entry["forms"]


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "according to Lind", "according to"),
        ("en", "refused to admit it", "refused to admit"),
        ("nb", "går ut på at", "går ut på"),
        ("nb", "ifølge Lind", "ifølge"),
    ],
)
def test_the_longest_cue_wins(language: str, words: str, found: str) -> None:
    cue = language_of(language).cue_at(split_words(words, 0, len(words), ()), 0)
    assert cue is not None
    assert cue.last == len(found.split())


def test_related_languages_are_served_by_bokmal() -> None:
    assert language_of("nn").code == "nb"
    assert language_of("und").code == "en"


@pytest.mark.parametrize(
    ("language", "word"), [("en", "sailor"), ("nb", "havnesjefen"), ("nb", "helseminister")]
)
def test_compounds_name_roles(language: str, word: str) -> None:
    assert language_of(language).names_role(word)


def test_a_name_in_capitals_is_no_verb() -> None:
    words = split_words("IS is", 0, 5, ())
    assert [language_of("en").is_finite(word) for word in words] == [False, True]
