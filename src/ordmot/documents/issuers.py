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
from ordmot.lexicon import LANGUAGES, is_kind_of, read_data, senses

_HEAD = 4
"""Lines in which the issuer stands."""
_LONGEST = 160
_SIGNED = 3
"""Words of a body that signs with the day; shorter ones may be places: "Port Ardel, 9 May"."""
_PLACE = 30
"""Characters of a place between a body and the day: "Seafarers' Union, | Safir, | 9 May"."""
_MOST = 9
"""Words of the longest name of a body."""
_MOST_OFFICE = 12
"""Words of the longest name of one that says what it is for: "Commission of Inquiry into …"."""
_OPENING = 1200
"""Characters in which a body that speaks for itself does so."""
_NAME = r"(?P<name>[A-ZÆØÅ][^,:;()\n]*?)"
_BRACKET = r"(?: \([^)\n]{2,12}\))?"
_TIME = r"(?:[A-ZÆØÅ]?[a-zæøå]+day|[a-zæøå]+dag|(?:[A-Z][a-z]+ )?\d{1,2}\b).*"
"""A day or a date: "Tuesday 16:00", "23 October", "May 19"."""
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
    announced = _letterhead(head, text) or (_announced(head[0], text) if head else None)
    announced = announced or _updated(head, text)
    if announced is not None:
        return announced
    if any(_stands_alone(line) for line in head):
        return (
            _signer(head[1:], text, _SIGNED)
            or _heading_body(head, text, "deeds", "having")
            or _opener(lines)
            or _told_by(lines)
            or _own_heading(head, text)
            or _lone(head)
        )
    named = _signer(head[1:], text, _MOST + 1)
    heading = _QUOTED.sub(" ", "".join(lines[:1])).partition("–")[0]  # «Forbundet: – Vi sa fra»
    if named is None and _is_own(f"{heading} {text}"):
        named = _heading_body(head, text, "deeds")
    return named or _released_by(lines) or _own_heading(head, text)


def _is_report(line: str) -> bool:
    """Tell whether a line shows that reporters tell the story: a byline, "SORVA (Meridian) -"."""
    first = line.partition(" ")[0].casefold()
    return bool(_AGENCY.match(line)) or (first in _words("bylines") and len(line) <= _LONGEST)


def _by(line: str) -> str | None:
    """Read "Statement by Haldane Marine on the hijacking", "Press office of the Council"."""
    genre = _genres().match(line)
    if genre is None:
        return _author(line)
    if genre[0].casefold().startswith(tuple(_words("afield"))):
        return None  # "Field bulletin from Port Isel"
    link, end = _any_of("by"), rf"(?:,.*|(?<=\w\w)\..*|:.*| (?:{_any_of('about')}) .*)?$"
    rest = line[genre.end() :]
    match = re.match(rf"(?i:{_NUMBER}) (?:{link}) (?:the )?{_NAME}{_BRACKET}{end}", rest)
    if match is None:
        match = re.fullmatch(rf" (?:{link}) (?P<kind>[a-zæøå]+) [«“\"]{_NAME}[»”\"]", rest)
        match = match if match and _means(match["kind"], "group") else None
    return _body(match["name"]) if match else None


def _author(line: str) -> str | None:
    """Read "report of the Sorva Council"; "Report from Sorva" and "Report by Ida Moe" name none."""
    genre = re.match(rf"(?:{_any_of('reports')})\b", line, re.IGNORECASE)
    rest = line[genre.end() :] if genre else ""
    end = rf"(?:,.*| (?:{_any_of('about')}) .*)?"
    match = re.fullmatch(rf" (?:{_any_of('of')}) (?:the )?{_NAME}{_BRACKET}{end}", rest)
    return _body(match["name"], 2) if match else None


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
    if mark and _stands_alone(rest):
        return _body(name.split(",")[0], least)
    match = re.fullmatch(rf"(?i:{_NUMBER}), {_NAME}{_BRACKET}(?:, (.*))?", _behind_genre(line))
    if match and not _is_place(match["name"], match[2]):
        return _body(match["name"])
    match = re.match(rf"{_NAME}{_BRACKET}, (?=(?i:{_genres().pattern}))", line)
    return _body(match["name"]) if match and _stands_alone(line[match.end() :]) else None


def _behind_genre(line: str) -> str:
    """Give what stands behind the words for what is issued, "" where a line has none."""
    genre = _genres().match(line)
    return line[genre.end() :] if genre else ""


