"""The page of one gap: why it is one, the whole chain from the words to the relation."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from ordmot.workbench.bench import AtBench
from ordmot.workbench.items import show_gaps
from ordmot.workbench.pages import language_of

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)


@router.get("/gap/{gap_id}")
def explain(request: Request, bench: AtBench, gap_id: str) -> Response:
    """Explain a gap from the words up."""
    sheet = bench.desk.look()
    views = sheet.views(language_of(request))
    (item,) = show_gaps((sheet.gaps[gap_id],), sheet, views)
    return bench.pages.render(
        request,
        "gap.html.jinja",
        sheet=sheet,
        views=views,
        words=views.words,
        item=item,
        explanation=bench.desk.book.explain_shown(item.gap, sheet.ledger, views),
    )
