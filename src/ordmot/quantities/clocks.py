"""Times of day: "3.45pm", "kl. 15.30", "half past three", "kvart over fire", "in the evening"."""

from __future__ import annotations

import re
from typing import NamedTuple

from ordmot.quantities.calendar import Calendar
from ordmot.quantities.numbers import find_atoms, is_digits
from ordmot.quantities.pointed import (
    Pointed,
    before_hedges,
    counts_noun,
    is_pointed_time,
    is_step,
    opens_sentence,
)
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.vocabulary import Vocabulary

_CLOCK = re.compile(
    r"(?P<hour>2[0-4]|[01]?\d)(?P<sep>[:.h])(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?![\d]|[:.]\d)"
)
_HOUR = re.compile(r"(?P<hour>2[0-4]|[01]?\d)h(?![\w])")
_JOINED = re.compile(r"(?P<hour>1[0-2]|0?\d)(?P<minute>[0-5]\d)(?!\d)")


_LED, _VERB_NEAR = 2, 4
"""Words before an hour in letters among which "until" stands, or the verb."""
_FIGURE_REACH = 12
"""Words before a number in which "toll" or "rose" says that it is a figure, and no hour."""
_SEPARATORS = (":", ".", "/", "-", ",")


class Clock(NamedTuple):
    """A time of day over tokens `start` to `end`: hours, to the hour, minute or second.

    `is_sure` tells it from a bare number; `half_said` that the half of the day is settled.
    """

    start: int
    end: int
    hours: float
    grain: str
    is_sure: bool
    half_said: bool


def read_clock(
    tokens: Tokens, index: int, calendar: Calendar, vocabulary: Vocabulary
) -> Clock | None:
    """Read the time of day that begins at a token; a bare hour comes back as unsure."""
    word = tokens.word(index)
    if not word:
        return None
    named = calendar.named_hours.match(tokens.words, index)
    if named is not None:
        return Clock(index, named[1], named[0], "hour", True, True)
    marked = calendar.clock_before.match(tokens.words, index)
    if marked is not None:
        inner = read_clock(tokens, marked[1], calendar, vocabulary)
        return None if inner is None else inner._replace(start=index, is_sure=True)
    clock = _read_fraction(tokens, index, calendar, vocabulary)
    if clock is None:
        clock = (
            _read_digits(tokens, index, calendar, vocabulary)
            if is_digits(word)
            else _read_words(tokens, index, vocabulary)
        )
    return None if clock is None else _finish(tokens, clock, calendar)


def _read_digits(
    tokens: Tokens, index: int, calendar: Calendar, vocabulary: Vocabulary
) -> Clock | None:
    """Read "15:30", "3.45", "15h", "16"; what is written with a point may be a number."""
    start = tokens.starts[index]
    if index and tokens.is_joined(index - 1):
        before = tokens.words[index - 1]
        if before.isalnum() or before in ".,:/$£€#'’":
            return None
    match = _CLOCK.match(tokens.text, start)
    if match is not None:
        hours = int(match["hour"]) + int(match["minute"]) / 60 + int(match["second"] or 0) / 3600
        end = tokens.until(match.end())
        grain = "second" if match["second"] else "minute"
        # "03.25" in a sentence is a time: no decimal number there begins with a spare nought.
        pointed = Pointed(index, end, match["hour"], int(match["minute"]))
        is_padded = pointed.is_full and match["hour"][0] == "0" and end - index < len(tokens)
        is_sure = match["sep"] in ":h" or is_padded
        is_sure = is_sure or is_pointed_time(tokens, pointed, calendar, vocabulary)
        if pointed.is_full and _is_of_day(tokens, index, end, calendar):
            return Clock(index, end + 1, hours, grain, True, True)
        return Clock(index, end, hours, grain, is_sure, False)
    match = _HOUR.match(tokens.text, start)
    if match is not None:
        return Clock(index, tokens.until(match.end()), float(match["hour"]), "hour", False, False)
    word = tokens.words[index]
    goes_on = tokens.is_joined(index) and tokens.word(index + 1) in _SEPARATORS
    if goes_on and is_digits(tokens.word(index + 2)) and tokens.is_joined(index + 1):
        return None
    if len(word) <= 2 and int(word) <= 24:
        return Clock(index, index + 1, float(int(word)), "hour", False, False)
    return _read_joined(tokens, index, calendar) or _read_military(tokens, index, calendar)


def _is_of_day(tokens: Tokens, start: int, end: int, calendar: Calendar) -> bool:
    """Tell whether "hours" behind a clock are those of the day: "at | 14.10 | hours"."""
    is_led = tokens.word(start - 1) in calendar.words["leads_hours"]
    return is_led and tokens.word(end) in calendar.words["hours_of_day"]


