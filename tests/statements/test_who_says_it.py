"""Who says it, by classes of sentences: tickers, figures, pronouns, bodies and their spokesmen."""

import pytest

from ordmot.ledger import VoiceKind
from ordmot.statements.language import language_of
from ordmot.statements.voices import Cast
from tests.statements.reading import make_document, make_passages, read

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
            "The brakes came from the coastal agency Kystvern. "
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


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The boat lay there for 26 hours and not 17, as the owner claimed.",
            "en",
            ("the owner", "17"),
        ),
        ("It took two hours rather than one, as Lie had said.", "en", ("Lie", "one")),
        ("Båten lå der i 26 timer og ikke 17, slik Lie meldte samme dag.", "nb", ("Lie", "17")),
        ("Nine sank, as the harbour board reported.", "en", ("the harbour board", "Nine sank")),
        ("Twelve, the harbour board insists; two were old.", "en", ("the harbour board", "Twelve")),
        ("Tolv, hevder Lie.", "nb", ("Lie", "Tolv")),
        (
            "A cook who served them, and who gave no name, put the number at 14.",
            "en",
            ("A cook", "the number at 14"),
        ),
        (
            "Det er i strid med meldingen fra Veivern, der det heter at alt virket.",
            "nb",
            ("Veivern", "at alt virket"),
        ),
        (
            "For tre år siden sto Helene Vang på kaia og sa at ingen skulle dra.",
            "nb",
            ("Helene Vang", "at ingen skulle dra"),
        ),
    ],
)
def test_how_far_it_goes(text: str, language: str, expected: tuple[str, str]) -> None:
    assert said(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Nes Prison: what the board leaves out", "en", []),
        ("Nes Gård: brann i natt\n\nDet brant ved Nes Gård.", "nb", []),
        ("Nesvik (Kystnytt): Et skip sank i natt.", "nb", []),
        (
            "Nesvik (Kystnytt): Et skip sank, sier politiet.",
            "nb",
            [("politiet", "Et skip sank")],
        ),
        ("Ola Moe (Ap): Vi sier nei.", "nb", [("Ola Moe", "Vi sier nei")]),
        (
            "Harbour Board, just in: “a small fire”. Two boats gone. The rest are safe.",
            "en",
            [("Harbour Board", "“a small fire” … Two boats gone.")],
        ),
    ],
)
def test_labels(text: str, language: str, expected: Said) -> None:
    assert said(text, language) == expected


def test_you_is_whom_a_turn_addresses() -> None:
    text = "turn HOST: Ms Berg, you said nine sank.\n\nturn LIE: No.\n\nturn BERG: I did."
    statements = read(text, "en")
    assert [voice.name for voice in statements[1].voices[1:]] == ["HOST", "Ms Berg"]


def test_you_is_who_answers_where_nobody_is_named() -> None:
    text = "turn HOST: And you said nine sank?\n\nturn LIE: Ten.\n\nturn BERG: Nine."
    assert read(text, "en")[1].speaker.name == "Lie"


def test_what_others_say_is_told_inside_a_turn() -> None:
    text = "Ida Moe snudde.\n\n– Etaten sier at ni sank. Jeg tror det ikke, sier hun."
    voices = [[voice.name for voice in s.voices[1:]] for s in read(text, "nb")]
    assert voices == [["Ida Moe"], ["Ida Moe", "Etaten"]]


def test_a_sentence_in_another_language_is_read_in_that_language() -> None:
    assert said("Skipet er tomt. The owners say that it was full.", "nb") == [
        ("The owners", "that it was full")
    ]


def test_a_dash_opens_a_turn_in_another_language_too() -> None:
    text = "Skipperen, Alan Dacre (51), møter oss. Han er trøtt.\n\n– I called it in at once."
    assert said(text, "nb") == [("Alan Dacre", "I called it in at once.")]


def test_a_lone_name_beside_its_kind_is_a_body() -> None:
    text = "The road agency, Veivern, has closed the road. Veivern says two cars burned."
    assert read(text, "en")[0].speaker.kind is VoiceKind.ORGANISATION


