"""What the pages show, and that what a document says is never more than text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ordmot.casebook import Casebook
from ordmot.casebook.views import Views
from ordmot.ledger import Edit, Source
from ordmot.workbench.app import make_app
from ordmot.workbench.guard import Lock
from ordmot.workbench.intake import Intake
from tests.report.page import Page
from tests.workbench.conftest import PORT, SCRIPT

_OWN = {"origin": f"http://127.0.0.1:{PORT}"}


def _paths(book: Casebook) -> list[str]:
    ledger = book.ledger()
    return [
        "/",
        "/?weak=true",
        "/queue",
        "/queue?weak=true",
        "/documents",
        "/voices",
        "/timeline",
        "/places",
        "/log",
        "/export",
        "/help",
        "/docs",
        "/search?q=ferry",
        *(f"/question/{question.id}" for question in ledger.questions),
        *(f"/document/{document.id}" for document in ledger.documents),
        *(f"/document/{document.id}?original=true" for document in ledger.documents),
        *(f"/voice/{actor.id}" for actor in ledger.comparison.actors),
        *(f"/gap/{gap.id}" for gap in ledger.gaps),
    ]


def test_every_page_is_well_formed_and_safe(client: TestClient, book: Casebook) -> None:
    for path in _paths(book):
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = Page(answer.text.replace("<input ", "<meta ").replace("<link ", "<meta "))
        assert len(page.ids) == len(set(page.ids)), path
        assert page.tags.count("h1") == 1, path
        assert SCRIPT not in answer.text, path
        assert "javascript:" not in "".join(page.links), path
        fields = [given for tag, given in page.attributes if tag == "select" and "id" in given]
        for field in fields:
            assert f'for="{field["id"]}"' in answer.text, path


def test_every_link_of_every_page_leads_somewhere(client: TestClient, book: Casebook) -> None:
    links = {
        link.partition("#")[0]
        for path in _paths(book)
        for link in re.findall(r'<a[^>]* href="(/[^"]*)"', client.get(path).text)
    }
    assert len(links) > 30
    for link in links:
        status = client.get(link.replace("&amp;", "&")).status_code
        assert status in (200, 303), link


def test_the_first_page_ranks_and_filters(client: TestClient, book: Casebook) -> None:
    first = next(gap for gap in book.ledger().gaps if not gap.is_weak and gap.question)
    assert first.question
    text = book.ledger().question(first.question).text
    page = client.get("/").text
    assert text.replace("'", "&#39;") in page
    assert "<svg" in page
    assert "No question fits" in client.get("/?q=zeppelin").text
    assert f'id="{first.id}"' in client.get("/?language=en").text
    assert f'id="{first.id}"' not in client.get("/?language=de").text
    assert f'id="{first.id}"' in client.get(f"/?relation={first.relation}").text
    assert f'id="{first.id}"' not in client.get("/?until=2030-01-01").text
    assert f'id="{first.id}"' in client.get("/?since=2031-05").text


def test_a_document_shows_its_text_whole(client: TestClient, book: Casebook) -> None:
    for document in book.ledger().documents:
        page = client.get(f"/document/{document.id}").text
        blocks = re.findall(r'<p class="text [^>]*data-start="(\d+)">(.*?)</p>', page, re.S)
        assert blocks
        for start, html in blocks:
            shown = Page(f'<div class="text">{html}</div>').texts[0]
            assert document.text[int(start) : int(start) + len(shown)] == shown


def test_the_original_is_saved_and_never_shown(client: TestClient, book: Casebook) -> None:
    document = next(d for d in book.ledger().documents if SCRIPT in d.name)
    answer = client.get(f"/document/{document.id}/original")
    assert answer.content == book.original(document.id)
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert "<" not in answer.headers["content-disposition"]


@pytest.mark.parametrize("format_", ["jsonl", "csv", "html"])
def test_the_case_is_given_out(client: TestClient, format_: str) -> None:
    answer = client.get("/export/file", params={"format": format_})
    assert answer.status_code == 200
    assert f'filename="ferry.{format_}"' in answer.headers["content-disposition"]
    assert len(answer.content) > 500


@pytest.mark.parametrize(
    "path",
    [
        "/question/question-0",
        "/document/..%2f..%2fetc%2fpasswd",
        "/document/../../etc/passwd",
        "/document/x/original",
        "/voice/%00",
        "/gap/%3Cscript%3E",
        "/record/%2e%2e%2fx",
        "/nothing",
        "/?page=0x1",
        "/document/x?at=-1",
    ],
)
def test_what_is_not_there_is_said(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text
    assert "<script>" not in answer.text


def test_an_unknown_format_is_said(client: TestClient) -> None:
    answer = client.get("/export/file", params={"format": "../x"})
    assert answer.status_code == 400
    assert "format" in answer.text


def test_documents_are_added_from_the_page(client: TestClient, lock: Lock, book: Casebook) -> None:
    text = "The ferry carried 17 passengers, the mate Siri Lund said."
    files = [("files", ("../../etc/evil.txt", text.encode()))]
    data = {"form": lock.form, "title": "Night shift", "date": "2031-05-20"}
    answer = client.post("/documents", data=data, files=files, headers=_OWN)
    assert answer.headers["location"] == "/documents?said=added"
    client.app.state.bench.intake.wait()  # type: ignore[attr-defined]
    document = next(d for d in book.ledger().documents if d.text == text)
    assert document.name == "evil.txt"
    assert (document.metadata.title, document.metadata.date) == ("Night shift", "2031-05-20")
    assert "Night shift" in client.get("/documents").text
    now = client.get("/intake").json()
    assert (now["step"], now["read"], now["refused"]) == ("", 1, [])


def test_a_form_without_a_file_is_told(client: TestClient, lock: Lock) -> None:
    answer = client.post("/documents", data={"form": lock.form}, headers=_OWN)
    assert answer.status_code == 400
    assert "No file was chosen" in answer.text


def test_what_cannot_be_read_is_told(book: Casebook) -> None:
    intake = Intake(book)
    intake.take([Source(name="empty.txt", data=b"")])
    intake.wait()
    progress = intake.progress()
    assert progress.is_over
    assert [refusal.name for refusal in progress.refused] == ["empty.txt"]


def test_a_change_by_another_program_is_seen(client: TestClient, case: Path) -> None:
    with Casebook.open(case) as other:
        other.add_sources([Source(name="late.txt", data=b"Ola Vik says 19 boats sank.")])
    assert "late.txt" in client.get("/documents").text


def test_the_openapi_is_there_and_loads_nothing(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert "/decide" in described["paths"]
    page = client.get("/docs").text
    assert "/decide" in page
    assert "cdn" not in page


def test_an_empty_case_has_pages(tmp_path: Path, lock: Lock) -> None:
    with Casebook.open(tmp_path / "new.ordmot") as book:
        app = make_app(book, lock, case="new.ordmot", person="Tester")
        with TestClient(app, base_url=_OWN["origin"], follow_redirects=False) as client:
            client.get(lock.link)
            for path in _paths(book):
                assert client.get(path).status_code == 200, path
            assert "The case is empty" in client.get("/").text


@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_question_shows_the_range_views_in_the_language_of_the_reader(
    client: TestClient, book: Casebook, language: str
) -> None:
    views = Views.of(book.ledger(), language)
    question = next(q for q in book.ledger().questions if len(views.question(q.id).ranges) > 1)
    page = client.get(f"/question/{question.id}", headers={"accept-language": language}).text
    assert views.words.fill("ranges", "heading") in page
    for shown in views.question(question.id).ranges:
        assert f"{shown.title}: {shown.said}".rstrip(": ") in page
        assert shown.meaning in page


@pytest.mark.parametrize("language", ["en", "nb"])
def test_titles_are_in_the_language_of_the_reader_where_words_allow(
    client: TestClient, book: Casebook, language: str
) -> None:
    text = "Ved demningen ble 40 turister evakuert, opplyser politiet."
    book.add_sources([Source(name="demning.txt", data=text.encode())])
    ledger, views = book.ledger(), Views.of(book.ledger(), language)
    other = [q for q in ledger.questions if views.asked(q).text != q.text]
    assert other
    wanted = {"accept-language": language}
    for question in other:
        shown = views.asked(question)
        assert (shown.language, question.language) == (language, {"en": "nb", "nb": "en"}[language])
        page = client.get(f"/question/{question.id}", headers=wanted).text
        assert f'<h1 lang="{language}">{shown.text}</h1>' in page
        assert f'<q lang="{question.language}">{question.text}</q>' in page
        assert f'name="text" value="{question.text}"' in page
        found = client.get("/search", params={"q": shown.text.rstrip("?")}, headers=wanted).text
        assert question.id in found


def test_what_a_person_worded_is_shown_in_their_words(client: TestClient, book: Casebook) -> None:
    views = Views.of(book.ledger(), "nb")
    question = next(q for q in book.ledger().questions if views.asked(q).text != q.text)
    book.edit(question.id, Edit(text="How many were left on the quay?"), by="Siv")
    page = client.get(f"/question/{question.id}", headers={"accept-language": "nb"}).text
    assert '<h1 lang="en">How many were left on the quay?</h1>' in page


def test_the_card_and_the_table_count_alike(client: TestClient, book: Casebook) -> None:
    text = "The ferry carried 240 passengers, harbour master Anne Dale said on Tuesday."
    book.add_sources([Source(name="again.txt", data=text.encode())])
    views = Views.of(book.ledger(), "en")
    question = next(q for q in views.numbers if views.question(q).repeats)
    view = views.question(question)
    said = (
        f"{len(view.printed)}\N{NO-BREAK SPACE}accounts ({len(view.accounts)} rows: "
        f"{view.repeats}\N{NO-BREAK SPACE}repeat"
    )
    page = client.get(f"/question/{question}", headers={"accept-language": "en"}).text
    assert said in page
    assert page.count('<td class="cell-letter">') == len(view.accounts)
    assert said in client.get("/?weak=true", headers={"accept-language": "en"}).text
