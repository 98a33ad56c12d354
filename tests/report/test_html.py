from __future__ import annotations

from dataclasses import replace

import pytest

from ordmot.ledger import (
    Act,
    Answer,
    Claim,
    Comparison,
    Gap,
    Hedge,
    Interval,
    Ledger,
    Metadata,
    Modality,
    Quantity,
    QuantityKind,
    Question,
    Refusal,
    Relation,
    Span,
    Voice,
    VoiceKind,
)
from ordmot.report.case import anchor_of
from ordmot.report.html import render_html
from ordmot.report.marks import readable
from tests.report.invented import ask, gap, make_ledger, open_desk
from tests.report.page import Page

EVIL = "<script>alert(1)</script>\"' onload=x &amp; {{ 7*7 }} \x0b\ud800"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return make_ledger()


@pytest.fixture(scope="module")
def html(ledger: Ledger) -> str:
    return render_html(ledger)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_every_account_links_to_its_words(ledger: Ledger, page: Page) -> None:
    for question in ledger.questions:
        for answer in question.answers:
            assert f"#{anchor_of(answer.claim)}" in page.links
            assert anchor_of(answer.claim) in page.ids


def test_every_inner_link_arrives_and_ids_are_unique(page: Page) -> None:
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_marks_lead_back_to_every_question_of_a_claim(ledger: Ledger, page: Page) -> None:
    back = [given["href"] for tag, given in page.attributes if given.get("class") == "back"]
    expected = [f"#{q.id}" for q in ledger.questions for _ in q.answers]
    assert sorted(back) == sorted(expected)


def test_documents_stand_in_full(ledger: Ledger, page: Page) -> None:
    assert page.texts == [readable(document.text) for document in ledger.documents]


def test_passages_name_their_language(ledger: Ledger, page: Page) -> None:
    languages = [p.language for reading in ledger.readings for p in reading.passages]
    assert page.languages == languages
    assert "en" in languages[:6]


def test_page_is_well_formed_and_loads_nothing(page: Page, html: str) -> None:
    assert page.is_balanced, page.crossed
    assert html.startswith("<!DOCTYPE html>")
    loading = {"script", "img", "link", "iframe", "object", "embed", "video", "audio", "form"}
    assert not loading & set(page.tags)
    assert "url(" not in html
    assert "@import" not in html
    names = {name for _, given in page.attributes for name in given}
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "style"})


def test_a_picture_has_title_and_description_and_a_table_beside_it(page: Page) -> None:
    pictures = [given for tag, given in page.attributes if given.get("role") == "img"]
    assert len(pictures) == 6  # three counted questions that have a gap, wide and narrow
    for given in pictures:
        assert set(given["aria-labelledby"].split()) <= set(page.ids)
    assert page.tags.count("table") >= len(pictures) / 2


def test_language_follows_the_documents_or_the_reader(ledger: Ledger, html: str) -> None:
    assert "<title>Ord mot ord</title>" in html
    assert '<html lang="nb">' in html
    assert "<title>Word against word</title>" in render_html(ledger, "en")
    assert "<title>Ord mot ord</title>" in render_html(ledger, "nn")


def test_strong_questions_stand_open_and_weak_ones_are_folded(ledger: Ledger, html: str) -> None:
    folded = html.index('id="folded"')
    places = {q.text: html.index(f'id="{q.id}"') for q in ledger.questions}
    assert places["Hvor lenge var veien stengt?"] < places["How many people left their homes?"]
    assert places["How many people left their homes?"] < folded
    assert folded < places["How much rock came down?"] < html.index('id="lone"')
    assert places["How many children under two left?"] > html.index('id="lone"')


def test_accounts_of_one_root_and_amount_share_a_letter() -> None:
    ledger = make_echo()
    html = render_html(ledger)
    assert html.count('<td class="cell-letter"><span class="letter">A</span></td>') == 2
    assert "(in 2\u00a0documents)" in html or "(in 2 documents)" in html


def make_echo() -> Ledger:
    readings, claims = [], []
    for name in ("one.txt", "two.txt"):
        desk = open_desk(name, f"{name}: the port master counted 31 boats.", Metadata(), "en")
        desk.cut_passages({})
        voice = desk.voice("the port master", "the port master", VoiceKind.PERSON)
        claims.append(desk.claim("31 boats", desk.amount("31", 31, 31), voice))
        readings.append(desk.reading)
    question = ask("How many boats?", "en", [(claim, "the port master") for claim in claims])
    agree = gap(Relation.AGREES, question, tuple(claims), "One root source.")
    comparison = Comparison(questions=(question,), gaps=(agree,))
    return Ledger(readings=tuple(readings), comparison=comparison)


def test_reviews_stand_beside_what_they_judge(html: str) -> None:
    assert "Godtatt av Inga, 9. november 2033, 10:30: ringt begge" in html


def test_refusals_and_checks_are_on_the_page(html: str) -> None:
    assert "skannet-notat.pdf" in html
    assert "Run text recognition on it" in html
    cover = html[: html.index('id="questions"')]
    assert "1\u00a0kontroll ble gjort, 1\u00a0lot seg ikke gjøre" in cover
    assert "no amounts of money in the documents" in cover


def test_relations_between_questions_are_shown(html: str) -> None:
    assert "Children under two are among the evacuees." in html


