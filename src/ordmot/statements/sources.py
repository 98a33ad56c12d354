"""Finding who speaks: the noun phrase before, after or beside a cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.statements.language import Language
from ordmot.statements.words import Word

_INSIDE = frozenset(".-'’&/()")  # marks that a name or title may contain
DASHES = frozenset({"–", "—", "-", "--"})
_LONGEST_PHRASE = 40
_LONGEST_APPOSITION = 40
_SCARE_WORDS = 4
_LONGEST_SCARE = 80  # characters
_QUOTE_MARKS = "\"'`“”„«»‘’‹›"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group around a cue: its first word, and what its auxiliaries say."""

    first: int
    is_negated: bool
    is_passive: bool
    is_infinitive: bool


def verb_group(words: Sequence[Word], cue: int, lang: Language) -> Verb:
    """Find where the verb group of the cue begins: "has also | said", "did not | say"."""
    at = cue
    has_to = False
    while at > 0 and (
        words[at - 1].lower in lang["auxiliaries"]
        or lang.is_adverb(words[at - 1])
        or (not has_to and words[at - 1].lower in lang["infinitive"])
    ):
        at -= 1
        has_to = has_to or words[at].lower in lang["infinitive"]
    group = [word.lower for word in words[at:cue]]
    return Verb(
        at,
        any(word in lang["negations"] for word in group),
        any(word in lang["be"] for word in group),
        has_to,
    )


def phrase_before(words: Sequence[Word], end: int, lang: Language) -> tuple[int, int] | None:
    """Find the noun phrase that ends just before `end`: the subject of a verb that begins there."""
    if end <= 0:
        return None
    last = words[end - 1]
    if last.text == ",":
        return _phrase_with_apposition(words, end, lang)
    if last.text in DASHES:
        return _phrase_with_aside(words, end, lang)
    if last.is_quotation or (last.is_mark and last.text != ")"):
        return None
    if last.lower in lang["subjects"] or last.lower in lang["relatives"]:
        return end - 1, end
    if _cannot_end(last, lang):
        return None
    end = _without_time(words, end, lang)
    first = _phrase_start(words, end, lang)
    if first >= end or words[first].lower in lang["prepositions"]:
        return None
    return first, end


def _without_time(words: Sequence[Word], end: int, lang: Language) -> int:
    """Leave out the time between a subject and its verb: "The council | on Tuesday | said"."""
    at = end
    while at > 1 and words[at - 1].lower in lang["times"]:
        at -= 1
    if at < end and words[at - 1].lower in lang["prepositions"]:
        at -= 1
    return at if at > 0 else end


def _cannot_end(word: Word, lang: Language) -> bool:
    """Tell what no noun phrase ends in: "in a | state" is a noun, not "a" who states."""
    return (
        word.lower in lang["conjunctions"]
        or word.lower in lang["prepositions"]
        or word.lower in lang["articles"] - lang["people"]
        or word.lower in lang["possessives"] - lang["objects"]
        or word.lower in lang["objects"] - lang["subjects"]
    )


def _phrase_start(words: Sequence[Word], end: int, lang: Language) -> int:
    """Go left to where the noun phrase begins, across "officials who have seen the letter"."""
    at = end
    while at > 0 and end - at < _LONGEST_PHRASE and not _is_border(words, at - 1, lang):
        at -= 1
    if at > 0 and lang.is_finite(words[at - 1]):
        relative = _relative_before(words, at - 1, lang)
        if relative is not None and relative > 0:
            return _phrase_start(words, relative, lang)
        at = _after_last_conjunction(words, at, end, lang)
    return _skip_openers(words, at, end, lang)


def _is_border(words: Sequence[Word], index: int, lang: Language) -> bool:
    word = words[index]
    if word.is_quotation:
        return not is_scare(word)
    if word.is_mark:
        return word.text not in _INSIDE
    if word.lower in lang["subordinators"] or word.lower in lang["relatives"]:
        return True
    return lang.is_finite(word) and not _is_modifier(words, index, lang)


def _is_modifier(words: Sequence[Word], index: int, lang: Language) -> bool:
    """Tell whether an -ed word stands as an adjective: "the retired colonel"."""
    if words[index].lower in lang["auxiliaries"] or words[index].lower in lang["verbs"]:
        return False
    before = words[index - 1] if index else None
    return before is not None and (
        before.lower in lang["determiners"] or before.text == "-" or before.is_possessive
    )


