"""From annotated texts to what the network is trained on: pieces with labels for several tasks.

A Strip is a text cut into pieces, with labels per task. Long strips (articles) are cut into
windows; short ones (sentences) are joined. Labels that point at another piece (`links`, `heads`)
count from the start of the strip; in an example they count from the start of the example, where
piece 0 is the sign of the beginning and stands for "nothing".
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ordmot.encoder.pieces import BEGIN, END, Tokenizer, cut_paragraphs
from training.corpora import Sentence, sentence_text
from training.inventory import (
    ACTS,
    IGNORED,
    MENTION_TAGS,
    NAME_CODES,
    PARTS_OF_SPEECH,
    RELATIONS,
    ROLE_TAGS,
    known_relation,
)

WINDOW = 254  # pieces
POINTERS = frozenset({"links", "heads"})
NOTHING = -1  # a pointer that points at nothing
TAG_NUMBERS = {
    "roles": {tag: number for number, tag in enumerate(ROLE_TAGS)},
    "mentions": {tag: number for number, tag in enumerate(MENTION_TAGS)},
    "names": {tag: number for number, tag in enumerate(NAME_CODES)},
}
ACT_NUMBERS = {act: number for number, act in enumerate(ACTS)}
PART_NUMBERS = {part: number for number, part in enumerate(PARTS_OF_SPEECH)}
RELATION_NUMBERS = {relation: number for number, relation in enumerate(RELATIONS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Pieces of one text, their places in it, and labels per task (absent tasks say nothing)."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    labels: dict[str, list[int]]
    is_converted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One row of a batch, with the signs of beginning and end."""

    ids: list[int]
    labels: dict[str, list[int]]
    is_converted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of text with a tag and, for attributions, which one it belongs to."""

    start: int
    end: int
    tag: str
    owner: int = 0


def tag_pieces(
    offsets: Sequence[tuple[int, int]], marks: Iterable[Mark], task: str
) -> tuple[list[int], list[Mark | None]]:
    """Tag pieces with begin and inside; returns the tags and the mark over each piece."""
    cover: dict[int, Mark] = {}
    for mark in sorted(marks, key=lambda mark: mark.start):
        for at in range(mark.start, mark.end):
            cover.setdefault(at, mark)
    tags: list[int] = []
    over: list[Mark | None] = []
    last: Mark | None = None
    for start, end in offsets:
        mark_here = last if start == end else cover.get(start)
        over.append(mark_here if start >= 0 else None)
        if start < 0:
            tags.append(IGNORED)  # a span may run on over the end of a paragraph
            continue
        place = "I-" if mark_here is last else "B-"
        tags.append(TAG_NUMBERS[task][place + mark_here.tag] if mark_here else 0)
        last = mark_here
    return tags, over


def attribution_marks(record: Mapping[str, Any]) -> list[Mark]:
    """Find the fragments of all attributions of an article."""
    return [
        Mark(start=fragment["start"], end=fragment["end"], tag=role.capitalize(), owner=owner)
        for owner, attribution in enumerate(record["attributions"])
        for role in ("source", "cue", "content")
        for fragment in attribution[role]
    ]


def attribution_strip(
    tokenizer: Tokenizer, record: Mapping[str, Any], acts: Mapping[str, str]
) -> Strip:
    """Cut and label one article; `acts` gives the speech act of a cue where no one marked it."""
    ids, offsets = cut_paragraphs(tokenizer, record["text"])
    tags, over = tag_pieces(offsets, attribution_marks(record), "roles")
    anchors = [anchors_of(attribution, offsets) for attribution in record["attributions"]]
    links = [IGNORED if mark is None else link_of(mark, anchors[mark.owner]) for mark in over]
    cue_acts = [act_of(attribution, acts) for attribution in record["attributions"]]
    act_labels = [
        cue_acts[mark.owner] if mark is not None and mark.tag == "Cue" else IGNORED for mark in over
    ]
    return Strip(
        ids=ids, offsets=offsets, labels={"roles": tags, "links": links, "acts": act_labels}
    )


def anchors_of(
    attribution: Mapping[str, Any], offsets: Sequence[tuple[int, int]]
) -> dict[str, int]:
    """Find the first piece of an attribution's cue and of its source."""
    anchors = {}
    for role in ("cue", "source"):
        if attribution[role]:
            start = min(fragment["start"] for fragment in attribution[role])
            pieces = (i for i, (begin, end) in enumerate(offsets) if begin <= start < end)
            anchors[role] = next(pieces, NOTHING)
    return anchors


