"""The tables of comparison rows, with their weights, and which claims each is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ordmot.questions.answers import (
    compare_deed,
    compare_denied,
    compare_named,
    compare_patient,
    compare_places,
    compare_pointing,
    compare_times,
)
from ordmot.questions.dates import (
    compare_acts,
    compare_distance,
    compare_receivers,
    compare_tellers,
    compare_things,
)
from ordmot.questions.denials import (
    compare_cover,
    compare_denied_event,
    compare_denier,
    compare_event,
    compare_words,
)
from ordmot.questions.overlaps import (
    compare_all_said,
    compare_clause_words,
    compare_denials,
    compare_depth,
    compare_kinship,
    compare_lesser,
    compare_narrated,
    compare_nearness,
    compare_rarity,
    compare_said,
    compare_sentence_words,
    compare_surroundings,
)
from ordmot.questions.profile import DATED, Profile, Weights
from ordmot.questions.rows import (
    Verdict,
    compare_closeness,
    compare_context,
    compare_contrast,
    compare_counted,
    compare_crowds,
    compare_dimension,
    compare_documents,
    compare_extents,
    compare_figures,
    compare_happening,
    compare_holders,
    compare_kinds,
    compare_landmarks,
    compare_modifiers,
    compare_moments,
    compare_names,
    compare_predicate,
    compare_purposes,
    compare_restrictors,
    compare_scopes,
    compare_sentences,
    compare_settings,
    compare_sides,
    compare_sizes,
    compare_taken,
    compare_units,
    compare_voices,
    compare_wholes,
    compare_years,
)
from ordmot.questions.steps import NO_STEPS, Steps, read_steps

COUNTED = ("count", "count per", "share")
"""The dimensions of amounts that say what they are of."""
OPEN = ("who", "means", "origin")
"""The dimensions of what is answered with a name or a kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A named row of the comparison: what a score adds is its weight times the score, and a step.

    `weight` is in log-odds, for a score of 1; `steps` are fitted, and `share` is how much the
    weight counts beside them. A score below -1 is of what is sure to part two claims: what lies
    beyond it counts in full. So does all of the weight where `is_sure`, and nothing is fitted: such
    a thing is said too seldom for cases to teach it, or parts two claims whatever else is alike.
    `is_of_case` tells that the score depends on more than the two claims: on how rare words are in
    the case, or on what links its documents. Of such a row, a new document changes any score.
    `highest` is the best score that a row with a weight gives.
    """

    name: str
    compare: Callable[[Profile, Profile, Weights], Verdict]
    weight: float = 0.0
    is_sure: bool = False
    is_of_case: bool = False
    highest: float = 1.0
    share: float = 1.0
    steps: Steps = NO_STEPS

    def adds(self, score: float) -> float:
        """Give the log-odds that a score adds."""
        beyond = min(0.0, score + 1)
        return self.weight * (self.share * (score - beyond) + beyond) + self.steps.worth(score)

    @property
    def most(self) -> float:
        """Give the most that the row may add."""
        return self.weight * self.share * self.highest + max(self.steps.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows by which claims of one kind are compared; `bias` is the log-odds before any row.

    `by_hand` is how much the weights set by hand count beside the steps, 0 to 1. Judgement alone
    misses what no one thought of; steps alone hold for cases like those they are fitted to.
    """

    bias: float
    rows: tuple[Row, ...]
    by_hand: float = 1.0


_DOCUMENTS = Row(
    name="documents",
    weight=6.0,
    is_sure=True,
    compare=compare_documents,
    is_of_case=True,
    highest=0.0,
)
_SHARED_ROWS = (
    Row(name="said", compare=compare_said, is_of_case=True),
    Row(name="all said", compare=compare_all_said, is_of_case=True),
    Row(name="surroundings", compare=compare_surroundings, is_of_case=True),
    Row(name="rarity", compare=compare_rarity, is_of_case=True),
    Row(name="clause words", compare=compare_clause_words, is_of_case=True),
    Row(name="sentence words", compare=compare_sentence_words, is_of_case=True),
    Row(name="kinship", compare=compare_kinship),
    Row(name="nearness", compare=compare_nearness),
    Row(name="depth", compare=compare_depth),
    Row(name="narrated", compare=compare_narrated),
)
"""How much two accounts share and how far apart they stand: for this nobody set weights."""


def _taught(name: str, *, bias: float, by_hand: float, rows: tuple[Row, ...]) -> Table:
    """Add to weights set by hand what cases have taught of each row, and of further rows."""
    fitted = read_steps(name, share=1 - by_hand)
    return Table(
        bias=by_hand * bias + fitted.bias,
        rows=tuple(
            replace(row, share=1.0 if row.is_sure else by_hand, steps=fitted.of(row.name))
            for row in rows
        ),
        by_hand=by_hand,
    )


COUNTS = Table(
    bias=-1.6,
    rows=(
        Row(name="counted", weight=1.3, compare=compare_counted),
        Row(name="predicate", weight=1.5, compare=compare_predicate),
        Row(name="restrictors", weight=1.3, compare=compare_restrictors),
        Row(name="sides", weight=4.0, compare=compare_sides, highest=0.3),
        Row(name="wholes", weight=1.2, compare=compare_wholes),
        Row(name="modifiers", weight=0.6, compare=compare_modifiers),
        Row(name="names", weight=0.6, compare=compare_names, is_of_case=True),
        Row(name="context", weight=1.1, compare=compare_context, is_of_case=True),
        Row(name="figures", weight=4.2, compare=compare_figures),
        Row(name="sizes", weight=4.0, compare=compare_sizes),
        Row(name="closeness", weight=0.5, compare=compare_closeness),
        Row(name="crowds", weight=0.8, compare=compare_crowds),
        Row(name="scopes", weight=2.0, compare=compare_scopes),
        Row(name="holders", weight=3.0, compare=compare_holders),
        Row(name="years", weight=3.0, compare=compare_years),
        _DOCUMENTS,
        Row(name="sentences", weight=1.5, compare=compare_voices),
        Row(name="contrast", weight=7.0, compare=compare_contrast),
    ),
)
"""How many: what is counted and what happens to it decide; set by hand, fitted and rounded."""

