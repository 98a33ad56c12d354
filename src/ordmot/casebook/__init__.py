"""The public API: read one text, or open a case and add documents to it."""

from ordmot.casebook.book import Casebook, read
from ordmot.casebook.intake import Added
from ordmot.documents.metadata import metadata_from

__all__ = ["Added", "Casebook", "metadata_from", "read"]
