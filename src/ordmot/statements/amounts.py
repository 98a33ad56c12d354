"""Amounts and times as they open: "at least 40", "about a hundred", "last week"."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.statements.language import Language
from ordmot.statements.words import Word

_LONGEST_AMOUNT = 4


def is_number(word: Word, lang: Language) -> bool:
    """Tell whether a word is a number, in figures or letters."""
    return not word.is_quotation and lang.names_number(word.lower)


def is_mere_amount(words: Sequence[Word], lang: Language) -> bool:
    """Tell whether words are a number with at most its hedge and its unit: "About 40 tonnes"."""
    if not words or len(words) > _LONGEST_AMOUNT or any(word.is_mark for word in words):
        return False
    at = after_hedge(words, 0, lang)
    return is_number(words[at], lang) and not any(lang.is_finite(word) for word in words)


def opens_amount(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell "said | at least twelve died", "said | about 350 were inside" from a place."""
    if words[at].lower not in lang["amount_openers"] or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return (
        after.text[0].isdigit()
        or after.lower in lang["amount_words"]
        or (after.lower in lang["determiners"] and after.lower not in lang["articles"])
    )


def after_hedge(words: Sequence[Word], at: int, lang: Language) -> int:
    """Step over what hedges a number, at most two words: "more than | 40", «minst | 40»."""
    end = at
    while end < min(at + 2, len(words) - 1) and not is_number(words[end], lang):
        word = words[end]
        is_place = word.lower in lang["prepositions"] - lang["amount_openers"]
        if is_place or word.is_mark or word.is_quotation or word.is_capitalised:
            break
        if word.lower in lang["determiners"] or lang.is_finite(word):
            break
        end += 1
    return end


def is_time(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell whether a time stands here rather than a content: "said Monday", "said last week"."""
    if words[at].lower in lang["determiners"] | lang["time_openers"]:  # "this | week | is"
        after = words[at + 1] if at + 1 < len(words) else None  # "den | nå" is no time
        is_set = after is not None and after.lower in lang["times"] and not lang.is_adverb(after)
        return is_set and (not is_number(words[at], lang) or _is_dated(words, at + 2, lang))
    return words[at].lower in lang["times"]


def _is_dated(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell "said five days | ago", "said two days | after the flood" from "talked of five days"."""
    links = lang["times"] | lang["subordinators"]
    return at < len(words) and words[at].lower in links
