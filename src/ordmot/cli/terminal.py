"""The terminal: what goes to it, how wide it is, and how far the work has come."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from ordmot.ledger import as_plain

_PIPE_WIDTH = 100  # where no terminal says how wide it is


def make_console(*, is_error: bool = False) -> Console:
    """Make the console of standard output or standard error: colours only on a terminal."""
    stream = sys.stderr if is_error else sys.stdout
    is_known = stream.isatty() or "COLUMNS" in os.environ
    width = None if is_known else _PIPE_WIDTH
    return Console(file=stream, width=width, highlight=False, emoji=False, markup=False)


_CONTROLS = dict.fromkeys([*range(9), *range(11, 32), 127, *range(128, 160)], "\ufffd")
# All but tab and line feed: a document or a file name must not steer the terminal.


def visible(text: str) -> str:
    r"""Show control characters as what they are not.

    >>> visible("Ferja\x1b[2J")
    'Ferja�[2J'
    """
    return text.translate(_CONTROLS)


def print_json(value: object) -> None:
    """Print records as JSON, letters of every language as they are."""
    text = json.dumps(value, ensure_ascii=False, indent=2, default=as_plain)
    write(text + "\n")


def write(text: str) -> None:
    """Write text to standard output as UTF-8, whatever the machine's locale is."""
    write_bytes(text.encode("utf-8", "backslashreplace"))


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


class Bar:
    """A progress bar on standard error; it is silent where that is no terminal."""

    def __init__(self, words: Callable[[str], str] = str.capitalize) -> None:
        self._words = words
        console = make_console(is_error=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        """Show the bar."""
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        self._progress.stop()

    def begin(self, step: str, total: int | None) -> None:
        """Show a new step."""
        self._task = self._progress.add_task(self._words(step), total=total)

    def advance(self, name: str) -> None:  # noqa: ARG002 - the bar counts, it does not name
        """Move the bar by one."""
        if self._task is not None:
            self._progress.advance(self._task)

    def end(self) -> None:
        """Take the step away."""
        if self._task is not None:
            self._progress.remove_task(self._task)
            self._task = None
