"""W3C Web Annotations: each account as a note on the words of its document."""

from __future__ import annotations

from collections.abc import Iterator

from ordmot.dossier.material import Material, as_json
from ordmot.ledger import Claim, Document, Ledger
from ordmot.report.accounts import name_voice, read_claim
from ordmot.report.words import Words

_AROUND = 32
"""Characters of the text before and after the words, which find them again in an edited copy."""


def write_annotations(material: Material) -> bytes:
    """Write one annotation for each account, all of them in one page.

    Both selectors find the same words: by what they are (with what stands around them), and by
    where they stand in the text, in code points.
    """
    items = list(_annotations(material.ledger, material.words))
    return as_json(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": "urn:ordmot:annotations",
            "type": "AnnotationPage",
            "items": items,
        }
    )


def _annotations(ledger: Ledger, words: Words) -> Iterator[dict[str, object]]:
    """Make the annotation of each account, in the order of the documents."""
    asked = {answer.claim: q.text for q in ledger.questions for answer in q.answers}
    for reading in ledger.readings:
        for claim in reading.claims:
            yield {
                "id": f"urn:ordmot:{claim.id}",
                "type": "Annotation",
                "motivation": "describing",
                "body": _bodies(claim, asked.get(claim.id), words),
                "target": _target(claim, reading.document),
            }


def _bodies(claim: Claim, question: str | None, words: Words) -> list[dict[str, object]]:
    """Say who says it and how it is read, and which question it answers."""
    said = f"{name_voice(claim.speaker, words)}: {read_claim(claim, words)}"
    bodies: list[dict[str, object]] = [_body(said, words.language, "describing")]
    if question:
        bodies.append(_body(question, words.language, "classifying"))
    return bodies


def _body(value: str, language: str, purpose: str) -> dict[str, object]:
    """Make a body of words."""
    return {
        "type": "TextualBody",
        "value": value,
        "format": "text/plain",
        "language": language,
        "purpose": purpose,
    }


def _target(claim: Claim, document: Document) -> dict[str, object]:
    """Point at the words of an account."""
    start, end, text = claim.span.start, claim.span.end, document.text
    return {
        "source": document.metadata.url or f"urn:ordmot:{document.id}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": claim.span.text,
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
