"""Voices: names in full, pronouns, roles, outlets, nesting."""

import pytest

from ordmot.ledger import VoiceKind
from ordmot.statements.language import language_of
from ordmot.statements.naming import portray
from tests.statements.reading import read


def speakers(text: str, language: str = "en") -> list[str]:
    """List the innermost voices of a text."""
    return [statement.speaker.name for statement in read(text, language)]


def test_the_document_is_the_outermost_voice() -> None:
    statement = read("Lind said that it rained.", "en", publisher="Hill Gazette")[0]
    assert statement.voices[0].name == "Hill Gazette"
    assert statement.voices[0].kind is VoiceKind.DOCUMENT
    assert statement.voices[0].span is None


def test_last_name_and_title_lead_to_the_full_name() -> None:
    text = (
        "Col Ida Moe said the gate was open. Moe said it was dark. The colonel said that all left."
    )
    assert speakers(text) == ["Col Ida Moe"] * 3


def test_the_span_stays_the_mention() -> None:
    second = read("Ida Moe said it was dark. She said the gate was open.", "en")[1]
    assert second.speaker.name == "Ida Moe"
    assert second.speaker.span is not None
    assert second.speaker.span.text == "She"


def test_namesakes_are_told_apart_by_who_was_named_last() -> None:
    text = "Ida Moe met Karl Moe. Moe said that he was tired."
    assert speakers(text) == ["Karl Moe"]


def test_somebody_who_acts_is_whom_he_means() -> None:
    text = (
        "Per Dahl said no. A second smuggler, Jon Vik, tells the same story. “All left,” he says."
    )
    assert speakers(text)[-1] == "Jon Vik"


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("A driver said that it was hot.", "en", "A driver", VoiceKind.ANONYMOUS),
        ("Drivers said that it was hot.", "en", "Drivers", VoiceKind.GROUP),
        (
            "The ferry company said that it was late.",
            "en",
            "The ferry company",
            VoiceKind.ORGANISATION,
        ),
        ("Iceland said that it would help.", "en", "Iceland", VoiceKind.ORGANISATION),
        ("Man sa at ingen kom fram.", "nb", "Man", VoiceKind.ANONYMOUS),
        (
            "En vestlig offiser sier at døra var åpen.",
            "nb",
            "En vestlig offiser",
            VoiceKind.ANONYMOUS,
        ),
        ("Fergeselskapet sier at båten var full.", "nb", "Fergeselskapet", VoiceKind.ORGANISATION),
        ("Naboene sier at huset sto tomt.", "nb", "Naboene", VoiceKind.GROUP),
    ],
)
def test_kinds(text: str, language: str, name: str, kind: VoiceKind) -> None:
    voice = read(text, language)[0].speaker
    assert (voice.name, voice.kind) == (name, kind)


def test_a_spokesman_speaks_for() -> None:
    text = "“We knew,” says Ada Berg, spokeswoman for the Harbour Board."
    voice = read(text, "en")[0].speaker
    assert (voice.name, voice.speaks_for) == ("Ada Berg", "the Harbour Board")


def test_who_is_told_does_not_speak() -> None:
    statement = read("Sjåførene ble lovet en tur på seks timer.", "nb")[0]
    assert statement.speaker.kind is VoiceKind.UNSTATED
    assert statement.speaker.span is None


def test_a_quoted_report_stands_between_document_and_speaker() -> None:
    text = (
        "Reuters har besøkt leiren. Reuters fant tre vitner.\n\n"
        "En kokk forteller:\n\n>en We had no water for two days."
    )
    statement = read(text, "nb")[-1]
    assert [voice.name for voice in statement.voices] == ["test.txt", "Reuters", "En kokk"]


def test_first_person_in_a_handed_over_passage_is_its_speaker() -> None:
    text = "En kokk forteller:\n\n>en We thought that help was near."
    assert {s.speaker.name for s in read(text, "nb")} == {"En kokk"}


def test_nobody_of_whom_the_words_tell_says_them() -> None:
    text = (
        "Direktør Arne Vold er rolig. – Anlegget har gått som det skal, sier han. "
        "– Bestemor drakk av vannet, sier han."
    )
    assert speakers(text, "nb") == ["Arne Vold", "Arne Vold"]
    assert speakers("Ann Lie kept calm. “Mark left early,” she said.") == ["Ann Lie"]


def test_the_woman_is_not_the_he_of_the_next_sentence() -> None:
    text = "Ola Lund kom først. Datteren Hilde Lund er lei seg. – Det var galt, sier han."
    assert speakers(text, "nb") == ["Ola Lund"]
    text = "Det vil ikke Berg være med på. Pumpa stanset en liten stund, medgir han."
    assert speakers(text, "nb") == ["Berg"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It put pressure on the ministry, which said that 12 people had died.", "the ministry"),
        (
            "They match those of a government commission sent from Nordby to look into the blast, "
            "which said that 40 were dead.",
            "a government commission",
        ),
        ("It fell near a mine owned by Hardrock, which said that nobody was hurt.", "Hardrock"),
    ],
)
def test_who_speaks_is_the_body_behind_the_words(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_passive_by_its_ending_has_no_speaker() -> None:
    text = "Ida Moe sier at veien er stengt. Etter to rolige netter ventes broen åpnet søndag."
    assert speakers(text, "nb") == ["Ida Moe"]


def test_a_time_before_who_speaks_is_none_of_the_name() -> None:
    words = "Between 2028 and 2030 engineers of the union"
    assert portray(words, 0, len(words), language_of("en")).name == "engineers of the union"


def test_a_clause_behind_the_listener_is_said_too() -> None:
    text = "The roof fell at nine, Ann Lie told reporters at the gate, and 30 people were hurt."
    contents = [part.text for part in read(text, "en")[0].content]
    assert contents == ["The roof fell at nine", "and 30 people were hurt"]
