"""An account as a reader sees it: who, in which words, read as what, where."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from ordmot.cli.terminal import visible
from ordmot.ledger import (
    Claim,
    Document,
    Gap,
    Ledger,
    Modality,
    Quantity,
    QuantityKind,
    Relation,
    Size,
    format_day,
    format_number,
)
from ordmot.lexicon import read_data

QUIET = "dim"
STRONG = "bold"
WORDS = "cyan"
_APART = frozenset(Relation) - {
    Relation.AGREES,
    Relation.REFINES,
    Relation.SUBSET,
    Relation.SUMS_TO,
}
# Of the others it says nothing how far the figures are apart: both sides can be right.
_NARROWEST = 20  # columns for words, however deep the indent


def put(console: Console, text: Text, indent: int = 0) -> None:
    """Print text, wrapped lines under one another at the indent."""
    text.plain = visible(text.plain)
    for line in text.wrap(console, max(console.width - indent, _NARROWEST)):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line), soft_wrap=True)


def who_of(claim: Claim) -> str:
    """Write the voice chain, the document first: `Havna > Kari Vik`.

    A voice that only the sentence before names stands in brackets.
    """
    chain = " > ".join(voice.name or "source not named" for voice in claim.voices)
    return f"{chain} (continuing {claim.root})" if claim.root is not None else chain


def reading_of(claim: Claim) -> str:
    """Write how the words are read: the interval with its unit, an answer, or yes and no."""
    read = _answer_of(claim) if claim.quantity is None else amount_of(claim.quantity)
    if claim.modality is Modality.ASSERTED:
        return read
    return f"{read}, {claim.modality}"


def _answer_of(claim: Claim) -> str:
    """Write what is answered to who, with what or from where; otherwise yes or no."""
    if claim.answer_words:
        return f"{claim.asked}: {'' if claim.is_affirmed else 'not '}{claim.answer_words}"
    return "yes" if claim.is_affirmed else "no"


def amount_of(quantity: Quantity) -> str:
    """Write an interval with its unit, `?` where the words set no end; a time of day as `05:12`.

    A date is written as its day, or its first and its last: `2023-07-01–2023-07-31`.
    """
    write = {QuantityKind.TIME_OF_DAY: _clock, QuantityKind.DATE: format_day}.get(quantity.kind)
    if write is not None:
        ends = (quantity.interval.low, quantity.interval.high)
        return "–".join(dict.fromkeys("?" if end is None else write(end) for end in ends))
    return f"{quantity.interval} {unit_of(quantity.unit, quantity.interval.middle)}".strip()


def _clock(hours: float) -> str:
    """Write hours of the day.

    >>> _clock(5.2)
    '05:12'
    """
    minutes = round(hours * 60)
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def unit_of(unit: str | None, value: float | None) -> str:
    """Write a unit in English: `hours`, `km²`, `NOK`; `%` for percent."""
    if unit is None or unit == "percent":
        return "%" if unit else ""
    names = read_data("en", "units").get("names", {}).get(unit, [unit.replace("_", " ")])
    return str(names[0] if value == 1 else names[:2][-1])  # the plural stands second


def account_lines(console: Console, claim: Claim, document: Document, indent: int) -> None:
    """Print an account: the words, how they are read and who says them, in which document."""
    words = Text.assemble((f"“{_on_one_line(claim.span.text)}”", WORDS), f" ({reading_of(claim)})")
    put(console, words, indent)
    line = Text.assemble(who_of(claim))
    if document.name not in who_of(claim):
        line.append(f" · {document.name}", QUIET)
    put(console, line, indent + 2)


def _on_one_line(words: str) -> str:
    """Write words that run over a line break on one line."""
    return " ".join(words.split())


def relation_of(gap: Gap) -> str:
    """Write a relation with its size: `contradicts, 62.5 times apart`."""
    size = size_of(gap.size) if gap.size and gap.relation in _APART else ""
    hint = " (a hint: arithmetic suggests it, nobody said it)" if gap.is_hint else ""
    return f"{gap.relation}{', ' if size else ''}{size}{hint}"


def size_of(size: Size) -> str:
    """Write how far apart accounts are, by the nearest ends where these are known."""
    if size.nearest_ratio is not None:
        return f"{format_number(_rounded(size.nearest_ratio))} times apart"
    if size.difference is not None:
        unit = unit_of(size.unit, size.difference)
        return " ".join([format_number(size.difference), unit, "apart"]).replace("  ", " ")
    return ""


def _rounded(ratio: float) -> float:
    """Keep one decimal of a small ratio and none of a large one."""
    return round(ratio, 1 if ratio < 10 else 0)


def decision_on(ledger: Ledger, record_id: str) -> str:
    """Write the verdict in force on a record, who read it second and its notes; else nothing."""
    standing = ledger.standing(record_id)
    said = [f"noted by {entry.by}: {entry.note}" for entry in standing.notes]
    if standing.decision is None:
        return "; ".join(said)
    note = f": {standing.note}" if standing.note else ""
    earlier = " (about an earlier version)" if standing.is_earlier else ""
    verdict = f"{standing.decision} by {standing.by}{note}{earlier}"
    readers = [f"second read by {name}" for name in standing.second_readers]
    return "; ".join([verdict, *readers, *said])


def _interval_as_data(quantity: Quantity) -> object:
    """Give an interval for a program, that of a date with days for its ends."""
    if quantity.kind is not QuantityKind.DATE:
        return quantity.interval
    ends = {"low": quantity.interval.low, "high": quantity.interval.high}
    return {name: None if end is None else format_day(end) for name, end in ends.items()}


def account_as_data(ledger: Ledger, claim: Claim) -> dict[str, object]:
    """Give an account for a program: the claim with its document's name and its chain.

    `machine` is what the machine read, where a person reads it otherwise.
    """
    document = ledger.document(claim.document)
    machine = ledger.machine_claim(claim.id)
    return {
        "claim": claim.id,
        "document": document.id,
        "name": document.name,
        "publisher": document.metadata.publisher,
        "date": document.metadata.date,
        "who": [voice.name for voice in claim.voices],
        "words": claim.span,
        "sentence": claim.sentence,
        "interval": _interval_as_data(claim.quantity) if claim.quantity else None,
        "unit": claim.quantity.unit if claim.quantity else None,
        "hedge": claim.quantity.hedge if claim.quantity else None,
        "asked": claim.asked,
        "answer": claim.answer,
        "is_affirmed": claim.is_affirmed,
        "modality": claim.modality,
        "decision": decision_on(ledger, claim.id) or None,
        "machine": None if machine == claim else machine,
    }
