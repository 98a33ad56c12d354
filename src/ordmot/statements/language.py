"""What a language's data files say about cues, closed word classes and roles, ready to look up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from babel import Locale

from ordmot.ledger import Act
from ordmot.lexicon import is_kind_of, read_data, senses, serving_language
from ordmot.statements.words import Word

_SPEAKERS = ("person", "group", "people_group", "country", "place", "nation", "armed_force")
_PARTIES = ("person", "people_group", "armed_force")
_ARMED = ("fighter", "service_member", "armed_force", "armed_group", "weapon", "vehicle", "army")
_DEEDS = ("attack", "fight", "war", "weapon", "accident", "disaster", "explode")
_EVENTS = ("disaster", "accident", "collapse", "fire", "explode", "scandal", "leak", "crime")
"""What befell people, by which a text may be labelled."""
_SMALL = ("articles", "pronouns", "prepositions", "auxiliaries", "conjunctions", "subordinators")
_LONGEST_ADVERBIAL = 3
_LONGEST_HEDGE = 5  # words
_ANYONE = "person"
_MEASURING = frozenset({"amount", "figure", "any figure", "given", "infinitive form"})

Form = tuple[str, ...]
"""The words of a cue, in lower case."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A dictionary entry: the act a cue names and what may stand around it."""

    kind: str  # verb, noun, source (before its source) or hearsay
    act: Act
    frames: frozenset[str] = frozenset()

    @property
    def tells(self) -> bool:
        """Tell whether more than an amount may follow: "says", but not "raised the toll to 40"."""
        return self.kind != "verb" or bool(self.frames - _MEASURING)


@dataclass(frozen=True, slots=True)
class CueWords:
    """A cue found in a sentence: words `first` to `last`, end excluded."""

    first: int
    last: int
    cue: Cue


