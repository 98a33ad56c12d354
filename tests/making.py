"""Records made by hand, for tests that need claims without reading a text."""

from collections.abc import Sequence

from ordmot.ledger import (
    Act,
    Answer,
    Claim,
    Document,
    Hedge,
    Interval,
    Metadata,
    Modality,
    Quantity,
    QuantityKind,
    Question,
    Reading,
    Span,
    Term,
    Voice,
    VoiceKind,
    sha256_of,
)


def point(value: float) -> Interval:
    """Make the interval of one value."""
    return Interval(low=value, high=value)


def make_document(name: str = "a.txt", date: str | None = None) -> Document:
    """Make a document that differs from others by its name alone."""
    return Document(
        name=name,
        sha256=sha256_of(name.encode()),
        media_type="text/plain",
        encoding="utf-8",
        text="",
        metadata=Metadata(date=date),
        language="en",
    )


def make_term(concept: str, document: str, place: int = 0) -> Term:
    """Make a term whose word is its concept."""
    return Term(concept=concept, span=_span(document, place, concept))


def make_voice(name: str | None, document: str) -> tuple[Voice, ...]:
    """Make the chain of a named speaker, or of the document alone."""
    outlet = Voice(name=document, kind=VoiceKind.DOCUMENT)
    if name is None:
        return (outlet,)
    person = Voice(name=name, kind=VoiceKind.PERSON, span=_span(document, 0, name))
    return outlet, person


def _span(document: str, start: int, words: str) -> Span:
    return Span(document=document, start=start, end=start + len(words), text=words)


def make_claim(
    interval: Interval | None,
    *,
    speaker: str | None = "Ada",
    document: Document | None = None,
    place: int = 0,
    counted: str | None = "person",
    restrictors: Sequence[str] = (),
    predicate: str | None = "die",
    modality: Modality = Modality.ASSERTED,
    unit: str | None = None,
    dimension: str = "count",
    **changes: object,
) -> Claim:
    """Make a claim at `place` of a document, an amount unless `interval` is None."""
    home = (document or make_document()).id
    words = str(interval)
    quantity = interval and Quantity(
        span=_span(home, place, words),
        kind=QuantityKind.AMOUNT,
        interval=interval,
        stated=(),
        hedge=Hedge.EXACT,
        dimension=dimension,
        unit=unit,
        reason="made by hand",
    )
    fields: dict[str, object] = {
        "span": _span(home, place, words),
        "sentence": _span(home, place, words),
        "language": "en",
        "quantity": quantity,
        "counted": counted and make_term(counted, home, place),
        "restrictors": tuple(make_term(word, home, place) for word in restrictors),
        "predicate": predicate and make_term(predicate, home, place),
        "modality": modality,
        "act": Act.SAY,
        "voices": make_voice(speaker, home),
        "reason": "made by hand",
    }
    return Claim(**(fields | changes))  # type: ignore[arg-type]


def make_reading(document: Document, claims: Sequence[Claim]) -> Reading:
    """Make the reading of a document that has only claims."""
    return Reading(
        document=document, passages=(), quantities=(), statements=(), claims=tuple(claims)
    )


def make_question(claims: Sequence[Claim], roots: Sequence[str] | None = None) -> Question:
    """Make the question that claims answer, each with its speaker for a root unless given."""
    names = roots or [claim.speaker.name for claim in claims]
    return Question(
        text="How many?",
        language="en",
        dimension="count",
        unit=None,
        concepts=(),
        scope=(),
        answers=tuple(
            Answer(claim=claim.id, score=0.9, root=root, reasons=("made by hand",))
            for claim, root in zip(claims, names, strict=True)
        ),
    )
