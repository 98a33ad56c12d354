"""Number phrases above the plain number: vague words, nothing, fractions, ratios, "a dozen"."""

from __future__ import annotations

from ordmot.lexicon import is_kind_of, senses
from ordmot.quantities.numbers import (
    Number,
    exact,
    find_atoms,
    is_digits,
    read_cardinal,
)
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.vocabulary import VULGAR, Vocabulary

_MINUS_SIGNS = ("-", "−", "–")
_OPEN_FROM = 100
_MOST_WITH_HALVES = 1000
_RATIO_TOPS = 99
_DENIAL_REACH = 7
_CLAUSE_MARKS = (".", ",", ";", ":", "?", "!", "–", "(")
_RATIO_BOTTOMS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 21, 25, 30, 50, 100, 200, 500, 1000)
_SLASH_BOTTOMS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 32, 50, 100, 1000)


def read_number(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read the longest number phrase that begins at a token, or None."""
    return (
        _read_vague(tokens, index, vocabulary)
        or _read_none(tokens, index, vocabulary)
        or _read_whole(tokens, index, vocabulary)
        or _read_every(tokens, index, vocabulary)
        or _read_slash(tokens, index)
        or _read_counted(tokens, index, vocabulary)
        or _read_fraction(tokens, index, vocabulary)
        or _read_with_article(tokens, index, vocabulary)
    )


def _read_vague(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read "several", "dozens", "et par hundre", "a few thousand".

    Small vague words include their high end ("several" may be twenty), large ones do not
    ("hundreds" is less than two thousand).
    """
    found = vocabulary.vague.match(tokens.words, index)
    if found is None or _is_not_vague(tokens, index, found[1], vocabulary):
        return None
    ends, end = found
    low, high = ends[0], ends[1] if len(ends) > 1 else None
    end, factor = _read_multiplier(tokens, end, vocabulary)
    is_open = high is not None and high >= _OPEN_FROM
    high = None if high is None else high * factor
    return Number(index, end, low * factor, high, is_open, "vague", factor)


def _is_not_vague(tokens: Tokens, index: int, end: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a vague word is used otherwise: "how many", "flere enn", "he scores"."""
    guard = vocabulary.vague_guard
    word = tokens.words[end - 1]
    if word in guard["stated_after"] and is_digits(tokens.word(end + 1)):
        return tokens.word(end) in vocabulary.of  # "a number of | 612 workers"
    if word in guard["not_after_words"] and tokens.word(index - 1) in guard["not_after"]:
        return True
    return tokens.word(end) in guard["not_before"] and word in guard["not_after_words"]


def _read_multiplier(tokens: Tokens, end: int, vocabulary: Vocabulary) -> tuple[int, float]:
    """Read the hundred, dozen or thousand that a vague word or fraction multiplies."""
    start = end
    if tokens.word(end) in vocabulary.of:
        start += 1
    if tokens.word(start) in vocabulary.grammar["articles"]:
        start += 1
    factor = 1.0
    at = start
    while at < len(tokens) and not tokens.is_broken(at - 1):
        atoms = find_atoms(tokens.word(at), vocabulary)
        if len(atoms) != 1 or atoms[0].kind not in ("hundred", "scale"):
            break
        factor *= atoms[0].value
        at += 1
    return (at, factor) if at > start else (end, 1.0)


def _read_none(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read "no one", "none", "ingen", "no casualties": nothing is counted, and that is a number."""
    found = vocabulary.none.match(tokens.words, index)
    if found is not None:
        if tokens.word(found[1]) in vocabulary.none_idioms:
            return None
        return Number(index, found[1], 0, 0, False, "none")
    single, word = vocabulary.singles.match(tokens.words, index), tokens.words[index]
    if single is not None and _is_denied(tokens, index, vocabulary):
        return Number(index, single[1], 0, 0, False, "none")
    if word in vocabulary.denial["before_of"] and tokens.word(index + 1) in vocabulary.of:
        return Number(index, index + 1, 0, 0, False, "none")
    is_denied = word in vocabulary.denial["denied"] and _is_denied(tokens, index, vocabulary)
    if word not in vocabulary.none_determiners and not is_denied:
        return None
    end = _find_plural(tokens, index + 1, vocabulary) or _find_person(tokens, index + 1, vocabulary)
    return None if end is None else Number(index, index + 1, 0, 0, False, "none")


def _is_denied(tokens: Tokens, index: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a negation reaches a word: "did not lose any men", "no reports of any deaths".

    A question or a new clause in between stops it: "it is not known whether any soldiers died".
    """
    denial = vocabulary.denial
    for at in range(index - 1, max(-1, index - 1 - _DENIAL_REACH), -1):
        word = tokens.words[at]
        if tokens.is_broken(at) or word in _CLAUSE_MARKS:
            return False
        if word in denial["negations"] or word.endswith(tuple(denial["negation_endings"])):
            return True
        if word in denial["barriers"] and tokens.word(at - 1) not in denial["reports"]:
            return False
    return False


def _read_whole(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read "all of the" and "samtlige" as the whole share."""
    share = vocabulary.shares.get(tokens.words[index])
    if share is None:
        return None
    is_part = tokens.word(index + 1) in vocabulary.of
    if share < 1 and tokens.word(index + 1) in vocabulary.not_ratio_before:
        return None  # "annenhver dag" is a rhythm
    if vocabulary.shares_need_of and not (
        is_part and tokens.word(index + 2) in vocabulary.definites
    ):
        return None
    return exact(index, index + 1, share, "ratio")


def _read_every(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read "every third" and "hver tiende" as a share, but not "every second day"."""
    if tokens.words[index] not in vocabulary.every:
        return None
    nth = vocabulary.ordinals.get(tokens.word(index + 1), 0)
    following = tokens.word(index + 2)
    if not 2 <= nth <= _RATIO_TOPS or following in vocabulary.not_ratio_before:
        return None
    return exact(index, index + 2, 1 / nth, "ratio") if following[:1].isalpha() else None


def _find_plural(tokens: Tokens, at: int, vocabulary: Vocabulary) -> int | None:
    """Find the plural that makes "no" a count: "no foreign fighters", but not "no information"."""
    first = at
    while at < len(tokens) and at - first < 4 and not tokens.is_broken(at - 1):
        word = tokens.word(at)
        if not word.isalpha() or word in vocabulary.none_idioms or word in vocabulary.stops:
            return None
        if word in vocabulary.plurals or word in vocabulary.people:
            return at + 1
        plural, not_plural = vocabulary.plural_endings
        if len(word) > 3 and word.endswith(plural):
            return None if word.endswith(not_plural) else at + 1
        at += 1
    return None


def _find_person(tokens: Tokens, at: int, vocabulary: Vocabulary) -> int | None:
    """Find the one person of whom "no" is said: "no | civilian | died", but not "no child seat"."""
    if tokens.raw(at)[:1].isupper():
        at += 1  # "no | Swedish | soldier was hurt"
    nouns = (s for s in senses(tokens.word(at), vocabulary.language) if s.role == "noun")
    is_person = any(is_kind_of(sense.concept, "person") for sense in nouns)
    return at + 1 if is_person and tokens.word(at + 1) in vocabulary.stops else None


def _read_slash(tokens: Tokens, index: int) -> Number | None:
    """Read "3/4" and "2 1/4"."""
    words = tokens.words
    if not is_digits(words[index]) or not words[index].isascii():
        return None
    whole, at = 0.0, index
    if is_digits(tokens.word(index + 1)) and tokens.between(index).strip() == "":
        if len(words[index]) > 3 or tokens.is_joined(index):
            return None
        whole, at = float(words[index]), index + 1
    if tokens.word(at + 1) != "/" or not is_digits(tokens.word(at + 2)):
        return None
    if tokens.word(at + 3) == "/" or len(words[at]) > 4 or len(words[at + 2]) > 4:
        return None
    top, bottom = int(words[at]), int(words[at + 2])
    if not 0 < top < bottom or bottom not in _SLASH_BOTTOMS:
        return None
    return exact(index, at + 3, whole + top / bottom, "fraction")


def _read_counted(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read a number with what may follow it: a half, a fraction, decimals in words, a ratio."""
    number = read_cardinal(tokens, index, vocabulary)
    if number is None or tokens.words[index] in vocabulary.grammar["never_first"]:
        return None  # «70 av | millionene» names millions, and counts none
    if tokens.is_broken(number.end - 1):
        return number
    return (
        _read_mixed(tokens, number, vocabulary)
        or _read_thirds(tokens, number, vocabulary)
        or _read_ratio(tokens, number, vocabulary)
        or _read_ratio_around(tokens, number, vocabulary)
        or _read_spoken_decimals(tokens, number, vocabulary)
        or _read_tally(tokens, number, vocabulary)
        or number
    )


def _read_mixed(tokens: Tokens, number: Number, vocabulary: Vocabulary) -> Number | None:
    """Read "two and a half thousand", "fem og et halvt", "2½", "three and one fourth"."""
    at = number.end
    if tokens.word(at) == "-" and tokens.word(at + 2) == "-" and tokens.is_joined(at):
        return _read_hyphened_half(tokens, number, vocabulary)
    if tokens.word(at) in VULGAR and number.low == int(min(number.low, 1e15)):
        return exact(number.start, at + 1, number.low + VULGAR[tokens.word(at)], "fraction")
    if tokens.word(at) not in vocabulary.grammar["conjunctions"]:
        return None
    part = _read_part(tokens, at + 1, vocabulary)
    if part is None or part.low >= 1 or number.low >= _MOST_WITH_HALVES:
        return None
    if tokens.word(part.end) in vocabulary.grammar["articles"]:
        return None  # "two and half a million" are two numbers
    value, (end, factor) = number.low + part.low, _read_scale(tokens, part.end, vocabulary)
    return exact(number.start, end, value * factor, "fraction", factor)


def _read_hyphened_half(tokens: Tokens, number: Number, vocabulary: Vocabulary) -> Number | None:
    """Read the rest of "four-and-a-half"."""
    at = number.end
    conjunction, article, half = (tokens.word(at + step) for step in (1, 3, 5))
    is_whole = conjunction in vocabulary.grammar["conjunctions"] and tokens.word(at + 4) == "-"
    fraction = vocabulary.fractions.get(half)
    if not is_whole or article not in vocabulary.grammar["articles"] or fraction is None:
        return None
    return exact(number.start, at + 6, number.low + fraction, "fraction")


def _read_part(tokens: Tokens, at: int, vocabulary: Vocabulary) -> Number | None:
    """Read "a half", "one fourth", "two thirds", "halv", "quarter" after "and"."""
    if at >= len(tokens):
        return None
    skipped = at + 1 if tokens.word(at) in vocabulary.grammar["articles"] else at
    fraction = vocabulary.fractions.get(tokens.word(skipped))
    if fraction is not None:
        return exact(at, skipped + 1, fraction, "fraction")
    number = read_cardinal(tokens, at, vocabulary)
    return None if number is None else _read_thirds(tokens, number, vocabulary)


def _read_scale(tokens: Tokens, end: int, vocabulary: Vocabulary) -> tuple[int, float]:
    """Read the scale words after a mixed number: the "thousand" of "two and a half thousand"."""
    atoms = find_atoms(tokens.word(end), vocabulary)
    if len(atoms) == 1 and atoms[0].kind == "scale":
        return end + 1, atoms[0].value
    return end, 1.0


def _read_thirds(tokens: Tokens, number: Number, vocabulary: Vocabulary) -> Number | None:
    """Read "two thirds", "tre firedeler", "en halv million"."""
    at = number.end
    if tokens.word(at) == "-" and tokens.is_joined(at - 1) and tokens.is_joined(at):
        at += 1
    word = tokens.word(at)
    fraction = vocabulary.fractions.get(word)
    if fraction is None or word in VULGAR or number.form != "words" or number.low > 99:
        return None
    if word in vocabulary.ordinals and number.low != 1:
        return None
    end, factor = _read_multiplier(tokens, at + 1, vocabulary)
    return exact(number.start, end, number.low * fraction * factor, "fraction", factor)


def _read_ratio(tokens: Tokens, number: Number, vocabulary: Vocabulary) -> Number | None:
    """Read "one in five", "two out of three", "fire av ti", "290 out of every 100,000"."""
    found = vocabulary.ratio.match(tokens.words, number.end)
    if found is None or number.low <= 0 or found[1] >= len(tokens):
        return None
    each, start = tokens.word(found[1] - 1) in vocabulary.every, found[1]
    if not each and tokens.word(start) in vocabulary.every:
        each, start = True, start + 1
    bottom = read_cardinal(tokens, start, vocabulary) if start < len(tokens) else None
    is_plain = found[0] in vocabulary.of and vocabulary.traits["ratio_of_ten"]
    if is_plain and not each and tokens.word(start) not in vocabulary.tens:
        return None  # "four of five suspects" is a part of them, "nine of 10 voters" a share
    if bottom is None or bottom.low <= number.low:
        return None
    is_usual = number.low <= _RATIO_TOPS and bottom.low in _RATIO_BOTTOMS
    if not is_usual and not (each and _is_round(bottom.low)):
        return None
    if tokens.word(bottom.end) in vocabulary.not_ratio_before:
        return None
    return exact(number.start, bottom.end, number.low / bottom.low, "ratio")


def _is_round(value: float) -> bool:
    """Tell whether a number has one digit and noughts: rates are per 1,000 or 50,000."""
    return value == int(value) and len(f"{int(value)}".rstrip("0")) == 1


def _read_ratio_around(tokens: Tokens, number: Number, vocabulary: Vocabulary) -> Number | None:
    """Read "one child in four": the noun stands inside, and nothing is counted after it."""
    noun = tokens.word(number.end)
    if number.form != "words" or number.low != 1 or not noun.isalpha() or noun in vocabulary.stops:
        return None
    inner = _read_ratio(tokens, number._replace(end=number.end + 1), vocabulary)
    if inner is None:
        return None
    following = tokens.word(inner.end)
    is_alone = not following[:1].isalnum() or following in vocabulary.stops
    return inner if is_alone else None


def _read_spoken_decimals(tokens: Tokens, number: Number, vocabulary: Vocabulary) -> Number | None:
    """Read "nine point nought four", "fem komma to"."""
    if tokens.word(number.end) not in vocabulary.grammar["decimal_points"]:
        return None
    digits, at = "", number.end + 1
    while at < len(tokens):
        word = tokens.word(at)
        atoms = find_atoms(word, vocabulary)
        if is_digits(word):
            digits += str(int(word))
        elif len(atoms) == 1 and atoms[0].kind in ("one", "ten"):
            part = read_cardinal(tokens, at, vocabulary) or number
            digits += str(int(part.low))
            at = max(at, part.end - 1)
        else:
            break
        at += 1
    if not digits:
        return None
    end, factor = _read_scale(tokens, at, vocabulary)
    value = float(f"{int(number.low)}.{digits[:30]}")
    return exact(number.start, end, value * factor, "words", factor)


def _read_tally(tokens: Tokens, number: Number, vocabulary: Vocabulary) -> Number | None:
    """Read "20-talls", "20-tall": about twenty."""
    at = number.end
    if tokens.word(at) == "-" and tokens.is_joined(at - 1):
        at += 1
    if tokens.word(at) in vocabulary.tallies:
        return Number(number.start, at + 1, number.low, number.low, False, "about")
    return None


def _read_fraction(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read "half", "halvparten", "⅔", "quarter million"."""
    fraction = vocabulary.fractions.get(tokens.words[index])
    if fraction is None:
        return None
    word = tokens.words[index]
    end, factor = _read_multiplier(tokens, index + 1, vocabulary)
    is_vague = word in vocabulary.ordinals or word in vocabulary.doubtful
    if is_vague and factor == 1 and not _is_short_measure(tokens, index, vocabulary):
        return None
    if tokens.word(index - 1) in vocabulary.ordinals:
        return None  # "the first half"
    return exact(index, end, fraction * factor, "fraction", factor)


def _is_short_measure(tokens: Tokens, index: int, vocabulary: Vocabulary) -> bool:
    """Tell whether "quarter" stands at once before a measure: "quarter mile"."""
    return tokens.word(index + 1) in {*vocabulary.short_measures, ""}


def _read_with_article(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read "a dozen", "a hundred and six", "a third", "et hundre"; a bare article is no number."""
    if tokens.words[index] not in vocabulary.grammar["articles"] or index + 1 >= len(tokens):
        return None
    word = tokens.word(index + 1)
    atoms = find_atoms(word, vocabulary)
    if atoms and atoms[0].kind in ("hundred", "scale"):
        number = _read_counted(tokens, index + 1, vocabulary)
    elif word in vocabulary.fractions:
        number = _read_article_fraction(tokens, index + 1, vocabulary)
    else:
        number = _read_tally_word(tokens, index + 1, vocabulary)
    return None if number is None else number._replace(start=index)


def _read_article_fraction(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read the "third" of "a third of", but not that of "a third man"."""
    word = tokens.words[index]
    fraction = vocabulary.fractions[word]
    end, factor = _read_multiplier(tokens, index + 1, vocabulary)
    is_ordinal = word in vocabulary.ordinals or word in vocabulary.doubtful
    is_followed = tokens.word(index + 1) in vocabulary.of or index + 1 >= len(tokens)
    is_part = is_followed or _is_led_to(tokens, index, vocabulary)
    if is_ordinal and factor == 1 and not is_part:
        return None
    return exact(index, end, fraction * factor, "fraction", factor)


def _is_led_to(tokens: Tokens, index: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the "fifth" of "by nearly a fifth in March" is a part: no noun follows it.

    So is the "quarter" of "an hour and a quarter", at the end of its clause.
    """
    following, before = tokens.word(index + 1), index - 1
    if following[:1].isalnum() and following not in vocabulary.stops:
        return False
    if tokens.word(before - 1) in vocabulary.grammar["conjunctions"]:
        return not following[:1].isalnum()
    is_subject = tokens.word(before - 1) in ("", *_CLAUSE_MARKS)
    if is_subject and following in vocabulary.grammar["plural_verbs"]:
        return True  # "A quarter have left"
    hedge = vocabulary.hedges_before.match_before(tokens.words, before)
    at = before if hedge is None else hedge[1]
    return hedge is not None or tokens.word(at - 1) in vocabulary.steps


def _read_tally_word(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read the "tjuetalls" or "20-talls" of "et tjuetalls" as about twenty."""
    word = tokens.words[index]
    if is_digits(word) and len(word) < 7:
        number = exact(index, index + 1, float(int(word)), "digits")
        return _read_tally(tokens, number, vocabulary)
    ending = next((ending for ending in vocabulary.tallies if word.endswith(ending)), None)
    atoms = () if ending is None else find_atoms(word.removesuffix(ending), vocabulary)
    if not atoms:
        return None
    value = sum(atom.value for atom in atoms)
    return Number(index, index + 1, value, value, False, "about")


def read_sign(tokens: Tokens, index: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a minus stands before a number: "-5", "minus fem"; a dash is no minus."""
    before = tokens.word(index - 1)
    if before in vocabulary.grammar["minus"]:
        return True
    if before not in _MINUS_SIGNS or not tokens.is_joined(index - 1):
        return False
    earlier = index - 2
    if tokens.word(earlier)[:1].isdecimal():
        return False
    return earlier < 0 or not tokens.is_joined(earlier) or tokens.word(earlier) in "(<>=~"
