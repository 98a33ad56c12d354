"""The commands that record what a person says of a record: verdicts, edits, grades, notes."""

from __future__ import annotations

from enum import StrEnum
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
from ordmot.ledger import Relation


class Verdict(StrEnum):
    """What a person can say of any record."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"
    SECOND_READ = "second-read"


def decide(
    record: IdArgument,
    verdict: Annotated[Verdict, typer.Argument(help="What you decided.")],
    note: NoteOption = "",
    by: ByOption = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Record a verdict on a gap, a question, an account or any other record.

    Decisions are added, never changed: the newest one counts, and all are kept, whatever is
    read or read again.
    """
    from ordmot.cli.recording import open_desk, show_entry
    from ordmot.ledger import Decision

    with open_desk(case) as desk:
        entry = desk.book.review(desk.find(record), Decision(verdict), by=by, note=note)
        show_entry(desk, entry, as_json=as_json)


def edit(
    record: IdArgument,
    interval: IntervalOption = None,
    unit: UnitOption = None,
    voice: VoiceOption = None,
    text: Annotated[str | None, typer.Option(help="Words of a question, or an answer.")] = None,
    relation: Annotated[Relation | None, typer.Option(help="Relation of a gap.")] = None,
    note: NoteOption = "",
    by: ByOption = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Read an account, a question or a gap differently; the machine's values stay beside it."""
    from ordmot.cli.intervals import parse_interval
    from ordmot.cli.recording import open_desk, show_entry
    from ordmot.ledger import Edit

    read = parse_interval(interval) if interval is not None else None
    change = Edit(interval=read, unit=unit, voice=voice, text=text, relation=relation)
    with open_desk(case) as desk:
        entry = desk.book.edit(desk.find(record), change, by=by, note=note)
        show_entry(desk, entry, as_json=as_json)


def grade(
    record: IdArgument,
    grade: Annotated[str, typer.Argument(metavar="GRADE", help="A to F and 1 to 6, as in B2.")],
    note: NoteOption = "",
    by: ByOption = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Grade a document, an actor or an account on the Admiralty scale; F6 until you do."""
    from ordmot.cli.recording import open_desk, show_entry

    with open_desk(case) as desk:
        entry = desk.book.grade(desk.find(record), grade.upper(), by=by, note=note)
        show_entry(desk, entry, as_json=as_json)


def note(
    record: IdArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What you have to say.")],
    by: ByOption = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Say something about a record, whatever its verdict."""
    from ordmot.cli.recording import open_desk, show_entry

    with open_desk(case) as desk:
        entry = desk.book.note(desk.find(record), text, by=by)
        show_entry(desk, entry, as_json=as_json)
