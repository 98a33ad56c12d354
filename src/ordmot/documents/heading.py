"""What the first lines of a plain text say about it: title, date, publisher, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ordmot.documents.dates import day_names, find_date
from ordmot.documents.issuers import find_issuer
from ordmot.documents.outlets import find_outlet
from ordmot.ledger import Markup, Metadata
from ordmot.lexicon import LANGUAGES, read_data

_OPENING_LENGTH = 4000  # characters: the head of a text, however long the text
_CLOSING_LENGTH = 400
_HEAD_LINES = 6
_TITLE_LENGTH = 160
_TITLE_WORDS = 25
_SHORT_WORD = 3  # letters: "of", "the" and "for" stay small in titles
_WRAP_WIDTH = 100
_BYLINE_WORDS = 9

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_URL = re.compile(r"https?://\S+\Z", re.I)
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^\n:]{1,30}?)\s*:\s+(?P<value>\S.*)")
_DATELINE = re.compile(
    r"(?:(?P<place>[A-ZÆØÅÄÖ][\w.,’'/\- ]{1,60}?)\s)?"
    r"\((?:©\s?)?(?P<agency>[^()\n]{2,24})\)\s?[:–—-]"
)
_SIGNATURE = re.compile(r"\((?:©\s?)?(?P<agency>[^()\n]{2,20})\)[.\s]*\Z")


@dataclass(slots=True)
class _Head:
    """What has been found so far, and the lines it was found on."""

    known: dict[str, str] = field(default_factory=dict)
    blocks: list[Markup] = field(default_factory=list)


def read_opening(text: str, end: int | None = None) -> tuple[Metadata, tuple[Markup, ...]]:
    r"""Read title, date, publisher and address off the first lines, and mark those lines.

    `end` is where the opening ends at the latest: at the first turn of a transcript.

    >>> read_opening("Broa er stengt\n\nPublisert: 2. mai 2031\n\nBroa raste.")[0].title
    'Broa er stengt'
    """
    head = _Head()
    lines = list(_LINE.finditer(text[:_OPENING_LENGTH]))
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if end is not None and line.start() >= end:
            break
        if _read_line(head, line[0].strip()):
            head.blocks.append(_block(line, "heading"))
        elif _is_title(head, lines, index):
            head.known["title"] = line[0].strip()
            head.blocks.append(_block(line, "title"))
        elif not _is_byline(line[0].strip()):
            break
    _read_closing(head, text)
    _read_agency(head, text, lines)
    outlet = None if "publisher" in head.known else find_outlet([line[0] for line in lines])
    if outlet is not None:
        head.known["publisher"] = outlet
    issuer = find_issuer([line[0] for line in lines])
    if issuer is not None and "publisher" not in head.known:  # no agency's story of a statement
        head.known["issuer"] = head.known["publisher"] = issuer
    return Metadata(**head.known), tuple(head.blocks)


def _block(line: re.Match[str], kind: str) -> Markup:
    """Make the block of one line, its edges trimmed."""
    words = line[0].strip()
    start = line.start() + line[0].index(words)
    return Markup(start=start, end=start + len(words), kind=kind)


def _read_closing(head: _Head, text: str) -> None:
    """Take a date that the first lines lack from the last: "Publisert: …", "Date: …"."""
    for line in _LINE.finditer(text, max(0, len(text) - _CLOSING_LENGTH)):
        if _LABELLED.match(line[0].strip()):
            _read_date_line(head, line[0].strip())


def _read_line(head: _Head, line: str) -> bool:
    """Read a line that is about the document: an address, a date, "Kilde: …"; tell if it was."""
    if line.strip(" :.!*").lower() in _genres():
        return True
    if _URL.match(line):
        head.known.setdefault("url", line)
        return True
    labelled = _LABELLED.match(line)
    field_name = label_fields().get(labelled["label"].strip().lower()) if labelled else None
    if labelled and field_name in {"title", "publisher", "url"} and len(line) < _TITLE_LENGTH:
        head.known.setdefault(field_name, labelled["value"].strip())
        return True
    return _read_date_line(head, line)


def _read_date_line(head: _Head, line: str) -> bool:
    """Read a line that holds a date and little else; tell if it was one."""
    dating = find_date(line) if len(line) <= _WRAP_WIDTH else None
    if dating is None:
        return False
    rest = f"{line[: dating.start]} {line[dating.end :]}".lower()
    others = [word for word in _WORD.findall(rest) if word not in _date_words()]
    if len(others) > 4 or line.endswith("."):
        return False
    head.known.setdefault("date", dating.iso)
    return True


def _is_title(head: _Head, lines: list[re.Match[str]], index: int) -> bool:
    """Tell whether a line reads like a title and a text follows it."""
    words = lines[index][0].strip()
    if "title" in head.known or index + 1 == len(lines):
        return False
    if len(words) > _TITLE_LENGTH or len(words.split()) > _TITLE_WORDS:
        return False
    if _ends_sentence(words) and not _is_title_case(words):
        return False
    if not words[0].isupper() and not words[0].isdigit() and words[0] not in "«“\"‘'–—-":
        return False
    return not _DATELINE.match(words) and not _goes_on(lines, index)


def _is_byline(line: str) -> bool:
    """Tell whether a line only says who wrote: "By Ana Lomu", "From our correspondent in Sorva"."""
    words = line.lower().split()
    if len(words) > _BYLINE_WORDS or _ends_sentence(line):
        return False
    is_named = words[0] in _bylines() and all(w[:1].isupper() for w in line.split()[1:2])
    return is_named or " ".join(words[:2]) in _bylines()


def _is_title_case(line: str) -> bool:
    """Tell whether nearly all longer words have a capital, as in English titles."""
    words = [word for word in _WORD.findall(line) if len(word) > _SHORT_WORD]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 4 and capitals >= 0.8 * len(words) and not line.endswith((":", ","))


def _ends_sentence(line: str) -> bool:
    """Tell whether a line ends as sentences and lead-ins do, not titles."""
    return line.rstrip("\"”»’'").endswith((".", ":", ";", ",", "…"))


def _goes_on(lines: list[re.Match[str]], index: int) -> bool:
    """Tell whether a line is the first of a paragraph broken at a fixed width."""
    line, following = lines[index], lines[index + 1]
    if following.start() > line.end() + 1:
        return False  # a blank line comes between
    widest = max(len(each[0]) for each in lines[index : index + 10])
    return widest <= _WRAP_WIDTH and len(line[0]) > 0.6 * widest


def _read_agency(head: _Head, text: str, lines: list[re.Match[str]]) -> None:
    """Take publisher and date from a dateline ("OSLO (NTB):") or a mark after the last words."""
    signed = [_DATELINE.match(line[0].strip()) for line in lines[: _HEAD_LINES + 1]]
    ends = (_SIGNATURE.search(line[0][-40:]) for line in lines[: _HEAD_LINES + 1])
    for found in (*signed, _SIGNATURE.search(text[-200:].rstrip()), *ends):
        agency = found["agency"].strip() if found else ""
        is_signed = found is not None and _is_signed(found.groupdict().get("place"), agency)
        if agency in _agencies() or is_signed:
            head.known.setdefault("publisher", agency)
            _read_dateline(head, found.groupdict().get("place") if found else None)
            return


def _read_dateline(head: _Head, place: str | None) -> None:
    """Take the date from a dateline that gives it in full: "SORVA, May 3, 2031 (Meridian) -"."""
    dating = find_date(place or "")
    if dating is not None:
        head.known.setdefault("date", dating.iso)


def _is_signed(place: str | None, agency: str) -> bool:
    """Tell whether a dateline names an agency, known or not: "SORVA, Friday (Meridian) -"."""
    first, comma, _ = (place or "").partition(",")
    is_place = bool(comma) and len(first) > _SHORT_WORD and first.isupper()
    is_name = agency[:1].isupper() and not any(letter.isdigit() for letter in agency)
    return is_place and is_name and agency.lower() not in day_names()


@cache
def _agencies() -> frozenset[str]:
    """Give the marks of the news agencies."""
    return frozenset(read_data("shared", "documents")["agencies"])


@cache
def label_fields() -> dict[str, str]:
    """Give the metadata field that each label names."""
    return {label: name for name, labels in _all("labels") for label in labels}


@cache
def _bylines() -> frozenset[str]:
    """Give the words that lead to who wrote: "by", "from our"."""
    lists = (read_data(language, "documents")["issuing"] for language in LANGUAGES)
    return frozenset(word for each in lists for word in (*each["bylines"], *each["unnamed"]))


@cache
def _genres() -> frozenset[str]:
    """Give the words that stand above a title: "PRESSEMELDING"."""
    return frozenset(word for _, words in _all("opening") for word in words)


@cache
def _date_words() -> frozenset[str]:
    """Give the words that stand on date lines."""
    dates = (word for name, labels in _all("labels") if name == "date" for word in labels)
    around = (word for name, words in _all("date_line") if name == "words" for word in words)
    return frozenset(part for words in (*dates, *around) for part in words.split())


def _all(table: str) -> Iterator[tuple[str, list[str]]]:
    """Go through one table of the lexicon in every language."""
    for language in LANGUAGES:
        yield from read_data(language, "documents")[table].items()
