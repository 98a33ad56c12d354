"""The steps in their order: over one document, then over the case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from operator import is_

from ordmot import decisions
from ordmot.errors import DocumentError
from ordmot.flow.plan import Plan
from ordmot.flow.ports import Entry, Progress, Silence
from ordmot.ledger import (
    Actor,
    Comparison,
    Document,
    Findings,
    Ledger,
    Passage,
    Question,
    Reading,
    Refusal,
    Source,
    content_id,
    sha256_of,
)

_ADVICE = (
    "The other documents were read. This is a fault of Ordmot, not of the document: "
    "please report it with the reason above."
)

_PARTS = 3
"""Parts of the comparing: actors, questions, gaps."""


def read_one(plan: Plan, source: Source, language: str | None = None) -> Reading | Refusal:
    """Read one document through every stage, or say why it could not be read.

    `language` overrules what the text looks like. This is the only place that catches any error:
    one bad document must not cost the others.
    """
    try:
        return _read(plan, source, language)
    except DocumentError as error:
        return refusal_of(source, error.reason, error.advice)
    except Exception as error:
        return refusal_of(source, f"Ordmot failed on it: {type(error).__name__}: {error}", _ADVICE)


def refusal_of(source: Source, reason: str, advice: str = _ADVICE) -> Refusal:
    """Make the refusal of a document whose bytes are known."""
    return Refusal(name=source.name, sha256=sha256_of(source.data), reason=reason, advice=advice)


def _read(plan: Plan, source: Source, language: str | None) -> Reading:
    """Run the stages of one document in their order."""
    document, passages = _passages(plan, source, language)
    now = _moment_of(document)
    quantities = tuple(
        quantity
        for passage in passages
        for quantity in plan.measure(
            passage.span.text,
            passage.language,
            document=document.id,
            offset=passage.span.start,
            now=now,
        )
    )
    statements = tuple(plan.attribute(document, passages))
    claims = tuple(plan.extract(document, passages, quantities, statements))
    return Reading(
        document=document,
        passages=passages,
        quantities=quantities,
        statements=statements,
        claims=claims,
    )


def _moment_of(document: Document) -> datetime | None:
    """Give the moment that a document's "yesterday" is told from, None where its date says none."""
    try:
        return datetime.fromisoformat(document.metadata.date or "")
    except ValueError:
        return None


def _passages(
    plan: Plan, source: Source, language: str | None
) -> tuple[Document, tuple[Passage, ...]]:
    """Read and split a document, in the language given where one is."""
    document = plan.read(source)
    passages = tuple(plan.split(document))
    if language is None:
        return document, passages
    return (
        replace(document, language=language),
        tuple(replace(passage, language=language) for passage in passages),
    )


def compare_accounts(
    plan: Plan, readings: Sequence[Reading], progress: Progress | None = None
) -> Comparison:
    """Lay the accounts of all documents side by side: actors, questions and gaps, ranked.

    The order in which the documents came does not change the result. `progress` hears each of the
    three parts when it is done.
    """
    watcher = progress or Silence()
    watcher.begin("comparing", _PARTS)
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.id))
    actors = tuple(plan.resolve(ordered))
    watcher.advance("actors")
    questions = tuple(plan.group(ordered, actors))
    watcher.advance("questions")
    comparison = rank(_find_gaps(plan, ordered, actors, questions))
    watcher.advance("gaps")
    watcher.end()
    return comparison


def _find_gaps(
    plan: Plan,
    readings: Sequence[Reading],
    actors: Sequence[Actor],
    questions: Sequence[Question],
) -> Comparison:
    """Find the gaps of questions."""
    gaps, checks = plan.compare(readings, actors, questions)
    return Comparison(
        actors=tuple(actors), questions=tuple(questions), gaps=tuple(gaps), checks=tuple(checks)
    )


def rank(found: Comparison) -> Comparison:
    """Order gaps and questions, the strongest first."""
    return Findings(found).ranked()


def reshape(plan: Callable[[], Plan], machine: Ledger, before: Ledger | None = None) -> Ledger:
    """Compare the accounts as people read and grouped them; the ledger itself where none did.

    Readings that are as they were in the ledger `before` are the very same, so that what rests on
    them is taken over.
    """
    draft = decisions.apply(machine)
    if draft is None:
        return machine
    made = plan()
    made.recall(machine)
    readings = _kept(draft.readings, before.readings if before is not None else ())
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.id))
    regrouped = made.regroup(ordered, draft.actors, draft.questions)
    questions = sorted(regrouped, key=lambda question: question.id)  # as the machine has them
    found = _find_gaps(made, ordered, draft.actors, questions)
    return machine.compared(readings, found)


def rehearse(plan: Plan, machine: Ledger) -> None:
    """Go through the comparing of a case once, so that the first decision finds it done."""
    plan.recall(machine)
    ordered = tuple(sorted(machine.readings, key=lambda reading: reading.document.id))
    questions = sorted(machine.questions, key=lambda question: question.id)
    actors = machine.comparison.actors
    plan.compare(ordered, actors, plan.regroup(ordered, actors, questions))


def _kept(readings: tuple[Reading, ...], before: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Give readings, in the place of those that are no others than before the ones before."""
    if len(readings) != len(before):
        return readings
    kept = tuple(old if new == old else new for new, old in zip(readings, before, strict=True))
    return before if all(map(is_, kept, before)) else kept


def decide(plan: Callable[[], Plan], ledger: Ledger) -> Ledger:
    """Apply the log of a ledger to what the machine found: the ledger as people decided.

    It has the machine's own beside it, and deciding it again gives the same.
    """
    return judge(reshape(plan, ledger.machine or ledger))


def judge(shaped: Ledger) -> Ledger:
    """Fold and unfold the gaps of a ledger as its log says."""
    if not shaped.reviews:
        return shaped
    judged = shaped.judged(decisions.judge(shaped))
    return replace(judged, machine=shaped.machine or shaped)


def mark_of(entries: Iterable[Entry], version: str) -> str:
    """Name the documents, the versions that read them and the version that compares them."""
    return content_id("comparison", version, sorted((e.id, e.version) for e in entries))
