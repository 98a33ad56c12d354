"""Finding things: the search over everything, the places, and the order of time."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from ordmot.workbench.bench import AtBench
from ordmot.workbench.finding import find_documents, find_questions, find_voices
from ordmot.workbench.pages import language_of
from ordmot.workbench.paging import cut_page
from ordmot.workbench.places import list_places, show_map
from ordmot.workbench.times import list_days

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)

PLACES = 100
"""Places on one page, and on its map."""

_DAYS = 7  # of a large case, a week holds some hundred accounts


@router.get("/search")
def search(request: Request, bench: AtBench, q: str = Query("", max_length=200)) -> Response:
    """Search the questions, the voices and the text of every document."""
    sheet = bench.desk.look()
    views = sheet.views(language_of(request))
    return bench.pages.render(
        request,
        "search.html.jinja",
        sheet=sheet,
        views=views,
        words=views.words,
        q=q,
        questions=find_questions(sheet, q, views),
        voices=find_voices(sheet, q),
        documents=find_documents(sheet, q),
    )


@router.get("/places")
def places(request: Request, bench: AtBench, page: int = 1) -> Response:
    """Show the places that accounts name on a map, where it can be told where they are."""
    sheet = bench.desk.look()
    views = sheet.views(language_of(request))
    cut = cut_page(list_places(sheet), page, PLACES)
    return bench.pages.render(
        request,
        "places.html.jinja",
        sheet=sheet,
        views=views,
        words=views.words,
        cut=cut,
        query={},
        map=show_map(cut.entries, sheet, views.words),
    )


@router.get("/timeline")
def timeline(request: Request, bench: AtBench, page: int = 1) -> Response:
    """Show the documents and their rival accounts day by day."""
    sheet = bench.desk.look()
    views = sheet.views(language_of(request))
    return bench.pages.render(
        request,
        "timeline.html.jinja",
        sheet=sheet,
        views=views,
        words=views.words,
        cut=cut_page(list_days(sheet), page, _DAYS),
        query={},
    )
