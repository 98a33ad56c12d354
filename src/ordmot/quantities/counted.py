"""What a number counts: the noun phrase after it, found by the closed words that end it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ordmot.lexicon import read_data, serving_language
from ordmot.quantities.tokens import Tokens

_HYPHENS = ("-", "‑")
_ONE = ("one", "1", "a", "an")
"""Numbers behind which a singular is no description of a plural."""
_LONGEST = 9
_QUOTES = {'"': '"', "”": "“", "»": "«", "’": "‘"}
"""What closes a quotation, and what opens it."""
_QUOTED = 4
"""Words of a quotation that is only a number."""
_JOINED = 4
"""Words behind "and" among which the plural stands that two words describe."""


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """The closed word lists that bound a counted noun phrase in one language."""

    by_plural: bool
    endings: dict[str, tuple[str, ...]]
    skip: frozenset[str]
    determiners: frozenset[str]
    of: frozenset[str]
    joiners: frozenset[str]
    pronouns: frozenset[str]
    stops: frozenset[str]
    plurals: tuple[str, ...]
    noun_endings: tuple[str, ...]
    attributive: frozenset[str]
    infinitive: frozenset[str]
    objects: frozenset[str]
    object_starts: frozenset[str]
    titles: frozenset[str]
    people: frozenset[str]
    not_participles: frozenset[str]
    sizes: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]


@cache
def noun_phrases_of(language: str) -> NounPhrases:
    """Read the word lists of a language."""
    served = serving_language(language)
    data = read_data(served, "counted")
    apart = ("plurals", "nouns", "endings")
    lists = {name: frozenset(words) for name, words in data.items() if name not in apart}
    numbers = read_data(served, "numbers")
    return NounPhrases(
        by_plural=data["nouns"] == "by plural",
        endings={name: tuple(endings) for name, endings in data["endings"].items()},
        plurals=tuple(data["plurals"]),
        # Compounds end like the noun they are made of: "rakettangrep" like "angrep".
        noun_endings=(*data["endings"]["noun"], *data["plurals"]),
        numbers=frozenset((*numbers["ones"], *numbers["tens"])),
        **lists,
    )


def find_counted(
    tokens: Tokens, end: int, lists: NounPhrases, *, keeps_of: bool = False, is_noun: bool = False
) -> tuple[int, int] | None:
    """Find the noun phrase that the number ending before `end` counts, as a token range.

    "another 30 foreign fighters who" gives "foreign fighters"; "3,500 of their family members"
    keeps the "of their"; "20 wounded" counts the wounded. `keeps_of` keeps the "of" of "one of
    Anna's sons", where "dozens of shops" has none; `is_noun` says that no verb can follow, as
    after a measure.
    """
    start = end
    if _is_attributive(tokens, end):
        if tokens.words[end + 1] not in lists.skip:
            return end + 1, end + 2
        start = end + 2  # "a 600-strong crowd"
    while tokens.word(start) in lists.skip and _is_open(tokens, start):
        start += 1
    start = _past_measure(tokens, _past_quote(tokens, start), lists)
    if start >= len(tokens) or not _is_open(tokens, start):
        return None
    at = start
    if tokens.words[at] in lists.of:
        at += 1
        if tokens.word(at) in lists.pronouns and not _is_determiner(tokens, at, lists):
            return start, at + 1
        is_part = tokens.word(at) in lists.determiners or _is_definite(tokens, at, lists)
        if not (is_part or keeps_of):
            start = at
        while tokens.word(at) in lists.determiners:
            at += 1
    if not is_noun and start == at == end and _is_deed(tokens, at, lists):
        return None
    head_end = _find_head(tokens, at, lists)
    return None if head_end == at else (start, _with_tail(tokens, head_end, lists))


def _past_quote(tokens: Tokens, at: int) -> int:
    """Step over the end of a quotation of the number alone: 'killed "many more" | rebels'."""
    opening = _QUOTES.get(tokens.word(at))
    inside = tokens.words[max(0, at - _QUOTED) : at]
    is_quoted = opening is not None and opening in inside and tokens.is_joined(at - 1)
    return at + 1 if is_quoted and _is_open(tokens, at + 1) else at


def _past_measure(tokens: Tokens, at: int, lists: NounPhrases) -> int:
    """Step over how big each of the counted is: "two | 700-pound | bombs", "an | 81 mm | gun".

    Only a known unit may stand apart from its number: "in 2020 14 people died".
    """
    end = at + 1
    if not tokens.word(at).isdecimal() or not _is_open(tokens, at):
        return at
    is_hyphen = tokens.word(end) in _HYPHENS and tokens.is_joined(at) and tokens.is_joined(end)
    if is_hyphen and tokens.word(end + 1).isalpha() and tokens.word(end + 1) not in lists.joiners:
        end += 2
    elif tokens.word(end) in lists.sizes:
        end += 1
    else:
        return at
    return end if _goes_on(tokens, end, lists) and not tokens.is_broken(end - 1) else at


def _is_attributive(tokens: Tokens, end: int) -> bool:
    """Tell whether a hyphen joins the number to its noun: "a 200-student school"."""
    joined = tokens.word(end) == "-" and tokens.is_joined(end - 1) and tokens.is_joined(end)
    return joined and tokens.word(end + 1).isalpha()


def _is_definite(tokens: Tokens, at: int, lists: NounPhrases) -> bool:
    """Tell whether a Norwegian noun after "av" is definite: "av avlingen" is a part of it."""
    return tokens.word(at).endswith(lists.endings["definite"])


def _is_determiner(tokens: Tokens, at: int, lists: NounPhrases) -> bool:
    """Tell whether "these" or "de" stands before a noun instead of alone."""
    word, following = tokens.words[at], tokens.word(at + 1)
    if word not in lists.determiners or word in lists.objects:
        return False
    is_people = following in lists.people
    return following[:1].isalpha() and (is_people or following not in lists.stops)


def _is_open(tokens: Tokens, at: int) -> bool:
    """Tell whether the text goes on from the token before to this one on the same line."""
    return not tokens.is_broken(at - 1)


def _find_head(tokens: Tokens, at: int, lists: NounPhrases) -> int:
    """Find the end of adjectives and noun."""
    first = at
    while at < len(tokens) and at - first < _LONGEST and _is_open(tokens, at):
        word = tokens.words[at]
        is_head = at == first and (word in lists.people or word in lists.plurals)
        if at > first and not lists.by_plural and _is_past(tokens, at, lists):
            break
        if not word[0].isalpha() or (_stops(tokens, at, lists) and not is_head):
            break
        begin = at
        if _is_suspended(tokens, at, lists):
            at += 3
        at, last = _whole_word(tokens, at, lists)
        is_compound = at - begin > 2 and len(last) > 1 and last.isalpha()
        if is_compound and lists.by_plural and _goes_on(tokens, at, lists):
            continue  # "plain-clothes officers"
        if _joins_modifiers(tokens, at, last, first, lists):
            at += 1  # "six current | and | former officials"
            continue
        if _ends_phrase(tokens, at, last, at - 1 == first, lists):
            break
    return at


def _joins_modifiers(tokens: Tokens, at: int, last: str, first: int, lists: NounPhrases) -> bool:
    """Tell whether "and" joins what describes one plural: "90 navy | and | coast guard divers".

    "One bus and supply trucks" has two nouns, and so has all that is no singular behind a number.
    """
    if not lists.by_plural or tokens.word(at) not in lists.joiners or not _is_open(tokens, at):
        return False
    if last in lists.people or _looks_plural(last, lists) or tokens.word(first - 1) in _ONE:
        return False
    for place in range(at + 1, at + 1 + _JOINED):
        word = tokens.word(place)
        is_free = word[:1].isalpha() and word not in lists.stops | lists.numbers
        if not is_free or not _is_open(tokens, place) or tokens.word(place) in lists.people:
            return False
        if _looks_plural(word, lists) and word not in lists.attributive:
            return True
    return False


def _stops(tokens: Tokens, at: int, lists: NounPhrases) -> bool:
    """Tell whether a word ends noun phrases; "IS", "US" and "WHO" are names."""
    if tokens.words[at] in lists.of:
        return True
    if tokens.words[at] not in lists.stops or _opens_compound(tokens, at):
        return False
    raw = tokens.raw(at)
    return len(raw) < 2 or not raw.isupper()


def _opens_compound(tokens: Tokens, at: int) -> bool:
    """Tell whether a hyphen joins a word to the next one: "eight | long-range missiles"."""
    is_joined = tokens.word(at + 1) in _HYPHENS and tokens.is_joined(at)
    return is_joined and tokens.is_joined(at + 1) and tokens.word(at + 2).isalpha()


def _is_deed(tokens: Tokens, at: int, lists: NounPhrases) -> bool:
    """Tell whether the first word says what was done: "several more falling", "four exploded"."""
    word = tokens.word(at)
    if tokens.word(at + 1) in lists.infinitive:
        return True
    if word in lists.not_participles or word in lists.people or word in lists.plurals:
        return False
    if not lists.by_plural:
        return _is_past(tokens, at, lists)
    if word.endswith(lists.endings["activity"]) and len(word) > 5:
        return True
    is_deed = len(word) > 3 and word.endswith(lists.endings["deed"])
    return is_deed and not _goes_on(tokens, at + 1, lists)


def _goes_on(tokens: Tokens, at: int, lists: NounPhrases) -> bool:
    """Tell whether a word follows that can belong to the phrase."""
    return tokens.word(at)[:1].isalpha() and not _stops(tokens, at, lists)


def _is_past(tokens: Tokens, at: int, lists: NounPhrases) -> bool:
    """Tell whether a Norwegian word is a verb in the past: "400 raste", "sørgende fulgte bilen".

    Such verbs look like adjectives, which have a noun without an article after them.
    """
    word, following = tokens.word(at), tokens.word(at + 1)
    is_present = word.endswith(lists.endings["not_past"])
    if word in lists.people or is_present or not word.endswith(lists.endings["past"]):
        return False
    ends = not following[:1].isalpha() or _stops(tokens, at + 1, lists)
    return ends or following.endswith(lists.endings["definite"])


def _whole_word(tokens: Tokens, at: int, lists: NounPhrases) -> tuple[int, str]:
    """Join hyphenated parts and initials: the end and the last part.

    "IS-krigere" gives "krigere", "U.N." is one word.
    """
    word = tokens.words[at]
    at += 1
    if word in lists.titles and tokens.word(at) == "." and tokens.is_joined(at - 1):
        return at + 1, word
    while len(word) == 1 and tokens.word(at) == "." and tokens.is_joined(at - 1):
        at += 1
        if not tokens.is_joined(at - 1) or len(tokens.word(at)) != 1:
            return at, word
        at += 1
    while tokens.is_joined(at - 1):
        is_hyphen = tokens.words[at] in ("-", "‑") and tokens.is_joined(at)
        if is_hyphen and tokens.words[at + 1].isalnum():
            at += 1
        elif not tokens.words[at].isalnum():
            break
        word = tokens.words[at]
        at += 1
    return at, word


def _is_suspended(tokens: Tokens, at: int, lists: NounPhrases) -> bool:
    """Tell whether a hyphen waits for another word: "coal- and gas-fired", "barne- og"."""
    hangs = tokens.word(at + 1) == "-" and tokens.is_joined(at) and not tokens.is_joined(at + 1)
    return hangs and tokens.word(at + 2) in lists.joiners and tokens.word(at + 3).isalpha()


def _ends_phrase(tokens: Tokens, at: int, word: str, is_first: bool, lists: NounPhrases) -> bool:
    """Tell whether the phrase is complete after this word."""
    following = tokens.word(at)
    if not _goes_on(tokens, at, lists):
        return True
    if word in lists.titles:
        return False
    if word[0].isdecimal() or len(word) == 1:
        return True  # "two F-16s"
    if not lists.by_plural:
        return _is_noun(word, is_first, lists)
    if word in lists.people and is_first:
        if following in lists.times:
            return True  # "thousands detained | hours after the vote"
        last = tokens.word(at + 1) if _goes_on(tokens, at + 1, lists) else ""
        return not any(_looks_plural(noun, lists) for noun in (following, last))
    if _is_participle(following, lists) and following not in lists.not_participles:
        is_past = following.endswith(lists.endings["past"])
        if not is_past and tokens.word(at + 1) in lists.object_starts:
            return True  # "her time trying to"
        is_verb = is_past and not _goes_on(tokens, at + 1, lists)
        return is_verb or _looks_plural(word, lists) or word in lists.people
    if not _looks_plural(word, lists) or word in lists.attributive:
        return False
    is_compound = _looks_plural(following, lists) and tokens.raw(at).islower()
    return not (is_compound and word not in lists.plurals)


def _looks_plural(word: str, lists: NounPhrases) -> bool:
    """Tell whether a word has a plural's form."""
    if word in lists.plurals:
        return True
    is_other = word.endswith(lists.endings["not_plural"])
    return len(word) > 3 and word.endswith(lists.endings["plural"]) and not is_other


