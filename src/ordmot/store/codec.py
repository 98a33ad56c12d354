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
_Maker = Callable[[object], object]


def encode(record: object) -> str:
    r"""Write a record as one line of JSON, ids included.

    >>> from ordmot.ledger import Metadata
    >>> encode(Metadata(title="Ferja"))
    '{"title":"Ferja","publisher":null,"date":null,"url":null}'
    """
    # ASCII only: a text may hold half of a surrogate pair, which no database takes as it is.
    return json.dumps(as_plain(record), ensure_ascii=True, separators=(",", ":"))


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
def _maker(annotation: Hashable) -> _Maker:
    """Find how to make a value of an annotated type from plain JSON."""
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return _optional(get_args(annotation))
    if origin is tuple:
        return _many(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    if isinstance(annotation, type) and is_dataclass(annotation):
        return _made(annotation)
    return _same


def _same(value: object) -> object:
    """Give a word, a number or a truth value as it is."""
    return value


def _optional(kinds: Sequence[Any]) -> _Maker:
    """Make a value that may be None."""
    (kind,) = (part for part in kinds if part is not type(None))

    def make(value: object) -> object:
        """Make the value, or leave it absent."""
        return None if value is None else _maker(kind)(value)

    return make


def _many(kind: Hashable) -> _Maker:
    """Make a tuple of values of one type."""
    one = _maker(kind)

    def make(values: object) -> object:
        """Make each value of a list."""
        if not isinstance(values, list):
            raise TypeError(f"a list was expected, not {values!r:.40}")
        return tuple(one(value) for value in values)

    return make


def _made(kind: type[DataclassInstance]) -> _Maker:
    """Make a record of its fields, those apart that it derives itself."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind) if field.init]
    makers = {name: maker for name in names if (maker := _maker(hints[name])) is not _same}

    def make(plain: object) -> object:
        """Make the record of a table."""
        if not isinstance(plain, dict):
            raise TypeError(f"a {kind.__name__} was expected, not {plain!r:.40}")
        values = {name: plain[name] for name in names if name in plain}
        for name in makers.keys() & values.keys():
            values[name] = makers[name](values[name])
        return kind(**values)

    return make
