"""The workbench of a sentence: its words, what is taken already, and the statements found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.ledger import Act, Mode
from ordmot.statements.language import CueWords, Language
from ordmot.statements.sources import DASHES, verb_group
from ordmot.statements.speakers import can_speak, trim_source
from ordmot.statements.words import Word

Range = tuple[int, int]

AMOUNT = "cue with amount"
"""The reason of statements such as "the board counts nine"."""

TOLD_AMOUNT = "amount with its agent"
"""The reason of statements such as "the 90 million cited by the board"."""

AMOUNTS = frozenset({AMOUNT, TOLD_AMOUNT})

BESIDE = "beside another account"
"""The reason of a clause beside another, "…; police estimated 12,000"."""

TAKEN_UP_VERB = f"{BESIDE}, its verb taken up"
"""The reason of statements that leave out the verb of the one before: "… 50,000, police 12,000"."""

_LONGEST_DATELINE = 14  # words
_LONGEST_PARTY = 4  # letters of a party's short name

TAG = "tag after the content"
"""The reason of statements whose cue stands behind their content: "…, she said"."""

PARTED_TAG = f"{TAG}, its verb parted"
"""The reason of tags such as «…, har hun sagt», «…, slår hun fast», "not 17, as she claimed"."""

TAKEN_UP = "what a pronoun takes up"
"""The reason of statements whose content is the sentences that such a pronoun stands for."""

NAMED_ACT = "noun that names the act"
"""The reason of statements that a noun names: "the rebels' | claim that …"."""
FRONTED = "pronoun before the verb is the content"
"""The reason of statements that take up what was said before: «Det bekreftet Lie»."""


def overlap(one: Range, other: Range) -> bool:
    """Tell whether two stretches share a letter or a word."""
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one passage says about one statement, before voices are known: character offsets.

    `awaits` tells that the words announce a content that follows ("He wrote:"), `is_unstated` that
    the sentence hides the speaker ("was promised"), `unit` is the number of the sentence, `within`
    the content of the statement that this one is told inside of; `score` is how sure the encoder is
    of the content, 1 where rules found it.
    """

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    act: Act
    mode: Mode
    reason: str
    unit: int
    is_negated: bool = False
    is_unstated: bool = False
    awaits: bool = False
    within: Range | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Traits:
    """What a rule knows of a statement beside its words, as in `Utterance`."""

    is_negated: bool = False
    is_unstated: bool = False
    awaits: bool = False


def is_dateline(words: Sequence[Word], colon: int, lang: Language) -> bool:
    """Tell "NES (Kystnytt, 3 May): A ship sank" from a person with age or party in brackets."""
    if _is_place_and_day(words[:colon], lang):
        return True
    opening = next((at for at in range(1, colon) if words[at].text == "("), 0)
    if not opening or words[colon - 1].text != ")" or colon + 1 >= len(words):
        return False
    label, inside = words[:opening], words[opening + 1 : colon - 1]
    if not inside or not inside[0].is_capitalised or not words[colon + 1].is_capitalised:
        return False
    is_short = len(inside[0].text) <= _LONGEST_PARTY and not inside[0].text.isupper()
    is_outlet = any(w.lower in lang["outlet_names"] | lang["outlets"] for w in inside)
    is_outlet = is_outlet and not is_short  # "Moe (Ap)" is of a party
    is_one = len(inside) == 1 and len(inside[0].text) <= _LONGEST_PARTY
    is_party = is_one or lang.names_organisation(inside[0].lower)
    is_place = len(label) == 1 or all(word.text.isupper() for word in label)
    return is_outlet or (is_place and not is_party)


def _is_place_and_day(label: Sequence[Word], lang: Language) -> bool:
    """Tell "Port Ardel, 3 May: …" and "New Ardel: …", where a report is sent from, from a voice."""
    comma = next((at for at, word in enumerate(label) if word.text == ","), len(label))
    place, day = label[:comma], [word for word in label[comma:] if not word.is_mark]
    if not place or not all(word.is_capitalised for word in place):
        return False
    is_day = all(lang.names_number(w.lower) or w.lower in lang["calendar"] for w in day)
    is_place = len(place) > 1 and place[0].lower in lang["place_names"]
    name = " ".join(word.lower for word in place)
    bodies = lang["outlets"] | lang["outlet_names"]
    if name in lang["territories"] or any(w.lower in bodies for w in place):
        return False  # "North Korea: …" speaks
    return (bool(day) and is_day) or (is_place and not day)


