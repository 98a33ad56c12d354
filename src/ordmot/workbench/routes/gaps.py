"""The first page: the questions, the one with the widest gap first, and what filters them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import HTMLResponse, Response

from ordmot.casebook.views import Views
from ordmot.ledger import Decision
from ordmot.workbench.bench import AtBench
from ordmot.workbench.choices import count_rows, list_choices
from ordmot.workbench.desk import OPEN, Sheet
from ordmot.workbench.items import show_items
from ordmot.workbench.pages import language_of
from ordmot.workbench.paging import cut_page
from ordmot.workbench.rows import Filter, Row

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)

PER_PAGE = 20
_STATES = tuple(
    decision.value
    for decision in (
        Decision.ACCEPTED,
        Decision.EDITED,
        Decision.REJECTED,
        Decision.UNSURE,
        Decision.SECOND_READ,
    )
)


class Asked(BaseModel):
    """The fields of the form that filters questions."""

    q: str = Field("", max_length=200)
    voice: str = Field("", max_length=80)
    language: str = Field("", max_length=8)
    place: str = Field("", max_length=200)
    since: str = Field("", max_length=10)
    until: str = Field("", max_length=10)
    relation: str = Field("", max_length=40)
    state: str = Field("", max_length=20)
    weak: bool = False
    page: int = Field(1, le=100_000)

    def filter(self) -> Filter:
        """Make the filter; what was decided about is found even where it is folded away."""
        return Filter(
            words=self.q,
            voice=self.voice,
            language=self.language,
            place=self.place,
            since=self.since,
            until=self.until,
            relation=self.relation,
            state=self.state,
            with_weak=self.weak or self.state not in ("", OPEN),
        )


@router.get("/")
def gaps(request: Request, bench: AtBench, asked: Annotated[Asked, Query()]) -> Response:
    """Show the questions on which accounts part, the one with the widest gap first."""
    sheet = bench.desk.look()
    views = sheet.views(language_of(request))
    cut = cut_page(find_rows(sheet, asked.filter(), views), asked.page, PER_PAGE)
    return bench.pages.render(
        request,
        "gaps.html.jinja",
        sheet=sheet,
        views=views,
        words=views.words,
        cut=cut,
        items=show_items(cut.entries, sheet, views),
        asked=asked,
        query=asked.model_dump(exclude_defaults=True, exclude={"page"}),
        choices=list_choices(sheet),
        counts=count_rows(sheet.rows.values()),
        states=(OPEN, *_STATES),
    )


def find_rows(sheet: Sheet, wanted: Filter, views: Views) -> list[Row]:
    """Find the rows that a filter asks for, in their order."""
    return [
        row
        for row in sheet.rows.values()
        if wanted.fits(row, views.asked(row.question).text if wanted.words else "")
        and (not wanted.state or _state(row, sheet) == wanted.state)
    ]


def _state(row: Row, sheet: Sheet) -> str:
    """Tell what was decided about the strongest gap of a row."""
    return sheet.state_of(row.gaps[0].id)