def is_scare(word: Word) -> bool:
    """Tell whether a quotation is a word or two inside somebody else's sentence."""
    if len(word.text) > _LONGEST_SCARE:
        return False
    inner = word.text.strip(_QUOTE_MARKS)
    return len(inner.split()) <= _SCARE_WORDS and inner[-1:] not in ",.?!"


def _relative_before(words: Sequence[Word], index: int, lang: Language) -> int | None:
    for at in range(index, max(-1, index - 12), -1):
        if words[at].is_mark and words[at].text not in _INSIDE:
            return None
        if words[at].lower in lang["relatives"] and at and not words[at - 1].is_mark:
            return at
    return None


def _after_last_conjunction(words: Sequence[Word], at: int, end: int, lang: Language) -> int:
    for index in range(end - 1, at - 1, -1):
        if words[index].lower in lang["conjunctions"]:
            return index + 1
    return at


def _skip_openers(words: Sequence[Word], at: int, end: int, lang: Language) -> int:
    while at < end and (words[at].lower in lang["openers"] or words[at].is_mark):
        at += 1
    if at < end and words[at].lower in lang["prepositions"]:
        names = [i for i in range(at + 1, end) if _begins_phrase(words, i, lang)]
        at = names[-1] if names and at == 0 else at
    return at


def _begins_phrase(words: Sequence[Word], index: int, lang: Language) -> bool:
    before = words[index - 1]
    return words[index].lower in lang["determiners"] or (
        words[index].is_capitalised
        and before.lower not in lang["prepositions"]
        and before.lower not in lang["determiners"]
        and not before.is_capitalised
    )


def _phrase_with_apposition(
    words: Sequence[Word], end: int, lang: Language
) -> tuple[int, int] | None:
    """Read "Maria Lind, a nurse from Bergen, | said": name and apposition are one source."""
    for at in range(end - 2, max(-1, end - _LONGEST_APPOSITION), -1):
        word = words[at]
        if word.is_quotation and not is_scare(word):
            return None
        if word.text == ",":
            return _name_before_comma(words, at, end - 1, lang)
        if word.text in {":", ";", "–", "—"}:
            return None
    return None


def _phrase_with_aside(words: Sequence[Word], end: int, lang: Language) -> tuple[int, int] | None:
    """Read "The pilot – who had slept badly – | said"."""
    for at in range(end - 2, max(-1, end - _LONGEST_APPOSITION), -1):
        if words[at].text == words[end - 1].text:
            return phrase_before(words, at, lang)
    return None


def _name_before_comma(
    words: Sequence[Word], comma: int, end: int, lang: Language
) -> tuple[int, int] | None:
    inner = words[comma + 1 : end]
    if not inner or _is_sentence(inner, lang):
        return None
    if inner[0].lower in lang["prepositions"] or lang.is_participle(inner[0]):
        return phrase_before(words, comma, lang)
    head = phrase_before(words, comma, lang)
    return None if head is None else (head[0], end)


def _is_sentence(inner: Sequence[Word], lang: Language) -> bool:
    """Tell whether words between commas have a finite verb of their own, outside "who …"."""
    for at, word in enumerate(inner):
        if word.lower in lang["relatives"]:
            return False
        if lang.is_finite(word):
            is_regular = word.lower.endswith(tuple(lang["verb_endings"]))
            return not is_regular or _has_object(inner, at, lang)
    return False


def _has_object(inner: Sequence[Word], verb: int, lang: Language) -> bool:
    """Tell "issued a statement" from "killed in the blast"."""
    return verb + 1 < len(inner) and inner[verb + 1].lower in lang["determiners"]


def clause_subject(words: Sequence[Word], end: int, lang: Language) -> tuple[int, int] | None:
    """Find the subject of the sentence that a later verb shares: "Lind came late and | said …"."""
    for at in range(end - 1, -1, -1):
        if (words[at].is_quotation and not is_scare(words[at])) or words[at].text in {";", ":"}:
            return _subject_from(words, at + 1, end, lang) or _subject_from(words, 0, end, lang)
    return _subject_from(words, 0, end, lang)


def _subject_from(
    words: Sequence[Word], first: int, end: int, lang: Language
) -> tuple[int, int] | None:
    first = _skip_fronted(words, first, end, lang)
    at = first
    while at < end and not _ends_subject(words, at, lang):
        at += 1
    first = _skip_openers(words, first, at, lang)
    if first < at and words[first].lower in lang["subjects"]:
        return first, first + 1
    return (first, at) if first < at <= first + _LONGEST_PHRASE else None


