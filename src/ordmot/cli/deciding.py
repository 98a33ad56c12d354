"""The command that records what a person decided."""

from __future__ import annotations

from typing import Annotated

import typer

from ordmot.cli.options import DEFAULT_CASE, CaseOption, JsonOption
from ordmot.ledger import Decision


def decide(
    record: Annotated[str, typer.Argument(metavar="ID", help="Id, or the beginning of it.")],
    decision: Annotated[Decision, typer.Argument(help="What you decided.")],
    note: Annotated[str, typer.Option(help="Why.")] = "",
    by: Annotated[str | None, typer.Option(help="Your name; else that of your account.")] = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Record a decision about a gap, a question, a claim or any other record.

    Decisions are added, never changed: the newest one counts, and all are kept, whatever is
    read or read again.
    """
    from ordmot.casebook import Casebook
    from ordmot.cli.lookup import all_ids, find_id
    from ordmot.cli.terminal import make_console, print_json

    with Casebook.open(case, must_exist=True) as book:
        subject = find_id(record, all_ids(book.ledger()), "record")
        review = book.review(subject, decision, by=by, note=note)
    if as_json:
        print_json(review)
    else:
        make_console().print(f"{subject}: {review.decision} by {review.by}.")
