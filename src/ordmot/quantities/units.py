"""Units and currencies after (or before) a number, with the size of each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.numbers import get_currency_name, list_currencies

from ordmot.lexicon import read_data, serving_language
from ordmot.quantities.numbers import Number, find_atoms
from ordmot.quantities.tokens import Phrases, Tokens, phrases_of
from ordmot.quantities.vocabulary import Vocabulary

_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_CUE_REACH = 7
_SEVERAL = 20
"""So many of a unit in the singular are something else: «1500 time» are appointments."""
_SHORTEST_NOUN = 3
"""Letters at least of a noun that a unit opens."""
_QUOTES = frozenset("'’′\"”")


class Unit(NamedTuple):
    """A canonical unit: its name, its dimension and its size in the dimension's base unit.

    `minor` marks the hundredth part of a currency ("øre"), whose value is `factor` of the unit.
    """

    name: str
    dimension: str
    factor: float
    minor: bool = False


_ANGLE = Unit("degree", "angle", 1)


@dataclass(frozen=True, slots=True)
class UnitTable:
    """The units of one language."""

    names: Phrases[Unit]
    linked: dict[str, Unit]
    unmeasured: tuple[str, ...]
    signs: Phrases[Unit]
    cautious: frozenset[str]
    codes: dict[str, Unit]
    small_codes: frozenset[str]
    prefixes: dict[str, float]
    before_unit: frozenset[str]
    articles: frozenset[str]
    times: Unit
    lone: Phrases[tuple[float, Unit]]
    lone_after: frozenset[str]
    lone_before: frozenset[str]
    attributive: frozenset[str]
    land: frozenset[str]
    below_zero: frozenset[str]
    singles: frozenset[str]
    angles: frozenset[str]
    plurals: frozenset[str]
    sized: frozenset[str]
    multitudes: frozenset[str]
    bare_pounds: frozenset[str]
    weighed: frozenset[str]
    weighed_after: frozenset[str]
    paid: frozenset[str]
    large: frozenset[str]
    scales: frozenset[str]
    strengths: frozenset[str]
    scale_links: frozenset[str]
    quakes: frozenset[str]
    measuring: frozenset[str]


@cache
def units_of(language: str) -> UnitTable:
    """Build the unit table of a language, with the currency names that Babel knows."""
    served = serving_language(language)
    shared = read_data("shared", "units")
    names = read_data(served, "units")
    money = read_data(served, "money")
    sizes = _sizes(shared)
    entries = [
        (phrase, sizes[name])
        for table in (shared["symbols"], names["names"])
        for name, phrases in table.items()
        for phrase in phrases
    ]
    if read_data(served, "numbers")["traits"]["measure_genitive"]:
        # The genitive that measures take before a noun: "fem meters hold", "tre års fengsel".
        # "seks" is six, and no genitive of "sek".
        ones = read_data(served, "numbers")["ones"]
        genitives = [(phrase + "s", unit) for phrase, unit in entries if phrase.isalpha()]
        entries += [entry for entry in genitives if len(entry[0]) > 3 and entry[0] not in ones]
    return UnitTable(
        names=Phrases([*entries, *_currency_names(served, money)]),
        linked={word: sizes[name] for name, words in names["linked"].items() for word in words},
        unmeasured=tuple(names["cautious"]["unmeasured"]),
        signs=Phrases(
            (phrase, _currency(code))
            for code, signs in money["symbols"].items()
            for phrase in signs
        ),
        cautious=frozenset(names["cautious"]["letters"]),
        codes={code: _currency(code) for code in list_currencies()},
        small_codes=frozenset(shared["codes"]["small"]),
        prefixes=money["prefixes"],
        before_unit=frozenset(names["before_unit"]["words"]),
        articles=frozenset(read_data(served, "numbers")["grammar"]["articles"]),
        times=sizes["times"],
        lone=Phrases((words, (size, sizes[unit])) for words, (size, unit) in names["lone"].items()),
        lone_after=frozenset(names["article"]["after"]),
        lone_before=frozenset(names["article"]["before"]),
        attributive=frozenset(names["article"]["attributive"]),
        plurals=frozenset(read_data(served, "counted")["plurals"]),
        below_zero=frozenset(names["cautious"]["below_zero"]),
        singles=frozenset(names["cautious"]["singles"]),
        angles=frozenset(names["cautious"]["angles"]),
        land=frozenset(names["cautious"]["land"]),
        sized=frozenset(names["cautious"]["sized"]),
        multitudes=frozenset(names["cautious"]["multitudes"]),
        bare_pounds=frozenset(money["pounds"]["words"]),
        weighed=frozenset(money["pounds"]["weighed"]),
        weighed_after=frozenset(money["pounds"]["weighed_after"]),
        paid=frozenset(money["pounds"]["paid"]),
        large=frozenset(money["pounds"]["large"]),
        scales=frozenset(names["scales"]["names"]),
        strengths=frozenset(names["scales"]["strengths"]),
        scale_links=frozenset(names["scales"]["links"]),
        quakes=frozenset(names["scales"]["quakes"]),
        measuring=frozenset(names["scales"]["measuring"]),
    )


def _sizes(shared: dict[str, dict[str, float]]) -> dict[str, Unit]:
    """Collect the canonical units with their dimension and size."""
    return {
        name: Unit(name, dimension, size)
        for dimension, units in shared.items()
        if dimension not in ("symbols", "codes")
        for name, size in units.items()
    }


def _currency(code: str) -> Unit:
    """Make the unit of a currency."""
    return Unit(code, "money", 1)


def _currency_names(
    language: str, money: dict[str, dict[str, list[str]]]
) -> list[tuple[str, Unit]]:
    """Collect the names of currencies, the lexicon's last so that they win."""
    known: dict[str, Unit] = {}
    for code in map(str, Locale.parse(language).currencies):
        for count in (None, 1, 2):
            name = get_currency_name(code, count=count, locale=language).lower()
            if " " in name:
                known.setdefault(name, _currency(code))
    for code, minor in money["minor"].items():
        known.update((name, Unit(code, "money", 0.01, minor=True)) for name in minor)
    for code, names in money["names"].items():
        known.update((name, _currency(code)) for name in names)
    return list(known.items())


