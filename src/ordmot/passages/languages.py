"""The language of each passage, short ones leaning on their neighbours."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ordmot.lexicon.identify import TOLD_APART, identify

_NEIGHBOURS = 2  # passages before and after that a short one leans on
_LEAST_SHARE = 0.02  # of the prior that every language keeps: a change is always possible
_FULL_EVIDENCE = 60  # letters from which a passage leans on its neighbours less and less
_LEAST_LEAN = 0.25

Likely = dict[str, float]


def tell_languages(texts: Sequence[str], usual: str) -> list[tuple[str, float]]:
    """Tell the language of each passage and how sure that is; `usual` is the document's own.

    >>> tell_languages(["Han sa at de måtte dra.", "OK.", "Ingen ville bli igjen der."], "nb")[1][0]
    'nb'
    """
    alone = [identify(text) for text in texts]
    letters = [sum(map(str.isalpha, text)) for text in texts]
    weights = [min(1.0, count / _FULL_EVIDENCE) for count in letters]
    told = []
    for index, own in enumerate(alone):
        lean = min(1.0, _FULL_EVIDENCE / max(1, letters[index]))
        told.append(_best(own, _prior(alone, weights, index, usual), max(_LEAST_LEAN, lean)))
    return told


def _prior(alone: Sequence[Likely], weights: Sequence[float], index: int, usual: str) -> Likely:
    """Expect what the neighbours speak, the nearer and the longer the more, and the document."""
    votes = dict.fromkeys(TOLD_APART, 0.0)
    if usual in votes:
        votes[usual] += 0.5
    for other in range(max(0, index - _NEIGHBOURS), min(len(alone), index + _NEIGHBOURS + 1)):
        if other != index:
            nearness = weights[other] / abs(other - index)
            for language, share in alone[other].items():
                votes[language] += nearness * share
    total = sum(votes.values()) or 1.0
    room = 1 - _LEAST_SHARE * len(TOLD_APART)
    return {language: _LEAST_SHARE + room * vote / total for language, vote in votes.items()}


def _best(own: Likely, prior: Likely, lean: float) -> tuple[str, float]:
    """Weigh a passage's own evidence against the prior; `und` where there is neither."""
    if not own and max(prior.values()) <= 1.5 / len(TOLD_APART):
        return "und", 0.0
    scores = {
        language: math.log(max(own.get(language, 1.0), 1e-9)) + lean * math.log(prior[language])
        for language in TOLD_APART
    }
    best = max(scores, key=lambda language: scores[language])
    total = sum(math.exp(score - scores[best]) for score in scores.values())
    return best, 1 / total
