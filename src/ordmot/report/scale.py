"""The scale of a number line: where a value stands, and which values are written under it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LOGARITHMIC_FROM = 20.0
"""Ratio of the largest to the smallest amount from which steps multiply instead of adding."""

_MARGIN = 0.07
_NEAR_ZERO = 0.02
# In steps: where only values of one sign are shown, the line ends before it comes to zero.


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A scale from `low` to `high`, both in steps: multiples of `unit`, or powers of ten of it."""

    is_logarithmic: bool
    unit: float
    low: float
    high: float

    def step(self, value: float) -> float:
        """Turn a value into steps: on a logarithmic scale `unit` is at 1, zero at 0.

        Values below zero mirror those above it, so that a loss and a gain stand on one line.
        """
        if not self.is_logarithmic:
            return value / self.unit
        if value == 0:
            return 0.0
        decades = math.log10(abs(value)) - math.log10(self.unit)
        return math.copysign(max(1.0 + decades, 0.0), value)

    def place(self, value: float) -> float:
        """Tell where a value stands, from 0 (left end) to 1 (right end)."""
        share = (self.step(value) - self.low) / (self.high - self.low)
        return min(max(share, 0.0), 1.0)


def fit_scale(values: Iterable[float], *, may_multiply: bool = True) -> Scale:
    """Fit a scale to the ends of some intervals; infinite ones have no place on it.

    >>> fit_scale([4.0, 250.0]).is_logarithmic
    True
    """
    ends = sorted({value for value in values if math.isfinite(value)}) or [0.0, 1.0]
    sizes = sorted(abs(value) for value in ends if value)
    if may_multiply and sizes and sizes[-1] / LOGARITHMIC_FROM >= sizes[0]:
        return _widen(Scale(is_logarithmic=True, unit=sizes[0], low=0.0, high=1.0), ends)
    unit = sizes[-1] if sizes else 1.0
    # From zero where that costs little: lengths can then be compared by eye. Never for dates.
    with_zero = [0.0, *ends] if may_multiply and 0 < ends[0] <= 0.6 * ends[-1] else ends
    return _widen(Scale(is_logarithmic=False, unit=unit, low=0.0, high=1.0), with_zero)


def _widen(scale: Scale, ends: Sequence[float]) -> Scale:
    """Give the scale its ends, with a margin on both sides."""
    low, high = scale.step(ends[0]), scale.step(ends[-1])
    margin = (high - low) * _MARGIN or abs(high) * 0.25 or 1.0
    low, high = low - margin, high + margin
    if scale.is_logarithmic and ends[0] > 0:
        low = max(low, _NEAR_ZERO)
    if scale.is_logarithmic and ends[-1] < 0:
        high = min(high, -_NEAR_ZERO)
    return Scale(is_logarithmic=scale.is_logarithmic, unit=scale.unit, low=low, high=high)


def choose_ticks(scale: Scale) -> Iterator[tuple[float, ...]]:
    """Choose round values to write under the scale, left to right: first many, then fewer.

    >>> next(choose_ticks(fit_scale([4.0, 250.0])))
    (5.0, 10.0, 20.0, 50.0, 100.0, 200.0)
    """
    rows = _multiplying_ticks(scale) if scale.is_logarithmic else _adding_ticks(scale)
    for row in rows:
        inside = (value for value in row if scale.low <= scale.step(value) <= scale.high)
        yield tuple(sorted({value for value in inside if math.isfinite(value)}))


def _adding_ticks(scale: Scale) -> Iterator[list[float]]:
    """Choose multiples of 1, 2 or 5 times a power of ten."""
    for wanted in (8, 5, 3):
        span = (scale.high - scale.low) * scale.unit / wanted
        if not 1e-300 < span < 1e300:
            yield [0.0, scale.unit, -scale.unit]
            return
        step = _round_up(span)
        first = math.ceil(scale.low * scale.unit / step)
        last = math.floor(scale.high * scale.unit / step)
        # From the decimal form: three times 0.1 is to be 0.3.
        yield [float(f"{index * step:.12g}") for index in range(first, min(last, first + 20) + 1)]


def _round_up(span: float) -> float:
    """Round up to 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(span))
    return next(power * lead for lead in (1, 2, 5, 10) if power * lead >= span * 0.99)


def _multiplying_ticks(scale: Scale) -> Iterator[list[float]]:
    """Choose powers of ten of either sign, with their double and fivefold where they fit."""
    unit = math.log10(scale.unit)
    top, bottom = unit + max(-scale.low, scale.high) - 1, unit + _nearest_step(scale) - 1
    for leads, most in (((1, 2, 5), 4.0), ((1, 3), 5.0), ((1,), 9.0), ((1,), 5.0), ((1,), 3.0)):
        every = max(1, math.ceil((top - bottom) / most))
        if every > 1 and len(leads) > 1:
            continue
        powers = range(math.floor(bottom), min(math.floor(top), 307) + 1, every)
        sizes = [lead * 10.0**power for power in powers for lead in leads]
        yield [0.0, *sizes, *(-size for size in sizes)]


def _nearest_step(scale: Scale) -> float:
    """Tell where the line comes nearest to zero: 1 at the smallest amount."""
    if scale.low > 0:
        return scale.low
    return -scale.high if scale.high < 0 else 1.0
