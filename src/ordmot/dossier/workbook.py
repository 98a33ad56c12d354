"""The spreadsheet as an Excel file: sheets that a person can filter, decide in, and hand back."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, cast

from ordmot.dossier.bag import pack, unpack
from ordmot.dossier.extras import missing
from ordmot.dossier.material import Material
from ordmot.dossier.sheets import COLUMNS, Cell, Column, Row, Sheet, lay_out
from ordmot.report.cells import neutralise
from ordmot.report.marks import readable
from ordmot.report.words import Words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell as XlsxCell
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.dimensions import ColumnDimension
    from openpyxl.worksheet.worksheet import Worksheet

AS_EXPORTED = "as exported"
"""The hidden last column: what stood in the cells that a person may change, and the state."""

_LONGEST = 32_000  # of the 32,767 signs that a cell may hold
_MOST_LINKS = 60_000  # of the 65,530 that Excel opens in one sheet
_EPOCH = datetime(2000, 1, 1)  # the file format knows no time zone
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_HEAD, _EDITED = "FFE8E4DA", "FFFFF6D6"


def write_workbook(material: Material) -> bytes:
    """Write the case as an Excel file; SettingsError where openpyxl is not installed.

    Every cell with words is text, and none begins like a formula. The same case, the same bytes.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise missing("openpyxl", "An Excel file") from error
    book = Workbook()
    for style in _styles():
        book.add_named_style(style)
    if book.active is not None:
        book.remove(book.active)
    sheets = lay_out(material)
    names = {sheet.key: material.words.name("sheet", sheet.key) for sheet in sheets}
    places = {
        (sheet.key, row.id): number
        for sheet in sheets
        for number, row in reversed(list(enumerate(sheet.rows, start=2)))
    }
    for sheet in sheets:
        page = book.create_sheet(names[sheet.key])
        _Page(page, sheet, material).fill(names, places)
    return _save(book)


def _save(book: Workbook) -> bytes:
    """Give the bytes of the file, without the moment in which it was made."""
    book.properties.creator = "Ordmot"
    book.properties.created = _EPOCH
    buffer = io.BytesIO()
    book.save(buffer)
    files = unpack(buffer.getvalue())
    core = "docProps/core.xml"
    files[core] = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", files[core])
    return pack(files)


def _styles() -> list[NamedStyle]:
    """Make the styles: one for each kind of cell, which is far quicker than one for each cell."""
    from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill

    wrapped = Alignment(wrap_text=True, vertical="top")
    head = PatternFill("solid", fgColor=_HEAD)
    edited = PatternFill("solid", fgColor=_EDITED)
    link = Font(color="FF1F4E79", underline="single")
    return [
        NamedStyle("ordmot words", alignment=wrapped, number_format="@"),
        NamedStyle("ordmot link", font=link, alignment=wrapped, number_format="@"),
        NamedStyle("ordmot head", font=Font(bold=True), fill=head, alignment=wrapped),
        NamedStyle("ordmot decision", fill=edited, alignment=wrapped),
    ]


