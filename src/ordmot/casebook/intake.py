"""Taking documents in: only what is new is read, each is stored as soon as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ordmot.casebook.gathering import Found, load
from ordmot.flow import Engine, Plan, Progress, Store, read_one, refusal_of
from ordmot.ledger import Metadata, Reading, Refusal, Source, sha256_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the documents that were given: each is in exactly one of the three.

    `read` and `known` are names; `outdated` counts the documents of the case that an older
    Ordmot read.
    """

    read: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    outdated: int = 0

    @property
    def total(self) -> int:
        """Count the documents that were given."""
        return len(self.read) + len(self.known) + len(self.refused)


class Intake:
    """One round of taking documents into a store."""

    def __init__(self, store: Store, plan: Plan, progress: Progress) -> None:
        self._store = store
        self._plan = plan
        self._progress = progress
        self._read: list[str] = []
        self._known: list[str] = []
        self._refused: list[Refusal] = []

    def take(self, engine: Engine, sources: Iterable[Source], total: int) -> None:
        """Read sources and store each as soon as it is read."""
        self._progress.begin("reading", total)
        reading = partial(read_one, self._plan)
        for source, result in engine.map(reading, sources, refusal_of):
            if isinstance(result, Refusal):
                self.refuse(result)
            else:
                self._keep(source, result)
        self._progress.end()

    def load(
        self, files: Sequence[Found], given: Metadata | None, *, again: bool
    ) -> Iterator[Source]:
        """Load files one by one, and leave out what is there already."""
        return self.choose((load(found, given) for found in files), again=again)

    def choose(
        self, sources: Iterable[Source | Refusal], *, again: bool = False
    ) -> Iterator[Source]:
        """Leave out what is there already and what could not be loaded."""
        stored = {entry.sha256: entry.id for entry in self._store.entries()}
        known = set() if again else set(stored)
        for source in sources:
            if isinstance(source, Refusal):
                self.refuse(source)
                continue
            digest = sha256_of(source.data)
            if digest in known:
                self._pass_over(source.name)
                continue
            known.add(digest)
            yield self._with_given(source, stored.get(digest))

    def _with_given(self, source: Source, document_id: str | None) -> Source:
        """Keep what a person said earlier about a document that is read again."""
        if document_id is None:
            return source
        given = self._store.given(document_id)
        return replace(source, metadata=source.metadata.fill(given))

    def refuse(self, refusal: Refusal) -> None:
        """Record that a document could not be read."""
        self._store.refuse(refusal)
        self._refused.append(refusal)
        self._progress.advance(refusal.name)

    def result(self) -> Added:
        """Say what became of everything, and drop refusals that no longer hold."""
        self._settle()
        return Added(
            read=tuple(sorted(self._read)),
            known=tuple(sorted(self._known)),
            refused=tuple(sorted(self._refused, key=lambda refusal: refusal.name)),
            outdated=sum(entry.version != self._plan.version for entry in self._store.entries()),
        )

    def _keep(self, source: Source, reading: Reading) -> None:
        """Store one reading."""
        self._store.keep(source, reading, self._plan.version)
        self._read.append(source.name)
        self._progress.advance(source.name)

    def _pass_over(self, name: str) -> None:
        """Note that a document is there already."""
        self._known.append(name)
        self._progress.advance(name)

    def _settle(self) -> None:
        """Drop earlier refusals of the names of this round that were not refused again."""
        current = {refusal.id for refusal in self._refused}
        names = {*self._read, *self._known, *(refusal.name for refusal in self._refused)}
        stale = [
            refusal.id
            for refusal in self._store.refusals()
            if refusal.name in names and refusal.id not in current
        ]
        if stale:
            self._store.forget_refusals(stale)
