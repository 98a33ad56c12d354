"""Gathering claims into questions: pairs first, the surest joined first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ordmot.lexicon import is_kind_of, related
from ordmot.lexicon.frames import are_those_present, can_be_same_people, means_anybody
from ordmot.questions.blocking import candidates
from ordmot.questions.matching import Match, match, rate_alone, rate_in_case
from ordmot.questions.profile import Profile, Weights
from ordmot.questions.rows import SIBLINGS, stated_size

JOIN_AT = 0.26
"""Mean score across two groups from which they are one question."""
LINK_AT = 0.18
"""Scores below this are not worth remembering."""
_KEPT = 1_000_000
"""Pairs whose rating is kept: some hundred megabytes at most."""
_WIDEST_RATIO = 100
"""No account is a hundred times another's: such figures count different things."""
_APART = 0.05
"""Score of two claims whose match is not remembered."""
_PARTS = 1_000_000
"""Scores are kept in millionths: whole numbers add up to the same whatever the order."""


class Ratings:
    """What pairs of claims tell by themselves, kept for when the case is compared again.

    The most of what two claims are compared by does not depend on the rest of the case.
    """

    def __init__(self, before: Ratings | None = None, profiles: Sequence[Profile] = ()) -> None:
        """Keep what is known `before` of the claims that the profiles still have."""
        known: Mapping[str, Profile] = before.profiles if before is not None else {}
        self._before: Mapping[tuple[str, str], float] = before._rated if before else {}
        self.profiles: Mapping[str, Profile] = {profile.claim.id: profile for profile in profiles}
        self._new = {
            profile.claim.id
            for profile in profiles
            if profile.claim.id not in known or not profile.reads_as(known[profile.claim.id])
        }
        self._rated: dict[tuple[str, str], float] = {}

    def rate(self, one: Profile, other: Profile, weights: Weights) -> float:
        """Give what two claims tell by themselves, in log-odds."""
        pair = (one.claim.id, other.claim.id)
        rated = self._before.get(pair) if self._new.isdisjoint(pair) else None
        if rated is None:
            rated = rate_alone(one, other, weights)
        if len(self._rated) < _KEPT:
            self._rated[pair] = rated
        return rated


class Matches:
    """The scores between the claims of one dimension, those worth remembering only."""

    def __init__(
        self, profiles: Sequence[Profile], weights: Weights, ratings: Ratings | None = None
    ) -> None:
        self.profiles = profiles
        self._weights = weights
        self._ratings = ratings or Ratings()
        self._links: list[dict[int, int]] = [{} for _ in profiles]
        for one, other in candidates(profiles):
            score = self._rate(profiles[one], profiles[other])
            if score >= LINK_AT:
                self._links[one][other] = self._links[other][one] = round(score * _PARTS)

    def _rate(self, one: Profile, other: Profile) -> float:
        """Rate two claims; 0 where they are surely no link."""
        alone = self._ratings.rate(one, other, self._weights)
        return rate_in_case(one, other, self._weights, alone, LINK_AT)

    def links(self, index: int) -> Mapping[int, int]:
        """Give the claims that one is linked to, with the score in millionths."""
        return self._links[index]

    def score(self, one: int, other: int) -> float:
        """Give the score of two claims; those never linked are apart."""
        return self._links[one].get(other, _APART * _PARTS) / _PARTS

    def between(self, one: int, other: int) -> Match:
        """Give the match of two claims with its reasons, worked out anew."""
        return match(self.profiles[one], self.profiles[other], self._weights)

    def strongest_first(self) -> Iterator[tuple[int, int]]:
        """Give the pairs from the surest down, ties in the order of the claims' ids."""
        ids = [profile.claim.id for profile in self.profiles]
        pairs = (
            (one, other) for one, links in enumerate(self._links) for other in links if one < other
        )
        yield from sorted(
            pairs, key=lambda p: (-self._links[p[0]][p[1]], *sorted((ids[p[0]], ids[p[1]])))
        )


class _Groups:
    """Groups that grow together; each knows the sum and number of its links to every other."""

    def __init__(self, matches: Matches) -> None:
        self._profiles = matches.profiles
        everyone = range(len(matches.profiles))
        self._home = list(everyone)
        self._members = {index: [index] for index in everyone}
        self._stories = {index: _stories_of(matches.profiles[index]) for index in everyone}
        self._sizes = {index: _size_range(matches.profiles[index]) for index in everyone}
        self._kinds = {index: _kinds_of_people(matches.profiles[index]) for index in everyone}
        self._links = {
            index: {other: (score, 1) for other, score in matches.links(index).items()}
            for index in everyone
        }

    def consider(self, one: int, other: int) -> None:
        """Make the groups of two claims one if their members match on average."""
        left, right = self._home[one], self._home[other]
        if left != right and self._match(left, right) and self._can_be_one(left, right):
            small, large = sorted((left, right), key=lambda g: (len(self._members[g]), g))
            self._merge(small, large)

    def _match(self, left: int, right: int) -> bool:
        """Tell whether the mean score across two groups is high enough."""
        total, links = self._links[left].get(right, (0, 0))
        pairs = len(self._members[left]) * len(self._members[right])
        total += round(_APART * _PARTS) * (pairs - links)
        return total >= round(JOIN_AT * _PARTS) * pairs

    def _can_be_one(self, left: int, right: int) -> bool:
        """Tell whether two groups tell one story, in figures of sizes that one thing has.

        Both may count people; but civilians and fighters are not one another.
        """
        stories = self._stories[left] | self._stories[right]
        if len(stories) > 1 or _exclude(self._kinds[left], self._kinds[right]):
            return False
        both = _widen(self._sizes[left], self._sizes[right])
        return both is None or both[1] <= _WIDEST_RATIO * both[0]

    def _merge(self, small: int, large: int) -> None:
        """Take one group into another, with its links."""
        for index in self._members[small]:
            self._home[index] = large
        self._members[large] += self._members.pop(small)
        self._stories[large] |= self._stories.pop(small)
        self._kinds[large] |= self._kinds.pop(small)
        self._sizes[large] = _widen(self._sizes[small], self._sizes[large])
        for other, (total, links) in self._links.pop(small).items():
            del self._links[other][small]
            if other != large:
                known, number = self._links[large].get(other, (0, 0))
                joined = (known + total, number + links)
                self._links[large][other] = self._links[other][large] = joined

    def found(self) -> list[list[int]]:
        """Give the groups, each in order."""
        return sorted(sorted(members) for members in self._members.values())


def gather(matches: Matches) -> list[list[int]]:
    """Gather claims into groups whose members match on average; singles stay alone."""
    groups = _Groups(matches)
    for one, other in matches.strongest_first():
        groups.consider(one, other)
    return groups.found()


def _stories_of(profile: Profile) -> frozenset[int]:
    """Give the story that a claim's document tells, none where that is not sure."""
    return frozenset({profile.story}) if profile.is_placed else frozenset()


def _kinds_of_people(profile: Profile) -> frozenset[str]:
    """Give the kind of people that a claim counts, none where it counts people or other things."""
    kind = profile.counted
    if kind is None or kind == "person" or means_anybody(kind):
        return frozenset()
    return frozenset({kind}) if is_kind_of(kind, "person") else frozenset()


def _exclude(some: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two sets hold kinds that are none of one another, nor near: "rebels", "men"."""
    pairs = ((one, other) for one in some for other in others)
    return any(
        related(*pair) <= SIBLINGS
        and not (all(map(are_those_present, pair)) or can_be_same_people(*pair))
        for pair in pairs
    )


_Range = tuple[float, float] | None


def _size_range(profile: Profile) -> _Range:
    """Give the size of a figure as a range, None where it has none or is nought."""
    size = stated_size(profile)
    return (size, size) if size else None


def _widen(one: _Range, other: _Range) -> _Range:
    """Give the range that holds two."""
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])
