"""Records to JSON and back, typed by the records' own annotations."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from ordmot.errors import CaseError
from ordmot.ledger import as_plain

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = TypeVar("Record")
_Maker = Callable[[Any], object]
_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
_BATCH = 500
"""Records whose JSON is read at once."""


def encode(record: object) -> str:
    r"""Write a record as one line of JSON, ids included.

    >>> from ordmot.ledger import Metadata
    >>> encode(Metadata(title="Ferja"))
    '{"title":"Ferja","publisher":null,"date":null,"url":null,"issuer":null}'
    """
    # ASCII only: a text may hold half of a surrogate pair, which no database takes as it is.
    return _ENCODER.encode(as_plain(record))


def decode(kind: type[Record], body: str) -> Record:
    """Make the record that `encode` wrote; CaseError if the JSON is not one.

    Ids are derived anew from what the record says. A field that an older Ordmot did not write
    takes its default; one that this Ordmot does not know is left out.
    """
    try:
        return cast(Record, _maker(cast(Hashable, kind))(json.loads(body)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CaseError(
            f"A stored {kind.__name__.lower()} is damaged ({type(error).__name__}: {error}). "
            "Restore the case file from a copy, or read the documents into a new one."
        ) from error


def recall(kind: type[Record], bodies: Sequence[str]) -> tuple[Record, ...]:
    """Make the records that `encode` wrote into the case, with their ids as they were written.

    Many at once and without deriving the ids anew, which takes most of the time of `decode`:
    `ordmot verify` does that. CaseError if one is damaged.
    """
    make = _maker(cast(Hashable, kind), as_written=True)
    found: list[Record] = []
    for start in range(0, len(bodies), _BATCH):
        batch = bodies[start : start + _BATCH]
        try:
            plain = json.loads(f"[{','.join(batch)}]")
            made = [cast(Record, make(each)) for each in plain]
        except (ValueError, KeyError, TypeError, AttributeError):
            made = []
        # One by one what is damaged, or is not one record a body: that says what is wrong.
        found += made if len(made) == len(batch) else [decode(kind, body) for body in batch]
    return tuple(found)


def stored_field(body: str, name: str) -> object:
    """Give a field as it was written, such as an id that `decode` would derive anew."""
    plain = json.loads(body)
    return plain.get(name) if isinstance(plain, dict) else None


def is_as_written(body: str, record: object) -> bool:
    """Tell whether JSON is, to the letter, what was written of a record, derived fields included.

    A field that an older Ordmot did not write may be missing.
    """
    plain = json.loads(body)
    same = json.dumps(plain, ensure_ascii=True, separators=(",", ":")) == body
    return same and _agrees(plain, as_plain(record))


def _agrees(stored: object, made: object) -> bool:
    """Tell whether all that is stored is in what was made of it."""
    if isinstance(stored, dict) and isinstance(made, dict):
        return all(key in made and _agrees(value, made[key]) for key, value in stored.items())
    if isinstance(stored, list) and isinstance(made, list):
        pairs = zip(stored, made, strict=False)
        return len(stored) == len(made) and all(_agrees(one, other) for one, other in pairs)
    return stored == made and type(stored) is type(made)


@cache
def _maker(annotation: Hashable, *, as_written: bool = False) -> _Maker:
    """Find how to make a value of an annotated type from plain JSON.

    `as_written` takes what a record derives itself, such as its id, from the JSON.
    """
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        (kind,) = (part for part in get_args(annotation) if part is not type(None))
        return _optional(_maker(kind, as_written=as_written))
    if origin is tuple:
        return _many(_maker(get_args(annotation)[0], as_written=as_written))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {member.value: member for member in annotation}.__getitem__
    if isinstance(annotation, type) and is_dataclass(annotation):
        made = _made(annotation, as_written=as_written)
        return _taken(annotation, made) if as_written and _derived(annotation) else made
    return _same


def _same(value: object) -> object:
    """Give a word, a number or a truth value as it is."""
    return value


def _optional(one: _Maker) -> _Maker:
    """Make a value that may be None."""
    return _same if one is _same else lambda value: None if value is None else one(value)


def _many(one: _Maker) -> _Maker:
    """Make a tuple of values of one type."""

    def make(values: object) -> object:
        """Make each value of a list."""
        if not isinstance(values, list):
            raise TypeError(f"a list was expected, not {values!r:.40}")
        return tuple(values) if one is _same else tuple([one(value) for value in values])

    return make


def _derived(kind: type[DataclassInstance]) -> list[str]:
    """Name the fields that a record derives itself."""
    return [field.name for field in fields(kind) if not field.init]


def _made(kind: type[DataclassInstance], *, as_written: bool) -> _Maker:
    """Make a record of its fields, those apart that it derives itself."""
    hints = get_type_hints(kind)
    names = {field.name for field in fields(kind) if field.init}
    makers = _makers(kind, hints, as_written=as_written)

    def make(plain: object) -> object:
        """Make the record of a table."""
        if not isinstance(plain, dict):
            raise TypeError(f"a {kind.__name__} was expected, not {plain!r:.40}")
        values = plain if plain.keys() <= names else {n: plain[n] for n in names & plain.keys()}
        for name, maker in makers:
            if name in values:
                values[name] = maker(values[name])
        return kind(**values)

    return make


def _makers(
    kind: type[DataclassInstance], hints: dict[str, Any], *, as_written: bool
) -> list[tuple[str, _Maker]]:
    """Pair the fields whose values have to be made with how that is done."""
    found = (
        (field.name, _maker(hints[field.name], as_written=as_written))
        for field in fields(kind)
        if field.init
    )
    return [(name, maker) for name, maker in found if maker is not _same]


def _taken(kind: type[DataclassInstance], made: _Maker) -> _Maker:
    """Make a record of its fields as written, derived ones too; as `made` does where one lacks."""
    makers = _makers(kind, get_type_hints(kind), as_written=True)
    setters = [(field.name, getattr(kind, field.name).__set__) for field in fields(kind)]
    names = {field.name for field in fields(kind)}

    def make(plain: object) -> object:
        """Make the record of a table."""
        if not isinstance(plain, dict) or not names <= plain.keys():
            return made(plain)
        for name, maker in makers:
            plain[name] = maker(plain[name])
        record = object.__new__(kind)
        for name, put in setters:
            put(record, plain[name])
        return record

    return make
