"""Whom somebody speaks for: the body of a spokesman, of its head, its officer, its minister."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ordmot.statements.language import Language
from ordmot.statements.phrases import is_role
from ordmot.statements.words import Word


def find_principal(
    text: str, words: Sequence[Word], lang: Language, name: int | None = None
) -> str | None:
    """Find whom a spokesman speaks for: "spokesman for X", "X spokesman", "X's spokeswoman".

    The person's own name begins at word `name`: «talsmann i etaten | Ola Berg».
    """
    for index, word in enumerate(words):
        if word.lower not in lang["spokesmen"]:
            continue
        after = words[index + 1 :]
        if name == index + 1:
            served = _served_by(words, name, lang)
            if served is not None:
                return text[served[0].start : served[-1].end]
        elif after and after[0].lower in lang["prepositions"] and len(after) > 1:
            end = next((i for i, w in enumerate(after) if w.text == ","), len(after))
            if name is not None and name > index + 2:
                end = min(end, name - index - 1)
            return text[after[1].start : after[end - 1].end] if end > 1 else None
        small = lang["articles"] | lang["possessives"]
        names = [w for w in _behind_comma(words[:index]) if w.lower not in small]
        is_body = any(word.is_capitalised or lang.names_organisation(word.lower) for word in names)
        if is_body:
            return _without_bare_genitive(text[names[0].start : names[-1].end], lang)
    return (
        _employer(text, words, lang) or _ministry(words, lang) or _office(text, words, lang, name)
    )


def _served_by(words: Sequence[Word], name: int, lang: Language) -> Sequence[Word] | None:
    """Find the body behind a spokesman's name: «talskvinne | Ida Falk | i Havnevesenet»."""
    last = next((i for i in range(name, len(words)) if not words[i].is_name_part), len(words))
    if last + 1 >= len(words) or words[last].lower not in lang["serving"]:
        return None
    end = next((i for i in range(last + 1, len(words)) if _ends(words, i, lang)), len(words))
    served = words[last + 1 : end]
    is_body = _names_body(served, lang) or any(word.is_capitalised for word in served)
    return served if is_body else None


def _without_bare_genitive(name: str, lang: Language) -> str:
    """Take the genitive off a body's name, in Norwegian without an apostrophe: «Politiets»."""
    base = name[:-1]
    is_bare = bool(lang["bare_genitive"]) and name.endswith("s") and " " not in name
    return base if is_bare and lang.names_organisation(base.lower()) else trim_genitive(name)


def _employer(text: str, words: Sequence[Word], lang: Language) -> str | None:
    """Find the body an officer acts for: "director of operations in Gaza | for UNRWA"."""
    if not any(is_role(word, lang) for word in words):
        return None
    for at in range(1, len(words) - 1):
        if words[at].lower in lang["on_behalf"]:
            first = at + 2 if words[at + 1].lower in lang["articles"] else at + 1
            end = next(
                (i for i in range(first, len(words)) if not words[i].is_name_part), len(words)
            )
            name = words[first:end]
            if _names_body(name, lang):
                return text[words[at + 1].start : words[end - 1].end]
    return None


def _office(
    text: str, words: Sequence[Word], lang: Language, name: int | None = None
) -> str | None:
    """Find the body that an officer heads or serves in: "director of the | clinic".

    "The police | chief" names it before, «Tor Lie | i politiet» behind the name. Only who is so
    described himself serves, and only now: no "wife of", no "former".
    """
    words = before_relative(words, lang)
    for index, word in enumerate(words):
        if not _is_officer(word.lower, lang) or not _is_own(words, index, lang):
            continue
        last = name if name is not None and name > index + 1 else len(words)
        found = _served_behind(words[index + 1 : last], lang) or _served_ahead(words[:index], lang)
        if found is None and name is not None and name <= index + 1:
            last = next((i for i in range(name, len(words)) if not words[i].is_name_part), name)
            found = _served_behind(words[last:], lang)
        if found is not None:
            return trim_genitive(text[found[0].start : found[-1].end])
    named = (
        lang.offices.get(word.lower)
        for index, word in enumerate(words)
        if _is_own(words, index, lang)
    )
    return next((body for body in named if body is not None), None)


