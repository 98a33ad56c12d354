"""Whose a text is that is quoted: "a Pentagon statement", «en rapport fra Kystvern»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.lexicon import senses
from ordmot.statements.language import Language
from ordmot.statements.phrases import is_role
from ordmot.statements.words import Word

_LONGEST_OWNER = 6  # words


@dataclass(frozen=True, slots=True)
class Author:
    """The words of who issued a text: where they stand, and whether they say that it is a body."""

    start: int
    end: int
    is_body: bool


def author_in(words: Sequence[Word], lang: Language) -> Author | None:
    """Find who issued the text that a source's words name; None if that is not told.

    A statement speaks for the body that made it, whose voice it is; a report that nobody is told
    to have made stays a voice of its own.
    """
    at = next((i for i, word in enumerate(words) if _ends_head(words, i, lang)), len(words)) - 1
    if at < 0 or not lang.names_issued(words[at].lower):
        return None
    owner, _, writing = words[at].text.rpartition("-")
    if owner[:1].isupper() and not words[at].is_quotation and writing.islower():
        return Author(words[at].start, words[at].start + len(owner), True)  # «FN-rapporten»
    return _owner_before(words, at, lang) or _maker_behind(words, at, lang)


def _ends_head(words: Sequence[Word], index: int, lang: Language) -> bool:
    """Tell whether the noun phrase's head stands before a word: "Ministry of Health statement"."""
    word = words[index]
    is_link = word.lower in lang["prepositions"] | lang["authors"] | lang["relatives"]
    if word.text == ",":
        return True
    return bool(index) and is_link and not words[index - 1].is_capitalised


def _owner_before(words: Sequence[Word], head: int, lang: Language) -> Author | None:
    """Read "the ministry's | report", "a Harbour Board press | release"."""
    first, last = int(words[0].lower in lang["determiners"]), head
    while last > first and not _can_own(words[last - 1], lang):
        last -= 1
    while first < last and not _can_own(words[first], lang):
        first += 1
    owner = words[first:last]
    if not owner or len(owner) > _LONGEST_OWNER:
        return None
    is_owned = lang.names_owner(owner[-1])
    is_time = any(lang.is_time(owner, at) for at in range(len(owner)))
    is_place = " ".join(word.lower for word in owner) in lang["territories"]
    if is_time or (is_place and not is_owned):
        return None
    return Author(owner[0].start, owner[-1].end, not is_owned)


def _can_own(word: Word, lang: Language) -> bool:
    if word.is_possessive or (word.is_name_part and word.is_capitalised):
        return not any(sense.role == "adjective" for sense in senses(word.lower, lang.code))
    base = word.lower[:-1] if lang["bare_genitive"] and word.lower.endswith("s") else word.lower
    is_body = lang.names_organisation(base) or is_role(word, lang)
    return is_body and not lang.names_issued(word.lower)


def _maker_behind(words: Sequence[Word], head: int, lang: Language) -> Author | None:
    """Read "a report | by Save the Coast", «en melding | fra selskapet»."""
    if head + 2 >= len(words) or words[head + 1].lower not in lang["authors"]:
        return None
    maker = words[head + 2 :]
    is_body = any(lang.names_organisation(word.lower) for word in maker[:_LONGEST_OWNER])
    is_told = words[head + 1].lower in lang["makers"] or words[head].lower in lang["declarations"]
    is_named = any(word.is_capitalised or is_role(word, lang) for word in maker[:2])
    is_place = " ".join(word.lower for word in maker) in lang["territories"]
    if not is_body and (not is_told or not is_named or is_place):
        return None
    return Author(maker[0].start, maker[-1].end, is_body)
