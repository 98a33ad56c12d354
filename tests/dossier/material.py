"""The invented case of the report's tests, as material for a dossier."""

from __future__ import annotations

from importlib.util import find_spec

from ordmot.dossier import FORMATS, Material
from ordmot.flow import Handling
from ordmot.ledger import Ledger
from tests.report.invented import make_ledger

_NEEDED = {"xlsx": "openpyxl", "pdf": "typst", "pictures": "vl_convert"}
INSTALLED = [name for name in FORMATS if name not in _NEEDED or find_spec(_NEEDED[name])]
"""The formats whose libraries are installed."""


def make_material(ledger: Ledger | None = None) -> Material:
    """Give the case with its texts as the original bytes."""
    ledger = ledger or make_ledger()
    originals = {d.id: d.text.encode("utf-8", "surrogatepass") for d in ledger.documents}
    return Material(
        ledger=ledger,
        original=originals.__getitem__,
        custody=tuple(
            Handling(
                document=document.id,
                name=document.name,
                sha256=document.sha256,
                event="added",
                at="2033-11-08T09:00:00+00:00",
                version="ordmot 0",
            )
            for document in ledger.documents
        ),
        run={"ordmot": "ordmot 0", "models": {}},
    )
