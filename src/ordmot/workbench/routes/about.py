"""Opening the workbench, its language, its keys, and what a program needs to know of it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)

from ordmot.casebook.views import read_style
from ordmot.workbench.bench import AtBench, CheckedForm, field_of, go_back
from ordmot.workbench.guard import OPENING
from ordmot.workbench.languages import list_languages
from ordmot.workbench.pages import LANGUAGE_COOKIE

router = APIRouter(tags=["about"], default_response_class=HTMLResponse)

_YEAR = 365 * 24 * 3600


@router.get(OPENING)
def open_link(bench: AtBench, token: str = "") -> Response:
    """Exchange the token of the opening link for a cookie, and lead to the first page."""
    if not bench.lock.opens(token):
        return PlainTextResponse("Open the link that `ordmot serve` printed.", 401)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(
        bench.lock.cookie, bench.lock.session, httponly=True, samesite="strict", path="/"
    )
    return answer


@router.post("/language")
def choose(form: CheckedForm) -> Response:
    """Keep the language that the reader chose."""
    answer = go_back(form)
    chosen = field_of(form, "language")
    if chosen in list_languages():
        answer.set_cookie(
            LANGUAGE_COOKIE, chosen, max_age=_YEAR, httponly=True, samesite="strict", path="/"
        )
    return answer


@router.get("/help")
def show_help(request: Request, bench: AtBench) -> Response:
    """Show the keys and what the signs mean."""
    return bench.pages.render(request, "help.html.jinja", views=bench.desk.look().views())


@router.get("/static/report.css", include_in_schema=False)
def style() -> Response:
    """Give the style sheet that draws the pictures."""
    return Response(read_style(), media_type="text/css")


@router.get("/openapi.json", include_in_schema=False)
def describe(request: Request) -> Response:
    """Give the routes as OpenAPI."""
    return JSONResponse(request.app.openapi())


@router.get("/docs", include_in_schema=False)
def documentation(request: Request, bench: AtBench) -> Response:
    """Show the routes as a page; nothing is loaded from elsewhere."""
    return bench.pages.render(request, "docs.html.jinja", described=request.app.openapi())
