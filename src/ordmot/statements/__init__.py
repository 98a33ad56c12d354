"""Who says what: statements with cue, source and the chain of voices behind them."""

from ordmot.statements.attribution import attribute

__all__ = ["attribute"]
