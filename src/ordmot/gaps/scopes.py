"""Relations between nested scopes: parts that are not comparable, parts that add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from ordmot.gaps.accounts import Account
from ordmot.gaps.kinship import share_event
from ordmot.gaps.making import Finding, make_gap, weakened, words_of
from ordmot.gaps.meeting import Sizes, Ties, meetings
from ordmot.ledger import Claim, Gap, Hedge, Interval, Modality, Relation
from ordmot.lexicon import is_kind_of, read_data, serving_language
from ordmot.lexicon.frames import framing_events, personal_events
from ordmot.lexicon.vocabulary import plain

_LEAST_WHOLE = 5
"""Sums below this come about by chance too easily."""
_SIZED = 1.5
"""How many times larger the whole must be for a nationality to make a part of it."""
_PAIR = 2
_RIVALS = (Relation.CONTRADICTS, Relation.UPDATED)
"""Relations of figures of which only one can be right."""
_INCLUDED = 2
"""Words of "among them" before a number."""
_CLOSE = 0.1
"""A sum fits a whole if their middles lie within a tenth of each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What an account counts, as a set: the kind, what narrows it, and whose they are.

    `traits` are known concepts and "part of those before"; `names` are proper names ("IS"), which
    narrow only where both sides have one.
    """

    kind: str
    traits: frozenset[str]
    names: frozenset[str]

    def is_within(self, other: Scope) -> bool:
        """Tell whether everything counted here is counted there too, and not the reverse."""
        if not is_kind_of(self.kind, other.kind) or not other.traits <= self.traits:
            return False
        if self.names and other.names and self.names != other.names:
            return False
        return self.kind != other.kind or self.traits != other.traits


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoped:
    """An account that counts something, and what it counts."""

    account: Account
    scope: Scope


def with_scope(accounts: Iterable[Account]) -> Iterator[Scoped]:
    """Give the accounts that count something, with what they count."""
    for account in accounts:
        scope = scope_of(account.claim)
        if scope is not None:
            yield Scoped(account=account, scope=scope)


def scope_of(claim: Claim) -> Scope | None:
    """Give the scope of a claim that counts something."""
    quantity = claim.quantity
    if claim.counted is None or quantity is None or quantity.per is not None:
        return None
    if quantity.dimension != "count":
        return None
    narrowing = {term.concept for term in claim.restrictors}
    return Scope(
        kind=claim.counted.concept,
        traits=frozenset(t for t in narrowing if t == "~part" or _is_trait(t)),
        names=frozenset(name.casefold() for name in narrowing if name[0] == "="),
    )


def _is_trait(concept: str) -> bool:
    """Tell whether a word narrows what is counted: a name may not, nor "believed dead"."""
    return concept[0] not in "=~" and concept not in framing_events()


def part_and_whole(one: Account, other: Account) -> tuple[Account, Account] | None:
    """Order two accounts of one question if one counts a part of what the other counts.

    Only what is said of the counted makes a part here ("foreign fighters" among "fighters"); a
    nationality beside a plain "people" does so where the figures are of different size as well.
    Some of a sum is told as such: "of this sum, £1 million".
    """
    for part, whole in ((one, other), (other, one)):
        if _is_some_of_sum(part.claim, whole.claim):
            return part, whole
        inner, outer = scope_of(part.claim), scope_of(whole.claim)
        if inner is None or outer is None or not inner.is_within(outer):
            continue
        extra = inner.traits - outer.traits
        if any(not is_kind_of(trait, "nation") for trait in extra):
            return part, whole
        if extra and _is_much_smaller(part.interval, whole.interval):
            return part, whole
    return None


def _is_some_of_sum(part: Claim, whole: Claim) -> bool:
    """Tell whether a measure is said to be some of a sum, and the other is not."""
    if part.dimension != whole.dimension or part.dimension == "count":
        return False
    marks = ["~part" in {term.concept for term in claim.restrictors} for claim in (part, whole)]
    return part.quantity is not None and marks == [True, False]


def _is_much_smaller(inner: Interval | None, outer: Interval | None) -> bool:
    if inner is None or outer is None or inner.middle is None or outer.middle is None:
        return False
    return inner.middle * _SIZED <= outer.middle


class Subsets:
    """Finds parts beside their wholes; what a meeting brings is kept while it is the same."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[_Met, Mapping[_Part, Gap]]] = {}

    def relate(self, accounts: Sequence[Scoped], ties: Ties) -> Iterator[Gap]:
        """Say which figures only look like rivals since one counts a part of what the other counts.

        Four foreign fighters and 250 fighters: once for each part, beside the surest whole.
        """
        found: dict[tuple[str, str], tuple[_Met, Mapping[_Part, Gap]]] = {}
        best: dict[_Part, Gap] = {}
        for meeting in meetings([each.account for each in accounts], ties):
            met = [accounts[i] for i in meeting.own], [accounts[i] for i in meeting.guests]
            known = self._known.get(meeting.place)
            brought = known[1] if known is not None and known[0] == met else _best_parts(*met)
            found[meeting.place] = (met, brought)
            for part, gap in brought.items():
                if part not in best or _order(gap) < _order(best[part]):
                    best[part] = gap
        self._known = found
        yield from best.values()


