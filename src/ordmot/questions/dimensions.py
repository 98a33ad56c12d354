"""What an account can be compared in."""

from __future__ import annotations

from ordmot.ledger import Claim
from ordmot.lexicon import is_kind_of, read_data, senses, serving_language

_RECEIVERS = ("person", "family", "home")


def compared_in(claim: Claim) -> str:
    """Give the dimension that a claim is compared in: its own, and "£300 each" in money too."""
    return "money" if _is_shared_out(claim) else claim.dimension


def _is_shared_out(claim: Claim) -> bool:
    """Tell whether a sum is what each of some people gets or pays: "£300 | each", "a household"."""
    if claim.quantity is None or claim.quantity.per is None or claim.quantity.dimension != "money":
        return False
    words = claim.quantity.per.text.casefold().split()
    apiece = read_data(serving_language(claim.language), "claims")["counting"]["apiece"]
    if words[-1:] and words[-1] in apiece:
        return True
    receivers = {s.concept for word in words for s in senses(word, claim.language)}
    return any(is_kind_of(one, kind) for one in receivers for kind in _RECEIVERS)
