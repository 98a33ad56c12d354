"""Which paper, agency or station a plain text is from, as its first lines say it.

"The Sorva Mirror, 16 March 2031", "SORVA, Tuesday 14 March (Coast Wire)", "By Ida Moe, Coast
Courier", «Kystposten, søndag 20. august», "RADIO SORVA, “The Morning Table”". A headline that only
speaks of a paper is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ordmot.documents.bodies import any_of, listed
from ordmot.documents.dates import day_names, has_day

_HEAD = 4
"""Lines in which an outlet names itself."""
_LONGEST = 110
"""Characters of the longest such line."""
_MOST = 5
"""Words of the longest name."""
_FEW = 2
"""Words of a name that may stand in a line of its own, "The" left out; of an agency one more."""
_OWN = 3
"""Letters that a name has before the ending that marks a paper: «Kyst|posten»."""
_SEGMENTS = 3
_PARTS = re.compile(r",\s+|\s+[–—|-]\s+|:\s+|\.\s+")
_BRACKETED = re.compile(r"(?P<line>\S.{2,70}?) \((?P<name>[A-ZÆØÅ][^()\d]{2,40})\)")


def find_outlet(lines: Sequence[str]) -> str | None:
    """Find the outlet that a text is from, None where its first lines name none.

    >>> find_outlet(["Ferry held for a day", "The Sorva Mirror, 16 March 2031", "By Ida Moe"])
    'The Sorva Mirror'
    >>> find_outlet(["Ferry held for a day", "SORVA, 14 March (Coast Wire)", "A ferry was held."])
    'Coast Wire'
    >>> find_outlet(["Mayor blames the press, says Post", "The mayor blamed the press."])
    """
    head = [line.strip() for line in lines[:_HEAD] if len(line.strip()) <= _LONGEST]
    for line in head:
        found = _in_brackets(line) or _named(line)
        if found is not None:
            return found
    return None


def _in_brackets(line: str) -> str | None:
    """Read the agency behind place and day: "SORVA, Tuesday 14 March (Coast Wire)"."""
    found = _BRACKETED.fullmatch(line)
    if found is None or not has_day(found["line"]) or found["name"].lower() in day_names():
        return None
    return found["name"]


def _named(line: str) -> str | None:
    """Read the outlet with the day, the writer or the programme, or alone in a line."""
    parts = [part for part in _PARTS.split(line) if part]
    is_dated, is_byline = has_day(line), _without_byline(line) != line
    for at, part in enumerate(parts[:_SEGMENTS]):
        name = _without_byline(part).strip(' .“”"«»')
        if not _is_outlet(name):
            continue
        is_alone = len(parts) == 1 and _is_short(name)
        is_programme = at == 0 and (name.isupper() or _is_station(name))
        if is_dated or is_byline or is_alone or is_programme:
            return name
    return None


def _without_byline(words: str) -> str:
    """Take the words off that lead to who wrote: "By Ida Moe", «Tekst: Ida Moe»."""
    return re.sub(rf"^(?:{any_of('bylines')}) ", "", words, flags=re.IGNORECASE)


def _is_outlet(name: str) -> bool:
    """Tell whether a name is that of a paper, an agency or a station by its first or last word."""
    words = name.split()
    small = listed("joining") | listed("small")
    is_name = 0 < len(words) <= _MOST and all(word[0].isupper() or word in small for word in words)
    if not is_name or not words[0][0].isupper():
        return False
    last, pair = words[-1].casefold(), " ".join(words[-2:]).casefold()
    if len(words) == 1:
        return any(last.endswith(end) and len(last) >= len(end) + _OWN for end in _endings())
    is_known = not listed("outlets").isdisjoint((last, pair))
    return is_known or last.endswith(_endings()) or _is_station(name)


def _is_station(name: str) -> bool:
    """Tell whether a name opens as those of stations do: "Radio Sorva"."""
    first, _, rest = name.partition(" ")
    return first.casefold() in listed("stations") and bool(rest)


def _is_short(name: str) -> bool:
    """Tell the few words of a name from a headline in capitals."""
    words = name.casefold().removeprefix("the ").split()
    return len(words) <= _FEW + (words[-1] in listed("agency_words"))


@cache
def _endings() -> tuple[str, ...]:
    """Give the endings of papers whose name is one word: «Kyst|posten», «Fjord|avisa»."""
    return tuple(listed("outlet_endings"))
