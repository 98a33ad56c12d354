"""Reading what stands beside an account: a voice and its amount, with or without a verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.statements.amounts import is_number
from ordmot.statements.contents import content_after
from ordmot.statements.language import CueWords, Language
from ordmot.statements.phrases import is_role, phrase_after
from ordmot.statements.sources import DASHES, verb_group
from ordmot.statements.speakers import MINDS, SPEAKING, Range, can_speak, head_of, is_thing
from ordmot.statements.words import Word

_LONGEST_VOICE = 9  # words
_LONGEST_TAIL = 5  # words behind a number: "41 people in the square"
_LONGEST_LINK = 2  # words behind a comma: ", and while"
_STOPS = frozenset({",", ".", ";", "?", "!", ":", ")"}) | DASHES
_CURRENCIES = frozenset("$£€")


@dataclass(frozen=True, slots=True)
class Side:
    """A voice and what it says, as word numbers; `cue` is None where the verb is left out.

    `border` is where the words before it end: its comma, "and", "while".
    """

    border: int
    source: Range
    content: Range
    cue: CueWords | None = None

    @property
    def last(self) -> int:
        """Give the word behind the side."""
        return max(self.source[1], self.content[1])


def is_inner_comma(words: Sequence[Word], at: int) -> bool:
    """Tell the comma of "12,000" from one that parts words."""
    if words[at].text != "," or not 0 < at < len(words) - 1:
        return False
    before, after = words[at - 1], words[at + 1]
    is_joined = before.end == words[at].start and words[at].end == after.start
    return is_joined and before.text[-1].isdigit() and after.text[0].isdigit()


def is_border(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell whether the next account may begin behind a word: ",", ";", "and", "while"."""
    word = words[at]
    if word.is_quotation or is_inner_comma(words, at):
        return False
    links = lang["conjunctions"] | lang["comparing"] | lang["contrast"]
    return word.text in {",", ";"} | DASHES or word.lower in links


def read_gap(words: Sequence[Word], border: int, particle: str, lang: Language) -> Side | None:
    """Read ", police 12,000": a voice and an amount, whose verb the words before it have.

    The particle of the verb may stand again: "spoke of ten shots, the guards | of three".
    """
    at = _behind_links(words, border, lang)
    cue = _source_cue(words, at, lang) if at < len(words) else None
    at = at if cue is None else cue.last
    number = _first_number(words, at, lang)
    if number is None or number == at:
        return None
    first = _amount_start(words, at, number, lang)
    end = _amount_end(words, number, lang)
    last = first - (first > at and words[first - 1].lower == particle)
    if end is None or last == at or phrase_after(words[:last], at, lang) != last:
        return None
    return Side(border, (at, last), (first, end), cue)


def bare_amount(words: Sequence[Word], at: int, lang: Language) -> Range | None:
    """Find a number, with at most its hedge, to which nothing is added: "has | about 31 |,"."""
    number = _first_number(words, at, lang)
    if number is None or _amount_start(words, at, number, lang) != at:
        return None
    end = number + 1
    while end + 1 < len(words) and is_inner_comma(words, end):
        end += 2
    return (at, end) if end < len(words) and _ends_amount(words, end, lang) else None


def read_agent(words: Sequence[Word], border: int, lang: Language) -> Side | None:
    """Read ", 200 by residents", "and 40 according to residents": an amount and whose it is."""
    at = _behind_links(words, border, lang)
    if at < len(words) and words[at].lower in lang["figure_links"]:
        at += 1
    agent = next((i for i in range(at + 1, len(words)) if _link_at(words, i, lang)), None)
    if agent is None or not _is_told(words, at, agent, lang):
        return None
    first = _link_at(words, agent, lang)
    nexts = (i for i in range(first, len(words)) if _begins_amount(words, i, lang))
    end = min(phrase_after(words, first, lang), next(nexts, len(words)))
    if end == first or not _is_closed(words, end, lang):
        return None
    last = agent - words[agent - 1].is_mark
    return Side(border, (first, end), (at, last), _source_cue(words, agent, lang))


