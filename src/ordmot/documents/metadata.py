"""Metadata that a person wrote: sidecar files and front matter."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from ordmot.documents.dates import find_date
from ordmot.errors import DocumentError
from ordmot.ledger import Metadata

_KEYS = tuple(field.name for field in fields(Metadata))
_ADVICE = 'Write lines such as title = "…", publisher = "…", date = 2031-05-17, url = "https://…".'


def read_metadata(data: bytes) -> Metadata:
    r"""Read a sidecar file (TOML: title, publisher, date, url, issuer); DocumentError if malformed.

    >>> read_metadata(b'title = "Ferja"\ndate = 2031-05-17').date
    '2031-05-17'
    """
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DocumentError(f"The metadata is not valid TOML in UTF-8: {error}", _ADVICE) from error
    unknown = sorted(set(table) - set(_KEYS))
    if unknown:
        raise DocumentError(f"The metadata has the unknown key {unknown[0]!r}", _ADVICE)
    return metadata_from(table)


def metadata_from(table: Mapping[str, Any]) -> Metadata:
    """Make metadata of a table's known keys; DocumentError where a value is not readable."""
    return Metadata(
        title=_words(table, "title"),
        publisher=_words(table, "publisher"),
        date=_date(table.get("date")),
        url=_words(table, "url"),
        issuer=_words(table, "issuer"),
    )


def _words(table: Mapping[str, Any], key: str) -> str | None:
    """Give a value that must be words; an empty one counts as absent."""
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise DocumentError(f"The metadata's {key} is {value!r}, not words in quotes", _ADVICE)
    return value.strip() or None


def _date(value: object) -> str | None:
    """Give a date in ISO 8601, from a TOML date or from words that hold one."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or value == "":
        return None
    found = find_date(value) if isinstance(value, str) else None
    if found is None:
        raise DocumentError(f"The metadata's date is {value!r}, not a full date", _ADVICE)
    return found.iso