def _ends_subject(words: Sequence[Word], at: int, lang: Language) -> bool:
    word = words[at]
    return (
        _is_border(words, at, lang)
        or lang.is_adverb(word)
        or (lang.cue_at(words, at) is not None and word.text.islower())
    )


def _skip_fronted(words: Sequence[Word], first: int, end: int, lang: Language) -> int:
    """Step over "On Tuesday, " and "When the boat sank, " before the subject."""
    at = first
    while at < end and (words[at].lower in lang["openers"] or words[at].is_mark):
        at += 1
    if at < end and (
        words[at].lower in lang["prepositions"]
        or words[at].lower in lang["subordinators"]
        or words[at].lower in lang["times"]
        or lang.is_participle(words[at])
    ):
        for index in range(at, end):
            if words[index].text == ",":
                return index + 1
    return at


def phrase_after(words: Sequence[Word], start: int, lang: Language) -> int:
    """Find where the noun phrase that begins at `start` ends: "Col Ann Ray, chief of staff | on".

    Gives `start` itself if no noun phrase begins there.
    """
    if start >= len(words):
        return start
    if words[start].lower in lang["subjects"]:
        return start + 1
    at = start
    while at < len(words):
        step = _phrase_step(words, start, at, lang)
        if not step:
            break
        at += step
    while at > start and (words[at - 1].is_mark and words[at - 1].text not in {")", "."}):
        at -= 1
    return at


def _phrase_step(words: Sequence[Word], start: int, at: int, lang: Language) -> int:
    """Tell how many words further the noun phrase goes: 0 ends it."""
    word = words[at]
    if word.is_quotation:
        return 1 if at > start and is_scare(word) else 0
    if word.is_mark:
        return _mark_step(words, start, at, lang)
    if at == start:
        return 0 if _cannot_begin(word, lang) else 1
    if word.lower in lang["noun_prepositions"]:
        return 0 if _is_setting(words, at, lang) else 1
    if word.lower in lang["relatives"]:
        return _relative_step(words, at)
    if word.lower in lang["conjunctions"]:
        return 1 if _joins_names(words, at, lang) else 0
    return 0 if _ends_phrase(words, at, lang) else 1


def _cannot_begin(word: Word, lang: Language) -> bool:
    return (
        word.lower in lang["prepositions"]
        or word.lower in lang["subordinators"]
        or word.lower in lang["auxiliaries"]
        or (word.lower in lang["objects"] and word.lower not in lang["possessives"])
        or (word.lower in lang["times"] and word.lower not in lang["determiners"])
        or (lang.is_adverb(word) and not word.is_capitalised)
    )


def _ends_phrase(words: Sequence[Word], at: int, lang: Language) -> bool:
    word, before = words[at], words[at - 1]
    follows_link = before.lower in lang["noun_prepositions"] or before.lower in lang["conjunctions"]
    if word.lower in lang["determiners"]:
        return not (follows_link or before.is_mark or before.lower in lang["determiners"])
    return (
        word.lower in lang["prepositions"]
        or word.lower in lang["subordinators"]
        or word.lower in lang["infinitive"]
        or word.lower in lang["times"]
        or word.lower in lang["objects"]
        or word.lower in lang["subjects"]
        or (lang.is_adverb(word) and not word.is_capitalised)
        or (lang.is_finite(word) and not _is_modifier(words, at, lang))
    )


