"""The bundle: everything that lets somebody else check the case, in one BagIt bag."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from ordmot.dossier.bag import make_bag, pack
from ordmot.dossier.images import render_page
from ordmot.dossier.material import Material, as_json, as_lines, as_text
from ordmot.flow import Handling
from ordmot.ledger import Document, Review
from ordmot.report.jsonl import render_jsonl

_UNSAFE = re.compile(r"[^\w.() -]+", re.ASCII)


def write_bundle(material: Material) -> bytes:
    """Write the bundle as a ZIP file: originals, texts, ledger, page, custody and run."""
    return pack(make_bag(_payload(material), _facts(material)))


def _payload(material: Material) -> dict[str, bytes]:
    """Give the files of the bundle by name."""
    names = _file_names(material.ledger.documents)
    kept = [d for d in material.ledger.documents if d.id not in material.withheld]
    return {
        **{f"originals/{names[d.id]}": material.original(d.id) for d in kept},
        **{f"text/{names[d.id]}.txt": as_utf8(d.text) for d in material.ledger.documents},
        "ledger.jsonl": as_text(render_jsonl(material.ledger)),
        "report.html": as_text(render_page(material)),
        "custody.jsonl": as_lines(list(_custody(material, names))),
        "run.json": as_json(describe_run(material)),
    }


def as_utf8(text: str) -> bytes:
    """Write a text so that its hash is the one in the ledger."""
    return text.encode("utf-8", "surrogatepass")


def _file_names(documents: tuple[Document, ...]) -> dict[str, str]:
    """Give each document a file name that any system takes: its own, behind part of its id."""
    return {
        document.id: f"{document.id.removeprefix('document-')[:8]}-{_safe_name(document.name)}"
        for document in documents
    }


def _safe_name(name: str) -> str:
    """Keep of a name what every file system writes the same way.

    >>> _safe_name("brev/båt:a.txt")
    'brev-bat-a.txt'
    """
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _UNSAFE.sub("-", plain).strip(" .-")[-80:] or "document"


def _facts(material: Material) -> dict[str, str]:
    """Say what the bag is."""
    run = material.run
    kind = "redacted case" if material.is_redacted else "case"
    return {
        "Bag-Software-Agent": str(run.get("ordmot", "ordmot")),
        "External-Description": f"A {kind} of Ordmot: documents, ledger and custody",
    }


def describe_run(material: Material) -> Mapping[str, object]:
    """Say which versions and models made the ledger, and which checks ran and which could not."""
    ledger = material.ledger
    checks = ledger.comparison.checks
    return {
        **material.run,
        "is_redacted": material.is_redacted,
        "documents": len(ledger.documents),
        "refused": len(ledger.refusals),
        "checks_run": [check for check in checks if check.has_run],
        "checks_not_run": [check for check in checks if not check.has_run],
    }


def _custody(material: Material, names: Mapping[str, str]) -> Iterator[object]:
    """Tell what happened to each document, then what people decided, in the order they did."""
    for document in material.ledger.documents:
        yield _document_line(document, material, names[document.id])
    for refusal in material.ledger.refusals:
        yield {"event": "refused", "name": refusal.name, "sha256": refusal.sha256}
    for handling in material.custody:
        yield _handling_line(handling)
    for review in material.ledger.reviews:
        yield _review_line(review)


def _document_line(document: Document, material: Material, name: str) -> object:
    """Say what a document is, and where in the bundle it lies."""
    is_withheld = document.id in material.withheld
    return {
        "event": "held",
        "document": document.id,
        "name": document.name,
        "original": None if is_withheld else f"data/originals/{name}",
        "original_sha256": None if is_withheld else document.sha256,
        "text": f"data/text/{name}.txt",
        "text_sha256": document.text_sha256,
        "metadata": document.metadata,
        "is_redacted": is_withheld,
    }


def _handling_line(handling: Handling) -> object:
    """Say what happened to a document and when."""
    return {
        "event": handling.event,
        "document": handling.document,
        "name": handling.name,
        "original_sha256": handling.sha256,
        "at": handling.at,
        "by_version": handling.version,
    }


def _review_line(review: Review) -> object:
    """Say what a person decided."""
    return {"event": "decided", "review": review}
