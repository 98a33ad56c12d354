"""What the comparison needs to know of a claim, worked out once for each."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import fsum

from ordmot.ledger import YEAR, Act, Claim, Interval, Quantity, Reading, Term, VoiceKind
from ordmot.lexicon import ancestors, is_kind_of, read_data, serving_language, stem
from ordmot.lexicon.frames import dated_as
from ordmot.lexicon.measures import base_factor, base_interval, compared_in
from ordmot.questions.aspects import (
    days_of,
    extent_of,
    is_some,
    is_taken,
    landmarks_of,
    moments_of,
    noun_of,
    purposes_of,
)
from ordmot.questions.sides import Side, side_of
from ordmot.questions.stories import tell_stories

_ENOUGH_NAMES = 5
"""A document with fewer name words, and none that it shares, does not show what it is about."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_BUILT_NAME = re.compile(r"(?<=[a-zæøå] )[A-ZÆØÅ][a-zæøå]+ [A-ZÆØÅ][a-zæøå]+\b")
"""Two capitalised words within a sentence."""
_SENTENCES = 4096
"""Texts whose words are kept: the claims of one sentence come together."""
_STEMS = 65_536
"""Words whose stems are kept."""
DATED = "date"
"""The dimension of what is answered with a date."""
WIDEST = frozenset(("person", "thing", "event", "quality", "trait", "place", "group", "idea"))
"""Kinds so wide that sharing one says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A claim as it is compared: concepts and names, each with the kinds above it.

    `said` are the concepts of the clause, `context` those of the whole sentence, `is_bare` tells
    that the sentence itself has none ("Seven knots, perhaps eight"), `dimension` is what it can be
    compared in; `noun` is the stem of the word for the thing that is counted, `words` and
    `sentence_words` are those of clause and sentence, as words of their language; `names` the
    single words of proper names, lower case, `document_names` those of the whole document, `story`
    the number of the story that it tells, `is_placed` whether that is sure; `restrictors` what
    narrows the counted, known concepts and names only, `vague_restrictors` the unknown words.
    `is_some` tells that the counted are said to be some of others: "five of them were civilians".
    `years` are years gone by that the sentence places its account in, `year` that of its document
    where it is known; `landmarks` what a length is measured from or to, `extent` the way it goes
    where that is not along, `is_taken` tells that a time is how long something took, `days` the day
    that a time of day is told with, where it is known, `moments` what that time is of: the alarm,
    the end; `purposes` what money is for: a fine; `side` whose fighters are counted.
    `interval` and `stated` are in base units. `completed_by` is the account that says what the same
    figure is of where this one does not.
    """

    claim: Claim
    document: int
    place: int
    counted: str | None
    noun: str | None
    predicate: str | None
    restrictors: frozenset[str]
    vague_restrictors: frozenset[str]
    said: frozenset[str]
    words: frozenset[str]
    sentence_words: frozenset[str]
    context: frozenset[str]
    is_bare: bool
    dimension: str
    names: frozenset[str]
    document_names: frozenset[str]
    story: int
    is_placed: bool
    is_some: bool
    scope: frozenset[str]
    years: frozenset[str]
    year: str | None
    landmarks: frozenset[str]
    extent: str | None
    is_taken: bool
    days: frozenset[str]
    moments: frozenset[str]
    purposes: frozenset[str]
    side: Side
    interval: Interval | None
    stated: tuple[float, ...]
    completed_by: Claim | None = None

    def reads_as(self, other: Profile) -> bool:
        """Tell whether a profile is of the same claim, read the same."""
        mine = (self.counted, self.predicate, self.restrictors)
        return self.claim is other.claim and mine == (
            other.counted,
            other.predicate,
            other.restrictors,
        )

    @property
    def is_narrated(self) -> bool:
        """Tell whether nobody but the document says so."""
        return self.claim.speaker.kind is VoiceKind.DOCUMENT

    @property
    def is_denial(self) -> bool:
        """Tell whether somebody denies it outright."""
        return self.claim.act is Act.DENY

    @property
    def acts(self) -> frozenset[str]:
        """Give the kinds of act that its event is of which it matters when they happened."""
        return dated_as(self.predicate) if self.predicate is not None else frozenset()

    @property
    def counts_people(self) -> bool:
        """Tell whether it is people that are counted."""
        return self.counted is not None and is_kind_of(self.counted, "person")

    @property
    def keys(self) -> frozenset[str]:
        """Give the kinds through which it can meet other claims: own ones first, else context."""
        own = {concept for concept in (self.counted, self.predicate) if concept}
        kinds = _with_kinds(own)
        if self.claim.quantity is None:
            return kinds | self.said
        if self.dimension == DATED:
            return self.acts
        if self.dimension == "count":
            people = {"person"} if self.counts_people else set()
            nouns = {self.noun} if self.noun is not None else set()
            return kinds | own | self.restrictors | people | nouns
        return kinds | self.context | {self.dimension}  # "We now say 195 tonnes" tells no more


