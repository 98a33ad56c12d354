"""Labels on pieces: spans, links, names, trees, and how they survive cutting and joining."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from training.corpora import Sentence
from training.examples import (
    NOTHING,
    WINDOW,
    Strip,
    attribution_strip,
    mention_marks,
    move_pointer,
    packed,
    sentence_strip,
    windows,
)
from training.inventory import ACTS, IGNORED, NAME_CODES, RELATIONS, ROLE_TAGS
from training.tree import Node, Tree


@dataclass
class Cut:
    """What a tokenizer returns."""

    ids: list[int]
    offsets: list[tuple[int, int]]


class HalfWords:
    """A tokenizer that cuts words of more than three letters in two; spaces belong to pieces."""

    def encode(self, text: str, *, add_special_tokens: bool) -> Cut:
        """Cut a text."""
        assert not add_special_tokens
        offsets = []
        for word in re.finditer(r"\s*(\w+|[^\w\s])", text):
            start, end = word.span()
            middle = end - len(word[1]) // 2 if len(word[1]) > 3 else end
            offsets.extend([(start, middle)] + ([(middle, end)] if middle < end else []))
        return Cut(ids=[10 + i for i in range(len(offsets))], offsets=offsets)


CUTTER: Any = HalfWords()


def piece(text: str, words: str, after: str = "") -> dict[str, Any]:
    """Find words in a text, after other words, as an annotated fragment."""
    start = text.index(words, text.index(after) if after else 0)
    return {"start": start, "end": start + len(words), "text": words}


def record(text: str, **roles: list[str]) -> dict[str, Any]:
    """Annotate one attribution in a text."""
    marked = {role: [piece(text, w) for w in roles.get(role, [])] for role in ("source", "cue")}
    content = [piece(text, words) for words in roles["content"]]
    return {"text": text, "attributions": [{**marked, "content": content}]}


def labelled(strip: Strip, text: str, task: str) -> list[tuple[str, int]]:
    """Show each piece with its label."""
    return [
        (text[start:end], label)
        for (start, end), label in zip(strip.offsets, strip.labels[task], strict=True)
        if start >= 0
    ]


TEXT = "Fergen gikk klokka ni, sa Berit Lund. Den var full."


def lund() -> Strip:
    """Label the attribution of the ferry."""
    marked = record(
        TEXT, source=["Berit Lund"], cue=["sa"], content=["Fergen gikk klokka ni", "Den var full"]
    )
    return attribution_strip(CUTTER, marked, {"sa": "say"})


def test_pieces_after_the_first_are_inside() -> None:
    roles = [(words, ROLE_TAGS[tag]) for words, tag in labelled(lund(), TEXT, "roles")]
    assert roles[:3] == [("Fer", "B-Content"), ("gen", "I-Content"), ("gi", "I-Content")]
    assert ("sa", "B-Cue") in roles
    assert roles[-1] == (".", "O")


def test_contents_point_at_the_cue_and_the_cue_at_the_source() -> None:
    strip = lund()
    texts = [TEXT[start:end] for start, end in strip.offsets]
    links = dict(zip(range(len(texts)), strip.labels["links"], strict=True))
    cue, source = texts.index("sa"), texts.index("Ber")
    assert links[0] == links[texts.index("Den")] == cue
    assert links[cue] == source
    assert links[source] == IGNORED


def test_the_word_list_gives_the_act_that_nobody_marked() -> None:
    strip = lund()
    assert [ACTS[act] for act in strip.labels["acts"] if act != IGNORED] == ["say"]


def test_content_without_cue_and_source_points_at_nothing() -> None:
    text = "- Jeg reiser hjem."
    strip = attribution_strip(CUTTER, record(text, content=["Jeg reiser hjem"]), {})
    assert strip.labels["links"][1] == NOTHING


def test_the_surest_and_longest_mention_stays() -> None:
    entities = [
        {"start": 0, "end": 8, "type": "Organisation", "confidence": 1},
        {"start": 3, "end": 8, "type": "Person", "confidence": 1},
        {"start": 9, "end": 12, "type": "Location", "confidence": 0.2},
    ]
    marks = mention_marks({"entities": entities})
    assert [(mark.start, mark.end, mark.tag) for mark in marks] == [(0, 8, "Organisation")]


def ferry_sentence() -> Sentence:
    """Make a sentence with names and a tree."""
    nodes = (
        Node(form="Lund", upos="PROPN", head=2, relation="nsubj"),
        Node(form="reiste", upos="VERB", head=0, relation="root"),
    )
    return Sentence(
        words=("Lund", "reiste"),
        spaces=(True, True),
        names=("B-PER", "O"),
        scheme="norne",
        tree=Tree(nodes=nodes),
    )


def test_trees_stand_on_first_pieces_and_names_on_all() -> None:
    strip = sentence_strip(CUTTER, ferry_sentence())
    assert strip.labels["heads"] == [2, IGNORED, NOTHING, IGNORED]
    assert [RELATIONS[r] for r in strip.labels["relations"] if r >= 0] == ["nsubj", "root"]
    assert [NAME_CODES[n] for n in strip.labels["names"]] == ["B-PER", "I-PER", "O", "O"]


def test_joined_sentences_keep_their_own_heads() -> None:
    strips = [sentence_strip(CUTTER, ferry_sentence()) for _ in range(12)]
    for example in packed(strips, random.Random(4)):  # noqa: S311
        heads = [head for head in example.labels["heads"] if head != IGNORED]
        firsts = range(1, len(example.ids), 4)
        expected = [
            target for first in firsts if first + 3 < len(example.ids) for target in (first + 2, 0)
        ]
        assert heads == expected


@given(st.integers(0, 60), st.integers(0, 40), st.integers(1, 40))
def test_a_pointer_moves_with_its_window_or_says_nothing(value: int, start: int, size: int) -> None:
    moved = move_pointer(value, start, start + size)
    is_inside = start <= value < start + size
    assert moved == (value - start + 1 if is_inside else IGNORED)


@given(st.integers(1, 900), st.integers(0, WINDOW - 1))
def test_windows_lose_no_long_stretch(count: int, shift: int) -> None:
    strip = Strip(ids=list(range(10, 10 + count)), offsets=[(0, 0)] * count, labels={})
    seen = [id_ for example in windows(strip, shift) for id_ in example.ids[1:-1]]
    assert len(seen) == len(set(seen))
    assert count - len(seen) <= 16
