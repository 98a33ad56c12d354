"""The terms of a sentence: lexicon concepts, proper names, and the stems of other content words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ordmot.claims.words import Word, may_part, read_words, word_set
from ordmot.ledger import Span, Term
from ordmot.lexicon import Sense, is_kind_of, is_state, senses, senses_at, stem
from ordmot.lexicon.aliases import known_name
from ordmot.lexicon.vocabulary import is_dictionary_form

_WHETHER = 4
"""Words behind "whether" at most before its verb."""
_DOING = "do_act"
"""What is carried out, an order or an attack: who "carried the wounded | out" only carried them."""
_PARTED = 6
"""Words at most between a verb and the word that belongs to it."""
_LONG, _LEAST_LONG, _MOSTLY = 4, 4, 0.75
"""Letters of a word that is no mere particle; how many of them, and which share with capitals,
make a headline in capitals."""
_EMPTY = (
    ("stop", "words"),
    ("negation", "words"),
    ("contrast", "despite"),
    ("clauses", "openers"),
)
"""Word lists whose words carry no content, and are no names where a sentence begins with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A term in its sentence: what it stands for and the part that it can play there.

    `role` is `noun`, `verb`, `adjective`, `people` (a noun or participle that counts those to whom
    something happens), `name` or `word` (a content word that the lexicon does not know).
    """

    term: Term
    role: str
    predicate: str | None = None
    restrictor: str | None = None

    @property
    def start(self) -> int:
        """Give where it begins in the document."""
        return self.term.span.start

    @property
    def end(self) -> int:
        """Give where it ends in the document."""
        return self.term.span.end

    @property
    def concept(self) -> str:
        """Give what it stands for."""
        return self.term.concept


def find_mentions(
    sentence: Span, language: str, amounts: Sequence[Span] = ()
) -> tuple[Mention, ...]:
    """Find the terms of a sentence in order, the longest reading of each place.

    No name begins in one of the `amounts`: "Nine | Israelis".
    """
    words = read_words(sentence)
    starts = (w.start for w in words for a in amounts if a.start <= w.start < a.end)
    reader = _Reader(
        sentence=sentence,
        words=words,
        language=language,
        numbers=frozenset(starts),
        has_capitals=_is_title_case(words),
    )
    return tuple(reader.read())


def _is_title_case(words: Sequence[Word]) -> bool:
    """Tell whether capitals show no names: "Nine Britons Killed In Crash"."""
    long = [word for word in words if word.text.isalpha() and len(word.text) >= _LONG]
    capital = sum(word.is_capital for word in long)
    return len(long) >= _LEAST_LONG and capital >= _MOSTLY * len(long)


def _state(text: str, language: str) -> Sense | None:
    """Give what a verb's form says of something that is so: "open", «åpne», «klart»; mostly None.

    The dictionary form of a verb that is an adjective too is none behind a copula; of some other
    forms the lexicon says so, which may be nouns: "they were | rebels", «de er | ansatte».
    """
    found = senses(text, language)
    if is_state(text, language):
        return next((sense for sense in found if sense.role != "verb"), None)
    if not is_dictionary_form(text.lower(), "verb", language):
        return None
    return next((sense for sense in found if sense.role == "adjective"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """One sentence being read, word by word."""

    sentence: Span
    words: tuple[Word, ...]
    language: str
    numbers: frozenset[int]
    has_capitals: bool

    def read(self) -> Iterator[Mention]:
        """Read from the first word on, each time past the term that was found."""
        texts = [word.text for word in self.words]
        index = 0
        particles: set[int] = set()
        while index < len(self.words):
            mention, taken = self._read_at(texts, index)
            parted = self._parted(texts, index) if taken == 1 else None
            is_verb = mention is None or mention.role == "verb"  # "took" alone says nothing
            if parted is not None and is_verb:
                mention = self._concept(index, parted[0], 1)
                particles.update(parted[1])
            if mention is not None and index not in particles:
                yield mention
            index += taken

    def _parted(self, texts: list[str], index: int) -> tuple[Sense, range] | None:
        """Find the verb that another phrase parts: «slo admiralen | fast», "took 30 | hostage".

        With it the places of its other words, which say nothing of their own.
        """
        known = word_set(self.language, "clauses", "particles")
        for place in range(index + 2, min(index + 2 + _PARTED, len(texts))):
            if may_part(self.words[place], self.language):
                return None
            if texts[place].lower() in known:
                if texts[place - 1].lower() in word_set(self.language, "slots", "before_noun"):
                    return None  # «satt i en | fast stol»
                if self.words[place].start in self.numbers:
                    return None  # "pulled six | out | of twenty"
                ahead = [*texts[: index + 1], *texts[place:]]
                return self._joined(senses_at(ahead, index, self.language), place)
        return None

    def _joined(self, match: tuple[Sense, int] | None, place: int) -> tuple[Sense, range] | None:
        """Give a verb of several words with the places of those that begin at `place`."""
        if match is None:
            return None
        sense, taken = match
        is_verb = taken > 1 and sense.role == "verb" and sense.concept != _DOING
        return (sense, range(place, place + taken - 1)) if is_verb else None

    def _read_at(self, texts: list[str], index: int) -> tuple[Mention | None, int]:
        """Read the term at one word: a name, a concept, or an unknown content word."""
        word = self.words[index]
        if word.is_mark:
            return None, 1
        length = self._name_length(index)
        if length:
            return self._name(index, length), length
        match = senses_at(texts, index, self.language)
        if match is not None and match[1] > 1 and match[0].role == "verb":
            match = self._noun_instead(texts, index) or match
            if self._asks_whether(index + match[1] - 1):
                match = senses_at(texts[: index + 1], index, self.language)
        if match is not None:
            sense, taken = match
            return self._concept(index, self._fitting(index, sense, taken), taken), taken
        lower = word.lower
        is_content = lower.isalpha() and len(lower) > 2 and not self._is_empty(lower)
        return (self._unknown(index) if is_content else None), 1

    def _noun_instead(self, texts: list[str], index: int) -> tuple[Sense, int] | None:
        """Read a noun for a phrase that begins like a verb: "the | fire | at the mill"."""
        before = texts[index - 1].lower() if index else ""
        if before not in word_set(self.language, "slots", "before_noun"):
            return None
        alone = senses(texts[index], self.language)
        noun = next((sense for sense in alone if sense.role == "noun"), None)
        return None if noun is None else (noun, 1)

    def _asks_whether(self, last: int) -> bool:
        """Tell whether the last word of a verb is "whether": «visste | om | båten kom fram»."""
        if self.words[last].lower not in word_set(self.language, "clauses", "whether"):
            return False
        for word in self.words[last + 1 : last + 1 + _WHETHER]:
            if may_part(word, self.language):
                return False
            if word.lower in word_set(self.language, "existence", "verbs"):
                return True
        return False

    def _span(self, index: int, length: int) -> Span:
        return self.sentence.part(self.words[index].start, self.words[index + length - 1].end)

    def _name(self, index: int, length: int) -> Mention:
        span = self._span(index, length)
        return Mention(term=Term(concept=f"={known_name(span.text)}", span=span), role="name")

    def _concept(self, index: int, sense: Sense, length: int) -> Mention:
        return Mention(
            term=Term(concept=sense.concept, span=self._span(index, length)),
            role=sense.role,
            predicate=sense.predicate,
            restrictor=sense.restrictor,
        )

    def _fitting(self, index: int, sense: Sense, taken: int) -> Sense:
        """Choose the sense that fits the place: "one bomb" is a thing, "to bomb" an event."""
        if taken > 1 or index == 0:
            return sense
        text = self.words[index].text
        if sense.role == "verb" and self._is_behind_copula(index):
            state = _state(text, self.language)
            if state is not None and state.concept != sense.concept:
                return state  # "the gate was | open" is no verb: that would be "opened"
        wanted = self._roles_at(index, sense)
        if not wanted or sense.role in wanted or self._is_relative(index - 1, sense):
            return sense
        others = senses(text, self.language)
        return next((other for other in others if other.role in wanted), sense)

    def _roles_at(self, index: int, sense: Sense) -> tuple[str, ...]:
        """Give the roles that a word can have behind the word before it, none where any will do."""
        before, text = self.words[index - 1].lower, self.words[index].lower
        is_finite = text.endswith(tuple(word_set(self.language, "slots", "finite_endings")))
        if sense.role == "verb" and is_finite and self._is_behind_copula(index):
            return ("people", "noun")  # "ten were | rebels": nobody "were rebels" a verb
        if before in word_set(self.language, "slots", "before_verb"):
            return ("verb", "people", "adjective")
        if before.isdigit() or before in word_set(self.language, "slots", "before_noun"):
            return ("people", "noun", "adjective")
        return ()

    def _is_behind_copula(self, index: int) -> bool:
        """Tell whether a word is said of something: "was | open", "were found | open".

        A "not" or "still" may stand between: "is not | free", «er fortsatt | åpen».
        """
        between = word_set(self.language, "slots", "before_state")
        before = index - 1
        while before > 0 and self.words[before].lower in between:
            before -= 1
        copulas = word_set(self.language, "existence", "copulas")
        leaving = word_set(self.language, "slots", "leaving")
        word = self.words[before].lower
        return word in copulas or (before == index - 1 and word in leaving)

    def _is_relative(self, index: int, sense: Sense) -> bool:
        """Tell whether a verb is that of a relative clause: "the fire that | killed 31"."""
        if index < 1 or sense.role != "verb":
            return False
        relatives = word_set(self.language, "clauses", "relatives")
        ahead = senses(self.words[index - 1].text, self.language)
        is_noun = any(sense.role in ("noun", "people") for sense in ahead)
        return is_noun and self.words[index].lower in relatives

    def _unknown(self, index: int) -> Mention:
        span = self._span(index, 1)
        concept = f"~{stem(span.text, self.language)}"
        return Mention(term=Term(concept=concept, span=span), role="word")

    def _is_stop(self, lower: str) -> bool:
        """Tell whether a word carries no content; of "I'd", "they've" the pronoun decides."""
        head, mark, ending = lower.replace("’", "'").partition("'")
        if mark and ending in word_set(self.language, "stop", "contracted"):
            lower = head
        return any(lower in word_set(self.language, *place) for place in _EMPTY)

    def _is_empty(self, lower: str) -> bool:
        """Tell whether a word says nothing of its own: "were", "would", "har"."""
        helpers = ("verbs", "auxiliaries")
        return self._is_stop(lower) or any(
            lower in word_set(self.language, "existence", key) for key in helpers
        )

    def _is_ordinary(self, word: Word) -> bool:
        return senses_at([word.text], 0, self.language) is not None

    def _is_nation(self, word: Word) -> bool:
        return any(is_kind_of(s.concept, "nation") for s in senses(word.text, self.language))

    def _goes_on(self, first: int, index: int) -> bool:
        """Tell whether a name goes on: in a headline of capitals no ordinary word is of it."""
        word = self.words[index]
        if not word.is_capital or (first < index and word.start in self.numbers):
            return False
        is_plain = self._is_empty(word.lower) or self._is_ordinary(word)
        return not (self.has_capitals and is_plain)

    def _name_length(self, index: int) -> int:
        """Count the words of a proper name that begins here; 0 if none does.

        Capitals in a row with a word that the lexicon lacks ("Yida Camp"), an acronym, or one
        capitalised word that is no ordinary word.
        """
        word = self.words[index]
        if word.start in self.numbers or self._is_stop(word.lower):
            return 0
        end = index
        while end < len(self.words) and self._goes_on(index, end):
            end += 1
        run = self.words[index:end]
        if not run:
            return 0
        if len(run) == 1 and len(run[0].text) > 1 and run[0].text.isupper():
            return 0 if self._is_nation(run[0]) else 1  # "U.S." is what "American" is
        return len(run) if not all(self._is_ordinary(word) for word in run) else 0
