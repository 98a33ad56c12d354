"""Actors as people tell them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ordmot.ledger import (
    Actor,
    Comparison,
    Decision,
    Finder,
    Findings,
    Merge,
    Reading,
    Review,
    Span,
    Texts,
    VoiceKind,
)

_KIND = "actor-"


def decide_actors(
    readings: Sequence[Reading], actors: Sequence[Actor], log: Sequence[Review]
) -> tuple[Actor, ...]:
    """Give the actors as people merged and split them, and those only people named."""
    own = [e for e in log if e.subject.startswith(_KIND)]
    named = _named_by_people(readings, actors, log)
    if not own and not named:
        return tuple(actors)
    roster = _Roster(readings, (*actors, *named))
    for entry in own:
        if entry.decision is Decision.MERGED:
            roster.merge(entry)
        elif entry.decision is Decision.SPLIT:
            roster.split(entry)
    return tuple(sorted(roster.actors, key=lambda actor: (actor.name, actor.id)))


def _named_by_people(
    readings: Sequence[Reading], actors: Sequence[Actor], log: Sequence[Review]
) -> tuple[Actor, ...]:
    """Make the actors of the voices that people gave accounts to and no text introduces."""
    given = {entry.edit.voice for entry in log if entry.edit and entry.edit.voice}
    given |= {
        voice.name
        for entry in log
        if entry.account is not None
        for voice in entry.account.voices
        if voice.span is None and voice.kind is not VoiceKind.DOCUMENT
    }
    if not given:
        return ()
    known = {name.casefold() for actor in actors for name in actor.names}
    known |= {c.voices[0].name.casefold() for reading in readings for c in reading.claims}
    new = {name.casefold(): name for name in sorted(given) if name.casefold() not in known}
    return tuple(Actor(name=name, kind=VoiceKind.PERSON, mentions=()) for name in new.values())


class _Roster:
    """The actors of a case while people's decisions are applied to them."""

    def __init__(self, readings: Sequence[Reading], actors: Iterable[Actor]) -> None:
        self.actors = list(actors)
        self._readings = readings

    def merge(self, entry: Review) -> None:
        """Make one actor of several: the first keeps its name."""
        first, *others = self._found(entry)
        rest = [actor for actor in others if actor is not None and actor is not first]
        if first is None or not rest:
            return
        spans = {span for actor in (first, *rest) for span in actor.mentions}
        merges = {m.name: m for actor in (first, *rest) for m in actor.merges}
        for actor in rest:
            merges.setdefault(actor.name, Merge(name=actor.name, reason=f"merged by {entry.by}"))
        merges.pop(first.name, None)
        whole = replace(
            first,
            mentions=tuple(sorted(spans, key=_place)),
            merges=tuple(merges[name] for name in sorted(merges)),
            descriptor=_first(a.descriptor for a in (first, *rest)),
            speaks_for=_first(a.speaks_for for a in (first, *rest)),
        )
        self._put(whole, {actor.id for actor in (first, *rest)})

    def split(self, entry: Review) -> None:
        """Make an actor of its own of the names that leave."""
        (actor, *_) = self._found(entry)
        leaving = [name for name in entry.names if actor is not None and name in actor.names]
        if actor is None or not leaving or len(leaving) == len(actor.names):
            return
        staying = [name for name in actor.names if name not in leaving]
        self._put(self._part(actor, staying), {actor.id})
        self.actors.append(self._part(actor, leaving))

    def _part(self, actor: Actor, names: Sequence[str]) -> Actor:
        """Give the part of an actor that goes by some of its names."""
        spans = {span for name in names for span in self._spans_of[name]} & set(actor.mentions)
        return replace(
            actor,
            name=names[0],
            mentions=tuple(sorted(spans, key=_place)),
            merges=tuple(merge for merge in actor.merges if merge.name in names[1:])
            + tuple(
                Merge(name=name, reason="split off together")
                for name in names[1:]
                if name not in {merge.name for merge in actor.merges}
            ),
        )

    @property
    def _spans_of(self) -> Mapping[str, set[Span]]:
        """Say where each name is introduced."""
        found: defaultdict[str, set[Span]] = defaultdict(set)
        for reading in self._readings:
            for statement in reading.statements:
                for voice in statement.voices:
                    if voice.span is not None:
                        found[voice.name].add(voice.span)
                        found[voice.speaks_for or voice.name].add(voice.span)
        return found

    def _found(self, entry: Review) -> list[Actor | None]:
        """Find the actors that an entry is about."""
        finder = Finder(Texts(()), Findings(Comparison(actors=tuple(self.actors))))
        by_id = {actor.id: actor for actor in self.actors}
        ids = (finder.find(subject) for subject in (entry.about, *entry.others))
        return [by_id[each] if each is not None else None for each in ids]

    def _put(self, actor: Actor, replaced: set[str]) -> None:
        """Put an actor in the place of others; whoever spoke for one of them speaks for it."""
        kept = [each for each in self.actors if each.id not in replaced]
        self.actors = [self._speaking_for(each, actor.id, replaced) for each in (*kept, actor)]

    def _speaking_for(self, actor: Actor, body: str, replaced: set[str]) -> Actor:
        """Let an actor speak for the body that took the place of others, never for itself."""
        if actor.speaks_for not in replaced:
            return actor
        return replace(actor, speaks_for=None if actor.id == body else body)


def _first(values: Iterable[str | None]) -> str | None:
    """Give the first value there is."""
    return next((value for value in values if value), None)


def _place(span: Span) -> tuple[str, int, int]:
    return span.document, span.start, span.end
