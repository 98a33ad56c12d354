"""Language data: cues, hedges, number words, units and kinds, as files a linguist can edit."""

from ordmot.lexicon.data import LANGUAGES, read_data, serving_language

__all__ = ["LANGUAGES", "read_data", "serving_language"]
