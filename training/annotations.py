"""Annotations of our own over corpora whose texts the repository does not carry.

`annotations/names.tsv` marks names in sentences of the English Web Treebank, in the three types of
Universal NER; `annotations/attributions.jsonl` marks who says what in passages of the Norwegian
Dependency Treebank. Both name what they annotate by a hash of its letters, and say where the marks
stand: without the corpora they tell nothing, with them they cannot land on other words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from training.corpora import Sentence, sentence_text

FOLDER = Path(__file__).parent / "annotations"
NAMES, ATTRIBUTIONS = "names.tsv", "attributions.jsonl"
ROLES = ("source", "cue", "content")


def hash_of(text: str) -> str:
    """Name a text by its letters, whatever the spaces between them.

    >>> hash_of("North Hill") == hash_of("NorthHill")
    True
    """
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def marked_names() -> dict[str, str]:
    """Read the names of each annotated sentence, as "first-stop:TYPE" by words, by its hash."""
    rows = (FOLDER / NAMES).read_text(encoding="utf-8").splitlines()
    return dict(row.partition("\t")[::2] for row in rows)


def with_names(sentence: Sentence) -> Sentence | None:
    """Mark the names of a sentence; None where nobody annotated it."""
    found = marked_names().get(hash_of(" ".join(sentence.words)))
    if found is None:
        return None
    return replace(sentence, names=name_tags(found, len(sentence.words)), scheme="uner")


def name_tags(marks: str, count: int) -> tuple[str, ...]:
    """Write marked stretches of words as tags.

    >>> name_tags("0-1:PER 2-4:LOC", 5)
    ('B-PER', 'O', 'B-LOC', 'I-LOC', 'O')
    """
    tags = ["O"] * count
    for mark in marks.split():
        place, kind = mark.split(":")
        first, stop = (int(end) for end in place.split("-"))
        tags[first:stop] = [f"B-{kind}", *[f"I-{kind}"] * (stop - first - 1)]
    return tuple(tags)


def annotated_passages(sentences: Sequence[Sentence]) -> Iterator[dict[str, Any]]:
    """Give the annotated passages of a treebank as attribution records.

    ValueError where a passage is not the one that was annotated.
    """
    with (FOLDER / ATTRIBUTIONS).open(encoding="utf-8") as lines:
        for line in lines:
            stored = json.loads(line)
            first, count = stored["first"], stored["sentences"]
            text = "\n".join(sentence_text(s)[0] for s in sentences[first : first + count])
            if hash_of(text) != stored["hash"]:
                message = f"sentence {first} of the treebank is another than was annotated"
                raise ValueError(message)
            yield {
                "id": f"ndt-{first}",
                "text": text,
                "attributions": [record_of(text, marks) for marks in stored["attributions"]],
            }


def record_of(text: str, marks: dict[str, Any]) -> dict[str, Any]:
    """Make the record of one attribution from its act and its places."""
    fragments = {
        role: [{"start": start, "end": end, "text": text[start:end]} for start, end in marks[role]]
        for role in ROLES
    }
    return {"act": marks["act"], **fragments}
