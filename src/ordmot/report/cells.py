"""Cells of a table: what a spreadsheet would run as a formula is kept as words."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def neutralise(words: str) -> str:
    """Keep a spreadsheet from running words as a formula: they come from other people's files.

    >>> neutralise("=1+1"), neutralise("4.000")
    ("'=1+1", '4.000')
    """
    written = words.encode("utf-8", "replace").decode()
    # What begins with an apostrophe before such a sign gets one more, so that it comes back whole.
    return f"'{written}" if written.lstrip("'").startswith(_FORMULA) else written


def restore(cell: str) -> str:
    """Give the words that `neutralise` wrote.

    >>> restore("'=1+1"), restore("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell
