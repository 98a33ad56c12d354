"""Who issued a statement or a press release: the document speaks in that body's own voice.

"Statement by Haldane Marine on the hijacking", "Ministry of Health: situation report no. 3",
"Press release, Seafarers' Union", «Uttalelse fra Verksklubben». A headline of a paper that only
speaks of a statement ("Statement from Kestria raises fears") is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ordmot.documents.dates import day_names
from ordmot.lexicon import LANGUAGES, read_data

_HEAD = 4
"""Lines in which the issuer stands."""
_LONGEST = 160
_SIGNED = 3
"""Words of a body that signs with the day; shorter ones may be places: "Port Ardel, 9 May"."""
_MOST = 9
"""Words of the longest name of a body."""
_NAME = r"(?P<name>[A-ZÆØÅ][^,:;()\n]*?)"
_BRACKET = r"(?: \([^)\n]{2,12}\))?"
_TIME = r"(?:[A-ZÆØÅ]?[a-zæøå]+day|[a-zæøå]+dag|\d{1,2}\b).*"
"""A day or a date: "Tuesday 16:00", "23 October"."""


def find_issuer(lines: Sequence[str]) -> str | None:
    """Find who issued a document from its first lines, None where they do not say so.

    >>> find_issuer(["Statement by Haldane Marine on the hijacking", "Safir City, 3 May"])
    'Haldane Marine'
    """
    head = [line.strip() for line in lines[:_HEAD] if len(line) <= _LONGEST]
    for line in head:
        found = _by(line) or _before_colon(line) or _behind_genre(line)
        if found is not None:
            return found
    if not any(_stands_alone(line) for line in head):
        return None
    signed = (re.fullmatch(rf"{_NAME}{_BRACKET}, {_TIME}", line) for line in head[1:])
    return next(
        (name for match in signed if match and (name := _body(match["name"], _SIGNED))), None
    )


def _by(line: str) -> str | None:
    """Read "Statement by Haldane Marine on the hijacking", "Press office of the Council"."""
    genre = _genres().match(line)
    if genre is None:
        return None
    link, end = _any_of("by"), rf"(?:,.*|[.:]| (?:{_any_of('about')}) .*)?$"
    match = re.match(rf" (?:{link}) (?:the )?{_NAME}{_BRACKET}{end}", line[genre.end() :])
    return _body(match["name"]) if match else None


def _before_colon(line: str) -> str | None:
    """Read "Ministry of Health: situation report no. 3"."""
    name, colon, rest = line.partition(": ")
    return _body(name.split(",")[0]) if colon and _stands_alone(rest) else None


def _behind_genre(line: str) -> str | None:
    """Read "Press release, Seafarers' Union (SU)"."""
    genre = _genres().match(line)
    match = re.fullmatch(rf", {_NAME}{_BRACKET}(?:, .*)?", line[genre.end() :]) if genre else None
    return _body(match["name"]) if match else None


def _stands_alone(line: str) -> bool:
    """Tell whether words name what is issued and what it is about, and say nothing of it.

    "Situation report no. 3", "statement on the strike", "Press release: ship freed".
    """
    genre = _genres().match(line)
    if genre is None:
        return False
    rest = line[genre.end() :]
    return not rest or bool(
        re.match(rf"(?:[,.:]| (?:{_any_of('about')}) | (?:no|nr)\b| \d)", rest, re.IGNORECASE)
    )


def _body(name: str, least: int = 1) -> str | None:
    """Give a name if it reads like that of a body: few words, no verb, no genre, label or day."""
    words = name.strip(" .").split()
    small = _words("joining")
    is_name = least <= len(words) <= _MOST and words[0][:1].isupper()
    is_told = any(word[0].islower() and word not in small for word in words)
    if not is_name or is_told or words[0].lower() in _words("labels"):
        return None
    is_other = _genres().search(name) or any(word.lower() in day_names() for word in words)
    return None if is_other else " ".join(words)


@cache
def _genres() -> re.Pattern[str]:
    """Compile the words for what a body issues, the longest first."""
    return re.compile(rf"\b(?:{_any_of('genres')})\b", re.IGNORECASE)


@cache
def _any_of(key: str) -> str:
    """Give an alternation of some words, the longest first."""
    return "|".join(map(re.escape, sorted(_words(key), key=lambda word: (-len(word), word))))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(
        word for language in LANGUAGES for word in read_data(language, "documents")["issuing"][key]
    )
