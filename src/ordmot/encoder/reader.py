"""The reader: one network that notes who says what, names and syntax."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

from ordmot.encoder.links import Linked, find_attributions
from ordmot.encoder.loading import (
    READER,
    Graph,
    Labels,
    find_model,
    load_labels,
    load_tokenizer,
    version_of,
)
from ordmot.encoder.notes import Attribution, Mark, Name, Notes, Word
from ordmot.encoder.pieces import Group, Section, cut_sections, group_words
from ordmot.encoder.sentences import Bounds, find_sentences, words_of_sentences
from ordmot.encoder.tags import Found, best_label, find_spans
from ordmot.encoder.trees import sentence_tree
from ordmot.encoder.windows import Scores, Sheet, Whole, Windowed, frames, paragraphs, score_pieces

_VOICES = ("roles", "links", "acts", "names")
_SYNTAX = ("parts", "heads", "relations_down", "relations_up")


class Reader:
    """A loaded model. It can be sent to another process, which then loads the same folder."""

    def __init__(self, folder: Path, threads: int) -> None:
        self.folder = folder
        self.threads = threads
        self.version = version_of(folder)
        self._labels = load_labels(folder)
        self._tokenizer = load_tokenizer(folder)
        self._graph = Graph(folder / READER)
        self._workers = ThreadPoolExecutor(threads, "reader") if threads > 1 else None

    def __reduce__(self) -> tuple[Callable[[Path], Reader], tuple[Path]]:
        """Send the folder, not the network."""
        return _reopened, (self.folder,)

    def read(self, text: str) -> Notes:
        """Note who says what in a text, and its names."""
        attributions: list[Attribution] = []
        names: list[Name] = []
        for section in cut_sections(self._tokenizer, text):
            groups = group_words(text, section.offsets, section.bounds)
            sheet = self._scored(section, _VOICES, frames)
            attributions += _attributions(sheet, groups, self._labels)
            names += _names(sheet, groups, self._labels)
        return Notes(attributions=tuple(attributions), names=tuple(names))

    def parse(self, text: str, sentences: Sequence[Bounds] | None = None) -> tuple[Word, ...]:
        """Find the words of a text with part of speech, head and relation.

        `sentences` are bounds in text order; without them sentences are found. Words that stand in
        no sentence are left out.
        """
        words: list[Word] = []
        for section in cut_sections(self._tokenizer, text):
            groups = group_words(text, section.offsets, section.bounds)
            bounds = find_sentences(text, *section.bounds) if sentences is None else sentences
            sheet = self._scored(section, _SYNTAX, paragraphs)
            words += _words(sheet, groups, bounds, self._labels, len(words))
        return tuple(words)

    def _scored(self, section: Section, outputs: tuple[str, ...], windowed: Windowed) -> Sheet:
        """Score the pieces of a section, its windows side by side where there are threads."""

        def score(ids: Whole) -> Mapping[str, Scores]:
            """Run the network on one window."""
            return self._graph.run(ids, outputs)

        spread = self._workers.map if self._workers else map
        return score_pieces(section.ids, score, spread, windowed)


def open_reader(folder: Path | None = None) -> Reader | None:
    """Open the reader of a folder, else of the one named in ORDMOT_MODEL, else the shipped one.

    None where nothing is named and the package came without a model. It is loaded once in a
    process. ModelError where a named model is missing, or any is damaged.
    """
    found = find_model(folder)
    return _opened(found.resolve(), _threads()) if found else None


def _reopened(folder: Path) -> Reader:
    """Open the reader of a folder in the process to which it was sent."""
    return _opened(folder, _threads())


@lru_cache(maxsize=2)
def _opened(folder: Path, threads: int) -> Reader:
    """Load a reader once."""
    return Reader(folder, threads)


def _threads() -> int:
    """Choose the number of threads: one where this process is one of several that read."""
    if multiprocessing.parent_process() is not None:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _attributions(sheet: Sheet, groups: Sequence[Group], labels: Labels) -> Iterator[Attribution]:
    """Give the attributions of a section."""
    found, linked = find_attributions(sheet, groups)
    for each in linked:
        yield _attribution(each, found, groups, sheet, labels)


def _attribution(
    linked: Linked, found: Sequence[Found], groups: Sequence[Group], sheet: Sheet, labels: Labels
) -> Attribution:
    """Make one attribution, with the act of its cue."""
    source, cue = (
        None if number is None else _mark(found[number], groups)
        for number in (linked.source, linked.cue)
    )
    act, sure = None, 0.0
    if linked.cue is not None:
        span = found[linked.cue]
        pieces = groups[span.first].first, groups[span.last].stop
        number, sure = best_label(sheet.labels["acts"], pieces)
        act = labels.acts[number]
    contents = tuple(_mark(found[number], groups) for number in linked.contents)
    return Attribution(source=source, cue=cue, contents=contents, act=act, act_score=sure)


def _mark(span: Found, groups: Sequence[Group]) -> Mark:
    """Find the characters of a span."""
    return Mark(start=groups[span.first].start, end=groups[span.last].end, score=span.score)


def _names(sheet: Sheet, groups: Sequence[Group], labels: Labels) -> Iterator[Name]:
    """Give the names of a section."""
    if not groups:
        return
    for span in find_spans(sheet.labels["names"], groups, labels.name_types):
        start, end = groups[span.first].start, groups[span.last].end
        yield Name(start=start, end=end, kind=span.tag, score=span.score)


def _words(
    sheet: Sheet, groups: Sequence[Group], sentences: Iterable[Bounds], labels: Labels, before: int
) -> Iterator[Word]:
    """Give the words of a section, `before` being the number of words given already."""
    root = labels.relations.index("root")
    for first, stop in words_of_sentences(groups, sentences):
        members = groups[first:stop]
        heads, relations = sentence_tree(sheet, members, root)
        parts = sheet.labels["parts"][[group.first for group in members]].argmax(-1)
        for group, head, relation, part in zip(members, heads, relations, parts, strict=True):
            yield Word(
                start=group.start,
                end=group.end,
                part=labels.parts_of_speech[part],
                head=before + head - 1 if head else None,
                relation=labels.relations[relation],
            )
        before += len(members)
