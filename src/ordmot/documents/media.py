"""Telling what kind of file a document is, from its first bytes and its name."""

from __future__ import annotations

import re
from pathlib import PurePath

_BY_SIGNATURE = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
_BY_SUFFIX = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".srt": "application/x-subrip",
    ".vtt": "text/vtt",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".toml": "application/toml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_VTT_START = re.compile(rb"\s*WEBVTT\b")
_SRT_START = re.compile(rb"\s*\d+\s*\r?\n\s*\d+:\d\d:\d\d[,.]\d{1,3}\s*-->")
_FRONT_MATTER_START = re.compile(
    rb"---[ \t]*\r?\n(?:[^\n]*\n){0,20}?(?:title|date|url)[ \t]*:", re.I
)
_SNIFF_LENGTH = 4096


def media_type_of(name: str, data: bytes) -> str:
    """Tell the media type of a document; what the bytes show wins over what the name says.

    >>> media_type_of("saved page.txt", b"<!DOCTYPE html><title>Ferja</title>")
    'text/html'
    """
    head = data[:_SNIFF_LENGTH].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    suffix = PurePath(name).suffix.lower()
    return _by_signature(data, suffix) or _by_opening(head) or _BY_SUFFIX.get(suffix, "text/plain")


def _by_signature(data: bytes, suffix: str) -> str | None:
    """Recognise a binary format by its first bytes."""
    for signature, media_type in _BY_SIGNATURE:
        if data.startswith(signature):
            is_word = media_type == "application/zip" and suffix == ".docx"
            return _OFFICE if is_word else media_type
    return None


def _by_opening(head: bytes) -> str | None:
    """Recognise a text format by how it opens."""
    if _HTML_START.match(head):
        return "text/html"
    if _VTT_START.match(head):
        return "text/vtt"
    if _SRT_START.match(head):
        return "application/x-subrip"
    return "text/markdown" if _FRONT_MATTER_START.match(head) else None
