"""Finding how far the words go that somebody answers for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.ledger import Act
from ordmot.statements.amounts import after_hedge, is_number, is_time, opens_amount
from ordmot.statements.language import CueWords, Language
from ordmot.statements.phrases import is_scare, phrase_after
from ordmot.statements.sources import phrase_before
from ordmot.statements.words import Word

_SIGNS = frozenset("$£€")
_CURRENCY = 3  # letters of a currency's code
_LONGEST_FIGURE = 14  # words from a verb to the "at" before its number
_LONGEST_SETTING = 7
_SHORT_ASIDE = 3  # words between two commas, the commas left out
_FAR_VOICE = 16  # words between ", but" and another voice's cue
_FAR = 9  # words between a cue and its "that": "told reporters in Oslo on Tuesday that"


@dataclass(frozen=True, slots=True)
class Content:
    """Words `first` to `last`, end excluded, and the frame that found them."""

    first: int
    last: int
    frame: str


def content_after(words: Sequence[Word], cue: CueWords, lang: Language) -> Content | None:
    """Find the content that follows a cue, by the frames that the cue allows."""
    for finder in (
        _after_colon,
        _quoted,
        _figure,
        _clause,
        _infinitive,
        _bare_clause,
        _amount,
        _object,
    ):
        content = finder(words, cue, lang)
        if content is not None and content.first < content.last:
            return content
    return None


def _after_colon(words: Sequence[Word], cue: CueWords, lang: Language) -> Content | None:
    """Read "She wrote: we are safe" and "told Radio Nord by telephone: «…»"."""
    if not {"clause", "quote"} & cue.cue.frames:
        return None
    for at in range(cue.last, min(len(words), cue.last + _FAR)):
        if words[at].text == ":":
            return Content(at + 1, _content_end(words, at + 1, lang), "colon")
        if words[at].is_quotation or words[at].text in {",", ".", ";"}:
            return None
    return None


def _quoted(words: Sequence[Word], cue: CueWords, lang: Language) -> Content | None:
    """Read "he said, “…”" and "was “for …” but": a quotation right after the cue."""
    if "quote" not in cue.cue.frames and "object" not in cue.cue.frames:
        return None
    at = cue.last
    while at < len(words) and (lang.is_adverb(words[at]) or words[at].text in {",", "–", "—"}):
        at += 1
    if at < len(words) and not words[at].is_quotation:
        at = _behind_setting(words, cue.last, lang)
    if at < len(words) and words[at].is_quotation:
        return Content(at, _content_end(words, at, lang), "quote")
    return None


def _behind_setting(words: Sequence[Word], first: int, lang: Language) -> int:
    """Step over a place to a quotation: "declared in the spin room, | “…”"."""
    for at in range(first, min(len(words) - 1, first + _FAR)):
        word = words[at]
        if word.text == "," and words[at + 1].is_quotation and not is_scare(words[at + 1]):
            return at + 1
        if word.is_mark or word.is_quotation or lang.is_finite(word):
            break
        if word.lower in lang["complementizers"] or word.lower in lang["questions"]:
            break
    return len(words)


def _figure(words: Sequence[Word], cue: CueWords, lang: Language) -> Content | None:
    """Read "puts the death toll at 40", «setter tallet til 40»; "put the boat ashore" is none."""
    if "figure" not in cue.cue.frames:
        return None
    is_relative = False  # "raised the number | who are missing | to 300"
    for at in range(cue.last + 1, min(len(words) - 1, cue.last + _LONGEST_FIGURE)):
        is_relative = is_relative or words[at].lower in lang["relatives"]
        is_helping = words[at].lower in lang["auxiliaries"] and not is_relative
        is_opened = words[cue.last].lower in lang["prepositions"]  # "damage put | at 40"
        is_border = words[at].is_quotation or (words[at].is_mark and words[at].text != ",")
        if is_opened or is_border or is_helping:
            return None
        is_given = "given" in cue.cue.frames  # "gave the number | as | 24"
        if words[at].lower in lang["given_links" if is_given else "figure_links"]:
            what = words[cue.last : at]
            is_figure = "any figure" in cue.cue.frames or any(
                word.lower in lang["figures"] for word in what
            )
            number = words[after_hedge(words, _behind_currency(words, at + 1), lang)]
            if is_figure and is_number(number, lang):
                return Content(cue.last, _content_end(words, cue.last, lang), "clause")
    return None


def _behind_currency(words: Sequence[Word], at: int) -> int:
    """Step over a currency before its number: "at | £ | 4.5 million", "at | NOK | 140"."""
    word = words[at]
    is_currency = word.is_mark or (word.text.isupper() and len(word.text) == _CURRENCY)
    return at + 1 if is_currency and at + 1 < len(words) else at


def _clause(words: Sequence[Word], cue: CueWords, lang: Language) -> Content | None:
    """Read "said (on Tuesday) that …", "asked whether …", "told her how …"."""
    if not {"clause", "person", "that"} & cue.cue.frames:
        return None
    start = _after_aside(words, cue.last, lang)
    if words[start : start + 1] and words[start].text == ",":
        start += _begins_with_that(words, start + 1, lang)  # «siger, at …»
    for at in range(start, min(len(words), start + _FAR)):
        word = words[at]
        if word.lower in lang["complementizers"]:
            is_pronoun = at + 1 >= len(words) or words[at + 1].text == "."
            is_pronoun |= at == cue.last and _is_taken_up(words, at, lang)
            return None if is_pronoun else Content(at, _content_end(words, at, lang), "clause")
        if word.lower in lang["questions"] and (at == cue.last or "person" in cue.cue.frames):
            return _question(words, at, cue, lang)
        is_verb = lang.is_finite(word) and not is_time(words, at, lang)  # «sa i går at …»
        if word.is_quotation or word.text in {".", ";", ":", ","} or is_verb:
            return None
        if word.lower in lang["infinitive"] and at == cue.last:
            return None
    return None


def _question(words: Sequence[Word], at: int, cue: CueWords, lang: Language) -> Content | None:
    """Read "whether he came"; who knows of something («visste om | feilen») puts no question."""
    end = _content_end(words, at, lang)
    is_about = words[at].lower in lang["prepositions"] and cue.cue.act is Act.BELIEVE
    if is_about and not any(lang.is_finite(word) for word in words[at + 1 : end]):
        return None
    return Content(at, end, "question")


def _begins_with_that(words: Sequence[Word], at: int, lang: Language) -> bool:
    return at < len(words) and words[at].lower in lang["complementizers"]


def _after_aside(words: Sequence[Word], at: int, lang: Language) -> int:
    """Step over an aside: "maintains, | though, | that", "said, | citing Lie, | that"."""
    commas = [i for i in range(at, min(len(words), at + 2 * _FAR)) if words[i].text == ","]
    if len(commas) < 2 or commas[0] > at + _LONGEST_SETTING:
        return at
    is_short = commas[0] == at and commas[1] - at <= _SHORT_ASIDE
    leads_on = _begins_with_that(words, commas[1] + 1, lang)
    has_verb = any(lang.is_finite(word) for word in words[at : commas[1]])
    return commas[1] + 1 if is_short or (leads_on and not has_verb) else at


def _infinitive(words: Sequence[Word], cue: CueWords, lang: Language) -> Content | None:
    """Read "promised to open the road", "lovet å åpne veien"."""
    if not {"infinitive", "person"} & cue.cue.frames or cue.last >= len(words):
        return None
    at = cue.last
    if "infinitive" not in cue.cue.frames:
        at = _after_listener(words, at, lang)  # "told residents | to boil their water"
    while at < len(words) and lang.is_adverb(words[at]):
        at += 1
    if at < len(words) and words[at].lower in lang["infinitive"]:
        return Content(at, _content_end(words, at, lang), "infinitive")
    return None


def _bare_clause(words: Sequence[Word], cue: CueWords, lang: Language) -> Content | None:
    """Read "said the road was closed" and "told reporters the road was closed"."""
    if "clause" not in cue.cue.frames:
        return None
    at = cue.last
    if "person" in cue.cue.frames:
        at = _after_listener(words, at, lang)
    at = _after_setting(words, _after_times(words, at, lang), lang)
    if at >= len(words) or words[at].is_mark or _is_adjunct(words, at, lang):
        return None
    if not words[at].is_capitalised and words[at].lower.endswith(tuple(lang["participles"])):
        return None  # "said in a statement | obtained by …"
    last = _content_end(words, at, lang)
    if _is_rivalled(words, at, last, lang):
        return None
    speaks_only = not {"object", "person"} & cue.cue.frames and last - at > 3
    is_clause = speaks_only or _is_clause(words, at, last, lang)
    return Content(at, last, "bare clause") if is_clause else None


def _is_rivalled(words: Sequence[Word], first: int, last: int, lang: Language) -> bool:
    """Tell whether another gives a number behind a comma: "says | five, the firm says twelve"."""
    comma = next((at for at in range(first, last) if words[at].text == ","), last)
    if any(lang.is_finite(word) for word in words[first:comma]):
        return False
    for at in range(comma + 2, min(last, comma + _LONGEST_FIGURE)):
        cue = lang.cue_at(words, at)
        if cue is not None and cue.cue.kind == "verb" and cue.last < last:
            return is_number(words[after_hedge(words, cue.last, lang)], lang)
    return False


def _after_setting(words: Sequence[Word], at: int, lang: Language) -> int:
    """Step over "on its website" before a clause that begins with a pronoun: "said … | it had"."""
    if at >= len(words) or words[at].lower not in lang["prepositions"]:
        return at
    for end in range(at + 2, min(len(words), at + _LONGEST_SETTING)):
        if words[end].is_mark or words[end].is_quotation:
            break
        is_subject = words[end - 1].lower not in lang["prepositions"]
        if words[end].lower in lang["subjects"] and is_subject:
            return end
    return at


def _after_times(words: Sequence[Word], at: int, lang: Language) -> int:
    """Step over "on Tuesday", "last week" between a cue and its clause."""
    end = at
    while end < len(words) and end - at < 4:
        is_setting = words[end].lower in lang["prepositions"] and end + 1 < len(words)
        if is_setting and is_time(words, end + 1, lang):
            end += 2
        elif is_time(words, end, lang):
            end += 1
        else:
            break
    return end


def _is_clause(words: Sequence[Word], first: int, last: int, lang: Language) -> bool:
    """Tell a clause by its subject pronoun or a finite verb before the first comma."""
    if _is_taken_up(words, first, lang):
        return False
    if words[first].lower in lang["subjects"] and last - first > 1:
        return True
    for word in words[first:last]:
        if word.text == ",":
            break
        if lang.is_finite(word) or (word.is_quotation and not is_scare(word)):
            return True
    return last - first > 5 and words[first].lower in lang["articles"]


def _is_taken_up(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell the pronoun that is all that is denied: "denied | this | and said", "rejected it"."""
    is_pronoun = words[at].lower in lang["objects"] | lang["demonstratives"]
    after = words[at + 1] if at + 1 < len(words) else None
    return is_pronoun and (
        after is None or after.text == "." or after.lower in lang["conjunctions"]
    )