def read_unit(
    tokens: Tokens, number: Number, units: UnitTable, vocabulary: Vocabulary
) -> tuple[Unit, int] | None:
    """Find the unit of a number: the unit and the end of its words.

    The unit follows at once ("12 km"), written on ("12km"), after a hyphen ("six-mile"), in
    brackets ("20 (kg)"), or after "of an" where the number is a fraction ("half an hour").
    """
    end = number.end
    if end >= len(tokens) or tokens.is_broken(end - 1):
        return None
    at = _skip_to_unit(tokens, number, units, vocabulary)
    found = _match_unit(tokens, at, number, units) or _match_compound(tokens, at, units)
    if found is not None:
        return found
    closing = _BRACKETS.get(tokens.word(at)) if at < len(tokens) else None
    if closing:
        found = units.names.match(tokens.words, at + 1)
        if found is not None and tokens.word(found[1]) == closing:
            return found[0], found[1] + 1
    return None


def _skip_to_unit(tokens: Tokens, number: Number, units: UnitTable, vocabulary: Vocabulary) -> int:
    """Find where the unit's words would begin."""
    at = number.end
    words = tokens.words
    if words[at] in "-–" and tokens.is_joined(at - 1) and tokens.is_joined(at):
        return at + 1
    if words[at] in units.before_unit and not tokens.is_broken(at):
        return at + 1
    if number.form in ("fraction", "vague"):
        if words[at] in vocabulary.of:
            at += 1
        if number.form == "fraction" and tokens.word(at) in units.articles:
            at += 1
    return at


def _match_compound(tokens: Tokens, at: int, units: UnitTable) -> tuple[Unit, int] | None:
    """Match a unit that opens a noun: «200-|års|flom», «12-|timers|vakt»."""
    if at >= len(tokens) or tokens.word(at - 1) not in ("-", "‑"):
        return None
    word = tokens.words[at]
    for opening, unit in units.linked.items():
        noun = word.removeprefix(opening)
        is_noun = noun != word and len(noun) >= _SHORTEST_NOUN
        if is_noun and not noun.startswith(units.unmeasured):
            return unit, at + 1
    return None


