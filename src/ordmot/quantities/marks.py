"""Numbers that are no amounts: names, labels, phone numbers, scores, list numbers, ages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ordmot.ledger import QuantityKind
from ordmot.lexicon import read_data, serving_language
from ordmot.quantities.numbers import is_digits
from ordmot.quantities.tokens import Phrases, Tokens
from ordmot.quantities.units import UnitTable

# Shapes of digits that no amount has. Each begins at a digit and reads every character once.
_SHAPES = re.compile(
    r"(?!\d{1,3}(?:\.\d{3})++(?!\d|\.\d))(?P<web>\d++(?:\.\d++){3,}+)"
    r"|(?P<phone>\d{2,3}[ \u00a0]\d{2}[ \u00a0]\d{2}[ \u00a0]\d{2,3}(?![\d\w])"
    r"|0\d{2,4}[ \u00a0]\d{3,4}[ \u00a0]\d{3,4}(?![\d\w])"
    r"|0[589]00[ \u00a0]\d{3,4}(?![\d\w]|[ \u00a0]\w)"
    r"|\d{3}[ -]\d{3}[ -]\d{4}(?!\d)|\d{3}[ \u00a0]\d{2}[ \u00a0]\d{3}(?!\d)"
    r"|\d++(?:-\d++){2,}+(?![\w]))"
    r"|(?P<long>(?<=[\"'=#/:])\d{10,}+(?!\w))"
    r"|(?!\d{1,3}(?:\.\d{3})++(?!\d|\.\d))(?P<version>\d++(?:\.\d++){2}(?![\d.]))"
    r"|(?P<law>\d++-\d++/\d++)"
    r"|(?P<file>\d{1,3}-\d{4,}+(?=[.,;)]?(?:\s|$)))"
)
_SCORE = re.compile(r"(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\d.,]*\d|\w|%)")
_DIVIDED = 3
"""Words before "in two" among which the verb stands: "split | almost exactly | in two"."""
_SCORE_REACH = 6
_GLOSS = 16
"""Tokens of brackets at most that say what an item of a list is."""
_ODDS_REACH = 3
_INNER = (".", ":", "-", "–", "/")
ADDRESS_WORDS = ("http", "https", "www")


class Mark(NamedTuple):
    """A number that is no amount: its kind, its last token, its value and the rule."""

    kind: QuantityKind
    start: int
    end: int
    values: tuple[float, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that make names and labels of numbers."""

    labels: Phrases[str]
    label_endings: tuple[str, ...]
    carriers: frozenset[str]
    soft: frozenset[str]
    score_near: frozenset[str]
    joiners: frozenset[str]
    plurals: frozenset[str]
    exemplifying: frozenset[str]
    parents: frozenset[str]
    parents_of: frozenset[str]
    dividing: frozenset[str]
    dividing_in: frozenset[str]
    odds: frozenset[str]
    not_odds_after: frozenset[str]
    streets: frozenset[str]
    idioms: Phrases[str]
    suffixes: frozenset[str]
    numbers: frozenset[str]
    before_words: frozenset[str]
    stops: frozenset[str]
    places: frozenset[str]
    prepositions: frozenset[str]
    scales: frozenset[str]
    bounds: frozenset[str]
    partitives: frozenset[str]
    determiners: frozenset[str]
    months: frozenset[str]


@cache
def labels_of(language: str) -> Labels:
    """Read the word lists of a language."""
    served = serving_language(language)
    data = read_data(served, "identifiers")
    return Labels(
        labels=Phrases((word, word) for word in data["labels"]),
        label_endings=tuple(data["label_endings"]),
        carriers=frozenset(data["carriers"]),
        soft=frozenset(data["soft"]),
        score_near=frozenset(data["score_near"]),
        joiners=frozenset(read_data(served, "counted")["joiners"]),
        plurals=frozenset(data["plurals"]),
        exemplifying=frozenset(data["exemplifying"]),
        parents=frozenset(data["parents"]),
        parents_of=frozenset(data["parents_of"]),
        dividing=frozenset(data["dividing"]),
        dividing_in=frozenset(data["dividing_in"]),
        odds=frozenset(data["odds"]["joiners"]),
        not_odds_after=frozenset(data["odds"]["not_after"]),
        streets=frozenset(data["streets"]),
        idioms=Phrases((words, words) for words in data["idioms"]),
        suffixes=frozenset(read_data(served, "numbers")["suffixes"]),
        numbers=frozenset(read_data(served, "numbers")["ones"]),
        before_words=frozenset(data["before_words"]),
        stops=frozenset(read_data(served, "counted")["stops"] + read_data(served, "counted")["of"]),
        places=frozenset(data["places"]),
        prepositions=frozenset(data["prepositions"]),
        scales=frozenset(read_data(served, "numbers")["scales"]),
        bounds=frozenset(read_data(served, "hedges")["before"]["less_than"]),
        partitives=frozenset(read_data(served, "counted")["of"]),
        determiners=frozenset(read_data(served, "counted")["determiners"]),
        months=frozenset(read_data(served, "calendar")["months"]),
    )


