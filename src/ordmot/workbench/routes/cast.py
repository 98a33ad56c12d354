"""The pages of the voices: who speaks in the case, and all that one of them says."""

from __future__ import annotations

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, Response

from ordmot.ledger import Actor, Claim, Gap, Relation
from ordmot.workbench.bench import AtBench
from ordmot.workbench.desk import Sheet
from ordmot.workbench.items import show_gaps
from ordmot.workbench.pages import language_of
from ordmot.workbench.paging import cut_page

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)

PER_PAGE, OTHERS = 50, 400
_TURNS = (Relation.CHANGED_POSITION, Relation.UPDATED, Relation.FELL_SHORT)


@router.get("/voices")
def index(
    request: Request, bench: AtBench, q: str = Query("", max_length=200), page: int = 1
) -> Response:
    """List who speaks, those who say most first."""
    sheet = bench.desk.look()
    found = [actor for actor in _by_weight(sheet) if _is_named(actor, q)]
    return bench.pages.render(
        request,
        "voices.html.jinja",
        sheet=sheet,
        words=sheet.views(language_of(request)).words,
        cut=cut_page(found, page, PER_PAGE),
        q=q,
        query={"q": q},
    )


def _is_named(actor: Actor, wanted: str) -> bool:
    """Tell whether one of an actor's names holds what is wanted."""
    return any(wanted.casefold() in name.casefold() for name in actor.names)


def _by_weight(sheet: Sheet) -> list[Actor]:
    """List the actors who say something, those who say most first."""
    said = {
        actor: len(sayings.claims) + len(sayings.statements)
        for actor, sayings in sheet.sayings.items()
    }
    speaking = [actor for actor in sheet.actors.values() if said.get(actor.id)]
    return sorted(speaking, key=lambda actor: (-said[actor.id], actor.name))


@router.get("/voice/{actor_id}")
def show(request: Request, bench: AtBench, actor_id: str, page: int = 1) -> Response:
    """Show all that one voice says, its names, whom it speaks for, and where it changed."""
    sheet = bench.desk.look()
    views = sheet.views(language_of(request))
    actor = sheet.actors[actor_id]
    sayings = sheet.sayings[actor_id]
    claims = sorted(sayings.claims, key=lambda claim: _when(claim, sheet))
    return bench.pages.render(
        request,
        "voice.html.jinja",
        sheet=sheet,
        views=views,
        words=views.words,
        actor=actor,
        chief=sheet.actors.get(actor.speaks_for or ""),
        others=[other for other in _by_weight(sheet) if other.id != actor_id][:OTHERS],
        spokesmen=[a for a in sheet.actors.values() if a.speaks_for == actor.id],
        sayings=sayings,
        turns=show_gaps(_turns(claims, sheet), sheet, views),
        cut=cut_page(claims, page, PER_PAGE),
        query={},
    )


def _when(claim: Claim, sheet: Sheet) -> tuple[str, str, int]:
    """Order what is said by the day it was printed and its place in the text."""
    date = sheet.ledger.document(claim.document).metadata.date or "9999"
    return date, claim.document, claim.span.start


def _turns(claims: list[Claim], sheet: Sheet) -> tuple[Gap, ...]:
    """Find where a voice changed its position, corrected a figure, or fell short of a promise."""
    own = {claim.id for claim in claims}
    found: dict[str, Gap] = {}
    for claim in claims:
        for gap in sheet.gaps_of.get(claim.id, ()):
            if gap.relation in _TURNS and own.issuperset(gap.claims):
                found[gap.id] = gap
    return tuple(found.values())