MEASURES = _taught(
    "measures",
    bias=-0.7,
    by_hand=0.5,
    rows=(
        Row(name="counted", weight=1.0, compare=compare_kinds),
        Row(name="happening", weight=1.0, compare=compare_happening),
        Row(name="dimension", weight=0.6, compare=compare_dimension),
        Row(name="restrictors", weight=0.5, compare=compare_restrictors),
        Row(name="names", weight=1.5, compare=compare_names, is_of_case=True),
        Row(name="context", weight=1.3, compare=compare_context, is_of_case=True),
        Row(name="settings", weight=1.7, compare=compare_settings),
        Row(name="figures", weight=1.0, compare=compare_figures),
        Row(name="sizes", weight=1.2, compare=compare_sizes),
        Row(name="closeness", weight=1.7, compare=compare_closeness),
        Row(name="units", weight=0.8, compare=compare_units),
        Row(name="landmarks", weight=1.5, compare=compare_landmarks),
        Row(name="moments", weight=2.0, is_sure=True, compare=compare_moments),
        Row(name="purposes", weight=1.3, is_sure=True, compare=compare_purposes),
        Row(name="taken", weight=1.0, compare=compare_taken),
        Row(name="extents", weight=5.0, is_sure=True, compare=compare_extents),
        Row(name="scopes", weight=1.3, compare=compare_scopes),
        Row(name="years", weight=3.0, is_sure=True, compare=compare_years),
        _DOCUMENTS,
        Row(name="sentences", weight=1.5, compare=compare_voices),
        Row(name="contrast", weight=7.0, is_sure=True, compare=compare_contrast),
        *_SHARED_ROWS,
        Row(name="lesser", compare=compare_lesser),
    ),
)
"""How long, how much, when: a measure seldom names what it measures; size and unit tell more."""

YES_NO = _taught(
    "yes_no",
    bias=-2.4,
    by_hand=0.4,
    rows=(
        Row(name="happening", weight=1.0, compare=compare_happening),
        Row(name="event", weight=1.4, compare=compare_event, is_of_case=True),
        Row(name="cover", weight=3.6, compare=compare_cover, is_of_case=True),
        Row(name="names", weight=0.8, compare=compare_names, is_of_case=True),
        Row(name="context", weight=0.1, compare=compare_context, is_of_case=True),
        Row(name="denied event", weight=1.2, compare=compare_denied_event),
        Row(name="words", weight=2.5, compare=compare_words, is_of_case=True),
        Row(name="denier", weight=0.9, compare=compare_denier),
        Row(name="scopes", weight=0.4, compare=compare_scopes),
        Row(name="years", weight=2.0, is_sure=True, compare=compare_years),
        _DOCUMENTS,
        Row(name="sentences", weight=2.0, compare=compare_sentences),
        Row(name="contrast", weight=7.0, is_sure=True, compare=compare_contrast),
        *_SHARED_ROWS,
        Row(name="denials", compare=compare_denials),
    ),
)
"""Whether it happened: how much of what is denied the assertion speaks of decides."""

ANSWERS = Table(
    bias=-2.1,
    rows=(
        Row(name="deed", weight=1.2, compare=compare_deed, highest=2.0),
        Row(name="pointing", weight=1.3, compare=compare_pointing),
        Row(name="patient", weight=1.5, compare=compare_patient),
        Row(name="places", weight=2.2, compare=compare_places),
        Row(name="times", weight=0.8, compare=compare_times),
        Row(name="denied", weight=1.4, compare=compare_denied),
        Row(name="names", weight=0.8, compare=compare_named, is_of_case=True),
        Row(name="context", weight=0.7, compare=compare_context, is_of_case=True),
        Row(name="scopes", weight=1.2, compare=compare_scopes),
        _DOCUMENTS,
        Row(name="sentences", weight=2.0, compare=compare_voices),
    ),
)
"""Who, by what means, from where: the deed and whom it befell decide; set by hand and rounded."""


DATES = Table(
    bias=-2.4,
    rows=(
        Row(name="acts", weight=1.2, compare=compare_acts),
        Row(name="things", weight=2.4, compare=compare_things, is_of_case=True),
        Row(name="receivers", weight=3.0, compare=compare_receivers),
        Row(name="names", weight=0.8, compare=compare_names, is_of_case=True),
        Row(name="context", weight=0.8, compare=compare_context, is_of_case=True),
        Row(name="tellers", weight=5.0, compare=compare_tellers),
        Row(name="distance", weight=3.0, compare=compare_distance),
        Row(name="scopes", weight=1.2, compare=compare_scopes),
        _DOCUMENTS,
        Row(name="sentences", weight=2.0, compare=compare_voices),
    ),
)
"""On which day: what was done to what decides; set by hand, so that one happening alone meets."""


def table_for(dimension: str) -> Table:
    """Give the table by which claims of a dimension are compared."""
    if dimension == "yes/no":
        return YES_NO
    if dimension in OPEN:
        return ANSWERS
    if dimension == DATED:
        return DATES
    return COUNTS if dimension in COUNTED else MEASURES