def find_mark(tokens: Tokens, index: int, labels: Labels, units: UnitTable) -> Mark | None:
    """Tell whether the number that begins at a token is something else than an amount."""
    if tokens.words[index] in ADDRESS_WORDS:
        return _find_address(tokens, index)
    idiom = labels.idioms.match(tokens.words, index)
    if idiom is not None:
        return Mark(QuantityKind.IDENTIFIER, index, idiom[1], (), "idiom")
    if _is_of_parent(tokens, index, labels):
        return Mark(QuantityKind.IDENTIFIER, index, index + 1, (), "children of somebody")
    if is_division(tokens, index, labels):
        return Mark(QuantityKind.IDENTIFIER, index, index + 1, (), "division")
    if not is_digits(tokens.words[index]):
        return _find_numbered(tokens, index, labels)
    return (
        _find_dated_name(tokens, index, labels)
        or _find_shape(tokens, index)
        or _find_code(tokens, index, labels, units)
        or _find_list_number(tokens, index)
        or _find_score(tokens, index, labels)
        or _find_street(tokens, index, labels)
        or _find_label(tokens, index, labels, units)
    )


def _find_numbered(tokens: Tokens, index: int, labels: Labels) -> Mark | None:
    """Find a rank in words: "number two", "nummer tre"."""
    if tokens.words[index] not in labels.numbers or tokens.is_broken(index - 1):
        return None
    if tokens.word(index - 1) not in labels.before_words:
        return None
    return Mark(QuantityKind.IDENTIFIER, index, index + 1, (), "rank")


def _is_of_parent(tokens: Tokens, index: int, labels: Labels) -> bool:
    """Tell whether a number only says how many children somebody has: "a mother of | two"."""
    is_led = tokens.word(index - 1) in labels.parents_of and not tokens.is_broken(index - 1)
    following = tokens.word(index + 1)
    is_bare = not following[:1].isalpha() or following in labels.stops or tokens.is_broken(index)
    return is_led and is_bare and tokens.word(index - 2) in labels.parents


def is_division(tokens: Tokens, index: int, labels: Labels) -> bool:
    """Tell whether something only comes apart: "the hull broke in | two", «delte seg i | to».

    "Broke in two places" counts places.
    """
    if tokens.word(index - 1) not in labels.dividing_in or tokens.is_broken(index - 1):
        return False
    verbs = tokens.words[max(0, index - 1 - _DIVIDED) : index - 1]
    following = tokens.word(index + 1)
    is_free = not following[:1].isalpha() or following in labels.stops
    is_free = is_free or tokens.is_broken(index)
    return is_free and not labels.dividing.isdisjoint(verbs)


def _find_address(tokens: Tokens, index: int) -> Mark:
    """Find the end of an address of the net."""
    end = index + 1
    while end < len(tokens) and tokens.is_joined(end - 1):
        end += 1
    return Mark(QuantityKind.IDENTIFIER, index, end, (), "web address")


def _find_dated_name(tokens: Tokens, index: int, labels: Labels) -> Mark | None:
    """Find names made of a date: "7. juni-plassen", "22-juli-terroren"."""
    at = index + 1
    if tokens.word(at) in (".", "-") and tokens.is_joined(index):
        at += 1
    if tokens.word(at) not in labels.months or tokens.word(at + 1) != "-":
        return None
    if not (tokens.is_joined(at) and tokens.is_joined(at + 1)):
        return None
    if not tokens.word(at + 2)[:1].isalpha():
        return None
    return Mark(QuantityKind.IDENTIFIER, index, at + 3, (), "date in a name")


