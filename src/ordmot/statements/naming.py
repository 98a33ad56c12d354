"""What a source's words say about the voice: its name, kind, role and whom it speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.ledger import VoiceKind
from ordmot.statements.language import Language
from ordmot.statements.offices import before_relative, find_principal, trim_genitive
from ordmot.statements.phrases import is_role, place_length
from ordmot.statements.speakers import head_of
from ordmot.statements.words import PARTICLES, Word, split_words
from ordmot.statements.writings import Author, author_in

_OFFICE = 2
"""Words of "Minister of" before what it is of, and of the name behind that at least."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A source read on its own: its name or description, before anything is looked up."""

    name: str
    kind: VoiceKind
    role: str | None
    speaks_for: str | None
    is_pronoun: bool = False
    is_named: bool = False


def portray(text: str, start: int, end: int, lang: Language) -> Portrait:
    """Read name, kind, role and principal off a source.

    >>> from ordmot.statements.language import language_of
    >>> words = "Lt Ida Moe, spokeswoman for the Harbour Board"
    >>> portray(words, 0, len(words), language_of("en")).speaks_for
    'the Harbour Board'
    """
    words = split_words(text, start, end, ())
    words = _behind_time(_without_marks(words), lang)
    while len(words) > 1 and words[-1].lower in lang["prepositions"]:
        words = words[:-1]  # what a network cut off: «baren | på»
    if not words:
        return Portrait("", VoiceKind.UNSTATED, None, None)
    if len(words) == 1 and _is_pronoun(words[0], lang):
        return Portrait(words[0].text, _pronoun_kind(words[0], lang), None, None, is_pronoun=True)
    if _is_somebody(words, lang):
        return _describe(text, words, VoiceKind.ANONYMOUS, lang)
    author = author_in(words, lang)
    if author is not None:
        return _author(text, author, lang)
    run = _name_run(before_relative(words, lang), lang)
    kind = _kind(words, run, lang)
    if run is None or kind in {VoiceKind.ORGANISATION, VoiceKind.GROUP, VoiceKind.ANONYMOUS}:
        return _describe(text, words, kind, lang)
    first, last = _without_role(words, *_without_office(words, *run, lang), lang)
    body = _body_before(text, words, first, lang)
    first = body.end if body else first
    role = _role(text, words, first, last, lang)
    if body and role and role.endswith(words[body.end - 1].text):
        role = body.name
    return Portrait(
        trim_genitive(text[words[first].start : words[last - 1].end]),
        kind,
        role,
        find_principal(text, words, lang, first) or (body.name if body else None),
        is_named=True,
    )


