"""A quantity: an amount in words, read as an interval."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ordmot.ledger.identity import content_id
from ordmot.ledger.interval import Interval
from ordmot.ledger.span import Span


class Hedge(StrEnum):
    """How the words bound the number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"


class QuantityKind(StrEnum):
    """What a number in the text is; only the first three are amounts that can be compared."""

    AMOUNT = "amount"
    TIME_OF_DAY = "time_of_day"
    DATE = "date"
    ORDINAL = "ordinal"
    YEAR = "year"
    AGE = "age"
    IDENTIFIER = "identifier"
    SCORE = "score"
    LIST_NUMBER = "list_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An interval in a unit: the conversion in brackets of "$600 (£460)"."""

    span: Span
    interval: Interval
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One amount: span with its hedge words, interval, unit, and what is counted.

    `stated` is the number (or the two) that the words state before the hedge widens them:
    "around 4,000" has stated (4000,). Vague words ("a few") state none.
    `dimension` is `count`, `money`, `length`, `area`, `volume`, `mass`, `speed`, `magnitude` (of an
    earthquake), `temperature`, `energy`, `data`, `duration`, `share`, `multiple`, `rate` …; `unit`
    the canonical unit (`kilometre`, `hour`, `percent`, an ISO 4217 code for money, None for a bare
    count).
    `counted` is the counted noun phrase ("IS-krigere", "foreign fighters"), `per` the words of the
    per-unit ("per person", "with each driver"); `conversions` the same amount in other units.
    `of_total` is the span of the larger amount in "250 of the 400".
    Times of day are hours (16.5); dates are days since 0001-01-01 (datetime.date.toordinal), as an
    interval of their grain. `reason` names the rule.
    """

    id: str = field(init=False)
    span: Span
    kind: QuantityKind
    interval: Interval
    stated: tuple[float, ...]
    hedge: Hedge
    hedge_span: Span | None = None
    dimension: str
    unit: str | None = None
    per: Span | None = None
    counted: Span | None = None
    of_total: Span | None = None
    conversions: tuple[Amount, ...] = ()
    reason: str

    def __post_init__(self) -> None:
        """Derive the id from place and reading."""
        object.__setattr__(
            self, "id", content_id("quantity", self.span, self.kind, self.interval, self.unit)
        )