def _letterhead(head: Sequence[str], text: str) -> str | None:
    """Read the body above what it issues: "Ministry of Defence | Press statement".

    Who leads it may stand between: "Commission of Inquiry | Chair: Ida Moe | Summary".
    """
    for at, line in enumerate(head):
        if not at or not (_is_issued(line) or _is_issued(line.partition(": ")[2])):
            continue
        above = next((each for each in reversed(head[:at]) if ": " not in each), "")
        name = _office(re.sub(rf"{_BRACKET}$", "", above))
        if name is not None and _speaks(name, text):
            return _as_told(name, text)
    if len(head) > 1 and _stands_alone(head[0]):  # "Statement on the raid | Ministry of Defence"
        name = _body(head[1], 2)
        return _as_told(name, text) if name is not None and _says_body(name) else None
    return None


def _as_told(name: str, text: str) -> str:
    """Write a name as the text does: "Velin Coal" for "VELIN COAL LTD"."""
    first, _, last = name.rpartition(" ")
    short = first if first and last.casefold() in _words("companies") else name
    ways = re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text, re.IGNORECASE)
    return next((way[0] for way in ways if way[0][0].isupper() and not way[0].isupper()), name)


def _is_issued(line: str) -> bool:
    """Tell whether a line below a letterhead says what is issued.

    "Press statement", "Harbour Bulletin No. 2", "Report on the fire", "Summary of the final
    report, 3 May", «Rapport lagt fram 3. mai».
    """
    kinds = "|".join(map(_any_of, ("genres", "reports", "papers_of_bodies")))
    qualifiers = _any_of("qualifiers")
    named = re.match(rf"[A-ZÆØÅ][\w’'-]+ (?i:{kinds}) (?i:no|nr)\b", line)
    kind = re.match(rf"(?i:(?:{qualifiers}) )?(?i:{kinds})(?![\w-])", line)
    if kind is None:
        return named is not None
    parts = rf"(?:{_any_of('of')}) (?:(?:{qualifiers}) )?(?:{_any_of('reports')})\b"
    links = rf"(?:{_any_of('about')}|{_any_of('presented')}) "
    ends = rf"[,.:|]| (?i:(?:no|nr)\b|\d|{links}|{parts})"
    rest = line[kind.end() :]
    is_from = re.fullmatch(rf" (?:{_any_of('by')}) [A-ZÆØÅ][\w-]+", rest)
    is_dated = re.match(r" [A-ZÆØÅ]?[a-zæøå]+(?:day|dag),? \d", rest)
    return bool(not rest or re.match(ends, rest) or is_from or is_dated)


def _office(line: str) -> str | None:
    """Read the name on a letterhead: "Commission of Inquiry into the Events of 3 May", "Nor AS"."""
    words = line.strip(" .").split()
    link = next((at for at, word in enumerate(words) if word.lower() in _words("serving")), 0)
    heads = words[:link]
    is_office = any(map(_says_office, heads)) and words[0][0].isupper()
    if is_office and len(words) <= _MOST_OFFICE and not _is_common(" ".join(heads)):
        return " ".join(words)
    if re.search(r"\d", line):
        return None
    name = line.split(", ")[0]
    parts = name.split()
    if len(parts) > 1 and parts[-1].islower() and _is_body_word(parts[-1]):
        return name if _body(" ".join(parts[:-1])) else None  # «Nærings- og kystdepartementet»
    return _body(name)


def _speaks(name: str, text: str) -> bool:
    """Tell whether the name on a letterhead is a body's, by its words or by what the text says."""
    words = name.casefold().split()
    if not _words("papers").isdisjoint(words):
        return False  # "Sorva News Service"
    is_known = len(words) > 1 or words[0].endswith(tuple(_words("endings")))
    if _is_common(name):
        return False
    deeds = ("deeds", "having") if len(words) > 1 or _is_body_word(name) else ("deeds",)
    is_said = (is_known and _names_body(name, text)) or _acts(name, text, *deeds)
    is_loud = len(words) > 1 and name.isupper()
    return is_said or (is_loud and _is_own(text))  # "DOCTORS AFIELD | … | We have counted"


def _names_body(name: str, text: str) -> bool:
    """Tell "Commission of Inquiry", "Oslo kommune" from "Health Service in Crisis".

    Where the body is not the last word, the text speaks of it: "The Commission finds".
    """
    words = name.split()
    link = next((at for at, word in enumerate(words) if word.lower() in _words("serving")), None)
    if not _words("headlines").isdisjoint(words[:link]):
        return False
    if link is None:
        return _says_body(" ".join(words[-2:]))
    if not link or not _says_office(words[link - 1]):
        return False
    head = words[link - 1].casefold()
    is_compound = head.endswith(tuple(_words("endings"))) and head not in _words("endings")
    told = {word.casefold() for word in re.findall(r"\w{5,}", text)}
    return link > 1 or is_compound or name.isupper() or head.endswith(tuple(told))


