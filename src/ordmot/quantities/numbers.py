"""Numbers in words and digits: "two hundred and six", "femten hundre", "4 thousand"."""

from __future__ import annotations

from typing import NamedTuple

from ordmot.quantities.literals import read_literal
from ordmot.quantities.tokens import Tokens
from ordmot.quantities.vocabulary import Atom, Vocabulary


class Number(NamedTuple):
    """A number over tokens `start` to `end`; vague words have an interval and state nothing.

    `form` is `digits`, `words`, `fraction`, `ratio`, `vague`, `about` (et tjuetalls) or `none`;
    `scale` is what its last scale word multiplied by, for ranges that share one ("3-4 billion").
    """

    start: int
    end: int
    low: float
    high: float | None
    high_open: bool
    form: str
    scale: float = 1

    @property
    def is_point(self) -> bool:
        """Tell whether a number is stated."""
        return self.form not in ("vague", "none")


def exact(start: int, end: int, value: float, form: str, scale: float = 1) -> Number:
    """Make a number that is one value."""
    return Number(start, end, value, value, False, form, scale)


def is_digits(word: str) -> bool:
    """Tell whether a token is a run of digits."""
    return word[:1].isdecimal()


def find_atoms(word: str, vocabulary: Vocabulary) -> tuple[Atom, ...]:
    """Find the number words in a word: one for "fifty", two for "tjueto", none for "tree".

    Norwegian writes numbers below a hundred, and often longer ones, as one word.
    """
    atom = vocabulary.atoms.get(word)
    if atom is not None:
        return (atom,)
    if not vocabulary.traits["compounds"] or len(word) < 5 or len(word) > 60:
        return ()
    known = vocabulary.compounds.get(word)
    if known is None:
        known = _split_compound(word, vocabulary)
        if len(vocabulary.compounds) > 50_000:
            vocabulary.compounds.clear()
        vocabulary.compounds[word] = known
    return known


def _split_compound(word: str, vocabulary: Vocabulary) -> tuple[Atom, ...]:
    """Split a compound into number words that compose, the longest first word first."""
    parts: list[Atom] = []
    sum_so_far = Composer()
    at = 0
    while at < len(word):
        for size in range(min(9, len(word) - at), 1, -1):
            part = word[at : at + size]
            atom = vocabulary.atoms.get(part)
            if atom is not None and sum_so_far.add(atom):
                parts.append(atom)
                at += size
                break
        else:
            joiners = vocabulary.grammar["compound_joiners"]
            joiner = next((joiner for joiner in joiners if word.startswith(joiner, at)), None)
            if not parts or joiner is None:
                return ()
            at += len(joiner)
    return tuple(parts)


class Composer:
    """Adds up number words as they come: three, hundred, (and) twenty, one, thousand."""

    __slots__ = ("ceiling", "group", "last_scale", "room", "total")

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.total = 0.0
        self.group: float | None = None
        self.room = 0.0
        self.ceiling = float("inf")
        self.last_scale = 1.0

    @property
    def value(self) -> float:
        """Give the sum so far."""
        return self.total + (self.group or 0)

    def add(self, atom: Atom) -> bool:
        """Add one word; False if it does not continue the number."""
        if atom.kind == "scale":
            return self._scale(atom.value)
        if atom.kind == "hundred":
            return self._hundred()
        return self.add_small(atom.value, 10 if atom.kind == "ten" else 0)

    def add_small(self, value: float, room: float) -> bool:
        """Add ones or tens; `room` is what may still be added to them."""
        if self.group is None:
            if value >= self.ceiling:
                return False
            self.group = value
        elif 0 < value < self.room:
            self.group += value
        else:
            return False
        self.room = room
        return True

    def _hundred(self) -> bool:
        """Multiply the group by a hundred."""
        group = 1 if self.group is None else self.group
        if group >= 100 or group == 0 or group * 100 >= self.ceiling:
            return False
        self.group, self.room = group * 100, 100
        return True

    def _scale(self, scale: float) -> bool:
        """Close the group with thousand, million …, or multiply all ("three thousand million")."""
        if self.group is None and self.total:
            if scale < self.last_scale:
                return False
            self.total *= scale
        elif scale >= self.ceiling or self.group == 0:
            return False
        else:
            self.total += (1 if self.group is None else self.group) * scale
        self.group, self.room = None, 0
        self.ceiling = self.last_scale = scale
        return True


def has_leading_point(tokens: Tokens, index: int) -> bool:
    """Tell whether digits are the decimals of a number without a whole part: ".75"."""
    if tokens.word(index - 1) != "." or not tokens.is_joined(index - 1):
        return False
    return index < 2 or not tokens.is_joined(index - 2) or tokens.words[index - 2] in "-−"


def read_cardinal(tokens: Tokens, index: int, vocabulary: Vocabulary) -> Number | None:
    """Read a whole or decimal number from a token on: "4 thousand 3 hundred", "to hundre og én"."""
    composer = Composer()
    end, form = _read_first(tokens, index, vocabulary, composer)
    if end == index:
        return None
    whole_first = composer.value == int(composer.value) if composer.value < 1e15 else False
    while end < len(tokens) and not tokens.is_broken(end - 1):
        taken = _read_next(tokens, end, vocabulary, composer, whole_first)
        if taken == end:
            break
        end = _past_stop(tokens, taken, vocabulary)
    start = index - has_leading_point(tokens, index) if form == "digits" else index
    return exact(start, end, composer.value, form, composer.last_scale)


