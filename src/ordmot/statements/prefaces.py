"""Sources without a verb of their own: headlines, "according to", hearsay, "as Lind noted"."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.ledger import Act
from ordmot.statements.amounts import is_number, is_time
from ordmot.statements.contents import trim_end
from ordmot.statements.language import Cue, CueWords, Language
from ordmot.statements.phrases import is_role, is_scare, names_voice, phrase_after
from ordmot.statements.sentence import FRONTED, Range, Sentence, Traits, is_dateline
from ordmot.statements.words import Word

NAME_BEFORE_COLON = "name before a colon"
"""The reason of statements that a label introduces: "Lind: No"."""

IN_WRITING = "words that stand in a writing"
"""The reason of statements whose source is a writing: «…, heter det i rapporten»."""

SOURCE_PHRASE = "source named by a preposition"
"""The reason of statements whose source stands behind "according to"."""

_LONGEST_LABEL = 9  # words before the colon of a headline
_LONGEST_ASIDE = 4


def read_headline(sentence: Sentence) -> None:
    """Read "Minister: No deal was made" and "Ann Ray: “…”": a name, a colon, a content."""
    words, lang = sentence.words, sentence.lang
    colon = next((i for i, word in enumerate(words[:_LONGEST_LABEL]) if word.text == ":"), 0)
    last = trim_end(words, colon + 1, len(words))
    if not colon or last - colon < 2:
        return
    if not names_voice(words[:colon], lang) and not _is_lone_name(sentence, colon):
        return
    if is_dateline(words, colon, lang) or _is_topic(words, colon, last, lang):
        return
    mark = CueWords(colon, colon + 1, Cue("mark", Act.SAY))
    sentence.add(mark, (0, colon), [(colon + 1, last)], NAME_BEFORE_COLON)


def _is_topic(words: Sequence[Word], colon: int, last: int, lang: Language) -> bool:
    """Tell "Nes Prison: what the board leaves out", "MV Star: grounding off Nes" from a voice."""
    told = words[colon + 1 : last]
    if told[0].lower in lang["questions"]:
        return True
    is_known = any(
        is_role(w, lang) or lang.names_organisation(w.lower) or lang.names_people(w.lower)
        for w in words[:colon]
    )
    is_verbless = not any(
        w.is_quotation
        or lang.is_finite(w)
        or lang.knows_verb(w.lower)
        or lang.introduces(w.lower)
        or is_number(w, lang)
        for w in told
    )
    return not is_known and is_verbless and told[0].text.islower()


def _is_lone_name(sentence: Sentence, colon: int) -> bool:
    """Tell "Lind: “Never”" and "LIND: We left" from "Result: two lost"."""
    label, behind = sentence.words[0], sentence.words[colon + 1]
    if colon != 1 or not label.is_capitalised or label.lower in sentence.lang["labels"]:
        return False
    is_capital = label.text.isupper() and len(label.text) > 2 and not _is_report(sentence)
    return is_capital or behind.is_quotation or sentence.is_title


def _is_report(sentence: Sentence) -> bool:
    """Tell "KARVO: Nine died, police said", which names where it is sent from, from a voice."""
    lang = sentence.lang
    is_told = any(cue.cue.kind in {"verb", "source"} for cue in sentence.cues)
    is_own = any(word.lower in lang["first_person"] for word in sentence.words)
    return is_told and not is_own and not sentence.words[2].is_quotation


def read_introduced_quotation(sentence: Sentence) -> None:
    """Read "More from Lind: “…”": a name, a colon and a quotation, with no verb at all."""
    words = sentence.words
    for at in range(1, len(words) - 1):
        is_quote = words[at].text == ":" and words[at + 1].is_quotation
        if not is_quote or is_scare(words[at + 1]) or sentence.taken[at + 1]:
            continue
        first = at
        while first > 0 and words[first - 1].is_capitalised and not sentence.taken[first - 1]:
            first -= 1
        if first < at:
            mark = CueWords(at, at + 1, Cue("mark", Act.SAY))
            sentence.add(mark, (first, at), [(at + 1, at + 2)], NAME_BEFORE_COLON)


def read_source_phrase(sentence: Sentence, cue: CueWords) -> None:
    """Read "according to Lind, …" and "…, ifølge Lind"."""
    words, lang = sentence.words, sentence.lang
    if cue.cue.kind != "source" or _is_aside(words, cue.first, lang):
        return
    end = _pronoun_behind(words, cue.last, lang) or phrase_after(words, cue.last, lang)
    if end == cue.last:
        return
    if trim_end(words, 0, cue.first) == 0:
        end = _closed(words, cue.last, end)
    source = (cue.last, end)
    if "relay" in cue.cue.frames:
        while end < len(words) and words[end].lower in lang["relay_words"]:
            end += 1
    after = end
    while after < len(words) and words[after].text == ",":
        after += 1
    before = trim_end(words, 0, cue.first)
    first = sentence.content_start(before)
    ranges = []
    is_whole = before - first >= 2 or (before > first and is_number(words[first], lang))
    if is_whole and words[before - 1].lower not in lang["openers"]:
        ranges.append((first, before))
    stop = len(words) if not ranges else _stop_of(words, after)
    last = trim_end(words, after, stop)
    is_inside = end < len(words) and (words[end].text == "," or before == cue.first)
    is_aside = bool(ranges) and last > after and words[after].lower in lang["relatives"]
    if (
        last - after >= 2
        and not is_aside
        and (not ranges or (is_inside and not is_time(words, end, lang)))
    ):
        ranges.append((after, last))
    if ranges:
        reason = FRONTED if _points_back(words[first:before], lang) else SOURCE_PHRASE
        sentence.add(cue, source, ranges, reason)


def _is_aside(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell «Avisa skriver, | med henvisning til politiet, at …», whose content is the paper's."""
    if at < 2 or words[at - 1].text != ",":
        return False
    teller = lang.cue_at(words, at - 2)
    return teller is not None and teller.cue.kind == "verb" and "clause" in teller.cue.frames


