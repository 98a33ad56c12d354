"""Tags: the cue stands after or inside its content ("…, she said", «…, sier Lie»)."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.ledger import Act
from ordmot.statements.amounts import is_mere_amount, is_time
from ordmot.statements.contents import quotations_in, trim_end
from ordmot.statements.language import CueWords, Language
from ordmot.statements.phrases import begins_apposition, is_scare, names_voice, phrase_after
from ordmot.statements.sentence import PARTED_TAG, TAG, Range, Sentence
from ordmot.statements.sources import DASHES, phrase_before, verb_group
from ordmot.statements.speakers import SPEAKING
from ordmot.statements.words import Word

_LONGEST_MANNER = 4
_LONGEST_CONTRAST = 8  # words from "not" to "as the owner claimed"
_SHORTEST_CLAUSE = 3  # words


def read_tag(sentence: Sentence, cue: CueWords) -> None:
    """Read a cue that stands after its content: "…, she said", «…, sier Lie»."""
    if cue.cue.kind != "verb" or not {"tag", "quote"} & cue.cue.frames:
        return
    tags = [_inverted_tag, _plain_tag]
    if "person" in cue.cue.frames:
        tags.reverse()  # in "…, Moe, 58, told reporters" the noun behind the cue listens
    for tag in tags:
        found = tag(sentence, cue)
        if found is not None and _may_follow(sentence, cue, found[0]):
            _add_tag(sentence, cue, *found)
            return


def _may_follow(sentence: Sentence, cue: CueWords, border: int) -> bool:
    """Tell whether a cue may stand after this content: a gesture only after words quoted."""
    words = sentence.words
    return (
        "tag" in cue.cue.frames
        or words[0].text in DASHES
        or any(word.is_quotation for word in words[:border])
    )


def _inverted_tag(sentence: Sentence, cue: CueWords) -> tuple[int, Range, int] | None:
    """Read "…, sier Kari Lie" and "…” said Col Ames, spokesman for Y"."""
    words, lang = sentence.words, sentence.lang
    is_turn = words[0].text in DASHES
    border = cue.first
    is_sure = is_turn or border > 3 or _is_mere_opener(sentence, border)
    at = cue.last
    while at < len(words) and lang.is_adverb(words[at]):
        at += 1
    end = phrase_after(words, at, lang)
    if border == 0 or not (
        _is_content_border(sentence, border, is_sure) or _parts(sentence, border, end)
    ):
        return None
    if end == at or not (is_tail(sentence, end) or _is_manner(sentence, end)):
        return None
    if lang.is_participle(words[cue.first]):
        return None
    if words[cue.first - 1].text == "," and not words[cue.first - 2].is_quotation:
        if not _can_invert(sentence, cue, (at, end)):
            return None
        subject = phrase_before(words, cue.first, lang)
        if subject is not None and not any(
            w.lower not in lang["openers"] for w in words[: subject[0]]
        ):
            return None  # "Lind, a nurse, said the ward …" is no inversion
    return cue.first, (at, end), end


def _can_invert(sentence: Sentence, cue: CueWords, source: Range) -> bool:
    """Tell "the ship sank, said Lind" from "the ship, stressed the need for …"."""
    words, lang = sentence.words, sentence.lang
    if "verb second" in lang["word_order"]:
        return True
    name = words[source[0] : source[1]]
    name = name[: next((i for i, w in enumerate(name) if w.lower in lang["relatives"]), len(name))]
    is_voice = bool(name) and (names_voice(name, lang) or name[0].lower in lang["people"])
    is_lone_name = len(name) == 1 and name[0].is_capitalised
    return (is_voice or is_lone_name) and not {"object", "person"} & cue.cue.frames


def _plain_tag(sentence: Sentence, cue: CueWords) -> tuple[int, Range, int] | None:
    """Read "…, she said." and "… she told reporters in Oslo."."""
    group = verb_group(sentence.words, cue.first, sentence.lang)
    source = phrase_before(sentence.words, group.first, sentence.lang)
    if source is None or source[0] == 0:
        return None
    is_passive = group.is_passive and not sentence.lang.is_participle(sentence.words[cue.first])
    after = sentence.words[cue.last : cue.last + 1]
    if after and after[0].lower in sentence.lang["infinitive"] and "infinitive" in cue.cue.frames:
        return None
    if is_passive or sentence.words[source[0]].lower in sentence.lang["relatives"]:
        return None
    border = source[0]
    has_helper = _has_helper(sentence, source)
    if has_helper:
        border -= 1  # «…, | har | politiet opplyst»
    elif border > 1 and sentence.words[border - 1].lower in sentence.lang["likeness"]:
        border -= 1
    is_like = sentence.words[border].lower in sentence.lang["likeness"] and (
        cue.cue.act in SPEAKING and _is_voice(sentence, source)
    )
    is_sure = has_helper or is_like or _is_aside(sentence, cue, border)
    is_border = _is_content_border(sentence, border, is_sure)
    is_border = is_border or (is_like and _behind_contrast(sentence, 0, border) > 0)
    if not is_border and not _parts(sentence, border, cue.last):
        return None
    if not is_tail(sentence, cue.last, "person" in cue.cue.frames):
        return None
    return border, source, cue.last


def _has_helper(sentence: Sentence, source: Range) -> bool:
    """Tell «…, har | politiet | opplyst» from «…, kan dette fortsette»."""
    before = sentence.words[source[0] - 1].lower
    return before in sentence.lang["helpers"] and _is_voice(sentence, source)


def _is_voice(sentence: Sentence, source: Range) -> bool:
    """Tell a pronoun, a body or a name from "this" and "everybody"."""
    lang = sentence.lang
    inside = sentence.words[slice(*source)]
    is_person = len(inside) == 1 and inside[0].lower in lang["people"] - lang["indefinite"]
    is_body = lang.names_organisation(inside[-1].lower)
    is_name = all(word.is_capitalised for word in inside)
    return is_person or is_body or is_name or names_voice(inside, lang)


def _is_mere_opener(sentence: Sentence, border: int) -> bool:
    """Tell "But, said Lind, “…”" by the opener alone before the cue."""
    before = [word for word in sentence.words[:border] if not word.is_mark]
    return bool(before) and all(word.lower in sentence.lang["openers"] for word in before)


def _is_aside(sentence: Sentence, cue: CueWords, source: int) -> bool:
    """Tell "Now, she said, nobody came" and "…, she said." by what stands right after."""
    if cue.last >= len(sentence.words):
        return False
    after = sentence.words[cue.last].text
    is_end = after in {".", "?", "!"} and source > 4 and cue.cue.act is Act.SAY
    return is_end or (after == "," and cue.cue.act is not Act.WANT)


def _is_content_border(sentence: Sentence, at: int, is_sure: bool = False) -> bool:
    """Tell whether a content may end just before word `at`."""
    before = sentence.words[at - 1]
    if before.is_quotation:
        return not is_scare(before)
    if before.text not in {",", "?", "!", "–", "—", "-", "--"} or at < 2:
        return False
    left = sentence.words[: at - 1]
    if is_mere_amount(left, sentence.lang):
        return True  # "Forty, | the board insists"
    is_quoted = all(word.is_quotation or word.is_mark for word in left)
    if is_quoted or any(word.is_quotation and not is_scare(word) for word in left[-1:]):
        return True
    if _is_subordinate(left, sentence.lang):
        left = _main_clause(left)
        return len(left) >= _SHORTEST_CLAUSE and _is_statement(sentence, left)
    return is_sure or _is_clause(sentence, left)


def _is_subordinate(left: Sequence[Word], lang: Language) -> bool:
    """Tell "When the boat sank" from a main clause, and from "That does not prove it"."""
    at = next((i for i, w in enumerate(left) if w.lower not in lang["openers"]), 0)
    points_back = left[at].lower in lang["demonstratives"] and at + 1 < len(left)
    if points_back and lang.is_finite(left[at + 1]):
        return False
    return left[at].lower in lang["subordinators"] - lang["openers"]


def _parts(sentence: Sentence, border: int, end: int) -> bool:
    """Tell a tag between a clause and its main clause: "If it rains, | she said, | we stay"."""
    words = sentence.words
    if end >= len(words) or words[end].text != "," or words[border - 1].text != ",":
        return False
    rest = words[end + 1 :]
    return len(rest) >= _SHORTEST_CLAUSE and _is_statement(sentence, rest)


def _main_clause(left: Sequence[Word]) -> Sequence[Word]:
    """Take what follows the last comma: "When the wind rose, | nine houses burned"."""
    commas = [at for at, word in enumerate(left) if word.text == ","]
    return left[commas[-1] + 1 :] if commas else ()


def _is_statement(sentence: Sentence, clause: Sequence[Word]) -> bool:
    """Tell the main clause behind a subordinate one from an apposition inside it.

    In a verb-second sentence the verb comes first there: «Da vinden økte, | brant ni hus».
    """
    lang = sentence.lang
    if "verb second" in lang["word_order"]:
        return lang.is_finite(clause[0]) or (
            not clause[0].is_capitalised and lang.knows_verb(clause[0].lower)
        )
    if clause[0].lower in lang["relatives"] | lang["conjunctions"] | lang["contrast"]:
        return False
    return any(lang.is_finite(word) for word in clause[1:])


def _is_clause(sentence: Sentence, left: Sequence[Word]) -> bool:
    first = next((word for word in left if not word.is_mark), None)
    if first is None or _is_subordinate(left, sentence.lang):
        return False
    starts_adjunct = first.lower in sentence.lang["prepositions"] or sentence.lang.is_participle(
        first
    )
    verbs = sum(sentence.lang.is_finite(word) or _is_cue_verb(sentence, word) for word in left)
    return verbs > (1 if starts_adjunct else 0) or (verbs == 1 and len(left) > 9)


def _is_manner(sentence: Sentence, at: int) -> bool:
    """Tell whether only a few words of manner follow: «smiler hun litt skamfullt.»."""
    end = sentence.clause_end(at)
    rest = sentence.words[at:end]
    return len(rest) <= _LONGEST_MANNER and not any(
        w.lower in sentence.lang["complementizers"] or w.is_quotation or sentence.lang.is_finite(w)
        for w in rest
    )


def _is_cue_verb(sentence: Sentence, word: Word) -> bool:
    cue = sentence.lang.cue_at((word,), 0)
    return cue is not None and cue.cue.kind == "verb" and "noun" not in cue.cue.frames


def is_tail(sentence: Sentence, at: int, has_listener: bool = False) -> bool:
    """Tell whether nothing said follows the cue: end, comma, time, place, listener."""
    words, lang = sentence.words, sentence.lang
    rest = words[at : sentence.clause_end(at)]
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
        word.lower in lang["complementizers"] for word in words[at : sentence.clause_end(at)]
    )


def _add_tag(sentence: Sentence, cue: CueWords, border: int, source: Range, tail: int) -> None:
    start = sentence.content_start(border)
    first = _behind_contrast(sentence, start, border)
    has_helper = sentence.words[border].lower in sentence.lang["helpers"]
    is_parted = first > start or (has_helper and border < cue.first)
    first_half = (first, trim_end(sentence.words, first, border))
    ranges = [first_half] if first_half[0] < first_half[1] else []
    ranges += _second_half(sentence, tail)
    if ranges:
        sentence.add(cue, source, ranges, PARTED_TAG if is_parted else TAG)


def _behind_contrast(sentence: Sentence, first: int, border: int) -> int:
    """Give what alone is somebody's words: "26 hours and not | 17, as the owner claimed"."""
    words, lang = sentence.words, sentence.lang
    if words[border].lower not in lang["likeness"]:
        return first
    for at in range(max(first + 1, border - _LONGEST_CONTRAST), border - 1):
        is_verbal = any(lang.is_finite(word) for word in (words[at - 1], *words[at + 1 : border]))
        pair = f"{words[at].lower} {words[at + 1].lower}"
        if words[at].lower in lang["negations"] and not is_verbal:
            return at + 1
        if pair in lang["instead"] and not is_verbal:
            return at + 2
    return first


