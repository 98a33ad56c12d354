"""FollowTheMoney: documents, who speaks, where they are named and what they say, as entities."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from ordmot.dossier.material import Material, as_lines
from ordmot.ledger import Actor, Document, Ledger, VoiceKind, content_id
from ordmot.report.accounts import read_claim
from ordmot.report.case import VoiceIndex
from ordmot.report.words import Words

_SCHEMATA = {
    VoiceKind.PERSON: "Person",
    VoiceKind.ORGANISATION: "Organization",
    VoiceKind.GROUP: "Organization",
}
_ANYONE = "LegalEntity"
"""A person or a body: for a voice of which the text does not say which."""

_TEXTS = {"text/html": "HyperText", "application/xhtml+xml": "HyperText"}
_LANGUAGES = {"en": "eng", "nb": "nor", "nn": "nor", "sv": "swe", "da": "dan"}
Entity = dict[str, object]


def write_entities(material: Material) -> bytes:
    """Write the case as FollowTheMoney entities, one a line.

    Documents are documents; voices are persons and organisations; each mention links a voice to
    the document that names it; each account is a note about its voice, with its document as proof.
    """
    ledger, words = material.ledger, material.words
    entities: list[object] = []
    entities += [_document(document, _sha1(document, material)) for document in ledger.documents]
    for actor in ledger.comparison.actors:
        entities += [_actor(actor), *_mentions(actor)]
    entities += _spokesmen(ledger.comparison.actors)
    entities += _notes(ledger, words)
    return as_lines(entities)


def _entity(id_: str, schema: str, properties: Mapping[str, str | None]) -> Entity:
    """Make an entity; a property that is not known is left out."""
    stated = {name: [value] for name, value in properties.items() if value}
    return {"id": id_, "schema": schema, "properties": stated}


def _sha1(document: Document, material: Material) -> str | None:
    """Give the hash of the original bytes that FollowTheMoney knows a document by."""
    if document.id in material.withheld:
        return None
    return hashlib.sha1(material.original(document.id), usedforsecurity=False).hexdigest()


def _document(document: Document, sha1: str | None) -> Entity:
    """Give a document with its text."""
    known = document.metadata
    is_web = (known.url or "").startswith(("https://", "http://"))
    return _entity(
        document.id,
        _TEXTS.get(document.media_type, "PlainText"),
        {
            "title": known.title or document.name,
            "fileName": document.name,
            "contentHash": sha1,
            "mimeType": document.media_type,
            "language": _LANGUAGES.get(document.language),
            "publisher": known.publisher,
            "date": known.date,
            "sourceUrl": known.url if is_web else None,
            "bodyText": document.text,
        },
    )


def _actor(actor: Actor) -> Entity:
    """Give a voice with its other names."""
    entity = _entity(
        actor.id,
        _SCHEMATA.get(actor.kind, _ANYONE),
        {"name": actor.name, "description": actor.descriptor},
    )
    further = sorted({merge.name for merge in actor.merges} - {actor.name})
    properties = entity["properties"]
    if further and isinstance(properties, dict):
        properties["alias"] = further
    return entity


def _mentions(actor: Actor) -> Iterator[Entity]:
    """Give each place where a voice is named, once for each document and name."""
    schema = _SCHEMATA.get(actor.kind, _ANYONE)
    for document, name in dict.fromkeys((span.document, span.text) for span in actor.mentions):
        yield _entity(
            content_id("mention", actor.id, document, name),
            "Mention",
            {"document": document, "resolved": actor.id, "name": name, "detectedSchema": schema},
        )


def _spokesmen(actors: tuple[Actor, ...]) -> Iterator[Entity]:
    """Say who speaks for whom."""
    known = {actor.id for actor in actors}
    for actor in actors:
        if actor.speaks_for in known:
            yield _entity(
                content_id("representation", actor.id, actor.speaks_for),
                "Representation",
                {"agent": actor.id, "client": actor.speaks_for, "role": actor.descriptor},
            )


def _notes(ledger: Ledger, words: Words) -> Iterator[Entity]:
    """Give each account as a note about who gives it."""
    asked = {answer.claim: q.text for q in ledger.questions for answer in q.answers}
    actors = VoiceIndex(ledger.comparison.actors)
    for claim in ledger.claims:
        yield _entity(
            claim.id,
            "Note",
            {
                "name": asked.get(claim.id) or claim.span.text,
                "description": claim.span.text,
                "summary": read_claim(claim, words),
                "entity": actors.get(claim.speaker),
                "proof": claim.document,
                "detectedLanguage": _LANGUAGES.get(claim.language),
            },
        )
