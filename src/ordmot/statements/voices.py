"""Knowing the voices of a document: who the pronouns are, who goes on speaking, whom it quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from ordmot.ledger import Document, Passage, PassageKind, Span, Voice, VoiceKind, cut
from ordmot.lexicon import serving_language
from ordmot.lexicon.aliases import main_name
from ordmot.statements.descriptions import (
    Description,
    Known,
    apposed_before,
    described_before,
    is_apposed_body,
    last_body,
    read_description,
)
from ordmot.statements.fullnames import FullNames
from ordmot.statements.language import Language, language_of
from ordmot.statements.naming import Portrait, portray
from ordmot.statements.outlets import outlets_in
from ordmot.statements.relatives import relative_head
from ordmot.statements.sentence import Range
from ordmot.statements.speakers import is_amount
from ordmot.statements.words import split_words

_MEMORY = 40  # how many voices back a pronoun or "the colonel" is looked for
_BARE_SPOKESMAN = 2  # words: "a spokeswoman"
_NEAR = 300  # characters before "they say" in which the people meant are looked for
_SINGLE = frozenset({VoiceKind.PERSON, VoiceKind.ANONYMOUS})
_MANY = frozenset({VoiceKind.GROUP, VoiceKind.ORGANISATION})


class Cast:
    """The voices of one document in the order in which they are met."""

    def __init__(
        self,
        document: Document,
        passages: Sequence[Passage],
        people: Sequence[Range] = (),
        bodies: Sequence[Range] = (),
    ) -> None:
        self._document = document
        self._body_places = sorted(bodies)  # where the encoder sees names of organisations
        self._bodies = frozenset(document.text[start:end] for start, end in bodies)
        self._body_names: dict[str, bool] = {}
        self._people = sorted(people)  # where the encoder sees names of persons
        codes = sorted({serving_language(p.language) for p in passages} or {"en"})
        self._languages = [language_of(code) for code in codes]
        self._names = FullNames(document.text, self._languages)
        self._known: list[Known] = []
        self._told: Sequence[Range] = ()
        self._told_before: Sequence[Range] = ()
        self._said: list[Range] = []
        self._genders: dict[str, str] = {}
        self._labels = _full_labels(passages)
        self.narrator = document.own_voice  # "we" of a release is who issued it
        self.outlet = self._quoted_outlet(passages)

    def meet(self, mention: Range, lang: Language) -> None:
        """Note somebody who acts without speaking, so that a later "he" can mean them."""
        portrait = portray(self._document.text, *mention, lang)
        words = split_words(self._document.text, *mention, ())
        is_counted = is_amount(words, lang) and portrait.kind is not VoiceKind.GROUP
        if not portrait.is_pronoun and not is_counted and not self._is_only_a_word(portrait):
            self._remember(self._resolve(portrait, mention, lang), mention, lang, False)

    def voice_of(
        self,
        source: Range | None,
        lang: Language,
        *,
        is_unstated: bool = False,
        is_nested: bool = False,
        content: Sequence[Range] = (),
    ) -> Voice:
        """Give the voice that a source's words name; without any, the last who spoke.

        Who is only quoted by somebody else (`is_nested`) is not the "he" of the next sentence, and
        nobody of whom the words themselves tell, the `content`, is the "he" who says them.
        """
        self._told_before, self._told = self._told, content
        self._said = [*self._said[1 - _MEMORY :], *content]
        if source is None:
            return self._unnamed(is_unstated)
        lang = self._language_of_pronoun(source, lang)
        portrait = portray(self._document.text, *source, lang)
        voice = self._resolve(portrait, source, lang)
        if not is_nested and (voice.name != portrait.name or not portrait.is_pronoun):
            self._remember(voice, source, lang, True)
        return voice

    def is_place(self, label: Range, lang: Language) -> bool:
        """Tell whether the text uses a name before a colon as that of a place: "in Nes Prison"."""
        portrait = portray(self._document.text, *label, lang)
        if portrait.kind is not VoiceKind.PERSON or portrait.role is not None:
            return False
        if any(start <= label[0] < end for start, end in self._people):
            return False
        links = "|".join(sorted(lang["place_prepositions"]))
        pattern = rf"\b(?:{links}) {re.escape(portrait.name)}\b(?!['’]s)"
        return re.search(pattern, self._document.text, re.I) is not None

    def turn_voice(self, source: Range, lang: Language) -> Voice:
        """Give the voice of a transcript turn, and let it be the last who spoke."""
        voice = self.label_voice(source, lang)
        self._known.append(Known(voice, frozenset(), voice.kind is VoiceKind.PERSON, True))
        return voice

    def label_voice(self, source: Range, lang: Language) -> Voice:
        """Give the voice of a label: "AITKEN:" is Rolf Aitken, who is named before."""
        span = cut(self._document.id, self._document.text, *source)
        label, role = _part_label(span.text)
        words = label.lower().split()
        is_named = not any(
            label.lower() in each["labels"] or each.names_role(words[-1])
            for each in self._languages
        )
        name, kind = span.text, VoiceKind.ANONYMOUS
        if is_named:
            is_body = any(word in lang["outlet_names"] for word in words)
            name = label if is_body else self._full_label(label, source[0])
            kind = VoiceKind.ORGANISATION if is_body else VoiceKind.PERSON
        return Voice(name=name, kind=kind, span=span, role=role if is_named else None)

    def _full_label(self, label: str, offset: int) -> str:
        """Name "LIND" as the text does, or as the fullest label does: "ANN LIND"."""
        given = _cased(label)
        name = self._names.fullest(given, offset)
        longer = (full for full in self._labels if full.endswith(f" {given}"))
        return name if name != given else next(longer, given)

    def _unnamed(self, is_unstated: bool) -> Voice:
        last = next((k.voice for k in reversed(self._known) if k.has_spoken), None)
        if is_unstated or last is None:
            return Voice(name="", kind=VoiceKind.UNSTATED)
        return replace(last, span=None)

    # -- who is meant -----------------------------------------------------------------------------

    def _resolve(self, portrait: Portrait, source: Range, lang: Language) -> Voice:
        span = cut(self._document.id, self._document.text, *source)
        if span.text.lower() in lang["nobody"]:
            return Voice(name="", kind=VoiceKind.UNSTATED)  # "| nothing | indicates that"
        found = None
        bearer = self._bearer(span.text) if lang.names_role(span.text.lower()) else None
        if bearer is not None:
            found = bearer
        elif (
            portrait.is_pronoun
            or span.text.rsplit(" ", 1)[-1] in lang["relatives"]
            or _is_of_them(span.text, lang)
        ):
            found = self._antecedent(source, lang)
        elif not portrait.is_named or portrait.kind is VoiceKind.ANONYMOUS:
            found = self._described_before(span.text, source[0], lang)
        elif portrait.name == span.text and span.text.rsplit(" ", 1)[-1] in lang["generic_bodies"]:
            found = self._described_before(span.text, source[0], lang)  # "the Christian group"
        if found is not None:
            self._note_gender(found, span.text, lang)
            return replace(found, span=span)
        name, kind = self._without_genitive(portrait.name, lang), portrait.kind
        if name != portrait.name:
            kind = _kind_of(name.lower(), lang) or kind
        if kind is VoiceKind.PERSON and not portrait.is_pronoun:
            name = _but_role(self._names.fullest(name, source[0]), name, portrait.role)
            title = name.split(" ", 1)[0].lower() if " " in name else ""
            is_body = not lang.names_role(title) and self._is_body(name, lang)  # "Sheriff Lind"
            kind = VoiceKind.ORGANISATION if is_body else kind
        elif kind is VoiceKind.ORGANISATION:
            name = main_name(name, self._document.text)
        known = next((k.voice for k in reversed(self._known) if k.voice.name == name), None)
        told = known.speaks_for if known and not portrait.speaks_for else None
        return Voice(
            name=name or span.text,
            kind=kind,
            span=span,
            role=portrait.role or (known.role if known else None),
            speaks_for=told or self._principal(portrait.speaks_for, span, lang),
        )

    def _bearer(self, word: str) -> Voice | None:
        """Find the person whose surname is also a role: "Ann Porter said … | Porter said"."""
        if " " in word or not word[:1].isupper():
            return None
        people = (k.voice for k in reversed(self._known) if k.voice.kind is VoiceKind.PERSON)
        return next((voice for voice in people if voice.name.endswith(f" {word}")), None)

    def _without_genitive(self, name: str, lang: Language) -> str:
        """Take the bare genitive off a name that the text has without it: «Lies» where «Lie» is."""
        base = name[:-1]
        if not lang["bare_genitive"] or not name.endswith("s") or " " in name:
            return name
        is_body = lang.names_organisation(base.lower()) and not lang.names_organisation(
            name.lower()
        )
        is_name = re.search(rf"\b{re.escape(base)}\b", self._document.text) is not None
        return base if is_body or is_name else name

    def _is_body(self, name: str, lang: Language) -> bool:
        """Tell whether a lone name is a body's: "the road agency, | Veivern"."""
        if name not in self._body_names:
            text = self._document.text
            is_lone = " " not in name and not lang.names_role(name.lower())
            is_apposed = is_lone and is_apposed_body(name, text, self._languages)
            is_own = f"{self._document.metadata.issuer} ".startswith(f"{name} ")
            self._body_names[name] = name in self._bodies or is_apposed or is_own
        return self._body_names[name]

    def _is_person(self, name: str) -> bool:
        text = self._document.text
        return any(text[start:end] == name for start, end in self._people)

    def _is_only_a_word(self, portrait: Portrait) -> bool:
        """Tell the «Pumpa» that opens a sentence from somebody's name."""
        if portrait.kind is not VoiceKind.PERSON or " " in portrait.name or portrait.role:
            return False
        is_noun = re.search(rf"\b{re.escape(portrait.name.lower())}\b", self._document.text)
        return bool(is_noun) or (bool(self._people) and not self._is_person(portrait.name))

    def _principal(self, named: str | None, source: Span, lang: Language) -> str | None:
        """Name the body in full that a "ministry spokesman" or "a spokeswoman" speaks for."""
        words = [word.strip(",.;:") for word in source.text.lower().split()]
        own = lang["own_staff"] | lang["spokesmen"]
        if named is None and words[0] in lang["owners"] and not own.isdisjoint(words):
            if words[0] in lang["first_possessives"]:  # «våre ansatte»
                return self._document.metadata.issuer
            body = self._last(frozenset({VoiceKind.ORGANISATION}))  # "its teams"
            return body.name if body else None
        if named is None:
            is_titled = words[0] in lang["spokesmen"]  # "Spokeswoman Ida Fell"
            is_bare = words[-1] in lang["spokesmen"] and len(words) <= _BARE_SPOKESMAN
            if is_titled and (publisher := self._speaking_publisher()) is not None:
                return publisher
            body = self._last(frozenset({VoiceKind.ORGANISATION})) if is_bare or is_titled else None
            return body.name if body else None
        if named != named.lower():
            return named
        article = next(iter(lang["definite"])) if not lang["definite_endings"] else ""
        phrase = named if named.split()[0] in lang["definite"] else f"{article} {named}".strip()
        body = self._described_before(phrase, source.start, lang)
        if body is not None:
            return body.name
        # "A hospital director" may be of any hospital; there is one police.
        is_spokesman = not lang["spokesmen"].isdisjoint(words)
        return named if is_spokesman or named.split()[-1] in lang["forces"] else None

    def _speaking_publisher(self) -> str | None:
        """Give who published a text in which it speaks itself: its own spokeswoman is meant."""
        known = self._document.metadata
        speaks = any(each.voice.name == known.publisher for each in self._known)
        return known.issuer or (known.publisher if speaks else None)

    def _language_of_pronoun(self, source: Range, lang: Language) -> Language:
        """Find whose word a pronoun is: «– I saw the beach, sier | hun.» is in two languages."""
        word = self._document.text[source[0] : source[1]].lower()
        if word in lang["pronouns"] or word in lang["subjects"]:
            return lang
        return next((other for other in self._languages if word in other["third_person"]), lang)

    def _antecedent(self, source: Range, lang: Language) -> Voice | None:
        """Find whom "she" or "they" means: the last voice of that kind."""
        word = self._document.text[source[0] : source[1]].lower()
        if word.rsplit(" ", 1)[-1] in lang["relatives"]:
            return self._head_of_relative(source[0], lang)
        if word in lang["first_person"] or word in lang["indefinite"]:
            return None
        singles = lang["third_person"] | lang["third_possessives"] | lang["third_objects"]
        if word in singles:
            return self._last(_SINGLE, _gender_of({word}, lang)) or self._person_before(
                source[0], lang
            )
        if word in lang["its"]:
            return self._last(frozenset({VoiceKind.ORGANISATION}))
        if word in lang["plural_person"] | lang["plural_objects"] or _is_of_them(word, lang):
            people = self._people_before(source[0], lang)
            is_told = people is not None and _covers(self._said, people)
            group = self._last(frozenset({VoiceKind.GROUP})) if is_told else None
            return group or people or self._last(_MANY)  # "Guards saw people fall. | They | said"
        return None

    def _head_of_relative(self, offset: int, lang: Language) -> Voice | None:
        """Find whom "who" stands for: "Lind, | who said …", "officials | who fear …"."""
        place = relative_head(self._document.text, offset, lang)
        portrait = portray(self._document.text, *place, lang) if place else None
        if place is None or portrait is None or portrait.is_pronoun:
            return None
        return self._resolve(portrait, place, lang)

    def _person_before(self, offset: int, lang: Language) -> Voice | None:
        """Find the person named last before "she" where nobody has acted: "Mihret's | boat"."""
        at = bisect_left(self._people, (offset, offset)) - 1
        if at < 0 or offset - self._people[at][1] > _NEAR:
            return None
        portrait = portray(self._document.text, *self._people[at], lang)
        if portrait.is_pronoun or portrait.kind is not VoiceKind.PERSON:
            return None
        return self._resolve(portrait, self._people[at], lang)

    def _last(self, kinds: frozenset[VoiceKind], gender: str = "") -> Voice | None:
        fits = (k for k in reversed(self._known) if k.voice.kind in kinds)
        fits = (k for k in fits if k.is_person or kinds != _SINGLE)
        fits = (k for k in fits if not gender or self._genders.get(k.voice.name, gender) == gender)
        return next((k.voice for k in fits if not self._is_told_of(k.voice)), None)

    def _note_gender(self, voice: Voice, words: str, lang: Language) -> None:
        """Note that the text calls somebody "she", so that no later "he" means her."""
        gender = _gender_of({word.strip(".,").lower() for word in words.split()}, lang)
        if gender and voice.kind in _SINGLE:
            self._genders.setdefault(voice.name, gender)

    def _is_told_of(self, voice: Voice) -> bool:
        """Tell whether somebody was met last within the words that are said."""
        return _covers(self._told, voice)

    def _people_before(self, offset: int, lang: Language) -> Voice | None:
        """Find the group named last before "they": "The drivers were beaten, they say"."""
        text = self._document.text
        floor = max(0, offset - _NEAR, text.rfind("\n", 0, offset) + 1)
        words = split_words(text, floor, offset, ())
        for at in range(len(words) - 1, -1, -1):
            lower = words[at].lower
            if lang.names_people(lower) and lower not in lang["pronouns"]:
                teller = self._teller_of(words[at].start, lang)
                if teller is not None:
                    return teller
                first = at
                while first and at - first < 3 and _describes(words[first - 1].text, lang):
                    if lang.introduces(words[first - 1].lower):
                        break  # "survivors | recalled | people"
                    first -= 1
                name = text[words[first].start : words[at].end]
                span = cut(self._document.id, text, words[first].start, words[at].end)
                return Voice(name=name, kind=VoiceKind.GROUP, span=span)
        return None

    def _teller_of(self, offset: int, lang: Language) -> Voice | None:
        """Find the group in whose words people are named: "Leaders blamed | troops. They say"."""
        if not any(start <= offset < end for start, end in self._told_before):
            return None
        voice = self._known[-1].voice if self._known else None
        if voice is None or voice.kind not in _MANY or voice.span is None:
            return None
        return voice if lang.names_people(voice.name.lower().split()[-1]) else None

    def _described_before(self, phrase: str, offset: int, lang: Language) -> Voice | None:
        """Find whom "the colonel", «kilden» or "the agency" takes up."""
        found = read_description(phrase, lang)
        if found is None:
            return None
        voice = described_before(found, self._known, lang)
        text = self._document.text
        name = apposed_before(found, text, offset, lang) if found.is_body else None
        if voice is None and name is not None and not self._is_person(name):
            return Voice(name=name, kind=VoiceKind.ORGANISATION)
        return (
            voice
            or last_body(found, self._known, text, lang)
            or self._body_near(found, offset, lang)
        )

    def _body_near(self, found: Description, offset: int, lang: Language) -> Voice | None:
        """Find the body named last before "the group", though it has neither acted nor spoken.

        A government or an army, whose name says what it is, is no "group".
        """
        if not found.is_generic:
            return None
        text = self._document.text
        near = (place for place in reversed(self._body_places) if 0 < offset - place[1] <= _NEAR)
        names = (text[slice(*place)] for place in near)
        named = (n for n in names if not any(lang.names_role(w) for w in n.lower().split()))
        name = next(named, None)  # "chief physician Kari Lie" is no body, whatever it was taken for
        if name is None or any(lang.names_organisation(part) for part in name.lower().split()):
            return None
        return Voice(name=name, kind=VoiceKind.ORGANISATION)

    def _remember(self, voice: Voice, source: Range, lang: Language, has_spoken: bool) -> None:
        mention = self._document.text[source[0] : source[1]]
        words = frozenset[str]().union(
            *(_head_words(part, lang) for part in (mention, voice.role or "", voice.name))
        )
        self._note_gender(voice, f"{mention} {voice.role or ''}", lang)
        is_body = voice.kind is VoiceKind.ORGANISATION
        is_person = not is_body and any(lang.names_role(w) for w in words)
        is_person = is_person or voice.kind is VoiceKind.PERSON
        opener = mention.lower().split(" ", 1)[0]
        is_person = is_person or (
            not is_body and has_spoken and opener in lang["articles"] - lang["definite"]
        )
        self._known.append(Known(voice, words, is_person, has_spoken))
        del self._known[:-_MEMORY]

    # -- whom the document quotes -----------------------------------------------------------------

    def _quoted_outlet(self, passages: Sequence[Passage]) -> Voice | None:
        """Find the outlet that a commentary quotes: the one its own words name most."""
        counts: Counter[str] = Counter()
        places: dict[str, Range] = {}
        for passage in passages:
            if passage.kind is not PassageKind.QUOTE:
                for name, place in outlets_in(passage):
                    counts[name] += 1
                    places.setdefault(name, place)
        publisher = (self._document.metadata.publisher or "").lower()
        for name, _ in counts.most_common():
            if name.lower() != publisher:
                span = cut(self._document.id, self._document.text, *places[name])
                return Voice(name=name, kind=VoiceKind.ORGANISATION, span=span)
        return None


