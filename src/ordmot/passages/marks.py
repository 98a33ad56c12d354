"""Quotation marks that stay open at the end of a line or paragraph."""

from __future__ import annotations

import re

_CLOSED_BY = {"“": '”“"', "„": '“”"', "«": "»”", "»": "«", "”": "”", '"': '"”'}
# Mixed pairs are common: a guillemet opened on a Norwegian keyboard, closed in a pasted text.
_MARK = re.compile(r"[“”„«»\"]")
_LEADING = " \t\xa0–—-([‘'"


def opening_mark(words: str) -> str | None:
    """Give the quotation mark that a paragraph opens with, if any.

    >>> opening_mark("– «Vi dro om natta.")
    '«'
    """
    first = words.lstrip(_LEADING)[:1]
    return first if first and first in _CLOSED_BY else None


def open_mark(words: str, mark: str | None = None) -> str | None:
    """Give the quotation mark that is still open at the end; `mark` was open at the start.

    >>> open_mark("Hun sa: «Vi dro om natta.")
    '«'
    >>> open_mark("Ingen så oss.»", "«") is None
    True
    """
    opened = [mark] if mark else []
    for found in _MARK.finditer(words):
        if _opens(words, found.start()):
            if found[0] in _CLOSED_BY and found[0] not in opened:
                opened.append(found[0])
            continue
        depths = (at for at, each in enumerate(opened) if found[0] in _CLOSED_BY[each])
        del opened[max(depths, default=len(opened)) :]
    return opened[0] if opened else None


def _opens(words: str, at: int) -> bool:
    """Tell whether the mark stands before a word, not after one."""
    before, after = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    is_at_edge = not before or before.isspace() or before in "([–—-‘'/"
    return is_at_edge and after != "" and not after.isspace()