def _find_shape(tokens: Tokens, index: int) -> Mark | None:
    """Find phone numbers, versions, addresses of the net, law numbers."""
    match = _SHAPES.match(tokens.text, tokens.starts[index])
    if match is None:
        return None
    end = tokens.until(match.end())
    if match.lastgroup == "file" and not _is_file(match.group()):
        return None
    return Mark(QuantityKind.IDENTIFIER, index, end, (), f"{match.lastgroup} number")


def _is_file(words: str) -> bool:
    """Tell whether two numbers are too far apart for a range: file "45-2210"."""
    first, _, second = words.partition("-")
    return int(second[:18]) > 20 * int(first)


def _find_code(tokens: Tokens, index: int, labels: Labels, units: UnitTable) -> Mark | None:
    """Find numbers written onto letters: F-16, A320, COVID-19, 13F, 24703L202."""
    start = index
    while start > 0 and tokens.is_joined(start - 1) and _makes_code(tokens, start - 1, units):
        start -= 1
    if start < index and not any(tokens.word(at)[:1].isalpha() for at in range(start, index)):
        start = index
    end = index + 1
    while end < len(tokens) and tokens.is_joined(end - 1) and tokens.words[end].isalnum():
        end += 1
    unit = units.names.match(tokens.words, index + 1)
    mixed_after = end > index + 2 and (unit is None or unit[1] < end)
    if end == index + 2 and _is_code_letter(tokens, index + 1, labels, unit is None):
        mixed_after = True
    if start == index and not mixed_after:
        return None
    return Mark(QuantityKind.IDENTIFIER, start, end, (), "letters and digits")


def _is_code_letter(tokens: Tokens, at: int, labels: Labels, is_no_unit: bool) -> bool:
    """Tell whether one capital on digits makes a code: "3D", "4G" is left to the multipliers."""
    raw = tokens.raw(at)
    return len(raw) == 1 and raw.isupper() and is_no_unit and raw.lower() not in labels.suffixes


def _makes_code(tokens: Tokens, at: int, units: UnitTable) -> bool:
    """Tell whether a token before digits is part of the same code."""
    word = tokens.word(at)
    if word in ("-", "‑"):
        return tokens.is_joined(at - 1) and tokens.word(at - 1)[0].isalnum()
    if word == "_":
        return True
    if not word[0].isalnum():
        return False
    return not _is_currency(tokens, at, units)


def _is_currency(tokens: Tokens, at: int, units: UnitTable) -> bool:
    """Tell whether letters before digits are a currency: NOK100, RM42."""
    raw = tokens.raw(at)
    if raw.upper() in units.codes and (raw.isupper() or raw.lower() in units.small_codes):
        return True
    found = units.signs.match(tokens.words, at) or units.names.match(tokens.words, at)
    return found is not None and found[0].dimension == "money"


def _find_list_number(tokens: Tokens, index: int) -> Mark | None:
    """Find "1." and "2)" at the beginning of a line."""
    starts_line = index == 0 or tokens.is_broken(index - 1)
    if tokens.word(index - 1) == "(" and tokens.word(index + 1) == ")":
        starts_line = index == 1 or tokens.is_broken(index - 2)
    heading = _find_heading(tokens, index) if starts_line else None
    if heading is not None:
        return heading
    follows = tokens.word(index + 1)
    if not starts_line or follows not in (".", ")") or not tokens.is_joined(index):
        return None
    if len(tokens.words[index]) > 2 or tokens.is_joined(index + 1) or index + 2 >= len(tokens):
        return None
    if (follows == "." and tokens.raw(index + 2)[:1].islower()) or tokens.is_broken(index + 1):
        return None
    return Mark(
        QuantityKind.LIST_NUMBER, index, index + 2, (float(tokens.words[index]),), "list number"
    )


def _find_heading(tokens: Tokens, index: int) -> Mark | None:
    """Find the number of a heading: "3.1 Climate"."""
    is_pair = tokens.word(index + 1) == "." and is_digits(tokens.word(index + 2))
    if not is_pair or not (tokens.is_joined(index) and tokens.is_joined(index + 1)):
        return None
    if tokens.is_joined(index + 2) or not tokens.raw(index + 3)[:1].isupper():
        return None
    if len(tokens.words[index]) > 2 or len(tokens.words[index + 2]) > 2:
        return None
    return Mark(QuantityKind.LIST_NUMBER, index, index + 3, (), "number of a heading")


