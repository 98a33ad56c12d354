"""The name of what is counted: "foreign fighters", "IS-krigere", an account's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from ordmot.ledger import Claim, Term
from ordmot.lexicon import ancestors, compound_parts, is_kind_of, label, read_data
from ordmot.lexicon.frames import degrees
from ordmot.lexicon.inflection import forms, plural

_LABELLED = ("person", "thing", "group", "place")
_UNCOUNTED = ("stuff", "quality", "trait", "measure", "idea")
"""Nobody counts furniture or money one by one; a trait is no noun."""
_LONGEST = 48
"""Characters of an account's own noun phrase; a longer one is a clause."""
_PART = "~part"


def name_counted(
    head: str | None, claims: Sequence[Claim], own: Sequence[Claim], language: str
) -> str:
    """Name what claims count with what all of them narrow it to, "" where it has no name.

    `own` are the claims whose words are in `language`; only they lend their words.
    """
    if head is None:
        return ""
    speaking = [c for c in own if c.counted is not None and c.counted.concept == head]
    part = _named_part(speaking, language) if len(claims) == 1 else ""
    if part:
        return part
    if not _has_label(head):
        phrases = [phrase for c in speaking if (phrase := _own_noun(c, head, language))]
        return _commonest(phrases)
    shared = set.intersection(*({t.concept for t in claim.restrictors} for claim in claims))
    noun = label(head, language)
    return _narrowed(noun, shared - {_PART, head} - degrees(), speaking, language)


def can_name(head: str | None, claims: Sequence[Claim], language: str) -> bool:
    """Tell whether the lexicon alone can name in a language what claims count.

    A part of a whole, a name or an unknown word that narrows it takes the words of an account.
    """
    if head is None or not _has_label(head) or not _listed_nouns(language).get(head):
        return False
    shared = set.intersection(*({t.concept for t in claim.restrictors} for claim in claims))
    return all(_adjective(concept, language) for concept in shared - {head} - degrees())


def commonest_head(claims: Sequence[Claim]) -> str | None:
    """Give the kind that most claims count; of all sorts of persons, persons.

    An unknown word is one only where the amount counts it: "knapt 600 har" counts no "har".
    """
    heads = Counter(c.counted.concept for c in claims if c.counted and _is_counted(c, c.counted))
    if not heads:
        return None
    head = min(heads, key=lambda h: (-heads[h], h[0] == "~", -len(ancestors(h)), h))
    persons = sum(count for h, count in heads.items() if is_kind_of(h, "person"))
    is_mixed = heads[head] * 2 < heads.total()
    return "person" if is_mixed and persons * 2 > heads.total() else head


def _is_counted(claim: Claim, counted: Term) -> bool:
    if counted.concept[0] == "=" or any(is_kind_of(counted.concept, k) for k in _UNCOUNTED):
        return False
    if counted.concept[0] != "~":
        return True
    words = claim.quantity.counted if claim.quantity else None
    return words is not None and counted.span.text in words.text


def _has_label(head: str) -> bool:
    """Tell whether the lexicon has a plural for it: of things and persons, not of events."""
    return any(is_kind_of(head, kind) for kind in _LABELLED) and not is_kind_of(head, "event")


def _named_part(claims: Sequence[Claim], language: str) -> str:
    """Give the whole that a part is taken of, where it is named: "of the harbour's own boats"."""
    rules = read_data(language, "questions")["nouns"]
    for claim in claims:
        if claim.predicate and claim.counted and claim.predicate.span == claim.counted.span:
            continue  # "of the dead": they are said to be dead by the same word
        phrase = claim.quantity.counted if claim.quantity else None
        words = phrase.text.split() if phrase else []
        is_part = len(words) >= rules["fewest"] and words[0].casefold() in rules["part"]
        is_vague = any(word.casefold() in rules["vague_owners"] for word in words)
        if is_part and not is_vague and len(" ".join(words)) <= _LONGEST:
            return " ".join(words)
    return ""


def _own_noun(claim: Claim, head: str, language: str) -> str:
    """Give an account's own noun phrase for a head that has no label, in the plural."""
    quantity, counted = claim.quantity, claim.counted
    if quantity is None or counted is None:
        return ""
    if head[0] != "~":
        return _listed_plural(counted.span.text, head, language)
    words = " ".join(quantity.counted.text.split()) if quantity.counted else ""
    if not words or len(words) > _LONGEST:
        words = counted.span.text
    if words == counted.span.text and quantity.stated == (1,):
        words = plural(words, language)
    return words if counted.span.start > claim.sentence.start else words[:1].lower() + words[1:]


