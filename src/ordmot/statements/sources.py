"""Finding who speaks: the subject before a cue, of a clause, or of a whole sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.statements.language import Language
from ordmot.statements.phrases import (
    INSIDE,
    LONGEST_APPOSITION,
    begins_apposition,
    bracket_end,
    is_modifier,
    is_name_aside,
    is_role,
    is_scare,
    phrase_after,
)
from ordmot.statements.words import Word

DASHES = frozenset({"–", "—", "-", "--"})
_LONGEST_PHRASE = 40
_LONGEST_CONTACT = 7  # words of «har tidligere vært i kontakt med»
_LONGEST_ROLE = 3  # words: "an AP photographer"


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
        (words[at - 1].lower in lang["auxiliaries"] and not lang.is_calendar_name(words[at - 1]))
        or lang.is_adverb(words[at - 1])
        or lang.adverbial_before(words[:at])
        or (not has_to and words[at - 1].lower in lang["infinitive"])
    ):
        at -= max(1, lang.adverbial_before(words[:at]))
        has_to = has_to or words[at].lower in lang["infinitive"]
    group = [word.lower for word in words[at:cue]]
    return Verb(
        at,
        any(word in lang["negations"] for word in group),
        any(word in lang["be"] for word in group) or lang.is_passive_form(words[cue].lower),
        has_to,
    )


def phrase_before(words: Sequence[Word], end: int, lang: Language) -> tuple[int, int] | None:
    """Find the noun phrase that ends just before `end`: the subject of a verb that begins there."""
    if end <= 0:
        return None
    last = words[end - 1]
    if last.text == ",":
        contact = _before_contact(words, end - 1, lang)  # «kilder NRK har snakket med, sier»
        if contact is not None:
            return contact
        return _phrase_with_apposition(words, end, lang)
    if last.text in DASHES:
        return _phrase_with_aside(words, end, lang)
    if last.is_quotation or (last.is_mark and last.text not in ")%"):
        return None
    if last.lower in lang["subjects"] or last.lower in lang["relatives"]:
        return end - 1, end
    contact = _before_contact(words, end, lang)
    if contact is not None:
        return contact
    if _cannot_end(last, lang):
        return None
    end = _without_time(words, end, lang)
    first = _past_day(words, _phrase_start(words, end, lang), end, lang)
    if first >= end or words[first].lower in lang["prepositions"]:
        return None
    return first, end


def _before_contact(words: Sequence[Word], end: int, lang: Language) -> tuple[int, int] | None:
    """Find whom a relative without its word is about: «| Et vitne | avisa har snakket med»."""
    if end < 1 or words[end - 1].lower not in lang["contact_ends"]:
        return None
    nearest = range(end - 2, max(0, end - _LONGEST_CONTACT), -1)
    having = next((i for i in nearest if words[i].lower in lang["having"]), None)
    at = having or 0
    while at and not _names_people(words[at - 1], lang) and _is_outlet(words[at - 1], lang):
        at -= 1
    if not at or at == having or not _names_people(words[at - 1], lang):
        return None
    return _phrase_start(words, at, lang), at


def _names_people(word: Word, lang: Language) -> bool:
    return is_role(word, lang) or lang.names_people(word.lower)


def _is_outlet(word: Word, lang: Language) -> bool:
    """Tell who has talked to somebody: «NRK», «TV 2», «avisa», «vi»."""
    is_named = word.is_name_part or word.text.isdigit() or word.lower in lang["outlet_names"]
    return is_named or word.lower in lang["subjects"] or lang.names_organisation(word.lower)


def _past_day(words: Sequence[Word], first: int, end: int, lang: Language) -> int:
    """Step over the day that opens a sentence before its subject: "On Monday | officials said"."""
    if first or words[first].lower not in lang["prepositions"]:
        return first
    at = first + 1
    while at < end and words[at].lower in lang["weekdays"]:
        at += 1
    is_led = first + 1 < at < end and not words[at].is_mark
    return at if is_led and words[at].lower not in lang["prepositions"] else first


def phrase_ending(words: Sequence[Word], end: int, lang: Language) -> tuple[int, int] | None:
    """Find a noun phrase before `end` that need not be a subject: "spoke to | five men"."""
    first = _phrase_start(words, end, lang)
    while first < end and words[first].lower in lang["prepositions"]:
        first += 1
    return (first, end) if first < end else None


def _without_time(words: Sequence[Word], end: int, lang: Language) -> int:
    """Leave out the time between a subject and its verb: "The council | on Tuesday | said"."""
    at = end
    while at > 1 and lang.is_time(words, at - 1):
        at -= 1
    if at < end and words[at - 1].lower in lang["prepositions"]:
        at -= 1
    return at if at > 0 else end


def _cannot_end(word: Word, lang: Language) -> bool:
    """Tell what no noun phrase ends in: "in a | state" is a noun, not "a" who states."""
    return (
        word.lower in lang["conjunctions"]
        or word.lower in lang["prepositions"]
        or word.lower in lang["determiners"] - lang["people"] - lang["pronouns"]
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
    elif 1 < at < end and _opens_relative(words, at, end, lang):
        return _phrase_start(words, at - 1, lang)
    return _skip_openers(words, at, end, lang)


def _opens_relative(words: Sequence[Word], at: int, end: int, lang: Language) -> bool:
    """Tell whether a verb that no list has opens a relative: "the force that | retook the city"."""
    small = lang["determiners"] | lang["prepositions"] | lang["subjects"] | lang["negations"]
    is_verb = not words[at].is_capitalised and words[at].lower not in small
    has_object = at + 1 < end and words[at + 1].lower in lang["articles"] | lang["possessives"]
    is_led = words[at - 1].lower in lang["relatives"] and not words[at - 2].is_mark
    return is_led and is_verb and has_object and not lang.is_finite(words[at - 2])


def _is_border(words: Sequence[Word], index: int, lang: Language) -> bool:
    word = words[index]
    if word.is_quotation:
        return not is_scare(word)
    if word.is_mark:
        return word.text not in INSIDE
    if word.lower in lang["subordinators"] or word.lower in lang["relatives"]:
        return True
    return lang.is_finite(word) and not is_modifier(words, index, lang)


def _relative_before(words: Sequence[Word], index: int, lang: Language) -> int | None:
    for at in range(index, max(-1, index - 12), -1):
        if words[at].is_mark and words[at].text not in INSIDE:
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
    for at in range(end - 2, max(-1, end - LONGEST_APPOSITION), -1):
        word = words[at]
        if word.is_quotation and not is_scare(word):
            return None
        if word.text == ",":
            return _name_before_comma(words, at, end - 1, lang)
        if word.text in {":", ";", "–", "—"}:
            return None
    return _phrase_with_relative(words, end, lang)


def _phrase_with_relative(
    words: Sequence[Word], end: int, lang: Language
) -> tuple[int, int] | None:
    """Read «En vakt som sto ved porten, | sier»: a relative clause closed by the only comma."""
    for at in range(end - 2, 0, -1):
        if words[at].lower in lang["relatives"]:
            head = phrase_before(words, at, lang)
            return None if head is None else (head[0], end - 1)
        if words[at].is_quotation or words[at].lower in lang["complementizers"]:
            return None
    return None


def _phrase_with_aside(words: Sequence[Word], end: int, lang: Language) -> tuple[int, int] | None:
    """Read "The pilot – who had slept badly – | said"."""
    for at in range(end - 2, max(-1, end - LONGEST_APPOSITION), -1):
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
    head = phrase_before(words, comma, lang) or _with_relative(words, comma, inner, lang)
    return None if head is None else (_named_before(words, head[0], lang), end)


def _with_relative(
    words: Sequence[Word], comma: int, inner: Sequence[Word], lang: Language
) -> tuple[int, int] | None:
    """Read "A cook who served them, and who left, | said": two relative clauses of one head."""
    goes_on = inner[0].lower in lang["conjunctions"] and inner[1:2]
    if not goes_on or inner[1].lower not in lang["relatives"]:
        return None
    relative = _relative_before(words, comma - 1, lang)
    return None if relative is None else phrase_before(words, relative, lang)


def _named_before(words: Sequence[Word], first: int, lang: Language) -> int:
    """Step back from a role to its name: "| Ann Ray, chief at FISK, | the fish board, said"."""
    head = first + (words[first].lower in lang["articles"] - lang["definite"])
    phrase = words[head : head + _LONGEST_ROLE]
    is_role_only = not words[head].is_capitalised or head > first
    if not is_role_only or not any(is_role(word, lang) for word in phrase):
        return first
    at = first - 1
    while at > 0 and words[at - 1].is_name_part:
        at -= 1
    is_name = 2 <= first - 1 - at <= 4 and words[first - 1].text == ","
    return at if is_name and (not at or words[at - 1].lower in lang["openers"]) else first


def _is_sentence(inner: Sequence[Word], lang: Language) -> bool:
    """Tell whether words between commas have a finite verb of their own, outside "who …"."""
    is_inverted = "verb second" in lang["word_order"] and not inner[0].is_capitalised
    if is_inverted and lang.knows_verb(inner[0].lower) and not is_role(inner[0], lang):
        return True  # «Da vinden økte, | brant ni hus,»
    for at, word in enumerate(inner):
        if word.lower in lang["relatives"] | lang["possessive_relatives"]:
            return False
        is_participle = not at and len(inner) > 1 and inner[1].lower in lang["prepositions"]
        if lang.is_finite(word) and not is_participle:
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
    behind = _behind_fronted(words, first, end, lang)
    if behind is not None:
        return behind
    first = _skip_fronted(words, first, end, lang)
    at = first
    while at < end and not _ends_subject(words, at, lang):
        if _follows_full_name(words, first, at, lang):
            break
        at += 1
    first = _skip_openers(words, first, at, lang)
    if first < at and words[first].lower in lang["subjects"]:
        return first, first + 1
    at = _without_time(words, at, lang)
    return (first, at) if first < at <= first + _LONGEST_PHRASE else None


def _behind_fronted(
    words: Sequence[Word], first: int, end: int, lang: Language
) -> tuple[int, int] | None:
    """Find the subject behind the verb: «For tre år siden sto | Ida Lie | på kaia og sa …»."""
    if "verb second" not in lang["word_order"]:
        return None
    while first < end and words[first].is_mark:
        first += 1
    verbs = (i for i in range(first, end) if _is_main_verb(words[i], lang) or words[i].is_mark)
    verb = next(verbs, end)
    opening = words[first:verb]
    is_fronted = bool(opening) and (
        opening[0].lower in lang["prepositions"]
        or _is_object_before_name(words, opening, verb, lang)
        or any(lang.is_time(opening, at) for at in range(len(opening)))
        or opening[0].lower in lang["fronted"]
    )
    if not is_fronted or verb >= end - 1 or words[verb].is_mark:
        return None
    while verb + 2 < end and words[verb + 1].lower in lang["negations"]:
        verb += 1
    last = min(end, phrase_after(words, verb + 1, lang))
    while last > verb + 2 and words[last - 2].is_capitalised and not words[last - 1].is_name_part:
        last -= 1  # «dro | Ida Moe | hjem»
    return (verb + 1, last) if last > verb + 1 else None


def _is_object_before_name(
    words: Sequence[Word], opening: Sequence[Word], verb: int, lang: Language
) -> bool:
    """Tell «Det vil | Moe | ikke svare på», whose subject is a name, from «Det er kaldt»."""
    is_object = len(opening) == 1 and opening[0].lower in lang["fronted_objects"]
    after = next((w for w in words[verb + 1 :] if w.lower not in lang["negations"]), None)
    return is_object and after is not None and after.is_capitalised


def _is_main_verb(word: Word, lang: Language) -> bool:
    return lang.is_finite(word) or (not word.is_capitalised and lang.knows_verb(word.lower))


def _follows_full_name(words: Sequence[Word], first: int, at: int, lang: Language) -> bool:
    """Tell the verb of «Ida Moe | snudde» where no list has it: no noun stands behind a name."""
    if "verb second" not in lang["word_order"] or at < first + 2 or words[at].is_mark:
        return False
    lower = words[at].lower
    is_link = lower in lang["noun_prepositions"] | lang["conjunctions"] | lang["relatives"]
    is_noun = lang.names_organisation(lower) or is_role(words[at], lang) or lang.knows_thing(lower)
    is_name = words[at - 1].is_capitalised and words[at - 2].is_capitalised
    return is_name and not words[at].is_name_part and not is_link and not is_noun


def _ends_subject(words: Sequence[Word], at: int, lang: Language) -> bool:
    word = words[at]
    return (
        _is_border(words, at, lang)
        or lang.is_adverb(word)
        or lang.adverbial_at(words[at : at + 3]) > 0
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


def _aside_end(words: Sequence[Word], at: int) -> int:
    """Find where a name between commas ends; the comma before it if there is none."""
    if not is_name_aside(words, at):
        return at - 1
    while at < len(words) and words[at].is_name_part:
        at += 1
    return bracket_end(words, at) if words[at : at + 1] and words[at].text == "(" else at


def _head_alone(
    words: Sequence[Word], first: int, last: int, lang: Language
) -> tuple[int, int] | None:
    for at in range(first, last):
        lower = words[at].lower
        is_group = lower in lang["groups"] - lang["people"] or lang.names_organisation(lower)
        if is_role(words[at], lang) or is_group:
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
    is_word = lang.introduces(inside[0].lower)  # "Claims were made"
    is_name = (
        not is_word
        and all(word.is_capitalised for word in inside)
        and inside[0].lower not in lang["people"]
    )
    is_thing = inside[-1].lower.endswith(tuple(lang["thing_endings"]))
    is_person = (
        inside[0].lower in lang["third_person"]
        or any(
            is_role(word, lang)
            or (lang.names_people(word.lower) and word.lower not in lang["people"])
            for word in inside
        )
        or (is_name and not is_thing and acts and inside[0].lower not in lang["pronouns"])
        or any(word.is_capitalised for word in inside[1:])
        or lang.names_organisation(inside[-1].lower)
    )
    return subject if is_person else None