def _second_half(sentence: Sentence, tail: int) -> list[Range]:
    """Find the second half: "“…,” he said. “…”" or "…, he said, and …"."""
    end = sentence.clause_end(tail)
    quoted = quotations_in(sentence.words, end, len(sentence.words))
    if quoted and quoted[0] - end <= 2:
        return [(at, at + 1) for at in quoted]
    is_next = end < len(sentence.words) - 2 and sentence.words[end].text == ","
    if is_next and (end == tail or _goes_on(sentence, end + 1)):
        return _second_clause(sentence, end + 1)
    return []


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether a clause of its own follows a listener: "…, he told us here, | and 30 fled"."""
    words, lang = sentence.words, sentence.lang
    if words[at].lower not in lang["conjunctions"] or sentence.clause_end(at) < len(words) - 1:
        return False
    begins = not lang.is_finite(words[at + 1]) and not lang.is_adverb(words[at + 1])
    return begins and any(lang.is_finite(word) for word in words[at + 2 :])


def _second_clause(sentence: Sentence, at: int) -> list[Range]:
    words, lang = sentence.words, sentence.lang
    last = trim_end(words, at, len(words))
    is_cue = lang.cue_at(words, at) is not None and words[at].lower not in lang["auxiliaries"]
    is_short = last - at < 3 and not (last > at and lang.is_finite(words[at]))
    if is_short or lang.is_participle(words[at]) or is_cue:
        return []
    opener = words[at].lower
    links = lang["relatives"] | lang["subordinators"] | lang["possessive_relatives"]
    if opener in links - lang["complementizers"] - lang["contrast"] | lang["comparing"]:
        return []
    if begins_apposition(words, at, lang):
        return []
    is_plain = opener in lang["subjects"] or opener in lang["complementizers"]
    has_verb = any(lang.is_finite(word) for word in words[at:last])
    return [(at, last)] if is_plain or has_verb else []
