"""Which claims are compared at all: those that share a kind, in documents that may be of one event.

Without this every claim would meet every other. A kind that few claims share lets all of them meet.
One that many share ("killed", in an archive) lets those meet whose documents are nearest to one
another by the names that they share, the rare names first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ordmot.questions.profile import Profile

FEW = 150
"""Claims that share a kind and all meet, whatever their documents are about."""
NEAREST = 30
"""Documents that the claims of one document meet through a kind that many share."""
_CROWD = 600
"""A kind that so many claims of one document share tells nothing there."""
_EVERYWHERE = 2_000
"""A name in more documents than these tells nothing of what they are about."""
_FAR = 6
"""A document that shares so many times less than the nearest one is of another event."""
_UNIT = 1_000_000
"""The worth of a name that one document has; whole numbers, so that sums do not depend on order."""


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Give the pairs of claims worth comparing, each once, the smaller index first, in order."""
    keys = [profile.keys for profile in profiles]
    holders = _holders(profiles, keys)
    near = _near_documents(profiles)
    rivals = _rivals(profiles)
    for index, profile in enumerate(profiles):
        found = (holders[key].met_by(profile.document, near) for key in keys[index])
        met = set(rivals[index]).union(*found)
        yield from ((index, other) for other in sorted(met) if other > index)


class _Holders:
    """The claims that share one kind, by document."""

    def __init__(self) -> None:
        self.by_document: dict[int, list[int]] = {}
        self.total = 0
        self._last: tuple[int | None, list[int]] | None = None

    def add(self, document: int, index: int) -> None:
        """Note that a claim has the kind."""
        self.by_document.setdefault(document, []).append(index)
        self.total += 1

    def met_by(self, document: int, near: Mapping[int, Sequence[int]]) -> Sequence[int]:
        """Give the claims that a claim of a document meets through the kind."""
        place = document if self.total > FEW else None
        if self._last is None or self._last[0] != place:  # a document's claims come together
            documents = self.by_document if place is None else near[document]
            self._last = (place, list(self._standing_in(documents)))
        return self._last[1]

    def _standing_in(self, documents: Iterable[int]) -> Iterator[int]:
        """Give the claims in some documents."""
        for document in documents:
            held = self.by_document.get(document, ())
            if len(held) <= _CROWD:
                yield from held


def _holders(profiles: Sequence[Profile], keys: Sequence[frozenset[str]]) -> Mapping[str, _Holders]:
    """Give the claims of each kind."""
    holders: defaultdict[str, _Holders] = defaultdict(_Holders)
    for index, profile in enumerate(profiles):
        for key in keys[index]:
            holders[key].add(profile.document, index)
    return holders


def _near_documents(profiles: Sequence[Profile]) -> Mapping[int, Sequence[int]]:
    """Give for each document itself, its nearest ones and those that it is a nearest one of."""
    names = {profile.document: profile.document_names for profile in profiles}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for document, words in names.items():
        for word in words:
            holders[word].append(document)
    near: dict[int, set[int]] = {document: {document} for document in names}
    for document, words in names.items():
        for other in _nearest(document, words, holders):
            near[document].add(other)
            near[other].add(document)
    return {document: sorted(others) for document, others in near.items()}


def _nearest(
    document: int, words: frozenset[str], holders: Mapping[str, Sequence[int]]
) -> Iterator[int]:
    """Give the documents that share most with one: a name counts by how few documents have it."""
    shared: defaultdict[int, int] = defaultdict(int)
    for word in words:
        held = holders[word]
        if len(held) <= _EVERYWHERE:
            worth = _UNIT // len(held)
            for other in held:
                shared[other] += worth
    shared.pop(document, None)
    least = max(shared.values(), default=0) // _FAR
    near = [(-worth, other) for other, worth in shared.items() if worth >= least]
    yield from (other for _, other in sorted(near)[:NEAREST])


def _rivals(profiles: Sequence[Profile]) -> Mapping[int, Sequence[int]]:
    """Give for each claim those that its text sets it against, and the reverse."""
    places = {profile.claim.id: index for index, profile in enumerate(profiles)}
    rivals: defaultdict[int, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        rival = places.get(profile.claim.set_against or "")
        if rival is not None:
            rivals[index].append(rival)
            rivals[rival].append(index)
    return rivals
