"""The encoder: text in; who says what, names, syntax and vectors out.

`open_reader` and `open_matcher` load a model, the one that came with the package or one of the
user's own. Stages that get no reader work by rules.
"""

from ordmot.encoder.loading import find_model, version_of
from ordmot.encoder.matcher import Matcher, open_matcher
from ordmot.encoder.notes import Attribution, Mark, Name, Notes, Word
from ordmot.encoder.reader import Reader, open_reader

__all__ = [
    "Attribution",
    "Mark",
    "Matcher",
    "Name",
    "Notes",
    "Reader",
    "Word",
    "find_model",
    "open_matcher",
    "open_reader",
    "version_of",
]