def profile_readings(
    readings: Sequence[Reading], known: Mapping[str, Profile] | None = None
) -> list[Profile]:
    """Profile the claims of readings, in the order they came; see `profile_claims`."""
    dates = [reading.document.metadata.date for reading in readings]
    years = [f"{YEAR}{date[:4]}" if date and date[:4].isdigit() else None for date in dates]
    return profile_claims([reading.claims for reading in readings], known, years)


def profile_claims(
    documents: Sequence[Sequence[Claim]],
    known: Mapping[str, Profile] | None = None,
    years: Sequence[str | None] = (),
) -> list[Profile]:
    """Profile the claims of each document, in the order they came.

    `years` are those that the documents are of, in the words of a claim's scope ("year 2024"). Of
    `known` profiles of the same claims only what depends on the case is worked out anew.
    """
    names = [names_in(claims) for claims in documents]
    stories = tell_stories(names)
    told = Counter(stories)
    sources = [
        _Source(
            number=number,
            names=names[number],
            story=story,
            is_placed=told[story] > 1 or len(names[number]) >= _ENOUGH_NAMES,
            year=years[number] if years else None,
        )
        for number, story in enumerate(stories)
    ]
    return _completed(
        [
            _profile(claim, place, source, (known or {}).get(claim.id))
            for source, claims in zip(sources, documents, strict=True)
            for place, claim in enumerate(claims)
        ]
    )


