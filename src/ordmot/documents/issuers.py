"""Who issued a statement or a press release: the document speaks in that body's own voice.

"Statement by Haldane Marine on the hijacking", "Ministry of Health: situation report no. 3",
"Press release, Seafarers' Union", «Uttalelse fra Verksklubben». A headline of a paper that only
speaks of a statement ("Statement from Kestria raises fears") is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ordmot.documents.bodies import (
    BRACKET,
    MOST_WORDS,
    TIME,
    any_of,
    behind_genre,
    body_named,
    genres,
    is_body_word,
    is_common,
    is_own,
    is_place_named,
    is_title,
    lets_act,
    listed,
    means,
    says_body,
    stands_alone,
)
from ordmot.documents.letterheads import find_letterhead

_HEAD = 4
"""Lines in which the issuer stands."""
_LONGEST = 160
_SIGNED = 3
"""Words of a body that signs with the day; shorter ones may be places: "Port Ardel, 9 May"."""
_PLACE = 30
"""Characters of a place between a body and the day: "Seafarers' Union, | Safir, | 9 May"."""
_OPENING = 1200
"""Characters in which a body that speaks for itself does so."""
_NAME = r"(?P<name>[A-ZÆØÅ][^,:;()\n]*?)"
_NUMBER = r"(?: (?:no|nr)\.? ?\d+)?"
_DATELINE = re.compile(r"\((?:[A-ZÆØÅ][^()\n]*)?\d[^()\n]*\) ")
"""What opens the releases of watchdogs: "(Sorva, March 21)"."""
_AGENCY = re.compile(r"[A-ZÆØÅ][\w.,’'/\- ]{1,60}? \([A-ZÆØÅ][^()\n]{1,23}\)\s?[:–—-]")
_TOLD = 80
"""Characters of the shortest line that tells something."""
_DASHES = ("–", "—", "- ")
"""What opens a line of direct speech."""
_QUOTED = re.compile(r"[“”\"«»][^“”\"«»]*[“”\"«»]")


def find_issuer(lines: Sequence[str]) -> str | None:
    """Find who issued a document from its first lines, None where nothing says so.

    >>> find_issuer(["Statement by Haldane Marine on the hijacking", "Safir City, 3 May"])
    'Haldane Marine'
    """
    head = [line.strip() for line in lines[:_HEAD] if len(line) <= _LONGEST]
    for line in head:
        found = _by(line) or _by(line.partition(": ")[2]) or _beside_genre(line)
        if found is not None:
            return found
    if any(_is_report(line.strip()) for line in lines[: _HEAD + 1]):
        return None
    own = [line for line in lines[1:] if not line.lstrip().startswith(_DASHES)]
    text = _QUOTED.sub(" ", " ".join(line.strip() for line in own)[:_OPENING])
    announced = find_letterhead(head, text) or (_announced(head[0], text) if head else None)
    announced = announced or _updated(head, text)
    if announced is not None:
        return announced
    if any(stands_alone(line) for line in head):
        return (
            _signer(head[1:], text, _SIGNED)
            or _heading_body(head, text, "deeds", "having")
            or _opener(lines)
            or _told_by(lines)
            or _own_heading(head, text)
            or _lone(head)
        )
    named = _signer(head[1:], text, MOST_WORDS + 1)
    heading = _QUOTED.sub(" ", "".join(lines[:1])).partition("–")[0]  # «Forbundet: – Vi sa fra»
    if named is None and is_own(f"{heading} {text}"):
        named = _heading_body(head, text, "deeds")
    return named or _released_by(lines) or _own_heading(head, text)


def _is_report(line: str) -> bool:
    """Tell whether a line shows that reporters tell the story: a byline, "SORVA (Meridian) -"."""
    first = line.partition(" ")[0].casefold()
    return bool(_AGENCY.match(line)) or (first in listed("bylines") and len(line) <= _LONGEST)


def _by(line: str) -> str | None:
    """Read "Statement by Haldane Marine on the hijacking", "Press office of the Council"."""
    genre = genres().match(line)
    if genre is None:
        return _author(line)
    if genre[0].casefold().startswith(tuple(listed("afield"))):
        return None  # "Field bulletin from Port Isel"
    link, end = any_of("by"), rf"(?:,.*|(?<=\w\w)\..*|:.*| (?:{any_of('about')}) .*)?$"
    rest = line[genre.end() :]
    match = re.match(rf"(?i:{_NUMBER}) (?:{link}) (?:the )?{_NAME}{BRACKET}{end}", rest)
    if match is None:
        match = re.fullmatch(rf" (?:{link}) (?P<kind>[a-zæøå]+) [«“\"]{_NAME}[»”\"]", rest)
        match = match if match and means(match["kind"], "group") else None
    return body_named(match["name"]) if match else None


def _author(line: str) -> str | None:
    """Read "report of the Sorva Council"; "Report from Sorva" and "Report by Ida Moe" name none."""
    genre = re.match(rf"(?:{any_of('reports')})\b", line, re.IGNORECASE)
    rest = line[genre.end() :] if genre else ""
    end = rf"(?:,.*| (?:{any_of('about')}) .*)?"
    match = re.fullmatch(rf" (?:{any_of('of')}) (?:the )?{_NAME}{BRACKET}{end}", rest)
    return body_named(match["name"], 2) if match else None


def _beside_genre(line: str) -> str | None:
    """Read a body beside what it issued.

    "Ministry of Health: situation report no. 3", "Press release, Seafarers' Union (SU)",
    "Civil Guard, bulletin no. 9", "Night Line | statement".
    """
    name, mark, rest = line.partition(": ")
    least = 1
    if not mark:
        name, mark, rest = line.partition(" | ")  # not "Weather | statement"
        least = 2
    if mark and stands_alone(rest):
        return body_named(name.split(",")[0], least)
    match = re.fullmatch(rf"(?i:{_NUMBER}), {_NAME}{BRACKET}(?:, (.*))?", behind_genre(line))
    if match and not is_place_named(match["name"], match[2]):
        return body_named(match["name"])
    match = re.match(rf"{_NAME}{BRACKET}, (?=(?i:{genres().pattern}))", line)
    return body_named(match["name"]) if match and stands_alone(line[match.end() :]) else None


def _own_heading(head: Sequence[str], text: str) -> str | None:
    """Read "Federation of Dock Workers: They shot us", «Statens vegvesen om brannen» before "we".

    The text must speak in the first person outside quotations.
    """
    own = re.sub(rf"\b(?:{any_of('own')}) (?:{any_of('reporters')})\b", "", text, flags=re.I)
    if not head or not is_own(own):
        return None
    name, colon, _ = head[0].partition(": ")
    found = body_named(name, 2) if colon else None
    if found is not None and says_body(found):
        return found
    match = re.match(rf"{_NAME} (?:{any_of('headed')}) ", head[0])
    found = body_named(match["name"], 2) if match else None
    return found if found is not None and found in text and says_body(found) else None


def _lone(head: Sequence[str]) -> str | None:
    """Give the name that stands beside a genre and a day, where nobody else opens the text."""
    for line in head:
        match = re.fullmatch(rf", {_NAME}, (.*)", behind_genre(line))
        name = (
            body_named(match["name"]) if match and is_place_named(match["name"], match[2]) else None
        )
        if name is not None and name.partition(" ")[0].casefold() not in listed("places"):
            return name  # "Greenpeace", not "Port Sorva"
    return None


def _announced(line: str, text: str) -> str | None:
    """Read "Night Line statement on the wreck", where the text lets that body act."""
    match = re.match(rf"{_NAME}{BRACKET} (?=(?i:{genres().pattern}))", line)
    if match is None or not stands_alone(line[match.end() :]):
        return None
    name = body_named(match["name"])
    if name is None or not (" " in name or is_body_word(name)):
        return None
    return name if lets_act(name, text, "deeds", "having") else None


def _updated(head: Sequence[str], text: str) -> str | None:
    """Read "The fire: update from Velin Coal", "Harbour Watch - Friday briefing".

    The text must let that body act.
    """
    after = rf"(?i:{any_of('updates')}) (?:{any_of('by')}) (?:the )?{_NAME}$"
    before = rf"{_NAME} [-–] (?:[A-ZÆØÅ]\w+ )?(?={genres().pattern})(?i:[\w ]+)$"
    for line in head[:2]:
        match = re.search(rf"\b{after}", line) or re.match(before, line)
        name = body_named(match["name"], 2) if match else None
        if name is None:
            continue
        is_body = says_body(name) or name.split()[-1].casefold() in listed("bodies")
        if lets_act(name, text, "deeds") or (is_body and lets_act(name, text, "having")):
            return name
    return None


def _signer(head: Sequence[str], text: str, least: int) -> str | None:
    """Find the body that signs with the day: "Seafarers' Union, 9 May".

    One of fewer words than `least` may be a place, unless the text lets it act.
    """
    for line in head:
        day = rf"(?:{any_of('published')})?{TIME}"
        match = re.fullmatch(rf"{_NAME}{BRACKET},(?: [^,]{{2,{_PLACE}}},)? {day}", line)
        name = body_named(match["name"]) if match else None
        if name is None:
            continue
        words = name.split()
        is_named = len(words) >= least or any(word in listed("institutions") for word in words)
        is_named = is_named or (words[-1].casefold() in listed("bodies") and is_own(text))
        acts = ("deeds", "having") if len(words) > 1 or is_body_word(name) else ("deeds",)
        if is_named or lets_act(name, text, *acts):
            return name
    return None


def _heading_body(head: Sequence[str], text: str, *keys: str) -> str | None:
    """Find the body that the heading names and that the text lets act: "Velin Coal: Five lost"."""
    name, colon, _ = head[0].partition(": ") if head else ("", "", "")
    found = body_named(name) if colon else None
    if found is None or is_common(found):
        return None
    return found if lets_act(found, text, *keys) else None


def _opener(lines: Sequence[str]) -> str | None:
    """Read "Velin Coal regrets the accident" at the beginning of what is told."""
    told = _first_told(lines)
    deeds = f"{any_of('deeds')}|{any_of('having')}"
    match = re.match(rf"(?:[^:.]{{1,30}}: )?(?:The )?{_NAME}{BRACKET} (?:{deeds})\b", told)
    name = body_named(match["name"]) if match and not is_title(match["name"]) else None
    return None if name is None or is_common(name) else name


def _first_told(lines: Sequence[str]) -> str:
    """Give the first line below the heading that tells something."""
    return next((line.strip() for line in lines[1:] if len(line) > _TOLD), "")


def _released_by(lines: Sequence[str]) -> str | None:
    """Read "(Sorva, March 21) – Soldiers burnt the village, the Watch Committee said today."."""
    for line in lines[1:_HEAD]:
        if _DATELINE.match(line):
            return _sayer(line[: 2 * _LONGEST])
    return None


def _sayer(told: str) -> str | None:
    """Find whom the first words name as who says them: "…, the Watch Committee said today"."""
    said = rf", (?:the )?{_NAME}{BRACKET} (?:{any_of('said_today')})\b"
    match = re.search(said, told)
    return body_named(match["name"], 2) if match and not is_title(match["name"]) else None


def _told_by(lines: Sequence[str]) -> str | None:
    """Read "…, the Red Cross said on Monday" at the beginning of what a release tells."""
    name = _sayer(_first_told(lines))
    if name is None or not listed("papers").isdisjoint(name.casefold().split()):
        return None
    is_long = len(name.split()) >= _SIGNED  # people have two names
    return name if is_long or says_body(name) or name in lines[0] else None
