"""Gathering claims into questions: pairs first, the surest joined first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from ordmot.questions.profile import Profile, Weights
from ordmot.questions.rows import Match, match, stated_size

JOIN_AT = 0.3
"""Mean score across two groups from which they are one question."""
LINK_AT = 0.2
"""Scores below this are not worth remembering."""
_CROWD = 1500
"""A key that more claims share tells nothing; pairs meet through their rarer keys."""

_WIDEST_RATIO = 100
"""No account is a hundred times another's: such figures count different things."""

_APART = Match(score=0.05, reasons=())


class Matches:
    """The matches between the claims of one dimension, those worth remembering only."""

    def __init__(self, profiles: Sequence[Profile], weights: Weights) -> None:
        self.profiles = profiles
        self._found: dict[tuple[int, int], Match] = {}
        for pair in candidates(profiles):
            found = match(profiles[pair[0]], profiles[pair[1]], weights)
            if found.score >= LINK_AT:
                self._found[pair] = found

    def between(self, one: int, other: int) -> Match:
        """Give the match of two claims; those never compared are apart."""
        return self._found.get((min(one, other), max(one, other)), _APART)

    def strongest_first(self) -> Iterator[tuple[int, int]]:
        """Give the pairs from the surest down, ties in the order of the claims' ids."""
        ids = [profile.claim.id for profile in self.profiles]
        order = sorted(
            self._found,
            key=lambda p: (-round(self._found[p].score, 6), *sorted((ids[p[0]], ids[p[1]]))),
        )
        yield from order


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Give the pairs that share a key, so that unlike claims are never compared."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(profiles):
        for key in profile.keys:
            holders[key].append(index)
    linked = {profile.claim.id: index for index, profile in enumerate(profiles)}
    pairs = {
        pair for held in holders.values() if len(held) <= _CROWD for pair in combinations(held, 2)
    }
    for index, profile in enumerate(profiles):
        rival = linked.get(profile.claim.set_against or "")
        if rival is not None:
            pairs.add((min(index, rival), max(index, rival)))
    yield from sorted(pairs)


def gather(matches: Matches) -> list[list[int]]:
    """Gather claims into groups whose members match on average; singles stay alone."""
    group_of = {index: [index] for index in range(len(matches.profiles))}
    for one, other in matches.strongest_first():
        left, right = group_of[one], group_of[other]
        if left is right or _mean(matches, left, right) < JOIN_AT:
            continue
        if not _can_be_one(matches.profiles, left, right):
            continue
        left.extend(right)
        for index in right:
            group_of[index] = left
    unique = {id(group): sorted(group) for group in group_of.values()}
    return sorted(unique.values())


def _can_be_one(profiles: Sequence[Profile], left: Sequence[int], right: Sequence[int]) -> bool:
    """Tell whether no two figures are of sizes that no two accounts of one thing have."""
    sizes = [size for index in (*left, *right) if (size := stated_size(profiles[index]))]
    return not sizes or max(sizes) <= _WIDEST_RATIO * min(sizes)


def _mean(matches: Matches, left: Sequence[int], right: Sequence[int]) -> float:
    total = sum(matches.between(one, other).score for one in left for other in right)
    return total / (len(left) * len(right))
