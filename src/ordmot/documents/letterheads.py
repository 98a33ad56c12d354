"""Letterheads: the name of a body above what it issues, with "Summary of findings" below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ordmot.documents.bodies import (
    BRACKET,
    any_of,
    body_named,
    genres,
    is_body_word,
    is_common,
    is_own,
    lets_act,
    listed,
    says_body,
    says_office,
    stands_alone,
)
from ordmot.documents.dates import has_day

_MOST_OFFICE = 12
"""Words of the longest name of one that says what it is for: "Commission of Inquiry into …"."""


def find_letterhead(head: Sequence[str], text: str) -> str | None:
    """Read the body above what it issues: "Ministry of Defence | Press statement".

    Who leads it may stand between: "Commission of Inquiry | Chair: Ida Moe | Summary".
    """
    for at, line in enumerate(head):
        if not (_is_issued(line) or _is_issued(line.partition(": ")[2])):
            continue
        for above in _names_above(head[:at]):
            name = _office(re.sub(rf"{BRACKET}$", "", above))
            if name is not None and _speaks(name, text):
                return _as_told(name, text)
    loud = _loud(head, text)
    if loud is not None:
        return loud
    if len(head) > 1 and stands_alone(head[0]):  # "Statement on the raid | Ministry of Defence"
        name = body_named(head[1], 2)
        return _as_told(name, text) if name is not None and says_body(name) else None
    return None


def _loud(head: Sequence[str], text: str) -> str | None:
    """Read the body in capitals on top, where a line says what is issued, or a body its day.

    "SHOREWATCH – Bulletin no. 4", "MINERS' FEDERATION | Press statement - Tuesday", "RED LANTERN
    SOCIETY | Field note from Sorva, 10 March".
    """
    top = head[0] if head else ""
    loud, _, rest = top.partition(" – ")
    loud = loud.partition(", ")[0]  # "GENERAL STAFF, SORVA"
    words = loud.split()
    if not loud.isupper() or re.search(r"[\d:]", loud) or not 0 < len(words) <= _MOST_OFFICE:
        return None
    is_other = genres().search(loud) or words[-1].casefold() in listed("outlets") | listed("labels")
    if is_other or is_common(loud) or _is_state(loud) or words[0].casefold() in listed("stations"):
        return None
    below = f"{rest} | {head[1] if len(head) > 1 else ''}"
    kinds = "|".join(map(any_of, ("genres", "papers_of_bodies", "reports")))
    is_paper = re.search(rf"\b(?:{kinds})\b", below, re.IGNORECASE) is not None
    is_body = says_body(loud)
    is_told = is_body or _as_told(loud, text) != loud or is_own(text)
    return _as_told(loud, text) if (is_paper and is_told) or (is_body and has_day(below)) else None


def _names_above(head: Sequence[str]) -> Iterator[str]:
    """Give the lines where the body may stand: the nearest, but one in capitals above small ones.

    "TARVIAN ARMED FORCES | Directorate of Information | Communique" is the armed forces'; below
    the name of a state stands whose paper it is.
    """
    nearest = next((each for each in reversed(head) if ": " not in each), "")
    if head and head[0].isupper() and not nearest.isupper() and not _is_state(head[0]):
        yield head[0]
    yield nearest


def _is_state(line: str) -> bool:
    """Tell whether a line names only whose body issues it: "Republic of Sorva"."""
    return re.match(rf"(?:{any_of('states')})\b", line, re.IGNORECASE) is not None


def _as_told(name: str, text: str) -> str:
    """Write a name as the text does: "Velin Coal" for "VELIN COAL LTD"."""
    first, _, last = name.rpartition(" ")
    short = first if first and last.casefold() in listed("companies") else name
    ways = re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text, re.IGNORECASE)
    return next((way[0] for way in ways if way[0][0].isupper() and not way[0].isupper()), name)


def _is_issued(line: str) -> bool:
    """Tell whether a line below a letterhead says what is issued.

    "Press statement", "Harbour Bulletin No. 2", "Report on the fire", "Summary of the final
    report, 3 May", «Rapport lagt fram 3. mai».
    """
    kinds = "|".join(map(any_of, ("genres", "reports", "papers_of_bodies")))
    qualifiers = any_of("qualifiers")
    named = re.match(rf"(?:[A-ZÆØÅ][\w’'-]+ ){{1,3}}(?i:{kinds}) (?i:no|nr)\b", line)
    kind = re.match(rf"(?i:(?:{qualifiers}) )?(?i:{kinds})(?![\w-])", line)
    if kind is None:
        return named is not None
    parts = rf"(?:{any_of('of')}) (?:(?:{qualifiers}) )?(?:{any_of('reports')})\b"
    links = rf"(?:{any_of('about')}|{any_of('presented')}) "
    ends = rf"[,.:|]| (?i:(?:no|nr)\b|\d|{links}|{parts})"
    rest = line[kind.end() :]
    is_from = re.fullmatch(rf" (?:{any_of('by')}) [A-ZÆØÅ][\w-]+", rest)
    is_dated = re.match(r" [A-ZÆØÅ]?[a-zæøå]+(?:day|dag),? \d", rest)
    return bool(not rest or re.match(ends, rest) or is_from or is_dated)


def _office(line: str) -> str | None:
    """Read the name on a letterhead: "Commission of Inquiry into the Events of 3 May", "Nor AS"."""
    words = line.strip(" .").split()
    link = next((at for at, word in enumerate(words) if word.lower() in listed("serving")), 0)
    heads = words[:link]
    is_office = any(map(says_office, heads)) and words[0][0].isupper()
    if is_office and len(words) <= _MOST_OFFICE and not is_common(" ".join(heads)):
        return " ".join(words)
    if re.search(r"\d", line):
        return None
    name = line.split(", ")[0]
    parts = name.split()
    if len(parts) > 1 and parts[-1].islower() and is_body_word(parts[-1]):
        return name if body_named(" ".join(parts[:-1])) else None  # «Nærings- og kystdepartementet»
    return body_named(name)


def _speaks(name: str, text: str) -> bool:
    """Tell whether the name on a letterhead is a body's, by its words or by what the text says."""
    words = name.casefold().split()
    if not listed("papers").isdisjoint(words):
        return False  # "Sorva News Service"
    is_known = len(words) > 1 or words[0].endswith(tuple(listed("endings")))
    if is_common(name):
        return False
    deeds = ("deeds", "having") if len(words) > 1 or is_body_word(name) else ("deeds",)
    is_said = (is_known and _names_body(name, text)) or lets_act(name, text, *deeds)
    is_loud = name.isupper() and (len(words) > 1 or _as_told(name, text) != name)
    return is_said or (is_loud and is_own(text))  # "DOCTORS AFIELD | … | We have counted"


def _names_body(name: str, text: str) -> bool:
    """Tell "Commission of Inquiry", "Oslo kommune" from "Health Service in Crisis".

    Where the body is not the last word, the text speaks of it: "The Commission finds".
    """
    words = name.split()
    link = next((at for at, word in enumerate(words) if word.lower() in listed("serving")), None)
    if not listed("headlines").isdisjoint(words[:link]):
        return False
    if link is None:
        return says_body(" ".join(words[-2:]))
    if not link or not says_office(words[link - 1]):
        return False
    head = words[link - 1].casefold()
    is_compound = head.endswith(tuple(listed("endings"))) and head not in listed("endings")
    told = {word.casefold() for word in re.findall(r"\w{5,}", text)}
    return link > 1 or is_compound or name.isupper() or head.endswith(tuple(told))