def link_of(mark: Mark, anchors: Mapping[str, int]) -> int:
    """Find what a piece points at: content at its cue (else its source), a cue at its source."""
    if mark.tag == "Content":
        return anchors.get("cue", anchors.get("source", NOTHING))
    return anchors.get("source", NOTHING) if mark.tag == "Cue" else IGNORED


def act_of(attribution: Mapping[str, Any], acts: Mapping[str, str]) -> int:
    """Find the speech act that somebody marked, else what the word list says of the cue."""
    marked = attribution.get("act")
    if marked is None:
        words = " ".join(fragment["text"] for fragment in attribution["cue"]).lower()
        marked = acts.get(words) or acts.get(words.removesuffix(" that"))
    return ACT_NUMBERS.get(marked, IGNORED) if marked else IGNORED


def mention_strip(tokenizer: Tokenizer, record: Mapping[str, Any]) -> Strip:
    """Cut and label one document of nested mentions: of those that overlap, the surest stays."""
    ids, offsets = cut_paragraphs(tokenizer, record["text"])
    tags, _ = tag_pieces(offsets, mention_marks(record), "mentions")
    return Strip(ids=ids, offsets=offsets, labels={"mentions": tags})


def mention_marks(record: Mapping[str, Any]) -> list[Mark]:
    """Choose mentions that do not overlap: confident ones, long before short."""
    known = {tag[2:] for tag in MENTION_TAGS}
    sure = [e for e in record["entities"] if e["confidence"] >= 0.5 and e["type"] in known]
    chosen: list[Mark] = []
    for entity in sorted(sure, key=lambda e: (e["start"] - e["end"], e["start"])):
        if all(entity["end"] <= mark.start or mark.end <= entity["start"] for mark in chosen):
            chosen.append(Mark(start=entity["start"], end=entity["end"], tag=entity["type"]))
    return sorted(chosen, key=lambda mark: mark.start)


def word_pieces(offsets: Sequence[tuple[int, int]], starts: Sequence[int]) -> list[tuple[int, int]]:
    """Find the first piece of each word and the one after its last.

    A character that the normaliser drops may leave a word without a piece of its own: it shares
    the next one.
    """
    firsts, at = [], 0
    for start in starts:
        while at + 1 < len(offsets) and offsets[at][1] <= start:
            at += 1
        firsts.append(at)
    ends = [*firsts[1:], len(offsets)]
    return [(first, max(end, first + 1)) for first, end in zip(firsts, ends, strict=True)]


def sentence_strip(tokenizer: Tokenizer, sentence: Sentence) -> Strip:
    """Cut and label one sentence of a treebank or a name corpus."""
    text, starts = sentence_text(sentence)
    cut = tokenizer.encode(text, add_special_tokens=False)
    offsets = list(cut.offsets)
    pieces = word_pieces(offsets, starts)
    labels: dict[str, list[int]] = {}
    if sentence.names:
        labels["names"] = name_labels(sentence, pieces, len(cut.ids))
    if sentence.tree is not None:
        labels.update(tree_labels(sentence, pieces, len(cut.ids)))
    is_converted = sentence.tree is not None and sentence.tree.is_converted
    return Strip(ids=list(cut.ids), offsets=offsets, labels=labels, is_converted=is_converted)


