"""What the counted are without: "300 homes are without power" counts no homes without water."""

from __future__ import annotations

from dataclasses import replace

from ordmot.claims.counts import Count
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import find_markers
from ordmot.ledger import Span
from ordmot.lexicon import is_kind_of, read_data, serving_language
from ordmot.lexicon.frames import personal_events


def narrow_by_lack(scene: Scene, count: Count) -> Count:
    """Narrow a count to those who lack something, where its clause says no more of them."""
    lacked = _lacked(scene, count)
    if lacked is None:
        return count
    senses = read_data(serving_language(scene.language), "claims")["counting"]["lacked"]
    concept = senses.get(lacked.term.span.text.lower(), lacked.concept)
    term = replace(lacked.term, concept=concept)
    return replace(count, restrictors=(*count.restrictors, term))


def _lacked(scene: Scene, count: Count) -> Mention | None:
    """Find what is lacking; it tells nothing of those "killed without warning".

    Nor is anybody without what a deed was done without: "200 gathered | without permission".
    """
    counted = count.counted.span.end if count.counted else 0
    begin = max(count.quantity.span.end, counted)
    if count.quantity.dimension != "count" or begin >= count.clause.end:
        return None
    after = scene.sentence.part(begin, count.clause.end)
    fates = personal_events()
    told = [m for m in scene.mentions_in(after) if (m.predicate or m.concept) in fates]
    nouns = [m for m in scene.mentions_in(after) if m.role in ("noun", "word")]
    deeds = [m for m in scene.mentions_in(after) if m.role == "verb"]
    for start, end in find_markers(after, scene.language, "counting", "lacks"):
        if any(m.end <= start for m in told):
            return None
        lacked = _head([m for m in nouns if m.start >= end], after)
        is_done = any(m.end <= start for m in deeds)
        return None if is_done and lacked is not None and _is_deed(lacked) else lacked
    return None


def _is_deed(noun: Mention) -> bool:
    """Tell what a deed can be done without, as a warning, from what befalls people: treatment."""
    return is_kind_of(noun.concept, "event") and noun.concept not in personal_events()


def _head(nouns: list[Mention], span: Span) -> Mention | None:
    """Give the last noun of the first phrase: "running | water"."""
    head: Mention | None = None
    for noun in nouns:
        if head is not None and span.part(head.end, noun.start).text.strip():
            break
        head = noun
    return head