def _is_told(words: Sequence[Word], at: int, agent: int, lang: Language) -> bool:
    """Tell "200 | by", before a source also a clause: "40 were hurt, | according to"."""
    number = _first_number(words, at, lang)
    if number is None or _amount_start(words, at, number, lang) != at:
        return False
    last = agent - words[agent - 1].is_mark
    is_source = words[agent].lower not in lang["agents"]
    inside = [i for i in range(number, last) if not is_inner_comma(words, i)]
    is_whole = not any(words[i].is_mark or words[i].is_quotation for i in inside)
    return _amount_end(words[:agent], number, lang) == agent or (is_source and is_whole)


def _begins_amount(words: Sequence[Word], border: int, lang: Language) -> bool:
    """Tell whether a comma or an "and" leads to the next amount."""
    at = _behind_links(words, border, lang)
    return is_border(words, border, lang) and at < len(words) and is_number(words[at], lang)


def _link_at(words: Sequence[Word], at: int, lang: Language) -> int:
    """Give the word behind a "by" or an "according to", 0 where none stands."""
    if words[at].lower in lang["agents"]:
        return at + 1
    cue = _source_cue(words, at, lang)
    return cue.last if cue is not None else 0


def _source_cue(words: Sequence[Word], at: int, lang: Language) -> CueWords | None:
    cue = lang.cue_at(words, at)
    return cue if cue is not None and cue.cue.kind == "source" else None


def read_clause(words: Sequence[Word], border: int, lang: Language) -> Side | None:
    """Read ", politiet anslår 12.000": a voice with a verb of its own and an amount."""
    at = _behind_links(words, border, lang)
    for index in range(at + 1, min(len(words), at + _LONGEST_VOICE)):
        if words[index].is_mark or words[index].is_quotation:
            return None
        cue = lang.cue_at(words, index)
        if cue is None or cue.cue.kind != "verb" or cue.cue.act not in SPEAKING | MINDS:
            continue
        group = verb_group(words, index, lang)
        source = at, group.first
        if group.is_infinitive or group.is_passive or group.first <= at:
            return None
        if phrase_after(words[: group.first], at, lang) != group.first:
            continue
        if not can_speak(words, source, cue.cue, lang):
            return None
        if "infinitive form" in cue.cue.frames and not _are_several(words[slice(*source)], lang):
            continue  # "the harbour | register 40"
        content = content_after(words, cue, lang)
        if content is None or not _has_number(words[content.first : content.last], lang):
            return None
        return Side(border, source, (content.first, content.last), cue)
    return None


def names_speaker(words: Sequence[Word], lang: Language) -> bool:
    """Tell "police", "the firm", "residents" from what is merely listed: "tents", "the doors"."""
    head = head_of(words, lang)
    first = words[0]
    if any(word.is_quotation or word.lower in lang["subjects"] for word in words):
        return False
    if first.lower in lang["subordinators"] | lang["relatives"] | lang["prepositions"]:
        return False
    if head.lower in lang["people"] or is_number(first, lang) or lang.is_finite(words[-1]):
        return False
    if _is_acronym(head):
        return True
    is_known = is_role(head, lang) or lang.names_people(head.lower)
    is_known = is_known or lang.names_party(head.lower)
    is_body = lang.names_organisation(head.lower)
    if not (is_known or is_body or any(is_role(word, lang) for word in words)):
        return False
    is_some = is_plural(words, lang) or first.lower in lang["articles"]
    return is_definite(words, lang) or (is_known and is_some)


def names_somebody(words: Sequence[Word], lang: Language) -> bool:
    """Tell a proper name, "Amnesty", of which only its place shows that it speaks."""
    return all(word.is_capitalised or word.text in "-&." for word in words) and not is_thing(
        words[-1], lang, is_first=False
    )