def test_what_a_speaker_estimates_is_told_inside_what_another_says() -> None:
    voices = [v.name for v in read("Berg said police put the toll at 40.", "en")[1].voices[1:]]
    assert voices == ["Berg", "police"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Lantern, citing police, reported that nine sank.", "en", ["Lantern", "police"]),
        (
            "The Lantern reported on Monday, quoting police, that nine sank.",
            "en",
            ["Lantern", "police"],
        ),
        (
            "Avisa Kystnytt, som viser til politiet, skriver at ni sank.",
            "nb",
            ["Avisa Kystnytt", "politiet"],
        ),
        (
            "Kystnytt skriver, med henvisning til politiet, at ni sank.",
            "nb",
            ["Kystnytt", "politiet"],
        ),
    ],
)
def test_whom_a_source_cites_stands_behind_it(
    text: str, language: str, expected: list[str]
) -> None:
    outer, inner = read(text, language)
    assert [voice.name for voice in outer.voices[1:]] == expected[:1]
    assert [voice.name for voice in inner.voices[1:]] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The board's estimate of 40 tonnes was low.", "en", ("The board", "40 tonnes")),
        ("The police figure of 41 was low.", "en", ("police", "41")),
        ("Havnestyrets anslag på 40 tonn er lavt.", "nb", ("Havnestyret", "40 tonn")),
        ("Politiets påstand om at ni sank, er feil.", "nb", ("Politiet", "at ni sank")),
        (
            "Nine sank, according to Lie, who left; police had spoken of 37.",
            "en",
            ("police", "37"),
        ),
        ("Kystvakten har en annen versjon: Ni båter sank.", "nb", ("Kystvakten", "Ni båter sank")),
    ],
)
def test_figures_and_versions_that_somebody_has(
    text: str, language: str, expected: tuple[str, str]
) -> None:
    assert said(text, language)[-1] == expected


def test_while_sets_another_voice_beside_what_was_said() -> None:
    text = "It held 812, Lie said, while the harbour board had put the number at 1,130."
    assert said(text, "en") == [
        ("Lie", "It held 812"),
        ("the harbour board", "the number at 1,130"),
    ]


def test_a_company_is_not_whatever_opened_a_sentence() -> None:
    text = "Planen lover ni båter. Rederiet skriver at to sank."
    assert said(text, "nb")[-1][0] == "Rederiet"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Nord Shipping said that nine sank.", "en", "Nord Shipping"),
        ("The seabird society said that nine sank.", "en", "The seabird society"),
        ("Vik Kraftlag opplyser at ni sank.", "nb", "Vik Kraftlag"),
    ],
)
def test_companies_are_bodies(text: str, language: str, expected: str) -> None:
    voice = read(text, language)[0].speaker
    assert (voice.name, voice.kind) == (expected, VoiceKind.ORGANISATION)


@pytest.mark.parametrize(
    "text",
    [
        "Vik Transport, som hele tiden har hevdet at ni sank, er til salgs.",
        "Vik Transport, som foreløpig hevder at ni sank, er til salgs.",
    ],
)
def test_an_adverbial_is_nobody(text: str) -> None:
    assert said(text, "nb") == [("Vik Transport", "at ni sank")]


def test_the_time_behind_a_speaker_is_no_part_of_the_name() -> None:
    text = "Veien skulle være åpen, lovet Veivern dagen etter brannen."
    assert said(text, "nb")[0][0] == "Veivern"


def test_an_address_has_no_voice() -> None:
    assert said("Media enquiries: Ida Moe, 0700 2231.", "en") == []


def test_a_thing_puts_no_figure() -> None:
    assert said("Damage first put at 6 million may reach 19 million.", "en") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The Pell council, whose crews searched the bank, spoke of nineteen.",
            "en",
            ("Pell council", "nineteen"),
        ),
        (
            "I en rapport fra i fjor står det at ni sank.",
            "nb",
            ("en rapport fra i fjor", "at ni sank"),
        ),
        ("HESTØYA (Ytre Blad): Ni sank, sier Lie.", "nb", ("Lie", "Ni sank")),
        ("The company gave a figure of 800,000.", "en", ("The company", "800,000")),
    ],
)
def test_subjects_and_writings_at_a_distance(
    text: str, language: str, expected: tuple[str, str]
) -> None:
    assert said(text, language) == [expected]


def test_its_own_sensors_are_not_cited_as_a_voice() -> None:
    text = "Nord Shipping, citing its own sensors, said nine sank."
    assert "citing" not in [
        s.cue.text for s in read(text, "en") if s.cue and s.reason[:4] == "whom"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nord Shipping puts its loss, including lost sales, at £4.5 million.",
        "Nord Shipping puts its loss at NOK 140 million.",
    ],
)
def test_a_figure_may_stand_behind_its_currency(text: str) -> None:
    assert [name for name, _ in said(text, "en")] == ["Nord Shipping"]


