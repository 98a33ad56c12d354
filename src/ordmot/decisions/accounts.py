"""Accounts as people read them: added ones put in, edited ones changed, ids kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ordmot.ledger import (
    Actor,
    Asked,
    Claim,
    Decision,
    Edit,
    Finder,
    Hedge,
    Interval,
    Ledger,
    Quantity,
    QuantityKind,
    Reading,
    Review,
    Term,
    Voice,
    VoiceKind,
)
from ordmot.lexicon.answers import find_means
from ordmot.lexicon.measures import dimension_of


def decide_accounts(machine: Ledger, log: Sequence[Review]) -> tuple[Reading, ...]:
    """Give the readings with the accounts that people added and as people edited them."""
    readings = _with_added(machine.readings, log)
    finder = Finder.among(readings)
    edits: defaultdict[str, list[Review]] = defaultdict(list)
    for entry in log:
        claim = finder.find(entry.about) if entry.edit else None
        if claim is not None:
            edits[claim].append(entry)
    if not edits:
        return readings
    voices = Voices(machine.comparison.actors)
    return tuple(_edited(reading, edits, voices) for reading in readings)


def _with_added(readings: Sequence[Reading], log: Sequence[Review]) -> tuple[Reading, ...]:
    """Add the accounts that people found, each where its words still stand."""
    added: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    for entry in log:
        if entry.decision is Decision.ADDED and entry.account is not None:
            added[entry.account.document][entry.account.id] = entry.account
    return tuple(
        replace(reading, claims=(*reading.claims, *_new(reading, added[reading.document.id])))
        if reading.document.id in added
        else reading
        for reading in readings
    )


def _new(reading: Reading, added: Mapping[str, Claim]) -> Iterable[Claim]:
    """Give the added accounts that stand on the words of a document and are not there yet."""
    known = {claim.id for claim in reading.claims}
    text = reading.document.text
    for claim in sorted(added.values(), key=lambda c: (c.span.start, c.span.end, c.id)):
        stands = text[claim.span.start : claim.span.end] == claim.span.text
        if stands and claim.id not in known:
            yield claim


def _edited(reading: Reading, edits: Mapping[str, Sequence[Review]], voices: Voices) -> Reading:
    """Give a reading with its edited accounts."""
    if not any(claim.id in edits for claim in reading.claims):
        return reading
    claims = tuple(
        _apply(claim, edits[claim.id], voices) if claim.id in edits else claim
        for claim in reading.claims
    )
    return replace(reading, claims=claims)


def _apply(claim: Claim, entries: Sequence[Review], voices: Voices) -> Claim:
    """Apply the edits of one account in their order."""
    for entry in entries:
        if entry.edit is not None:
            claim = edit_claim(claim, entry.edit, entry.by, voices)
    return claim


def edit_claim(claim: Claim, edit: Edit, by: str, voices: Voices) -> Claim:
    """Give a claim as a person reads it; it keeps its id."""
    chain, root = claim.voices, claim.root
    if edit.voice is not None:
        chain, root = voices.chain(claim, edit.voice), None
    return replace(
        claim,
        quantity=_amount(claim, edit, by),
        answer=_answer(claim, edit),
        voices=chain,
        root=root,
        reason=f"{claim.reason}; edited by {by}",
        origin=claim.id,
    )


def _answer(claim: Claim, edit: Edit) -> Term | None:
    """Give the answer of a claim as a person reads it: a name, or a kind as it is called."""
    if claim.answer is None or edit.text is None:
        return claim.answer
    kind = find_means(edit.text, None, claim.language) if claim.asked is Asked.MEANS else None
    return Term(concept=kind or f"={edit.text}", span=claim.answer.span)


def _amount(claim: Claim, edit: Edit, by: str) -> Quantity | None:
    """Give the amount of a claim as a person reads it."""
    old = claim.quantity
    if edit.interval is None and (edit.unit is None or old is None):
        return old
    interval = edit.interval or (old.interval if old else None)
    if interval is None:
        return old
    unit = edit.unit or None if edit.unit is not None else (old.unit if old else None)
    kept = unit == (old.unit if old else None)
    is_date = old is not None and kept and old.kind is QuantityKind.DATE
    return Quantity(
        span=old.span if old else claim.span,
        kind=QuantityKind.DATE if is_date else QuantityKind.AMOUNT,
        interval=interval,
        stated=(interval.low,) if interval.low is not None and interval.is_point else (),
        hedge=hedge_of(interval) if edit.interval or old is None else old.hedge,
        dimension=old.dimension if old and kept else (dimension_of(unit) or "count"),
        unit=unit,
        per=old.per if old else None,
        counted=old.counted if old else None,
        of_total=old.of_total if old else None,
        reason=f"as {by} reads it",
    )


def hedge_of(interval: Interval) -> Hedge:
    """Name how an interval bounds the number."""
    if interval.is_point:
        return Hedge.EXACT
    if interval.low is None:
        return Hedge.LESS_THAN if interval.high_open else Hedge.AT_MOST
    if interval.high is None:
        return Hedge.MORE_THAN if interval.low_open else Hedge.AT_LEAST
    return Hedge.BETWEEN


class Voices:
    """Makes the voice of a name that a person gives."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_name = {name.casefold(): actor for actor in actors for name in actor.names}

    def chain(self, claim: Claim, name: str) -> tuple[Voice, ...]:
        """Give the voices of a claim with another one innermost; the document may be it."""
        outlet, *between = claim.voices
        if name.casefold() == outlet.name.casefold():
            return (outlet,)
        return (outlet, *between[:-1], self._voice(name, claim.document))

    def _voice(self, name: str, document: str) -> Voice:
        """Make the voice of a name, on its first mention in the document where there is one."""
        actor = self._by_name.get(name.casefold())
        if actor is None:
            return Voice(name=name, kind=VoiceKind.PERSON)
        spans = (span for span in actor.mentions if span.document == document)
        return Voice(name=name, kind=actor.kind, span=next(spans, None))
