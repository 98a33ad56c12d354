"""Reading one passage: which words are attributed, by which cue, to which source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ordmot.ledger import Act, Mode
from ordmot.statements.contents import Content, content_after, is_time, quotations_in, trim_end
from ordmot.statements.language import Cue, CueWords, Language
from ordmot.statements.sources import (
    DASHES,
    Verb,
    acting_voice,
    clause_subject,
    is_scare,
    names_voice,
    phrase_after,
    phrase_before,
    verb_group,
)
from ordmot.statements.words import Unit, Word, open_quotations

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one passage says about one statement, before voices are known: character offsets.

    `awaits` tells that the words announce a content that follows ("He wrote:"), `is_unstated` that
    the sentence hides the speaker ("was promised"), `unit` is the number of the sentence, `within`
    the content of the statement that this one is told inside of.
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


def read_unit(unit: Unit, number: int, lang: Language) -> list[Utterance]:
    """Find the statements of one sentence in text order, those inside a statement after it."""
    found: list[Utterance] = []
    for utterance in _read_words(unit.words, number, lang):
        found += [utterance, *_read_inside(unit.words, utterance, lang)]
    return found


def _read_words(words: Sequence[Word], number: int, lang: Language) -> list[Utterance]:
    reader = _UnitReader(words, number, lang)
    if any(word.quotation is not None and not word.quotation.is_closed for word in words):
        opened = _UnitReader(open_quotations(words), number, lang)
        opened.read_tags()
        if opened.found:
            return [replace(utterance, mode=Mode.DIRECT) for utterance in opened.found]
    reader.read()
    return sorted(reader.found, key=lambda u: (u.content or (u.cue or (0, 0),))[0])


def _read_inside(words: Sequence[Word], outer: Utterance, lang: Language) -> list[Utterance]:
    """Find what somebody says that somebody else said: "the paper reports that Lind denied …"."""
    if outer.mode is Mode.DIRECT or outer.act not in SPEAKING or outer.source is None:
        return []
    start, end = outer.content[0] if outer.content else (0, 0)
    inside = [word for word in words if start <= word.start and word.end <= end]
    if len(inside) < _SHORTEST_NESTED or len(inside) == len(words):
        return []
    return [
        replace(inner, within=(start, end))
        for inner in _read_words(inside, outer.unit, lang)
        if inner.content and inner.act in SPEAKING and inner.source is not None
    ]


def subject_of(unit: Unit, lang: Language) -> Range | None:
    """Find who acts in a sentence, as character offsets."""
    subject = acting_voice(unit.words, lang)
    if subject is None:
        return None
    return unit.words[subject[0]].start, unit.words[subject[1] - 1].end


class _UnitReader:
    """The rules of a sentence, tried from the strongest to the weakest."""

    def __init__(self, words: Sequence[Word], number: int, lang: Language) -> None:
        self.words, self.number, self.lang = words, number, lang
        self.found: list[Utterance] = []
        self._taken = [False] * len(words)
        plain = [word for word in words if not word.is_mark and not word.is_quotation]
        capitals = sum(word.is_capitalised for word in plain)
        self._is_title = len(plain) > 3 and capitals > 0.6 * len(plain)
        self._cues = [c for c in (lang.cue_at(words, i) for i in range(len(words))) if c]

    def read(self) -> None:
        """Try tags first: "…, she said" makes everything before it content."""
        self._headline()
        for rule in (self._tag, self._source_phrase, self._hearsay, self._forward):
            for cue in self._cues:
                if not any(self._taken[cue.first : cue.last]):
                    rule(cue)

    def read_tags(self) -> None:
        """Try tags alone, for words after an opening mark that is never closed."""
        for cue in self._cues:
            if not any(self._taken[cue.first : cue.last]):
                self._tag(cue)

    # -- headlines --------------------------------------------------------------------------------

    def _headline(self) -> None:
        """Read "Minister: No deal was made" and "Ann Ray: “…”": a name, a colon, a content."""
        words, lang = self.words, self.lang
        colon = next((i for i, word in enumerate(words[:_LONGEST_LABEL]) if word.text == ":"), 0)
        last = trim_end(words, colon + 1, len(words))
        if not colon or last - colon < 2 or not names_voice(words[:colon], lang):
            return
        mark = CueWords(colon, colon + 1, Cue("mark", Act.SAY))
        self._add(mark, (0, colon), [(colon + 1, last)], "name before a colon")

    # -- tags ---------------------------------------------------------------------------------

    def _tag(self, cue: CueWords) -> None:
        if cue.cue.kind != "verb" or not {"tag", "quote"} & cue.cue.frames:
            return
        found = self._inverted_tag(cue) or self._plain_tag(cue)
        if found is not None:
            border, source, tail = found
            self._add_tag(cue, border, source, tail)

    def _inverted_tag(self, cue: CueWords) -> tuple[int, Range, int] | None:
        """Read "…, sier Kari Lie" and "…” said Col Ames, spokesman for Y"."""
        words, lang = self.words, self.lang
        is_turn = words[0].text in DASHES
        if cue.first == 0 or not self._is_content_border(cue.first, is_turn or cue.first > 3):
            return None
        at = cue.last
        while at < len(words) and lang.is_adverb(words[at]):
            at += 1
        end = phrase_after(words, at, lang)
        if end == at or not (self._is_tail(end) or self._is_manner(end)):
            return None
        if words[cue.first - 1].text == "," and not words[cue.first - 2].is_quotation:
            subject = phrase_before(words, cue.first, lang)
            if subject is not None and not any(
                w.lower not in lang["openers"] for w in words[: subject[0]]
            ):
                return None  # "Lind, a nurse, said the ward …" is no inversion
        return cue.first, (at, end), end

    def _plain_tag(self, cue: CueWords) -> tuple[int, Range, int] | None:
        """Read "…, she said." and "… she told reporters in Oslo."."""
        group = verb_group(self.words, cue.first, self.lang)
        source = phrase_before(self.words, group.first, self.lang)
        if source is None or source[0] == 0:
            return None
        border = source[0]
        if border > 1 and self.words[border - 1].lower in self.lang["likeness"]:
            border -= 1
        if not self._is_content_border(border, self._is_aside(cue, border)):
            return None
        if not self._is_tail(cue.last, "person" in cue.cue.frames):
            return None
        return border, source, cue.last

    def _is_aside(self, cue: CueWords, source: int) -> bool:
        """Tell "Now, she said, nobody came" and "…, she said." by what stands right after."""
        if cue.last >= len(self.words):
            return False
        after = self.words[cue.last].text
        is_end = after in {".", "?", "!"} and source > 4 and cue.cue.act is Act.SAY
        return is_end or (after == "," and cue.cue.act is not Act.WANT)

    def _is_content_border(self, at: int, is_sure: bool = False) -> bool:
        """Tell whether a content may end just before word `at`."""
        before = self.words[at - 1]
        if before.is_quotation:
            return not is_scare(before)
        if before.text not in {",", "?", "!", "–", "—", "-", "--"} or at < 2:
            return False
        left = self.words[: at - 1]
        is_quoted = all(word.is_quotation or word.is_mark for word in left)
        if is_quoted or any(word.is_quotation and not is_scare(word) for word in left[-1:]):
            return True
        first = next((w for w in left if w.lower not in self.lang["openers"]), left[0])
        if first.lower in self.lang["subordinators"] - self.lang["contrast"]:
            return False
        return is_sure or self._is_clause(left)

    def _is_clause(self, left: Sequence[Word]) -> bool:
        first = next((word for word in left if not word.is_mark), None)
        if first is None or first.lower in self.lang["subordinators"] - self.lang["contrast"]:
            return False
        starts_adjunct = first.lower in self.lang["prepositions"] or self.lang.is_participle(first)
        verbs = sum(self.lang.is_finite(word) or self._is_cue_verb(word) for word in left)
        return verbs > (1 if starts_adjunct else 0) or (verbs == 1 and len(left) > 9)

    def _is_manner(self, at: int) -> bool:
        """Tell whether only a few words of manner follow: «smiler hun litt skamfullt.»."""
        end = self._clause_end(at)
        rest = self.words[at:end]
        return len(rest) <= _LONGEST_MANNER and not any(
            w.lower in self.lang["complementizers"] or w.is_quotation or self.lang.is_finite(w)
            for w in rest
        )

    def _is_cue_verb(self, word: Word) -> bool:
        cue = self.lang.cue_at((word,), 0)
        return cue is not None and cue.cue.kind == "verb" and "noun" not in cue.cue.frames

    def _is_tail(self, at: int, has_listener: bool = False) -> bool:
        """Tell whether nothing said follows the cue: end, comma, time, place, listener."""
        words, lang = self.words, self.lang
        rest = words[at : self._clause_end(at)]
        if has_listener and rest and not rest[0].is_quotation:
            return not any(word.lower in lang["complementizers"] for word in rest)
        if at >= len(words) or words[at].is_mark or words[at].is_quotation:
            return at >= len(words) or words[at].text != ":"
        if words[at].lower in lang["subordinators"] - lang["complementizers"]:
            return True
        starts_tail = (
            words[at].lower in lang["prepositions"]
            or is_time(words, at, lang)
            or lang.is_adverb(words[at])
        )
        return starts_tail and not any(
            word.lower in lang["complementizers"] for word in words[at : self._clause_end(at)]
        )

    def _clause_end(self, at: int) -> int:
        while at < len(self.words) and self.words[at].text not in {",", ".", ";", ":", "–", "—"}:
            if self.words[at].is_quotation:
                break
            at += 1
        return at

    def _add_tag(self, cue: CueWords, border: int, source: Range, tail: int) -> None:
        first = self._content_start(border)
        ranges = [(first, trim_end(self.words, first, border))]
        ranges += self._second_half(tail)
        if ranges[0][0] < ranges[0][1]:
            self._add(cue, source, ranges, "tag after the content")

    def _content_start(self, border: int) -> int:
        first = border
        while first > 0 and not self._taken[first - 1]:
            first -= 1
        while first < border and self.words[first].is_mark:
            first += 1
        return first

    def _second_half(self, tail: int) -> list[Range]:
        """Find the second half: "“…,” he said. “…”" or "…, he said, and …"."""
        end = self._clause_end(tail)
        quoted = quotations_in(self.words, end, len(self.words))
        if quoted and quoted[0] - end <= 2:
            return [(at, at + 1) for at in quoted]
        if end == tail < len(self.words) and self.words[tail].text == ",":
            return self._second_clause(tail + 1)
        return []

    def _second_clause(self, at: int) -> list[Range]:
        words, lang = self.words, self.lang
        last = trim_end(words, at, len(words))
        if last - at < 3 or lang.is_participle(words[at]) or lang.cue_at(words, at) is not None:
            return []
        opener = words[at].lower
        if opener in lang["relatives"] - lang["complementizers"]:
            return []
        is_plain = opener in lang["subjects"] or opener in lang["complementizers"]
        has_verb = any(lang.is_finite(word) for word in words[at:last])
        return [(at, last)] if is_plain or has_verb else []

    # -- according to ---------------------------------------------------------------------------

    def _source_phrase(self, cue: CueWords) -> None:
        if cue.cue.kind != "source":
            return
        words, lang = self.words, self.lang
        end = phrase_after(words, cue.last, lang)
        if end == cue.last:
            return
        source = (cue.last, end)
        if "relay" in cue.cue.frames:
            while end < len(words) and words[end].lower in lang["relay_words"]:
                end += 1
        after = end
        while after < len(words) and words[after].text == ",":
            after += 1
        before = trim_end(words, 0, cue.first)
        first = self._content_start(before)
        ranges = []
        if before - first >= 2 and words[before - 1].lower not in lang["openers"]:
            ranges.append((first, before))
        last = trim_end(words, after, len(words))
        is_inside = end < len(words) and (words[end].text == "," or before == cue.first)
        if last - after >= 2 and (not ranges or (is_inside and not is_time(words, end, lang))):
            ranges.append((after, last))
        if ranges:
            self._add(cue, source, ranges, "source named by a preposition")

    # -- hearsay ----------------------------------------------------------------------------------

    def _hearsay(self, cue: CueWords) -> None:
        if cue.cue.kind != "hearsay" or not self._has_supine(cue):
            return
        after = self.words[cue.last] if cue.last < len(self.words) else None
        if after is not None and after.lower in self.lang["complementizers"]:
            last = trim_end(self.words, cue.last, len(self.words))
            self._add(cue, None, [(cue.last, last)], "hearsay word", is_unstated=True)
            return
        ranges = []
        first = self._content_start(cue.first)
        if first < cue.first:
            ranges.append((first, trim_end(self.words, first, cue.first)))
        last = trim_end(self.words, cue.last, len(self.words))
        if cue.last < last:
            ranges.append((cue.last, last))
        ranges = [r for r in ranges if r[0] < r[1]]
        if ranges:
            self._add(cue, None, ranges, "hearsay word", is_unstated=True)

    def _has_supine(self, cue: CueWords) -> bool:
        """Tell «skal ha rømt» (hearsay) from «vi skal ha kaffe»."""
        if "supine" not in cue.cue.frames:
            return True
        rest = (w for w in self.words[cue.last : cue.last + 4] if not self.lang.is_adverb(w))
        after = next(rest, None)
        return after is not None and after.lower.endswith(tuple(self.lang["supine_endings"]))

    # -- forward ----------------------------------------------------------------------------------

    def _forward(self, cue: CueWords) -> None:
        if cue.cue.kind == "noun" or self._is_noun(cue):
            self._nominal(cue)
        elif cue.cue.kind in {"verb", "adjective"}:
            self._verbal(cue)

    def _is_noun(self, cue: CueWords) -> bool:
        if "noun" not in cue.cue.frames or cue.first == 0:
            return False
        before = self.words[cue.first - 1]
        lang = self.lang
        if before.lower.endswith(tuple(lang["adjective_endings"])) and not before.is_capitalised:
            return True
        return (
            before.lower in lang["determiners"]
            or before.is_possessive
            or before.lower in lang["prepositions"] - lang["infinitive"]
        )

    def _nominal(self, cue: CueWords) -> None:
        """Read "the claim that …", "her promise to …", "his criticism of …"."""
        words, lang = self.words, self.lang
        if "object" in cue.cue.frames and cue.cue.kind == "noun":
            content = content_after(words, cue, lang)
            source = self._possessor(cue.first)
            if content is not None and source is not None:
                self._add(cue, source, [(content.first, content.last)], "noun with its object")
            return
        at = cue.last
        if at < len(words) and words[at].lower in lang["prepositions"] - lang["infinitive"]:
            at += 1
        if at >= len(words) or words[at].lower not in (
            lang["complementizers"] | lang["infinitive"]
        ):
            return
        source = self._possessor(cue.first)
        if source is None and words[at].lower in lang["infinitive"]:
            return
        content = content_after(
            words, CueWords(cue.first, at, replace(cue.cue, frames=_NOMINAL)), lang
        )
        if content is not None:
            last = self._noun_clause_end(content)
            self._add(cue, source, [(content.first, last)], "noun that names the act")

    def _noun_clause_end(self, content: Content) -> int:
        """End the clause where the main verb follows: "the claim that he fled | was denied"."""
        verbs = [
            i for i in range(content.first, content.last) if self.lang.is_finite(self.words[i])
        ]
        for first, second in pairwise(verbs):
            between = {word.lower for word in self.words[first + 1 : second]}
            links = self.lang["conjunctions"] | self.lang["subordinators"] | self.lang["relatives"]
            is_new = second > first + 1 or self._follows_participle(first, second)
            if is_new and not between & (links | self.lang["subjects"]):
                return trim_end(self.words, content.first, second)
        return content.last

    def _follows_participle(self, first: int, second: int) -> bool:
        """Tell "were locked | was denied" from "had been"."""
        lang, words = self.lang, self.words
        return (
            words[first].lower not in lang["auxiliaries"]
            and words[second].lower in lang["auxiliaries"]
        )

    def _possessor(self, noun: int) -> Range | None:
        words, lang = self.words, self.lang
        for at in range(noun - 1, max(-1, noun - 7), -1):
            if words[at].lower in lang["possessives"]:
                return at, at + 1
            if words[at].is_possessive and words[at].text != "'":
                return phrase_before(words, at + 1, lang)
            is_link = words[at].lower in lang["prepositions"] or words[at].lower in lang["articles"]
            if (
                is_link
                or (words[at].is_mark and words[at].text != ",")
                or lang.is_finite(words[at])
            ):
                return None
        return None

    def _verbal(self, cue: CueWords) -> None:
        words, lang = self.words, self.lang
        if words[cue.first].is_capitalised and cue.first and not self._is_title:
            return  # "the Islamic State" does not state
        group = verb_group(words, cue.first, lang)
        is_adjective = cue.cue.kind == "adjective"
        if is_adjective and not group.is_passive:
            return
        is_passive = (
            group.is_passive and not is_adjective and not lang.is_participle(words[cue.first])
        )
        if self._by_agent(cue, group.first) or self._asked(cue, group.first):
            return
        if self._fronted_object(cue, group):
            return
        source = None if is_passive else self._subject(cue, group.first, group.is_infinitive)
        if source is not None and words[source[0]].lower in lang["expletives"]:
            return
        inner, is_negated = self._skip_negation(cue)
        if is_passive:  # the one who was told is the subject, not in the content's way
            inner = replace(inner, cue=replace(cue.cue, frames=cue.cue.frames - {"person"}))
        if source is not None and source[0] >= cue.last:
            inner = CueWords(cue.first, source[1], cue.cue)
        content = content_after(words, inner, lang)
        if content is None:
            self._announce(cue, source)
            self._as_they_say(cue, source)
            return
        content = self._within_clause(content, source)
        if "intention" in cue.cue.frames and self._is_outcome(content.first, source):
            return
        if source is None and not (is_passive and self._is_passive_telling(cue, content.frame)):
            return
        is_strong = content.frame in {"clause", "quote", "colon", "question"}
        if group.is_infinitive and not is_strong:
            return
        self._add(
            cue,
            source,
            [(content.first, content.last)],
            f"cue with {content.frame}",
            is_negated=group.is_negated or is_negated,
            is_unstated=is_passive,
        )

    def _by_agent(self, cue: CueWords, group: int) -> bool:
        """Read "the plan was rejected by the union": the agent is the source."""
        words, lang = self.words, self.lang
        if "object" not in cue.cue.frames or cue.last >= len(words):
            return False
        if words[cue.last].lower not in lang["agents"]:
            return False
        end = phrase_after(words, cue.last + 1, lang)
        theme = phrase_before(words, group, lang)
        if end == cue.last + 1 or theme is None:
            return False
        self._add(cue, (cue.last + 1, end), [theme], "passive with its agent")
        return True

    def _fronted_object(self, cue: CueWords, group: Verb) -> bool:
        """Read «Det bekreftet havnesjefen mandag»: "that" is the content."""
        words, lang = self.words, self.lang
        at = group.first - 1
        if "verb second" not in lang["word_order"] or at < 0 or group.is_passive:
            return False
        if words[at].lower not in lang["fronted_objects"] or not self._is_tail(self._tail_of(cue)):
            return False
        end = phrase_after(words, cue.last, lang)
        if end == cue.last or words[cue.last].lower in lang["fronted_objects"]:
            return False
        self._add(cue, (cue.last, end), [(at, at + 1)], "pronoun before the verb is the content")
        return True

    def _tail_of(self, cue: CueWords) -> int:
        return phrase_after(self.words, cue.last, self.lang)

    def _asked(self, cue: CueWords, group: int) -> bool:
        """Read "Asked whether the bridge would hold, Lind …": nobody says who asked."""
        words, lang = self.words, self.lang
        if cue.cue.act is not Act.ASK or group != cue.first or cue.last + 1 >= len(words):
            return False
        is_first = all(w.is_mark or w.lower in lang["subordinators"] for w in words[: cue.first])
        if not is_first or not words[cue.first].lower.endswith(tuple(lang["verb_endings"])):
            return False
        end = self._clause_end(cue.last)
        if end - cue.last < 2:
            return False
        self._add(cue, None, [(cue.last, end)], "question put by nobody named", is_unstated=True)
        return True

    def _skip_negation(self, cue: CueWords) -> tuple[CueWords, bool]:
        """Step over adverbs behind the verb: «sa | ikke | når …»."""
        words, lang = self.words, self.lang
        if "verb second" not in lang["word_order"]:
            return cue, False
        at = cue.last
        while at < len(words) and words[at].lower in lang["adverbs"]:
            at += 1
        skipped = [word.lower for word in words[cue.last : at]]
        return replace(cue, last=at), any(word in lang["negations"] for word in skipped)

    def _is_passive_telling(self, cue: CueWords, frame: str) -> bool:
        return frame in {"clause", "infinitive", "question", "quote"} or "person" in cue.cue.frames

    def _subject(self, cue: CueWords, group: int, is_infinitive: bool) -> Range | None:
        words, lang = self.words, self.lang
        before = None if is_infinitive else phrase_before(words, group, lang)
        if before is not None and not self._is_fronted(before[0], group):
            return before
        is_joined = group > 0 and words[group - 1].lower in lang["conjunctions"]
        if "verb second" in lang["word_order"] and not is_infinitive and not is_joined:
            return self._subject_behind(cue)
        end = phrase_after(words, cue.last, lang)
        if (
            not is_infinitive
            and end > cue.last
            and end < len(words)
            and (words[end].lower in lang["complementizers"] or words[end].text == ":")
            and not {"person"} & cue.cue.frames
        ):
            return cue.last, end
        is_linked = group > 0 and (
            is_infinitive
            or words[group - 1].lower in lang["conjunctions"]
            or lang.is_participle(words[cue.first])
        )
        return clause_subject(words, group, lang) if is_linked else None

    def _within_clause(self, content: Content, source: Range | None) -> Content:
        """End the content where its subordinate clause ends: "After Lind said no, | the vote …"."""
        words, lang = self.words, self.lang
        if source is None or content.frame == "quote":
            return content
        at = source[0] - 1
        is_relative = words[source[0]].lower in lang["relatives"]
        is_early = at <= 1 and at >= 0 and words[at].lower in lang["subordinators"]
        if not (is_relative or is_early):
            return content
        ends = (i for i in range(content.first + 1, content.last) if words[i].text == ",")
        return replace(content, last=next(ends, content.last))

    def _is_outcome(self, at: int, source: Range | None) -> bool:
        """Tell the future («broen vil bli dyr») from the will («vi vil bygge broen»)."""
        words, lang = self.words, self.lang
        if source is None or words[source[0]].lower in lang["people"]:
            return source is None
        while at < len(words) - 1 and lang.is_adverb(words[at]):
            at += 1
        return words[at].lower in lang["outcomes"] or words[source[1] - 1].lower in lang["subjects"]

    def _as_they_say(self, cue: CueWords, source: Range | None) -> None:
        """Read "As the paper reported, …": the clause after the comma is the content."""
        words, lang = self.words, self.lang
        if source is None or source[0] != 1 or words[0].lower not in lang["likeness"]:
            return
        end = self._clause_end(cue.last)
        last = trim_end(words, end + 1, len(words))
        if end - cue.last <= _LONGEST_MANNER and last - end > 3 and words[end].text == ",":
            self._add(cue, source, [(end + 1, last)], "as somebody says")

    def _is_fronted(self, first: int, group: int) -> bool:
        """Tell whether an adverbial stands before the verb of a verb-second sentence."""
        lang = self.lang
        if "verb second" not in lang["word_order"]:
            return False
        start = first
        while start > 0 and not self.words[start - 1].is_mark:
            start -= 1
        openers = [w for w in self.words[start:group] if w.lower not in lang["contrast"]]
        if not openers:
            return False
        return openers[0].lower in lang["prepositions"] or all(
            w.lower in lang["fronted"] or w.lower in lang["times"] for w in openers
        )

    def _subject_behind(self, cue: CueWords) -> Range | None:
        """Find the subject after the verb: «I går sa | Lind | at …»."""
        words, lang = self.words, self.lang
        at = cue.last
        while at < len(words) and lang.is_adverb(words[at]):
            at += 1
        end = phrase_after(words, at, lang)
        return (at, end) if at < end < len(words) else None

    def _announce(self, cue: CueWords, source: Range | None) -> None:
        """Read "Lind wrote:" at the end of a sentence: what follows is hers."""
        if self.words[-1].text != ":" or source is None:
            return
        if not {"clause", "quote"} & cue.cue.frames or len(self.words) - cue.last > 14:
            return
        self._add(cue, source, [], "cue before a colon", awaits=True)

    # -- result -----------------------------------------------------------------------------------

    def _add(
        self,
        cue: CueWords,
        source: Range | None,
        ranges: Sequence[Range],
        reason: str,
        is_negated: bool = False,
        is_unstated: bool = False,
        awaits: bool = False,
    ) -> None:
        words = self.words
        for first, last in ranges:
            self._taken[first:last] = [True] * (last - first)
        for at in range(cue.first, cue.last):
            self._taken[at] = True
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
                is_negated=is_negated,
                is_unstated=is_unstated,
                awaits=awaits,
            )
        )

    def _cue_start(self, cue: CueWords) -> int:
        """Take auxiliaries and negations into the cue: "has also said", "did not say"."""
        if cue.cue.kind not in {"verb", "adjective"}:
            return cue.first
        first = verb_group(self.words, cue.first, self.lang).first
        while first < cue.first and self._taken[first]:
            first += 1
        return first

    def _mode(self, ranges: Sequence[Range]) -> Mode:
        covered = [word for first, last in ranges for word in self.words[first:last]]
        quoted = [word.is_quotation for word in covered if not word.is_mark]
        if quoted and all(quoted):
            return Mode.DIRECT
        return Mode.MIXED if any(quoted) else Mode.INDIRECT


SPEAKING = frozenset(
    {Act.SAY, Act.CLAIM, Act.ADMIT, Act.DENY, Act.CONFIRM, Act.PROMISE, Act.THREATEN, Act.ASK}
)
_SHORTEST_NESTED = 4
_LONGEST_MANNER = 4
_LONGEST_LABEL = 9  # words before the colon of a headline
_NOMINAL = frozenset({"clause", "infinitive"})
