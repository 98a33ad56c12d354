"""Reading a short text up to its claims, and claims in the words of the case files."""

from __future__ import annotations

from functools import cache
from typing import Any

from ordmot.flow import read_one, standard_plan
from ordmot.flow.plan import Plan
from ordmot.ledger import Claim, Metadata, Reading, Source, Term

OUTLET = "Kvernvik Tidende"


@cache
def plan() -> Plan:
    """Give the plan of every stage as it comes with the program."""
    return standard_plan("test")


def read(
    text: str, language: str, name: str = "a.txt", metadata: Metadata | None = None
) -> Reading:
    """Read a text in a given language; a failure of any stage is an error here."""
    known = metadata or Metadata(publisher=OUTLET, date="2031-05-17")
    source = Source(name=name, data=text.encode(), metadata=known)
    reading = read_one(plan(), source, language)
    if not isinstance(reading, Reading):
        raise TypeError(f"{reading.reason}: {text[:60]}")
    return reading


def describe(claim: Claim, claims: dict[str, Claim]) -> dict[str, Any]:
    """Put a claim into the words of the case files."""
    return {
        "amount": claim.quantity.span.text if claim.quantity else "",
        "unit": claim.quantity.unit if claim.quantity else None,
        "words": claim.span.text,
        "counted": _concept(claim.counted),
        "predicate": _concept(claim.predicate),
        "restrictors": _concepts(claim.restrictors),
        "participants": _concepts(claim.participants),
        "places": sorted(term.span.text for term in claim.places),
        "scope": _concepts(claim.scope),
        "modality": str(claim.modality),
        "is_affirmed": claim.is_affirmed,
        "act": str(claim.act),
        "position": str(claim.position),
        "speaker": claim.speaker.name,
        "root": claim.root or "",
        "contrast": claim.contrast.text if claim.contrast else "",
        "set_against": _measure(claims[claim.set_against]) if claim.set_against else "",
    }


def _concept(term: Term | None) -> str:
    return term.concept if term else ""


def _concepts(terms: tuple[Term, ...]) -> list[str]:
    return sorted({term.concept for term in terms})


def _measure(promise: Claim) -> str:
    """Name a promise by the amount it gives, else by its words."""
    return promise.quantity.span.text if promise.quantity else promise.span.text
