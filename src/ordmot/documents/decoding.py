"""From bytes to characters, whatever encoding they came in."""

from __future__ import annotations

import codecs
import re

from trafilatura.utils import detect_encoding

from ordmot.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp865", "cp850")
# Windows and Latin-1, old Macs, Nordic and Western DOS: what Norwegian and English archives hold.
_HIGH_RUN = re.compile(r"[^\x00-\x7f]+")
_USUAL_LETTERS = frozenset("æøåÆØÅäöüÄÖÜéÉ")  # of Norwegian, Danish, Swedish, German names
_LETTERS = _USUAL_LETTERS | frozenset("ßèêëáàâãçñíìîïóòôõúùûýÈÊÁÀÂÃÇÑÍÓÒÔÕÚðþÐÞšžŠŽ")
_SIGNS = frozenset("“”‘’„‚–—…«»‹›•·€£§°½¼¾²³©®™´\xa0\xad×±")
_SAMPLE_LENGTH = 200_000  # bytes: enough to tell the encoding, cheap on a file of any size
_LEAST_WIDE = 4  # pairs of bytes: with fewer, a stray zero byte would look like UTF-16
_BINARY_SHARE = 0.1  # of control bytes in a sample; text has next to none

_LEAST_PLAUSIBLE = 0.8
_UNUSUAL = 0.9
_FEW = 0.05
_LONGEST_RUN = 3

_ADVICE = "Save the document as plain text in UTF-8, or as HTML, and add it again."


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Decode the bytes of a text and name the encoding; `declared` is what the markup claims.

    >>> decode("Åtte døde på øya".encode("latin-1"))
    ('Åtte døde på øya', 'cp1252')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    wide = _wide_encoding(data)
    if wide:
        text = data.decode(wide, "replace")
        _refuse_binary(text[:_SAMPLE_LENGTH].encode("utf-8", "replace"))
        return text, wide
    _refuse_binary(data)
    return _decode_utf8(data) or _decode_single_byte(data, declared)


def _wide_encoding(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: in Western text every other byte is zero."""
    sample = data[: _SAMPLE_LENGTH & ~1]
    half = len(sample) // 2
    if half < _LEAST_WIDE:
        return None
    if sample[1::2].count(0) > 0.4 * half and sample[::2].count(0) < 0.02 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.02 * half:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    """Raise DocumentError where the bytes are not text."""
    sample = data[:_SAMPLE_LENGTH]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\r\x0b\x0c\x1b")
    if sample.count(0) > 0.01 * len(sample) or controls > _BINARY_SHARE * len(sample):
        share = f"{100 * controls / len(sample):.0f} %"
        raise DocumentError(f"The file is binary, not text: {share} control characters", _ADVICE)


def _decode_utf8(data: bytes) -> tuple[str, str] | None:
    """Decode UTF-8, forgiving a few broken bytes among many good sequences; None if it is not."""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(len(run[0]) for run in _HIGH_RUN.finditer(text)) - broken
    return (text, "utf-8") if sound > 4 * broken else None


def _decode_single_byte(data: bytes, declared: str | None) -> tuple[str, str]:
    """Decode with the most plausible one-byte encoding, else with the library's guess."""
    scores = {name: _plausibility(data, name) for name in _SINGLE_BYTE}
    usual = _SINGLE_BYTE[0]  # wins unless another fits clearly better
    name = max(scores, key=lambda each: scores[each] * (1.0 if each == usual else _UNUSUAL))
    if scores[name] < _LEAST_PLAUSIBLE:
        name = _declared_codec(data, declared) or _guess(data) or name
    try:
        return data.decode(name), name
    except UnicodeDecodeError:
        return data.decode(name, "replace"), name


def _high_share(data: bytes) -> float:
    """Say which share of the bytes is beyond ASCII: a language of another script has many."""
    sample = data[:_SAMPLE_LENGTH]
    return len(sample.translate(None, bytes(range(128)))) / max(1, len(sample))


def _declared_codec(data: bytes, declared: str | None) -> str | None:
    """Name the declared encoding if it decodes the bytes and says something new.

    What is declared counts only where no Western encoding fits the bytes: declarations are often
    copied from page to page. ISO 8859-1 means Windows-1252, as every browser reads it.
    """
    try:
        data.decode(declared or "ascii")
        name = codecs.lookup(declared or "ascii").name
    except (LookupError, UnicodeError):
        return None
    return None if name == "iso8859-1" else name


def _guess(data: bytes) -> str | None:
    """Let the library guess the encoding of a text in another script; None for a stray byte."""
    if _high_share(data) <= _FEW:
        return None
    guesses: list[str] = detect_encoding(data[:_SAMPLE_LENGTH])
    return guesses[0] if guesses else None


def _plausibility(data: bytes, encoding: str) -> float:
    """Say which share of the characters beyond ASCII look right in Western European text."""
    try:
        text = data[:_SAMPLE_LENGTH].decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return 0.0
    right = total = 0.0
    for run in _HIGH_RUN.finditer(text):
        total += len(run[0])
        is_word = len(run[0]) > _LONGEST_RUN and run[0].isalpha()
        # No Western word has so many accented letters in a row: Cyrillic or Greek misread has.
        right += 0 if is_word else sum(_looks_right(text, at) for at in range(*run.span()))
    return right / total if total else 1.0


def _looks_right(text: str, at: int) -> float:
    """Weigh one character in its place: letters among letters, quotation marks at word edges."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in _LETTERS:
        # "å" and "ø" are words of their own; a lone "Ç" is not.
        alone = not before.isalpha() and not after.isalpha()
        is_case_broken = text[at].isupper() and before.islower()
        if is_case_broken or (alone and text[at] not in "åøæÅØÆàéö"):
            return 0.0
        return 1.0 if text[at] in _USUAL_LETTERS else 0.85
    if text[at] in _SIGNS:
        return (
            0.3 if before.isalpha() and after.isalpha() and text[at] not in "’´\xa0\xad–—" else 0.9
        )
    return 0.0
