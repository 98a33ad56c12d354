"""Bare numbers: "the police say 43", "we are 60", "Missing: 14", "the earlier figure of 17"."""

from __future__ import annotations

from ordmot.claims.clauses import clause_around
from ordmot.claims.events import is_toll
from ordmot.claims.parts import noun_right_behind
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_light
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word, find_markers, word_set
from ordmot.ledger import Quantity
from ordmot.lexicon import is_kind_of
from ordmot.lexicon.frames import framing_events, outcomes, personal_events

_LABEL = 5
"""Words of the longest label before a colon: "People still reported missing: 14"."""
_SUBJECT = 3
"""Words between "we" and the number: "we are now about 60"."""


def label_before(scene: Scene, quantity: Quantity) -> tuple[Mention, ...]:
    """Find the terms of a label that a number completes: "Bodies recovered: 27"."""
    before = scene.words_before(quantity.span.start)
    if not before or before[-1].text != ":":
        return ()
    label: list[Word] = []
    for word in reversed(before[:-1]):
        if word.is_mark:
            break
        label.append(word)
    if not label or len(label) > _LABEL or _goes_on(scene, quantity):
        return ()
    span = scene.sentence.part(label[-1].start, label[0].end)
    terms = scene.mentions_in(span)
    is_speech = any(scene.is_cue(m.term.span) or scene.is_source(m.term.span) for m in terms)
    return () if is_speech else terms


def _goes_on(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether words follow the number: "Factory to close: 240 lose their jobs" has a noun."""
    after = scene.sentence.part(quantity.span.end, scene.sentence.end).text
    return bool(after.strip(" \t")) and after.lstrip(" \t")[0].isalnum()


def noun_behind(scene: Scene, quantity: Quantity) -> tuple[Mention, ...]:
    """Find what a number counts that stands before its noun: "bringing to 14 | the number of dead".

    Gives the noun with the words of its phrase, none where no noun is named so.
    """
    rest = scene.sentence.part(quantity.span.end, scene.sentence.end)
    places = find_markers(rest, scene.language, "counting", "how_many")
    end = next((e for start, e in places if not rest.text[: start - rest.start].strip()), None)
    phrase: list[Mention] = []
    for mention in scene.mentions if end is not None else ():
        if end is not None and 0 <= mention.start - end <= 1:
            phrase.append(mention)
            end = mention.end
    return tuple(phrase)


def counts_speakers(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the number counts those who say "we": "we were over 100", "250 of us"."""
    pronouns = word_set(scene.language, "counting", "pronouns")
    before = scene.words_before(quantity.span.start)[-_SUBJECT:]
    for index, word in enumerate(before):
        after = before[index + 1 :]
        if word.lower in pronouns and after:
            is_told = any(m.start == after[0].start and _is_frame(scene, m) for m in scene.mentions)
            having = word_set(scene.language, "counting", "having")  # "we have eight | badly hurt"
            is_light_verb = is_light(after[0].text, scene.language)
            is_state = is_light_verb and after[0].lower not in having and not is_told
            return is_state and not _has_noun(scene, after)
    after = scene.words_after(quantity.span.end)[:2]
    objects = word_set(scene.language, "counting", "pronouns_after_of")
    return len(after) == 2 and after[0].text in ("of", "av") and after[1].lower in objects


def _has_noun(scene: Scene, words: list[Word]) -> bool:
    reach = scene.sentence.part(words[0].start, words[-1].end)
    return any(m.role in ("noun", "people", "word") for m in scene.mentions_in(reach))


def figure_before(scene: Scene, quantity: Quantity) -> Word | None:
    """Find the word that calls the number a figure: "an earlier figure of 17", "tallet er 23"."""
    figures = word_set(scene.language, "counting", "figures")
    before = scene.words_between(_start_of_clause(scene, quantity), quantity.span.start)
    named = [word for word in before if word.lower in figures]
    if not named:
        return None
    # "the latest | figures | put the death toll at 230" name the toll, and take up nothing
    tolls = (m for m in scene.mentions if m.start >= named[-1].end)
    is_toll_named = any(is_toll(m) and m.end <= quantity.span.start for m in tolls)
    return None if is_toll_named else named[-1]


def _start_of_clause(scene: Scene, quantity: Quantity) -> int:
    """Give where the clause of a number begins: "those freed | before the raid | were 17" is one.

    Behind a word that may open a clause nothing happens there: it only says when.
    """
    start = clause_around(scene, quantity.span).start
    opener = scene.word_after(start)
    openers = word_set(scene.language, "clauses", "subordinators")
    if opener is None or opener.lower not in openers or start == scene.sentence.start:
        return start
    reach = scene.sentence.part(start, max(start, quantity.span.start))
    if any(m.role == "verb" for m in scene.mentions_in(reach)):
        return start
    return clause_around(scene, scene.sentence.part(start - 1, start)).start


def figure_of(scene: Scene, figure: Word, quantity: Quantity) -> tuple[Mention, ...]:
    """Find what a figure is of: "the number of people", «antallet pågrepne», "of dead civilians".

    Gives the noun with what befell its kind before it, none where none is named.
    """
    between = scene.words_between(figure.end, quantity.span.start)
    links = word_set(scene.language, "counting", "figure_links")
    skipped = [word for word in between[:1] if word.lower in links]
    start = skipped[0].end if skipped else figure.end
    after = [m for m in scene.mentions if m.start >= start and m.end <= quantity.span.start]
    phrase: list[Mention] = []
    for mention in after:
        fates = personal_events() | outcomes()
        is_behind = bool(phrase) and mention.concept in fates  # "people | killed", "men | freed"
        is_befallen = is_behind or is_fate_of(mention) or _leads_to_noun(scene, mention)
        if not 0 <= mention.start - start <= 1 or not (is_befallen or _is_noun(mention)):
            break
        phrase.append(mention)
        start = mention.end
    return tuple(phrase[:2])


def is_fate_of(mention: Mention) -> bool:
    """Tell whether an adjective says what befell those it stands before: "dead | civilians"."""
    return mention.role == "adjective" and mention.concept in personal_events()


def _leads_to_noun(scene: Scene, mention: Mention) -> bool:
    """Tell whether a word narrows the noun behind it: "destroyed | houses", "British | men"."""
    is_leading = mention.role in ("verb", "adjective", "name")
    return is_leading and noun_right_behind(scene, mention) is not None


def _is_noun(mention: Mention) -> bool:
    return mention.role in ("noun", "people")


def is_said_alone(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the number is all that is said: "the police say 43", "vi har talt 140"."""
    clause = clause_around(scene, quantity.span)
    terms = [m for m in scene.mentions_in(clause) if not quantity.span.overlaps(m.term.span)]
    told = [m for m in terms if not _is_frame(scene, m)]
    verbs = [m.start for m in terms if m.concept in framing_events()]
    told = [m for m in told if not (_can_speak(m) and any(m.end < verb for verb in verbs))]
    return not told and bool(terms)


def _can_speak(mention: Mention) -> bool:
    """Tell whether a noun can be who says: a person, a body, or a word that is not known."""
    kinds = ("person", "group")
    return mention.role == "word" or any(is_kind_of(mention.concept, kind) for kind in kinds)


def _is_frame(scene: Scene, mention: Mention) -> bool:
    """Tell whether a term only says who gives the number, or that it is given."""
    span = mention.term.span
    if scene.is_cue(span) or scene.is_source(span) or is_light(span.text, scene.language):
        return True
    if mention.role in ("name", "adjective"):
        return True
    return mention.concept in framing_events()