class _Page:
    """One sheet as it is written."""

    def __init__(self, page: Worksheet, sheet: Sheet, material: Material) -> None:
        self._page = page
        self._sheet = sheet
        self._words = material.words
        self._own = {row: c for (key, row), c in material.own_cells.items() if key == sheet.key}
        self._own_names = list(dict.fromkeys(name for c in self._own.values() for name in c))
        self._links = 0

    def fill(self, names: Mapping[str, str], places: Mapping[tuple[str, str], int]) -> None:
        """Write heads, rows, links and what helps to work in the sheet."""
        self._write_head()
        for number, row in enumerate(self._sheet.rows, start=2):
            self._write_row(number, row)
            self._write_links(number, row, names, places)
        self._equip()
        self._list_choices(names, Counter(key for key, _ in places))

    @property
    def _last(self) -> int:
        """Give the number of the hidden last column."""
        return len(self._sheet.columns) + len(self._own_names) + 1

    def _write_head(self) -> None:
        """Write the names of the columns and set their widths."""
        labels = [label_of(column, self._words) for column in self._sheet.columns]
        for number, label in enumerate([*labels, *self._own_names, AS_EXPORTED], start=1):
            self._put(1, number, label, "ordmot head")
        widths = [column.width for column in self._sheet.columns]
        for number, width in enumerate([*widths, *(24 for _ in self._own_names)], start=1):
            self._dimension(number).width = width
        self._dimension(self._last).hidden = True

    def _dimension(self, number: int) -> ColumnDimension:
        """Give what is known of a column."""
        from openpyxl.utils import get_column_letter

        return self._page.column_dimensions[get_column_letter(number)]

    def _write_row(self, number: int, row: Row) -> None:
        """Write the cells of a row, a person's own ones behind those of the sheet."""
        cells: Mapping[str, Cell] = {"id": row.id, **row.cells}
        for place, column in enumerate(self._sheet.columns, start=1):
            value = cells.get(column.key)
            if column.is_edited:
                self._put(number, place, value, "ordmot decision")
            elif value is not None:
                is_link = column.key in row.links or column.key in row.addresses
                self._put(number, place, value, "ordmot link" if is_link else "ordmot words")
        own = self._own.get(row.id, {})
        first = len(self._sheet.columns) + 1
        for place, name in enumerate(self._own_names, start=first):
            self._put(number, place, own.get(name))
        self._put(number, self._last, self._as_exported(row))

    def _as_exported(self, row: Row) -> str:
        """Keep what a person may change, so that a change can be told later."""
        edited = {c.key: _same(row.cells.get(c.key)) for c in self._sheet.columns if c.is_edited}
        kept = {
            "id": row.id,
            "state": row.state,
            **{key: cell for key, cell in edited.items() if cell},
        }
        return json.dumps(kept, ensure_ascii=False, sort_keys=True)

    def _put(self, number: int, place: int, value: Cell, style: str = "ordmot words") -> None:
        """Write a cell: words as text, whatever they look like."""
        cell = cast("XlsxCell", self._page.cell(number, place))  # no cell is merged here
        cell.style = style
        if isinstance(value, str):
            cell.value = _cut(neutralise(readable(value)))
            cell.data_type = "s"
        elif value is not None:
            cell.value = value

    def _write_links(
        self,
        number: int,
        row: Row,
        names: Mapping[str, str],
        places: Mapping[tuple[str, str], int],
    ) -> None:
        """Let cells lead to other rows and to the web."""
        from openpyxl.worksheet.hyperlink import Hyperlink

        for place, column in enumerate(self._sheet.columns, start=1):
            target, address = row.links.get(column.key), row.addresses.get(column.key)
            if (target is None and address is None) or self._links >= _MOST_LINKS:
                continue
            cell = self._page.cell(number, place)
            if target is not None and target in places and cell.value is not None:
                location = f"'{names[target[0]]}'!A{places[target]}"
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=location)
                self._links += 1
            elif address is not None:
                cell.hyperlink = address
                self._links += 1

    def _equip(self) -> None:
        """Keep the heads in sight, and let rows be filtered."""
        from openpyxl.utils import get_column_letter

        self._page.freeze_panes = "B2"
        self._page.auto_filter.ref = (
            f"A1:{get_column_letter(self._last)}{len(self._sheet.rows) + 1}"
        )

    def _list_choices(self, names: Mapping[str, str], rows: Mapping[str, int]) -> None:
        """Give lists to choose from; where ids may be written too, the list is only an offer."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        last = len(self._sheet.rows) + 1
        for place, column in enumerate(self._sheet.columns, start=1):
            if last == 1 or not (column.choices or rows.get(column.listed)):
                continue
            said = ",".join(_choices(column, self._words))
            formula = f'"{said}"' if said else _listed(column, names, rows)
            rule = DataValidation(type="list", formula1=formula, allow_blank=True)
            rule.showErrorMessage = bool(said)
            rule.error = said[:200] or None
            self._page.add_data_validation(rule)
            rule.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{last}")


def _listed(column: Column, names: Mapping[str, str], rows: Mapping[str, int]) -> str:
    """Name the cells of another sheet in which the choices of a column stand."""
    from openpyxl.utils import get_column_letter

    keys = [other.key for other in COLUMNS[column.listed]]
    letter = get_column_letter(keys.index(column.key) + 1)
    last = rows[column.listed] + 1
    return f"'{names[column.listed]}'!${letter}$2:${letter}${last}"


def label_of(column: Column, words: Words) -> str:
    """Give the head of a column in the reader's language."""
    return words.name("column", column.key)


def _choices(column: Column, words: Words) -> Iterator[str]:
    """Give the words that a cell of a column may hold."""
    for choice in column.choices:
        yield words.name(column.group, choice) if column.group else choice


def _same(cell: Cell) -> str:
    """Write a cell so that it can be compared with what comes back."""
    return "" if cell is None else _cut(readable(str(cell))).strip()


def _cut(text: str) -> str:
    """Keep a text within what a cell may hold."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