def _is_idle(words: Sequence[Word], cue: CueWords, lang: Language) -> bool:
    """Tell a cue that only describes, or by which nobody speaks: "for | suspected | fraud".

    So it is with the names of the dead: "42 have been | identified". What is "suspected to" or
    "identified as" something somebody says.
    """
    word, before = words[cue.first].lower, words[cue.first - 1].lower if cue.first else ""
    behind = words[cue.last] if cue.last < len(words) else None
    is_noun = behind is not None and behind.text.islower() and behind.text.isalpha()
    is_free = behind is None or behind.is_mark or behind.lower in lang["conjunctions"]
    if word in lang["attributive_participles"] and before in lang["prepositions"]:
        small = ("articles", "determiners", "pronouns", "prepositions", "subordinators")
        return is_noun and not any(behind.lower in lang[name] for name in small if behind)
    return word in lang["unvoiced_passives"] and before in lang["auxiliaries"] and is_free


class Sentence:
    """A sentence being read: rules look at `words`, respect what is `taken` and `add` findings."""

    def __init__(self, words: Sequence[Word], number: int, lang: Language) -> None:
        self.words, self.number, self.lang = words, number, lang
        self.found: list[Utterance] = []
        self.taken = [False] * len(words)
        self.last_source: Range | None = None
        found = (lang.cue_at(words, i) for i in range(len(words)))
        self.cues = [c for c in found if c and not _is_idle(words, c, lang)]
        plain = [word for word in words if not word.is_mark and not word.is_quotation]
        capitals = sum(word.is_capitalised for word in plain)
        self.is_title = len(plain) > 3 and capitals > 0.6 * len(plain)

    def is_taken(self, cue: CueWords) -> bool:
        """Tell whether a cue lies inside what is attributed already."""
        return any(self.taken[cue.first : cue.last])

    def clause_end(self, at: int) -> int:
        """Find where the clause around `at` ends: at a comma, a stop, a dash or a quotation."""
        while at < len(self.words) and self.words[at].text not in {",", ".", ";", ":", "–", "—"}:
            if self.words[at].is_quotation:
                break
            at += 1
        return at

    def content_start(self, border: int) -> int:
        """Find where a content that ends at `border` begins: after what is taken."""
        first = border
        while first > 0 and not self.taken[first - 1]:
            first -= 1
        if first == 0:
            first = self._after_dateline(border)
        while first < border and self.words[first].is_mark:
            first += 1
        return first

    def _after_dateline(self, border: int) -> int:
        """Step over "LERWICK (NPA) – ", "Lerwick (NPA): " before the first sentence of a report."""
        for at in range(1, min(border, _LONGEST_DATELINE)):
            word, before = self.words[at], self.words[at - 1]
            is_lone = at == 1 and before.text.isupper() and len(before.text) > 1  # "LERWICK: "
            if word.text == ":" and (is_lone or is_dateline(self.words, at, self.lang)):
                return at + 1
            if word.text in DASHES:
                is_place = self.words[0].text.isupper() and len(self.words[0].text) > 1
                return at + 1 if before.text == ")" or is_place else 0
        return 0

    def add(
        self,
        cue: CueWords,
        source: Range | None,
        ranges: Sequence[Range],
        reason: str,
        traits: Traits | None = None,
    ) -> None:
        """Add a statement, and take its words so that weaker rules leave them alone.

        Nothing is added where what the rule took for the speaker cannot speak.
        """
        words, traits = self.words, traits or Traits()
        if source is not None:
            source = trim_source(words, source, self.lang)
            if not can_speak(words, source, cue.cue, self.lang):
                return
        for first, last in ranges:
            self.taken[first:last] = [True] * (last - first)
        for at in range(cue.first, cue.last):
            self.taken[at] = True
        self.last_source = source or self.last_source
        content = tuple((words[first].start, words[last - 1].end) for first, last in ranges)
        self.found.append(
            Utterance(
                content=content,
                cue=(words[self._cue_start(cue)].start, words[cue.last - 1].end),
                source=source and (words[source[0]].start, words[source[1] - 1].end),
                act=cue.cue.act,
                mode=self._mode(ranges),
                reason=reason,
                unit=self.number,
                is_negated=traits.is_negated,
                is_unstated=traits.is_unstated,
                awaits=traits.awaits,
            )
        )

    def _cue_start(self, cue: CueWords) -> int:
        """Take auxiliaries and negations into the cue: "has also said", "did not say"."""
        if cue.cue.kind not in {"verb", "adjective"}:
            return cue.first
        first = verb_group(self.words, cue.first, self.lang).first
        if not first and "verb second" in self.lang["word_order"]:
            first = cue.first  # «| Samtidig | peker politiet på …»
        while first < cue.first and self.taken[first]:
            first += 1
        return first

    def _mode(self, ranges: Sequence[Range]) -> Mode:
        covered = [word for first, last in ranges for word in self.words[first:last]]
        quoted = [word.is_quotation for word in covered if not word.is_mark]
        if quoted and all(quoted):
            return Mode.DIRECT
        return Mode.MIXED if any(quoted) else Mode.INDIRECT
