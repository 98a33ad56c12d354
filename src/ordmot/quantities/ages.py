"""Ages: "22 years old", "aged 22", "Sultan, 20, a student", "35-åringen", "tre år gammel"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ordmot.lexicon import is_kind_of, read_data, senses, serving_language
from ordmot.quantities.figures import Figure
from ordmot.quantities.numbers import find_atoms, is_digits
from ordmot.quantities.tokens import Phrases, Tokens
from ordmot.quantities.vocabulary import Vocabulary

_OLDEST = 115
_THINGS = ("thing", "building", "vehicle", "bridge", "road")
"""What may be so old that it should have been replaced."""
_BEFORE_NOUN = (3, 4)
"""Words back from an age at which the preposition of the noun before "was" stands."""
_ELDEST = 4
"""Words before "was four" in which "the youngest" stands."""
_AFTER_BYLINE = (",", ".", ")", ";", "")


@dataclass(frozen=True, slots=True)
class AgeWords:
    """The words that make an age of a number."""

    language: str
    after: Phrases[str]
    before: Phrases[str]
    compounds: tuple[str, ...]
    kin: frozenset[str]
    joiners: frozenset[str]
    decades: frozenset[str]
    pronouns: frozenset[str]
    contracted: frozenset[str]
    being: frozenset[str]
    prepositions: frozenset[str]
    of_age: frozenset[str]
    elder: frozenset[str]
    eldest: frozenset[str]
    merely: frozenset[str]
    among: frozenset[str]
    turning: frozenset[str]
    ending: frozenset[str]
    somebody: frozenset[str]
    following: frozenset[str]
    numbers: frozenset[str]

    def is_number(self, word: str) -> bool:
        """Tell whether a word is a number, in digits or a small one in letters."""
        return is_digits(word) or word in self.numbers


class Age(NamedTuple):
    """An age over tokens `start` to `end`."""

    start: int
    end: int
    reason: str


@cache
def age_words_of(language: str) -> AgeWords:
    """Read the words of a language."""
    data = read_data(serving_language(language), "units")["ages"]
    numbers = read_data(serving_language(language), "numbers")
    return AgeWords(
        language=serving_language(language),
        after=Phrases((word, word) for word in data["after"]),
        before=Phrases((word, word) for word in data["before"]),
        compounds=tuple(data["compounds"]),
        kin=frozenset(data["kin"]),
        joiners=frozenset(data["joiners"]),
        decades=frozenset(data["decades"]),
        pronouns=frozenset(data["pronouns"]),
        contracted=frozenset(data["contracted"]),
        being=frozenset(data["being"]),
        prepositions=frozenset(read_data(serving_language(language), "grammar")["prepositions"]),
        of_age=frozenset(data["of_age"]),
        elder=frozenset(data["elder"]),
        eldest=frozenset(data["eldest"]),
        merely=frozenset(data["merely"]),
        among=frozenset(data["among"]),
        turning=frozenset(data["turning"]),
        ending=frozenset(data["ending"]),
        somebody=frozenset(data["somebody"]),
        following=frozenset(data["following"]) | frozenset(data["ending"]),
        numbers=frozenset((*numbers["ones"], *numbers["tens"])),
    )


def find_age(tokens: Tokens, figure: Figure, words: AgeWords) -> Age | None:
    """Tell whether an amount is somebody's age."""
    unit = figure.unit
    if unit is not None and tokens.words[figure.end - 1] in words.decades:
        is_joined = tokens.word(figure.end - 2) == "-" and figure.form == "digits"
        return Age(figure.start, figure.end, "decade of life") if is_joined else None
    if unit is not None and unit.name == "year" and _is_person(tokens, figure.core[0], words):
        return Age(figure.start, figure.end, "age of a person")
    if unit is not None and words.before.match_before(tokens.words, figure.start) is not None:
        # "boys aged between 12 and 14 years"
        is_lasting = unit.dimension == "duration" and tokens.word(figure.start - 1) in words.of_age
        return Age(figure.start, figure.end, "age in units of time") if is_lasting else None
    if unit is not None:
        after = words.after.match(tokens.words, figure.end)
        if unit.dimension != "duration" or after is None or tokens.is_broken(figure.end - 1):
            return None
        if _is_of_thing(tokens, figure.start, words):
            return None
        return Age(figure.start, after[1], "age in units of time")
    if not figure.stated or max(figure.stated) > _OLDEST:
        return None
    before = words.before.match_before(tokens.words, figure.start)
    if before is not None:
        return Age(before[1], figure.end, "age")
    if _is_beside_age(tokens, figure, words):
        return Age(figure.start, figure.end, "age beside an age")
    # "older than 65", "younger than 18", "45 or older"
    near = (figure.start - 2, figure.start, figure.end - 1)
    if any(tokens.word(at) in words.elder for at in near):
        return Age(figure.start, figure.end, "age compared")
    if _is_of_the_youngest(tokens, figure.start, words):
        return Age(figure.start, figure.end, "age of the youngest or oldest")
    decade = _find_decade(tokens, figure, words)
    if decade is not None:
        return decade
    if tokens.word(figure.end) == "-" and tokens.word(figure.end + 1) in words.compounds:
        return Age(figure.start, figure.end + 2, "people named by their age")
    return _find_byline(tokens, figure, words)