def _listed_plural(word: str, concept: str, language: str) -> str:
    """Give the plural of the noun of a concept that a word is a form of, the word where none is."""
    key = word.lower()
    nouns = sorted(_listed_nouns(language).get(concept, ()), key=len)
    fitting = [noun for noun in nouns if key in forms(noun, "noun", language)]
    return plural(fitting[0], language) if fitting else key


@cache
def _listed_nouns(language: str) -> dict[str, tuple[str, ...]]:
    sections = read_data(language, "words").values()
    entries = (pair for section in sections for pair in section.items())
    return {concept: tuple(entry.get("noun", ())) for concept, entry in entries}


def _commonest(phrases: Sequence[str]) -> str:
    counts = Counter(phrases)
    return min(counts, key=lambda words: (-counts[words], words), default="")


def _narrowed(noun: str, shared: set[str], claims: Sequence[Claim], language: str) -> str:
    """Put what narrows a noun before it: the accounts' own words for it, else its adjective."""
    named = [(_own_narrowing(claim, shared), claim) for claim in claims]
    words, used = max(
        (found for found, claim in named if not _is_one(claim)),
        key=lambda found: (len(found[1]), found[0]),
        default=((), frozenset()),
    )
    left = sorted(shared - used)
    apart = {t.concept for c in claims for t in c.restrictors if c.counted and not _is_in(t, c)}
    prefixes = Counter(p for c in claims for p in _compound_prefix(c, left, language))
    prefix = min(prefixes, key=lambda p: (-prefixes[p], p)) if prefixes else ("", "")
    adjectives = [
        a for c in left if c != prefix[1] and c not in apart and (a := _adjective(c, language))
    ]
    return " ".join([*dict.fromkeys((*adjectives, *words)), prefix[0] + noun])


def _is_in(term: Term, claim: Claim) -> bool:
    """Tell whether the word for the counted says it itself: "foreigners" are foreign."""
    return claim.counted is not None and term.span.overlaps(claim.counted.span)


def _is_one(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.stated == (1,)


def _own_narrowing(claim: Claim, shared: set[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Collect the words that stand directly before the counted, and the concepts they name."""
    words: list[str] = []
    used: set[str] = set()
    edge = claim.counted.span.start if claim.counted else 0
    for term in sorted(claim.restrictors, key=lambda t: -t.span.start):
        if term.span.end not in (edge, edge - 1):
            continue
        edge = term.span.start
        if term.concept in shared and _is_of_phrase(term, claim):
            words.insert(0, term.span.text)
            used.add(term.concept)
    return tuple(words), frozenset(used)


def _is_of_phrase(term: Term, claim: Claim) -> bool:
    """Tell whether an unknown word belongs to what is counted: "enn" of "mer enn 40" does not."""
    phrase = claim.quantity.counted if claim.quantity else None
    is_known = term.concept[0] != "~"
    return is_known or (phrase is not None and phrase.start <= term.span.start)


def _compound_prefix(claim: Claim, left: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    """Give the first part of a compound and what it names: "IS-" of "IS-krigere", `=IS`."""
    counted = claim.counted
    if counted is None:
        return
    parts = compound_parts(counted.span.text, language)
    for term in claim.restrictors:
        if (
            parts
            and term.span == counted.span
            and term.concept in left
            and not _is_trait(term.concept)
        ):
            yield counted.span.text[: -len(parts[-1])], term.concept


def _is_trait(concept: str) -> bool:
    return is_kind_of(concept, "trait") or is_kind_of(concept, "nation")


def _adjective(concept: str, language: str) -> str:
    """Give the adjective of a trait or nation in the plural, "" for what has none."""
    if not _is_trait(concept):
        return ""
    rules = read_data(language, "questions")["plural_adjectives"]
    word = label(concept, language)
    if word in rules["irregular"]:
        return str(rules["irregular"][word])
    for ending, change in rules["endings"]:
        if word.endswith(ending):
            return word.removesuffix(ending) + str(change)
    return word
