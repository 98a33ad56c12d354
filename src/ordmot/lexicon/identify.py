"""Telling English, Bokmål, Nynorsk, Swedish and Danish apart, a sentence at a time."""

from __future__ import annotations

import math
import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from ordmot.lexicon.data import read_data

TOLD_APART = ("en", "nb", "nn", "sv", "da")
"""The languages that are told apart, as ISO 639-1 codes."""

_MODEL_NAMES = {"no": "nb"}  # the model's `no` was trained on Bokmål; Nynorsk is its `nn`
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_LENGTH = 2000  # characters: past this no sentence-level doubt is left, only cost


def identify(text: str) -> dict[str, float]:
    """Give the probability of each language for a text; an empty dict if it has no letters.

    >>> likely = identify("Ho visste ikkje kor mange dei var.")
    >>> max(likely, key=likely.get)
    'nn'
    """
    sample = text[:_SAMPLE_LENGTH]
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return {}
    scores = _model_scores(sample)
    strength, markers = _marker_words()
    for language, share in read_data("shared", "languages")["usual"].items():
        scores[language] += math.log(share)
    for word in words:
        for language in markers.get(word, ()):
            scores[language] += strength
    return _normalised(scores)


def _model_scores(text: str) -> dict[str, float]:
    """Score each language with the model, as natural logarithms of probabilities."""
    ranked = _identifier().rank(text)
    return {_MODEL_NAMES.get(name, name): math.log(max(score, 1e-9)) for name, score in ranked}


def _normalised(scores: dict[str, float]) -> dict[str, float]:
    """Turn log scores into probabilities that sum to 1."""
    best = max(scores.values())
    weights = {language: math.exp(score - best) for language, score in scores.items()}
    total = sum(weights.values())
    return {language: weights[language] / total for language in TOLD_APART}


@cache
def _identifier() -> LanguageIdentifier:
    """Load the model, restricted to the languages told apart (0.9 s, once)."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(["en", "no", "nn", "sv", "da"])
    return identifier


@cache
def _marker_words() -> tuple[float, dict[str, tuple[str, ...]]]:
    """Index the function words that only some of the languages use, and their weight."""
    data = read_data("shared", "languages")
    index: dict[str, tuple[str, ...]] = {}
    for language, words in data["markers"].items():
        for word in words:
            index[word] = (*index.get(word, ()), language)
    return float(data["marker_strength"]), index
