"""The commands that say what belongs together, and add what was missed."""

from __future__ import annotations

from typing import Annotated

import typer

from ordmot.cli.options import (
    DEFAULT_CASE,
    ByOption,
    CaseOption,
    IdArgument,
    IntervalOption,
    JsonOption,
    NoteOption,
    UnitOption,
    VoiceOption,
)


def move(
    account: IdArgument,
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="Its id; without it, one of its own.")
    ] = None,
    note: NoteOption = "",
    by: ByOption = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Let an account answer another question, or one of its own."""
    from ordmot.cli.recording import open_desk, show_entry

    with open_desk(case) as desk:
        target = desk.find(question, "question") if question is not None else None
        entry = desk.book.move_account(desk.find(account, "claim"), target, by=by, note=note)
        show_entry(desk, entry, as_json=as_json)


def merge(
    record: IdArgument,
    others: Annotated[list[str], typer.Argument(metavar="OTHERS", help="Those that go into it.")],
    note: NoteOption = "",
    by: ByOption = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Make one question of several, or one actor of several; the first keeps its name."""
    from ordmot.cli.recording import open_desk, show_entry

    with open_desk(case) as desk:
        first = desk.find(record)
        rest = [desk.find(other) for other in others]
        join = desk.book.merge_actors if desk.is_actor(first) else desk.book.merge_questions
        show_entry(desk, join(first, rest, by=by, note=note), as_json=as_json)


def split(
    record: IdArgument,
    parts: Annotated[
        list[str],
        typer.Argument(metavar="PARTS", help="Accounts of a question, names of an actor."),
    ],
    note: NoteOption = "",
    by: ByOption = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Take some accounts out of a question, or some names out of an actor, into a new one."""
    from ordmot.cli.recording import open_desk, show_entry

    with open_desk(case) as desk:
        whole = desk.find(record)
        if desk.is_actor(whole):
            entry = desk.book.split_actor(whole, parts, by=by, note=note)
        else:
            leaving = [desk.find(part, "claim") for part in parts]
            entry = desk.book.split_question(whole, leaving, by=by, note=note)
        show_entry(desk, entry, as_json=as_json)


def add(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Id of the document.")],
    place: Annotated[
        str, typer.Argument(metavar="START:END", help="Its words, in characters, end excluded.")
    ],
    question: Annotated[str | None, typer.Option(help="Id of the question it answers.")] = None,
    interval: IntervalOption = None,
    unit: UnitOption = None,
    voice: VoiceOption = None,
    note: NoteOption = "",
    by: ByOption = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Add an account that was missed, on words of a document.

    Without an interval the words are measured; where they hold no amount, it is a yes/no account.
    Without a voice it is the document's own, without a question it has one of its own.
    """
    from ordmot.cli.intervals import parse_interval, parse_place
    from ordmot.cli.recording import open_desk, show_entry
    from ordmot.ledger import Edit, cut

    start, end = parse_place(place)
    read = parse_interval(interval) if interval is not None else None
    with open_desk(case) as desk:
        home = desk.ledger.document(desk.find(document, "document"))
        target = desk.find(question, "question") if question is not None else None
        reading = Edit(interval=read, unit=unit, voice=voice)
        words = cut(home.id, home.text, start, end)
        entry = desk.book.add_account(words, target, reading, by=by, note=note)
        show_entry(desk, entry, as_json=as_json)