class Language:
    """The words of one language that the rules ask for."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._classes = {
            name: frozenset(words) for name, words in read_data(code, "grammar").items()
        }
        roles = read_data(code, "roles")
        self.same: Mapping[str, str] = roles.get("same", {})
        self.offices: Mapping[str, str] = roles["offices"]
        self.ministers: Mapping[str, str] = roles["ministers"]
        self._roles = {name: frozenset(v) for name, v in roles.items() if isinstance(v, list)}
        self._cues = _index_cues(read_data(code, "cues"))
        self._classes["territories"] = _territories(code)
        calendar = read_data(code, "calendar")
        self._classes["weekdays"] = frozenset(calendar["weekdays"])
        self._classes["calendar"] = frozenset((*calendar["weekdays"], *calendar["months"]))
        self._hedges = {
            tuple(hedge.split())
            for hedges in read_data(code, "hedges")["before"].values()
            for hedge in hedges
        }
        self._role_parts = self["compound_persons"]
        self._verb_endings = tuple(self._classes["verb_endings"])
        self._participle_endings = tuple(self._classes["participle_endings"])
        self._adverb_endings = tuple(self._classes["adverb_endings"])

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Give the small words by which a sentence shows its language."""
        return frozenset[str]().union(*(self[name] for name in _SMALL))

    def __getitem__(self, name: str) -> frozenset[str]:
        """Give a closed word class or a list of roles by its name in the data."""
        return self._classes[name] if name in self._classes else self._roles[name]

    def cue_at(self, words: Sequence[Word], index: int) -> CueWords | None:
        """Find the longest cue that begins at a word."""
        if words[index].is_quotation or self._is_other_verb(words, index):
            return None
        for form, cue in self._cues.get(words[index].lower, ()):
            last = self._end_of(words, index, form, cue)
            if last is not None:
                return CueWords(index, last, cue)
        return None

    def _is_other_verb(self, words: Sequence[Word], index: int) -> bool:
        """Tell a verb that only begins like one of speech: «verket | sier opp | 140 ansatte»."""
        verb, *rest = (word.lower for word in words[index : index + 3])
        is_bound = len(rest) > 1 and rest[1] in self["figure_links"] | self["infinitive"]
        return not is_bound and " ".join((verb, *rest[:1])) in self["other_verbs"]

    def _end_of(self, words: Sequence[Word], index: int, form: Form, cue: Cue) -> int | None:
        """Match a cue, of a verb also across an adverb: «holder | fortsatt | fast ved»."""
        at = index + 1
        while cue.kind == "verb" and len(form) > 1 and at < min(len(words), index + 3):
            word = words[at]
            if word.lower == form[1] or word.lower in self["negations"] or not self.is_adverb(word):
                break
            at += 1
        last = at + len(form) - 1
        is_found = tuple(word.lower for word in words[at:last]) == form[1:]
        return last if is_found else None

    def verbs_with_particles(self, word: str) -> list[tuple[Form, Cue]]:
        """List the cues of several words that a verb begins: «slår», «slår fast»."""
        found = self._cues.get(word, ())
        return [(form, cue) for form, cue in found if len(form) > 1 and cue.kind == "verb"]

    def names_role(self, word: str) -> bool:
        """Tell whether a word names a person by a role, compounds by their last part."""
        return (
            word in self["persons"]
            or word in self["titles"]
            or any(len(word) > len(part) and word.endswith(part) for part in self._role_parts)
        )

    def names_people(self, word: str) -> bool:
        """Tell whether a word names several persons: "sailors", «sjåførene»."""
        return word in self["groups"] or any(
            word.endswith(mark) and word.removesuffix(mark) in self["persons"]
            for mark in self["plural_marks"]
        )

    def names_organisation(self, word: str) -> bool:
        """Tell whether a word names an organisation, Norwegian compounds by their last part."""
        if word in self["organisations"]:
            return True
        is_other = any(word.endswith(part) for part in self["compound_others"])
        return not is_other and any(word.endswith(p) for p in self["compound_organisations"])

    def knows_thing(self, word: str) -> bool:
        """Tell whether a word is known as a noun, and none that several or single people go by."""
        nouns = [sense.concept for sense in senses(word, self.code) if sense.role == "noun"]
        return bool(nouns) and not any(is_kind_of(n, kind) for n in nouns for kind in _SPEAKERS)

    def names_event(self, word: str) -> bool:
        """Tell whether a word names what befell people, and no family: "tragedy", "collapse"."""
        concepts = [sense.concept for sense in senses(word, self.code) if sense.role == "noun"]
        return any(is_kind_of(concept, kind) for concept in concepts for kind in _EVENTS)

    def names_force(self, word: str) -> bool:
        """Tell whether a word names who or what strikes with arms: "troops", "warplanes"."""
        concepts = [sense.concept for sense in senses(word, self.code) if sense.role == "noun"]
        return any(is_kind_of(concept, kind) for concept in concepts for kind in _ARMED)

    def names_deed(self, word: str) -> bool:
        """Tell whether a word names fighting, a disaster or a weapon, and nobody who speaks."""
        nouns = [sense.concept for sense in senses(word, self.code) if sense.role == "noun"]
        is_deed = any(is_kind_of(noun, kind) for noun in nouns for kind in _DEEDS)
        return is_deed and not (self.names_people(word) or self.names_organisation(word))

    def names_owner(self, word: Word) -> bool:
        """Tell a genitive: "board's", and where it has no apostrophe «styrets», «Lies»."""
        if word.is_possessive:
            return True
        base = word.lower[:-1]
        is_bare = bool(self["bare_genitive"]) and word.lower.endswith("s") and len(base) > 1
        is_known = self.names_organisation(base) or self.names_role(base) or self.names_people(base)
        return is_bare and (is_known or (word.is_capitalised and not word.is_quotation))

    def names_writing(self, word: str) -> bool:
        """Tell whether a word names a writing or a record, Norwegian ones by their last part."""
        return word in self["writings"] or any(
            word.endswith(part) for part in self["compound_writings"]
        )

    def names_issued(self, word: str) -> bool:
        """Tell whether a word names a text that somebody answers for, compounds by their end."""
        return word in self["issued"] or any(
            word.endswith(part) and word != part for part in self["compound_issued"]
        )

    def knows_verb(self, word: str) -> bool:
        """Tell whether a word is known as the form of a verb: «omkom», "sank"."""
        return any(sense.role == "verb" for sense in senses(word, self.code))

    def names_number(self, word: str) -> bool:
        """Tell whether a word is a number: "40", "twelve", "fifty-two", «femtito»."""
        numbers = self["numbers"]
        if word[0].isdigit() or word in numbers:
            return True
        return any(
            word.startswith(tens) and word[len(tens) :].lstrip("-") in numbers | self["units"]
            for tens in self["tens"]
        )

    def hedge_start(self, words: Sequence[Word]) -> int:
        """Find where the hedges that end words begin: "police | probably more than" gives 1."""
        end = len(words)
        for size in range(min(_LONGEST_HEDGE, end), 0, -1):
            if tuple(word.lower for word in words[end - size : end]) in self._hedges:
                return self.hedge_start(words[: end - size])
        return end

    def names_party(self, word: str) -> bool:
        """Tell whether a word is known for people or an armed force: "rebels", «lærerne»."""
        concepts = [sense.concept for sense in senses(word, self.code) if sense.role == "noun"]
        return any(is_kind_of(concept, kind) for concept in concepts for kind in _PARTIES)

    def names_anyone(self, word: str) -> bool:
        """Tell a word for people of any kind, "persons", from one for some: "soldiers"."""
        return any(sense.concept == _ANYONE for sense in senses(word, self.code))

    def adverbial_before(self, words: Sequence[Word]) -> int:
        """Count the words of the adverbial that ends a phrase: "The coalition | at first" has 2."""
        for length in range(min(_LONGEST_ADVERBIAL, len(words)), 1, -1):
            if " ".join(word.lower for word in words[-length:]) in self["adverbials"]:
                return length
        return 0

    def adverbial_at(self, words: Sequence[Word]) -> int:
        """Count the words of the adverbial that begins here: "| at first | denied" has 2."""
        for length in range(min(_LONGEST_ADVERBIAL, len(words)), 1, -1):
            if " ".join(word.lower for word in words[:length]) in self["adverbials"]:
                return length
        return 0

    def introduces(self, word: str) -> bool:
        """Tell whether a word alone is a verb that introduces speech: "says"."""
        found = self._cues.get(word, ())
        return any(len(form) == 1 and cue.kind == "verb" and cue.tells for form, cue in found)

    def is_adverb(self, word: Word) -> bool:
        """Tell whether a word may stand between a subject and its verb."""
        if word.lower in self["adverbs"]:
            return True
        return (
            bool(self._adverb_endings)
            and len(word.lower) > 4
            and not word.is_capitalised
            and word.lower.endswith(self._adverb_endings)
        )

    def is_participle(self, word: Word) -> bool:
        """Tell whether a word is an -ing form."""
        return bool(self._participle_endings) and word.lower.endswith(self._participle_endings)

    def is_passive_form(self, word: str) -> bool:
        """Tell whether a verb is passive by its ending: «ventes», but not «synes»."""
        return word.endswith(tuple(self["passive_endings"])) and word not in self["deponents"]

    def is_calendar_name(self, word: Word) -> bool:
        """Tell whether a word may be a name that a month has too: "May"."""
        return word.is_capitalised and word.lower in self["calendar_names"]

    def is_time(self, words: Sequence[Word], at: int) -> bool:
        """Tell the month of "in May" from the name in "Mrs May"."""
        is_surname = at > 0 and words[at - 1].is_capitalised and self.is_calendar_name(words[at])
        return words[at].lower in self["times"] and not is_surname

    def is_finite(self, word: Word) -> bool:
        """Tell whether a word looks like a finite verb, which no noun phrase contains."""
        if word.is_quotation or word.is_mark or (word.text.isupper() and len(word.text) > 1):
            return False  # "IS" is a name, "is" a verb
        if word.lower in self["auxiliaries"]:
            return not self.is_calendar_name(word)
        if word.is_capitalised and "'" not in word.lower:
            return False  # "Public Works" is a name
        if word.lower in self["verbs"]:
            return True
        return (
            not word.is_capitalised
            and len(word.lower) > 4
            and word.lower.endswith(self._verb_endings)
        )


