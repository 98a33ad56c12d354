"""Why two claims answer one question, or do not: the rows of their comparison."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.ledger import Likeness, Reading, RowScore
from ordmot.questions.matching import match
from ordmot.questions.profile import Profile, Weights, profile_readings
from ordmot.questions.tables import table_for


class Explainer:
    """Compares claims of the same readings as grouping does; what it takes is worked out once."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        ordered = sorted(readings, key=lambda reading: reading.document.id)
        profiles = profile_readings(ordered)
        self._weights = Weights(profiles)
        self._profiles = {profile.claim.id: profile for profile in profiles}

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> tuple[Likeness, ...]:
        """Compare pairs of claims (ids), and keep what every row found.

        Pairs of two dimensions, which are never compared, are left out.
        """
        known = self._profiles
        found = [(known[one], known[other]) for one, other in pairs if {one, other} <= known.keys()]
        return tuple(
            _likeness(one, other, self._weights)
            for one, other in found
            if one.dimension == other.dimension
        )


def _likeness(one: Profile, other: Profile, weights: Weights) -> Likeness:
    """Compare two claims, row by row."""
    table = table_for(one.dimension)
    rows = []
    for row in table.rows:
        verdict = row.compare(one, other, weights)
        score = round(verdict.score, 4)
        share = round(row.adds(verdict.score), 4)
        rows.append(RowScore(name=row.name, score=score, share=share, reason=verdict.said))
    return Likeness(
        claims=(one.claim.id, other.claim.id),
        score=round(match(one, other, weights).score, 4),
        bias=table.bias,
        rows=tuple(rows),
    )