def _is_setting(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell "in a statement", "on Tuesday" from "of the harbour board"."""
    for word in words[at + 1 : at + 5]:
        if word.is_mark or word.is_quotation:
            return False
        if word.lower in lang["settings"] or word.lower in lang["times"] or word.text.isdigit():
            return True
        if word.is_capitalised:
            return False
    return False


def _relative_step(words: Sequence[Word], at: int) -> int:
    for index in range(at, min(len(words), at + 20)):
        if words[index].is_quotation or (words[index].is_mark and words[index].text in ",.;:"):
            return index - at
    return 0


def _joins_names(words: Sequence[Word], at: int, lang: Language) -> bool:
    if at + 1 >= len(words):
        return False
    after = words[at + 1]
    is_clause = after.lower in lang["subjects"] or lang.is_finite(after) or after.is_mark
    return not is_clause and lang.cue_at(words, at + 1) is None and not lang.is_adverb(after)


def _mark_step(words: Sequence[Word], start: int, at: int, lang: Language) -> int:
    text = words[at].text
    if text == "(":
        for index in range(at, min(len(words), at + 10)):
            if words[index].text == ")":
                return index + 1 - at
        return 0
    if text == "." and at + 1 < len(words) and at > start:
        return 1 if len(words[at - 1].text) <= 4 and words[at + 1].is_capitalised else 0
    if text == "," and at > start and begins_apposition(words, at + 1, lang):
        return 2
    return 1 if text in {"-", "&", "/", "'", "’"} and at > start else 0


def begins_apposition(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell whether a description of the person just named begins: "spokesman for …", "54, a …"."""
    if _is_name_aside(words, at) or _is_indefinite(words, at, lang):
        return True
    for index in range(at, min(len(words), at + 5)):
        word = words[index]
        if word.is_mark or word.is_quotation or lang.is_finite(word):
            return index > at and word.text == "," and words[at].text.isdigit()
        if is_role(word, lang):
            return True
        if word.lower in lang["subjects"] or word.lower in lang["subordinators"]:
            return False
    return False


def _is_indefinite(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell ", a welder from the yard," from ", a boat sank"."""
    if at >= len(words) or words[at].lower not in lang["articles"] - lang["definite"]:
        return False
    for word in words[at + 1 : at + _LONGEST_APPOSITION]:
        if word.is_mark or word.is_quotation or word.lower in lang["relatives"]:
            return True
        if lang.is_finite(word):
            return False
    return True


def _is_name_aside(words: Sequence[Word], at: int) -> bool:
    """Tell whether a name stands between commas: «leder for laget, | Ida Moe,»."""
    end = at
    while end < len(words) and words[end].is_capitalised:
        end += 1
    return 2 <= end - at <= 4 and (end == len(words) or words[end].text in {",", "."})


def _aside_end(words: Sequence[Word], at: int) -> int:
    """Find where a name between commas ends; the comma before it if there is none."""
    if not _is_name_aside(words, at):
        return at - 1
    while at < len(words) and words[at].is_capitalised:
        at += 1
    return at


def is_role(word: Word, lang: Language) -> bool:
    """Tell whether a word names a role; Norwegian compounds by their last part ("havnesjefen")."""
    if word.lower in lang["persons"] or word.lower in lang["titles"]:
        return True
    return any(
        len(word.lower) > len(part) and word.lower.endswith(part)
        for part in lang["compound_persons"]
    )


def names_voice(words: Sequence[Word], lang: Language) -> bool:
    """Tell whether words before a colon name who speaks: a name, a role, an outlet, a poll."""
    plain = [word for word in words if not word.is_mark]
    if not plain or any(lang.is_finite(word) or word.is_quotation for word in plain):
        return False
    if plain[0].lower in lang["prepositions"] or plain[0].lower in lang["labels"]:
        return False
    is_known = any(
        is_role(word, lang) or word.lower in lang["organisations"] or word.lower in lang["groups"]
        for word in plain
    )
    names = [word for word in plain if word.is_capitalised and len(word.text) > 1]
    return is_known or (len(names) >= 2 and len(names) == len(plain) and len(plain) <= 4)


def _head_alone(
    words: Sequence[Word], first: int, last: int, lang: Language
) -> tuple[int, int] | None:
    for at in range(first, last):
        if is_role(words[at], lang) or words[at].lower in lang["groups"] - lang["people"]:
            return first, at + 1
    return None


def acting_voice(words: Sequence[Word], lang: Language) -> tuple[int, int] | None:
    """Find who acts in a sentence: "| The guide | shrugged."; None where a thing does."""
    subject = _subject_from(words, 0, len(words), lang)
    if subject is not None and subject[1] + 1 >= len(words):
        subject = _head_alone(words, *subject, lang)  # its verb was not known as one
    if subject is None:
        return None
    if words[subject[1] : subject[1] + 1] and words[subject[1]].text == ",":
        subject = subject[0], _aside_end(words, subject[1] + 1)
    inside = words[subject[0] : subject[1]]
    rest = words[subject[1] : subject[1] + 1]
    acts = bool(rest) and (
        lang.is_finite(rest[0])
        or (rest[0].text == "," and begins_apposition(words, subject[1] + 1, lang))
    )
    is_name = all(word.is_capitalised for word in inside) and inside[0].lower not in lang["people"]
    is_thing = inside[-1].lower.endswith(tuple(lang["thing_endings"]))
    is_person = (
        inside[0].lower in lang["third_person"]
        or any(
            is_role(word, lang) or word.lower in lang["groups"] - lang["people"] for word in inside
        )
        or (is_name and not is_thing and acts and inside[0].lower not in lang["pronouns"])
        or any(word.is_capitalised for word in inside[1:])
    )
    return subject if is_person else None
