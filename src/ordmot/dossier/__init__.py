"""The dossier: the case in every form in which it is handed over, one writer for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from ordmot.dossier.bag import unpack
from ordmot.dossier.bundle import write_bundle
from ordmot.dossier.follow_the_money import write_entities
from ordmot.dossier.images import render_page, write_pictures
from ordmot.dossier.material import Material, as_text
from ordmot.dossier.print import write_pdf
from ordmot.dossier.redaction import redact
from ordmot.dossier.schema_org import write_claims
from ordmot.dossier.verification import verify_bundle
from ordmot.dossier.web_annotations import write_annotations
from ordmot.dossier.workbook import write_workbook
from ordmot.errors import CaseError, SettingsError
from ordmot.report.csv_table import render_csv
from ordmot.report.jsonl import original_line, render_jsonl

__all__ = ["FORMATS", "Material", "redact", "unpack", "verify_bundle", "write"]


def _write_jsonl(material: Material) -> bytes:
    """Write every record on a line, and the original bytes that may be given out."""
    return as_text(render_jsonl(material.ledger) + "".join(_originals(material)))


def _originals(material: Material) -> Iterator[str]:
    """Write the original bytes of each document, but of those withheld or not at hand."""
    for document in material.ledger.documents:
        if document.id not in material.withheld:
            with suppress(CaseError):
                yield original_line(document.id, material.original(document.id))


def _write_csv(material: Material) -> bytes:
    """Write the table of accounts."""
    return as_text(render_csv(material.ledger))


def _write_html(material: Material) -> bytes:
    """Write the page."""
    return as_text(render_page(material))


FORMATS: dict[str, Callable[[Material], bytes]] = {
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "xlsx": write_workbook,
    "html": _write_html,
    "pdf": write_pdf,
    "pictures": write_pictures,
    "schema-org": write_claims,
    "annotations": write_annotations,
    "ftm": write_entities,
    "bundle": write_bundle,
}
"""The formats of this version, by name; add a function to write another."""


def write(material: Material, format: str) -> bytes:  # noqa: A002 - the word for it
    """Write a dossier in a format; SettingsError if there is no such format.

    >>> from ordmot.ledger import Ledger
    >>> write(Material(ledger=Ledger()), "csv")[:14]
    b'claim,question'
    """
    writer = FORMATS.get(format)
    if writer is None:
        known = ", ".join(sorted(FORMATS))
        raise SettingsError(f"There is no format {format!r}. Choose one of: {known}.")
    return writer(material)
