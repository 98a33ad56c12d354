"""Making documents and passages for the statement tests without the stages before."""

import re
from collections.abc import Sequence

from ordmot.ledger import (
    Document,
    Metadata,
    Passage,
    PassageKind,
    Span,
    Statement,
    cut,
    sha256_of,
)
from ordmot.statements import attribute

_SENTENCE = re.compile(r"[^\s].*?(?:[.!?…]+[\"”’»'“)]*(?=\s+[^\sa-zæøå]|\s*$)|:(?=\s*$)|$)", re.S)
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Dr|Col|Lt|Sen|No|kl|nr)\.$")


def make_document(
    text: str, language: str, publisher: str | None = None, issuer: str | None = None
) -> Document:
    """Make a document of a text as it stands."""
    return Document(
        name="test.txt",
        sha256=sha256_of(text.encode("utf-8", "surrogatepass")),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        metadata=Metadata(publisher=publisher, issuer=issuer),
        language=language,
    )


def make_passages(document: Document, language: str) -> tuple[Passage, ...]:
    """Cut a passage at each blank line; «> » opens a block quote, handed over by what precedes it.

    `>en ` gives the block's language; a line "NAME: words" after "turn " is a transcript turn.
    """
    made: list[Passage] = []
    for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", document.text):
        made.append(_make_passage(document, match.start(), match.end(), language, made))
    return tuple(made)


def _make_passage(
    document: Document, start: int, end: int, language: str, before: Sequence[Passage]
) -> Passage:
    kind, handover = PassageKind.BODY, None
    block = re.match(r">(\w*) ", document.text[start:end])
    turn = re.match(r"turn ([^:]+):", document.text[start:end])
    if block:
        start += block.end()
        kind, language = PassageKind.QUOTE, block.group(1) or language
        is_lead = bool(before) and before[-1].span.text.endswith(":")
        handover = before[-1].span if is_lead else None
    elif turn:
        handover = cut(document.id, document.text, start + 5, start + turn.end() - 1)
        start, kind = start + 5, PassageKind.TURN
    return Passage(
        span=cut(document.id, document.text, start, end),
        language=language,
        kind=kind,
        sentences=tuple(_sentences(document, start, end)),
        handover=handover,
        reason="made for a test",
    )


def _sentences(document: Document, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    first = None
    for match in _SENTENCE.finditer(document.text, start, end):
        first = match.start() if first is None else first
        if not _ABBREVIATED.search(document.text[first : match.end()]):
            spans.append(cut(document.id, document.text, first, match.end()))
            first = None
    if first is not None:
        spans.append(cut(document.id, document.text, first, end))
    return [span for span in spans if span.text]


def read(
    text: str, language: str, publisher: str | None = None, issuer: str | None = None
) -> tuple[Statement, ...]:
    """Attribute a text."""
    document = make_document(text, language, publisher, issuer)
    return attribute(document, make_passages(document, language))
