"""Taking an edited spreadsheet back: each changed cell becomes a decision, or is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ordmot.casebook.desk import Desk
from ordmot.casebook.moving import is_there, read_goal
from ordmot.dossier import Material
from ordmot.dossier.edited import EditedBook, EditedRow
from ordmot.dossier.sheets import Cell, lay_out, state_of
from ordmot.errors import OrdmotError, SettingsError
from ordmot.flow import Store
from ordmot.ledger import Decision, Edit, Interval, Ledger, Relation, parse_end
from ordmot.report.words import read_catalogue

_GROUPED = re.compile(r"[-−]?\d{1,3}(?:[.,]\d{3})+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)?")
_OPEN = frozenset({"open", "åpen"})
"""What stands in a cell for an end that the words leave open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A changed cell: of which record, what stood there and what does now.

    `problem` says why it was not taken in, None where it was.
    """

    record: str
    column: str
    before: str
    after: str
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What became of an edited spreadsheet: each change, and how many own cells are kept."""

    changes: tuple[Change, ...]
    own_cells: int

    @property
    def taken(self) -> tuple[Change, ...]:
        """Give the changes that are decisions now."""
        return tuple(change for change in self.changes if change.problem is None)

    @property
    def refused(self) -> tuple[Change, ...]:
        """Give the changes that were refused."""
        return tuple(change for change in self.changes if change.problem is not None)


def take_back(
    desk: Desk, store: Store, material: Material, book: EditedBook, by: str | None
) -> Returned:
    """Record the changes of a spreadsheet as decisions, and keep a person's own columns.

    A change is refused where somebody decided about the same record after the file was written.
    """
    rows = {(sheet.key, row.id): row.cells for sheet in lay_out(material) for row in sheet.rows}
    changes: list[Change] = []
    for row in book.rows:
        changes += _take_row(desk, material.ledger, row, rows.get((row.sheet, row.id)), by)
    changes += [
        Change(record=place, column="", before="", after="", problem=problem)
        for place, problem in book.problems
    ]
    store.keep_own_cells(book.own_cells)
    kept = sum(bool(cell.value) for cell in book.own_cells)
    return Returned(changes=tuple(changes), own_cells=kept)


def _take_row(
    desk: Desk,
    ledger: Ledger,
    row: EditedRow,
    current: Mapping[str, Cell] | None,
    by: str | None,
) -> Iterator[Change]:
    """Take the changes of one row in, or say why not."""
    if current is None:
        yield from _refused(row, "The case no longer has this record. Export it again.")
        return
    if all(_is_done(ledger, row, column, current) for column in row.changes):
        return
    if state_of(ledger, row.id) != row.state:
        yield from _refused(row, _say_conflict(ledger, row.id))
        return
    try:
        for columns, act in _acts(desk, ledger, row, by):
            act()
            yield from _changes(row, columns, None)
    except (OrdmotError, ValueError) as error:
        yield from _refused(row, str(error))


def _is_done(ledger: Ledger, row: EditedRow, column: str, current: Mapping[str, Cell]) -> bool:
    """Tell whether the case already has what a changed cell says."""
    wanted = row.changes[column][1]
    if column == _QUESTION:
        return is_there(ledger, row.id, wanted)
    return _is_so(column, wanted, current)


_QUESTION = "asked"
_SHOWN_IN = {
    "edited_low": "low",
    "edited_high": "high",
    "edited_unit": "unit",
    "edited_voice": "who",
    "edited_text": "asked",
    "edited_relation": "relation",
}
"""In which column the case shows what a person wrote in a cell for corrections."""


def _is_so(column: str, wanted: str, current: Mapping[str, Cell]) -> bool:
    """Tell whether the case already has what a cell says: the file was taken in before."""
    cell = current.get(_SHOWN_IN.get(column, column))
    shown = "" if cell is None else str(cell)
    try:
        if column == "decision" and wanted and shown:
            return read_decision(wanted) is read_decision(shown)
        if column == "edited_relation" and wanted:
            return read_relation(wanted) is read_relation(shown)
        if column in ("edited_low", "edited_high") and wanted:
            return read_end(wanted) == (read_end(shown) if shown else None)
    except SettingsError:
        return False
    return wanted.casefold() == shown.casefold() if column == "grade" else wanted == shown


def _changes(row: EditedRow, columns: tuple[str, ...], problem: str | None) -> Iterator[Change]:
    """Say what became of some cells of a row."""
    for column in columns:
        before, after = row.changes[column]
        yield Change(record=row.id, column=column, before=before, after=after, problem=problem)


def _refused(row: EditedRow, problem: str) -> Iterator[Change]:
    """Refuse all changes of a row."""
    yield from _changes(row, tuple(row.changes), problem)


def _say_conflict(ledger: Ledger, record: str) -> str:
    """Say who decided about a record after the file was written."""
    reviews = ledger.standing(record).reviews
    if not reviews:
        return "A decision about it was taken back after this file was written: export again."
    newest = reviews[-1]
    return (
        f"{newest.by} decided about it after this file was written ({newest.decision}, "
        f"{newest.at[:16]}): look at that, export again and decide there."
    )


