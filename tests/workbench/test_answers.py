"""Answers to open questions in the workbench: shown, edited, rejected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ordmot.casebook import Casebook
from ordmot.ledger import Claim, Decision, Metadata, Source
from ordmot.workbench.app import make_app
from ordmot.workbench.guard import Lock
from tests.workbench.conftest import PORT

_OWN = {"origin": f"http://127.0.0.1:{PORT}"}
_TEXTS = (
    "The attack on the bridge in Olvik was carried out by the army, a driver said.",
    "The governor blamed the rebels for the attack on the bridge in Olvik.",
)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Casebook]:
    """Read two papers that tell otherwise who did it."""
    monkeypatch.setenv("ORDMOT_MODEL", "none")
    with Casebook.open(tmp_path / "bridge.ordmot") as opened:
        opened.add_sources(
            [
                Source(
                    name=f"{n}.txt", data=text.encode(), metadata=Metadata(publisher=f"Paper {n}")
                )
                for n, text in enumerate(_TEXTS)
            ]
        )
        yield opened


@pytest.fixture
def client(book: Casebook, lock: Lock) -> Iterator[TestClient]:
    """Come to the server with its link."""
    app = make_app(book, lock, case="bridge.ordmot", person="Tester")
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False) as opened:
        opened.get(lock.link)
        yield opened


def answer_of(book: Casebook, words: str) -> Claim:
    """Find the account with an answer."""
    return next(claim for claim in book.ledger().claims if claim.answer_words == words)


def test_the_question_shows_both_answers(client: TestClient, book: Casebook) -> None:
    question = next(q for q in book.ledger().questions if q.dimension == "who")
    page = client.get(f"/question/{question.id}").text
    assert "Who was behind the attack in Olvik?" in page
    for words in ("army", "rebels"):
        assert f'<span class="amount">{words}</span>' in page
    document = answer_of(book, "army").document
    assert client.get(f"/document/{document}?kind=answers").status_code == 200


def test_an_answer_is_edited_and_the_machine_keeps_its_own(
    client: TestClient, book: Casebook, lock: Lock
) -> None:
    claim = answer_of(book, "army")
    fields = {"form": lock.form, "back": "/queue", "subject": claim.id, "text": "the Dale militia"}
    assert client.post("/edit/account", data=fields, headers=_OWN).status_code == 303
    edited = book.ledger().claim(claim.id)
    assert edited.answer_words == "the Dale militia"
    machine = book.ledger().machine_claim(claim.id)
    assert machine is not None
    assert machine.answer_words == "army"
    assert edited.answer is not None
    assert edited.answer.span.text == "army"


def test_a_rejected_answer_leaves_no_gap(client: TestClient, book: Casebook, lock: Lock) -> None:
    claim = answer_of(book, "army")
    assert any(claim.id in gap.claims for gap in book.ledger().gaps)
    fields = {"form": lock.form, "back": "/queue", "subject": claim.id, "decision": "rejected"}
    assert client.post("/decide", data=fields, headers=_OWN).status_code == 303
    ledger = book.ledger()
    assert ledger.standing(claim.id).decision is Decision.REJECTED
    assert not any(claim.id in gap.claims for gap in ledger.gaps)
