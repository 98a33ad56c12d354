"""What became of documents that were given, and what `verify` found."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.text import Text

from ordmot.casebook import Added
from ordmot.cli.terminal import make_console, visible
from ordmot.cli.views.accounts import put
from ordmot.flow import Examination


def show_added(added: Added, case: Path) -> None:
    """Print how many documents were read, how many were there, and each that was refused."""
    console = make_console()
    counts = [f"{len(added.read)} read", f"{len(added.known)} already there"]
    counts.append(f"{len(added.refused)} refused")
    console.print(f"{case}: {', '.join(counts)}.")
    errors = make_console(is_error=True)
    for refusal in added.refused:
        line = f"Refused {refusal.name}: {refusal.reason}. {refusal.advice}"
        errors.print(Text(visible(line)), soft_wrap=True)
    if added.total == 0:
        put(errors, Text("There was no document to read. Hidden files are left out."))
    if added.outdated:
        _show_outdated(console, added.outdated)


def _show_outdated(console: Console, count: int) -> None:
    """Say that an older version read some documents, and what to do."""
    put(console, Text(f"{count} were read by another version: `ordmot read --again` renews them."))


def show_examination(examination: Examination, case: Path) -> None:
    """Print how much was checked, and everything that is not as it was read."""
    console = make_console()
    checked = (
        f"{examination.documents} documents, {examination.records} records, "
        f"{examination.spans} spans checked"
    )
    verdict = f"{len(examination.faults)} faults" if examination.faults else "all as it was read"
    console.print(f"{case}: {checked}: {verdict}.")
    for fault in examination.faults:
        put(console, Text(f"{fault.record}: {fault.problem}"), 2)
