"""Laying together what the rules and the encoder found, each where it sees better.

The encoder sees cues that no list has, and where a source or a content ends; the rules know acts,
negations, who stands behind "reportedly", and what runs over sentences.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ordmot.ledger import Mode
from ordmot.statements.marked import Layout
from ordmot.statements.prefaces import NAME_BEFORE_COLON
from ordmot.statements.sentence import Range, Utterance

_KEEP = os.environ.get("KEEP", "free")
_ALIKE = 0.5
_SURE = float(os.environ.get("SURE", "0.5"))  # the content score from which an attribution is right more often than not
_NAMED_BY_RULE = frozenset({"source named by a preposition", "hearsay word"})
_POINTING = ("pronouns", "objects", "possessives", "demonstratives", "determiners")


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Which finding of the rules is which of the encoder, by their places in the two lists."""

    marks: dict[int, int]
    kept: frozenset[int]


def merge(
    rules: Sequence[Utterance], marked: Sequence[Utterance], layout: Layout
) -> list[Utterance]:
    """Merge the findings of the rules and the encoder into one list, in the order of voices."""
    marked, own = _give_back(rules, marked, layout)
    pairs = _Pairs(_pair(rules, marked), own)
    merged: list[Utterance] = []
    moved: dict[Range, Range] = {}
    for number, rule in enumerate(rules):
        within = rule.within and moved.get(rule.within)
        if number in pairs.marks:
            found = _lay_together(rule, marked[pairs.marks[number]], layout)
        elif _stands_alone(rule, number, within, pairs, marked):
            found = rule
        else:
            continue
        moved[rule.content[0]] = found.content[0]
        merged.append(replace(found, within=within))
    paired = set(pairs.marks.values())
    merged += [m for at, m in enumerate(marked) if at not in paired and _is_sure(m, layout)]
    return _in_order([_nest(utterance, merged) for utterance in merged])


# -- which finding is which -----------------------------------------------------------------------


def _give_back(
    rules: Sequence[Utterance], marked: Sequence[Utterance], layout: Layout
) -> tuple[list[Utterance], frozenset[int]]:
    """Give a fragment that the encoder tied to the cue of another sentence to the cue of its own.

    «– Vi leter, sier hun. | 180 er evakuert, opplyser kommunen.»: a network may tie both to "hun".
    """
    own: set[int] = set()
    left: list[Utterance] = []
    for mark in marked:
        kept = list(mark.content)
        for piece in mark.content if len(mark.content) > 1 else ():
            owner = _owner(piece, mark, rules, layout)
            if owner is not None:
                own.add(owner)
                kept.remove(piece)
        left += [replace(mark, content=tuple(kept))] if kept else []
    return left, frozenset(own)


def _owner(
    piece: Range, mark: Utterance, rules: Sequence[Utterance], layout: Layout
) -> int | None:
    if layout.unit_at(piece[0]) == mark.unit:
        return None
    for number, rule in enumerate(rules):
        has_own = rule.cue is not None and rule.source is not None and not _share_cue(rule, mark)
        if has_own and rule.within is None and _likeness(rule.content, [piece]) >= _ALIKE:
            return number
    return None


def _pair(rules: Sequence[Utterance], marked: Sequence[Utterance]) -> dict[int, int]:
    """Pair findings that have a content or, failing that, a cue in common; the likest first."""
    found = []
    for number, rule in enumerate(rules):
        for at, mark in enumerate(marked):
            likeness, share_cue = _likeness(rule.content, mark.content), _share_cue(rule, mark)
            if likeness >= _ALIKE or share_cue:
                found.append((likeness >= _ALIKE, share_cue, likeness, -number, -at))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, number, at in sorted(found, reverse=True):
        if -number not in pairs and -at not in taken:
            pairs[-number] = -at
            taken.add(-at)
    return pairs


def _share_cue(rule: Utterance, mark: Utterance) -> bool:
    return rule.cue is not None and mark.cue is not None and _shared([rule.cue], [mark.cue]) > 0