def _is_of_thing(tokens: Tokens, start: int, words: AgeWords) -> bool:
    """Tell whether a thing is so old, of which accounts may differ: "the rope | was 14 years"."""
    if tokens.word(start - 1) not in words.being:
        return False
    nouns = (s for s in senses(tokens.word(start - 2), words.language) if s.role == "noun")
    named = next((sense.concept for sense in nouns), None)
    if named is None or is_kind_of(named, "animal"):
        return False
    if any(tokens.word(start - back) in words.prepositions for back in _BEFORE_NOUN):
        return False  # "the driver of the | car | was 54 years old"
    return any(is_kind_of(named, kind) for kind in _THINGS)


def _is_beside_age(tokens: Tokens, figure: Figure, words: AgeWords) -> bool:
    """Tell whether another age stands beside: "27 and 29 years old", "the ages of 18 and 29"."""
    start, end = figure.start, figure.end
    while tokens.word(end) == "," and is_digits(tokens.word(end + 1)):
        end += 2  # "27, 43 and 47 years old"
    if tokens.word(end) in words.joiners and is_digits(tokens.word(end + 1)):
        return words.after.match(tokens.words, end + 3) is not None
    if end != figure.end:
        return False
    if not is_digits(tokens.word(end - 1)) and tokens.word(end) not in words.following:
        return False  # "aged eight and | two women"
    follows = tokens.word(start - 1) in words.joiners and words.is_number(tokens.word(start - 2))
    return follows and words.before.match_before(tokens.words, start - 2) is not None


def _is_of_the_youngest(tokens: Tokens, start: int, words: AgeWords) -> bool:
    """Tell the age in "the youngest | was four", "the oldest of the dead | was only 61"."""
    at = start - 1 - (tokens.word(start - 1) in words.merely)
    if tokens.word(at) not in words.being or tokens.word(start + 1) in words.among:
        return False  # "the youngest was one | of 14"
    return not words.eldest.isdisjoint(tokens.words[max(0, at - _ELDEST) : at])


def _find_decade(tokens: Tokens, figure: Figure, words: AgeWords) -> Age | None:
    """Find "in his 30s", "i 30-årene" and "she was 67 when"."""
    start, end = figure.core
    turns = tokens.word(start - 1) in words.turning
    if _is_of_age(tokens, start, words) and tokens.word(end) in words.following:
        return Age(start, end, "age of a person")  # "a boy of 15 was killed"
    if (turns or _is_person(tokens, start, words)) and tokens.word(end) in words.ending:
        return Age(start, end, "age of a person")
    if figure.form != "digits" or len(tokens.words[start]) != 2:
        return None
    at = end + 1 if tokens.word(end) == "-" else end
    if tokens.is_joined(end - 1) and tokens.word(at) in words.decades:
        return Age(start, at + 1, "decade of life")
    return None


def _is_person(tokens: Tokens, start: int, words: AgeWords) -> bool:
    """Tell whether somebody "was" the number: "she was 67", "da hun var fem år"."""
    if tokens.word(start - 1) in words.contracted:
        return True  # "my nephew, who's fifteen"
    if tokens.word(start - 1) in words.joiners and words.is_number(tokens.word(start - 2)):
        start -= 2  # "to barn på ni og | tolv år"
    is_named = tokens.word(start - 2) in words.pronouns | words.kin
    if _is_of_age(tokens, start, words):
        return True
    return is_named and tokens.word(start - 1) in words.being


def _is_of_age(tokens: Tokens, start: int, words: AgeWords) -> bool:
    """Tell whether somebody is "of" a number of years: «en mann på | 46 år»."""
    return tokens.word(start - 2) in words.somebody and tokens.word(start - 1) in words.of_age


def _find_byline(tokens: Tokens, figure: Figure, words: AgeWords) -> Age | None:
    """Find the age after a name or a relative: "Sultan, 20,", "(45)", "her sons, 11 and 14"."""
    start, end = figure.core
    if figure.form != "digits" or len(tokens.words[start]) > 3 or figure.stated[0] % 1:
        return None
    opening, named = tokens.word(start - 1), tokens.word(start - 2)
    if opening in words.joiners and tokens.word(start - 3) == "," and is_digits(named):
        return Age(start, end, "age after an age") if tokens.word(start - 4) in words.kin else None
    if opening not in (",", "(") or tokens.is_broken(start - 1):
        return None
    closing = tokens.word(end)
    if opening == "(" and closing != ")":
        return None
    if closing not in words.joiners.union(_AFTER_BYLINE) or (
        closing in (",", ".") and tokens.is_joined(end)
    ):
        return None
    is_name = (
        tokens.raw(start - 2)[:1].isupper() and named.isalpha() and closing not in words.joiners
    )
    if not is_name and named not in words.kin:
        return None
    return Age(start, end, "age after a name")


def find_age_compound(
    tokens: Tokens, index: int, words: AgeWords, vocabulary: Vocabulary
) -> float | None:
    """Read a word that names somebody by age: "toåring", "sekstiåringen"."""
    word = tokens.words[index]
    for ending in words.compounds:
        if word.endswith(ending) and len(word) > len(ending) + 1 and not is_digits(word):
            atoms = find_atoms(word.removesuffix(ending), vocabulary)
            if atoms:
                return sum(atom.value for atom in atoms)
    return None
