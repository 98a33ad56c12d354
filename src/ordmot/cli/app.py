"""The program: its commands, and what a person sees when something is wrong."""

from __future__ import annotations

import io
import logging
import os
import sys
import warnings
from collections.abc import Callable
from typing import NoReturn

import typer

from ordmot import __version__
from ordmot.cli import (
    deciding,
    explaining,
    grouping,
    history,
    importing,
    looking,
    reading,
    serving,
)
from ordmot.cli.examples import epilog_of
from ordmot.errors import OrdmotError

_TRACE = "ORDMOT_TRACEBACK"
_MISUSE, _FAULT, _STOPPED = 2, 70, 130  # as shells expect: typed wrongly, our fault, Ctrl-C

app = typer.Typer(
    name="ordmot",
    help="Word against word: who said what, with which numbers, and how far apart they are.",
    epilog="Start with: ordmot read FOLDER, then: ordmot gaps",
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(is_wanted: bool) -> None:
    """Print the version and stop."""
    if is_wanted:
        typer.echo(f"ordmot {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    version: bool = typer.Option(  # noqa: ARG001 - its callback does the work
        False, "--version", callback=_show_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Word against word: who said what, with which numbers, and how far apart they are."""
    if context.invoked_subcommand is None:
        context.get_help()  # prints it
        raise typer.Exit(_MISUSE)


_COMMANDS: dict[str, Callable[..., None]] = {
    "read": reading.read,
    "gaps": looking.gaps,
    "question": looking.question,
    "explain": explaining.explain,
    "document": looking.document,
    "voices": looking.voices,
    "export": reading.export,
    "import": importing.take_in,
    "verify": reading.verify,
    "decide": deciding.decide,
    "edit": deciding.edit,
    "move": grouping.move,
    "merge": grouping.merge,
    "split": grouping.split,
    "add": grouping.add,
    "grade": deciding.grade,
    "note": deciding.note,
    "undo": history.undo,
    "redo": history.redo,
    "log": history.log,
    "serve": serving.serve,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, epilog=epilog_of(_name))(_command)


_Usage: type[Exception] = typer.BadParameter.__mro__[1]
# The error of a command typed wrongly. Typer brings its own Click and gives it no public name.


def main() -> None:
    """Run the command that was typed; every failure is one line and an exit code."""
    _prepare()
    try:
        code = _run()
    except OrdmotError as error:
        _fail(str(error), 1)
    except BrokenPipeError:
        # The reader of the pipe (`| head`) has enough; point the exit flush at nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        _explain(error)
    if code == _STOPPED:
        _fail("Stopped. What was read is kept: the same command goes on from there.", code)
    sys.exit(code)


def _run() -> int:
    """Run the command and give its exit code; Ctrl-C comes in one of three ways."""
    try:
        return int(app(prog_name="ordmot", standalone_mode=False) or 0)
    except (typer.Abort, KeyboardInterrupt):
        return _STOPPED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1


def _prepare() -> None:
    """Make the terminal ready for any text, and keep what libraries mutter away from it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may lack «, – or å
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _explain(error: Exception) -> NoReturn:
    """Say what was typed wrongly, or that the program is at fault, and leave."""
    if isinstance(error, _Usage):
        _fail_usage(error)
    if os.environ.get(_TRACE):
        raise error
    _fail(
        f"Ordmot failed ({type(error).__name__}: {error}). Please report it with the command; "
        f"{_TRACE}=1 shows where.",
        _FAULT,
    )


def _fail_usage(error: Exception) -> None:
    """Say what is wrong with the command line, and where its help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "ordmot"
    message = str(getattr(error, "format_message", error.__str__)()).rstrip(".")
    _fail(f"{message.replace('Value error, ', '')}. See: {command} --help", _MISUSE)


def _fail(message: str, code: int) -> NoReturn:
    """Print one line to standard error and leave."""
    line = "".join(letter if letter.isprintable() else " " for letter in message)
    print(f"ordmot: {' '.join(line.split())}", file=sys.stderr)  # noqa: T201
    sys.exit(code)
