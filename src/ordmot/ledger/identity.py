"""Identity by content: the same evidence gets the same id on every machine and every run."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ID_LENGTH = 16
"""Hex digits kept of the SHA-256: 64 bits, a collision chance of about 1e-9 in 200,000 records."""


_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def content_id(kind: str, *parts: object) -> str:
    """Make the id of a record from what it says: `content_id("claim", span)` -> `claim-3f2a…`."""
    canonical = _CANONICAL.encode([as_plain(part) for part in parts])
    return f"{kind}-{sha256_of(canonical.encode('utf-8', 'surrogatepass'))[:ID_LENGTH]}"


def sha256_of(data: bytes) -> str:
    """Give the SHA-256 of bytes as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def as_plain(value: object) -> object:
    """Turn records, enums and tuples into dicts, strings and lists, field names kept."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [as_plain(item) for item in value]
    if not is_dataclass(kind):
        return value
    return {name: as_plain(getattr(value, name)) for name in _fields_of(kind)}


_PLAIN = frozenset((str, int, float, bool, type(None)))


@cache
def _fields_of(kind: type[DataclassInstance]) -> tuple[str, ...]:
    """Name the fields of a type of records."""
    return tuple(field.name for field in fields(kind))