def _read_military(tokens: Tokens, index: int, calendar: Calendar) -> Clock | None:
    """Read the "1200" of "1200 GMT", of "at 1200 hours"."""
    word = tokens.words[index]
    if len(word) != 4 or int(word[:2]) > 24 or int(word[2:]) > 59:
        return None
    is_of_day = _is_of_day(tokens, index, index + 1, calendar)
    if not is_of_day and read_zone(tokens, index + 1, calendar) is None:
        return None
    hours = int(word[:2]) + int(word[2:]) / 60
    return Clock(index, index + 2 if is_of_day else index + 1, hours, "minute", True, True)


def _read_joined(tokens: Tokens, index: int, calendar: Calendar) -> Clock | None:
    """Read the "330" of "330 p.m."."""
    match = _JOINED.match(tokens.text, tokens.starts[index])
    if match is None or calendar.half_days.match(tokens.words, index + 1) is None:
        return None
    hours = int(match["hour"]) + int(match["minute"]) / 60
    return Clock(index, index + 1, hours, "minute", False, False)


def _read_words(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Clock | None:
    """Read "three", "tolv"."""
    hour = _small(tokens, index, vocabulary)
    if hour is None or hour > 24 or (tokens.is_broken(index - 1) and index > 0):
        return None
    at = index + 1
    return Clock(index, at, hour, "hour", False, False)


def _small(tokens: Tokens, index: int, vocabulary: Vocabulary) -> float | None:
    """Read a number word or digits below a hundred."""
    word = tokens.word(index)
    if is_digits(word):
        return float(int(word)) if len(word) <= 2 else None
    atoms = find_atoms(word, vocabulary)
    if not atoms or atoms[0].kind not in ("one", "ten"):
        return None
    return sum(atom.value for atom in atoms)


def _read_fraction(
    tokens: Tokens, index: int, calendar: Calendar, vocabulary: Vocabulary
) -> Clock | None:
    """Read "a quarter past 8", "half three", "ti på fire", "20 minutes to six"."""
    half = calendar.half.match(tokens.words, index)
    if half is not None:
        hour = _small(tokens, half[1], vocabulary)
        if hour is None or hour > 24:
            return None
        hours = hour - 0.5 if calendar.half_is_before else hour + 0.5
        return Clock(index, half[1] + 1, hours, "minute", True, False)
    is_area = index > 0 and tokens.words[index - 1] in calendar.words["not_quarters"]
    quarter = None if is_area else calendar.quarter.match(tokens.words, index)
    minutes, at = (15.0, quarter[1]) if quarter else (_small(tokens, index, vocabulary), index + 1)
    if minutes is None or minutes > 59:
        return None
    if quarter is None and calendar.grains.get(tokens.word(at)) == "minute":
        at += 1
    word = tokens.word(at)
    if word not in calendar.past and word not in calendar.to:
        return None
    if quarter is None and at == index + 1 and minutes % 5:
        return None
    return _around_hour(tokens, index, at, minutes, (calendar, vocabulary))


def _around_hour(
    tokens: Tokens, index: int, at: int, minutes: float, tables: tuple[Calendar, Vocabulary]
) -> Clock | None:
    """Add or take minutes from the hour that follows "past" or "to"."""
    calendar, vocabulary = tables
    half = calendar.half.match(tokens.words, at + 1)
    base = _small(tokens, at + 1 if half is None else half[1], vocabulary)
    if base is None or base > 24:
        return None
    end = at + 2 if half is None else half[1] + 1
    if half is not None:
        base += -0.5 if calendar.half_is_before else 0.5
    sign = 1 if tokens.words[at] in calendar.past else -1
    end_word, is_spaced = tokens.word(end), at > index + 1
    is_quarter = calendar.quarter.match(tokens.words, index) is not None
    following = calendar.half_days.match(tokens.words, end)
    is_marked = is_quarter or following or calendar.clock_after.match(tokens.words, end)
    is_first = opens_sentence(tokens, index) and not counts_noun(tokens, end, calendar)
    is_alone = not end_word[:1].isalnum() or _goes_on(end_word, calendar) or is_first
    if not (is_marked or is_spaced or (is_alone and _is_told(tokens, at, (minutes, base), tables))):
        return None
    return Clock(index, end, base + sign * minutes / 60, "minute", True, False)


def _goes_on(word: str, calendar: Calendar) -> bool:
    """Tell whether a word goes on with the sentence, and is nothing that could be counted."""
    is_stop = word in calendar.stops and word not in calendar.measures
    return is_stop or word in calendar.words["after_clock"]


def _is_told(
    tokens: Tokens, at: int, values: tuple[float, float], tables: tuple[Calendar, Vocabulary]
) -> bool:
    """Tell whether "twenty to four" is a time: as a range it runs down, or "at" leads up to it.

    Digits may be a vote ("20 to 4"), and "ten to twelve" a range.
    """
    calendar, word, (minutes, base) = tables[0], tokens.words[at], values
    if not (tokens.word(at - 1).isalpha() and tokens.word(at + 1).isalpha()):
        return False
    if word in calendar.words["steep"] and (
        minutes > base or word in calendar.words["never_range"]
    ):
        return True
    start = before_hedges(tokens, at - 1, tables)
    leader, earlier = tokens.word(start - 1), tokens.word(start - 2)
    if (earlier, leader) in calendar.it_is:
        return True
    return leader in calendar.words["leads_up"] and not is_step(tokens, start - 1, tables)


def _finish(tokens: Tokens, clock: Clock, calendar: Calendar) -> Clock | None:
    """Read am, pm, o'clock and the time zone after a clock."""
    end = clock.end
    if not tokens.is_broken(end - 1):
        if tokens.word(end) == "h" and tokens.is_joined(end - 1):
            end += 1
            clock = clock._replace(is_sure=True)
        if tokens.word(end) == "-" and tokens.word(end + 1) in calendar.words["clock_times"]:
            return clock._replace(end=end + 2, is_sure=True)
        half = calendar.half_days.match(tokens.words, end)
        if half is not None and clock.hours < 13:
            hours = clock.hours % 12 + half[0]
            clock = clock._replace(end=half[1], hours=hours, is_sure=True, half_said=True)
        else:
            after = calendar.clock_after.match(tokens.words, end)
            clock = clock._replace(
                end=end if after is None else after[1], is_sure=clock.is_sure or after is not None
            )
    before = calendar.clock_before.match_before(tokens.words, clock.start)
    if before is not None:
        clock = clock._replace(start=before[1], is_sure=True)
    return clock if clock.hours <= 24 else None


def is_figure(tokens: Tokens, clock: Clock, calendar: Calendar) -> bool:
    """Tell a number that a toll has come to from a bare hour: "rose to | 12 on Thursday"."""
    if clock.is_sure or not clock.start:
        return False
    told = tokens.words[max(0, clock.start - 2) : clock.start]
    if told[-1] in calendar.words["figure_of"] and told[0] in calendar.words["figure_told"]:
        return True  # "spoke | of | two on Sunday"
    for at in range(clock.start - 1, max(-1, clock.start - _FIGURE_REACH), -1):
        word = tokens.words[at]
        if word in calendar.words["figure_words"]:
            return True
        is_rise = tokens.word(at - 1) in calendar.words["figure_from"]  # "rose from 9 to 12"
        if tokens.is_broken(at) or word in (",", ".") or (is_digits(word) and not is_rise):
            return False
    return False


def is_told_hour(tokens: Tokens, place: tuple[int, int], calendar: Calendar) -> bool:
    """Tell an hour in letters that ends a clause: "it began | at six", "not until after | nine"."""
    at, end = place
    after = tokens.word(end)
    goes_on = after.isalnum() and not tokens.is_broken(end - 1)
    if not tokens.words[at].isalpha() or (goes_on and after not in calendar.words["after_clock"]):
        return False
    leaders = tokens.words[max(0, at - _LED) : at]
    if not leaders or leaders[-1] not in calendar.words["hour_leaders"]:
        return False
    if not calendar.words["hour_limits"].isdisjoint(leaders):
        return True
    if not calendar.words["hour_verbs"].isdisjoint(tokens.words[max(0, at - _VERB_NEAR) : at]):
        return True
    start = at - 1
    while start > 0 and tokens.words[start - 1] in calendar.words["hour_hedges"]:
        start -= 1
    return tuple(tokens.words[max(0, start - 2) : start]) in calendar.it_is


def read_zone(tokens: Tokens, end: int, calendar: Calendar) -> tuple[float, int] | None:
    """Read the time zone after a clock: its hours before Greenwich and the end."""
    at = end + 1 if tokens.word(end) == "(" else end
    hours = calendar.zones.get(tokens.word(at))
    if hours is None:
        return None
    return hours, at + 2 if at > end and tokens.word(at + 1) == ")" else at + 1


def read_part(
    tokens: Tokens, index: int, calendar: Calendar
) -> tuple[tuple[float, float], int] | None:
    """Read a part of the day: "evening", "ettermiddag": its hours and the end."""
    found = calendar.parts.match(tokens.words, index)
    return None if found is None else (found[0], found[1])
