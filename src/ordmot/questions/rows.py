"""The comparison rows: each looks at one side of two claims and gives a score and a reason."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from ordmot.ledger import Hedge, Modality
from ordmot.lexicon import is_kind_of, opposites, related
from ordmot.lexicon.frames import (
    are_bystanders,
    are_dwellers,
    are_those_present,
    can_be_same_people,
    degrees,
    has_room,
    holders,
    means_anybody,
    personal_events,
    taken_or_moving,
    ways_of_going,
)
from ordmot.lexicon.vocabulary import plain
from ordmot.questions.aspects import COST
from ordmot.questions.profile import Profile, Weights
from ordmot.questions.sides import are_of_one_side


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How two claims compare in one respect: from -1 (apart) to 1 (alike), and why.

    `why` words the reason where that takes a while: most pairs are never asked for it.
    """

    score: float
    reason: str | None = None
    why: Callable[[], str] | None = None

    @property
    def said(self) -> str | None:
        """Give the reason in words."""
        return self.why() if self.why is not None else self.reason


_SILENT = Verdict(score=0.0)
_ROUNDING = 0.05
"""Decimal logarithm of the ratio (about 12 %) within which two figures may be one, rounded."""
_DOUBT = 0.5
"""Score below which an unlike kind or event is no mere gap in the words."""
_TELLING = 0.55
"""Figures as telling as 43 tell of one thing even where other things seem to happen."""
_LOOSE_SCOPE = 0.85
"""How surely "so far" or "alone" parts two figures, beside another event, which does."""
_ROOM = 4.0
"""How surely what there is room for, or a permit for, is not what there was; nor "two weeks ago"
how long it took."""
_COMING_OUT = frozenset(("leak", "discharge", "release", "enter", "spread", "flow", "burn", "lose"))
"""What becomes of some of a load."""
_LOAD = 6.0
"""How surely what leaks is not all of a load."""
_CROWDS = 2.0
"""Decimal logarithm of the size from which figures of one kind begin to be of one thing."""
_FIRST_MAGNITUDE = 20
"""Vague words from here on ("dozens", "hundrevis") do name a size; "few" and "many" do not."""
_SOME_PEOPLE = -0.8
"""Score of people beside children, fighters or civilians: mostly a part of them, not a rival."""
_PRESENT = 0.0
"""Score of people beside passengers or workers, who are often all that are there."""
_AS_ALL = 0.3
"""Score of the dead beside dead civilians: by gold five times in six the same toll."""
_ANYBODY = -0.2
"""Score of "men" or "members" beside a kind of people that they may well be."""
_OTHER_PURPOSE = -1.0
"""Score of a fine beside a ransom: by gold three times in four another question."""
_NEAR_HOURS = 1.0
"""Hours between two times of day from which they are no longer near."""
_NEAR_RATIO = 0.5
"""Decimal logarithm of the ratio (about three) from which two figures are no longer near."""
_BY_DEGREE = -2.0
"""Score of the badly hurt, and of none of a sort, beside all who were hurt, and of those of one
place beside those of another: questions of their own."""
_OF_ALL = -3.0
"""Score of those of one nation among all whom it befell, beside them all."""
_HAPPENING = "happening"
_ITS_HOUR = 0.4
"""Score of two times of day at which something happened, and nothing began or ended by itself."""
_DEATHS = frozenset(("kill", "die", "execute", "casualty"))
_LIVING = "live"
"""What those do who are none of those who were there or who left."""
_DWELLING = ("shelter", "displace", "evacuate", "stay")
"""What is said of dwellers too: "the camp houses 25,000 people"."""
_LIVING_ON = -2.0
"""Score of who was taken prisoner, or crossed a river, beside the dead."""
_WHEREABOUTS = frozenset(("go_missing", "evacuate", "displace", "flee"))
"""Where people are: one account says that 40 are missing, another only that 40 were there."""
_OUTCOMES = frozenset(("rescue", "survive", "die", "drown", "kill", "go_missing", "wound"))
"""What becomes of those on board, who are not all of them."""
_UNHARMED = -0.5
"""Score of people of whom nothing is said beside people who were hurt, killed or arrested."""
_SELDOM = ("length", "volume", "speed", "sound", "mass", "magnitude")
"""Dimensions in which the accounts of a story are mostly of one question."""
_OPPOSITE = -2.0
"""How surely those who left are not those who stayed, nor those in favour those opposed."""
_OTHER_WAY = -1.2
"""How surely those who surrendered are not those who left, though both were there."""
_FEW_APART = -0.7
"""How surely other words part two measures of a kind that a story has few of."""
_SPENT = frozenset((COST, "budget"))
"""Purposes of money of which accounts may take one for the other."""
_EXTENDED = ("thing", "place", "group")
"""Kinds of what is long or wide."""
_ONE_SIDE = 0.3
"""How much it says that both count fighters of one side, beside that they count those of two."""
_CALLED_ALIKE = 0.6
"""Score of two kinds of things that one noun names: "boxes" beside "ballot boxes"."""
SIBLINGS = 0.4
"""Likeness of two kinds of one kind, which exclude each other: bus and truck, dead and hurt."""