def _but_role(full: str, name: str, role: str | None) -> str:
    """Leave out of a full name what the role has: the "Health" of "Minister of Health Ida Moe"."""
    more = full.removesuffix(name).split()
    is_role = role is not None and bool(more) and set(more) <= set(role.split())
    return name if is_role else full


def _covers(ranges: Sequence[Range], voice: Voice) -> bool:
    """Tell whether somebody was met last within one of some ranges."""
    span = voice.span
    return span is not None and any(start <= span.start < end for start, end in ranges)


def _gender_of(words: AbstractSet[str], lang: Language) -> str:
    """Tell whether words speak of a woman or a man, "" where they do not say or say both."""
    told = [gender for gender in ("feminine", "masculine") if words & lang[gender]]
    return told[0] if len(told) == 1 else ""


def _is_of_them(words: str, lang: Language) -> bool:
    """Tell "all of them", who are the people named before, from "two of them", some of whom."""
    first, *rest = words.lower().split()
    is_all = first in lang["wholes"] and len(rest) == 2 and rest[0] in lang["noun_prepositions"]
    return is_all and rest[1] in lang["plural_objects"]


def _kind_of(word: str, lang: Language) -> VoiceKind | None:
    """Tell a body or a group by its one word."""
    if lang.names_people(word):
        return VoiceKind.GROUP
    return VoiceKind.ORGANISATION if lang.names_organisation(word) else None


