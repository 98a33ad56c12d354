"""Reading a spreadsheet that a person edited: what was changed, and their own columns."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from ordmot.dossier.extras import missing
from ordmot.dossier.sheets import COLUMNS
from ordmot.dossier.workbook import AS_EXPORTED, label_of
from ordmot.errors import SettingsError
from ordmot.flow import OwnCell
from ordmot.report.cells import restore
from ordmot.report.words import read_catalogue, read_words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_ADVICE = "Export the case again, and make the changes there."


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedRow:
    """A row with changes: what stood in each changed cell, and what stands there now.

    `state` is the newest decision about the record when the file was written.
    """

    sheet: str
    id: str
    state: str
    changes: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedBook:
    """What a person did to a spreadsheet; `problems` name what cannot be taken in, and why."""

    rows: tuple[EditedRow, ...]
    own_cells: tuple[OwnCell, ...]
    problems: tuple[tuple[str, str], ...]


def read_workbook(data: bytes) -> EditedBook:
    """Read an edited Excel file; SettingsError if it is damaged, or not a file of Ordmot."""
    book = _open(data)
    keys = {
        read_words(language).name("sheet", key): key
        for language in read_catalogue()
        for key in COLUMNS
    }
    pages = [(keys.get(page.title), page) for page in book.worksheets]
    if not any(key for key, _ in pages):
        raise SettingsError(f"The file has none of the sheets that Ordmot writes. {_ADVICE}")
    problems: list[tuple[str, str]] = []
    rows: list[EditedRow] = []
    own: list[OwnCell] = []
    for key, page in pages:
        if key is None:
            problems.append((page.title, "The sheet is none of Ordmot's: it is not kept."))
            continue
        reader = _PageReader(key, page)
        rows += reader.rows()
        own += reader.own_cells()
        problems += reader.problems
    return EditedBook(rows=tuple(rows), own_cells=tuple(own), problems=tuple(problems))


def _open(data: bytes) -> Workbook:
    """Open the file, without running anything in it."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise missing("openpyxl", "An Excel file") from error
    try:
        return load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError, TypeError) as error:
        raise SettingsError(
            f"The file cannot be read as an Excel file ({type(error).__name__}): it is damaged, or "
            f"of another kind. {_ADVICE}"
        ) from error


class _PageReader:
    """One sheet as it came back."""

    def __init__(self, key: str, page: Worksheet) -> None:
        self._key = key
        self.problems: list[tuple[str, str]] = []
        table = [[_text(_value_of(cell)) for cell in row] for row in page.iter_rows()]
        self._heads = self._list_heads(table[0] if table else [])
        self._rows = list(self._named_rows(page.title, table[1:]))
        self._exported = dict(self._list_exported())
        if AS_EXPORTED not in self._heads and self._rows:
            reason = f"Its hidden last column is missing. {_ADVICE}"
            self.problems.append((page.title, reason))

    def _list_heads(self, row: list[str]) -> list[str]:
        """Give the key of each column; a person's own column has its name."""
        keys = {
            label_of(column, read_words(language)): column.key
            for language in read_catalogue()
            for column in COLUMNS[self._key]
        }
        return [keys.get(label, label) for label in row]

    def _named_rows(self, title: str, table: list[list[str]]) -> Iterator[dict[str, str]]:
        """Give the rows that have an id, each once; say what is wrong with the others."""
        for number, cells in enumerate(table, start=2):
            row = dict(zip(self._heads, cells, strict=False))
            if row.get("id"):
                yield row
            elif any(cells):
                reason = "The row has no id. `ordmot add` adds an account that was missed."
                self.problems.append((f"{title} {number}", reason))

    def _list_exported(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Give what was exported of each row, by its id: a sort may have parted the columns."""
        for row in self._rows:
            try:
                kept = json.loads(row.get(AS_EXPORTED) or "{}")
            except ValueError:
                continue
            if isinstance(kept, dict) and "id" in kept:
                yield str(kept["id"]), {str(key): str(value) for key, value in kept.items()}

    def rows(self) -> Iterator[EditedRow]:
        """Give the rows in which something was changed."""
        edited = [column.key for column in COLUMNS[self._key] if column.is_edited]
        edited = [key for key in edited if key in self._heads]
        times = Counter(row["id"] for row in self._rows)
        for row in self._rows:
            kept = self._exported.get(row["id"])
            if kept is None:
                self._refuse_unknown(row, edited)
                continue
            pairs = {key: (kept.get(key, ""), row.get(key, "")) for key in edited}
            changes = {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
            if changes and times[row["id"]] > 1:
                self.problems.append((row["id"], "The row is there twice: leave one of them."))
            elif changes:
                yield EditedRow(
                    sheet=self._key, id=row["id"], state=kept.get("state", ""), changes=changes
                )

    def _refuse_unknown(self, row: Mapping[str, str], edited: list[str]) -> None:
        """Say that changes in a row of which nothing was exported are not taken in."""
        if AS_EXPORTED in self._heads and any(row.get(key) for key in edited):
            self.problems.append((row["id"], f"Its hidden last cell is damaged. {_ADVICE}"))

    def own_cells(self) -> Iterator[OwnCell]:
        """Give the cells of a person's own columns; empty ones too, which take a cell away."""
        known = {column.key for column in COLUMNS[self._key]} | {AS_EXPORTED, ""}
        own = [head for head in dict.fromkeys(self._heads) if head not in known]
        for row in self._rows:
            for head in own:
                yield OwnCell(sheet=self._key, row=row["id"], column=head, value=row.get(head, ""))


def _value_of(cell: Cell | MergedCell) -> object:
    """Give what a cell holds: openpyxl fills an emptied one with the place that it leads to."""
    link = cell.hyperlink
    is_filled = link is not None and link.location is not None and cell.value == link.location
    return None if is_filled else cell.value


def _text(value: object) -> str:
    """Write what a cell holds as text: numbers as plain digits, days as ISO dates."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return restore(str(value).replace("\r\n", "\n").strip())
