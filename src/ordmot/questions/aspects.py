"""What an amount is told with: which way a length goes, what a time is of, what money is for."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from ordmot.ledger import DAY, Claim, Quantity, Span, Term
from ordmot.lexicon import compound_parts, is_kind_of, read_data, serving_language, stem
from ordmot.lexicon.frames import moment_of, purpose_of, usual_extent

_BEHIND = 30
"""Characters behind a length in which the place stands that it is measured from."""
_NOUN_BEFORE = 3
"""Words before a length among which the noun stands that says which way it goes."""
_FAR_BEFORE = 12
"""Words before a length among which such a noun may stand where no place is measured from."""
_VERB_BEFORE = 4
"""Words before a time among which the verb stands that says that something took it."""
_SHORTEST_NOUN = 4
"""Letters of a noun that says what a thing is."""
_BROAD = "broad"
_BRACKET = re.compile(r"^\s*\([^()]*\)")


def is_some(claim: Claim) -> bool:
    """Tell whether a kind is said of some of all: "five | were civilians", "among | the dead".

    So does "eight Swedes were | among | those hurt".
    """
    if claim.quantity is None or claim.counted is None:
        return False
    counting = read_data(serving_language(claim.language), "claims")["counting"]
    start, end = claim.quantity.span.start, claim.quantity.span.end
    ahead = claim.sentence.part(claim.sentence.start, start).text.casefold().split()
    is_among = not set(counting["includers"]).isdisjoint(ahead[-_NOUN_BEFORE - 1 :])
    behind = claim.sentence.part(end, max(end, claim.counted.span.start)).text.casefold().split()
    between = _between(claim, claim.counted.span, claim.predicate)
    is_among |= not set(counting["includers"]).isdisjoint(between)
    return is_among or not set(counting["being"]).isdisjoint(behind)


def _between(claim: Claim, noun: Span, event: Term | None) -> list[str]:
    """Give the words from the counted to what befell them, where that follows in the sentence."""
    if event is None or event.span.start < noun.end:
        return []
    if not (claim.sentence.covers(noun) and claim.sentence.covers(event.span)):
        return []
    return claim.sentence.part(noun.end, event.span.start).text.casefold().split()


def noun_of(claim: Claim) -> str | None:
    """Give the stem of the noun that a thing is called by: "ballot | boxes", «gass|flasker».

    None of people, whose nouns do not tell who they are: "men", "members", "officers".
    """
    kind = claim.counted
    if kind is None or is_kind_of(kind.concept, "person"):
        return None
    language = serving_language(claim.language)
    links = read_data(language, "claims")["counting"]["partitives"]
    words = list(takewhile(lambda word: word not in links, kind.span.text.casefold().split()))
    parts = words[-1:] and (compound_parts(words[-1], language) or words[-1:])
    noun = parts[-1] if parts else ""
    return f"{language}:{stem(noun, language)}" if len(noun) >= _SHORTEST_NOUN else None


def days_of(claim: Claim) -> frozenset[str]:
    """Give the day of a time told with it: "3 p.m. on Tuesday"."""
    if claim.dimension != "time_of_day" or claim.quantity is None:
        return frozenset()
    own = (t.concept for t in claim.times if t.span == claim.quantity.span)
    return frozenset(concept for concept in own if concept.startswith(DAY))


def moments_of(claim: Claim) -> frozenset[str]:
    """Tell what a time of day is of: what happens in its clause, else what that speaks of.

    The last shots, and what was over, tell of the end.
    """
    if claim.dimension != "time_of_day" or claim.quantity is None:
        return frozenset()
    told = [term for term in (claim.predicate, *claim.participants) if term is not None]
    if any(_is_last(claim, term) for term in told) or _was_over(claim, claim.quantity):
        return frozenset({"end"})
    own = moment_of(claim.predicate.concept) if claim.predicate else None
    if own is not None:
        return frozenset({own})
    return frozenset(filter(None, (moment_of(term.concept) for term in claim.participants)))


def _is_last(claim: Claim, term: Term) -> bool:
    """Tell whether an event is the last of its kind: "the | last | shots"."""
    if moment_of(term.concept) is None or not claim.sentence.covers(term.span):
        return False
    return _follows(claim, term.span.start, "last")


def _was_over(claim: Claim, amount: Quantity) -> bool:
    """Tell whether something was over at a time: "the siege was | over | by 9 a.m."."""
    return _follows(claim, amount.span.start, "over")


def _follows(claim: Claim, start: int, key: str) -> bool:
    """Tell whether the word before a place of the sentence is one of a list."""
    words = read_data(serving_language(claim.language), "claims")["moments"][key]
    ahead = claim.sentence.part(claim.sentence.start, start).text.casefold().split()
    return bool(ahead) and ahead[-1] in words


COST = "cost"
"""The purpose of all that costs something."""


def purposes_of(claim: Claim) -> frozenset[str]:
    """Tell what an amount of money is for, as its clause says: a ransom, a fine.

    What repairs cost is for repairs: that they cost it says no more.
    """
    if claim.dimension not in ("money", "money per"):
        return frozenset()
    own = [term for term in (claim.counted, claim.predicate) if term is not None]
    terms = (*own, *claim.restrictors, *claim.participants)
    said = frozenset(filter(None, (purpose_of(term.concept) for term in terms)))
    return said if said <= {COST} else said - {COST}


def landmarks_of(claim: Claim) -> frozenset[str]:
    """Give the places that a length is from or to: "ten miles south of | the border"."""
    if claim.dimension != "length" or claim.quantity is None:
        return frozenset()
    end, links = claim.quantity.span.end, _links(claim.language)
    found = set()
    for term in (*claim.participants, *claim.context):
        if 0 < term.span.start - end <= _BEHIND and term.concept[0] != "~":
            between = claim.sentence.part(end, term.span.start).text.casefold().split()
            found |= {term.concept.casefold()} if links.intersection(between) else set()
    return frozenset(found)


def extent_of(claim: Claim) -> str | None:
    """Tell which way a length goes: "300 metres | wide", "a depth | of 40 metres".

    Of waves it is told by none: six metres of them are "six metres | high".
    """
    way = _extent_said(claim)
    terms = (claim.counted, *claim.participants, *claim.context)
    usual = (usual_extent(term.concept) for term in terms if term is not None)
    return None if way is not None and way in usual else way


def _extent_said(claim: Claim) -> str | None:
    """Find the word that tells which way a length goes: "a | depth | of 40 metres"."""
    if claim.dimension != "length" or claim.quantity is None:
        return None
    amount, sentence = claim.quantity.span, claim.sentence
    rest = _BRACKET.sub("", sentence.part(amount.end, sentence.end).text)
    after = rest.split(maxsplit=1)[:1]  # "two metres | (6.6 feet) | wide"
    before = sentence.part(sentence.start, amount.start).text.split()[-_NOUN_BEFORE:]
    ways = read_data(serving_language(claim.language), "claims")["extents"]
    words = [word.strip(".,;:").casefold() for word in (*after, *reversed(before))]
    own = next((ways[word] for word in words if word in ways), None) or _way_behind(claim, rest)
    if own is None and _is_shorter_side(claim):
        return _BROAD
    if own is not None or landmarks_of(claim):
        return own
    nouns = read_data(serving_language(claim.language), "claims")["extent_nouns"]["words"]
    ahead = sentence.part(sentence.start, amount.start).text.casefold().split()[-_FAR_BEFORE:]
    named = (word.strip(".,;:") for word in reversed(ahead))
    return next((ways[word] for word in named if word in nouns), None)


def _is_shorter_side(claim: Claim) -> bool:
    """Tell whether a length is the shorter side of an area: "| 300 | by 700 metres"."""
    if claim.quantity is None or not claim.quantity.stated:
        return False
    start, end = claim.quantity.span.start, claim.quantity.span.end
    before, behind = _sides(claim.language)
    other = before.search(claim.sentence.part(claim.sentence.start, start).text)
    other = other or behind.match(claim.sentence.part(end, claim.sentence.end).text)
    return other is not None and min(claim.quantity.stated) < float(other[1].replace(",", "."))


@cache
def _sides(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make what finds the other side of an area before a length and behind it: "300 by |"."""
    words = "|".join(read_data(serving_language(language), "hedges")["between"]["sides"])
    number = r"(\d+(?:[.,]\d+)?)"
    return (
        re.compile(rf"{number}(?:\s*\w+)?\s*(?:{words})\s*$", re.IGNORECASE),
        re.compile(rf"\s*(?:{words})\s*{number}", re.IGNORECASE),
    )


def _way_behind(claim: Claim, rest: str) -> str | None:
    """Find the phrase right behind a length that tells its way: "600 metres | below ground"."""
    ways = read_data(serving_language(claim.language), "claims")["extents_behind"]
    behind = f"{' '.join(rest.casefold().split())} ".replace(".", " ").replace(",", " ")
    return next((way for words, way in ways.items() if behind.startswith(f"{words} ")), None)


def is_taken(claim: Claim) -> bool:
    """Tell whether a time is how long something took: "it took us | three days"."""
    if claim.dimension != "duration" or claim.quantity is None:
        return False
    before = claim.sentence.part(claim.sentence.start, claim.quantity.span.start).text
    near = f" {' '.join(before.casefold().split()[-_VERB_BEFORE:])} "
    taking = read_data(serving_language(claim.language), "claims")["durations"]["taking"]
    return any(f" {words} " in near for words in taking)


@cache
def _links(language: str) -> frozenset[str]:
    """Give the words that lead to a place."""
    return frozenset(read_data(serving_language(language), "claims")["stop"]["place_prepositions"])
