"""Reports: the ledger in a form that people or programs read."""

from __future__ import annotations

from collections.abc import Callable

from ordmot.errors import SettingsError
from ordmot.ledger import Ledger
from ordmot.report.csv_table import render_csv
from ordmot.report.html import render_html
from ordmot.report.jsonl import render_jsonl

RENDERERS: dict[str, Callable[[Ledger], str]] = {
    "jsonl": render_jsonl,
    "csv": render_csv,
    "html": render_html,
}
"""The formats of this version, by name; add a function to write another."""

__all__ = ["RENDERERS", "render"]


def render(ledger: Ledger, format: str = "jsonl") -> str:  # noqa: A002 - the word for it
    """Write a ledger in a format; SettingsError if there is no such format.

    >>> render(Ledger(), "csv").splitlines()[0][:18]
    'claim,question,ask'
    """
    renderer = RENDERERS.get(format)
    if renderer is None:
        known = ", ".join(sorted(RENDERERS))
        raise SettingsError(f"There is no format {format!r}. Choose one of: {known}.")
    return renderer(ledger)