def _is_participle(word: str, lists: NounPhrases) -> bool:
    """Tell whether a word has a participle's form."""
    return len(word) > 4 and word.endswith(lists.endings["participle"])


def _is_noun(word: str, is_first: bool, lists: NounPhrases) -> bool:
    """Tell whether a Norwegian word is the noun: adjectives end in -e after a number."""
    if word in lists.people:
        return not is_first or word not in lists.attributive
    if word.endswith(lists.noun_endings):
        return True
    return not word.endswith(lists.endings["adjective"])


def _with_tail(tokens: Tokens, end: int, lists: NounPhrases) -> int:
    """Add what restricts the noun: "members of the family", "women and children"."""
    at = end
    word = tokens.word(at)
    # In "killed 12 people and injured 40" the participle is what happened to others.
    is_deed = tokens.word(at + 1) in lists.people and (
        tokens.word(at - 1) not in lists.people or tokens.word(at + 2)[:1].isdecimal()
    )
    is_joined = word in lists.joiners and _is_open(tokens, at) and not is_deed
    if is_joined and _is_plain_noun(tokens, at + 1, lists):
        at += 2
        word = tokens.word(at)
    if word in lists.of and _is_open(tokens, at):
        inner = at + 1
        while tokens.word(inner) in lists.determiners:
            inner += 1
        head = _find_head(tokens, inner, lists)
        if head > inner and not tokens.words[inner][:1].isdecimal():
            return head
    return at


def _is_plain_noun(tokens: Tokens, at: int, lists: NounPhrases) -> bool:
    """Tell whether one plural noun stands alone here, as after "women and"."""
    word = tokens.word(at)
    if not word.isalpha() or word in lists.stops or tokens.raw(at)[:1].isupper():
        return False
    following = tokens.word(at + 1)
    if following[:1].isalpha() and following not in lists.stops:
        return False
    return _looks_plural(word, lists)
