"""Bare numbers whose own words tell what they take up: "our 480", "of the trucks, 17 came"."""

from __future__ import annotations

from itertools import pairwise, takewhile

from ordmot.claims.clauses import clause_around
from ordmot.claims.parts import is_plural
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word, find_markers, word_set
from ordmot.ledger import Quantity
from ordmot.lexicon import senses

_VOTE = "vote"
_NEAR = 3
"""Words between a verb of lasting and the number: "did not last | even two"."""
_QUOTES = ' "”»’'


def is_owned(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a bare number is somebody's figure: "our | 480", "the union's | 53"."""
    if quantity.counted is not None:
        return False
    before = scene.words_before(quantity.span.start)[-2:]
    if not before:
        return False
    if before[-1].lower in word_set(scene.language, "counting", "owners"):
        return True
    # An apostrophe may be a word of its own: then the one before it is the owner.
    owner = before[0] if not before[-1].text[0].isalpha() else before[-1]
    words = scene.sentence.part(owner.start, before[-1].end).text.lower()
    is_genitive = words.endswith(tuple(word_set(scene.language, "counting", "genitives")))
    owners = (m for m in scene.mentions if m.role in ("noun", "people", "name"))
    is_named = any(m.start <= owner.start and owner.end <= m.end for m in owners)
    return is_genitive and is_named and _is_owner(scene, owner)


def _is_owner(scene: Scene, word: Word) -> bool:
    """Tell a genitive from a word that only ends so: «politiets», not «buss»."""
    bare = word.text.removesuffix("s")
    return bare == word.text or word.is_capital or bool(senses(bare, scene.language))


def has_something(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the number is who has or did something: "four | had received the money"."""
    after = scene.words_after(quantity.span.end)[:2]
    having = word_set(scene.language, "counting", "having")
    return len(after) == 2 and after[0].lower in having and after[1].text.isalpha()


def tells_how_long(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a verb says that a bare number is a time: "it did not last | two"."""
    before = [word.lower for word in scene.words_before(quantity.span.start)][-_NEAR:]
    definite = word_set(scene.language, "counting", "definite")
    verbs = {word for article, word in pairwise(("", *before)) if article not in definite}
    lasting = word_set(scene.language, "counting", "lasting")  # not "the | last | three"
    return not lasting.isdisjoint(verbs) and quantity.counted is None


def tells_how_fast(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a bare number is how fast somebody went: "we were doing | 90", «lå på | 65».

    So it is behind the noun: "the speed must have been | about 100".
    """
    if quantity.counted is not None:
        return False
    ahead = scene.sentence.part(scene.sentence.start, quantity.span.start)
    driven = find_markers(ahead, scene.language, "counting", "driving")
    if any(not scene.sentence.part(end, ahead.end).text.strip() for _, end in driven):
        return True
    clause = clause_around(scene, quantity.span)
    before = [word.lower for word in scene.words_between(clause.start, quantity.span.start)]
    speeds = word_set(scene.language, "counting", "speeds")
    copulas = word_set(scene.language, "counting", "copulas")
    return not speeds.isdisjoint(before) and before[-1] in copulas


def tells_what_is_paid(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a bare number is what somebody gets or pays: "my clients got | 15,000"."""
    before = [word.lower for word in scene.words_before(quantity.span.start)]
    after = scene.sentence.part(quantity.span.end, scene.sentence.end).text.strip(_QUOTES)
    is_last = not after or not after[0].isalpha()
    return is_last and not word_set(scene.language, "counting", "paying").isdisjoint(before[-1:])


def fronted_whole(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find what opens a sentence and a number is a part of: "Of the | trucks, 17 came"."""
    before = scene.words_before(quantity.span.start)
    fronted = word_set(scene.language, "counting", "fronted")
    first = next((i for i, word in enumerate(before) if word.lower in fronted), None)
    if quantity.counted is not None or first is None or not _opens(before, first):
        return None
    reach = scene.sentence.part(before[first].end, quantity.span.start)
    known = word_set(scene.language, "counting", "definite")
    is_known = len(before) > first + 1 and before[first + 1].lower in known
    counted = any(reach.overlaps(other.span) for other in scene.quantities)
    nouns = [m for m in scene.mentions_in(reach) if m.role in ("noun", "people", "word")]
    if counted or not nouns or not (is_known or _is_definite(scene, nouns[0])):
        return None
    return nouns[0] if is_plural(scene, nouns[0]) else None


def _opens(before: list[Word], at: int) -> bool:
    """Tell whether a word opens the sentence, or a part of it behind a mark."""
    return at == 0 or before[at - 1].is_mark


def _is_definite(scene: Scene, noun: Mention) -> bool:
    """Tell whether the ending of a noun says that the text knows it: «lastebilene»."""
    endings = tuple(word_set(scene.language, "counting", "definite_endings"))
    return bool(endings) and noun.term.span.text.lower().endswith(endings)


def ballot_of(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find the votes of which a number is the first of two: "by | six | votes to three".

    The noun may stand behind the second, «med | seks | mot tre stemmer», or be the verb before
    both: "voted | six | to three".
    """
    if quantity.dimension != "count":
        return None
    versus = word_set(scene.language, "counting", "versus")
    noun = quantity.counted or quantity.span
    link = scene.word_after(noun.end)
    if link is None or link.lower not in versus:
        return None
    behind = scene.word_after(link.end)
    second = next((q for q in scene.quantities if behind and q.span.start == behind.start), None)
    if second is None or second.dimension != "count":
        return None
    ahead = scene.words_before(quantity.span.start)[-1:]
    if any(word.lower in word_set(scene.language, "stop", "whence") for word in ahead):
        return None  # "up from | 14 | to 16 votes"
    near = scene.words_after(second.span.end)[:1]
    starts = {word.start for word in (*ahead, *near)}
    votes = (m for m in scene.mentions if m.concept == _VOTE)
    counted = quantity.counted
    return next(
        (m for m in votes if m.start in starts or (counted and counted.covers(m.term.span))), None
    )


def who_did(scene: Scene, figure: Word, quantity: Quantity) -> Mention | None:
    """Find what those did or suffered whom a figure counts: "the number | who left it is 38"."""
    between = scene.words_between(figure.end, quantity.span.start)
    relatives = word_set(scene.language, "clauses", "relatives")
    if not between or between[0].lower not in relatives:
        return None
    clause = [*takewhile(lambda word: not word.is_mark, between)]
    reach = scene.sentence.part(clause[0].start, clause[-1].end)
    told = (m for m in scene.mentions_in(reach) if m.role in ("verb", "people"))
    return next(told, None)
