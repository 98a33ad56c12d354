"""Who issued a statement or a press release: the document speaks in that body's own voice.

"Statement by Haldane Marine on the hijacking", "Ministry of Health: situation report no. 3",
"Press release, Seafarers' Union", «Uttalelse fra Verksklubben».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ordmot.lexicon import LANGUAGES, read_data

_HEAD = 4
"""Lines in which the issuer stands."""
_LONGEST = 160
_GENRE_REACH = 2
"""Words behind a colon among which the genre begins: "National Police: | press bulletin on …"."""
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
    if not any(_genres().search(line) for line in head):
        return None
    signed = (re.fullmatch(rf"{_NAME}{_BRACKET}, {_TIME}", line) for line in head[1:])
    return next(
        (name for match in signed if match and (name := _body(match["name"], _SIGNED))), None
    )


def _by(line: str) -> str | None:
    """Read "Statement by Haldane Marine on the hijacking", "Press office of the Council"."""
    links = "|".join(map(re.escape, sorted(_words("by"), key=len, reverse=True)))
    ends = "|".join(map(re.escape, sorted(_words("about"), key=len, reverse=True)))
    genre = _genres().match(line)
    if genre is None:
        return None
    rest = line[genre.end() :]
    match = re.match(rf" (?:{links}) (?:the )?{_NAME}{_BRACKET}(?:,.*|[.:]| (?:{ends}) .*)?$", rest)
    return _body(match["name"]) if match else None


def _before_colon(line: str) -> str | None:
    """Read "Ministry of Health: situation report no. 3"."""
    name, colon, rest = line.partition(": ")
    genre = _genres().search(rest)
    if not colon or genre is None or len(rest[: genre.start()].split()) >= _GENRE_REACH:
        return None
    return _body(name.split(",")[0])


def _behind_genre(line: str) -> str | None:
    """Read "Press release, Seafarers' Union (SU)"."""
    genre = _genres().match(line)
    match = re.fullmatch(rf", {_NAME}{_BRACKET}(?:, .*)?", line[genre.end() :]) if genre else None
    return _body(match["name"]) if match else None


def _body(name: str, least: int = 1) -> str | None:
    """Give a name if it reads like that of a body: few words, a capital first, no genre or day."""
    words = name.strip(" .").split()
    is_name = least <= len(words) <= _MOST and words[0][:1].isupper()
    if not is_name or _genres().search(name) or any(w.lower() in _days() for w in words):
        return None
    return " ".join(words)


@cache
def _genres() -> re.Pattern[str]:
    """Compile the words for what a body issues, the longest first."""
    longest_first = sorted(_words("genres"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


@cache
def _days() -> frozenset[str]:
    """Give the names of days and months."""
    calendars = [read_data(language, "calendar") for language in LANGUAGES]
    return frozenset(word for c in calendars for word in (*c["weekdays"], *c["months"]))


def _words(key: str) -> frozenset[str]:
    return frozenset(
        word for language in LANGUAGES for word in read_data(language, "documents")["issuing"][key]
    )