def _is_own(words: Sequence[Word], index: int, lang: Language) -> bool:
    """Tell whether a role is the speaker's own and held: not "wife of a | captain", "former"."""
    ahead = {word.lower for word in _behind_comma(words[:index])}
    return ahead.isdisjoint(lang["prepositions"]) and ahead.isdisjoint(lang["former"])


def _behind_comma(words: Sequence[Word]) -> Sequence[Word]:
    """Give the words behind the last comma."""
    return words[max((i + 1 for i, word in enumerate(words) if word.text == ","), default=0) :]


def _ministry(words: Sequence[Word], lang: Language) -> str | None:
    """Name what a minister heads: "Health | Minister", "Minister of | Health", «helseminister»."""
    words = before_relative(words, lang)
    for index, word in enumerate(words):
        ending = next((e for e in lang.ministers if word.lower.endswith(e)), None)
        if ending is None or not _is_own(words, index, lang):
            continue
        whose = words[index - 1] if index else None
        field = word.lower[: -len(ending)]
        if field and field in lang["fields"]:
            is_foreign = whose is not None and whose.is_capitalised
            return None if is_foreign else f"{field}{lang.ministers[ending]}".capitalize()
        if whose is not None and whose.lower in lang["fields"]:
            land = words[index - 2] if index > 1 else None
            before = f"{land.text} " if land is not None and _names_land(land, lang) else ""
            return f"{before}{whose.lower.capitalize()} {lang.ministers[ending]}"
        behind = [w.lower for w in words[index + 1 :] if w.lower not in lang["articles"]][:2]
        if behind[:1] and behind[0] in lang["in_names"] and behind[-1] in lang["fields"]:
            return f"{behind[-1].capitalize()} {lang.ministers[ending]}"
    return None


def _names_land(word: Word, lang: Language) -> bool:
    return word.is_capitalised and not lang.names_role(word.lower)


def _is_officer(word: str, lang: Language) -> bool:
    is_compound = any(len(word) > len(e) and word.endswith(e) for e in lang["compound_officers"])
    return word in lang["officers"] or is_compound


def _served_behind(words: Sequence[Word], lang: Language) -> Sequence[Word] | None:
    """Give the words of a body right behind an officer: "of | St Anne's Hospital".

    "Head of relations | at St Anne's" serves there; the "head of the inquiry into the police" does
    not serve the police.
    """
    links = lang["serving"]
    at = 0
    while at + 1 < len(words) and words[at].lower in links:
        last = next((i for i in range(at + 1, len(words)) if _ends(words, i, lang)), len(words))
        found = words[at + 1 : last]
        if _names_body(found, lang) and (words[at].lower not in lang["within"] or len(found) > 1):
            return found
        at, links = last, lang["serving_on"]
    return None


def _ends(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell whether a phrase ends before a word: at a comma, at a preposition.

    The "of" of "Ministry | of Health" ends none.
    """
    if words[at].is_mark:
        return True
    goes_on = words[at].lower in lang["in_names"] and words[at + 1 : at + 2] != []
    if goes_on and words[at + 1].is_capitalised:
        return False
    return words[at].lower in lang["prepositions"]


def _served_ahead(words: Sequence[Word], lang: Language) -> Sequence[Word] | None:
    """Give the words of a body that stand before an officer: "Red Cross | director"."""
    small = lang["articles"] | lang["possessives"]
    names = [word for word in _behind_comma(words) if word.lower not in small]
    while names and (lang.names_role(names[0].lower) or names[0].lower in lang["ranks"]):
        names = names[1:]  # "deputy | police | chief"
    return names if names and _names_body(names[-1:], lang) else None


def _names_body(name: Sequence[Word], lang: Language) -> bool:
    return any(
        lang.names_organisation(word.lower)
        or word.lower in lang["forces"]
        or (word.text.isupper() and len(word.text) > 1)
        for word in name
    )


def before_relative(words: Sequence[Word], lang: Language) -> Sequence[Word]:
    """Give the words up to a relative clause: "an engineer | who was shot"."""
    end = next((i for i, w in enumerate(words) if i and w.lower in lang["relatives"]), len(words))
    return words[:end]


def trim_genitive(name: str) -> str:
    """Take the genitive off a name: "the UN's"."""
    return re.sub(r"['’]s$|['’]$", "", name)
