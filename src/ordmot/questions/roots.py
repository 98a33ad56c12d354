"""Root sources: whom an account ultimately goes back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ordmot.ledger import Actor, Claim, Reading, Span, Voice, VoiceKind
from ordmot.questions.bodies import Bodies
from ordmot.questions.profile import names_in
from ordmot.questions.stories import tell_stories

_SENTENCE = 6
"""Words from which a sentence that two documents share is no chance."""


class Roots:
    """Looks up the root source of any claim of a case."""

    def __init__(self, readings: Sequence[Reading], actors: Sequence[Actor]) -> None:
        self._by_id = {actor.id: actor for actor in actors}
        self._by_span = {span: actor for actor in actors for span in actor.mentions}
        self._by_name = {name.casefold(): a for a in actors for name in a.names if _can_meet(a)}
        self._documents = {reading.document.id: reading.document for reading in readings}
        self._echoes = {c.id: s for r in readings for c, s in _echoes(r.claims)}
        stories = tell_stories([names_in(reading.claims) for reading in readings])
        self._twins = dict(_reprints([claim for reading in readings for claim in reading.claims]))
        self._stories = {r.document.id: s for r, s in zip(readings, stories, strict=True)}
        self._bodies = Bodies(self._named_bodies(readings, actors))

    def _named_bodies(
        self, readings: Sequence[Reading], actors: Sequence[Actor]
    ) -> Iterator[tuple[int, str]]:
        """Give the names of the bodies of each story: those that speak in it, and its outlets."""
        for reading in readings:
            for claim in reading.claims[:1]:
                outlet = self._root_of_outlet(claim.voices[0].name, reading.document.id)
                yield self._stories[reading.document.id], outlet
        for actor in actors:
            if actor.kind is not VoiceKind.PERSON:
                for document in {mention.document for mention in actor.mentions}:
                    yield self._stories[document], actor.name

    def root_of(self, claim: Claim) -> str:
        """Name the source that a claim goes back to: one public body, whatever it is called.

        A sentence that another document prints word for word goes back to where that one does.
        """
        claim = self._twins.get(claim.id, claim)
        root = self._own_root(claim)
        story = self._stories[claim.document]
        return self._bodies.one_of(root.split(" [document-")[0], story) or root

    def _own_root(self, claim: Claim) -> str:
        """Name the source that a claim goes back to.

        The speaker, or the body it speaks for; for the document's own words the voice that the
        paragraph continues, else the voice that the same document gives the same figure to (a
        headline echoes its story), else the outlet.
        """
        if claim.speaker.kind is not VoiceKind.DOCUMENT:
            return self._root_of_voice(claim.speaker, claim.document)
        if claim.root is not None:
            return self._root_of_name(claim.root, claim.document)
        source = self._echoes.get(claim.id)
        if source is not None:
            return self._root_of_voice(source.speaker, claim.document)
        return self._root_of_outlet(claim.speaker.name, claim.document)

    def _root_of_outlet(self, name: str, document: str) -> str:
        """Name the root of what a document says itself: a press release is its body speaking."""
        actor = self._by_name.get(name.casefold())
        return self._last_body(actor, document) if actor is not None else name

    def _root_of_voice(self, voice: Voice, document: str) -> str:
        actor = self._actor_of_span(voice.span)
        if actor is None:
            return self._root_of_name(voice.speaks_for or voice.name, document)
        return self._last_body(actor, document)

    def _actor_of_span(self, span: Span | None) -> Actor | None:
        return self._by_span.get(span) if span is not None else None

    def _root_of_name(self, name: str, document: str) -> str:
        actor = self._by_name.get(name.casefold())
        return self._last_body(actor, document) if actor is not None else f"{name} [{document}]"

    def _last_body(self, actor: Actor, document: str) -> str:
        """Follow "speaks for" to the end; anonymous voices keep their document beside them."""
        seen = {actor.id}
        while actor.speaks_for in self._by_id and actor.speaks_for not in seen:
            actor = self._by_id[actor.speaks_for]
            seen.add(actor.id)
        return actor.name if _can_meet(actor) else f"{actor.name} [{document}]"


def _can_meet(actor: Actor) -> bool:
    """Tell whether an actor is one across documents: a person or body, not "a driver"."""
    return actor.kind not in (VoiceKind.ANONYMOUS, VoiceKind.GROUP)


def _reprints(claims: Sequence[Claim]) -> Iterator[tuple[str, Claim]]:
    """Pair each claim of a sentence that several documents print with that of the first of them."""
    first: dict[tuple[str, str, int], Claim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.document, claim.span.start, claim.id)):
        words = " ".join(claim.sentence.text.casefold().split())
        if len(words.split()) < _SENTENCE:
            continue
        place = claim.span.start - claim.sentence.start
        amount = claim.quantity.span.text if claim.quantity else ""
        twin = first.setdefault((words, amount, place), claim)
        if twin.document != claim.document:
            yield claim.id, twin


def _echoes(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Pair each unsourced figure with the sourced claim of its document that says the same."""
    sourced = [c for c in claims if c.speaker.kind is not VoiceKind.DOCUMENT]
    pairs = []
    for claim in claims:
        if claim.quantity is None or claim.speaker.kind is not VoiceKind.DOCUMENT:
            continue
        same = [other for other in sourced if _says_the_same(claim, other)]
        if same:
            pairs.append((claim, same[0]))
    return pairs


def _says_the_same(claim: Claim, other: Claim) -> bool:
    """Tell whether two claims give the same figure for the same counted event."""
    if other.quantity is None or claim.quantity is None:
        return False
    same_figure = claim.quantity.interval == other.quantity.interval
    same_thing = _concepts(claim) == _concepts(other)
    return same_figure and claim.quantity.unit == other.quantity.unit and same_thing


def _concepts(claim: Claim) -> tuple[str | None, str | None]:
    return (
        claim.counted.concept if claim.counted else None,
        claim.predicate.concept if claim.predicate else None,
    )
