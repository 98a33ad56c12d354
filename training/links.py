"""From pointers to attributions: which cue introduces which content, and whose it is.

The pieces of a content point at its cue, those of a cue at its source. Where they agree on a word
that no span covers, the word becomes a span: the pointer has seen a cue or a source that the tags
have just missed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from training.decode import (
    Found,
    Group,
    Scores,
    Sheet,
    best_tags,
    log_softmax,
    spans,
    vote,
)

ROLES = ("Source", "Cue", "Content")
SURE = 0.3  # how much of the pointing a word needs to become a span


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One attribution, as numbers of spans; no cue or source where the text has none."""

    source: int | None
    cue: int | None
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text that has been scored, with its words and their role scores; spans may be added."""

    sheet: Sheet
    groups: Sequence[Group]
    scores: Scores
    found: list[Found]


def find_attributions(sheet: Sheet, groups: Sequence[Group]) -> tuple[list[Found], list[Linked]]:
    """Find the spans of a text and how they belong together."""
    if not groups:
        return [], []
    scores = vote(sheet.labels["roles"], groups)
    found = spans(best_tags(scores), scores, ROLES)
    page = Page(sheet=sheet, groups=groups, scores=scores, found=found)
    targets = {
        number: target_of(page, number, "Cue", ("Cue", "Source"))
        for number in numbers_of(page, "Content")
    }
    for number in numbers_of(page, "Cue"):
        targets[number] = target_of(page, number, "Source", ("Source",))
    return page.found, gathered(page.found, targets)


def numbers_of(page: Page, *tags: str) -> list[int]:
    """Find the numbers of the spans with a tag."""
    return [number for number, span in enumerate(page.found) if span.tag in tags]


def target_of(page: Page, number: int, tag: str, allowed: tuple[str, ...]) -> int | None:
    """Find which span one span points at, None for nothing; it may be a new one of the tag."""
    pointed = pointing(page, number)
    masses = {c: mass_on(pointed, page, page.found[c]) for c in numbers_of(page, *allowed)}
    best = max(masses, key=lambda candidate: masses[candidate], default=None)
    most = masses[best] if best is not None else 0.0
    word, mass = missed_word(page, pointed)
    if mass > max(SURE, most, pointed[0]):
        page.found.append(new_span(page, word, tag, mass))
        return len(page.found) - 1
    return best if most > pointed[0] else None


def pointing(page: Page, number: int) -> Scores:
    """Find the mean probability with which a span points: at nothing (0), at piece p (p + 1)."""
    span, sheet = page.found[number], page.sheet
    first, stop = page.groups[span.first].first, page.groups[span.last].stop
    total = np.zeros(len(sheet.frames) + 1, dtype=np.float32)
    for piece in range(first, stop):
        row = np.exp(log_softmax(sheet.pointers["links"][piece]))
        start = sheet.frames[piece].start
        total[0] += row[0]
        total[start + 1 : start + len(row)] += row[1:]
    result: Scores = total / np.float32(stop - first)
    return result


def mass_on(pointed: Scores, page: Page, span: Found) -> float:
    """Find how much of the pointing falls on a span."""
    first, stop = page.groups[span.first].first, page.groups[span.last].stop
    return float(pointed[first + 1 : stop + 1].sum())


def missed_word(page: Page, pointed: Scores) -> tuple[int, float]:
    """Find the word outside all spans at which most of the pointing goes."""
    sums = np.concatenate([np.zeros(1, dtype=np.float32), np.cumsum(pointed[1:])])
    first = [group.first for group in page.groups]
    stop = [group.stop for group in page.groups]
    masses = sums[stop] - sums[first]
    for span in page.found:
        masses[span.first : span.last + 1] = 0.0
    word = int(masses.argmax())
    return word, float(masses[word])


def new_span(page: Page, word: int, tag: str, mass: float) -> Found:
    """Make a span of a word and those after it that would rather be inside than outside."""
    inside = 2 * ROLES.index(tag) + 2
    covered = {w for span in page.found for w in range(span.first, span.last + 1)}
    last = word
    while last + 1 < len(page.groups) and last + 1 not in covered:
        if page.scores[last + 1, inside] <= page.scores[last + 1, 0]:
            break
        last += 1
    return Found(tag=tag, first=word, last=last, score=mass)


def gathered(found: Sequence[Found], targets: Mapping[int, int | None]) -> list[Linked]:
    """Gather the contents of each cue; content without a cue stands alone, with its source."""
    contents: dict[int | None, list[int]] = {}
    result = []
    for number, target in targets.items():
        if found[number].tag != "Content":
            continue
        if target is not None and found[target].tag == "Cue":
            contents.setdefault(target, []).append(number)
        else:
            result.append(Linked(source=target, cue=None, contents=(number,)))
    for cue, numbers in contents.items():
        source = targets[cue] if cue is not None else None
        result.append(Linked(source=source, cue=cue, contents=tuple(sorted(numbers))))
    return sorted(result, key=lambda linked: linked.contents)