_Part = tuple[str, str]
_Met = tuple[list["Scoped"], list["Scoped"]]


def _best_parts(own: Sequence[Scoped], guests: Sequence[Scoped]) -> Mapping[_Part, Gap]:
    """Set each part beside the surest whole of a meeting; a part is a figure of a source."""
    best: dict[_Part, Gap] = {}
    for one, other in (*combinations(own, 2), *product(own, guests)):
        for narrow, wide in ((one, other), (other, one)):
            if not narrow.scope.is_within(wide.scope):
                continue
            if not _look_like_rivals(narrow, wide):
                continue
            gap = subset(narrow.account, wide.account, None)
            part = (narrow.account.root, str(narrow.account.interval))
            if part not in best or _order(gap) < _order(best[part]):
                best[part] = gap
    return best


def _order(gap: Gap) -> tuple[float, str]:
    """Order gaps, the surest first."""
    return -gap.score, gap.id


def _is_smaller(inner: Interval | None, outer: Interval | None) -> bool:
    """Tell whether the part's figure is below the whole's, as it must be."""
    return inner is not None and outer is not None and inner.is_below(outer)


def _is_all_but(inner: Interval | None, outer: Interval | None) -> bool:
    """Tell whether two figures are so near that two nouns name one set: passengers and people."""
    if inner is None or outer is None or inner.middle is None or outer.middle is None:
        return False
    return inner.middle >= (1 - _CLOSE) * outer.middle


def _look_like_rivals(narrow_scoped: Scoped, wide_scoped: Scoped) -> bool:
    """Tell whether a reader could take two figures for rivals: two sources, the same event.

    275 passengers are no part of 278 people: words alone make none where the figures are near.
    """
    narrow, wide = narrow_scoped.account, wide_scoped.account
    if narrow.root == wide.root or narrow.claim.sentence == wide.claim.sentence:
        return False
    if narrow.interval is None or narrow.interval.high == 0:
        return False  # that none of a part is among them surprises nobody
    if not _is_smaller(narrow.interval, wide.interval):
        return False
    if "~part" not in narrow_scoped.scope.traits and _is_all_but(narrow.interval, wide.interval):
        return False
    return share_event(narrow.claim, wide.claim)


def subset(narrow: Account, wide: Account, question: str | None) -> Gap:
    """Make the gap of a part beside its whole, with the words that narrow it."""
    inner, outer = scope_of(narrow.claim), scope_of(wide.claim)
    extra: list[str] = []
    if inner is not None and outer is not None:
        extra = sorted(inner.traits - outer.traits) or [inner.kind]
    narrowed = ", ".join(map(plain, extra))
    part = f"a part ({narrowed}) of what" if narrowed else "a part of what"  # "of this sum, £2"
    reason = f"not comparable: {words_of(narrow)} counts only {part} {words_of(wide)} counts"
    finding = Finding(relation=Relation.SUBSET, rule="narrower scope", reason=reason)
    return make_gap(finding, (narrow, wide), question)


def relate_sums(accounts: Sequence[Scoped], ties: Ties) -> Iterator[Gap]:
    """Hint that parts named together make up a whole named elsewhere.

    250 fighters and 3,500 of their family members make 3,750: that agrees with "around 4,000".
    """
    added = [each for each in accounts if _can_be_added(each.account)]
    by_sentence: defaultdict[tuple[str, int], list[Scoped]] = defaultdict(list)
    for each in added:
        if _is_included(each.account.claim):
            continue
        span = each.account.claim.sentence
        by_sentence[(span.document, span.start)].append(each)
    sizes = Sizes([each.account for each in added], ties)
    for parts in by_sentence.values():
        if 2 <= len(parts) <= 4 and _are_distinct([part.scope for part in parts]):
            yield from _sums_of([part.account for part in parts], added, sizes)