def _likeness(some: Sequence[Range], others: Sequence[Range]) -> float:
    """Give how much two contents have in common, 0 to 1."""
    return 2 * _shared(some, others) / max(1, _length(some) + _length(others))


def _shared(some: Sequence[Range], others: Sequence[Range]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in some for b in others)


def _length(ranges: Iterable[Range]) -> int:
    return sum(end - start for start, end in ranges)


# -- what is kept ---------------------------------------------------------------------------------


def _is_sure(mark: Utterance, layout: Layout) -> bool:
    """Tell whether what only the encoder found is likely; a lone word is mostly a mere object."""
    words = [w for place in mark.content for w in layout.text[place[0] : place[1]].split()]
    return mark.score >= _SURE and len(words) > 1


def _stands_alone(
    rule: Utterance,
    number: int,
    within: Range | None,
    pairs: _Pairs,
    marked: Sequence[Utterance],
) -> bool:
    """Tell whether what only the rules found is kept."""
    if number in pairs.kept:
        return True
    if rule.within is not None:
        return within is not None
    if any(_shared(rule.content, mark.content) for mark in marked):
        return False
    if _KEEP == "free":
        return True
    if _KEEP == "sure":
        return rule.reason in _KINDS
    return False

_KINDS = frozenset((NAME_BEFORE_COLON, "hearsay word", "cue with clause", "cue with colon", "cue with quote", "quotation without a cue", "dash turn without a cue", "source named by a preposition", "cue with bare clause"))

def _lay_together(rule: Utterance, mark: Utterance, layout: Layout) -> Utterance:
    """Take the places from the encoder, the sense of the cue from the rules."""
    source = mark.source or rule.source
    if _is_named_by_rule(rule, mark, layout):
        source = rule.source
    sense = rule if mark.cue is None or rule.cue is None or _share_cue(rule, mark) else mark
    return replace(
        rule,
        content=mark.content,
        cue=mark.cue or rule.cue,
        source=source,
        unit=mark.unit if mark.cue else rule.unit,
        mode=rule.mode if rule.mode is Mode.DIRECT else mark.mode,
        act=sense.act,
        is_negated=sense.is_negated,
        is_unstated=sense.is_unstated and source is None,
        reason=f"{rule.reason}; {mark.reason}",
    )


def _is_named_by_rule(rule: Utterance, mark: Utterance, layout: Layout) -> bool:
    """Tell whether the rules know the source better: "according to X", "reportedly", "our chief"."""
    if rule.reason in _NAMED_BY_RULE:
        return _share_cue(rule, mark)
    if rule.source is None or mark.source is None:
        return False
    return _points(mark.source, layout) and not _points(rule.source, layout)


def _points(place: Range, layout: Layout) -> bool:
    """Tell a word that only points, "it", "our", «den», from one that names."""
    lang = layout.languages[layout.unit_at(place[0])]
    word = layout.text[place[0] : place[1]].lower()
    return any(word in lang[name] for name in _POINTING)


# -- order and nesting ----------------------------------------------------------------------------


def _nest(utterance: Utterance, others: Sequence[Utterance]) -> Utterance:
    """Say inside which content a cue stands: "the paper reports that Lind | denied …"."""
    if utterance.within is not None or utterance.cue is None:
        return utterance
    start, end = utterance.cue
    for other in others:
        is_outer = other is not utterance and other.within is None
        if is_outer and any(piece[0] <= start and end <= piece[1] for piece in other.content):
            return replace(utterance, within=other.content[0])
    return utterance


def _in_order(merged: Sequence[Utterance]) -> list[Utterance]:
    """Put a frame before what is told inside it, else follow the sentences."""
    frames = {utterance.content[0]: utterance.unit for utterance in merged}
    return sorted(
        merged,
        key=lambda utterance: (
            frames.get(utterance.within, utterance.unit) if utterance.within else utterance.unit,
            utterance.within is not None,
            utterance.content[0],
        ),
    )
