"""How likely a gap is right: what its two accounts show, row by row, with fitted weights."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass

from ordmot.gaps.accounts import Account
from ordmot.gaps.kinship import (
    leaves_open,
    rate_answers,
    rate_counted,
    rate_elision,
    rate_event,
    rate_figures,
    rate_places,
    rate_scopes,
    shares_more,
)
from ordmot.gaps.sizes import measure_ratio, measure_smaller, rate_disjointness
from ordmot.ledger import Act, Claim, Modality, QuantityKind, Relation, Term
from ordmot.lexicon.frames import personal_events

_LEAST = 0.05
"""A rate below this tells no more than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two accounts and how they seem to be related."""

    relation: Relation
    one: Account
    other: Account

    @property
    def claims(self) -> tuple[Claim, Claim]:
        """Give both claims."""
        return self.one.claim, self.other.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing that a pair shows, as a number, and the log-odds that each unit of it is worth."""

    name: str
    weight: float
    tell: Callable[[Pair], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows for gaps of one kind; `bias` is the log-odds where each of them is 0."""

    bias: float
    rows: tuple[Row, ...]


def rate_chance(pair: Pair) -> float:
    """Give the chance (0 to 1) that a reader who opens both texts finds a gap right."""
    table = table_for(pair)
    total = table.bias + sum(row.weight * row.tell(pair) for row in table.rows)
    return 1 / (1 + math.exp(-total))


def _log(rate: float) -> float:
    """Give the logarithm of a rate: rates multiply, rows add up."""
    return math.log(max(rate, _LEAST))


def _tell_surest(pair: Pair) -> float:
    """Tell how surely one of the accounts answers the question."""
    return _log(max(pair.one.answer.score, pair.other.answer.score))


def _tell_question(pair: Pair) -> float:
    """Tell how surely both accounts answer the question."""
    return _log(min(pair.one.answer.score, pair.other.answer.score))


def _tell_apart(pair: Pair) -> float:
    """Tell how far apart two figures are: the farther, the likelier of two things."""
    left, right = pair.one.interval, pair.other.interval
    if left is None or right is None or not left.is_disjoint(right):
        return 0.0
    return _log(rate_disjointness(left, right))


def _tell_outlets(pair: Pair) -> float:
    """Tell how many of the accounts no voice stands for."""
    return float(pair.one.is_outlet + pair.other.is_outlet)


def _tell_loose(pair: Pair) -> float:
    """Tell how many give no number: "several", "many"."""
    return float(leaves_open(pair.one) + leaves_open(pair.other))


def _tell_likeness(pair: Pair) -> float:
    """Tell how much of all that the two sentences speak of is in both."""
    return _share(*(_everything(claim) for claim in pair.claims))


def _tell_participants(pair: Pair) -> float:
    """Tell how much of whom and what the two clauses name is in both."""
    return _share(*(_concepts(claim.participants) for claim in pair.claims))


def _tell_words(pair: Pair) -> float:
    """Tell how many of the words of the two clauses are in both."""
    return _share(*(set(claim.span.text.lower().split()) for claim in pair.claims))


def _tell_aside(pair: Pair) -> float:
    """Tell how much else only one of the sentences speaks of."""
    one, other = (_concepts(claim.context) for claim in pair.claims)
    return float(len(one ^ other))


def _tell_narrowed(pair: Pair) -> float:
    """Tell how many things narrow only one of them."""
    one, other = (_concepts(claim.restrictors) for claim in pair.claims)
    return float(len(one ^ other))


def _tell_moved(pair: Pair) -> float:
    """Tell how many things move the scope of only one of them."""
    one, other = (_concepts(claim.scope) for claim in pair.claims)
    return float(len(one ^ other))


def _tell_parts(pair: Pair) -> float:
    """Tell how many of the accounts are of a part of something: "five of them"."""
    return float(sum("~part" in _concepts(claim.restrictors) for claim in pair.claims))


def _tell_eventless(pair: Pair) -> float:
    """Tell how many say of no event."""
    return float(sum(claim.predicate is None for claim in pair.claims))


def _tell_turned(pair: Pair) -> float:
    """Tell whether their own words place them at different times: "at first", "now"."""
    one, other = pair.claims
    return float(one.position is not other.position)


def _tell_one_text(pair: Pair) -> float:
    """Tell whether one document gives both."""
    one, other = pair.claims
    return float(one.document == other.document)


def _tell_scopes(pair: Pair) -> float:
    return _log(rate_scopes(*pair.claims))


def _tell_event(pair: Pair) -> float:
    return _log(rate_event(pair.one, pair.other))


def _tell_counted(pair: Pair) -> float:
    return _log(rate_counted(pair.one, pair.other))


def _tell_places(pair: Pair) -> float:
    return _log(rate_places(pair.one, pair.other))


def _tell_figures(pair: Pair) -> float:
    return _log(rate_figures(pair.one, pair.other))


def _tell_elision(pair: Pair) -> float:
    return _log(min(rate_elision(claim) for claim in pair.claims))


def _tell_ratio(pair: Pair) -> float:
    """Tell how many times larger one figure is, as a logarithm."""
    return math.log(measure_ratio(pair.one, pair.other))


def _tell_size(pair: Pair) -> float:
    """Tell how large the smaller figure is, as a logarithm: small ones meet by chance."""
    return math.log1p(measure_smaller(pair.one, pair.other))


def _tell_clock(pair: Pair) -> float:
    """Tell whether times of day meet: a story has many."""
    return float(pair.one.claim.dimension == QuantityKind.TIME_OF_DAY)


def _tell_prospects(pair: Pair) -> float:
    """Tell how many are put forward as anything but so."""
    return float(sum(claim.modality is not Modality.ASSERTED for claim in pair.claims))


def _tell_same_event(pair: Pair) -> float:
    """Tell whether both name one event."""
    one, other = (claim.predicate for claim in pair.claims)
    return float(one is not None and other is not None and one.concept == other.concept)


def _tell_harm(pair: Pair) -> float:
    """Tell whether it is said of people what befell them: of many, at many times."""
    events = (claim.predicate for claim in pair.claims)
    return float(any(e is not None and e.concept in personal_events() for e in events))


def _tell_answers(pair: Pair) -> float:
    return _log(rate_answers(*pair.claims))


def _tell_open(pair: Pair) -> float:
    """Tell whether they answer an open question: who, by what means."""
    return float(pair.one.claim.asked is not None)


def _tell_denied(pair: Pair) -> float:
    """Tell whether one denies outright."""
    return float(any(c.act is Act.DENY and not c.is_affirmed for c in pair.claims))


def _tell_more(pair: Pair) -> float:
    """Tell whether they share more than the event."""
    return float(shares_more(*pair.claims))


def _tell_relation(relation: Relation) -> Callable[[Pair], float]:
    """Make a row that tells whether a pair has some relation."""
    return lambda pair: float(pair.relation is relation)


def _tell_restated(pair: Pair) -> float:
    """Tell whether one source gives both in one text, and nothing tells which came last."""
    one, other = pair.claims
    is_one = pair.relation is Relation.UPDATED and one.document == other.document
    return float(is_one and one.position is other.position)


def _share(one: Collection[str], other: Collection[str]) -> float:
    """Give how much of two sets is in both (0 to 1)."""
    every = set(one) | set(other)
    return len(set(one) & set(other)) / len(every) if every else 0.0


def _concepts(terms: tuple[Term, ...]) -> set[str]:
    return {term.concept for term in terms}


def _everything(claim: Claim) -> set[str]:
    """Give all concepts of a claim and of its sentence."""
    own = tuple(term for term in (claim.predicate, claim.counted) if term is not None)
    return _concepts((*claim.restrictors, *claim.participants, *claim.context, *own))


COUNTS = Table(
    bias=1.18,
    rows=(
        Row(name="question", weight=1.62, tell=_tell_question),
        Row(name="apart", weight=-1.35, tell=_tell_apart),
        Row(name="ratio", weight=-0.29, tell=_tell_ratio),
        Row(name="outlets", weight=-0.5, tell=_tell_outlets),
        Row(name="elision", weight=0.61, tell=_tell_elision),
        Row(name="loose", weight=-3.69, tell=_tell_loose),
        Row(name="likeness", weight=1.14, tell=_tell_likeness),
        Row(name="turned", weight=0.17, tell=_tell_turned),
        Row(name="one text", weight=-0.12, tell=_tell_one_text),
        Row(name="scopes", weight=1.26, tell=_tell_scopes),
        Row(name="event", weight=0.25, tell=_tell_event),
        Row(name="parts", weight=-0.73, tell=_tell_parts),
        Row(name="places", weight=0.44, tell=_tell_places),
        Row(name="figures", weight=0.54, tell=_tell_figures),
        Row(name="prospects", weight=-0.46, tell=_tell_prospects),
        Row(name="restated", weight=-1.05, tell=_tell_restated),
    ),
)
"""Two numbers of people or things that stand against each other."""

MEASURES = Table(
    bias=0.57,
    rows=(
        Row(name="question", weight=1.12, tell=_tell_question),
        Row(name="ratio", weight=-0.43, tell=_tell_ratio),
        Row(name="clock", weight=-1.87, tell=_tell_clock),
        Row(name="outlets", weight=-0.61, tell=_tell_outlets),
        Row(name="loose", weight=-3.24, tell=_tell_loose),
        Row(name="likeness", weight=2.86, tell=_tell_likeness),
        Row(name="participants", weight=2.03, tell=_tell_participants),
        Row(name="figures", weight=1.65, tell=_tell_figures),
        Row(name="eventless", weight=0.21, tell=_tell_eventless),
        Row(name="same event", weight=1.25, tell=_tell_same_event),
        Row(name="updated", weight=-1.08, tell=_tell_relation(Relation.UPDATED)),
    ),
)
"""Two lengths, times or sums that do."""

PROPOSITIONS = Table(
    bias=-0.25,
    rows=(
        Row(name="surest", weight=4.29, tell=_tell_surest),
        Row(name="open", weight=2.89, tell=_tell_open),
        Row(name="words", weight=4.31, tell=_tell_words),
        Row(name="outlets", weight=-0.96, tell=_tell_outlets),
        Row(name="aside", weight=-0.11, tell=_tell_aside),
        Row(name="one text", weight=0.37, tell=_tell_one_text),
        Row(name="answers", weight=0.45, tell=_tell_answers),
        Row(name="denied", weight=0.42, tell=_tell_denied),
        Row(name="more", weight=0.56, tell=_tell_more),
        Row(name="harm", weight=-1.36, tell=_tell_harm),
    ),
)
"""A yes and a no, or two names."""

NESTED = Table(
    bias=-0.07,
    rows=(
        Row(name="ratio", weight=-0.84, tell=_tell_ratio),
        Row(name="size", weight=0.12, tell=_tell_size),
        Row(name="elision", weight=1.13, tell=_tell_elision),
        Row(name="counted", weight=1.3, tell=_tell_counted),
        Row(name="moved", weight=-0.77, tell=_tell_moved),
        Row(name="narrowed", weight=-0.38, tell=_tell_narrowed),
        Row(name="words", weight=2.12, tell=_tell_words),
        Row(name="sum", weight=3.72, tell=_tell_relation(Relation.SUMS_TO)),
    ),
)
"""A part beside its whole, and parts that add up to one."""


def table_for(pair: Pair) -> Table:
    """Give the table of the rows that a pair is judged by."""
    if pair.relation in (Relation.SUBSET, Relation.SUMS_TO):
        return NESTED
    if pair.one.claim.quantity is None or pair.other.claim.quantity is None:
        return PROPOSITIONS
    return COUNTS if pair.one.claim.dimension == "count" else MEASURES
