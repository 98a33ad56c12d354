"""The store: a case in one file."""

from ordmot.store.case_file import CaseFile
from ordmot.store.codec import decode, encode

__all__ = ["CaseFile", "decode", "encode"]
