"""Whose fighters are counted: one side's losses and the other's are two questions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ordmot.ledger import Claim, Term, VoiceKind
from ordmot.lexicon import is_kind_of, read_data, senses, serving_language

_FIGHTING = ("fighter", "service_member", "weapon", "aircraft")
"""What two sides have, and lose."""
_NAME = re.compile(r"[A-ZÆØÅ][\wæøå]{3,}")
_NAMES = re.compile(r"[A-ZÆØÅ][\wæøå]{3,}(?: [A-ZÆØÅ][\wæøå]{3,})*")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters that a land and its people share: "Iran", "Iranian"."""
_LOSING = 4
"""Words before an amount in which stands who lost so many: "we have | lost | 12 soldiers"."""


@dataclass(frozen=True, slots=True)
class Side:
    """Whose the counted are, by words that name it, and whose they are not.

    `is_said` tells that the account itself names the side: "four Ordun soldiers".
    """

    names: frozenset[str] = frozenset()
    foes: frozenset[str] = frozenset()
    is_said: bool = False


NO_SIDE = Side()


def side_of(claim: Claim) -> Side:
    """Tell whose fighters or weapons are counted: "our troops", "the enemy lost", "12 Israeli".

    "Our" are the speaker's, "its" those of the name before; the enemy's are not the speaker's.
    """
    if claim.quantity is None or claim.counted is None:
        return NO_SIDE
    if not any(is_kind_of(claim.counted.concept, kind) for kind in _FIGHTING):
        return NO_SIDE
    said = frozenset(n for term in claim.restrictors for n in _nation(term, claim.language))
    if said:
        return Side(names=said, is_said=True)
    start, end = claim.quantity.span.start, claim.quantity.span.end
    ahead = claim.sentence.part(claim.span.start, max(claim.span.start, start)).text
    noun = claim.sentence.part(end, max(end, claim.counted.span.end)).text
    subject = _loser(ahead, claim.language)
    near = {*_words(noun), *_words(subject)}
    words = {kind: near & _listed(claim.language, kind) for kind in ("foes", "ours", "theirs")}
    if words["foes"]:
        return Side(foes=_speaker(claim))
    if words["ours"] or _is_on_our_side(claim):
        return Side(names=_speaker(claim))
    named = _NAMES.findall(claim.sentence.part(claim.sentence.start, start).text)
    if words["theirs"]:
        return Side(names=_split(named[-1]) if named else _speaker(claim))
    return Side(names=_split(subject)) if subject else NO_SIDE


def _nation(term: Term, language: str) -> tuple[str, ...]:
    """Give the words of a term that names a people or a land: "Israeli", «tarviske»."""
    word = term.span.text.casefold()
    endings = tuple(_listed(language, "endings"))
    if term.concept[0] == "=" or is_kind_of(term.concept, "nation"):
        return (term.concept.casefold(), *_words(word))
    return (word,) if term.concept[0] == "~" and word.endswith(endings) else ()


def _loser(ahead: str, language: str) -> str:
    """Give the words before a verb of loss that stands near an amount: "the enemy | lost | 60"."""
    words = ahead.split()
    losing = _listed(language, "losing")
    near = range(len(words) - 1, max(-1, len(words) - 1 - _LOSING), -1)
    verb = next((i for i in near if words[i].casefold() in losing), None)
    return "" if verb is None else " ".join(words[:verb])


def _is_on_our_side(claim: Claim) -> bool:
    """Tell whether a clause is of the speaker's side: "on our side", «på vår side»."""
    text = f" {' '.join(_words(claim.span.text))} "
    return any(f" {words} " in text for words in _listed(claim.language, "our_side"))


def _speaker(claim: Claim) -> frozenset[str]:
    """Give the words of the name of who speaks."""
    voices = [v for v in claim.voices if v.kind is not VoiceKind.DOCUMENT] or claim.voices
    names = (word for voice in voices for word in _split(voice.name))
    return frozenset(word for word in names if not _is_of_office(word, claim.language))


def _is_of_office(word: str, language: str) -> bool:
    """Tell a word of a body or rank from that of a land: "the | Ministry | of Defence of Orda"."""
    known = senses(word, language)
    return any(s.role == "noun" and not is_kind_of(s.concept, "nation") for s in known)


def _split(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _NAME.findall(name))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


@cache
def _listed(language: str, kind: str) -> frozenset[str]:
    return frozenset(read_data(serving_language(language), "claims")["sides"][kind])


def are_of_one_side(one: Side, other: Side) -> bool | None:
    """Tell whether two accounts count fighters of one side; None where that is not known."""
    if _meet(one.foes, other.names) or _meet(other.foes, one.names):
        return False
    if _meet(one.names, other.names):
        return True
    return False if one.is_said and other.is_said else None


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two names share a word, or a land and its people: "Veskaria", "Veskarian"."""
    return any(_is_one(left, right) for left in one for right in other)


def _is_one(left: str, right: str) -> bool:
    """Tell whether two words are one or begin alike, but for the ending of one."""
    shorter, longer = sorted((left.lstrip("="), right.lstrip("=")), key=len)
    if shorter == longer:
        return True
    shared = shorter[: max(_SHORTEST, len(shorter) - 1)]
    return len(shorter) >= _SHORTEST and longer.startswith(shared)
