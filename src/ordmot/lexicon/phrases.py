"""What stands at one place of a text: the longest phrase, read by the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from ordmot.lexicon.compounds import senses
from ordmot.lexicon.data import read_data, serving_language
from ordmot.lexicon.sense import Sense
from ordmot.lexicon.vocabulary import known_senses, vocabulary, written_key


def senses_at(words: Sequence[str], index: int, language: str) -> tuple[Sense, int] | None:
    """Find the longest known phrase or word that begins at an index, and its number of words.

    >>> sense, length = senses_at(["two", "family", "members", "left"], 1, "en")
    >>> sense.concept, length
    ('family_member', 2)
    """
    served = serving_language(language)
    first = written_key(words[index])
    longest = min(vocabulary(served).longest.get(first, 1), len(words) - index)
    for length in range(longest, 1, -1):
        found = known_senses(" ".join(words[index : index + length]), served)
        if found:
            return _fitting(found, words, (index, index + length), served), length
    found = senses(words[index], served)
    if not found or _is_guarded(words, index, served):
        return None
    return _fitting(found, words, (index, index + 1), served), 1


def _fitting(
    found: tuple[Sense, ...], words: Sequence[str], place: tuple[int, int], language: str
) -> Sense:
    """Choose the sense that the words around ask for: "the strike" is a noun, "to strike" not."""
    if len(found) == 1:
        return found[0]
    before = written_key(words[place[0] - 1]) if place[0] else ""
    after = words[place[1]] if place[1] < len(words) else ""
    following = _roles_before(after, found, language)
    expected = following if following[0] == "adjective" else _expected_roles(before, language)
    for role in (*expected, *following):
        for sense in found:
            if sense.role == role:
                return sense
    return found[0]


def _roles_before(after: str, found: tuple[Sense, ...], language: str) -> tuple[str, ...]:
    """Order the roles by the word that follows: what has an object is a verb.

    What could count people tells more of a noun that follows ("wounded soldiers"), and otherwise
    of those that stand elsewhere in the sentence ("soldiers, wounded in a raid").
    """
    roles = {sense.role for sense in found}
    has_object = _opens_object(after, language)
    counts_people = any(sense.role == "people" or sense.concept == "person" for sense in found)
    if counts_people and _is_named_by_noun(after, language):
        return ("adjective", "verb", "noun")
    if "verb" in roles and (has_object or "people" in roles):
        return ("verb",)
    return ("people", "noun")


def _is_named_by_noun(word: str, language: str) -> bool:
    return any(sense.role in ("noun", "people") for sense in senses(word, language))


def _opens_object(after: str, language: str) -> bool:
    """Tell whether a word begins a noun phrase: an article, a number, a name or a mere noun."""
    key = written_key(after)
    if key in _context(language)["objects"] or key[:1].isdigit():
        return True
    is_verb = any(sense.role == "verb" for sense in senses(after, language))
    return _is_named_by_noun(after, language) and not is_verb


@cache
def _expected_roles(before: str, language: str) -> tuple[str, ...]:
    """List the roles that a word leads one to expect next, the likeliest first."""
    context = _context(language)
    if before in context["before_verbs"]:
        return ("verb",)
    if before in context["before_nouns"] or before[:1].isdigit():
        return ("people", "noun")
    return ()


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