def _after_listener(words: Sequence[Word], at: int, lang: Language) -> int:
    if at < len(words) and words[at].lower in lang["objects"]:
        return at + 1
    end = first = at + 1 if at < len(words) and words[at].lower in lang["articles"] else at
    while end < len(words) and (words[end].is_capitalised or words[end].lower in lang["listeners"]):
        end += 1
    whole = phrase_after(words, at, lang)  # "notified | the Greek coast guard | that"
    is_led = whole < len(words) and words[whole].lower in lang["complementizers"]
    return end if end > first and not is_led else whole


def _amount(words: Sequence[Word], cue: CueWords, lang: Language) -> Content | None:
    """Read "The police say | 43", "the crew counted | about 120 boats"."""
    takes_amount = {"clause", "amount"} & cue.cue.frames or cue.cue.act is Act.ESTIMATE
    at = cue.last
    if not takes_amount or cue.cue.kind == "noun" or at >= len(words) or is_time(words, at, lang):
        return None
    if "given" in cue.cue.frames or words[at].lower in lang["infinitive"]:
        return None  # "gave | 40 million", «kan komme til | å koste 40 millioner»
    number = at + (words[at].text in _SIGNS)  # "says | $6m"
    if number >= len(words):
        return None
    if not is_number(words[after_hedge(words, number, lang)], lang) and not opens_amount(
        words, at, lang
    ):
        return None
    end = _content_end(words, at, lang)
    last = _object_end(words, at, end, lang)
    while (more := _next_amount(words, last, end, words[cue.last - 1], lang)) is not None:
        last = _object_end(words, more, end, lang)
    return Content(at, trim_end(words, at, last), "amount")


