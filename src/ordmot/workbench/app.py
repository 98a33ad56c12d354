"""The application: its routes, its guard, and what a reader sees when something is wrong."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from threading import Thread

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from ordmot import __version__
from ordmot.casebook import Casebook
from ordmot.errors import OrdmotError
from ordmot.workbench.bench import Bench, bench_of
from ordmot.workbench.choices import list_choices
from ordmot.workbench.desk import Desk, Sheet
from ordmot.workbench.guard import Guard, Lock
from ordmot.workbench.intake import Intake
from ordmot.workbench.languages import list_languages
from ordmot.workbench.pages import Pages
from ordmot.workbench.routes import ROUTERS

_FIRST = 50


def make_app(book: Casebook, lock: Lock, *, case: str, person: str) -> FastAPI:
    """Make the application of an open case; `person` is whose decisions it records."""
    # Its own pages of documentation load scripts from another server; ours stand in `about`.
    app = FastAPI(title="Ordmot", version=__version__, docs_url=None, redoc_url=None)
    app.openapi_url = None
    pages = Pages(lock=lock, case=case, person=person)
    pages.prepare()
    desk = Desk(book)
    _look_ahead(desk.look())
    Thread(target=desk.prepare, name="preparing", daemon=True).start()
    app.state.bench = Bench(desk=desk, intake=Intake(book), pages=pages, lock=lock)
    for router in ROUTERS:
        app.include_router(router)
    static = Path(str(resources.files("ordmot.workbench") / "static"))
    app.mount("/static", StaticFiles(directory=static), name="static")
    app.add_exception_handler(HTTPException, _show_refusal)
    app.add_exception_handler(RequestValidationError, _show_refusal)
    app.add_exception_handler(OrdmotError, _show_problem)
    app.add_exception_handler(KeyError, _show_missing)
    app.add_middleware(Guard, lock=lock)
    return app


def _look_ahead(sheet: Sheet) -> None:
    """Work out while the case is opened what the first page would else have to wait for."""
    list_choices(sheet)
    first = [row.question for row in sheet.rows.values()][:_FIRST]
    for language in list_languages():
        for question in first:
            sheet.views(language).asked(question)


def _show_refusal(request: Request, error: Exception) -> Response:
    """Show that a page is not there, or why a form was turned away."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    problem = "" if status == 404 else str(getattr(error, "detail", ""))
    return bench_of(request).pages.render(
        request, "problem.html.jinja", status=status, problem=problem
    )


def _show_problem(request: Request, error: Exception) -> Response:
    """Show what was wrong and what to do, in the words of the error."""
    return bench_of(request).pages.render(
        request, "problem.html.jinja", status=400, problem=str(error)
    )


def _show_missing(request: Request, _error: Exception) -> Response:
    """Show that the case has no such record."""
    return bench_of(request).pages.render(request, "problem.html.jinja", status=404, problem="")
