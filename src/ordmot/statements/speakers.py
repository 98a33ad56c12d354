"""Telling who can speak from what cannot: times, amounts, events and other things have no voice."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.ledger import Act
from ordmot.statements.language import Cue, Language
from ordmot.statements.words import Word

Range = tuple[int, int]

SPEAKING = frozenset(
    {Act.SAY, Act.CLAIM, Act.ADMIT, Act.DENY, Act.CONFIRM, Act.PROMISE, Act.THREATEN, Act.ASK}
)
"""Acts that put something into words, told from beliefs, wishes and stances."""

MINDS = frozenset({Act.BELIEVE, Act.FEAR, Act.ESTIMATE})
"""Acts of a mind that need not be put into words."""

GENITIVES = frozenset("'’")
"""Marks that end an owner's name: "the guards' union"."""

_TELLING = frozenset({"clause", "quote", "tag", "person"})


def trim_source(words: Sequence[Word], source: Range, lang: Language) -> Range:
    """Leave out the time and the adverb behind a speaker: "The board | on Monday", "Lind | now"."""
    first, last = source
    if any(word.lower in lang["relatives"] for word in words[first:last]):
        return source
    while last - first > 1 and _is_setting(words[last - 1], lang):
        last -= 1
        is_linked = words[last - 1].lower in lang["prepositions"] or words[last - 1].text == ","
        last -= is_linked and last - first > 1
    return first, last


def _is_setting(word: Word, lang: Language) -> bool:
    if word.lower in lang["people"] or word.lower in lang["calendar_names"]:
        return False
    is_adverb = word.lower in lang["openers"] or word.lower in lang["adverbs"]
    return word.lower in lang["times"] or (is_adverb and not word.is_capitalised)


def can_speak(words: Sequence[Word], source: Range, cue: Cue, lang: Language) -> bool:
    """Tell a voice from a time, an amount or a thing that "shows", "hammers" or "wants" something.

    "Three officials said", "the report shows" have a voice; "60 percent opposed the plan", "the
    deal stipulated" are facts that the narrator tells.
    """
    inside = [word for word in words[slice(*source)] if not word.is_mark]
    if not inside:
        return True
    if cue.kind not in {"verb", "adjective"}:
        return "blow" not in cue.frames or not _strikes(inside, inside[-1], cue, lang)
    opening = lang.cue_at(inside, 0)
    if opening is not None and opening.cue.kind == "source":
        return False  # "according to news agency | reports"
    if inside[0].lower in lang["via"]:
        return False  # "The Journal, | citing internal | documents"
    if (
        _is_asked(words, inside, lang)
        or _is_time(inside, lang)
        or _points_back(words, source[0], inside, lang)
    ):
        return False
    head = head_of(words[slice(*source)], lang)
    if "blow" in cue.frames and _strikes(inside, head, cue, lang):
        return False
    if cue.act not in SPEAKING | MINDS and is_amount(inside, lang):
        return False
    is_first = head is inside[0] and (not source[0] or words[source[0] - 1].is_mark)
    is_lone_thing = is_first and len(inside) == 1 and is_thing(head, lang, is_first=True)
    is_named = head.is_capitalised and not is_lone_thing  # "Damage | put at 40" is none
    if cue.act is Act.BELIEVE or (cue.act in MINDS and is_named):
        return True  # what believes has a mind
    if _is_bare(inside, lang):
        return False
    return is_speech(cue) or not is_thing(head, lang, is_first=is_first)


def is_speech(cue: Cue) -> bool:
    """Tell "said", "denied that" from "opposed", "hammered", "showed"."""
    return cue.act in SPEAKING and bool(_TELLING & cue.frames)


def _is_bare(inside: Sequence[Word], lang: Language) -> bool:
    """Tell the "casualty" of "casualty figures", a noun without its article, from "police"."""
    word = inside[0]
    if len(inside) > 1 or word.is_capitalised or word.is_quotation or lang["definite_endings"]:
        return False
    lower = word.lower
    classes = ("pronouns", "possessives", "objects", "relatives", "indefinite", "determiners")
    is_known = any(lower in lang[name] for name in classes) or lower.endswith("s")
    return not (is_known or lang.names_people(lower) or lang.names_organisation(lower))


def _is_asked(words: Sequence[Word], inside: Sequence[Word], lang: Language) -> bool:
    """Tell "Did anyone say so?", "Why do you deny it?", which state nothing."""
    return words[-1].text == "?" and len(inside) == 1 and inside[0].lower in lang["asked"]


def _is_time(inside: Sequence[Word], lang: Language) -> bool:
    """Tell "Last week", "November" from "May", who may be somebody."""
    if len(inside) == 1 and inside[0].lower in lang["calendar_names"]:
        return False
    return all(w.lower in lang["times"] or w.lower in lang["prepositions"] for w in inside)


def _points_back(words: Sequence[Word], first: int, inside: Sequence[Word], lang: Language) -> bool:
    """Tell the "these" of "These show that …" from the relative of "reports that show …"."""
    if len(inside) != 1 or inside[0].lower not in lang["demonstratives"]:
        return False
    return not first or words[first - 1].is_mark or words[first - 1].lower in lang["openers"]


def head_of(inside: Sequence[Word], lang: Language) -> Word:
    """Find the noun that a phrase is about: "intensive artillery | strikes | on the town"."""
    for index, word in enumerate(inside):
        if index and word.lower in lang["partitives"] and index + 2 < len(inside):
            return head_of(inside[index + 2 :], lang)  # "a number of | experts"
        is_link = word.lower in lang["prepositions"] or word.lower in lang["relatives"]
        is_mark = word.is_mark and word.text not in GENITIVES
        if index and (is_link or is_mark):
            return inside[index - 1]
    return inside[-1]


def is_amount(inside: Sequence[Word], lang: Language) -> bool:
    """Tell whether a number or a share heads a phrase: "60 percent", "a third of the crews"."""
    first = inside[1:] if inside[0].lower in lang["articles"] and len(inside) > 1 else inside
    word = first[0]
    is_share = any(part.lower in lang["shares"] for part in first[:3])
    is_number = not word.is_quotation and lang.names_number(word.lower)
    return is_share or (is_number and first is inside)


def is_thing(head: Word, lang: Language, *, is_first: bool) -> bool:
    """Tell whether a head is a common noun for something that nobody speaks as."""
    lower = head.lower
    if head.is_quotation or (head.is_capitalised and not is_first):
        return False
    if lower in lang["pronouns"] or lower in lang["possessives"] or lang.names_writing(lower):
        return False
    if lang.names_role(lower) or lang.names_people(lower) or lang.names_organisation(lower):
        return False
    return lang.knows_thing(lower) or (lang.is_participle(head) and not head.is_capitalised)


def _strikes(inside: Sequence[Word], head: Word, cue: Cue, lang: Language) -> bool:
    """Tell a force, which attacks in deed, from a person or party, which attacks in words."""
    if any(lang.names_force(word.lower.removesuffix("'s")) for word in (inside[0], head)):
        return True
    name = " ".join(word.lower for word in inside if word.lower not in lang["articles"])
    name = name.removesuffix("'s")
    is_state = name in lang["territories"] or name in lang["plural_person"] | lang["its"]
    return "assault" in cue.frames and is_state