def _territories(code: str) -> frozenset[str]:
    """Name the countries of the world in a language: they speak as organisations do."""
    return frozenset(name.lower() for name in Locale.parse(code).territories.values())


_KINDS = (("verbs", "verb"), ("adjectives", "adjective"), ("nouns", "noun"), ("sources", "source"))
_Index = dict[str, list[tuple[Form, Cue]]]


def _index_cues(data: Mapping[str, Any]) -> _Index:
    cues: dict[tuple[str, ...], Cue] = {}
    for kind, singular in _KINDS:
        for entry in data.get(kind, ()):
            _add_forms(cues, entry, singular)
    for entry in data.get("hearsay", ()):
        _add_forms(cues, entry, "hearsay")
    index: _Index = {}
    for form, cue in cues.items():
        index.setdefault(form[0], []).append((form, cue))
    for entries in index.values():
        entries.sort(key=lambda pair: -len(pair[0]))
    return index


def _add_forms(cues: dict[tuple[str, ...], Cue], entry: Mapping[str, Any], kind: str) -> None:
    act, frames = Act(entry["act"]), frozenset(entry.get("frames", ()))
    for line in entry["forms"]:
        first, *others = (tuple(form.split()) for form in line.split(","))
        for key in (first, *others):
            is_infinitive = key == first and others and first not in others
            added = frames | {"infinitive form"} if is_infinitive else frames
            cues[key] = _merged(cues.get(key), Cue(kind, act, added))


def _merged(known: Cue | None, cue: Cue) -> Cue:
    """Join two entries of one form: a verb that is a noun too, a verb in two lists."""
    if known is None or cue.kind == "hearsay":
        return cue
    if known.kind == "verb" and cue.kind == "noun":
        return Cue("verb", known.act, known.frames | {"noun"})
    return Cue(known.kind, known.act, known.frames | cue.frames)


@cache
def language_of(code: str) -> Language:
    """Give the rules' words for a language code, or for the language that serves it."""
    return Language(serving_language(code))
