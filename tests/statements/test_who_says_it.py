"""Who says it, by classes of sentences: tickers, figures, pronouns, bodies and their spokesmen."""

import pytest

from tests.statements.reading import read

Said = list[tuple[str, str]]


def said(text: str, language: str) -> Said:
    """List the innermost voice and the content of every statement."""
    return [
        (statement.speaker.name, " … ".join(span.text for span in statement.content))
        for statement in read(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("05.05 Harbour board now: nine saved.", "en", [("Harbour board", "nine saved")]),
        ("Kl. 14.20: Kommunen, nettopp: 40 evakuert.", "nb", [("Kommunen", "40 evakuert")]),
        ("08:15 – Politiet sier at veien er åpen.", "nb", [("Politiet", "at veien er åpen")]),
        ("06.12 was too late, said Lind.", "en", [("Lind", "06.12 was too late")]),
    ],
)
def test_the_time_of_a_ticker_is_no_part_of_a_name(
    text: str, language: str, expected: Said
) -> None:
    assert said(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The ferrymen's union spoke of five.", "en", "five"),
        ("The board had first talked of two dead, then of seven.", "en", "two dead, then of seven"),
        ("Berg has stuck to 35 km.", "en", "35 km"),
        ("The harbour board put the population at 1,130.", "en", "the population at 1,130"),
        ("The harbour board raised the toll to 40.", "en", "the toll to 40"),
        ("Rederiet holder fortsatt fast ved 60 tonn.", "nb", "60 tonn"),
        ("Kommunen har registrert 240 frivillige.", "nb", "240 frivillige"),
        ("Laget opererer med 125 millioner.", "nb", "125 millioner"),
        ("Styret kommer til at 43 var om bord.", "nb", "at 43 var om bord"),
        ("Etaten oppjusterte tallet til 40.", "nb", "tallet til 40"),
    ],
)
def test_figures_are_told_by_other_verbs_than_say(text: str, language: str, expected: str) -> None:
    assert [content for _, content in said(text, language)] == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The crew put the boat ashore at noon.", "en"),
        ("The board raised the flag to half mast.", "en"),
        ("Da kom hun til Nes.", "nb"),
        ("Det kom en buss med folk.", "nb"),
        ("Vinden kan øke utover kvelden, kan dette fortsette.", "nb"),
    ],
)
def test_the_same_verbs_mostly_tell_nothing(text: str, language: str) -> None:
    assert said(text, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Havnelaget opplyste i går at 48 båter er skadd.", "at 48 båter er skadd"),
        ("Ni båter sank, har havnelaget opplyst.", "Ni båter sank"),
        ("Ni båter sank, slår havnelaget fast i rapporten.", "Ni båter sank"),
        ("I rapporten slår havnelaget fast at ni sank.", "at ni sank"),
        ("Samtidig peker havnelaget på at ni sank.", "at ni sank"),
        ("Dessutan opplyser havnelaget no at ni sokk.", "at ni sokk"),
        ("Havnelaget fryktar at ni sokk.", "at ni sokk"),
    ],
)
def test_norwegian_word_order(text: str, expected: str) -> None:
    assert [(name.lower(), content) for name, content in said(text, "nb")] == [
        ("havnelaget", expected)
    ]


def test_a_pronoun_before_the_verb_takes_up_the_paragraph() -> None:
    text = "Ni båter sank. To ble berget. Det opplyser havnelaget til avisa."
    assert said(text, "nb") == [
        ("havnelaget", "Ni båter sank. … To ble berget."),
        ("havnelaget", "Det"),
    ]


def test_a_pronoun_takes_up_no_words_that_somebody_else_said() -> None:
    text = "Ni båter sank, sa Lie. Det bekrefter havnelaget."
    assert said(text, "nb") == [("Lie", "Ni båter sank"), ("havnelaget", "Det")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The fire rages. The guards' union disagrees. At least 60 got away, it says.",
            "en",
            "The guards' union",
        ),
        ("A doctor said nine died. Fifty-two were hurt, she said.", "en", "A doctor"),
        ("Ida Moe said nine sank. According to her, two were old.", "en", "Ida Moe"),
        ("Ida Moe sa at ni sank. Ifølge henne var to gamle.", "nb", "Ida Moe"),
        (
            "The Harbour Board said nine sank. Two were old, said board spokesman Ola Lie. "
            "Three were new, according to the board.",
            "en",
            "Harbour Board",
        ),
        (
            "Havnestyret sa at ni sank. Talsmannen for styret, Ola Lie, sa at to var gamle. "
            "Ifølge styret var tre nye.",
            "nb",
            "Havnestyret",
        ),
        (
            "The brakes were new, which the coastal agency Kystvern denied. "
            "Forty were inside, according to the agency.",
            "en",
            "Kystvern",
        ),
        ("Forty, if one believes the log.", "en", "the log"),
        ("The insurer saw the 90 million cited by the board.", "en", "the board"),
    ],
)
def test_who_is_meant(text: str, language: str, expected: str) -> None:
    assert said(text, language)[-1][0] == expected


def test_a_spokeswoman_without_a_body_speaks_for_the_last_one() -> None:
    text = "Nordlys Council said nine sank. The rest are safe, a spokeswoman said."
    assert read(text, "en")[-1].speaker.speaks_for == "Nordlys Council"


def test_nobody_says_what_anyone_may_say() -> None:
    assert said("Anyone who says the mate was drunk is wrong.", "en") == []
