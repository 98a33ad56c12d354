"""Quantity claims: how many of what, and what happened to them."""

from __future__ import annotations

from dataclasses import dataclass

from ordmot.claims.clauses import clause_around
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_light
from ordmot.claims.terms import Mention
from ordmot.claims.words import word_set
from ordmot.ledger import Quantity, QuantityKind, Span, Term
from ordmot.lexicon import is_kind_of

COUNTABLE = (QuantityKind.AMOUNT, QuantityKind.TIME_OF_DAY)
_FAR = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What an amount counts: the head, what narrows it, what happens to it, and the clause."""

    quantity: Quantity
    clause: Span
    counted: Term | None
    restrictors: tuple[Term, ...]
    predicate: Term | None


def read_count(scene: Scene, quantity: Quantity, before: Count | None) -> Count:
    """Find what a quantity counts; `before` is the count before it in the passage.

    "55 others injured, five of them critically": the second counts those of the first.
    """
    phrase = scene.mentions_in(quantity.counted) if quantity.counted else ()
    head = _head(phrase)
    clause = clause_around(scene, quantity.span)
    if head is None and before is not None and _points_back(scene, quantity):
        return _part_of(scene, quantity, before)
    return Count(
        quantity=quantity,
        clause=clause,
        counted=_counted_term(head, quantity),
        restrictors=_restrictors(phrase, head),
        predicate=_predicate(scene, quantity, head),
    )


def _head(phrase: tuple[Mention, ...]) -> Mention | None:
    """Find the head of a counted phrase: its last noun, or the participle that stands for one."""
    for role in (("people", "noun"), ("word",), ("verb", "adjective"), ("name",)):
        fitting = [mention for mention in phrase if mention.role in role]
        if fitting:
            return fitting[-1]
    return None


def _counted_term(head: Mention | None, quantity: Quantity) -> Term | None:
    """Give the counted term; a participle in its place ("20 wounded") counts people."""
    if head is None:
        return None
    if head.role in ("verb", "adjective") and quantity.dimension == "count":
        return Term(concept="person", span=head.term.span)
    return head.term


def _restrictors(phrase: tuple[Mention, ...], head: Mention | None) -> tuple[Term, ...]:
    """Give what narrows the head: adjectives, names and further nouns of the phrase."""
    terms = [mention.term for mention in phrase if mention is not head and _narrows(mention)]
    if head is not None and head.restrictor is not None:
        terms.append(Term(concept=head.restrictor, span=head.term.span))
    return tuple(terms)


def _narrows(mention: Mention) -> bool:
    return not is_kind_of(mention.concept, "quality")


def _points_back(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the amount is a part of one named before: "five of them", "tre av de sårede"."""
    after = scene.sentence.part(quantity.span.end, scene.sentence.end).text.lower().split()[:2]
    return bool(after) and after[0] in ("of", "av")


def _part_of(scene: Scene, quantity: Quantity, before: Count) -> Count:
    """Make the count of a part: it counts the same, narrowed by what its own clause says."""
    clause = clause_around(scene, quantity.span)
    narrowing = [
        mention.term
        for mention in scene.mentions_in(clause)
        if mention.start >= quantity.span.end and mention.role in ("adjective", "verb", "people")
    ]
    mark = Term(concept="~part", span=quantity.span)
    return Count(
        quantity=quantity,
        clause=clause,
        counted=before.counted,
        restrictors=(*before.restrictors, mark, *narrowing),
        predicate=before.predicate,
    )


def _predicate(scene: Scene, quantity: Quantity, head: Mention | None) -> Term | None:
    """Find what happens to the counted: in the noun itself ("døde"), else the nearest event."""
    if head is not None and head.predicate is not None:
        return Term(concept=head.predicate, span=head.term.span)
    if head is not None and head.role == "verb":
        return head.term
    events = [m for m in scene.mentions if m is not head and _is_event(scene, m)]
    nearest = min(events, key=lambda event: _distance(scene, quantity, event), default=None)
    if nearest is None or _distance(scene, quantity, nearest) >= _FAR:
        return None
    if nearest.predicate is not None:
        return Term(concept=nearest.predicate, span=nearest.term.span)
    return nearest.term


def _is_event(scene: Scene, mention: Mention) -> bool:
    """Tell whether a term names an event that can befall what is counted."""
    span = mention.term.span
    if scene.is_cue(span) or scene.is_source(span) or is_light(span.text, scene.language):
        return False
    return mention.role in ("verb", "people")


def _distance(scene: Scene, quantity: Quantity, event: Mention) -> int:
    """Measure how far an event stands from the amount, in words, borders counted extra.

    What follows is nearer than what precedes: "12 people were killed", but "killing 12 people".
    """
    start, end = quantity.span.start, max(quantity.span.end, _counted_end(quantity))
    if event.start >= start:
        between = [word for word in scene.words if end <= word.start < event.start]
        cost = 0
    else:
        between = [word for word in scene.words if event.end <= word.start < start]
        cost = 2
    openers = word_set(scene.language, "clauses", "openers")
    cost += sum(4 if w.is_mark else 3 if w.text.lower() in openers else 1 for w in between)
    low, high = (end, event.start) if event.start >= start else (event.end, start)
    others = [q for q in scene.quantities if q is not quantity and low <= q.span.start < high]
    return cost + 6 * len(others)


def _counted_end(quantity: Quantity) -> int:
    return quantity.counted.end if quantity.counted is not None else quantity.span.end
