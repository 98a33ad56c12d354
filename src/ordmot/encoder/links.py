"""From pointers to attributions: which cue introduces which content, and whose it is.

The pieces of a content point at its cue, those of a cue at its source. Where they agree on a word
that no span covers, the word becomes a span: the pointer has seen a cue or a source that the tags
have just missed.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ordmot.encoder.pieces import Group
from ordmot.encoder.tags import Found, best_tags, log_softmax, spans, vote
from ordmot.encoder.windows import Scores, Sheet, Whole

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
    """A text that has been scored, with its words and their role scores; spans may be added.

    `places` gives for each role the first piece and the number of its spans, in text order.
    """

    sheet: Sheet
    groups: Sequence[Group]
    firsts: Whole
    stops: Whole
    scores: Scores
    found: list[Found]
    places: dict[str, list[tuple[int, int]]]
    covered: npt.NDArray[np.bool_]

    def add(self, span: Found) -> int:
        """Take a span in, findable by its first piece; returns its number."""
        number = len(self.found)
        self.found.append(span)
        insort(self.places[span.tag], (int(self.firsts[span.first]), number))
        self.covered[span.first : span.last + 1] = True
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """Where a span points: with which probability at nothing, and at each piece from `start` on.

    `sums` adds up the probabilities of the pieces before each place.
    """

    nothing: float
    start: int
    sums: Scores

    def mass(self, first: Whole | int, stop: Whole | int) -> Scores:
        """Find how much of the pointing falls on pieces first to stop."""
        last = len(self.sums) - 1
        low, high = (np.clip(np.asarray(at) - self.start, 0, last) for at in (first, stop))
        result: Scores = self.sums[high] - self.sums[low]
        return result


def find_attributions(sheet: Sheet, groups: Sequence[Group]) -> tuple[list[Found], list[Linked]]:
    """Find the spans of a text and how they belong together."""
    if not groups:
        return [], []
    page = _page_of(sheet, groups)
    targets = {
        number: _target_of(page, number, "Cue", ("Cue", "Source"))
        for _, number in page.places["Content"]
    }
    for _, number in page.places["Cue"]:
        targets[number] = _target_of(page, number, "Source", ("Source",))
    return page.found, _gathered(page.found, targets)


def _page_of(sheet: Sheet, groups: Sequence[Group]) -> Page:
    """Tag the words of a text."""
    scores = vote(sheet.labels["roles"], groups)
    tags = best_tags(scores)
    page = Page(
        sheet=sheet,
        groups=groups,
        firsts=np.array([group.first for group in groups]),
        stops=np.array([group.stop for group in groups]),
        scores=scores,
        found=[],
        places={role: [] for role in ROLES},
        covered=np.zeros(len(groups), dtype=np.bool_),
    )
    for span in spans(tags, scores, ROLES):
        page.add(span)
    return page


def _target_of(page: Page, number: int, tag: str, allowed: tuple[str, ...]) -> int | None:
    """Find which span one span points at, None for nothing; it may be a new one of the tag."""
    pointed = _pointing(page, number)
    best, most = _best_span(page, pointed, allowed)
    word, mass = _missed_word(page, pointed)
    if mass > max(SURE, most, pointed.nothing):
        return page.add(_new_span(page, word, tag, mass))
    return best if most > pointed.nothing else None


def _pointing(page: Page, number: int) -> Pointing:
    """Find the mean probability with which a span points at each piece within its windows."""
    span, sheet = page.found[number], page.sheet
    first, stop = page.groups[span.first].first, page.groups[span.last].stop
    numbers = range(sheet.frame_at(first), sheet.frame_at(stop - 1) + 1)
    start, end = sheet.frames[numbers[0]].start, sheet.frames[numbers[-1]].end
    total = np.zeros(end - start + 2, dtype=np.float32)  # nothing twice: its sum is not a piece's
    for frame_number in numbers:
        frame = sheet.frames[frame_number]
        rows = sheet.pointers["links"][frame_number]
        chosen = rows[max(first - frame.core, 0) : stop - frame.core]
        weights = np.exp(log_softmax(chosen)).sum(0)
        total[0] += weights[0]
        total[2 + frame.start - start : 2 + frame.end - start] += weights[1:]
    total /= np.float32(stop - first)
    nothing = float(total[0])
    total[:2] = 0.0
    return Pointing(nothing=nothing, start=start, sums=np.cumsum(total[1:]))


def _best_span(page: Page, pointed: Pointing, allowed: tuple[str, ...]) -> tuple[int | None, float]:
    """Find the span at which most of the pointing goes, and how much."""
    numbers = [number for role in allowed for number in _near(page.places[role], pointed)]
    if not numbers:
        return None, 0.0
    near = [page.found[number] for number in numbers]
    firsts = page.firsts[[span.first for span in near]]
    masses = pointed.mass(firsts, page.stops[[span.last for span in near]])
    best = int(masses.argmax())
    return numbers[best], float(masses[best])


def _near(places: Sequence[tuple[int, int]], pointed: Pointing) -> list[int]:
    """Find the spans that the pointing may reach: those within its windows and the one before."""
    low = bisect_left(places, (pointed.start, 0))
    high = bisect_left(places, (pointed.start + len(pointed.sums), 0))
    return [number for _, number in places[max(low - 1, 0) : high]]


def _missed_word(page: Page, pointed: Pointing) -> tuple[int, float]:
    """Find the word outside all spans at which most of the pointing goes."""
    low = int(np.searchsorted(page.firsts, pointed.start))
    high = int(np.searchsorted(page.firsts, pointed.start + len(pointed.sums) - 1))
    if high <= low:
        return 0, 0.0
    masses = pointed.mass(page.firsts[low:high], page.stops[low:high])
    masses[page.covered[low:high]] = 0.0
    word = int(masses.argmax())
    return low + word, float(masses[word])


def _new_span(page: Page, word: int, tag: str, mass: float) -> Found:
    """Make a span of a word and those after it that would rather be inside than outside."""
    inside = 2 * ROLES.index(tag) + 2
    last = word
    while last + 1 < len(page.groups) and not page.covered[last + 1]:
        if page.scores[last + 1, inside] <= page.scores[last + 1, 0]:
            break
        last += 1
    return Found(tag=tag, first=word, last=last, score=mass)


def _gathered(found: Sequence[Found], targets: Mapping[int, int | None]) -> list[Linked]:
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
