"""Noun phrases as they open: "Col Ann Ray, chief of staff", roles, asides, scare quotes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ordmot.statements.language import Language
from ordmot.statements.words import PARTICLES, Word

INSIDE = frozenset(".-'’&/()%")
"""Marks that a name or title may contain."""

LONGEST_APPOSITION = 40
_SCARE_WORDS = 4
_LONGEST_SCARE = 80  # characters
_QUOTE_MARKS = "\"'`“”„«»‘’‹›"


def is_scare(word: Word) -> bool:
    """Tell whether a quotation is a word or two inside somebody else's sentence."""
    if len(word.text) > _LONGEST_SCARE:
        return False
    inner = word.text.strip(_QUOTE_MARKS)
    return len(inner.split()) <= _SCARE_WORDS and inner[-1:] not in ",.?!"


def is_role(word: Word, lang: Language) -> bool:
    """Tell whether a word names a role; Norwegian compounds by their last part ("havnesjefen")."""
    return lang.names_role(word.lower)


def names_voice(words: Sequence[Word], lang: Language) -> bool:
    """Tell whether words before a colon name who speaks: a name, a role, an outlet, a poll.

    "Tolvar Bridge Collapse: …" names what it is about.
    """
    plain = [word for word in words if not word.is_mark]
    if not plain or any(lang.is_finite(word) or word.is_quotation for word in plain):
        return False
    inner = [word for at, word in enumerate(plain) if not at or not word.is_capitalised]
    if any(lang.introduces(word.lower) for word in inner):
        return False
    if plain[0].lower in lang["prepositions"] or _is_label(plain, lang):
        return False
    if _is_passive(plain, lang):
        return False
    is_known = any(
        is_role(word, lang) or word.lower in lang["organisations"] or lang.names_people(word.lower)
        for word in plain
    )
    names = [word for word in plain if word.is_capitalised and len(word.text) > 1]
    is_name = len(names) >= 2 and len(names) == len(plain) and len(plain) <= 4
    if lang.names_event(plain[-1].lower):
        return False  # "Nes Hospital Tragedy: …"
    return is_known or is_name


def _is_passive(plain: Sequence[Word], lang: Language) -> bool:
    """Tell «Mann | skutt av politiet: – …», which names whom it befell, from a voice."""
    pairs = pairwise(plain[1:])
    return any(
        after.lower in lang["agents"]
        and not (word.is_capitalised or is_role(word, lang))
        and lang.knows_verb(word.lower)
        for word, after in pairs
    )


def _is_label(plain: Sequence[Word], lang: Language) -> bool:
    """Tell "Photo", "Date Published" and the "A" of an interview from "a teacher", "a source"."""
    if len(plain) == 1 or plain[-1].lower in lang["contacts"]:
        return plain[-1].lower in lang["labels"] | lang["contacts"]
    return all(word.is_capitalised for word in plain) and any(
        word.lower in lang["labels"] - lang["articles"] for word in plain
    )


def is_modifier(words: Sequence[Word], index: int, lang: Language) -> bool:
    """Tell whether an -ed word stands as an adjective: "the retired colonel"."""
    if words[index].lower in lang["auxiliaries"] or words[index].lower in lang["verbs"]:
        return False
    before = words[index - 1] if index else None
    return before is not None and (
        before.lower in lang["determiners"] or before.text == "-" or before.is_possessive
    )


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
    if word.lower in lang["authors"] and lang.names_issued(words[at - 1].lower):
        return 1
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
        or (word.lower in lang["times"] - lang["time_adjectives"] - lang["determiners"])
        or (lang.is_adverb(word) and not word.is_capitalised)
    )


def _ends_phrase(words: Sequence[Word], at: int, lang: Language) -> bool:
    word, before = words[at], words[at - 1]
    joins_name = word.lower in PARTICLES and before.is_capitalised and at + 1 < len(words)
    if joins_name and words[at + 1].is_capitalised:
        return False
    follows_link = before.lower in lang["noun_prepositions"] or before.lower in lang["conjunctions"]
    if word.lower in lang["determiners"]:
        return not (follows_link or before.is_mark or before.lower in lang["determiners"])
    return (
        _is_verb_behind(words, at, lang)
        or _is_amount_behind(words, at, lang)
        or word.lower in lang["prepositions"]
        or word.lower in lang["subordinators"]
        or word.lower in lang["infinitive"]
        or lang.is_time(words, at)
        or (word.lower in lang["objects"] and not follows_link)  # "all of | them"
        or word.lower in lang["subjects"]
        or _is_adverb_behind(words, at, lang)
        or (lang.is_finite(word) and not is_modifier(words, at, lang))
    )