_Act = Callable[[], object]


def _acts(
    desk: Desk, ledger: Ledger, row: EditedRow, by: str | None
) -> list[tuple[tuple[str, ...], _Act]]:
    """Plan what the changes of a row mean, all of them before any is carried out."""
    after = {key: pair[1] for key, pair in row.changes.items()}
    for key in ("decision", "note", "grade"):
        if key in after and not after[key]:
            raise SettingsError(
                "Emptying a cell takes no decision back: `ordmot log` shows it, `ordmot undo` does."
            )
    acts: list[tuple[tuple[str, ...], _Act]] = []
    note = after.get("note", "")
    edit = _edit(ledger, row.id, after)
    if edit is not None:
        edited = tuple(key for key in after if key.startswith("edited_"))
        acts.append((edited, lambda: desk.edit(row.id, edit, by=by, note=note)))
    if _QUESTION in after:
        goal = read_goal(ledger, after[_QUESTION])
        if edit is None:  # an edited unit may be what makes it fit
            goal.check(ledger, row.id)
        acts.append(((_QUESTION,), lambda: goal.take(desk, row.id, by, note)))
    if "decision" in after:
        verdict = read_decision(after["decision"])
        acts.append((("decision",), lambda: desk.review(row.id, verdict, by=by, note=note)))
    if "grade" in after:
        grade = after["grade"].upper()
        acts.append((("grade",), lambda: desk.grade(row.id, grade, by=by, note=note)))
    if note and not acts:
        acts.append((("note",), lambda: desk.note(row.id, note, by=by)))
    elif note:
        columns, act = acts[0]
        acts[0] = ((*columns, "note"), act)
    return acts


def _edit(ledger: Ledger, record: str, after: Mapping[str, str]) -> Edit | None:
    """Read the edited cells of a row as an edit, None where there is none."""
    if not any(after.get(key) for key in after if key.startswith("edited_")):
        return None
    unit, voice = after.get("edited_unit"), after.get("edited_voice")
    relation = after.get("edited_relation")
    return Edit(
        interval=_interval(ledger, record, after),
        unit=unit or None,
        voice=voice or None,
        text=after.get("edited_text") or None,
        relation=read_relation(relation) if relation else None,
    )


def _interval(ledger: Ledger, record: str, after: Mapping[str, str]) -> Interval | None:
    """Read the edited ends of an account; an end that was not edited stays as it is."""
    low, high = after.get("edited_low", ""), after.get("edited_high", "")
    if not low and not high:
        return None
    quantity = ledger.claim(record).quantity
    own = quantity.interval if quantity else Interval(low=None, high=None)
    return Interval(
        low=read_end(low) if low else own.low,
        high=read_end(high) if high else own.high,
        low_open=own.low_open and not low,
        high_open=own.high_open and not high,
    )


def read_end(cell: str) -> float | None:
    """Read an end of an interval: a number or a day, None for `open`; SettingsError if unclear.

    >>> read_end("12,5"), read_end("open")
    (12.5, None)
    """
    if cell.casefold() in _OPEN:
        return None
    if _GROUPED.fullmatch(cell):
        raise SettingsError(
            f"{cell!r} can be thousands or decimals: write it without a sign between the digits."
        )
    if _DAY.fullmatch(cell):
        return _day(cell)
    if not _NUMBER.fullmatch(cell):
        raise SettingsError(f"{cell!r} is no number. Write digits, or `open` for no end.")
    return float(cell.replace("−", "-").replace(",", "."))


def _day(cell: str) -> float:
    """Read a day, as a number of days; SettingsError where there is no such day."""
    try:
        return parse_end(cell)
    except ValueError:
        raise SettingsError(f"{cell!r} is no day. Write year, month and day.") from None


def read_decision(cell: str) -> Decision:
    """Read a decision in any language of the reports; SettingsError if it is none.

    >>> read_decision("Godtatt")
    <Decision.ACCEPTED: 'accepted'>
    """
    key = _key_of(cell, "decision")
    if key not in _VERDICTS:
        raise SettingsError(
            f"{cell!r} is no decision. Choose from the list of the cell: accepted, rejected, "
            "unsure or second-read. To correct a reading, fill the yellow cells."
        )
    return Decision(key)


def read_relation(cell: str) -> Relation:
    """Read a relation in any language of the reports; SettingsError if it is none.

    >>> read_relation("Motsigelse")
    <Relation.CONTRADICTS: 'contradicts'>
    """
    key = _key_of(cell, "relation")
    if key not in tuple(Relation):
        raise SettingsError(f"{cell!r} is no relation. Choose from the list of the cell.")
    return Relation(key)


def _key_of(cell: str, group: str) -> str:
    """Find the key that a cell says in any language of the reports, or by the key itself."""
    said = cell.strip().casefold()
    for table in read_catalogue().values():
        for key, name in table[group].items():
            if said in (str(name).casefold(), key):
                return str(key)
    return said


_VERDICTS = (Decision.ACCEPTED, Decision.REJECTED, Decision.UNSURE, Decision.SECOND_READ)
