"""What the comparison needs to know of a claim, worked out once for each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ordmot.ledger import Claim, Term
from ordmot.lexicon import ancestors, is_kind_of

_EVERYBODY = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A claim as it is compared: concepts, names, and the weight of each in this case.

    `names` are the single words of proper names and places, lower case; `context` the concepts of
    the whole sentence. `place` orders claims of one document.
    """

    claim: Claim
    document: int
    place: int
    counted: str | None
    predicate: str | None
    restrictors: frozenset[str]
    names: frozenset[str]
    context: frozenset[str]
    keys: frozenset[str]

    @property
    def dimension(self) -> str:
        """Give the dimension of the amount, `yes/no` for a proposition."""
        quantity = self.claim.quantity
        if quantity is None:
            return "yes/no"
        return quantity.dimension if quantity.per is None else f"{quantity.dimension} per"


def profile_claims(documents: Sequence[Sequence[Claim]]) -> list[Profile]:
    """Profile the claims of each document, in the order they came."""
    profiles = []
    for number, claims in enumerate(documents):
        profiles += [_profile(claim, number, place) for place, claim in enumerate(claims)]
    return profiles


def _profile(claim: Claim, document: int, place: int) -> Profile:
    terms = (*claim.participants, *claim.context)
    around = {t.concept for t in terms if not t.concept.startswith("=")}
    counted = claim.counted.concept if claim.counted else None
    predicate = claim.predicate.concept if claim.predicate else None
    restrictors = frozenset(t.concept.casefold() for t in claim.restrictors)
    context = frozenset(c for c in around if not is_kind_of(c, "quality"))
    own = {concept for concept in (counted, predicate) if concept}
    return Profile(
        claim=claim,
        document=document,
        place=place,
        counted=counted,
        predicate=predicate,
        restrictors=restrictors,
        names=frozenset(_name_words((*terms, *claim.restrictors))),
        context=context | own,
        keys=frozenset(_families(own) | (_families(context) if claim.quantity is None else set())),
    )


def _name_words(terms: Iterable[Term]) -> Iterable[str]:
    for term in terms:
        if term.concept.startswith("="):
            yield from term.concept[1:].casefold().split()


def _families(concepts: Iterable[str]) -> set[str]:
    """Give the concepts with the kinds above them, but for the widest ("person")."""
    families = {kind for concept in concepts for kind in (concept, *ancestors(concept))}
    return families - {_EVERYBODY, "event", "thing", "quality"} or set(concepts)


class Weights:
    """How much a shared concept or name tells: rare ones more (inverse document frequency)."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        sentences = {(p.document, p.claim.sentence.start): p for p in profiles}.values()
        self._count = Counter(item for p in sentences for item in (*p.context, *p.names))
        self._total = max(1, len(sentences))

    def of(self, item: str) -> float:
        """Give the weight of a concept or name: 0 where every sentence has it, about 1 if rare."""
        share = (self._count[item] + 0.5) / (self._total + 1)
        return max(0.0, -math.log(share)) / math.log(self._total + 2)

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Give the shared weight over the smaller side's weight, 0 to 1."""
        shared = sum(self.of(item) for item in one & other)
        smaller = min(sum(map(self.of, one)), sum(map(self.of, other)))
        return shared / smaller if smaller > 0 else 0.0

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Give the sum of the weights that both have."""
        return sum(self.of(item) for item in one & other)