def _own_heading(head: Sequence[str], text: str) -> str | None:
    """Read "Federation of Dock Workers: They shot us", «Statens vegvesen om brannen» before "we".

    The text must speak in the first person outside quotations.
    """
    own = re.sub(rf"\b(?:{_any_of('own')}) (?:{_any_of('reporters')})\b", "", text, flags=re.I)
    if not head or not _is_own(own):
        return None
    name, colon, _ = head[0].partition(": ")
    found = _body(name, 2) if colon else None
    if found is not None and _says_body(found):
        return found
    match = re.match(rf"{_NAME} (?:{_any_of('headed')}) ", head[0])
    found = _body(match["name"], 2) if match else None
    return found if found is not None and found in text and _says_body(found) else None


def _says_body(name: str) -> bool:
    """Tell whether some word of a name says that it is a body: "Civil Guard Service", "Nor AS"."""
    words = name.split()
    is_company = len(words) > 1 and words[-1].casefold() in _words("companies")
    return is_company or any(map(_says_office, words))


def _says_office(word: str) -> bool:
    """Tell whether a word says that somebody works there: "Commission", «Redningssentralen»."""
    lower = word.casefold()
    is_named = lower in _words("offices") or lower.endswith(tuple(_words("endings")))
    return is_named or _is_body_word(word)


def _lone(head: Sequence[str]) -> str | None:
    """Give the name that stands beside a genre and a day, where nobody else opens the text."""
    for line in head:
        match = re.fullmatch(rf", {_NAME}, (.*)", _behind_genre(line))
        name = _body(match["name"]) if match and _is_place(match["name"], match[2]) else None
        if name is not None and name.partition(" ")[0].casefold() not in _words("places"):
            return name  # "Greenpeace", not "Port Sorva"
    return None


def _is_place(name: str, behind: str | None) -> bool:
    """Tell whether words before a day may be a place: "Press release, | Port Isel, 16 March"."""
    is_dated = behind is not None and re.match(_TIME, behind) is not None
    is_named = any(word in _words("institutions") for word in name.split())
    return is_dated and not is_named and not _says_body(name)


def _announced(line: str, text: str) -> str | None:
    """Read "Night Line statement on the wreck", where the text lets that body act."""
    match = re.match(rf"{_NAME}{_BRACKET} (?=(?i:{_genres().pattern}))", line)
    if match is None or not _stands_alone(line[match.end() :]):
        return None
    name = _body(match["name"])
    if name is None or not (" " in name or _is_body_word(name)):
        return None
    return name if _acts(name, text, "deeds", "having") else None


def _updated(head: Sequence[str], text: str) -> str | None:
    """Read "The fire: update from Velin Coal", "Harbour Watch - Friday briefing".

    The text must let that body act.
    """
    after = rf"(?i:{_any_of('updates')}) (?:{_any_of('by')}) (?:the )?{_NAME}$"
    before = rf"{_NAME} [-–] (?:[A-ZÆØÅ]\w+ )?(?={_genres().pattern})(?i:[\w ]+)$"
    for line in head[:2]:
        match = re.search(rf"\b{after}", line) or re.match(before, line)
        name = _body(match["name"], 2) if match else None
        if name is None:
            continue
        is_body = _says_body(name) or name.split()[-1].casefold() in _words("bodies")
        if _acts(name, text, "deeds") or (is_body and _acts(name, text, "having")):
            return name
    return None


def _signer(head: Sequence[str], text: str, least: int) -> str | None:
    """Find the body that signs with the day: "Seafarers' Union, 9 May".

    One of fewer words than `least` may be a place, unless the text lets it act.
    """
    for line in head:
        day = rf"(?:{_any_of('published')})?{_TIME}"
        match = re.fullmatch(rf"{_NAME}{_BRACKET},(?: [^,]{{2,{_PLACE}}},)? {day}", line)
        name = _body(match["name"]) if match else None
        if name is None:
            continue
        words = name.split()
        is_named = len(words) >= least or any(word in _words("institutions") for word in words)
        is_named = is_named or (words[-1].casefold() in _words("bodies") and _is_own(text))
        acts = ("deeds", "having") if len(words) > 1 or _is_body_word(name) else ("deeds",)
        if is_named or _acts(name, text, *acts):
            return name
    return None


def _heading_body(head: Sequence[str], text: str, *keys: str) -> str | None:
    """Find the body that the heading names and that the text lets act: "Velin Coal: Five lost"."""
    name, colon, _ = head[0].partition(": ") if head else ("", "", "")
    found = _body(name) if colon else None
    if found is None or _is_common(found):
        return None
    return found if _acts(found, text, *keys) else None


