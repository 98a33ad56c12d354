"""Language data: cues, number words, units, and the concepts that words stand for, as files."""

from ordmot.lexicon.compounds import compound_parts, senses
from ordmot.lexicon.concepts import ancestors, is_kind_of, opposites, related
from ordmot.lexicon.data import LANGUAGES, read_data, serving_language
from ordmot.lexicon.inflection import stem
from ordmot.lexicon.phrases import is_state, senses_at
from ordmot.lexicon.sense import Sense
from ordmot.lexicon.vocabulary import label

__all__ = [
    "LANGUAGES",
    "Sense",
    "ancestors",
    "compound_parts",
    "is_kind_of",
    "is_state",
    "label",
    "opposites",
    "read_data",
    "related",
    "senses",
    "senses_at",
    "serving_language",
    "stem",
]
