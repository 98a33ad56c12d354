"""The log of a case: every decision, who took it, when and why."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from ordmot.cli.terminal import visible
from ordmot.cli.views.accounts import QUIET, STRONG, put
from ordmot.ledger import Decision, Edit, Ledger, Review, in_force


def as_data(ledger: Ledger) -> dict[str, object]:
    """Give the log with what still holds, for a program."""
    return {
        "log": ledger.reviews,
        "in_force": [entry.id for entry in in_force(ledger.reviews)],
        "adrift": [entry.id for entry in ledger.adrift],
        "head": ledger.reviews[-1].seal if ledger.reviews else "",
    }


def show(console: Console, ledger: Ledger) -> None:
    """Print every entry, the oldest first, and the seal of the last."""
    if not ledger.reviews:
        console.print("Nobody has decided anything yet.")
        return
    valid = {entry.id for entry in in_force(ledger.reviews)}
    adrift = {entry.id for entry in ledger.adrift}
    for number, entry in enumerate(ledger.reviews, start=1):
        put(console, _headline(number, entry, is_valid=entry.id in valid))
        for line in _details(ledger, entry, is_adrift=entry.id in adrift):
            put(console, Text(visible(line)), 4)
        put(console, Text(entry.id, QUIET), 4)
    put(console, Text(f"Seal of the log: {ledger.reviews[-1].seal}", QUIET))


def _headline(number: int, entry: Review, *, is_valid: bool) -> Text:
    """Write who decided what, and when."""
    moment = entry.at[:19].replace("T", " ")
    text = Text.assemble(f"{number}. {moment}  ", (f"{entry.decision} by {entry.by}", STRONG))
    return text if is_valid else text.append("  (taken back)", QUIET)


def _details(ledger: Ledger, entry: Review, *, is_adrift: bool) -> Iterator[str]:
    """Write what an entry is about and what it says, a line each."""
    yield f"{entry.subject}{_words(entry)}"
    if entry.decision is not Decision.UNDONE:
        now = ledger.find(entry.about)
        if is_adrift:
            yield "Its record is gone: the words are read otherwise now."
        elif now != entry.subject:
            yield f"About an earlier version of {now}"
    said = [*(other.record for other in entry.others), *entry.names, *_said(entry.edit)]
    if entry.grade:
        said.append(entry.grade)
    if said:
        yield ", ".join(said)
    if entry.note:
        yield entry.note


def _words(entry: Review) -> str:
    """Write the words of an account; a question or gap has those of several."""
    if not entry.subject.startswith("claim-") or not entry.spans:
        return ""
    return f": “{' '.join(entry.spans[-1].text.split())}”"


def _said(edit: Edit | None) -> Iterator[str]:
    """Write what an edit says."""
    if edit is None:
        return
    values = {
        "interval": edit.interval,
        "unit": edit.unit,
        "voice": edit.voice,
        "text": edit.text,
        "relation": edit.relation,
    }
    for name, value in values.items():
        if value is not None:
            yield f"{name} {value or 'none'}"
