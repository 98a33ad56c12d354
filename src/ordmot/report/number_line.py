"""The number line of a question: every account's interval on a lane of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ordmot.ledger import Interval
from ordmot.report.scale import Scale, choose_ticks, fit_scale

_FONT = 13.0
_TICK_FONT = 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What goes on one lane: an account's letter, voice and amount, in words and as an interval.

    `is_vague` marks words that state no number, `is_hollow` what is not said to have happened.
    """

    letter: str
    voice: str
    value: str
    interval: Interval
    is_vague: bool = False
    is_hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The measures of a drawing, in units of its viewBox.

    Words stand left of the bars where there is room (`is_wide`), else above them.
    """

    name: str
    width: float
    left: float
    right: float
    lane: float
    is_wide: bool


WIDE = Layout(name="wide", width=820, left=268, right=210, lane=38, is_wide=True)
NARROW = Layout(name="narrow", width=342, left=8, right=8, lane=52, is_wide=False)

_HEAD, _FOOT = 30.0, 30.0
_BADGE = 28.0
_ARROW = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One drawn lane: where its words and its bar stand, and how the bar ends on each side.

    An end is `arrow` (open), `ring` (the end itself excluded) or `stop` (it counts).
    """

    bar: Bar
    top: float
    words_y: float
    bar_y: float
    left: float
    right: float
    left_end: str
    right_end: str
    voice: str
    value: str

    @property
    def shaft(self) -> tuple[float, float]:
        """Give where the bar itself runs: up to the foot of an arrow's head."""
        left = self.left + (_ARROW if self.left_end == "arrow" else 0.0)
        right = self.right - (_ARROW if self.right_end == "arrow" else 0.0)
        return (left, right) if left < right else (self.left, self.right)

    @property
    def is_point(self) -> bool:
        """Tell whether one exact value is drawn."""
        return self.bar.interval.is_point and self.left_end == "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A value written under the line."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The empty stretch between two accounts, with its size in words."""

    left: float
    right: float
    label: str
    label_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """A drawing with every coordinate worked out; the template only writes it down."""

    layout: Layout
    height: float
    floor: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    band: Band | None
    is_logarithmic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What to draw besides the bars: how values are written, and the gap to point out."""

    write: Callable[[float], str]
    may_multiply: bool = True
    gap: tuple[float, float] | None = None
    gap_label: str = ""


def draw(bars: Sequence[Bar], drawing: Drawing, layout: Layout = WIDE) -> NumberLine:
    """Place the bars, one a lane, on a scale that holds all of their ends."""
    tidy = [replace(bar, interval=_without_infinity(bar.interval)) for bar in bars]
    layout = _fit(layout, tidy)
    ends = [end for bar in tidy for end in (bar.interval.low, bar.interval.high) if end is not None]
    scale = fit_scale(ends, may_multiply=drawing.may_multiply)
    floor = _HEAD + layout.lane * len(tidy)
    return NumberLine(
        layout=layout,
        height=floor + _FOOT,
        floor=floor,
        lanes=tuple(_place_lane(bar, index, scale, layout) for index, bar in enumerate(tidy)),
        ticks=_place_ticks(scale, drawing.write, layout) if ends else (),
        band=_place_band(drawing, scale, layout),
        is_logarithmic=scale.is_logarithmic and bool(ends),
    )


def _fit(layout: Layout, bars: Sequence[Bar]) -> Layout:
    """Give the words no more room beside the bars than they need."""
    if not layout.is_wide:
        return layout
    voice = max((text_width(bar.voice) for bar in bars), default=0.0)
    value = max((text_width(bar.value) for bar in bars), default=0.0)
    left = min(layout.left, voice + _BADGE + 24)
    return replace(layout, left=round(left), right=round(min(layout.right, value + 30)))


def _without_infinity(interval: Interval) -> Interval:
    """Read an infinite end as the open end that it is."""
    low = None if interval.low is not None and abs(interval.low) == float("inf") else interval.low
    high = interval.high
    high = None if high is not None and abs(high) == float("inf") else high
    return replace(interval, low=low, high=high)


def _place_lane(bar: Bar, index: int, scale: Scale, layout: Layout) -> Lane:
    """Place one bar and its words; what does not fit is cut, the table has it in full."""
    top = _HEAD + layout.lane * index
    low, high = bar.interval.low, bar.interval.high
    value_room = layout.right - 20 if layout.is_wide else layout.width * 0.4
    value = shorten(bar.value, value_room)
    used = 0.0 if layout.is_wide else text_width(value) + 12
    voice_room = (layout.left - 16 if layout.is_wide else layout.width - 16) - _BADGE - used
    return Lane(
        bar=bar,
        top=top,
        words_y=top + (layout.lane / 2 if layout.is_wide else 17),
        bar_y=top + (layout.lane / 2 if layout.is_wide else 38),
        left=_across(layout, 0.0 if low is None else scale.place(low)),
        right=_across(layout, 1.0 if high is None else scale.place(high)),
        left_end="arrow" if low is None else "ring" if bar.interval.low_open else "stop",
        right_end="arrow" if high is None else "ring" if bar.interval.high_open else "stop",
        voice=shorten(bar.voice, voice_room),
        value=value,
    )


def _across(layout: Layout, share: float) -> float:
    """Turn a share of the line into a coordinate."""
    return round(layout.left + share * (layout.width - layout.left - layout.right), 1)


def _place_ticks(scale: Scale, write: Callable[[float], str], layout: Layout) -> tuple[Tick, ...]:
    """Write as many round values under the line as fit without touching."""
    ticks: list[Tick] = []
    for row in choose_ticks(scale):
        ticks = [Tick(at=_across(layout, scale.place(value)), label=write(value)) for value in row]
        kept = _thin_out(ticks, layout.width)
        if len(kept) == len(ticks):
            return kept
    return _thin_out(ticks, layout.width)


def _thin_out(ticks: Sequence[Tick], width: float) -> tuple[Tick, ...]:
    """Keep the ticks whose words stay inside and do not touch the ones before."""
    kept: list[Tick] = []
    edge = 0.0
    for tick in ticks:
        half = text_width(tick.label, _TICK_FONT) / 2 + 5
        if tick.at - half >= edge and tick.at + half <= width:
            kept.append(tick)
            edge = tick.at + half
    return tuple(kept)


def _place_band(drawing: Drawing, scale: Scale, layout: Layout) -> Band | None:
    """Place the gap to point out, its words inside the drawing."""
    if drawing.gap is None:
        return None
    left, right = (_across(layout, scale.place(end)) for end in drawing.gap)
    label = shorten(drawing.gap_label, layout.width - 16)
    half = text_width(label) / 2 + 4
    middle = min(max((left + right) / 2, half), layout.width - half)
    return Band(left=left, right=right, label=label, label_at=round(middle, 1))


def text_width(text: str, size: float = _FONT) -> float:
    """Estimate how wide text is set, on the generous side: no font is known here."""
    return size * sum(_character_width(character) for character in text)


def _character_width(character: str) -> float:
    """Estimate a character's width in ems: East Asian widest, capitals wider than small letters."""
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.74 if character.isupper() or character in "mwMW—…%" else 0.58


def shorten(text: str, room: float, size: float = _FONT) -> str:
    """Cut text that is wider than its room, with an ellipsis.

    >>> shorten("The harbour master of Skarnvik", 90)
    'The harbou…'
    """
    if text_width(text, size) <= room:
        return text
    left = room - text_width("…", size)
    kept = 0
    for character in text:
        left -= text_width(character, size)
        if left < 0:
            break
        kept += 1
    return f"{text[:kept].rstrip()}…"
