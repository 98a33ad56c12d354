"""The command that opens the case in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from ordmot.cli.options import DEFAULT_CASE, CaseOption

PORT = 8765


def serve(
    case: CaseOption = DEFAULT_CASE,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port of this machine; 0 takes a free one.")
    ] = PORT,
    by: Annotated[
        str | None, typer.Option(help="Whose decisions these are; else your account's name.")
    ] = None,
) -> None:
    """Open the case in a browser: the gaps, the words, the decisions.

    Prints the link to open. Only this machine can reach it, and only with that link; nothing
    leaves the machine. Ctrl-C stops it.
    """
    from ordmot.workbench import serve as open_workbench

    open_workbench(case, port=port, by=by, announce=_announce)


def _announce(link: str) -> None:
    """Print the opening link, alone on its line for a terminal to make it clickable."""
    typer.echo(f"Open this link in a browser of this machine (Ctrl-C stops):\n{link}")