def _author(text: str, author: Author, lang: Language) -> Portrait:
    """Portray who issued a text; a body goes by all its words: "Fisherman's Mission"."""
    name = text[author.start : author.end]
    if author.is_body and name[:1].isupper():
        return Portrait(name, VoiceKind.ORGANISATION, None, None, is_named=True)
    return portray(text, author.start, author.end, lang)


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that owns what follows, and where its words end."""

    name: str
    end: int


def _body_before(text: str, words: Sequence[Word], first: int, lang: Language) -> _Body | None:
    """Find the body in whose name somebody speaks: "The UN's | Mr Berg", «NRKs | Ida Moe»."""
    start = 1 if words[0].lower in lang["articles"] else 0
    for at in range(start, max(first, len(words) - 2)):
        if not words[at].is_capitalised or at > first + 1:
            return None
        base = _owner_name(words[at], lang)
        if base is None:
            continue
        whole = text[words[start].start : words[at].start] + base
        is_body = base.isupper() or any(
            lang.names_organisation(part) or part in lang["outlets"] | lang["outlet_names"]
            for part in whole.lower().split()
        )
        goes_on = words[at + 1].is_capitalised
        return _Body(whole, at + 1) if is_body and goes_on else None
    return None


def _owner_name(word: Word, lang: Language) -> str | None:
    """Take the genitive off a name: "UN's", «NRKs», whose genitive has no apostrophe."""
    if word.is_possessive:
        return trim_genitive(word.text)
    base = word.text[:-1]
    is_bare = bool(lang["bare_genitive"]) and word.text.endswith("s") and len(base) > 1
    return base if is_bare and (base.isupper() or base.lower() in lang["outlet_names"]) else None


def _is_somebody(words: Sequence[Word], lang: Language) -> bool:
    """Tell "one of them", "somebody on the quay" from "one driver"."""
    is_indefinite = words[0].lower in lang["anyone"] or words[0].lower in lang["indefinite"]
    return is_indefinite and (len(words) == 1 or words[1].lower in lang["prepositions"])


def _without_role(words: Sequence[Word], first: int, last: int, lang: Language) -> tuple[int, int]:
    """Part role and name: «Forsvarsminister | Ida Moe», "Iceland | President Ola Lie"."""
    for at in range(last - 2, first - 1, -1):
        if _is_title(words[at], lang):
            if _ends_office(words, at, last, lang):
                return at + 1, last
            while at > first and _is_title(words[at - 1], lang):
                at -= 1
            return at, last
        if is_role(words[at], lang):
            return at + 1, last
    return first, last


def _without_office(
    words: Sequence[Word], first: int, last: int, lang: Language
) -> tuple[int, int]:
    """Part what an office is of from the name behind it: "Minister of Health | Ida Moe"."""
    if first < _OFFICE or last - first <= _OFFICE or not lang.names_role(words[first - 2].lower):
        return first, last
    is_of = words[first - 1].lower in lang["noun_prepositions"]
    return (first + 1, last) if is_of and lang.knows_thing(words[first].lower) else (first, last)


def _ends_office(words: Sequence[Word], at: int, last: int, lang: Language) -> bool:
    """Tell an office of several words from a title: "Defence Minister | Ida Moe", no "Col Moe"."""
    is_office = at > 0 and words[at].lower in lang["persons"] and last - at > _OFFICE
    before = words[at - 1] if is_office else None
    return before is not None and before.is_capitalised and not _is_body_or_title(before, lang)


def _is_body_or_title(word: Word, lang: Language) -> bool:
    """Tell a word that goes on with no office: "Mr", "NATO", "Ireland's", "The"."""
    is_small = word.lower in lang["determiners"] or word.is_possessive
    return is_small or word.text.isupper() or lang.names_organisation(word.lower)


def _is_title(word: Word, lang: Language) -> bool:
    return word.lower in lang["titles"]


def _without_marks(words: list[Word]) -> list[Word]:
    while words and words[-1].is_mark and words[-1].text != ")":
        words = words[:-1]
    while words and words[0].is_mark:
        words = words[1:]
    return words


def _behind_time(words: list[Word], lang: Language) -> list[Word]:
    """Step over a time before who speaks: "Between 2028 and 2030 | engineers of the union"."""
    links = lang["prepositions"] | lang["conjunctions"]
    times = [lang.names_number(word.lower) or word.lower in lang["times"] for word in words]
    if len(words) < 3 or words[0].lower not in lang["prepositions"] or not times[1]:
        return words
    at = next((i for i, w in enumerate(words) if not times[i] and w.lower not in links), 0)
    return words[at:]


def _is_pronoun(word: Word, lang: Language) -> bool:
    lower = word.lower
    return lower in lang["pronouns"] or lower in lang["objects"] or lower in lang["possessives"]


def _pronoun_kind(word: Word, lang: Language) -> VoiceKind:
    if word.lower in lang["anyone"]:
        return VoiceKind.ANONYMOUS
    is_group = word.lower in lang["groups"] or word.lower in lang["plural_person"]
    return VoiceKind.GROUP if is_group else VoiceKind.PERSON


def _describe(text: str, words: Sequence[Word], kind: VoiceKind, lang: Language) -> Portrait:
    """Name an organisation, a group or an unnamed person by its words up to the first comma."""
    last = next((i for i, word in enumerate(words) if i and _ends_name(word, lang)), len(words))
    first = 1 if words[0].lower in lang["articles"] and last > 1 and _is_title_case(words) else 0
    name = trim_genitive(text[words[first].start : words[last - 1].end])
    is_apposed = last + 1 < len(words) and words[last].text == ","
    has_role = is_apposed and _is_description(words[last + 1 :], lang)
    role = text[words[last + 1].start : words[-1].end] if has_role else None
    return Portrait(name, kind, role, find_principal(text, words, lang), is_named=_has_name(words))


def _ends_name(word: Word, lang: Language) -> bool:
    return word.text == "," or word.lower in lang["relatives"] or word.lower in lang["subjects"]


def _is_title_case(words: Sequence[Word]) -> bool:
    return len(words) > 1 and words[1].is_capitalised


def _has_name(words: Sequence[Word]) -> bool:
    return any(word.is_capitalised for word in words[1:]) or (
        words[0].is_capitalised and words[0].text.isupper()
    )


def _name_run(words: Sequence[Word], lang: Language) -> tuple[int, int] | None:
    """Find the personal name: the longest run of capitalised words, a title included."""
    best: tuple[int, int] | None = None
    at = 0
    while at < len(words):
        end = _run_end(words, at, lang)
        at = _after_office(words, at, end, lang)
        if end > at and (
            best is None or _weight(words, at, end, lang) > _weight(words, *best, lang)
        ):
            best = (at, end)
        at = max(end, at + 1)
    if best is None or _weight(words, *best, lang) < -1 or _is_owner(words, best[1]):
        return None  # only what a spokesman speaks for is named
    return None if _only_modifies(words, *best, lang) else best


def _after_office(words: Sequence[Word], at: int, end: int, lang: Language) -> int:
    """Step over the rest of an office to its holder: "Secretary of State | Ann Lind"."""
    is_office = (
        at > 1 and is_role(words[at - 2], lang) and words[at - 1].lower in lang["noun_prepositions"]
    )
    return at + place_length([w.text for w in words[at:end]], lang) if is_office else at


def _is_owner(words: Sequence[Word], last: int) -> bool:
    """Tell "South Sudan's | president", who is not South Sudan."""
    return words[last - 1].is_possessive and last < len(words)


def _only_modifies(words: Sequence[Word], first: int, last: int, lang: Language) -> bool:
    """Tell "New | arrivals", "Twelve | of the boats" from a name: the noun behind is meant."""
    if last == len(words) or words[last].is_capitalised or words[last].is_mark:
        return False
    lower, after = words[first].lower, words[last].lower
    is_alone = not first and last == 1
    if is_alone and lower in lang["numbers"] | lang["shares"] | lang["times"]:
        return True
    if after in lang["prepositions"] | lang["infinitive"] | lang["conjunctions"]:
        return is_alone and (lang.introduces(lower) or lang.knows_thing(lower))
    if "verb second" in lang["word_order"]:
        return False  # compounds are one word there
    return after not in lang["relatives"] | lang["objects"] | lang["subjects"] and not (
        lang.is_adverb(words[last]) or lang.is_finite(words[last])
    )


def _weight(words: Sequence[Word], first: int, last: int, lang: Language) -> float:
    """Prefer what stands first: "Ann Ray, of Nordbank"; what follows a preposition comes last."""
    names = sum(
        word.is_capitalised and word.lower not in lang["organisations"]
        for word in words[first:last]
    )
    before = first - 1
    while before >= 0 and words[before].lower in lang["determiners"]:
        before -= 1
    follows_link = before >= 0 and words[before].lower in lang["prepositions"]
    follows_role = first > 0 and is_role(words[first - 1], lang)
    is_owner = _is_owner(words, last)
    is_office = words[last - 1].lower in lang["persons"] | lang["titles"]
    is_described = (
        not first and last - first > 1 and words[last : last + 1] and words[last].text == ","
    )
    is_apposed = first > 0 and words[first - 1].text == "," and last - first > 1
    bonus = (2 if is_apposed else 0) + (2 if follows_role else 0) + (3 if is_described else 0)
    return names + bonus - (3 if follows_link or is_owner or is_office else 0) - first / 100


def _run_end(words: Sequence[Word], at: int, lang: Language) -> int:
    lower = words[at].lower
    is_name = (
        lower in lang["possessives"] and words[at + 1 : at + 2] and _is_surname(words, at, lang)
    )
    is_function = lower in lang["determiners"] or lower in lang["subjects"]
    is_function = is_function or lang.names_number(lower)  # "Fifty-two | of the injured"
    if not words[at].is_capitalised or (is_function and not is_name):
        return at
    end = at
    while end < len(words):
        word = words[end]
        is_part = (word.is_name_part and (end > at or word.is_capitalised)) or (
            word.lower.split("-")[0] in PARTICLES
            and end > at
            and end + 1 < len(words)
            and words[end + 1].is_capitalised
        )
        is_point = word.text == "." and end > at and len(words[end - 1].text) <= 4
        if not is_part and not is_point:
            break
        end += 1
        if word.is_possessive:
            break
    return end


def _is_surname(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell the name «Hans Nes» from «Hans | sjef», his boss."""
    after = words[at + 1]
    return after.is_capitalised and not is_role(after, lang)


