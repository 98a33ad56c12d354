"""Laying together what the rules and the encoder found, each where it sees better.

The encoder sees cues that no list has, and where a source or a content ends; the rules know acts,
negations, who stands behind "reportedly", and what runs over sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ordmot.ledger import REJOINDER, Act, Mode
from ordmot.statements.joining import TURN
from ordmot.statements.marked import Layout
from ordmot.statements.prefaces import IN_WRITING, NAME_BEFORE_COLON, SOURCE_PHRASE
from ordmot.statements.sentence import (
    AMOUNTS,
    FRONTED,
    NAMED_ACT,
    PARTED_TAG,
    TAG,
    TAKEN_UP,
    Range,
    Utterance,
)
from ordmot.statements.speakers import SPEAKING

_ALIKE = 0.5  # how much of two contents is the same where they are one: as in the benchmark
_SURE = 0.5  # from this score of its content on, an attribution is right more often than not
_LONGEST_LOSS = 5
"""Words of "more than 120 more lives"."""
_NAMED_BY_RULE = frozenset({SOURCE_PHRASE, "hearsay word"})
_SEEN_BY_RULE = _NAMED_BY_RULE | {
    NAME_BEFORE_COLON,
    "quotation without a cue",
    TURN,
    "cue with clause",
    "cue with bare clause",
    "cue with colon",
    "cue with quote",
    *AMOUNTS,
    FRONTED,
    TAKEN_UP,
    TAG,
    PARTED_TAG,
    IN_WRITING,
}
"""What the rules find without the encoder and are mostly right about; a mere object is not."""

_POINTING = ("possessives", "demonstratives", "determiners")


_FULL_NAME = 2
"""Words of a first name and a surname."""


def merge(
    rules: Sequence[Utterance], marked: Sequence[Utterance], layout: Layout
) -> list[Utterance]:
    """Merge the findings of the rules and the encoder into one list, in the order of voices."""
    marks, own = _give_back(_Found(rules, layout), marked, layout)
    marks = [_trimmed(mark, layout) for mark in marks]
    found = _Found(marks, layout)
    pairs = _pair(rules, found)
    merged: list[Utterance] = []
    moved: dict[Range, Range] = {}
    for number, rule in enumerate(rules):
        within = rule.within and moved.get(rule.within)
        if rule.reason == REJOINDER:
            kept = rule
        elif number in pairs:
            kept = _lay_together(rule, marks[pairs[number]], layout)
            kept = _with_second_half(kept, rule, found)
        else:
            alone = rule if number in own else _left_alone(rule, within, found, layout)
            if alone is None:
                continue
            kept = alone
        moved[rule.content[0]] = kept.content[0]
        merged.append(replace(kept, within=within))
    spoken = _Found(tuple(merged), layout)
    for number in sorted(set(range(len(marks))) - set(pairs.values())):
        mark = marks[number]
        if _is_likely(mark, layout) and not _is_fragment(mark, spoken):
            merged.append(mark)
    everything = _Found(merged, layout)
    return _in_order([_nest(utterance, everything) for utterance in merged])


class _Found:
    """Findings, and which of them touch a sentence."""

    def __init__(self, utterances: Sequence[Utterance], layout: Layout) -> None:
        self.utterances = utterances
        self._layout = layout
        self._by_unit: dict[int, list[int]] = {}
        for number, utterance in enumerate(utterances):
            for unit in self._touched(utterance.content, utterance.cue):
                self._by_unit.setdefault(unit, []).append(number)

    def near(self, content: Iterable[Range], cue: Range | None) -> list[int]:
        """Give the numbers of the findings that stand in the sentences of a content and its cue."""
        units = self._touched(content, cue)
        return sorted({number for unit in units for number in self._by_unit.get(unit, ())})

    def _touched(self, content: Iterable[Range], cue: Range | None) -> set[int]:
        places = [*content, cue] if cue else content
        return {unit for place in places if place for unit in self._layout.units_in(place)}


# -- which finding is which -----------------------------------------------------------------------


def _give_back(
    rules: _Found, marked: Sequence[Utterance], layout: Layout
) -> tuple[list[Utterance], frozenset[int]]:
    """Give a fragment that the encoder tied to the cue of another sentence to the cue of its own.

    «– Vi leter, sier hun. | 180 er evakuert, opplyser kommunen.»: a network may tie both to "hun".
    """
    own: set[int] = set()
    left: list[Utterance] = []
    for mark in marked:
        if _is_rivals(mark, rules):
            continue
        kept = list(mark.content)
        for piece in mark.content if len(mark.content) > 1 else ():
            owner = _owner(piece, mark, rules, layout)
            if owner is not None:
                own.add(owner)
            if owner is not None or _is_beyond(piece, mark, layout):
                kept.remove(piece)
        left += [replace(mark, content=tuple(kept))] if kept else []
    return left, frozenset(own)


def _is_rivals(mark: Utterance, rules: _Found) -> bool:
    """Tell whether the encoder gave one voice what another says beside it: "A says five, B twelve".

    Its content is a whole statement, and what its own cue says is an amount behind it.
    """
    near = [rules.utterances[number] for number in rules.near(mark.content, mark.cue)]
    own = [rule for rule in near if _share_cue(rule, mark)]
    is_told_behind = any(
        rule.reason in AMOUNTS and not _shared(rule.content, mark.content) for rule in own
    )
    others = [rule for rule in near if rule not in own and rule.cue is not None]
    return is_told_behind and any(_is_told_inside(rule, [mark]) for rule in others)


def _is_beyond(piece: Range, mark: Utterance, layout: Layout) -> bool:
    """Tell plain words of a later paragraph, which no cue before it reaches, from a quotation."""
    unit = layout.units[layout.unit_at(piece[0])]
    is_plain = not any(word.is_quotation for word in layout.words_in(piece))
    is_turn = unit.words[0].is_mark
    home = layout.units[mark.unit].passage
    is_later = mark.cue is not None and unit.passage > home
    is_lead_in = layout.units[mark.unit].words[-1].lower == ":"  # a block quote follows
    is_told = _has_own_words(mark, layout) and not is_lead_in
    return is_later and is_plain and not is_turn and is_told


def _owner(piece: Range, mark: Utterance, rules: _Found, layout: Layout) -> int | None:
    unit = layout.unit_at(piece[0])
    if unit == mark.unit:
        return _owner_beside(piece, mark, rules)
    is_apart = layout.units[unit].passage < layout.units[mark.unit].passage
    for number in rules.near([piece], None):
        rule = rules.utterances[number]
        is_turn = is_apart and rule.reason == TURN and mark.cue is not None
        if is_turn and _shared(rule.content, [piece]) and _has_own_words(mark, layout):
            return number  # «– Det gikk fort.» | «Overlege Lie opplyser at ti er innlagt.»
        has_own = rule.cue is not None and rule.source is not None and not _share_cue(rule, mark)
        if has_own and rule.within is None and _likeness(rule.content, [piece]) >= _ALIKE:
            return number
    return None


def _owner_beside(piece: Range, mark: Utterance, rules: _Found) -> int | None:
    """Find whose words a piece is that the encoder tied to another cue of its sentence.

    "Ten fled, Lie said, while the board had put | the number at 40": "had put" lies between.
    """
    for number in rules.near([piece], None):
        rule = rules.utterances[number]
        is_own = rule.cue is not None and rule.source is not None and not _share_cue(rule, mark)
        is_told = rule.mode is Mode.INDIRECT and rule.act in SPEAKING | {Act.ESTIMATE}
        is_free = is_told and rule.cue is not None and not _shared([rule.cue], mark.content)
        if is_own and is_free and _likeness(rule.content, [piece]) >= _ALIKE:
            return number
    return None


def _has_own_words(mark: Utterance, layout: Layout) -> bool:
    """Tell whether a content stands in the paragraph of its cue too."""
    home = layout.units[mark.unit].passage
    return any(layout.units[layout.unit_at(start)].passage == home for start, _ in mark.content)


def _pair(rules: Sequence[Utterance], marks: _Found) -> dict[int, int]:
    """Pair findings that have a content or, failing that, a cue in common; the likest first."""
    found = []
    for number, rule in enumerate(rules):
        for at in marks.near(rule.content, rule.cue):
            mark = marks.utterances[at]
            likeness, share_cue = _likeness(rule.content, mark.content), _share_cue(rule, mark)
            if _holds(mark, rule):
                continue
            if likeness >= _ALIKE or share_cue:
                found.append((likeness >= _ALIKE, share_cue, likeness, -number, -at))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, number, at in sorted(found, reverse=True):
        if -number not in pairs and -at not in taken:
            pairs[-number] = -at
            taken.add(-at)
    return pairs


def _holds(mark: Utterance, rule: Utterance) -> bool:
    """Tell whether only a label introduces the whole of a statement: "HOST: | People say …"."""
    if mark.cue is not None or rule.cue is None or rule.source is None:
        return False
    frame = [rule.source, rule.cue]
    return _shared(frame, mark.content) == _length(frame)


def _share_cue(rule: Utterance, mark: Utterance) -> bool:
    return rule.cue is not None and mark.cue is not None and _shared([rule.cue], [mark.cue]) > 0


def _likeness(some: Sequence[Range], others: Sequence[Range]) -> float:
    """Give how much two contents have in common, 0 to 1."""
    return 2 * _shared(some, others) / max(1, _length(some) + _length(others))


def _shared(some: Sequence[Range], others: Sequence[Range]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in some for b in others)


def _length(ranges: Iterable[Range]) -> int:
    return sum(end - start for start, end in ranges)


# -- what is kept ---------------------------------------------------------------------------------


def _is_likely(mark: Utterance, layout: Layout) -> bool:
    """Tell whether what only the encoder found counts; a lone word is mostly a mere object.

    A number is none: "The police say | 43".
    """
    words = [w for start, end in mark.content for w in layout.text[start:end].split()]
    is_said = len(words) > 1 and not _only_points(mark, words, layout)
    is_told = (is_said and not _only_helps(mark, layout)) or words[0][0].isdigit()
    is_told = is_told and not _is_cut_source(mark, layout)
    return mark.score >= _SURE and is_told and not _takes_lives(mark, layout)


def _takes_lives(mark: Utterance, layout: Layout) -> bool:
    """Tell what only costs lives from who says something: "heatwave claims | over 120 lives"."""
    if mark.cue is None or len(mark.content) != 1 or mark.content[0][0] < mark.cue[1]:
        return False
    lang = layout.languages[layout.unit_at(mark.cue[0])]
    words = [word for word in layout.words_in(mark.content[0]) if not word.is_mark]
    is_counted = any(lang.names_number(word.lower) for word in words if word.lower)
    is_few = len(words) <= _LONGEST_LOSS
    return bool(words) and is_few and is_counted and words[-1].lower in lang["never_said"]


def _is_cut_source(mark: Utterance, layout: Layout) -> bool:
    """Tell a source that is but an article, and no pronoun: who speaks was not found."""
    if mark.source is None:
        return False
    lang = layout.languages[layout.unit_at(mark.source[0])]
    return layout.text[slice(*mark.source)].lower() in lang["articles"] - lang["pronouns"]


def _only_helps(mark: Utterance, layout: Layout) -> bool:
    """Tell a cue that is but an auxiliary, of another verb than one of saying: "has | …"."""
    if mark.cue is None or any(word.is_quotation for word in layout.words_in(mark.content[0])):
        return False
    lang = layout.languages[layout.unit_at(mark.cue[0])]
    words = layout.text[mark.cue[0] : mark.cue[1]].lower().split()
    return all(word in lang["auxiliaries"] - lang["be"] for word in words)


def _only_points(mark: Utterance, words: Sequence[str], layout: Layout) -> bool:
    """Tell whether a content is but a pronoun with its links: "all of whom"."""
    lang = layout.languages[layout.unit_at(mark.content[0][0])]
    empty = lang["relatives"] | lang["pronouns"] | lang["prepositions"] | lang["determiners"]
    return all(word.strip(".,;:").lower() in empty for word in words)


def _is_fragment(mark: Utterance, spoken: _Found) -> bool:
    """Tell words with neither cue nor source of their own, inside what somebody says anyway."""
    if mark.cue is not None or mark.source is not None:
        return False
    near = (spoken.utterances[number] for number in spoken.near(mark.content, None))
    return any(_shared(mark.content, other.content) for other in near)


def _left_alone(
    rule: Utterance, within: Range | None, marks: _Found, layout: Layout
) -> Utterance | None:
    """Give what only the rules found as far as the encoder sees nothing else there.

    "The board put the toll at 40 | and called the search hopeless": another statement begins.
    """
    if rule.within is not None:
        return rule if within is not None else None
    if rule.reason == NAMED_ACT:
        return rule if _is_denied_claim(rule, marks) else None
    if rule.reason not in _SEEN_BY_RULE:
        return None
    near = [marks.utterances[at] for at in marks.near(rule.content, None)]
    kept = [m for m in near if not _holds(m, rule) and (not rule.cue or _is_likely(m, layout))]
    others = [mark for mark in kept if _shared(rule.content, mark.content)]
    if not others or (rule.reason in AMOUNTS and _is_told_inside(rule, others)):
        return rule
    start = rule.content[0][0]
    is_inside = any(place[0] <= start for mark in others for place in mark.content)
    if rule.cue is None or rule.cue[0] > start or is_inside or len(rule.content) > 1:
        return None
    places = (place for m in others for place in (*m.content, m.cue, m.source) if place)
    border = min(place[0] for place in places if place[0] >= start)
    end = _end_before(border, start, layout)
    return None if end is None else replace(rule, content=((start, end),))


def _is_denied_claim(rule: Utterance, marks: _Found) -> bool:
    """Tell the second voice of a denial: "the army denied | the rebels' claim that …"."""
    near = (marks.utterances[at] for at in marks.near(rule.content, rule.cue))
    return _is_told_inside(rule, [mark for mark in near if mark.act is Act.DENY])


def _is_told_inside(rule: Utterance, marks: Iterable[Utterance]) -> bool:
    """Tell whether a whole statement stands in what another says: "The police say 12,000"."""
    places = [place for place in (rule.source, rule.cue, *rule.content) if place]
    pieces = [piece for mark in marks for piece in mark.content]
    return rule.source is not None and any(
        all(piece[0] <= start and end <= piece[1] for start, end in places) for piece in pieces
    )


def _end_before(border: int, start: int, layout: Layout) -> int | None:
    """Find where the words before a border end, without a comma or an "and" that leads over it."""
    if border <= start:
        return None
    links = layout.languages[layout.unit_at(start)]["conjunctions"]
    words = layout.words_in((start, border))
    while words and (words[-1].is_mark or words[-1].lower in links):
        words.pop()
    return words[-1].end if words and words[-1].end <= border else None


def _is_torn(mark: Utterance, rule: Utterance) -> bool:
    """Tell whether the encoder has only pieces of the one stretch that a tag behind it says.

    "One shell fell where | 300 were in class, but | it did not explode, Boyd said."
    """
    if rule.reason != TAG or len(rule.content) != 1 or len(mark.content) == 1:
        return False
    start, end = rule.content[0]
    return all(start <= piece[0] and piece[1] <= end for piece in mark.content)


def _lay_together(rule: Utterance, mark: Utterance, layout: Layout) -> Utterance:
    """Take the places from the encoder where it is sure, the sense of the cue from the rules."""
    reason = f"{rule.reason}; {mark.reason}"
    if mark.score < _SURE and rule.source is not None:
        return replace(rule, reason=reason)
    is_named_by_rule = _is_named_by_rule(rule, mark, layout)
    is_cut = _ends_before_name(rule.source, mark.source, layout)
    source = rule.source if is_named_by_rule or is_cut else mark.source or rule.source
    sense = rule if mark.cue is None or rule.cue is None or _share_cue(rule, mark) else mark
    is_other = rule.reason in AMOUNTS and not _shared(rule.content, mark.content)
    is_cut_off = not _is_likely(mark, layout) and _likeness(rule.content, mark.content) < _ALIKE
    is_part = rule.reason in AMOUNTS and _shared(rule.content, mark.content) == _length(
        mark.content
    )
    is_kept = is_cut_off or is_other or is_part or _is_torn(mark, rule)
    return replace(
        rule,
        content=rule.content if is_kept else mark.content,
        cue=_wider_cue(rule, mark),
        source=source,
        unit=mark.unit if mark.cue else rule.unit,
        mode=rule.mode if rule.mode is Mode.DIRECT else mark.mode,
        act=sense.act,
        is_negated=sense.is_negated,
        is_unstated=sense.is_unstated and source is None,
        reason=reason,
    )


def _wider_cue(rule: Utterance, mark: Utterance) -> Range | None:
    """Take the cue of the encoder, but of an amount the whole: "was | estimated" for its "was"."""
    if rule.reason in AMOUNTS and rule.cue is not None and mark.cue is not None:
        is_part = _shared([rule.cue], [mark.cue]) == _length([mark.cue])
        return rule.cue if is_part else mark.cue
    return mark.cue or rule.cue


def _with_second_half(kept: Utterance, rule: Utterance, marks: _Found) -> Utterance:
    """Add what goes on behind a tag: "Nine sank, the board writes, | and two are missing"."""
    if not rule.reason.startswith(TAG) or len(rule.content) < 2 or rule.cue is None:
        return kept
    half = rule.content[-1]
    near = (marks.utterances[number] for number in marks.near([half], None))
    taken = [p for m in near for p in (*m.content, m.cue, m.source) if p is not None]
    is_free = half[0] > rule.cue[1] and not _shared([half], [*taken, *kept.content])
    return replace(kept, content=(*kept.content, half)) if is_free else kept


def _is_named_by_rule(rule: Utterance, mark: Utterance, layout: Layout) -> bool:
    """Tell whether the rules know the source better: "according to X", "reportedly"."""
    if rule.source is None or mark.source is None:
        return rule.reason in _NAMED_BY_RULE and _share_cue(rule, mark)
    unit = layout.units[rule.unit]
    is_elsewhere = not unit.start <= mark.source[0] < unit.end  # "HOST: | According to the board"
    if is_elsewhere and unit.start <= rule.source[0] and not _points(rule.source, layout):
        return True
    if rule.reason in _NAMED_BY_RULE:
        return _share_cue(rule, mark)
    if mark.cue is not None and _shared([rule.source], [mark.cue]):
        return True  # "The weapons | log | records 14 rounds"
    if _counts_before(rule.source, mark.source, layout):
        return True
    return _points(mark.source, layout) and not _points(rule.source, layout)


def _ends_before_name(rule: Range | None, mark: Range | None, layout: Layout) -> bool:
    """Tell whether the encoder cut a source between role and name: "harbour master | Ida Moe"."""
    if rule is None or mark is None or not rule[0] <= mark[0] < mark[1] < rule[1]:
        return False
    rest = layout.text[mark[1] : rule[1]].split()
    is_name = bool(rest) and all(any(map(str.isupper, word)) for word in rest)  # "Omar | al-Karim"
    is_role = layout.text[slice(*mark)].islower()  # «overlege | Ida Moe ved Vik sykehus»
    full = [word[0].isupper() for word in rest[:_FULL_NAME]]
    is_name = is_name or (is_role and len(full) == _FULL_NAME and all(full))
    return is_name or layout.text[mark[1] : mark[1] + 1] in {"-", "‑"}  # "Norden | -led troops"


def _trimmed(mark: Utterance, layout: Layout) -> Utterance:
    """Leave away what ends or begins no source: "rebels | in", "| Saturday | officials"."""
    if mark.source is None:
        return mark
    start, end = mark.source
    lang = layout.languages[layout.unit_at(start)]
    words = layout.text[start:end].split()
    while len(words) > 1 and words[-1].lower() in lang["prepositions"]:
        end -= len(layout.text[start:end]) - len(layout.text[start:end].rsplit(maxsplit=1)[0])
        words.pop()
    if len(words) > 1 and words[0].lower() in lang["weekdays"] and words[1][0].islower():
        start = end - len(layout.text[start:end].split(maxsplit=1)[1])
    return replace(mark, source=(start, end))


def _counts_before(rule: Range, mark: Range, layout: Layout) -> bool:
    """Tell whether the encoder took what is counted for who speaks: "1,200 homes and | police"."""
    words = layout.text[mark[0] : rule[0]].split()
    links = layout.languages[layout.unit_at(rule[0])]["conjunctions"]
    is_joined = rule[1] <= mark[1] and len(words) > 1 and words[-1].lower() in links
    return is_joined and any(letter.isdigit() for word in words for letter in word)


def _points(place: Range, layout: Layout) -> bool:
    """Tell a word that only points to what follows, "our", «den», from one that can speak."""
    lang = layout.languages[layout.unit_at(place[0])]
    word = layout.text[place[0] : place[1]].lower()
    return word not in lang["subjects"] and any(word in lang[name] for name in _POINTING)


# -- order and nesting ----------------------------------------------------------------------------


def _nest(utterance: Utterance, found: _Found) -> Utterance:
    """Say inside which content a cue stands: "the paper reports that Lind | denied …"."""
    if utterance.within is not None or utterance.cue is None:
        return utterance
    start, end = utterance.cue
    for number in found.near([utterance.cue], None):
        other = found.utterances[number]
        is_outer = other is not utterance and other.within is None
        if is_outer and any(piece[0] <= start and end <= piece[1] for piece in other.content):
            return replace(utterance, within=other.content[0])
    return utterance


def _in_order(merged: Sequence[Utterance]) -> list[Utterance]:
    """Put a frame before what is told inside it, else follow the sentences."""
    frames = {utterance.content[0]: utterance.unit for utterance in merged}

    def order(utterance: Utterance) -> tuple[int, bool, Range]:
        """Give the sentence of the frame, then frames first."""
        is_inside = utterance.within is not None
        unit = frames.get(utterance.within, utterance.unit) if utterance.within else utterance.unit
        return unit, is_inside, utterance.content[0]

    return sorted(merged, key=order)
