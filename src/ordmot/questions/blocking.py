"""Which claims are compared at all: those that share a kind, in documents that may be of one event.

Without this every claim would meet every other. A kind that few claims share lets all of them meet.
One that many share ("killed", in an archive) lets those meet whose documents are nearest to one
another by the names that they share, the rare names first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

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
    holders = _holders(profiles)
    near = _near_documents(profiles)
    rivals = _rivals(profiles)
    for index, profile in enumerate(profiles):
        met = set(rivals[index])
        for key in profile.keys:
            met.update(_met(holders[key], profile.document, near))
        yield from ((index, other) for other in sorted(met) if other > index)


class _Holders:
    """The claims that share one kind, by document."""

    def __init__(self) -> None:
        self.by_document: dict[int, list[int]] = {}
        self.total = 0

    def add(self, document: int, index: int) -> None:
        """Note that a claim has the kind."""
        self.by_document.setdefault(document, []).append(index)
        self.total += 1


def _holders(profiles: Sequence[Profile]) -> Mapping[str, _Holders]:
    """Give the claims of each kind."""
    holders: defaultdict[str, _Holders] = defaultdict(_Holders)
    for index, profile in enumerate(profiles):
        for key in profile.keys:
            holders[key].add(profile.document, index)
    return holders


def _met(holders: _Holders, document: int, near: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """Give the claims that a claim of a document meets through a kind."""
    is_shared_by_few = holders.total <= FEW
    documents = holders.by_document if is_shared_by_few else near[document]
    for other in documents:
        held = holders.by_document.get(other, ())
        if len(held) <= _CROWD:
            yield from held


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
    shared: Counter[int] = Counter()
    for word in words:
        held = holders[word]
        if len(held) <= _EVERYWHERE:
            worth = _UNIT // len(held)
            for other in held:
                shared[other] += worth
    shared.pop(document, None)
    least = max(shared.values(), default=0) // _FAR
    ranked = sorted(shared, key=lambda other: (-shared[other], other))
    yield from (other for other in ranked[:NEAREST] if shared[other] >= least)


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