def test_same_ledger_same_page(html: str) -> None:
    assert render_html(make_ledger()) == html


def test_an_empty_case_is_a_page() -> None:
    page = Page(render_html(Ledger()))
    assert page.is_balanced
    assert {link[1:] for link in page.links} <= set(page.ids)


def make_evil() -> Ledger:
    text = f"{EVIL}\n\nThey counted 5 boats {EVIL}\x00\x07\ud800 and 9 more."
    metadata = Metadata(title=EVIL, publisher=EVIL, date=EVIL, url="javascript:alert(1)")
    desk = open_desk(EVIL, text, metadata, "en")
    desk.cut_passages({})
    voice = desk.voice("They", EVIL, VoiceKind.GROUP, role=EVIL)
    one = desk.claim(f"5 boats {EVIL}", desk.amount("5", 5, 5, unit=EVIL), voice)
    two = desk.claim("9 more", desk.amount("9", 9, 9), voice)
    question = ask(EVIL, "en", [(one, EVIL), (two, EVIL)], scope=(EVIL,))
    found = gap(Relation.CONTRADICTS, question, (one, two), EVIL)
    refusal = Refusal(name=EVIL, sha256="0", reason=EVIL, advice=EVIL)
    comparison = Comparison(questions=(question,), gaps=(found,))
    return Ledger(readings=(desk.reading,), refusals=(refusal,), comparison=comparison)


def test_script_in_any_field_is_inert() -> None:
    ledger = make_evil()
    html = render_html(ledger)
    page = Page(html)
    assert "script" not in page.tags
    assert page.is_balanced
    assert not {name for _, given in page.attributes for name in given if name.startswith("on")}
    assert not [link for link in page.links if link.startswith("javascript:")]
    assert "{{ 7*7 }}" in html
    assert page.texts == [readable(ledger.documents[0].text)]
    html.encode("utf-8")
    assert not [c for c in html if ord(c) < 32 and c not in "\t\n"]


def test_policy_lets_only_the_own_style_in(page: Page) -> None:
    policy = next(g["content"] for t, g in page.attributes if g.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def make_large(count: int) -> Ledger:
    """Make a case of `count` sentences, each an account of one of `count / 10` questions."""
    sentences = [f"Town {n} lost {n * 7 + 1} boats that night." for n in range(count)]
    desk = open_desk("large.txt", "\n\n".join(sentences), Metadata(), "en")
    desk.cut_passages({})
    claims = [
        claim_at(desk.document.id, passage.span, number)
        for number, passage in enumerate(desk.passages)
    ]
    tens = [claims[start : start + 10] for start in range(0, count, 10)]
    questions = [
        ask(f"How many boats in county {n}?", "en", [(c, c.id) for c in ten])
        for n, ten in enumerate(tens)
    ]
    gaps: list[Gap] = [
        gap(Relation.CONTRADICTS, question, (ten[0], ten[-1]), "far apart")
        for question, ten in zip(questions, tens, strict=True)
    ]
    reading = replace(desk.reading, claims=tuple(claims))
    comparison = Comparison(questions=tuple(questions), gaps=tuple(gaps))
    return Ledger(readings=(reading,), comparison=comparison)


def claim_at(document: str, sentence: Span, number: int) -> Claim:
    words = str(number * 7 + 1)
    start = sentence.start + sentence.text.index("lost ") + 5
    span = Span(document=document, start=start, end=start + len(words), text=words)
    value = float(words)
    quantity = Quantity(
        span=span,
        kind=QuantityKind.AMOUNT,
        interval=Interval(low=value, high=value),
        stated=(value,),
        hedge=Hedge.EXACT,
        dimension="count",
        reason="made by hand",
    )
    return Claim(
        span=sentence,
        sentence=sentence,
        language="en",
        quantity=quantity,
        modality=Modality.ASSERTED,
        act=Act.SAY,
        voices=(Voice(name="large.txt", kind=VoiceKind.DOCUMENT),),
        reason="made by hand",
    )


def test_size_grows_with_the_case_and_no_faster() -> None:
    base, once, twice = (len(render_html(make_large(n))) for n in (10, 210, 410))
    assert 1.7 < (twice - base) / (once - base) < 2.3
    assert (twice - base) / 400 < 4_000  # characters an account, its part of the picture included


def test_a_question_whose_answers_have_other_units_says_what_is_left_out() -> None:
    desk = open_desk("prices.txt", "It cost 90 crowns, or 12 pounds.", Metadata(), "en")
    desk.cut_passages({})
    crowns = desk.claim("90 crowns", desk.amount("90", 90, 90, unit="NOK"))
    pounds = desk.claim("12 pounds", desk.amount("12", 12, 12, unit="GBP"))
    question = Question(
        text="What did it cost?",
        language="en",
        dimension="money",
        unit="NOK",
        concepts=(),
        scope=(),
        answers=tuple(Answer(claim=c.id, score=1.0, reasons=()) for c in (crowns, pounds)),
    )
    found = gap(Relation.REFINES, question, (crowns, pounds), "No rate is given.")
    comparison = Comparison(questions=(question,), gaps=(found,))
    html = render_html(Ledger(readings=(desk.reading,), comparison=comparison))
    assert "its unit cannot be converted: B (12\u00a0GBP)" in html
