"""The program: its commands, and what a person sees when something is wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import typer

from ordmot import __version__
from ordmot.cli import deciding, looking, reading
from ordmot.cli.examples import epilog_of
from ordmot.errors import OrdmotError

_TRACE = "ORDMOT_TRACEBACK"
_STOPPED = 130  # what a shell expects of a program that Ctrl-C ended

app = typer.Typer(
    name="ordmot",
    help="Word against word: who said what, with which numbers, and how far apart they are.",
    epilog="Start with: ordmot read FOLDER, then: ordmot gaps",
    no_args_is_help=True,
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
    version: bool = typer.Option(
        False, "--version", callback=_show_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Word against word: who said what, with which numbers, and how far apart they are."""


_COMMANDS: dict[str, Callable[..., None]] = {
    "read": reading.read,
    "gaps": looking.gaps,
    "question": looking.question,
    "document": looking.document,
    "voices": looking.voices,
    "export": reading.export,
    "verify": reading.verify,
    "decide": deciding.decide,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, epilog=epilog_of(_name))(_command)


def main() -> None:
    """Run the command that was typed; every failure is one line and an exit code."""
    try:
        app()
    except OrdmotError as error:
        _fail(str(error), 1)
    except KeyboardInterrupt:
        _fail("Stopped. What was read is kept: the same command goes on from there.", _STOPPED)
    except BrokenPipeError:
        # The reader of the pipe (`| head`) has enough; point the exit flush at nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get(_TRACE):
            raise
        _fail(
            f"Ordmot failed ({type(error).__name__}: {error}). Please report it with the command; "
            f"{_TRACE}=1 shows where.",
            70,
        )


def _fail(message: str, code: int) -> None:
    """Print one line to standard error and leave."""
    line = " ".join(message.split())
    print(f"ordmot: {line}".encode(errors="replace").decode(), file=sys.stderr)  # noqa: T201
    sys.exit(code)
