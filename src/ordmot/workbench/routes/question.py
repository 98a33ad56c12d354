"""The page of one question: every account beside its words, and how they stand to one another."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from ordmot.casebook.pictures import draw_of_question, say_pictures
from ordmot.casebook.views import Views
from ordmot.ledger import Gap, Question, Relation
from ordmot.workbench.bench import AtBench
from ordmot.workbench.desk import Sheet
from ordmot.workbench.finding import find_like
from ordmot.workbench.items import Item, show_gaps
from ordmot.workbench.matrix import in_time, make_matrix
from ordmot.workbench.pages import language_of

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)

_MANY = 12
"""Relations shown at once; the others are folded away."""


@router.get("/question/{question_id}")
def show(request: Request, bench: AtBench, question_id: str) -> Response:
    """Show a question: the accounts, the number line, the matrix, the relations."""
    sheet = bench.desk.look()
    views = sheet.views(language_of(request))
    view = views.question(question_id)
    items = show_gaps(sheet.rows[question_id].gaps, sheet, views)
    strong = [item for item in items if not item.gap.is_weak]
    return bench.pages.render(
        request,
        "question.html.jinja",
        sheet=sheet,
        views=views,
        words=views.words,
        view=view,
        pictures=say_pictures(views, question_id),
        matrix=make_matrix(view.accounts),
        timed=in_time(view.accounts),
        first=strong[:_MANY],
        more=strong[_MANY:],
        weak=[item for item in items if item.gap.is_weak],
        sums=_beyond(sheet, view.question, views),
        candidates=find_like(sheet, view.question),
        relations=tuple(Relation),
        neighbours=_neighbours(sheet, question_id),
    )


@router.get("/question/{question_id}/{name}.svg", response_class=Response)
def picture(request: Request, bench: AtBench, question_id: str, name: str) -> Response:
    """Draw a picture of a question: `amounts`, `amounts-narrow` or `positions`."""
    views = bench.desk.look().views(language_of(request))
    return Response(draw_of_question(views, question_id, name), media_type="image/svg+xml")


def _beyond(sheet: Sheet, question: Question, views: Views) -> tuple[Item, ...]:
    """Find the sums and other relations that reach beyond the question."""
    found: dict[str, Gap] = {}
    for answer in question.answers:
        for gap in sheet.gaps_of.get(answer.claim, ()):
            if gap.question != question.id:
                found[gap.id] = gap
    return show_gaps(tuple(found.values()), sheet, views)


def _neighbours(sheet: Sheet, question_id: str) -> tuple[str | None, str | None]:
    """Give the questions before and after, among those with a gap that is not folded away."""
    strong = [row.question.id for row in sheet.rows.values() if row.is_strong]
    if question_id not in strong:
        return None, strong[0] if strong else None
    place = strong.index(question_id)
    before = strong[place - 1] if place else None
    return before, strong[place + 1] if place + 1 < len(strong) else None
