"""Questions as a reader meets them: whole sentences, built only from what the accounts share."""

import re
import tomllib
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.ledger import Claim, Hedge, Modality, Quantity, QuantityKind, Span, Term
from ordmot.lexicon import is_kind_of, read_data
from ordmot.lexicon.concepts import concepts
from ordmot.questions.wording import LONGEST, word_question, word_scope
from tests.making import make_claim, make_term, point
from tests.questions.case import compare, document

CASES = Path(__file__).parent.parent / "cases" / "questions"
MARK = re.compile(r"\{(?P<role>\w+)(?::(?P<concept>[^|}]+))?\|(?P<words>[^}]+)\}")
Marks = dict[str, list[tuple[str, Span]]]


def cases(language: str) -> list[Any]:
    found = tomllib.loads((CASES / f"{language}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, language, id=case["expected"]) for case in found]


@pytest.mark.parametrize(("case", "language"), [*cases("en"), *cases("nb")])
def test_a_question_reads_as_written(case: dict[str, Any], language: str) -> None:
    if "texts" in case:
        names = [f"Paper {number}" for number in range(len(case["texts"]))]
        readings = [
            document(*pair)
            for pair in zip(case["texts"], [language] * len(names), names, strict=True)
        ]
        texts = [question.text for question in compare(readings).questions]
        assert case["expected"] in texts
    else:
        claims = [claim_of(case, number, language) for number in range(len(case["accounts"]))]
        assert word_question(claims) == case["expected"]


def claim_of(case: dict[str, Any], number: int, language: str) -> Claim:
    """Make the claim of one account of a case."""
    name = f"{number}.txt"
    sentence, marks = marked(case["accounts"][number], name)
    terms = {
        role: tuple(Term(concept=concept, span=span) for concept, span in spans)
        for role, spans in marks.items()
    }
    whole = Span(document=name, start=0, end=len(sentence), text=sentence)
    return replace(
        make_claim(point(1)),
        span=whole,
        sentence=whole,
        language=case.get("languages", [language] * 9)[number],
        quantity=quantity_of(marks, sentence, case),
        counted=terms.get("c", (None,))[0],
        predicate=terms.get("p", (None,))[0],
        restrictors=terms.get("r", ()),
        participants=terms.get("a", ()),
        places=terms.get("n", ()),
        modality=Modality(case.get("modality", "asserted")),
        is_affirmed=number not in case.get("denied", ()),
    )


def marked(account: str, name: str) -> tuple[str, Marks]:
    """Read marked words: the plain sentence, and for each role its concepts and spans."""
    sentence, last = "", 0
    marks: Marks = defaultdict(list)
    for mark in MARK.finditer(account):
        sentence += account[last : mark.start()]
        start, words = len(sentence), mark["words"]
        span = Span(document=name, start=start, end=start + len(words), text=words)
        concept, *narrowing = (mark["concept"] or "").split("+")
        marks[mark["role"]].append((concept, span))
        marks["r"] += [(trait, span) for trait in narrowing]
        sentence += words
        last = mark.end()
    return sentence + account[last:], marks


def quantity_of(marks: Marks, sentence: str, case: dict[str, Any]) -> Quantity | None:
    """Make the amount; what it counts runs from it to the counted word."""
    if "q" not in marks:
        return None
    amount = marks["q"][0][1]
    counted = marks["c"][0][1].end if marks["c"] else 0
    words = sentence[amount.end + 1 : counted]
    start = amount.end + 1
    phrase = Span(document=amount.document, start=start, end=start + len(words), text=words)
    return Quantity(
        span=amount,
        kind=QuantityKind.AMOUNT,
        interval=point(1 if case.get("is_one") else 40),
        stated=(1,) if case.get("is_one") else (40,),
        hedge=Hedge.EXACT,
        dimension=case.get("dimension", "count"),
        per=marks["per"][0][1] if marks["per"] else None,
        counted=phrase if words else None,
        reason="made by hand",
    )


CONCEPTS = st.sampled_from([*sorted(concepts()), "~ferj", "=Skjergrunn", "~part"])
DIMENSIONS = st.sampled_from(
    ["count", "money", "length", "duration", "share", "time_of_day", "date"]
)


@st.composite
def any_claims(draw: st.DrawFn) -> list[Claim]:
    """Make claims of one dimension with whatever words, in whatever language."""
    dimension = draw(DIMENSIONS)
    amount = point(2) if draw(st.booleans()) else None
    return [
        make_claim(
            amount,
            place=100 * number,
            counted=draw(CONCEPTS | st.none()),
            restrictors=draw(st.lists(CONCEPTS, max_size=3)),
            predicate=draw(CONCEPTS | st.none()),
            dimension=dimension,
            language=draw(st.sampled_from(["en", "nb", "nn", "und"])),
            participants=tuple(make_term(c, "a.txt") for c in draw(st.lists(CONCEPTS, max_size=2))),
            modality=draw(st.sampled_from(Modality)),
            is_affirmed=draw(st.booleans()),
        )
        for number in range(draw(st.integers(1, 4)))
    ]


@given(any_claims())
def test_any_claims_give_one_short_line(claims: list[Claim]) -> None:
    text = word_question(claims)
    assert text == " ".join(text.split())
    assert text.endswith("?") or text.startswith(("Disputed", "Omstridt"))
    assert len(text) <= LONGEST
    assert "~" not in text


@given(any_claims().flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_the_order_of_accounts_does_not_change_the_words(orders: tuple[list[Claim], ...]) -> None:
    claims, others = orders
    assert word_question(others) == word_question(claims)


def test_scope_says_places_and_times_commonest_first() -> None:
    claims = [
        make_claim(point(2), places=(make_term("=Skjergrunn", "a.txt"),)),
        make_claim(point(3), places=(make_term("=Lilleholm", "a.txt"),)),
        make_claim(point(4), places=(make_term("=Skjergrunn", "a.txt"),)),
    ]
    assert word_scope(claims) == ("=Skjergrunn", "=Lilleholm")


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_phrase_is_of_an_event_that_the_lexicon_knows(language: str) -> None:
    data = read_data(language, "verb_forms")
    tables = ["done_to", "done_by", "either", "of_weapons", "from_place"]
    named = {event for table in tables for event in data[table]}
    named |= {*data["events"], *data["money"], *data["disputes"], *data["lasting"]["events"]}
    named |= {*data["kinds"]["unowned"]}
    assert {event for event in named if not is_kind_of(event, "event")} == set()


def test_no_event_is_both_done_and_suffered_but_where_grammar_tells() -> None:
    for language in ("en", "nb"):
        data = read_data(language, "verb_forms")
        assert data["done_to"].keys().isdisjoint(data["done_by"])
        assert data["either"].keys().isdisjoint({**data["done_to"], **data["done_by"]})


def test_both_languages_word_the_same_events() -> None:
    english, norwegian = (read_data(language, "verb_forms") for language in ("en", "nb"))
    for table in ("either", "of_weapons", "from_place", "kinds", "money"):
        assert english[table].keys() == norwegian[table].keys()
