"""The pictures of a question as Vega-Lite specifications: for print, pages and graphics desks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ordmot.report.accounts import Account, by_letter
from ordmot.report.case import Case
from ordmot.report.number_line import Bar, Drawing, shorten, text_width
from ordmot.report.questions import QuestionView, plan_line
from ordmot.report.scale import Scale, choose_ticks, fit_scale
from ordmot.report.words import Words

Spec = dict[str, object]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_INK, _BLUE, _RUST, _RULE = "#22211f", "#1f4e79", "#8f3b1b", "#d8d3c7"
_STEP, _DAY = 30, 72
_TICKS, _FEW_TICKS = 6, 4
_NAME, _VALUE = 190, 12.0  # the room of a voice's name beside the line, the size of an amount
_FONT = "Libertinus Serif, Georgia, serif"
_CONFIG = {
    "font": _FONT,
    "view": {"stroke": None},
    "axis": {"labelColor": _INK, "labelFontSize": 11, "titleFontSize": 11, "grid": False},
    "text": {"color": _INK, "fontSize": 12},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The measures of a number line: words stand beside the bars, on a narrow page above them."""

    width: int
    step: int
    is_narrow: bool


WIDE = Room(width=440, step=_STEP, is_narrow=False)
NARROW = Room(width=326, step=48, is_narrow=True)


def picture_question(view: QuestionView, case: Case, room: Room = WIDE) -> Spec | None:
    """Picture the rival intervals of a question on a number line, one lane for each account.

    Nothing is told by colour alone: a filled circle is an exact number, a stroke an end that
    counts, an open circle one that does not, a triangle no limit that way; dashes are vague words,
    a hollow line what is not said to have happened. None where nothing is counted.
    """
    gaps = [relation.gap for relation in view.strong]
    planned = plan_line(view.question, view.accounts, gaps, case)
    if planned is None:
        return None
    bars, drawing = planned
    ends = [e for bar in bars for e in (bar.interval.low, bar.interval.high) if _is_finite(e)]
    scale = fit_scale((e for e in ends if e is not None), may_multiply=drawing.may_multiply)
    low, high = value_at(scale, scale.low), value_at(scale, scale.high)
    most = _FEW_TICKS if room.is_narrow else _TICKS
    x: Spec = {
        "type": "quantitative",
        "scale": _scale(scale, low, high),
        "axis": write_axis(scale, drawing, most) if ends else None,
        "title": None,
    }
    y = _lanes(bars, room)
    lanes = [_datum(bar, low, high) for bar in bars]
    return {
        "$schema": _SCHEMA,
        "description": _describe(bars, drawing, view, case.words),
        "width": room.width,
        "height": {"step": room.step},
        "data": {"values": lanes},
        "layer": [*_band(drawing, x), *_bars(lanes, x, y), *_ends(lanes, x, y), *_words(y, room)],
        "config": _CONFIG,
    }


def picture_all(view: QuestionView, case: Case) -> dict[str, Spec]:
    """Give every picture of a question by name: `amounts`, `amounts-narrow`, `positions`.

    Those are left out of which there is nothing to show.
    """
    specs = {
        "amounts": picture_question(view, case),
        "amounts-narrow": picture_question(view, case, NARROW),
        "positions": picture_positions(view, case.words),
    }
    return {name: spec for name, spec in specs.items() if spec is not None}


def say_picture(spec: Spec) -> str:
    """Say in words what a picture shows."""
    return str(spec["description"])


def _is_finite(value: float | None) -> bool:
    """Tell whether an end of an interval has a place on the line."""
    return value is not None and math.isfinite(value)


def value_at(scale: Scale, step: float) -> float:
    """Give the value at a step of a scale.

    >>> value_at(Scale(is_logarithmic=True, unit=4.0, low=0.0, high=3.0), 2.0)
    40.0
    """
    if not scale.is_logarithmic:
        return step * scale.unit
    if abs(step) < 1 and scale.low < 0 < scale.high:
        return step * scale.unit
    return math.copysign(scale.unit * 10 ** (abs(step) - 1), step)


def _scale(scale: Scale, low: float, high: float) -> Spec:
    """Say how values are placed: adding, multiplying, or multiplying to both sides of zero."""
    domain: Spec = {"domain": [low, high], "nice": False, "zero": False, "clamp": True}
    if not scale.is_logarithmic:
        return {"type": "linear", **domain}
    if low > 0 or high < 0:
        return {"type": "log", **domain}
    return {"type": "symlog", "constant": scale.unit / 9, **domain}


