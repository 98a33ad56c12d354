"""The commands that show what the case holds: gaps, question, document, voices."""

from __future__ import annotations

from typing import Annotated

import typer

from ordmot.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LanguageOption


def gaps(
    case: CaseOption = DEFAULT_CASE,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show the weak ones too, which are folded away.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="Show this many.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Show the gaps between accounts, the strongest first, and the checks that were made."""
    from ordmot.casebook import Casebook
    from ordmot.cli.terminal import make_console, print_json
    from ordmot.cli.views import gaps as view

    with Casebook.open(case, must_exist=True) as book:
        ledger = book.ledger()
    if as_json:
        print_json(view.as_data(ledger, show_all=show_all, limit=limit))
    else:
        view.show(make_console(), ledger, show_all=show_all, limit=limit)


def question(
    record: Annotated[str, typer.Argument(metavar="ID", help="Id, or the beginning of it.")],
    case: CaseOption = DEFAULT_CASE,
    chosen: Annotated[
        str | None, typer.Option("--view", metavar="NAME", help="One range view instead.")
    ] = None,
    language: LanguageOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a question: every account with its words, and how they stand to one another.

    The views lowest-and-highest, range, most-conservative and per-source put it in one line.
    """
    from ordmot.casebook import Casebook
    from ordmot.cli.lookup import find_id
    from ordmot.cli.terminal import make_console, print_json
    from ordmot.cli.views import question as view

    with Casebook.open(case, must_exist=True) as book:
        ledger = book.ledger()
    found = ledger.question(find_id(record, (q.id for q in ledger.questions), "question"))
    if chosen is not None:
        range_view = view.view_range(ledger, found, chosen, language)
        if as_json:
            print_json(range_view)
        else:
            view.show_range(make_console(), found, range_view)
    elif as_json:
        print_json(view.as_data(ledger, found))
    else:
        view.show(make_console(), ledger, found)


def document(
    record: Annotated[
        str | None, typer.Argument(metavar="ID", help="Id, or the beginning of it.")
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    original: Annotated[
        bool, typer.Option("--original", help="Write out the original bytes, identical.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show a document with the words of its accounts marked; without ID, list the documents."""
    from ordmot.casebook import Casebook
    from ordmot.cli.lookup import find_id
    from ordmot.cli.terminal import make_console, print_json, write_bytes
    from ordmot.cli.views import document as view

    with Casebook.open(case, must_exist=True) as book:
        ledger = book.ledger()
        found = record and find_id(record, (d.id for d in ledger.documents), "document")
        if found and original:
            write_bytes(book.original(found))
            return
    if as_json:
        print_json(view.as_data(ledger, found) if found else view.list_as_data(ledger))
    elif found:
        view.show(make_console(), ledger, found)
    else:
        view.show_list(make_console(), ledger)


def voices(case: CaseOption = DEFAULT_CASE, as_json: JsonOption = False) -> None:
    """Show who speaks, under which names, and how much."""
    from ordmot.casebook import Casebook
    from ordmot.cli.terminal import make_console, print_json
    from ordmot.cli.views import voices as view

    with Casebook.open(case, must_exist=True) as book:
        ledger = book.ledger()
    if as_json:
        print_json(view.as_data(ledger))
    else:
        view.show(make_console(), ledger)