def _is_adverb_behind(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell "the board | now" from the adjective of "a | first | count"."""
    word = words[at]
    is_led = words[at - 1].lower in lang["articles"]
    return lang.is_adverb(word) and not word.is_capitalised and not is_led


def _is_amount_behind(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell "according to officials in Brill | 12 people died" from "the head of Article 19".

    A number does not stand right behind a plain noun either: "the ministry | 4,600 hectares".
    """
    if at < 2 or at + 1 >= len(words) or not lang.names_number(words[at].lower):
        return False
    links = lang["noun_prepositions"] | lang["conjunctions"] | lang["prepositions"]
    before = words[at - 1]
    is_place = before.is_capitalised and words[at - 2].lower in lang["prepositions"]
    is_noun = lang.names_organisation(before.lower) or lang.names_writing(before.lower)
    is_place = is_place or (is_noun and not before.is_capitalised and words[at].text[0].isdigit())
    after = words[at + 1]
    is_noun = after.lower.isalpha() and not after.is_capitalised and after.lower not in links
    return is_place and is_noun and not lang.is_finite(after)


def _is_verb_behind(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Find the verb of a verb-second sentence by what it follows: «Ifølge politiet | omkom …».

    No noun stands right behind a name or a definite noun in Norwegian: compounds are one word.
    """
    word, before = words[at], words[at - 1]
    if "verb second" not in lang["word_order"] or word.is_capitalised or before.lower[-1:] == "s":
        return False
    if word.lower in lang["conjunctions"] | lang["relatives"] | lang["noun_prepositions"]:
        return False
    if before.is_capitalised:
        return lang.knows_verb(word.lower) and not lang.names_organisation(word.lower)
    is_definite = before.lower.endswith(tuple(lang["definite_endings"]))
    is_known = is_role(before, lang) or lang.names_organisation(before.lower)
    is_known = is_known or lang.names_writing(before.lower)  # «Ifølge loggen | snudde båten»
    if is_known and at > 1 and words[at - 2].is_capitalised and lang.knows_verb(word.lower):
        return True  # «Oslo politidistrikt | melder»
    return (is_known and is_definite) or (
        lang.names_people(before.lower) and before.lower not in lang["determiners"]
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
    is_number = not after.is_quotation and lang.names_number(after.lower)
    if is_number and _has_own_source(words, at + 1, lang):
        return False
    is_clause = after.lower in lang["subjects"] or lang.is_finite(after) or after.is_mark
    return not is_clause and lang.cue_at(words, at + 1) is None and not lang.is_adverb(after)


def _has_own_source(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell "the army and | 40 according to the union" from "Lind and two others"."""
    cues = [lang.cue_at(words, i) for i in range(at + 1, min(len(words), at + 4))]
    return any(cue is not None and cue.cue.kind == "source" for cue in cues)


def bracket_end(words: Sequence[Word], at: int) -> int:
    """Step over an age or a party in brackets: "Moe | (59) |, a cook"; gives `at` if unclosed."""
    ends = (i + 1 for i in range(at, min(len(words), at + 10)) if words[i].text == ")")
    return next(ends, at)


def _mark_step(words: Sequence[Word], start: int, at: int, lang: Language) -> int:
    text = words[at].text
    if text == "(":
        return bracket_end(words, at) - at
    if text == "." and at + 1 < len(words) and at > start:
        return 1 if len(words[at - 1].text) <= 4 and words[at + 1].is_capitalised else 0
    if text == "," and at > start and begins_apposition(words, at + 1, lang):
        return 2
    return 1 if text in {"-", "&", "/", "'", "’"} and at > start else 0


def begins_apposition(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell whether a description of the person just named begins: "spokesman for …", "54, a …"."""
    if is_name_aside(words, at) or _is_indefinite(words, at, lang):
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
    for word in words[at + 1 : at + LONGEST_APPOSITION]:
        if word.is_mark or word.is_quotation or word.lower in lang["relatives"]:
            return True
        if lang.is_finite(word) and not word.lower.endswith(tuple(lang["verb_endings"])):
            return False
    return True


def place_length(names: Sequence[str], lang: Language) -> int:
    """Count the words of the place before an office's holder: «leder i | Nordre Vik | Ida Moe».

    Of three words two are the holder; of more a holder in a language of compounds may have three.
    """
    if len(names) < 3:
        return 0
    if "verb second" not in lang["word_order"]:
        return len(names) - 2
    opens = names[0].lower() in lang["place_openers"] and len(names) > 3
    return max(len(names) - 3, 2 if opens else 1)


def is_name_aside(words: Sequence[Word], at: int) -> bool:
    """Tell whether a name stands between commas: «leder for laget, | Ida Moe,»."""
    end = at
    while end < len(words) and words[end].is_name_part:
        end += 1
    is_name = 2 <= end - at <= 4
    if is_name and end < len(words) and words[end].text == "(":
        end = bracket_end(words, end)
    return is_name and (end == len(words) or words[end].text in {",", "."})
