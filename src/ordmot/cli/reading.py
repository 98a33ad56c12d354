"""The commands that take documents in and give the case out: read, export, verify."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ordmot.cli.options import DEFAULT_CASE, CaseOption, JsonOption


def read(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATHS", help="Files and folders to read.")
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    title: Annotated[str | None, typer.Option(help="Title of the one document.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    date: Annotated[str | None, typer.Option(help="Its date, as in 2031-05-17.")] = None,
    url: Annotated[str | None, typer.Option(help="Its address.")] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, help="Processes; by default what the case is worth.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read known documents anew; all of them without PATHS.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Read documents into the case, those only that are not in it yet.

    A file NAME.meta.toml beside a document says what is known about it.
    """
    from ordmot.casebook import Casebook, metadata_of
    from ordmot.cli.terminal import Bar, print_json
    from ordmot.cli.views.intake import show_added

    if not paths and not again:
        raise typer.BadParameter("Name the files or folders to read.", param_hint="PATHS")
    given = {"title": title, "publisher": publisher, "date": date, "url": url}
    stated = {key: value for key, value in given.items() if value is not None}
    metadata = metadata_of(stated) if stated else None
    with Casebook.open(case, must_exist=not paths) as book, Bar() as bar:
        if paths:
            added = book.add(paths, metadata=metadata, progress=bar, jobs=jobs, again=again)
        else:
            added = book.read_again(progress=bar, jobs=jobs)
    if as_json:
        print_json(added)
    else:
        show_added(added, case)
    if not added.read and not added.known:
        raise typer.Exit(1)


class Format(StrEnum):
    """What a case can be written as."""

    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


def export(
    format: Annotated[  # noqa: A002 - the option's name
        Format, typer.Option("--format", "-f", help="jsonl: every record; csv: accounts; html.")
    ] = Format.JSONL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")
    ] = None,
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Write the case out: every record, the table of accounts, or a page to read."""
    from ordmot.casebook import Casebook
    from ordmot.cli.terminal import write
    from ordmot.report import render

    with Casebook.open(case, must_exist=True) as book:
        text = render(book.ledger(), format.value)
    if output is None:
        write(text)
    else:
        _save(output, text)


def _save(path: Path, text: str) -> None:
    """Write a file wholly or not at all."""
    from ordmot.errors import SettingsError

    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(text.encode("utf-8", "backslashreplace"))
        draft.replace(path)
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}.") from error


def verify(case: CaseOption = DEFAULT_CASE, as_json: JsonOption = False) -> None:
    """Check every record against the original bytes: hashes, words at their offsets, ids.

    Exit code 0: everything is as it was read; 1: something was changed or damaged.
    """
    from ordmot.casebook import Casebook
    from ordmot.cli.terminal import print_json
    from ordmot.cli.views.intake import show_examination

    with Casebook.open(case, must_exist=True) as book:
        examination = book.verify()
    if as_json:
        print_json(examination)
    else:
        show_examination(examination, case)
    if examination.faults:
        raise typer.Exit(1)