def compare_counted(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Compare what is counted: the same kind, or one near it ("houses", "homes").

    People beside children, fighters or civilians are mostly the whole beside a part.
    """
    kinds = {one.counted, other.counted}
    is_of_people = one.counts_people and other.counts_people
    is_told_alike = one.predicate is not None and one.predicate == other.predicate
    if is_of_people and len(kinds) > 1 and "person" in kinds:
        kind = next(k for k in kinds if k != "person")
        score = _PRESENT if kind is not None and are_those_present(kind) else _SOME_PEOPLE
        are_dead = _are_dead(one) and _are_dead(other) and not (one.is_some or other.is_some)
        is_fate_alike = is_told_alike or are_dead  # "six passengers died", "eleven were killed"
        if kind is not None and (
            (are_bystanders(kind) and are_dead) or (are_those_present(kind) and is_fate_alike)
        ):
            score = _AS_ALL
        return Verdict(score=score, reason="one counts people, the other some of them")
    if is_of_people and _can_be_same(one.counted, other.counted):
        is_alike = is_told_alike and can_be_same_people(one.counted or "", other.counted or "")
        return Verdict(score=_AS_ALL if is_alike else _ANYBODY)
    return compare_kinds(one, other, weights)


def _are_dead(profile: Profile) -> bool:
    """Tell whether those counted are said to have been killed or to have died."""
    event = profile.predicate
    return event is not None and (event in _DEATHS or is_kind_of(event, "die"))


def _can_be_same(one: str | None, other: str | None) -> bool:
    """Tell whether two kinds can be the same people: men are officers, passengers hostages."""
    if one is None or other is None or one == other or one in opposites(other):
        return False
    if means_anybody(one) or means_anybody(other):
        return True
    if can_be_same_people(one, other):
        return related(one, other) <= SIBLINGS
    return are_those_present(one) and are_those_present(other)


def compare_kinds(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare kinds: the same, or one of them a kind of the other ("fighters", "people")."""
    if one.counted is None or other.counted is None:
        return _SILENT if one.counted == other.counted else Verdict(score=-0.2)
    likeness = related(one.counted, other.counted)
    if one.counted == other.counted:
        return Verdict(score=1.0, reason=f"both count {plain(one.counted)}")
    if likeness > SIBLINGS:
        words = f"{plain(one.counted)} and {plain(other.counted)} are related kinds"
        return Verdict(score=likeness - 0.2, reason=words)
    if one.noun is not None and one.noun == other.noun:
        return Verdict(score=_CALLED_ALIKE, reason="what they count is called the same")
    return Verdict(score=-1.0, reason="they count unlike things")


def compare_predicate(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare what happens: killed and died are one, left and stayed are opposites."""
    if one.predicate is None or other.predicate is None:
        if one.predicate == other.predicate:
            return _SILENT
        # People are counted for all sorts of things, unless both are narrowed alike.
        is_alike = bool(one.restrictors & other.restrictors)
        if _is_none(one) or _is_none(other):
            return Verdict(score=-0.5)  # "no militants" is no account of how many were shot
        told = one.predicate or other.predicate
        are_people = one.counts_people and other.counts_people
        if are_people and not is_alike and told in personal_events() - _WHEREABOUTS:
            return Verdict(score=_UNHARMED)
        is_plain = "person" in (one.counted, other.counted) and not is_alike
        return Verdict(score=-0.1) if is_plain else _SILENT
    if one.predicate == other.predicate:
        return Verdict(score=1.0, reason=f"the same happens: {plain(one.predicate)}")
    if one.predicate in opposites(other.predicate):
        return Verdict(score=_OPPOSITE, reason="the opposite happens")
    if _is_population(one, other) or _is_population(other, one):
        return Verdict(score=-1.0, reason="only one is of those who live there")
    likeness = related(one.predicate, other.predicate)
    if likeness > SIBLINGS:
        words = f"{plain(one.predicate)} and {plain(other.predicate)} are related events"
        return Verdict(score=likeness - 0.2, reason=words)
    if one.predicate in other.said or other.predicate in one.said:
        return _SILENT  # "killed 40 people sheltering there" speaks of both
    if _is_notice(one) and _is_notice(other):
        return _SILENT  # five letters sent, three received: who counts which is the dispute
    # The dead are not the missing; where one "fought for" and one "lost" jobs, that tells less.
    events = {one.predicate, other.predicate}
    is_sure = events <= personal_events() or ("aboard" in events and bool(events & _OUTCOMES))
    if events & taken_or_moving() and events & _DEATHS:
        return Verdict(score=_LIVING_ON, reason="one is told of the living only")
    if events <= ways_of_going():
        return Verdict(score=_OTHER_WAY, reason="some went another way than the others")
    return Verdict(score=-1.0 if is_sure else -0.6, reason="different things happen")


def _is_notice(profile: Profile) -> bool:
    """Tell whether warnings, letters or calls are counted."""
    return profile.counted is not None and is_kind_of(profile.counted, "notice")


def _is_population(one: Profile, other: Profile) -> bool:
    """Tell whether one account is of those who live somewhere, and the other of no dwellers."""
    lives = one.predicate == _LIVING and (one.counted is None or are_dwellers(one.counted))
    return lives and other.predicate not in _DWELLING


def _is_none(profile: Profile) -> bool:
    return profile.interval is not None and profile.interval.high == 0


def compare_restrictors(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare what narrows the counted: the same ("foreign"), or only one side is narrowed."""
    if one.restrictors == other.restrictors:
        words = ", ".join(sorted(plain(r) for r in one.restrictors if r != "~part"))
        return Verdict(score=1.0, reason=f"both narrowed to {words}") if words else _SILENT
    if one.restrictors < other.restrictors or other.restrictors < one.restrictors:
        extra = one.restrictors ^ other.restrictors
        is_nation = all(is_kind_of(trait, "nation") or trait[0] == "=" for trait in extra)
        words = ", ".join(sorted(map(plain, extra)))
        narrower = one if one.restrictors > other.restrictors else other
        is_own = bool(extra & degrees()) or _is_none(narrower)  # "no Norwegians were hurt"
        is_own |= "~part" in extra  # "16 of the dead | were shot in the back"
        score = _BY_DEGREE if is_own else -0.5 if is_nation else -1.0
        if is_nation and narrower.is_some:
            score = _OF_ALL  # "five of the hurt | were Danes"
        return Verdict(score=score, reason=f"only one is narrowed to {words}")
    unlike = one.restrictors ^ other.restrictors
    left, right = (any(t[0] == "=" for t in unlike & p.restrictors) for p in (one, other))
    is_own = bool(unlike & degrees()) or (left and right)
    return Verdict(score=_BY_DEGREE if is_own else -1.0, reason="narrowed differently")


def compare_purposes(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare what money is for, where both say so: a fine is no ransom.

    What something costs may be told as what was set aside for it.
    """
    if not one.purposes or not other.purposes or one.purposes | other.purposes == _SPENT:
        return _SILENT
    if one.purposes.isdisjoint(other.purposes):
        return Verdict(score=_OTHER_PURPOSE, reason="the money is for different things")
    return Verdict(score=1.0)


def compare_sides(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part the losses of one side from those of the other: "our soldiers", "the enemy's"."""
    is_one = are_of_one_side(one.side, other.side)
    if is_one is None:
        return _SILENT
    if not is_one:
        return Verdict(score=-1.0, reason="they count the fighters of two sides")
    if one.side.is_said and other.side.is_said:
        return _SILENT  # that both are narrowed alike tells it
    return Verdict(score=_ONE_SIDE, reason="both count the fighters of one side")


def compare_wholes(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Link counts that say in full what they count, the same, and narrow it by nothing.

    Of those that do, a story has one question: how many people were arrested.
    """
    is_same = one.counted == other.counted and one.predicate == other.predicate
    if one.counted is None or one.predicate is None or not is_same:
        return _SILENT
    is_plain = not any(p.restrictors or p.vague_restrictors or p.scope for p in (one, other))
    return Verdict(score=1.0) if is_plain else _SILENT


def compare_dimension(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Link what a story seldom has more than one of: a speed, a weight, how long something is."""
    is_seldom = one.dimension in _SELDOM and one.dimension == other.dimension
    return Verdict(score=1.0) if is_seldom else _SILENT


def compare_modifiers(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare the unknown words that stand with the counted, within one language."""
    left, right = one.vague_restrictors, other.vague_restrictors
    if one.claim.language != other.claim.language or not left | right:
        return _SILENT
    return Verdict(score=1.0 if left == right else -0.5)


def compare_names(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Compare the names and places of the two sentences."""
    if not one.names or not other.names:
        return _SILENT
    shared = one.names & other.names
    if not shared:
        return Verdict(score=-0.3)
    score = weights.overlap(one.names, other.names)
    return Verdict(score=score, why=lambda: f"both name {', '.join(sorted(shared)[:3])}")


def compare_context(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Compare what else the two sentences speak of, rare concepts weighing more."""
    own = {one.counted, one.predicate, other.counted, other.predicate}
    both = (one.context & other.context) - own
    if both:
        shared = weights.sum_of(both)
        return Verdict(score=shared / (shared + 1.0), why=lambda: name_rarest(both, 3, weights))
    is_silent = one.context <= own or other.context <= own
    return _SILENT if is_silent else Verdict(score=-0.4)


def compare_settings(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part measures whose sentences speak of nothing in common: the cost of a bridge, of a school.

    A measure alone, as in "We now say 195 tonnes", has no setting.
    """
    if not _speak_apart(one, other):
        return _SILENT
    score = _FEW_APART if one.dimension in _SELDOM else -1.0
    return Verdict(score=score, reason="their sentences speak of other things")


def _speak_apart(one: Profile, other: Profile) -> bool:
    """Tell whether two sentences speak each of something, and of nothing in common.

    To warn and to report are one; but sums are of many things, and must name the same.
    """
    own = {one.counted, one.predicate, other.counted, other.predicate}
    is_silent = any(p.context <= own or _says_enough(p) for p in (one, other))
    if is_silent or (one.is_taken and other.is_taken):
        return False
    if not one.context.isdisjoint(other.context):
        return False
    if one.dimension == "money":
        return True
    return all(
        related(mine, theirs) <= SIBLINGS for mine in one.context for theirs in other.context
    )


def _says_enough(profile: Profile) -> bool:
    """Tell whether a measure says by itself what it is of: a story has few speeds, many sums."""
    return profile.is_bare and profile.dimension in _SELDOM


def name_rarest(shared: frozenset[str], most: int, weights: Weights) -> str:
    """Say what two claims both speak of, the rarest first."""
    words = sorted(shared, key=lambda word: (-weights.of(word), word))[:most]
    return f"both speak of {', '.join(map(plain, words))}"


def compare_figures(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Link a telling figure that both give: 3 twice says little, 3,742 twice says much.

    Sixty buses and sixty fighters, 250 who left and 250 who stayed, share a number and no more.
    """
    if one.interval is None or one.stated != other.stated:
        return _SILENT
    if not one.stated and one.interval != other.interval:
        return _SILENT
    rows = (compare_kinds, compare_predicate)
    worst = min(row(one, other, weights).score for row in rows)
    telling = _tellingness(one)
    if worst <= -1 or (worst < -_DOUBT and telling < _TELLING):
        return _SILENT
    return Verdict(score=telling, reason="the same figure")


def compare_sizes(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Part figures of different size: 3 and 640 seldom count the same.

    Nought has no size; but that nobody died is no account of how many were hurt.
    """
    left, right = stated_size(one), stated_size(other)
    if _is_none(one) != _is_none(other):
        is_apart = compare_predicate(one, other, weights).score <= -1
        return Verdict(score=-1.0) if is_apart else _SILENT
    if not left or not right or _is_prospect(one) != _is_prospect(other):
        return _SILENT
    ratio = abs(math.log10(left / right))
    return Verdict(score=-min(1.0, ratio / 2)) if ratio > _ROUNDING else _SILENT


def compare_closeness(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Link figures of about the same size: two speeds of one event are seldom far apart."""
    left, right = stated_size(one), stated_size(other)
    if not left or not right or (one.dimension != "count" and _speak_apart(one, other)):
        return _SILENT
    if one.dimension == "time_of_day":
        if one.days and other.days and not one.days & other.days:
            return Verdict(score=-1.0, reason="on other days")
        return Verdict(score=max(0.0, 1 - abs(left - right) / _NEAR_HOURS))
    if one.dimension == "count" and compare_predicate(one, other, weights).score <= -1:
        return _SILENT
    return Verdict(score=max(0.0, 1 - abs(math.log10(left / right)) / _NEAR_RATIO))


def compare_units(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Link measures given in one unit: depths in metres, distances from the border in miles."""
    if one.claim.quantity is None or other.claim.quantity is None:
        return _SILENT
    return Verdict(score=float(one.claim.quantity.unit == other.claim.quantity.unit))


def compare_landmarks(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Compare from or to where two lengths go: "ten miles from the border", "south of the town"."""
    if not one.landmarks or not other.landmarks:
        return _SILENT
    shared = one.landmarks & other.landmarks
    if not shared:
        return Verdict(score=-1.0, reason="from or to other places")
    words = ", ".join(sorted(map(plain, shared)))
    return Verdict(score=1.0, reason=f"both are to or from {words}")


def compare_moments(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part the time of the alarm from that of the accident, and both from the end.

    Of when it happened a story has one question.
    """
    if not one.moments or not other.moments:
        return _SILENT
    if one.moments & other.moments:
        is_it = _HAPPENING in one.moments & other.moments
        return Verdict(score=_ITS_HOUR, reason="both say when it happened") if is_it else _SILENT
    return Verdict(score=-1.0, reason="they are of other moments")


def compare_taken(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Link two times that something took or lasted: a story tells mostly of one such thing."""
    if not (one.is_taken and other.is_taken) or _are_of_two(one, other):
        return _SILENT
    return Verdict(score=1.0, reason="both say how long it took")


def _are_of_two(one: Profile, other: Profile) -> bool:
    """Tell whether two events are named, and are nothing of each other."""
    if one.predicate is None or other.predicate is None:
        return False
    return one.predicate != other.predicate and related(one.predicate, other.predicate) <= SIBLINGS


def compare_extents(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Part how long something is from how wide, deep or high, and a column from a road."""
    if one.extent == other.extent:
        if not (_has_extent(one) and _has_extent(other)):
            return _SILENT
        of = compare_kinds(one, other, weights)
        return of if of.score <= -1 else _SILENT
    words = " and ".join(sorted(plain(extent or "long") for extent in (one.extent, other.extent)))
    return Verdict(score=-1.0, reason=f"they go different ways: {words}")


def _has_extent(profile: Profile) -> bool:
    """Tell whether a length is that of something known: "to the north" is nothing that is long."""
    of = profile.counted
    if profile.dimension != "length" or of is None:
        return False
    return any(is_kind_of(of, kind) for kind in _EXTENDED)


def compare_crowds(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Link large figures of one kind: an event has one crowd, and many a group of four."""
    left, right = stated_size(one), stated_size(other)
    if not left or not right or compare_kinds(one, other, weights).score <= 0:
        return _SILENT
    if compare_predicate(one, other, weights).score <= -1:
        return _SILENT
    return Verdict(score=max(0.0, min(1.0, math.log10(min(left, right)) - _CROWDS)))


def _is_prospect(profile: Profile) -> bool:
    """Tell whether the figure is promised or expected: what comes may well be of another size."""
    return profile.claim.modality in (Modality.PROMISED, Modality.EXPECTED)


def stated_size(profile: Profile) -> float | None:
    """Give the size of the figure in base units, None where the words name none ("a few")."""
    if profile.interval is None or profile.interval.middle is None or _is_vague(profile):
        return None
    return abs(profile.interval.middle)


def _is_vague(profile: Profile) -> bool:
    """Tell whether the amount has no order of magnitude: "a few" has none, "hundreds" has."""
    quantity = profile.claim.quantity
    if quantity is None or quantity.hedge is not Hedge.VAGUE:
        return False
    return quantity.interval.low is None or quantity.interval.low < _FIRST_MAGNITUDE


def compare_scopes(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part a running total ("so far") from one toll, another event, room for many from how many."""
    if one.scope == other.scope:
        return Verdict(score=0.5, reason="of the same scope") if one.scope else _SILENT
    unlike = one.scope ^ other.scope
    words = ", ".join(sorted(map(plain, unlike)))
    sure = 1.0 if "other_event" in unlike else _LOOSE_SCOPE
    sure = _ROOM if unlike & {"capacity", "limit", "planned", "ago"} else sure
    return Verdict(score=-sure, reason=f"only one is of {words}")


def compare_holders(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part what two things have room for: a stadium and its north stand, a bus and a ferry."""
    if not {"capacity"} <= one.scope & other.scope:
        return _SILENT
    mine, theirs = _holders_of(one), _holders_of(other)
    if not mine or not theirs or mine & theirs:
        return _SILENT
    words = " and ".join(sorted(plain(min(things)) for things in (mine, theirs)))
    return Verdict(score=-1.0, reason=f"they are of other places: {words}")


def _holders_of(profile: Profile) -> frozenset[str]:
    """Give the kinds of what has the room: those that the clause names, else its sentence."""
    for concepts in (profile.said, profile.context):
        things = frozenset(c for c in concepts if c not in holders() and has_room(c))
        if things:
            return things
    return frozenset()


def compare_years(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part what happened in a year gone by from what is told of now, or of another year.

    What a report of May tells of the year before is of now in the papers of that year.
    """
    if one.years == other.years or _years_told(one) & _years_told(other):
        return _SILENT
    words = ", ".join(sorted(map(plain, one.years ^ other.years)))
    return Verdict(score=-1.0, reason=f"only one is of the {words}")


def _years_told(profile: Profile) -> frozenset[str]:
    """Give the years an account is placed in, that of its document where it says of none."""
    return profile.years or frozenset(filter(None, (profile.year,)))


def compare_documents(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part claims of documents that no shared name links, be it through others: two events."""
    if one.story == other.story or not (one.is_placed and other.is_placed):
        return _SILENT
    return Verdict(score=-1.0, reason="their documents share no names")


def compare_sentences(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Part two propositions of one sentence."""
    return (
        Verdict(score=-1.0, reason="one sentence gives both") if _is_shared(one, other) else _SILENT
    )


def compare_voices(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Part two amounts of one sentence and voice: "12 killed and 20 wounded" are two questions.

    "The union counted 54, the firm 41" are two voices, and answer one.
    """
    if one.claim.speaker.name != other.claim.speaker.name:
        return _SILENT
    return compare_sentences(one, other, weights)


def _is_shared(one: Profile, other: Profile) -> bool:
    """Tell whether two claims stand in one sentence."""
    return one.document == other.document and one.claim.sentence == other.claim.sentence


def compare_contrast(one: Profile, other: Profile, _: Weights) -> Verdict:
    """Link a promise and the outcome that the text itself sets against it."""
    linked = one.claim.id == other.claim.set_against or other.claim.id == one.claim.set_against
    words = one.claim.contrast or other.claim.contrast
    if not linked or words is None:
        return _SILENT
    return Verdict(score=1.0, reason=f'the text sets one against the other: "{words.text}"')


def compare_happening(one: Profile, other: Profile, weights: Weights) -> Verdict:
    """Link propositions of one event; another verb in a clause as long as these parts nothing.

    Of a load not all leaks: what was on board answers another question.
    """
    events = {one.predicate, other.predicate}
    if "aboard" in events and events & _COMING_OUT:
        return Verdict(score=-_LOAD, reason="one is what was on board")
    verdict = compare_predicate(one, other, weights)
    return verdict if verdict.score > 0 else _SILENT


def _tellingness(profile: Profile) -> float:
    """Tell how much the same figure twice says: 3 twice little, 3,742 twice much."""
    quantity = profile.claim.quantity
    value = abs(quantity.interval.middle or 0) if quantity is not None else 0.0
    if quantity is not None and quantity.stated:
        value = abs(quantity.stated[0])
    digits = len(f"{value:g}".replace(".", "").strip("0"))
    return min(1.0, 0.2 * digits + 0.1 * math.log10(value + 1))
