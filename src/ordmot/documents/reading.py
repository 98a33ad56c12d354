"""Reading one document: which reader takes it, and the record that comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ordmot.documents.content import Content, Reader
from ordmot.documents.markdown import read_markdown
from ordmot.documents.media import media_type_of
from ordmot.documents.page import read_html
from ordmot.documents.plain import read_plain
from ordmot.documents.subtitles import read_subtitles
from ordmot.errors import DocumentError
from ordmot.ledger import Document, Source, sha256_of
from ordmot.lexicon.identify import identify

READERS: dict[str, Reader] = {
    "text/plain": read_plain,
    "text/markdown": read_markdown,
    "text/html": read_html,
    "application/x-subrip": read_subtitles,
    "text/vtt": read_subtitles,
}
"""The readers of this version, by media type; copy and extend it to read more."""

LONGEST_TEXT = 5_000_000
"""Characters that are read as one document: some eight thick novels, minutes of work.

What is longer is an archive or a dump, and its claims would need gigabytes at once; in pieces it
reads as surely, and a stopped run loses less.
"""

_ADVICE = "Save it as plain text (UTF-8) or HTML and add that file instead."
_SAMPLES = 60
_SAMPLE_LENGTH = 300  # characters: a sentence or two, enough to tell a language surely


def read(source: Source, readers: Mapping[str, Reader] = READERS) -> Document:
    """Read the bytes of a document into its text, metadata and markup; DocumentError if not.

    >>> from ordmot.ledger import Source
    >>> read(Source(name="note.txt", data="Ingen visste hvor mange de var.".encode())).language
    'nb'
    """
    if not source.data.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"):
        raise DocumentError("The file is empty", "Check that the right file was added.")
    media_type = media_type_of(source.name, source.data)
    reader = readers.get(media_type)
    if reader is None:
        raise DocumentError(f"The file is {media_type}, which cannot be read yet", _ADVICE)
    content = reader(source.data)
    if not content.text.strip():
        raise DocumentError("No readable text was found in the file", _ADVICE)
    if len(content.text) > LONGEST_TEXT:
        raise DocumentError(
            f"The text has {len(content.text):,} characters, the most is {LONGEST_TEXT:,}",
            "Split it, by its chapters or dates, and add the pieces.",
        )
    return _record(source, media_type, content)


def _record(source: Source, media_type: str, content: Content) -> Document:
    """Make the record of a document from what its reader found; blocks without words drop out."""
    text = content.text
    blocks = tuple(each for each in content.blocks if text[each.start : each.end].strip())
    return Document(
        name=source.name,
        sha256=sha256_of(source.data),
        media_type=media_type,
        encoding=content.encoding,
        text=text,
        metadata=source.metadata.fill(content.metadata),
        language=language_of(text),
        stretches=content.stretches,
        blocks=blocks,
    )


def language_of(text: str) -> str:
    """Name the language of most of a text, by samples spread evenly over it; `und` if none."""
    step = max(_SAMPLE_LENGTH, len(text) // _SAMPLES)
    votes: Counter[str] = Counter()
    for start in range(0, len(text), step):
        for language, share in identify(text[start : start + _SAMPLE_LENGTH]).items():
            votes[language] += share  # type: ignore[assignment]
    return max(votes, key=lambda language: votes[language]) if votes else "und"
