"""The public API: read one text, or open a case and add documents to it."""

from ordmot.casebook.book import Casebook, read
from ordmot.casebook.gathering import metadata_of
from ordmot.casebook.intake import Added

__all__ = ["Added", "Casebook", "metadata_of", "read"]
