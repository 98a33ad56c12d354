"""Ordmot: word against word. Who said what, with which numbers, and how far apart they are."""

__version__ = "0.1.0"