def _full_labels(passages: Sequence[Passage]) -> list[str]:
    """List the names of two words or more that open turns."""
    handed = [p.handover.text for p in passages if p.kind is PassageKind.TURN and p.handover]
    return [name for name in (_cased(_part_label(text)[0]) for text in handed) if " " in name]


def _part_label(label: str) -> tuple[str, str | None]:
    """Part name and role of a turn's label: "LIND (RADIO NORD)"."""
    name, _, aside = label.partition("(")
    role = aside.rstrip(" ).") or None
    return (name.strip(), role) if name.strip() else (label, None)


def _cased(label: str) -> str:
    """Write a name as text does where a transcript has capitals: "LIND" is "Lind"."""
    return label.title() if label.isupper() else label


def _head_words(words: str, lang: Language) -> frozenset[str]:
    """Take the words of a description up to its first preposition: "a source | in the police"."""
    heads: list[str] = []
    for word in words.replace(",", " ").split():
        lower = word.strip(".,").lower()
        if lower in lang["prepositions"] and heads:
            break
        heads.append(lower)
    return frozenset(heads) - lang["articles"]


def _describes(word: str, lang: Language) -> bool:
    lower = word.lower()
    is_other = lower in lang["prepositions"] or lower in lang["auxiliaries"] | lang["people"]
    is_verb = lower in lang["verbs"] or lower in lang["subordinators"]
    return word[0].isalpha() and not is_other and not is_verb
