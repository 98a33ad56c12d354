"""schema.org: each account as a Claim; a ClaimReview only where a person rated it."""

from __future__ import annotations

from collections.abc import Iterator

from ordmot.dossier.material import Material, as_json
from ordmot.ledger import Claim, Document, Ledger, Review, Voice, VoiceKind

_TYPES = {
    VoiceKind.PERSON: "Person",
    VoiceKind.ORGANISATION: "Organization",
    VoiceKind.GROUP: "Organization",
    VoiceKind.DOCUMENT: "Organization",
}
_BEST, _WORST = 1, 6
"""Credibility on the Admiralty scale: 1 confirmed by other sources … 6 cannot be judged."""


def write_claims(material: Material) -> bytes:
    """Write every account as a schema.org Claim in JSON-LD.

    The machine rates nothing: a ClaimReview is there only for an account that a person graded.
    """
    ledger = material.ledger
    graph = [*_documents(ledger), *_claims(ledger), *_ratings(ledger)]
    return as_json({"@context": "https://schema.org", "@graph": graph})


def _documents(ledger: Ledger) -> Iterator[dict[str, object]]:
    """Give each document as the work in which claims appear."""
    for document in ledger.documents:
        known = document.metadata
        publisher = {"@type": "Organization", "name": known.publisher} if known.publisher else None
        yield _stated(
            {
                "@type": "CreativeWork",
                "@id": f"urn:ordmot:{document.id}",
                "name": known.title or document.name,
                "publisher": publisher,
                "datePublished": known.date,
                "url": known.url,
                "inLanguage": document.language,
            }
        )


def _claims(ledger: Ledger) -> Iterator[dict[str, object]]:
    """Give each account."""
    asked = {answer.claim: q.text for q in ledger.questions for answer in q.answers}
    for reading in ledger.readings:
        for claim in reading.claims:
            yield _stated(
                {
                    "@type": "Claim",
                    "@id": f"urn:ordmot:{claim.id}",
                    "text": claim.span.text,
                    "inLanguage": claim.language,
                    "about": asked.get(claim.id),
                    "author": _author(claim.speaker),
                    "datePublished": reading.document.metadata.date,
                    "appearance": {"@id": f"urn:ordmot:{reading.document.id}"},
                }
            )


def _author(voice: Voice) -> dict[str, object] | None:
    """Name who makes a claim; nobody where the text does not say."""
    if voice.kind is VoiceKind.UNSTATED or not voice.name:
        return None
    role = {"description": voice.role} if voice.role else {}
    return {"@type": _TYPES.get(voice.kind, "Thing"), "name": voice.name, **role}


def _ratings(ledger: Ledger) -> Iterator[dict[str, object]]:
    """Give the newest grade that a person set on each account."""
    claims = {claim.id: claim for claim in ledger.claims}
    newest = {
        review.subject: review
        for review in ledger.in_force
        if review.grade and review.subject in claims
    }
    for subject, review in newest.items():
        claim = claims[subject]
        yield _rating(claim, ledger.document(claim.document), review)


def _rating(claim: Claim, document: Document, review: Review) -> dict[str, object]:
    """Give a person's grade of an account as a ClaimReview."""
    return _stated(
        {
            "@type": "ClaimReview",
            "@id": f"urn:ordmot:{review.id}",
            "url": document.metadata.url,
            "claimReviewed": claim.span.text,
            "itemReviewed": {"@id": f"urn:ordmot:{claim.id}"},
            "author": {"@type": "Person", "name": review.by},
            "datePublished": review.at,
            "reviewBody": review.note or None,
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": review.grade[-1:],
                "bestRating": _BEST,
                "worstRating": _WORST,
                "alternateName": review.grade,
                "ratingExplanation": "Admiralty scale",
            },
        }
    )


def _stated(entry: dict[str, object]) -> dict[str, object]:
    """Leave out what is not known."""
    return {key: value for key, value in entry.items() if value is not None}
