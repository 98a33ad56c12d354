"""What names a body, and what a document says of it: "Ministry of Mines", "Velin Coal regrets"."""

from __future__ import annotations

import re
from functools import cache

from ordmot.documents.dates import day_names
from ordmot.lexicon import LANGUAGES, is_kind_of, read_data, senses

MOST_WORDS = 9
"""Words of the longest name of a body."""
BRACKET = r"(?: \([^)\n]{2,12}\))?"
"""A short name behind the full one: "Ministry of Mines | (MoM)"."""
TIME = r"(?:[A-ZÆØÅ]?[a-zæøå]+day|[a-zæøå]+dag|(?:[A-Z][a-z]+ )?\d{1,2}\b).*"
"""A day or a date: "Tuesday 16:00", "23 October", "May 19"."""


def stands_alone(line: str) -> bool:
    """Tell whether words name what is issued and what it is about, and say nothing of it.

    "Situation report no. 3", "statement on the strike", "Press release: ship freed".
    """
    genre = genres().match(line)
    if genre is None:
        return False
    rest = line[genre.end() :]
    return not rest or bool(
        re.match(rf"(?:[,.:]| (?:{any_of('about')}) | (?:no|nr)\b| \d)", rest, re.IGNORECASE)
        or re.fullmatch(rf" (?:{any_of('by')}) [a-zæøå]+(?:,.*)?", rest)  # «fra styret»
    )


def behind_genre(line: str) -> str:
    """Give what stands behind the words for what is issued, "" where a line has none."""
    genre = genres().match(line)
    return line[genre.end() :] if genre else ""


def body_named(name: str, least: int = 1) -> str | None:
    """Give a name if it reads like that of a body: few words, no verb, no genre, label or day."""
    words = name.strip(" .–—-").split()
    small = listed("joining")
    is_name = least <= len(words) <= MOST_WORDS and words[0][:1].isupper()
    is_told = any(word[0].islower() and word not in small for word in words)
    if not is_name or is_told or words[0].lower() in listed("labels"):
        return None
    is_other = genres().search(name) or any(word.lower() in day_names() for word in words)
    is_paper = words[-1].casefold().endswith(tuple(listed("papers"))) or name in agencies()
    return None if is_other or is_paper else " ".join(words)


def is_body_word(name: str) -> bool:
    """Tell whether a lone word says that it is a body: «Elvetilsynet»."""
    return means(name, "group") and not is_common(name)


def is_title(name: str) -> bool:
    """Tell whether a name opens with what somebody is: "Minister Ada Lund"."""
    return means(name.partition(" ")[0], "person")


def is_common(name: str) -> bool:
    """Tell whether a lone word is of a state, or of a body of which many have one: "Police"."""
    lower = name.casefold()
    is_place = means(name, "place") and not lower.endswith(tuple(listed("endings")))
    is_known = lower in listed("common") or is_place  # «Sporverket» is no works
    return " " not in name and is_known


def says_body(name: str) -> bool:
    """Tell whether some word of a name says that it is a body: "Civil Guard Service", "Nor AS"."""
    words = name.split()
    is_company = len(words) > 1 and words[-1].casefold() in listed("companies")
    return is_company or any(map(says_office, words))


def says_office(word: str) -> bool:
    """Tell whether a word says that somebody works there: "Commission", «Redningssentralen»."""
    lower = word.casefold()
    is_named = lower in listed("offices") or lower.endswith(tuple(listed("endings")))
    return is_named or is_body_word(word)


def is_place_named(name: str, behind: str | None) -> bool:
    """Tell whether words before a day may be a place: "Press release, | Port Isel, 16 March"."""
    is_dated = behind is not None and re.match(TIME, behind) is not None
    is_named = any(word in listed("institutions") for word in name.split())
    return is_dated and not is_named and not says_body(name)


def means(word: str, kind: str) -> bool:
    """Tell whether a word stands for something of a kind in one of the languages."""
    found = (sense for language in LANGUAGES for sense in senses(word.casefold(), language))
    return any(is_kind_of(sense.concept, kind) for sense in found)


def lets_act(name: str, text: str, *keys: str) -> bool:
    """Tell whether a text says of a body what it does: "Velin Coal regrets", "has counted"."""
    cased = rf"(?i:{re.escape(name)})" if name.isupper() else re.escape(name)
    named = rf"(?<![\w]){cased}{BRACKET},? (?:[^.,;]{{0,40}}, )?"
    deeds = "|".join(map(any_of, keys))
    return bool(re.search(rf"{named}(?:{deeds})\b", text))


def is_own(text: str) -> bool:
    """Tell whether a text speaks in the first person: "our colleagues", «vi krever»."""
    return bool(re.search(rf"\b(?:{any_of('own')})\b", text, re.IGNORECASE))


@cache
def genres() -> re.Pattern[str]:
    """Compile the words for what a body issues, the longest first."""
    return re.compile(rf"\b(?:(?:{any_of('qualifiers')}) )?(?:{any_of('genres')})\b", re.IGNORECASE)


@cache
def agencies() -> frozenset[str]:
    """Give the marks of agencies and broadcasters, which tell what others do."""
    return frozenset(read_data("shared", "documents")["agencies"])


@cache
def any_of(key: str) -> str:
    """Give an alternation of some words, the longest first."""
    return "|".join(map(re.escape, sorted(listed(key), key=lambda word: (-len(word), word))))


@cache
def listed(key: str) -> frozenset[str]:
    """Give a word list of what is issued, of all languages."""
    return frozenset(
        word for language in LANGUAGES for word in read_data(language, "documents")["issuing"][key]
    )