def _stop_of(words: Sequence[Word], at: int) -> int:
    """Find where the sentence turns to another: "…, according to Lie, but not now | ; police"."""
    return next((i for i in range(at, len(words)) if words[i].text == ";"), len(words))


def _points_back(words: Sequence[Word], lang: Language) -> bool:
    """Tell "That is | according to the board", which takes up the sentence before."""
    is_short = len(words) == 2 and words[1].lower in lang["be"]
    return is_short and words[0].lower in lang["demonstratives"]


def _pronoun_behind(words: Sequence[Word], at: int, lang: Language) -> int:
    """Find where "according to | him" ends, which is no noun phrase; 0 where it is none."""
    pronouns = lang["third_objects"] | lang["plural_objects"]
    if at >= len(words) or words[at].lower not in pronouns:
        return 0
    is_owner = words[at].lower in lang["possessives"] and at + 1 < len(words)
    return 0 if is_owner and not words[at + 1].is_mark else at + 1


def _closed(words: Sequence[Word], first: int, end: int) -> int:
    """Leave out what looks like an apposition but opens the clause: "the BBC, | both he and"."""
    commas = [at for at in range(first, end) if words[at].text == ","]
    is_closed = end >= len(words) or words[end].is_mark
    return end if is_closed or not commas else commas[0]


def read_hearsay(sentence: Sentence, cue: CueWords) -> None:
    """Read what is said by nobody named: "reportedly", «skal ha rømt»."""
    if cue.cue.kind != "hearsay" or not _has_supine(sentence, cue):
        return
    after = sentence.words[cue.last] if cue.last < len(sentence.words) else None
    if after is not None and after.lower in sentence.lang["complementizers"]:
        last = trim_end(sentence.words, cue.last, len(sentence.words))
        source = _writing_before(sentence, cue) or _fronted_writing(sentence, cue)
        traits = Traits(is_unstated=source is None)
        reason = "hearsay word" if source is None else IN_WRITING
        sentence.add(cue, source, [(cue.last, last)], reason, traits)
        return
    first = sentence.content_start(cue.first)
    before = (first, trim_end(sentence.words, first, cue.first))
    source = _writing(sentence, cue)
    if source is not None and before[0] < before[1]:
        sentence.add(cue, source, [before], IN_WRITING)
        return
    behind = (cue.last, trim_end(sentence.words, cue.last, len(sentence.words)))
    ranges = [part for part in (before, behind) if part[0] < part[1]]
    if ranges:
        sentence.add(cue, None, ranges, "hearsay word", Traits(is_unstated=True))


def _writing_before(sentence: Sentence, cue: CueWords) -> Range | None:
    """Find the writing before «pressemeldingen fra Veivern, | der det heter at …»."""
    words, lang = sentence.words, sentence.lang
    at = cue.first - 2
    if "writing" not in cue.cue.frames or at < 1 or words[at].text != ",":
        return None
    if words[cue.first - 1].lower not in lang["places"]:
        return None
    heads = [i for i in range(max(0, at - _LONGEST_LABEL), at) if _is_writing(words[i], lang)]
    return (heads[-1], at) if heads else None


def _fronted_writing(sentence: Sentence, cue: CueWords) -> Range | None:
    """Find the writing that opens «I en rapport fra i fjor | står det at …»."""
    words, lang = sentence.words, sentence.lang
    if "writing" not in cue.cue.frames or cue.first < 2:
        return None
    is_inside = words[0].lower in lang["noun_prepositions"]
    has_writing = any(_is_writing(word, lang) for word in words[1 : cue.first])
    return (1, cue.first) if is_inside and has_writing else None


def _is_writing(word: Word, lang: Language) -> bool:
    is_named = lang.names_writing(word.lower) or lang.names_organisation(word.lower)
    return is_named or word.lower in lang["settings"]


def _writing(sentence: Sentence, cue: CueWords) -> Range | None:
    """Find the writing that says it: «…, heter det i rapporten»."""
    words, lang = sentence.words, sentence.lang
    at = cue.last
    while at < len(words) and lang.is_adverb(words[at]):
        at += 1
    if "writing" not in cue.cue.frames or at + 1 >= len(words):
        return None
    if words[at].lower not in lang["noun_prepositions"]:
        return None
    end = phrase_after(words, at + 1, lang)
    return (at + 1, end) if end > at + 1 else None


def _has_supine(sentence: Sentence, cue: CueWords) -> bool:
    """Tell «skal ha rømt» (hearsay) from «vi skal ha kaffe»."""
    if "supine" not in cue.cue.frames:
        return True
    rest = (w for w in sentence.words[cue.last : cue.last + 4] if not sentence.lang.is_adverb(w))
    after = next(rest, None)
    return after is not None and after.lower.endswith(tuple(sentence.lang["supine_endings"]))


def read_as_they_say(sentence: Sentence, cue: CueWords, source: Range | None) -> None:
    """Read "As the paper reported, …": the clause after the comma is the content."""
    words, lang = sentence.words, sentence.lang
    if source is None or source[0] != 1 or words[0].lower not in lang["likeness"]:
        return
    end = sentence.clause_end(cue.last)
    last = trim_end(words, end + 1, len(words))
    if end - cue.last <= _LONGEST_ASIDE and last - end > 3 and words[end].text == ",":
        sentence.add(cue, source, [(end + 1, last)], "as somebody says")