def _kind(words: Sequence[Word], run: tuple[int, int] | None, lang: Language) -> VoiceKind:
    head = head_of(words, lang)
    if _is_country(words, lang):
        return VoiceKind.ORGANISATION
    if run is not None and _is_person(words, run, lang):
        return VoiceKind.PERSON
    is_one = is_role(head, lang) and not lang.names_people(head.lower)
    if not is_one and _is_plural(head, lang, head is words[0]):
        return VoiceKind.GROUP
    if is_role(head, lang):
        return VoiceKind.ANONYMOUS
    if _is_organisation(words, lang) or (run is not None and lang.names_writing(head.lower)):
        return VoiceKind.ORGANISATION
    if run is not None and _is_of_owner(words, *run, lang):
        return VoiceKind.ORGANISATION
    if run is None:
        return VoiceKind.ANONYMOUS
    if _is_company([word for word in words[slice(*run)] if word.is_capitalised], lang):
        return VoiceKind.ORGANISATION
    has_article = run[0] > 0 and words[0].lower in lang["determiners"]
    return VoiceKind.ORGANISATION if has_article else VoiceKind.PERSON


def _is_of_owner(words: Sequence[Word], first: int, last: int, lang: Language) -> bool:
    """Tell «Statens | vegvesen», «Kystens | venner» by the bare genitive: no name goes on so."""
    is_owner = bool(lang["bare_genitive"]) and words[last - 1].lower.endswith("s")
    if not is_owner or last - first > 1 or last == len(words):
        return False
    after = words[last]
    is_noun = lang.knows_thing(after.lower) or lang.names_organisation(after.lower)
    return is_noun and not after.is_capitalised


