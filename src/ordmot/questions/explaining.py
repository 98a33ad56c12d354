"""Why two claims answer one question, or do not: the rows of their comparison."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.ledger import Likeness, Reading, RowScore
from ordmot.questions.profile import Profile, Weights, profile_claims
from ordmot.questions.rows import match, table_for


def explain(readings: Sequence[Reading], pairs: Sequence[tuple[str, str]]) -> tuple[Likeness, ...]:
    """Compare pairs of claims (ids) as grouping does, and keep what every row found.

    Pairs of two dimensions, which are never compared, are left out.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    profiles = profile_claims([reading.claims for reading in ordered])
    weights = Weights(profiles)
    by_id = {profile.claim.id: profile for profile in profiles}
    found = [(by_id[one], by_id[other]) for one, other in pairs if one in by_id and other in by_id]
    return tuple(
        _likeness(one, other, weights) for one, other in found if one.dimension == other.dimension
    )


def _likeness(one: Profile, other: Profile, weights: Weights) -> Likeness:
    """Compare two claims, row by row."""
    table = table_for(one.dimension)
    rows = []
    for row in table.rows:
        verdict = row.compare(one, other, weights)
        score = round(verdict.score, 4)
        rows.append(RowScore(name=row.name, weight=row.weight, score=score, reason=verdict.reason))
    return Likeness(
        claims=(one.claim.id, other.claim.id),
        score=round(match(one, other, weights).score, 4),
        bias=table.bias,
        rows=tuple(rows),
    )