def _find_score(tokens: Tokens, index: int, labels: Labels) -> Mark | None:
    """Find "3-1" near words of winning, or where no range can run downwards."""
    match = _SCORE.match(tokens.text, tokens.starts[index])
    if match is None:
        return _find_odds(tokens, index, labels)
    first, second = int(match[1]), int(match[2])
    end = tokens.until(match.end())
    near = tokens.words[max(0, index - _SCORE_REACH) : index] + tokens.words[end : end + 3]
    has_cue = any(word in labels.score_near for word in near)
    if not has_cue and first < second:
        return None
    if (
        has_cue
        and first < second
        and tokens.word(end).isalpha()
        and tokens.word(end) not in labels.stops
    ):
        return None
    return Mark(QuantityKind.SCORE, index, end, (float(first), float(second)), "score")


def _find_odds(tokens: Tokens, index: int, labels: Labels) -> Mark | None:
    """Find "4 to 1" and "6-to-3": votes and odds, which run downwards."""
    at = index + 1
    hyphened = tokens.word(at) == "-"
    at += hyphened
    if tokens.word(at) not in labels.odds or tokens.word(index - 1) in labels.not_odds_after:
        return None
    at += 1 + hyphened
    word = tokens.word(at)
    if not is_digits(word) or len(word) > 2 or len(tokens.words[index]) > 2:
        return None
    first, second = int(tokens.words[index]), int(word)
    near = tokens.words[max(0, index - _ODDS_REACH) : index]
    has_cue = any(word in labels.score_near for word in near)
    is_odds = first > second and (hyphened or second == 1 or has_cue)
    return Mark(QuantityKind.SCORE, index, at + 1, (first, second), "odds") if is_odds else None


def _find_street(tokens: Tokens, index: int, labels: Labels) -> Mark | None:
    """Find house numbers: "Storgata 12", "10 Downing Street"."""
    before, raw = tokens.word(index - 1), tokens.raw(index - 1)
    ends = tuple(word for word in labels.streets if len(word) > 3)
    if raw[:1].isupper() and (before in labels.streets or before.endswith(ends)):
        return Mark(QuantityKind.IDENTIFIER, index, index + 1, (), "address")
    for at in range(index + 1, min(index + 4, len(tokens))):
        if not tokens.raw(at)[:1].isupper():
            return None
        if at > index + 1 and tokens.word(at) in labels.streets:
            return Mark(QuantityKind.IDENTIFIER, index, at + 1, (), "address")
    return None


def _find_label(tokens: Tokens, index: int, labels: Labels, units: UnitTable) -> Mark | None:
    """Find numbers that belong to a name before them: "TV 2", "Boeing 737", "Article 5"."""
    if index == 0 or tokens.is_joined(index - 1) or tokens.is_broken(index - 1):
        return None
    end = _literal_end(tokens, index)
    if _is_in_list(tokens, index, end, labels) and not _counts_something(
        tokens, end, labels, units
    ):
        return Mark(QuantityKind.IDENTIFIER, index, end, (), "label list")
    found = labels.labels.match_before(tokens.words, index)
    raw = tokens.raw(index - 1)
    if _is_ordinal_shape(tokens, index):
        return None
    if found is not None:
        is_name = tokens.raw(found[1])[:1].isupper() or (
            _is_bare(tokens, found[1], labels) and units.names.match(tokens.words, end) is None
        )
        soft = found[0] in labels.soft and (not is_name or tokens.word(end) in labels.scales)
        if _takes_part(tokens, found, end, labels):
            return None
        is_short = len(tokens.words[index]) < 4
        if not soft or (is_short and not _counts_something(tokens, end, labels, units)):
            return Mark(QuantityKind.IDENTIFIER, index, end, (), f"label {found[0]}")
    word = tokens.words[index - 1]
    if word.endswith(labels.label_endings) or _is_carriers_code(tokens, index - 1, labels):
        return Mark(QuantityKind.IDENTIFIER, index, end, (), "number of a code")
    if not raw[:1].isupper() or not raw[:1].isalpha() or _starts_sentence(tokens, index - 1):
        return None
    if tokens.words[index - 1] in labels.stops or len(tokens.words[index]) > 4:
        return None
    if _counts_something(tokens, end, labels, units):
        return None
    return Mark(QuantityKind.IDENTIFIER, index, end, (), "number of a name")


def _takes_part(tokens: Tokens, label: tuple[str, int], end: int, labels: Labels) -> bool:
    """Tell whether a word is no label but a bound of a part: "under | 20 of the 108"."""
    is_of = tokens.word(end) in labels.partitives and not tokens.is_broken(end - 1)
    return label[0] in labels.bounds and is_of and tokens.word(end + 1) in labels.determiners


