"""Which accounts of different questions are laid beside one another: far from all pairs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ordmot.gaps.accounts import Account
from ordmot.gaps.reach import NEAR
from ordmot.lexicon import related

FEW = 200
"""Accounts that all meet, in whatever documents; of more, those whose documents are tied."""


class Ties:
    """Which documents are tied: they answer some question together. A document is so to itself."""

    def __init__(self, questions: Iterable[frozenset[str]]) -> None:
        self._tied: defaultdict[str, set[str]] = defaultdict(set)
        for documents in questions:
            for document in documents:
                self._tied[document] |= documents

    def to(self, document: str) -> set[str]:
        """Give the documents tied to one, itself included."""
        return self._tied.get(document, set()) | {document}

    def are_tied(self, one: Account, other: Account) -> bool:
        """Tell whether two accounts stand in one document or in tied ones."""
        return (
            one.claim.document == other.claim.document
            or other.claim.document in self._tied[one.claim.document]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Accounts that may speak of one event: each of `own` meets the others of it and all `guests`.

    `place` names it: the event, and in a crowd the document that `own` stand in.
    """

    place: tuple[str, str]
    own: tuple[int, ...]
    guests: tuple[int, ...]


def meetings(accounts: Sequence[Account], ties: Ties) -> Iterator[Meeting]:
    """Give the meetings of accounts, by their places in the sequence.

    Where an event has few accounts all meet; in a crowd those of tied documents.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    near = _near_events(accounts)
    for index, account in enumerate(accounts):
        for event in _events_of(account, near):
            holders[event].append(index)
    for event, held in holders.items():
        if len(held) > FEW:
            yield from _in_crowd(event, held, accounts, ties)
        elif len(held) > 1:
            yield Meeting(place=(event, ""), own=tuple(held), guests=())


def _in_crowd(
    event: str, held: Sequence[int], accounts: Sequence[Account], ties: Ties
) -> Iterator[Meeting]:
    """Give the meetings of many accounts: of each document with the tied ones that follow it."""
    standing: defaultdict[str, list[int]] = defaultdict(list)
    for index in held:
        standing[accounts[index].claim.document].append(index)
    for document, own in standing.items():
        tied = sorted(d for d in ties.to(document) if d > document and d in standing)
        guests = tuple(index for other in tied for index in standing[other])
        if guests or len(own) > 1:
            yield Meeting(place=(event, document), own=tuple(own), guests=guests)


def _events_of(account: Account, near: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Give the events through which an account meets others: its own, like ones, those named."""
    own = account.claim.predicate
    named = {term.concept for term in account.claim.participants}
    return frozenset(named | near[own.concept] if own is not None else ())


def _near_events(accounts: Sequence[Account]) -> Mapping[str, frozenset[str]]:
    """Give for each event of the accounts the like ones among them, itself included."""
    events = {a.claim.predicate.concept for a in accounts if a.claim.predicate is not None}
    known = sorted(event for event in events if event[0] not in "~=")
    near = {event: frozenset({event}) for event in events}
    for event in known:
        like = (other for other in known if related(event, other) >= NEAR)
        near[event] |= frozenset(like)
    return near


class Sizes:
    """Finds accounts by the middle of their interval."""

    def __init__(self, accounts: Sequence[Account], ties: Ties) -> None:
        self._accounts = accounts
        self._ties = ties
        sized = sorted(
            (abs(account.interval.middle), index)
            for index, account in enumerate(accounts)
            if account.interval is not None and account.interval.middle
        )
        self._middles = [middle for middle, _ in sized]
        self._places = [index for _, index in sized]

    def near(self, middle: float, share: float, beside: Account) -> Iterator[int]:
        """Give the accounts whose middle is within a share of its own size of `middle`, in order.

        Where very many are, only those of documents tied to that of `beside`.
        """
        low, high = abs(middle) / (1 + share), abs(middle) / (1 - share)
        found = self._places[
            bisect_left(self._middles, low * 0.999) : bisect_right(self._middles, high * 1.001)
        ]
        is_crowd = len(found) > FEW
        for index in sorted(found):
            if not is_crowd or self._ties.are_tied(beside, self._accounts[index]):
                yield index