def is_definite(words: Sequence[Word], lang: Language) -> bool:
    """Tell who is known or singled out, "the firm", «rederiet», from any "hospitals"."""
    openers = lang["definite"] | lang["possessives"] | lang["demonstratives"]
    is_led = words[0].lower in openers or words[0].is_possessive
    head = head_of(words, lang).lower
    endings = tuple(lang["definite_endings"] | lang["definite_plurals"])
    return is_led or words[-1].is_capitalised or bool(endings and head.endswith(endings))


def is_plural(words: Sequence[Word], lang: Language) -> bool:
    """Tell a bare word for several people: "residents", "police"."""
    return lang.names_people(head_of(words, lang).lower)


def _are_several(words: Sequence[Word], lang: Language) -> bool:
    """Tell the subject of a verb without -s, which Norwegian has none of: "police", "the firms"."""
    if "verb second" in lang["word_order"]:
        return False
    is_joined = any(word.lower in lang["conjunctions"] for word in words)
    return is_joined or is_plural(words, lang) or head_of(words, lang).lower.endswith("s")


def _is_acronym(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _has_number(words: Sequence[Word], lang: Language) -> bool:
    return any(is_number(word, lang) for word in words if not word.is_mark)


def _is_closed(words: Sequence[Word], end: int, lang: Language) -> bool:
    """Tell whether nothing but a setting follows an agent: "by the army | on Tuesday"."""
    if end >= len(words) or words[end].text in _STOPS or is_border(words, end, lang):
        return True
    return words[end].lower in lang["prepositions"] or lang.is_time(words, end)


def _behind_links(words: Sequence[Word], border: int, lang: Language) -> int:
    """Step over the comma and the "and while" before a side."""
    at = border + 1
    while at < min(len(words), border + 1 + _LONGEST_LINK) and is_border(words, at, lang):
        at += 1
    return at


def _first_number(words: Sequence[Word], at: int, lang: Language) -> int | None:
    """Find the number of a side before any mark, verb or relative."""
    for index in range(at, min(len(words), at + _LONGEST_VOICE)):
        word = words[index]
        if word.is_quotation or (word.is_mark and word.text not in _CURRENCIES | {"-", "'", "’"}):
            return None
        if is_number(word, lang):
            return index
    return None


def _amount_start(words: Sequence[Word], first: int, number: int, lang: Language) -> int:
    """Find where the hedges and the currency before a number begin: "police | at least 40"."""
    at = number
    while at > first and words[at - 1].text in _CURRENCIES:
        at -= 1
    return lang.hedge_start(words[first:at]) + first


def _amount_end(words: Sequence[Word], number: int, lang: Language) -> int | None:
    """Find where an amount with its unit ends, None where the sentence goes on with a verb."""
    at = number + 1
    while at < len(words) and not _ends_amount(words, at, lang):
        if at - number > 2 * _LONGEST_TAIL or _goes_on(words, at, lang):
            return None
        at += 1
    plain = [w for w in words[number + 1 : at] if not w.is_mark and not w.text[0].isdigit()]
    return at if len(plain) <= _LONGEST_TAIL else None


def _ends_amount(words: Sequence[Word], at: int, lang: Language) -> bool:
    if is_inner_comma(words, at):
        return False
    return words[at].text in _STOPS or is_border(words, at, lang)


def _goes_on(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell a word with which a clause goes on behind a number: "12 | were", "12 | who"."""
    word = words[at]
    if word.is_quotation or word.lower in lang["times"]:
        return True
    is_last = at + 1 >= len(words) or _ends_amount(words, at + 1, lang)
    is_participle = is_last and word.lower not in lang["auxiliaries"]  # "40 | killed"
    classes = ("subjects", "relatives", "infinitive", "auxiliaries")
    is_clause = any(word.lower in lang[name] for name in classes)
    return is_clause or (lang.is_finite(word) and not is_participle)
