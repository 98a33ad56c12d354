"""Numbers in digits: which separator groups and which one is the decimal mark."""

from __future__ import annotations

import re
from typing import NamedTuple

# Grouping by spaces of any width (4 000), by apostrophes (4'000), by commas or by points. All
# alternatives begin differently after the first digits, and nothing in them can match twice over.
_SPACED = r"\d{1,3}(?:(?:[\u00a0\u2009\u202f ]\d{3})++|(?:['’]\d{3})++)(?!\d)"
_EXPONENT = r"(?:e[+-]?\d{1,3}(?!\w)|\^[+-]{0,2}\d{1,3}|\s?[x×*]\s?10\s?\^\s?[+-]?\d{1,2})?"

_ENGLISH = re.compile(
    rf"(?P<spaced>{_SPACED})(?P<spaced_decimals>\.\d+(?![.\d]))?"
    r"|(?P<grouped>\d{1,3}(?:,\d{3})++(?!\d))(?P<decimals>\.\d+)?"
    r"|(?P<indian>\d{1,2}(?:,\d{2})++,\d{3}(?!\d))"
    r"|(?P<pointed>\d{1,3}(?:\.\d{3}){2,}+(?!\d))"
    r"|(?P<rounded>[1-9]\d{0,2}\.000(?![\d.]))"
    r"|(?P<comma>\d+,\d{1,2}(?![\d,]))"
    rf"|(?P<plain>\d++(?:\.\d+)?|\.\d+){_EXPONENT}",
    re.IGNORECASE,
)
_NORWEGIAN = re.compile(
    rf"(?P<spaced>{_SPACED})(?P<spaced_decimals>,\d+)?"
    r"|(?P<grouped>\d{1,3}(?:\.\d{3})++(?!\d))(?P<decimals>,\d+)?"
    r"|(?P<pointed>\d{1,3}(?:,\d{3}){2,}+(?!\d))"
    r"|(?P<rounded>[1-9]\d{0,2},000(?![\d,]))"
    r"|(?P<comma>\d+,\d++)"
    rf"|(?P<plain>\d++(?:\.\d+)?|\.\d+){_EXPONENT}",
    re.IGNORECASE,
)
_LITERALS = {"en": _ENGLISH, "nb": _NORWEGIAN}
_KEEP_DIGITS = re.compile(r"\D")


class Literal(NamedTuple):
    """A number in digits: value, end offset, and whether it is a plain run of digits."""

    value: float
    end: int
    is_plain: bool


def read_literal(text: str, start: int, language: str) -> Literal | None:
    """Read the number in digits that begins at a character offset.

    In Norwegian the point groups and the comma is the decimal mark, in English it is the other
    way round; a group that is all zeros after the "wrong" mark groups as well, because nobody
    counts people to three decimals.

    >>> read_literal("4.000 mennesker", 0, "nb").value, read_literal("1,5 million", 0, "nb").value
    (4000.0, 1.5)
    >>> read_literal("12,600 homes", 0, "en").value
    12600.0
    """
    match = _LITERALS[language].match(text, start)
    if match is None:
        return None
    kind = match.lastgroup or ""
    words = match.group()
    if kind == "plain":
        return Literal(_plain(words, match["plain"]), match.end(), words.isdecimal())
    if kind == "comma":
        return Literal(float(words.replace(",", ".")), match.end(), False)
    return Literal(_grouped(match, kind), match.end(), False)


def _grouped(match: re.Match[str], kind: str) -> float:
    """Read a number with separators between its thousands."""
    whole = {"decimals": "grouped", "spaced_decimals": "spaced"}.get(kind, kind)
    value = float(_KEEP_DIGITS.sub("", match[whole]))
    if whole != kind:
        value += float("0." + match[kind][1:])
    return value


def _plain(words: str, base: str) -> float:
    """Read digits with a decimal point and perhaps an exponent or a power."""
    value = float(base) if len(base) < 300 else float("inf")
    rest = words[len(base) :].lower().replace(" ", "")
    if not rest:
        return value
    try:
        if rest[0] == "e":
            return value * float(10 ** int(rest[1:]))
        if rest[0] == "^":
            sign = -1 if rest.count("-") == 1 else 1
            return float(value ** (sign * int(rest[1:].lstrip("+-"))))
        return value * float(10 ** int(rest.partition("^")[2]))
    except (OverflowError, ZeroDivisionError):
        return float("inf")
