"""Reading documents: bytes in, text with metadata, markup and a way back to the original out."""

from ordmot.documents.content import Content, Reader
from ordmot.documents.metadata import read_metadata
from ordmot.documents.reading import READERS, read

__all__ = ["READERS", "Content", "Reader", "read", "read_metadata"]
