"""What a text counts as it goes on: a bare number takes it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ordmot.claims.scene import Scene
from ordmot.ledger import Hedge, Passage, PassageKind, Quantity, Span, Term

_MEMORY = 2
"""Sentences after which a bare number no longer takes up what was counted, unless its words do."""
_SHARED = ("mass", "money", "length", "area", "volume", "energy")
FLEETING = ("speed", "sound", "temperature", "power", "share", "magnitude")
"""Measures that say only of the sentence after them what a bare number is in."""
_MILLION = 1e6
_COMPARABLE = 5.0
"""Figures of one thing seldom lie farther apart than this."""
_FARTHEST = 100.0
"""A bare number is no count of what was counted so many times fewer just before."""
_NEAR = 2.0
"""Figures of one measure, told sentences apart, are seldom farther apart than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What is being counted hereabouts: a bare number takes it up.

    It comes from the last count, or from a question: "How many took part?" "Sixty." `size` is the
    figure that was given, None where none was.
    """

    clause: Span
    counted: Term | None
    restrictors: tuple[Term, ...]
    predicate: Term | None
    size: float | None = None
    whole: Topic | None = None


class Topics:
    """What is being counted as a text goes on; it is forgotten after some sentences without it."""

    def __init__(self, sums: Sequence[Quantity] = ()) -> None:
        """Begin a text; `sums` are the sums of money in all of it."""
        self._all_sums = sums
        self._topic: Topic | None = None
        self._passage: Passage | None = None
        self._age = 0
        self._past: list[Topic] = []
        self._measures: list[Quantity] = []
        self._rates: list[Quantity] = []
        self._is_measured = False
        self._since_measure = _MEMORY
        self._times: list[Quantity] = []
        self._settings: dict[str, tuple[Term, ...]] = {}
        self._since_time = _MEMORY

    def enter(self, scene: Scene, asked: Topic | None) -> None:
        """Go on to the next sentence; what it asks the number of is the topic from here on."""
        self._age += 1
        self._since_measure += 1
        self._since_time += 1
        is_new = self._passage is not scene.passage
        if self._age > _MEMORY or (is_new and not _speaks(scene)):
            self._topic = None
        elif self._topic is not None and self._topic.whole is not None:
            self._topic = self._topic.whole  # "Six of them died. Two | of them | are boys."
        self._passage = scene.passage
        self.note(asked)

    def note(self, topic: Topic | None) -> None:
        """Take up a new topic, if there is one."""
        if topic is not None and topic.counted is not None:
            self._topic, self._age = topic, 0
            self._past.append(topic)
            self._is_measured, self._since_measure = False, _MEMORY

    def note_measure(self, quantity: Quantity, setting: tuple[Term, ...]) -> None:
        """Take up an amount in a unit, which bare numbers after it may be in as well.

        `setting` is what it was told of.
        """
        self._settings[quantity.id] = setting
        if quantity.dimension == "money" and quantity.per is not None:
            self._rates.append(quantity)
        if quantity.per is not None or quantity.unit is None:
            return
        if quantity.dimension == "duration":
            self._times.append(quantity)
            self._since_time = 0
            return
        if quantity.dimension in _SHARED:
            self._is_measured = True
        elif quantity.dimension in FLEETING:
            self._since_measure = 0
        else:
            return
        self._measures.append(quantity)

    @property
    def current(self) -> Topic | None:
        """Give what a bare number here counts."""
        return self._topic

    def taken_up_by(self, quantity: Quantity) -> Topic | None:
        """Give what a bare number counts here: what was counted last, of a size that it can be of.

        "About 150 people, in two barracks. They counted 1,400."
        """
        here = self._topic
        is_vague = quantity.hedge is Hedge.VAGUE
        if here is None or is_vague or _is_within(_FARTHEST, quantity, here.size):
            return here
        fitting = (t for t in reversed(self._past) if _is_within(_FARTHEST, quantity, t.size))
        return next(fitting, here)

    def of_size(self, quantity: Quantity) -> Topic | None:
        """Give what was last counted in the same figure: "16 people … Of the | 16, four died"."""
        size = quantity.interval.middle
        return next((t for t in reversed(self._past) if size and t.size == size), None)

    def measured(self, quantity: Quantity) -> Quantity | None:
        """Give the amount whose unit a bare number may share, the nearest of a comparable size.

        "The lorry weighed 49.6 tonnes. The owner says 44." Millions are money first.
        """
        total = self.sum_before(quantity)
        if total is not None or _is_many(quantity):
            return total
        reaching = (q for q in reversed(self._measures) if self._reaches(q))
        return next((q for q in reaching if _is_comparable(quantity, q.interval.middle)), None)

    def sum_before(self, quantity: Quantity) -> Quantity | None:
        """Give the last sum of money: millions of nothing are in its currency.

        None where the last millions were of something else: "3.6 million litres … not 3.8 million".
        """
        large = next((q for q in reversed(self._measures) if _is_millions(q)), None)
        is_other = large is not None and large.dimension != "money"
        if is_other or _is_many(quantity) or not _is_millions(quantity):
            return None  # "drove | millions | from their homes"
        return next(self._sums(), None)

    def sum_elsewhere(self, quantity: Quantity) -> Quantity | None:
        """Give a rate told before ("9 million kroner a year"), or the next sum that the text tells.

        None after any measure: "1.9 million" may be of the litres told before.
        """
        if self._measures or not _is_millions(quantity) or _is_many(quantity):
            return None
        later = (q for q in self._all_sums if q.span.start > quantity.span.start)
        return next(chain(reversed(self._rates), later), None)

    def _sums(self) -> Iterator[Quantity]:
        """Go through the sums of money that were told, the last one first."""
        return (q for q in reversed(self._measures) if q.dimension == "money")

    def _reaches(self, measure: Quantity) -> bool:
        """Tell whether a bare number here may still be in the unit of a measure."""
        if measure.dimension in FLEETING:
            return self._since_measure <= 1
        return self._is_measured

    def setting_of(self, measure: Quantity) -> tuple[Term, ...]:
        """Give what a measure was told of."""
        return self._settings.get(measure.id, ())

    @property
    def lasting(self) -> Quantity | None:
        """Give the time whose unit a number shares: "It was to take three hours. | Nineteen"."""
        return self._times[-1] if self._times and self._since_time <= _MEMORY else None

    def measure_like(self, quantity: Quantity, dimension: str) -> Quantity | None:
        """Give the amount in a unit whose unit a bare number shares that says what it is of.

        It is the sum of money where somebody got or paid so much, the speed of who went so fast.
        """
        told = (q for q in reversed(self._measures) if q.dimension == dimension)
        return next((q for q in told if _is_comparable(quantity, q.interval.middle)), None)

    def recall_measure(self, quantity: Quantity) -> Quantity | None:
        """Give the measure that a figure takes up which says of nothing that it is of it.

        "The bus was doing 79 kilometres an hour. … The firm has always said 62."
        """
        times = self._times if self._since_time <= 1 else []
        latest = (*reversed(times), *reversed(self._measures))
        return next((q for q in latest if _is_near(quantity, q.interval.middle)), None)

    def recall(self, quantity: Quantity) -> Topic | None:
        """Give what a figure takes up that says itself that it is one: "the earlier figure of 17".

        What is counted here if that is of a comparable size; else what was counted long before, the
        nearest that is.
        """
        here = self._topic
        if here is not None and (here.size is None or _is_comparable(quantity, here.size)):
            return here
        near = (t for t in reversed(self._past) if _is_comparable(quantity, t.size))
        return next(near, None)


def _is_millions(quantity: Quantity) -> bool:
    return abs(quantity.interval.middle or 0) >= _MILLION


def _is_many(quantity: Quantity) -> bool:
    """Tell whether millions are only very many: "drove | millions | from their homes"."""
    low, high = quantity.interval.low, quantity.interval.high
    return quantity.span.text.isalpha() and None not in (low, high) and low != high


def _is_comparable(quantity: Quantity, size: float | None) -> bool:
    """Tell whether a figure, or an end of it, is of the size of another; of none it is not."""
    if not size:
        return False
    ends = (quantity.interval.low, quantity.interval.middle, quantity.interval.high)
    return any(end and max(end, size) <= _COMPARABLE * min(end, size) for end in ends)


def _is_within(ratio: float, quantity: Quantity, size: float | None) -> bool:
    """Tell whether a figure is at most so many times another, or one of them has no size."""
    middle = quantity.interval.middle or quantity.interval.low
    return not size or not middle or max(middle, size) <= ratio * min(middle, size)


def _is_near(quantity: Quantity, size: float | None) -> bool:
    """Tell whether a figure is of nearly the size of another; of none it is not."""
    is_known = bool(size and quantity.interval.middle)
    return is_known and _is_within(_NEAR, quantity, size)


def _speaks(scene: Scene) -> bool:
    """Tell whether somebody speaks here, who can take up what was counted a paragraph before."""
    if scene.passage.kind is PassageKind.TURN:
        return True
    return any(statement.cue is not None for statement in scene.statements)
