"""Paragraphs, quotation marks, lead-ins and languages, one by one."""

import pytest

from ordmot.lexicon.identify import identify
from ordmot.passages.handovers import bare_lead_in, lead_in
from ordmot.passages.languages import tell_languages
from ordmot.passages.marks import open_mark, opening_mark
from ordmot.passages.paragraphs import find_paragraphs

WRAPPED = """\
Politiet leter videre i natt. De har to båter ute, og et helikopter er
på vei fra basen på fastlandet. Det er ikke funnet spor etter de to som
er savnet.
"""


def paragraphs(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_paragraphs(text, 0, len(text))]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert paragraphs(WRAPPED) == [WRAPPED.strip()]


def test_a_wrapped_paragraph_ends_at_a_line_that_had_room() -> None:
    text = (
        WRAPPED + "Lensmannen vil ikke si noe om hvorfor båten snudde, og heller ikke om\nhvem.\n"
    )
    assert len(paragraphs(text)) == 2


def test_short_lines_stay_apart() -> None:
    text = "Ni biler\nTo lys\nEn fører\n"
    assert paragraphs(text) == ["Ni biler", "To lys", "En fører"]


def test_long_lines_are_paragraphs() -> None:
    line = (
        "Politiet leter videre i natt med to båter og et helikopter fra basen på fastlandet. " * 2
    )
    assert len(paragraphs(f"{line}\n{line}\n{line}")) == 3


def test_an_indented_first_line_begins_a_paragraph() -> None:
    text = (
        WRAPPED
        + "    Lensmannen vil ikke si noe om hvorfor båten snudde, og\nheller ikke om hvem.\n"
    )
    assert len(paragraphs(text)) == 2


def test_an_open_quotation_without_end_does_not_swallow_the_text() -> None:
    lines = ['"Det var en feil.', *["Ingen ville svare på det i går."] * 10]
    assert len(paragraphs("\n".join(lines))) == 11


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("«Ja», sa hun.", None),
        ("«Ja, sa hun.", "«"),
        ("«Ja”, sa hun.", None),
        ("„Ja“, sa hun. “Nei", "“"),
        ('He said "no" and "yes', '"'),
        ('"The “Ark.” is gone', '"'),
        ("It’s 6'2\" tall", None),
        ("»Ja«", None),
        ("”Ja”, sa hun. ”Nei", "”"),
    ],
)
def test_marks_left_open(words: str, mark: str | None) -> None:
    assert open_mark(words) == mark


@pytest.mark.parametrize(
    ("words", "mark"),
    [("«Ja»", "«"), ("– «Ja»", "«"), ("Ja «nei»", None), ("", None), ("'Tis", None)],
)
def test_opening_marks(words: str, mark: str | None) -> None:
    assert opening_mark(words) == mark


def test_a_lead_in_is_the_whole_last_sentence() -> None:
    text = "Ingen kom. I boka, som kom i fjor, skriver hun:"
    found = lead_in(text, 0, len(text), "nb")
    assert found is not None
    assert text[slice(*found)] == "I boka, som kom i fjor, skriver hun:"


@pytest.mark.parametrize(
    ("words", "is_lead_in"),
    [
        ("En nabo forteller", True),
        ("A nurse recalls", True),
        ("Naboen forteller om brannen", False),
        ("Leter ennå", False),
        ("En nabo forteller.", False),
    ],
)
def test_lead_ins_without_a_colon(words: str, is_lead_in: bool) -> None:
    assert (bare_lead_in(words, 0, len(words)) is not None) == is_lead_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The boat left the harbour before anybody could warn the crew.", "en"),
        ("Båten dro fra kaia før noen rakk å si fra til mannskapet.", "nb"),
        ("Båten fór frå kaia før nokon rakk å seia frå til mannskapet.", "nn"),
        ("Båten lämnade kajen innan någon hann varna besättningen.", "sv"),
        ("Båden forlod kajen, før nogen nåede at advare besætningen.", "da"),
    ],
)
def test_languages_of_one_sentence(text: str, language: str) -> None:
    likely = identify(text)
    assert max(likely, key=lambda name: likely[name]) == language
    assert sum(likely.values()) == pytest.approx(1)


def test_no_letters_tell_nothing() -> None:
    assert identify("12 % – 14") == {}


def test_numbers_take_the_language_around_them() -> None:
    texts = [
        "Ingen vet hvor mange som var om bord.",
        "40",
        "Båten hadde plass til femti mennesker.",
    ]
    assert tell_languages(texts, "nb")[1][0] == "nb"


def test_a_long_passage_speaks_for_itself() -> None:
    norwegian = "Ingen vet hvor mange som var om bord da båten gikk ned."
    english = "Nobody knows how many people were on board when the boat went down in the storm."
    told = tell_languages([norwegian, norwegian, english, norwegian, norwegian], "nb")
    assert told[2][0] == "en"
