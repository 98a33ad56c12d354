"""One question with all its accounts."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from ordmot.cli.views.accounts import (
    QUIET,
    STRONG,
    account_as_data,
    account_lines,
    decision_on,
    put,
    reading_of,
    relation_of,
    who_of,
)
from ordmot.ledger import Answer, Claim, Gap, Ledger, Question
from ordmot.report.case import open_case
from ordmot.report.ranges import RangeView
from ordmot.report.ranges import show_range as make_range
from ordmot.report.words import majority_language, read_words


def as_data(ledger: Ledger, question: Question) -> dict[str, object]:
    """Give a question with its accounts and gaps for a program."""
    return {
        "question": question,
        "accounts": [
            account_as_data(ledger, ledger.claim(answer.claim))
            | {"score": answer.score, "root": answer.root, "reasons": answer.reasons}
            for answer in question.answers
        ],
        "gaps": ledger.gaps_of(question.id),
        "decision": decision_on(ledger, question.id) or None,
    }


def show(console: Console, ledger: Ledger, question: Question) -> None:
    """Print a question, each account in its sentence, and the gaps between them."""
    put(console, Text(question.text, STRONG))
    scope = [*question.scope, question.id]
    put(console, Text(" · ".join(scope), QUIET))
    decided = decision_on(ledger, question.id)
    if decided:
        put(console, Text(f"Decided: {decided}", "green"))
    numbers = {answer.claim: place for place, answer in enumerate(question.answers, start=1)}
    for answer in question.answers:
        console.print()
        _show_answer(console, ledger, answer, numbers[answer.claim])
    gaps = ledger.gaps_of(question.id)
    if gaps:
        console.print()
        console.print(Text("How they stand to one another", STRONG))
    for gap in gaps:
        _show_gap(console, gap, numbers)


def view_range(
    ledger: Ledger, question: Question, name: str, language: str | None
) -> RangeView | None:
    """Make one range view of a question, None where no account counts anything."""
    words = read_words(language or majority_language(ledger.documents))
    return make_range(question, open_case(ledger, words, (question,)), name)


def show_range(console: Console, question: Question, view: RangeView | None) -> None:
    """Print one range view of a question with the accounts it rests on."""
    put(console, Text(question.text, STRONG))
    if view is None:
        console.print("No account of it puts a number forward.")
        return
    said = f": {view.said}" if view.said else ""
    put(console, Text.assemble((f"{view.title}{said}", "yellow"), (f"  {view.meaning}", QUIET)))
    for row in view.rows:
        part = f"{row.part}: " if row.part else ""
        who = row.who or "–"
        put(console, Text.assemble(f"{part}{who}: {row.read_as}", (f"  {row.claim}", QUIET)), 2)


def _show_answer(console: Console, ledger: Ledger, answer: Answer, number: int) -> None:
    """Print one account with its sentence and why it answers this question."""
    claim = ledger.claim(answer.claim)
    put(console, Text(f"[{number}]"))
    account_lines(console, claim, ledger.document(claim.document), 4)
    put(console, Text(" ".join(claim.sentence.text.split()), "italic"), 4)
    beside = _machine_says(ledger, claim)
    if beside:
        put(console, Text(beside, "green"), 4)
    root = answer.root.partition(" [")[0].strip()  # behind it stands the id of the document
    if root and root != claim.speaker.name:
        put(console, Text(f"goes back to {root}"), 4)
    why = "; ".join(answer.reasons)
    place = f"characters {claim.span.start}–{claim.span.end}"
    put(
        console, Text(f"{place} · {why} · {claim.id}" if why else f"{place} · {claim.id}", QUIET), 4
    )


def _machine_says(ledger: Ledger, claim: Claim) -> str:
    """Write how the machine read an account that a person edited or added; else nothing."""
    machine = ledger.machine_claim(claim.id)
    decided = decision_on(ledger, claim.id)
    if machine is None:
        return "Added by a person; the machine found no account here."
    if machine == claim:
        return f"Decided: {decided}" if decided else ""
    return f"Decided: {decided}. The machine read: {reading_of(machine)}, {who_of(machine)}"


def _show_gap(console: Console, gap: Gap, numbers: dict[str, int]) -> None:
    """Print how numbered accounts stand to one another."""
    sides = " and ".join(f"[{numbers[claim]}]" for claim in gap.claims if claim in numbers)
    put(console, Text.assemble(f"{sides} ", (relation_of(gap), "yellow")), 2)
    put(console, Text(gap.reason), 4)
