"""Splitting documents into passages of one kind and one language, with their sentences."""

from ordmot.passages.splitting import split

__all__ = ["split"]
