"""The commands about the log itself: see it, take an entry back, bring a case with its log in."""

from __future__ import annotations

from typing import Annotated

import typer

from ordmot.cli.options import DEFAULT_CASE, ByOption, CaseOption, JsonOption, NoteOption


def undo(
    entry: Annotated[
        str | None, typer.Argument(metavar="ENTRY", help="Id of the entry; else your newest.")
    ] = None,
    note: NoteOption = "",
    by: ByOption = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Take a decision back: your newest one, or any entry of the log.

    Both stay in the log. An undo is an entry like any other and can be taken back itself.
    """
    from ordmot.cli.recording import open_desk, show_entry

    with open_desk(case) as desk:
        taken = desk.find_entry(entry) if entry is not None else None
        show_entry(desk, desk.book.undo(taken, by=by, note=note), as_json=as_json)


def redo(by: ByOption = None, case: CaseOption = DEFAULT_CASE, as_json: JsonOption = False) -> None:
    """Take back your newest undo."""
    from ordmot.cli.recording import open_desk, show_entry

    with open_desk(case) as desk:
        show_entry(desk, desk.book.redo(by=by), as_json=as_json)


def log(case: CaseOption = DEFAULT_CASE, as_json: JsonOption = False) -> None:
    """Show every decision with who, when and why, and those whose record is gone.

    The seal at its end stands for the whole log: a log that was cut short or written anew has
    another one.
    """
    from ordmot.cli.recording import open_desk
    from ordmot.cli.terminal import make_console, print_json
    from ordmot.cli.views import log as view

    with open_desk(case) as desk:
        ledger = desk.ledger
    if as_json:
        print_json(view.as_data(ledger))
    else:
        view.show(make_console(), ledger)
