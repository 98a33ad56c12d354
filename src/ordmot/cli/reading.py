"""The commands that take documents in and give the case out: read, export, verify."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ordmot.cli.options import DEFAULT_CASE, CaseOption, JsonOption

if TYPE_CHECKING:
    from ordmot.flow import Examination


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
    model: Annotated[
        str | None,
        typer.Option(metavar="FOLDER", help="A reader of your own; none: the rules alone."),
    ] = None,
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
    with Casebook.open(case, must_exist=not paths, model=model) as book, Bar() as bar:
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
    XLSX = "xlsx"
    HTML = "html"
    PDF = "pdf"
    PICTURES = "pictures"
    SCHEMA_ORG = "schema-org"
    ANNOTATIONS = "annotations"
    FTM = "ftm"
    BUNDLE = "bundle"


def export(
    format: Annotated[  # noqa: A002 - the option's name
        Format, typer.Option("--format", "-f", help="What to write: docs/export.md tells of each.")
    ] = Format.JSONL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of the reader, en or nb; else the case's own.")
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Leave a voice or document out everywhere; repeatable."),
    ] = None,
    case: CaseOption = DEFAULT_CASE,
) -> None:
    """Write the case out: for people, for spreadsheets, for other programs, or to be checked.

    A bundle becomes a folder, or one file where the name ends in .zip.
    """
    from ordmot.casebook import Casebook
    from ordmot.cli.saving import save, save_folder
    from ordmot.cli.terminal import make_console, visible, write_bytes

    with Casebook.open(case, must_exist=True) as book:
        data = book.export(format.value, language=language, without=without or ())
    if output is None:
        write_bytes(data)
    elif format is Format.BUNDLE and output.suffix != ".zip":
        save_folder(output, data)
    else:
        save(output, data)
    if output is not None:
        make_console(is_error=True).print(
            f"Saved: {visible(str(output))}", markup=False, highlight=False, soft_wrap=True
        )


def verify(
    bundle: Annotated[
        Path | None, typer.Argument(metavar="BUNDLE", help="A bundle, folder or ZIP file.")
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    as_json: JsonOption = False,
) -> None:
    """Check every record against the original bytes: hashes, words at their offsets, ids.

    With BUNDLE, check that instead of the case: it needs nothing but what it holds.

    Exit code 0: everything is as it was read; 1: something was changed or damaged.
    """
    from ordmot.cli.terminal import print_json
    from ordmot.cli.views.intake import show_examination

    examination = _examine(bundle, case)
    if as_json:
        print_json(examination)
    else:
        show_examination(examination, bundle or case)
    if examination.faults:
        raise typer.Exit(1)


def _examine(bundle: Path | None, case: Path) -> Examination:
    """Check a bundle, or else the case."""
    from ordmot.casebook import Casebook
    from ordmot.dossier import verify_bundle

    if bundle is not None:
        return verify_bundle(bundle)
    with Casebook.open(case, must_exist=True) as book:
        return book.verify()
