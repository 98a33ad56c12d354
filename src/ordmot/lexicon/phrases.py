"""What stands at one place of a text: the longest phrase, read by the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from ordmot.lexicon.compounds import compound_parts, senses
from ordmot.lexicon.concepts import is_kind_of
from ordmot.lexicon.data import read_data, serving_language
from ordmot.lexicon.sense import Sense
from ordmot.lexicon.vocabulary import known_senses, vocabulary, written_key

_NEAR = 15  # words on either side: about a sentence, and a constant cost in texts of any length


def senses_at(words: Sequence[str], index: int, language: str) -> tuple[Sense, int] | None:
    """Find the longest known phrase or word that begins at an index, and its number of words.

    >>> sense, length = senses_at(["two", "family", "members", "left"], 1, "en")
    >>> sense.concept, length
    ('family_member', 2)
    """
    served = serving_language(language)
    longest, alone = _start(words[index], served)
    for length in range(min(longest, len(words) - index), 1, -1):
        found = known_senses(" ".join(words[index : index + length]), served)
        if found:
            return _fitting(found, words, (index, index + length), served), length
    if not alone or _is_guarded(words, index, served):
        return None
    return _fitting(alone, words, (index, index + 1), served), 1


@lru_cache(maxsize=200_000)
def _start(word: str, language: str) -> tuple[int, tuple[Sense, ...]]:
    """Give how many words the longest phrase has that begins so, and the senses of the word."""
    return vocabulary(language).longest.get(written_key(word), 1), senses(word, language)


def _fitting(
    found: tuple[Sense, ...], words: Sequence[str], place: tuple[int, int], language: str
) -> Sense:
    """Choose the sense that the words around ask for: "the strike" is a noun, "to strike" not."""
    if len(found) == 1:
        return found[0]
    before = words[place[0] - 1] if place[0] else ""
    after = words[place[1]] if place[1] < len(words) else ""
    ranked = _ranked_roles(found, before, after, language)
    if place[0] > 1 and _leads_to_verb(before, language):
        ranked = ("verb", *ranked)
    for role in ranked:
        fitting = [sense for sense in found if sense.role == role]
        if fitting and role == "people" and "noun" in ranked:  # "bodies" of the dead, or governing
            fitting += [sense for sense in found if sense.role == "noun"]
        if fitting:
            return _in_company(fitting, _company_of(words, place), language)
    return found[0]


def _company_of(words: Sequence[str], place: tuple[int, int]) -> dict[str, int]:
    """Give the words about a place, each with how far off the nearest of its kind stands."""
    start, end = place
    around: dict[str, int] = {}
    for index in range(max(0, start - _NEAR), min(len(words), end + _NEAR)):
        distance = start - index if index < start else index - end + 1
        if index < start or index >= end:
            key = written_key(words[index])
            around[key] = min(distance, around.get(key, distance))
    return around


def _in_company(fitting: list[Sense], around: dict[str, int], language: str) -> Sense:
    """Choose the sense whose usual company stands nearby: the "strike" of a union, or of jets.

    The first sense is the likelier one where neither has company.
    """
    if len(fitting) == 1:
        return fitting[0]
    return max(fitting, key=lambda sense: _weigh_company(sense, around, language))


def _weigh_company(sense: Sense, around: dict[str, int], language: str) -> float:
    """Weigh the words that speak for a sense: listed ones, and names of what it befalls.

    The nearer one stands, the more it says: "the bomb fell, and so did prices".
    """
    concept = sense.predicate or sense.concept
    listed = _company(language).get(concept, frozenset())
    kinds = _befallen().get(concept, ())
    return sum(
        1 / distance
        for word, distance in around.items()
        if word in listed or _names_one_of(word, kinds, language)
    )


@lru_cache(maxsize=50_000)
def _names_one_of(word: str, kinds: tuple[str, ...], language: str) -> bool:
    """Tell whether a word names one of some kinds of things: "howitzers" are weapons."""
    if not kinds:
        return False
    named = [sense.concept for sense in senses(word, language) if sense.role in ("noun", "people")]
    return any(is_kind_of(concept, kind) for concept in named for kind in kinds)


@cache
def _company(language: str) -> dict[str, frozenset[str]]:
    data = read_data(language, "senses")["company"]
    return {concept: frozenset(words) for concept, words in data.items()}


@cache
def _befallen() -> dict[str, tuple[str, ...]]:
    """Read of which kinds an event speaks, in any language: prices drop by a tenth, bombs fall."""
    return {event: tuple(kinds) for event, kinds in read_data("shared", "company").items()}


def _ranked_roles(
    found: tuple[Sense, ...], before: str, after: str, language: str
) -> tuple[str, ...]:
    """Order the roles that a word can have by what stands on either side of it.

    What could count people tells more of a noun that follows ("wounded soldiers"), and otherwise
    of those that stand elsewhere in the sentence ("soldiers, wounded in a raid").
    """
    roles = {sense.role for sense in found}
    counts_people = any(sense.role == "people" or sense.concept == "person" for sense in found)
    expected = _roles_after(before, language)
    attributes = counts_people or "adjective" in roles
    if attributes and expected != ("verb",) and _is_named_by_noun(after, language):
        return ("adjective", "verb", "noun")
    has_object = "verb" in roles and _opens_object(after, language)
    if has_object and "people" in roles:
        return ("verb",)
    if expected:
        return expected
    if has_object or {"verb", "people"} <= roles:
        return ("verb",)
    return ("people", "noun", "verb", "adjective")


def _is_named_by_noun(word: str, language: str) -> bool:
    """Tell whether a word is a noun, or counts people and is no verb ("escaped" may be one)."""
    roles = {sense.role for sense in senses(word, language)}
    return "noun" in roles or ("people" in roles and "verb" not in roles)


def _opens_object(after: str, language: str) -> bool:
    """Tell whether a word begins a noun phrase: an article, a number, a name or a mere noun."""
    key = written_key(after)
    if key in _context(language)["objects"] or key[:1].isdigit() or after[:1].isupper():
        return True
    is_verb = any(sense.role == "verb" for sense in senses(after, language))
    return _is_named_by_noun(after, language) and not is_verb


@lru_cache(maxsize=50_000)
def _roles_after(before: str, language: str) -> tuple[str, ...]:
    """List the roles that a word leads one to expect next: a noun after an adjective."""
    key = written_key(before)
    context = _context(language)
    if key in context["before_verbs"] or key in context["before_participles"]:
        return ("verb",)
    if key in context["before_adjectives"]:
        return ("adjective", "people", "noun")
    if _is_genitive(before, language):
        return ("people", "noun")
    roles = {sense.role for sense in senses(before, language)}
    if key in context["before_nouns"] or key[:1].isdigit() or roles == {"adjective"}:
        return ("people", "noun")
    # Where compounds are written in one word, two nouns seldom follow each other.
    joins_nouns = bool(read_data(language, "senses")["compounds"]["closed"])
    return ("verb",) if joins_nouns and roles and roles <= {"noun", "people"} else ()


def _is_genitive(word: str, language: str) -> bool:
    """Tell whether a noun says whose the next is: "the ministry's | plan", «utvalgets | leder»."""
    key = written_key(word)
    if not key.endswith("s") or {sense.role for sense in senses(word, language)} - {"noun"}:
        return False
    if not read_data(language, "senses")["compounds"]["closed"]:
        return key.endswith("'s") and bool(senses(word, language))
    parts = compound_parts(word, language)
    head = written_key(parts[-1]) if parts else key
    return bool(senses(word, language)) and head not in vocabulary(language).senses


def _leads_to_verb(before: str, language: str) -> bool:
    """Tell whether a word is a name behind which a verb stands: «fiskeren Remøy | fortel».

    Where compounds are written in one word, no noun follows a name.
    """
    if not read_data(language, "senses")["compounds"]["closed"] or not before[:1].isupper():
        return False
    is_name = before[1:].islower() and not senses(before, language)
    return is_name and not written_key(before).endswith("s")


def is_state(word: str, language: str) -> bool:
    """Tell whether a form of a verb is none behind a copula: «er | klart», "were | rebels"."""
    return written_key(word) in _states(serving_language(language))


@cache
def _states(language: str) -> frozenset[str]:
    return frozenset(read_data(language, "senses")["states"])


@cache
def _context(language: str) -> dict[str, frozenset[str]]:
    data = read_data(language, "senses")["context"]
    return {key: frozenset(words) for key, words in data.items()}


def _is_guarded(words: Sequence[str], index: int, language: str) -> bool:
    """Tell whether a word that looks known means something else here: "left" in "on the left"."""
    key = written_key(words[index])
    if key in vocabulary(language).proper and not words[index][0].isupper():
        return True
    guard = _guards(language).get(key)
    if guard is None:
        return False
    if guard.get("capital") is not None and words[index][0].isupper() != guard["capital"]:
        return True
    before = written_key(words[index - 1]) if index else ""
    after = written_key(words[index + 1]) if index + 1 < len(words) else ""
    return before in guard.get("not_after", ()) or after in guard.get("not_before", ())


@cache
def _guards(language: str) -> dict[str, dict[str, Any]]:
    guards: dict[str, dict[str, Any]] = read_data(language, "senses")["guards"]
    return guards
