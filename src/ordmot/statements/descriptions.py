"""Whom "the colonel", "the ministry" or «etaten» takes up among the voices met before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.ledger import Voice, VoiceKind
from ordmot.statements.language import Language

_NAME = r"[^\W\d_a-zæøå][\w-]+"
_ARTICLE = "(?:the|an?|en|ei|et|ein|eit)"


@dataclass(frozen=True, slots=True)
class Known:
    """A voice that was met, with every word that described it; `has_spoken` once it spoke."""

    voice: Voice
    words: frozenset[str]
    is_person: bool
    has_spoken: bool


@dataclass(frozen=True, slots=True)
class Description:
    """A definite phrase: its words without articles, and whether it describes a body.

    `is_generic` tells that it says no more than that: "the group", "the organisation".
    """

    words: Sequence[str]
    is_body: bool
    is_generic: bool


def read_description(phrase: str, lang: Language) -> Description | None:
    """Read "the Norwegian agency" or «etaten»; None where a phrase is new in the text."""
    parts = [part.lower().strip(",.") for part in phrase.split()]
    is_definite = parts[0] in lang["definite"] or (
        len(parts) == 1 and parts[0].endswith(tuple(lang["definite_endings"]) or ("\0",))
    )
    words = [part for part in parts if part and part not in lang["articles"]]
    if not is_definite or not words:
        return None
    is_person = any(lang.names_role(word) for word in words)
    is_body = not is_person and lang.names_organisation(words[-1])
    return Description(words, is_body, is_body and words[-1] in lang["generic_bodies"])


def described_before(found: Description, met: Sequence[Known], lang: Language) -> Voice | None:
    """Find the last voice that the words described: a body is not the spokesman of that body."""
    heads = [_bases(word, lang) for word in found.words]
    bodies: list[str] = []
    for known in reversed(met):
        described = frozenset[str]().union(*(_bases(word, lang) for word in known.words))
        is_described = all(head & described for head in heads)
        if found.is_body and known.is_person:
            bodies += [known.voice.speaks_for or ""] if is_described else []
        elif is_described or _is_compound_of(found, known, lang):
            return known.voice
    named = next((body for body in bodies if body), None)
    if named is not None:
        return Voice(name=_bare(named, lang), kind=VoiceKind.ORGANISATION)
    return None


def last_body(found: Description, met: Sequence[Known], text: str, lang: Language) -> Voice | None:
    """Find the body that "the organisation" takes up: the last whose name says no other kind."""
    if not found.is_generic:
        return None
    for known in reversed(met):
        if known.voice.kind is VoiceKind.ORGANISATION and _is_proper(known.voice.name, text):
            parts = known.voice.name.lower().split()
            is_other = any(lang.names_organisation(part) for part in parts)
            return None if is_other else known.voice
    return None


def _is_proper(name: str, text: str) -> bool:
    """Tell a name, which has its capital inside a sentence too, from a noun that opens one."""
    inside = rf"[^\W\d_A-ZÆØÅ]\w*,? {re.escape(name)}\b"
    return name[:1].isupper() and re.search(inside, text) is not None


def apposed_before(found: Description, text: str, offset: int, lang: Language) -> str | None:
    """Find the name beside which the words stood: "the coastal agency | Kystvern"."""
    words = re.escape(" ".join(found.words))
    before = text[:offset]
    beside = [
        *re.finditer(rf"\b{words} (?P<name>{_NAME}(?: {_NAME})*)", before),
        *re.finditer(rf"\b{words}, (?P<name>{_NAME})(?=[,.;])", before),
    ]
    behind = re.finditer(rf"\b(?P<name>{_NAME}), {_ARTICLE} (?P<kind>[^,.;:\n]+)", before)
    beside += [match for match in behind if _head(match["kind"], lang) == found.words[-1]]
    names = [match for match in beside if not lang.names_number(match["name"].lower())]
    return max(names, key=lambda match: match.start())["name"] if names else None


def is_apposed_body(name: str, text: str, languages: Sequence[Language]) -> bool:
    """Tell whether a name stands beside what bodies are called: "the road agency, Veivern"."""
    own = re.escape(name)
    before = re.findall(rf"([^\W\d_]+),? {own}\b", text)
    aside = rf"\b{own}, {_ARTICLE} ([^,.;:\n]+)"
    behind = [_head(words, lang) for words in re.findall(aside, text) for lang in languages]
    return any(
        lang.names_organisation(word.lower()) and word.islower()
        for word in [*before, *behind]
        for lang in languages
    )


def is_deed(phrase: str, lang: Language) -> bool:
    """Tell whether a phrase names fighting or a weapon, which say nothing: "raid on Orvan"."""
    words = phrase.split()
    borders = lang["prepositions"] | lang["relatives"] | lang["articles"] | lang["conjunctions"]
    end = next(
        (
            at
            for at, word in enumerate(words)
            if at and (word.lower() in borders or words[at - 1][-1] == ",")
        ),
        len(words),
    )
    head = words[:end][-1:]
    return bool(head) and head[0].islower() and lang.names_deed(head[0].rstrip(",.;:"))


def _head(words: str, lang: Language) -> str:
    """Give the noun that a phrase is about: the last word before its first preposition."""
    parts = words.split()
    end = next((i for i, w in enumerate(parts) if i and w.lower() in lang["prepositions"]), None)
    return parts[:end][-1] if parts[:end] else ""


def _is_compound_of(found: Description, known: Known, lang: Language) -> bool:
    """Tell whether «departementet» takes up the «Justisdepartementet» named before."""
    is_one = found.is_body and len(found.words) == 1 and bool(lang["definite_endings"])
    is_body = known.voice.kind is VoiceKind.ORGANISATION
    return is_one and is_body and known.voice.name.lower().endswith(found.words[0])


def _bare(name: str, lang: Language) -> str:
    """Leave out the article of a body's name."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in lang["articles"] else name


def _bases(word: str, lang: Language) -> frozenset[str]:
    """Bring "col" and "colonel", «kilden» and «kilde», «obersten» and «oberst» together."""
    word = lang.same.get(word, word)
    endings = (e for e in lang["definite_endings"] if word.endswith(e) and len(word) - len(e) > 3)
    return frozenset({word, *(word.removesuffix(ending) for ending in endings)})