def test_we_and_what_is_confirmed_in_a_release_is_of_who_issued_it() -> None:
    text = "We estimate that 40 boats left. Nine deaths are confirmed."
    found = read(text, "en", issuer="Harbour Watch")
    assert [(s.speaker.name, s.speaker.kind) for s in found] == [
        ("Harbour Watch", VoiceKind.ORGANISATION)
    ] * len(found)
    assert all(s.speaker.kind is not VoiceKind.ORGANISATION for s in read(text, "en"))


def test_part_of_the_name_of_who_issued_it_is_a_body() -> None:
    found = read(
        "Velin has lost a ship. It claims that it was rammed.", "en", issuer="Velin Tug AS"
    )
    assert [s.speaker.name for s in found] == ["Velin"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("According to the ministry 4,600 hectares burnt.", "en", "the ministry"),
        ("According to an aerial survey 4,600 hectares burnt.", "en", "an aerial survey"),
        ("According to a first count, guards fired 90 rounds.", "en", "a first count"),
        ("According to the board now, the gate was open.", "en", "the board"),
    ],
)
def test_a_source_ends_before_the_number_that_it_gives(
    text: str, language: str, expected: str
) -> None:
    assert [name for name, _ in said(text, language)] == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "The ministry gave the amount paid as 24 million crowns.",
            "en",
            [("The ministry", "the amount paid as 24 million crowns")],
        ),
        ("The ministry gave the children food as 24 boats left.", "en", []),
        (
            "The figure of 500 given by the mayor includes sheds.",
            "en",
            [("the mayor", "500 given by the mayor")],
        ),
        ("The figure of 500 was reached by the mayor.", "en", []),
        ("Hevingen kan komme til å koste 50 millioner kroner.", "nb", []),
        ("Styret kommer til 43.", "nb", [("Styret", "43")]),
    ],
)
def test_who_gives_a_figure(text: str, language: str, expected: Said) -> None:
    assert said(text, language) == expected


def test_what_you_must_remember_is_said_by_who_speaks() -> None:
    text = (
        "turn LIND: You must remember that three guards had died.\n\n"
        "turn MOE: You said that nobody had died.\n\nturn LIND: Yes."
    )
    names = {s.content[0].text: s.speaker.name for s in read(text, "en")}
    assert names["that three guards had died"] == "Lind"
    assert names["that nobody had died"] == "Lind"
    text = "turn LIND: Du må huske at tre vakter var døde.\n\nturn MOE: Ja.\n\nturn LIND: Nei."
    names = {s.content[0].text: s.speaker.name for s in read(text, "nb")}
    assert names["at tre vakter var døde"] == "Lind"


def test_all_of_them_are_the_people_named_before() -> None:
    text = "The drivers were beaten. It was dark, all of them said."
    document = make_document(text, "en")
    cast, start = Cast(document, make_passages(document, "en")), text.index("all of them")
    lang = language_of("en")
    assert cast.voice_of((start, start + len("all of them")), lang).name == "The drivers"
    text = "The drivers were beaten. It was dark, according to two of them."
    assert [name for name, _ in said(text, "en")] == ["two of them"]
    text = "Sjåførene ble slått. – Det var mørkt, sier alle av dem."
    assert [name for name, _ in said(text, "nb")] == ["Sjåførene"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("– Tolv er skadd, sier ordfører Per Vik.", "Per Vik"),
        ("Hus er tatt, sier innsatsleder Dag Lie Moe i Nord politidistrikt.", "Dag Lie Moe"),
        ("Ordfører Bror Helgesen sier at 12 hus er tatt.", "Bror Helgesen"),
        ("Det koster ni kroner per dag, sier Ida Moe.", "Ida Moe"),
        ("Prisen gjelder per NATO-dag, sier Ida Moe.", "Ida Moe"),
    ],
)
def test_a_first_name_is_no_preposition_day_or_brother(text: str, expected: str) -> None:
    assert [name for name, _ in said(text, "nb")] == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "body"),
    [
        ("– Ni er funnet, seier ordførar i Nes Jan Geir Moen.", "Jan Geir Moen", None),
        ("Ni er funnet, sier pressesjef i Helse Vik Terje Moe.", "Terje Moe", "Helse Vik"),
        ("Ni er funnet, sier direktør i Havtilsynet Ida Li Moe.", "Ida Li Moe", "Havtilsynet"),
        ("Ni er funnet, sier leder Jan Geir Moen.", "Jan Geir Moen", None),
        ("Ni er funnet, sier operasjonsleder Ida Moe i politiet.", "Ida Moe", "politiet"),
    ],
)
def test_the_place_of_an_office_is_no_part_of_a_name(
    text: str, expected: str, body: str | None
) -> None:
    speaker = read(text, "nb")[0].speaker
    assert (speaker.name, speaker.speaks_for) == (expected, body)


