"""Every decision that a page offers lands in the log, works without scripts, and can be undone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from ordmot.casebook import Casebook
from ordmot.ledger import Decision, Ledger, Relation
from ordmot.workbench.guard import Lock
from tests.workbench.conftest import PORT, SCRIPT

_OWN = {"origin": f"http://127.0.0.1:{PORT}"}
Send = Callable[..., str]


@pytest.fixture
def send(client: TestClient, lock: Lock) -> Send:
    """Send a form of the server's own; give where the answer leads, or what was wrong."""

    def send(path: str, **fields: object) -> str:
        data = {"form": lock.form, "back": "/queue"} | fields
        answer = client.post(path, data=data, headers=_OWN)
        if answer.status_code == 303:
            return answer.headers["location"]
        assert answer.status_code == 400, answer.text
        found = re.search(r"<h1>.*?</h1>\s*<p>(.*?)</p>", answer.text, re.S)
        assert found
        return found[1]

    return send


def _gap(ledger: Ledger) -> str:
    return next(gap for gap in ledger.gaps if not gap.is_weak).id


def _question(ledger: Ledger) -> str:
    gap = next(gap for gap in ledger.gaps if not gap.is_weak and gap.question)
    assert gap.question
    return gap.question


@pytest.mark.parametrize("said", ["accepted", "rejected", "unsure"])
def test_a_verdict_is_noted_and_leads_to_the_next(send: Send, book: Casebook, said: str) -> None:
    gap = _gap(book.ledger())
    where = send("/decide", subject=gap, decision=said, note="on tape", next="gap-1")
    assert where == "/queue#gap-1"
    standing = book.ledger().standing(gap)
    assert (standing.decision, standing.by, standing.note) == (Decision(said), "Tester", "on tape")


def test_what_is_decided_leaves_the_queue_and_can_be_found(
    client: TestClient, send: Send, book: Casebook
) -> None:
    gap = _gap(book.ledger())
    assert f'id="{gap}"' in client.get("/queue").text
    send("/decide", subject=gap, decision="unsure")
    assert f'id="{gap}"' not in client.get("/queue").text
    assert f'id="{gap}"' in client.get("/queue?state=unsure").text
    assert gap in client.get("/log").text


def test_a_decision_is_taken_back_and_taken_again(send: Send, book: Casebook) -> None:
    gap = _gap(book.ledger())
    send("/decide", subject=gap, decision="accepted")
    assert send("/undo") == f"/queue#{gap}"
    assert book.ledger().standing(gap).decision is None
    send("/redo")
    assert book.ledger().standing(gap).decision is Decision.ACCEPTED
    entry = book.log()[0].id
    send("/undo", entry=entry)
    assert book.ledger().standing(gap).decision is None
    assert len(book.log()) == 4


def test_nothing_to_take_back_is_said(send: Send) -> None:
    assert "nothing" in send("/undo")


def test_a_second_reader_is_somebody_else(client: TestClient, send: Send, book: Casebook) -> None:
    gap = _gap(book.ledger())
    send("/decide", subject=gap, decision="accepted")
    assert "second-read" not in client.get(f"/gap/{gap}").text
    assert send("/decide", subject=gap, decision="second-read") != "/queue"
    book.review(gap, Decision.ACCEPTED, by="Somebody")
    assert 'value="second-read"' in client.get(f"/gap/{gap}").text
    assert send("/decide", subject=gap, decision="second-read") == "/queue"
    assert f'id="{gap}"' in client.get("/queue?state=second-read").text


def test_an_account_is_read_differently(send: Send, book: Casebook, client: TestClient) -> None:
    ledger = book.ledger()
    claim = next(c for c in ledger.claims if c.quantity and "240" in c.quantity.span.text)
    where = send(
        "/edit/account", subject=claim.id, low="200", high="", low_open="on", voice="Anne D"
    )
    edited = book.ledger().claim(claim.id)
    assert edited.quantity
    assert str(edited.quantity.interval) == "> 200"
    assert edited.speaker.name == "Anne D"
    page = client.get(where.partition("#")[0]).text
    assert "The machine reads" in page