def _next_amount(
    words: Sequence[Word], at: int, end: int, particle: Word, lang: Language
) -> int | None:
    """Find the next of several amounts: "spoke of two dead, | then of seven and then of eight"."""
    first = at
    while at < end and (
        words[at].text == ","
        or words[at].lower in lang["conjunctions"]
        or lang.is_adverb(words[at])
        or words[at].lower == particle.lower
    ):
        at += 1
    is_number_next = at < end and is_number(words[after_hedge(words, at, lang)], lang)
    return at if first < at and is_number_next else None


def _object(words: Sequence[Word], cue: CueWords, lang: Language) -> Content | None:
    """Read "denied the report", "called for a new vote"."""
    if not {"object", "event"} & cue.cue.frames or cue.last >= len(words):
        return None
    at = cue.last
    is_event = "object" not in cue.cue.frames
    if is_event and ("infinitive form" in cue.cue.frames or lang.is_finite(words[at])):
        return None  # "the weather report stated"
    if words[at].lower in lang["infinitive"]:
        return None
    if words[at].lower in lang["prepositions"] and not opens_amount(words, at, lang):
        return None
    takes_verb = "infinitive" in cue.cue.frames or words[at].lower not in lang["auxiliaries"]
    if words[at].is_mark or not takes_verb or is_time(words, at, lang):
        return None
    last = _object_end(words, at, _content_end(words, at, lang), lang)
    if cue.cue.kind == "noun":
        last = next((i for i in range(at + 1, last) if lang.is_finite(words[i])), last)
    return Content(at, trim_end(words, at, last), "object")