def _is_person(words: Sequence[Word], run: tuple[int, int], lang: Language) -> bool:
    """Tell a person's name by a title or role beside it: "Col Ames", "driver Ola Moe"."""
    first, last = run
    inside = [word for word in words[first:last] if word.is_capitalised]
    if any(lang.names_organisation(word.lower) for word in inside):
        return False
    if _is_company(inside, lang):
        return False
    if first > 0 and words[first - 1].lower in lang["prepositions"]:
        return False
    if any(word.lower in lang["titles"] for word in inside[:2]) and len(inside) > 1:
        return True
    if first > 0 and (is_role(words[first - 1], lang) or words[first - 1].lower in lang["persons"]):
        return True
    if last + 1 < len(words) and words[last].text == ",":
        return any(is_role(word, lang) for word in words[last : last + 8])
    has_article = first > 0 and words[first - 1].lower in lang["determiners"]
    return len(inside) >= 2 and not has_article and not inside[-1].text.isupper()


def _is_company(name: Sequence[Word], lang: Language) -> bool:
    """Tell "Nord Shipping" from "Ida Moe" by its last word."""
    return len(name) > 1 and name[-1].lower in lang["company_words"]


def _is_plural(head: Word, lang: Language, is_first: bool) -> bool:
    if lang.names_people(head.lower):
        return True
    return bool(lang["plural_endings"]) and (
        (is_first or not head.is_capitalised)
        and head.lower.endswith(tuple(lang["plural_endings"]))
        and head.lower not in lang["organisations"]
    )


def _is_organisation(words: Sequence[Word], lang: Language) -> bool:
    return any(
        lang.names_organisation(word.lower.removesuffix("'s"))
        or word.lower in lang["outlet_names"]
        or (word.text.isupper() and len(word.text) > 1)
        for word in words
        if not word.is_mark
    )


def _after_brackets(words: Sequence[Word]) -> list[Word]:
    """Step over an age or a party in brackets: "Moe (59), a cook"."""
    if words and words[0].text == "(":
        for at, word in enumerate(words):
            if word.text == ")":
                return list(words[at + 1 :])
    return list(words)


def _is_description(words: Sequence[Word], lang: Language) -> bool:
    """Tell "a nurse from Bergen" from "somewhat improbably"."""
    return words[0].lower not in lang["conjunctions"] and not any(
        lang.is_adverb(word) for word in words[:2]
    )


def _is_country(words: Sequence[Word], lang: Language) -> bool:
    names = " ".join(word.lower for word in words if word.lower not in lang["articles"])
    return names.removesuffix("'s") in lang["territories"]


def _role(text: str, words: Sequence[Word], first: int, last: int, lang: Language) -> str | None:
    """Give the words of the descriptor before or after the name."""
    before = words[:first]
    while before and before[0].lower in lang["articles"]:
        before = before[1:]
    after = _without_marks(_after_brackets(words[last:]))
    is_told = bool(after) and after[0].text not in {"("} and not after[-1].text.isdigit()
    is_place = bool(after) and after[0].lower in lang["prepositions"]
    if is_place and before and is_role(before[-1], lang):
        is_told = False  # «operasjonsleder | Ida Moe | i Nord politidistrikt»
    if is_told and _is_description(after, lang):
        return text[after[0].start : after[-1].end]
    before = _without_marks(list(before))
    return text[before[0].start : before[-1].end] if before else None