def _can_be_added(account: Account) -> bool:
    """Tell whether an account gives a number, as so: words like "many" add up to anything."""
    quantity = account.claim.quantity
    if quantity is None or quantity.hedge is Hedge.VAGUE or account.interval is None:
        return False
    return account.claim.modality is Modality.ASSERTED and account.interval.high != 0


def _is_included(claim: Claim) -> bool:
    """Tell whether the counted are among others: "34 were killed, including | 14 children"."""
    if claim.quantity is None:
        return False
    ahead = claim.sentence.text[: max(0, claim.quantity.span.start - claim.sentence.start)]
    lists = read_data(serving_language(claim.language), "claims")["counting"]
    return not set(lists["includers"]).isdisjoint(ahead.casefold().split()[-_INCLUDED:])


def _are_distinct(scopes: Sequence[Scope]) -> bool:
    """Tell whether no part lies within another, so that they can be added."""
    if len({"~part" in scope.traits for scope in scopes}) > 1:
        return False  # "four gunmen, and one of them slipped away"
    return all(
        one != other and not one.is_within(other) and not other.is_within(one)
        for one, other in combinations(scopes, 2)
    )


def _sums_of(parts: list[Account], scoped: Sequence[Scoped], sizes: Sizes) -> Iterator[Gap]:
    """Give the wholes in other sentences that parts can add up to, the best of each source."""
    total = parts[0].interval
    for part in parts[1:]:
        total = total.plus(part.interval) if total and part.interval else None
    if total is None or total.middle is None or (total.low or 0) < _LEAST_WHOLE:
        return
    found: dict[str, Account] = {}
    for each in (scoped[index] for index in sizes.near(total.middle, _CLOSE, parts[0])):
        whole = each.account
        fits = whole.interval is not None and _fits(total, whole.interval)
        if fits and _is_whole(whole, each.scope, parts) and whole.root not in found:
            found[whole.root] = whole
    for whole in found.values():
        yield _sum(parts, whole, total)


def _fits(total: Interval, whole: Interval) -> bool:
    """Tell whether a sum and a whole can be the same number and are near one another."""
    if total.is_disjoint(whole) or total.middle is None or not whole.middle:
        return False
    return abs(total.middle - whole.middle) <= _CLOSE * abs(whole.middle)


def _is_whole(whole: Account, scope: Scope, parts: Sequence[Account]) -> bool:
    """Tell whether a claim counts something that holds every part, outside their sentence."""
    if "~part" in scope.traits:
        return False
    if any(whole.claim.sentence == part.claim.sentence for part in parts):
        return False
    for part in parts:
        inner = scope_of(part.claim)
        if (
            inner is None
            or not is_kind_of(inner.kind, scope.kind)
            or not scope.traits <= inner.traits
        ):
            return False
        if _befell_otherwise(part.claim, whole.claim):
            return False
    return True


def _befell_otherwise(one: Claim, other: Claim) -> bool:
    """Tell whether different things befell two groups: the dead add up to no wounded."""
    events = {c.predicate.concept for c in (one, other) if c.predicate is not None}
    return len(events) == _PAIR and events <= personal_events() and not share_event(one, other)


def _sum(parts: list[Account], whole: Account, total: Interval) -> Gap:
    """Make the hint of a sum: the parts first, the whole last."""
    added = " + ".join(words_of(part) for part in parts)
    reason = f"{added} = {total}, which agrees with {words_of(whole)} ({whole.speaker}): a hint"
    finding = Finding(relation=Relation.SUMS_TO, rule="sum of parts", reason=reason)
    return make_gap(finding, (*parts, whole))


def fold_parts(gaps: Sequence[Gap], accounts: Sequence[Scoped]) -> Iterator[Gap]:
    """Fold what sets a figure against the whole that it adds up to with others: no rivals."""
    known = {each.account.claim.id: each.account for each in accounts}
    sums = [gap for gap in gaps if gap.relation is Relation.SUMS_TO and not gap.is_weak]
    whole_of = {
        frozenset((figure_of(known[part]), figure_of(known[gap.claims[-1]]))): gap
        for gap in sums
        for part in gap.claims[:-1]
    }
    for gap in gaps:
        if whole_of and gap.relation in _RIVALS and set(gap.claims) <= known.keys():
            total = whole_of.get(frozenset(figure_of(known[claim]) for claim in gap.claims))
            yield weakened(gap, f"{gap.reason}; but {total.reason}") if total else gap
        else:
            yield gap


def figure_of(account: Account) -> tuple[str, str, str | None]:
    """Give whose figure an account is, which, and of what event."""
    event = account.claim.predicate
    return account.root, str(account.interval), event.concept if event is not None else None
