"""The pages of documents: the list, one to read, and its original bytes."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import HTMLResponse, Response

from ordmot.workbench.bench import AtBench
from ordmot.workbench.pages import language_of
from ordmot.workbench.paging import cut_page
from ordmot.workbench.reader import Wish, decode_original, read_leaf

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)

PER_PAGE, MOST_QUESTIONS = 50, 200


class Look(BaseModel):
    """How a document is looked at."""

    at: int = Field(0, ge=0, le=100_000_000)
    voice: str = Field("", max_length=400)
    kind: str = Field("", max_length=20)
    original: bool = False


@router.get("/documents")
def index(request: Request, bench: AtBench, page: int = 1) -> Response:
    """List the documents, those that could not be read, and take more."""
    sheet = bench.desk.look()
    words = sheet.views(language_of(request)).words
    return bench.pages.render(
        request,
        "documents.html.jinja",
        sheet=sheet,
        words=words,
        cut=cut_page(sheet.ledger.readings, page, PER_PAGE),
        query={},
        progress=bench.intake.progress(),
    )


@router.get("/document/{document_id}")
def show(
    request: Request, bench: AtBench, document_id: str, look: Annotated[Look, Query()]
) -> Response:
    """Show a document with its words marked, and beside them what they are used for."""
    sheet = bench.desk.look()
    views = sheet.views(language_of(request))
    reading = sheet.readings[document_id]
    decoded = None
    if look.original:
        decoded = decode_original(reading.document, bench.desk.book.original(document_id))
    wish = Wish(at=look.at, voice=look.voice, kind=look.kind)
    return bench.pages.render(
        request,
        "document.html.jinja",
        sheet=sheet,
        views=views,
        words=views.words,
        document=reading.document,
        reading=reading,
        look=look,
        leaf=read_leaf(reading, views, wish, decoded),
        strong=[row for row in sheet.rows.values() if row.is_strong][:MOST_QUESTIONS],
        query=look.model_dump(exclude_defaults=True),
    )


@router.get("/document/{document_id}/original")
def original(bench: AtBench, document_id: str) -> Response:
    """Give the bytes of a document as they came, to be saved and never shown."""
    data = bench.desk.book.original(document_id)
    name = bench.desk.look().readings[document_id].document.name.rpartition("/")[2]
    return Response(
        data,
        media_type="application/octet-stream",
        headers={"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"},
    )