def write_axis(scale: Scale, drawing: Drawing, most: int = _TICKS) -> Spec:
    """Write at most so many round values under the line, as the reader's language writes them."""
    ticks: Sequence[float] = ()
    for ticks in choose_ticks(scale):
        if len(ticks) <= most:
            break
    labels = {f"{tick:.10g}": drawing.write(tick) for tick in ticks}
    chosen = "".join(
        f"abs(datum.value-({value}))<1e-9+abs({value})*1e-6?{_quoted(label)}:"
        for value, label in labels.items()
    )
    return {"values": list(ticks), "labelExpr": f"{chosen}''", "grid": True, "gridColor": _RULE}


def _quoted(text: str) -> str:
    """Write words as they stand in an expression."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ")
    return f"'{escaped}'"


def _datum(bar: Bar, low: float, high: float) -> Spec:
    """Give one lane: who, what, from where to where, and how each end is drawn."""
    interval = bar.interval
    is_left_open = not _is_finite(interval.low)
    is_right_open = not _is_finite(interval.high)
    left = "arrow" if is_left_open else "ring" if interval.low_open else "stop"
    right = "arrow" if is_right_open else "ring" if interval.high_open else "stop"
    if interval.is_point and left == right == "stop":
        left = right = "hollow" if bar.is_hollow else "exact"
    return {
        "lane": _name_lane(bar),
        "name": shorten(_name_lane(bar), NARROW.width - text_width(bar.value, _VALUE) - 10, _VALUE),
        "value": bar.value,
        "low": low if is_left_open else interval.low,
        "high": high if is_right_open else interval.high,
        "left": left,
        "right": right,
        "words": "vague" if bar.is_vague else "plain",
        "sense": "hollow" if bar.is_hollow else "asserted",
    }


def _name_lane(bar: Bar) -> str:
    """Name a lane by letter and voice."""
    return f"{bar.letter}  {bar.voice}"


def _lanes(bars: Sequence[Bar], room: Room) -> Spec:
    """Give each account a lane, in the order of the table."""
    beside = {"labelLimit": _NAME, "ticks": False, "domain": False, "labelPadding": 8}
    axis = None if room.is_narrow else beside
    return {
        "field": "lane",
        "type": "nominal",
        "sort": list(dict.fromkeys(_name_lane(bar) for bar in bars)),
        "title": None,
        "axis": axis,
    }


def _band(drawing: Drawing, x: Spec) -> Iterator[Spec]:
    """Point out the gap: the stretch in which no value fits both accounts."""
    if drawing.gap is None:
        return
    left, right = drawing.gap
    ends = {"x": {**x, "datum": left}, "x2": {"datum": right}}
    band = {"type": "rect", "color": _RUST, "opacity": 0.12, "stroke": _RUST, "strokeDash": [2, 3]}
    yield {"data": {"values": [{}]}, "mark": band, "encoding": ends}
    name = {"type": "text", "text": drawing.gap_label, "color": _RUST, "fontWeight": "bold"}
    place = {"y": {"value": -10}, "x": {**x, "datum": _middle(left, right, x)}}
    yield {"data": {"values": [{}]}, "mark": name, "encoding": place}


def _middle(left: float, right: float, x: Spec) -> float:
    """Find the middle of a stretch as the eye sees it."""
    scale = x["scale"]
    is_log = isinstance(scale, dict) and scale.get("type") == "log"
    return math.sqrt(left * right) if is_log and left * right > 0 else (left + right) / 2


_POINTS = ("exact", "hollow")


def _bars(lanes: Sequence[Spec], x: Spec, y: Spec) -> Iterator[Spec]:
    """Draw the bars: dashed for vague words, hollow for what is not said to have happened."""
    drawn = {(lane["words"], lane["sense"]) for lane in lanes if lane["left"] not in _POINTS}
    for words, sense in sorted(drawn, key=str):
        is_bar = " && ".join(f"datum.left!='{point}'" for point in _POINTS)
        wanted = f"datum.words=='{words}' && datum.sense=='{sense}' && {is_bar}"
        dash = [6, 4] if words == "vague" else [1, 0]
        strokes = [(9, _BLUE), (5.5, "white")] if sense == "hollow" else [(5, _BLUE)]
        for width, color in strokes:
            yield {
                "transform": [{"filter": wanted}],
                "mark": {"type": "rule", "size": width, "strokeDash": dash, "color": color},
                "encoding": {"x": {"field": "low", **x}, "x2": {"field": "high"}, "y": y},
            }


_FILLED: Spec = {"type": "point", "filled": True, "color": _BLUE, "opacity": 1}
_OPEN: Spec = {**_FILLED, "fill": "white", "stroke": _BLUE, "strokeWidth": 2.5}
_STROKE: Spec = {"type": "tick", "thickness": 2.5, "size": 15, "color": _BLUE}
_SHAPES: dict[tuple[str, str], Spec] = {
    ("stop", "low"): _STROKE,
    ("stop", "high"): _STROKE,
    ("ring", "low"): {**_OPEN, "size": 70},
    ("ring", "high"): {**_OPEN, "size": 70},
    ("arrow", "low"): {**_FILLED, "shape": "triangle-left", "size": 130},
    ("arrow", "high"): {**_FILLED, "shape": "triangle-right", "size": 130},
    ("exact", "low"): {**_FILLED, "shape": "circle", "size": 110},
    ("hollow", "low"): {**_OPEN, "shape": "circle", "size": 110},
}


def _ends(lanes: Sequence[Spec], x: Spec, y: Spec) -> Iterator[Spec]:
    """Draw how each bar ends, where one ends so."""
    for (end, side), shape in _SHAPES.items():
        field = "left" if side == "low" else "right"
        if any(lane[field] == end for lane in lanes):
            yield {
                "transform": [{"filter": f"datum.{field}=='{end}'"}],
                "mark": shape,
                "encoding": {"x": {"field": side, **x}, "y": y},
            }


def _words(y: Spec, room: Room) -> Iterator[Spec]:
    """Write the amounts beside the line; on a narrow page the names above it too."""
    right = {"x": {"value": room.width if room.is_narrow else room.width + 12}, "y": y}
    mark = {"type": "text", "fontWeight": "bold", "fontSize": _VALUE}
    above = {"dy": -16} if room.is_narrow else {}
    yield {
        "mark": {**mark, **above, "align": "right" if room.is_narrow else "left"},
        "encoding": {**right, "text": {"field": "value", "type": "nominal"}},
    }
    if room.is_narrow:
        yield {
            "mark": {"type": "text", "align": "left", "fontSize": _VALUE, **above},
            "encoding": {
                "x": {"value": 0},
                "y": y,
                "text": {"field": "name", "type": "nominal"},
            },
        }


def _describe(bars: Sequence[Bar], drawing: Drawing, view: QuestionView, words: Words) -> str:
    """Say in words what the picture shows."""
    vague = words.name("hedge", "vague")
    said = [f"{b.letter}, {b.voice}: {b.value}{f' ({vague})' if b.is_vague else ''}" for b in bars]
    gap = [f"{words('key_gap')}: {drawing.gap_label}"] if drawing.gap else []
    return ". ".join([words("number_line_of", question=view.question.text), *said, *gap]) + "."


def picture_positions(view: QuestionView, words: Words) -> Spec | None:
    """Picture what each source said when, by the dates of the documents; the later to the right.

    None where the documents of the question are of fewer than two days.
    """
    dated = [account for account, _ in by_letter(view.accounts) if _day(account)]
    if len({_day(account) for account in dated}) < 2:
        return None
    values = list(_positions(dated))
    x = {"field": "day", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}}
    rows = {"field": "who", "type": "nominal", "title": None, "axis": {"labelLimit": _NAME}}
    shapes = {"domain": ["asserted", "hollow"], "range": ["circle", "diamond"]}
    shape = {"field": "sense", "type": "nominal", "legend": None, "scale": shapes}
    text = {"text": {"field": "said", "type": "nominal"}}
    return {
        "$schema": _SCHEMA,
        "description": _tell(dated, view, words),
        "width": min(max(WIDE.width, _DAY * len({_day(a) for a in dated})), 2 * WIDE.width),
        "height": {"step": _STEP},
        "data": {"values": values},
        "encoding": {"x": x, "y": {**rows, "sort": None}},
        "layer": [
            {
                "mark": {"type": "line", "color": _RULE, "strokeWidth": 2},
                "encoding": {"detail": {"field": "who", "type": "nominal"}},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 90, "color": _BLUE, "opacity": 1},
                "encoding": {"shape": shape},
            },
            {"mark": {"type": "text", "dy": -11, "fontSize": 11}, "encoding": text},
        ],
        "config": _CONFIG,
    }


def _positions(accounts: Sequence[Account]) -> Iterator[Spec]:
    """Give what each source said on each day, several accounts of one day side by side."""
    said: dict[tuple[str, str, str], list[str]] = {}
    for account in accounts:
        sense = "hollow" if account.is_hollow else "asserted"
        key = (_day(account), account.root or account.voice, sense)
        said.setdefault(key, []).append(f"{account.letter} {account.read_as}")
    for (day, who, sense), words in said.items():
        yield {"day": day, "who": who, "said": ", ".join(words), "sense": sense}


def _day(account: Account) -> str:
    """Give the day of an account's document, nothing where it has none."""
    return (account.document.metadata.date or "")[:10]


def _tell(accounts: Sequence[Account], view: QuestionView, words: Words) -> str:
    """Say in words who said what when."""
    ordered = sorted(accounts, key=_day)
    said = [f"{_day(a)} {a.root or a.voice}: {a.read_as} ({a.letter})" for a in ordered]
    return ". ".join([words("positions_of", question=view.question.text), *said]) + "."
