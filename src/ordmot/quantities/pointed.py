"""Times of day written with a point: the "17.40" of «gikk ut 17.40» and of "fell at 17.40"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ordmot.ledger import Hedge, Interval, Quantity, QuantityKind
from ordmot.quantities.calendar import Calendar
from ordmot.quantities.numbers import find_atoms, is_digits
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.vocabulary import Vocabulary

_MONTHS = 12
_HALF_DAY = 12
_REACH = 20
"""Words before a number in which its clause can tell what it is."""
_SENTENCE_ENDS = (".", "?", "!", ";")
_SIGNS_BEFORE = ("+", "×", "*", "=", "<", ">", "~", "±", "≈", "≥", "≤", "$", "£", "€")
_MINUS_SIGNS = ("-", "−")
_SIGNS_AFTER = ("%", "‰", "$", "£", "€", "°", "+", "×", "*", "=", "/", ":")
_LONGEST_ENDING = 4
"""Letters of a word that may end others by chance."""
_FIGURE = re.compile(r"(?<![\d.,])(\d{1,2})\.([0-5]\d)$")


class Pointed(NamedTuple):
    """An hour and minutes with a point between, over tokens `start` to `end`."""

    start: int
    end: int
    hour: str
    minute: int

    @property
    def is_full(self) -> bool:
        """Tell whether the hour has two digits."""
        return len(self.hour) == 2


def is_pointed_time(
    tokens: Tokens, pointed: Pointed, calendar: Calendar, vocabulary: Vocabulary
) -> bool:
    """Tell whether a number with a point is a time of day.

    Where the comma is the decimal mark it is one unless something around it makes it a measure, a
    price or a date. Where the point is, words must lead up to it: "at 9.52", "from 9.40 to 9.52".
    """
    if _opens_line(tokens, pointed):
        return pointed.is_full
    if _is_alone(tokens, pointed) or _is_signed(tokens, pointed, calendar):
        return False
    last = _last_end(tokens, pointed, calendar)
    if pointed.hour == "0" or _has_unit(tokens, last, calendar, vocabulary):
        return False  # "0.52" is a share of one, "00.52" a time
    clause = tuple(_clause_before(tokens, pointed.start))
    if _is_measured(clause, calendar):
        return False
    if calendar.points_decimals:
        return _is_led(tokens, pointed, clause, (calendar, vocabulary))
    return not _is_date(tokens, pointed, calendar) and not _is_decimal(
        tokens, pointed, calendar, vocabulary
    )


def _opens_line(tokens: Tokens, pointed: Pointed) -> bool:
    """Tell whether a number opens a line of a running log: "20.15 Police arrive"."""
    index, end = pointed.start, pointed.end
    is_head = index == 0 or tokens.is_broken(index - 1)
    goes_on = not tokens.is_joined(end - 1) and not tokens.is_broken(end - 1)
    return is_head and goes_on and tokens.raw(end)[:1].isupper()


def _is_alone(tokens: Tokens, pointed: Pointed) -> bool:
    """Tell whether a number is all that stands on its line, as in a table."""
    is_head = pointed.start == 0 or tokens.is_broken(pointed.start - 1)
    return is_head and tokens.is_broken(pointed.end - 1)


def _is_signed(tokens: Tokens, pointed: Pointed, calendar: Calendar) -> bool:
    """Tell whether a sign or a currency makes a number of it: "kr 17.40", "-1.20", "1.20 %"."""
    index, end = pointed.start, pointed.end
    before, after = tokens.word(index - 1), tokens.word(end)
    is_minus = tokens.is_joined(index - 1) and not tokens.is_joined(index - 2)
    if before in _SIGNS_BEFORE or (before in _MINUS_SIGNS and is_minus):
        return True
    if before in calendar.money or (before in calendar.codes and tokens.raw(index - 1).isupper()):
        return True
    is_written_on = tokens.is_joined(end - 1) and after.isalnum()
    is_price = after in (",", ":") and tokens.word(end + 1) in ("-", "–") and tokens.is_joined(end)
    return is_written_on or is_price or after in _SIGNS_AFTER


def _last_end(tokens: Tokens, pointed: Pointed, calendar: Calendar) -> int:
    """Give where a range ends that a number may begin: "from 1.40 to 1.52 percent"."""
    found = calendar.joiners.match(tokens.words, pointed.end)
    if found is None or not is_digits(tokens.word(found[1])):
        return pointed.end
    at = found[1] + 1
    has_point = tokens.word(at) == "." and tokens.is_joined(at - 1) and tokens.is_joined(at)
    return at + 2 if has_point and is_digits(tokens.word(at + 1)) else pointed.end


def _has_unit(tokens: Tokens, end: int, calendar: Calendar, vocabulary: Vocabulary) -> bool:
    """Tell whether a unit, a currency, "million" or a counted noun follows."""
    word = tokens.word(end)
    if not word or tokens.is_broken(end - 1):
        return False
    if word in calendar.units or (word in calendar.codes and tokens.raw(end).isupper()):
        return True
    atoms = find_atoms(word, vocabulary)
    is_scale = bool(atoms) and atoms[0].kind in ("hundred", "scale")
    return is_scale or word in vocabulary.plurals or word in vocabulary.people


def _clause_before(tokens: Tokens, start: int) -> Iterator[str]:
    """Give the words before a number, the nearest first, up to the end of the sentence before."""
    for at in range(start - 1, max(-1, start - 1 - _REACH), -1):
        is_inner = tokens.is_joined(at - 1) and tokens.is_joined(at)
        if tokens.is_broken(at) or (tokens.words[at] in _SENTENCE_ENDS and not is_inner):
            return
        yield tokens.words[at]


def _is_measured(clause: tuple[str, ...], calendar: Calendar) -> bool:
    """Tell whether the clause is about a price, a rate or a score: "the index closed at 9.52"."""
    return any(_is_among(word, "measured", calendar) for word in clause)


def _is_among(word: str, name: str, calendar: Calendar) -> bool:
    """Tell whether a word is of a list; Norwegian compounds go by their end: «aksjekursen»."""
    listed = calendar.pointed[name]
    if word in listed or calendar.points_decimals:
        return word in listed
    return word.endswith(tuple(end for end in listed if len(end) > _LONGEST_ENDING))


def _is_date(tokens: Tokens, pointed: Pointed, calendar: Calendar) -> bool:
    """Tell whether it may be a day and a month: «17.10. i Oslo», «fristen er 17.10»."""
    if not 0 < pointed.minute <= _MONTHS or pointed.hour.startswith("0"):
        return False
    before, earlier = tokens.word(pointed.start - 1), tokens.word(pointed.start - 2)
    named = earlier if before in calendar.pointed["copulas"] else before
    if _is_among(named, "dated", calendar):
        return True
    is_stopped = tokens.word(pointed.end) == "." and tokens.is_joined(pointed.end - 1)
    goes_on = not tokens.is_broken(pointed.end) and tokens.raw(pointed.end + 1)[:1].islower()
    return is_stopped and (goes_on or tokens.word(pointed.end + 1) in ("-", "–", ","))


def _is_decimal(
    tokens: Tokens, pointed: Pointed, calendar: Calendar, vocabulary: Vocabulary
) -> bool:
    """Tell whether the word before wants a number: «på 14.23», «minst 1.40», «Python 3.12»."""
    index = pointed.start
    if tokens.word(index - 1) in calendar.pointed["decimal_after"]:
        return True
    if _is_run(tokens, index, calendar):
        return True
    if is_step(tokens, index - 1, (calendar, vocabulary)):
        return True
    hedge = vocabulary.hedges_before.match_before(tokens.words, index)
    is_led = tokens.word(index - 1) in calendar.words["before_clock"]
    if hedge is not None and hedge[0] not in ("about", "exact", "nearly") and not is_led:
        return True
    is_name = tokens.raw(index - 1)[:1].isupper() and index > 1
    return is_name and not pointed.is_full and not is_led


def _is_run(tokens: Tokens, index: int, calendar: Calendar) -> bool:
    """Tell whether it is how long somebody took: «Tiden var 9.58», but not «norsk tid 17.40»."""
    if calendar.clock_after.match_before(tokens.words, index) is not None:
        return False
    near = tokens.words[max(0, index - 2) : index]
    return any(word.endswith(tuple(calendar.pointed["run"])) for word in near)


def _is_led(
    tokens: Tokens,
    pointed: Pointed,
    clause: tuple[str, ...],
    tables: tuple[Calendar, Vocabulary],
) -> bool:
    """Tell whether words lead up to a time: "at 9.52", "by about 9.52", "the clock showed 9.50"."""
    calendar = tables[0]
    counts = counts_noun(tokens, _last_end(tokens, pointed, calendar), calendar)
    if not calendar.pointed["clocks"].isdisjoint(clause):
        return not counts
    at = before_hedges(tokens, pointed.start, tables)
    leader = tokens.word(at - 1)
    if leader not in calendar.words["before_clock"] or is_step(tokens, at - 1, tables):
        return False
    if opens_sentence(tokens, at - 1):
        return True  # "At 9.52 residents heard it"
    return not counts and not _is_closed(clause, calendar)


def before_hedges(tokens: Tokens, start: int, tables: tuple[Calendar, Vocabulary]) -> int:
    """Step back over hedges that blur: the "about" of "at about 9.52", where "at" is left."""
    calendar, vocabulary = tables
    hedge = vocabulary.hedges_before.match_before(tokens.words, start)
    while hedge is not None and hedge[0] in ("about", "exact", "nearly"):
        if start - hedge[1] > 1 and tokens.word(hedge[1]) in calendar.words["before_clock"]:
            return hedge[1] + 1
        start = hedge[1]
        hedge = vocabulary.hedges_before.match_before(tokens.words, start)
    return start


def is_step(tokens: Tokens, at: int, tables: tuple[Calendar, Vocabulary]) -> bool:
    """Tell whether a change is told: "rose by 1.40", «økte fra 1.20 til 1.40»."""
    calendar, vocabulary = tables
    if tokens.word(at) not in calendar.pointed["steps"]:
        return False
    return any(word in vocabulary.change for word in tokens.words[max(0, at - 3) : at])


def opens_sentence(tokens: Tokens, at: int) -> bool:
    """Tell whether a sentence begins with a word."""
    return at == 0 or tokens.is_broken(at - 1) or tokens.word(at - 1) in (":", *_SENTENCE_ENDS)


def counts_noun(tokens: Tokens, end: int, calendar: Calendar) -> bool:
    """Tell whether a unit or a plural follows that a number may count: "at 9.52 points"."""
    word = tokens.word(end)
    if not word.isalpha() or tokens.is_broken(end - 1):
        return False
    if word in calendar.measures or word in calendar.plurals:
        return word not in calendar.stops
    is_plural = word.endswith(calendar.plural_endings) and word not in calendar.stops
    return is_plural and not word.endswith(calendar.not_plural_endings)


def _is_closed(clause: tuple[str, ...], calendar: Calendar) -> bool:
    """Tell whether "it" or "they" stood or closed at a figure, which may be a price."""
    verbs = [at for at, word in enumerate(clause) if word in calendar.pointed["quoted"]]
    return any(clause[at + 1 : at + 2] in (("it",), ("they",), ()) for at in verbs)


def settle_times(found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Read a bare figure as a time of day where the same text has it as one for sure.

    "The bomb fell at 9.52, the log says. Why 9.52?" The measured and the counted stay what they
    are.
    """
    sure = {q.stated[0] for q in found if q.kind is QuantityKind.TIME_OF_DAY and len(q.stated) == 1}
    if not sure:
        return found
    return tuple(_as_time(quantity, sure) or quantity for quantity in found)


def _as_time(quantity: Quantity, sure: set[float]) -> Quantity | None:
    """Make the time of a bare figure that stands among the sure ones, None if it is not such."""
    is_bare = quantity.kind is QuantityKind.AMOUNT and quantity.dimension == "count"
    match = _FIGURE.search(quantity.span.text) if is_bare and quantity.counted is None else None
    if match is None or quantity.hedge not in (Hedge.EXACT, Hedge.ABOUT):
        return None
    hours = int(match[1]) + int(match[2]) / 60
    if hours not in sure and hours + _HALF_DAY not in sure:
        return None
    return replace(
        quantity,
        kind=QuantityKind.TIME_OF_DAY,
        interval=Interval(low=hours, high=hours),
        stated=(hours,),
        hedge=Hedge.EXACT,
        hedge_span=None,
        dimension=QuantityKind.TIME_OF_DAY.value,
        unit="minute",
        reason="the figure of a time of day in this text",
    )
