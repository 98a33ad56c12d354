"""Who speaks in a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from ordmot.cli.views.accounts import QUIET, STRONG, put
from ordmot.ledger import Actor, Claim, Ledger, Span, Statement


def as_data(ledger: Ledger) -> dict[str, object]:
    """Give the actors with how much each says, for a program."""
    statements, claims = _how_much(ledger)
    return {
        "voices": [
            {"actor": actor, "statements": statements[actor.id], "claims": claims[actor.id]}
            for actor in _ranked(ledger, claims)
        ]
    }


def show(console: Console, ledger: Ledger) -> None:
    """Print each actor with its names, why they are one, and how much it says."""
    statements, claims = _how_much(ledger)
    by_id = {actor.id: actor for actor in ledger.comparison.actors}
    for actor in _ranked(ledger, claims):
        counts = f"{statements[actor.id]} statements, {claims[actor.id]} claims"
        put(console, Text.assemble((actor.name, STRONG), f"  {actor.kind}, {counts}"))
        _show_names(console, actor, by_id)
        put(console, Text(actor.id, QUIET), 2)
    if not by_id:
        console.print("Nobody speaks in this case.")


def _show_names(console: Console, actor: Actor, by_id: Mapping[str, Actor]) -> None:
    """Print what else is known about an actor."""
    if actor.descriptor:
        put(console, Text(actor.descriptor), 2)
    if actor.speaks_for:
        spoken_for = by_id.get(actor.speaks_for)
        put(console, Text(f"speaks for {spoken_for.name if spoken_for else actor.speaks_for}"), 2)
    for merge in actor.merges:
        slip = ", perhaps a slip" if merge.is_slip else ""
        put(console, Text(f"also “{merge.name}”: {merge.reason}{slip}"), 2)


def _ranked(ledger: Ledger, claims: Counter[str]) -> list[Actor]:
    """Order actors by how many claims they make, then by name."""
    return sorted(ledger.comparison.actors, key=lambda actor: (-claims[actor.id], actor.name))


def _how_much(ledger: Ledger) -> tuple[Counter[str], Counter[str]]:
    """Count the statements and the claims of each actor."""
    owners = {span: actor.id for actor in ledger.comparison.actors for span in actor.mentions}
    statements: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    for reading in ledger.readings:
        statements.update(_owners(reading.statements, owners))
        claims.update(_owners(reading.claims, owners))
    return statements, claims


def _owners(
    records: tuple[Statement, ...] | tuple[Claim, ...], owners: Mapping[Span, str]
) -> list[str]:
    """Give the actor of each record whose speaker is one."""
    spans = (record.speaker.span for record in records)
    return [owners[span] for span in spans if span is not None and span in owners]