def _past_stop(tokens: Tokens, end: int, vocabulary: Vocabulary) -> int:
    """Step over the full stop of "mill." where the sentence goes on."""
    if tokens.words[end - 1] not in vocabulary.grammar["abbreviations"]:
        return end
    if tokens.word(end) != "." or not tokens.is_joined(end - 1):
        return end
    return end + 1 if tokens.raw(end + 1)[:1].islower() else end


def _read_first(
    tokens: Tokens, index: int, vocabulary: Vocabulary, composer: Composer
) -> tuple[int, str]:
    """Read what a number begins with: digits or a number word."""
    word = tokens.words[index]
    if is_digits(word):
        start = tokens.starts[index] - has_leading_point(tokens, index)
        literal = read_literal(tokens.text, start, vocabulary.language)
        if literal is None:
            return index, ""
        composer.group, composer.room = literal.value, 0
        return _suffixed(tokens, tokens.until(literal.end), vocabulary, composer), "digits"
    atoms = find_atoms(word, vocabulary)
    if atoms and all(composer.add(atom) for atom in atoms):
        return index + 1, "words"
    whole = vocabulary.whole.get(word)
    if whole is not None:
        composer.group = whole
        return index + 1, "words"
    return index, ""


def _suffixed(tokens: Tokens, end: int, vocabulary: Vocabulary, composer: Composer) -> int:
    """Multiply digits by the letter written onto them: 10k, 1.5m, 3bn."""
    suffix = vocabulary.suffixes.get(tokens.word(end)) if tokens.is_joined(end - 1) else None
    if suffix is None or (is_digits(tokens.word(end + 1)) and tokens.is_joined(end)):
        return end
    # "9m" and "3g" may be metres and grams; the unit reader decides, so only the clear ones here.
    if tokens.words[end] in ("m", "g", "t", "b") and tokens.raw(end).islower():
        return end
    composer.add(Atom(suffix, "scale"))
    return end + 1


def _read_next(
    tokens: Tokens, end: int, vocabulary: Vocabulary, composer: Composer, whole: bool
) -> int:
    """Read one more word of a number; the end stays where it is if there is none."""
    word = tokens.words[end]
    atoms = find_atoms(word, vocabulary)
    if atoms:
        return end + 1 if _extend(composer, atoms) else end
    following = end + 1
    if following >= len(tokens) or not whole:
        return end
    if word == "-" and composer.room == 10:
        atoms = find_atoms(tokens.words[following], vocabulary)
        fits = len(atoms) == 1 and atoms[0].kind == "one" and atoms[0].value < 10
        return following + 1 if fits and _extend(composer, atoms) else end
    if word in vocabulary.grammar["conjunctions"]:
        return _read_joined(tokens, following, vocabulary, composer) or end
    if is_digits(word) and composer.group is None and composer.total:
        return _read_digit_group(tokens, end, vocabulary, composer) or end
    return end


def _extend(composer: Composer, atoms: tuple[Atom, ...]) -> bool:
    """Add all atoms of a word or none of them."""
    saved = (composer.total, composer.group, composer.room, composer.ceiling, composer.last_scale)
    if all(composer.add(atom) for atom in atoms):
        return True
    composer.total, composer.group, composer.room, composer.ceiling, composer.last_scale = saved
    return False


def _read_joined(
    tokens: Tokens, index: int, vocabulary: Vocabulary, composer: Composer
) -> int | None:
    """Read the part after "and": "two hundred and six", "en og tyve", "3 hundred and 21"."""
    word = tokens.words[index]
    if tokens.word(index + 1) in vocabulary.fractions:
        return None
    if is_digits(word) and len(word) < 3 and composer.value >= 100 and composer.last_scale > 1:
        fits = 0 < int(word) < composer.last_scale and not find_atoms(
            tokens.word(index + 1), vocabulary
        )
        return index + 1 if fits and composer.add_small(float(word), 0) else None
    atoms = find_atoms(word, vocabulary)
    if not atoms:
        return None
    if vocabulary.grammar["old_order"] and _is_old_order(composer, atoms):
        composer.group = (composer.group or 0) + atoms[0].value
        composer.room = 0
        return index + 1
    following = find_atoms(tokens.word(index + 1), vocabulary)
    if following and following[0].kind == "scale" and following[0].value >= composer.last_scale > 1:
        return None  # "100 million and one billion" are two numbers
    if composer.room == 100 or (composer.group is None and composer.total):
        return index + 1 if atoms[0].kind in ("one", "ten") and _extend(composer, atoms) else None
    return None


def _is_old_order(composer: Composer, atoms: tuple[Atom, ...]) -> bool:
    """Tell whether ones stand before tens, as older Norwegian and Danish have it."""
    group = composer.group
    return group is not None and 0 < group < 10 and len(atoms) == 1 and atoms[0].kind == "ten"


def _read_digit_group(
    tokens: Tokens, index: int, vocabulary: Vocabulary, composer: Composer
) -> int | None:
    """Read digits that go on with a smaller scale: the "3 hundred" of "4 thousand 3 hundred"."""
    atoms = find_atoms(tokens.word(index + 1), vocabulary)
    word = tokens.words[index]
    if not atoms or atoms[0].kind not in ("hundred", "scale") or len(word) > 3:
        return None
    if int(word) * atoms[0].value >= composer.ceiling or not composer.add_small(float(word), 0):
        return None
    return index + 2 if _extend(composer, atoms) else index + 1
