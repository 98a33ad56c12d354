"""What a person decides, each one entry of the log."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

from ordmot.errors import CaseError
from ordmot.ledger import Decision
from ordmot.workbench.bench import AtBench, CheckedForm, field_of, go_back

router = APIRouter(tags=["review"], default_response_class=HTMLResponse)

_VERDICTS = (Decision.ACCEPTED, Decision.REJECTED, Decision.UNSURE, Decision.SECOND_READ)


@router.post("/decide")
def decide(bench: AtBench, form: CheckedForm) -> Response:
    """Note what a person decided about a record, and lead on to the next."""
    said = field_of(form, "decision")
    if said not in _VERDICTS:
        known = ", ".join(_VERDICTS)
        raise CaseError(f"There is no decision {said!r}. Choose one of: {known}.")
    bench.desk.book.review(
        field_of(form, "subject"),
        Decision(said),
        by=bench.pages.person,
        note=field_of(form, "note"),
    )
    return go_back(form)