@pytest.mark.parametrize(("low", "high"), [("many", ""), ("5", "3"), ("nan", ""), ("1e999", "")])
def test_a_number_that_is_none_is_said(send: Send, book: Casebook, low: str, high: str) -> None:
    claim = next(c for c in book.ledger().claims if c.quantity)
    said = send("/edit/account", subject=claim.id, low=low, high=high)
    assert "number" in said or "low end" in said
    assert not book.log()


def test_a_question_gets_other_words_and_a_gap_another_relation(send: Send, book: Casebook) -> None:
    ledger = book.ledger()
    question, gap = _question(ledger), _gap(ledger)
    send("/edit/question", subject=question, text="How full was the ferry?")
    send("/edit/gap", subject=gap, relation="refines")
    assert book.ledger().question(question).text == "How full was the ferry?"
    found = {gap.id: gap for gap in book.ledger().gaps}
    assert found[gap].relation is Relation.REFINES


def test_accounts_leave_and_come_back(send: Send, book: Casebook) -> None:
    ledger = book.ledger()
    question = ledger.question(_question(ledger))
    first, rest = question.answers[0].claim, [a.claim for a in question.answers[1:]]
    alone = send("/split/question", subject=question.id, accounts=[first])
    assert first in alone
    left = alone.removeprefix("/question/").partition("#")[0]
    stayed = next(q.id for q in book.ledger().questions if q.answers[0].claim in rest)
    merged = send("/merge/questions", subject=stayed, others=[left])
    whole = merged.removeprefix("/question/").partition("#")[0]
    assert {a.claim for a in book.ledger().question(whole).answers} == {first, *rest}
    send("/move", subject=first, question="")
    answered = {a.claim for q in book.ledger().questions for a in q.answers if first == a.claim}
    assert answered == {first}


def test_voices_are_merged_and_parted(send: Send, book: Casebook) -> None:
    one, other, *_ = sorted(a.name for a in book.ledger().comparison.actors if " " in a.name)
    ids = {actor.name: actor.id for actor in book.ledger().comparison.actors}
    assert send("/merge/actors", subject=ids[one], others=[other]).startswith("/voice")
    merged = next(a for a in book.ledger().comparison.actors if one in a.names)
    assert other in merged.names
    send("/split/actor", subject=merged.id, names=[other])
    assert any(a.name == other for a in book.ledger().comparison.actors)


def test_a_missed_account_is_added_on_its_words(send: Send, book: Casebook) -> None:
    document = next(d for d in book.ledger().documents if d.name == "avis.txt")
    start = document.text.index("halvfull") if "halvfull" in document.text else 0
    words = document.text[start : start + 11]
    where = send("/account", document=document.id, start=str(start), words=words, low="3", high="5")
    claim = book.ledger().claim(where.removeprefix("/record/"))
    assert claim.span.text == words
    assert claim.quantity
    assert str(claim.quantity.interval) == "3–5"


@pytest.mark.parametrize("words", ["", "words that are not there", " "])
def test_words_that_are_not_there_are_not_added(send: Send, book: Casebook, words: str) -> None:
    document = book.ledger().documents[0]
    assert "/record" not in send("/account", document=document.id, start="", words=words)
    assert not book.log()


def test_a_source_is_graded(send: Send, book: Casebook, client: TestClient) -> None:
    document = book.ledger().documents[0].id
    send("/grade", subject=document, letter="B", number="2")
    assert book.ledger().grade(document) == "B2"
    assert "<strong>B2</strong>" in client.get(f"/document/{document}").text


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/decide", {"subject": "gap-0", "decision": "accepted"}),
        ("/decide", {"subject": "../../x", "decision": "accepted"}),
        ("/decide", {"subject": SCRIPT, "decision": SCRIPT}),
        ("/grade", {"subject": "document-0", "letter": "B", "number": "2"}),
        ("/edit/gap", {"subject": "gap-0", "relation": "loves"}),
        ("/merge/actors", {"subject": "actor-0", "others": ["nobody"]}),
        ("/split/question", {"subject": "question-0"}),
        ("/note", {"subject": "gap-0", "note": "x"}),
        ("/undo", {"entry": "review-0"}),
    ],
)
def test_what_makes_no_sense_is_said_and_not_noted(
    send: Send, book: Casebook, path: str, fields: dict[str, object]
) -> None:
    said = send(path, **fields)
    assert said
    assert "<" not in said
    assert not book.log()
