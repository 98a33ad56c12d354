"""A gap explained, section by section."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from ordmot.cli.views.accounts import QUIET, STRONG, put
from ordmot.report.explanation import Explanation


def show(console: Console, explanation: Explanation) -> None:
    """Print the chain from the words to the relation."""
    put(console, Text(explanation.heading, STRONG))
    put(console, Text(explanation.reason), 2)
    for section in explanation.sections:
        console.print()
        put(console, Text(section.title, "yellow"))
        for line in section.lines:
            label = f"{line.label}: " if line.label else ""
            put(console, Text.assemble((label, QUIET), line.text), 2)
    console.print()
    put(console, Text(explanation.gap.id, QUIET))
