"""Whom accounts go back to, how questions are worded, and what must not change them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.ledger import Answer, Claim, Comparison, Gap, Question, Reading, Relation
from ordmot.questions import group
from tests.making import make_claim, make_document, make_reading, point
from tests.questions.case import compare, document

# --- Roots ---------------------------------------------------------------------------------------


def answer_to(comparison: Comparison, claim: Claim) -> Answer:
    """Give the answer that a claim is."""
    (answer,) = (a for q in comparison.questions for a in q.answers if a.claim == claim.id)
    return answer


def figure(reading: Reading, words: str) -> Claim:
    """Find the claim of an amount by its words."""
    (claim,) = (c for c in reading.claims if c.quantity and c.quantity.span.text == words)
    return claim


def root_of(text: str, words: str, name: str = "Kystposten.md") -> str:
    reading = document(text, "en", name)
    return answer_to(compare([reading]), figure(reading, words)).root


def test_who_is_quoted_is_the_root() -> None:
    assert root_of("Nine people drowned, Ivar Moe said.", "Nine") == "Ivar Moe"


def test_what_nobody_is_quoted_for_goes_back_to_the_outlet() -> None:
    assert root_of("Nine people drowned.", "Nine") == "Kystposten.md"


def test_a_spokesman_goes_back_to_whom_he_speaks_for() -> None:
    text = "Nine people drowned, said Ivar Moe, a spokesman for the Harbour Board."
    assert "Harbour Board" in root_of(text, "Nine")


def test_an_agency_goes_back_to_the_body_it_is_part_of() -> None:
    agency = document("Nine children drowned, Unicef said.", "en", "a.txt")
    whole = document("Elleve barn druknet, opplyser FN.", "nb", "b.txt")
    comparison = compare([agency, whole])
    roots = {
        answer_to(comparison, figure(r, w)).root for r, w in ((agency, "Nine"), (whole, "Elleve"))
    }
    assert len(roots) == 1


def test_a_headline_echoes_the_source_of_its_story() -> None:
    text = "# 63 people killed in the ferry fire\n\nIn all 63 people were killed, Ivar Moe said."
    reading = document(text, "en", "a.md")
    headline, story = (c for c in reading.claims if c.quantity)
    comparison = compare([reading])
    assert headline.is_headline
    assert answer_to(comparison, headline).root == answer_to(comparison, story).root == "Ivar Moe"


def test_a_headline_of_another_figure_echoes_nobody() -> None:
    text = "# 70 people killed in the ferry fire\n\nIn all 63 people were killed, Ivar Moe said."
    assert root_of(text, "70") == "Kystposten.md"


def test_a_sentence_that_continues_a_voice_goes_back_to_it() -> None:
    text = "The harbour was shelled at noon, Ivar Moe said. Some 30 people were killed."
    assert root_of(text, "Some 30") == "Ivar Moe"


def test_unnamed_voices_of_two_documents_are_two_roots() -> None:
    texts = ("A driver said that nine people drowned.", "A driver said nine people had drowned.")
    readings = [document(text, "en", f"{i}.txt") for i, text in enumerate(texts)]
    comparison = compare(readings)
    roots = {answer_to(comparison, figure(reading, "nine")).root for reading in readings}
    assert len(roots) == 2
    assert all(root.startswith("A driver [") for root in roots)


def test_one_voice_in_two_papers_is_one_root() -> None:
    first = document("Nine people drowned, Ivar Moe said.", "en", "a.txt")
    second = document("Ni personer druknet, sier Moe.", "nb", "b.txt")
    comparison = compare([first, second])
    roots = {answer_to(comparison, figure(r, w)).root for r, w in ((first, "Nine"), (second, "Ni"))}
    assert roots == {"Ivar Moe"}
    assert Relation.AGREES not in {gap.relation for gap in comparison.gaps}


# --- Wording and membership ----------------------------------------------------------------------

EARLY = document(
    """
The market hall of Olvik burned on Friday. At least 12 people were killed, the mayor said.
The fire chief denied that the doors had been locked. Around 40 stalls were destroyed.

The town had promised to rebuild the hall within six months. In reality it took three years.
""",
    "en",
    "harbour-post.txt",
    "2031-05-17",
)
LATE = document(
    """
Markedshallen i Olvik brant fredag. 19 mennesker ble drept, opplyser politiet.
En vakt sier at dørene var låst. Om lag 25 boder ble ødelagt.

Reparasjonen kostet 60 millioner kroner, ifølge kommunen.
""",
    "nb",
    "olvikbladet.txt",
    "2031-05-24",
)
THIRD = document(
    """
Two years after the fire in the market hall of Olvik, the families are still waiting.
According to their lawyer, 31 people were killed. The rebuilding cost 90 million kroner.
""",
    "en",
    "the-review.txt",
    "2033-05-20",
)
UNRELATED = document(
    """
