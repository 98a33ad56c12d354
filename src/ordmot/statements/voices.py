"""Chaining voices across passages: who the pronouns are, who goes on speaking, who quotes whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ordmot.ledger import Document, Passage, Voice, VoiceKind, cut
from ordmot.lexicon import serving_language
from ordmot.statements.language import Language, language_of
from ordmot.statements.naming import Portrait, full_names, portray
from ordmot.statements.reading import Range

_MEMORY = 40  # how many voices back a pronoun or "the colonel" is looked for


@dataclass(frozen=True, slots=True)
class _Known:
    """A voice that has spoken, with every word that described it."""

    voice: Voice
    words: frozenset[str]


class Cast:
    """The voices of one document in the order in which they speak."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self._document = document
        codes = {serving_language(p.language) for p in passages} or {"en"}
        self._languages = [language_of(code) for code in sorted(codes)]
        self._names: Mapping[str, str] = full_names(document.text, self._languages)
        self._known: list[_Known] = []
        self.narrator = Voice(
            name=document.metadata.publisher or document.name, kind=VoiceKind.DOCUMENT
        )
        self.outlet = self._quoted_outlet(passages)

    def voice_of(self, source: Range | None, lang: Language, is_unstated: bool = False) -> Voice:
        """Give the voice that a source's words name; without any, the last who spoke."""
        if source is None:
            return self._unnamed(is_unstated)
        portrait = portray(self._document.text, *source, lang)
        voice = self._resolve(portrait, source, lang)
        self._remember(voice, source, lang)
        return voice

    def _unnamed(self, is_unstated: bool) -> Voice:
        if is_unstated or not self._known:
            return Voice(name="", kind=VoiceKind.UNSTATED)
        return replace(self._known[-1].voice, span=None)

    # -- who is meant -----------------------------------------------------------------------------

    def _resolve(self, portrait: Portrait, source: Range, lang: Language) -> Voice:
        span = cut(self._document.id, self._document.text, *source)
        found = None
        if portrait.is_pronoun:
            found = self._antecedent(portrait, span.text, lang)
        elif not portrait.is_named or portrait.kind is VoiceKind.ANONYMOUS:
            found = self._described_before(span.text, lang)
        if found is not None:
            return replace(found, span=span)
        name = self._fullest(portrait.name) if portrait.kind is VoiceKind.PERSON else portrait.name
        known = next((k.voice for k in reversed(self._known) if k.voice.name == name), None)
        return Voice(
            name=name or span.text,
            kind=portrait.kind,
            span=span,
            role=portrait.role or (known.role if known else None),
            speaks_for=portrait.speaks_for or (known.speaks_for if known else None),
        )

    def _antecedent(self, portrait: Portrait, words: str, lang: Language) -> Voice | None:
        """Find whom "she" or "they" means: the last voice of that kind."""
        is_singular = words.lower() in lang["third_person"] or words.lower() in lang["possessives"]
        wanted = (
            {VoiceKind.PERSON, VoiceKind.ANONYMOUS}
            if is_singular
            else {VoiceKind.GROUP, VoiceKind.ORGANISATION}
        )
        if words.lower() in lang["first_person"]:
            return None
        for known in reversed(self._known[-_MEMORY:]):
            if known.voice.kind in wanted:
                return known.voice
        return None

    def _described_before(self, words: str, lang: Language) -> Voice | None:
        """Find whom "the colonel" or «kilden» takes up, by the role words used of a voice before."""
        parts = words.split()
        tokens = {part.lower().strip(",.") for part in parts}
        is_definite = parts[0].lower() in lang["articles"] and parts[0].lower() in lang["definite"]
        has_ending = bool(lang["definite_endings"]) and len(parts) == 1
        if not is_definite and not has_ending:
            return None
        heads = {self._base(token, lang) for token in tokens - lang["articles"]}
        for known in reversed(self._known[-_MEMORY:]):
            if heads and heads <= {self._base(word, lang) for word in known.words}:
                return known.voice
        return None

    def _base(self, word: str, lang: Language) -> str:
        """Bring "col" and "colonel", «obersten» and «oberst» together."""
        word = lang.same.get(word, word)
        for ending in sorted(lang["definite_endings"], key=len, reverse=True):
            if word.endswith(ending) and len(word) - len(ending) > 3:
                return word.removesuffix(ending)
        return word

    def _fullest(self, name: str) -> str:
        """Give the longest form of a name that the document has."""
        last = name.rsplit(" ", 1)[-1]
        full = self._names.get(last, name)
        return full if len(full) > len(name) and set(name.split()) <= set(full.split()) else name

    def _remember(self, voice: Voice, source: Range, lang: Language) -> None:
        words = self._document.text[source[0] : source[1]].lower().replace(",", " ").split()
        role = (voice.role or "").lower().replace(",", " ").split()
        name = voice.name.lower().replace(".", "").split()
        seen = frozenset(word.strip(".,") for word in [*words, *role, *name]) - lang["articles"]
        self._known.append(_Known(voice, seen))
        del self._known[:-_MEMORY]

    # -- whom the document quotes -----------------------------------------------------------------

    def _quoted_outlet(self, passages: Sequence[Passage]) -> Voice | None:
        """Find the outlet that a commentary quotes: the one its own language names most."""
        own = serving_language(self._document.language)
        counts: Counter[str] = Counter()
        places: dict[str, Range] = {}
        for passage in passages:
            if serving_language(passage.language) != own:
                continue
            for name, place in self._outlets_in(passage):
                counts[name] += 1
                places.setdefault(name, place)
        publisher = (self._document.metadata.publisher or "").lower()
        ranked = [name for name, _ in counts.most_common() if name.lower() != publisher]
        if not ranked:
            return None
        span = cut(self._document.id, self._document.text, *places[ranked[0]])
        return Voice(name=ranked[0], kind=VoiceKind.ORGANISATION, span=span)

    def _outlets_in(self, passage: Passage) -> list[tuple[str, Range]]:
        names = language_of(passage.language)["outlet_names"]
        found = []
        at = passage.span.start
        for part in passage.span.text.replace("-", " ").replace("\n", " ").split(" "):
            word = part.strip(".,:;()«»“”\"'’")
            place = at + part.find(word) if word else at
            if word[:1].isupper() and word.lower().removesuffix("'s") in names:
                name = word.removesuffix("'s")
                found.append((name, (place, place + len(name))))
            at += len(part) + 1
        return found
