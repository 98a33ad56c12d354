"""The steps in their order: over one document, then over the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from ordmot.errors import DocumentError
from ordmot.flow.plan import Plan
from ordmot.flow.ports import Entry
from ordmot.ledger import (
    Comparison,
    Document,
    Gap,
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


def compare_accounts(plan: Plan, readings: Sequence[Reading]) -> Comparison:
    """Lay the accounts of all documents side by side: actors, questions and gaps, ranked.

    The order in which the documents came does not change the result.
    """
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.id))
    actors = tuple(plan.resolve(ordered))
    questions = tuple(plan.group(ordered, actors))
    gaps, checks = plan.compare(ordered, actors, questions)
    ranked = tuple(sorted(gaps, key=lambda gap: (gap.is_weak, -gap.score, gap.id)))
    return Comparison(
        actors=actors,
        questions=_rank_questions(questions, ranked),
        gaps=ranked,
        checks=tuple(checks),
    )


def _rank_questions(questions: Sequence[Question], gaps: Sequence[Gap]) -> tuple[Question, ...]:
    """Order questions by their strongest gap, then those with most answers first."""
    places: dict[str | None, int] = {}
    for place, gap in enumerate(gaps):
        places.setdefault(gap.question, place)
    last = len(gaps)

    def order(question: Question) -> tuple[int, int, str]:
        """Give the place of the strongest gap, then the number of answers."""
        return places.get(question.id, last), -len(question.answers), question.id

    return tuple(sorted(questions, key=order))


def mark_of(entries: Iterable[Entry], version: str) -> str:
    """Name the documents, the versions that read them and the version that compares them."""
    return content_id("comparison", version, sorted((e.id, e.version) for e in entries))