def _match_unit(
    tokens: Tokens, at: int, number: Number, units: UnitTable
) -> tuple[Unit, int] | None:
    """Match a unit name at a place, being careful with short and ambiguous ones."""
    if at >= len(tokens):
        return None
    found = units.names.match(tokens.words, at)
    if found is None:
        code = _read_code(tokens, at, units)
        if code is not None and tokens.raw(at).islower() and number.form != "digits":
            return None  # "mange nok" is Norwegian for "many enough"
        return code or _read_sign_after(tokens, at, units)
    if tokens.words[at] == "c" and tokens.raw(at).islower():
        # "17c" is money, "17 C" heat.
        found = units.names.match(("¢",), 0) or found
        return (found[0], at + 1) if tokens.is_joined(at - 1) else None
    if tokens.words[found[1] - 1].isdecimal() and not tokens.is_joined(found[1] - 2):
        # "12 m 2 dm" is no area.
        found = units.names.match(tokens.words[at : at + 1], 0)
        if found is None:
            return None
        found = found[0], at + 1
    unit, end = found[0], _before_stop(tokens, found[1], at)
    if end == at + 1 and tokens.word(at) in units.cautious:
        if not _is_clear(tokens, at, number, units):
            return None
        is_angle = unit.name == "degree" and tokens.word(end) in units.angles
        return (_ANGLE, end) if is_angle else found
    if tokens.is_joined(end - 1) and _is_word_like(tokens.word(end)):
        return None
    if unit.name == "degree" and tokens.word(end) in units.angles:
        return _ANGLE, end
    is_whole = number.low == int(number.low)  # «to og en halv | time»
    if is_whole and number.low >= _SEVERAL and tokens.word(at) in units.singles:
        return None
    if unit.name == "decare" and number.low < 15 and tokens.word(end) not in units.land:
        # "to mål" is two goals; a plot of land has more, or says what it is.
        return None
    return _weigh_pounds(tokens, (at, end), unit, units), end


def _before_stop(tokens: Tokens, end: int, at: int) -> int:
    """Leave out the full stop of an abbreviation where it also ends the sentence."""
    is_stop = tokens.words[end - 1] == "." and end - 1 > at
    ends_here = tokens.is_broken(end - 1) or tokens.raw(end)[:1].isupper()
    return end - 1 if is_stop and ends_here else end


def _weigh_pounds(tokens: Tokens, place: tuple[int, int], unit: Unit, units: UnitTable) -> Unit:
    """Tell pounds of money from pounds of weight by the words around them."""
    at, end = place
    if unit.name != "pound" or tokens.words[at] not in units.bare_pounds:
        return unit
    if tokens.word(end) in units.weighed_after or tokens.word(at - 1) == "-":
        return unit
    before = tokens.words[max(0, at - _CUE_REACH) : at]
    is_paid = any(word in units.paid for word in before)
    is_large = any(word in units.large for word in tokens.words[max(0, at - 2) : at])
    if any(word in units.weighed for word in before) or not (is_paid or is_large):
        return unit
    return _currency("GBP")


def _is_word_like(word: str) -> bool:
    """Tell whether a token joined to a unit makes another word of it."""
    return word[:1].isalnum() and word not in ("2", "3")


def _is_clear(tokens: Tokens, at: int, number: Number, units: UnitTable) -> bool:
    """Tell whether a letter or a mark after a number is a unit."""
    word, raw = tokens.word(at), tokens.raw(at)
    joined = tokens.is_joined(at - 1)
    if number.form not in ("digits", "fraction"):
        return False
    if word[0] in _QUOTES:
        return joined and _is_inch_mark(tokens, at)
    if word == "°":
        return True
    if tokens.is_joined(at) and _is_word_like(tokens.word(at + 1)):
        return False
    if word in ("c", "f"):
        return raw.isupper() and not joined if word == "f" else (raw.isupper() != joined)
    if not word[0].isalnum():
        return True
    if word == "p":
        return joined
    if word == "s":
        return not joined
    if word == "in" and not joined:
        is_hyphened = tokens.word(at + 1) == "-" and tokens.is_joined(at)  # "197 in-patients"
        is_last = not tokens.word(at + 1)[:1].isalnum() and not is_hyphened  # "in | Tavria's"
        return is_last or _is_after_feet(tokens, number, units)
    if word in ("m", "b", "t") and joined and _is_million(tokens, at, units):
        return False
    return len(word) > 1 or raw.islower()


