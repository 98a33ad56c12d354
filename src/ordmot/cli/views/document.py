"""The documents of a case, and one of them with its accounts marked."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from ordmot.cli.views.accounts import QUIET, STRONG, WORDS, put, reading_of, who_of
from ordmot.ledger import Claim, Document, Ledger, Reading


def list_as_data(ledger: Ledger) -> dict[str, object]:
    """List the documents, and those that could not be read, for a program."""
    return {
        "documents": [_heading_as_data(reading) for reading in ledger.readings],
        "refusals": ledger.refusals,
    }


def _heading_as_data(reading: Reading) -> dict[str, object]:
    """Give what is known about a document and how much was found in it."""
    document = reading.document
    return {
        "id": document.id,
        "name": document.name,
        "metadata": document.metadata,
        "language": document.language,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "statements": len(reading.statements),
        "claims": len(reading.claims),
    }


def as_data(ledger: Ledger, document_id: str) -> Reading:
    """Give a document and all that was found in it for a program."""
    return next(r for r in ledger.readings if r.document.id == document_id)


def show_list(console: Console, ledger: Ledger) -> None:
    """Print the documents and, with their reasons, those that could not be read."""
    for reading in ledger.readings:
        document = reading.document
        put(console, Text.assemble((document.name, STRONG), f"  {_known(document)}"))
        found = f"{len(reading.statements)} statements, {len(reading.claims)} claims"
        put(console, Text(f"{found} · {document.id}", QUIET), 2)
    if ledger.refusals:
        console.print(Text("Could not be read", STRONG))
    for refusal in ledger.refusals:
        put(console, Text(f"{refusal.name}: {refusal.reason}. {refusal.advice}"), 2)
    if not ledger.readings and not ledger.refusals:
        console.print("The case is empty. `ordmot read PATHS` fills it.")


def _known(document: Document) -> str:
    """Write what is known about a document."""
    metadata = document.metadata
    known = (metadata.title, metadata.publisher, metadata.date, metadata.url, document.language)
    return " · ".join(each for each in known if each)


def show(console: Console, ledger: Ledger, document_id: str) -> None:
    """Print a document's text with its accounts marked and listed below."""
    reading = as_data(ledger, document_id)
    document = reading.document
    put(console, Text.assemble((document.name, STRONG), f"  {_known(document)}"))
    put(console, Text(f"{document.media_type}, {document.encoding} · {document.id}", QUIET))
    console.print()
    claims = sorted(reading.claims, key=lambda claim: (claim.span.start, claim.span.end))
    put(console, _marked(document, claims))
    if claims:
        console.print()
        console.print(Text("Accounts", STRONG))
    for number, claim in enumerate(claims, start=1):
        line = f"[{number}] {who_of(claim)}: {reading_of(claim)}"
        put(console, Text.assemble(line, (f"  {claim.id}", QUIET)), 2)


def _marked(document: Document, claims: list[Claim]) -> Text:
    """Write the text with the words of each account marked and its number behind them."""
    text = Text()
    place = 0
    for start, end, numbers in _marks(claims):
        text.append(document.text[place:start])
        text.append(document.text[start:end], WORDS)
        text.append("".join(f"[{number}]" for number in numbers), QUIET)
        place = end
    text.append(document.text[place:])
    return text


def _marks(claims: list[Claim]) -> list[tuple[int, int, list[int]]]:
    """Give the stretches to mark, those that overlap as one, with the numbers of their accounts."""
    marks: list[tuple[int, int, list[int]]] = []
    for number, claim in enumerate(claims, start=1):
        start, end = claim.span.start, claim.span.end
        if marks and start < marks[-1][1]:
            first, last, numbers = marks[-1]
            marks[-1] = (first, max(last, end), [*numbers, number])
        else:
            marks.append((start, end, [number]))
    return marks