def name_labels(sentence: Sentence, pieces: Sequence[tuple[int, int]], count: int) -> list[int]:
    """Label every piece of each word; pieces after the first continue a name.

    A word without a tag says nothing about names.
    """
    prefix = f"{sentence.scheme}:" if sentence.scheme in {"uner", "hint"} else ""
    labels = [IGNORED] * count
    for tag, (first, end) in zip(sentence.names, pieces, strict=True):
        if not tag:
            continue
        inside = "I-" + tag[2:] if tag != "O" else tag
        labels[first] = TAG_NUMBERS["names"][prefix + tag]
        for at in range(first + 1, min(end, count)):
            labels[at] = TAG_NUMBERS["names"][prefix + inside]
    return labels


def tree_labels(
    sentence: Sentence, pieces: Sequence[tuple[int, int]], count: int
) -> dict[str, list[int]]:
    """Label the first piece of each word with its part of speech, head and relation."""
    labels = {task: [IGNORED] * count for task in ("parts", "heads", "relations")}
    nodes = sentence.tree.nodes if sentence.tree is not None else ()
    for node, (first, _) in zip(nodes, pieces, strict=True):
        labels["parts"][first] = PART_NUMBERS.get(node.upos, IGNORED)
        labels["heads"][first] = pieces[node.head - 1][0] if node.head else NOTHING
        relation = known_relation(node.relation)
        labels["relations"][first] = RELATION_NUMBERS.get(relation, IGNORED)
    return labels


def window_example(strip: Strip, start: int, end: int) -> Example:
    """Cut a window out of a strip; pointers that lead out of it say nothing."""
    labels = {}
    for task, values in strip.labels.items():
        inner = values[start:end]
        if task in POINTERS:
            inner = [move_pointer(value, start, end) for value in inner]
        labels[task] = [IGNORED, *inner, IGNORED]
    ids = [BEGIN, *strip.ids[start:end], END]
    return Example(ids=ids, labels=labels, is_converted=strip.is_converted)


def move_pointer(value: int, start: int, end: int) -> int:
    """Count a pointer from the start of a window, after the sign of the beginning."""
    if value == NOTHING:
        return 0
    return value - start + 1 if start <= value < end else IGNORED


def windows(strip: Strip, shift: int) -> Iterator[Example]:
    """Cut a long strip into windows, the first one shortened by the shift."""
    for start in range(-shift, len(strip.ids), WINDOW):
        first, last = max(start, 0), min(start + WINDOW, len(strip.ids))
        if last - first > 8:
            yield window_example(strip, first, last)


def join_strips(strips: Sequence[Strip]) -> Strip:
    """Join the sentences of one corpus as if they stood in one paragraph."""
    ids: list[int] = []
    labels: dict[str, list[int]] = {task: [] for task in strips[0].labels}
    for strip in strips:
        for task, values in strip.labels.items():
            moved = [value + len(ids) if value >= 0 else value for value in values]
            labels[task].extend(moved if task in POINTERS else values)
        ids.extend(strip.ids)
    offsets = [(0, 0)] * len(ids)
    return Strip(ids=ids, offsets=offsets, labels=labels, is_converted=strips[0].is_converted)


def packed(strips: Sequence[Strip], order: random.Random) -> Iterator[Example]:
    """Join neighbouring sentences, one to nine at a time, as long as they fit a window."""
    at = 0
    while at < len(strips):
        group = [strips[at]]
        wanted = order.choice((1, 1, 2, 2, 3, 4, 6, 9))
        while len(group) < wanted and at + len(group) < len(strips):
            following = strips[at + len(group)]
            if sum(len(strip.ids) for strip in group) + len(following.ids) > WINDOW:
                break
            group.append(following)
        at += len(group)
        joined = join_strips(group)
        yield window_example(joined, 0, min(len(joined.ids), WINDOW))
