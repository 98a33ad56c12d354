"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CaseOption = Annotated[
    Path, typer.Option("--case", metavar="FILE", help="The case file.", show_default=True)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="en or nb; else that of most documents."),
]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Id, or the beginning of it.")]
NoteOption = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")]
ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Your name; else that of your account."),
]
IntervalOption = Annotated[
    str | None, typer.Option("--interval", help="As in 40, 40..55, 40.., ..55, >40, <55.")
]
UnitOption = Annotated[
    str | None, typer.Option("--unit", help="As in kilometre, hour, NOK; '' for a bare count.")
]
VoiceOption = Annotated[str | None, typer.Option("--voice", help="Who says it.")]

DEFAULT_CASE = Path("case.ordmot")
