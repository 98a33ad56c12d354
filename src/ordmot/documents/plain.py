"""Plain text: the title line, the date line, and the turns of a transcript."""

from __future__ import annotations

from ordmot.documents.content import Content, Draft
from ordmot.documents.decoding import decode
from ordmot.documents.heading import read_opening
from ordmot.documents.turns import find_turns


def read_plain(data: bytes) -> Content:
    """Read plain text in any encoding; its first lines may give title, date and publisher."""
    original, encoding = decode(data)
    draft = Draft(original)
    draft.take(0, len(original))
    text = draft.text
    turns = find_turns(text)
    metadata, opening = read_opening(
        text, text.rfind("\n", 0, turns[0].start) + 1 if turns else len(text)
    )
    return Content(
        text=text,
        encoding=encoding,
        stretches=draft.stretches,
        blocks=(*opening, *turns),
        metadata=metadata,
    )
