"""Verbs and adjectives before their content: "she said that …", «I går sa Lie at …»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ordmot.ledger import Act
from ordmot.statements.amounts import is_mere_amount, is_number
from ordmot.statements.beside import read_agent
from ordmot.statements.contents import Content, content_after
from ordmot.statements.language import CueWords, Language
from ordmot.statements.phrases import is_role, names_voice, phrase_after
from ordmot.statements.prefaces import read_as_they_say
from ordmot.statements.sentence import FRONTED, TOLD_AMOUNT, Range, Sentence, Traits
from ordmot.statements.sources import Verb, clause_subject, phrase_before, verb_group
from ordmot.statements.speakers import is_thing
from ordmot.statements.tags import is_tail
from ordmot.statements.words import Word

_LONGEST_IDIOM = 6  # words
_PASSIVE = 3  # words: «ble pågrepet og»


def read_verb(sentence: Sentence, cue: CueWords) -> None:
    """Read a verb or adjective before its content: "she said that …"."""
    words, lang = sentence.words, sentence.lang
    if words[cue.first].is_capitalised and cue.first and not sentence.is_title:
        return  # "the Islamic State" does not state
    if _is_gerund_noun(sentence, cue):
        return
    group = verb_group(words, cue.first, lang)
    is_bare = group.first == cue.first and "infinitive form" in cue.cue.frames
    if is_bare and "verb second" in lang["word_order"]:
        return  # «lese, | skrive | og regne» is nobody's finite verb
    is_adjective = cue.cue.kind == "adjective"
    if is_adjective and not group.is_passive:
        return
    is_passive = group.is_passive and not is_adjective and not lang.is_participle(words[cue.first])
    is_passive |= cue.cue.act is Act.ACCUSE and _joins_passive(sentence, group.first)
    if _put_by_agent(sentence, cue, group.first) or _by_agent(sentence, cue, group.first):
        return
    if _asked(sentence, cue, group.first):
        return
    if _fronted_object(sentence, cue, group):
        return
    source = None if is_passive else _subject(sentence, cue, group.first, group.is_infinitive)
    if source is not None and _is_told(sentence, cue, source):
        source, is_passive = None, True
    empty = lang["expletives"] | (lang["its"] if is_adjective else frozenset())
    if source is not None and (words[source[0]].lower in empty or _is_anyone(sentence, source)):
        return  # "it is clear that": nobody's stance
    if is_bare and source is not None and _is_compound(sentence, cue, source):
        return
    inner, is_negated = _skip_negation(sentence, cue)
    if is_passive:  # the one who was told is the subject, not in the content's way
        inner = replace(inner, cue=replace(cue.cue, frames=cue.cue.frames - {"person"}))
    if source is not None and source[0] >= cue.last:
        inner = CueWords(cue.first, source[1], cue.cue)
    content = content_after(words, inner, lang)
    if content is None:
        _announce(sentence, cue, source)
        read_as_they_say(sentence, cue, source)
        return
    content = _within_clause(sentence, content, source)
    if _is_attributed(sentence, cue, group, source, content):
        traits = Traits(is_negated=group.is_negated or is_negated, is_unstated=is_passive)
        ranges = [(content.first, content.last)]
        sentence.add(cue, source, ranges, f"cue with {_frame(sentence, cue, content)}", traits)


def _frame(sentence: Sentence, cue: CueWords, content: Content) -> str:
    """Name the frame of a content, that of an amount where something estimated is one."""
    inside = sentence.words[content.first : content.last]
    has_number = any(is_number(word, sentence.lang) for word in inside)
    is_figure = any(word.lower in sentence.lang["figures"] for word in inside)
    is_given = cue.cue.act is Act.ESTIMATE or is_figure  # "stands by | its figure of 12"
    is_amount = content.frame == "object" and is_given and has_number
    return "amount" if is_amount else content.frame


def _is_told(sentence: Sentence, cue: CueWords, source: Range) -> bool:
    """Tell who is told from who tells where the verb stands first: «I går ble | Lind | varslet»."""
    words, lang = sentence.words, sentence.lang
    if "verb second" not in lang["word_order"] or not 0 < source[0] < source[1] <= cue.first:
        return False
    is_beside = all(lang.is_adverb(word) for word in words[source[1] : cue.first])
    is_finite = words[cue.first].lower.endswith(("r", "te", "de"))
    return words[source[0] - 1].lower in lang["be"] and is_beside and not is_finite


def _joins_passive(sentence: Sentence, group: int) -> bool:
    """Tell who is accused from who accuses: «ble mennene pågrepet og | siktet for vold»."""
    words, lang = sentence.words, sentence.lang
    if group < _PASSIVE or words[group - 1].lower not in lang["conjunctions"]:
        return False
    clause = words[:group]
    start = max((i + 1 for i, word in enumerate(clause) if word.is_mark), default=0)
    ahead = [word.lower for word in clause[start:-2]]
    is_done = lang.knows_verb(words[group - 2].lower)
    return is_done and any(word in lang["be"] for word in ahead)


def _is_anyone(sentence: Sentence, source: Range) -> bool:
    """Tell "Anyone who says so is wrong", in which nobody says so."""
    words, lang = sentence.words, sentence.lang
    is_relative = words[source[0]].lower in lang["relatives"] and source[0] > 0
    return is_relative and words[source[0] - 1].lower in lang["asked"] & lang["anyone"]


def _is_compound(sentence: Sentence, cue: CueWords, source: Range) -> bool:
    """Tell the noun of "a border | dispute that has lasted" from a verb, which has an -s."""
    words, lang = sentence.words, sentence.lang
    inside, before = words[source[0] : cue.first], words[cue.first - 1]
    is_led = inside[:1] and inside[0].lower in lang["articles"] and source[1] == cue.first
    is_plural = before.lower.endswith("s") or lang.names_people(before.lower)
    is_past = words[cue.first].lower.endswith(tuple(lang["verb_endings"]))
    if not is_led or is_plural or is_past or cue.last - cue.first > 1 or cue.last + 1 >= len(words):
        return False
    if any(word.lower in lang["prepositions"] for word in inside):
        return False
    is_relative = words[cue.last].lower in lang["relatives"]
    return is_thing(before, lang, is_first=False) or (
        is_relative and lang.is_finite(words[cue.last + 1])
    )


def _is_gerund_noun(sentence: Sentence, cue: CueWords) -> bool:
    """Tell "a hearing officer", "policy planning" from "Lind, hearing that …"."""
    words, lang = sentence.words, sentence.lang
    if not lang.is_participle(words[cue.first]) or cue.first == 0:
        return False
    before = words[cue.first - 1]
    is_verbal = (
        before.is_mark
        or before.is_quotation
        or before.is_capitalised
        or before.lower.endswith("s")
        or before.lower in lang["auxiliaries"] | lang["conjunctions"] | lang["subordinators"]
        or before.lower in lang["prepositions"] | lang["people"] | lang["subjects"]
        or lang.is_adverb(before)
        or is_role(before, lang)
    )
    return before.lower in lang["determiners"] or not is_verbal


def _is_attributed(
    sentence: Sentence, cue: CueWords, group: Verb, source: Range | None, content: Content
) -> bool:
    """Tell whether cue, source and content found together are an attribution."""
    if "intention" in cue.cue.frames and _is_outcome(sentence, content.first, source):
        return False
    if _says_nothing(sentence, cue, content):
        return False
    if source is not None and _is_result(sentence, cue, source):
        return False
    if source is not None and _is_counted_adjective(sentence, cue, source, content):
        return False
    if source is None and not (group.is_passive and _is_passive_telling(cue, content.frame)):
        return False
    return not group.is_infinitive or content.frame in {"clause", "quote", "colon", "question"}


def _is_result(sentence: Sentence, cue: CueWords, source: Range) -> bool:
    """Tell what a happening does to a figure: "a man was shot, | raising | the toll to five"."""
    words, lang = sentence.words, sentence.lang
    is_participle = words[cue.first].lower.endswith(tuple(lang["participle_endings"]))
    is_behind = is_participle and cue.first > 0 and words[cue.first - 1].text == ","
    if "figure" not in cue.cue.frames or not is_behind:
        return False
    between = words[source[1] : cue.first]
    return any(word.lower in lang["be"] for word in between)


def _says_nothing(sentence: Sentence, cue: CueWords, content: Content) -> bool:
    """Tell "the blast claimed | 12 lives", "claimed | the lives of 40" from what somebody says."""
    words, lang = sentence.words, sentence.lang
    is_plain = content.frame in {"object", "bare clause", "amount"}
    if not is_plain or "clause" not in cue.cue.frames or content.first < cue.last:
        return False
    near = range(content.first, min(content.last, content.first + _LONGEST_IDIOM))
    at = next((i for i in near if words[i].lower in lang["never_said"]), None)
    if at is None or any(words[i].is_mark for i in range(content.first, at)):
        return False
    is_last = at + 1 >= content.last or words[at + 1].is_mark
    return is_last or words[at + 1].lower in lang["prepositions"] | lang["conjunctions"]


def _is_counted_adjective(
    sentence: Sentence, cue: CueWords, source: Range, content: Content
) -> bool:
    """Tell the adjective of "eleven | suspected pirates" from the verb of "eleven said they …"."""
    words, lang = sentence.words, sentence.lang
    if source[1] != cue.first or not is_mere_amount(words[slice(*source)], lang):
        return False
    after, form = words[content.first], words[cue.last - 1].lower
    is_plain = content.frame in {"object", "bare clause"} and not after.is_capitalised
    leads = lang["determiners"] | lang["pronouns"] | lang["subordinators"] | lang["prepositions"]
    is_plain = is_plain and after.lower not in leads and not after.is_quotation
    return is_plain and form.endswith(tuple(lang["verb_endings"])) and not is_number(after, lang)


def _fronted_object(sentence: Sentence, cue: CueWords, group: Verb) -> bool:
    """Read «Det bekreftet havnesjefen mandag»: "that" is the content."""
    words, lang = sentence.words, sentence.lang
    at = group.first - 1
    if "verb second" not in lang["word_order"] or at < 0 or group.is_passive:
        return False
    end = phrase_after(words, cue.last, lang)
    if words[at].lower not in lang["fronted_objects"] or not is_tail(sentence, end):
        return False
    if end == cue.last or words[cue.last].lower in lang["fronted_objects"]:
        return False
    sentence.add(cue, (cue.last, end), [(at, at + 1)], FRONTED)
    return True


def _put_by_agent(sentence: Sentence, cue: CueWords, group: int) -> bool:
    """Read "The toll was put at 40 by the army", «anslått til 40 av hæren»."""
    words, lang = sentence.words, sentence.lang
    is_put = cue.last < len(words) and words[cue.last].lower in lang["figure_links"]
    side = read_agent(words, cue.last - 1, lang) if is_put and "figure" in cue.cue.frames else None
    if side is None:
        return False
    theme = phrase_before(words, group, lang)
    told = [side.content] if theme is None else [theme, side.content]
    sentence.add(cue, side.source, told, TOLD_AMOUNT)
    return True


def _by_agent(sentence: Sentence, cue: CueWords, group: int) -> bool:
    """Read "the plan was rejected by the union": the agent is the source."""
    words, lang = sentence.words, sentence.lang
    if "object" not in cue.cue.frames or cue.last >= len(words):
        return False
    if words[cue.last].lower not in lang["agents"]:
        return False
    end = phrase_after(words, cue.last + 1, lang)
    theme = phrase_before(words, group, lang)
    if end == cue.last + 1 or theme is None:
        return False
    has_amount = any(is_number(word, lang) for word in words[slice(*theme)])
    reason = TOLD_AMOUNT if has_amount and group == cue.first else "passive with its agent"
    sentence.add(cue, (cue.last + 1, end), [theme], reason)
    return True


def _asked(sentence: Sentence, cue: CueWords, group: int) -> bool:
    """Read "Asked whether the bridge would hold, Lind …": nobody says who asked."""
    words, lang = sentence.words, sentence.lang
    if cue.cue.act is not Act.ASK or group != cue.first or cue.last + 1 >= len(words):
        return False
    is_first = all(w.is_mark or w.lower in lang["subordinators"] for w in words[: cue.first])
    if not is_first or not words[cue.first].lower.endswith(tuple(lang["verb_endings"])):
        return False
    end = sentence.clause_end(cue.last)
    if end - cue.last < 2:
        return False
    sentence.add(
        cue, None, [(cue.last, end)], "question put by nobody named", Traits(is_unstated=True)
    )
    return True


def _skip_negation(sentence: Sentence, cue: CueWords) -> tuple[CueWords, bool]:
    """Step over adverbs behind the verb: «sa | ikke | når …»."""
    words, lang = sentence.words, sentence.lang
    if "verb second" not in lang["word_order"]:
        return cue, False
    at = cue.last
    while at < len(words) and words[at].lower in lang["adverbs"]:
        at += 1
    skipped = [word.lower for word in words[cue.last : at]]
    return replace(cue, last=at), any(word in lang["negations"] for word in skipped)


def _is_passive_telling(cue: CueWords, frame: str) -> bool:
    return frame in {"clause", "infinitive", "question", "quote"} or "person" in cue.cue.frames


def _subject(sentence: Sentence, cue: CueWords, group: int, is_infinitive: bool) -> Range | None:
    words, lang = sentence.words, sentence.lang
    before = phrase_before(words, group, lang)
    if is_infinitive and before is not None:
        if not _made_to(words, before, lang):
            before = None
        elif lang.cue_at(words, before[0] - 1) is not None:
            return None  # "asked the minister to confirm that" confirms nothing
    if before is not None and not _is_fronted(sentence, before[0], group):
        return before
    links = lang["conjunctions"] | lang["contrast"]
    is_joined = group > 0 and words[group - 1].lower in links
    if "verb second" in lang["word_order"] and not is_infinitive and not is_joined:
        return _subject_behind(sentence, cue)
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
        is_infinitive or words[group - 1].lower in links or lang.is_participle(words[cue.first])
    )
    if not is_linked:
        return None
    last = sentence.last_source
    if last is not None and last[1] <= group:
        return last  # "…, she said, and | added that …"
    return clause_subject(words, group, lang)


def _made_to(words: Sequence[Word], phrase: Range | None, lang: Language) -> bool:
    """Tell whether a verb stands before the one who is to speak: "led | the chief | to insist"."""
    if phrase is None or not phrase[0] or not names_voice(words[slice(*phrase)], lang):
        return False
    verb = words[phrase[0] - 1]
    return lang.is_finite(verb) and verb.lower not in lang["auxiliaries"]


def _is_fronted(sentence: Sentence, first: int, group: int) -> bool:
    """Tell whether an adverbial stands before the verb of a verb-second sentence."""
    lang = sentence.lang
    if "verb second" not in lang["word_order"]:
        return False
    if sentence.words[first].lower in lang["relatives"]:
        return False
    borders = lang["complementizers"] | lang["relatives"] | lang["subordinators"]
    start = first
    while start > 0 and not sentence.words[start - 1].is_mark:
        if sentence.words[start - 1].lower in borders:
            return False  # a subordinate clause keeps its subject before its verb
        start -= 1
    openers = [w for w in sentence.words[start:group] if w.lower not in lang["contrast"]]
    if not openers:
        return False
    times = lang["fronted"] | lang["times"]
    is_hour = openers[0].lower in lang["times"]  # «Klokken | 15 | opplyste sykehuset at …»
    return openers[0].lower in lang["prepositions"] or all(
        word.lower in times or (is_hour and is_number(word, lang)) for word in openers
    )


def _subject_behind(sentence: Sentence, cue: CueWords) -> Range | None:
    """Find the subject after the verb: «I går sa | Lind | at …»."""
    words, lang = sentence.words, sentence.lang
    at = cue.last
    while at < len(words) and lang.is_adverb(words[at]):
        at += 1
    if cue.first == 0:
        return None  # a question or a command
    end = phrase_after(words, at, lang)
    return (at, end) if at < end < len(words) else None


def _within_clause(sentence: Sentence, content: Content, source: Range | None) -> Content:
    """End the content where its subordinate clause ends: "After Lind said no, | the vote …"."""
    words, lang = sentence.words, sentence.lang
    if source is None or content.frame == "quote":
        return content
    at = source[0] - 1
    is_relative = words[source[0]].lower in lang["relatives"]
    is_early = at <= 1 and at >= 0 and words[at].lower in lang["subordinators"]
    if not (is_relative or is_early):
        return content
    ends = (i for i in range(content.first + 1, content.last) if words[i].text == ",")
    return replace(content, last=next(ends, content.last))


def _is_outcome(sentence: Sentence, at: int, source: Range | None) -> bool:
    """Tell the future («broen vil bli dyr») from the will («vi vil bygge broen»)."""
    words, lang = sentence.words, sentence.lang
    if source is None or words[source[0]].lower in lang["people"]:
        return source is None
    while at < len(words) - 1 and lang.is_adverb(words[at]):
        at += 1
    if words[at].lower in lang["outcomes"] or words[source[1] - 1].lower in lang["subjects"]:
        return True
    inside = words[source[0] : source[1]]
    return not names_voice(inside, lang) and not all(word.is_capitalised for word in inside)


def _announce(sentence: Sentence, cue: CueWords, source: Range | None) -> None:
    """Read "Lind wrote:" at the end of a sentence: what follows is hers."""
    if sentence.words[-1].text != ":" or source is None:
        return
    if not {"clause", "quote"} & cue.cue.frames or len(sentence.words) - cue.last > 14:
        return
    sentence.add(cue, source, [], "cue before a colon", Traits(awaits=True))
