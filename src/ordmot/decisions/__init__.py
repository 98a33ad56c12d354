"""Decisions: the log of what people decided, applied to what the machine found."""

from ordmot.decisions.accounts import Voices, edit_claim
from ordmot.decisions.applying import Draft, apply, shape_of
from ordmot.decisions.verdicts import judge

__all__ = ["Draft", "Voices", "apply", "edit_claim", "judge", "shape_of"]
