"""Relations between two amounts that answer one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from ordmot.gaps.accounts import Account
from ordmot.gaps.kinship import are_opposed
from ordmot.gaps.making import (
    Finding,
    are_disjoint,
    are_near,
    make_gap,
    root_name,
    weakened,
    words_of,
)
from ordmot.gaps.scopes import part_and_whole, subset
from ordmot.ledger import (
    PROSPECTIVE,
    Claim,
    Gap,
    Modality,
    Position,
    QuantityKind,
    Relation,
    Span,
    VoiceKind,
)
from ordmot.lexicon import is_kind_of, senses
from ordmot.lexicon.frames import unwilled

_NOBODY = (VoiceKind.ANONYMOUS, VoiceKind.GROUP, VoiceKind.UNSTATED, VoiceKind.DOCUMENT)
"""Voices that are no one whose word stands: "the first reports"."""
_ESTIMATE = "estimate"
_AGO = "ago"
"""The scope of what is counted back from the day of telling: "three days ago"."""
_SHORT = ("minute", "hour", "day", "week")
"""Units in which the day of telling matters."""
_RIVALS = (Relation.CONTRADICTS, Relation.UPDATED)
"""Relations of figures of which only one can be right."""


def relate_amounts(earlier: Account, later: Account, question: str) -> Gap | None:
    """Relate two amounts of one question by the first rule that has something to say."""
    if earlier.interval is None or later.interval is None or not _is_same_unit(earlier, later):
        return None
    is_one = earlier.root == later.root and earlier.claim.sentence == later.claim.sentence
    if is_one and not is_overtaken(earlier, later):
        return None  # "64 rescued, 26 by us and 38 by the ferry": one account, not rivals
    if _are_counted_back(earlier, later):
        return None
    for rule in _RULES:
        gap = rule(earlier, later, question)
        if gap is not None:
            return gap
    return None


def _is_same_unit(one: Account, other: Account) -> bool:
    """Tell whether two amounts can be compared: one unit, or units of known size."""
    left, right = one.claim.quantity, other.claim.quantity
    if left is None or right is None or left.dimension != right.dimension:
        return False
    return left.unit == right.unit or left.dimension != "money"


def _are_counted_back(one: Account, other: Account) -> bool:
    """Tell whether days are counted back from two days of telling: "two days ago", "a week ago".

    Where both are told on one day, they can be compared; so can years, of which a day is little.
    """
    quantities = [a.claim.quantity for a in (one, other)]
    if any(q is None or q.dimension != "duration" or q.unit not in _SHORT for q in quantities):
        return False
    is_ago = all(any(t.concept == _AGO for t in a.claim.scope) for a in (one, other))
    is_one_day = one.date is not None and one.date == other.date
    return is_ago and one.claim.document != other.claim.document and not is_one_day


def measured_outcome(earlier: Account, later: Account, question: str) -> Gap | None:
    """Set an outcome against the promise that the text itself measures it by."""
    ids = (earlier.claim.id, later.claim.id)
    if not {earlier.claim.set_against, later.claim.set_against} & set(ids):
        return None
    return outcome_of_promise(earlier, later, question)


def outcome_of_promise(earlier: Account, later: Account, question: str) -> Gap | None:
    """Set what happened against what was promised or expected."""
    promise, outcome = _promise_first(earlier, later)
    if promise is None or outcome is None or not are_disjoint(promise, outcome):
        return None
    if _exceeds_guess(promise, outcome) or _is_reckoned(outcome):
        return None
    linked = outcome.claim.set_against == promise.claim.id
    contrast = outcome.claim.contrast
    how = promise.claim.modality.value
    reason = f"{how}: {words_of(promise)}; what came: {words_of(outcome)}"
    if linked and contrast is not None:
        reason += f'; the text itself sets them against each other ("{contrast.text}")'
    finding = Finding(
        relation=Relation.FELL_SHORT,
        rule="outcome of promise",
        reason=reason,
    )
    return make_gap(finding, (promise, outcome), question)


def _is_reckoned(account: Account) -> bool:
    """Tell whether an amount is itself only reckoned, and no outcome: "is estimated at 1.2"."""
    quantity = account.claim.quantity
    hedge = None if quantity is None else quantity.hedge_span
    words = [] if hedge is None else hedge.text.split()
    found = (sense for word in words for sense in senses(word, account.claim.language))
    return any(sense.concept == _ESTIMATE for sense in found)


def _exceeds_guess(promise: Account | None, outcome: Account | None) -> bool:
    """Tell whether more came than was only expected: nothing fell short where 40,000 did.

    What takes longer or costs more than expected does; who promises money and gives more does not,
    nor what comes before the day.
    """
    if promise is None or outcome is None:
        return False
    if promise.claim.dimension == QuantityKind.DATE.value:
        days, due = outcome.interval, promise.interval
        return days is not None and due is not None and days.is_below(due)
    modality, dimension = promise.claim.modality, promise.claim.dimension
    is_guess = modality is Modality.EXPECTED and promise.root != outcome.root
    is_surpassed = is_guess if dimension == "count" else modality is Modality.PROMISED
    low, high = promise.interval, outcome.interval
    is_more = low is not None and low.low is not None and high is not None and low.is_below(high)
    return is_more and is_surpassed and dimension in ("count", "money")


def _promise_first(one: Account, other: Account) -> tuple[Account | None, Account | None]:
    """Order a promise before its outcome; (None, None) unless just one of them is a promise."""
    is_linked = {one.claim.set_against, other.claim.set_against} != {None}
    prospective = [
        a.claim.modality in PROSPECTIVE and (is_linked or not _is_of_fate(a.claim))
        for a in (one, other)
    ]
    if prospective == [True, False]:
        return one, other
    return (other, one) if prospective == [False, True] else (None, None)


def change_of_source(earlier: Account, later: Account, question: str) -> Gap | None:
    """See a later figure of the same source as an update or a change, not a contradiction."""
    if earlier.root != later.root or not are_disjoint(earlier, later):
        return None
    first, last = _by_position(earlier, later)
    if is_overtaken(first, last):
        reason = f"{first.speaker} said {words_of(first)}, then {words_of(last)}"
    else:
        both = f"{words_of(first)} and {words_of(last)}"
        reason = f"{root_name(first)} gives both {both}; nothing tells which came last"
    finding = Finding(
        relation=Relation.UPDATED,
        rule="change of source",
        reason=reason,
    )
    return make_gap(
        finding,
        (first, last),
        question,
    )


def later_report(earlier: Account, later: Account, question: str) -> Gap | None:
    """See what "the first reports" had as overtaken by whatever else the same text reports."""
    first, last = _by_position(earlier, later)
    is_first = first.claim.position is Position.EARLIER is not last.claim.position
    if not is_first or not are_disjoint(first, last):
        return None
    if first.claim.document != last.claim.document or first.claim.speaker.kind not in _NOBODY:
        return None
    finding = Finding(
        relation=Relation.UPDATED,
        rule="later report",
        reason=f"{first.speaker} said {words_of(first)}, then {words_of(last)}",
    )
    return make_gap(finding, (first, last), question)


def is_overtaken(earlier: Account, later: Account) -> bool:
    """Tell whether the later of two figures of one source is known to be the later one."""
    return earlier.claim.position != later.claim.position or _are_dated_apart(earlier, later)


def _are_dated_apart(one: Account, other: Account) -> bool:
    return one.date is not None and other.date is not None and one.date != other.date


def _by_position(one: Account, other: Account) -> tuple[Account, Account]:
    """Put first what the speaker's own words place earlier ("at first"), else keep the order.

    "Now" is the day of its document: a later one is later all the same.
    """
    is_now = one.claim.position is Position.NOW and not _are_dated_apart(one, other)
    return (other, one) if other.claim.position is Position.EARLIER or is_now else (one, other)


def _is_of_fate(claim: Claim) -> bool:
    """Tell whether a claim is of what nobody plans or promises: that people die or go missing.

    "Divers will search for the | 40 people missing" tells how many are; what is feared is expected.
    """
    event = claim.predicate.concept if claim.predicate is not None else None
    is_fate = event is not None and any(is_kind_of(event, fate) for fate in unwilled())
    return is_fate and claim.modality is not Modality.EXPECTED


def _are_asked_and_offered(one: Account, other: Account) -> bool:
    """Tell what one demands or plans from what another promises: the two bargain."""
    said = {one.claim.modality, other.claim.modality}
    return said == {Modality.PLANNED, Modality.PROMISED} and one.root != other.root


def contradiction(earlier: Account, later: Account, question: str) -> Gap | None:
    """Report two figures that cannot both be right; a guess that was outdone was only wrong."""
    if not are_disjoint(earlier, later) or _exceeds_guess(*_promise_first(earlier, later)):
        return None
    if _are_asked_and_offered(earlier, later) or are_opposed(earlier.claim, later.claim):
        return None
    reason = f"{earlier.speaker}: {words_of(earlier)}; {later.speaker}: {words_of(later)}"
    return make_gap(
        Finding(
            relation=Relation.CONTRADICTS,
            rule="disjoint intervals",
            reason=reason,
        ),
        (earlier, later),
        question,
    )


def fold_overtaken(gaps: Sequence[Gap], accounts: Sequence[Account]) -> Iterator[Gap]:
    """Fold what stands against a figure that its own source has given up since: no live dispute."""
    known = {account.claim.id: account for account in accounts}
    overtaken: dict[str, Account] = {}
    for gap in gaps:
        first, last = (known[claim] for claim in gap.claims[:2])
        if gap.relation is Relation.UPDATED and is_overtaken(first, last):
            overtaken[first.claim.id] = last
    for gap in gaps:
        old = next((claim for claim in gap.claims if claim in overtaken), None)
        if gap.relation is Relation.CONTRADICTS and old is not None:
            since = f"{overtaken[old].speaker} has since said {words_of(overtaken[old])}"
            yield weakened(gap, f"{gap.reason}; {since}")
        else:
            yield gap


def fold_beside(gaps: Sequence[Gap], accounts: Sequence[Account]) -> Iterator[Gap]:
    """Fold rivals of which one source gives both figures in one sentence: it tells of two things.

    Where "of the | 60 prisoners, | 24 escaped", the 24 of one text are no rivals of another's 60.
    """
    known = {account.claim.id: account for account in accounts}
    beside, apart = list(_told_beside(accounts)), _places_apart(accounts)
    for gap in gaps:
        one, other = (known[claim] for claim in gap.claims[:2])
        if gap.relation not in _RIVALS or _is_known_update(gap, one, other):
            yield gap
            continue
        told = next((pair for pair in beside if _are_figures_of(pair, one, other)), None)
        if told is not None:
            both = " and ".join(map(words_of, told))
            why = f"{told[0].speaker} gives both {both} in one breath"
            yield weakened(gap, f"{gap.reason}; but {why}")
        elif _home_pairs(one, other) & apart:
            yield weakened(gap, f"{gap.reason}; but one text gives each place a figure of its own")
        else:
            yield gap


def _places_apart(accounts: Sequence[Account]) -> frozenset[frozenset[str]]:
    """Give the pairs of places for which one document gives figures of their own."""
    homes: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.claim.places:
            homes[account.claim.document].append(account)
    pairs = (pair for held in homes.values() for pair in combinations(held, 2))
    return frozenset(
        places
        for one, other in pairs
        if are_disjoint(one, other)
        for places in _home_pairs(one, other)
    )


def _home_pairs(one: Account, other: Account) -> set[frozenset[str]]:
    """Pair the places of two accounts that have none in common: "in Syria", "in Turkey"."""
    left, right = ({term.concept for term in a.claim.places} for a in (one, other))
    return set() if left & right else {frozenset((a, b)) for a in left for b in right}


def _is_known_update(gap: Gap, first: Account, last: Account) -> bool:
    """Tell whether a gap is of one source that is known to have told one figure later."""
    linked = {first.claim.set_against, last.claim.set_against} & {first.claim.id, last.claim.id}
    return bool(linked) or (gap.relation is Relation.UPDATED and is_overtaken(first, last))


def _told_beside(accounts: Sequence[Account]) -> Iterator[tuple[Account, Account]]:
    """Give the figures that one source sets beside one another in a sentence, as so and as now."""
    told: defaultdict[tuple[str, Span], list[Account]] = defaultdict(list)
    for account in accounts:
        if account.claim.modality is Modality.ASSERTED and not account.claim.is_headline:
            told[account.root, account.claim.sentence].append(account)
    for several in told.values():
        for one, other in combinations(several, 2):
            if are_disjoint(one, other) and not is_overtaken(one, other):
                yield one, other


def _are_figures_of(pair: tuple[Account, Account], one: Account, other: Account) -> bool:
    """Tell whether two accounts give the two figures of a pair, in whatever order."""
    first, second = pair
    return (are_near(one, first) and are_near(other, second)) or (
        are_near(one, second) and are_near(other, first)
    )


def refinement(earlier: Account, later: Account, question: str) -> Gap | None:
    """See a narrower figure within a wider one: "around 4,000" and "4,012"."""
    if earlier.root == later.root or earlier.interval is None or later.interval is None:
        return None
    wide, narrow = earlier, later
    if not earlier.interval.covers(later.interval):
        wide, narrow = later, earlier
    if wide.interval == narrow.interval or not wide.interval.covers(narrow.interval):  # type: ignore[union-attr, arg-type]
        return None
    reason = f"{words_of(narrow)} lies within {words_of(wide)}"
    return make_gap(
        Finding(relation=Relation.REFINES, rule="narrower interval", reason=reason),
        (wide, narrow),
        question,
    )


def narrower_scope(earlier: Account, later: Account, question: str) -> Gap | None:
    """Set a part beside its whole without calling them rivals, unless the part is larger."""
    nested = part_and_whole(earlier, later)
    if nested is None:
        return None
    part, whole = nested
    if part.interval is None or whole.interval is None or whole.interval.is_below(part.interval):
        return None  # more foreign fighters than fighters: that does contradict
    return subset(part, whole, question) if are_disjoint(part, whole) else None


_RULES: tuple[Callable[[Account, Account, str], Gap | None], ...] = (
    measured_outcome,
    narrower_scope,
    outcome_of_promise,
    change_of_source,
    later_report,
    contradiction,
    refinement,
)


def agreement(accounts: list[Account], question: str) -> Gap | None:
    """Report that independent voices give figures that can all be right."""
    one_each = list({account.root: account for account in reversed(accounts)}.values())[::-1]
    if len(one_each) < 2:
        return None
    words = "; ".join(f"{account.speaker}: {words_of(account)}" for account in one_each)
    return make_gap(
        Finding(relation=Relation.AGREES, rule="shared interval", reason=words),
        tuple(one_each),
        question,
    )
