"""Verifying a bundle by itself: no case file, no database, only what it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from ordmot.dossier.bag import check_bag, read_bag
from ordmot.errors import SettingsError
from ordmot.flow import Examination, Fault
from ordmot.ledger import seal_of, sha256_of

_LEDGER, _CUSTODY = "data/ledger.jsonl", "data/custody.jsonl"
_SPAN = {"document", "start", "end", "text"}
Line = dict[str, object]


def verify_bundle(path: Path) -> Examination:
    """Check every file of a bundle against its hash, and every span against its document's words.

    SettingsError if there is no bundle at `path`.
    """
    try:
        files = read_bag(path)
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}.") from error
    faults = [Fault(record=name, problem=problem) for name, problem in check_bag(files)]
    lines = list(_lines(files, _LEDGER, faults))
    texts = {str(line["id"]): str(line["text"]) for line in lines if line["type"] == "document"}
    spans = 0
    for line in lines:
        for span in _spans_of(line):
            spans += 1
            faults += _check_span(line, span, texts)
    faults += _check_documents(files, lines, faults)
    faults += _check_log(lines)
    return Examination(documents=len(texts), records=len(lines), spans=spans, faults=tuple(faults))


def _lines(files: Mapping[str, bytes], name: str, faults: list[Fault]) -> Iterator[Line]:
    """Read the lines of a JSON Lines file; what is no record is a fault."""
    for number, line in enumerate(files.get(name, b"").splitlines(), start=1):
        try:
            plain = json.loads(line)
        except ValueError:
            plain = None
        if isinstance(plain, dict) and ("type" in plain or "event" in plain):
            yield plain
        else:
            faults.append(Fault(record=name, problem=f"Line {number} is no record."))


def _spans_of(value: object) -> Iterator[Line]:
    """Find every span, however deep."""
    if isinstance(value, dict):
        if value.keys() == _SPAN:
            yield value
        for inner in value.values():
            yield from _spans_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans_of(inner)


def _check_span(line: Line, span: Line, texts: Mapping[str, str]) -> Iterator[Fault]:
    """Check that the words of a span are those of its document."""
    record = str(line.get("id", line.get("type")))
    text = texts.get(str(span["document"]))
    start, end = span["start"], span["end"]
    if text is None:
        yield Fault(record=record, problem=f"It rests on {span['document']}, which is missing.")
    elif not isinstance(start, int) or not isinstance(end, int) or text[start:end] != span["text"]:
        yield Fault(record=record, problem=f"Its words do not stand at {start}:{end}.")


def _check_log(lines: list[Line]) -> Iterator[Fault]:
    """Check the log of decisions: that each entry is as it was sealed, and follows the one before.

    A decision that was changed, taken out or put in is named, whatever hashes were renewed.
    """
    previous = ""
    for line in lines:
        if line["type"] != "review":
            continue
        record = str(line.get("id"))
        if line.get("seal") != seal_of(line):
            yield Fault(record=record, problem="The decision was changed after it was sealed.")
        if line.get("previous") != previous:
            yield Fault(record=record, problem="It does not follow the decision before it.")
        previous = str(line.get("seal"))


def _check_documents(
    files: Mapping[str, bytes], lines: list[Line], faults: list[Fault]
) -> list[Fault]:
    """Check the text and the original of each document against what the ledger says of them."""
    found: list[Fault] = []
    documents = {str(line["id"]): line for line in lines if line["type"] == "document"}
    held = [line for line in _lines(files, _CUSTODY, faults) if line.get("event") == "held"]
    for line in held:
        document = documents.pop(str(line.get("document")), None)
        if document is None:
            found.append(Fault(record=str(line.get("document")), problem="The ledger lacks it."))
            continue
        for kind, field in (("text", "text_sha256"), ("original", "sha256")):
            found += _check_file(files, line.get(kind), str(document.get(field)))
    found += [Fault(record=id_, problem="custody.jsonl lacks it.") for id_ in documents]
    return found


def _check_file(files: Mapping[str, bytes], name: object, digest: str) -> Iterator[Fault]:
    """Check one file that custody names; one that is withheld has no name."""
    if name is not None and sha256_of(files.get(str(name), b"")) != digest:
        yield Fault(record=str(name), problem="It is not what the ledger was made from.")
