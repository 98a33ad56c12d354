"""Turns of a transcript in plain text: "NAME:" at the head of what each speaker says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ordmot.documents.heading import label_fields
from ordmot.ledger import Markup

_TURN = re.compile(
    r"^[ \t]*(?:\[?(?P<cue>\d{1,2}:\d\d(?::\d\d)?)\]?[ \t]+)?[*_>-]{0,3}[ \t]*"
    r"(?P<name>[^\W\d_][^\n:*_]{0,49}?)(?:[ \t]*\([^()\n]{1,40}\))?[*_]{0,2}:[*_]{0,2}[ \t]+(?=\S)",
    re.M,
)
_PARAGRAPH = re.compile(r"(?:\A|\n[ \t]*\n)[ \t]*\S")
_NAME_WORDS = 5
_LEAST_TURNS = 3


def find_turns(text: str) -> tuple[Markup, ...]:
    """Find the turns of a transcript; none where the text is not one.

    A transcript has three turns or more, a speaker who comes back after another has spoken, and a
    turn at the head of at least half of its paragraphs: "Foto: …" or "Advarsel: …" in running text
    does none of this.
    """
    heads = [head for head in _TURN.finditer(text) if _is_name(head["name"])]
    if len(heads) < _LEAST_TURNS or not _has_return([head["name"] for head in heads]):
        return ()
    paragraphs = sum(1 for _ in _PARAGRAPH.finditer(text, heads[0].start()))
    if len(heads) < paragraphs / 2:
        return ()
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return tuple(_turn(text, head, end) for head, end in zip(heads, ends, strict=True))


def _is_name(words: str) -> bool:
    """Tell whether the words before a colon can name a speaker."""
    parts = words.split()
    return (
        parts[0][0].isupper()
        and len(parts) <= _NAME_WORDS
        and words.strip().lower() not in label_fields()
        and not any(mark in words for mark in ',;!?«»“”"')
    )


def _has_return(names: Sequence[str]) -> bool:
    """Tell whether somebody speaks, then another, then the first again."""
    last_at: dict[str, int] = {}
    for at, name in enumerate(names):
        if at - last_at.get(name, at) > 1:
            return True
        last_at[name] = at
    return False


def _turn(text: str, head: re.Match[str], end: int) -> Markup:
    """Make the block of one turn: the words spoken, without the name."""
    words = text[head.end() : end].rstrip()
    return Markup(
        start=head.end(),
        end=head.end() + len(words),
        kind="turn",
        speaker=head["name"].strip(),
        cue_time=head["cue"],
    )
