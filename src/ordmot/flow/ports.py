"""The ports: what the flow needs of a machine, and adapters give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from ordmot.ledger import Comparison, Ledger, Metadata, Reading, Refusal, Review, Source

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Apply one function to many items, on one core or on many."""

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        rescue: Callable[[Item, str], Result],
    ) -> Iterator[tuple[Item, Result]]:
        """Give each item with its result, in whatever order they are done.

        Items are taken one by one as there is room. Where the process that works on an item dies
        (memory, a crash in a library), `rescue(item, why)` gives the result in its place.
        """
        ...


class Progress(Protocol):
    """Hear how far the work has come."""

    def begin(self, step: str, total: int | None) -> None:
        """Hear that a step begins: `reading`, `comparing`; None where its length is unknown."""
        ...

    def advance(self, name: str) -> None:
        """Hear that one item of the step is done."""
        ...

    def end(self) -> None:
        """Hear that the step is over."""
        ...


class Silence:
    """Progress that nobody watches."""

    def begin(self, step: str, total: int | None) -> None:
        """Say nothing."""

    def advance(self, name: str) -> None:
        """Say nothing."""

    def end(self) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document of a store, and the version of the plan that read it."""

    id: str
    sha256: str
    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a store holds at one moment, in an order that does not depend on how it came in.

    `mark` says of which documents and plan `comparison` was made, None where there is none;
    `handled` counts what had happened to the documents, as in `custody`.
    """

    entries: tuple[Entry, ...] = ()
    readings: tuple[Reading, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    reviews: tuple[Review, ...] = ()
    comparison: Comparison = field(default_factory=Comparison)
    mark: str | None = None
    handled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What happened to a document, and when (ISO 8601 UTC): `added` or `read again`.

    `sha256` is that of its original bytes, `version` that of the plan that read it.
    """

    document: str
    name: str
    sha256: str
    event: str
    at: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCell:
    """A cell that a person added to the spreadsheet: of which row, in which column of their own."""

    sheet: str
    row: str
    column: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A stored record that is not what it should be: its id and what is wrong."""

    record: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """How much was checked, and what was wrong."""

    documents: int
    records: int
    spans: int
    faults: tuple[Fault, ...]


class Store(Protocol):
    """Keep a case; every method is one transaction, done wholly or not at all."""

    def entries(self) -> tuple[Entry, ...]:
        """List the documents, by name."""
        ...

    def mark(self) -> str | None:
        """Say of which documents and plan the stored comparison is; None if there is none."""
        ...

    def stamp(self) -> str:
        """Name the state of the store: another name after any change, by whatever program."""
        ...

    def contents(self, before: Contents | None = None) -> Contents:
        """Give all there is, as of one moment; what is as it was `before` is taken over."""
        ...

    def refusals(self) -> tuple[Refusal, ...]:
        """Give the documents that could not be read, by name."""
        ...

    def original(self, document_id: str) -> bytes:
        """Give the bytes of a document as they came; CaseError if there is no such document."""
        ...

    def given(self, document_id: str) -> Metadata:
        """Give what a person said about a document when it was added."""
        ...

    def keep(self, source: Source, reading: Reading, version: str) -> None:
        """Keep a document with its reading, in place of an earlier reading of the same bytes.

        The comparison is then of other documents than there are: its mark goes.
        """
        ...

    def refuse(self, refusal: Refusal) -> None:
        """Keep that a document could not be read."""
        ...

    def custody(self) -> tuple[Handling, ...]:
        """Give what happened to the documents, in order; nothing ever changes or removes it."""
        ...

    def handled(self) -> int:
        """Count what happened to the documents: the number grows whenever one is read."""
        ...

    def own_cells(self) -> tuple[OwnCell, ...]:
        """Give the cells that people added to the spreadsheet."""
        ...

    def keep_own_cells(self, cells: Iterable[OwnCell]) -> None:
        """Keep cells that a person added; an empty value takes the cell away."""
        ...

    def forget_refusals(self, ids: Iterable[str]) -> None:
        """Drop refusals that no longer hold: the document was tried again and read."""
        ...

    def keep_comparison(self, comparison: Comparison, mark: str) -> None:
        """Keep a comparison in place of the one before."""
        ...

    def bring_in(self, ledger: Ledger, originals: Mapping[str, bytes], version: str) -> None:
        """Fill an empty case with a ledger and its log, as they are; CaseError if it is not empty.

        `originals` has the bytes of the documents by id, of those whose bytes came along.
        """
        ...

    def append_review(self, review: Review) -> Review:
        """Add what a person decided behind the last entry of the log, and give it as sealed.

        Nothing ever changes or removes an entry. Two that are added at once follow one another.
        """
        ...

    def reviews(self, since: int = 0) -> tuple[Review, ...]:
        """Give the log behind its first `since` entries, in the order in which it grew."""
        ...

    def head(self) -> str:
        """Give the seal of the last entry of the log, empty where there is none."""
        ...

    def examine(self) -> Examination:
        """Check every record: hashes, words at their offsets, ids."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...
