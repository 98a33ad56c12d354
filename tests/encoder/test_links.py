"""Which cue introduces which content, and whose it is."""

from __future__ import annotations

import numpy as np
import pytest

from ordmot.encoder.links import ROLES, find_attributions
from ordmot.encoder.pieces import Group
from ordmot.encoder.windows import Frame, Sheet

TAGS = {"O": 0} | {f"{p}-{r}": 2 * n + 1 + (p == "I") for n, r in enumerate(ROLES) for p in "BI"}
Shown = tuple[str | None, str | None, tuple[str, ...]]


def sheet_of(tags: list[str], targets: list[int | None], *, sure: float = 9.0) -> Sheet:
    """Make the sheet of a short text: a tag and a target for each piece, all in one frame."""
    count = len(tags)
    roles = np.zeros((count, 7), dtype=np.float32)
    rows = []
    for piece, (tag, target) in enumerate(zip(tags, targets, strict=True)):
        roles[piece, TAGS[tag]] = 9.0
        row = np.zeros(count + 1, dtype=np.float32)
        row[0 if target is None else target + 1] = sure
        rows.append(row)
    frame = Frame(start=0, end=count, core=0, stop=count)
    return Sheet(labels={"roles": roles}, pointers={"links": [np.stack(rows)]}, frames=[frame])


def shown(words: str, sheet: Sheet) -> list[Shown]:
    """Show the attributions of a text of one-piece words."""
    text = words.split()
    groups = [Group(start=i, end=i + 1, first=i, stop=i + 1) for i in range(len(text))]
    found, attributions = find_attributions(sheet, groups)
    said = [" ".join(text[span.first : span.last + 1]) for span in found]
    return [
        (
            None if a.source is None else said[a.source],
            None if a.cue is None else said[a.cue],
            tuple(said[content] for content in a.contents),
        )
        for a in attributions
    ]


def test_two_halves_of_a_quotation_hang_on_one_cue() -> None:
    tags = ["B-Content", "B-Cue", "B-Source", "I-Source", "B-Content", "I-Content"]
    found = shown("Nei sier Ane Lie aldri mer", sheet_of(tags, [1, 2, None, None, 1, 1]))
    assert found == [("Ane Lie", "sier", ("Nei", "aldri mer"))]


def test_two_cues_may_share_a_source() -> None:
    tags = ["B-Source", "B-Cue", "B-Content", "O", "B-Cue", "B-Content"]
    found = shown("Hun lover ro og frykter krig", sheet_of(tags, [None, 0, 1, None, 0, 4]))
    assert found == [("Hun", "lover", ("ro",)), ("Hun", "frykter", ("krig",))]


@pytest.mark.parametrize(("target", "source"), [(0, "Avisa"), (None, None)])
def test_content_without_a_cue(target: int | None, source: str | None) -> None:
    found = shown("Avisa Krig", sheet_of(["B-Source", "B-Content"], [None, target]))
    assert found == [(source, None, ("Krig",))]


def test_a_cue_without_content_says_nothing() -> None:
    assert shown("Hun sier", sheet_of(["B-Source", "B-Cue"], [None, 0])) == []


def test_a_word_that_is_pointed_at_becomes_a_source_with_what_follows() -> None:
    tags = ["B-Content", "B-Cue", "O", "I-Source", "O"]
    found = shown("Nei ropte eldste mann bakerst", sheet_of(tags, [1, 2, None, None, None]))
    assert found == [("eldste mann", "ropte", ("Nei",))]


def test_pointing_that_is_spread_out_makes_no_span() -> None:
    tags = ["B-Content", "O", "O"]
    assert shown("Nei i går", sheet_of(tags, [1, None, None], sure=0.1)) == [(None, None, ("Nei",))]