def _object_end(words: Sequence[Word], first: int, last: int, lang: Language) -> int:
    """End a noun phrase where the sentence goes on: "backed the plan | and left", "…, who …"."""
    for at in range(first + 1, last):
        word, after = words[at], words[min(at + 1, last - 1)]
        if word.text in {";", "–", "—", "--"} and not after.is_quotation:
            return at
        if word.text == "," and _leaves_list(words, at + 1, lang):
            return at
        goes_on = lang.is_finite(after) or _is_verb_only(words, at + 1, lang)
        if word.lower in lang["conjunctions"] and goes_on:
            return at
        if word.lower in lang["contrast"]:
            return at
    return last


def _is_verb_only(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell "chides Turkey and | praises Iceland": a cue that is no noun."""
    cue = lang.cue_at(words, at) if at < len(words) else None
    return (
        cue is not None
        and cue.cue.kind == "verb"
        and not {"noun", "infinitive form"} & cue.cue.frames
        and not lang.is_participle(words[at])
    )


def _leaves_list(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell whether a comma ends the noun phrase rather than joining its parts."""
    if at >= len(words):
        return True
    word = words[at]
    if word.lower in lang["conjunctions"]:
        return at + 1 < len(words) and lang.is_finite(words[at + 1])
    return (
        word.lower in lang["relatives"]
        or word.lower in lang["subordinators"]
        or word.lower in lang["subjects"]
        or word.lower in lang["articles"]
        or word.lower in lang["prepositions"]
        or lang.is_finite(word)
        or lang.is_participle(word)
        or lang.is_adverb(word)
        or ((cue := lang.cue_at(words, at)) is not None and cue.cue.tells)
        or _has_own_voice(words, at, lang)
    )


def _is_adjunct(words: Sequence[Word], at: int, lang: Language) -> bool:
    return (
        (words[at].lower in lang["prepositions"] and not opens_amount(words, at, lang))
        or words[at].lower in lang["infinitive"]
        or words[at].lower in lang["auxiliaries"]
        or (words[at].lower in lang["subordinators"] and words[at].lower not in lang["questions"])
        or is_time(words, at, lang)
    )


def _content_end(words: Sequence[Word], first: int, lang: Language) -> int:
    """Find where a content that begins at `first` ends within its sentence."""
    at = first
    while at < len(words):
        if at > first and _another_voice_begins(words, first, at, lang):
            break
        at += 1
    return trim_end(words, first, at)


def trim_end(words: Sequence[Word], first: int, last: int) -> int:
    """Leave out the closing punctuation of the sentence."""
    while last > first and words[last - 1].is_mark and words[last - 1].text not in {")", "%"}:
        last -= 1
    return last


def _another_voice_begins(words: Sequence[Word], first: int, at: int, lang: Language) -> bool:
    """Tell whether the sentence goes on to another cue: ", adding that", ", but he said"."""
    word = words[at]
    if word.text == ",":
        return _is_new_attribution(words, at + 1, lang) or _verb_goes_on(words, first, at, lang)
    if words[at - 1].is_quotation and words[at - 1].text[-2:-1] == ",":
        return _verb_goes_on(words, first, at - 1, lang)
    if word.lower in lang["conjunctions"]:
        is_behind_quote = words[at - 1].is_quotation and _is_verb_only(words, at + 1, lang)
        return is_behind_quote or _is_coordinate_cue(words, at + 1, lang)
    if word.lower in lang["contrast"] & lang["openers"]:
        return _turns(words, at + 1, lang)
    return word.text == ";" and (words[at - 1].is_quotation or _has_own_voice(words, at + 1, lang))


def _verb_goes_on(words: Sequence[Word], first: int, comma: int, lang: Language) -> bool:
    """Tell whether the main verb of the sentence follows: "…, who denied it, | was arrested"."""
    if comma + 1 >= len(words) or not lang.is_finite(words[comma + 1]):
        return False
    return not any(word.text == "," for word in words[first:comma])


def _is_new_attribution(words: Sequence[Word], at: int, lang: Language) -> bool:
    if at >= len(words):
        return False
    cue = lang.cue_at(words, at)
    if cue is not None and cue.cue.kind == "source":
        return True
    if cue is not None and cue.cue.kind == "verb" and lang.is_participle(words[at]):
        return True
    if words[at].lower in lang["conjunctions"] and _is_cue_verb(words, at + 1, lang):
        return True
    if words[at].lower in lang["contrast"] and _turns(words, at + 1, lang):
        return True
    if words[at].lower in lang["contrast"] or words[at].lower in lang["conjunctions"]:
        return _is_coordinate_cue(words, at + 1, lang) or _has_own_voice(words, at + 1, lang)
    return False


def _turns(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell "the deal but | now admits it", "two wounded but | a nurse said" from one content."""
    first = at
    while at < len(words) and (lang.is_adverb(words[at]) or words[at].lower in lang["auxiliaries"]):
        at += 1
    return _is_verb_only(words, at, lang) or _has_own_voice(words, first, lang)


def _is_cue_verb(words: Sequence[Word], at: int, lang: Language) -> bool:
    """Tell ", and | dismissed talk of a deal": the subject of the sentence goes on."""
    cue = lang.cue_at(words, at) if at < len(words) else None
    return (
        cue is not None
        and cue.cue.kind == "verb"
        and "noun" not in cue.cue.frames
        and words[at].lower.endswith(tuple(lang["verb_endings"]) or ("\0",))
    )


def _is_coordinate_cue(words: Sequence[Word], at: int, lang: Language) -> bool:
    while at < len(words) and (lang.is_adverb(words[at]) or words[at].lower in lang["auxiliaries"]):
        at += 1
    if at >= len(words):
        return False
    cue = lang.cue_at(words, at)
    if cue is None or cue.cue.kind != "verb" or not {"clause", "quote"} & cue.cue.frames:
        return False
    after = words[cue.last] if cue.last < len(words) else None
    return after is not None and (
        after.is_quotation
        or after.lower in lang["complementizers"]
        or after.text in {":", ","}
        or after.lower in lang["people"]
    )


def _has_own_voice(words: Sequence[Word], at: int, lang: Language) -> bool:
    for index in range(at, min(len(words), at + _FAR_VOICE)):
        if words[index].is_quotation or (words[index].is_mark and words[index].text not in "()%"):
            return False
        cue = lang.cue_at(words, index)
        is_voice = cue is not None and cue.cue.kind == "verb"
        if cue is not None and is_voice and ("clause" in cue.cue.frames or index - at < 4):
            return index > at and phrase_before(words, index, lang) is not None
    return False


def quotations_in(words: Sequence[Word], first: int, last: int) -> list[int]:
    """List the positions of the quotations that are more than a scare quote."""
    return [at for at in range(first, last) if words[at].is_quotation and not is_scare(words[at])]