def _completed(profiles: Sequence[Profile]) -> list[Profile]:
    """Complete figures that say of nothing that they are of it by the accounts that give them too.

    "The police say | 12,000": of a story in which 12,000 people marched, and nothing else comes to
    12,000, it is that.
    """
    full: defaultdict[tuple[int, tuple[float, ...]], list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.counted is not None and profile.counted[0] != "~" and _is_telling(profile):
            full[profile.story, profile.stated].append(profile)
    return [
        _completed_by(profile, full[profile.story, profile.stated])
        if _says_nothing(profile)
        else profile
        for profile in profiles
    ]


def _completed_by(profile: Profile, full: Sequence[Profile]) -> Profile:
    """Complete a bare figure by the accounts that give it in full, if they are all of one thing."""
    kinds = {other.counted for other in full}
    events = {other.predicate for other in full} - {None}
    if len(kinds) != 1 or len(events) > 1:
        return profile
    best = min(full, key=lambda other: (other.predicate is None, other.claim.id))
    return replace(
        profile,
        counted=best.counted,
        noun=best.noun,
        predicate=best.predicate,
        restrictors=best.restrictors,
        completed_by=best.claim,
    )


def _says_nothing(profile: Profile) -> bool:
    """Tell whether a telling figure says neither what it is of nor what happened to it."""
    is_bare = profile.counted is None and profile.predicate is None
    return is_bare and _is_telling(profile)


def _is_telling(profile: Profile) -> bool:
    """Tell whether the same figure twice is hardly chance: 1,050 is, 3 and 40 may be."""
    if profile.dimension != "count" or len(profile.stated) != 1:
        return False
    return (
        len(f"{profile.stated[0]:g}".strip("0").replace(".", "")) > 1 or profile.stated[0] >= 1000
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A document as its claims need it: its number, the names in it, the story it tells."""

    number: int
    names: frozenset[str]
    story: int
    is_placed: bool
    year: str | None


def names_in(claims: Sequence[Claim]) -> frozenset[str]:
    """Give the words of the names that a document's claims hold, and of the persons who speak.

    A name that is built of ordinary words counts whole: "the Salt Stairs".
    """
    told = [claim for claim in claims if _is_own(claim)]
    named = {word for claim in told for word in _names_of(claim)}
    persons = {v.name for c in told for v in c.voices if v.kind is VoiceKind.PERSON}
    spoken = {word.casefold() for name in persons for word in name.split() if word[0].isupper()}
    sentences = {claim.sentence.start: claim.sentence.text for claim in told}.values()
    built = {name.casefold() for text in sentences for name in _BUILT_NAME.findall(text)}
    return frozenset(named | spoken | built)


def _is_own(claim: Claim) -> bool:
    """Tell whether a claim is more than an answer or a date, which only repeat their clause."""
    return claim.asked is None and claim.dimension != DATED


def _names_of(claim: Claim) -> frozenset[str]:
    return frozenset(_name_words((*claim.participants, *claim.context, *claim.restrictors)))


def _profile(claim: Claim, place: int, source: _Source, known: Profile | None) -> Profile:
    if known is not None and known.claim is claim and known.completed_by is None:
        return replace(
            known,
            document=source.number,
            place=place,
            document_names=source.names,
            story=source.story,
            is_placed=source.is_placed,
            year=source.year,
        )
    terms = (*claim.participants, *claim.context)
    own = [term for term in (claim.counted, claim.predicate) if term is not None]
    narrowing = {t.concept.casefold() for t in claim.restrictors if not _is_quality(t)}
    return Profile(
        claim=claim,
        document=source.number,
        place=place,
        counted=claim.counted.concept if claim.counted else None,
        noun=noun_of(claim),
        predicate=claim.predicate.concept if claim.predicate else None,
        restrictors=frozenset(r for r in narrowing if r[0] != "~" or r == "~part"),
        vague_restrictors=frozenset(r for r in narrowing if r[0] == "~"),
        said=_with_kinds(_concepts((*own, *claim.participants, *claim.restrictors))),
        words=_words(claim.span.text, serving_language(claim.language)),
        sentence_words=_words(claim.sentence.text, serving_language(claim.language)),
        context=_with_kinds(_concepts((*own, *terms, *claim.restrictors))),
        is_bare=not _concepts(t for t in (*own, *terms) if claim.sentence.covers(t.span)),
        dimension=compared_in(claim),
        names=_names_of(claim),
        document_names=source.names,
        story=source.story,
        is_placed=source.is_placed,
        is_some=is_some(claim),
        scope=frozenset(t.concept for t in claim.scope if _moves(t.concept)),
        years=frozenset(t.concept for t in claim.scope if t.concept.startswith(YEAR)),
        year=source.year,
        landmarks=landmarks_of(claim),
        extent=extent_of(claim),
        is_taken=is_taken(claim),
        days=days_of(claim),
        moments=moments_of(claim),
        purposes=purposes_of(claim),
        side=side_of(claim),
        interval=base_interval(claim.quantity) if claim.quantity else None,
        stated=_base_figures(claim.quantity),
    )


@lru_cache(maxsize=_SENTENCES)
def _words(text: str, language: str) -> frozenset[str]:
    """Give the stems of the words of a text, as words of its language."""
    stop = _stop_words(language)
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(_stem(word, language) for word in words if word not in stop)


@lru_cache(maxsize=_STEMS)
def _stem(word: str, language: str) -> str:
    return f"{language}:{stem(word, language)}"


def _moves(scope: str) -> bool:
    """Tell whether a scope makes another question: "still in hospital" is one answer among them."""
    return scope != "remaining" and not scope.startswith(YEAR)


@cache
def _stop_words(language: str) -> frozenset[str]:
    """Give the words that carry no content."""
    return frozenset(read_data(language, "claims")["stop"]["words"])


def _is_quality(term: Term) -> bool:
    return is_kind_of(term.concept, "quality")


def _concepts(terms: Iterable[Term]) -> set[str]:
    return {t.concept for t in terms if t.concept[0] != "=" and not _is_quality(t)}


def _with_kinds(concepts: Iterable[str]) -> frozenset[str]:
    """Give the concepts with the kinds above them, but for the widest ones."""
    return frozenset(k for c in concepts for k in (c, *ancestors(c)) if k not in WIDEST)


def _name_words(terms: Iterable[Term]) -> Iterable[str]:
    for term in terms:
        if term.concept.startswith("="):
            yield from (word for word in term.concept[1:].casefold().split() if len(word) > 1)


def _base_figures(quantity: Quantity | None) -> tuple[float, ...]:
    """Give the numbers that the words state, in base units."""
    if quantity is None:
        return ()
    return tuple(round(number * base_factor(quantity), 6) for number in quantity.stated)


class _Rarity(dict[str, float]):
    """The weight of each concept or name, worked out when first asked for."""

    def __init__(self, count: Mapping[str, int], total: int) -> None:
        super().__init__()
        self._count = count
        self._total = total

    def __missing__(self, item: str) -> float:
        """Work out a weight."""
        share = (self._count.get(item, 0) + 0.5) / (self._total + 1)
        weight = max(0.0, -math.log(share)) / math.log(self._total + 2)
        self[item] = weight
        return weight


class Weights:
    """How much a shared concept or name tells: rare ones more (inverse document frequency)."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        told = [p for p in profiles if _is_own(p.claim)]
        sentences = {(p.document, p.claim.sentence.start): p for p in told}.values()
        count = Counter(
            item for p in sentences for item in (*p.context, *p.names, *p.sentence_words)
        )
        self._rarity = _Rarity(count, max(1, len(sentences)))
        self._sums: dict[frozenset[str], float] = {}

    def of(self, item: str) -> float:
        """Give the weight of a concept or name: 0 where every sentence has it, about 1 if rare."""
        return self._rarity[item]

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Give the shared weight over the smaller side's weight, 0 to 1."""
        if one.isdisjoint(other):
            return 0.0
        smaller = min(self._sum(one), self._sum(other))
        return self.shared(one, other) / smaller if smaller > 0 else 0.0

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Give the shared weight over the weight of all that either has, 0 to 1."""
        shared = self.shared(one, other)
        return shared / (self._sum(one) + self._sum(other) - shared) if shared > 0 else 0.0

    def share(self, whole: frozenset[str], part: frozenset[str]) -> float:
        """Give how much of the weight of `whole` is in `part` too, 0 to 1."""
        total = self._sum(whole)
        return self.shared(whole, part) / total if total > 0 else 0.0

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Give the sum of the weights that both have."""
        return self.sum_of(one & other)

    def sum_of(self, items: frozenset[str]) -> float:
        """Give the sum of the weights of some items, exact whatever the order."""
        return fsum(map(self._rarity.__getitem__, items))

    def _sum(self, items: frozenset[str]) -> float:
        """Give the sum of the weights of some items, once for all claims that have the same."""
        known = self._sums.get(items)
        if known is None:
            known = self._sums[items] = self.sum_of(items)
        return known
