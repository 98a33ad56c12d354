"""Giving the case out: every format that the casebook writes, to be saved."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from ordmot.workbench.bench import AtBench
from ordmot.workbench.pages import language_of

router = APIRouter(tags=["export"], default_response_class=HTMLResponse)

_FOR_PEOPLE = ("html", "pdf", "xlsx", "bundle", "csv", "pictures")
"""The formats that people open themselves; they come first, the others are for programs."""

_ENDINGS = {
    "schema-org": "jsonld",
    "annotations": "jsonld",
    "ftm": "ftm.jsonl",
    "bundle": "zip",
    "pictures": "zip",
}
"""How the file of a format ends, where not by the format's own name."""


@router.get("/export")
def index(request: Request, bench: AtBench) -> Response:
    """List the formats, and what may be left out."""
    sheet = bench.desk.look()
    known = bench.desk.book.formats()
    first = [name for name in _FOR_PEOPLE if name in known]
    return bench.pages.render(
        request,
        "export.html.jinja",
        sheet=sheet,
        words=sheet.views(language_of(request)).words,
        formats=[*first, *(name for name in known if name not in first)],
    )


@router.get("/export/file")
def save(
    request: Request,
    bench: AtBench,
    format: Annotated[str, Query(max_length=40)],  # noqa: A002 - the word for it
    without: Annotated[list[str] | None, Query(max_length=400)] = None,
) -> Response:
    """Give the case as a file of one format, to be saved; `without` leaves voices out."""
    left_out = [name for name in without or () if name.strip()]
    data = bench.desk.book.export(format, language=language_of(request), without=left_out)
    stem = PurePath(bench.pages.case).stem
    ending = _ENDINGS.get(format, format)
    safe = "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in stem)
    name = f"{safe.encode('ascii', 'replace').decode().replace('?', '-')}.{ending}"
    return Response(
        data,
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )
