"""Gathering yes and no: each dispute has its denials at the centre."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from ordmot.ledger import Act, Claim, Modality, VoiceKind
from ordmot.questions.clustering import Matches

DISPUTE_AT = 0.42
"""Score from which an assertion answers a denial, or two denials deny one thing."""
MEAN_AT = 0.3
"""Mean score beside all denials of a dispute from which one more claim belongs to it: what is near
one of them only makes a heap of neighbours."""
_SURE = 0.7
"""Score from which a yes surely answers a no that nobody in particular says."""
_OWN_MATTER = 0.9
"""Score from which an assertion surely answers one denial of a group that it is far from."""
_KIN = 0.6
"""Score from which a denial goes with another that is set apart from their group."""
_ONE_MATTER = 0.8
"""Score from which an assertion that answers two groups of denials makes them one."""
_PAIR = 2
_OWN_TERMS = 2
"""Terms that an assertion and a denial must share to be a matter of their own."""
_SOME_WORDS, _SAME_WORDS = 6, 0.75
"""Words of a clause, and the share of them, from which two are one text printed twice."""
_ANSWERS = (Act.DENY, Act.ADMIT, Act.CONFIRM)
_GUESSES = (Modality.SPECULATED, Modality.POSSIBLE)
_UNFIT = (*_GUESSES, Modality.PLANNED)
"""What is refused or only guessed is not denied."""


def gather_disputes(matches: Matches) -> list[list[int]]:
    """Gather propositions into disputes: like denials together, each assertion to its nearest one.

    A document's own no ("none of the five had been paid") belongs to a dispute, and opens one only
    where another document surely has somebody say yes.

    Assertions that nobody denies or admits make no dispute, however alike they are. What says in
    the same words what a dispute holds already belongs there too: papers print one agency's text.
    """
    claims = [profile.claim for profile in matches.profiles]
    answered = _answered(matches, claims)
    denials = [i for i, claim in enumerate(claims) if i in answered or _is_denial(claim)]
    asserted = [i for i, c in enumerate(claims) if c.is_affirmed and c.modality not in _GUESSES]
    home, centres = _set_apart(matches, asserted, *_gather_denials(matches, denials))
    into = _one_matter(matches, asserted, home, len(centres))
    disputes: list[list[int]] = [[] for _ in centres]
    for number, centre in enumerate(centres):
        disputes[into[number]] += centre
    joined: dict[int, int] = {}
    told_no = [i for i, claim in enumerate(claims) if i not in home and _is_no(claim)]
    for index in (*asserted, *told_no):
        nearest = _nearest(matches, index, home, centres)
        if nearest is not None:
            disputes[into[nearest]].append(index)
            joined[index] = into[nearest]
    for index in asserted:
        twins = [] if index in joined else _twins(matches, index, joined)
        if twins:
            disputes[joined[twins[0]]].append(index)
    pledged = _pledges(claims)
    told = (_without_headlines(claims, sorted(d)) for d in (*disputes, *pledged))
    return [d for d in told if _is_dispute([claims[i] for i in d])]


def _without_headlines(claims: Sequence[Claim], dispute: Sequence[int]) -> list[int]:
    """Leave out the headlines whose own story says the same: it has who says so."""
    told = {i: (claims[i].document, claims[i].is_affirmed) for i in dispute}
    stories = {told[i] for i in dispute if not claims[i].is_headline}
    return [i for i in dispute if not claims[i].is_headline or told[i] not in stories]


def _is_denial(claim: Claim) -> bool:
    """Tell whether a claim says no in somebody's name, or is an outright denial."""
    if claim.is_affirmed or claim.modality in _UNFIT:
        return False
    return claim.act is Act.DENY or claim.speaker.kind is not VoiceKind.DOCUMENT


def _is_no(claim: Claim) -> bool:
    """Tell whether a claim says that something is not so, in whose words ever, no headline's."""
    return not (claim.is_affirmed or claim.modality in _UNFIT or claim.is_headline)


def _answered(matches: Matches, claims: Sequence[Claim]) -> set[int]:
    """Find each no to which somebody in another document surely says yes."""
    return {
        index
        for index, claim in enumerate(claims)
        if _is_no(claim)
        for other in matches.links(index)
        if _says_yes(claims[other])
        and claims[other].document != claim.document
        and matches.score(index, other) >= _SURE
    }


def _says_yes(claim: Claim) -> bool:
    """Tell whether somebody asserts a claim, and not the document itself."""
    is_fit = claim.is_affirmed and claim.modality not in _UNFIT
    return is_fit and claim.speaker.kind is not VoiceKind.DOCUMENT


def _gather_denials(
    matches: Matches, denials: Sequence[int]
) -> tuple[dict[int, int], list[list[int]]]:
    """Join denials of the same thing: each goes to the group it is nearest to.

    Gives the number of the group of each denial, and the groups.
    """
    home: dict[int, int] = {}
    groups: list[list[int]] = []
    for index in denials:
        nearest = _nearest(matches, index, home, groups)
        if nearest is None:
            nearest = len(groups)
            groups.append([])
        groups[nearest].append(index)
        home[index] = nearest
    return home, groups


def _set_apart(
    matches: Matches, asserted: Sequence[int], home: dict[int, int], groups: list[list[int]]
) -> tuple[dict[int, int], list[list[int]]]:
    """Take a denial out of a group of others where an assertion surely answers it, and not them.

    "There were no complaints" stands among denials of warnings until somebody says that there were.
    Its kin go with it. `home` has the number of the group of each denial.
    """
    claims = [profile.claim for profile in matches.profiles]
    lone = (i for i in asserted if _nearest(matches, i, home, groups) is None)
    answered = {d for i in lone for d in _surely_answered(matches, claims, i, home)}
    for denial in sorted(answered):
        group, links = groups[home[denial]], matches.links(denial)
        kin = [d for d in group if d == denial or (d in links and matches.score(denial, d) >= _KIN)]
        if len(kin) < len(group):
            groups[home[denial]] = [d for d in group if d not in kin]
            home |= dict.fromkeys(kin, len(groups))
            groups.append(kin)
    return home, groups


def _surely_answered(
    matches: Matches, claims: Sequence[Claim], index: int, home: Mapping[int, int]
) -> Iterator[int]:
    """Give the denial that an assertion surely answers, if any: more than one term is in both.

    The same words printed twice, once read as a no, are no answer.
    """
    denials = [d for d in matches.links(index) if d in home]
    best = max(denials, key=lambda d: (matches.score(index, d), -d), default=None)
    if best is None or matches.score(index, best) < _OWN_MATTER:
        return
    shared = _own_terms(claims[index]) & _own_terms(claims[best])
    if len(shared) >= _OWN_TERMS and not _are_alike(_words(claims[index]), _words(claims[best])):
        yield best


def _own_terms(claim: Claim) -> frozenset[str]:
    terms = (claim.predicate, *claim.participants)
    return frozenset(term.concept for term in terms if term is not None)


def _one_matter(
    matches: Matches, asserted: Sequence[int], home: Mapping[int, int], count: int
) -> Sequence[int]:
    """Give each of `count` groups of denials the one it is joined to: itself, or its fellow.

    Two groups are one matter where one assertion surely answers both and no others. None is joined
    twice: events that are told alike would else make one endless chain. `home` has the number of
    the group of each denial.
    """
    into = list(range(count))
    joined: set[int] = set()
    for index in asserted:
        near = _near(matches, index, home)
        answered = {number for number, scores in near.items() if max(scores) >= _ONE_MATTER}
        if len(answered) == _PAIR and not answered & joined:
            joined |= answered
            into[max(answered)] = min(answered)
    return into


def _nearest(
    matches: Matches, index: int, home: Mapping[int, int], centres: Sequence[Sequence[int]]
) -> int | None:
    """Give the centre with the denial that a claim matches best, None where none is near enough.

    `home` has the number of the centre of each denial.
    """
    fits = [
        (max(scores), -number)
        for number, scores in _near(matches, index, home).items()
        if max(scores) >= DISPUTE_AT and fsum(scores) >= MEAN_AT * len(centres[number])
    ]
    return -max(fits)[1] if fits else None


def _near(matches: Matches, index: int, home: Mapping[int, int]) -> Mapping[int, list[float]]:
    """Give the scores of a claim beside the denials it is linked to, by the number of their group.

    `home` has the number of the group of each denial.
    """
    near: defaultdict[int, list[float]] = defaultdict(list)
    for other in matches.links(index):
        if other in home:
            near[home[other]].append(matches.score(index, other))
    return near


def _twins(matches: Matches, index: int, joined: Mapping[int, int]) -> list[int]:
    """List the claims of disputes that say the same in nearly the same words, the surest first."""
    links, own = matches.links(index), _words(matches.profiles[index].claim)
    alike = [
        other
        for other in links
        if other in joined and _are_alike(own, _words(matches.profiles[other].claim))
    ]
    return sorted(alike, key=lambda other: (-links[other], joined[other]))


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two clauses of some length share nearly all their words."""
    longer = max(len(one), len(other))
    return longer >= _SOME_WORDS and len(one & other) >= _SAME_WORDS * longer


def _words(claim: Claim) -> frozenset[str]:
    return frozenset(re.findall(r"\w{3,}", claim.span.text.casefold()))


def _pledges(claims: Sequence[Claim]) -> list[list[int]]:
    """Pair each deed with the agreement that its text measures it by."""
    place = {claim.id: index for index, claim in enumerate(claims)}
    return [
        [place[claim.set_against], index]
        for index, claim in enumerate(claims)
        if claim.set_against in place
    ]


def _is_dispute(claims: Sequence[Claim]) -> bool:
    """Tell whether there is a yes and a no, an outright answer, or a pledge and a deed."""
    if len({claim.is_affirmed for claim in claims}) == 2:
        return True
    return any(claim.act in _ANSWERS or claim.set_against for claim in claims)
