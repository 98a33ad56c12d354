"""Which accounts of different questions are laid beside one another: far from all pairs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ordmot.gaps.accounts import Account
from ordmot.gaps.kinship import NEAR
from ordmot.lexicon import related

FEW = 200
"""Accounts that all meet, in whatever documents; of more, those whose documents are tied."""


class Ties:
    """Which documents are tied: they answer some question together."""

    def __init__(self, questions: Sequence[Sequence[Account]]) -> None:
        self._tied: defaultdict[str, set[str]] = defaultdict(set)
        for accounts in questions:
            documents = {account.claim.document for account in accounts}
            for document in documents:
                self._tied[document] |= documents

    def are_tied(self, one: Account, other: Account) -> bool:
        """Tell whether two accounts stand in one document or in tied ones."""
        return (
            one.claim.document == other.claim.document
            or other.claim.document in self._tied[one.claim.document]
        )


def pairs_of_events(accounts: Sequence[Account], ties: Ties) -> Iterator[tuple[int, int]]:
    """Give the pairs that may speak of one event, the smaller index first, in order."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    near = _near_events(accounts)
    keys = [_events_of(account, near) for account in accounts]
    for index, events in enumerate(keys):
        for event in events:
            holders[event].append(index)
    for index, account in enumerate(accounts):
        met: set[int] = set()
        for event in keys[index]:
            held = holders[event]
            later = held[bisect_right(held, index) :]
            is_crowd = len(held) > FEW
            met.update(o for o in later if not is_crowd or ties.are_tied(account, accounts[o]))
        yield from ((index, other) for other in sorted(met))


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
