"""Ordmot: word against word. Who said what, with which numbers, and how far apart they are.

>>> import ordmot
>>> [quantity] = ordmot.measure("some 40 passengers")
>>> quantity.hedge.value
'about'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordmot.casebook import Added, Casebook, read
    from ordmot.errors import (
        AnchorError,
        CaseError,
        DocumentError,
        ModelError,
        OrdmotError,
        SettingsError,
    )
    from ordmot.ledger import (
        Actor,
        Check,
        Claim,
        Decision,
        Document,
        Edit,
        Gap,
        Interval,
        Ledger,
        Metadata,
        Passage,
        Quantity,
        Question,
        Reading,
        Refusal,
        Relation,
        Review,
        Span,
        Standing,
        Statement,
        Voice,
    )
    from ordmot.quantities import measure
    from ordmot.report import render

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Added",
    "AnchorError",
    "CaseError",
    "Casebook",
    "Check",
    "Claim",
    "Decision",
    "Document",
    "DocumentError",
    "Edit",
    "Gap",
    "Interval",
    "Ledger",
    "Metadata",
    "ModelError",
    "OrdmotError",
    "Passage",
    "Quantity",
    "Question",
    "Reading",
    "Refusal",
    "Relation",
    "Review",
    "SettingsError",
    "Span",
    "Standing",
    "Statement",
    "Voice",
    "measure",
    "read",
    "render",
]

_HOMES = {
    "Added": "casebook",
    "Casebook": "casebook",
    "read": "casebook",
    "measure": "quantities",
    "render": "report",
    **{name: "errors" for name in __all__ if name.endswith("Error")},
}
"""In which folder a public name lives; the records live in `ledger`."""


def __getattr__(name: str) -> object:
    """Load a public name when it is first used: `import ordmot` itself takes no time."""
    if name not in __all__:
        raise AttributeError(f"module 'ordmot' has no attribute {name!r}")
    value: object = getattr(import_module(f"ordmot.{_HOMES.get(name, 'ledger')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
