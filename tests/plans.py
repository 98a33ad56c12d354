"""A plan of tiny stages: one account a line, `Name: 40 boats`."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations

from ordmot.errors import DocumentError
from ordmot.flow import Plan
from ordmot.ledger import (
    Act,
    Actor,
    Answer,
    Check,
    Claim,
    Document,
    Gap,
    Hedge,
    Interval,
    Modality,
    Mode,
    Passage,
    PassageKind,
    Quantity,
    QuantityKind,
    Question,
    Reading,
    Relation,
    Size,
    Source,
    Statement,
    Term,
    Voice,
    VoiceKind,
    cut,
    sha256_of,
)

_NUMBER = re.compile(r"\d+")
_LINE = re.compile(r"(\w+): (\d+) (\w+)")


def read(source: Source) -> Document:
    """Read UTF-8; refuse what says that it is bad, fail where it says so, or die."""
    if b"unreadable" in source.data or not source.data:
        raise DocumentError("It says it is unreadable", "Take the word out.")
    if b"explode" in source.data:
        raise ZeroDivisionError("as the text asked")
    if b"die at once" in source.data:
        os._exit(9)
    return Document(
        name=source.name,
        sha256=sha256_of(source.data),
        media_type="text/plain",
        encoding="utf-8",
        text=source.data.decode(),
        metadata=source.metadata,
        language="en",
    )


def read_slowly(source: Source) -> Document:
    """Read at a pace that leaves time to be killed."""
    time.sleep(0.02)
    return read(source)


def split(document: Document) -> tuple[Passage, ...]:
    """Make a passage of each line."""
    spans = [
        cut(document.id, document.text, match.start(), match.end())
        for match in re.finditer(r"[^\n]+", document.text)
        if match[0].strip()
    ]
    return tuple(
        Passage(
            span=span,
            language=document.language,
            kind=PassageKind.BODY,
            sentences=(span,),
            reason="a line",
        )
        for span in spans
    )


def measure(
    text: str,
    language: str,  # noqa: ARG001
    *,
    document: str,
    offset: int,
    now: datetime | None = None,  # noqa: ARG001
) -> tuple[Quantity, ...]:
    """Find the digits."""
    spans = [
        cut(document, " " * offset + text, offset + match.start(), offset + match.end())
        for match in _NUMBER.finditer(text)
    ]
    return tuple(
        Quantity(
            span=span,
            kind=QuantityKind.AMOUNT,
            interval=Interval(low=float(span.text), high=float(span.text)),
            stated=(float(span.text),),
            hedge=Hedge.EXACT,
            dimension="count",
            reason="digits",
        )
        for span in spans
    )


def attribute(document: Document, passages: Sequence[Passage]) -> tuple[Statement, ...]:
    """Take the name before a colon as the speaker."""
    return tuple(
        Statement(
            content=(passage.span.part(start + match.end(1) + 2, passage.span.end),),
            mode=Mode.DIRECT,
            act=Act.SAY,
            voices=(
                Voice(name=document.name, kind=VoiceKind.DOCUMENT),
                Voice(
                    name=match[1],
                    kind=VoiceKind.PERSON,
                    span=passage.span.part(start, start + match.end(1)),
                ),
            ),
            reason="a name and a colon",
        )
        for passage in passages
        if (match := _LINE.match(passage.span.text)) is not None
        for start in (passage.span.start,)
    )


def extract(
    document: Document,  # noqa: ARG001
    passages: Sequence[Passage],
    quantities: Sequence[Quantity],
    statements: Sequence[Statement],
) -> tuple[Claim, ...]:
    """Make a claim of each statement with a number."""
    return tuple(
        Claim(
            span=statement.content[0],
            sentence=passage.span,
            language="en",
            quantity=quantity,
            counted=_counted(statement),
            modality=Modality.ASSERTED,
            act=statement.act,
            voices=statement.voices,
            statement=statement.id,
            reason="a statement with a number",
        )
        for statement in statements
        for quantity in quantities
        if statement.content[0].covers(quantity.span)
        for passage in passages
        if passage.span.covers(quantity.span)
    )


def _counted(statement: Statement) -> Term:
    """Take the last word as what is counted."""
    content = statement.content[0]
    word = content.text.split()[-1]
    start = content.start + content.text.rindex(word)
    return Term(concept=f"~{word}", span=content.part(start, start + len(word)))


def resolve(readings: Sequence[Reading]) -> tuple[Actor, ...]:
    """Make an actor of each name."""
    spans = [
        (claim.speaker.name, claim.speaker.span)
        for reading in readings
        for claim in reading.claims
        if claim.speaker.span is not None
    ]
    return tuple(
        Actor(
            name=name,
            kind=VoiceKind.PERSON,
            mentions=tuple(span for other, span in spans if other == name),
        )
        for name in sorted({name for name, _ in spans})
    )


def group(readings: Sequence[Reading], actors: Sequence[Actor]) -> tuple[Question, ...]:  # noqa: ARG001
    """Group claims by the word that is counted."""
    claims = [claim for reading in readings for claim in reading.claims if claim.counted]
    words = sorted({claim.counted.concept for claim in claims if claim.counted})
    return tuple(
        Question(
            text=f"How many {word[1:]}?",
            language="en",
            dimension="count",
            unit=None,
            concepts=(word,),
            scope=(),
            answers=tuple(
                Answer(claim=claim.id, score=1.0, root=claim.speaker.name, reasons=("same word",))
                for claim in claims
                if claim.counted and claim.counted.concept == word
            ),
        )
        for word in words
    )


def regroup(
    readings: Sequence[Reading],  # noqa: ARG001
    actors: Sequence[Actor],  # noqa: ARG001
    drafts: Sequence[Question],
) -> tuple[Question, ...]:
    """Word what has no words."""
    return tuple(replace(draft, text=draft.text or "How many of these?") for draft in drafts)


def compare(
    readings: Sequence[Reading],
    actors: Sequence[Actor],
    questions: Sequence[Question],
) -> tuple[tuple[Gap, ...], tuple[Check, ...]]:
    """Find the pairs of different numbers."""
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    gaps = tuple(
        _gap(question, claims[one.claim], claims[other.claim])
        for question in questions
        for one, other in combinations(question.answers, 2)
        if _number(claims[one.claim]) != _number(claims[other.claim])
    )
    ran = Check(name="different numbers", has_run=True, count=len(gaps), reason="all pairs seen")
    missing = Check(name="mind reading", has_run=False, count=0, reason="nobody taught us")
    return gaps, (ran, missing) if actors else (ran,)


def _gap(question: Question, one: Claim, other: Claim) -> Gap:
    """Make the gap of two claims; one apart is weak."""
    difference = abs(_number(one) - _number(other))
    return Gap(
        relation=Relation.CONTRADICTS,
        question=question.id,
        claims=(one.id, other.id),
        size=Size(nearest_ratio=None, middle_ratio=None, difference=difference, unit=None),
        score=difference / (1 + difference),
        is_weak=difference < 2,
        reason=f"{one.span.text} is not {other.span.text}",
        rule="different numbers",
        rule_version="1",
        spans=(one.span, other.span),
    )


def _number(claim: Claim) -> float:
    """Give the number of a claim."""
    return (claim.quantity.interval.middle or 0.0) if claim.quantity else 0.0


TINY = Plan(
    read=read,
    split=split,
    measure=measure,
    attribute=attribute,
    extract=extract,
    resolve=resolve,
    group=group,
    regroup=regroup,
    compare=compare,
    version="tiny 1",
)
