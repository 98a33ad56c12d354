"""The clause around a place in a sentence: the words an account is quoted with."""

from __future__ import annotations

from collections.abc import Iterator

from ordmot.claims.scene import Scene
from ordmot.claims.words import Word, find_markers, word_set
from ordmot.ledger import QuantityKind, Span
from ordmot.lexicon.frames import personal_events

_LISTED = 4
"""Words before "as" among which it stands that somebody is listed."""
_BREAKS = frozenset(',;:–—()[]"«»“”„')


def clause_around(scene: Scene, core: Span) -> Span:
    """Cut the clause that holds `core` out of the sentence.

    A clause ends at a mark or a conjunction beyond which another verb or amount stands.
    """
    borders = [*_borders(scene, core)]
    start = max((end for _, end in borders if end <= core.start), default=scene.sentence.start)
    stop = min((begin for begin, _ in borders if begin >= core.end), default=scene.sentence.end)
    return _trim(scene.sentence.part(start, stop))


def split_clauses(scene: Scene) -> Iterator[Span]:
    """Cut the sentence into its clauses, each with a verb or an amount of its own."""
    start = scene.sentence.start
    core = scene.sentence.part(start, start)
    for begin, end in _borders(scene, core):
        if begin > start:
            yield _trim(scene.sentence.part(start, begin))
        start = max(start, end)
    if start < scene.sentence.end:
        yield _trim(scene.sentence.part(start, scene.sentence.end))


def _borders(scene: Scene, core: Span) -> Iterator[tuple[int, int]]:
    """Give the places that part clauses: a mark, or a conjunction, between two full halves."""
    openers = word_set(scene.language, "clauses", "openers")
    heavy = [*_heavy_places(scene)]
    last = scene.sentence.start
    where = word_set(scene.language, "stop", "place_prepositions")
    pointers = word_set(scene.language, "clauses", "pointers")
    links = word_set(scene.language, "clauses", "links")
    nouns = {mention.end for mention in scene.mentions if mention.role in ("noun", "word")}
    before = ""
    for index, word in enumerate(scene.words):
        is_behind, before = before in where, word.lower
        if is_behind and word.lower in pointers:
            continue  # "from | that | helicopter" opens nothing
        if before in links and index and scene.words[index - 1].end in nouns:
            continue  # «vedtak | om | ransaking», «beskjed | om | å vente»
        if not _can_part(word, openers) or (core.start < word.end and word.start < core.end):
            continue
        if not word.is_mark and _is_exception(scene, word):
            continue  # "left with nothing | but | their clothes"
        if leads_to_state(scene, word):
            continue  # "were registered | as | dead"
        if any(m.start < word.start and word.end <= m.end for m in scene.mentions):
            continue  # «visste | om | lekkasjen»
        if _joins_verbs(scene, index):
            continue  # "carried | or | used firearms": one object, one clause
        if any(q.span.start < word.start and word.end < q.span.end for q in scene.quantities):
            continue  # the comma of "1,200"
        if _joins_figures(scene, index):
            continue  # «to menn på 20 | og | 25 år»
        if _is_in_counted(scene, word):
            continue  # "six current | and | former officials"
        has_before = any(last <= place < word.start for place in heavy)
        has_after = any(place >= word.end for place in heavy)
        if has_before and has_after:
            yield word.start, word.end if word.is_mark else word.start
            last = word.start


def _is_exception(scene: Scene, word: Word) -> bool:
    """Tell whether a word only leads to what is left out: "nothing | but", «annet | enn»."""
    excluding = find_markers(scene.sentence, scene.language, "taking", "nothing_else")
    return any(start < word.start < end for start, end in excluding)


def _joins_figures(scene: Scene, index: int) -> bool:
    """Tell whether a word stands between two numbers that count nothing, as ages do."""
    if not 0 < index < len(scene.words) - 1:
        return False
    before, after = scene.words[index - 1], scene.words[index + 1]
    amounts = [q.span for q in scene.quantities if q.kind is QuantityKind.AMOUNT]
    counted = {place for span in amounts for place in (span.start, span.end)}
    is_bare = before.text.isdigit() and after.text.isdigit()
    return is_bare and before.end not in counted and after.start not in counted


def _is_in_counted(scene: Scene, word: Word) -> bool:
    """Tell whether a word stands inside what a number counts: "90 navy | and | coast guard divers".

    The two nouns of "four women and children" may share a clause too.
    """
    counted = (q.counted for q in scene.quantities if q.counted is not None)
    return not word.is_mark and any(c.start < word.start and word.end < c.end for c in counted)


def _joins_verbs(scene: Scene, index: int) -> bool:
    """Tell whether a word stands right between two verbs, or fates, that share what follows.

    The dead and the wounded share their number, what is carried or used is one thing; "died | and |
    wounded 40" has two.
    """
    word = scene.words[index].lower
    if not 0 < index < len(scene.words) - 1:
        return False
    before, after = scene.words[index - 1], scene.words[index + 1]
    first = [m for m in scene.mentions if m.end == before.end and not scene.is_cue(m.term.span)]
    second = [m for m in scene.mentions if m.start == after.start and not scene.is_cue(m.term.span)]
    if not first or not second:
        return False
    roles = {m.role for m in (*first, *second)}
    is_either = word in word_set(scene.language, "clauses", "alternatives")
    numbers = [quantity.span for quantity in scene.quantities]
    if any(0 < number.start - second[0].end <= 1 for number in numbers):
        is_one = is_either and not any(number.end <= first[0].start for number in numbers)
        return is_one and roles == {"verb"}  # "killed | or | wounded 70 people"
    are_fates = all((m.predicate or m.concept) in personal_events() for m in (*first, *second))
    if roles == {"people"} or (are_fates and "people" in roles):
        return word in word_set(scene.language, "counting", "joining")
    return roles == {"verb"} and is_either


def leads_to_state(scene: Scene, word: Word) -> bool:
    """Tell whether an "as" only leads to what became of people: "listed | as | missing"."""
    if word.lower not in word_set(scene.language, "clauses", "as_state"):
        return False
    states = [m for m in scene.mentions if m.start == word.end + 1]
    is_state = any((m.predicate or m.concept) in personal_events() for m in states)
    nouns = (m.start for m in scene.mentions if m.role == "noun")
    if not is_state or any(start == states[0].end + 1 for start in nouns):
        return False  # "as wounded | men lay on the ground"
    before = scene.words_before(word.start)[-_LISTED:]
    listing = word_set(scene.language, "clauses", "listing")
    return any(near.lower in listing for near in before)


def _can_part(word: Word, openers: frozenset[str]) -> bool:
    return word.text in _BREAKS or word.lower in openers


def _heavy_places(scene: Scene) -> Iterator[int]:
    """Give where verbs, people words and amounts stand: what can bear a clause."""
    for mention in scene.mentions:
        if mention.role in ("verb", "people"):
            yield mention.start
    for quantity in scene.quantities:
        yield quantity.span.start
    light = word_set(scene.language, "existence", "verbs")
    for word in scene.words:
        if word.lower in light:
            yield word.start


def _trim(span: Span) -> Span:
    """Cut white space and loose marks off the edges."""
    words = span.text
    start = span.start + len(words) - len(words.lstrip(' \t\n,;:–—.)]}»”"“«'))
    stop = span.end - (len(words) - len(words.rstrip(" \t\n,;:–—([")))
    return span.part(min(start, stop), stop) if start < stop else span