def _is_after_feet(tokens: Tokens, number: Number, units: UnitTable) -> bool:
    """Tell whether feet stand before a number, as in "12 ft 2 in"."""
    found = units.names.match_before(tokens.words, number.start)
    return found is not None and found[0].name == "foot"


def _is_million(tokens: Tokens, at: int, units: UnitTable) -> bool:
    """Tell whether "m" multiplies: "1.5m people", but not "a 1.8m tall man" or "3m and 5cm".

    So it does before one noun for many: "the 31m | workforce".
    """
    following = tokens.word(at + 1)
    if not following.isalpha() or following in units.sized or tokens.is_joined(at):
        return units.names.match(tokens.words, at + 1) is not None and following != ""
    is_many = following in units.plurals | units.multitudes
    return is_many or (following.endswith("s") and len(following) > 3)


def _is_inch_mark(tokens: Tokens, at: int) -> bool:
    """Tell whether a quotation mark after a number is one of inches or feet.

    A mark that closes a quotation has its partner earlier in the line.
    """
    start = tokens.starts[at]
    line = tokens.text[max(0, start - 400) : start].rpartition("\n")[2]
    mark = tokens.word(at)
    if mark in "”’":
        return "“" not in line and "‘" not in line
    return line.count(mark) % 2 == 0


def _read_sign_after(tokens: Tokens, at: int, units: UnitTable) -> tuple[Unit, int] | None:
    """Read the sign of a currency after a number: "7€", "10 $", but not that of "5 $20 notes"."""
    found = units.signs.match(tokens.words, at)
    if found is None:
        return None
    belongs_to_next = tokens.word(found[1])[:1].isdecimal() and tokens.is_joined(found[1] - 1)
    return None if belongs_to_next else found


def _read_code(tokens: Tokens, at: int, units: UnitTable) -> tuple[Unit, int] | None:
    """Read an ISO 4217 code, perhaps with a multiplying letter: "NOK", "MUSD"."""
    raw = tokens.raw(at)
    if len(raw) == 3 and (raw.isupper() or raw.lower() in units.small_codes):
        unit = units.codes.get(raw.upper())
        return None if unit is None else (unit, at + 1)
    return None


def read_multiplied_code(tokens: Tokens, at: int, units: UnitTable) -> tuple[Unit, float] | None:
    """Read "MUSD", "MEUR", "BNOK": the currency and the multiplier."""
    raw = tokens.raw(at)
    if len(raw) != 4 or (not raw[1:].isupper() and raw.lower() not in ("musd", "meur")):
        return None
    factor, unit = units.prefixes.get(raw[0].lower()), units.codes.get(raw[1:].upper())
    return None if factor is None or unit is None else (unit, factor)


def read_currency_before(tokens: Tokens, index: int, units: UnitTable) -> tuple[Unit, int] | None:
    """Read a currency before its number: "$", "US$", "NOK 200", "ringgit 42"."""
    found = units.signs.match(tokens.words, index) or _read_code(tokens, index, units)
    if found is None or found[1] >= len(tokens) or tokens.is_broken(found[1] - 1):
        return None
    return found


def read_scale_after(tokens: Tokens, end: int, vocabulary: Vocabulary) -> tuple[int, float]:
    """Read the scale that follows a currency: the "million" of "75 USD million"."""
    atoms = find_atoms(tokens.word(end), vocabulary)
    if len(atoms) == 1 and atoms[0].kind == "scale" and not tokens.is_broken(end - 1):
        return end + 1, atoms[0].value
    return end, 1.0


__all__ = ["Unit", "UnitTable", "phrases_of", "read_unit", "units_of"]
