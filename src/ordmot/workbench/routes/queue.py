"""The review queue and the log: what waits for a decision, and what was decided."""

from __future__ import annotations

from functools import lru_cache

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from ordmot.ledger import Decision, Gap, strength
from ordmot.workbench.bench import AtBench
from ordmot.workbench.desk import OPEN, Sheet
from ordmot.workbench.items import show_gaps
from ordmot.workbench.pages import language_of
from ordmot.workbench.paging import cut_page

router = APIRouter(tags=["review"], default_response_class=HTMLResponse)

PER_PAGE, ENTRIES = 10, 50
_STATES = (OPEN, *(d.value for d in (Decision.UNSURE, Decision.SECOND_READ)))


@router.get("/queue")
def queue(
    request: Request,
    bench: AtBench,
    state: str = Query(OPEN, max_length=20),
    weak: bool = False,
    page: int = 1,
) -> Response:
    """Show the gaps that wait for a decision, the strongest first."""
    sheet = bench.desk.look()
    views = sheet.views(language_of(request))
    waiting = list_waiting(sheet, state, weak)
    cut = cut_page(waiting, page, PER_PAGE)
    return bench.pages.render(
        request,
        "queue.html.jinja",
        sheet=sheet,
        views=views,
        words=views.words,
        cut=cut,
        items=show_gaps(cut.entries, sheet, views),
        state=state,
        states=_STATES,
        weak=weak,
        query={"state": "" if state == OPEN else state, "weak": "true" if weak else ""},
        decided=len(sheet.decided),
    )


@lru_cache(maxsize=2)
def list_waiting(sheet: Sheet, state: str, with_weak: bool) -> list[Gap]:
    """List the gaps in the queue of a state, the strongest first."""
    decided = sheet.decided
    if state == OPEN:
        open_gaps = (gap for gap in sheet.ledger.gaps if gap.id not in decided)
        return [gap for gap in open_gaps if with_weak or not gap.is_weak]
    waiting = (sheet.gaps[gap] for gap, found in decided.items() if found == state)
    return sorted(waiting, key=strength)


@router.get("/log")
def log(request: Request, bench: AtBench, page: int = 1) -> Response:
    """Show every decision, the newest first."""
    sheet = bench.desk.look()
    entries = tuple(reversed(sheet.ledger.reviews))
    return bench.pages.render(
        request,
        "log.html.jinja",
        sheet=sheet,
        words=sheet.views(language_of(request)).words,
        cut=cut_page(entries, page, ENTRIES),
        in_force={entry.id for entry in sheet.ledger.in_force},
        query={},
    )


@router.get("/record/{record_id}")
def find_record(bench: AtBench, record_id: str) -> Response:
    """Lead to the page that shows a record."""
    return RedirectResponse(_page_of(record_id, bench.desk.look()), 303)


def _page_of(record_id: str, sheet: Sheet) -> str:
    """Give the address of the page that shows a record; KeyError if the case has none such."""
    gap = sheet.gaps.get(record_id)
    if gap is not None:
        return f"/question/{gap.question or sheet.question_of(gap.claims[0])}#{gap.id}"
    if record_id in sheet.rows:
        return f"/question/{record_id}"
    if record_id in sheet.readings:
        return f"/document/{record_id}"
    if record_id in sheet.actors:
        return f"/voice/{record_id}"
    claim = sheet.ledger.claim(record_id)
    return f"/document/{claim.document}?at={claim.span.start}#words-{claim.id}"