def _opener(lines: Sequence[str]) -> str | None:
    """Read "Velin Coal regrets the accident" at the beginning of what is told."""
    told = _first_told(lines)
    deeds = f"{_any_of('deeds')}|{_any_of('having')}"
    match = re.match(rf"(?:[^:.]{{1,30}}: )?(?:The )?{_NAME}{_BRACKET} (?:{deeds})\b", told)
    name = _body(match["name"]) if match and not _is_title(match["name"]) else None
    return None if name is None or _is_common(name) else name


def _first_told(lines: Sequence[str]) -> str:
    """Give the first line below the heading that tells something."""
    return next((line.strip() for line in lines[1:] if len(line) > _TOLD), "")


def _is_common(name: str) -> bool:
    """Tell whether a lone word is of a state, or of a body of which many have one: "Police"."""
    lower = name.casefold()
    is_place = _means(name, "place") and not lower.endswith(tuple(_words("endings")))
    is_known = lower in _words("common") or is_place  # «Sporverket» is no works
    return " " not in name and is_known


def _is_body_word(name: str) -> bool:
    """Tell whether a lone word says that it is a body: «Elvetilsynet»."""
    return _means(name, "group") and not _is_common(name)


def _is_title(name: str) -> bool:
    """Tell whether a name opens with what somebody is: "Minister Ada Lund"."""
    return _means(name.partition(" ")[0], "person")


def _means(word: str, kind: str) -> bool:
    """Tell whether a word stands for something of a kind in one of the languages."""
    found = (sense for language in LANGUAGES for sense in senses(word.casefold(), language))
    return any(is_kind_of(sense.concept, kind) for sense in found)


def _acts(name: str, text: str, *keys: str) -> bool:
    """Tell whether a text says of a body what it does: "Velin Coal regrets", "has counted"."""
    cased = rf"(?i:{re.escape(name)})" if name.isupper() else re.escape(name)
    named = rf"(?<![\w]){cased}{_BRACKET},? (?:[^.,;]{{0,40}}, )?"
    deeds = "|".join(map(_any_of, keys))
    return bool(re.search(rf"{named}(?:{deeds})\b", text))


def _is_own(text: str) -> bool:
    """Tell whether a text speaks in the first person: "our colleagues", «vi krever»."""
    return bool(re.search(rf"\b(?:{_any_of('own')})\b", text, re.IGNORECASE))


def _released_by(lines: Sequence[str]) -> str | None:
    """Read "(Sorva, March 21) – Soldiers burnt the village, the Watch Committee said today."."""
    for line in lines[1:_HEAD]:
        if _DATELINE.match(line):
            return _sayer(line[: 2 * _LONGEST])
    return None


def _sayer(told: str) -> str | None:
    """Find whom the first words name as who says them: "…, the Watch Committee said today"."""
    said = rf", (?:the )?{_NAME}{_BRACKET} (?:{_any_of('said_today')})\b"
    match = re.search(said, told)
    return _body(match["name"], 2) if match and not _is_title(match["name"]) else None


def _told_by(lines: Sequence[str]) -> str | None:
    """Read "…, the Red Cross said on Monday" at the beginning of what a release tells."""
    name = _sayer(_first_told(lines))
    if name is None or not _words("papers").isdisjoint(name.casefold().split()):
        return None
    is_long = len(name.split()) >= _SIGNED  # people have two names
    return name if is_long or _says_body(name) or name in lines[0] else None


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
        or re.fullmatch(rf" (?:{_any_of('by')}) [a-zæøå]+(?:,.*)?", rest)  # «fra styret»
    )


def _body(name: str, least: int = 1) -> str | None:
    """Give a name if it reads like that of a body: few words, no verb, no genre, label or day."""
    words = name.strip(" .–—-").split()
    small = _words("joining")
    is_name = least <= len(words) <= _MOST and words[0][:1].isupper()
    is_told = any(word[0].islower() and word not in small for word in words)
    if not is_name or is_told or words[0].lower() in _words("labels"):
        return None
    is_other = _genres().search(name) or any(word.lower() in day_names() for word in words)
    is_paper = words[-1].casefold().endswith(tuple(_words("papers"))) or name in _agencies()
    return None if is_other or is_paper else " ".join(words)


@cache
def _genres() -> re.Pattern[str]:
    """Compile the words for what a body issues, the longest first."""
    return re.compile(
        rf"\b(?:(?:{_any_of('qualifiers')}) )?(?:{_any_of('genres')})\b", re.IGNORECASE
    )


@cache
def _agencies() -> frozenset[str]:
    """Give the marks of agencies and broadcasters, which tell what others do."""
    return frozenset(read_data("shared", "documents")["agencies"])


@cache
def _any_of(key: str) -> str:
    """Give an alternation of some words, the longest first."""
    return "|".join(map(re.escape, sorted(_words(key), key=lambda word: (-len(word), word))))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(
        word for language in LANGUAGES for word in read_data(language, "documents")["issuing"][key]
    )