def test_a_role_before_a_name_is_told_rather_than_the_place_behind_it() -> None:
    speaker = read("Ni er funnet, sier operasjonsleder Ida Moe i Nord politidistrikt.", "nb")[0]
    assert speaker.speaker.role == "operasjonsleder"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("– Tolv er funnet.\n\nDet sier leder i Havlaget, Ida Moe.", "Ida Moe"),
        ("Mye er kjent.\n\n– Tolv er funnet.\n\nDet opplyser Ida Moe til avisen.", "Ida Moe"),
        ("– Det gikk godt, sier Ola Li.\n\n– Tolv er funnet.\n\nDet trur Ida Moe.", "Ida Moe"),
        ("– Det gikk godt, sier Ola Li.\n\n– Tolv er funnet.\n\nDet er kaldt.", "Ola Li"),
    ],
)
def test_a_pronoun_behind_a_turn_says_who_spoke(text: str, expected: str) -> None:
    told = {content: name for name, content in said(text, "nb")}
    assert told["Tolv er funnet."] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tolv er skadd, skriver baren på Facebook.", "baren"),
        ("Tolv er skadd, skriver rederiet i innkallingen.", "rederiet"),
        ("Tolv er skadd, skriver Nes kommune på sine nettsider.", "Nes kommune"),
        ("Tolv er skadd, opplyser vaktsjefen på legevakta.", "vaktsjefen på legevakta"),
        ("Tolv er skadd, ifølge opplysninger fra politiet.", "politiet"),
        ("Tolv er skadde, ifølgje tal frå Nes kommune.", "Nes kommune"),
        ("Ordføraren oppmodar alle om å bli heime.", "Ordføraren"),
    ],
)
def test_where_it_is_written_is_no_part_of_who_says_it(text: str, expected: str) -> None:
    assert next(name for name, _ in said(text, "nb")) == expected


def test_she_is_no_man() -> None:
    text = "Kari Lund møtte pressen.\n\nGjerningsmannen flyktet. Hun sier at tolv er skadd."
    assert said(text, "nb")[-1][0] == "Kari Lund"


def test_much_that_suggests_something_does_not_speak() -> None:
    assert not [name for name, _ in said("Det er altså mye som tyder på at tolv omkom.", "nb")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Et vitne avisa har snakket med sier at tolv er skadd.", "Et vitne"),
        (
            "Et annet vitne TV Nord har vært i kontakt med opplyser at tolv er skadd.",
            "Et annet vitne",
        ),
        ("Kilder NRK har snakket med, sier at tolv er skadd.", "Kilder"),
        ("Rederiet, som vi har snakket med, sier at tolv er skadd.", "Rederiet"),
    ],
)
def test_a_witness_whom_a_paper_has_talked_to_speaks_himself(text: str, expected: str) -> None:
    assert [name for name, _ in said(text, "nb")] == [expected]


def test_whom_a_headline_tells_of_does_not_speak() -> None:
    assert not said("Mann skutt av politiet i Nes: – Var i ferd med å angripe tolv", "nb")
    told = said("Leder av havnelaget: – Var i ferd med å angripe tolv", "nb")
    assert [name for name, _ in told] == ["Leder av havnelaget"]


def test_a_day_does_not_speak() -> None:
    assert not said("Mandag 8. juli viser det seg at tolv er skadd.", "nb")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ifølge loggen snudde båten klokka 14.", ("loggen", "snudde båten klokka 14")),
        ("Politiet har fått melding om at 12 er skadd.", ("Politiet", "at 12 er skadd")),
        ("Ifølge Ida Moe snudde båten.", ("Ida Moe", "snudde båten")),
    ],
)
def test_where_a_source_ends(text: str, expected: tuple[str, str]) -> None:
    assert said(text, "nb") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I går ble mennene pågrepet og siktet for vold mot politiet.", []),
        ("I går ble mannen siktet for vold mot politiet.", []),
        ("I går sa mannen at han slo.", ["mannen"]),
        ("Mange av kundene har opplevd strømbrudd, og 300 har mistet vannet.", []),
        ("Naboene opplevde at huset ristet.", ["Naboene"]),
    ],
)
def test_who_is_accused_or_goes_through_something_says_nothing(
    text: str, expected: list[str]
) -> None:
    assert [name for name, _ in said(text, "nb") if name] == expected