A swarm of bees settled on the lighthouse in Vardnes. Some 8,000 bees were caught, the keeper said.
The keeper denied that the lamp had attracted them. He sells honey for 90 kroner a jar.
""",
    "en",
    "bee-letter.txt",
    "2031-06-01",
)
CASE = [EARLY, LATE, THIRD]


def gap_ids(gaps: tuple[Gap, ...], *, strong: bool = False) -> set[str]:
    return {gap.id for gap in gaps if not (strong and gap.is_weak)}


def answers_of(questions: tuple[Question, ...]) -> set[frozenset[str]]:
    return {frozenset(answer.claim for answer in question.answers) for question in questions}


def test_the_three_tolls_answer_one_question() -> None:
    tolls = {figure(EARLY, "At least 12").id, figure(LATE, "19").id, figure(THIRD, "31").id}
    assert any(tolls <= answered for answered in answers_of(compare(CASE).questions))


def test_every_question_has_words_and_every_answer_its_reasons() -> None:
    for question in compare([*CASE, UNRELATED]).questions:
        assert question.text.strip()
        assert "{" not in question.text
        assert "()" not in question.text
        assert question.language in ("en", "nb")
        assert question.answers
        for answer in question.answers:
            assert answer.root
            assert 0 <= answer.score <= 1


def test_an_account_that_meets_another_says_why() -> None:
    met = [q for q in compare(CASE).questions if len(q.answers) > 1]
    assert met
    assert all(answer.reasons for question in met for answer in question.answers)


def test_every_amount_answers_just_one_question() -> None:
    answered = [a.claim for q in compare(CASE).questions for a in q.answers]
    amounts = [c.id for reading in CASE for c in reading.claims if c.quantity is not None]
    assert sorted(a for a in answered if a in set(amounts)) == sorted(amounts)


def test_amounts_of_two_dimensions_never_meet() -> None:
    home = make_document("a.txt", "2031-05-17")
    claims = [
        make_claim(point(90), document=home),
        make_claim(point(90), document=home, place=40, dimension="money", unit="NOK"),
        make_claim(point(90), document=home, place=80, dimension="duration", unit="hour"),
    ]
    questions = group([make_reading(home, claims)], ())
    assert sorted(len(q.answers) for q in questions) == [1, 1, 1]


# --- What must not change them -------------------------------------------------------------------


def test_a_document_without_names_joins_no_two_events() -> None:
    texts = (
        "Forty people died in Tarbek when a shell hit Lower Tarbek, Colonel Renn Osk said.",
        "A surgeon counted 46 deaths.",
        "Nobody died in the crush at Hallavik, Inspector Siv Dale said. Hallavik lies by Nordmo.",
        "Ingen døde i Hallavik, sier Siv Dale i politiet på Nordmo.",
    )
    languages = ("en", "en", "en", "nb")
    readings = [
        document(text, language, f"{number}.txt")
        for number, (text, language) in enumerate(zip(texts, languages, strict=True))
    ]
    there, here = ({readings[0].document.id}, {r.document.id for r in readings[2:]})
    homes = {c.id: c.document for r in readings for c in r.claims}
    for question in compare(readings).questions:
        told = {homes[answer.claim] for answer in question.answers}
        assert not told & there or not told & here


@settings(deadline=None)
@given(st.permutations([*CASE, UNRELATED]))
def test_the_order_of_documents_changes_nothing(readings: list[Reading]) -> None:
    expected, found = compare([*CASE, UNRELATED]), compare(readings)
    assert found == expected


@settings(deadline=None)
@given(st.permutations([*CASE, UNRELATED]))
def test_the_stages_alone_do_not_mind_the_order(readings: list[Reading]) -> None:
    expected = compare([*CASE, UNRELATED])
    assert answers_of(group(readings, expected.actors)) == answers_of(expected.questions)


def test_an_unrelated_document_changes_no_strong_gap() -> None:
    before, after = compare(CASE), compare([*CASE, UNRELATED])
    assert gap_ids(before.gaps, strong=True)
    assert gap_ids(before.gaps, strong=True) <= gap_ids(after.gaps)


def test_an_unrelated_document_changes_no_gap() -> None:
    before, after = compare(CASE), compare([*CASE, UNRELATED])
    assert gap_ids(before.gaps) <= gap_ids(after.gaps)


def test_an_unrelated_document_answers_none_of_their_questions() -> None:
    own = {claim.id for claim in UNRELATED.claims}
    for answered in answers_of(compare([*CASE, UNRELATED]).questions):
        assert answered <= own or not answered & own


def test_the_same_bytes_under_another_name_are_the_same_document() -> None:
    copy = document(EARLY.document.text, "en", "copy.txt", "2031-05-30")
    assert copy.document.id == EARLY.document.id


def again(reading: Reading, language: str, name: str) -> Reading:
    """Read a document once more as another paper prints it: a line more, a later date."""
    return document(
        f"{reading.document.text}\nTranslated by nobody.\n", language, name, "2031-05-30"
    )


def independent(comparison: Comparison) -> set[frozenset[str]]:
    """Give the roots that a gap holds to agree, as independent voices."""
    roots = {a.claim: a.root for q in comparison.questions for a in q.answers}
    agreeing = [gap for gap in comparison.gaps if gap.relation is Relation.AGREES]
    return {frozenset(roots[claim].split(" [")[0] for claim in gap.claims) for gap in agreeing}


NAMED = document("Nine people drowned, said Ivar Moe of the Harbour Board.", "en", "a.txt")
UNNAMED = document("A driver said that nine people drowned in the harbour.", "en", "a.txt")
TOLD = document("Nine people drowned in the harbour of Olvik.", "en", "a.txt")


def test_a_reprint_adds_no_voice_of_a_named_source() -> None:
    assert independent(compare([NAMED, again(NAMED, "en", "b.txt")])) == set()


@pytest.mark.parametrize("reading", [UNNAMED, TOLD], ids=["unnamed source", "the paper itself"])
def test_a_reprint_adds_no_voice(reading: Reading) -> None:
    assert independent(compare([reading, again(reading, "en", "b.txt")])) == set()


def test_a_reprint_contradicts_nobody_anew() -> None:
    before = compare([EARLY, LATE])
    after = compare([EARLY, LATE, again(EARLY, "en", "again.txt")])
    rivalries = (Relation.CONTRADICTS, Relation.DENIES)

    def sides(comparison: Comparison) -> set[tuple[str, frozenset[str]]]:
        roots = {a.claim: a.root for q in comparison.questions for a in q.answers}
        named = {claim: root.split(" [")[0] for claim, root in roots.items()}
        return {
            (gap.relation, frozenset(named[claim] for claim in gap.claims))
            for gap in comparison.gaps
            if gap.relation in rivalries and not gap.is_weak
        }

    assert sides(before) <= sides(after)


def test_without_a_date_the_questions_stay() -> None:
    undated = [
        replace(r, document=replace(r.document, metadata=replace(r.document.metadata, date=None)))
        for r in CASE
    ]
    assert answers_of(compare(undated).questions) == answers_of(compare(CASE).questions)


def test_one_assertion_makes_one_dispute_of_its_denials() -> None:
    readings = [
        document("The army denied that it had bombed the mill.", "en", "a.md"),
        document("The aid group said the army bombed the mill on Friday.", "en", "b.md"),
        document("The mill was not bombed, said the owner.", "en", "c.md"),
    ]
    comparison = compare(readings)
    (dispute,) = (q for q in comparison.questions if len(q.answers) > 1)
    assert len(dispute.answers) == len(readings)


def test_a_headline_is_left_out_where_its_story_says_the_same() -> None:
    text = "# The army bombed the mill\n\nThe army bombed the mill on Friday, the aid group said."
    readings = [
        document("The army denied that it had bombed the mill.", "en", "a.md"),
        document(text, "en", "b.md"),
    ]
    claims = {c.id: c for r in readings for c in r.claims}
    (dispute,) = (q for q in compare(readings).questions if len(q.answers) > 1)
    assert not any(claims[answer.claim].is_headline for answer in dispute.answers)


def disputes_of(*texts: str) -> list[set[tuple[str, bool]]]:
    """Give the disputes of some documents: in each, the words and whether they say yes."""
    readings = [document(text, "en", f"{number}.txt") for number, text in enumerate(texts)]
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    return [
        {(claims[a.claim].span.text, claims[a.claim].is_affirmed) for a in question.answers}
        for question in compare(readings).questions
        if question.dimension == "yes/no"
    ]


def test_the_no_of_a_document_itself_belongs_to_a_dispute() -> None:
    (dispute,) = disputes_of(
        "Haldane Marine says that the crew was paid.",
        "The union denies that the crew was paid.",
        "The crew had not been paid.",
    )
    assert dispute == {
        ("that the crew was paid", True),
        ("The union denies that the crew was paid", False),
        ("The crew had not been paid.", False),
    }


def test_the_no_of_a_document_itself_opens_a_dispute_with_a_sure_yes_alone() -> None:
    assert disputes_of("Haldane Marine says that the crew was paid.", "The crew had not been paid.")
    assert not disputes_of("The crew was paid.", "The crew had not been paid.")
    assert not disputes_of(
        "Haldane Marine says that the crew was given food and pay.", "The crew had not slept."
    )