def _is_in_list(tokens: Tokens, index: int, end: int, labels: Labels) -> bool:
    """Tell whether a number is of a list that a label in the plural names: "wells | 3, 4 and 7".

    "In the wells 14 had died" names none.
    """
    joining = {*labels.joiners, ","}
    first = index
    while tokens.word(first - 1) in joining:
        before = _before_gloss(tokens, first - 2)
        if tokens.word(before) in labels.plurals and not is_digits(tokens.word(before)):
            break
        if not is_digits(tokens.word(before)):
            return False
        first = before
    past = _past_gloss(tokens, end)
    goes_on = tokens.word(past) in joining and is_digits(tokens.word(past + 1))
    before = first - 1 - (tokens.word(first - 1) in labels.exemplifying)
    return (first < index or goes_on) and tokens.word(before) in labels.plurals


def _before_gloss(tokens: Tokens, at: int) -> int:
    """Step back over what brackets say of the item before: "sections 304 | (theft) | and 308"."""
    if tokens.word(at) != ")":
        return at
    opening = next((i for i in range(at, max(at - _GLOSS, 0), -1) if tokens.word(i) == "("), None)
    return at if opening is None else opening - 1


def _past_gloss(tokens: Tokens, at: int) -> int:
    """Step over what brackets say of an item: "sections 304 | (theft) | and 308"."""
    if tokens.word(at) != "(":
        return at
    closing = next((i for i in range(at, at + _GLOSS) if tokens.word(i) == ")"), None)
    return at if closing is None else closing + 1


def _is_bare(tokens: Tokens, at: int, labels: Labels) -> bool:
    """Tell whether a place stands without article behind a preposition: "from | gallery 6"."""
    is_place = tokens.word(at) in labels.places
    return is_place and tokens.word(at - 1) in labels.prepositions and not tokens.is_broken(at - 1)


def _is_carriers_code(tokens: Tokens, at: int, labels: Labels) -> bool:
    """Tell whether capitals after a carrier name a flight or a line: the "QZ" of "flight QZ 85"."""
    raw = tokens.raw(at)
    is_code = 1 < len(raw) < 4 and raw.isupper()
    return is_code and tokens.word(at - 1) in labels.carriers


def _is_ordinal_shape(tokens: Tokens, index: int) -> bool:
    """Tell whether a full stop and a small letter follow digits: "NATOs 27. og 28. land"."""
    is_stop = tokens.word(index + 1) == "." and tokens.is_joined(index)
    return is_stop and tokens.raw(index + 2)[:1].islower() and not tokens.is_broken(index + 1)


def is_labelled(tokens: Tokens, index: int, labels: Labels) -> bool:
    """Tell whether a label that is no ordinary word stands before digits: "TV 2", "Kanal 4"."""
    if not is_digits(tokens.words[index]) or tokens.is_broken(index - 1):
        return False
    found = labels.labels.match_before(tokens.words, index)
    if found is None or tokens.is_joined(index - 1):
        return False
    return found[0] not in labels.soft or tokens.raw(found[1])[:1].isupper()


def _literal_end(tokens: Tokens, index: int) -> int:
    """Find the end of digits with decimals: "4.2"."""
    end = index + 1
    while tokens.word(end) in _INNER and tokens.is_joined(end - 1) and tokens.is_joined(end):
        if not is_digits(tokens.word(end + 1)):
            break
        end += 2
    return end


def _starts_sentence(tokens: Tokens, at: int) -> bool:
    """Tell whether a capital letter may only be that of a sentence's first word."""
    return at == 0 or tokens.is_broken(at - 1) or tokens.word(at - 1) in ".!?:»«“”\"'’–-"


def _counts_something(tokens: Tokens, end: int, labels: Labels, units: UnitTable) -> bool:
    """Tell whether a unit or a noun follows the number."""
    if end >= len(tokens) or tokens.is_broken(end - 1):
        return False
    if units.names.match(tokens.words, end) is not None and tokens.word(end) not in units.cautious:
        return True
    word = tokens.word(end)
    return (word[0].isalpha() and tokens.raw(end)[0].islower() and word not in labels.stops) or (
        word in ("%", "-", "000", ",", ".")
        and tokens.is_joined(end - 1)
        and tokens.is_joined(end)
        and tokens.word(end + 1)[:1].isdecimal()
    )
