"""From voices to actors: one person, body or role under all its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ordmot.actors.merging import RULES, Join, Naming, Rule
from ordmot.actors.names import belongs_to, known_actor, name_key
from ordmot.ledger import Actor, Merge, Reading, Span, Voice, VoiceKind

_NAMED = (VoiceKind.PERSON, VoiceKind.ORGANISATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sighting:
    """A voice where it speaks."""

    naming: Naming
    voice: Voice
    span: Span


def resolve(readings: Sequence[Reading], rules: Sequence[Rule] = RULES) -> tuple[Actor, ...]:
    """Resolve the voices of all documents to actors, sorted by name.

    Named voices meet across documents, by title-less name, known alias, acronym, surname or likely
    slip, each with its reason; anonymous ones ("a driver") stay within their document.
    """
    sightings = [*_sightings(readings)]
    namings = sorted({s.naming for s in sightings} | {*_outlets(readings)}, key=_naming_order)
    groups = _unite(namings, [join for rule in rules for join in rule(namings)])
    by_naming: dict[Naming, list[_Sighting]] = {}
    for sighting in sightings:
        by_naming.setdefault(sighting.naming, []).append(sighting)
    heard = [(group, joins) for group, joins in groups if any(n in by_naming for n in group)]
    actors = [_actor(group, joins, by_naming) for group, joins in heard]
    return tuple(sorted(_tie(actors, sightings), key=lambda actor: (actor.name, actor.id)))


def _naming_order(naming: Naming) -> tuple[str, str, str, bool]:
    return naming.key, naming.name, naming.document or "", naming.is_person


def _outlets(readings: Sequence[Reading]) -> Iterator[Naming]:
    """Give the publishers: a body that others quote is one with what it publishes itself."""
    for reading in readings:
        publisher = reading.document.metadata.publisher
        if publisher:
            yield Naming(name=publisher, document=None)


def _sightings(readings: Sequence[Reading]) -> Iterable[_Sighting]:
    """Give every voice that words introduce, outlets quoted included, and whom it speaks for."""
    for reading in readings:
        for statement in reading.statements:
            for voice in statement.voices:
                if voice.span is not None and voice.name.strip():
                    yield _sighting(voice, voice.span)
                    if voice.speaks_for:
                        yield _sighting(_body(voice), voice.span)


def _body(voice: Voice) -> Voice:
    """Give the body that a spokesman speaks for as a voice of its own."""
    return Voice(name=voice.speaks_for or "", kind=VoiceKind.ORGANISATION, span=voice.span)


def _sighting(voice: Voice, span: Span) -> _Sighting:
    document = None if voice.kind in _NAMED else span.document
    is_person = voice.kind is VoiceKind.PERSON
    naming = Naming(name=voice.name, document=document, is_person=is_person)
    return _Sighting(naming=naming, voice=voice, span=span)


def _unite(
    namings: Sequence[Naming], joins: Sequence[Join]
) -> list[tuple[list[Naming], list[Join]]]:
    """Gather names that joins connect into groups, each with the joins that made it."""
    home = {naming: naming for naming in namings}

    def root(naming: Naming) -> Naming:
        """Name the one that stands for the whole group; the way to it is halved as it is walked."""
        while home[naming] is not naming:
            home[naming] = home[home[naming]]
            naming = home[naming]
        return naming

    used: list[Join] = []
    for join in joins:
        one, other = root(join.one), root(join.other)
        if one is not other:
            home[other] = one
            used.append(join)
    groups: dict[Naming, tuple[list[Naming], list[Join]]] = {}
    for naming in namings:
        groups.setdefault(root(naming), ([], []))[0].append(naming)
    for join in used:
        groups[root(join.one)][1].append(join)
    return list(groups.values())


def _actor(
    group: Sequence[Naming], joins: Sequence[Join], by_naming: dict[Naming, list[_Sighting]]
) -> Actor:
    """Make the actor of a group of names: the fullest common name first."""
    sightings = [s for naming in group for s in by_naming.get(naming, ())]
    counts = Counter(s.voice.name for s in sightings)
    main = max(counts, key=lambda name: (known_actor(name_key(name)) == name, len(name), name))
    names = sorted({naming.name for naming in group} | {*counts})
    kinds = Counter(s.voice.kind for s in sightings)
    roles = sorted({s.voice.role for s in sightings if s.voice.role})
    return Actor(
        name=main,
        kind=max(kinds, key=lambda kind: (kinds[kind], kind.value)),
        mentions=tuple(sorted({s.span for s in sightings}, key=_place)),
        merges=tuple(_merge(name, joins) for name in names if name != main),
        descriptor=roles[0] if roles else None,
    )


def _place(span: Span) -> tuple[str, int, int]:
    return span.document, span.start, span.end


def _merge(name: str, joins: Sequence[Join]) -> Merge:
    """Give the reason why a name belongs to its actor: the join that brought it in."""
    for join in joins:
        if name in (join.one.name, join.other.name):
            return Merge(name=name, reason=join.reason, is_slip=join.is_slip)
    return Merge(name=name, reason="the same name")


def _tie(actors: Sequence[Actor], sightings: Sequence[_Sighting]) -> list[Actor]:
    """Tie spokesmen and agencies to the bodies they speak for."""
    owner = {name: actor for actor in actors for name in actor.names}
    known: dict[str | None, Actor] = {}
    for name, actor in owner.items():
        known[known_actor(name_key(name)) or name] = actor
    spoken_for: dict[str, Counter[str]] = {}
    for sighting in sightings:
        if sighting.voice.speaks_for:
            named = spoken_for.setdefault(sighting.voice.name, Counter())
            named[sighting.voice.speaks_for] += 1
    tied: list[Actor] = []
    for actor in actors:
        bodies: Counter[str] = Counter()
        for name in dict.fromkeys(actor.names):
            bodies.update(spoken_for.get(name, {}))
        body = owner.get(_surest_body(bodies)) if bodies else None
        if body is None:
            body = known.get(_wider_body(actor))
        tied.append(_with_body(actor, body))
    return tied


def _surest_body(bodies: Counter[str]) -> str:
    """Name the body that somebody speaks for: a known one first ("UNRWA"), then the most named."""
    known = [name for name in bodies if known_actor(name_key(name)) is not None]
    return max(known or bodies, key=lambda name: (bodies[name], name))


def _wider_body(actor: Actor) -> str | None:
    """Name the body that a known agency belongs to, None for all others."""
    name = known_actor(name_key(actor.name))
    return belongs_to(name) if name is not None else None


def _with_body(actor: Actor, body: Actor | None) -> Actor:
    if body is None or body.id == actor.id:
        return actor
    return Actor(
        name=actor.name,
        kind=actor.kind,
        mentions=actor.mentions,
        merges=actor.merges,
        descriptor=actor.descriptor,
        speaks_for=body.id,
    )
