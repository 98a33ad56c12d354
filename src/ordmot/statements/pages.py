"""Laying a document out: its sentences, the language of each, and what the rules read in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ordmot.ledger import Document, Passage, PassageKind
from ordmot.lexicon import LANGUAGES
from ordmot.statements.joining import Page
from ordmot.statements.language import Language, language_of
from ordmot.statements.quotations import find_quotations
from ordmot.statements.reading import read_unit, subject_of
from ordmot.statements.words import Unit, after_stamp, split_units

LEADING = " :\u00a0\n\t–—-"
"""Marks and spaces between a label and the words it introduces."""

_LEAST_FOREIGN = 2  # small words of another language that make a sentence that language's
_MUCH_MORE = 3
_LONGEST_FRAGMENT = 7  # words


def lay_out(document: Document, passages: Sequence[Passage]) -> Page:
    """Read every sentence of a document by the rules."""
    units = _units(document, passages)
    spoken = [_spoken_in(unit, language_of(passages[unit.passage].language)) for unit in units]
    readings = [read_unit(unit, at, spoken[at]) for at, unit in enumerate(units)]
    blocks = frozenset(n for n, passage in enumerate(passages) if _is_block(passage))
    return Page(
        document.text,
        units,
        readings,
        [subject_of(unit, spoken[at]) for at, unit in enumerate(units)],
        blocks,
        frozenset[str]().union(*(lang["unnamed_subjects"] for lang in set(spoken))),
        _with_turns(document, passages),
        spoken,
        frozenset(at for at, unit in enumerate(units) if _is_fragment(unit, spoken[at])),
    )


def _with_turns(document: Document, passages: Sequence[Passage]) -> frozenset[int]:
    """List the passages where a dash may open a turn: all, if the document's language has it so."""
    is_usual = bool(language_of(document.language)["turn_marks"])
    marked = (n for n, p in enumerate(passages) if language_of(p.language)["turn_marks"])
    return frozenset(range(len(passages)) if is_usual else marked)


def _spoken_in(unit: Unit, own: Language) -> Language:
    """Tell the language of a sentence by its small words where it is not that of its passage."""
    words = [word.lower for word in unit.words]
    for code in LANGUAGES:
        other = language_of(code)
        if other is own:
            continue
        foreign = sum(word in other.small_words and word not in own.small_words for word in words)
        foreign += sum(other.introduces(word) and not own.introduces(word) for word in words)
        native = sum(word in own.small_words and word not in other.small_words for word in words)
        if foreign >= _LEAST_FOREIGN and foreign > _MUCH_MORE * native:
            return other
    return own


def _is_fragment(unit: Unit, lang: Language) -> bool:
    """Tell "Two inmates dead." from a sentence with a verb."""
    plain = [word for word in unit.words if not word.is_mark]
    if not 2 <= len(plain) <= _LONGEST_FRAGMENT:
        return False
    return not any(
        word.is_quotation
        or lang.is_finite(word)
        or lang.knows_verb(word.lower)
        or lang.introduces(word.lower)
        for word in plain
    )


def _is_block(passage: Passage) -> bool:
    """Tell whether a passage as a whole is somebody else's words."""
    return passage.kind is PassageKind.QUOTE or passage.handover is not None


def _units(document: Document, passages: Sequence[Passage]) -> list[Unit]:
    text = document.text
    spans = [(passage.span.start, passage.span.end) for passage in passages]
    quotations = find_quotations(text, spans)
    starts = [quotation.start for quotation in quotations]
    units: list[Unit] = []
    for number, passage in enumerate(passages):
        start, end = spans[number]
        inside = quotations[bisect_left(starts, start) : bisect_left(starts, end)]
        sentences = [(s.start, s.end) for s in passage.sentences] or [(start, end)]
        body = _after_label(text, passage)
        sentences = [(max(first, body), last) for first, last in sentences if last > body]
        units += split_units(text, sentences, inside, number)
    return units


def _after_label(text: str, passage: Passage) -> int:
    """Find where the words begin behind a label or a time: "LIND: | We left", "05.05 | Ministry".

    The label is one inside the passage that hands it over.
    """
    label = passage.handover
    if label is None or not passage.span.covers(label) or label.end >= passage.span.end:
        clock_words = language_of(passage.language)["clock_words"]
        return after_stamp(text, passage.span.start, passage.span.end, clock_words)
    words = text[label.end : passage.span.end]
    return label.end + len(words) - len(words.lstrip(LEADING))
