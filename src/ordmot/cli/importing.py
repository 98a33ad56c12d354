"""The command that takes edited files back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ordmot.cli.options import DEFAULT_CASE, CaseOption, JsonOption

_LINES = ".jsonl"

if TYPE_CHECKING:
    from ordmot.casebook.taking_back import Change, Returned


def take_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An edited .xlsx, or a .jsonl.")],
    by: Annotated[str | None, typer.Option(help="Your name; else that of your account.")] = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Take an edited spreadsheet back: changed cells become decisions, own columns are kept.

    A file of `export --format jsonl` fills a new case instead, with every record and decision.

    Exit code 0: every change was taken in; 1: some were refused, with the reason.
    """
    from ordmot.casebook import Casebook
    from ordmot.cli.terminal import print_json

    data = _load(file)
    if file.suffix == _LINES:
        _bring_in(data, case, as_json=as_json)
        return
    with Casebook.open(case, must_exist=True) as book:
        returned = book.take_back(data, by=by)
    if as_json:
        print_json(returned)
    else:
        _show(returned, file)
    if returned.refused:
        raise typer.Exit(1)


def _bring_in(data: bytes, case: Path, *, as_json: bool) -> None:
    """Fill a new case with a ledger, and say how much came in."""
    from ordmot.casebook import Casebook
    from ordmot.cli.terminal import make_console, print_json

    with Casebook.open(case) as book:
        ledger = book.import_ledger(data)
    counts = {
        "documents": len(ledger.readings),
        "claims": len([*ledger.claims]),
        "decisions": len(ledger.reviews),
    }
    if as_json:
        print_json(counts)
        return
    said = ", ".join(f"{count} {name}" for name, count in counts.items())
    make_console().print(f"{case}: {said} brought in.", soft_wrap=True)


def _load(file: Path) -> bytes:
    """Load the file; SettingsError if the system does not give it."""
    from ordmot.errors import SettingsError

    try:
        return file.read_bytes()
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}.") from error


def _show(returned: Returned, file: Path) -> None:
    """Print each change, before and after, then what was refused and why."""
    from ordmot.cli.terminal import make_console, visible

    console = make_console()
    for change in returned.taken:
        console.print(visible(f"{change.record}: {_say(change)}"), soft_wrap=True)
    counts = [f"{len(returned.taken)} changes taken in", f"{len(returned.refused)} refused"]
    counts.append(f"{returned.own_cells} own cells kept")
    console.print(f"{file}: {', '.join(counts)}.", soft_wrap=True)
    errors = make_console(is_error=True)
    for change in returned.refused:
        said = f" ({_say(change)})" if change.column else ""
        line = f"Refused {change.record}{said}: {change.problem}"
        errors.print(visible(line), soft_wrap=True)


def _say(change: Change) -> str:
    """Say what stood in a cell and what does now."""
    return f"{change.column}: {change.before or '–'} → {change.after or '–'}"
