"""Subtitles: SRT and WebVTT cues joined into turns with their time in the recording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ordmot.documents.content import Content, Draft
from ordmot.documents.decoding import decode
from ordmot.documents.plain import read_plain
from ordmot.ledger import Markup

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(
    rf"^[ \t]*(?P<start>{_CLOCK})[ \t]*-->[ \t]*(?P<end>{_CLOCK})[^\n\r]*(?:\r\n?|\n|\Z)", re.M
)
_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")
_BLANK = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)|\Z")
_TAG = re.compile(r"</?(?:[biuc]|v|lang|ruby|rt|font)\b[^<>\n]*>|<[\d:.]+>|\{\\[^{}\n]*\}")
_LEADING = re.compile(rf"(?:[ \t]|{_TAG.pattern})*+")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?[ \t]+(?P<name>[^<>\n]+)>")
_NAMED = re.compile(r"(?:>>[ \t]*)?(?P<name>[^\W\d_][\w.'’ -]{0,39}?):[ \t]+(?=\S)")
_NAME_WORDS = 4
_ANEW = re.compile(r"(?:>>|[-–—])[ \t]*(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"”»'’)\]]*\s*\Z")
_PAUSE = 2.0  # seconds of silence after a finished sentence, that end a turn
_LONG = 600  # characters after which a turn ends with its sentence, to keep cue times useful


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A line of a cue: the words' place in the source, who speaks if it says so, when."""

    start: int
    end: int
    name: tuple[int, int] | None
    is_new: bool
    cue_start: float
    cue_end: float
    cue_time: str


def read_subtitles(data: bytes) -> Content:
    """Read SRT or WebVTT; a file without cues is read as plain text."""
    original, encoding = decode(data)
    draft = Draft(original)
    turns: list[Markup] = []
    last: _Said | None = None
    for said in _lines_said(original):
        words = original[last.start : last.end] if last else ""
        if last is None or _starts_turn(turns[-1], last, said, words):
            turns.append(_open_turn(draft, said, turns[-1] if turns else None))
        else:
            draft.write(" ")
        _take_words(draft, said)
        turns[-1] = replace(turns[-1], end=draft.length)
        last = said
    if not turns:
        return read_plain(data)
    return Content(
        text=draft.text, encoding=encoding, stretches=draft.stretches, blocks=tuple(turns)
    )


def _lines_said(original: str) -> Iterator[_Said]:
    """Go through the lines of all cues."""
    timings = list(_TIMING.finditer(original))
    for index, timing in enumerate(timings):
        limit = timings[index + 1].start() if index + 1 < len(timings) else len(original)
        blank = _BLANK.search(original, timing.end(), limit)
        end = blank.start() if blank else limit
        for line in _LINE.finditer(original, timing.end(), end):
            if index + 1 < len(timings) and line.end() >= end - 2 and line[0].strip().isdigit():
                continue  # the next cue's number, where the blank line before it is missing
            yield from _said(original, line, timing)


def _said(original: str, line: re.Match[str], timing: re.Match[str]) -> Iterator[_Said]:
    """Cut one line of a cue at its voice tags, and find the names that open the pieces."""
    voices = [voice.start() for voice in _VOICE.finditer(original, line.start(), line.end())]
    for start, end in pairwise(sorted({line.start(), *voices, line.end()})):
        head = _head(original, start, end)
        words_start = head.end() if head else start
        if not _TAG.sub("", original[words_start:end]).strip():
            continue
        yield _Said(
            start=words_start,
            end=start + len(original[start:end].rstrip()),
            name=head.span("name") if head and "name" in head.groupdict() else None,
            is_new=head is not None,
            cue_start=_seconds(timing["start"]),
            cue_end=_seconds(timing["end"]),
            cue_time=timing["start"].replace(",", "."),
        )


def _head(original: str, start: int, end: int) -> re.Match[str] | None:
    """Find what opens a turn at `start`: a voice tag, a name with a colon, a dash or ">>"."""
    voice = _VOICE.match(original, start, end)
    if voice is None:
        start = _LEADING.match(original, start, end).end()  # type: ignore[union-attr]
    named = None if voice else _NAMED.match(original, start, end)
    if named and not all(word[0].isupper() for word in named["name"].split()[:_NAME_WORDS]):
        named = None  # "and then: silence" is no speaker
    if named and len(named["name"].split()) > _NAME_WORDS:
        named = None
    return voice or named or _ANEW.match(original, start, end)


def _starts_turn(turn: Markup, last: _Said, said: _Said, words: str) -> bool:
    """Tell whether a line begins a turn: a new voice, or silence or length after a sentence."""
    if said.is_new:
        return True
    is_pause = said.cue_start - last.cue_end >= _PAUSE
    is_long = turn.end - turn.start >= _LONG
    return (is_pause or is_long) and _SENTENCE_END.search(words[-20:]) is not None


def _open_turn(draft: Draft, said: _Said, last: Markup | None) -> Markup:
    """Write the speaker's name, if the line gives one, and open the block of what is said."""
    if draft.length:
        draft.write("\n\n")
    speaker = last.speaker if last and not said.is_new else None
    if said.name:
        speaker = draft.original[slice(*said.name)].strip()
        draft.take(*said.name)
        draft.write(": ")
    return Markup(
        start=draft.length,
        end=draft.length,
        kind="turn",
        speaker=speaker,
        cue_time=said.cue_time,
    )


def _take_words(draft: Draft, said: _Said) -> None:
    """Write the words of a line, without the tags in it."""
    position = said.start
    for tag in _TAG.finditer(draft.original, said.start, said.end):
        draft.take(position, tag.start())
        position = tag.end()
    draft.take(position, said.end)


def _seconds(clock: str) -> float:
    """Read the time of a cue as seconds: "01:02:03,500" is 3723.5."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = 60 * total + float(part)
    return total
