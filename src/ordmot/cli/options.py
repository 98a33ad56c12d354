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

DEFAULT_CASE = Path("case.ordmot")
